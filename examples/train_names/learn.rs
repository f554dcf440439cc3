//! A conditional random field, learnt by gradient steps that grow smaller for features that are seen often.

use std::collections::HashMap;

use factbox::extract::actors::tagger::{LABELS, Lattice, Scores, Transitions, may_follow};

use crate::gold::Sample;

/// How often all texts are gone through.
const ROUNDS: usize = 12;
/// How far the first step of a weight goes.
const STEP: f32 = 0.1;
/// How strongly weights are drawn towards nothing at each step.
const PULL: f32 = 0.005;
/// Of a hundred features, how many are overlooked at each step, so that none is relied on too much.
const DROPPED: usize = 30;
/// Features seen less often than this are left out.
const LEAST: u32 = 2;

/// What was learnt.
pub struct Weights {
    /// Each feature with its weight for each label but the first, in order of the features.
    pub features: Vec<(u64, [f32; LABELS - 1])>,
    /// The scores of pairs of labels.
    pub pairs: [Scores; LABELS],
}

/// Numbers in an order that looks random and is always the same.
struct Shuffle(u64);

impl Shuffle {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }
}

/// A stretch of tokens: the numbers of their features and their labels.
struct Stretch {
    features: Vec<Vec<u32>>,
    labels: Vec<usize>,
    weight: f32,
}

#[derive(Clone, Copy, Default)]
struct Weight {
    value: f32,
    /// The sum of the squares of its gradients.
    squares: f32,
}

impl Weight {
    fn step(&mut self, gradient: f32) {
        let gradient = gradient + PULL * self.value;
        self.squares += gradient * gradient;
        self.value -= STEP * gradient / (1.0 + self.squares).sqrt();
    }
}

/// Learns from texts.
pub fn learn(samples: &[Sample]) -> Weights {
    let (features, mut stretches) = stretches(samples);
    let mut weights = vec![[Weight::default(); LABELS]; features.len()];
    let mut pairs = [[Weight::default(); LABELS]; LABELS];
    let (mut lattice, mut shuffle) = (Lattice::default(), Shuffle(0x9E37_79B9_7F4A_7C15));
    let mut scores = Vec::new();
    for _ in 0..ROUNDS {
        for n in (1..stretches.len()).rev() {
            stretches.swap(n, shuffle.below(n + 1));
        }
        for stretch in &stretches {
            let kept: Vec<Vec<u32>> =
                stretch.features.iter().map(|f| f.iter().copied().filter(|_| shuffle.below(100) >= DROPPED).collect()).collect();
            scores.clear();
            scores.extend(kept.iter().map(|features| {
                features.iter().fold(Scores::default(), |mut sums, feature| {
                    sums.iter_mut().zip(&weights[*feature as usize]).for_each(|(sum, weight)| *sum += weight.value);
                    sums
                })
            }));
            let transitions = Transitions::new(pairs.map(|row| row.map(|weight| weight.value)));
            lattice.fill(&scores, &transitions);
            let mut expected_pairs = [[0.0; LABELS]; LABELS];
            let mut before: Scores = std::array::from_fn(|label| if label == 0 { 1.0 } else { 0.0 });
            let mut right = 0;
            for at in 0..=stretch.labels.len() {
                let end = at == stretch.labels.len();
                for from in 0..LABELS {
                    let shares = if end {
                        std::array::from_fn(|l| if l == 0 { 1.0 } else { 0.0 })
                    } else {
                        lattice.labels_after(from, at, &transitions)
                    };
                    expected_pairs[from].iter_mut().zip(shares).for_each(|(sum, share)| *sum += before[from] * share);
                }
                let label = stretch.labels.get(at).copied().unwrap_or(0);
                expected_pairs[right][label] -= 1.0;
                right = label;
                before = lattice.labels(at);
            }
            for (at, features) in kept.iter().enumerate() {
                let mut gradient = lattice.labels(at);
                gradient[stretch.labels[at]] -= 1.0;
                for feature in features {
                    for label in 1..LABELS {
                        weights[*feature as usize][label].step(gradient[label] * stretch.weight);
                    }
                }
            }
            for from in 0..LABELS {
                for to in (0..LABELS).filter(|to| may_follow(from, *to)) {
                    pairs[from][to].step(expected_pairs[from][to] * stretch.weight);
                }
            }
        }
    }
    let features = features.into_iter().zip(weights).map(|(feature, w)| (feature, std::array::from_fn(|n| w[n + 1].value))).collect();
    Weights { features, pairs: pairs.map(|row| row.map(|weight| weight.value)) }
}

/// The features that are seen often enough, in order, and the stretches that speak of them by number.
fn stretches(samples: &[Sample]) -> (Vec<u64>, Vec<Stretch>) {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for sample in samples {
        (0..sample.labels.len()).flat_map(|n| sample.sheet.features(n)).for_each(|feature| *counts.entry(*feature).or_default() += 1);
    }
    let mut features: Vec<u64> = counts.into_iter().filter(|(_, count)| *count >= LEAST).map(|(feature, _)| feature).collect();
    features.sort_unstable();
    let numbers: HashMap<u64, u32> = (0..).zip(&features).map(|(n, feature)| (*feature, n)).collect();
    let mut stretches = Vec::new();
    for sample in samples {
        let mut n = 0;
        for stretch in sample.sheet.stretches.iter() {
            let tokens = n..n + stretch.len();
            n += stretch.len();
            let known = |n| sample.sheet.features(n).iter().filter_map(|feature| numbers.get(feature).copied()).collect();
            stretches.push(Stretch {
                features: tokens.clone().map(known).collect(),
                labels: sample.labels[tokens].to_vec(),
                weight: sample.weight,
            });
        }
    }
    (features, stretches)
}
