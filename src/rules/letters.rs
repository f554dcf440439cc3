//! The letters of a word as numbers, eight bytes at once: what words are hashed and compared by.

use crate::text::Span;

/// The most bytes of a word that a slot of the automaton holds.
pub(super) const SLOT: usize = 12;

/// A word of up to [`SLOT`] ASCII characters, in lower case. Nearly every token is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BriefWord {
    /// Its first eight bytes, with zeros behind the last.
    pub eight: u64,
    /// The next four.
    pub four: u32,
    /// Its [`hash`].
    pub hash: u32,
}

impl BriefWord {
    /// The word that stands there in a text, folded; none where it is longer or not of ASCII alone.
    #[inline(always)] // for every word
    pub fn of(text: &str, span: Span) -> Option<Self> {
        let (text, at, length) = (text.as_bytes(), span.start(), span.len());
        let is_ascii = |eight: u64| eight & 0x8080_8080_8080_8080 == 0;
        let first = part(text, at, length.min(8));
        let mut word = Self { eight: 0, four: 0, hash: 0 };
        if length > SLOT || !is_ascii(first) {
            return None;
        }
        word.eight = lower(first);
        let mut hash = mix(length as u64, word.eight);
        if length > 8 {
            let rest = part(text, at + 8, length - 8);
            if !is_ascii(rest) {
                return None;
            }
            word.four = lower(rest) as u32;
            hash = mix(hash, u64::from(word.four));
        }
        word.hash = (hash >> 32) as u32;
        Some(word)
    }
}

/// So many bytes of a text from byte `at` on, eight at the most, with zeros behind them. But for the end of the text, eight are taken at once and
/// what is too much is masked.
#[inline(always)] // for every word
pub fn part(text: &[u8], at: usize, length: usize) -> u64 {
    let bits = u64::BITS.saturating_sub(8 * length as u32);
    match text.get(at..).and_then(|rest| rest.first_chunk()) {
        Some(taken) => u64::from_le_bytes(*taken) & u64::MAX.checked_shr(bits).unwrap_or(0),
        None => eight(text.get(at..at + length).unwrap_or_default()),
    }
}

/// A hash of a folded word, the same on every machine.
pub(super) fn hash(word: &[u8]) -> u32 {
    let hash = word.chunks(8).fold(word.len() as u64, |hash, chunk| mix(hash, eight(chunk)));
    (hash >> 32) as u32
}

fn mix(hash: u64, eight: u64) -> u64 {
    (hash.rotate_left(5) ^ eight).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The first eight bytes, the lowest first; zeros behind fewer.
pub fn eight(bytes: &[u8]) -> u64 {
    let four = |at: usize| bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |four| u64::from(u32::from_le_bytes(*four)));
    match *bytes {
        [] => 0,
        [a] => u64::from(a),
        [a, b] => u64::from(a) | (u64::from(b) << 8),
        [a, b, c] => u64::from(a) | (u64::from(b) << 8) | (u64::from(c) << 16),
        _ => match bytes.first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => four(0) | (four(bytes.len() - 4) << (8 * (bytes.len() - 4))),
        },
    }
}

/// Eight ASCII bytes with small letters for capitals.
pub fn lower(eight: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let from_a = eight + (0x80 - b'A' as u64) * ONES;
    let above_z = eight + (0x7F - b'Z' as u64) * ONES;
    let capitals = from_a & !above_z & (0x80 * ONES);
    eight | (capitals >> 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_brief_word_is_folded_and_hashed_as_any_word(before in "[a-zé]{0,3}", word in "[ -~]{0,20}|[ -~é]{0,12}", after in "[a-zé]{0,9}") {
            let (text, folded) = (format!("{before}{word}{after}"), word.to_ascii_lowercase());
            match BriefWord::of(&text, Span::new(before.len(), before.len() + word.len())) {
                Some(brief) => {
                    let rest = folded.as_bytes().get(8..).map_or(0, |rest| eight(rest) as u32);
                    let want = BriefWord { eight: eight(folded.as_bytes()), four: rest, hash: hash(folded.as_bytes()) };
                    prop_assert_eq!(brief, want);
                }
                None => prop_assert!(word.len() > SLOT || !word.is_ascii()),
            }
        }
    }
}
