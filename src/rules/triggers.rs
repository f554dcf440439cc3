//! Which rule sets may start at a token: a bit for each set.
//!
//! A set tells what its patterns start with when it is compiled, and what may stand behind that. A token's bits are read once,
//! from its word, its shapes and the classes of its phrases, and from the marks of what stands behind these, so that a set
//! passes over a token that none of its rules starts with by looking at one bit.

use super::marks::Marks;
use super::pattern::Step;
use super::value::ValueKind;
use super::vocabulary::Class;

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

/// The sets that something starts, as far as the token behind it tells.
#[derive(Debug, Clone, Default)]
pub(super) struct Openings {
    /// Those that may start whatever stands behind.
    always: Sets,
    /// Others, each with the marks of which the token behind has one.
    before: Vec<(Sets, Marks)>,
}

impl Openings {
    /// Lets a set start before what has one of these marks, or before anything. Values are not known yet when tokens are marked.
    fn add(&mut self, set: Sets, then: Option<&Marks>) {
        match then.filter(|then| !then.has_values()) {
            None => self.always |= set,
            Some(then) => match self.before.iter_mut().find(|(other, _)| *other == set) {
                Some((_, marks)) => marks.add_all(then),
                None => self.before.push((set, *then)),
            },
        }
    }

    /// Those that may start before a token with these marks.
    fn with(&self, next: &Marks) -> Sets {
        self.before.iter().fold(self.always, |sets, (set, then)| if then.meets(next) { sets | set } else { sets })
    }
}

/// What a phrase of a class says of the token at which it starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfClass {
    pub marks: Marks,
    /// The number of the sets that start with it; 0 for none.
    pub starts: u16,
}

impl OfClass {
    fn new(class: usize) -> Self {
        let mut marks = Marks::NONE;
        marks.add(Marks::class(class));
        Self { marks, starts: 0 }
    }
}

/// What each rule set starts with.
#[derive(Debug)]
pub(super) struct Triggers {
    count: u32,
    /// Of words, classes and shapes, by a number that is kept with each; the first are of what starts no set.
    openings: Vec<Openings>,
    classes: Vec<OfClass>,
    /// By the shapes of a token, as [`Marks`] have them.
    shapes: [u16; 1 << u8::BITS],
    values: [Sets; ValueKind::ALL.len()],
}

impl Default for Triggers {
    fn default() -> Self {
        let openings = vec![Openings::default()];
        Self { count: 0, openings, classes: Vec::new(), shapes: [0; 1 << u8::BITS], values: [0; ValueKind::ALL.len()] }
    }
}

impl Triggers {
    /// The bit of a new set.
    pub fn new_set(&mut self) -> Sets {
        self.count += 1;
        1 << ((self.count - 1) % Sets::BITS)
    }

    /// Lets a set start with what has the openings of this number; 0 where it has none yet.
    fn open(openings: &mut Vec<Openings>, number: &mut u16, set: Sets, then: Option<&Marks>) {
        if *number == 0 {
            *number = u16::try_from(openings.len()).unwrap_or(0);
            openings.push(Openings::default());
        }
        if let Some(openings) = openings.get_mut(usize::from(*number)) {
            openings.add(set, then);
        }
    }

    /// Lets a set start with a word.
    pub fn add_word(&mut self, number: &mut u16, set: Sets, then: Option<&Marks>) {
        Self::open(&mut self.openings, number, set, then);
    }

    /// Lets a set start with what a step takes that takes no word.
    pub fn add(&mut self, step: Step, set: Sets, then: Option<&Marks>) {
        match step {
            Step::Phrase(class) => {
                self.make_room(class.index() + 1);
                Self::open(&mut self.openings, &mut self.classes[class.index()].starts, set, then);
            }
            Step::Value(kind) => self.values[kind as usize] |= set,
            Step::Shape(shape) => {
                let with = self.shapes.iter_mut().enumerate().filter(|(shapes, _)| (shapes >> Marks::shape(shape)) & 1 == 1);
                with.for_each(|(_, number)| Self::open(&mut self.openings, number, set, then));
            }
            _ => {}
        }
    }

    /// Makes room for so many classes.
    pub fn make_room(&mut self, classes: usize) {
        self.classes.extend((self.classes.len()..classes).map(OfClass::new));
    }

    /// What a phrase of a class says.
    #[inline]
    pub fn class(&self, class: Class) -> Option<&OfClass> {
        self.classes.get(class.index())
    }

    /// The number of the sets that start with one of the shapes among these marks.
    #[inline]
    pub fn shapes(&self, marks: &Marks) -> u16 {
        self.shapes[usize::from(marks.shape_bits())]
    }

    /// The sets of this number, as far as they start before a token with these marks.
    #[inline]
    pub fn before(&self, number: u16, next: &Marks) -> Sets {
        match number {
            0 => 0,
            _ => self.openings.get(usize::from(number)).map_or(0, |openings| openings.with(next)),
        }
    }

    /// The sets that start with a value.
    pub fn value(&self, kind: ValueKind) -> Sets {
        self.values[kind as usize]
    }
}
