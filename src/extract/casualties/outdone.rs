//! Of two words of harm the weaker says nothing of its own: "shot and killed", "stabbed at home and later died".

use super::clause::Clause;
use super::kind::{Form, Kind};
use super::verbs::HarmVerb;

/// "shot and killed", "stabbed, killing": the weaker verb says nothing of its own.
pub(super) fn is_outdone(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    if !verb.weak {
        return false;
    }
    let stronger = |n: usize| {
        clause.harm_of(n).is_some_and(|p| {
            clause.reading.column(p, "force") == "strong" && matches!(clause.reading.column(p, "harm"), "killed" | "injured")
        })
    };
    let next = verb.unit + 1;
    if is_summed_up(clause, next) {
        return true;
    }
    match clause.kind(next) {
        Some(Kind::And | Kind::Comma) => (next + 1..next + 4).take_while(|&n| clause.kind(n) != Some(Kind::Noun)).any(stronger),
        Some(Kind::Adverb) if clause.kind(next + 1) == Some(Kind::And) => (next + 2..next + 4).any(stronger),
        Some(Kind::State) => true,
        Some(Kind::Preposition) => dies_of_it(clause, next),
        _ => false,
    }
}

/// "shot six clerks, killing one and [injuring] five": what became of all of them is told behind.
fn is_summed_up(clause: &Clause<'_>, from: usize) -> bool {
    let goes_on = |n: &usize| {
        let part = clause.verb(*n).is_none_or(|v| !v.is_finite() && v.form == Some(Form::Ing));
        part && !matches!(clause.kind(*n), Some(Kind::Stop | Kind::But | Kind::Subordinate | Kind::Relative) | None)
    };
    let tells = |harm: &str| {
        (from + 1..from + FATES).take_while(goes_on).any(|n| {
            clause.harm_of(n).is_some_and(|p| clause.reading.column(p, "harm") == harm && clause.reading.column(p, "force") == "strong")
                && clause.is_noun(n + 1)
        })
    };
    clause.is_noun(from) && tells("killed") && tells("injured")
}

/// Units behind a weak verb in which the fates of its victims are told.
const FATES: usize = 16;

/// "shot [in the face] and killed", "stabbed [at home] and later died": past the phrases at `from` the verb of death that
/// tells the same victim.
fn dies_of_it(clause: &Clause<'_>, from: usize) -> bool {
    let phrase = |n: &usize| matches!(clause.kind(*n), Some(Kind::Preposition | Kind::Noun | Kind::Date | Kind::Adverb));
    let and = (from..from + 7).find(|n| !phrase(n)).filter(|&n| clause.kind(n) == Some(Kind::And));
    let Some(verb) = and.map(|n| if clause.kind(n + 1) == Some(Kind::Adverb) { n + 2 } else { n + 1 }) else { return false };
    let killed = clause.harm_of(verb).is_some_and(|p| clause.reading.column(p, "harm") == "killed");
    killed && clause.verb(verb).is_some_and(|v| !v.be) && !matches!(clause.kind(verb + 1), Some(Kind::Noun | Kind::Pronoun))
}
