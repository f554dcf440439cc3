//! What did the harm, told once for several: "Two clerks were killed and nine were hurt when a quarrel turned into [a gun battle]".

use super::claim::{Claim, Scope, Status};
use crate::rules::Reading;

/// Tokens between two harms that "and" joins.
const JOINED: usize = 3;
/// Tokens from the last of them to what did them.
const NEAR: usize = 12;

/// Gives those among a sentence's claims that lack it the cause that stands behind the next, which is joined to them.
pub(super) fn attach(reading: &Reading<'_>, claims: &mut [Claim], from: usize) {
    for n in (from..claims.len().saturating_sub(1)).rev() {
        let (claim, next) = (&claims[n], &claims[n + 1]);
        let near = next.tokens.end()..next.tokens.end() + NEAR;
        let Some(cause) = next.cause.filter(|cause| near.contains(&cause.first())) else { continue };
        let (end, first) = (claim.tokens.end(), next.tokens.first());
        let and = end < first && first - end <= JOINED && (end..first).any(|at| reading.is(at, "and"));
        let told = |claim: &Claim| {
            let sum = claim.scope == Scope::Cumulative || claim.part_of.is_some() || claim.background;
            matches!(claim.status, Status::Asserted | Status::Claimed) && claim.high != Some(0) && !sum
        };
        if and && claim.cause.is_none() && claim.agent == next.agent && claim.scope == next.scope && told(claim) && told(next) {
            claims[n].cause = Some(cause);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn a_cause_behind_is_of_both() {
        let extractors = Extractors::new().unwrap();
        for (text, want) in [
            (
                "Two clerks were killed and nine bakers were hurt when a quarrel at a petrol station turned into a gun battle.",
                "a gun battle",
            ),
            // Nobody's, or others'.
            ("Nobody was killed and nine bakers were hurt when a quarrel at a petrol station turned into a gun battle.", "-"),
            ("Two clerks were killed. Nine bakers were hurt when a quarrel at a petrol station turned into a gun battle.", "-"),
        ] {
            let document = Document::new(text.to_owned());
            let mut reading = extractors.read(&document);
            let claims = extractors.extract(&mut reading, None).claims;
            assert_eq!(claims[0].cause.map_or("-", |cause| document.words(cause)), want, "{text}");
        }
    }
}
