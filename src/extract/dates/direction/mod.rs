//! Whether an unmarked "Friday" lies behind or ahead: what the verbs around it say.
//!
//! The nearest verb before the expression decides: "said Friday" looks back, "will rule on Friday", "due Friday",
//! "postponed until Friday", "opens Friday" look ahead. Where none stands before it, the first verb behind it does: "On
//! Friday, the court will rule". At most [`REACH`] tokens are read in either direction; what was read from farther away
//! than [`SURE`] tokens is told apart, for "the Feb. 10 deadline" is near the article's date whatever the verbs say.

mod cue;

use super::lexicon::Classes;
use super::meaning::{Direction, Read, Trust};
use crate::rules::{Class, Reading};
use crate::text::TokenRange;

use cue::Cue;

/// Tokens read in either direction.
const REACH: usize = 30;
/// Tokens within which a verb surely speaks of the expression.
const SURE: usize = 9;
/// Tokens from a verb to an expression that it surely dates: "began on".
const BESIDE: usize = 2;

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

    #[inline(always)]
    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        at >= self.first && at < self.end && self.reading.is_any(at, words)
    }

    /// A token before the expression, counted back from 1; past the end where there is none.
    fn back(&self, n: usize) -> usize {
        self.tokens.first().checked_sub(n).unwrap_or(usize::MAX)
    }

    /// "since Friday" looks back, "as soon as Friday" ahead, whatever the verbs.
    fn preposition(&self) -> Option<Read> {
        let sure = |direction| Some(Read { direction, trust: Trust::Beside });
        if self.is_any(self.back(1), &["since"]) {
            return sure(Direction::Past);
        }
        // "Wednesday's ruling" has happened, "Friday's vote" may lie ahead.
        let owner = self.is_any(self.tokens.end(), &["'s", "’s"]);
        if owner && !(1..=2).any(|n| self.is(self.tokens.end() + n, self.classes.awaited)) {
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
        let compared =
            self.is_any(self.back(1), &["in"]) && self.is_any(self.back(2), &["%", "percent"]) && self.is_any(self.tokens.end(), &["to"]);
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
        deadline.then_some(Read { direction: Direction::Future, trust: Trust::Hint })
    }

    /// "by August", "from August 6" where no verb says more; "from August 6 to 8" may lie anywhere.
    fn limit(&self) -> Option<Read> {
        let range = self.is_any(self.tokens.end(), &["to", "until", "till", "through"]);
        let from = self.is_any(self.back(1), &["from"]) && !range || self.is_any(self.back(1), &["starting", "beginning", "effective"]);
        let ahead = self.is_limit() || from;
        ahead.then_some(Read { direction: Direction::Future, trust: Trust::Hint })
    }

    /// Whether the expression ends what is spoken of: "by Friday", "until Friday".
    fn is_limit(&self) -> bool {
        self.is_any(self.back(1), &["by", "until", "till"])
    }

    /// Whether a verb of the past stands right behind a comma: "by Monday, the mayor was angry".
    fn is_told(&self) -> bool {
        let end = self.tokens.end();
        let behind = self.cue(end) == Cue::Past && self.past(end) == Direction::Past;
        behind || self.is_any(end, &[","]) && (end + 1..end + 5).any(|at| self.cue(at) == Cue::Past && self.past(at) == Direction::Past)
    }

    /// "the Feb. 23 accord": the date describes a thing.
    fn is_attribute(&self) -> bool {
        self.is_any(self.back(1), &["the", "a", "an", "its", "his", "her", "their", "our", "my", "your"])
            && !self.reading.is(self.tokens.first(), "the")
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
            let stretch = self.is_any(self.back(1), &["through"]) && direction == Direction::Past;
            let through = self.is_any(self.back(1), &["through", "to"]) || (self.is_limit() && direction == Direction::Past);
            // "our February debate", "money through Dec. 15": what lies near.
            let weekday = self.reading.phrase_named(self.tokens.first(), "weekday").is_some();
            if !weekday && (self.is_attribute() || stretch) {
                return None;
            }
            let beside = self.tokens.first() - at <= BESIDE;
            let trust = match (near && !through, beside) {
                (false, _) => Trust::Hint,
                (true, false) => Trust::Near,
                (true, true) => Trust::Beside,
            };
            return Some(Read { direction, trust });
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
            // "The first is Sept. 26, followed by others"
            let clause = at > self.tokens.end() && self.is_any(at - 1, &[","]) && self.reading.word(at).ends_with("ed");
            let direction = match self.cue(at) {
                _ if clause => continue,
                Cue::Says(direction) if !self.is_any(at, &["to"]) => direction,
                Cue::Past => self.past(at),
                _ => continue,
            };
            let quoted = (self.tokens.end()..at).any(|n| self.is_any(n, &["\"", "”", "''"]));
            let near = at - self.tokens.end() <= SURE && !self.is_attribute() && !quoted;
            return Some(Read { direction, trust: if near { Trust::Near } else { Trust::Hint } });
        }
        None
    }
}
