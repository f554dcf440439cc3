//! Sentences that tell the article's event and no harm: "A fire broke out at a mill in NAME", "The crash happened on Sunday".

mod words;

use super::story::is_speech;
use crate::extract::casualties::Claim;
use crate::rules::{Phrase, Reading, ValueKind};
use crate::text::{TokenKind, TokenRange};
use words::{AIMS, ANOTHER, HAPPENED, LED, OTHERS, UNTOLD};

/// Sentences at the start of an article in which any event is its own.
const LEAD: usize = 3;
/// Sentences in which "the crash" is still that of the lead.
const REACH: usize = 12;
/// Tokens of a sentence that are looked at, at the most.
const LONGEST: usize = 48;
/// Tokens before an event that say how it is known.
const NEAR: usize = 6;
/// Tokens before an event that may tell it from another: "a separate shooting".
const OTHER: usize = 3;
/// Tokens around a claim that may tell it from the article's event.
const AROUND: usize = 10;
/// Tokens between what happened and the verb that says so: "the collision, between two lorries, occurred".
const APART: usize = 12;

/// An event that a sentence tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// The number of the sentence.
    pub sentence: usize,
    /// Its words from the event on.
    pub after: TokenRange,
    /// Its words before the event.
    pub before: TokenRange,
    /// Whether the sentence says that it happened, and not only "after a crash in NAME".
    pub happened: bool,
}

/// The sentences at the head of an article that tell its event.
pub(super) fn told<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = Told> + 'a {
    let sentences = reading.document().sentences();
    sentences.iter().take(REACH).enumerate().filter_map(|(n, sentence)| of_sentence(reading, n, sentence.tokens))
}

fn of_sentence(reading: &Reading<'_>, n: usize, sentence: TokenRange) -> Option<Told> {
    let end = sentence.end().min(sentence.first() + LONGEST);
    let first = sentence.first();
    let happened = |at: usize| is_deed(reading, n, at) || is_event(reading, n, first, at);
    let at = (first..end).find(|&at| may_tell(reading, at) && (happened(at) || is_led_to(reading, n, first, at)))?;
    let untold = (sentence.first()..end).any(|at| reading.is_any(at, &UNTOLD));
    (!untold).then(|| Told { sentence: n, after: TokenRange::new(at, end), before: TokenRange::new(first, at), happened: happened(at) })
}

/// Whether the word at `at` is what happens or what is done: one look where several would follow.
fn may_tell(reading: &Reading<'_>, at: usize) -> bool {
    let class = |phrase: &Phrase| reading.vocabulary().class_name(phrase.class);
    reading.phrases_at(at).iter().any(|phrase| matches!(class(phrase), "event_noun" | "event_deed"))
}

/// Whether the word at `at` is of this class: `event_noun` what happens and does harm, `event_deed` what is done and harm follows.
fn is_of(reading: &Reading<'_>, at: usize, class: &str) -> bool {
    reading.phrase_named(at, class).is_some()
}

/// "gunmen stormed", "a lorry overturned", "opened fire"; in the lead alone, where it is told for the first time.
fn is_deed(reading: &Reading<'_>, n: usize, at: usize) -> bool {
    if n >= LEAD || at == 0 || !is_of(reading, at, "event_deed") {
        return false;
    }
    // "whose body was found on NAME Moor"
    if reading.is_any(at, &["found", "discovered"]) {
        return reading.is_any(at - 1, &["was", "were"]);
    }
    // "attacked a rebel camp", and not "attacked his critics"
    if reading.is(at, "attacked") && !(at + 1..at + NEAR).any(|n| reading.is_any(n, &AIMS)) {
        return false;
    }
    // "slammed the council"
    if reading.is(at, "slammed") && !reading.is_any(at + 1, &["into", "through", "onto"]) {
        return false;
    }
    let fire = !reading.is(at, "opened") || reading.is(at + 1, "fire");
    fire && !reading.is_any(at - 1, &["was", "were", "been", "be", "had", "a", "the"])
}

/// "The crash happened", "The incident occurred".
fn is_event(reading: &Reading<'_>, n: usize, first: usize, at: usize) -> bool {
    if !is_noun(reading, first, at) {
        return false;
    }
    let clause = (at + 1..at + APART).take_while(|&n| !is_speech(reading, n) && !reading.is_any(n, &[";", "but"]));
    let known = n < LEAD || (at.saturating_sub(NEAR).max(first)..at).any(|n| reading.is_any(n, &["the", "this"]));
    known && clause.into_iter().any(|n| reading.is_any(n, &HAPPENED))
}

/// In a lead: "died after a crash in NAME".
fn is_led_to(reading: &Reading<'_>, n: usize, first: usize, at: usize) -> bool {
    n < LEAD && is_noun(reading, first, at) && (at.saturating_sub(NEAR).max(first)..at).any(|n| reading.is_any(n, &LED))
}

/// A word of what happens and does harm, that of no other event than the article's.
fn is_noun(reading: &Reading<'_>, first: usize, at: usize) -> bool {
    if !is_of(reading, at, "event_noun") {
        return false;
    }
    let work = reading.is_any(at, &["strike", "strikes"]) && !reading.is_any(at.wrapping_sub(1), &["air", "drone", "missile", "rocket"]);
    // "the storm-hit ruins of her home in NAME"
    let joined = reading.is(at + 1, "-") && reading.token(at + 1).is_some_and(|token| token.glued);
    !work && !joined && !(at.saturating_sub(OTHER).max(first)..at).any(|n| reading.is_any(n, &OTHERS))
}

/// "killed in other attacks on Tuesday", "It came after a similar raid. Nine had died": whether what stands around a claim, or
/// the sentence before it, tells of another event than the article's.
pub(super) fn is_another(reading: &Reading<'_>, claim: &Claim) -> bool {
    let here = reading.sentence(claim.trigger);
    let other = |at: usize| reading.is_any(at, &ANOTHER) && (at + 1..at + OTHER + 1).any(|n| is_of(reading, n, "event_noun"));
    let first = here.first().max(claim.tokens.first().saturating_sub(AROUND));
    let last = (claim.tokens.end().saturating_sub(1)..here.end()).take(AROUND).find(|&at| reading.is(at, ","));
    let end = last.unwrap_or(claim.tokens.end() + AROUND).min(here.end());
    let that = |at: usize| reading.is(at, "that") && is_of(reading, at + 1, "event_noun");
    let before = here.first().checked_sub(1).map(|at| reading.sentence(at)).filter(|_| claim.sentence > LEAD || (first..end).any(that));
    let looks_back = |sentence: TokenRange| sentence.iter().take(LONGEST).any(other);
    (first..end).take(LONGEST).any(other) || before.is_some_and(looks_back)
}

/// "who had died two years ago", "the anniversary", "killed in 2014": whether the words around a claim speak of times long past.
pub(super) fn looks_back(reading: &Reading<'_>, claim: &Claim) -> bool {
    let here = reading.sentence(claim.trigger);
    let first = here.first().max(claim.tokens.first().saturating_sub(2 * AROUND));
    let end = here.end().min(claim.tokens.end() + 2 * AROUND);
    let year = |at: usize| {
        let word = reading.word(at);
        let figures = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        figures && reading.value_of(at, ValueKind::Date).is_some()
    };
    (first..end).any(|at| year(at) || reading.is_any(at, &["ago", "anniversary", "earlier", "previous", "previously"]))
}

/// "the anniversary of another tragedy": whether the claim's own sentence tells of an event elsewhere; "other attacks" may be near.
pub(super) fn is_apart(reading: &Reading<'_>, claim: &Claim) -> bool {
    let here = reading.sentence(claim.trigger);
    let first = here.first().max(claim.tokens.first().saturating_sub(2 * AROUND));
    let apart = |at: usize| reading.is_any(at, &ANOTHER) && !reading.is(at, "other");
    (first..claim.trigger).any(|at| apart(at) && (at + 1..at + OTHER + 1).any(|n| is_of(reading, n, "event_noun")))
}

/// "Wednesday's attack", "last night's fatal crash": whether what owns the words at `owner` dates an event.
pub(super) fn is_owned(reading: &Reading<'_>, owner: usize) -> bool {
    let word = |at: usize| reading.token(at).is_some_and(|token| token.kind == TokenKind::Word);
    let owned = (owner + 1..owner + 5).take_while(|&at| word(at));
    reading.is_any(owner, &["'s", "’s"]) && owned.into_iter().any(|at| is_noun(reading, owner, at) || reading.is(at, "terrorist"))
}
