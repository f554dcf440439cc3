//! Whether an unmarked "Friday" lies behind or ahead: what the verbs around it say.
//!
//! The nearest verb before the expression decides, within its clause: "said Friday" looks back, "will rule on Friday",
//! "due Friday", "postponed until Friday", "opens Friday" look ahead. Where none stands before it, the first verb behind it
//! does: "On Friday, the court will rule". At most [`REACH`] tokens are read in either direction.

use super::lexicon::Classes;
use super::meaning::Direction;
use crate::rules::Reading;
use crate::text::{TokenKind, TokenRange};

/// Tokens read in either direction.
const REACH: usize = 30;

/// What one word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// It decides.
    Says(Direction),
    /// A past form or participle: the words before it may make it something else ("will be held", "scheduled").
    Past,
    /// The past verb is in a clause that doesn't hold the expression.
    None,
}

/// The direction that the verbs around `tokens` give; none where there is no verb.
pub fn direction(classes: &Classes, reading: &Reading<'_>, tokens: TokenRange) -> Option<Direction> {
    let sentence = reading.sentence(tokens.first());
    let read = Read { classes, reading, first: sentence.first(), end: sentence.end() };
    read.before(tokens.first()).or_else(|| read.after(tokens.end()))
}

struct Read<'r> {
    classes: &'r Classes,
    reading: &'r Reading<'r>,
    first: usize,
    end: usize,
}

impl Read<'_> {
    fn is(&self, at: usize, class: crate::rules::Class) -> bool {
        at >= self.first && at < self.end && self.reading.phrase(at, class).is_some()
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        at >= self.first && at < self.end && self.reading.is_any(at, words)
    }

    fn before(&self, tokens: usize) -> Option<Direction> {
        // "until Friday", "from Friday": ahead, unless the verb is plainly past.
        let limit = self.is_any(tokens.wrapping_sub(1), &["until", "till", "by", "starting", "beginning", "effective"]);
        let from = tokens.saturating_sub(REACH).max(self.first);
        for at in (from..tokens).rev() {
            match self.cue(at) {
                Cue::Says(direction) => return Some(direction),
                Cue::Past
                    if limit && self.is_any(tokens.wrapping_sub(1), &["until", "till"]) && self.is(at, self.classes.schedule_word) =>
                {
                    return Some(Direction::Future);
                }
                Cue::Past => return Some(self.past(at)),
                Cue::None => {}
            }
        }
        None
    }

    fn after(&self, tokens: usize) -> Option<Direction> {
        let end = (tokens + REACH).min(self.end);
        for at in tokens..end {
            if self.reading.is(at, "to") {
                continue;
            }
            match self.cue(at) {
                Cue::Says(direction) => return Some(direction),
                Cue::Past => return Some(self.past(at)),
                Cue::None => {}
            }
        }
        None
    }

    /// What the word at `at` says by itself and with its helpers.
    fn cue(&self, at: usize) -> Cue {
        let Some(token) = self.reading.token(at).filter(|t| t.kind == TokenKind::Word) else { return Cue::None };
        let word = self.reading.word(at);
        if self.is(at, self.classes.modal) {
            return self.modal(at);
        }
        if self.is_any(at, &["to"]) {
            return self.infinitive(at);
        }
        if self.is(at, self.classes.schedule_word) {
            return self.schedule(at);
        }
        if self.is(at, self.classes.schedule_verb) {
            // "opens Friday"; a noun's plural ("votes") has an article or adjective before it.
            let noun = self.is_any(at.wrapping_sub(1), &["the", "a", "of", "his", "its", "their", "for", "no", "all", "in", "by", "on"]);
            let base = !word.ends_with('s');
            return if noun || base { Cue::None } else { Cue::Says(Direction::Future) };
        }
        if self.is(at, self.classes.past_verb) {
            return Cue::Past;
        }
        if word.len() > 3 && word.is_ascii() && word.as_bytes().ends_with(b"ed") && !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Cue::Past;
        }
        let _ = token;
        Cue::None
    }

    /// "will", "would", "could" look ahead; "would have", "may have" back; "is to", "can" say nothing of Friday.
    fn modal(&self, at: usize) -> Cue {
        let have = (at + 1..at + 4).any(|n| self.is_any(n, &["have"]) && !self.is_any(n + 1, &["to", "a", "the", "no", "been"]));
        if have { Cue::Says(Direction::Past) } else { Cue::Says(Direction::Future) }
    }

    /// "plans to meet", "is to open" look ahead, "refused to comment" and "was forced to leave" back.
    fn infinitive(&self, at: usize) -> Cue {
        let verb = self.reading.word(at + 1);
        let lower = verb.starts_with(|c: char| c.is_ascii_lowercase());
        let article =
            self.is_any(at + 1, &["the", "a", "an", "his", "her", "its", "their", "this", "that", "at", "about", "be", "more", "some"]);
        if !lower || (article && !self.is_any(at + 1, &["be"])) || verb.ends_with("ing") {
            return Cue::None;
        }
        for n in (at.saturating_sub(4).max(self.first)..at).rev() {
            if self.is(n, self.classes.past_to) {
                return Cue::Past;
            }
            if self.is(n, self.classes.schedule_word) {
                return self.schedule(n);
            }
            if self.is_any(n, &["is", "are", "has", "have"]) {
                return Cue::Says(Direction::Future);
            }
            if self.is(n, self.classes.past_verb) || self.reading.word(n).ends_with("ed") {
                return Cue::Past;
            }
        }
        Cue::None
    }

    /// "is expected", "was scheduled", "due": ahead, but "had planned" was before.
    fn schedule(&self, at: usize) -> Cue {
        let word = self.reading.word(at);
        let decided = [
            "called",
            "urged",
            "ordered",
            "invited",
            "agreed",
            "promised",
            "pledged",
            "vowed",
            "proposed",
            "extended",
            "threatens",
            "calls",
            "extend",
            "promises",
            "ready",
            "set",
        ];
        let weak = decided.iter().any(|w| w.eq_ignore_ascii_case(word));
        if weak {
            // "agreed to meet", "extended to Friday"; but "agreed Friday".
            let ahead = (at + 1..at + 4).any(|n| self.is_any(n, &["to", "until", "till", "for"]));
            return if ahead { Cue::Says(Direction::Future) } else { Cue::Past };
        }
        Cue::Says(Direction::Future)
    }

    /// A past form: with "will be", "to be", "is being" before it, it looks ahead.
    fn past(&self, at: usize) -> Direction {
        for n in (at.saturating_sub(4).max(self.first)..at).rev() {
            if self.is(n, self.classes.modal) {
                let have = (n + 1..at).any(|m| self.is_any(m, &["have"]));
                return if have { Direction::Past } else { Direction::Future };
            }
            if self.is_any(n, &["to"]) && self.is_any(n + 1, &["be"]) {
                return Direction::Future;
            }
            if self.is(n, self.classes.past_verb) || self.reading.token(n).is_some_and(|t| t.kind == TokenKind::Mark) {
                break;
            }
        }
        Direction::Past
    }
}
