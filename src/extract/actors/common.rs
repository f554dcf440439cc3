//! One number for a name however it is written.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::rules::Reading;
use crate::text::TokenRange;

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
