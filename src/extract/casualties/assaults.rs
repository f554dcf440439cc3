//! Who did it, where another clause of the harm's own sentence tells the attack: "[Gunmen] stormed a mill, set fire to looms and
//! left nine dead", "[The army] said it had struck a depot and that nine died", "an ambush blamed on [the Front]".

use super::beside::LONGEST;
use super::claim::{Claim, VictimClass};
use super::clause::Clause;
use super::culprits::{actor, is_among, is_armed, is_assault, is_deed, somebody};
use super::doers::attacks;
use super::kind::{Form, Kind};
use super::sources::in_front;
use crate::rules::Reading;
use crate::text::TokenRange;

/// Units before and behind a harm in which the attack is sought.
const BEFORE: usize = 30;
const BEHIND: usize = 16;
/// Units of a clause from its verb to what it is done to.
const NEAR: usize = 6;

/// What the armed do and others may, in a sense that hurts nobody.
const OPEN: [&str; 17] = [
    "attacked",
    "hit",
    "struck",
    "targeted",
    "fired",
    "raided",
    "pounded",
    "assaulted",
    "invaded",
    "entered",
    "rampaged",
    "looted",
    "blew",
    "burned",
    "torched",
    "swooped",
    "descended",
];
/// What ends an attack, and finds what others did.
const FINDS: [&str; 10] =
    ["found", "discovered", "recovered", "rescued", "repelled", "foiled", "freed", "freeing", "rescuing", "uncovered"];

/// Who attacked, as another clause of the claim's sentence tells it.
/// `others`: the claims of that sentence so far.
pub(super) fn told(clause: &Clause<'_>, claim: &Claim, others: &[Claim]) -> Option<TokenRange> {
    let open = claim.agent.is_none() && is_deed(claim) && !claim.background;
    let nature = |cause| !is_assault(clause.reading, clause.words, cause) && !is_wielded(clause, cause);
    let unit = clause.unit_at(claim.trigger).filter(|_| open && claim.cause.is_none_or(|cause| !nature(cause)))?;
    let apart = |at: usize| clause.reading.is_any(at, &["separate", "separately", "elsewhere", "himself", "herself", "themselves"]);
    if clause.sentence.iter().take(LONGEST).any(apart) {
        return None;
    }
    let first = unit.saturating_sub(BEFORE);
    let end = clause.units.len().min(unit + BEHIND);
    // "A pilot was burned alive and a nurse died": who was harmed did no harm.
    let harmed = |who: &TokenRange| {
        let other = |other: &Claim| other.victims.is_some_and(|victims| victims.overlaps(*who));
        others.iter().rev().take(8).any(|claim| other(claim) && claim.victim_class != VictimClass::Attacker)
    };
    let other = |who: &TokenRange| !is_among(clause.reading, *who, claim) && !who.overlaps(claim.tokens) && !harmed(who);
    // "Norland's raids were brutal, killing hundreds as rebels attacked a town": who killed is told before.
    let active = claim.rule == "casualty/active" && claim.cause.is_none_or(|cause| cause.first() > claim.trigger);
    let before = (first..unit).rev().filter(|&n| leads_to(clause, n, unit)).find_map(|n| attacker(clause, n));
    let behind = || (unit + 1..end).filter(|&n| !active && leads_back(clause, n, unit)).find_map(|n| attacker(clause, n));
    before.or_else(behind).filter(other).or_else(|| (first..end).find_map(|n| blamed(clause, n)).filter(other))
}

/// "drove [a van]", "a bomb laid by": what does harm in somebody's hands.
fn is_wielded(clause: &Clause<'_>, cause: TokenRange) -> bool {
    let unit = clause.unit_at(cause.first());
    let left = unit.and_then(|n| clause.before(n)).and_then(|n| clause.verb(n)?.main);
    let wielded = left.is_some_and(|main| clause.reading.phrase(main, clause.words.wield).is_some());
    wielded || clause.reading.is_any(cause.end() - 1, &["bullets", "ammunition", "bullet", "rounds", "grenade", "grenades", "vest"])
}

/// Whether the harm at `unit` is what the attack at `n` before it led to: no other clause begins between them.
fn leads_to(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    let between = || n + 1..unit;
    let finds = |m: usize| clause.verb(m).and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &FINDS));
    // "in an assault [that] left nine dead"
    let of_attack = |m: usize| {
        let left = clause.before(m).and_then(|b| clause.past_comma(b));
        // "one of six bombings that killed 269": the others did, too.
        let one_of = left.is_some_and(|b| clause.says(b.saturating_sub(1), &["of"]) && clause.says(b.saturating_sub(2), &["one"]));
        let left = left.map(|b| clause.tokens(clause.antecedent(b).unwrap_or(b))).filter(|_| !one_of);
        left.is_some_and(|tokens| !tokens.is_empty() && is_assault(clause.reading, clause.words, tokens))
    };
    let turns = |m: usize| match clause.kind(m) {
        // "said it had struck a depot and that nine died"
        _ if clause.says(m, &["that"]) && clause.kind(m - 1) == Some(Kind::And) => false,
        Some(Kind::But) => true,
        Some(Kind::Stop) => !clause.says(m, &[";"]),
        Some(Kind::Relative) => !of_attack(m),
        Some(Kind::Subordinate) => !(clause.says(m, &["in which", "in"]) && of_attack(m)) && opens_clause(clause, m, unit),
        _ => finds(m),
    };
    // "who attacked a base said", "once they attacked"
    let aside = clause.before(n).is_some_and(|b| clause.kind(b) == Some(Kind::Relative))
        || (n.saturating_sub(NEAR)..n).any(|m| clause.kind(m) == Some(Kind::Subordinate) && !clause.says(m, &["after", "when", "as"]));
    clause.verb(n).is_some() && !aside && !between().any(turns)
}

/// Whether a verb follows what opens a clause at `m`: "after a blast killed", but "before dawn and killed".
fn opens_clause(clause: &Clause<'_>, m: usize, unit: usize) -> bool {
    let part = |n: &usize| !matches!(clause.kind(*n), Some(Kind::Comma | Kind::And | Kind::Stop));
    (m + 1..=unit).take_while(part).any(|n| clause.verb(n).is_some() || n == unit)
}

/// "nine died [when] gunmen stormed", "were killed, as troops fired": behind the harm.
fn leads_back(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    let opens = |m: usize| clause.kind(m) == Some(Kind::Subordinate) && clause.says(m, &["when", "after", "as", "while"]);
    let stops = |m: usize| matches!(clause.kind(m), Some(Kind::Stop | Kind::But));
    clause.verb(n).is_some() && (unit + 1..n).any(opens) && !(unit + 1..n).any(stops)
}

/// Who attacks by the verb at `unit`.
fn attacker(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let verb = clause.verb(unit).filter(|v| !v.negated && !v.modal && !v.to && (!v.be || v.form == Some(Form::Ing)))?;
    let main = verb.main?;
    let reading = clause.reading;
    let wielded = wields(clause, unit, main);
    if !wielded && reading.is_any(main + 1, &["back", "off", "out", "down", "upon"]) {
        return None;
    }
    let who = attack_subject(clause, unit, main)?;
    // "Russia struck a depot", "The ministry said it had struck a depot"
    let own = clause.before(unit).is_some_and(|n| clause.says(n, &["it", "they"]));
    let state = own || reading.phrase_named(who.first(), "country").is_some_and(|phrase| phrase.tokens == who);
    let open = !state && (is_open(reading, main) || wielded);
    (!open || is_armed(clause, who) || reading.is_any(who.first(), &["a", "an", "two", "three"]) && is_person(clause, who)).then_some(who)
}

fn attack_subject(clause: &Clause<'_>, unit: usize, main: usize) -> Option<TokenRange> {
    let attack = attacks(clause, main) || is_open(clause.reading, main) || wields(clause, unit, main);
    if !attack || hits_trap(clause, unit) {
        return None;
    }
    // "The army said it had struck a depot"
    let own = clause.before(unit).filter(|&n| clause.says(n, &["it", "they"]) && clause.tokens(n).len() == 1);
    let says = own.and_then(|n| (n.saturating_sub(4)..n).rev().find(|&m| clause.is_speech(m)));
    if own.is_some() {
        return in_front(clause, says?);
    }
    actor(clause, unit).or_else(|| past_aside(clause, unit))
}

/// "[a gunman], identified as Dana Karel, opened fire"
fn past_aside(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let comma = |n: &usize| clause.kind(*n) == Some(Kind::Comma);
    let close = clause.before(unit).filter(comma)?;
    let open = (close.saturating_sub(NEAR)..close).rev().find(comma)?;
    somebody(clause, clause.before(open)?)
}

/// Whether the verb may also tell what hurts nobody: "attacked", "hit".
pub(super) fn is_open(reading: &Reading<'_>, main: usize) -> bool {
    reading.is_any(main, &OPEN)
}

/// "Soldiers hit a mine": what others laid.
fn hits_trap(clause: &Clause<'_>, unit: usize) -> bool {
    let object = clause.tokens(unit + 1);
    clause.is_noun(unit + 1)
        && clause.reading.is_any(
            object.end() - 1,
            &["mine", "landmine", "mines", "bomb", "device", "ied", "explosive", "tree", "wall", "car", "rock", "reef", "pole"],
        )
        && clause.verb(unit).and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &["hit", "struck"]))
}

/// "carried out air strikes", "drove a van into", "hurled grenades", "fired live rounds": somebody's hand in what harms.
fn wields(clause: &Clause<'_>, unit: usize, main: usize) -> bool {
    let reading = clause.reading;
    let endured = ["suffered", "survived", "crashed", "exploded", "used", "using", "steered"];
    let Some(verb) = reading.phrase(main, clause.words.wield).filter(|_| !reading.is_any(main, &endured)) else { return false };
    let arms = ["bullets", "ammunition", "rounds", "grenade", "grenades", "shots", "vest", "van", "truck", "car", "lorry", "vehicle"];
    (unit + 1..unit + NEAR).take_while(|&n| !matches!(clause.kind(n), Some(Kind::Stop | Kind::Verb(_)) | None)).any(|n| {
        let tokens = clause.tokens(n);
        let last = tokens.end().saturating_sub(1);
        tokens.first() >= verb.tokens.end().saturating_sub(1)
            && clause.is_noun(n)
            && (is_assault(reading, clause.words, tokens) || reading.is_any(last, &arms))
    })
}

fn is_person(clause: &Clause<'_>, tokens: TokenRange) -> bool {
    tokens.iter().any(|at| clause.reading.phrase(at, clause.words.person).is_some())
}

/// "an ambush blamed on [the Front]", "a raid that police blamed on [rustlers]", "which was claimed by [the Front]"
fn blamed(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let main = clause.verb(unit).filter(|v| !v.negated && !v.modal)?.main?;
    let lead = match () {
        () if clause.reading.is_any(main, &["blamed", "pinned"]) => "on",
        () if clause.reading.is_any(main, &["attributed"]) => "to",
        () if clause.reading.is_any(main, &["claimed"]) => "by",
        () => return None,
    };
    let next = clause.after(unit).filter(|&n| clause.says(n, &[lead]))?;
    somebody(clause, next + 1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::doer;
    use crate::extract::Extractors;

    #[test]
    fn another_clause_tells_who_attacked() {
        let extractors = Extractors::new().unwrap();
        for (text, who) in [
            ("Gunmen stormed a village, set fire to looms and left nine people dead.", "Gunmen"),
            ("Militants entered the town before dawn and went from house to house; nine people were killed.", "Militants"),
            ("Rebels on motorcycles raided a market, looted shops and left nine traders dead.", "Rebels"),
            ("The army said it had struck a depot and that nine rebels were killed.", "The army"),
            ("Russia said it struck a camp, killing nine fighters.", "Russia"),
            ("Two clerks were killed and six were hurt when a man drove a van into a queue.", "a man"),
            ("The coalition carried out air strikes that killed nine clerks.", "The coalition"),
            ("Nine clerks were killed in an ambush blamed on the Norvik Front.", "the Norvik Front"),
            ("Nine clerks died in a raid that police blamed on rustlers.", "rustlers"),
            ("Nine clerks were killed in a bombing, which was claimed by the Norvik Front.", "the Norvik Front"),
            ("Nine clerks were killed by a mine planted by rebels.", "rebels"),
            ("Nine troopers died in a gun battle with bandits.", "bandits"),
            ("The security forces' raid killed nine clerks.", "The security forces"),
            ("Russia's shelling of a market killed nine clerks.", "Russia"),
            ("A cook was beaten to death, allegedly by guards.", "guards"),
            // What is another matter, or nobody's deed.
            ("The town saw a guard burned alive and the nurse Dana Karel dying.", "-"),
            ("Nine died when a bomber targeted a church, one of six bombings that killed 90 people.", "-"),
            ("Norland's raids were brutal, killing 90 clerks as rebels staged attacks in a town.", "-"),
            ("Police raided a house and found two men dead.", "-"),
            ("Soldiers stormed the hotel, ending a siege in which nine guests died.", "-"),
            ("Marchers attacked a post after two clerks were shot dead.", "-"),
            ("Militants attacked a base and six militants were killed.", "-"),
            ("Soldiers hit a landmine and two of them died.", "-"),
            ("A lorry hit a bus, killing nine people.", "-"),
            ("He struck a deal with the union, but two clerks died.", "-"),
            ("Nine clerks were killed in a U.S. shooting.", "-"),
            ("Nine people were killed in fighting between the army and rebels.", "-"),
        ] {
            assert_eq!(doer(&extractors, text), who, "{text}");
        }
    }
}
