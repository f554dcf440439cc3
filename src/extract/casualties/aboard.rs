//! All who were on board, where how many they were is told before: "A bus carrying 12 pupils sank. All on board drowned."

use super::claim::{Harm, Status};
use super::clause::{Clause, Victims};
use super::count::Count;
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use crate::rules::Reading;

/// Sentences before a loss in which those on board may be counted.
const BACK: usize = 2;
/// Units before a loss in its own sentence in which they may be.
const NEAR: usize = 24;

/// "All on board died", "killing everyone aboard", "There were no survivors": as many as were counted on board.
pub(super) fn all_lost<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let here = clause.unit_at(trigger.tokens.first())?;
    let count = counted(clause, here)?;
    let count = Count { definite: true, words: None, trust: count.trust.min(0.85), ..count };
    let mut draft = Draft::new(clause, trigger, Harm::Killed, here, Victims::one(count, trigger.tokens, here));
    (draft.certain, draft.status) = (0.8, Some(Status::Asserted));
    Some(draft)
}

/// "There were no survivors among the nine people on board": all of them died.
pub(super) fn no_survivors<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let here = clause.unit_at(trigger.tokens.first())?;
    let unit =
        (here.saturating_sub(12)..here + 16).find(|n| is_counted(clause, *n) && is_on_board(clause.reading, clause.tokens(*n).end(), 2))?;
    let count = clause.count(unit).map(|c| Count { definite: false, ..c })?;
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, Victims::one(count, clause.tokens(unit), unit));
    (draft.certain, draft.status) = (0.8, Some(Status::Asserted));
    Some(draft)
}

/// How many were counted on board before the unit `here`.
fn counted(clause: &Clause<'_>, here: usize) -> Option<Count> {
    in_sentence(clause, here.saturating_sub(NEAR), here).or_else(|| counted_before(clause))
}

/// How many the sentences before the clause counted on board.
fn counted_before(clause: &Clause<'_>) -> Option<Count> {
    let mut end = clause.sentence.first();
    for _ in 0..BACK {
        let before = Clause::new(clause.reading, clause.words, clause.reading.sentence(end.checked_sub(1)?));
        end = before.sentence.first();
        let found = in_sentence(&before, before.units.len().saturating_sub(NEAR), before.units.len());
        if found.is_some() {
            return found;
        }
    }
    None
}

/// "carrying [12 pupils]", "with [12 passengers and two crew] on board", "[nine people] aboard"
fn in_sentence(clause: &Clause<'_>, first: usize, end: usize) -> Option<Count> {
    let unit = (first..end).filter(|n| is_counted(clause, *n)).find(|&n| {
        let carried =
            n > 0 && clause.tokens(n - 1).iter().any(|at| clause.reading.is_any(at, &["carrying", "carried", "transporting", "ferrying"]));
        let with = n > 0 && clause.says(n - 1, &["with"]);
        carried
            || (with || !clause.says(n.saturating_sub(1), &["of"]))
                && is_on_board(clause.reading, clause.tokens(n).end(), if with { 8 } else { 1 })
    })?;
    // "12 passengers and two crew"
    let more = Some(unit + 2).filter(|n| is_counted(clause, *n) && clause.kind(unit + 1) == Some(Kind::And)).and_then(|n| clause.count(n));
    let count = clause.count(unit)?;
    Some(more.map_or(count, |more| count.plus(more)))
}

/// "12 pupils"
fn is_counted(clause: &Clause<'_>, unit: usize) -> bool {
    clause.is_noun(unit) && clause.count(unit).is_some_and(|c| c.words.is_some() && c.trust >= 0.7)
}

/// "everyone on board (was killed)", where how many they are is told before.
pub(super) fn is_everyone(clause: &Clause<'_>, victims: &Victims) -> bool {
    let all = clause.reading.is_any(victims.tokens.first(), &["all", "everyone", "everybody"]);
    let aboard = || is_on_board(clause.reading, victims.tokens.first() + 1, 4);
    all && victims.count.words.is_none() && aboard() && counted(clause, victims.first).is_some()
}

/// Whether "aboard" or "on board" stands at `at` or up to `reach` tokens behind it.
fn is_on_board(reading: &Reading<'_>, at: usize, reach: usize) -> bool {
    (at..at + reach).any(|at| reading.is(at, "aboard") || reading.is(at, "on") && reading.is(at + 1, "board"))
}
