//! The words of a name, as numbers that are the same in any case and without accents.

use std::hash::Hasher;
use std::ops::Index;

use rustc_hash::FxHasher;
use smallvec::SmallVec;

use crate::extract::actors::ActorMention;
use crate::rules::{Reading, eight, lower};
use crate::text::{TokenKind, TokenRange};

/// Words that are no part of a name for comparing.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "al", "el", "bin", "ibn", "de", "von", "van", "da", "'s", "’s", "jr", "sr", "phd", "frs", "mp", "obe",
    "cbe", "mbe",
];

/// Bytes of the longest of them.
const LONGEST_SMALL: usize = 4;

/// The most tokens of a name that are compared.
const MOST_TOKENS: usize = 16;

/// A small letter without its accent, where that is one letter.
fn plain(ch: char) -> char {
    match ch {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ō' | 'ő' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ý' | 'ÿ' => 'y',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'ţ' | 'ț' => 't',
        'đ' | 'ď' => 'd',
        '’' => '\'',
        _ => ch,
    }
}

/// A number for one word.
pub(super) fn word_key(word: &str) -> u64 {
    plain_key(word.as_bytes()).unwrap_or_else(|| {
        let letters: String = word.chars().filter(|ch| *ch != '.').flat_map(char::to_lowercase).map(plain).collect();
        key(letters.as_bytes())
    })
}

/// The same for a word without accents and full stops; none for one that has any.
fn plain_key(word: &[u8]) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut hasher = FxHasher::default();
    let mut other = 0;
    for bytes in word.chunks(8) {
        let eight = eight(bytes);
        let stop = eight ^ (b'.' as u64 * ONES);
        other |= eight | stop.wrapping_sub(ONES) & !stop;
        hasher.write_u64(lower(eight & (0x7F * ONES)));
    }
    (other & (0x80 * ONES) == 0).then(|| hasher.finish())
}

/// A number for small letters without full stops.
fn key(letters: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    letters.chunks(8).for_each(|bytes| hasher.write_u64(eight(bytes)));
    hasher.finish()
}

/// One word of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameWord {
    /// The same number for the same word.
    pub key: u64,
    /// Its first letter, small and plain.
    pub letter: char,
    /// "J." or "J.K.": letters that stand for names.
    pub initial: bool,
}

impl NameWord {
    fn of(word: &str) -> Self {
        if let (Some(key), Some(first)) = (plain_key(word.as_bytes()), word.bytes().next()) {
            return Self { key, letter: char::from(first.to_ascii_lowercase()), initial: word.len() == 1 };
        }
        let letter = word.chars().next().and_then(|ch| ch.to_lowercase().next()).map_or(' ', plain);
        Self { key: word_key(word), letter, initial: word.chars().count() == 1 || word.contains('.') }
    }
}

/// The words of all mentions, in one list: `words[n]` are those of mention `n`, without articles, particles and marks.
pub(super) struct NameWords {
    all: Vec<NameWord>,
    /// Where those of each mention end.
    ends: Vec<usize>,
}

impl NameWords {
    pub(super) fn of(reading: &Reading<'_>, found: &[ActorMention]) -> Self {
        let mut words = Self { all: Vec::with_capacity(2 * found.len()), ends: Vec::with_capacity(found.len()) };
        for mention in found {
            words.add(reading, mention.tokens);
            words.ends.push(words.all.len());
        }
        words
    }

    fn add(&mut self, reading: &Reading<'_>, tokens: TokenRange) {
        for at in tokens.iter().take(MOST_TOKENS) {
            if reading.token(at).is_none_or(|token| token.kind == TokenKind::Mark) {
                continue;
            }
            let word = reading.word(at);
            if tokens.len() == 1 || word.len() > LONGEST_SMALL || !reading.is_any(at, SMALL) {
                self.all.push(NameWord::of(word));
            }
        }
    }
}

impl Index<usize> for NameWords {
    type Output = [NameWord];

    fn index(&self, n: usize) -> &[NameWord] {
        let begin = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[begin..self.ends[n]]
    }
}

/// A number for a whole name.
pub(super) fn whole_key(words: &[NameWord]) -> u64 {
    let mut hasher = FxHasher::default();
    words.iter().for_each(|word| hasher.write_u64(word.key));
    hasher.finish()
}

/// The number of the word made of the first letters of the capital words: "World Food Programme" gives that of "wfp".
/// `small`: whether words without a capital count too ("Party of God": "pog").
pub(super) fn initials_key(reading: &Reading<'_>, tokens: TokenRange, small: bool) -> Option<u64> {
    let mut letters = SmallVec::<[u8; 32]>::new();
    let mut count = 0;
    for at in tokens.iter().take(MOST_TOKENS) {
        let word = reading.word(at);
        if let Some(first) = word.bytes().next().filter(u8::is_ascii) {
            if first.is_ascii_uppercase() || small && first.is_ascii_lowercase() && !reading.is(at, "the") {
                letters.push(first.to_ascii_lowercase());
                count += 1;
            }
            continue;
        }
        let Some(first) = word.chars().next().filter(|ch| ch.is_alphabetic()) else { continue };
        if first.is_uppercase() || (small && !reading.is(at, "the")) {
            first.to_lowercase().for_each(|ch| letters.extend_from_slice(plain(ch).encode_utf8(&mut [0; 4]).as_bytes()));
            count += 1;
        }
    }
    (count >= 2).then(|| key(&letters))
}
