//! Pieces that stand side by side make one expression: "3:30 p.m." + "on" + "Saturday", "late" + "Tuesday" + "night",
//! "around" + "noon", "the end of" + "March", "the morning of" + "June 3".

use super::calendar;
use super::lexicon::{self, Classes};
use super::meaning::{Cycle, Found, Meaning, Pick, TimeOfDay};
use super::mention::TimexMod;
use super::period::{Period, Unit};
use crate::rules::Reading;
use crate::text::TokenRange;

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
    joined
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
    let named_weekday = matches!(a.meaning, Meaning::Cycle(Cycle::Weekday(_), _));
    match (&a.time, &b.time) {
        // "3:30 p.m. on Saturday", "noon Thursday", "early in the morning on Friday", "the night of June 3"
        (Some(_), None) if a.meaning == Meaning::SomeDay && is_day(&b.meaning) => {
            let of = matches!(a.time, Some(TimeOfDay::Part(_))) || !is_clock(a.time);
            (gap.is_empty() || is(&["on", ",", ", on", "of"][..if of { 4 } else { 3 }])).then(|| over(b, a.time).named(a, is_clock(a.time)))
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
        // "January nineteen ninety-seven", "the winter of 1994" where the parts were found apart.
        (None, None) => match (&a.meaning, &b.meaning) {
            (
                Meaning::Cycle(cycle @ (Cycle::Month(_) | Cycle::Season(_) | Cycle::MonthDay { .. }), Pick::Context),
                Meaning::Fixed(Period::Year(year)),
            ) => {
                let period = calendar::occurrence(*cycle, *year).filter(|_| gap.is_empty() || is(&["of", ","]))?;
                Some(Found { meaning: Meaning::Fixed(period), ..over(a, None) })
            }
            _ => None,
        },
        _ => None,
    }
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
        Meaning::Length { .. } | Meaning::Set(_) | Meaning::Vague(_) | Meaning::SomeDay | Meaning::Like { .. } | Meaning::LikeIn { .. }
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
