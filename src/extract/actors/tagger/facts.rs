//! What a single word is to the tagger: numbers for its form, its beginning and end, and its shape, computed once.

use crate::text::{Case, Token, TokenKind};

/// The most bytes of a word that count.
const MOST: usize = 32;

/// A word in numbers: what its neighbours see of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// The word in lower case.
    pub word: u64,
    /// Its shape, runs of a sort as one: "Aa" for "Brellat", "A.A." for "U.S.".
    pub shape: u64,
}

/// How a word begins and ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Affixes {
    /// Its first three characters; 0 for shorter words.
    pub prefix: u64,
    /// Its last two, three and four characters; 0 for shorter words.
    pub suffixes: [u64; 3],
}

/// Mixes a number into another.
pub(in crate::extract::actors) const fn mix(hash: u64, with: u64) -> u64 {
    (hash.rotate_left(5) ^ with).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// The number of no bytes.
const NOTHING: u64 = 0xCBF2_9CE4_8422_2325;

/// A number for bytes.
pub(super) fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(NOTHING, |hash, byte| mix(hash, u64::from(*byte)))
}

impl Facts {
    /// Reads a token.
    pub fn new(token: &Token, text: &str) -> Self {
        let words = token.span.of(text);
        let (mut word, mut shape, mut last, mut count) = (NOTHING, NOTHING, 0, 0);
        let mut see = |sort| {
            if sort != last {
                shape = mix(shape, u64::from(sort));
                last = sort;
            }
        };
        if words.is_ascii() {
            for byte in words.bytes().take(MOST) {
                see(SORTS[usize::from(byte)]);
                word = mix(word, u64::from(byte.to_ascii_lowercase()));
            }
            count = words.len();
        } else {
            let folded = Folded::new(words, |ch| {
                see(sort(ch));
                count += 1;
            });
            word = number(folded.bytes());
        }
        let upper = token.kind == TokenKind::Word && token.case == Case::Upper && count > 1;
        Self { word, shape: mix(shape, u64::from(upper)) }
    }
}

impl Affixes {
    /// Reads a token.
    pub fn new(token: &Token, text: &str) -> Self {
        let word = token.span.of(text);
        if word.is_ascii() {
            let word = &word.as_bytes()[..word.len().min(MOST)];
            let small = |bytes: &[u8]| bytes.iter().fold(NOTHING, |hash, byte| mix(hash, u64::from(byte.to_ascii_lowercase())));
            let end = |n: usize| if word.len() > n { small(&word[word.len() - n..]) } else { 0 };
            return Self { prefix: if word.len() > 3 { small(&word[..3]) } else { 0 }, suffixes: [end(2), end(3), end(4)] };
        }
        let folded = Folded::new(word, |_| {});
        let end = |n: usize| folded.last(n).map_or(0, number);
        Self { prefix: folded.first(3).map_or(0, number), suffixes: [end(2), end(3), end(4)] }
    }
}

/// The beginning of a word in lower case, and where its characters start.
struct Folded {
    bytes: [u8; MOST + 4],
    length: usize,
    starts: [u8; MOST + 4],
    count: usize,
}

impl Folded {
    /// Folds a word and shows its characters as they stand.
    fn new(word: &str, mut see: impl FnMut(char)) -> Self {
        let mut folded = Self { bytes: [0; MOST + 4], length: 0, starts: [0; MOST + 4], count: 0 };
        for ch in word.chars() {
            if folded.length >= MOST {
                break;
            }
            see(ch);
            folded.starts[folded.count] = u8::try_from(folded.length).unwrap_or(0);
            folded.count += 1;
            let small = match ch {
                '’' => '\'',
                _ if ch.is_ascii() => ch.to_ascii_lowercase(),
                _ => ch.to_lowercase().next().unwrap_or(ch),
            };
            folded.length += small.encode_utf8(&mut folded.bytes[folded.length..]).len();
        }
        folded
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    /// The first `n` characters of a word that has more.
    fn first(&self, n: usize) -> Option<&[u8]> {
        self.bytes().get(..self.start(n)?)
    }

    /// The last `n` characters of a word that has more.
    fn last(&self, n: usize) -> Option<&[u8]> {
        self.bytes().get(self.start(self.count.checked_sub(n).filter(|before| *before > 0)?)?..)
    }

    fn start(&self, n: usize) -> Option<usize> {
        self.starts[..self.count].get(n).map(|start| usize::from(*start))
    }
}

/// What sort of character each byte is.
const SORTS: [u8; 256] = {
    let mut sorts = [b'?'; 256];
    let mut byte = 0;
    while byte < 128 {
        sorts[byte] = match byte as u8 {
            b'a'..=b'z' => b'a',
            b'A'..=b'Z' => b'A',
            b'0'..=b'9' => b'0',
            other => other,
        };
        byte += 1;
    }
    sorts
};

/// What sort of character it is.
fn sort(ch: char) -> u8 {
    match ch {
        _ if ch.is_ascii() => SORTS[ch as usize],
        '’' => b'\'',
        _ if ch.is_uppercase() => b'A',
        _ if ch.is_alphabetic() => b'a',
        _ => b'?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn facts(word: &str) -> (Facts, Affixes) {
        let document = Document::new(word.to_owned());
        (Facts::new(&document.tokens()[0], document.text()), Affixes::new(&document.tokens()[0], document.text()))
    }

    #[test]
    fn a_word_is_the_same_in_any_case_and_its_shape_is_not() {
        for (small, large) in [("brellat", "BRELLAT"), ("ülkü", "ÜLKÜ"), ("москва", "Москва")] {
            let ((small, small_affixes), (large, large_affixes)) = (facts(small), facts(large));
            assert_eq!((small.word, small_affixes), (large.word, large_affixes));
            assert_ne!(small.shape, large.shape);
        }
        assert_eq!(facts("Brellat").0.shape, facts("Ost").0.shape);
        assert_eq!(facts("Brellat").1.suffixes[1], facts("lat").0.word);
        assert_eq!(facts("Brellat").1.prefix, facts("bre").0.word);
        assert_eq!(facts("bre").1, Affixes { suffixes: [facts("re").0.word, 0, 0], ..Affixes::default() });
        assert_ne!(facts("ab").0.word, facts("ba").0.word);
    }

    #[test]
    fn words_of_any_length_and_script_are_read() {
        facts(&"a".repeat(10_000));
        facts(&"İ𝔘ﬃ語".repeat(40));
    }
}
