//! From a document to mentions: what is found, before anything is joined.
//!
//! A document is read once against all word lists ([`Extractors::read`]). Then, in this order, each marking what it found
//! so that the next can speak of it:
//!
//! 1. [`numbers`] with their bounds ("at least a dozen"),
//! 2. [`dates`]: temporal expressions with their TIMEX3 values,
//! 3. [`actors`]: people, organisations, groups, places, by name or by what they are,
//! 4. [`casualties`]: claims of harm with their counts and victims,
//! 5. [`plans`]: what is proposed, step by step.
//!
//! Extractors don't know each other; joining what they found is the work of `link`. What they share is
//! [`numbers`] and [`english`], the closed word classes and verb forms of the language.

pub mod actors;
pub mod casualties;
pub mod dates;
pub mod english;
mod lexicons;
pub mod numbers;
mod own;
pub mod plans;

pub use own::OwnLexicon;

use crate::error::Result;
use crate::rules::{Lexicon, Reading, ValueKind, Vocabulary};
use crate::text::Document;
use lexicons::LEXICONS;

/// All word lists, as the program was built with them.
pub static VOCABULARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/vocabulary.bin"));

/// All that was found in one document.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Temporal expressions, in order, not overlapping.
    pub dates: Vec<dates::DateMention>,
    /// Mentions of actors, in order; names don't overlap, and a nominal ("Kenyan police") may hold the name of its country.
    pub actors: Vec<actors::ActorMention>,
    /// Claims of harm, in order of their text.
    pub claims: Vec<casualties::Claim>,
    /// Plans with their steps, in order.
    pub plans: Vec<plans::Plan>,
}

/// What users may choose.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Word lists of their own, which come before ours where both have the same phrase, the first of them first.
    pub own: Vec<OwnLexicon>,
    /// What "dozens", "scores" and "hundreds" stand for.
    pub vague_words: numbers::VagueWords,
    /// Whether words of time that name no date ("now", "recently", "the future") are left out.
    pub no_vague_dates: bool,
}

/// The extractors, made once and shared by all threads.
pub struct Extractors {
    vocabulary: Vocabulary,
    /// Numbers.
    pub numbers: numbers::Numbers,
    /// Temporal expressions.
    pub dates: dates::Dates,
    /// Actors.
    pub actors: actors::Actors,
    /// Claims of harm.
    pub casualties: casualties::Casualties,
    /// Plans.
    pub plans: plans::Plans,
}

impl Extractors {
    /// Takes the word lists and compiles the rules, as users who choose nothing have it.
    ///
    /// # Errors
    /// When a line of a list is not well-formed: file, line and what is allowed.
    pub fn new() -> Result<Self> {
        Self::with(&Choices::default())
    }

    /// Takes the word lists and compiles the rules.
    ///
    /// # Errors
    /// When a line of a list is not well-formed: file, line and what is allowed.
    pub fn with(choices: &Choices) -> Result<Self> {
        let mut vocabulary = vocabulary(&choices.own)?;
        Ok(Self {
            numbers: numbers::Numbers::new(&mut vocabulary, choices.vague_words),
            dates: dates::Dates::new(&mut vocabulary, !choices.no_vague_dates),
            actors: actors::Actors::new(&mut vocabulary),
            casualties: casualties::Casualties::new(&mut vocabulary),
            plans: plans::Plans::new(&mut vocabulary),
            vocabulary,
        })
    }

    /// Reads a document against the word lists and marks its numbers.
    pub fn read<'a>(&'a self, document: &'a Document) -> Reading<'a> {
        let mut reading = Reading::new(document, &self.vocabulary);
        let quantities = self.numbers.extract(&reading);
        reading.mark_quantities(quantities);
        reading
    }

    /// Finds everything in a document that was read. `published`: the reference for "today".
    pub fn extract(&self, reading: &mut Reading<'_>, published: Option<dates::Reference>) -> Mentions {
        let dates = self.dates.extract(reading, published);
        reading.mark(ValueKind::Date, dates.iter().map(|date| date.tokens));
        let actors = self.actors.extract(reading);
        let persons = actors.iter().filter(|actor| actor.kind == actors::ActorKind::Person && !actor.form.is_nominal());
        reading.mark(ValueKind::Person, persons.map(|actor| actor.tokens));
        reading.mark(ValueKind::Actor, actors.iter().filter(|actor| !actor.form.is_nominal()).map(|actor| actor.tokens));
        let claims = self.casualties.extract(reading);
        let plans = self.plans.extract(reading);
        Mentions { dates, actors, claims, plans }
    }
}

/// All word lists, the user's before ours. Ours were made into a table when the program was built.
///
/// # Errors
/// When a line of a list is not well-formed: file, line and what is allowed.
pub(crate) fn vocabulary(own: &[OwnLexicon]) -> Result<Vocabulary> {
    if own.is_empty() {
        return Vocabulary::borrowed(VOCABULARY, LEXICONS);
    }
    let own: Vec<&Lexicon> = own.iter().flat_map(OwnLexicon::lists).collect();
    Vocabulary::with(&own, LEXICONS)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn a_class_of_words_has_one_owner() {
        let vocabulary = vocabulary(&[]).unwrap();
        let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for lexicon in LEXICONS {
            let folder = lexicon.file.trim_start_matches("src/extract/").split('/').next().unwrap();
            for class in lexicon.classes().unwrap().into_iter().filter(|class| !class.is_empty()) {
                assert!(vocabulary.class(class).is_some(), "{}: nothing is of class {class}", lexicon.file);
                owners.entry(class).or_default().insert(folder);
            }
        }
        let shared: Vec<_> = owners.iter().filter(|(_, folders)| folders.len() > 1).collect();
        assert!(shared.is_empty(), "classes of two extractors, which would read each other's words: {shared:?}");
    }

    #[test]
    fn word_lists_are_well_formed_sorted_and_unique() {
        let faults: Vec<String> = LEXICONS.iter().filter_map(|lexicon| lexicon.check().err()).map(|e| e.to_string()).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
