//! Victims spoken of again: "Police arrested two men. The men were detained in Orlik", "The firefighter died on a stair".

use super::claim::{Claim, Harm, Scope, Status};
use crate::rules::Reading;

/// Claims and sentences back in which they were told of.
const BACK: usize = 8;
/// Sentences back in which those still in custody were arrested.
const HELD: usize = 16;

/// Counts "the men" as many as they were, and ties to its whole who is one of several told of before.
pub(super) fn settle(reading: &Reading<'_>, claims: &mut [Claim]) {
    for n in 1..claims.len() {
        let claim = &claims[n];
        if claim.part_of.is_some() || claim.scope != Scope::Incident || !is_told(claim) {
            continue;
        }
        let before = (n.saturating_sub(BACK)..n).rev().filter(|&m| {
            let other = &claims[m];
            let far = if matches!(claim.harm, Harm::Detained | Harm::Abducted) { HELD } else { BACK };
            let near = other.sentence < claim.sentence && other.sentence + far >= claim.sentence;
            near && other.harm == claim.harm && other.scope == claim.scope && is_told(other)
        });
        let greater = |m: &usize| claims[*m].part_of.is_none() && claims[*m].best.zip(claim.best).is_some_and(|(all, some)| all > some);
        let named_alike = |m: &usize| head(reading, &claims[*m]).zip(head(reading, claim)).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
        if is_the_many(reading, claim) {
            let whole = before.clone().find(|m| claims[*m].best.is_some_and(|best| best > 1) && named_alike(m));
            if let Some((low, best, high, qualifier)) = whole.map(|m| (claims[m].low, claims[m].best, claims[m].high, claims[m].qualifier))
            {
                let claim = &mut claims[n];
                (claim.low, claim.best, claim.high, claim.qualifier) = (low, best, high, qualifier);
            }
            continue;
        }
        let whole = match () {
            () if is_recovered(reading, claim) => before.clone().find(greater),
            () if claim.definite && claim.count.is_none() && claim.best == Some(1) => {
                before.clone().find(|m| claims[*m].member && claims[*m].best == Some(1) && named_alike(m)).and_then(|m| claims[m].part_of)
            }
            // "The four men still in custody", of six who were arrested.
            () if claim.definite && claim.count.is_some() && matches!(claim.harm, Harm::Detained | Harm::Abducted) => {
                let same = before.clone().any(|m| claims[m].best == claim.best);
                before.clone().find(greater).filter(|_| !same)
            }
            () => None,
        };
        claims[n].part_of = whole;
    }
}

fn is_told(claim: &Claim) -> bool {
    matches!(claim.status, Status::Asserted | Status::Claimed) && !claim.adds && claim.high != Some(0)
}

/// "The men", "these pupils": who are as many as were told of before.
fn is_the_many(reading: &Reading<'_>, claim: &Claim) -> bool {
    // "the editors of two papers" are told by their papers.
    let the =
        claim.victims.is_some_and(|v| v.first() > 0 && reading.is_any(v.first() - 1, &["the", "these"]) && !reading.is(v.end(), "of"));
    the && claim.count.is_none() && claim.best.is_none() && claim.low == Some(2)
}

/// "Rescuers recovered 48 bodies": some of the dead.
fn is_recovered(reading: &Reading<'_>, claim: &Claim) -> bool {
    let finds = ["recovered", "retrieved", "pulled", "found"];
    let bodies = claim.harm == Harm::Killed && claim.count.is_some_and(|count| reading.is(count.end(), "bodies"));
    let near = claim.tokens.first().saturating_sub(4)..claim.tokens.end() + 5;
    bodies && near.into_iter().any(|at| reading.is_any(at, &finds))
}

/// The last word of whom a claim is about.
fn head<'a>(reading: &'a Reading<'_>, claim: &Claim) -> Option<&'a str> {
    claim.victims.filter(|v| !v.is_empty()).map(|v| reading.word(v.end() - 1))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn victims_are_told_of_again() {
        check(&[
            ("Police arrested two men in Orlik. The men were detained in Varn.", &["detained 2/2/2", "detained 2/2/2"]),
            ("All 62 aboard were killed. By noon soldiers had recovered 48 bodies.", &["killed 62/62/62", "<killed 48/48/48"]),
            (
                "A fire killed 14 clerks and a firefighter. The firefighter died when a stair gave way.",
                &["killed 15/15/15", "<killed 14/14/14", "<killed 1/1/1", "<killed 1/1/1"],
            ),
            ("Police arrested six men. It rained. The four men still in custody were silent.", &["detained 6/6/6", "<detained 4/4/4"]),
            // Others, or more than that.
            ("Police arrested two men in Orlik. The clerks were detained in Varn.", &["detained 2/2/2", "detained 2//"]),
            ("A storm killed nine people. Rescuers recovered 48 bodies.", &["killed 9/9/9", "killed 48/48/48"]),
            ("A storm killed 62 people. In Varn, 12 people died.", &["killed 62/62/62", "killed 12/12/12"]),
        ]);
    }
}
