//! Parts of a claim: "including three children", "nine of them critically", "among the dead were two guards".

use super::claim::{Claim, Harm};
use super::clause::{Clause, Victims};
use super::draft::{Draft, Trigger};
use super::units::Kind;

/// "12 people, including three children and a woman"
pub(super) fn including(clause: &Clause<'_>, trigger: &Trigger) -> Option<Claim> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let mut next = clause.unit_at(trigger.tokens.end())?;
    if clause.kind(next) == Some(Kind::Adverb) {
        next += 1;
    }
    let victims = clause.victims_after(next)?;
    part(clause, trigger, unit, victims)
}

/// "nine of them critically", "three of whom were children"
pub(super) fn of_them(clause: &Clause<'_>, trigger: &Trigger) -> Option<Claim> {
    let of = clause.unit_at(trigger.tokens.first())?;
    let unit = of.checked_sub(1).filter(|&n| clause.is_noun(n))?;
    // "three of whom died" is a claim of its own.
    let died = (of + 1..of + 5).any(|n| clause.harm_of(n).is_some());
    let count = clause.count(unit).filter(|c| c.words.is_some() && !died)?;
    part(clause, trigger, unit, Victims { count, tokens: clause.tokens(unit), first: unit })
}

fn part(clause: &Clause<'_>, trigger: &Trigger, unit: usize, victims: Victims) -> Option<Claim> {
    if victims.count.trust < 0.6 || victims.count.best == Some(0) {
        return None;
    }
    // The harm and the claim that it is part of are found when all claims of the sentence are known.
    let mut draft = Draft::new(clause, trigger, Harm::Affected, unit, victims);
    draft.certain = 0.88;
    draft.claim()
}

/// Gives the parts among a sentence's claims the harm of the claim that they belong to; drops those that belong to none.
pub(super) fn attach(claims: &mut Vec<Claim>, from: usize) {
    let wholes: Vec<usize> = (from..claims.len()).filter(|&n| !is_part(&claims[n])).collect();
    for n in from..claims.len() {
        if !is_part(&claims[n]) {
            continue;
        }
        let first = claims[n].tokens.first();
        // Right behind the victims ("villagers, including"), else behind the whole claim.
        let gap = |w: &usize| {
            let whole = &claims[*w];
            let victims = whole.victims.or(whole.count).map_or(whole.tokens.end(), |v| v.end());
            match () {
                () if victims <= first => first - victims,
                () if whole.tokens.end() <= first => first - whole.tokens.end(),
                () => usize::MAX,
            }
        };
        let whole = wholes.iter().copied().min_by_key(gap).filter(|w| gap(w) < 30);
        let Some(whole) = whole else { continue };
        let (harm, status, scope, high) = (claims[whole].harm, claims[whole].status, claims[whole].scope, claims[whole].best);
        let (agent, cause, speaker) = (claims[whole].agent, claims[whole].cause, claims[whole].speaker);
        let claim = &mut claims[n];
        if high.is_some_and(|high| claim.low.is_some_and(|low| low > high)) {
            continue;
        }
        claim.part_of = Some(whole);
        (claim.harm, claim.status, claim.scope) = (harm, status, scope);
        (claim.agent, claim.cause, claim.speaker) = (agent, cause, speaker);
    }
    // Parts of nothing claim nothing. No kept claim points at one of them, so places shift by what is dropped before.
    let lost: Vec<bool> = claims.iter().enumerate().map(|(n, claim)| n >= from && is_part(claim) && claim.part_of.is_none()).collect();
    let shift = |at: usize| at - lost.iter().take(at).skip(from).filter(|l| **l).count();
    for claim in claims.iter_mut().skip(from) {
        claim.part_of = claim.part_of.map(shift);
    }
    let mut n = 0;
    claims.retain(|_| {
        n += 1;
        !lost[n - 1]
    });
}

/// Whether a claim was made by a rule of parts.
pub(super) fn is_part(claim: &Claim) -> bool {
    claim.rule.starts_with("casualty/part")
}
