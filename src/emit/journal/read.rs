//! A journal that is whole, read back line by line.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use super::head::Head;
use super::line::{self, Line};
use crate::error::{Error, Result};

/// A journal, open behind its head.
pub(super) struct Reader {
    file: BufReader<File>,
    path: PathBuf,
    bytes: Vec<u8>,
    /// The number of the last line that was read.
    line: u64,
}

impl Reader {
    /// Starts at the beginning of `file` and reads the head.
    pub fn new(file: File, path: &Path) -> Result<(Self, Head)> {
        let mut reader = Self { file: BufReader::with_capacity(1 << 16, file), path: path.to_owned(), bytes: Vec::new(), line: 0 };
        match reader.next()? {
            Some(Line::Head(head)) => Ok((reader, *head)),
            _ => Err(reader.wrong("no head".into())),
        }
    }

    /// The next line; none at the end of the file.
    pub fn next(&mut self) -> Result<Option<Line<'_>>> {
        self.bytes.clear();
        let read = self.file.read_until(b'\n', &mut self.bytes);
        if read.map_err(|source| Error::Io { action: "read", path: self.path.clone(), source })? == 0 {
            return Ok(None);
        }
        self.line += 1;
        line::read(&self.bytes).map(Some).map_err(|error| self.wrong(error.to_string()))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    fn wrong(&self, found: String) -> Error {
        let what = format!("{}, line {}", self.path.display(), self.line);
        Error::Value { what, found, allowed: "a line of a journal, as this version of factbox writes it".into() }
    }
}
