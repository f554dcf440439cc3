//! Running a program at one place of a document.

use super::pattern::{Program, Step};
use super::reading::Reading;
use super::value::ValueKind;
use crate::text::TokenRange;

/// The steps after which matching at one place is given up.
const MOST_STEPS: u32 = 4_000;
/// Captures in one pattern.
pub(super) const MOST_CAPTURES: usize = 8;

/// What the captures of a pattern hold.
pub(super) type Slots = [TokenRange; MOST_CAPTURES];

/// A capture that holds nothing; no match of a document lies there.
pub(super) const UNSET: TokenRange = TokenRange::LAST;

/// Runs programs; its buffer is kept from one place to the next.
pub(super) struct Matcher<'r> {
    reading: &'r Reading<'r>,
    later: Vec<Later>,
    /// What the captures hold.
    pub slots: Slots,
}

/// What to come back to when an alternative fails.
#[derive(Debug, Clone, Copy)]
enum Later {
    /// Another way to go on.
    Try { step: usize, at: usize },
    /// What a capture held before the way that failed.
    Restore { slot: usize, held: TokenRange },
}

impl<'r> Matcher<'r> {
    /// A matcher over one document.
    pub fn new(reading: &'r Reading<'r>) -> Self {
        Self { reading, later: Vec::with_capacity(16), slots: [UNSET; MOST_CAPTURES] }
    }

    /// Runs `program` at token `at`, within a sentence that ends before `end`; gives the token at which the match ends.
    pub fn run(&mut self, program: &Program, at: usize, end: usize) -> Option<usize> {
        self.slots = [UNSET; MOST_CAPTURES];
        self.later.clear();
        self.matches(program, 0, at, end, &mut 0)
    }

    /// Runs from step `from`; what is left to come back to is as it was before, but for what captures held.
    fn matches(&mut self, program: &Program, from: usize, at: usize, end: usize, steps: &mut u32) -> Option<usize> {
        let bottom = self.later.len();
        let mut next = Some((from, at));
        while let Some((step, at)) = next {
            if let Some(stop) = self.follow(program, step, at, end, steps) {
                return Some(stop);
            }
            next = None;
            while self.later.len() > bottom && *steps <= MOST_STEPS {
                match self.later.pop() {
                    Some(Later::Try { step, at }) => {
                        next = Some((step, at));
                        break;
                    }
                    Some(Later::Restore { slot, held }) => self.slots[slot] = held,
                    None => break,
                }
            }
        }
        None
    }

    /// Follows one way until it ends or fails.
    fn follow(&mut self, program: &Program, mut step: usize, mut at: usize, end: usize, steps: &mut u32) -> Option<usize> {
        let reading = self.reading;
        loop {
            *steps += 1;
            let inside = at < end;
            step += 1;
            match *program.steps.get(step - 1)? {
                Step::Accept => return Some(at),
                Step::Jump(to) => step = to,
                // A way that starts with another word is not worth coming back from.
                Step::Or(other) => match program.steps.get(step) {
                    Some(Step::Word(lexeme)) if !inside || reading.lexeme(at) != *lexeme => step = other,
                    _ => self.later.push(Later::Try { step: other, at }),
                },
                Step::Mark(slot, begins) => {
                    let held = *self.slots.get(slot)?;
                    self.later.push(Later::Restore { slot, held });
                    self.slots[slot] = if begins { TokenRange::new(at, at) } else { TokenRange::new(held.first(), at) };
                }
                Step::Not(next) => {
                    let (bottom, slots) = (self.later.len(), self.slots);
                    let found = self.matches(program, step, at, end, &mut 0).is_some();
                    self.later.truncate(bottom);
                    self.slots = slots;
                    if found {
                        return None;
                    }
                    step = next;
                }
                Step::Glue if inside && reading.token(at).is_some_and(|t| t.glued) => {}
                Step::Word(lexeme) if inside && reading.lexeme(at) == lexeme => at += 1,
                Step::Shape(shape) if inside && reading.fits(at, shape) => at += 1,
                Step::Value(kind) if inside => at = value_end(reading, at, kind).filter(|stop| *stop <= end)?,
                Step::Phrase(class) if inside => {
                    let mut ends = reading.phrases_at(at).iter().filter(|p| p.class == class).map(|p| p.tokens.end());
                    let longest = ends.next()?;
                    let mut last = longest;
                    for shorter in ends.filter(|stop| *stop < longest) {
                        if shorter != last {
                            self.later.push(Later::Try { step, at: shorter });
                            last = shorter;
                        }
                    }
                    at = longest;
                }
                _ => return None,
            }
        }
    }
}

/// Where a value that starts at `at`, or a number whose own words do, ends.
pub(super) fn value_end(reading: &Reading<'_>, at: usize, kind: ValueKind) -> Option<usize> {
    let value = reading.value_of(at, kind)?;
    let starts = value.tokens.first() == at || (kind == ValueKind::Number && reading.quantity(at).is_some_and(|q| q.core.first() == at));
    starts.then(|| value.tokens.end())
}
