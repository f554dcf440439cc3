//! From the journal of a run that is over to the files that users hold.

use std::path::Path;

use super::journal::each_line;
use super::output::Whole;
use super::stream::Line;
use super::{CsvStyle, Format, Writer};
use crate::error::{Error, Result};
use crate::tables::{Cell, Rows};

/// Problems that are kept for the `problems` table: as many as a table of them can be read.
const MOST_PROBLEMS: usize = 1_000_000;

/// Writes the tables of `journal` to `folder` in each of `formats`, names them when all are whole, and removes the journal.
///
/// # Errors
/// When the journal cannot be read, or a file cannot be written or renamed.
pub fn publish(journal: &Path, folder: &Path, formats: &[Format], style: CsvStyle) -> Result<()> {
    let mut writers: Vec<Box<dyn Writer>> = formats.iter().map(|format| format.create(folder, style)).collect::<Result<_>>()?;
    let mut problems = Rows::new();
    each_line(journal, |line| {
        match line {
            Line::Document(rows) => writers.iter_mut().try_for_each(|writer| writer.document(&rows))?,
            Line::Problem(row) if problems.len() < MOST_PROBLEMS => problems.push(row.into_iter().map(Cell::into_owned).collect()),
            Line::Problem(_) => {}
        }
        Ok(())
    })?;
    let files: Vec<Vec<Whole>> = writers.into_iter().map(|writer| writer.finish(&problems)).collect::<Result<_>>()?;
    files.into_iter().flatten().try_for_each(Whole::name)?;
    std::fs::remove_file(journal).map_err(|source| Error::Io { action: "remove", path: journal.to_owned(), source })
}
