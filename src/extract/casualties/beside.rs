//! What the sentences beside a claim have to do with it: whether they tell of the same event.

use super::claim::Claim;
use crate::rules::{Reading, ValueKind};
use crate::text::TokenRange;

/// The most tokens of these sentences that are looked at.
pub(super) const LONGEST: usize = 60;
/// The rule of harm told by a noun, which speaks of something known.
pub(super) const EVENT: &str = "casualty/event";

/// Whether a sentence tells of another event than the one before it: "Separately", "In another attack", each with its day, one with
/// a year or a place of its own, or that looks back.
pub(super) fn is_elsewhere(reading: &Reading<'_>, sentence: usize, before: usize) -> bool {
    let (Some(here), Some(before)) = (tokens_of(reading, sentence), tokens_of(reading, before)) else { return true };
    let dated = |tokens: TokenRange| tokens.iter().any(|at| reading.value_of(at, ValueKind::Date).is_some());
    let other = ["separately", "elsewhere", "separate", "earlier", "previous", "previously", "last", "since", "in", "meanwhile"];
    let opens = here.iter().take(5).any(|at| reading.is_any(at, &other));
    // What goes on with an earlier event has its year in the sentence before alone.
    let looks_back =
        here.iter().any(|at| is_look_back(reading, at)) || before.iter().any(|at| reading.is_any(at, &["anniversary", "similar"]));
    opens || looks_back || dated(here) && dated(before) || is_placed_apart(reading, here, before)
}

/// "in 2015", "two years ago", "the anniversary", "another attack", "a similar case": what speaks of other events.
pub(super) fn is_look_back(reading: &Reading<'_>, at: usize) -> bool {
    // "each side blamed the other" looks at nothing else.
    let alone = || reading.is_any(at + 1, &[".", ",", ";", "'s", "’s"]);
    let another = reading.is_any(at, &["another", "other"]) && !reading.is_in_number(at + 1) && !reading.is_in_number(at) && !alone();
    let word = reading.word(at);
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && reading.value_of(at, ValueKind::Date).is_some();
    another || year || reading.is_any(at, &["ago", "anniversary", "similar", "since"])
}

/// "in Norvik" of a sentence, where the one before speaks of Orlik alone.
pub(super) fn is_placed_apart(reading: &Reading<'_>, here: TokenRange, before: TokenRange) -> bool {
    let name = |at: usize| reading.value_of(at, ValueKind::Actor).is_some() && !reading.is_in_person(at);
    let placed = |at: &usize| reading.is_any(at.saturating_sub(1), &["in", "near", "outside", "at"]) && name(*at);
    let known = |at: usize| before.iter().any(|there| reading.is(there, reading.word(at)));
    here.iter().skip(1).filter(placed).any(|at| !known(at)) && before.iter().skip(1).any(|at| placed(&at))
}

/// The first tokens of a sentence.
pub(super) fn tokens_of(reading: &Reading<'_>, sentence: usize) -> Option<TokenRange> {
    let tokens = reading.document().sentences().get(sentence)?.tokens;
    Some(TokenRange::new(tokens.first(), tokens.end().min(tokens.first() + LONGEST)))
}

/// "was charged with killing 13", "was wounded and charged": what a court tells of may be another event than the one told before.
pub(super) fn is_tried(reading: &Reading<'_>, claim: &Claim) -> bool {
    let courts = ["charged", "convicted", "sentenced", "indicted", "jailed", "pleaded", "arraigned"];
    tokens_of(reading, claim.sentence).is_some_and(|here| here.iter().any(|at| reading.is_any(at, &courts)))
}

/// "He was killed", "killed herself": whose doer the attacker of another sentence is not.
pub(super) fn is_own(reading: &Reading<'_>, claim: &Claim) -> bool {
    let himself = ["himself", "herself", "themselves", "itself"];
    let pronoun = |victims: TokenRange| victims.len() == 1 && reading.is_any(victims.first(), &["he", "she", "they", "him", "them"]);
    claim.victims.is_some_and(pronoun) || claim.tokens.iter().take(LONGEST).any(|at| reading.is_any(at, &himself))
}
