//! From what was said to what is meant: values, with the reference as an argument.
//!
//! A [`Story`] is told from the first expression to the last, because "the next day" is counted from what was spoken of
//! before. What can't be known stays open and says so: "August 21" without a reference is `XXXX-08-21`, not resolved.

mod blank;
mod cycles;
mod length;
mod story;

pub use length::length_value;

use jiff::civil::Date;

use super::meaning::{Found, Meaning, Pick, TimeOfDay};
use super::mention::{Anchor, DateMention, Granularity, Reference, TimexType};
use super::period::{Period, Unit};
use crate::rules::Reading;

use story::{Spoken, Story};

/// What an expression turned out to mean.
#[derive(Debug, Clone, PartialEq)]
enum Meant {
    /// A stretch of the calendar, and what it was counted from.
    Period(Period, Anchor),
    /// A value with open places: "XXXX-08-21", and how fine it is.
    Open(String, Granularity),
}

/// Gives every expression its value, in order.
pub fn resolve(reading: &Reading<'_>, found: Vec<Found>, published: Option<Reference>) -> Vec<DateMention> {
    let mut story = Story::new(published, &found);
    let mut mentions = Vec::with_capacity(found.len());
    for (index, piece) in found.into_iter().enumerate() {
        let sentence = reading.document().sentence_of(piece.tokens.first());
        story.come_to(piece.tokens.first());
        let (mention, period) = mention(reading, &story, &piece, sentence);
        if piece.rule == "duration/past-units" || piece.rule == "duration/the-nine-months" {
            story.forget_compared();
        }
        if period.is_none() && !mention.resolved && matches!(piece.meaning, Meaning::Cycle(..)) {
            story.forget();
        }
        if let Some(period) = period {
            let like = matches!(piece.meaning, Meaning::Like { .. } | Meaning::LikeIn { .. });
            let first = piece.tokens.first();
            let bare = matches!(piece.meaning, Meaning::Fixed(Period::Year(_)));
            // "in 1999 ... in March" is one year; "since 1999 ... in March" is not.
            let spans = bare && !(first > 0 && reading.is_any(first - 1, &["in", "of", "during"]));
            let own_year = matches!(piece.meaning, Meaning::Fixed(_) | Meaning::Cycle(_, Pick::Year(_))) && !spans;
            story.tell(Spoken { index, period, sentence, token: first, own_year, like });
        }
        mentions.push(mention);
    }
    mentions
}

/// The row of one expression, and the period that others may be counted from.
fn mention(reading: &Reading<'_>, story: &Story, piece: &Found, sentence: usize) -> (DateMention, Option<Period>) {
    let mut row = DateMention {
        span: reading.document().span(piece.tokens),
        tokens: piece.tokens,
        timex_type: TimexType::Date,
        value: String::new(),
        modifier: piece.modifier,
        begin: None,
        end: None,
        granularity: Granularity::Vague,
        anchor: Anchor::Absolute,
        resolved: false,
        rule: piece.rule,
        confidence: piece.confidence,
    };
    match &piece.meaning {
        Meaning::Length { count, unit } => {
            row.timex_type = TimexType::Duration;
            row.value = length_value(*count, *unit).unwrap_or_else(|| "PXX".into());
            row.granularity = granularity(*unit);
            row.resolved = !row.value.contains('X');
        }
        Meaning::LongLength { value, unit } => {
            row.timex_type = TimexType::Duration;
            row.value.clone_from(value);
            row.granularity = granularity(*unit);
            row.resolved = true;
        }
        Meaning::Set(value) => {
            row.timex_type = TimexType::Set;
            row.value.clone_from(value);
            row.granularity = blank::of_set(value);
            row.resolved = true;
        }
        Meaning::Vague(value) => row.value = (*value).to_owned(),
        Meaning::NoSuchDay { year, month, day } => {
            row.value = format!("{year:04}-{month:02}-{day:02}");
            row.granularity = Granularity::Day;
        }
        meaning => {
            let meant = moved(meant(story, meaning, piece, sentence), piece.offset);
            let period = fill(&mut row, meant, piece.time);
            return (row, period);
        }
    }
    (row, None)
}

fn fill(row: &mut DateMention, meant: Meant, time: Option<TimeOfDay>) -> Option<Period> {
    if time.is_some() {
        row.timex_type = TimexType::Time;
    }
    match meant {
        Meant::Period(period, anchor) => {
            let whole = match (period, time) {
                (Period::Day(day), Some(TimeOfDay::Clock(clock))) => Period::Clock(day, clock),
                (Period::Day(day), Some(TimeOfDay::Part(part))) => Period::Part(day, part),
                _ => period,
            };
            row.value = whole.value();
            row.begin = whole.begin();
            row.end = whole.end();
            row.granularity = whole.granularity();
            row.anchor = anchor;
            row.resolved = true;
            Some(period)
        }
        Meant::Open(value, granularity) => {
            row.value = format!("{value}{}", time.map_or(String::new(), blank::time));
            row.granularity = match time {
                Some(TimeOfDay::Clock(_)) => Granularity::Minute,
                Some(TimeOfDay::Part(_)) => Granularity::PartOfDay,
                None => granularity,
            };
            row.confidence *= 0.8;
            None
        }
    }
}

/// "The day after Christmas": what was meant, so many units on.
fn moved(meant: Meant, offset: Option<(i64, Unit)>) -> Meant {
    match (meant, offset) {
        (meant, None) => meant,
        (Meant::Period(period, anchor), Some((n, unit))) => {
            let from = period.begin().and_then(|day| Period::holding(day, unit).shifted(n, unit));
            from.map_or_else(|| blank::unit(unit, None), |period| Meant::Period(period, anchor))
        }
        (Meant::Open(..), Some((_, unit))) => blank::unit(unit, None),
    }
}

fn meant(story: &Story, meaning: &Meaning, piece: &Found, sentence: usize) -> Meant {
    match *meaning {
        Meaning::Fixed(period) => Meant::Period(period, Anchor::Absolute),
        Meaning::Numeric { first, second, year } => numeric(story, first, second, year),
        Meaning::Cycle(cycle, pick) => cycles::pick(story, cycle, pick, piece.direction, sentence),
        Meaning::Shift { from, n, unit } => story.shifted(from, n, unit),
        Meaning::Like { from, years, unit } => story.like(from, years, unit, sentence),
        Meaning::LikeIn { year, unit } => story.like_in(year, unit, sentence),
        Meaning::Current { unit, which } => story.current(unit, which, sentence),
        Meaning::Around { unit, day, pick } => match cycles::pick(story, day, pick, piece.direction, sentence) {
            Meant::Period(period, anchor) => match period.begin() {
                Some(day) => Meant::Period(Period::holding(day, unit), anchor),
                None => blank::unit(unit, None),
            },
            Meant::Open(..) => blank::unit(unit, story.published),
        },
        Meaning::SomeDay => story.some_day(sentence),
        Meaning::NoSuchDay { .. } | Meaning::Length { .. } | Meaning::LongLength { .. } | Meaning::Set(_) | Meaning::Vague(_) => {
            blank::unit(Unit::Day, None)
        }
    }
}

/// "03/05/2012" in the order that the document's other dates show, or that brings it near the article's date.
fn numeric(story: &Story, first: i8, second: i8, year: i16) -> Meant {
    let day_first = Date::new(year, second, first).ok();
    let month_first = Date::new(year, first, second).ok();
    let near = |day: Option<Date>| {
        let days = day?.until(story.day()?).ok()?.get_days();
        Some((0..=45).contains(&days))
    };
    let by_date = match (near(day_first), near(month_first)) {
        (Some(true), Some(false)) => Some(true),
        (Some(false), Some(true)) => Some(false),
        _ => None,
    };
    let chosen = if story.day_first.or(by_date).unwrap_or(false) { day_first.or(month_first) } else { month_first.or(day_first) };
    match chosen {
        Some(day) => Meant::Period(Period::Day(day), Anchor::Absolute),
        None => Meant::Open(format!("{year:04}-{first:02}-{second:02}"), Granularity::Day),
    }
}

/// How fine a length in this unit is.
fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second => Granularity::Second,
        Unit::Minute => Granularity::Minute,
        Unit::Hour => Granularity::Hour,
        Unit::Day => Granularity::Day,
        Unit::Weekend => Granularity::Weekend,
        Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Half => Granularity::Half,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}
