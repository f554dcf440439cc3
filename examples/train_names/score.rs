//! Figures on texts that nothing was learnt from.

use std::collections::BTreeMap;

use factbox::extract::actors::tagger::{Model, tag};

use crate::gold::Sample;

/// Where the buckets of confidence begin.
const BUCKETS: [f32; 9] = [0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// Names of one file or one bucket.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
    confidence: f64,
}

/// Prints, for each file, the share of found names that are right, the share of names that are found, and their mean (F1);
/// then how many names of each confidence are right. Right is a name with exactly these words and this kind.
pub fn print(bytes: &[u8], samples: &[Sample]) -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::new(bytes).ok_or("the packed model is none")?;
    let mut files: BTreeMap<&str, Count> = BTreeMap::new();
    let mut buckets = [Count::default(); BUCKETS.len()];
    for sample in samples {
        let count = files.entry(&sample.file).or_default();
        count.gold += sample.names.len();
        for name in tag(&model, &sample.sheet) {
            let right = usize::from(sample.names.contains(&(name.tokens, name.tag)));
            count.found += 1;
            count.right += right;
            let confidence = name.confidence();
            let bucket = &mut buckets[BUCKETS.iter().rposition(|least| confidence >= *least).unwrap_or(0)];
            bucket.found += 1;
            bucket.right += right;
            bucket.confidence += f64::from(confidence);
        }
    }
    for (file, Count { right, found, gold, .. }) in files {
        let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
        println!("{file:24} precision {:5.1}  recall {:5.1}  F1 {:5.1}", share(found), share(gold), share(found + gold) * 2.0);
    }
    println!("| confidence from | names | mean confidence | right |\n|---|---|---|---|");
    for (least, count) in BUCKETS.iter().zip(buckets).filter(|(_, count)| count.found > 0) {
        let found = count.found as f64;
        println!("| {least:.2} | {} | {:.2} | {:.2} |", count.found, count.confidence / found, count.right as f64 / found);
    }
    Ok(())
}
