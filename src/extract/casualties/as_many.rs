//! "killed four and injured as many others", "nine dead and as many wounded": as many as were counted before.

use super::attach::drop_told;
use super::claim::{Claim, Harm};
use super::clause::{Clause, Victims};
use super::count::Count;
use super::draft::{Draft, Trigger};
use super::kind::Kind;

/// The rule of as many as were counted before.
const RULE: &str = "casualty/as-many";
/// Units before "as many" in which a number is sought.
const BACK: usize = 14;

/// As many as the number before, harmed by the verb beside it.
pub(super) fn as_many<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let reading = clause.reading;
    let (first, end) = (trigger.tokens.first(), trigger.tokens.end());
    // "as many as 30", "twice as many", "4x as many"
    let more = first.checked_sub(1).is_some_and(|at| {
        reading.is_any(at, &["twice", "half", "times", "thrice", "x", "just", "almost", "nearly"])
            || reading.word(at).starts_with(|c: char| c.is_ascii_digit())
    });
    if reading.is(end, "as") || more {
        return None;
    }
    let here = clause.unit_at(first)?;
    let harm_at = |n: usize| {
        let verb = clause.verb(n).and_then(|v| v.main);
        let at = verb.unwrap_or(clause.tokens(n).end().saturating_sub(1));
        reading.phrase(at, clause.words.harm_verb).or_else(|| reading.phrase(at, clause.words.harm_state))
    };
    let behind = clause.unit_at(end).into_iter().flat_map(|n| n..n + 2).find_map(|n| Some((n, harm_at(n)?)));
    let before = || here.checked_sub(1).and_then(|n| Some((n, harm_at(n)?)));
    let (unit, phrase) = before().or(behind)?;
    let counted =
        |n: &usize| clause.kind(*n) != Some(Kind::Stop) && clause.count(*n).is_some_and(|c| c.words.is_some() && c.best.is_some());
    let count = clause.count((here.saturating_sub(BACK)..here).rev().find(counted)?)?;
    let count = Count { words: None, victims: None, definite: false, ..count };
    let mut draft =
        Draft::new(clause, trigger, Harm::parse(reading.column(phrase, "harm"))?, unit, Victims::one(count, trigger.tokens, here));
    draft.certain = 0.8;
    Some(draft)
}

/// Drops what "many" alone claims, from the claim `from` on, where "as many" claims it with its number.
pub(super) fn settle(claims: &mut Vec<Claim>, from: usize) {
    let beside = |claim: &Claim, other: &Claim| {
        let near = claim.tokens.first() < other.tokens.end() && other.tokens.first() < claim.tokens.end() + 2;
        other.rule == RULE && other.harm == claim.harm && near
    };
    drop_told(claims, from, |all, claim| claim.rule != RULE && claim.best.is_none() && all.iter().any(|other| beside(claim, other)));
}
