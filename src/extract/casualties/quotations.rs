//! Who speaks where a quotation goes on over several sentences.

use super::clause::Clause;
use super::pronouns::speaker_meant;
use super::sources::{behind, in_front};
use crate::text::TokenRange;

/// Tokens back that a quotation may have been opened.
const QUOTATION: usize = 150;

/// "Two men were hurt, Karel said. "We had hoped for peace. Today [two guards] died.""
pub(super) fn quoted(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let mark = (first.saturating_sub(QUOTATION)..first).rev().find(|&at| reading.is_any(at, &["\"", "“", "”"]))?;
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    let opens = reading.is(mark, "“") || reading.is(mark, "\"") && glued(mark + 1) && !glued(mark);
    let sentence = reading.sentence(mark);
    if !opens || sentence.first() != mark {
        return None;
    }
    let before = Clause::new(reading, clause.words, reading.sentence(mark.checked_sub(1)?));
    // The verb that ends the sentence before: "Karel said", "Karel told a paper on Saturday".
    let verb = (0..before.units.len()).rev().take(8).find(|&n| before.verb(n).is_some()).filter(|&n| before.is_speech(n))?;
    let found = in_front(&before, verb).or_else(|| behind(&before, verb))?;
    Some(speaker_meant(&before, found).unwrap_or(found))
}

/// ""They were brave. Two [guards died]. We need help," Karel replied.": who speaks behind the end of a quotation.
pub(super) fn answered(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    let marks = ["\"", "“", "”"];
    let opened = (first.saturating_sub(QUOTATION)..first).rev().find(|&at| reading.is_any(at, &marks))?;
    let opens = |at: usize| reading.is(at, "“") || reading.is(at, "\"") && glued(at + 1) && !glued(at);
    let from = clause.sentence.end();
    let closed = (first..first + QUOTATION).find(|&at| reading.is_any(at, &marks)).filter(|&at| at >= from && !opens(at))?;
    if !opens(opened) {
        return None;
    }
    let last = Clause::new(reading, clause.words, reading.sentence(closed));
    let mark = last.unit_at(closed)?;
    let verb = (mark + 1..mark + 6).find(|&n| last.verb(n).is_some()).filter(|&n| last.is_speech(n))?;
    let opened = |found: &TokenRange| found.first() > closed;
    let found = in_front(&last, verb).or_else(|| behind(&last, verb)).filter(opened)?;
    Some(speaker_meant(&last, found).unwrap_or(found))
}
