//! A sentence as units: noun phrases, verb groups, and what stands between them.
//!
//! "Eleven villagers, including three children, were killed in a raid" is read as
//! `[Eleven villagers] , including [three children] , (were killed) in [a raid]`. Each token belongs to one unit.

use super::words::{self, Form, Tag, Words};
use crate::rules::Reading;
use crate::text::TokenRange;

/// A verb with what belongs to it: "could not have been killed".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct VerbGroup {
    /// The first token of the main verb; none for a bare auxiliary ("was").
    pub main: Option<usize>,
    /// Its form.
    pub form: Option<Form>,
    /// "was", "were", "been", "got"
    pub be: bool,
    /// "has", "had"
    pub have: bool,
    /// "could", "may", "will"
    pub modal: bool,
    /// "not"
    pub negated: bool,
    /// "to kill"
    pub to: bool,
}

impl VerbGroup {
    /// Whether it has an auxiliary, so that it can't be a participle behind its noun.
    pub fn is_finite(&self) -> bool {
        self.be || self.have || self.modal
    }
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Noun,
    Verb(VerbGroup),
    /// "dead", "missing" behind a noun or verb.
    State,
    Pronoun,
    Preposition,
    And,
    But,
    Comma,
    Stop,
    Open,
    Close,
    Quote,
    Subordinate,
    Relative,
    Adverb,
    Date,
}

/// A unit at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub kind: Kind,
    pub tokens: TokenRange,
}

/// Pieces of a noun phrase, at the most: what reads it again must end.
const LONGEST: usize = 60;

/// Reads the units of a sentence, in one pass.
pub(super) fn read(reading: &Reading<'_>, words: &Words, sentence: TokenRange) -> Vec<Unit> {
    let mut pieces: Vec<(Tag, TokenRange)> = Vec::with_capacity(sentence.len());
    let mut at = sentence.first();
    while at < sentence.end() {
        let (tag, end) = words.tag(reading, at, sentence.end(), pieces.last().map(|p| p.0));
        let end = end.clamp(at + 1, sentence.end());
        pieces.push((tag, TokenRange::new(at, end)));
        at = end;
    }
    let mut units = Vec::with_capacity(pieces.len());
    let mut n = 0;
    while let Some((tag, tokens)) = pieces.get(n).copied() {
        let (kind, next) = match tag {
            Tag::Number | Tag::Determiner | Tag::Noun => (Kind::Noun, noun_end(reading, &pieces, n)),
            Tag::Auxiliary | Tag::Modal | Tag::Negation | Tag::To | Tag::Verb(_) => verb(reading, &pieces, n),
            _ => (plain(tag), n + 1),
        };
        let last = pieces.get(next.saturating_sub(1)).map_or(tokens, |p| p.1);
        units.push(Unit { kind, tokens: tokens.cover(last) });
        n = next.max(n + 1);
    }
    units
}

fn plain(tag: Tag) -> Kind {
    match tag {
        Tag::State => Kind::State,
        Tag::Pronoun => Kind::Pronoun,
        Tag::Preposition => Kind::Preposition,
        Tag::And => Kind::And,
        Tag::But => Kind::But,
        Tag::Comma => Kind::Comma,
        Tag::Open => Kind::Open,
        Tag::Close => Kind::Close,
        Tag::Quote => Kind::Quote,
        Tag::Subordinate => Kind::Subordinate,
        Tag::Relative => Kind::Relative,
        Tag::Adverb => Kind::Adverb,
        Tag::Date => Kind::Date,
        _ => Kind::Stop,
    }
}

/// Where the noun phrase that begins at piece `n` ends: before the next determiner or number, or what is no noun.
fn noun_end(reading: &Reading<'_>, pieces: &[(Tag, TokenRange)], n: usize) -> usize {
    let mut at = n + 1;
    let mut has_noun = pieces[n].0 == Tag::Noun;
    while let Some((tag, tokens)) = pieces.get(at) {
        if at - n > LONGEST {
            break;
        }
        let before = pieces[at - 1];
        let next_is_noun = pieces.get(at + 1).is_some_and(|p| p.0 == Tag::Noun);
        match tag {
            Tag::Noun => has_noun = true,
            Tag::Number if !has_noun || owns(reading, before.1) => has_noun = false,
            // "Route 66", "Flight 370": a number that nothing follows belongs to the name before it.
            Tag::Number
                if !next_is_noun
                    && is_name(reading, before.1)
                    && words::number(reading, tokens.first()).is_some_and(|q| q.tokens == q.core) =>
            {
                return match pieces.get(at + 1).map(|p| p.0) {
                    Some(Tag::Verb(_) | Tag::Auxiliary) => at,
                    _ => at + 1,
                };
            }
            Tag::Determiner if before.0 == Tag::Determiner && !has_noun => {}
            Tag::Adverb if !has_noun && next_is_noun => {}
            // "1 relief (Danish) worker"
            Tag::Open => match bracket_end(pieces, at).filter(|&close| pieces.get(close + 1).is_some_and(|p| p.0 == Tag::Noun)) {
                Some(close) => at = close,
                None => break,
            },
            Tag::Quote if next_is_noun && before.0 != Tag::Noun => {}
            _ => break,
        }
        at += 1;
    }
    at
}

/// The closing bracket of a short remark.
fn bracket_end(pieces: &[(Tag, TokenRange)], open: usize) -> Option<usize> {
    (open + 1..open + 8).find(|&n| pieces.get(n).is_some_and(|p| p.0 == Tag::Close))
}

/// "Syria's", "the other", "another": what may stand before a number within a noun phrase.
fn owns(reading: &Reading<'_>, before: TokenRange) -> bool {
    reading
        .is_any(before.end().saturating_sub(1), &["'s", "’s", "'", "’", "other", "first", "last", "next", "additional", "further", "extra"])
}

fn is_name(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    reading.word(tokens.first()).starts_with(|c: char| c.is_uppercase()) && !words::is_shouting(reading, tokens.first())
}

fn verb(reading: &Reading<'_>, pieces: &[(Tag, TokenRange)], n: usize) -> (Kind, usize) {
    let mut group = VerbGroup::default();
    let mut at = n;
    while let Some((tag, tokens)) = pieces.get(at) {
        let goes_on =
            |k: usize| matches!(pieces.get(k).map(|p| p.0), Some(Tag::Auxiliary | Tag::Modal | Tag::Negation | Tag::Verb(_) | Tag::To));
        match tag {
            Tag::Verb(form) => {
                group.main = Some(tokens.first());
                group.form = Some(*form);
                return (Kind::Verb(group), at + 1);
            }
            Tag::Auxiliary => {
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
            Tag::Modal => {
                group.modal = true;
                group.negated |= is_negated(reading.word(tokens.first()));
            }
            Tag::Negation => group.negated = true,
            Tag::To if at == n || group.main.is_none() => group.to = true,
            Tag::Adverb if goes_on(at + 1) || (goes_on(at + 2) && pieces.get(at + 1).is_some_and(|p| p.0 == Tag::Adverb)) => {}
            _ => break,
        }
        at += 1;
    }
    (Kind::Verb(group), at.max(n + 1))
}

fn is_negated(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t") || word == "cannot"
}
