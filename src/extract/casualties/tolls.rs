//! Claims that a running total makes: "the death toll rose to 45", "put the toll at 8".

use super::claim::{Harm, Scope, Status};
use super::clause::{Clause, Victims};
use super::count::Count;
use super::doers;
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use super::pronouns;
use super::scope;
use super::words;
use crate::rules::Qualifier;

/// "the death toll rose to 45", "put the toll at 8", "cut the toll from 33 to 29".
pub(super) fn toll<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let phrase = clause.reading.phrase_named(trigger.tokens.first(), "harm_toll")?;
    let harm = Harm::parse(clause.reading.column(phrase, "harm"))?;
    let (at, count) = toll_number(clause, clause.unit_at(phrase.tokens.end() - 1)?)?;
    let count = Count { definite: false, increment: false, ..count };
    // "put the toll as high as 40"
    let first = clause.tokens(at).first();
    let high = (first.saturating_sub(3)..first + 2).any(|at| clause.reading.is(at, "high") && clause.reading.is(at + 1, "as"));
    let count = if high { Count { low: Some(0), high: count.best, qualifier: Qualifier::AtMost, ..count } } else { count };
    let mut draft = Draft::new(clause, trigger, harm, unit, Victims::one(count, clause.tokens(at), at));
    let scope = scope::scope(clause, trigger.tokens, false, false);
    // "the toll in the blockade rose to nine": of more than one event.
    let whole =
        ["war", "conflict", "blockade", "insurgency", "uprising", "crackdown", "campaign", "unrest", "occupation", "siege", "intifada"];
    let end = trigger.tokens.end();
    let long = (end..end + 7).take_while(|&at| words::number(clause.reading, at).is_none()).any(|at| clause.reading.is_any(at, &whole));
    draft.background |= long;
    draft.scope = Some(if scope == Scope::Historical { scope } else { Scope::Cumulative });
    draft.certain = 0.9;
    // "The toll could top 100,000"
    let may = (unit + 1..at).find_map(|n| clause.verb(n)).is_some_and(|v| v.modal && !v.have);
    draft.status = may.then_some(Status::Hypothetical);
    // "Police put the toll at 8"
    let puts = ["put", "puts", "putting", "lowered", "raised", "revised"];
    let main = |n: &usize| clause.verb(*n).and_then(|v| v.main).is_some_and(|m| clause.reading.is_any(m, &puts));
    let verb = (unit.saturating_sub(1)..=unit + 1).find(main);
    let says = |n: usize| match clause.is_noun(n) {
        true => Some(doers::noun_with_of(clause, n)),
        false => pronouns::speaker_meant(clause, clause.tokens(n)),
    };
    // "was put at 12 by the Red Cross"
    let passive = verb.filter(|&n| clause.verb(n).is_some_and(|v| v.be));
    draft.speaker = match passive {
        Some(_) => Some(at + 2).filter(|&n| clause.says(at + 1, &["by"]) && clause.is_noun(n)).and_then(says),
        None => verb.and_then(|n| clause.subject(n)).and_then(says),
    };
    Some(draft)
}

/// The number that a toll comes to, not the one that it comes from.
fn toll_number(clause: &Clause<'_>, toll: usize) -> Option<(usize, Count)> {
    let mut old = None;
    // "revising an earlier toll of 11"
    let earlier = ["earlier", "previous", "initial", "original", "former", "old"];
    let first = clause.tokens(toll).first();
    let stale = (first.saturating_sub(1)..clause.tokens(toll).end()).any(|at| clause.reading.is_any(at, &earlier));
    for n in toll + 1..toll + 16 {
        match clause.kind(n)? {
            Kind::Stop | Kind::But | Kind::Relative | Kind::Open => break,
            // "is to rise as teams look for the 12 missing"
            Kind::Subordinate if clause.says(n, &["as"]) && clause.reading.is(clause.tokens(n).first() + 1, "high") => continue,
            Kind::Subordinate if clause.says(n, &["as", "while"]) && clause.count(n + 1).is_none_or(|c| c.words.is_none()) => break,
            Kind::Noun => {}
            _ => continue,
        }
        // "the toll on many families"
        let counted = |c: &Count| {
            (c.best.is_some() || c.high.is_some()) && c.words.is_some_and(|w| w.first() == clause.tokens(n).first() || c.trust > 0.8)
        };
        let Some(count) = clause.count(n).filter(counted) else {
            continue;
        };
        if clause.says(n - 1, &["from", "by", "in", "since", "after", "with", "day", "than"]) && n > 0 {
            old = old.or(Some((n, count)).filter(|(_, c)| c.best != Some(1) && clause.says(n - 1, &["from", "in"])));
            continue;
        }
        if stale && n == toll + 2 && clause.says(n - 1, &["of"]) {
            continue;
        }
        return Some((n, count));
    }
    old
}
