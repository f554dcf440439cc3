//! What of the past a claim tells: an event before the article's, a sum over a time, what was added since.

use super::story::goes_on_to_now;
use super::{LinkedClaim, TOLL, around};
use crate::extract::casualties::{Claim, Harm, Scope};
use crate::rules::Reading;

/// From this number on, who "are displaced" were driven out by more than one event.
const MANY: u64 = 1000;

/// Gives a claim the scope that what was told before it makes certain. `before`: the claim of the sentence before, in the same
/// paragraph, where this one has no date of its own.
pub(super) fn settle(reading: &Reading<'_>, claim: &mut Claim, before: Option<&LinkedClaim>, whole: Option<&LinkedClaim>, told: &[Harm]) {
    let perfect = goes_on_to_now(reading, claim);
    match (claim.scope, before.map(|before| before.claim.scope)) {
        (Scope::Incident, Some(Scope::Historical)) if !perfect => claim.scope = Scope::Historical,
        (Scope::Incident, Some(Scope::Cumulative)) if perfect && before.is_some_and(|b| b.claim.rule != TOLL) => {
            claim.scope = Scope::Cumulative;
        }
        _ => {}
    }
    if claim.scope == Scope::Incident && whole.is_some_and(|whole| whole.claim.scope == Scope::Historical) {
        claim.scope = Scope::Historical;
    }
    // "have been missing since the stampede"
    if claim.scope == Scope::Cumulative && claim.harm == Harm::Missing && reading.is(claim.tokens.end(), "since") {
        claim.scope = Scope::Incident;
    }
    if claim.scope == Scope::Incident && is_standing(reading, claim) {
        claim.scope = Scope::Cumulative;
    }
    if claim.scope == Scope::Increment && !is_rise(reading, claim, told) {
        claim.scope = Scope::Incident;
    }
}

/// "About 600,000 people are displaced"
fn is_standing(reading: &Reading<'_>, claim: &Claim) -> bool {
    let many = claim.best.is_some_and(|n| n >= MANY);
    let now = claim.trigger > 0 && reading.is_any(claim.trigger - 1, &["are", "remain"]);
    claim.harm == Harm::Displaced && many && now
}

/// "two more bodies were found", "raising the toll": what is added to a number of the same harm, or to one that the article
/// leaves out; "another" alone adds nothing.
fn is_rise(reading: &Reading<'_>, claim: &Claim, told: &[Harm]) -> bool {
    let sum = ["bringing", "raising", "brings", "brought", "raised", "taking", "toll", "tally", "rose", "risen", "total"];
    let found = ["found", "recovered", "pulled", "discovered", "retrieved", "died", "succumbed", "bodies", "overnight"];
    let near = around(reading, claim, 12);
    let cue = |words: &[&str]| near.iter().any(|at| reading.is_any(at, words));
    let more = claim.tokens.iter().take(32).any(|at| reading.is_any(at, &["more", "further", "additional"]));
    cue(&sum) || told.is_empty() && more || told.contains(&claim.harm) && (more || cue(&found))
}
