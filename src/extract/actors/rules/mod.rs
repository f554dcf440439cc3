//! The rules by which names are known: what a list says, what their own words say, and what stands beside them.

mod beside;
mod lists;
mod persons;
mod words;

use super::clue::Clue;
use crate::rules::{Reading, Rule, RuleSet, Vocabulary};

/// All rules: what lists say comes first, then what words say, then what stands beside.
const FAMILIES: [&[Rule<Clue>]; 4] = [lists::RULES, words::RULES, persons::RULES, beside::RULES];

/// All rules, compiled.
pub(super) struct Rules {
    set: RuleSet<Clue>,
}

impl Rules {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { set: RuleSet::new(&FAMILIES, vocabulary) }
    }

    /// The clues that a document gives, by family.
    pub fn clues(&self, reading: &Reading<'_>) -> Vec<Clue> {
        let mut families: [Vec<Clue>; FAMILIES.len()] = FAMILIES.map(|_| Vec::with_capacity(reading.document().tokens().len() / 8));
        self.set.find_with_family(reading, |family, _, clue| families.get_mut(family).into_iter().for_each(|family| family.push(clue)));
        let [mut clues, more @ ..] = families;
        more.into_iter().for_each(|family| clues.extend(family));
        clues
    }

    /// The rules, for their test.
    #[cfg(test)]
    pub fn set(&self) -> &RuleSet<Clue> {
        &self.set
    }
}
