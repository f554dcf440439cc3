//! The journals of all parts of a run, read as one.

use std::fs::File;
use std::path::{Path, PathBuf};

use super::head::{End, Head, Shard};
use super::line::{Item, Line};
use super::read::Reader;
use super::{NAME, SHARD_FILE};
use crate::error::{Error, Result};

/// All shards of one run, in their order.
pub struct Parts {
    journals: Vec<Reader>,
    head: Head,
}

impl Parts {
    /// The run that is its only part.
    pub(super) fn one(journal: File, path: &Path) -> Result<Self> {
        let (reader, head) = Reader::new(journal, path)?;
        Ok(Self { journals: vec![reader], head })
    }

    /// The shards that stand in `folders`.
    ///
    /// # Errors
    /// When a folder holds none, when one is missing or there twice, or when they are not of one run.
    pub fn of_shards(folders: &[PathBuf]) -> Result<Self> {
        let mut shards = folders.iter().map(|folder| shard_in(folder)).collect::<Result<Vec<_>>>()?;
        shards.sort_by_key(|(_, head)| head.shard.number);
        let Some((first, head)) = shards.first() else { return Err(not_all(&[], "at least one folder".into())) };
        for (reader, other) in &shards {
            let alike = Head { shard: head.shard, run: other.run.clone() };
            if let Some(found) = head.difference(&alike) {
                let allowed = format!("the version, options and inputs of {}", first.path().display());
                return Err(Error::Value { what: reader.path().display().to_string(), found, allowed });
            }
        }
        let numbers: Vec<Shard> = shards.iter().map(|(_, head)| head.shard).collect();
        let all: Vec<Shard> = (1..=head.shard.of).map(|number| Shard { number, of: head.shard.of }).collect();
        if numbers != all {
            let missing = all.iter().filter(|shard| !numbers.contains(shard)).map(Shard::to_string).collect::<Vec<_>>().join(", ");
            let missing = if missing.is_empty() { String::new() } else { format!("; missing: {missing}") };
            return Err(not_all(&numbers, format!("each of the {} shards once{missing}", head.shard.of)));
        }
        let head = head.clone();
        Ok(Self { journals: shards.into_iter().map(|(reader, _)| reader).collect(), head })
    }

    /// What the run is of, and how many parts it has.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Shows what became of each article to `take`, in the order of the input.
    pub(in crate::emit) fn each(mut self, mut take: impl FnMut(Item<'_>) -> Result<()>) -> Result<()> {
        let mut read = 0_u64;
        loop {
            let turn = read as usize % self.journals.len();
            match self.journals[turn].next()? {
                Some(Line::Item(item)) => take(item)?,
                Some(Line::End(end)) => return self.ended(read, turn, end),
                Some(Line::Head(_)) | None => return Err(cut_off(&self.journals[turn], read)),
            }
            read += 1;
        }
    }

    /// Makes sure that all parts end where the first of them did.
    fn ended(&mut self, read: u64, turn: usize, first: End) -> Result<()> {
        for (n, journal) in self.journals.iter_mut().enumerate() {
            let end = if n == turn { Some(Line::End(first)) } else { journal.next()? };
            if end != Some(Line::End(End { of: read })) {
                return Err(cut_off(journal, read));
            }
        }
        Ok(())
    }
}

/// The finished journal of a shard in its folder.
fn shard_in(folder: &Path) -> Result<(Reader, Head)> {
    let path = folder.join(SHARD_FILE);
    if !path.exists() && folder.join(NAME).exists() {
        let allowed = format!("a finished shard ({SHARD_FILE}): run extract with --shard and --resume again");
        return Err(Error::Value { what: folder.display().to_string(), found: "the journal of an unfinished run".into(), allowed });
    }
    let file = File::open(&path).map_err(|source| Error::Io { action: "read", path: path.clone(), source })?;
    Reader::new(file, &path)
}

fn not_all(found: &[Shard], allowed: String) -> Error {
    let found = found.iter().map(Shard::to_string).collect::<Vec<_>>().join(", ");
    Error::Value { what: "the shards".into(), found, allowed }
}

fn cut_off(journal: &Reader, read: u64) -> Error {
    let allowed = "a journal that ends where the input ends, as all others of the run".to_owned();
    Error::Value { what: journal.path().display().to_string(), found: format!("another end than behind {read} articles"), allowed }
}
