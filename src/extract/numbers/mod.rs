//! Numbers with their bounds: "at least 1,500", "a dozen", "two or three", "10-15 million", "half", "21st".
//!
//! At each token that can start a number, its own words are read first ([`words`]), then a second number that makes it a
//! range, then what stands around it and bounds it ("more than", "or so") or says what it measures ("percent", "$").
//!
//! | words | low | best | high | qualifier |
//! |---|---|---|---|---|
//! | 12, a dozen | 12 | 12 | 12 | exact |
//! | at least 12 | 12 | 12 | | at_least |
//! | more than 12 | 13 | 12 | | more_than |
//! | up to 40 | 0 | 40 | 40 | at_most |
//! | fewer than 40 | 0 | 39 | 39 | less_than |
//! | about 100 | 85 | 100 | 115 | about |
//! | nearly 100 | 85 | 100 | 100 | about |
//! | 10 to 15 | 10 | | 15 | range |
//! | dozens | 24 | 24 | | vague |
//!
//! Coders differ on vague words: [`VagueWords`].
//!
//! What is no number here: "a", "no" and a number within a word ("A320"). Whether a number is a date, an age or a score
//! is for those to say who read more than its own words.

mod bounds;
mod words;

use crate::rules::{Class, Marks, Qualifier, Quantity, QuantityForm, QuantityKind, Reading, Sets, Shape, Vocabulary};
use crate::text::{TokenKind, TokenRange};

use words::Core;

/// What "dozens", "scores" and "hundreds" stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VagueWords {
    /// Two of each: tens 20, dozens 24, scores 40, hundreds 200.
    #[default]
    Plain,
    /// One of each, as ACLED codes them: tens 10, dozens 12, scores 20, hundreds 100.
    Acled,
}

/// Finds numbers.
pub struct Numbers {
    classes: Classes,
    /// Where to look.
    places: Sets,
    /// What a number starts with.
    starts: Marks,
    /// "a", "an", which start one where what they may count stands behind them.
    article: Marks,
    counted: Marks,
}

/// The classes of the word list, resolved once.
#[derive(Debug, Clone, Copy)]
struct Classes {
    unit: Class,
    ten: Class,
    scale: Class,
    suffix: Class,
    vague: Class,
    ordinal: Class,
    part: Class,
    qualifier: Class,
    tail: Class,
    percent: Class,
    currency_word: Class,
    currency_mark: Class,
    vague_words: VagueWords,
}

impl Numbers {
    /// Resolves the classes of the word lists.
    pub fn new(vocabulary: &mut Vocabulary, vague_words: VagueWords) -> Self {
        let mut class = |name| vocabulary.intern_class(name);
        let classes = Classes {
            unit: class("number_unit"),
            ten: class("number_ten"),
            scale: class("number_scale"),
            suffix: class("number_suffix"),
            vague: class("number_vague"),
            ordinal: class("number_ordinal"),
            part: class("number_part"),
            qualifier: class("number_qualifier"),
            tail: class("number_tail"),
            percent: class("percent_word"),
            currency_word: class("currency_word"),
            currency_mark: class("currency_mark"),
            vague_words,
        };
        let Classes { unit, ten, ordinal, vague, scale, part, .. } = classes;
        Self {
            classes,
            places: vocabulary.starts(&["half", "½", "a", "an", "another"], &[unit, ten, ordinal, vague], &[Shape::Digits]),
            starts: vocabulary.marks(&["half", "½"], &[unit, ten, ordinal, vague], &[Shape::Digits]),
            article: vocabulary.marks(&["a", "an", "another"], &[], &[]),
            counted: vocabulary.marks(&["-"], &[scale, part], &[]),
        }
    }

    /// Finds numbers, in order, not overlapping.
    pub fn extract(&self, reading: &Reading<'_>) -> Vec<Quantity> {
        let mut found: Vec<Quantity> = Vec::with_capacity(16);
        let mut end = 0;
        for at in reading.places(self.places).filter(|at| self.may_start(reading, *at)) {
            if at >= end
                && let Some(quantity) = self.number(reading, at, reading.sentence(at))
            {
                end = quantity.tokens.end();
                found.push(quantity);
            }
        }
        found
    }

    fn may_start(&self, reading: &Reading<'_>, at: usize) -> bool {
        let here = reading.marks(at);
        here.meets(&self.starts) || here.meets(&self.article) && reading.marks(at + 1).meets(&self.counted)
    }

    fn number(&self, reading: &Reading<'_>, at: usize, sentence: TokenRange) -> Option<Quantity> {
        let first = words::core(&self.classes, reading, at, sentence.end())?;
        if self.is_no_number(reading, &first, at, sentence) {
            return None;
        }
        let (core, range) = self.with_range(reading, first, sentence);
        let tokens = TokenRange::new(at, core.end);
        let before = bounds::before(&self.classes, reading, at, sentence.first());
        let after = bounds::after(&self.classes, reading, core.end, sentence.end());
        let kind = self.kind(reading, &core, tokens, sentence);
        let start = before.map_or(at, |(start, _)| start);
        let end = after.map_or_else(|| past_times(reading, core.end, sentence), |(end, _)| end);
        let qualifier = before.map(|(_, q)| q).filter(|q| *q != Qualifier::Exact).or(after.map(|(_, q)| q)).unwrap_or(Qualifier::Exact);
        let (low, best, high, qualifier) = bounds::apply(&core, range, qualifier);
        let short = (start..at).any(|at| reading.is_any(at, &["nearly", "almost"]));
        let high = if short && qualifier == Qualifier::About { best } else { high };
        Some(Quantity { tokens: TokenRange::new(start, end), core: tokens, low, best, high, qualifier, kind, form: core.form })
    }

    /// "no one", "one another", "a second later", "as many as 12": words of numbers that count nothing.
    fn is_no_number(&self, reading: &Reading<'_>, core: &Core, at: usize, sentence: TokenRange) -> bool {
        let compared = at > sentence.first() && reading.is(at - 1, "as") && reading.is(core.end, "as");
        if core.form == QuantityForm::Vague && compared {
            return true;
        }
        if core.form != QuantityForm::Words || core.end != at + 1 || !reading.is(at, "one") {
            return false;
        }
        let before =
            at > sentence.first() && reading.is_any(at - 1, &["no", "any", "every", "each", "some", "this", "that", "which", "another"]);
        let after = core.end < sentence.end() && reading.is_any(core.end, &["another", "'s"]);
        // "said that one of the guards"
        let that = before && reading.is(at - 1, "that") && reading.is(core.end, "of");
        before && !that || after
    }

    /// A second number that makes the first a range: its upper end.
    fn with_range(&self, reading: &Reading<'_>, first: Core, sentence: TokenRange) -> (Core, Option<f64>) {
        let alone = (first, None);
        if first.kind != QuantityKind::Cardinal || first.form == QuantityForm::Vague {
            return alone;
        }
        let between = first.start > sentence.first() && reading.is(first.start - 1, "between");
        let changes = first.start > sentence.first() && reading.is_any(first.start - 1, &["from", "by"]);
        let link = reading.word(first.end);
        let glued = |at: usize| reading.token(at).is_some_and(|token| token.glued);
        let links = match link {
            "-" | "–" | "—" => glued(first.end) == glued(first.end + 1),
            "to" | "or" => !changes,
            "and" => between,
            _ => false,
        };
        if !links || first.end + 1 >= sentence.end() {
            return alone;
        }
        let Some(mut second) = words::core(&self.classes, reading, first.end + 1, sentence.end()) else { return alone };
        let scales_first = second.scale > 1.0 && first.scale <= 1.0 && first.best.is_some_and(|n| n < 1000.0);
        let low = first.best.map(|n| if scales_first { n * second.scale } else { n });
        let (Some(low), Some(high)) = (low, second.best) else { return alone };
        // "2-1" is a score, "9 or 100" two numbers, "2009-10" a season.
        let close = link != "or" || high <= low * 4.0 + 2.0;
        let year = first.form == QuantityForm::Digits && low >= 1000.0 && high < 100.0;
        if second.kind != QuantityKind::Cardinal || second.form == QuantityForm::Vague || low >= high || !close || year {
            return alone;
        }
        second.best = Some(low);
        second.start = first.start;
        (second, Some(high))
    }

    /// What the number measures.
    fn kind(&self, reading: &Reading<'_>, core: &Core, tokens: TokenRange, sentence: TokenRange) -> QuantityKind {
        let at = |token: usize, class: Class| token < sentence.end() && reading.phrase(token, class).is_some();
        let marked = tokens.first() > sentence.first() && at(tokens.first() - 1, self.classes.currency_mark);
        if core.kind == QuantityKind::Ordinal {
            core.kind
        } else if at(core.end, self.classes.percent) {
            QuantityKind::Percent
        } else if marked || at(core.end, self.classes.currency_word) || at(core.end, self.classes.currency_mark) {
            QuantityKind::Money
        } else {
            core.kind
        }
    }
}

/// "3 x officers": the sign that notes put between a number and what it counts.
fn past_times(reading: &Reading<'_>, end: usize, sentence: TokenRange) -> usize {
    let sign = end + 1 < sentence.end() && reading.is_any(end, &["x", "×"]);
    let counts = sign && reading.token(end + 1).is_some_and(|token| token.kind == TokenKind::Word && !token.glued);
    end + usize::from(counts)
}

#[cfg(test)]
mod tests {
    use super::super::{Choices, Extractors};
    use crate::text::Document;

    /// All numbers of a text: their words, low, best and high, qualifier and kind.
    fn numbers(text: &str) -> Vec<String> {
        let extractors = Extractors::new().unwrap();
        let document = Document::new(text.to_owned());
        let reading = extractors.read(&document);
        let show = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
        reading
            .quantities()
            .iter()
            .map(|q| format!("{}={}/{}/{} {:?}", document.words(q.tokens), show(q.low), show(q.best), show(q.high), q.qualifier))
            .collect()
    }

    #[test]
    fn counts_have_the_bounds_of_their_words() {
        for (text, want) in [
            ("killed 12 people", "12=12/12/12 Exact"),
            ("1,500 civilians", "1,500=1500/1500/1500 Exact"),
            ("1.5 million fled", "1.5 million=1500000/1500000/1500000 Exact"),
            ("at least a dozen died", "at least a dozen=12/12/ AtLeast"),
            ("more than 9,000 died", "more than 9,000=9000/9000/ MoreThan"),
            ("up to 40 are missing", "up to 40=0/40/40 AtMost"),
            ("fewer than 40 came", "fewer than 40=0/39/39 LessThan"),
            ("some 1.2 million people", "some 1.2 million=1020000/1200000/1380000 About"),
            ("nearly 100 people", "nearly 100=85/100/100 About"),
            ("between 10 and 15 miners", "between 10 and 15=10//15 Range"),
            ("20-25 bodies", "20-25=20//25 Range"),
            ("two or three men", "two or three=2//3 Range"),
            ("10 to 15 million people", "10 to 15 million=10000000//15000000 Range"),
            ("dozens of men", "dozens=24/24/ Vague"),
            ("several hundred men", "several hundred=300/300/ Vague"),
            ("tens of thousands of men", "tens of thousands=20000/20000/ Vague"),
            ("Forty-three passengers", "Forty-three=43/43/43 Exact"),
            ("two hundred and fifty-one men", "two hundred and fifty-one=251/251/251 Exact"),
            ("half a million people", "half a million=500000/500000/500000 Exact"),
            ("a quarter of a million people", "a quarter of a million=250000/250000/250000 Exact"),
            ("two and a half years", "two and a half=2.5/2.5/2.5 Exact"),
            ("30 or more men", "30 or more=30/30/ AtLeast"),
            ("a hundred men", "a hundred=100/100/100 Exact"),
            ("another dozen men", "another dozen=12/12/12 Exact"),
            ("about two dozen men", "about two dozen=20/24/28 About"),
            ("two-thirds of them", "two-thirds=0.6666666666666666/0.6666666666666666/0.6666666666666666 Exact"),
            ("the 21st man", "21st=21/21/21 Exact"),
            ("3 lakh people", "3 lakh=300000/300000/300000 Exact"),
            ("3 x officers", "3 x=3/3/3 Exact"),
        ] {
            assert_eq!(numbers(text), [want], "{text}");
        }
    }

    #[test]
    fn acled_counts_vague_words_once() {
        let extractors = Extractors::with(&Choices { vague_words: super::VagueWords::Acled, ..Choices::default() }).unwrap();
        let text = "Tens fled, dozens fell, hundreds of men met, tens of thousands ate, several slept, scores of men sat.";
        let document = Document::new(text.to_owned());
        let found: Vec<_> = extractors.read(&document).quantities().iter().map(|q| q.best).collect();
        assert_eq!(found, [10.0, 12.0, 100.0, 10000.0, 3.0, 20.0].map(Some));
    }

    #[test]
    fn what_only_looks_like_a_range_is_two_numbers() {
        for (text, want) in [
            ("they won 2-1", vec!["2=2/2/2 Exact", "1=1/1/1 Exact"]),
            ("lowered from 17 to 21", vec!["17=17/17/17 Exact", "21=21/21/21 Exact"]),
            ("the 2009-10 season", vec!["2009=2009/2009/2009 Exact", "10=10/10/10 Exact"]),
            ("a 4 x 100 relay", vec!["4=4/4/4 Exact", "100=100/100/100 Exact"]),
            ("No one met an A320; they know one another", vec![]),
        ] {
            assert_eq!(numbers(text), want, "{text}");
        }
    }
}
