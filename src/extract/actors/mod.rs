//! Who is named, by name or by what they are.
//!
//! 1. [`Page`](page) reads what lists and capitals say of each token.
//! 2. The [`rules`] find clues: names of lists, titles, heads such as "Ministry", and what stands beside a name.
//! 3. [`runs`] are words written as names that stand together; [`cut`] parts them into names.
//! 4. [`vote`]: all mentions of one name decide together what it is; surnames learn from full names.
//! 5. [`nominals`] are actors without a name. One of them may hold the name of its country; nothing else overlaps.
//!
//! One example through all: "Kenyan Foreign Minister Dorn Marlow met rebels" gives the demonym "Kenyan" (a list), the person
//! "Dorn Marlow" with the role "Kenyan Foreign Minister" (`person/title`), and the nominal "rebels" (`nominal/agent`).

mod bits;
mod clue;
mod common;
mod cut;
mod draft;
mod lexicon;
mod mention;
mod names;
mod nominals;
mod page;
mod rules;
mod runs;
pub mod tagger;
mod vote;

pub use lexicon::{TITLE_ROLES, country_codes};
pub use mention::{ActorForm, ActorKind, ActorMention};

use crate::rules::{Reading, RuleSet, Vocabulary};

/// Finds mentions of actors.
pub struct Actors {
    classes: lexicon::Classes,
    leaders: lexicon::Leaders,
    places: lexicon::Places,
    rules: rules::Rules,
    tagger: tagger::Tagger,
    nominals: RuleSet<ActorMention>,
}

impl Actors {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        let rules = rules::Rules::new(vocabulary);
        let nominals = RuleSet::new(&[nominals::RULES], vocabulary);
        Self {
            classes: lexicon::Classes::new(vocabulary),
            leaders: lexicon::Leaders::new(vocabulary),
            places: lexicon::Places::new(vocabulary),
            rules,
            tagger: tagger::Tagger::new(),
            nominals,
        }
    }

    /// What the tagger sees of a document: for learning its weights.
    pub fn sheet(&self, reading: &Reading<'_>) -> tagger::Sheet {
        let page = page::Page::new(reading, &self.classes);
        tagger::Sheet::new(&page, &draft::Draft::new(self, &page))
    }

    /// Finds mentions, in order; names don't overlap each other, and a nominal holds at most its country's name.
    pub fn extract(&self, reading: &Reading<'_>) -> Vec<ActorMention> {
        let page = page::Page::new(reading, &self.classes);
        let names = names::find(self, &page);
        let nominals = nominals::find(&self.nominals, reading, &names);
        let place = |mention: &ActorMention| (mention.tokens.first(), std::cmp::Reverse(mention.tokens.end()));
        common::merged(names.into_iter(), nominals, |a, b| place(a) < place(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::rules::check::{Find, check_rules};
    use crate::text::Document;

    fn finds(text: &str) -> Vec<Find> {
        let extractors = Extractors::new().unwrap();
        finds_with(&extractors, text)
    }

    fn finds_with(extractors: &Extractors, text: &str) -> Vec<Find> {
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let found = extractors.extract(&mut reading, None).actors;
        finds_of(&document, &found)
    }

    /// What the rules draft, before the tagger decides.
    fn drafts_with(extractors: &Extractors, text: &str) -> Vec<Find> {
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let dates = extractors.dates.extract(&reading, None);
        reading.mark(crate::rules::ValueKind::Date, dates.iter().map(|date| date.tokens));
        let page = page::Page::new(&reading, &extractors.actors.classes);
        let draft = draft::Draft::new(&extractors.actors, &page);
        let mention = |(candidate, verdict)| draft::mention_of(&page, &draft.clues, candidate, verdict);
        let found: Vec<ActorMention> = draft.names().map(mention).collect();
        finds_of(&document, &found)
    }

    fn finds_of(document: &Document, found: &[ActorMention]) -> Vec<Find> {
        let text = document.text();
        let find = |m: &ActorMention| {
            let role = m.role.map_or("", |role| document.words(role));
            let gives = [m.kind.name(), m.country.unwrap_or(""), role].into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
            Find { rule: m.rule, text: m.span.of(text).to_owned(), start: m.span.start(), gives }
        };
        found.iter().map(find).collect()
    }

    #[test]
    fn rules_hit_what_they_should() {
        let extractors = Extractors::new().unwrap();
        let mut vocabulary = crate::extract::vocabulary(&[]).unwrap();
        let actors = Actors::new(&mut vocabulary);
        let mut faults = check_rules(actors.rules.set(), &mut vocabulary, |text| drafts_with(&extractors, text));
        faults.extend(check_rules(&actors.nominals, &mut vocabulary, |text| finds_with(&extractors, text)));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn names_of_many_cultures_and_kinds_are_found_whole() {
        let extractors = Extractors::new().unwrap();
        for (text, kind) in [
            ("The army said that [Abu Yahya al-Brelli] was killed near the border.", "person"),
            ("General [Soe Thura Maung] told reporters that the camp was empty.", "person"),
            ("\"We are tired,\" said [Ngozi Obiageli Ekwueme], a nurse.", "person"),
            ("The bank was run by [Jorge de la Brena] until May.", "person"),
            ("Prime Minister [Pieter van der Brell] will resign.", "person"),
            ("A bomb killed two soldiers near [Qala-e Brello] on Friday.", "place"),
            ("THE MAYOR OF [BRELLONA] WAS SHOT BY FOUR MEN, POLICE SAID.", "place"),
        ] {
            let plain = text.replace(['[', ']'], "");
            let name = text.split(['[', ']']).nth(1).unwrap();
            let found = finds_with(&extractors, &plain);
            let good = found.iter().any(|find| find.text == name && find.gives.starts_with(kind));
            assert!(good, "{text}: {found:?}");
        }
    }

    #[test]
    fn names_that_stand_together_are_parted() {
        let extractors = Extractors::new().unwrap();
        for (text, names) in [
            ("Analysts said Orlix Steel or Brellat Bank Corp. would buy the mill.", &["Orlix Steel", "Brellat Bank Corp."][..]),
            ("The bid of the Nairobi-based firm failed.", &["Nairobi"]),
            ("Thirteen voted for it.", &[]),
        ] {
            let found: Vec<String> = finds_with(&extractors, text).into_iter().map(|find| find.text).collect();
            assert_eq!(found, names, "{text}");
        }
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        for part in ["(", "Al-", "Ministry of ", "President ", "A. ", "\"A The ", "and And "] {
            finds(&part.repeat(40_000));
        }
    }
}
