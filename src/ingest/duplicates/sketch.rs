//! A text as 32 bytes that are alike where the texts are: MinHash over runs of words, by one permutation.
//!
//! Each run of five words is hashed; the hash's first bits choose one of 32 buckets, and each bucket keeps its smallest.
//! Two texts have the same smallest hash in a bucket about as often as they share runs of words. Three buckets make a
//! band; two texts that are much alike share at least one of eight bands nearly always, so bands lead to candidates.

/// Words in a run.
const RUN: usize = 5;
const BUCKETS: usize = 32;
const BANDS: usize = 8;
const ROWS: usize = 3;
/// Texts that fill fewer buckets between them are compared whole.
const ENOUGH: usize = 20;

/// The hashes of a sketch's bands.
pub type Bands = [u32; BANDS];

/// A text's smallest hashes, cut to a byte each; 0 where a bucket is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sketch([u8; BUCKETS]);

/// For each byte that is an ASCII letter or digit, the same as a small letter; 0 for others.
const SMALL: [u8; 256] = {
    let mut small = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            small[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

impl Sketch {
    /// The sketch of a text, and the hashes of its bands.
    pub fn of(text: &str) -> (Self, Bands) {
        let mut least = [u64::MAX; BUCKETS];
        let mut run = [0_u64; RUN];
        let mut words = 0;
        let mut word = 0_u64;
        let mut end_word = |word: &mut u64| {
            if *word == 0 {
                return;
            }
            let [_, a, b, c, d] = run;
            run = [a, b, c, d, std::mem::take(word)];
            words += 1;
            if words >= RUN {
                let hash = mixed(run.iter().fold(0, |hash: u64, word| hash.rotate_left(11).wrapping_mul(MULTIPLIER) ^ word));
                let bucket = &mut least[(hash >> 59) as usize];
                *bucket = (*bucket).min(hash);
            }
        };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            at += 1;
            match SMALL[usize::from(byte)] {
                0 if byte.is_ascii() => end_word(&mut word),
                // Quotation marks, dashes and spaces beyond ASCII: U+0080 to U+00BF, U+2000 to U+203F.
                0 => match byte {
                    0xC2 => end_word(&mut word),
                    0xE2 if bytes.get(at) == Some(&0x80) => end_word(&mut word),
                    0x80..=0xBF if word == 0 => {}
                    _ => word = step(word, byte),
                },
                small => {
                    word = step(word, small);
                    while let Some(small) = bytes.get(at).map(|byte| SMALL[usize::from(*byte)]).filter(|small| *small != 0) {
                        word = onward(word, small);
                        at += 1;
                    }
                }
            }
        }
        end_word(&mut word);
        let mut sketch = [0; BUCKETS];
        for (byte, &hash) in sketch.iter_mut().zip(&least) {
            *byte = if hash == u64::MAX { 0 } else { 1 + (mixed(hash) % 255) as u8 };
        }
        let mut bands = [0; BANDS];
        for (number, (band, rows)) in (1_u64..).zip(bands.iter_mut().zip(least.chunks_exact(ROWS))) {
            *band = (rows.iter().fold(number, |hash, &row| mixed(hash ^ row)) >> 32) as u32;
        }
        (Self(sketch), bands)
    }

    /// Whether the text has too few words to be compared.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&byte| byte == 0)
    }

    /// Whether one text is a copy of the other.
    pub fn is_like(&self, other: &Self) -> bool {
        let pairs = || self.0.iter().zip(&other.0);
        let filled = pairs().filter(|(a, b)| **a != 0 || **b != 0).count();
        let equal = pairs().filter(|(a, b)| a == b && **a != 0).count();
        if filled < ENOUGH { equal == filled } else { equal * 3 >= filled * 2 }
    }
}

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// One more byte of a word: FNV-1a, begun so that no word is 0.
fn step(word: u64, byte: u8) -> u64 {
    onward(if word == 0 { 0xCBF2_9CE4_8422_2325 } else { word }, byte)
}

/// One more byte of a word that has some.
fn onward(word: u64, byte: u8) -> u64 {
    (word ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3) | 1
}

/// Spreads the bits of a number over all of its places (the finalizer of SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
