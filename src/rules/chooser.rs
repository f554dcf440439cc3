//! Which rules of a set may match at a token: what is chosen before any pattern is run.
//!
//! Rules are listed by what they may start with: a word, a class, a value, a shape. Of those listed for a token, the ones are
//! chosen whose second token may be the next one, and whose words and classes stand ahead in the sentence, as far as
//! [`Marks`] tell.

use super::marks::Marks;
use super::matcher::value_end;
use super::pattern::{Program, Shape, Step};
use super::phrases::Place;
use super::reading::Reading;
use super::triggers::{Sets, take_lowest};
use super::value::ValueKind;
use super::vocabulary::Vocabulary;

/// The most rules of a set.
pub(super) const MOST_RULES: usize = 256;

/// A bit for each rule of a set.
type Rules = [u64; MOST_RULES.div_ceil(u64::BITS as usize)];

/// A rule that may match from a token on, in a sentence that ends before another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen {
    pub rule: usize,
    pub at: usize,
    pub end: usize,
}

/// What rules start with, and what they need.
#[derive(Debug, Default)]
pub(super) struct Chooser {
    /// Its bit among the sets.
    pub set: Sets,
    /// For each lexeme, one more than the place of its starts in `lists`; 0 for none.
    by_lexeme: Vec<u16>,
    lists: Vec<Starts>,
    /// For each class, one more than the place of its starts in `lists`; 0 for none.
    by_class: Vec<u16>,
    /// The marks of all classes that some rule starts with.
    classes: Marks,
    by_value: Vec<(ValueKind, Starts)>,
    by_shape: Vec<(Shape, Starts)>,
    /// For each rule, what every match holds somewhere, but for what is one mark alone.
    needs: Vec<Vec<Marks>>,
}

/// A way in which a rule may start.
#[derive(Debug, Clone, Copy)]
struct Start {
    rule: u16,
    /// Whether the program needs more than `must`.
    needs: bool,
    /// What the second token must be; none where the first step may take more than one token, or the match may end there.
    then: Option<Marks>,
    /// What must stand from its first token on.
    must: Marks,
}

/// The ways in which rules may start with one word, class, value or shape.
#[derive(Debug, Default)]
struct Starts {
    starts: Vec<Start>,
    /// Whether the second token may be any for some of them.
    alone: bool,
    /// What it must be for any of the others.
    then: Marks,
}

impl Starts {
    fn push(&mut self, start: Start) {
        match &start.then {
            None => self.alone = true,
            Some(then) => self.then.add_all(then),
        }
        self.starts.push(start);
    }

    /// Those whose second token may be one with these marks.
    fn before(&self, next: &Marks) -> impl Iterator<Item = &Start> {
        let starts = if self.alone || self.then.meets(next) { &self.starts[..] } else { &[] };
        starts.iter().filter(move |start| start.then.as_ref().is_none_or(|then| then.meets(next)))
    }
}

impl Chooser {
    /// Reads from programs what they start with and need.
    pub fn new(programs: &[Program], vocabulary: &mut Vocabulary) -> Self {
        let set = vocabulary.add_set(programs.iter().flat_map(|program| first_steps(program, 0)).map(|(_, step)| step));
        let (by_lexeme, by_class) = (vec![0; vocabulary.lexeme_count()], vec![0; vocabulary.class_count()]);
        let mut chooser = Self { set, by_lexeme, by_class, ..Self::default() };
        for (program, rule) in programs.iter().zip(0..=u16::MAX) {
            let (single, mut others): (Vec<Marks>, Vec<Marks>) = program.needs.iter().partition(|need| need.is_single());
            let mut must = Marks::default();
            single.iter().for_each(|need| must.add_all(need));
            for (at, step) in first_steps(program, 0) {
                let then = second_marks(program, at, step, vocabulary);
                chooser.start(step, Start { rule, needs: !others.is_empty(), then, must });
            }
            others.sort_by_key(Marks::breadth);
            chooser.needs.push(others);
        }
        chooser
    }

    /// Lets a step start a rule.
    fn start(&mut self, step: Step, start: Start) {
        let list = match step {
            Step::Word(lexeme) => &mut self.by_lexeme[lexeme.0 as usize],
            Step::Phrase(class) => {
                self.classes.add(Marks::class(class));
                &mut self.by_class[class.0 as usize]
            }
            Step::Value(kind) => return starts_of(&mut self.by_value, kind).push(start),
            Step::Shape(shape) => return starts_of(&mut self.by_shape, shape).push(start),
            _ => return,
        };
        if *list == 0 {
            self.lists.push(Starts::default());
            *list = u16::try_from(self.lists.len()).unwrap_or(0);
        }
        if let Some(list) = self.lists.get_mut(usize::from(*list).wrapping_sub(1)) {
            list.push(start);
        }
    }

    /// Adds the rules that may match at these tokens, a bit each from token `first` on: by token, then in the order of the rules.
    pub fn choose(&self, reading: &Reading<'_>, first: usize, mut places: u64, chosen: &mut Vec<Chosen>) {
        let (mut rules, mut end) = (Rules::default(), 0);
        while let Some(at) = take_lowest(&mut places).map(|n| first + n) {
            if at >= end {
                end = reading.sentence(at).end();
            }
            let next = if at + 1 < end { reading.marks(at + 1) } else { &Marks::NONE };
            if self.rules_at(reading, at, next, &mut rules) {
                for (n, rules) in rules.iter_mut().enumerate() {
                    while let Some(rule) = take_lowest(rules) {
                        chosen.push(Chosen { rule: u64::BITS as usize * n + rule, at, end });
                    }
                }
            }
        }
    }

    /// Adds the rules that may match at token `at`, before one with the marks `next`. Says whether there are any.
    fn rules_at(&self, reading: &Reading<'_>, at: usize, next: &Marks, rules: &mut Rules) -> bool {
        let Place { marks: here, ahead } = reading.place(at);
        let mut any = false;
        let mut add = |starts: &Starts| {
            for start in starts.before(next).filter(|start| ahead.holds(&start.must)) {
                let rule = usize::from(start.rule);
                let needed = || self.needs.get(rule).is_none_or(|needs| needs.iter().all(|need| need.meets(ahead)));
                if let Some(bits) = rules.get_mut(rule / 64).filter(|_| !start.needs || needed()) {
                    *bits |= 1 << (rule % 64);
                    any = true;
                }
            }
        };
        let listed = |list: Option<&u16>| list.and_then(|list| self.lists.get(usize::from(*list).wrapping_sub(1)));
        if let Some(starts) = listed(self.by_lexeme.get(reading.lexeme(at).0 as usize)) {
            add(starts);
        }
        if here.meets(&self.classes) {
            reading.phrases_at(at).iter().filter_map(|phrase| listed(self.by_class.get(phrase.class.0 as usize))).for_each(&mut add);
        }
        let valued = |kind| here.has(Marks::value(kind)) && value_end(reading, at, kind).is_some();
        self.by_value.iter().filter(|(kind, _)| valued(*kind)).for_each(|(_, starts)| add(starts));
        let shaped = |shape| here.has(Marks::shape(shape));
        self.by_shape.iter().filter(|(shape, _)| shaped(*shape)).for_each(|(_, starts)| add(starts));
        any
    }
}

/// The starts of a kind, made where there are none yet.
fn starts_of<K: Copy + PartialEq>(all: &mut Vec<(K, Starts)>, kind: K) -> &mut Starts {
    let at = all.iter().position(|(other, _)| *other == kind).unwrap_or(all.len());
    if at == all.len() {
        all.push((kind, Starts::default()));
    }
    &mut all[at].1
}

/// The steps that can take the first token of what follows step `from`, each with its place in the program.
pub(super) fn first_steps(program: &Program, from: usize) -> Vec<(usize, Step)> {
    let (mut steps, mut open) = (Vec::new(), vec![from]);
    let mut seen = vec![false; program.steps.len()];
    while let Some(at) = open.pop() {
        if seen.get(at).is_none_or(|seen| *seen) {
            continue;
        }
        seen[at] = true;
        match program.steps.get(at).copied() {
            None => {}
            Some(Step::Jump(to) | Step::Not(to)) => open.push(to),
            Some(Step::Or(other)) => open.extend([other, at + 1]),
            Some(Step::Mark(..)) => open.push(at + 1),
            Some(step) => steps.push((at, step)),
        }
    }
    steps
}

/// What the second token must be where the step at `at` took the first.
fn second_marks(program: &Program, at: usize, step: Step, vocabulary: &Vocabulary) -> Option<Marks> {
    if !vocabulary.takes_one(step) {
        return None;
    }
    let mut marks = Marks::default();
    let mut open = vec![at + 1];
    while let Some(from) = open.pop() {
        for (at, step) in first_steps(program, from) {
            match step {
                Step::Glue => open.push(at + 1),
                _ => marks.add_all(&vocabulary.mark(step)?),
            }
        }
    }
    Some(marks)
}
