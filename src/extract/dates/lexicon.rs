//! The words of time, as data, and how their values are read.

use jiff::civil::Weekday;

use super::mention::TimexMod;
use super::period::{Part, Season, Unit};
use crate::rules::{Class, Match, Reading, Vocabulary};
use crate::text::TokenRange;

/// Classes that code behind the patterns asks for, resolved once.
#[derive(Debug, Clone, Copy)]
pub struct Classes {
    pub position: Class,
    pub approx: Class,
    pub modal: Class,
    pub past_verb: Class,
    pub past_to: Class,
    pub past_ask: Class,
    pub schedule_word: Class,
    pub schedule_verb: Class,
    pub awaited: Class,
}

impl Classes {
    /// Resolves the classes.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut class = |name| vocabulary.intern_class(name);
        Self {
            position: class("date_position"),
            approx: class("date_approx"),
            modal: class("modal"),
            past_verb: class("past_verb"),
            past_to: class("past_to"),
            past_ask: class("past_ask"),
            schedule_word: class("schedule_word"),
            schedule_verb: class("schedule_verb"),
            awaited: class("awaited"),
        }
    }
}

/// What the list says about the words captured under `name`, whichever of `classes` they belong to.
fn value(hit: &Match<'_>, name: &str, classes: &[&str]) -> Option<&'static str> {
    let range = captured(hit, name)?;
    let phrases = hit.reading.phrases_at(range.first());
    let of_class = |phrase: &&crate::rules::Phrase| classes.contains(&hit.reading.vocabulary().class_name(phrase.class));
    phrases.iter().find(|p| p.tokens.end() <= range.end() && of_class(p)).map(|p| hit.reading.column(*p, "value"))
}

/// The tokens captured under `name`; none where an optional part took none.
pub fn captured(hit: &Match<'_>, name: &str) -> Option<TokenRange> {
    hit.get(name).filter(|range| !range.is_empty())
}

/// Whether `name` captured anything.
pub fn has(hit: &Match<'_>, name: &str) -> bool {
    captured(hit, name).is_some()
}

/// The month captured under `name`: "May", "Sept.".
pub fn month(hit: &Match<'_>, name: &str) -> Option<i8> {
    value(hit, name, &["month", "month_short"])?.parse().ok()
}

/// The month that starts at token `at`, and one past its last token ("Sept" and its full stop).
pub fn month_at(reading: &Reading<'_>, at: usize) -> Option<(i8, usize)> {
    let full = reading.phrase_named(at, "month");
    let phrase = full.or_else(|| reading.phrase_named(at, "month_short"))?;
    let end = phrase.tokens.end();
    let stop = full.is_none() && reading.is(end, ".") && reading.token(end).is_some_and(|t| t.glued);
    Some((reading.column(phrase, "value").parse().ok()?, end + usize::from(stop)))
}

/// The day of the week captured under `name`.
pub fn weekday(hit: &Match<'_>, name: &str) -> Option<Weekday> {
    let number = value(hit, name, &["weekday", "weekday_short", "weekdays"])?.parse().ok()?;
    Weekday::from_monday_one_offset(number).ok()
}

/// The season captured under `name`.
pub fn season(hit: &Match<'_>, name: &str) -> Option<Season> {
    let code = value(hit, name, &["season"])?;
    Season::ALL.into_iter().find(|season| season.code() == code)
}

/// The part of the day captured under `name`.
pub fn part(hit: &Match<'_>, name: &str) -> Option<Part> {
    let code = value(hit, name, &["day_part"])?;
    [Part::Morning, Part::Midday, Part::Afternoon, Part::Evening, Part::Night, Part::Daytime].into_iter().find(|p| p.code() == code)
}

/// The unit captured under `name`, and how many of it the word stands for ("fortnight" is two weeks).
pub fn unit(hit: &Match<'_>, name: &str) -> Option<(Unit, f64)> {
    Some(match value(hit, name, &["time_unit", "time_units"])? {
        "second" => (Unit::Second, 1.0),
        "minute" => (Unit::Minute, 1.0),
        "hour" => (Unit::Hour, 1.0),
        "day" => (Unit::Day, 1.0),
        "weekend" => (Unit::Weekend, 1.0),
        "week" => (Unit::Week, 1.0),
        "fortnight" => (Unit::Week, 2.0),
        "month" => (Unit::Month, 1.0),
        "quarter" => (Unit::Quarter, 1.0),
        "year" => (Unit::Year, 1.0),
        "decade" => (Unit::Decade, 1.0),
        "century" => (Unit::Century, 1.0),
        _ => return None,
    })
}

/// A holiday's rule, captured under `name`.
pub fn holiday(hit: &Match<'_>, name: &str) -> Option<&'static str> {
    value(hit, name, &["holiday"])
}

/// Any other value of the class `class`, captured under `name`.
pub fn word_value(hit: &Match<'_>, name: &str, class: &'static str) -> Option<&'static str> {
    value(hit, name, &[class])
}

/// A whole number in digits: the day, month or year captured under `name`.
pub fn digits<T: std::str::FromStr>(hit: &Match<'_>, name: &str) -> Option<T> {
    hit.reading.word(captured(hit, name)?.first()).parse().ok()
}

/// The `mod` of a word such as "early".
pub fn position(code: &str) -> Option<TimexMod> {
    match code {
        "START" => Some(TimexMod::Start),
        "MID" => Some(TimexMod::Mid),
        "END" => Some(TimexMod::End),
        "APPROX" => Some(TimexMod::Approx),
        _ => None,
    }
}

/// The tokens from `first` to before `end`.
pub fn tokens(first: usize, end: usize) -> TokenRange {
    TokenRange::new(first, end)
}
