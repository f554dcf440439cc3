//! What of the past a claim tells: an event before the article's, a sum over a time, what was added since.

use super::story::goes_on_to_now;
use super::when::LEAD;
use super::{LinkedClaim, TOLL, around};
use crate::extract::casualties::{Claim, Harm, Scope, Status};
use crate::rules::Reading;
use crate::text::TokenRange;

/// From this number on, who "are displaced" were driven out by more than one event.
const MANY: u64 = 1000;
/// Tokens before a claim in which "has reported" may stand.
const FAR: usize = 40;

/// Gives a claim the scope that what was told before it makes certain. `last`: the claim before; `before`: the same, where it is of
/// the sentence before, in the same paragraph, and this one has no date of its own.
pub(super) fn settle(
    reading: &Reading<'_>,
    claim: &mut Claim,
    (last, before): (Option<&LinkedClaim>, Option<&LinkedClaim>),
    whole: Option<&LinkedClaim>,
    told: &[Harm],
    own: Option<usize>,
) {
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
    if claim.scope == Scope::Incident && own.is_none() && is_of_many(reading, claim) {
        let past = reading.word(claim.trigger).ends_with('d') && !has(reading, claim);
        claim.scope = if past { Scope::Historical } else { Scope::Cumulative };
    }
    if claim.scope == Scope::Incident && own.is_none() && is_general(reading, claim) {
        claim.scope = Scope::Cumulative;
    }
    let sum = last.is_some_and(|last| last.claim.scope == Scope::Cumulative && last.claim.sentence + 2 >= claim.sentence);
    if claim.scope == Scope::Incident && sum && is_reported(reading, claim) {
        claim.scope = Scope::Cumulative;
    }
    if claim.scope == Scope::Increment && !is_rise(reading, claim, told) {
        claim.scope = Scope::Incident;
    }
}

/// "Orlik has reported 90 cases and nine deaths, Varn 60": the parts of a sum that was told before.
fn is_reported(reading: &Reading<'_>, claim: &Claim) -> bool {
    let first = reading.sentence(claim.trigger).first().max(claim.trigger.saturating_sub(FAR));
    let reports = ["reported", "recorded", "registered", "confirmed", "seen", "counted"];
    // "Orlik is the worst hit, with 90 cases"
    let worst = |at: usize| reading.is_any(at, &["worst", "hardest"]) && reading.is_any(at + 1, &["affected", "hit"]);
    let has = |at: usize| reading.is_any(at, &["has", "have"]) && reading.is_any(at + 1, &reports);
    claim.count.is_some() && (first..claim.trigger).any(|at| has(at) || worst(at))
}

/// "The war killed 60,000 people", "Land mines have killed farmers": what many events did.
fn is_of_many(reading: &Reading<'_>, claim: &Claim) -> bool {
    let wars = ["war", "wars", "genocide", "insurgency", "holocaust"];
    let head = |cause: TokenRange| cause.iter().find(|&at| at > cause.first() && reading.is(at, "of")).unwrap_or(cause.end()) - 1;
    let killed = matches!(claim.harm, Harm::Killed | Harm::Injured | Harm::Casualties) && !reading.word(claim.trigger).ends_with('s');
    let told = matches!(claim.status, Status::Asserted | Status::Claimed);
    let war = claim.best.is_some_and(|n| n >= MANY) && claim.cause.is_some_and(|cause| reading.is_any(head(cause), &wars));
    let kind =
        |cause: TokenRange| !reading.is_any(cause.first(), &["a", "an", "the", "this", "that"]) && reading.word(head(cause)).ends_with('s');
    let weapons = claim.best.is_none() && claim.count.is_none() && claim.cause.is_some_and(kind) && has(reading, claim);
    killed && told && (war || weapons)
}

/// "[Civilians have been killed] by the other side as well": nobody knows how many, on no one day; behind a lead, of no one event.
fn is_general(reading: &Reading<'_>, claim: &Claim) -> bool {
    let told = matches!(claim.status, Status::Asserted | Status::Claimed) && claim.harm == Harm::Killed && !claim.definite;
    let many = claim.best.is_none() && claim.count.is_none() && claim.high.is_none() && claim.sentence > LEAD && !claim.background;
    let bare = || claim.victims.is_some_and(|v| v.len() <= 2 && claim.tokens.first() == v.first());
    let been = || reading.is(claim.trigger.wrapping_sub(1), "been") && reading.is(claim.trigger.wrapping_sub(2), "have");
    told && many && claim.cause.is_none() && bare() && been()
}

/// "have killed", "has led to"
fn has(reading: &Reading<'_>, claim: &Claim) -> bool {
    let first = claim.tokens.first().min(claim.trigger).saturating_sub(4).max(reading.sentence(claim.trigger).first());
    (first..claim.trigger).rev().take(12).any(|at| reading.is_any(at, &["has", "have"]))
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
