//! One who was shot and is told dead later is one of the dead, and not of the hurt.
//!
//! "A clerk fell after being shot. Dana Karel, the clerk, died at the scene": that he was shot is how he died.

use super::claim::{Claim, Harm, Status};
use super::words::Words;
use crate::rules::Reading;
use crate::text::{Case, TokenRange};

/// Sentences and claims behind the shot in which "the clerk" is told dead.
const BEHIND: usize = 6;
/// Claims to either side in which a death is told by name.
const NEAR: usize = 24;
/// What may kill, and says nothing of whether it did.
const BLOWS: [&str; 12] =
    ["shot", "stabbed", "beaten", "knifed", "clubbed", "burned", "burnt", "attacked", "shooting", "stabbing", "hit", "struck"];

/// Drops the claims of those hurt whom other claims tell dead, and gives their deaths what they knew of who did it, and how.
pub(super) fn settle(reading: &Reading<'_>, words: &Words, claims: &mut Vec<Claim>) {
    let mut dead = vec![false; claims.len()];
    for n in 0..claims.len() {
        if !is_blow(reading, &claims[n]) {
            continue;
        }
        let behind = n + 1..claims.len().min(n + NEAR);
        let before = (n.saturating_sub(NEAR)..n).rev();
        let Some(death) = behind.chain(before).find(|&m| dies(reading, words, &claims[n], &claims[m])) else { continue };
        if !claims[death].joined {
            let agent = claims[n].agent;
            // "shot", and not what merely stood near
            let cause = claims[n].cause.filter(|cause| cause.holds(claims[n].trigger));
            claims[death].agent = claims[death].agent.or(agent);
            claims[death].cause = claims[death].cause.or(cause);
        }
        dead[n] = true;
    }
    if dead.contains(&true) {
        super::keep(claims, |n, _| !dead[n]);
    }
}

fn is_blow(reading: &Reading<'_>, claim: &Claim) -> bool {
    let blow = claim.tokens.iter().any(|at| at >= claim.trigger && at < claim.trigger + 3 && reading.is_any(at, &BLOWS));
    claim.harm == Harm::Injured && is_told_of_one(claim) && claim.part_of.is_none() && blow
}

fn is_told_of_one(claim: &Claim) -> bool {
    claim.best == Some(1) && claim.count.is_none() && matches!(claim.status, Status::Asserted | Status::Claimed)
}

/// Whether the one who was hurt is the one who is told dead: by his surname, or as "the clerk".
fn dies(reading: &Reading<'_>, words: &Words, hurt: &Claim, death: &Claim) -> bool {
    let told = matches!(death.status, Status::Asserted | Status::Claimed) && death.scope == hurt.scope && death.sentence != hurt.sentence;
    if death.harm != Harm::Killed || death.adds || !told || !death.joined && death.best != Some(1) {
        return false;
    }
    let (Some(who), Some(dead)) = (hurt.victims.and_then(last), death.victims.and_then(last)) else { return false };
    let same = reading.word(who).eq_ignore_ascii_case(reading.word(dead));
    let name = |at: usize| reading.token(at).is_some_and(|t| t.case == Case::Capital) && reading.phrase(at, words.person).is_none();
    // Of a family, the given names differ: "Dana Karel", "Rik Karel".
    let given = |at: usize| at.checked_sub(1).filter(|&at| name(at)).map(|at| reading.word(at));
    let others = given(who).zip(given(dead)).is_some_and(|(a, b)| a != b);
    let named = name(who) && name(dead) && !others;
    let behind = death.sentence > hurt.sentence && death.sentence <= hurt.sentence + BEHIND;
    same && (named || death.definite && behind)
}

fn last(tokens: TokenRange) -> Option<usize> {
    tokens.end().checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_shot_who_die_are_dead() {
        check(&[
            ("A film shows Rik Lund falling after being shot. Lund, 19, died at the scene.", &["killed 1/1/1"]),
            ("Police said a clerk was found shot in Norvik. The clerk was pronounced dead.", &["killed 1/1/1"]),
            ("Rik Lund was shot on Monday. Lund was killed along with a clerk.", &["killed 2/2/2", "<killed 1/1/1"]),
            ("Rik Lund was killed on Monday. Lund, a cook, was shot at a mill.", &["killed 1/1/1"]),
            // Others, or another time.
            ("Last year Rik Lund was shot. On Monday Lund was killed.", &["injured 1/1/1 historical", "killed 1/1/1"]),
            ("Rik Lund was shot in Norvik. A clerk was killed.", &["injured 1/1/1", "killed 1/1/1"]),
            ("Rik Lund was shot in Norvik. His son Odo Lund was killed.", &["injured 1/1/1", "killed 1/1/1"]),
            ("A clerk was shot in Norvik. A clerk was killed in Orlik.", &["injured 1/1/1", "killed 1/1/1"]),
            ("A clerk was wounded in Norvik. The clerk died on Monday.", &["injured 1/1/1", "killed 1/1/1"]),
        ]);
    }
}
