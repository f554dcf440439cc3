//! A sentence as units: noun phrases, verb groups, and what stands between them.
//!
//! "Eleven villagers, including three children, were killed in a raid" is read as
//! `[Eleven villagers] , including [three children] , (were killed) in [a raid]`. Each token belongs to one unit.

use super::kind::{Kind, VerbGroup};
use super::words::{self, Words};
use crate::rules::Reading;
use crate::text::TokenRange;

/// A unit at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub kind: Kind,
    pub tokens: TokenRange,
}

/// Pieces of a noun phrase, at the most: what reads it again must end.
const LONGEST: usize = 60;

/// Reads the units of a sentence, in one pass. Units take the room of the pieces that they are made of.
pub(super) fn read(reading: &Reading<'_>, words: &Words, sentence: TokenRange) -> Vec<Unit> {
    let mut pieces: Vec<Unit> = Vec::with_capacity(sentence.len());
    let mut at = sentence.first();
    while at < sentence.end() {
        let (kind, end) = words.tag(reading, at, sentence.end(), pieces.last().map(|p| p.kind));
        let end = end.clamp(at + 1, sentence.end());
        pieces.push(Unit { kind, tokens: TokenRange::new(at, end) });
        at = end;
    }
    let (mut units, mut n) = (0, 0);
    while let Some(first) = pieces.get(n).copied() {
        let (kind, next) = match first.kind {
            Kind::Number | Kind::Determiner | Kind::Noun => (Kind::Noun, noun_end(reading, &pieces, n)),
            Kind::Auxiliary | Kind::Modal | Kind::Negation | Kind::To | Kind::Main(_) => verb(reading, &pieces, n),
            other => (other, n + 1),
        };
        let last = pieces.get(next.saturating_sub(1)).map_or(first.tokens, |p| p.tokens);
        pieces[units] = Unit { kind, tokens: first.tokens.cover(last) };
        units += 1;
        n = next.max(n + 1);
    }
    pieces.truncate(units);
    pieces
}

/// Where the noun phrase that begins at piece `n` ends: before the next determiner or number, or what is no noun.
fn noun_end(reading: &Reading<'_>, pieces: &[Unit], n: usize) -> usize {
    let mut at = n + 1;
    let mut has_noun = pieces[n].kind == Kind::Noun;
    while let Some(Unit { kind: tag, tokens }) = pieces.get(at) {
        if at - n > LONGEST {
            break;
        }
        let before = pieces[at - 1];
        let next_is_noun = pieces.get(at + 1).is_some_and(|p| p.kind == Kind::Noun);
        match tag {
            Kind::Noun => has_noun = true,
            Kind::Number if !has_noun || owns(reading, before.tokens) => has_noun = false,
            // "Route 66", "Flight 370": a number that nothing follows belongs to the name before it.
            Kind::Number
                if !next_is_noun
                    && is_name(reading, before.tokens)
                    && words::number(reading, tokens.first()).is_some_and(|q| q.tokens == q.core) =>
            {
                return match pieces.get(at + 1).map(|p| p.kind) {
                    Some(Kind::Main(_) | Kind::Auxiliary) => at,
                    _ => at + 1,
                };
            }
            Kind::Determiner if before.kind == Kind::Determiner && !has_noun => {}
            Kind::Adverb if !has_noun && next_is_noun => {}
            // "1 relief (Danish) worker"
            Kind::Open => match bracket_end(pieces, at).filter(|&close| pieces.get(close + 1).is_some_and(|p| p.kind == Kind::Noun)) {
                Some(close) => at = close,
                None => break,
            },
            Kind::Quote if next_is_noun && before.kind != Kind::Noun => {}
            _ => break,
        }
        at += 1;
    }
    at
}

/// The closing bracket of a short remark.
fn bracket_end(pieces: &[Unit], open: usize) -> Option<usize> {
    (open + 1..open + 14).find(|&n| pieces.get(n).is_some_and(|p| p.kind == Kind::Close))
}

/// "Syria's", "the other", "another": what may stand before a number within a noun phrase.
fn owns(reading: &Reading<'_>, before: TokenRange) -> bool {
    reading.is_any(
        before.end().saturating_sub(1),
        &["'s", "’s", "'", "’", "other", "first", "last", "next", "additional", "further", "extra", "remaining"],
    )
}

fn is_name(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    reading.word(tokens.first()).starts_with(|c: char| c.is_uppercase()) && !words::is_shouting(reading, tokens.first())
}

fn verb(reading: &Reading<'_>, pieces: &[Unit], n: usize) -> (Kind, usize) {
    let mut group = VerbGroup::default();
    let mut at = n;
    while let Some(Unit { kind: tag, tokens }) = pieces.get(at) {
        let goes_on = |k: usize| {
            matches!(pieces.get(k).map(|p| p.kind), Some(Kind::Auxiliary | Kind::Modal | Kind::Negation | Kind::Main(_) | Kind::To))
        };
        match tag {
            Kind::Main(form) => {
                group.main = Some(tokens.first());
                group.form = Some(*form);
                return (Kind::Verb(group), at + 1);
            }
            Kind::Auxiliary => {
                let first = tokens.first();
                group.have |= reading.is_any(first, &["has", "have", "had", "having", "'ve"]);
                group.be |= reading.is_any(
                    first,
                    &[
                        "is", "are", "was", "were", "be", "been", "being", "am", "got", "get", "gets", "getting", "'s", "'re", "wasn't",
                        "weren't", "isn't", "aren't",
                    ],
                );
                group.negated |= is_negated(reading.word(first));
            }
            Kind::Modal => {
                group.modal = true;
                group.negated |= is_negated(reading.word(tokens.first()));
            }
            Kind::Negation => group.negated = true,
            Kind::To if at == n || group.main.is_none() => group.to = true,
            Kind::Adverb if goes_on(at + 1) || (goes_on(at + 2) && pieces.get(at + 1).is_some_and(|p| p.kind == Kind::Adverb)) => {}
            _ => break,
        }
        at += 1;
    }
    (Kind::Verb(group), at.max(n + 1))
}

fn is_negated(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t") || word == "cannot"
}
