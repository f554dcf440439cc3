//! A folder of tables. Files are written under temporary names and get their own when all of them are whole.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::csv::CsvStyle;
use super::{Encoded, Format, csv, filed, json};
use crate::error::{Error, Result};
use crate::tables::{PROBLEMS, Rows, TABLES};

/// The files of one run.
pub struct Folder {
    csv: Vec<Output>,
    json: Vec<Output>,
    stream: Option<Output>,
    style: CsvStyle,
}

struct Output {
    file: BufWriter<NamedTempFile>,
    path: PathBuf,
    /// Whether a JSON array has an element yet.
    begun: bool,
}

impl Folder {
    /// Makes the folder, if needed, and opens a temporary file for each table in each of `formats`.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be made.
    pub fn create(folder: &Path, formats: &[Format], style: CsvStyle) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|source| Error::Io { action: "create the folder", path: folder.to_owned(), source })?;
        let all = |format: Format, head: &dyn Fn(&crate::tables::Table) -> Vec<u8>| -> Result<Vec<Output>> {
            if !formats.contains(&format) {
                return Ok(Vec::new());
            }
            filed().map(|table| Output::create(folder, &format!("{}.{}", table.name, format.name()), &head(table))).collect()
        };
        Ok(Self {
            csv: all(Format::Csv, &|table| csv::header(table, style))?,
            json: all(Format::Json, &|_| b"[".to_vec())?,
            stream: formats.contains(&Format::Jsonl).then(|| Output::create(folder, "stream.jsonl", b"")).transpose()?,
            style,
        })
    }

    /// Appends the rows of one document.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn append(&mut self, encoded: &Encoded) -> Result<()> {
        for (output, bytes) in self.csv.iter_mut().zip(&encoded.csv) {
            output.write(bytes)?;
        }
        for (output, bytes) in self.json.iter_mut().zip(&encoded.json) {
            output.write_elements(bytes)?;
        }
        self.stream.as_mut().map_or(Ok(()), |output| output.write(&encoded.stream))
    }

    /// Writes the problems and gives every file its name.
    ///
    /// # Errors
    /// When a file cannot be written or renamed.
    pub fn finish(mut self, problems: &Rows<'_>) -> Result<()> {
        if let Some(output) = self.csv.get_mut(TABLES.len()) {
            let mut bytes = Vec::new();
            csv::rows(&PROBLEMS, problems, self.style, &mut bytes);
            output.write(&bytes)?;
        }
        if let Some(output) = self.json.get_mut(TABLES.len()) {
            let mut bytes = Vec::new();
            json::rows(&PROBLEMS, problems, &mut bytes);
            output.write_elements(&bytes)?;
        }
        for output in &mut self.json {
            output.write(b"\n]\n")?;
        }
        self.csv.into_iter().chain(self.json).chain(self.stream).try_for_each(Output::name)
    }
}

impl Output {
    fn create(folder: &Path, name: &str, head: &[u8]) -> Result<Self> {
        let path = folder.join(name);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".factbox-").suffix(".partial");
        #[cfg(unix)]
        {
            // What the user's umask leaves of it, as for any other file.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder).map_err(|source| Error::Io { action: "create", path: path.clone(), source })?;
        let mut output = Self { file: BufWriter::new(file), path, begun: false };
        output.write(head)?;
        Ok(output)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|source| Error::Io { action: "write", path: self.path.clone(), source })
    }

    /// Elements of an array, each behind a comma: the first comma is dropped.
    fn write_elements(&mut self, bytes: &[u8]) -> Result<()> {
        let skip = usize::from(!self.begun && !bytes.is_empty());
        self.begun |= !bytes.is_empty();
        self.write(&bytes[skip..])
    }

    fn name(self) -> Result<()> {
        let fail = |source| Error::Io { action: "write", path: self.path.clone(), source };
        let file = self.file.into_inner().map_err(|error| fail(error.into_error()))?;
        file.persist(&self.path).map_err(|error| Error::Io { action: "rename to", path: self.path.clone(), source: error.error })?;
        Ok(())
    }
}
