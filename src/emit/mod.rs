//! From rows to bytes, and from bytes to files.
//!
//! The story has two halves. While articles are read, workers make one [`line()`] of each, which holds all its rows, and a
//! [`Journal`] in the folder takes the lines in the order of the input. When the reading is over, [`publish`] reads the
//! [`journal`] back, document by document, and hands the rows to one [`Writer`] a format. Files get their names when all
//! of them are whole.
//!
//! A format is a file here with its [`Writer`], which sees cells alone: [`csv`] (with a [`package`] that describes it),
//! [`json`] (one array a table), [`stream`] (one object a document), [`xlsx`], [`parquet`], [`sqlite`]. The tests of all of
//! them write and read back the rows of one `fixture`.

mod csv;
#[cfg(test)]
mod fixture;
mod journal;
mod json;
mod output;
mod package;
mod parquet;
mod publish;
mod sqlite;
mod stream;
mod xlsx;

use std::path::Path;

pub use csv::CsvStyle;
pub use journal::{Finished, Head, Journal, Parts, SHARD_FILE, Shard};
pub use publish::{Counts, Published, publish};
pub use stream::line;

use crate::error::Result;
use crate::tables::{PROBLEMS, Rows, TABLES, Table};
use output::{Output, Whole};

/// A format of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// One `.csv` a table.
    Csv,
    /// One `.json` a table: an array of objects.
    Json,
    /// `stream.jsonl`: one object a document.
    Jsonl,
    /// `factbox.xlsx`: a sheet a table.
    Xlsx,
    /// One `.parquet` a table.
    Parquet,
    /// `factbox.sqlite`: a database with the tables and their keys.
    Sqlite,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Json, Self::Jsonl, Self::Xlsx, Self::Parquet, Self::Sqlite];

    /// The name as typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
            Self::Sqlite => "sqlite",
        }
    }

    /// The name of the file that holds the documents.
    pub fn documents(self) -> String {
        match self {
            Self::Csv | Self::Json | Self::Parquet => format!("documents.{}", self.name()),
            Self::Jsonl => "stream.jsonl".to_owned(),
            Self::Xlsx | Self::Sqlite => format!("factbox.{}", self.name()),
        }
    }

    /// A writer of this format, whose files will stand in `folder`.
    fn create(self, folder: &Path, style: CsvStyle) -> Result<Box<dyn Writer>> {
        Ok(match self {
            Self::Csv => Box::new(csv::CsvWriter::create(folder, style)?),
            Self::Json => Box::new(json::JsonWriter::create(folder)?),
            Self::Jsonl => Box::new(stream::StreamWriter(Output::create(folder, "stream.jsonl")?)),
            Self::Xlsx => Box::new(xlsx::XlsxWriter::create(folder)?),
            Self::Parquet => Box::new(parquet::ParquetWriter::create(folder)?),
            Self::Sqlite => Box::new(sqlite::SqliteWriter::create(folder)?),
        })
    }
}

/// The rows of one document, a list for each of [`TABLES`].
type DocumentRows<'a> = [Rows<'a>; TABLES.len()];

/// What writes one format: it is shown the documents in the order of the input, and the problems at the end.
trait Writer {
    /// Takes the rows of one document.
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()>;

    /// Takes the rows of `problems`, and gives the files, to which nothing is written any more.
    fn finish(self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>>;
}

/// The tables that have files of their own: those of the documents, and the problems.
fn filed() -> impl Iterator<Item = &'static Table> {
    TABLES.into_iter().chain([&PROBLEMS])
}
