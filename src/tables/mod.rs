//! The tables: the one place where a column is named, typed and explained.
//!
//! A [`Column`] is one record: its name, its type, what it means, and how its cell is read from a [`View`] of a linked
//! document. A [`Table`] is a list of columns and gives its [rows](Table::rows); writers in `emit` see cells alone,
//! so no format has a column of its own.
//!
//! Offsets become code points here and nowhere else.

mod actors;
mod casualties;
mod cell;
mod dates;
mod documents;
mod keys;
mod plans;
mod problems;
mod view;

pub use cell::{Cell, CellKind};
pub use keys::{ForeignKey, Pointer};
pub use problems::{PROBLEMS, problem_rows};
pub use view::{Meta, View};

/// Version of the names and meanings of all columns.
pub const SCHEMA_VERSION: u32 = 1;

/// One column: its name in every format, its type, its meaning, and its cell in row `n` of a document.
pub struct Column {
    /// `snake_case`, the same in CSV headers and JSON keys.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: CellKind,
    /// What it means, in a sentence.
    pub about: &'static str,
    cell: for<'a> fn(&'a View<'_>, usize) -> Cell<'a>,
}

/// One table: a name and its columns in their fixed order, key columns first.
pub struct Table {
    /// The name: of its file, and of its array in the stream.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that together tell its rows apart, its own id last; none where rows have no id.
    pub key: &'static [&'static str],
    /// The columns that hold ids of other rows.
    pub pointers: &'static [Pointer],
    /// How many rows a document has in it.
    count: fn(&View<'_>) -> usize,
}

impl Table {
    /// Its rows of one document, of which each cell is made when it is asked for.
    pub fn rows<'a>(&'static self, view: &'a View<'_>) -> impl ExactSizeIterator<Item = impl Iterator<Item = (&'static Column, Cell<'a>)>> {
        (0..(self.count)(view)).map(move |n| self.columns.iter().map(move |column| (column, (column.cell)(view, n))))
    }
}

/// The rows of one table, cell by cell in the order of its columns.
pub type Rows<'a> = Vec<Vec<Cell<'a>>>;

/// One row a document.
pub const DOCUMENTS: Table = Table {
    name: "documents",
    columns: documents::COLUMNS,
    key: &["doc_id"],
    pointers: &[Pointer::maybe("duplicate_of", "documents")],
    count: |_| 1,
};

/// What every row but that of the document itself points at.
const OF_DOCUMENT: Pointer = Pointer::always("doc_id", "documents");

/// All tables that a document has rows in, in the order in which they are written.
pub const TABLES: [&Table; 7] = [
    &DOCUMENTS,
    &Table {
        name: "actors",
        columns: actors::ACTORS,
        key: &["doc_id", "actor_id"],
        pointers: &[OF_DOCUMENT, Pointer::maybe("affiliation", "actors")],
        count: |view| view.linked.actors.len(),
    },
    &Table {
        name: "actor_mentions",
        columns: actors::MENTIONS,
        key: &["doc_id", "mention_id"],
        pointers: &[OF_DOCUMENT, Pointer::always("actor_id", "actors")],
        count: |view| view.linked.mentions.len(),
    },
    &Table {
        name: "dates",
        columns: dates::COLUMNS,
        key: &["doc_id", "date_id"],
        pointers: &[OF_DOCUMENT],
        count: |view| view.linked.dates.len(),
    },
    &Table {
        name: "casualties",
        columns: casualties::COLUMNS,
        key: &["doc_id", "casualty_id"],
        pointers: &[
            OF_DOCUMENT,
            Pointer::maybe("part_of", "casualties"),
            Pointer::maybe("perpetrator_id", "actors"),
            Pointer::maybe("attributed_id", "actors"),
            Pointer::maybe("place_id", "actors"),
            Pointer::maybe("date_id", "dates"),
        ],
        count: |view| view.linked.claims.len(),
    },
    &Table {
        name: "plans",
        columns: plans::PLANS,
        key: &["doc_id", "plan_id"],
        pointers: &[OF_DOCUMENT, Pointer::maybe("proposed_by_id", "actors"), Pointer::maybe("date_id", "dates")],
        count: |view| view.linked.plans.len(),
    },
    &Table {
        name: "plan_steps",
        columns: plans::STEPS,
        key: &["doc_id", "step_id"],
        pointers: &[
            OF_DOCUMENT,
            Pointer::always("plan_id", "plans"),
            Pointer::maybe("actor_id", "actors"),
            Pointer::maybe("deadline_date_id", "dates"),
        ],
        count: |view| view.steps().len(),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn columns_are_snake_case_unique_and_explained() {
        for table in TABLES.into_iter().chain([&PROBLEMS]) {
            let mut names = HashSet::new();
            for column in table.columns {
                assert!(names.insert(column.name), "{}.{} stands twice", table.name, column.name);
                assert!(column.name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), "{}", column.name);
                assert!(column.about.len() > 3, "{}.{} is not explained", table.name, column.name);
            }
        }
    }
}
