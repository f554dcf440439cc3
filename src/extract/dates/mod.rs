//! Temporal expressions and their values.
//!
//! 1. The rules of [`patterns`] find pieces and what they say ([`meaning`]): "Friday", "3:30 p.m.", "two days later".
//! 2. [`join`] puts pieces together that stand side by side: "late Tuesday night", "the end of March".
//! 3. [`direction`] reads from the verbs whether an unmarked "Friday" lies behind or ahead.
//! 4. [`resolve`] gives values, from first to last: it alone knows the reference, and what was spoken of before.
//!
//! In an article of Thursday, 12 September 2013, "The talks opened Tuesday and will end the next day" gives two rows:
//! `2013-09-10`, counted from the article's date, and `2013-09-11`, counted from the first. Words are in `lexicon/`,
//! what holidays and seasons are in [`calendar`], what weeks and quarters are in [`period`].

mod calendar;
mod direction;
mod join;
mod lexicon;
mod meaning;
mod mention;
mod patterns;
mod period;
mod resolve;

pub use lexicon::LEXICONS;
pub use mention::{Anchor, DateMention, Granularity, Reference, TimexMod, TimexType};

use crate::rules::{self, Reading, RuleSet, Vocabulary};
use meaning::{Cycle, Found, Meaning, Pick};

/// Finds temporal expressions.
pub struct Dates {
    families: Vec<RuleSet<Found>>,
    classes: lexicon::Classes,
}

impl Dates {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { families: patterns::compile(vocabulary), classes: lexicon::Classes::new(vocabulary) }
    }

    /// Finds and resolves, in order; `published` is the day (or month, or year) of publication.
    pub fn extract(&self, reading: &Reading<'_>, published: Option<Reference>) -> Vec<DateMention> {
        let mut pieces = Vec::new();
        for family in &self.families {
            family.find(reading, |_, piece: Found| pieces.push((piece.tokens, piece)));
        }
        let pieces = rules::longest(pieces).into_iter().map(|(_, piece)| piece).collect();
        let mut found = join::join(&self.classes, reading, pieces);
        for piece in &mut found {
            let open = matches!(piece.meaning, Meaning::Cycle(_, Pick::Context | Pick::This) | Meaning::WeekOf(_));
            let read = if open { direction::direction(&self.classes, reading, piece.tokens) } else { None };
            piece.direction = read.filter(|read| read.sure || is_weekly(&piece.meaning)).map(|read| read.direction);
        }
        resolve::resolve(reading, found, published)
    }
}

/// A verb a long way off decides for days of the week, whose next and last lie equally near.
fn is_weekly(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Cycle(Cycle::Weekday(_) | Cycle::Weekend, _))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::rules::check::{Find, check_rules};
    use crate::text::Document;

    /// The dates of a text in an article of Thursday, 12 September 2013.
    fn finds(extractors: &Extractors, text: &str) -> Vec<Find> {
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let mentions = extractors.extract(&mut reading, Reference::parse("2013-09-12"));
        let short = |date: &DateMention| {
            let set = if date.timex_type == TimexType::Set { "SET " } else { "" };
            let modifier = date.modifier.map_or(String::new(), |m| format!(" {}", m.name()));
            format!("{set}{}{modifier}", date.value)
        };
        let find = |date: &DateMention| Find {
            rule: date.rule,
            text: date.span.of(text).to_owned(),
            start: date.span.start(),
            gives: short(date),
        };
        mentions.dates.iter().map(find).collect()
    }

    #[test]
    fn every_rule_hits_and_misses_what_its_record_says() {
        let extractors = Extractors::new().unwrap();
        let mut vocabulary = Vocabulary::new(&crate::extract::lexicons()).unwrap();
        let families = patterns::compile(&mut vocabulary);
        let mut faults = Vec::new();
        for family in &families {
            faults.extend(check_rules(family, &mut vocabulary, |text| finds(&extractors, text)));
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
