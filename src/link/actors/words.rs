//! The words of a name, as numbers that are the same in any case.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::rules::Reading;
use crate::text::{TokenKind, TokenRange};

/// Words that are no part of a name for comparing.
const SMALL: &[&str] = &["the", "of", "and", "for", "al", "el", "bin", "ibn", "de", "von", "van", "da", "'s", "’s", "jr", "sr"];

/// A number for one word.
pub(super) fn word_key(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for ch in word.chars() {
        match ch {
            '’' => hasher.write_u32(u32::from('\'')),
            '.' => {}
            _ => ch.to_lowercase().for_each(|ch| hasher.write_u32(u32::from(ch))),
        }
    }
    hasher.finish()
}

/// Numbers for the words of a name, without articles, particles and marks.
pub(super) fn word_keys(reading: &Reading<'_>, tokens: TokenRange) -> Vec<u64> {
    let word = |at: &usize| reading.token(*at).is_some_and(|t| t.kind != TokenKind::Mark);
    let counts = |at: &usize| tokens.len() == 1 || !reading.is_any(*at, SMALL);
    tokens.iter().take(16).filter(word).filter(counts).map(|at| word_key(reading.word(at))).collect()
}

/// A number for a whole name.
pub(super) fn whole_key(keys: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    keys.iter().for_each(|key| hasher.write_u64(*key));
    hasher.finish()
}

/// The number of the word made of the first letters of the capital words: "World Food Programme" gives that of "wfp".
/// `small`: whether words without a capital count too ("Party of God": "pog").
pub(super) fn initials_key(reading: &Reading<'_>, tokens: TokenRange, small: bool) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let mut count = 0;
    for at in tokens.iter().take(16) {
        let Some(first) = reading.word(at).chars().next().filter(|ch| ch.is_alphabetic()) else { continue };
        if first.is_uppercase() || (small && !reading.is(at, "the")) {
            first.to_lowercase().for_each(|ch| hasher.write_u32(u32::from(ch)));
            count += 1;
        }
    }
    (count >= 2).then(|| hasher.finish())
}
