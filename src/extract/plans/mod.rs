//! Plans: what was proposed, step by step.
//!
//! 1. [`announce`] finds words that name a plan, by rules: "a four-point plan", "three demands", "the deal".
//! 2. [`cue`] finds markers of steps, by rules: "Secondly,", "the third phase", "(c)", a bullet.
//! 3. [`series`] groups markers that go on from each other; [`clause`] reads the clause behind each of them, after
//!    [`frame`] took off who says so, when and on what condition, and [`verbs`] found its verb.
//! 4. [`govern`] reads inline lists that a plan or a demand governs, parted by [`list`].
//! 5. [`assemble`] joins announcements that speak of one plan, gives each series its announcement, and asks [`judge`]
//!    whether it is a plan at all: reasons, options and what has happened are told in the same way.
//!
//! The running example: "Marlow set out a two-step plan. First, the army will pull back. Finally, monitors will deploy."
//! is a counted announcement (2), two markers in one series, and the steps "pull back" and "deploy" with the modality
//! `will` and the actors "the army" and "monitors". The count that was announced is never made to fit what was found.

mod announce;
mod assemble;
mod clause;
mod cue;
mod eye;
mod frame;
mod govern;
mod judge;
mod list;
mod plan;
mod propose;
mod series;
mod verbs;

pub use plan::{Modality, Plan, Step};

use crate::rules::{Lexicon, LexiconCase, Reading, RuleSet, Vocabulary};

use announce::Announcement;
use cue::Cue;
use eye::{Eye, Words};

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] =
    &[&Lexicon { file: "src/extract/plans/plans.tsv", class: "", case: LexiconCase::Any, data: include_str!("plans.tsv") }];

/// Finds plans and their steps.
pub struct Plans {
    words: Words,
    announcements: RuleSet<Announcement>,
    cues: RuleSet<Cue>,
}

impl Plans {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self {
            words: Words::new(vocabulary),
            announcements: RuleSet::new(announce::RULES, vocabulary),
            cues: RuleSet::new(cue::RULES, vocabulary),
        }
    }

    /// Finds plans, in order.
    pub fn extract(&self, reading: &Reading<'_>) -> Vec<Plan> {
        let eye = Eye { reading, words: &self.words };
        let mut announcements = Vec::new();
        self.announcements.find(reading, |_, found| announcements.push(found));
        let mut cues: Vec<Cue> = Vec::new();
        self.cues.find(reading, |_, found| {
            // Of two markers at one place the first rule's counts: "as a first step" holds "a first step".
            if cues.last().is_none_or(|last| !last.tokens.overlaps(found.tokens)) {
                cues.push(found);
            }
        });
        assemble::plans(eye, &announcements, &cues)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Extractors;
    use super::*;
    use crate::rules::check::{Find, check_rules};
    use crate::text::Document;

    fn plans(text: &str) -> Vec<Find> {
        let extractors = Extractors::new().unwrap();
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let mut finds = Vec::new();
        for plan in extractors.extract(&mut reading, None).plans {
            let deed = |step: &Step| step.action.clone().unwrap_or_else(|| step.span.of(text).to_owned());
            let deeds: Vec<String> = plan.steps.iter().map(deed).collect();
            let count = plan.announced.map_or("?".to_owned(), |n| n.to_string());
            let find = |rule, span: crate::text::Span, gives| Find { rule, text: span.of(text).to_owned(), start: span.start(), gives };
            finds.push(find(plan.rule, plan.span, format!("{count}: {}", deeds.join(" | "))));
            finds.extend(
                plan.steps
                    .iter()
                    .map(|step| find(step.rule, step.span, format!("{} {} {}", step.number, step.modality.name(), deed(step)))),
            );
        }
        finds
    }

    #[test]
    fn announcement_rules_hit_and_miss_what_they_say() {
        let mut vocabulary = Vocabulary::new(&super::super::lexicons()).unwrap();
        let set = RuleSet::new(announce::RULES, &mut vocabulary);
        let faults = check_rules(&set, &mut vocabulary, plans);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn marker_rules_hit_and_miss_what_they_say() {
        let mut vocabulary = Vocabulary::new(&super::super::lexicons()).unwrap();
        let set = RuleSet::new(cue::RULES, &mut vocabulary);
        let faults = check_rules(&set, &mut vocabulary, plans);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
