//! What one verb and its helpers say: "will be held" looks ahead, "would have been held" back.

use super::Reader;
use crate::extract::dates::lexicon::Classes;
use crate::extract::dates::meaning::Direction;
use crate::rules::Phrase;
use crate::text::{Case, TokenKind};

/// What one word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// It decides.
    Says(Direction),
    /// It speaks for a direction, but may speak of something else.
    Hints(Direction),
    /// A past form or participle: the words before it may make it something else ("will be held").
    Past,
    /// A verb that says nothing, and keeps those before it from speaking: "said it is calling for a vote on Friday".
    Open,
    /// Nothing.
    None,
}

impl Reader<'_> {
    /// What the word at `at` says by itself and with its helpers.
    pub(super) fn cue(&self, at: usize) -> Cue {
        let Some(token) = self.reading.token(at).filter(|t| t.kind == TokenKind::Word) else { return Cue::None };
        let word = self.reading.word(at);
        let name = token.case == Case::Capital && at > self.first;
        if name {
            // "May 8", "Will Kane".
            return Cue::None;
        }
        if !self.may_say(at, word) {
            return Cue::None;
        }
        if self.is(at, self.classes.modal) || word.ends_with("'ll") || word.ends_with("’ll") {
            return self.modal(at);
        }
        if self.is_any(at, &["to"]) {
            return self.infinitive(at);
        }
        if self.is_adjective(at) {
            return Cue::None;
        }
        if self.is(at, self.classes.schedule_word) {
            return self.schedule(at);
        }
        if word.ends_with('s') && self.is(at, self.classes.schedule_verb) {
            // "opens Friday"; a noun's plural ("votes") has an article or preposition before it.
            let noun =
                self.is_any(at.wrapping_sub(1), &["the", "a", "of", "his", "its", "their", "for", "no", "all", "in", "by", "on", "and"]);
            // "with 217 votes on May 4"
            let counted = at > self.first && self.reading.token(at - 1).is_some_and(|t| t.kind == TokenKind::Number);
            return if noun || counted { Cue::None } else { Cue::Says(Direction::Future) };
        }
        if self.is_any(at, &["have", "has"]) {
            return self.perfect(at);
        }
        if let Some(cue) = self.progressive(at) {
            return cue;
        }
        if self.is(at, self.classes.schedule_verb) && self.meets(at) {
            return Cue::Says(Direction::Future);
        }
        let past = (word.len() > 3 && word.ends_with("ed")) || self.is(at, self.classes.past_verb);
        match (past, past && self.is_any(at.wrapping_sub(1), &["is", "are"])) {
            // "the state is headed to a vote on Dec. 6"
            (true, true) if self.past(at) == Direction::Past => Cue::Open,
            (true, _) => Cue::Past,
            (false, _) => Cue::None,
        }
    }

    /// Whether a word is one of those that say something: few are.
    fn may_say(&self, at: usize, word: &str) -> bool {
        let Classes { modal, schedule_word, schedule_verb, past_verb, .. } = *self.classes;
        let known = |phrase: &Phrase| [modal, schedule_word, schedule_verb, past_verb].contains(&phrase.class);
        let ends = matches!(word.as_bytes(), [.., b'e', b'd'] | [.., b'l', b'l']);
        ends || self.reading.phrases_at(at).iter().any(known) || self.is_any(at, &["to", "have", "has", "is", "are"])
    }

    /// "an energized party", "better-than-expected": no verb.
    fn is_adjective(&self, at: usize) -> bool {
        let glued = |at| self.reading.token(at).is_some_and(|token| token.glued);
        let hyphened = at > self.first && glued(at) && self.is_any(at - 1, &["-"]);
        let described = self.reading.word(at).ends_with("ed")
            && at + 1 < self.tokens.first()
            && at > self.first
            && self.is_any(at - 1, &["a", "an", "the", "its", "his", "her", "their", "this", "of", "our"]);
        hyphened || described
    }

    /// "will", "would", "could" look ahead; "would have", "may have" back.
    fn modal(&self, at: usize) -> Cue {
        let have = (at + 1..at + 4).any(|n| self.is_any(n, &["have"]) && self.is_participle_near(n));
        // "nobody could be reached Friday"
        let denied = self.is_any(at, &["could"])
            && (at.saturating_sub(6).max(self.first)..at + 2).any(|n| self.is_any(n, &["no", "none", "neither", "nobody", "not", "nor"]));
        Cue::Says(if have || denied { Direction::Past } else { Direction::Future })
    }

    /// "have come down": behind; "have a meeting", "have to go" say nothing.
    fn perfect(&self, at: usize) -> Cue {
        match (self.is_limit(), self.is_participle_near(at)) {
            // "they have given him until Friday", "he has until noon Friday"
            (true, _) => Cue::Says(Direction::Future),
            (false, true) => Cue::Says(Direction::Past),
            (false, false) => Cue::None,
        }
    }

    /// Whether a participle stands right behind "have".
    fn is_participle_near(&self, have: usize) -> bool {
        const IRREGULAR: &[&str] =
            &["been", "come", "become", "begun", "gone", "taken", "run", "done", "given", "grown", "seen", "fallen", "written", "driven"];
        (have + 1..have + 4).any(|n| {
            self.is(n, self.classes.past_verb) || self.is_any(n, IRREGULAR) || n < self.end && self.reading.word(n).ends_with("ed")
        })
    }

    /// "is opening" looks ahead, "is calling" says nothing.
    fn progressive(&self, at: usize) -> Option<Cue> {
        if !self.is_any(at, &["is", "are"]) {
            return None;
        }
        let verb = (at + 1..at + 3).find(|n| *n < self.end && self.reading.word(*n).ends_with("ing"))?;
        let ahead = self.is(verb, self.classes.schedule_verb);
        Some(if ahead { Cue::Says(Direction::Future) } else { Cue::Open })
    }

    /// "the two leaders meet separately Monday": a present form right before the expression, no infinitive or noun.
    fn meets(&self, at: usize) -> bool {
        let near = self.tokens.first() > at && self.tokens.first() - at <= 3;
        let noun =
            self.is_any(at.wrapping_sub(1), &["to", "the", "a", "an", "did", "does", "do", "not", "its", "his", "her", "their", "of"]);
        // "the fair was open"
        let state = self.is_any(at.wrapping_sub(1), &["was", "is", "has"]);
        let adjective = self.is(at.wrapping_sub(1), self.classes.modal) || !(at > self.first && self.reading.word(at - 1).ends_with('s'));
        near && !noun && !state && !adjective
    }

    /// "plans to meet", "is to open" look ahead, "refused to comment" and "was forced to leave" back.
    fn infinitive(&self, at: usize) -> Cue {
        let verb = self.reading.word(at + 1);
        let noun = self.is_any(at + 1, &["the", "a", "an", "his", "her", "its", "their", "this", "that", "at", "about", "more", "some"]);
        // "paid Dec. 14 to holders of record": no infinitive.
        let dated = at > self.first && self.reading.token(at - 1).is_some_and(|t| t.kind == TokenKind::Number);
        if dated || !verb.starts_with(|c: char| c.is_ascii_lowercase()) || noun || verb.ends_with("ing") {
            return Cue::None;
        }
        for n in (at.saturating_sub(5).max(self.first)..at).rev() {
            if self.is(n, self.classes.past_to) {
                return Cue::Past;
            }
            if self.is(n, self.classes.past_ask) {
                return Cue::Says(Direction::Future);
            }
            if self.is(n, self.classes.schedule_word) {
                return self.schedule(n);
            }
            if self.is_any(n, &["is", "are", "has", "have"]) {
                return Cue::Says(Direction::Future);
            }
            if self.is(n, self.classes.past_verb) || self.reading.word(n).ends_with("ed") {
                return if self.is_limit() { Cue::Hints(Direction::Future) } else { Cue::Past };
            }
        }
        if self.is_limit() { Cue::Hints(Direction::Future) } else { Cue::None }
    }

    /// "is expected", "was scheduled", "due": ahead; "had been due" back; "agreed", "a plan" only with "to" behind.
    fn schedule(&self, at: usize) -> Cue {
        const DECIDED: &[&str] = &[
            "called",
            "agreed",
            "promised",
            "pledged",
            "vowed",
            "proposed",
            "extended",
            "extend",
            "ready",
            "set",
            "plan",
            "plans",
            "hope",
            "hopes",
            "calls",
            "aim",
            "aims",
            "want",
            "wants",
            "deadline",
            "expect",
            "supposed",
            "prepares",
            "prepare",
            "invited",
            "ordered",
            "urged",
            "likely",
            "sure",
            "certain",
            "threatened",
        ];
        if (at.saturating_sub(5).max(self.first)..at).any(|n| self.is_any(n, &["had"])) {
            return Cue::Says(Direction::Past);
        }
        if !DECIDED.iter().any(|word| self.reading.is(at, word)) {
            return Cue::Says(Direction::Future);
        }
        // "agreed to meet Friday", "extended to Friday"; but "agreed Friday to meet".
        let next = at + 1 == self.tokens.first() && self.is_any(at, &["set"]);
        // "On Friday, they agreed to meet": behind the expression, the verb is of its day.
        let verb = self.reading.word(at).ends_with("ed") || self.is_any(at, &["set"]);
        if verb && at >= self.tokens.end() {
            return Cue::Past;
        }
        let end = if at < self.tokens.first() { (at + 4).min(self.tokens.first()) } else { at + 4 };
        // "set for Friday", but "set records for a day"
        let end = if self.is_any(at, &["set"]) { at + 2 } else { end };
        let extends = self.is_any(at, &["extended", "extend"]);
        let to = |n| self.is_any(n, &["to"]) && (!extends || n == self.back(1));
        let ahead = (at + 1..end).any(|n| to(n) || self.is_any(n, &["until", "till", "for"])) || self.is_any(self.back(1), &["for"]);
        match (ahead || next, verb) {
            (true, _) => Cue::Says(Direction::Future),
            (false, true) => Cue::Past,
            (false, false) => Cue::None,
        }
    }

    /// A past form: with "will be", "to be" before it, it looks ahead.
    pub(super) fn past(&self, at: usize) -> Direction {
        for n in (at.saturating_sub(4).max(self.first)..at).rev() {
            if self.is(n, self.classes.modal) && self.reading.token(n).is_some_and(|t| t.case != Case::Capital || n == self.first) {
                let have = (n + 1..at).any(|m| self.is_any(m, &["have"]));
                return if have { Direction::Past } else { Direction::Future };
            }
            if self.is_any(n, &["to"]) && self.is_any(n + 1, &["be"]) {
                return Direction::Future;
            }
            // "when the case is heard in May"
            let present = n + 1 == at && self.is_any(n, &["is", "are"]);
            if present && self.is_limit() {
                return Direction::Future;
            }
            if present
                && (n.saturating_sub(4).max(self.first)..n).any(|m| self.is_any(m, &["when", "if", "until", "before", "once", "unless"]))
            {
                return Direction::Future;
            }
            if self.is(n, self.classes.past_verb) || self.reading.token(n).is_some_and(|t| t.kind == TokenKind::Mark) {
                break;
            }
        }
        Direction::Past
    }
}
