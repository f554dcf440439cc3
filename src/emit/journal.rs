//! The journal of a run: a hidden file in the folder that takes, line by line and in the order of the input, what became
//! of each article: its rows, or the problem that it was.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::stream::{self, Line};
use crate::error::{Error, Problem, Result};
use crate::tables::problem_rows;

/// Its name in the folder.
const NAME: &str = ".factbox-journal";

/// A journal that is being written.
pub struct Journal {
    file: BufWriter<File>,
    path: PathBuf,
}

impl Journal {
    /// Makes the folder, if needed, and an empty journal in it.
    ///
    /// # Errors
    /// When the folder or the journal cannot be made.
    pub fn create(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|source| Error::Io { action: "create the folder", path: folder.to_owned(), source })?;
        let path = folder.join(NAME);
        let file = File::create(&path).map_err(|source| Error::Io { action: "create", path: path.clone(), source })?;
        Ok(Self { file: BufWriter::new(file), path })
    }

    /// Appends the line of a document, as [`super::line`] made it.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn document(&mut self, line: &[u8]) -> Result<()> {
        self.put(line)
    }

    /// Appends a problem.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn problem(&mut self, problem: &Problem) -> Result<()> {
        self.put(&stream::problem_lines(&problem_rows(std::slice::from_ref(problem))))
    }

    /// Writes what is still held back; the journal can then be published.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn finish(mut self) -> Result<PathBuf> {
        self.file.flush().map_err(|source| self.failed(source))?;
        Ok(self.path)
    }

    fn put(&mut self, line: &[u8]) -> Result<()> {
        self.file.write_all(line).map_err(|source| self.failed(source))
    }

    fn failed(&self, source: io::Error) -> Error {
        Error::Io { action: "write", path: self.path.clone(), source }
    }
}

/// Shows each line of a journal to `take`.
pub(super) fn each_line(path: &Path, mut take: impl FnMut(Line<'_>) -> Result<()>) -> Result<()> {
    let fail = |source| Error::Io { action: "read", path: path.to_owned(), source };
    let mut file = BufReader::with_capacity(1 << 16, File::open(path).map_err(fail)?);
    let mut bytes = Vec::new();
    for number in 1.. {
        bytes.clear();
        if file.read_until(b'\n', &mut bytes).map_err(fail)? == 0 {
            break;
        }
        let line = stream::read(&bytes).map_err(|error| Error::Value {
            what: format!("{}, line {number}", path.display()),
            found: error.to_string(),
            allowed: "a line as this version of factbox writes it".into(),
        })?;
        take(line)?;
    }
    Ok(())
}
