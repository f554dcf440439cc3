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

/// A model, borrowed.
#[derive(Debug, Clone)]
pub struct Model<'b> {
    slots: &'b [u8],
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
    /// Reads the header; none where the bytes are no model.
    pub fn new(bytes: &'b [u8]) -> Option<Self> {
        let word = |n: usize| bytes.get(4 * n..4 * n + 4).and_then(|word| <[u8; 4]>::try_from(word).ok());
        let count = usize::try_from(u32::from_le_bytes(word(1)?)).ok()?;
        let slots = bytes.get(HEADER..).filter(|slots| slots.len() == (count + PROBES) * SLOT)?;
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
        let mut sums = [0_i32; LABELS];
        for feature in features {
            let (at, print) = home(*feature, self.count);
            let probes = self.slots.get(at * SLOT..(at + PROBES) * SLOT).unwrap_or(&[]);
            for slot in probes.chunks_exact(SLOT) {
                let [low, high, weights @ ..] = slot else { break };
                match u16::from_le_bytes([*low, *high]) {
                    0 => break,
                    here if here == print => {
                        for (sum, weight) in sums[1..].iter_mut().zip(weights) {
                            *sum += i32::from(weight.cast_signed());
                        }
                        break;
                    }
                    _ => {}
                }
            }
        }
        #[allow(clippy::cast_precision_loss)]
        sums.map(|sum| sum as f32 * self.scale)
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
