//! From weights to the bytes of a model: the most telling features, each weight in one byte.

use factbox::extract::actors::tagger::{HEADER, LABELS, MARK, PROBES, SLOT, home};

use crate::learn::Weights;

/// Slots in a model.
const SLOTS: usize = 120_000;
/// How many of them may be taken, so that looking ends soon.
const TAKEN: usize = 84_000;
/// The share of weights that may be too large for a byte and are cut.
const CUT: f32 = 0.0002;

/// The bytes of a model, as `factbox::extract::actors::tagger::Model` reads them.
pub fn pack(weights: &Weights) -> Vec<u8> {
    let size = |weights: &[f32; LABELS - 1]| weights.iter().map(|weight| weight * weight).sum::<f32>();
    let mut features: Vec<&(u64, [f32; LABELS - 1])> = weights.features.iter().collect();
    features.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then(a.0.cmp(&b.0)));
    features.truncate(TAKEN);
    let mut all: Vec<f32> = features.iter().flat_map(|(_, weights)| weights.map(f32::abs)).collect();
    all.sort_by(|a, b| b.total_cmp(a));
    let scale = all.get((all.len() as f32 * CUT) as usize).copied().unwrap_or(1.0).max(1e-6) / 127.0;
    let mut bytes = Vec::from(MARK);
    bytes.extend(u32::try_from(SLOTS).unwrap_or(0).to_le_bytes());
    bytes.extend(scale.to_le_bytes());
    bytes.extend(weights.pairs.iter().flatten().flat_map(|score| score.to_le_bytes()));
    assert_eq!(bytes.len(), HEADER);
    let mut slots = vec![0_u8; (SLOTS + PROBES) * SLOT];
    let mut lost = 0;
    for (feature, weights) in features {
        let units = weights.map(|weight| (weight / scale).round().clamp(-127.0, 127.0) as i8);
        if units.iter().all(|unit| *unit == 0) {
            continue;
        }
        let (at, print) = home(*feature, SLOTS);
        let empty = (at..at + PROBES).find(|n| slots[n * SLOT..n * SLOT + 2] == [0, 0]);
        let Some(n) = empty else {
            lost += 1;
            continue;
        };
        slots[n * SLOT..n * SLOT + 2].copy_from_slice(&print.to_le_bytes());
        slots[n * SLOT + 2..(n + 1) * SLOT].copy_from_slice(&units.map(|unit| unit.to_le_bytes()[0]));
    }
    println!("{lost} features found no slot");
    bytes.extend(slots);
    bytes
}
