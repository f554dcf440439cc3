//! What is in another place than the harm: who tells it, where the wounded were taken, why somebody was arrested.

use crate::extract::casualties::{Claim, Harm};
use crate::link::claims::story::is_speech;
use crate::rules::Reading;
use crate::text::Case;

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
        "served",
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
    // "hundreds mourned in NAME", "one of the poorest countries in NAME", "his force was felt in NAME"
    let rites = ["mourned", "prayed", "buried", "welcomed", "condemned", "celebrated"];
    let wide = reading.is_any(before, &rites) || reading.is_any(before, &["countries", "nations", "felt"]);
    held || who
        || office
        || wide
        || is_origin(reading, at)
        || reading.is_any(before, &meetings)
        || reading.is_any(before, &lives)
        || is_brought(reading, at)
}

/// "a baker of 75, from Orlik in NAME", "from Orlik, south NAME": the home of whoever was harmed.
fn is_origin(reading: &Reading<'_>, at: usize) -> bool {
    let first = at.saturating_sub(NEAR).max(reading.sentence(at).first());
    let capital = |n: usize| reading.token(n).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper));
    let home = |from: usize| from + 1 < at && (from + 1..at).all(|n| capital(n) || n + 1 == at && reading.is(n, ","));
    (first..at).rev().find(|&n| reading.is(n, "from")).is_some_and(home)
}

/// "taken to hospital in NAME", "fled to relatives in NAME", "a doctor at the hospital in NAME".
fn is_brought(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    let first = at.saturating_sub(NEAR).max(reading.sentence(at).first());
    let seized = ["abducted", "kidnapped", "seized", "snatched", "freed"];
    let led = |words: &[&str]| (first..before).any(|n| reading.is_any(n, words) && !(n > 0 && reading.is_any(n - 1, &seized)));
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
    // "killed nine in retaliation for raids in NAME", "92 deaths, 49 of them in NAME"
    let answers = ["retaliation", "response", "reaction", "revenge", "reprisal", "retribution"];
    let answered = between.clone().any(|n| reading.is_any(n, &answers) && reading.is_any(n + 1, &["for", "to"]));
    let part = between.clone().any(|n| reading.is(n, "of") && reading.is_any(n + 1, &["them", "whom"]));
    told || answered || part || is_reason(reading, claim, at)
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
