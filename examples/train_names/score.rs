//! Figures on texts that nothing was learnt from.

use std::collections::BTreeMap;

use factbox::extract::actors::tagger::{Model, tag};

use crate::gold::Sample;

/// Prints, for each file, the share of names that are right, that are found, and their mean (F1). Exact words and kind.
pub fn print(bytes: &[u8], held_out: &[Sample]) -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::new(bytes).ok_or("the packed model is none")?;
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for sample in held_out {
        let count = counts.entry(&sample.file).or_default();
        let found: Vec<_> = tag(&model, &sample.sheet).into_iter().map(|name| (name.tokens, name.tag)).collect();
        count[0] += found.iter().filter(|name| sample.names.contains(name)).count();
        count[1] += found.len();
        count[2] += sample.names.len();
    }
    for (file, [right, found, gold]) in counts {
        let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
        println!("{file:24} precision {:5.1}  recall {:5.1}  F1 {:5.1}", share(found), share(gold), 200.0 * right as f64 / (found + gold).max(1) as f64);
    }
    Ok(())
}
