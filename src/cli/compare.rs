//! Two states of a table, row by row.
//!
//! Rows of one document are paired in three rounds: those with equal cells, those at the same place, those with the same
//! words. Ids number the rows of a document, so a row that comes or goes shifts all ids behind it: a row's own id is not
//! compared, and a column that points at another table is compared by whether it points at anything.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use crate::error::{Error, Result};
use crate::pipeline::{CellKind, Table};

/// A table as it stands in a CSV file.
#[derive(Debug, Default)]
pub(super) struct Accepted {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Accepted {
    /// Reads a CSV file with a header; comma, semicolon and tab are told apart by the header.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path).map_err(|source| Error::Io { action: "read", path: path.to_owned(), source })?;
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
        let head = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
        let separator = [b',', b';', b'\t'].into_iter().max_by_key(|mark| head.iter().filter(|b| *b == mark).count()).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(bytes);
        let wrong = |error: csv::Error| Error::Value {
            what: path.display().to_string(),
            found: error.to_string(),
            allowed: "CSV as factbox writes it".into(),
        };
        let columns = reader.headers().map_err(wrong)?.iter().map(str::to_owned).collect();
        let rows = reader.records().map(|row| Ok(row.map_err(wrong)?.iter().map(str::to_owned).collect())).collect::<Result<_>>()?;
        Ok(Self { columns, rows })
    }

    /// The cell of `row` in the column of this name.
    fn cell<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        self.columns.iter().position(|c| c == column).and_then(|n| row.get(n)).map_or("", String::as_str)
    }
}

/// One difference, in words.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// A row that was not there before.
    Added { table: &'static str, row: String },
    /// A row that is no longer there.
    Removed { table: &'static str, row: String },
    /// A cell that is another one now.
    Changed { table: &'static str, row: String, column: &'static str, before: String, after: String },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Added { table, row } => write!(f, "added    {table}: {row}"),
            Self::Removed { table, row } => write!(f, "removed  {table}: {row}"),
            Self::Changed { table, row, column, before, after } => {
                write!(f, "changed  {table}: {row}: {column} was {before:?}, is {after:?}")
            }
        }
    }
}

/// All differences between two states of `table`, by document and place.
pub(super) fn differences(table: &Table, before: &Accepted, after: &Accepted) -> Vec<Difference> {
    let (old, new) = (by_document(before), by_document(after));
    let documents: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    documents.into_iter().flat_map(|doc| in_document(table, (before, old.get(doc)), (after, new.get(doc)))).collect()
}

/// What makes two rows one row.
type Key = fn(&Table, &Accepted, &[String]) -> String;

type Side<'a> = (&'a Accepted, Option<&'a Vec<&'a Vec<String>>>);

fn by_document(table: &Accepted) -> BTreeMap<&str, Vec<&Vec<String>>> {
    let mut documents: BTreeMap<&str, Vec<&Vec<String>>> = BTreeMap::new();
    for row in &table.rows {
        documents.entry(table.cell(row, "doc_id")).or_default().push(row);
    }
    documents
}

fn in_document(table: &Table, (before, old): Side<'_>, (after, new): Side<'_>) -> Vec<Difference> {
    let old: &[&Vec<String>] = old.map_or(&[], Vec::as_slice);
    let new: &[&Vec<String>] = new.map_or(&[], Vec::as_slice);
    let mut pairs = Vec::new();
    let (mut old_free, mut new_free) = (vec![true; old.len()], vec![true; new.len()]);
    for key in [content as Key, place, words] {
        let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for n in (0..new.len()).rev().filter(|n| new_free[*n]) {
            waiting.entry(key(table, after, new[n])).or_default().push(n);
        }
        for (o, row) in old.iter().enumerate() {
            if !old_free[o] {
                continue;
            }
            if let Some(n) = waiting.get_mut(&key(table, before, row)).and_then(Vec::pop) {
                (old_free[o], new_free[n]) = (false, false);
                pairs.push((o, n));
            }
        }
    }
    pairs.sort_unstable();
    let removed =
        (0..old.len()).filter(|o| old_free[*o]).map(|o| Difference::Removed { table: table.name, row: shown(table, before, old[o]) });
    let changed = pairs.into_iter().flat_map(|(o, n)| changes(table, (before, old[o]), (after, new[n])));
    let added = (0..new.len()).filter(|n| new_free[*n]).map(|n| Difference::Added { table: table.name, row: shown(table, after, new[n]) });
    removed.chain(changed).chain(added).collect()
}

/// The cells that are compared: a row's own id is left out, another table's id becomes a mark.
fn compared<'a>(table: &Table, side: &'a Accepted, row: &'a [String]) -> Vec<(&'static str, &'a str)> {
    let columns = table.columns.iter().filter(|c| Some(c.name) != own_id(table) && c.kind != CellKind::Article);
    columns
        .map(|column| {
            let cell = side.cell(row, column.name);
            let points = column.kind == CellKind::Id && column.name != "doc_id" && cell != "published";
            (column.name, if points && !cell.is_empty() { "(an id)" } else { cell })
        })
        .collect()
}

/// The column that numbers the rows of a document.
fn own_id(table: &Table) -> Option<&'static str> {
    table.key.last().copied().filter(|column| *column != "doc_id")
}

fn content(table: &Table, side: &Accepted, row: &[String]) -> String {
    compared(table, side, row).iter().map(|(_, cell)| *cell).collect::<Vec<_>>().join("\u{1F}")
}

fn place(_: &Table, side: &Accepted, row: &[String]) -> String {
    ["start_char", "end_char", "harm", "number"].map(|column| side.cell(row, column)).join("\u{1F}")
}

fn words(_: &Table, side: &Accepted, row: &[String]) -> String {
    ["text", "name", "path"].map(|column| side.cell(row, column)).join("\u{1F}")
}

fn changes(table: &Table, (before, old): (&Accepted, &[String]), (after, new): (&Accepted, &[String])) -> Vec<Difference> {
    let row = shown(table, after, new);
    let cells = compared(table, before, old).into_iter().zip(compared(table, after, new));
    cells
        .filter(|((_, was), (_, is))| was != is)
        .map(|((column, was), (_, is))| Difference::Changed {
            table: table.name,
            row: row.clone(),
            column,
            before: was.into(),
            after: is.into(),
        })
        .collect()
}

/// A row in words: its document, its id, and what it says.
fn shown(table: &Table, side: &Accepted, row: &[String]) -> String {
    let id = own_id(table).map_or("", |column| side.cell(row, column));
    let words = side.cell(row, "text").split_whitespace().take(12).collect::<Vec<_>>().join(" ");
    format!("{} {id} {words:?}", side.cell(row, "doc_id"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::TABLES;

    fn dates(rows: &[[&str; 5]]) -> Accepted {
        Accepted {
            columns: ["doc_id", "date_id", "timex_value", "start_char", "text"].map(str::to_owned).into(),
            rows: rows.iter().map(|row| row.map(str::to_owned).into()).collect(),
        }
    }

    #[test]
    fn a_row_that_comes_does_not_change_those_behind_it() {
        let before = dates(&[["x", "d1", "2013-09-13", "40", "tomorrow"], ["x", "d2", "2013-09-14", "60", "Saturday"]]);
        let after = dates(&[
            ["x", "d1", "2013-09-12", "10", "today"],
            ["x", "d2", "2013-09-13", "40", "tomorrow"],
            ["x", "d3", "2013-09-07", "60", "Saturday"],
        ]);
        let said: Vec<String> = differences(TABLES[3], &before, &after).iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            ["changed  dates: x d3 \"Saturday\": timex_value was \"2013-09-14\", is \"2013-09-07\"", "added    dates: x d1 \"today\"",]
        );
        assert!(differences(TABLES[3], &after, &after).is_empty());
    }
}
