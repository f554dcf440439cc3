//! Claims of those who are left: "lost three soldiers", "the loss of four men", "neither survived".

use super::causes;
use super::claim::{Harm, VictimClass};
use super::clause::{Clause, Victims};
use super::count::Count;
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use super::natural;
use super::nouns;
use super::words;
use crate::rules::Qualifier;
use crate::text::TokenRange;

/// Who is mourned where an event took them.
pub(super) const KIN: [&str; 17] = [
    "sons",
    "daughters",
    "children",
    "brothers",
    "sisters",
    "cousins",
    "relatives",
    "grandchildren",
    "friends",
    "nephews",
    "son",
    "daughter",
    "brother",
    "sister",
    "child",
    "husband",
    "wife",
];

/// "The army lost three soldiers", "We lost seven of our men": they were killed. What others lose may have left.
pub(super) fn losing<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some() && !v.be && !v.to))?;
    let fights = |n: usize| {
        let forces = ["army", "brigade", "battalion", "militia", "regiment", "forces", "front", "military", "separatists"];
        let class = clause.count(n).map(|c| c.class);
        matches!(class, Some(VictimClass::Combatant | VictimClass::Police))
            || clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &forces))
    };
    // "The rebels said they lost eight men"
    let they = |n: usize| if clause.says(n, &["they", "it"]) { clause.before(n).and_then(|verb| clause.subject(verb)) } else { Some(n) };
    let armed = |v: &Victims| has_soldiers(clause, v) || clause.subject(unit).and_then(they).is_some_and(fights);
    let all = clause.victims_after(unit + 1)?;
    let own = is_own(clause, &all);
    let victims =
        if is_mourned(clause, unit, &all) { all } else { in_arms(Some(all).filter(|v| is_of_arms(clause, v) && (own || armed(v)))?) };
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    draft.certain = 0.85;
    Some(draft)
}

/// "seven of our men", "two of his comrades": of those who tell it, or whom they lead; a team is no "we".
fn is_own(clause: &Clause<'_>, victims: &Victims) -> bool {
    let Some(count) = victims.count.words else { return false };
    let of = clause.reading.is(count.end(), "of") && clause.reading.is_any(count.end() + 1, &["our", "his", "their", "my"]);
    of && clause.reading.is_any(victims.tokens.end().saturating_sub(1), &["men", "comrades", "boys", "fighters", "brothers"])
}

/// "lost two sons in the flood": kin, and what took them.
fn is_mourned(clause: &Clause<'_>, unit: usize, victims: &Victims) -> bool {
    let reading = clause.reading;
    let last = victims.tokens.end();
    let in_event = (last..last + 4).any(|at| reading.is_any(at, &["in", "to"]))
        && causes::cause(clause, unit).is_some_and(|c| c.first() >= last && !natural::is_illness(reading, clause.words, c.end() - 1));
    victims.count.best.is_some_and(|n| n > 0) && reading.is_any(last.saturating_sub(1), &KIN) && in_event
}

/// "the loss of four men": of those who fight.
pub(super) fn loss<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let victims = in_arms(clause.victims_after(unit + 2).filter(|v| is_of_arms(clause, v))?);
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    draft.certain = 0.8;
    Some(draft)
}

/// "four men" whom an army loses fight for it.
fn in_arms(mut victims: Victims) -> Victims {
    if victims.count.class == VictimClass::Civilian {
        victims.count.class = VictimClass::Combatant;
    }
    victims
}

/// "three soldiers", "four men"
fn is_of_arms(clause: &Clause<'_>, victims: &Victims) -> bool {
    victims.count.words.is_some()
        && victims.count.trust >= 0.85
        && (has_soldiers(clause, victims) || clause.reading.is(victims.tokens.end().saturating_sub(1), "men"))
}

/// "soldiers", "troops and civilians"
fn has_soldiers(clause: &Clause<'_>, victims: &Victims) -> bool {
    let reading = clause.reading;
    let fights =
        |at: usize| reading.phrase(at, clause.words.person).is_some_and(|p| matches!(reading.column(p, "kind"), "combatant" | "police"));
    match victims.count.class {
        VictimClass::Combatant | VictimClass::Police => true,
        VictimClass::Mixed => victims.tokens.iter().take(16).any(fights),
        _ => false,
    }
}

/// "Neither of the pilots survived", "None of the nine passengers survived", "The two climbers did not survive the fall".
pub(super) fn not_surviving<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let unit = clause.unit_at(at).filter(|&n| clause.verb(n).is_some_and(|v| v.main == Some(at) && !v.modal && !v.to && !v.be))?;
    // "did not survive the cut"
    let perils = ["fall", "night", "journey", "trip", "ordeal", "winter", "birth", "surgery", "wreck", "descent", "wait", "impact"];
    let last = clause.tokens(unit + 1).end().saturating_sub(1);
    if clause.is_noun(unit + 1) && !causes::is_cause(clause, unit + 1) && !clause.reading.is_any(last, &perils) {
        return None;
    }
    // "if he didn't survive"
    let first = clause.tokens(unit).first();
    if (first.saturating_sub(6).max(clause.sentence.first())..first)
        .any(|at| clause.reading.is_any(at, &["if", "unless", "whether", "should"]))
    {
        return None;
    }
    let victims = match none_of(clause, unit).or_else(|| rest_of(clause, unit)) {
        Some(victims) => victims,
        None if clause.verb(unit).is_some_and(|v| v.negated) => clause.victims_before(clause.subject(unit)?)?,
        None => return None,
    };
    if victims.count.trust < 0.7 || victims.count.best == Some(0) || victims.count.best.is_none() && victims.count.definite {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    draft.status = Some(super::claim::Status::Asserted);
    draft.certain = 0.85;
    Some(draft)
}

/// All of those of whom none did what the verb at `unit` says: "neither of the pilots", "none of the nine passengers".
fn none_of(clause: &Clause<'_>, unit: usize) -> Option<Victims> {
    let who = (unit.saturating_sub(4)..unit).rev().find(|&n| clause.is_noun(n))?;
    let tokens = clause.tokens(who);
    let first = tokens.first();
    let both =
        |count: Count| Count { low: Some(2), best: Some(2), high: Some(2), qualifier: Qualifier::Exact, words: None, trust: 0.9, ..count };
    let before = |far: usize, words: &[&str]| first >= clause.sentence.first() + far && clause.reading.is_any(first - far, words);
    let count = nouns::count(clause.reading, clause.words, tokens)?;
    let of = before(1, &["of"]);
    let counted = match () {
        () if of && before(2, &["neither"]) || clause.reading.is(first, "neither") || before(1, &["neither"]) => both(count),
        () if before(1, &["nor"]) && (first.saturating_sub(8)..first).any(|at| clause.reading.is(at, "neither")) => both(count),
        () if of && before(2, &["none"]) && count.words.is_some() => Count { definite: false, ..count },
        () => return None,
    };
    let opens = if of { clause.unit_at(first - 2)? } else { who };
    let all = clause.tokens(opens).cover(tokens);
    let person = clause.count(who).is_none_or(|c| c.trust >= 0.7) && matches!(clause.kind(who), Some(Kind::Noun));
    person.then(|| Victims::one(counted, all, opens))
}

/// Those of a number who did not do what the verb at `unit` says: "all but two of the nine clerks", "only two of the nine clerks".
fn rest_of(clause: &Clause<'_>, unit: usize) -> Option<Victims> {
    let reading = clause.reading;
    if clause.verb(unit).is_some_and(|v| v.negated) {
        return None;
    }
    let whole = (unit.saturating_sub(5)..unit).rev().find(|&n| clause.count(n).is_some_and(|c| c.words.is_some() && c.trust >= 0.7))?;
    let of = whole.checked_sub(1).filter(|&n| clause.says(n, &["of"]))?;
    let all = clause.count(whole)?;
    let last = clause.tokens(of).first();
    let near = last.saturating_sub(4).max(clause.sentence.first())..last;
    let some = near.clone().find_map(|at| words::number(reading, at))?;
    let before =
        |far: usize, word: &str| some.tokens.first() >= clause.sentence.first() + far && reading.is(some.tokens.first() - far, word);
    let some_best = some.best.filter(|n| n.fract() == 0.0 && *n >= 1.0)? as u64;
    let best = match () {
        () if before(1, "but") && before(2, "all") => some_best,
        () if before(1, "only") || reading.is(some.tokens.first(), "only") => all.best?.checked_sub(some_best).filter(|n| *n > 0)?,
        () => return None,
    };
    let count =
        Count { low: Some(best), best: Some(best), high: Some(best), qualifier: Qualifier::Exact, words: None, definite: false, ..all };
    let opens = clause.unit_at(near.start)?;
    let first = some.tokens.first() - if before(1, "but") { 2 } else { usize::from(before(1, "only")) };
    Some(Victims::one(count, TokenRange::new(first, clause.tokens(whole).end()), opens))
}
