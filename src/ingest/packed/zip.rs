//! ZIP archives: many files in one, read one after another in the order of their names.
//!
//! A DOCX document is a ZIP archive too, whatever its name says, and is read as one. Entries are unpacked by ourselves,
//! each as a stream that owns what it reads from, so that an entry of any size is read in bounded memory.

use std::io::{Cursor, Read, Seek, SeekFrom};

use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::{bounded, inside};
use crate::error::{Problem, ProblemKind};
use crate::ingest::input::{Input, ReadSeek};
use crate::ingest::{Articles, MAX_ARTICLE_BYTES, ReadOptions, articles_of, docx, problem, single, sources};

/// Reads all files of an archive that some reader knows.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    let archive = input.seekable().and_then(|bytes| open(bytes, &input));
    let mut archive = match archive {
        Ok(archive) => archive,
        Err(problem) => return single(Err(problem)),
    };
    if docx::is_document(&archive) {
        return docx::articles(&mut archive, &input.place, options);
    }
    let entries = entries(&archive);
    if entries.is_empty() {
        let message = "no file in it that can be read; allowed are the formats that can be read outside of archives";
        return single(Err(problem(&input.place.path, ProblemKind::Empty, message)));
    }
    let options = options.clone();
    Box::new(entries.into_iter().flat_map(move |entry| match unpacked(&mut archive, &entry, &mut input) {
        Ok(inner) => articles_of(inner, &entry.name, &options),
        Err(problem) => single(Err(problem)),
    }))
}

/// An archive over the bytes of an input.
pub(in crate::ingest) fn open(bytes: Box<dyn ReadSeek>, input: &Input) -> Result<Archive, Problem> {
    ZipArchive::new(bytes).map_err(|error| broken(&input.place.path, &error))
}

/// An archive that owns its bytes.
pub(in crate::ingest) type Archive = ZipArchive<Box<dyn ReadSeek>>;

fn broken(path: &str, error: &ZipError) -> Problem {
    problem(path, ProblemKind::Malformed, format!("not a whole ZIP archive: {error}"))
}

struct Entry {
    name: String,
    number: usize,
}

/// The files that some reader knows and that are no system's own, by name.
fn entries(archive: &Archive) -> Vec<Entry> {
    let names = (0..archive.len()).filter_map(|number| Some((number, archive.name_for_index(number)?.ok()?.replace('\\', "/"))));
    let known = names
        .filter(|(_, name)| !name.ends_with('/') && !name.split('/').any(|part| part == "__MACOSX" || sources::is_hidden(part.as_ref())));
    let known = known.filter(|(_, name)| sources::known_reader(name.as_ref()).is_some());
    let mut entries: Vec<Entry> = known.map(|(number, name)| Entry { name, number }).collect();
    entries.sort_by(|a, b| (&a.name, a.number).cmp(&(&b.name, b.number)));
    entries
}

/// One entry as an input of its own.
fn unpacked(archive: &mut Archive, entry: &Entry, input: &mut Input) -> Result<Input, Problem> {
    let place = inside(&input.place, &entry.name);
    let wrong = |kind, message: String| problem(&place.path, kind, message);
    let file = archive.by_index_raw(entry.number).map_err(|error| broken(&place.path, &error))?;
    if file.encrypted() {
        return Err(wrong(ProblemKind::Unreadable, "it is encrypted; allowed are archives without a password".to_owned()));
    }
    let (method, packed, start) = (file.compression(), file.compressed_size(), file.data_start());
    drop(file);
    let bytes: Box<dyn Read + Send> = match (&input.file, start) {
        (Some(_), Some(start)) => {
            let mut bytes = input.seekable()?;
            bytes.seek(SeekFrom::Start(start)).map_err(|error| input.unreadable(&error))?;
            Box::new(bytes.take(packed))
        }
        _ => Box::new(Cursor::new(held(archive, entry.number, &place.path)?)),
    };
    let unpacked: Box<dyn Read + Send> = match method {
        CompressionMethod::Stored => bytes,
        CompressionMethod::Deflated => Box::new(DeflateDecoder::new(bytes)),
        other => {
            let message = format!("packed by {other}, which is not read; allowed are stored and deflated entries");
            return Err(wrong(ProblemKind::Unreadable, message));
        }
    };
    input.inner(place, bounded(unpacked, packed))
}

/// The packed bytes of an entry of an archive that stands in memory itself.
fn held(archive: &mut Archive, number: usize, path: &str) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let mut file = archive.by_index_raw(number).map_err(|error| broken(path, &error))?;
    file.read_to_end(&mut bytes).map_err(|error| broken(path, &ZipError::Io(error)))?;
    Ok(bytes)
}

/// The unpacked bytes of one entry, where there is one of this name.
pub(in crate::ingest) fn part(archive: &mut Archive, name: &str, path: &str) -> Result<Option<Vec<u8>>, Problem> {
    let Some(number) = archive.index_for_name(name) else {
        return Ok(None);
    };
    let method = archive.by_index_raw(number).map_err(|error| broken(path, &error))?.compression();
    let packed = held(archive, number, path)?;
    let mut bytes = Vec::new();
    let limit = MAX_ARTICLE_BYTES as u64 * 4 + 1;
    let read = match method {
        CompressionMethod::Stored => Cursor::new(packed).take(limit).read_to_end(&mut bytes),
        _ => DeflateDecoder::new(Cursor::new(packed)).take(limit).read_to_end(&mut bytes),
    };
    read.map_err(|error| broken(path, &ZipError::Io(error)))?;
    if bytes.len() as u64 == limit {
        let message = format!("{name} in it unpacks to {limit} bytes or more, which no article needs");
        return Err(problem(path, ProblemKind::TooLarge, message));
    }
    Ok(Some(bytes))
}
