//! Figures on texts that nothing was learnt from.

use std::collections::BTreeMap;

use factbox::extract::actors::tagger::{Lattice, Model, Tag};
use factbox::text::TokenRange;

use crate::gold::Sample;

/// Prints, for each file, the share of names that are right, that are found, and their mean (F1). Exact words and kind.
pub fn print(bytes: &[u8], held_out: &[Sample]) -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::new(bytes).ok_or("the packed model is none")?;
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for sample in held_out {
        let count = counts.entry(&sample.file).or_default();
        let found = tag(&model, sample);
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

fn tag(model: &Model<'_>, sample: &Sample) -> Vec<(TokenRange, Tag)> {
    let (mut found, mut number, mut lattice) = (Vec::new(), 0, Lattice::default());
    for stretch in &sample.sheet.stretches {
        let scores: Vec<_> = (number..number + stretch.len()).map(|n| model.scores(sample.sheet.features(n))).collect();
        number += stretch.len();
        lattice.fill(&scores, model.transitions());
        lattice.best(model.transitions(), |tokens, tag| {
            found.push((TokenRange::new(stretch.first() + tokens.first(), stretch.first() + tokens.end()), tag));
        });
    }
    found
}
