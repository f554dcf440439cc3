//! How everyday a word is, and one number for a name however it is written.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::extract::lexicons::COMMON;
use crate::rules::Reading;
use crate::text::TokenRange;

/// Everyday words with the percentage of their uses that are written small.
pub(super) struct Common {
    lower: FxHashMap<u64, u8>,
}

impl Common {
    /// Reads the list. Lines that are not well-formed are left out; a test checks the file.
    pub fn new() -> Self {
        let lines = COMMON.data.lines().filter(|line| !line.starts_with('#'));
        let lower = lines.filter_map(|line| line.split_once('\t')).filter_map(|(word, lower)| Some((key_of(word), lower.parse().ok()?)));
        Self { lower: lower.collect() }
    }

    /// Of 100 uses of this word, how many are written small: 0 for words that are rare or mostly names.
    pub fn lower(&self, word: &str) -> u8 {
        let known = |word| self.lower.get(&key_of(word)).copied();
        known(word).or_else(|| known(word.strip_suffix("'s")?)).unwrap_or(0)
    }
}

/// A number for a word, the same in any case.
pub(super) fn key_of(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    add(word, &mut hasher);
    hasher.finish()
}

/// A number for the words of `tokens`, the same in any case and with any white space between them.
pub(super) fn key(reading: &Reading<'_>, tokens: TokenRange) -> u64 {
    let mut hasher = FxHasher::default();
    for at in tokens.iter() {
        if at != tokens.first() {
            hasher.write_u32(u32::from(' '));
        }
        add(reading.word(at), &mut hasher);
    }
    hasher.finish()
}

fn add(word: &str, hasher: &mut FxHasher) {
    for ch in word.chars() {
        match ch {
            '’' => hasher.write_u32(u32::from('\'')),
            _ if ch.is_ascii() => hasher.write_u32(u32::from(ch.to_ascii_lowercase())),
            _ => ch.to_lowercase().for_each(|ch| hasher.write_u32(u32::from(ch))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(COMMON.check().map_err(|e| e.to_string()), Ok(()));
        let common = Common::new();
        assert!(common.lower("Analysts") > 90 && common.lower("Marlow") == 0);
    }
}
