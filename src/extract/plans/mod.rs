//! Plans: what was proposed, step by step.

mod plan;

pub use plan::{Modality, Plan, Step};

use crate::rules::{Lexicon, Reading, Vocabulary};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[];

/// Finds plans and their steps.
pub struct Plans {}

impl Plans {
    /// Compiles the rules.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self {}
    }

    /// Finds plans, in order.
    pub fn extract(&self, _reading: &Reading<'_>) -> Vec<Plan> {
        Vec::new()
    }
}
