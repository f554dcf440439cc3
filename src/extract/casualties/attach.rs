//! Parts find the claim that they are part of, in their sentence or in those before.

use super::claim::{Claim, Harm, Scope, Status, VictimClass};
use crate::rules::Reading;

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

/// Drops the claims from `from` on of which `gone` tells, in view of all, that others tell them.
pub(super) fn drop_told(claims: &mut Vec<Claim>, from: usize, gone: impl Fn(&[Claim], &Claim) -> bool) {
    let is_gone = |claim: &Claim| gone(&claims[from..], claim);
    if !claims[from..].iter().any(is_gone) {
        return;
    }
    let gone: Vec<bool> = claims[from..].iter().map(is_gone).collect();
    keep(claims, |n, _| n < from || !gone[n - from]);
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

/// A running total: "the toll rose to 45".
const TOLL: &str = "casualty/toll";
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
    if claim.rule == NUMBER_WERE || the_number(reading, claim).is_some() {
        return Some(None);
    }
    (claim.trigger..claim.trigger + 4).filter(|_| lists).find_map(|at| match () {
        () if reading.is_any(at, &["injured", "wounded"]) => Some(Some(Harm::Injured)),
        () if reading.is_any(at, &["dead", "deceased", "killed"]) => Some(Some(Harm::Killed)),
        () if reading.is_any(at, &["victims", "victim"]) => Some(None),
        () => None,
    })
}

/// "[The three] were identified as": how many they are.
fn the_number(reading: &Reading<'_>, claim: &Claim) -> Option<u64> {
    let the = claim.trigger > 0 && reading.is(claim.trigger - 1, "the");
    let counted = (claim.rule == IDENTIFIED && the).then(|| reading.quantity(claim.trigger))??;
    counted.best.map(|n| n as u64)
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
    let number = the_number(reading, part);
    let harms = |c: &Claim| {
        number.is_none_or(|n| c.best == Some(n))
            && harm.map_or(matches!(c.harm, Harm::Killed | Harm::Injured | Harm::Casualties), |harm| harm == c.harm)
    };
    let told = |c: &Claim| matches!(c.status, Status::Asserted | Status::Claimed);
    let holds = |c: &Claim| harms(c) && told(c) && c.part_of.is_none() && c.best.zip(part.best).is_some_and(|(whole, part)| whole > part);
    let back = if part.rule == NUMBER_WERE && !dead { 2 } else { BACK };
    let mut wholes = (from.saturating_sub(BACK)..from).rev().filter(|&m| claims[m].sentence + back >= part.sentence && holds(&claims[m]));
    let nearest = wholes.next()?;
    // "The toll rose to 45. Police first said 18 had died. Nine of the dead were children."
    wholes.find(|&m| claims[m].rule == TOLL && claims[m].best >= claims[nearest].best).or(Some(nearest))
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
        // "None of them was hurt": of whom no number is told.
        let open = |c: &&Claim| c.part_of.is_none() && c.best != Some(0) && of_the_victims(reading, c);
        let Some(small) = claims.get(n).filter(open) else { continue };
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
            // "Orlik reported 90 cases" tells of them, and not in passing.
            let told = c.harm == harm && c.part_of.is_none() && matches!(c.scope, Scope::Incident) && !c.adds;
            let told = told && (!c.background || harm == Harm::Sick);
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
                // Who was counted as a part of one of them, sentences on, may be of any.
                let last = parts.get(k).map_or(0, |&last| claims[last].sentence);
                let later = |c: &&mut Claim| c.sentence > last && c.part_of.is_some_and(|of| parts[..=k].contains(&of));
                claims.iter_mut().skip(whole).take(24).filter(later).for_each(|c| c.part_of = Some(whole));
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
