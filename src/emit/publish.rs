//! From the journal of a run that is over to the files that users hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::journal::{Item, Parts};
use super::output::{Output, Whole};
use super::{CsvStyle, DocumentRows, Format, Writer};
use crate::error::{Error, Result};
use crate::tables::{Cell, DOCUMENTS, Rows, TABLES};

/// Problems that are kept for the `problems` table: as many as a table of them can be read.
const MOST_PROBLEMS: usize = 1_000_000;

/// The files of a run, whole and without their names.
pub struct Published {
    folder: PathBuf,
    files: Vec<Whole>,
    /// What is in them.
    pub counts: Counts,
}

/// How much a run gave.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Articles that were read.
    pub articles: u64,
    /// Files and records that were not.
    pub problems: u64,
    /// Articles that repeat an earlier one.
    pub duplicates: u64,
    /// Articles by the code of their language; `und` where it is not known.
    pub languages: BTreeMap<String, u64>,
    /// Rows by table.
    pub rows: BTreeMap<&'static str, u64>,
}

/// Writes the tables of a run to `folder` in each of `formats`.
///
/// # Errors
/// When a journal cannot be read or lacks its end, or a file cannot be written.
pub fn publish(run: Parts, folder: &Path, formats: &[Format], style: CsvStyle) -> Result<Published> {
    fs::create_dir_all(folder).map_err(|source| Error::Io { action: "create the folder", path: folder.to_owned(), source })?;
    let mut writers: Vec<Box<dyn Writer>> = formats.iter().map(|format| format.create(folder, style)).collect::<Result<_>>()?;
    let (mut counts, mut problems) = (Counts::default(), Rows::new());
    run.each(|item| {
        match item {
            Item::Document(rows) => {
                counts.document(&rows);
                writers.iter_mut().try_for_each(|writer| writer.document(&rows))?;
            }
            Item::Problem(row) => {
                counts.problems += 1;
                if problems.len() < MOST_PROBLEMS {
                    problems.push(row.into_iter().map(Cell::into_owned).collect());
                }
            }
        }
        Ok(())
    })?;
    let files: Vec<Vec<Whole>> = writers.into_iter().map(|writer| writer.finish(&problems)).collect::<Result<_>>()?;
    Ok(Published { folder: folder.to_owned(), files: files.into_iter().flatten().collect(), counts })
}

impl Published {
    /// Adds a file of these bytes.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut file = Output::create(&self.folder, name)?;
        file.put(bytes)?;
        self.files.push(file.whole()?);
        Ok(())
    }

    /// Gives every file its name.
    ///
    /// # Errors
    /// When a file cannot be renamed.
    pub fn name(self) -> Result<Counts> {
        self.files.into_iter().try_for_each(Whole::name)?;
        Ok(self.counts)
    }
}

impl Counts {
    /// Stands for the code of a language that is not known, as in ISO 639-2.
    pub const UNKNOWN: &str = "und";

    fn document(&mut self, rows: &DocumentRows<'_>) {
        self.articles += 1;
        for (table, rows) in TABLES.iter().zip(rows) {
            *self.rows.entry(table.name).or_default() += rows.len() as u64;
        }
        for row in &rows[0] {
            self.duplicates += u64::from(words(row, "duplicate_of").is_some());
            *self.languages.entry(words(row, "language").unwrap_or(Self::UNKNOWN).to_owned()).or_default() += 1;
        }
    }
}

/// The words in a column of `documents`, where there are some.
fn words<'a>(row: &'a [Cell<'_>], column: &str) -> Option<&'a str> {
    let cell = DOCUMENTS.columns.iter().zip(row).find(|(known, _)| known.name == column);
    cell.and_then(|(_, cell)| if let Cell::Text(words) = cell { Some(words.as_ref()) } else { None })
}
