//! Deaths and injuries that no number counts: "a number of injuries were reported", "the blast caused deaths and injuries". They are
//! two or more. Somebody has to tell of them as of what happened: a player's injuries are told of otherwise.

use super::clause::Clause;
use super::count::{self, Count};
use super::kind::{Kind, VerbGroup};
use super::nouns;
use super::words;
use crate::rules::{Phrase, Qualifier, Quantity};

pub(super) const NOUNS: [&str; 4] = ["injuries", "casualties", "deaths", "fatalities"];

/// How many a bare plural tells of, where something caused it or somebody reports it.
pub(super) fn several(clause: &Clause<'_>, unit: usize, phrase: Phrase) -> Option<Count> {
    let reading = clause.reading;
    let tokens = clause.tokens(unit);
    let vague = ["multiple", "other", "further", "some", "additional", "civilian", "serious", "unconfirmed"];
    let plain = tokens.first() == phrase.tokens.first() || tokens.len() == 2 && reading.is_any(tokens.first(), &vague);
    let lone = reading.column(phrase, "force").is_empty() && reading.is_any(phrase.tokens.first(), &NOUNS);
    // "no damage or injuries"
    let or = |n: usize| clause.says(n, &["or", "nor"]);
    // "injuries to two men" are counted by whom they befell.
    let counted = clause.says(unit + 1, &["to", "of"]) && clause.count(unit + 2).is_some();
    if !plain || !lone || counted || or(unit + 1) || unit > 0 && or(unit - 1) {
        return None;
    }
    let joined = unit.checked_sub(2).filter(|&n| clause.kind(unit - 1) == Some(Kind::And) && clause.is_noun(n)).unwrap_or(unit);
    let number = number_of(clause, joined);
    let first = number.map_or(joined, |_| joined - 2);
    let told = is_caused(clause, first) || is_there(clause, first) || is_reported(clause, first, unit);
    let number = number.filter(|_| joined == unit).and_then(count::from);
    told.then(|| Count { trust: 0.8, ..number.unwrap_or(Count::of(2, None, None, Qualifier::Vague)) })
}

/// "[dozens] of injuries"
fn number_of<'r>(clause: &Clause<'r>, unit: usize) -> Option<&'r Quantity> {
    let counter = clause.tokens(unit.checked_sub(2).filter(|_| clause.says(unit - 1, &["of"]))?);
    let number = words::number(clause.reading, counter.first())?;
    (number.qualifier == Qualifier::Vague && number.tokens.end() == counter.end()).then_some(number)
}

/// "causing injuries", "resulted in a number of deaths"
fn is_caused(clause: &Clause<'_>, unit: usize) -> bool {
    let Some(before) = clause.before(unit) else { return false };
    let reading = clause.reading;
    let without = |n: usize| reading.is_any(clause.tokens(n).first().saturating_sub(1), &["without", "of", "for", "not"]);
    let does = |n: usize, verbs: &[&str]| {
        let told = clause.verb(n).filter(|v| !v.be && is_fact(*v)).and_then(|v| v.main);
        told.is_some_and(|main| reading.is_any(main, verbs)) && !without(n)
    };
    let through =
        |preposition: &[&str], verbs: &[&str]| clause.says(before, preposition) && clause.before(before).is_some_and(|n| does(n, verbs));
    does(before, &["causing", "caused"]) || through(&["in"], &["resulted", "resulting"]) || through(&["to"], &["led", "leading"])
}

/// "There were injuries", but not "there were injuries to key players"
fn is_there(clause: &Clause<'_>, unit: usize) -> bool {
    let Some(verb) = clause.before(unit) else { return false };
    let past = clause.tokens(verb).iter().any(|at| clause.reading.is_any(at, &["was", "were", "been"]));
    let there = past && clause.verb(verb).is_some_and(|v| v.main.is_none() && is_fact(v));
    there
        && clause.reading.is(clause.tokens(verb).first().saturating_sub(1), "there")
        && (clause.kind(unit + 1) != Some(Kind::Preposition) || clause.says(unit + 1, &["of", "in", "at", "from", "after"]))
}

/// "Injuries were reported", "sources reported a number of injuries", but not "more reported injuries"
fn is_reported(clause: &Clause<'_>, first: usize, last: usize) -> bool {
    let reading = clause.reading;
    let says = |v: VerbGroup, verbs: &[&str]| is_fact(v) && v.main.is_some_and(|main| reading.is_any(main, verbs));
    let passive = clause.after(last).and_then(|n| clause.verb(n)).filter(|v| v.be);
    let who = |n: usize| {
        let adjective = reading.is_any(clause.tokens(n).end().saturating_sub(1), &["other", "further", "more", "fewer", "new"]);
        !adjective && nouns::can_act(reading, clause.words, clause.tokens(n))
    };
    let acts = |verb: usize| clause.before(verb).is_some_and(who);
    let active = clause.before(first).filter(|&n| acts(n)).and_then(|n| clause.verb(n)).filter(|v| !v.be);
    passive.is_some_and(|v| says(v, &["reported", "recorded", "confirmed", "mentioned", "noted", "caused"]))
        || active.is_some_and(|v| says(v, &["reported", "confirmed", "mentioned", "noted"]))
}

/// "was reported to have caused" tells of the past.
fn is_fact(verb: VerbGroup) -> bool {
    !verb.modal && !verb.negated && (!verb.to || verb.have)
}
