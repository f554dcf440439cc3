//! The rules by which names are known: what a list says, what their own words say, and what stands beside them.

mod beside;
mod lists;
mod persons;
mod words;

use super::clue::Clue;
use crate::rules::{RuleSet, Vocabulary};

/// All rules, compiled.
pub(super) struct Rules {
    sets: [RuleSet<Clue>; 4],
}

impl Rules {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { sets: [lists::RULES, words::RULES, persons::RULES, beside::RULES].map(|rules| RuleSet::new(&[rules], vocabulary)) }
    }

    /// The sets, for their test.
    pub fn sets(&self) -> &[RuleSet<Clue>] {
        &self.sets
    }
}
