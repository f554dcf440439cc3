//! JSON Lines: one object a document, with its rows under the names of their tables.
//!
//! A line holds everything that the tables say of a document, so that it is also what a journal keeps: [`read`] makes
//! rows of it again.

mod read;

pub(super) use read::{Line, read};

use super::json;
use crate::error::Result;
use crate::tables::{PROBLEMS, Rows, SCHEMA_VERSION, TABLES};

use super::output::{Output, Whole};
use super::{DocumentRows, Writer};

/// The line of one document. `doc_id` stands in `document` alone.
pub fn line(rows: &DocumentRows<'_>) -> Vec<u8> {
    let mut out = format!("{{\"schema_version\":{SCHEMA_VERSION}").into_bytes();
    for (n, (table, rows)) in TABLES.iter().zip(rows).enumerate() {
        let is_document = n == 0;
        let name = if is_document { "document" } else { table.name };
        out.extend_from_slice(format!(",\"{name}\":{}", if is_document { "" } else { "[" }).as_bytes());
        for (n, row) in rows.iter().enumerate() {
            if n > 0 {
                out.push(b',');
            }
            let keys = usize::from(!is_document);
            json::object(table.columns.iter().zip(row).skip(keys), &mut out);
        }
        if !is_document {
            out.push(b']');
        }
    }
    out.extend_from_slice(b"}\n");
    out
}

/// The lines of problems: they stand in journals alone.
pub(super) fn problem_lines(problems: &Rows<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for row in problems {
        out.extend_from_slice(b"{\"problem\":");
        json::object(PROBLEMS.columns.iter().zip(row), &mut out);
        out.extend_from_slice(b"}\n");
    }
    out
}

/// `stream.jsonl`.
pub(super) struct StreamWriter(pub(super) Output);

impl Writer for StreamWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        self.0.put(&line(rows))
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.0.whole()?])
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::tables::{Cell, CellKind, Column};

    /// Any cell that a column of this kind may have; shares with two decimals, which is all that is written of them.
    fn cell(kind: CellKind) -> BoxedStrategy<Cell<'static>> {
        let text = || prop_oneof!["\\PC{0,8}", any::<String>(), "[\\x00-\\x1F\\x7F\"\\\\\u{2028}\u{FEFF}é🕊]{0,12}"];
        let full = match kind {
            CellKind::Number => prop_oneof![any::<u64>(), 0..100_u64].prop_map(Cell::Number).boxed(),
            CellKind::Share => (0..=100_u8).prop_map(|n| Cell::Share(f32::from(n) / 100.0)).boxed(),
            CellKind::Flag => any::<bool>().prop_map(Cell::Flag).boxed(),
            CellKind::List => prop::collection::vec(text().prop_map(Cow::Owned), 0..4).prop_map(Cell::List).boxed(),
            CellKind::Text | CellKind::Id | CellKind::Day | CellKind::Article => text().prop_map(|words| Cell::Text(words.into())).boxed(),
        };
        prop_oneof![1 => Just(Cell::Empty), 4 => full].boxed()
    }

    fn row(columns: &'static [Column]) -> impl Strategy<Value = Vec<Cell<'static>>> {
        columns.iter().map(|column| cell(column.kind)).collect::<Vec<_>>()
    }

    fn table(n: usize) -> impl Strategy<Value = Rows<'static>> {
        let count = if n == 0 { 1..=1 } else { 0..=3 };
        prop::collection::vec(row(TABLES[n].columns), count)
    }

    /// Rows of a document whose id all of them name.
    fn document() -> impl Strategy<Value = DocumentRows<'static>> {
        std::array::from_fn::<_, { TABLES.len() }, _>(table).prop_map(|mut rows| {
            let id = rows[0][0][0].clone();
            rows[1..].iter_mut().flatten().for_each(|row| row[0] = id.clone());
            rows
        })
    }

    proptest! {
        #[test]
        fn a_line_gives_back_its_rows(rows in document()) {
            let line = line(&rows);
            prop_assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1);
            let Line::Document(again) = read(&line).unwrap() else { return Err(TestCaseError::fail("no document")) };
            prop_assert_eq!(&*again, &rows);
        }

        #[test]
        fn a_problem_gives_back_its_row(row in row(PROBLEMS.columns)) {
            let line = problem_lines(&vec![row.clone()]);
            prop_assert_eq!(read(&line).unwrap(), Line::Problem(row));
        }

        #[test]
        fn a_torn_line_is_no_line(rows in document(), at in any::<prop::sample::Index>()) {
            let line = line(&rows);
            let whole = line.trim_ascii_end().len();
            prop_assert!(read(&line[..at.index(whole)]).is_err());
        }
    }
}
