//! What is in another place than the harm: who tells it, where the wounded were taken, why somebody was arrested.

use crate::extract::casualties::{Claim, Harm};
use crate::link::claims::story::is_speech;
use crate::rules::Reading;

/// Tokens before a preposition in which somebody is taken "to a hospital".
const NEAR: usize = 5;

/// Whether what stands before the preposition at `at` is told of another place: "talks held in NAME", "to a hospital in NAME".
pub(super) fn is_told_elsewhere(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let meetings = [
        "court",
        "courts",
        "prison",
        "jail",
        "talks",
        "summit",
        "conference",
        "trial",
        "custody",
        "interview",
        "hearing",
        "reporters",
        "journalists",
        "funeral",
        "funerals",
        "burial",
        "vigil",
        "mourners",
        "spokesman",
        "spokeswoman",
        "correspondent",
    ];
    let lives = [
        "born",
        "based",
        "raised",
        "educated",
        "lives",
        "lived",
        "living",
        "headquartered",
        "grew",
        "stationed",
        "studied",
        "studying",
        "enrolled",
    ];
    let held = reading.is_any(before, &["held", "hosted"]) && reading.is_any(before.saturating_sub(1), &meetings);
    let who = reading.is_any(before, &["is", "was"]) && reading.is(before.saturating_sub(1), "who");
    // "a group with an office in NAME"
    let office = reading.is_any(before, &["office", "offices"]) && reading.is(before.saturating_sub(2), "with");
    held || who || office || reading.is_any(before, &meetings) || reading.is_any(before, &lives) || is_brought(reading, at)
}

/// "taken to hospital in NAME", "fled to relatives in NAME", "a doctor at the hospital in NAME".
fn is_brought(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let first = at.saturating_sub(NEAR).max(reading.sentence(at).first());
    let led = |words: &[&str]| (first..before).any(|n| reading.is_any(n, words));
    let care = ["hospital", "hospitals", "morgue", "clinic", "clinics", "mortuary"];
    let havens = ["relatives", "shelter", "shelters", "camp", "camps", "safety", "homes", "family", "families", "friends"];
    reading.is_any(before, &care) && led(&["to", "at", "from", "in", "into"])
        || reading.is_any(before, &havens) && led(&["to", "with", "from"])
}

/// Whether the phrase at `at`, behind the claim, is of who tells it or of what another clause tells.
pub(super) fn is_of_another_clause(reading: &Reading<'_>, claim: &Claim, at: usize) -> bool {
    let between = (claim.tokens.end()..at).take(64);
    let speech = between.clone().rfind(|&n| is_speech(reading, n));
    let told = speech.is_some_and(|speech| !(speech..at).any(|n| reading.is_any(n, &["when", "after", "as", "where", "that"])));
    told || is_reason(reading, claim, at)
}

/// "arrested two in connection with the raid in NAME": where that was for which somebody was arrested.
pub(in crate::link::claims) fn is_reason(reading: &Reading<'_>, claim: &Claim, at: usize) -> bool {
    let reasons = ["connection", "suspicion", "suspected", "accused", "charges", "planning", "plotting", "charged"];
    let over = |n: usize| reading.is_any(n, &["for", "over"]) && !reading.is_any(n + 1, &["that", "this", "it"]);
    claim.harm == Harm::Detained && (claim.tokens.end()..at).take(64).any(|n| reading.is_any(n, &reasons) || over(n))
}

/// Whether the phrase at `at`, before the claim, is of who tells it: "a spokesman in NAME said that".
pub(super) fn is_of_speaker(reading: &Reading<'_>, claim: &Claim, at: usize) -> bool {
    (at..claim.tokens.first()).take(64).any(|n| is_speech(reading, n))
}
