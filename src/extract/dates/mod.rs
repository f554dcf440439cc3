//! Temporal expressions and their values.

mod mention;

pub use mention::{Anchor, DateMention, Granularity, Reference, TimexMod, TimexType};

use crate::rules::{Lexicon, Reading, Vocabulary};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[];

/// Finds temporal expressions.
pub struct Dates {}

impl Dates {
    /// Compiles the rules.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self {}
    }

    /// Finds and resolves, in order; `published` is the day (or month, or year) of publication.
    pub fn extract(&self, _reading: &Reading<'_>, _published: Option<Reference>) -> Vec<DateMention> {
        Vec::new()
    }
}
