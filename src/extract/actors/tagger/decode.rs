//! From scores to names, with a vote over the document.

use super::features::Sheet;
use super::lattice::{Lattice, Scores, Tag};
use super::model::Model;
use crate::text::TokenRange;

/// The weights; `docs/names.md` tells where they come from and how they are made.
static WEIGHTS: &[u8] = include_bytes!("names.model");

/// A name that the tagger found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::extract::actors) struct Tagged {
    pub tokens: TokenRange,
    pub tag: Tag,
    /// The share of all ways to label its stretch that have this name.
    pub share: f32,
}

/// Finds names by weights.
pub(in crate::extract::actors) struct Tagger {
    model: Option<Model<'static>>,
}

impl Tagger {
    /// Reads the header of the weights.
    pub fn new() -> Self {
        Self { model: Model::new(WEIGHTS) }
    }

    /// Finds names, in order, not overlapping.
    pub fn tag(&self, sheet: &Sheet) -> Vec<Tagged> {
        let Some(model) = &self.model else { return Vec::new() };
        let mut found = Vec::new();
        let (mut lattice, mut scores, mut number) = (Lattice::default(), Vec::<Scores>::new(), 0);
        for stretch in &sheet.stretches {
            scores.clear();
            scores.extend((number..number + stretch.len()).map(|n| model.scores(sheet.features(n))));
            number += stretch.len();
            lattice.fill(&scores, model.transitions());

            let mut best = Vec::new();
            lattice.best(model.transitions(), |tokens, tag| best.push((tokens, tag)));
            for (tokens, tag) in best {
                let share = lattice.share(tokens, tag, model.transitions());
                let tokens = TokenRange::new(stretch.first() + tokens.first(), stretch.first() + tokens.end());
                found.push(Tagged { tokens, tag, share });
            }
        }
        found
    }
}
