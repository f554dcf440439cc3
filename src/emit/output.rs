//! One file of a run: written under a temporary name in the folder, and named when every file of the run is whole.

use std::fs;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// How the names of files that are not whole yet begin and end.
const PARTIAL: (&str, &str) = (".factbox-", ".partial");

/// A file that is being written.
pub(super) struct Output {
    file: BufWriter<NamedTempFile>,
    path: PathBuf,
}

/// A file that lacks nothing but its name.
pub(super) struct Whole {
    file: NamedTempFile,
    path: PathBuf,
}

/// Removes what runs that were killed left in the folder.
pub(super) fn sweep(folder: &Path) -> Result<()> {
    let fail = |source| Error::Io { action: "remove unfinished files in", path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name.starts_with(PARTIAL.0) && name.ends_with(PARTIAL.1)) {
            fs::remove_file(entry.path()).map_err(fail)?;
        }
    }
    Ok(())
}

impl Output {
    /// Makes the temporary file that will be `name` in `folder`.
    pub fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PARTIAL.0).suffix(PARTIAL.1);
        #[cfg(unix)]
        {
            // What the user's umask leaves of it, as for any other file.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder).map_err(|source| Error::Io { action: "create", path: path.clone(), source })?;
        Ok(Self { file: BufWriter::new(file), path })
    }

    /// Appends bytes, or says which file could not take them.
    pub fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|source| self.failed(source))
    }

    /// Where the file stands until it gets its name: for libraries that open files by themselves.
    pub fn temporary_path(&self) -> &Path {
        self.file.get_ref().path()
    }

    /// A failure to write, with the name of the file.
    pub fn failed(&self, source: io::Error) -> Error {
        Error::Io { action: "write", path: self.path.clone(), source }
    }

    /// Writes what is still held back.
    pub fn whole(self) -> Result<Whole> {
        let path = self.path;
        match self.file.into_inner() {
            Ok(file) => Ok(Whole { file, path }),
            Err(error) => Err(Error::Io { action: "write", path, source: error.into_error() }),
        }
    }
}

/// For libraries that write by themselves: [`Output::failed`] names the file in what they answer.
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Output {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

impl Whole {
    /// Gives the file its name; one that had it before is replaced.
    pub fn name(self) -> Result<()> {
        let path = self.path;
        self.file.persist(&path).map_err(|error| Error::Io { action: "rename to", path, source: error.error })?;
        Ok(())
    }
}
