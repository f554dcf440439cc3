//! From rows to bytes, and from bytes to files.
//!
//! The story has two halves. While articles are read, workers make one [`line()`] of each, which holds all its rows, and a
//! [`Journal`] in the folder takes the lines in the order of the input. When the reading is over, [`publish`] reads the
//! [`journal`] back, document by document, and hands the rows to one [`Writer`] a format. Files get their names when all
//! of them are whole.
//!
//! A format is a file here with its [`Writer`], which sees cells alone: [`csv`], [`json`] (one array a table), [`stream`]
//! (one object a document).

mod annotation;
mod columns;
mod csv;
mod journal;
mod json;
mod output;
mod publish;
mod report;
mod stream;

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
    /// `report.html`: a page that shows the tables beside the articles.
    Html,
    /// `brat/`: standoff annotations.
    Brat,
    /// `doccano.jsonl`: labelled spans, for doccano and Prodigy.
    Doccano,
    /// `bio.conll`: tagged tokens.
    Bio,
    /// `timeml/`: dates as TIMEX3.
    Timeml,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] = [Self::Csv, Self::Json, Self::Jsonl, Self::Html, Self::Brat, Self::Doccano, Self::Bio, Self::Timeml];

    /// The name as typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Html => "html",
            Self::Brat => "brat",
            Self::Doccano => "doccano",
            Self::Bio => "bio",
            Self::Timeml => "timeml",
        }
    }

    /// Fails where what this format writes would replace what somebody may have worked on.
    ///
    /// # Errors
    /// When a folder of annotations from an earlier run stands in `folder`.
    pub fn is_free(self, folder: &Path) -> Result<()> {
        match self {
            Self::Brat | Self::Timeml => output::is_free(&folder.join(self.name())),
            _ => Ok(()),
        }
    }

    /// A writer of this format, whose files will stand in `folder`.
    fn create(self, folder: &Path, style: CsvStyle) -> Result<Box<dyn Writer>> {
        Ok(match self {
            Self::Csv => Box::new(csv::CsvWriter::create(folder, style)?),
            Self::Json => Box::new(json::JsonWriter::create(folder)?),
            Self::Jsonl => Box::new(stream::StreamWriter(Output::create(folder, "stream.jsonl")?)),
            Self::Html => Box::new(report::ReportWriter::create(folder)?),
            Self::Brat => Box::new(annotation::BratWriter::create(folder)?),
            Self::Doccano => Box::new(annotation::DoccanoWriter::create(folder)?),
            Self::Bio => Box::new(annotation::BioWriter::create(folder)?),
            Self::Timeml => Box::new(annotation::TimemlWriter::create(folder)?),
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
