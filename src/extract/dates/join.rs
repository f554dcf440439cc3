//! Pieces that stand side by side make one expression: "3:30 p.m." + "on" + "Saturday", "late" + "Tuesday" + "night",
//! "around" + "noon", "the end of" + "March", "the morning of" + "June 3".

use super::calendar;
use super::lexicon::{self, Classes};
use super::meaning::{Count, Cycle, Found, Meaning, Pick, TimeOfDay};
use super::mention::TimexMod;
use super::period::{Clock, Period, Unit};
use super::resolve::length_value;
use crate::rules::Reading;
use crate::text::{TokenKind, TokenRange};

/// Joins the pieces, in order and not overlapping, and drops those that mean nothing alone.
pub fn join(classes: &Classes, reading: &Reading<'_>, pieces: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match joined.last_mut().and_then(|before| merged(reading, before, &piece)) {
            Some(both) => {
                if let Some(last) = joined.last_mut() {
                    *last = both;
                }
            }
            None => joined.push(piece),
        }
    }
    joined.retain(|piece| stands_alone(reading, piece));
    let mut end = 0;
    for piece in &mut joined {
        place(classes, reading, piece, end);
        approximate(classes, reading, piece, end);
        end = piece.tokens.end();
    }
    share_year(reading, &mut joined);
    order_ranges(reading, &mut joined);
    join_appositions(reading, &mut joined);
    joined
}

/// "On Nov. 3, the day before the ruling": the same day, told twice.
fn join_appositions(reading: &Reading<'_>, pieces: &mut [Found]) {
    for n in 1..pieces.len() {
        let (before, from) = pieces.split_at_mut(n);
        let (Some(a), Some(b)) = (before.last(), from.first_mut()) else { continue };
        let gap = TokenRange::new(a.tokens.end(), b.tokens.first());
        let end = b.tokens.end();
        let described = reading.is_any(end - 1, &["before", "after"])
            && reading.sentence(b.tokens.first()).end() > end
            && reading.token(end).is_some_and(|t| t.kind == TokenKind::Word);
        let apposed = gap.len() == 1 && reading.is_any(gap.first(), &[",", "-", "--", "–", "—", "("]);
        if let (true, Meaning::Shift { n, unit: Unit::Day, .. }) =
            (described && apposed && is_day(&a.meaning) && b.offset.is_none(), &mut b.meaning)
        {
            *n = 0;
        }
    }
}

/// "from Friday to Monday", "29 December to 2 January", "Thursday and Friday": the second comes after the first.
fn order_ranges(reading: &Reading<'_>, pieces: &mut [Found]) {
    for n in 1..pieces.len() {
        let (before, from) = pieces.split_at_mut(n);
        let (Some(a), Some(b)) = (before.last(), from.first_mut()) else { continue };
        let gap = TokenRange::new(a.tokens.end(), b.tokens.first());
        let linked = |words: &[&str]| gap.len() == 1 && reading.is_any(gap.first(), words);
        let follows = match (&a.meaning, &b.meaning) {
            (Meaning::Cycle(Cycle::Weekday(first), _), Meaning::Cycle(Cycle::Weekday(last), Pick::Context)) => {
                linked(RANGE) || linked(&["and", "or", ","]) && (1..=2).contains(&first.until(*last))
            }
            (
                Meaning::Cycle(Cycle::MonthDay { .. }, _) | Meaning::Fixed(Period::Day(_)),
                Meaning::Cycle(Cycle::MonthDay { weekday: None, .. }, Pick::Context),
            ) => linked(RANGE),
            (Meaning::Cycle(Cycle::Month(_), _) | Meaning::Fixed(Period::Month { .. }), Meaning::Cycle(Cycle::Month(_), Pick::Context)) => {
                linked(RANGE)
            }
            _ => false,
        };
        if let (true, Meaning::Cycle(_, pick)) = (follows, &mut b.meaning) {
            *pick = Pick::After;
        }
    }
}

/// What stands between the ends of a range.
const RANGE: &[&str] = &["to", "until", "till", "through", "-", "–", "—"];

/// "June 5-7, 1967", "May and June 2003": the year at the end of a range or list is that of its other members too.
fn share_year(reading: &Reading<'_>, pieces: &mut [Found]) {
    for n in (1..pieces.len()).rev() {
        let (before, from) = pieces.split_at_mut(n);
        let (Some(a), Some(b)) = (before.last_mut(), from.first()) else { continue };
        let Meaning::Fixed(last @ (Period::Day(_) | Period::Month { .. })) = b.meaning else { continue };
        let Meaning::Cycle(cycle @ (Cycle::MonthDay { .. } | Cycle::Month(_)), Pick::Context) = a.meaning else { continue };
        let gap = TokenRange::new(a.tokens.end(), b.tokens.first());
        let linked = gap.len() == 1 && reading.is_any(gap.first(), &["-", "–", "—", "to", "and", "through", "or", "until", ",", "/"]);
        let Some((end, year)) = last.begin().map(|day| (day, day.year())).filter(|_| linked) else { continue };
        let not_after = |period: &Period| period.begin().is_some_and(|begin| begin <= end);
        let first = [year, year.saturating_sub(1)].into_iter().find_map(|year| calendar::occurrence(cycle, year).filter(not_after));
        if let Some(period) = first {
            a.meaning = Meaning::Fixed(period);
        }
    }
}

fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Fixed(period) => matches!(period, Period::Day(_)),
        Meaning::Cycle(cycle, _) => matches!(cycle, Cycle::Weekday(_) | Cycle::MonthDay { .. } | Cycle::Holiday(_) | Cycle::Nth { .. }),
        Meaning::Shift { unit, .. } | Meaning::Current { unit, .. } => *unit == Unit::Day,
        Meaning::Numeric { .. } | Meaning::NoSuchDay { .. } => true,
        _ => false,
    }
}

fn is_clock(time: Option<TimeOfDay>) -> bool {
    matches!(time, Some(TimeOfDay::Clock(_)))
}

/// The two as one expression, where their words and what stands between them allow it.
fn merged(reading: &Reading<'_>, a: &Found, b: &Found) -> Option<Found> {
    let gap = TokenRange::new(a.tokens.end(), b.tokens.first());
    if gap.len() > 2 || reading.sentence(a.tokens.first()) != reading.sentence(b.tokens.first()) {
        return None;
    }
    let between = reading.document().words(gap);
    let is = |words: &[&str]| words.iter().any(|w| w.eq_ignore_ascii_case(between));
    let tokens = a.tokens.cover(b.tokens);
    let over =
        |of: &Found, time: Option<TimeOfDay>| Found { tokens, time, confidence: a.confidence.min(b.confidence).max(0.85), ..of.clone() };
    let to = a.tokens.first() > 0 && reading.is_any(a.tokens.first() - 1, &["to", "-", "–", "and", "until"]);
    let named_weekday = matches!(a.meaning, Meaning::Cycle(Cycle::Weekday(_), _));
    match (&a.time, &b.time) {
        // "3:30 p.m. on Saturday", "noon Thursday", "early in the morning on Friday", "the night of June 3"
        (Some(_), None) if a.meaning == Meaning::SomeDay && is_day(&b.meaning) => {
            let of = matches!(a.time, Some(TimeOfDay::Part(_))) || !is_clock(a.time);
            (gap.is_empty() || is(&["on", ",", ", on", "of"][..if of { 4 } else { 3 }])).then(|| over(b, a.time).named(a, true))
        }
        // "Saturday at 3:30 p.m.", "Monday night", "May 3, 10 a.m."
        (None, Some(_)) if b.meaning == Meaning::SomeDay && is_day(&a.meaning) => {
            let links = gap.is_empty() || is_clock(b.time) && is(&["at", ",", ", at"]) || !is_clock(b.time) && is(&["in the"]);
            let article = !is_clock(b.time) && reading.is(b.tokens.first(), "the");
            let whole = (article && is(&["in"])) || (links && !article);
            whole.then(|| over(a, b.time).named(b, !is_clock(b.time)))
        }
        // "Monday night at 9 p.m.", "Tuesday morning, 10 a.m."
        (Some(TimeOfDay::Part(_)), Some(TimeOfDay::Clock(_))) if b.meaning == Meaning::SomeDay && a.meaning != Meaning::SomeDay => {
            (gap.is_empty() || is(&["at", ","])).then(|| over(a, b.time))
        }
        // "9 p.m. Monday night": the clock is finer.
        // "the early hours of Sunday" and "morning"
        (Some(TimeOfDay::Part(_)), Some(TimeOfDay::Part(_)))
            if a.rule == b.rule && b.meaning == Meaning::SomeDay && b.tokens.len() == 1 =>
        {
            (gap.is_empty() && a.meaning != Meaning::SomeDay).then(|| over(a, b.time))
        }
        // "7:40 Tuesday" and "morning"
        (Some(TimeOfDay::Clock(_)), Some(TimeOfDay::Part(_))) if a.meaning != Meaning::SomeDay && b.meaning == Meaning::SomeDay => {
            (gap.is_empty() && b.tokens.len() == 1).then(|| over(a, a.time))
        }
        // "overnight Tuesday"
        (Some(time @ TimeOfDay::Part(_)), None) if is_day(&b.meaning) && reading.is(a.tokens.first(), "overnight") => {
            (gap.is_empty() || is(&["on"])).then(|| over(b, Some(*time)))
        }
        // "8 a.m. every Saturday"
        (Some(TimeOfDay::Clock(clock)), None) if a.meaning == Meaning::SomeDay => match &b.meaning {
            Meaning::Set(value) if (gap.is_empty() || is(&["on"])) && !to => {
                at_times(value, *clock).map(|set| Found { meaning: set, ..over(b, None) })
            }
            _ => None,
        },
        (None, Some(TimeOfDay::Clock(clock))) if b.meaning == Meaning::SomeDay => match &a.meaning {
            Meaning::Set(value) if is(&["at"]) => at_times(value, *clock).map(|set| Found { meaning: set, ..over(a, None) }),
            _ => None,
        },
        (Some(TimeOfDay::Clock(_)), Some(TimeOfDay::Part(_))) if a.meaning == Meaning::SomeDay => {
            (gap.is_empty() || is(&["on", "in the"])).then(|| over(b, a.time))
        }
        // "Friday, Oct. 13, 2012" where the parts were found apart.
        (None, None)
            if named_weekday
                && is_day(&b.meaning)
                && !matches!(b.meaning, Meaning::Cycle(Cycle::Weekday(_), _) | Meaning::Shift { .. } | Meaning::Current { .. }) =>
        {
            (gap.is_empty() || is(&[",", "the", ", the", "("])).then(|| over(b, None)).filter(|_| between != "(")
        }
        // "the day after Christmas"
        (None, None) if gap.is_empty() && is_day(&b.meaning) && reading.is_any(a.tokens.end() - 1, &["before", "after"]) => match a.meaning
        {
            Meaning::Shift { n, unit, .. } if a.offset.is_none() => {
                let counted = over(b, None).named(a, true);
                Some(Found { offset: Some((n, unit)), modifier: None, ..counted })
            }
            _ => None,
        },
        // "January nineteen ninety-seven", "the winter of 1994" where the parts were found apart.
        (None, None) => match (&a.meaning, &b.meaning) {
            (
                Meaning::Cycle(cycle @ (Cycle::Month(_) | Cycle::Season(_) | Cycle::MonthDay { .. }), Pick::Context),
                Meaning::Fixed(Period::Year(year)),
            ) => {
                let period = calendar::occurrence(*cycle, *year).filter(|_| gap.is_empty() || is(&["of", ","]))?;
                Some(Found { meaning: Meaning::Fixed(period), ..over(a, None) })
            }
            (Meaning::Length { count: Count::Number(n), unit }, Meaning::Length { count: Count::Number(m), unit: finer })
                if b.modifier.is_none() && (gap.is_empty() || is(&["and", ","])) =>
            {
                Some(Found { meaning: sum((*n, *unit), (*m, *finer))?, ..over(a, None) })
            }
            _ => None,
        },
        _ => None,
    }
}

/// "every Saturday" and "8 a.m.": what recurs at that time.
fn at_times(value: &str, clock: Clock) -> Option<Meaning> {
    let days =
        if value == "P1D" { "XXXX-XX-XX" } else { Some(value).filter(|value| value.starts_with("XXXX-WXX-") && !value.contains('T'))? };
    Some(Meaning::Set(format!("{days}T{}", clock.value())))
}

/// "two hours and 15 minutes"
fn sum(a: (f64, Unit), b: (f64, Unit)) -> Option<Meaning> {
    let finer: &[Unit] = match a.1 {
        Unit::Year => &[Unit::Month, Unit::Week, Unit::Day],
        Unit::Month => &[Unit::Week, Unit::Day],
        Unit::Week => &[Unit::Day],
        Unit::Day => &[Unit::Hour],
        Unit::Hour => &[Unit::Minute],
        Unit::Minute => &[Unit::Second],
        _ => &[],
    };
    if !finer.contains(&b.1) || a.0.fract() != 0.0 {
        return None;
    }
    let value = |(n, unit)| length_value(Count::Number(n), unit);
    let (long, short) = (value(a)?, value(b)?);
    let rest = if long.starts_with("PT") { short.strip_prefix("PT")? } else { short.strip_prefix('P')? };
    Some(Meaning::LongLength { value: format!("{long}{rest}"), unit: b.1 })
}

impl Found {
    /// Under the rule of `other` where that names the whole better.
    fn named(self, other: &Self, better: bool) -> Self {
        if better { Self { rule: other.rule, ..self } } else { self }
    }
}

/// "morning" alone is no date; "in the morning" is.
fn stands_alone(reading: &Reading<'_>, piece: &Found) -> bool {
    if piece.meaning != Meaning::SomeDay || is_clock(piece.time) {
        return true;
    }
    let first = piece.tokens.first();
    let sentence = reading.sentence(first);
    let article = reading.is(first, "the");
    // "by mid afternoon", "in the early morning"
    let placed = first > sentence.first() + 1
        && reading.is_any(first - 1, &["mid", "early", "late"])
        && reading.is_any(first - 2, &["in", "by", "until", "since", "the", "before"]);
    let hyphened = first > sentence.first() + 2 && reading.is(first - 1, "-") && reading.is(first - 2, "mid");
    if (placed || hyphened) && !article && reading.is_any(first, &["morning", "afternoon", "evening"]) {
        return true;
    }
    article
        && piece.tokens.len() == 2
        && reading.is_any(first + 1, &["morning", "afternoon", "evening"])
        && first > sentence.first()
        && reading.is_any(first - 1, &["in", "during"])
}

/// "early", "late", "mid-", "the end of" before the expression belong to it.
fn place(classes: &Classes, reading: &Reading<'_>, piece: &mut Found, from: usize) {
    if matches!(
        piece.meaning,
        Meaning::Length { .. }
            | Meaning::LongLength { .. }
            | Meaning::Set(_)
            | Meaning::Vague(_)
            | Meaning::SomeDay
            | Meaning::Like { .. }
            | Meaning::LikeIn { .. }
    ) || is_clock(piece.time)
    {
        return;
    }
    let first = piece.tokens.first();
    let from = reading.sentence(first).first().max(from);
    let hyphen = first > from && reading.is_any(first - 1, &["-", "–"]) && reading.token(first - 1).is_some_and(|t| t.glued);
    let stop = first - usize::from(hyphen);
    for start in stop.saturating_sub(4).max(from)..stop {
        let Some(phrase) = reading.phrases_at(start).iter().copied().find(|p| p.class == classes.position && p.tokens.end() == stop) else {
            continue;
        };
        let word = reading.word(start);
        let one = phrase.tokens.len() == 1;
        let bare_end = one && word.eq_ignore_ascii_case("end");
        if (bare_end && !hyphen) || (hyphen && !one) || (start > from && reading.is(start - 1, "as")) {
            return;
        }
        // "earlier" behind a length belongs to it: "two days earlier Friday".
        piece.modifier = lexicon::position(reading.column(phrase, "value"));
        let attribute = hyphen && matches!(piece.meaning, Meaning::Cycle(Cycle::Month(_), _));
        let article = start > from && reading.is(start - 1, "the") && one && !attribute;
        piece.tokens = TokenRange::new(start - usize::from(article), piece.tokens.end());
        return;
    }
}

/// "around noon", "about Nov. 1".
fn approximate(classes: &Classes, reading: &Reading<'_>, piece: &mut Found, from: usize) {
    let clock = is_clock(piece.time);
    let weekday = matches!(piece.meaning, Meaning::Cycle(Cycle::Weekday(_), _));
    let day = (is_day(&piece.meaning) && !weekday) || piece.rule == "span/year-end";
    let first = piece.tokens.first();
    let from = reading.sentence(first).first().max(from);
    if !(clock || day) || first <= from || piece.modifier.is_some_and(|m| m != TimexMod::End) {
        return;
    }
    let before = first - 1;
    let approx = reading.phrases_at(before).iter().any(|p| p.class == classes.approx && p.tokens.end() == first);
    let talk = before > from && !clock && reading.is(before, "about");
    if approx && !talk && !reading.is_any(before, &["nearly", "almost"]) {
        piece.tokens = TokenRange::new(before, piece.tokens.end());
        piece.modifier = Some(TimexMod::Approx);
    }
}
