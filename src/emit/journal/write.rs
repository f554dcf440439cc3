//! A journal that is being written.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::head::{End, Head};
use super::line::{self, Item, Line};
use super::parts::Parts;
use super::{NAME, SHARD_FILE};
use crate::emit::output;
use crate::error::{Error, Problem, Result};
use crate::tables::problem_rows;

/// The journal of a run that is under way. Nobody else may write into its folder meanwhile.
pub struct Journal {
    file: BufWriter<File>,
    path: PathBuf,
    kept: Kept,
    replaced: bool,
}

/// A journal to which nothing is written any more.
pub struct Finished {
    file: File,
    path: PathBuf,
}

/// What stands whole in the journal of a run that broke off.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Kept {
    articles: u64,
    problems: u64,
    bytes: u64,
}

impl Journal {
    /// Makes the folder, if needed, and a new journal in it; one of an unfinished run is replaced.
    ///
    /// # Errors
    /// When the folder or the journal cannot be made, or another run writes into the folder.
    pub fn create(folder: &Path, head: &Head) -> Result<Self> {
        Self::open(folder, head, |_, _| Ok(Kept::default()))
    }

    /// Opens the journal of an unfinished run behind its last whole line; makes a new one where there is none.
    ///
    /// # Errors
    /// When the unfinished run had another head; when the journal cannot be read or written.
    pub fn resume(folder: &Path, head: &Head) -> Result<Self> {
        Self::open(folder, head, |file, path| kept(file, path, head))
    }

    fn open(folder: &Path, head: &Head, keep: impl FnOnce(&File, &Path) -> Result<Kept>) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|source| Error::Io { action: "create the folder", path: folder.to_owned(), source })?;
        let path = folder.join(NAME);
        let fail = |action, source| Error::Io { action, path: path.clone(), source };
        let open = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = open.map_err(|source| fail("create", source))?;
        // Where a file system knows no locks, nobody is kept out.
        if let Err(TryLockError::WouldBlock) = file.try_lock() {
            let found = "another run of factbox that writes into it".into();
            return Err(Error::Value { what: folder.display().to_string(), found, allowed: "one at a time".into() });
        }
        output::sweep(folder)?;
        let kept = keep(&file, &path)?;
        let replaced = kept.bytes == 0 && file.metadata().is_ok_and(|data| data.len() > 0);
        file.set_len(kept.bytes).and_then(|()| file.seek(SeekFrom::Start(kept.bytes))).map_err(|source| fail("write", source))?;
        let mut journal = Self { file: BufWriter::new(file), path, kept, replaced };
        if kept.bytes == 0 {
            journal.put(&line::head(head))?;
        }
        Ok(journal)
    }

    /// How many articles and problems it held when it was opened.
    pub fn kept(&self) -> u64 {
        self.kept.articles
    }

    /// How many of these were problems.
    pub fn kept_problems(&self) -> u64 {
        self.kept.problems
    }

    /// Whether it took the place of one that was not finished.
    pub fn replaced(&self) -> bool {
        self.replaced
    }

    /// Appends the line of a document, as [`line`](crate::emit::line) made it.
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
        problem_rows(std::slice::from_ref(problem)).iter().try_for_each(|row| self.put(&line::problem(row)))
    }

    /// Ends it: `of` articles and problems stood in the whole input.
    ///
    /// # Errors
    /// When the journal cannot be written.
    pub fn finish(mut self, of: u64) -> Result<Finished> {
        self.put(&line::end(End { of }))?;
        let path = self.path;
        match self.file.into_inner() {
            Ok(file) => Ok(Finished { file, path }),
            Err(error) => Err(Error::Io { action: "write", path, source: error.into_error() }),
        }
    }

    fn put(&mut self, line: &[u8]) -> Result<()> {
        self.file.write_all(line).map_err(|source| Error::Io { action: "write", path: self.path.clone(), source })
    }
}

impl Finished {
    /// Its lines from the first.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub fn parts(&self) -> Result<Parts> {
        let again = || {
            let mut file = self.file.try_clone()?;
            file.rewind()?;
            Ok(file)
        };
        Parts::one(again().map_err(|source| self.failed("read", source))?, &self.path)
    }

    /// Removes it: its tables are there.
    ///
    /// # Errors
    /// When the file cannot be removed.
    pub fn remove(self) -> Result<()> {
        fs::remove_file(&self.path).map_err(|source| self.failed("remove", source))
    }

    /// Gives it the name of a finished shard.
    ///
    /// # Errors
    /// When the file cannot be renamed.
    pub fn into_shard(self) -> Result<()> {
        fs::rename(&self.path, self.path.with_file_name(SHARD_FILE)).map_err(|source| self.failed("rename", source))
    }

    fn failed(&self, action: &'static str, source: io::Error) -> Error {
        Error::Io { action, path: self.path.clone(), source }
    }
}

/// Reads a journal up to its end or its first line that is not whole. One without a head holds nothing.
fn kept(file: &File, path: &Path, head: &Head) -> Result<Kept> {
    let mut kept = Kept::default();
    let mut file = BufReader::with_capacity(1 << 16, file);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        file.read_until(b'\n', &mut bytes).map_err(|source| Error::Io { action: "read", path: path.to_owned(), source })?;
        if !bytes.ends_with(b"\n") {
            return Ok(kept);
        }
        match line::read(&bytes) {
            Ok(Line::Head(found)) if kept.bytes == 0 => {
                if let Some(found) = found.difference(head) {
                    let allowed = "what the unfinished run was started with; without --resume, a new one takes its place".to_owned();
                    return Err(Error::Value { what: format!("{}: --resume", path.display()), found, allowed });
                }
            }
            Ok(Line::Item(item)) if kept.bytes > 0 => {
                kept.articles += 1;
                kept.problems += u64::from(matches!(item, Item::Problem(_)));
            }
            // Torn, the end, or anything that no run wrote there: what comes from here on is made again.
            _ => return Ok(kept),
        }
        kept.bytes += bytes.len() as u64;
    }
}
