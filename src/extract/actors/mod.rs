//! Who is named, by name or by what they are.

mod mention;

pub use mention::{ActorForm, ActorKind, ActorMention};

use crate::rules::{Lexicon, Reading, Vocabulary};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[];

/// Finds mentions of actors.
pub struct Actors {}

impl Actors {
    /// Compiles the rules.
    pub fn new(_vocabulary: &mut Vocabulary) -> Self {
        Self {}
    }

    /// Finds mentions, in order, not overlapping.
    pub fn extract(&self, _reading: &Reading<'_>) -> Vec<ActorMention> {
        Vec::new()
    }
}
