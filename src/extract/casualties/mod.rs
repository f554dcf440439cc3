//! Claims of harm: who was killed, hurt, displaced, and how many.

mod claim;

pub use claim::{Claim, Harm, Scope, Status, VictimClass};

use crate::rules::{Lexicon, Reading, Vocabulary};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[];

/// Finds claims of harm.
pub struct Casualties {}

impl Casualties {
    /// Compiles the rules.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self {}
    }

    /// Finds claims, in order of their text.
    pub fn extract(&self, _reading: &Reading<'_>) -> Vec<Claim> {
        Vec::new()
    }
}
