//! From bytes, in which the program counts, to code points, in which its tables do.

/// Bytes between two known counts: one lookup and a scan of at most this many bytes answer a question.
const STEP: usize = 64;

/// Answers how many code points stand before a byte of one text.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Code points before byte `n * STEP`, and those of the whole text; empty for ASCII, where bytes and code points are one.
    before: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of `text` once.
    pub fn new(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self { text, before: Vec::new() };
        }
        let mut before = Vec::with_capacity(text.len() / STEP + 2);
        let mut seen = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(seen);
            seen += if chunk.is_ascii() { chunk.len() as u32 } else { count(chunk) };
        }
        before.push(seen);
        Self { text, before }
    }

    /// Code points before byte `at`; the text's length in code points where `at` lies past its end.
    pub fn at(&self, at: usize) -> u32 {
        let at = at.min(self.text.len());
        let chunk = at / STEP;
        match self.before.get(chunk..) {
            // Between these two, there are as many code points as bytes.
            Some([here, next, ..]) if next - here == STEP as u32 => here + (at % STEP) as u32,
            Some([here, ..]) => here + count(&self.text.as_bytes()[chunk * STEP..at]),
            _ => u32::try_from(at).unwrap_or(u32::MAX),
        }
    }

    /// The text's length in code points.
    pub fn total(&self) -> u32 {
        self.at(self.text.len())
    }
}

/// Bytes that start a code point: all but continuation bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().map(|b| u32::from((b & 0xC0) != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_what_chars_counts(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            for (n, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(at) as usize, n);
            }
            prop_assert_eq!(points.total() as usize, text.chars().count());
        }
    }
}
