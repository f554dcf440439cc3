//! Numbers with their bounds.

use crate::rules::{Lexicon, Quantity, Reading, Vocabulary};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[];

/// Finds numbers.
pub struct Numbers {}

impl Numbers {
    /// Resolves the classes of the word lists.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self {}
    }

    /// Finds numbers, in order, not overlapping.
    pub fn extract(&self, _reading: &Reading<'_>) -> Vec<Quantity> {
        Vec::new()
    }
}
