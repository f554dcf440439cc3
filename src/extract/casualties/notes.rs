//! Claims in the shorthand of notes and headlines: "Killed: 2 guards", "Two dead, three critical", "One died at once and another in
//! hospital".

use super::causes;
use super::claim::{Harm, Status};
use super::clause::{Clause, Victims};
use super::count::{self, Count};
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use super::natural;
use super::words;

/// "Killed: [2 guards, 1 cook]", "Injuries: 3": what a number behind a colon counts.
pub(super) fn tally<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let reading = clause.reading;
    let at = trigger.tokens.first();
    let opens = at == clause.sentence.first() || reading.is_any(at - 1, &[";", ",", "/", "|", "-", "–", "•", "*", "."]);
    if !opens {
        return None;
    }
    let harm = match () {
        () if reading.is_any(at, &["injured", "wounded", "injuries"]) => Harm::Injured,
        () if reading.is(at, "missing") => Harm::Missing,
        () if reading.is_any(at, &["abducted", "kidnapped"]) => Harm::Abducted,
        () => Harm::Killed,
    };
    let unit = clause.unit_at(trigger.tokens.first() + 2)?;
    let victims = clause.victims_after(unit).filter(|v| v.count.words.is_some() && v.count.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    (draft.certain, draft.status) = (0.85, Some(Status::Asserted));
    Some(draft)
}

/// "Two dead, [three critical]": they are hurt, where something tells that anybody was.
pub(super) fn critical<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let reading = clause.reading;
    let last = trigger.tokens.end() - 1;
    let quantity = words::number(reading, trigger.tokens.first()).filter(|q| q.tokens.end() == last)?;
    let unit = clause.unit_at(trigger.tokens.first())?;
    // "three critical games", "two critical of the plan"
    let next = clause.unit_at(last + 1);
    let ends = clause.unit_at(last).is_some_and(|n| clause.tokens(n).end() == last + 1)
        && next.is_none_or(|n| {
            matches!(clause.kind(n), Some(Kind::Stop | Kind::Comma | Kind::And | Kind::Subordinate | Kind::Preposition | Kind::Close))
        })
        && !reading.is_any(last + 1, &["of", "to", "for"]);
    let harmed = |n: usize| clause.harm_of(n).is_some() || clause.kind(n) == Some(Kind::State);
    let near = (unit.saturating_sub(8)..unit).any(harmed) || natural::is_beside_harm(reading, clause.words, last);
    let count = count::from(quantity).filter(|_| ends && near)?;
    let mut draft = Draft::new(clause, trigger, Harm::Injured, unit, Victims::one(count, trigger.tokens, unit));
    draft.certain = 0.8;
    Some(draft)
}

/// "One died at the scene and [another in hospital]": the verb is that of the clause before.
pub(super) fn gapped<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let reading = clause.reading;
    let unit = clause.unit_at(trigger.tokens.first())?;
    let joint = clause.before(unit).filter(|&n| matches!(clause.kind(n), Some(Kind::And | Kind::Comma)))?;
    let passed = |n: &usize| clause.verb(*n).is_none() && clause.kind(*n) != Some(Kind::Stop);
    let verb = (joint.saturating_sub(8)..joint)
        .rev()
        .find(|n| !passed(n))
        .filter(|&n| clause.verb(n).is_some_and(|v| !v.modal && !v.negated && v.main.is_some_and(|main| reading.is(main, "died"))))?;
    // What was told of the first: where or when he died.
    let told = (verb + 1..joint).any(|n| matches!(clause.kind(n), Some(Kind::Preposition | Kind::Adverb | Kind::Date)));
    let ends = (unit + 1..unit + 8).find(|&n| !matches!(clause.kind(n), Some(Kind::Noun | Kind::Preposition | Kind::Date | Kind::Adverb)));
    let open = ends.and_then(|n| clause.kind(n));
    if !told || matches!(open, Some(Kind::Verb(_) | Kind::State | Kind::Relative)) {
        return None;
    }
    // "140 died in the port and 70 in the capital" are told of as parts.
    let ward = ["hospital", "hospitals", "clinic", "ambulance", "ward", "custody", "infirmary"];
    let placed = clause.is_counted(unit) && clause.says(unit + 1, &["in", "at"]);
    if placed && !clause.tokens(unit + 2).iter().any(|at| reading.is_any(at, &ward)) {
        return None;
    }
    let count = clause.count(unit).filter(|c| c.trust >= 0.7).map(|c| Count { definite: false, increment: true, ..c })?;
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, Victims::one(count, clause.tokens(unit), unit));
    (draft.certain, draft.status) = (0.85, Some(Status::Asserted));
    Some(draft)
}

/// "There were no victims", "without victims": nobody was harmed.
pub(super) fn no_victims<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.end() - 1;
    let unit = clause.unit_at(at)?;
    let ends = clause.tokens(unit).end() == at + 1 && !clause.says(unit + 1, &["of"]);
    // "a crime without victims"
    let without = clause.reading.is(trigger.tokens.first(), "without");
    let told = natural::is_beside_harm(clause.reading, clause.words, at);
    if !ends || !told || without && causes::cause(clause, unit).is_none() {
        return None;
    }
    let count = Count::none(trigger.tokens);
    let mut draft = Draft::new(clause, trigger, Harm::Casualties, unit, Victims::one(count, trigger.tokens, unit));
    draft.certain = 0.8;
    Some(draft)
}
