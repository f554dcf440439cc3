//! From rows to bytes, and from bytes to files.
//!
//! A writer is a file here and sees cells alone: [`csv`], [`json`] (one array a table) and [`stream`] (one object a
//! document). Workers [`encode`] the rows of one document; one thread appends what they give, in the order of the input,
//! to a [`Folder`], whose files get their names when they are whole.

mod csv;
mod folder;
mod json;
mod stream;

pub use csv::CsvStyle;
pub use folder::Folder;

use crate::tables::{PROBLEMS, Rows, TABLES, Table};

/// A format of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// One `.csv` a table.
    Csv,
    /// One `.json` a table: an array of objects.
    Json,
    /// `stream.jsonl`: one object a document.
    Jsonl,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Jsonl];

    /// The name as typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
        }
    }
}

/// The bytes of one document in all formats that are wanted.
#[derive(Debug, Default)]
pub struct Encoded {
    csv: Vec<Vec<u8>>,
    json: Vec<Vec<u8>>,
    stream: Vec<u8>,
}

impl Encoded {
    /// The document's line of the stream.
    pub fn line(&self) -> &[u8] {
        &self.stream
    }
}

/// Bytes of a row, more or less.
const ROW_BYTES: usize = 320;

/// Writes the rows of one document in each of `formats`.
pub fn encode(rows: &[Rows<'_>; TABLES.len()], formats: &[Format], style: CsvStyle) -> Encoded {
    let mut encoded = Encoded::default();
    for format in formats {
        match format {
            Format::Csv => encoded.csv = each_table(rows, |table, rows, out| csv::rows(table, rows, style, out)),
            Format::Json => encoded.json = each_table(rows, json::rows),
            Format::Jsonl => {
                encoded.stream.reserve(ROW_BYTES * rows.iter().map(Vec::len).sum::<usize>());
                stream::line(rows, &mut encoded.stream);
            }
        }
    }
    encoded
}

fn each_table(rows: &[Rows<'_>; TABLES.len()], write: impl Fn(&Table, &Rows<'_>, &mut Vec<u8>)) -> Vec<Vec<u8>> {
    TABLES
        .iter()
        .zip(rows)
        .map(|(table, rows)| {
            let mut out = Vec::new();
            write(table, rows, &mut out);
            out
        })
        .collect()
}

/// The tables that have files of their own: those of the documents, and the problems.
fn filed() -> impl Iterator<Item = &'static Table> {
    TABLES.into_iter().chain([&PROBLEMS])
}
