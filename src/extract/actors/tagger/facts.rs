//! What a single word is to the tagger: numbers for its form, its beginning and end, and its shape, computed once.

use crate::text::{Case, Token, TokenKind};

/// The most bytes of a word that count.
const MOST: usize = 32;

/// A word in numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// The word in lower case.
    pub word: u64,
    /// Its first three characters; 0 for shorter words.
    pub prefix: u64,
    /// Its last two, three and four characters; 0 for shorter words.
    pub suffixes: [u64; 3],
    /// Its shape, runs of a sort as one: "Aa" for "Brellat", "A.A." for "U.S.".
    pub shape: u64,
}

/// Mixes a number into another.
pub(super) fn mix(hash: u64, with: u64) -> u64 {
    (hash.rotate_left(5) ^ with).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// A number for bytes.
pub(super) fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, |hash, byte| mix(hash, u64::from(*byte)))
}

impl Facts {
    /// Reads a token.
    pub fn new(token: &Token, text: &str) -> Self {
        let words = token.span.of(text);
        let mut folded = [0_u8; MOST + 4];
        let (mut length, mut starts, mut count) = (0, [0_u8; MOST + 4], 0);
        let (mut shape, mut last) = (number(&[]), 0);
        let mut see = |sort| {
            if sort != last {
                shape = mix(shape, u64::from(sort));
                last = sort;
            }
        };
        if words.is_ascii() {
            for byte in words.bytes().take(MOST) {
                see(sort(char::from(byte)));
                starts[length] = u8::try_from(length).unwrap_or(0);
                folded[length] = byte.to_ascii_lowercase();
                length += 1;
            }
            count = length;
        } else {
            for ch in words.chars() {
                if length >= MOST {
                    break;
                }
                see(sort(ch));
                starts[count] = u8::try_from(length).unwrap_or(0);
                count += 1;
                let small = if ch == '’' { '\'' } else { ch.to_lowercase().next().unwrap_or(ch) };
                length += small.encode_utf8(&mut folded[length..]).len();
            }
        }
        let word = folded.get(..length).unwrap_or(&[]);
        let start = |n: usize| starts.get(n).map_or(0, |start| usize::from(*start));
        let end = |n: usize| if count > n { number(word.get(start(count - n)..).unwrap_or(&[])) } else { 0 };
        Self {
            word: number(word),
            prefix: if count > 3 { number(word.get(..start(3)).unwrap_or(&[])) } else { 0 },
            suffixes: [end(2), end(3), end(4)],
            shape: mix(shape, u64::from(token.kind == TokenKind::Word && token.case == Case::Upper && count > 1)),
        }
    }
}

/// What sort of character it is.
fn sort(ch: char) -> u8 {
    match ch {
        'a'..='z' => b'a',
        'A'..='Z' => b'A',
        '0'..='9' => b'0',
        '’' => b'\'',
        _ if ch.is_ascii() => ch as u8,
        _ if ch.is_uppercase() => b'A',
        _ if ch.is_alphabetic() => b'a',
        _ => b'?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn facts(word: &str) -> Facts {
        let document = Document::new(word.to_owned());
        Facts::new(&document.tokens()[0], document.text())
    }

    #[test]
    fn a_word_is_the_same_in_any_case_and_its_shape_is_not() {
        for (small, large) in [("brellat", "BRELLAT"), ("ülkü", "ÜLKÜ"), ("москва", "Москва")] {
            let (small, large) = (facts(small), facts(large));
            assert_eq!((small.word, small.prefix, small.suffixes), (large.word, large.prefix, large.suffixes));
            assert_ne!(small.shape, large.shape);
        }
        assert_eq!(facts("Brellat").shape, facts("Ost").shape);
        assert_eq!(facts("Brellat").suffixes[1], facts("lat").word);
        assert_ne!(facts("ab").word, facts("ba").word);
    }

    #[test]
    fn words_of_any_length_and_script_are_read() {
        facts(&"a".repeat(10_000));
        facts(&"İ𝔘ﬃ語".repeat(40));
    }
}
