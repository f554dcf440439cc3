//! Parts of a claim: "including three children", "nine of them critically", "among the dead were two guards".

use super::claim::{Harm, Scope, Status};
use super::clause::{Clause, Victims};
use super::count::{self, Count};
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use super::words;
use crate::rules::Qualifier;

/// "12 people, including three children and a woman"
pub(super) fn including<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Vec<Draft<'c, 'r>> {
    let (Some(unit), Some(mut next)) = (clause.unit_at(trigger.tokens.first()), clause.unit_at(trigger.tokens.end())) else {
        return Vec::new();
    };
    if clause.kind(next) == Some(Kind::Adverb) {
        next += 1;
    }
    // "14 bodies, including those of two infants"
    if clause.says(next, &["those"]) && clause.says(next + 1, &["of"]) {
        next += 2;
    }
    // "not including the attacker"
    if is_of_others(clause, unit) || clause.reading.is(trigger.tokens.first().saturating_sub(1), "not") {
        return Vec::new();
    }
    if let Some(draft) = were_among(clause, trigger, unit) {
        return vec![draft];
    }
    // "214 cases, including 60 deaths": a claim of its own.
    let own = |victims: &Victims| {
        clause
            .reading
            .phrase_named(victims.tokens.end().saturating_sub(1), "harm_count")
            .is_some_and(|p| clause.reading.phrase(p.tokens.first(), clause.words.person).is_none())
    };
    clause.items_after(next).into_iter().filter(|v| !own(v)).filter_map(|victims| part(clause, trigger, unit, victims)).collect()
}

/// "[Nine clerks] were among those killed"
fn were_among<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger, unit: usize) -> Option<Draft<'c, 'r>> {
    let verb = clause.before(unit).filter(|&n| clause.verb(n).is_some_and(|v| v.be && v.main.is_none()))?;
    let says = |words: &[&str]| trigger.tokens.iter().any(|at| clause.reading.is_any(at, words));
    let harm = match () {
        () if says(&["dead", "killed"]) => Harm::Killed,
        () if says(&["injured", "wounded", "hurt"]) => Harm::Injured,
        () => return None,
    };
    let victims = clause.victims_before(clause.subject(verb)?).filter(|v| v.count.trust >= 0.6 && v.count.best != Some(0))?;
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = 0.88;
    Some(draft)
}

/// "The raid killed two and angered [villagers], including three elders": the part is of those whom another verb is about.
fn is_of_others(clause: &Clause<'_>, unit: usize) -> bool {
    let Some(whole) = clause.before(unit).and_then(|n| clause.past_comma(n)).and_then(|n| clause.root(n, false)) else { return false };
    let Some(verb) = clause.before(whole).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some())) else { return false };
    let spared = ["left", "leaving", "leaves", "claimed", "claiming", "took", "taking"];
    let crowd = clause.count(whole).is_some_and(|c| c.words.is_none() && c.best != Some(1));
    crowd && clause.harm_of(verb).is_none() && !clause.tokens(verb).iter().any(|at| clause.reading.is_any(at, &spared))
}

/// "The victims were identified as Dana Karel and Orla Venn"
pub(super) fn identified<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Vec<Draft<'c, 'r>> {
    let Some(unit) = clause.unit_at(trigger.tokens.end()) else { return Vec::new() };
    let named = clause.tokens(unit).first() == trigger.tokens.end();
    // "The victims included two clerks", but "Other victims included", "The dead include Roma"
    let some = clause.reading.is_any(trigger.tokens.end() - 1, &["include", "included", "includes"]);
    if some && clause.reading.is_any(trigger.tokens.first().saturating_sub(1), &["other", "previous", "past"]) {
        return Vec::new();
    }
    let opened = ["a", "an", "his", "her", "their"];
    let draft = |victims: Victims| {
        let told = !some || victims.count.words.is_some() || clause.reading.is_any(victims.tokens.first(), &opened);
        let sure = told && victims.count.best.is_some() && victims.count.trust >= 0.6;
        let mut draft = Draft::new(clause, trigger, Harm::Affected, unit, victims);
        (draft.certain, draft.scope) = (0.85, Some(Scope::Incident));
        sure.then_some(draft)
    };
    clause.items_after(unit).into_iter().filter(|_| named).filter_map(draft).collect()
}

/// "nine of them critically", "three of whom were children"
pub(super) fn of_them<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let of = clause.unit_at(trigger.tokens.first())?;
    let unit = of.checked_sub(1).filter(|&n| clause.is_noun(n))?;
    // "three of whom died" is a claim of its own.
    let own = |n: usize| clause.harm_of(n).is_some() && clause.subject(n) == Some(unit);
    let died = (of + 1..of + 5).take_while(|&n| clause.kind(n) != Some(Kind::Comma)).any(|n| clause.harm_of(n).is_some())
        || (of + 1..of + 14).any(own);
    // "a dozen relatives of the victims"
    let died = died || clause.mourns(unit);
    let mut count = clause.count(unit).filter(|c| c.words.is_some() && !died)?;
    if let Some(who) = described(clause, trigger.tokens.end()) {
        (count.victims, count.class) = (who.victims, who.class);
    }
    part(clause, trigger, unit, Victims::one(count, clause.tokens(unit), unit))
}

/// "six of them [children]", "four of the dead were [soldiers]": who they are.
fn described(clause: &Clause<'_>, at: usize) -> Option<Count> {
    let unit = clause.unit_at(at).filter(|&n| clause.tokens(n).first() == at)?;
    let be = clause.verb(unit).is_some_and(|v| v.be && v.main.is_none() && !v.negated);
    let mut noun = unit + usize::from(be);
    while clause.kind(noun) == Some(Kind::Adverb) {
        noun += 1;
    }
    clause.count(noun).filter(|c| clause.is_noun(noun) && c.words.is_none() && c.trust >= 0.7 && !c.definite)
}

/// "Two were sailors": a number of those told of before, and who they are.
pub(super) fn number_were<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.is_bare_number(n))?;
    let opens = clause.before(unit).is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Comma | Kind::And)));
    let who = described(clause, clause.tokens(unit + 1).first()).filter(|_| opens)?;
    let count = clause.count(unit).filter(|c| c.qualifier != Qualifier::None)?;
    let count = Count { victims: who.victims, class: who.class, ..count };
    let mut draft = part(clause, trigger, unit, Victims::one(count, clause.tokens(unit), unit))?;
    draft.scope = Some(Scope::Incident);
    Some(draft)
}

/// "Three of the dead were children": a part of a claim of an earlier sentence.
pub(super) fn of_the_dead<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let mut draft = of_them(clause, trigger)?;
    draft.scope = Some(Scope::Incident);
    Some(draft)
}

/// "One of the six injured died": six were injured. "Thirty of the 45 killed were clerks": 45, and 30 of them.
pub(super) fn of_the_number<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Vec<Draft<'c, 'r>> {
    let at = trigger.tokens.first() + 2;
    let last = trigger.tokens.end() - 1;
    let Some((number, unit)) = words::number(clause.reading, at).zip(clause.unit_at(at)) else { return Vec::new() };
    let dead = clause.reading.is_any(last, &["dead", "killed"]);
    // "the six injured" as a noun phrase is counted by itself; "the six dead dogs" are no people.
    let ends = clause.unit_at(last) != Some(unit) || dead && clause.tokens(unit).end() == trigger.tokens.end();
    let Some(count) = count::from(number).filter(|_| ends).map(|count| Count { definite: true, ..count }) else { return Vec::new() };
    let harm = if dead { Harm::Killed } else { Harm::Injured };
    let some = unit.checked_sub(2).filter(|&n| dead && clause.is_bare_number(n)).and_then(|n| clause.count(n).map(|count| (n, count)));
    // "the families of the four killed" are told of by another rule.
    let opens = unit.checked_sub(2).is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Comma | Kind::Quote)));
    if dead && !opens && some.is_none() {
        return Vec::new();
    }
    let mut whole = Draft::new(clause, trigger, harm, clause.unit_at(last).unwrap_or(unit), Victims::one(count, trigger.tokens, unit));
    (whole.certain, whole.status) = (0.9, Some(Status::Asserted));
    let part = some.map(|(n, count)| {
        let be = |n: &usize| clause.verb(*n).is_some_and(|v| v.be && v.main.is_none() && !v.negated);
        let were = (unit + 1..unit + 7).take_while(|&n| !matches!(clause.kind(n), Some(Kind::Stop | Kind::Comma | Kind::And))).find(be);
        let who = were.and_then(|n| described(clause, clause.tokens(n).first()));
        let count = Count { victims: who.and_then(|w| w.victims), class: who.map_or(count.class, |w| w.class), ..count };
        let mut part = Draft::new(clause, trigger, harm, n, Victims::one(count, clause.tokens(n), n));
        part.status = Some(Status::Asserted);
        part
    });
    std::iter::once(whole).chain(part).collect()
}

/// "Several riders were hurt, a handful badly"
pub(super) fn by_severity<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let here = clause.unit_at(trigger.tokens.first())?;
    let unit = here.checked_sub(1).filter(|&n| clause.is_bare_number(n) || clause.says(n, &["a", "some", "several"]))?;
    let listed = unit.checked_sub(1).is_some_and(|n| matches!(clause.kind(n), Some(Kind::Comma | Kind::And)));
    let ends = matches!(clause.kind(here + 1), Some(Kind::Stop | Kind::Comma | Kind::Close) | None);
    let count = clause.count(unit).filter(|c| listed && ends && c.words.is_some_and(|w| w.end() == clause.tokens(unit).end()))?;
    part(clause, trigger, unit, Victims::one(count, clause.tokens(unit), unit))
}

/// "Nine died: four in the capital and five in the port", "two died in the capital, four in the port"
pub(super) fn by_place<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).and_then(|at| at.checked_sub(1)).filter(|&n| clause.is_bare_number(n))?;
    let place = clause.is_noun(unit + 2)
        && !clause
            .tokens(unit + 2)
            .iter()
            .any(|at| clause.reading.is_any(at, &["all", "total", "condition", "hospital", "custody", "large", "sea"]));
    let mut first = unit;
    // Back over the items before, to the colon or to whoever was harmed.
    for _ in 0..8 {
        let mark = first.checked_sub(1)?;
        let found = || part(clause, trigger, unit, Victims::one(clause.count(unit)?, clause.tokens(unit), unit));
        match clause.kind(mark)? {
            Kind::Stop if clause.says(mark, &[":"]) => return found(),
            Kind::Comma | Kind::And => {
                // "left 12 dead in Norvik and two in Orlik"
                let state = |n: usize| clause.kind(n) == Some(Kind::State) && clause.says(n, &["dead", "injured", "wounded", "missing"]);
                let harmed = |n: usize| clause.harm_of(n).is_some() || state(n);
                let item = (mark.saturating_sub(7)..mark).rev().find(|&n| clause.is_bare_number(n) || harmed(n))?;
                if harmed(item) {
                    // "killed three people in Norvik and two in Orlik"
                    let placed = (item + 1..mark).any(|n| clause.says(n, &["in", "at", "near"]));
                    return found().filter(|_| place && (placed || clause.kind(mark) == Some(Kind::Comma)));
                }
                first = item;
            }
            _ => return None,
        }
    }
    None
}

/// "killed 60; the ministry confirmed nine": the harm of the claim before, told by somebody else.
pub(super) fn elliptic<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let first = clause.unit_at(trigger.tokens.first())?;
    let verb = (first..first + 2).find(|&n| clause.verb(n).is_some())?;
    let mut unit = clause.unit_at(trigger.tokens.end())?;
    unit += usize::from(clause.kind(unit) == Some(Kind::Adverb));
    let ends = clause.is_bare_number(unit) && matches!(clause.after(unit).and_then(|n| clause.kind(n)), Some(Kind::Stop) | None);
    let count = clause.count(unit).filter(|_| ends)?;
    let mut draft = part(clause, trigger, verb, Victims::one(count, clause.tokens(unit), unit))?;
    draft.speaker = clause.subject(verb).filter(|_| verb == first).map(|n| clause.tokens(n));
    Some(draft)
}

/// "[A guard] was among nine people killed": a part of those whom the clause goes on to tell of.
pub(super) fn among_number<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let be = |n: &usize| clause.verb(*n).is_some_and(|v| v.be && v.main.is_none() && !v.negated);
    let verb = clause.unit_at(trigger.tokens.first()).filter(be)?;
    let victims = clause.victims_before(clause.subject(verb)?)?;
    part(clause, trigger, verb, victims)
}

fn part<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger, unit: usize, victims: Victims) -> Option<Draft<'c, 'r>> {
    if victims.count.trust < 0.6 || victims.count.best == Some(0) {
        return None;
    }
    // The harm and the claim that it is part of are found when all claims of the sentence are known.
    let mut draft = Draft::new(clause, trigger, Harm::Affected, unit, victims);
    draft.certain = 0.88;
    Some(draft)
}
