//! Running a program at one place of a document.

use super::pattern::{Program, Step};
use super::reading::Reading;
use super::value::ValueKind;
use super::vocabulary::Class;
use crate::text::TokenRange;

/// The steps after which matching at one place is given up.
const MOST_STEPS: u32 = 4_000;
/// Captures in one pattern.
pub(super) const MOST_CAPTURES: usize = 8;

/// What the captures of a pattern hold.
pub(super) type Slots = [TokenRange; MOST_CAPTURES];

/// A capture that holds nothing; no match of a document lies there.
pub(super) const UNSET: TokenRange = TokenRange::LAST;

/// Runs programs; its buffer is kept from one place to the next, and from one set of rules to the next.
pub(super) struct Matcher<'r> {
    reading: &'r Reading<'r>,
    /// What is left to come back to.
    pub later: Vec<Later>,
    /// What the captures hold.
    pub slots: Slots,
}

/// What to come back to when an alternative fails.
#[derive(Debug, Clone, Copy)]
pub(super) enum Later {
    /// Another way to go on.
    Try { step: usize, at: usize },
    /// What a capture held before the way that failed.
    Restore { slot: usize, held: TokenRange },
}

impl<'r> Matcher<'r> {
    /// A matcher over one document.
    pub fn new(reading: &'r Reading<'r>, later: Vec<Later>) -> Self {
        Self { reading, later, slots: [UNSET; MOST_CAPTURES] }
    }

    /// Runs `program` at token `at`, within a sentence that ends before `end`; gives the token at which the match ends.
    pub fn run(&mut self, program: &Program, at: usize, end: usize) -> Option<usize> {
        self.slots = [UNSET; MOST_CAPTURES];
        self.later.clear();
        self.matches(&program.steps, 0, at, end)
    }

    /// Runs from step `from`; what is left to come back to is as it was before, but for what captures held.
    fn matches(&mut self, steps: &[Step], from: usize, at: usize, end: usize) -> Option<usize> {
        let bottom = self.later.len();
        let mut done = 0;
        let mut next = Some((from, at));
        while let Some((mut step, mut at)) = next {
            // One way is followed until it ends or fails.
            while let Some(here) = steps.get(step) {
                done += 1;
                step += 1;
                match *here {
                    Step::Accept => return Some(at),
                    Step::Jump(to) => step = to,
                    // A way that starts with another word is not worth coming back from.
                    Step::Or(other) => match steps.get(step) {
                        Some(Step::Word(lexeme)) if at >= end || self.reading.lexeme(at) != *lexeme => step = other,
                        _ => self.later.push(Later::Try { step: other, at }),
                    },
                    Step::Mark(slot, begins) => self.mark(slot, begins, at, bottom),
                    Step::Not(behind) => {
                        let (bottom, slots) = (self.later.len(), self.slots);
                        let found = self.matches(steps, step, at, end).is_some();
                        self.later.truncate(bottom);
                        self.slots = slots;
                        if found {
                            break;
                        }
                        step = behind;
                    }
                    Step::Glue if at < end && self.reading.token(at).is_some_and(|t| t.glued) => {}
                    Step::Word(lexeme) if at < end && self.reading.lexeme(at) == lexeme => at += 1,
                    Step::Shape(shape) if at < end && self.reading.fits(at, shape) => at += 1,
                    Step::Value(kind) if at < end => match value_end(self.reading, at, kind) {
                        Some(stop) if stop <= end => at = stop,
                        _ => break,
                    },
                    Step::Phrase(class) if at < end => match self.phrase_end(class, step, at) {
                        Some(stop) => at = stop,
                        None => break,
                    },
                    _ => break,
                }
            }
            next = if done <= MOST_STEPS { self.come_back(bottom) } else { None };
        }
        None
    }

    /// Takes up the last way that was left for later; what captures held is as it was then.
    fn come_back(&mut self, bottom: usize) -> Option<(usize, usize)> {
        while self.later.len() > bottom {
            match self.later.pop()? {
                Later::Try { step, at } => return Some((step, at)),
                Later::Restore { slot, held } => self.slots[slot] = held,
            }
        }
        None
    }

    /// Lets a capture begin at token `at`, or end there.
    fn mark(&mut self, slot: usize, begins: bool, at: usize, bottom: usize) {
        let Some(held) = self.slots.get_mut(slot) else { return };
        // What a capture held matters only where there is a way to come back to.
        if self.later.len() > bottom {
            self.later.push(Later::Restore { slot, held: *held });
        }
        *held = if begins { TokenRange::new(at, at) } else { TokenRange::new(held.first(), at) };
    }

    /// Where the longest phrase of a class that starts at token `at` ends; shorter ones are left for later, before step `step`.
    fn phrase_end(&mut self, class: Class, step: usize, at: usize) -> Option<usize> {
        let mut ends = self.reading.phrases_at(at).iter().filter(|p| p.class == class).map(|p| p.tokens.end());
        let longest = ends.next()?;
        let mut last = longest;
        for shorter in ends.filter(|stop| *stop < longest) {
            if shorter != last {
                self.later.push(Later::Try { step, at: shorter });
                last = shorter;
            }
        }
        Some(longest)
    }
}

/// Where a value that starts at `at`, or a number whose own words do, ends.
pub(super) fn value_end(reading: &Reading<'_>, at: usize, kind: ValueKind) -> Option<usize> {
    let value = reading.value_of(at, kind)?;
    let starts = value.tokens.first() == at || (kind == ValueKind::Number && reading.quantity(at).is_some_and(|q| q.core.first() == at));
    starts.then(|| value.tokens.end())
}
