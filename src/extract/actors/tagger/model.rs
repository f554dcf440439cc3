//! The weights: how much a feature speaks for each label, read where they lie in the binary.
//!
//! A header of 4-byte words, low byte first: the mark, the number of slots, the scale, then the scores of pairs of labels, row
//! by row. Then slots of [`SLOT`] bytes: a fingerprint of the feature, 0 where the slot is empty, and a signed byte for each
//! label but the first, in units of the scale. A feature stands in one of the [`PROBES`] slots from its home on.

use super::lattice::{LABELS, Scores, Transitions};

/// The first bytes of a model.
pub const MARK: [u8; 4] = *b"FBN1";
/// Bytes before the slots.
pub const HEADER: usize = 12 + 4 * LABELS * LABELS;
/// Bytes in a slot.
pub const SLOT: usize = 2 + LABELS - 1;
/// In how many slots a feature is looked for.
pub const PROBES: usize = 8;
/// As many weights of 8 bits add up to 16 bits.
const MOST_AT_ONCE: usize = 255;

/// The weights of at most [`MOST_AT_ONCE`] features, added up: six bytes at once, each with 128 added so that it is positive,
/// every other one of them in a lane of 16 bits. The last lane counts the features.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sum {
    even: u64,
    odd: u64,
}

impl Sum {
    fn of(slot: u64) -> Self {
        let weights = (slot >> 16) ^ 0x8080_8080_8080;
        Self { even: weights & 0x00FF_00FF_00FF | 1 << 48, odd: (weights >> 8) & 0x00FF_00FF_00FF }
    }

    /// Adds another; both together have at most [`MOST_AT_ONCE`] features.
    pub fn add(&mut self, other: Self) {
        self.even = self.even.wrapping_add(other.even);
        self.odd = self.odd.wrapping_add(other.odd);
    }

    /// Adds what it says of each label to the scores.
    fn add_to(self, scores: &mut [i32; LABELS]) {
        let lane = |lanes: u64, n: usize| (lanes >> (16 * n) & 0xFFFF) as i32;
        let bias = 128 * lane(self.even, 3);
        for (n, pair) in scores[1..].chunks_exact_mut(2).enumerate() {
            pair[0] += lane(self.even, n) - bias;
            pair[1] += lane(self.odd, n) - bias;
        }
    }
}

/// A model, borrowed.
#[derive(Debug, Clone)]
pub struct Model<'b> {
    slots: &'b [[u8; SLOT]],
    count: usize,
    scale: f32,
    transitions: Transitions,
}

/// The slot where looking for a feature begins, and its fingerprint.
pub fn home(feature: u64, slots: usize) -> (usize, u16) {
    let mixed = feature ^ (feature >> 29);
    let mixed = mixed.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let high = (mixed >> 32) * slots as u64;
    let print = u16::try_from(mixed & 0xFFFF).unwrap_or(0);
    (usize::try_from(high >> 32).unwrap_or(0), print.max(1))
}

impl<'b> Model<'b> {
    /// A model that knows no feature.
    pub(super) fn blank() -> Self {
        Self { slots: &[], count: 0, scale: 0.0, transitions: Transitions::default() }
    }

    /// Reads the header; none where the bytes are no model.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        let word = |n: usize| bytes.get(4 * n..4 * n + 4).and_then(|word| <[u8; 4]>::try_from(word).ok());
        let count = usize::try_from(u32::from_le_bytes(word(1)?)).ok()?;
        let (slots, rest) = bytes.get(HEADER..)?.as_chunks();
        if slots.len() != count + PROBES || !rest.is_empty() {
            return None;
        }
        let mut pairs = [[0.0; LABELS]; LABELS];
        for (n, score) in pairs.iter_mut().flatten().enumerate() {
            *score = f32::from_le_bytes(word(3 + n)?);
        }
        let scale = f32::from_le_bytes(word(2)?);
        (word(0)? == MARK).then(|| Self { slots, count, scale, transitions: Transitions::new(pairs) })
    }

    /// The scores of pairs of labels.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// What the features of a token say of its label, together.
    pub fn scores(&self, features: &[u64]) -> Scores {
        self.scores_with(Sum::default(), features)
    }

    /// The same for a token of which some features are added up already, and others not.
    pub(super) fn scores_with(&self, sum: Sum, others: &[u64]) -> Scores {
        let mut scores = [0_i32; LABELS];
        sum.add_to(&mut scores);
        others.chunks(MOST_AT_ONCE).for_each(|some| self.sum(some).add_to(&mut scores));
        let mut scaled = [0.0; LABELS];
        #[allow(clippy::cast_precision_loss)]
        scaled.iter_mut().zip(scores).for_each(|(scaled, score)| *scaled = score as f32 * self.scale);
        scaled
    }

    /// The weights of at most [`MOST_AT_ONCE`] features.
    pub(super) fn sum(&self, features: &[u64]) -> Sum {
        let mut sum = Sum::default();
        features.iter().filter_map(|feature| self.slot(*feature)).for_each(|slot| sum.add(Sum::of(slot)));
        sum
    }

    /// The weights of one feature.
    pub(super) fn weights(&self, feature: u64) -> Sum {
        self.slot(feature).map_or(Sum::default(), Sum::of)
    }

    /// The slot of a feature.
    fn slot(&self, feature: u64) -> Option<u64> {
        let (at, print) = home(feature, self.count);
        for slot in self.slots.get(at..at + PROBES)? {
            let slot = u64::from_le_bytes(*slot);
            match slot as u16 {
                here if here == print => return Some(slot),
                0 => return None,
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A model of `count` slots that knows one feature.
    fn bytes(count: u32, feature: u64, weights: [i8; LABELS - 1]) -> Vec<u8> {
        let mut bytes = [&MARK[..], &count.to_le_bytes(), &0.5_f32.to_le_bytes(), &[0; 4 * LABELS * LABELS]].concat();
        let mut slots = vec![0; (count as usize + PROBES) * SLOT];
        let (at, print) = home(feature, count as usize);
        slots[at * SLOT..at * SLOT + 2].copy_from_slice(&print.to_le_bytes());
        slots[at * SLOT + 2..(at + 1) * SLOT].copy_from_slice(&weights.map(|weight| weight.to_le_bytes()[0]));
        bytes.extend(slots);
        bytes
    }

    #[test]
    fn a_known_feature_gives_its_weights_and_another_gives_none() {
        let bytes = bytes(50, 77, [-2, 4, 0, 127, -128, 1]);
        let model = Model::new(&bytes).unwrap();
        assert_eq!(model.scores(&[77, 78]), [0.0, -1.0, 2.0, 0.0, 63.5, -64.0, 0.5]);
        assert_eq!(model.scores(&[77, 77])[1], -2.0);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        let good = bytes(50, 77, [1; LABELS - 1]);
        assert!(Model::new(&good).is_some());
        assert!(Model::new(&good[..good.len() - 1]).is_none());
        assert!(Model::new(&[]).is_none());
        assert!(Model::new(&[&b"XXXX"[..], &good[4..]].concat()).is_none());
    }
}
