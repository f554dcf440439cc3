//! Days that share their month with a neighbour: "April 19, 26 and May 7", "3 to 5 May", "May 3-5".

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Cycle, Found, Meaning, Pick};
use crate::rules::{Example, Match, Rule};
use crate::text::TokenKind;

pub const RULES: &[Rule<Found>] = &[Rule {
    name: "cycle/day-in-list",
    pattern: "d=<d2> (~ (st | nd | rd | th))?",
    make: day_in_list,
    hits: &[
        Example { text: "Votes were held on April 19, [26] and May 7.", gives: "2013-04-26" },
        Example { text: "The drill ran from [3] to 5 May.", gives: "2013-05-03" },
        Example { text: "The fair was held May 3-[5] in Bern.", gives: "2013-05-05" },
    ],
    misses: &["In April 19 of 26 men left.", "On May 3, 12 people died.", "On May 3, 12 died."],
}];

/// A day that shares its month with a neighbour: "April 19, 26 and 30", "3 to 5 May", "May 3-5".
fn day_in_list(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let day: i8 = lexicon::digits(hit, "d").filter(|day| (1..=31).contains(day))?;
    let sentence = reading.sentence(at);
    let end = hit.tokens.end();
    let month = month_before(hit, at, sentence.first())
        .filter(|_| closes_list(hit, end, sentence.end()))
        .or_else(|| month_after(hit, end, sentence.end()))?;
    Some(Found::new(hit, Meaning::Cycle(Cycle::MonthDay { month, day, weekday: None }, Pick::Context), 0.85))
}

const LINKS: &[&str] = &[",", "and", "or", "to", "through", "until", "-", "–", "—", "&"];

/// The month that opens a list of days which goes on at token `at`.
fn month_before(hit: &Match<'_>, mut at: usize, first: usize) -> Option<i8> {
    let reading = hit.reading;
    let mut days = 0;
    while at > first + 1 && days < 8 {
        if !reading.is_any(at - 1, LINKS) {
            return None;
        }
        at -= 1;
        if reading.is(at, "and") && reading.is(at.wrapping_sub(1), ",") {
            at -= 1;
        }
        let suffix = at > first + 1 && reading.is_any(at - 1, &["st", "nd", "rd", "th"]) && guard::is_glued(reading, at - 1);
        at -= usize::from(suffix);
        let day =
            at > first && reading.word(at - 1).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) && reading.word(at - 1).len() <= 2;
        if !day {
            return None;
        }
        at -= 1;
        days += 1;
        let stop = usize::from(at > first && reading.is(at - 1, "."));
        if at > first + stop {
            let month = at - 1 - stop;
            if let Some((number, _)) = lexicon::month_at(reading, month).filter(|(_, end)| *end == at) {
                return guard::is_capital(reading, month).then_some(number);
            }
        }
    }
    None
}

/// Whether a list of days ends or goes on at token `end`, rather than that the day counts something.
fn closes_list(hit: &Match<'_>, end: usize, last: usize) -> bool {
    let reading = hit.reading;
    if end >= last {
        return true;
    }
    let first = hit.tokens.first();
    let ranged = reading.is_any(first.wrapping_sub(1), &["-", "–", "and", "to", "through", "&", "or"]);
    let mark = reading.token(end).is_some_and(|t| t.kind == TokenKind::Mark) && !reading.is_any(end, &["%", "/", ":", "$", "°"]);
    let linked = reading.is_any(end, LINKS) && reading.token(end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    let next_month = reading.is_any(end, LINKS) && lexicon::month_at(reading, end + 1).is_some();
    let listed = (linked || next_month) && (mark || reading.is(end, "and"));
    let free = reading.is_any(end, &["in", "at", "for", "by", "when", "as", "after", "before", "with", "from", "on", "he", "she", "they"]);
    if ranged { mark || free || listed } else { listed }
}

/// The month that closes a list of days which goes on behind token `end`.
fn month_after(hit: &Match<'_>, mut end: usize, last: usize) -> Option<i8> {
    let reading = hit.reading;
    for _ in 0..6 {
        if !reading.is_any(end, LINKS) {
            return None;
        }
        end += 1;
        end += usize::from(reading.is(end, "and"));
        reading.word(end).parse::<u8>().ok().filter(|day| (1..=31).contains(day) && end < last)?;
        end += 1;
        end += usize::from(guard::is_glued(reading, end) && reading.is_any(end, &["st", "nd", "rd", "th"]));
        end += usize::from(reading.is(end, "of"));
        if let Some((number, stop)) = lexicon::month_at(reading, end).filter(|(_, stop)| *stop <= last) {
            return (guard::is_capital(reading, end) && !reading.is(stop, "'s")).then_some(number);
        }
    }
    None
}
