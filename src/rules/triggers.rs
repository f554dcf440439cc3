//! Which rule sets may start at a token: a bit for each set.
//!
//! A set tells what its patterns start with when it is compiled. A token's bits are read once, from its word, its shapes and
//! the classes of its phrases, so that a set passes over a token that none of its rules starts with by looking at one bit.

use super::marks::Marks;
use super::pattern::Step;
use super::value::ValueKind;
use super::vocabulary::{Class, Lexeme};

/// A bit for each rule set; sets beyond the sixteenth share theirs.
pub type Sets = u16;

/// For each rule set, the tokens at which it may start: a bit for each token, 64 of them at once.
#[derive(Debug)]
pub(super) struct Starts {
    blocks: Vec<[u64; Sets::BITS as usize]>,
}

impl Starts {
    /// None among so many tokens.
    pub fn new(tokens: usize) -> Self {
        Self { blocks: vec![[0; Sets::BITS as usize]; tokens.div_ceil(64)] }
    }

    /// Lets these sets start at a token.
    pub fn add(&mut self, at: usize, mut sets: Sets) {
        let Some(block) = self.blocks.get_mut(at / 64) else { return };
        while sets != 0 {
            block[sets.trailing_zeros() as usize % block.len()] |= 1 << (at % 64);
            sets &= sets - 1;
        }
    }

    /// The tokens at which a set may start, 64 at once: the first of these, and a bit for each.
    pub fn of(&self, set: Sets) -> impl Iterator<Item = (usize, u64)> {
        let set = set.trailing_zeros() as usize % Sets::BITS as usize;
        self.blocks.iter().enumerate().map(move |(n, block)| (64 * n, block[set])).filter(|(_, bits)| *bits != 0)
    }
}

/// Takes the lowest of these bits out; gives its number.
pub(super) fn take_lowest(bits: &mut u64) -> Option<usize> {
    let lowest = Some(bits.trailing_zeros() as usize).filter(|_| *bits != 0)?;
    *bits &= *bits - 1;
    Some(lowest)
}

/// What each rule set starts with.
#[derive(Debug)]
pub(super) struct Triggers {
    count: u32,
    classes: Vec<Sets>,
    /// By the shapes of a token, as [`Marks`] have them.
    shapes: [Sets; 256],
    values: [Sets; ValueKind::ALL.len()],
}

impl Default for Triggers {
    fn default() -> Self {
        Self { count: 0, classes: Vec::new(), shapes: [0; 256], values: [0; ValueKind::ALL.len()] }
    }
}

impl Triggers {
    /// The bit of a new set, which starts with these steps; calls `word` with the words among them.
    pub fn add(&mut self, steps: impl Iterator<Item = Step>, mut word: impl FnMut(Lexeme, Sets)) -> Sets {
        let set = 1 << (self.count % Sets::BITS);
        self.count += 1;
        for step in steps {
            match step {
                Step::Word(lexeme) => word(lexeme, set),
                Step::Phrase(class) => *place(&mut self.classes, class.index()) |= set,
                Step::Value(kind) => self.values[kind as usize] |= set,
                Step::Shape(shape) => {
                    let with = (0..=u8::MAX).filter(|shapes| (shapes >> Marks::shape(shape)) & 1 == 1);
                    with.for_each(|shapes| self.shapes[usize::from(shapes)] |= set);
                }
                _ => {}
            }
        }
        set
    }

    /// The sets that start with a phrase of a class.
    pub fn class(&self, class: Class) -> Sets {
        self.classes.get(class.index()).copied().unwrap_or(0)
    }

    /// The sets that start with one of the shapes among these marks.
    pub fn shapes(&self, marks: &Marks) -> Sets {
        self.shapes[usize::from(marks.shape_bits())]
    }

    /// The sets that start with a value.
    pub fn value(&self, kind: ValueKind) -> Sets {
        self.values[kind as usize]
    }
}

/// The sets at a place, made where it is none yet.
fn place(sets: &mut Vec<Sets>, at: usize) -> &mut Sets {
    if sets.len() <= at {
        sets.resize(at + 1, 0);
    }
    &mut sets[at]
}
