//! What a claim's figure counts: the event told, more of it, a sum over a time, or an earlier event.

use super::claim::Scope;
use super::clause::Clause;
use super::spans;
use crate::rules::{Reading, ValueKind};
use crate::text::TokenRange;

/// Tokens to either side that are looked at.
const NEAR: usize = 40;

/// What the figure counts. `increment`: its noun phrase says "more"; `few`: one or two are no total.
pub(super) fn scope(clause: &Clause<'_>, around: TokenRange, increment: bool, few: bool) -> Scope {
    let words = clause.words;
    let reading = clause.reading;
    let first = around.first().saturating_sub(NEAR).max(clause.sentence.first());
    let end = (around.end() + NEAR).min(clause.sentence.end());
    let before = (first..around.first()).rev().find(|&at| reading.is(at, ";")).map_or(first, |mark| mark + 1);
    // "The raid, which killed nine, was the third this year."
    let relative = around.first() > clause.sentence.first() && reading.is_any(around.first() - 1, &["which", "who"]);
    let behind = (around.end()..end).find(|&at| reading.is(at, ";") || relative && reading.is(at, ",")).unwrap_or(end);
    let (mut historical, mut running) = (false, false);
    let (from, to) = (starting_at(reading, before.min(around.first())), starting_at(reading, behind.max(around.end())));
    for phrase in reading.phrases().get(from..to).unwrap_or_default() {
        let at = phrase.tokens.first();
        if phrase.class == words.historical || phrase.class == words.running || reading.is(at, "since") {
            let beside = at + 10 >= around.first() && at < around.end() + 9;
            let near = || beside || at < around.first() && is_frame(clause, phrase.tokens);
            let measures = || measures_time(clause, phrase.tokens, around);
            let lasting = || !few && is_lasting(clause, phrase.tokens, around);
            running |= phrase.class == words.historical && near() && lasting();
            historical |= phrase.class == words.historical
                && near()
                && !lasting()
                && !measures()
                && !is_begin(clause, phrase.tokens)
                && !is_of_captivity(clause, phrase.tokens, around)
                && !is_compared(clause, phrase.tokens, around)
                || is_record(clause, phrase.tokens, around);
            let sums = || {
                !measures()
                    && !is_of_captivity(clause, phrase.tokens, around)
                    && !is_since_record(clause, phrase.tokens)
                    && !dates_from(clause, phrase.tokens, around)
            };
            running |= phrase.class == words.running && sums() && !is_ranked(clause, phrase.tokens);
        }
    }
    // "The war has left 90,000 dead."
    let war = |at: usize| reading.is_any(at, &spans::WARS) && reading.is_any(at + 1, &["has", "have"]);
    running |= (first..around.first()).any(war) || spans::is_total(clause, around) || spans::is_cost(clause, around);
    historical |= !few && is_of_day_before(clause, around);
    let when = clause.unit_at(around.first()).and_then(|n| n.checked_sub(1)).is_some_and(|n| clause.says(n, &["when"]));
    match () {
        () if historical || (running && when) => Scope::Historical,
        () if running && !few => Scope::Cumulative,
        () if increment => Scope::Increment,
        () => Scope::Incident,
    }
}

/// The place among all phrases of the first that starts at this token or behind it.
fn starting_at(reading: &Reading<'_>, at: usize) -> usize {
    reading.phrases().partition_point(|phrase| phrase.tokens.first() < at)
}

/// "Five were killed, a day after 12 people died": an event before the one that is told.
fn is_of_day_before(clause: &Clause<'_>, around: TokenRange) -> bool {
    let times = ["day", "days", "week", "weeks", "month", "months", "year", "years"];
    let first = around.first().saturating_sub(6).max(clause.sentence.first() + 1);
    let after = (first..around.first()).find(|&at| clause.reading.is(at, "after") && clause.reading.is_any(at - 1, &times));
    let told = |unit: usize| (0..unit).rev().take(24).any(|n| clause.harm_of(n).is_some());
    after.and_then(|at| clause.unit_at(at)).is_some_and(told)
}

/// "have killed 40 in the past week": up to now.
fn is_lasting(clause: &Clause<'_>, phrase: TokenRange, around: TokenRange) -> bool {
    let past = phrase.iter().any(|at| clause.reading.is_any(at, &["past", "last"]));
    let the = (phrase.first().saturating_sub(1)..phrase.end()).any(|at| clause.reading.is(at, "the"));
    let first = around.first().saturating_sub(4).max(clause.sentence.first());
    past && the && (first..around.end()).take(32).any(|at| clause.reading.is_any(at, &["has", "have"]))
}

/// "300 died, compared with 500 [last year]": what the claim is measured against.
fn is_compared(clause: &Clause<'_>, phrase: TokenRange, claim: TokenRange) -> bool {
    (claim.end()..phrase.first()).take(8).any(|at| clause.reading.is_any(at, &["compared", "versus"]))
}

/// "killed two guards [they had held since May]", "killed two monks who had been taken a week earlier": when something before it was.
fn is_of_captivity(clause: &Clause<'_>, phrase: TokenRange, claim: TokenRange) -> bool {
    let who = |at: usize| clause.reading.is_any(at, &["they", "he", "she", "it", "who", "whom", "which"]);
    let far = phrase.first().min(claim.end() + 10);
    (claim.end()..far).any(|at| who(at) && clause.reading.is(at + 1, "had"))
}

/// "since the unrest began [two weeks ago]": when a sum begins.
fn is_begin(clause: &Clause<'_>, phrase: TokenRange) -> bool {
    let first = phrase.first().saturating_sub(8).max(clause.sentence.first());
    let since = (first..phrase.first()).rev().find(|&at| clause.reading.is(at, "since"));
    since.is_some_and(|since| !(since..phrase.first()).any(|at| clause.reading.is_any(at, &[",", "which", "when", "who"])))
}

/// "the bombing, the third this month, killed nine": what is counted are bombings.
fn is_ranked(clause: &Clause<'_>, phrase: TokenRange) -> bool {
    let ranks = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"];
    let near = phrase.first().saturating_sub(3).max(clause.sentence.first())..phrase.first();
    clause.reading.is(phrase.first(), "this") && near.into_iter().any(|at| clause.reading.is_any(at, &ranks))
}

/// "last year's shooting in Norvik that killed", "Two years ago, rebels marched and killed": what dates all that follows.
fn is_frame(clause: &Clause<'_>, phrase: TokenRange) -> bool {
    let owns = clause.reading.is_any(phrase.end(), &["'s", "’s"]);
    let opens = phrase.first() <= clause.sentence.first() + 2 && clause.reading.is(phrase.end(), ",");
    owns || opens
}

/// "the worst raid since the fire in the port, in which two died", "since the fire of May 2019, which": what the event of today is measured against.
fn is_record(clause: &Clause<'_>, since: TokenRange, claim: TokenRange) -> bool {
    let reading = clause.reading;
    let first = since.first().saturating_sub(8).max(clause.sentence.first());
    let most = ["worst", "deadliest", "bloodiest", "biggest", "largest", "heaviest", "first"];
    // "Since Wednesday's raid, in which nine died": that of the article's week.
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"];
    let fresh = reading.is_any(since.end(), &days) && reading.is_any(since.end() + 1, &["'s", "’s"]);
    reading.is(since.first(), "since")
        && (since.end()..claim.first()).any(|at| reading.is_any(at, &["which", "who", "where", "when"]))
        && ((first..since.first()).any(|at| reading.is_any(at, &most))
            || !fresh && (since.end()..claim.first()).any(|at| reading.value_of(at, ValueKind::Date).is_some()))
}

/// "killed nine, a day after the fire": how long after something else the claim was.
fn measures_time(clause: &Clause<'_>, phrase: TokenRange, claim: TokenRange) -> bool {
    let after = |at: usize| clause.reading.is_any(at, &["after", "before", "earlier", "later"]);
    let behind = phrase.first() >= claim.end();
    behind && clause.reading.is(phrase.end().saturating_sub(1), "after") || clause.reading.is(phrase.first(), "a") && after(phrase.end())
}

/// "the worst loss since May", "than at any time since": what is measured, not summed up.
fn is_since_record(clause: &Clause<'_>, since: TokenRange) -> bool {
    let reading = clause.reading;
    let first = since.first().saturating_sub(8).max(clause.sentence.first());
    let most = [
        "worst",
        "deadliest",
        "bloodiest",
        "biggest",
        "largest",
        "heaviest",
        "first",
        "highest",
        "most",
        "any",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
    ];
    reading.is(since.first(), "since") && (first..since.first()).any(|at| reading.is_any(at, &most))
}

/// "since Karel died", "has since said that Karel died": no total since then. "Since May 300 have died" is one.
fn dates_from(clause: &Clause<'_>, since: TokenRange, claim: TokenRange) -> bool {
    let reading = clause.reading;
    if !reading.is(since.first(), "since") {
        return false;
    }
    // "four of them have since died"
    let perfect = since.first() > 0 && reading.is_any(since.first() - 1, &["has", "have", "had", "'ve", "’ve"]);
    if since.end() > claim.first() {
        return perfect && reading.value_of(since.end(), ValueKind::Date).is_none();
    }
    // "since a massacre on Sunday left nine dead": that was then.
    let between = || since.end()..claim.first();
    let begins = |at: usize| reading.is_any(at, &[",", "beginning", "start", "began", "toll", "war", "conflict"]);
    let event = between().any(|at| reading.phrase(at, clause.words.cause).is_some()) && !between().any(begins);
    if event && !(since.end()..claim.end()).take(48).any(|at| reading.is_any(at, &["has", "have", "are"])) {
        return true;
    }
    let relative = |at: usize| reading.is_any(at, &["which", "who", "where"]);
    if (since.end()..claim.first()).any(relative) {
        return true;
    }
    let adverb = since.first() > 0 && reading.is_any(since.first() - 1, &["has", "have", "had", "'ve", "’ve", "ever"]);
    let dated = (since.end()..claim.first()).any(|at| reading.value_of(at, ValueKind::Date).is_some() || reading.is(at, ","));
    !dated && (adverb || claim.first() <= since.end() + 1)
}
