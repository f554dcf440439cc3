//! Whether an unmarked "Friday" lies behind or ahead: what the verbs around it say.
//!
//! The nearest verb before the expression decides: "said Friday" looks back, "will rule on Friday", "due Friday",
//! "postponed until Friday", "opens Friday" look ahead. Where none stands before it, the first verb behind it does: "On
//! Friday, the court will rule". At most [`REACH`] tokens are read in either direction; what was read from farther away
//! than [`SURE`] tokens is told apart, for "the Feb. 10 deadline" is near the article's date whatever the verbs say.

use super::lexicon::Classes;
use super::meaning::{Direction, Read};
use crate::rules::{Class, Reading};
use crate::text::{Case, TokenKind, TokenRange};

/// Tokens read in either direction.
const REACH: usize = 30;
/// Tokens within which a verb surely speaks of the expression.
const SURE: usize = 9;

/// Things that are spoken of before they happen.
const AWAITED: &[&str] = &[
    "deadline",
    "meeting",
    "election",
    "elections",
    "vote",
    "hearing",
    "summit",
    "talks",
    "game",
    "match",
    "debate",
    "ballot",
    "poll",
    "polls",
    "referendum",
    "final",
    "session",
    "conference",
    "visit",
    "race",
    "runoff",
    "inauguration",
    "march",
    "rally",
    "launch",
    "ceremony",
    "trial",
    "strike",
    "budget",
    "semi",
    "fight",
    "show",
    "concert",
    "festival",
    "opener",
];

/// What one word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
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

/// The direction that the verbs around `tokens` give; none where there is no verb.
pub fn direction(classes: &Classes, reading: &Reading<'_>, tokens: TokenRange) -> Option<Read> {
    let sentence = reading.sentence(tokens.first());
    let reader = Reader { classes, reading, first: sentence.first(), end: sentence.end(), tokens };
    // "Both sides withdraw by July 31, if no bomb has exploded": what stands behind doesn't speak of the limit.
    let limit = || reader.limit().filter(|_| reader.is_limit() && tokens.first() > sentence.first() + 3 && !reader.is_told());
    let verbs = || reader.before().or_else(limit).or_else(|| reader.after());
    reader.preposition().or_else(|| reader.awaited()).or_else(verbs).or_else(|| reader.limit())
}

struct Reader<'r> {
    classes: &'r Classes,
    reading: &'r Reading<'r>,
    first: usize,
    end: usize,
    tokens: TokenRange,
}

impl Reader<'_> {
    fn is(&self, at: usize, class: Class) -> bool {
        at >= self.first && at < self.end && self.reading.phrase(at, class).is_some()
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        at >= self.first && at < self.end && self.reading.is_any(at, words)
    }

    /// A token before the expression, counted back from 1; past the end where there is none.
    fn back(&self, n: usize) -> usize {
        self.tokens.first().checked_sub(n).unwrap_or(usize::MAX)
    }

    /// "since Friday" looks back, "as soon as Friday" ahead, whatever the verbs.
    fn preposition(&self) -> Option<Read> {
        let sure = |direction| Some(Read { direction, sure: true });
        if self.is_any(self.back(1), &["since"]) {
            return sure(Direction::Past);
        }
        // "Wednesday's ruling" has happened, "Friday's vote" may lie ahead.
        let owner = self.is_any(self.tokens.end(), &["'s", "’s"]);
        if owner && !self.reading.is_any(self.tokens.end() + 1, AWAITED) && !self.reading.is_any(self.tokens.end() + 2, AWAITED) {
            return sure(Direction::Past);
        }
        // "Kell on Friday said": the verb stands right behind. Not so where the day is scheduled: "the vote set for Friday was".
        let scheduled = (2..=4).any(|n| self.is(self.back(n), self.classes.schedule_word)) || self.is_any(self.back(1), &["for", "until"]);
        let day = self.is_any(self.back(1), &["on", "in", "late", "early"]);
        if day && !scheduled && self.cue(self.tokens.end()) == Cue::Past && self.past(self.tokens.end()) == Direction::Past {
            return sure(Direction::Past);
        }
        if self.is_any(self.back(1), &["as"]) && self.is_any(self.back(2), &["recently"]) {
            return sure(Direction::Past);
        }
        // "up from 19% in June to 38%"
        let compared = self.is_any(self.back(1), &["in"]) && self.is_any(self.back(2), &["%", "percent"]) && self.is_any(self.tokens.end(), &["to"]);
        // "a poll out Tuesday found"
        let told = self.is_any(self.back(1), &["out"]) && self.cue(self.tokens.end()) == Cue::Past;
        if compared || told {
            return sure(Direction::Past);
        }
        let soon = self.is_any(self.back(1), &["as"])
            && self.is_any(self.back(2), &["soon", "early", "late"])
            && self.is_any(self.back(3), &["as"]);
        if soon { sure(Direction::Future) } else { None }
    }

    /// "before the June 30 deadline": ahead, unless a verb right before says more.
    fn awaited(&self) -> Option<Read> {
        let weekday = self.reading.phrase_named(self.tokens.first(), "weekday").is_some();
        let deadline = !weekday && self.is_attribute() && self.is_any(self.tokens.end(), &["deadline", "cutoff", "expiration", "expiry"]);
        deadline.then_some(Read { direction: Direction::Future, sure: false })
    }

    /// "by August", "from August 6" where no verb says more.
    fn limit(&self) -> Option<Read> {
        let ahead = self.is_limit() || self.is_any(self.back(1), &["from", "starting", "beginning", "effective"]);
        ahead.then_some(Read { direction: Direction::Future, sure: false })
    }

    /// Whether the expression ends what is spoken of: "by Friday", "until Friday".
    fn is_limit(&self) -> bool {
        self.is_any(self.back(1), &["by", "until", "till"])
    }

    /// Whether a verb of the past stands right behind a comma: "by Monday, the mayor was angry".
    fn is_told(&self) -> bool {
        let end = self.tokens.end();
        self.is_any(end, &[","]) && (end + 1..end + 5).any(|at| self.cue(at) == Cue::Past && self.past(at) == Direction::Past)
    }

    /// "the Feb. 23 accord": the date describes a thing.
    fn is_attribute(&self) -> bool {
        self.is_any(self.back(1), &["the", "a", "an", "its", "his", "her", "their"]) && !self.reading.is(self.tokens.first(), "the")
    }

    /// Whether the verb at `at` sets a limit: "gave him until Friday".
    fn gives(&self, at: usize) -> bool {
        self.is_limit() && self.is(at, self.classes.past_ask)
    }

    fn before(&self) -> Option<Read> {
        let from = self.tokens.first().saturating_sub(REACH).max(self.first);
        for at in (from..self.tokens.first()).rev() {
            let cue = self.cue(at);
            let direction = match cue {
                Cue::Says(direction) | Cue::Hints(direction) => direction,
                Cue::Past if self.gives(at) => Direction::Future,
                Cue::Past => self.past(at),
                Cue::Open => return None,
                Cue::None => continue,
            };
            let near = self.tokens.first() - at <= SURE && !self.is_attribute() && !matches!(cue, Cue::Hints(_));
            let through = self.is_any(self.back(1), &["through", "to"]) || (self.is_limit() && direction == Direction::Past);
            return Some(Read { direction, sure: near && !through });
        }
        None
    }

    fn after(&self) -> Option<Read> {
        let end = (self.tokens.end() + REACH).min(self.end);
        for at in self.tokens.end()..end {
            // "In the week of May 23: the schools that were hit reopen"
            if self.reading.is(at, ":") && !self.reading.token(at + 1).is_some_and(|token| token.glued) {
                break;
            }
            let direction = match self.cue(at) {
                Cue::Says(direction) if !self.is_any(at, &["to"]) => direction,
                Cue::Past => self.past(at),
                _ => continue,
            };
            let quoted = (self.tokens.end()..at).any(|n| self.is_any(n, &["\"", "”", "''"]));
            return Some(Read { direction, sure: at - self.tokens.end() <= SURE && !self.is_attribute() && !quoted });
        }
        None
    }

    /// What the word at `at` says by itself and with its helpers.
    fn cue(&self, at: usize) -> Cue {
        let Some(token) = self.reading.token(at).filter(|t| t.kind == TokenKind::Word) else { return Cue::None };
        let word = self.reading.word(at);
        let name = token.case == Case::Capital && at > self.first;
        if name {
            // "May 8", "Will Kane".
            return Cue::None;
        }
        if self.is(at, self.classes.modal) || word.ends_with("'ll") || word.ends_with("’ll") {
            return self.modal(at);
        }
        if self.is_any(at, &["to"]) {
            return self.infinitive(at);
        }
        if self.is(at, self.classes.schedule_word) {
            return self.schedule(at);
        }
        if self.is(at, self.classes.schedule_verb) && word.ends_with('s') {
            // "opens Friday"; a noun's plural ("votes") has an article or preposition before it.
            let noun =
                self.is_any(at.wrapping_sub(1), &["the", "a", "of", "his", "its", "their", "for", "no", "all", "in", "by", "on", "and"]);
            return if noun { Cue::None } else { Cue::Says(Direction::Future) };
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
        let past = self.is(at, self.classes.past_verb) || (word.len() > 3 && word.ends_with("ed"));
        if past { Cue::Past } else { Cue::None }
    }

    /// "will", "would", "could" look ahead; "would have", "may have" back.
    fn modal(&self, at: usize) -> Cue {
        let have = (at + 1..at + 4).any(|n| self.is_any(n, &["have"]) && !self.is_any(n + 1, &["to", "a", "the", "no"]));
        // "nobody could be reached Friday"
        let denied = self.is_any(at, &["could"])
            && (at.saturating_sub(6).max(self.first)..at + 2).any(|n| self.is_any(n, &["no", "none", "neither", "nobody", "not", "nor"]));
        Cue::Says(if have || denied { Direction::Past } else { Direction::Future })
    }

    /// "have come down": behind; "have a meeting", "have to go" say nothing.
    fn perfect(&self, at: usize) -> Cue {
        let participle = (at + 1..at + 4).any(|n| {
            self.is(n, self.classes.past_verb)
                || self.is_any(n, &["been", "come", "become", "begun", "gone", "taken", "run", "done", "given", "grown", "seen", "fallen"])
        });
        match (self.is_limit(), participle) {
            // "they have given him until Friday", "he has until noon Friday"
            (true, _) => Cue::Says(Direction::Future),
            (false, true) => Cue::Says(Direction::Past),
            (false, false) => Cue::None,
        }
    }

    /// "is opening" looks ahead, "is calling" says nothing.
    fn progressive(&self, at: usize) -> Option<Cue> {
        let verb = (at + 1..at + 3).find(|n| *n < self.end && self.reading.word(*n).ends_with("ing"))?;
        let ahead = self.is(verb, self.classes.schedule_verb);
        self.is_any(at, &["is", "are"]).then_some(if ahead { Cue::Says(Direction::Future) } else { Cue::Open })
    }

    /// "the two leaders meet separately Monday": a present form right before the expression, no infinitive or noun.
    fn meets(&self, at: usize) -> bool {
        let near = self.tokens.first() > at && self.tokens.first() - at <= 3;
        let noun =
            self.is_any(at.wrapping_sub(1), &["to", "the", "a", "an", "did", "does", "do", "not", "its", "his", "her", "their", "of"]);
        let adjective = self.is(at.wrapping_sub(1), self.classes.modal) || !(at > self.first && self.reading.word(at - 1).ends_with('s'));
        near && !noun && !adjective
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
            "called", "agreed", "promised", "pledged", "vowed", "proposed", "extended", "extend", "ready", "set", "plan", "plans", "hope",
            "hopes", "calls", "aim", "aims", "want", "wants", "deadline", "expect", "supposed", "prepares", "prepare", "invited",
            "ordered", "urged", "likely", "sure", "certain",
        ];
        if (at.saturating_sub(5).max(self.first)..at).any(|n| self.is_any(n, &["had"])) {
            return Cue::Says(Direction::Past);
        }
        if !DECIDED.iter().any(|word| self.reading.is(at, word)) {
            return Cue::Says(Direction::Future);
        }
        // "agreed to meet Friday", "extended to Friday"; but "agreed Friday to meet".
        let next = at + 1 == self.tokens.first() && self.is_any(at, &["set"]);
        let end = if at < self.tokens.first() { (at + 4).min(self.tokens.first()) } else { at + 4 };
        // "set for Friday", but "set records for a day"
        let end = if self.is_any(at, &["set"]) { at + 2 } else { end };
        let ahead = (at + 1..end).any(|n| self.is_any(n, &["to", "until", "till", "for"]));
        let verb = self.reading.word(at).ends_with("ed") || self.is_any(at, &["set"]);
        match (ahead || next, verb) {
            (true, _) => Cue::Says(Direction::Future),
            (false, true) => Cue::Past,
            (false, false) => Cue::None,
        }
    }

    /// A past form: with "will be", "to be" before it, it looks ahead.
    fn past(&self, at: usize) -> Direction {
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
