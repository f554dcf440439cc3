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

pub use mention::{Anchor, DateMention, Granularity, Reference, TimexMod, TimexType};

use crate::rules::{self, Reading, RuleSet, Vocabulary};
use meaning::{Direction, Found, Meaning, Pick};

/// Finds temporal expressions.
pub struct Dates {
    rules: RuleSet<Found>,
    classes: lexicon::Classes,
    /// Whether "now", "recently", "the future" are rows.
    vague: bool,
}

impl Dates {
    /// Compiles the rules. `vague`: whether expressions that name no date, those whose value is `PRESENT_REF`, `PAST_REF` or
    /// `FUTURE_REF`, are rows.
    pub fn new(vocabulary: &mut Vocabulary, vague: bool) -> Self {
        Self { rules: patterns::compile(vocabulary), classes: lexicon::Classes::new(vocabulary), vague }
    }

    /// Finds and resolves, in order; `published` is the day (or month, or year) of publication.
    pub fn extract(&self, reading: &Reading<'_>, published: Option<Reference>) -> Vec<DateMention> {
        let mut pieces = Vec::with_capacity(16);
        self.rules.find(reading, |_, piece: Found| pieces.push((piece.tokens, piece)));
        let may = |piece: &Found| patterns::may_be_a_may(reading, piece);
        if pieces.iter().any(|(_, piece)| may(piece)) && patterns::names_a_may(reading) {
            pieces.retain(|(_, piece)| !may(piece));
        }
        let pieces = rules::longest(pieces).into_iter().map(|(_, piece)| piece).collect();
        let mut found = join::join(&self.classes, reading, pieces);
        found.retain(|piece| self.vague || !matches!(piece.meaning, Meaning::Vague(_)));
        for piece in &mut found {
            let open = matches!(piece.meaning, Meaning::Cycle(_, Pick::Context | Pick::This) | Meaning::Around { .. });
            if open {
                piece.direction = direction::direction(&self.classes, reading, piece.tokens);
            }
            // "It expires at midnight": when the day ends; "it began at midnight": when it began.
            if let Some(day_end) = piece.as_day_end()
                && direction::direction(&self.classes, reading, piece.tokens).is_some_and(|read| read.direction == Direction::Future)
            {
                piece.time = Some(day_end);
            }
        }
        resolve::resolve(reading, found, published)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Choices, Extractors};
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
        let mut vocabulary = crate::extract::vocabulary(&[]).unwrap();
        let rules = patterns::compile(&mut vocabulary);
        let faults = check_rules(&rules, &mut vocabulary, |text| finds(&extractors, text));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    /// Values under another reference, or none: value and whether it is whole.
    fn values(text: &str, reference: Option<&str>) -> Vec<(String, bool)> {
        let extractors = Extractors::new().unwrap();
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let mentions = extractors.extract(&mut reading, reference.and_then(Reference::parse));
        mentions.dates.into_iter().map(|date| (date.value, date.resolved)).collect()
    }

    #[test]
    fn without_a_reference_values_stay_open() {
        let open = |value: &str| (value.to_owned(), false);
        assert_eq!(values("It fell on August 21.", None), [open("XXXX-08-21")]);
        assert_eq!(values("He left yesterday, on Friday.", None), [open("XXXX-XX-XX"), open("XXXX-WXX-5")]);
        assert_eq!(values("It fell on Feb. 29, 2015.", None), [open("2015-02-29")]);
        let whole = |value: &str| (value.to_owned(), true);
        assert_eq!(values("Hit on May 3, 2011, it sank two days later.", None), [whole("2011-05-03"), whole("2011-05-05")]);
    }

    #[test]
    fn a_month_or_a_year_alone_is_a_reference_as_far_as_it_goes() {
        let both = [("2012-08".to_owned(), true), ("2012".to_owned(), true), ("2013-09-XX".to_owned(), false)];
        assert_eq!(values("It fell in August 2012, all of last year, not yesterday.", Some("2013-09")), both);
        assert_eq!(values("It fell last year.", Some("2013")), [("2012".to_owned(), true)]);
        assert_eq!(values("It fell last month.", Some("2013")), [("2013-XX".to_owned(), false)]);
    }

    #[test]
    fn nothing_is_found_where_words_only_look_like_dates() {
        for text in [
            "Mrs May praised it, and the army may march on the town.",
            "The second most important road is Route 1990.",
            "Some 2,000 people read Resolution 1701 in the Daily Lantern.",
            "A 34-year-old man sat in the sun.",
            "April Kell and August Orr met Gen. March on Flight 2014.",
        ] {
            assert_eq!(values(text, Some("2013-09-12")), [], "{text}");
        }
    }

    #[test]
    fn vague_expressions_can_be_left_out() {
        let rows = |no_vague_dates| {
            let extractors = Extractors::with(&Choices { no_vague_dates, ..Choices::default() }).unwrap();
            finds(&extractors, "It is now May 3, 2012; he recently left.").len()
        };
        assert_eq!([rows(false), rows(true)], [3, 1]);
    }

    #[test]
    fn long_hostile_texts_neither_panic_nor_take_long() {
        let extractors = Extractors::new().unwrap();
        for piece in ["(", "Friday ", "3-", "May 3, ", "1999 ", "the last ", "10:", "'9", "Feb. 31, ", "99999999999 years ago "] {
            finds(&extractors, &piece.repeat(3_000));
        }
    }
}
