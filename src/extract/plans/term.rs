//! Until when and on what condition: the words within a clause, in front of it and behind it.

use super::eye::{Eye, before};
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// How far the words of a term are read.
const REACH: usize = 40;

/// What a condition opens with.
const OPENERS: &[&str] = &[
    "if",
    "unless",
    "once",
    "provided",
    "assuming",
    "only",
    "in",
    "subject",
    "on",
    "as",
    "except",
    "so",
    "based",
    "depending",
    "contingent",
    "conditional",
    "dependent",
    "pending",
    "barring",
    "effective",
];

pub(super) fn is_condition(eye: Eye, at: usize) -> bool {
    eye.any(at, OPENERS) && opens_condition(eye, at)
}

fn opens_condition(eye: Eye, at: usize) -> bool {
    eye.any(at, &["if", "unless", "once", "provided", "assuming"])
        || (eye.any(at, &["only"]) && eye.any(at + 1, &["if", "when", "once", "after"]))
        || (eye.any(at, &["in"]) && eye.any(at + 1, &["return", "exchange"]))
        || (eye.any(at, &["subject"]) && eye.any(at + 1, &["to"]))
        || (eye.any(at, &["on"]) && (eye.any(at + 1, &["condition"]) || eye.any(at + 2, &["condition"])))
        || (eye.any(at, &["as"]) && eye.any(at + 1, &["long"]) && eye.any(at + 2, &["as"]) && !eye.any(at + 3, &["possible", "necessary"]))
        || (eye.any(at, &["except"]) && eye.any(at + 1, &["for", "when", "if"]))
        || (eye.any(at, &["so"]) && eye.any(at + 1, &["long"]) && eye.any(at + 2, &["as"]))
        || (eye.any(at, &["as"]) && eye.any(at + 1, &["soon"]) && eye.any(at + 2, &["as"]) && !eye.any(at + 3, &["possible"]))
        || (eye.any(at, &["based", "depending", "contingent", "conditional", "dependent"]) && eye.any(at + 1, &["on", "upon"]))
        || (eye.any(at, &["pending", "barring"]) && !eye.is_mark(at + 1))
        || (eye.any(at, &["effective"]) && eye.any(at + 1, &["when", "once", "if"]))
}

/// Past "on Monday" and "this week".
pub(super) fn behind_date(eye: Eye, at: usize) -> usize {
    let from = at + usize::from(eye.any(at, &["on", "in", "late", "early"]));
    eye.reading.value_of(from, ValueKind::Date).filter(|date| date.tokens.first() == from).map_or(at, |date| date.tokens.end())
}

const UNITS: &[&str] = &["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "noon", "midnight", "date"];

const TIMES: &[&str] = &[
    "within",
    "by",
    "until",
    "till",
    "before",
    "after",
    "from",
    "starting",
    "beginning",
    "during",
    "over",
    "through",
    "on",
    "in",
    "at",
    "between",
    "no",
    "later",
    "than",
    "this",
    "next",
    "for",
    "since",
];

pub(super) fn is_deadline(eye: Eye, range: TokenRange) -> bool {
    range.iter().take(REACH).any(|at| eye.reading.value_of(at, ValueKind::Date).is_some() || eye.any(at, UNITS))
}

/// "by May 1", "within 30 days", "after the inspectors have left" inside the clause; a date alone where there is no such.
pub(super) fn deadline(eye: Eye, tokens: TokenRange) -> Option<TokenRange> {
    let end = tokens.end();
    let mut bare = None;
    let mut at = tokens.first();
    while at < end {
        if let Some(date) = eye.reading.value_of(at, ValueKind::Date) {
            let mut first = date.tokens.first().max(tokens.first());
            while first > tokens.first() && date.tokens.first() - first < 3 && eye.any(first - 1, TIMES) {
                first -= 1;
            }
            // "by the 2015 congress"
            if first == date.tokens.first()
                && eye.any(before(first), &["the", "its", "their"])
                && eye.any(before(before(first)), &["by", "until", "before", "within"])
            {
                let noun = usize::from(
                    eye.reading.token(date.tokens.end()).is_some_and(|t| t.case == crate::text::Case::Lower) && date.tokens.end() < end,
                );
                return Some(TokenRange::new(first - 2, date.tokens.end() + noun));
            }
            // "sentences of three years" belong to the noun; "50 litres a day" and "twice since May" are no deadlines.
            let rate = first == date.tokens.first()
                && eye.any(first, &["a", "an", "per", "daily", "yearly", "annual"])
                && !eye.any(date.tokens.end() - 1, &["later", "earlier"]);
            if first == date.tokens.first() && eye.any(before(first), &["of", "than", "to", "-"]) || rate || eye.any(first, &["since"]) {
                at = date.tokens.end().max(at + 1);
                continue;
            }
            // "the 14-day goal", "a two-hour pause"
            let behind = date.tokens.end();
            let hyphen = date.tokens.iter().any(|at| eye.is(at, "-")) || eye.is(behind, "-");
            let noun = eye.is(behind, "-")
                || eye.reading.token(behind).is_some_and(|token| token.kind == crate::text::TokenKind::Word)
                    && !eye.has(behind, eye.words.preposition);
            if hyphen && noun && first == date.tokens.first() {
                // "over a ten-year period"
                let open = first.saturating_sub(2).max(tokens.first());
                if eye.is_determiner(before(first)) && eye.any(open, TIMES) && open + 2 == first {
                    return Some(TokenRange::new(open, (behind + 1).min(end)));
                }
                at = date.tokens.end().max(at + 1);
                continue;
            }
            // "for January and February"
            let link = eye.any(date.tokens.end(), &["and", "to", "or", "until"]);
            let next = eye.reading.value_of(date.tokens.end() + 1, ValueKind::Date).filter(|_| link);
            let mut to = next.map_or(date.tokens.end(), |next| next.tokens.end()).min(end);
            // "the day after the withdrawal"
            if eye.any(before(to), &["after", "before"]) {
                to = super::verbs::noun_phrase(eye, to, end).map_or(to, TokenRange::end);
            }
            let found = TokenRange::new(first, to);
            if first < date.tokens.first() || eye.any(first, TIMES) {
                return Some(found);
            }
            bare = bare.or(Some(found).filter(|_| !eye.any(at, &["now", "currently", "previously"])));
            at = date.tokens.end().max(at + 1);
            continue;
        }
        if at > tokens.first() && eye.any(at, &["within", "until", "by", "over", "for"]) {
            let unit = (at + 1..end.min(at + 6)).find(|&i| eye.any(i, UNITS));
            if let Some(unit) = unit.filter(|_| (at + 1..at + 4).any(|i| eye.reading.quantity(i).is_some())) {
                return Some(TokenRange::new(at, unit + 1));
            }
        }
        if at > tokens.first() && eye.any(at, &["after", "until", "before"]) && (at + 1..end.min(at + 10)).any(|i| eye.is_finite(i)) {
            return Some(TokenRange::new(at, stop(eye, at, end)));
        }
        // "at once": where no day is said
        if bare.is_none() && eye.any(at, &["immediately"]) {
            bare = Some(TokenRange::new(at, at + 1));
        }
        if bare.is_none() && eye.any(at, &["as"]) && eye.any(at + 1, &["soon"]) && eye.any(at + 3, &["possible"]) && at + 4 <= end {
            bare = Some(TokenRange::new(at, at + 4));
        }
        at += 1;
    }
    bare
}

/// "if the truce holds", "subject to approval" inside the clause.
pub(super) fn condition(eye: Eye, tokens: TokenRange) -> Option<TokenRange> {
    let at = (tokens.first() + 1..tokens.end())
        .find(|&at| is_condition(eye, at) && !eye.any(at - 1, &["as", "even", "at", "by"]) && !asks(eye, at - 1) && !is_none(eye, at))?;
    Some(eye.trim(TokenRange::new(at, stop(eye, at, tokens.end()))))
}

/// "to determine if the guards may leave": an open question.
fn asks(eye: Eye, at: usize) -> bool {
    eye.verb(at).is_some_and(|verb| {
        matches!(verb.lemma, "see" | "decide" | "ask" | "determine" | "know" | "check" | "consider" | "examine" | "wonder")
    })
}

/// "once again", "better, if not best", "is subject to the law": words of conditions that make none.
fn is_none(eye: Eye, at: usize) -> bool {
    let is = |at: usize| eye.has(at, eye.words.auxiliary) || eye.has(at, eye.words.negation);
    eye.any(at, &["once"]) && (eye.any(at + 1, &["again", "more"]))
        || eye.any(at, &["if"]) && eye.any(at + 1, &["not"])
        || eye.any(at, &["subject"]) && is(at - 1)
}

/// "Once enacted," "If approved," in front of the clause at `at`.
pub(super) fn condition_before(eye: Eye, at: usize) -> Option<TokenRange> {
    let first = eye.reading.sentence(at).first();
    let comma = (first + 1..at.min(first + REACH)).find(|&i| eye.is_comma(i)).filter(|_| is_condition(eye, first))?;
    (at - comma <= 8).then(|| TokenRange::new(first, comma))
}

/// ", but only if the truce holds" behind the clause.
pub(super) fn condition_behind(eye: Eye, tail: TokenRange) -> Option<TokenRange> {
    let at = tail.iter().take(4).find(|&at| !(eye.is_mark(at) || eye.any(at, &["but", "and"])))?;
    is_condition(eye, at).then(|| eye.trim(TokenRange::new(at, stop(eye, at, tail.end()))))
}

/// "once the board agrees" between commas, before the verb.
pub(super) fn condition_between(eye: Eye, aside: TokenRange) -> Option<TokenRange> {
    let at = aside.iter().take(REACH).find(|&at| is_condition(eye, at))?;
    Some(TokenRange::new(at, stop(eye, at, aside.end())))
}

/// Where the clause that begins at `at` ends: at a comma behind its verb, as one before it only opens an aside.
fn stop(eye: Eye, at: usize, end: usize) -> usize {
    let comma = (at + 1..end).find(|&i| eye.is_comma(i) || eye.is(i, ";")).unwrap_or(end);
    let aside = eye.any(at, &["provided", "if", "once", "unless"])
        && eye.is_comma(comma)
        && !(at + 1..comma).any(|i| eye.is_finite(i) || eye.verb(i).is_some());
    let close = (comma + 1..end.min(comma + 12)).find(|&i| eye.is_comma(i) && eye.is_finite(i + 1)).filter(|_| aside);
    close.map_or(comma, |close| (close + 1..end).find(|&i| eye.is_comma(i) || eye.is(i, ";")).unwrap_or(end))
}
