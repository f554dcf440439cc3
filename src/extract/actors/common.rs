//! One number for a name however it is written.

use super::tagger::mix;
use crate::rules::{Reading, eight, fold_into, lower};
use crate::text::TokenRange;

/// Two lists as one, which is in order where they are: of equals, those of the first list come first.
pub(super) fn merged<T>(first: impl Iterator<Item = T>, second: Vec<T>, is_before: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut first = first.peekable();
    let mut all = Vec::with_capacity(first.size_hint().0 + second.len());
    for next in second {
        while let Some(earlier) = first.next_if(|earlier| !is_before(&next, earlier)) {
            all.push(earlier);
        }
        all.push(next);
    }
    all.extend(first);
    all
}

/// A number for a word, the same in any case.
pub(super) fn key_of(word: &str) -> u64 {
    add(0, word)
}

/// A number for words with a space between them: that which [`key`] has for such tokens.
pub(super) fn key_of_words(words: &str) -> u64 {
    words.split(' ').fold(0, add)
}

/// A number for the words of `tokens`, the same in any case and with any white space between them.
pub(super) fn key(reading: &Reading<'_>, tokens: TokenRange) -> u64 {
    tokens.iter().fold(0, |key, at| add(key, reading.word(at)))
}

/// The number for the words so far, with one more word.
fn add(key: u64, word: &str) -> u64 {
    let key = mix(key, 1);
    if word.is_ascii() {
        return word.as_bytes().chunks(8).fold(key, |key, bytes| mix(key, lower(eight(bytes))));
    }
    let mut folded = String::with_capacity(word.len());
    fold_into(word, false, &mut folded);
    folded.as_bytes().chunks(8).fold(key, |key, bytes| mix(key, eight(bytes)))
}
