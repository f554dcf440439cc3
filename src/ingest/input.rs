//! What a reader is given: a place in the user's files, and the bytes that stand there.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{MAX_ARTICLE_BYTES, Source, problem, unreadable};
use crate::error::{Problem, ProblemKind};

/// Wrappers in wrappers, at the most: an archive in an archive, and a compressed file in that.
const MAX_NESTING: u8 = 3;
/// What a reader of archives may hold in memory where it can't go back in a stream.
const MAX_HELD: u64 = 256 << 20;

/// Where an article, or a file of them, stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The path as shown, with the names inside archives behind it; empty for standard input.
    pub path: String,
    /// The id of the document, or of the file of documents.
    pub id: String,
}

impl Place {
    /// The id of a record that has none: `feed#3`, or `record-3` on standard input.
    pub(super) fn id_of(&self, record: Option<u64>) -> String {
        match (record, self.id.is_empty()) {
            (None, _) => self.id.clone(),
            (Some(record), true) => format!("record-{record}"),
            (Some(record), false) => format!("{}#{record}", self.id),
        }
    }
}

/// Bytes that can be read from the start, and from any place.
pub(super) trait ReadSeek: Read + Seek + Send {}
impl<T: Read + Seek + Send> ReadSeek for T {}

/// One thing to be read: a file, or what a wrapper held.
pub struct Input {
    /// Where it stands.
    pub place: Place,
    /// Its bytes from the start.
    pub(super) bytes: Box<dyn BufRead + Send>,
    /// The file itself, where nothing is wrapped around the bytes.
    pub(super) file: Option<PathBuf>,
    /// How many bytes the user's file has.
    pub(super) size: u64,
    nesting: u8,
}

impl Input {
    /// Opens a file that was found; it may be gone or closed to us by now.
    pub(super) fn open(source: &Source) -> Result<Self, Problem> {
        let failed = |error: io::Error| unreadable(&source.path, &error);
        let file = File::open(source.file()).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        Ok(Self {
            place: Place { path: source.path.clone(), id: source.id.clone() },
            bytes: Box::new(BufReader::new(file)),
            file: Some(source.file().to_owned()),
            size,
            nesting: 0,
        })
    }

    /// Bytes that stand in memory, for tests.
    #[cfg(test)]
    pub(super) fn held(place: Place, bytes: Cursor<Vec<u8>>) -> Self {
        Self { place, size: bytes.get_ref().len() as u64, bytes: Box::new(bytes), file: None, nesting: 0 }
    }

    /// What this one held: one level deeper.
    pub(super) fn inner(&self, place: Place, bytes: Box<dyn BufRead + Send>) -> Result<Self, Problem> {
        if self.nesting >= MAX_NESTING {
            let message = format!("archives in archives, more than {MAX_NESTING} deep; unpack the outer ones first");
            return Err(problem(&place.path, ProblemKind::TooLarge, message));
        }
        Ok(Self { place, bytes, file: None, size: self.size, nesting: self.nesting + 1 })
    }

    /// All bytes of what holds one article, or says that there are too many of them.
    pub(super) fn all(&mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        let limit = MAX_ARTICLE_BYTES as u64 + 1;
        self.bytes.by_ref().take(limit).read_to_end(&mut bytes).map_err(|error| self.unreadable(&error))?;
        if bytes.len() > MAX_ARTICLE_BYTES {
            let message = format!("the file is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article");
            return Err(problem(&self.place.path, ProblemKind::TooLarge, message));
        }
        Ok(bytes)
    }

    /// The bytes to read from any place: the file itself, or a copy of the stream in memory, within a limit.
    pub(super) fn seekable(&mut self) -> Result<Box<dyn ReadSeek>, Problem> {
        if let Some(file) = &self.file {
            return match File::open::<&Path>(file) {
                Ok(file) => Ok(Box::new(BufReader::new(file))),
                Err(error) => Err(self.unreadable(&error)),
            };
        }
        let mut held = Vec::new();
        self.bytes.by_ref().take(MAX_HELD + 1).read_to_end(&mut held).map_err(|error| self.unreadable(&error))?;
        if held.len() as u64 > MAX_HELD {
            let message =
                format!("larger than {MAX_HELD} bytes (256 MiB), the limit for an archive inside another; unpack the outer one first");
            return Err(problem(&self.place.path, ProblemKind::TooLarge, message));
        }
        Ok(Box::new(Cursor::new(held)))
    }

    pub(super) fn unreadable(&self, error: &io::Error) -> Problem {
        unreadable(&self.place.path, error)
    }
}

/// A stream that ends with an error where it gives more bytes than the limit.
pub(super) struct Bounded<R> {
    reader: R,
    left: u64,
    message: String,
}

impl<R: Read> Bounded<R> {
    pub(super) fn new(reader: R, limit: u64, message: String) -> Self {
        Self { reader, left: limit, message }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(target)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::new(io::ErrorKind::FileTooLarge, self.message.clone())),
        }
        Ok(read)
    }
}

/// A stream that ends with an error where one record of it is larger than an article may be.
pub(super) struct Metered {
    reader: Box<dyn BufRead + Send>,
    left: Arc<AtomicU64>,
}

/// What a [`Metered`] stream may give before the next refill, which comes with each record.
pub(super) struct Allowance(Arc<AtomicU64>);

/// The stream, and the means to let it go on.
pub(super) fn metered(reader: Box<dyn BufRead + Send>) -> (Metered, Allowance) {
    let left = Arc::new(AtomicU64::new(MAX_ARTICLE_BYTES as u64));
    (Metered { reader, left: Arc::clone(&left) }, Allowance(left))
}

impl Allowance {
    /// Allows one more record, and what lies read of the one behind it.
    pub(super) fn refill(&self) {
        self.0.store(MAX_ARTICLE_BYTES as u64, Ordering::Relaxed);
    }
}

impl Read for Metered {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(target)?;
        let Some(left) = self.left.load(Ordering::Relaxed).checked_sub(read as u64) else {
            let message =
                format!("a record is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article; the rest is left out");
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        };
        self.left.store(left, Ordering::Relaxed);
        Ok(read)
    }
}
