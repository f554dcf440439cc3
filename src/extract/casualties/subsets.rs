//! Parts of a claim: "including three children", "nine of them critically", "among the dead were two guards".

use super::claim::{Claim, Harm, Scope, Status, VictimClass};
use super::clause::{Clause, Victims};
use super::count::{self, Count};
use super::draft::{Draft, Trigger};
use super::kind::Kind;
use super::words;
use crate::rules::{Qualifier, Reading};

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
    if is_of_others(clause, unit) {
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
    let comma = |n: usize| if clause.kind(n) == Some(Kind::Comma) { clause.before(n) } else { Some(n) };
    let Some(whole) = clause.before(unit).and_then(comma).and_then(|n| clause.root(n, false)) else { return false };
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
        && !clause.tokens(unit + 2).iter().any(|at| clause.reading.is_any(at, &["all", "total", "condition", "hospital", "custody"]));
    let mut first = unit;
    // Back over the items before, to the colon or to whoever was harmed.
    for _ in 0..8 {
        let mark = first.checked_sub(1)?;
        let found = || part(clause, trigger, unit, Victims::one(clause.count(unit)?, clause.tokens(unit), unit));
        match clause.kind(mark)? {
            Kind::Stop if clause.says(mark, &[":"]) => return found(),
            Kind::Comma | Kind::And => {
                let harmed = |n: usize| clause.harm_of(n).is_some();
                let item = (mark.saturating_sub(7)..mark).rev().find(|&n| clause.is_bare_number(n) || harmed(n))?;
                if harmed(item) {
                    return found().filter(|_| place && clause.kind(mark) == Some(Kind::Comma));
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

fn part<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger, unit: usize, victims: Victims) -> Option<Draft<'c, 'r>> {
    if victims.count.trust < 0.6 || victims.count.best == Some(0) {
        return None;
    }
    // The harm and the claim that it is part of are found when all claims of the sentence are known.
    let mut draft = Draft::new(clause, trigger, Harm::Affected, unit, victims);
    draft.certain = 0.88;
    Some(draft)
}

/// Gives the parts among a sentence's claims the harm of the claim that they belong to; drops those that belong to none.
pub(super) fn attach(reading: &Reading<'_>, claims: &mut Vec<Claim>, from: usize) {
    if !claims.iter().skip(from).any(|claim| is_part(claim) || claim.rule == OF_THE_NUMBER) {
        return;
    }
    // "Thirty of the 45 killed"
    for n in from..claims.len().saturating_sub(1) {
        let (part, whole) = (&claims[n], &claims[n + 1]);
        if part.rule == OF_THE_NUMBER && whole.rule == OF_THE_NUMBER && part.trigger == whole.trigger {
            claims[n].part_of = Some(n + 1);
        }
    }
    let wholes: Vec<usize> = (from..claims.len()).filter(|&n| !is_part(&claims[n])).collect();
    // Of a sentence of thousands, those on either side.
    let near = |n: usize| {
        let at = wholes.partition_point(|&whole| whole < n);
        wholes[at.saturating_sub(32)..wholes.len().min(at + 32)].iter().copied()
    };
    let by_place: u64 = claims.iter().skip(from).filter(|claim| claim.rule == BY_PLACE).filter_map(|claim| claim.best).sum();
    for n in from..claims.len() {
        if !is_part(&claims[n]) {
            continue;
        }
        if claims[n].member {
            let trigger = (claims[n].trigger, claims[n].rule);
            claims[n].part_of = near(n).find(|&w| (claims[w].trigger, claims[w].rule) == trigger);
            continue;
        }
        if claims[n].rule == NUMBER_WERE
            && let Some(whole) = (from..n).find(|&m| claims[m].rule == OF_THE_NUMBER && claims[m].best > claims[n].best)
        {
            (claims[n].part_of, claims[n].harm) = (Some(whole), claims[whole].harm);
            continue;
        }
        if let Some(harm) = spoken_of(reading, &claims[n]) {
            if let Some(whole) = whole_before(reading, claims, from, n, harm) {
                (claims[n].part_of, claims[n].harm, claims[n].scope) = (Some(whole), claims[whole].harm, claims[whole].scope);
                (claims[n].agent, claims[n].cause) = (claims[whole].agent, claims[whole].cause);
            }
            if claims[n].part_of.is_some() || claims[n].rule != AMONG {
                continue;
            }
        }
        let first = claims[n].tokens.first();
        // Right behind the victims ("villagers, including"), else behind the whole claim.
        let among = claims[n].rule == AMONG_NUMBER;
        let gap = |w: &usize| {
            let whole = &claims[*w];
            if among && whole.tokens.first() > first {
                return whole.tokens.first() - first;
            }
            let victims = whole.victims.or(whole.count).map_or(whole.tokens.end(), |v| v.end());
            match () {
                () if victims <= first => first - victims,
                () if whole.tokens.end() <= first => first - whole.tokens.end(),
                () => usize::MAX,
            }
        };
        let whole = near(n).min_by_key(gap).filter(|w| gap(w) < 30);
        let Some(whole) = whole else { continue };
        let (harm, status, scope, high) = (claims[whole].harm, claims[whole].status, claims[whole].scope, claims[whole].best);
        let (agent, cause, speaker) = (claims[whole].agent, claims[whole].cause, claims[whole].speaker);
        let claim = &mut claims[n];
        if claim.rule == ELLIPTIC && !matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties) {
            continue;
        }
        if claim.rule == ELLIPTIC {
            (claim.harm, claim.scope, claim.agent, claim.cause) = (harm, scope, agent, cause);
            continue;
        }
        // "Three died in Norvik, two in Orlik": more of them, where the numbers don't add up to the first.
        if claim.rule == BY_PLACE && Some(by_place) != high {
            (claim.harm, claim.status, claim.scope, claim.agent, claim.cause, claim.speaker) = (harm, status, scope, agent, cause, speaker);
            claim.adds = true;
            continue;
        }
        if high.is_some_and(|high| claim.low.is_some_and(|low| low > high)) {
            continue;
        }
        claim.part_of = Some(whole);
        (claim.harm, claim.status, claim.scope) = (harm, status, scope);
        // "Nine were shot, five of them fatally"
        if FATAL.contains(&claim.rule) && (claim.trigger..claim.trigger + 4).any(|at| reading.is(at, "fatally")) {
            (claim.part_of, claim.harm) = (None, Harm::Killed);
        }
        (claim.agent, claim.cause, claim.speaker) = (agent, cause, speaker);
    }
    for n in from..claims.len() {
        let Some(whole) = claims[n].part_of.filter(|_| !claims[n].member) else { continue };
        let anybody = claims[whole].victim_class == VictimClass::Civilian
            && claims[whole].victims.is_none_or(|v| reading.is_any(v.end().saturating_sub(1), &["people", "persons"]));
        // "17 people, six of them civilians": the others are none.
        let others =
            claims[n].victim_class == VictimClass::Civilian && claims[n].victims.is_some_and(|v| reading.is(v.end() - 1, "civilians"));
        let arms = matches!(claims[n].victim_class, VictimClass::Combatant | VictimClass::Police | VictimClass::Attacker);
        if anybody && (others || arms) {
            claims[whole].victim_class = VictimClass::Mixed;
        }
    }
    // Parts of nothing claim nothing.
    keep(claims, |n, claim| n < from || !is_part(claim) || claim.part_of.is_some() || !(claim.member || claim.harm == Harm::Affected));
}

/// Drops the claims that are not `wanted`; a part of one that is dropped stands for itself.
pub fn keep(claims: &mut Vec<Claim>, wanted: impl Fn(usize, &Claim) -> bool) {
    let mut kept = 0;
    let places: Vec<Option<usize>> = claims
        .iter()
        .enumerate()
        .map(|(n, claim)| {
            let place = wanted(n, claim).then_some(kept);
            kept += usize::from(place.is_some());
            place
        })
        .collect();
    let mut n = 0;
    claims.retain_mut(|claim| {
        claim.part_of = claim.part_of.and_then(|whole| places.get(whole).copied().flatten());
        n += 1;
        places[n - 1].is_some()
    });
}

/// "Two were sailors"
const NUMBER_WERE: &str = "casualty/part-were";
/// "of the 12 dead"
const OF_THE_NUMBER: &str = "casualty/of-the-number";
/// "five fatally", "five of them fatally"
const FATAL: [&str; 2] = ["casualty/part-by-severity", "casualty/part-of-them"];
/// "among nine people killed"
const AMONG_NUMBER: &str = "casualty/part-among-number";
/// Takes its harm from the claim before, and is no part of it.
const ELLIPTIC: &str = "casualty/elliptic";
/// "four in the capital and five in the port"
const BY_PLACE: &str = "casualty/part-by-place";
/// "among the dead"
const AMONG: &str = "casualty/part-among";
/// "of the dead"
const OF_THE_DEAD: &str = "casualty/part-of-the-dead";
/// Names the victims of a sentence before.
const IDENTIFIED: &str = "casualty/part-identified";

/// "the dead", "the injured", "the victims": what befell those whom a list names, and nothing where it may be any harm.
fn spoken_of(reading: &Reading<'_>, claim: &Claim) -> Option<Option<Harm>> {
    let lists = matches!(claim.rule, IDENTIFIED | AMONG | OF_THE_DEAD);
    if claim.rule == NUMBER_WERE {
        return Some(None);
    }
    (claim.trigger..claim.trigger + 4).filter(|_| lists).find_map(|at| match () {
        () if reading.is_any(at, &["injured", "wounded"]) => Some(Some(Harm::Injured)),
        () if reading.is_any(at, &["dead", "deceased", "killed"]) => Some(Some(Harm::Killed)),
        () if reading.is_any(at, &["victims", "victim"]) => Some(None),
        () => None,
    })
}

/// "[A guard] was among nine people killed": a part of those whom the clause goes on to tell of.
pub(super) fn among_number<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let be = |n: &usize| clause.verb(*n).is_some_and(|v| v.be && v.main.is_none() && !v.negated);
    let verb = clause.unit_at(trigger.tokens.first()).filter(be)?;
    let victims = clause.victims_before(clause.subject(verb)?)?;
    part(clause, trigger, verb, victims)
}

/// The nearest claim of an earlier sentence that is large enough to hold claim `n`.
fn whole_before(reading: &Reading<'_>, claims: &[Claim], from: usize, n: usize, harm: Option<Harm>) -> Option<usize> {
    let part = claims.get(n)?;
    let first = reading.sentence(part.trigger).first();
    // "Of the dead, two were guards", and "Three were cooks" behind it
    let opens = part.rule == NUMBER_WERE && reading.is(first, "of") && reading.is(first + 1, "the");
    let dead = opens && reading.is_any(first + 2, &["dead", "deceased", "killed", "fatalities"]);
    let harm = if dead { Some(Harm::Killed) } else { harm };
    let goes_on = from.checked_sub(1).and_then(|m| claims.get(m)).filter(|last| part.rule == NUMBER_WERE && last.rule == NUMBER_WERE);
    if let Some(last) = goes_on.filter(|last| last.sentence + 1 == part.sentence) {
        return last.part_of.filter(|&w| claims.get(w).is_some_and(|whole| whole.best > part.best));
    }
    let harms = |c: &Claim| harm.map_or(matches!(c.harm, Harm::Killed | Harm::Injured | Harm::Casualties), |harm| harm == c.harm);
    let told = |c: &Claim| matches!(c.status, Status::Asserted | Status::Claimed);
    let holds = |c: &Claim| harms(c) && told(c) && c.part_of.is_none() && c.best.zip(part.best).is_some_and(|(whole, part)| whole > part);
    let back = if part.rule == NUMBER_WERE && !dead { 2 } else { BACK };
    (from.saturating_sub(BACK)..from).rev().find(|&m| claims[m].sentence + back >= part.sentence && holds(&claims[m]))
}

/// Whether a claim was made by a rule of parts, or one that takes its harm as they do.
fn is_part(claim: &Claim) -> bool {
    claim.member || claim.rule.starts_with("casualty/part") || claim.rule == ELLIPTIC
}

/// Claims and sentences back that victims spoken of again may have been told of.
const BACK: usize = 8;

/// "Nineteen of the victims drowned": a part of the nearest claim before that is large enough.
pub(super) fn attach_back(reading: &Reading<'_>, claims: &mut [Claim], from: usize) {
    for n in from..claims.len() {
        let Some(small) = claims.get(n).filter(|c| c.part_of.is_none() && of_the_victims(reading, c)) else { continue };
        let (harm, best, sentence) = (small.harm, small.best, small.sentence);
        let holds = |c: &Claim| c.harm == harm && c.part_of.is_none() && c.best.zip(best).is_some_and(|(whole, part)| whole > part);
        let near = (n.saturating_sub(BACK)..n).rev().filter(|&m| claims[m].sentence + BACK >= sentence);
        let whole = near.clone().find(|&m| holds(&claims[m]));
        claims[n].part_of = whole;
    }
}

/// "Two of the dead drowned and three were shot": a bare number behind a part, which the whole still holds.
pub(super) fn attach_beside(claims: &mut [Claim], from: usize) {
    for n in from.max(1)..claims.len() {
        let (before, claim) = (&claims[n - 1], &claims[n]);
        let bare = claim.part_of.is_none() && claim.count.is_some() && claim.victims.is_none() && !claim.joined;
        let Some(whole) = before.part_of.filter(|&w| w < from && bare && before.sentence == claim.sentence && before.harm == claim.harm)
        else {
            continue;
        };
        let parts: u64 = claims[from..=n].iter().filter(|c| c.part_of == Some(whole) || c.span == claim.span).filter_map(|c| c.best).sum();
        if claims.get(whole).and_then(|w| w.best).is_some_and(|all| parts <= all) {
            claims[n].part_of = Some(whole);
        }
    }
}

/// Numbers of later sentences that add up to an earlier one are its parts: "12 died ... Eight were killed in Norvik ... Four
/// in Orlik".
pub(super) fn attach_sums(claims: &mut [Claim]) {
    for whole in 0..claims.len() {
        let Some(all) = claims[whole].best.filter(|&n| n > 3 && claims[whole].part_of.is_none()) else { continue };
        let (harm, sentence) = (claims[whole].harm, claims[whole].sentence);
        let candidate = |c: &Claim| {
            let told = c.harm == harm && c.part_of.is_none() && matches!(c.scope, Scope::Incident) && !c.adds && !c.background;
            told && c.count.is_some() && c.sentence > sentence && c.sentence <= sentence + BACK && c.best.is_some_and(|n| n > 0 && n < all)
        };
        let parts: Vec<usize> = (whole + 1..claims.len().min(whole + 24)).filter(|&n| candidate(&claims[n])).take(4).collect();
        let mut sum = 0;
        for (k, &n) in parts.iter().enumerate() {
            sum += claims[n].best.unwrap_or(0);
            if sum == all && k > 0 {
                for &part in &parts[..=k] {
                    claims[part].part_of = Some(whole);
                }
                break;
            }
        }
    }
}

/// "nine of the victims", "one of those killed", "eight of whom were hospitalized", "seven in critical
/// condition"
fn of_the_victims(reading: &Reading<'_>, claim: &Claim) -> bool {
    let Some(count) = claim.count else { return false };
    let next = count.end();
    if claim.rule == "casualty/hospital"
        || claim.harm == Harm::Injured && (claim.trigger..claim.trigger + 4).any(|at| reading.is(at, "condition"))
    {
        return true;
    }
    if reading.is(next, "of") && reading.is_any(next + 1, &["whom", "them"]) {
        return true;
    }
    let victims = ["victims", "dead", "injured", "wounded", "killed", "casualties", "missing", "deaths", "fatalities", "bodies"];
    reading.is(next, "of")
        && reading.is_any(next + 1, &["the", "those", "these"])
        && (reading.is_any(next + 2, &victims) || reading.token(next + 2).is_some() && reading.is_any(next + 3, &victims))
}
