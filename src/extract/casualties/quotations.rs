//! Who speaks where a quotation goes on over several sentences.

use super::clause::Clause;
use super::pronouns::speaker_meant;
use super::sources::around;
use crate::rules::Reading;
use crate::text::{TokenKind, TokenRange};

/// Tokens back that a quotation may have been opened.
const QUOTATION: usize = 150;

/// Units in which a sentence ends with who spoke: "Karel said of Venn at a rally in Norvik in May".
const ENDS: usize = 14;

/// What opens or closes a quotation.
const MARKS: [&str; 3] = ["\"", "“", "”"];

/// Whether the mark at `at` opens a quotation.
fn opens(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    reading.is(at, "“") || reading.is(at, "\"") && glued(at + 1) && !glued(at)
}

/// The last mark before the harm at `unit`, if it opens a quotation.
fn opened_before(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let first = clause.tokens(unit).first();
    let is_mark = |at: &usize| clause.reading.token(*at).is_some_and(|token| token.kind == TokenKind::Mark);
    let mark = (first.saturating_sub(QUOTATION)..first).rev().filter(is_mark).find(|&at| clause.reading.is_any(at, &MARKS))?;
    opens(clause.reading, mark).then_some(mark)
}

/// Who speaks in the quotation that the harm at `unit` stands in.
pub(super) fn speaker(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let mark = opened_before(clause, unit)?;
    quoted(clause, mark).or_else(|| answered(clause, unit))
}

/// "Two men were hurt, Karel said. "We had hoped for peace. Today [two guards] died.""
fn quoted(clause: &Clause<'_>, mark: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    if reading.sentence(mark).first() != mark {
        return None;
    }
    let before = Clause::new(reading, clause.words, reading.sentence(mark.checked_sub(1)?));
    // The verb that ends the sentence before: "Karel said", "Karel told a paper on Saturday".
    let verb = (0..before.units.len()).rev().take(ENDS).find(|&n| before.verb(n).is_some()).filter(|&n| before.is_speech(n))?;
    let found = around(&before, verb)?;
    Some(speaker_meant(&before, found).unwrap_or(found))
}

/// ""They were brave. Two [guards died]. We need help," Karel replied.": who speaks behind the end of a quotation.
fn answered(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let from = clause.sentence.end();
    let closed = (first..first + QUOTATION).find(|&at| reading.is_any(at, &MARKS)).filter(|&at| at >= from && !opens(reading, at))?;
    let last = Clause::new(reading, clause.words, reading.sentence(closed));
    let mark = last.unit_at(closed)?;
    let verb = (mark + 1..mark + 6).find(|&n| last.verb(n).is_some()).filter(|&n| last.is_speech(n))?;
    let found = around(&last, verb).filter(|found| found.first() > closed)?;
    Some(speaker_meant(&last, found).unwrap_or(found))
}
