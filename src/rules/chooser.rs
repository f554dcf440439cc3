//! Which rules of a set may match at a token: what is chosen before any pattern is run.
//!
//! Rules are listed by what they may start with: a word, a class, a value, a shape. Of those listed for a token, the ones are
//! chosen of which the token behind that start may be the next one, and whose words and classes stand ahead in the sentence,
//! as far as [`Marks`] tell.

use super::marks::{BITS, FIRST, Marks};
use super::matcher::value_end;
use super::pattern::{Program, Step};
use super::phrases::Place;
use super::reading::Reading;
use super::triggers::{Sets, take_lowest};
use super::vocabulary::Vocabulary;
use crate::text::TokenRange;

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
    /// For each shape and kind of value, by its bit among the marks, one more than the place of its starts in `lists`; 0 for none.
    by_first: [u16; FIRST as usize],
    /// The bits of those that some rule starts with.
    firsts: u64,
    /// What each rule needs beside what its starts tell.
    needs: Vec<Needs>,
}

/// What every match of a rule has, but for the marks that it holds for sure.
#[derive(Debug)]
struct Needs {
    /// Whether it starts its sentence.
    opens: bool,
    /// What its first token must be, beside what the rule starts with.
    here: Marks,
    /// Of each of these, it holds something.
    any: Vec<Marks>,
}

impl Needs {
    /// Whether there are any.
    fn are_some(&self) -> bool {
        self.opens || self.here != Marks::NONE || !self.any.is_empty()
    }

    /// Whether they are met where this stands. `opens`: whether a sentence starts there.
    fn are_met(&self, Place { marks, ahead }: &Place, opens: bool) -> bool {
        (opens || !self.opens) && marks.holds(&self.here) && self.any.iter().all(|need| need.meets(ahead))
    }
}

/// A way in which a rule may start.
#[derive(Debug, Clone, Copy)]
struct Start {
    rule: u16,
    /// Whether the program needs more than `must`.
    needs: bool,
    /// What must stand behind that which it starts with; none where the match may end there.
    then: Option<Marks>,
    /// What must stand from its first token on.
    must: Marks,
}

/// The ways in which rules may start with one word, class, value or shape.
#[derive(Debug, Default)]
struct Starts {
    starts: Vec<Start>,
    /// Whether anything may stand behind some of them.
    alone: bool,
    /// What must stand behind any of the others.
    then: Marks,
    /// A bit for each start, where there are many.
    sorted: Option<Box<Sorted>>,
}

/// Many starts, a bit for each, by what may stand behind.
#[derive(Debug)]
struct Sorted {
    /// Those behind which anything may stand.
    alone: u64,
    /// Those behind which one with a mark may stand.
    by_mark: [u64; BITS as usize],
}

/// So many starts are worth sorting.
const MANY: usize = 8;

impl Starts {
    fn push(&mut self, start: Start) {
        match &start.then {
            None => self.alone = true,
            Some(then) => self.then.add_all(then),
        }
        self.starts.push(start);
    }

    /// Sorts them by what may stand behind, if there are many.
    fn sort(&mut self) {
        if !(MANY..=u64::BITS as usize).contains(&self.starts.len()) {
            return;
        }
        let mut sorted = Sorted { alone: 0, by_mark: [0; BITS as usize] };
        for (n, start) in self.starts.iter().enumerate() {
            match &start.then {
                None => sorted.alone |= 1 << n,
                Some(then) => then.common(then, |mark| sorted.by_mark[mark] |= 1 << n),
            }
        }
        self.sorted = Some(Box::new(sorted));
    }

    /// Calls `each` with those behind which one with these marks may stand.
    #[inline(always)] // most lists are short, and asked for at every token
    fn before(&self, next: &Marks, mut each: impl FnMut(&Start)) {
        if let Some(sorted) = &self.sorted {
            let mut few = sorted.before(&self.then, next);
            while let Some(start) = take_lowest(&mut few).and_then(|n| self.starts.get(n)) {
                each(start);
            }
        } else if self.alone || self.then.meets(next) {
            self.starts.iter().filter(|start| start.then.as_ref().is_none_or(|then| then.meets(next))).for_each(each);
        }
    }
}

impl Sorted {
    #[inline(never)]
    fn before(&self, then: &Marks, next: &Marks) -> u64 {
        let mut few = self.alone;
        then.common(next, |mark| few |= self.by_mark[mark]);
        few
    }
}

impl Chooser {
    /// Reads from programs what they start with and need.
    pub fn new(programs: &[Program], vocabulary: &mut Vocabulary) -> Self {
        let mut steps = Vec::with_capacity(programs.len());
        let (by_lexeme, by_class) = (vec![0; vocabulary.lexeme_count()], vec![0; vocabulary.class_count()]);
        let mut chooser = Self { by_lexeme, by_class, ..Self::default() };
        for (program, rule) in programs.iter().zip(0..=u16::MAX) {
            let (single, mut any): (Vec<Marks>, Vec<Marks>) = program.needs.iter().partition(|need| need.is_single());
            let mut must = Marks::default();
            single.iter().for_each(|need| must.add_all(need));
            any.sort_by_key(Marks::breadth);
            let needs = Needs { opens: program.opens, here: program.here, any };
            for (at, step) in first_steps(program, 0) {
                let then = marks_behind(program, at, vocabulary);
                steps.push((step, then));
                chooser.start(step, Start { rule, needs: needs.are_some(), then, must });
            }
            chooser.needs.push(needs);
        }
        chooser.set = vocabulary.add_set(steps.into_iter());
        chooser.lists.iter_mut().for_each(Starts::sort);
        chooser.firsts = (0..FIRST).filter(|bit| chooser.by_first[*bit as usize] > 0).fold(0, |firsts, bit| firsts | 1 << bit);
        chooser
    }

    /// Lets a step start a rule.
    fn start(&mut self, step: Step, start: Start) {
        let list = match step {
            Step::Word(lexeme) => &mut self.by_lexeme[lexeme.0 as usize],
            Step::Phrase(class) => {
                self.classes.add(Marks::class(class.index()));
                &mut self.by_class[class.0 as usize]
            }
            Step::Value(kind) => &mut self.by_first[usize::from(Marks::value(kind))],
            Step::Shape(shape) => &mut self.by_first[usize::from(Marks::shape(shape))],
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
        let (mut rules, mut sentence) = (Rules::default(), TokenRange::default());
        while let Some(at) = take_lowest(&mut places).map(|n| first + n) {
            if at >= sentence.end() {
                sentence = reading.sentence(at);
            }
            if self.rules_at(reading, at, sentence, &mut rules) {
                for (n, rules) in rules.iter_mut().enumerate() {
                    while let Some(rule) = take_lowest(rules) {
                        chosen.push(Chosen { rule: u64::BITS as usize * n + rule, at, end: sentence.end() });
                    }
                }
            }
        }
    }

    /// Adds the rules that may match at token `at` of a sentence. Says whether there are any.
    fn rules_at(&self, reading: &Reading<'_>, at: usize, sentence: TokenRange, rules: &mut Rules) -> bool {
        let place = reading.place(at);
        let mut any = false;
        let mut add = |start: &Start| {
            let rule = usize::from(start.rule);
            let needed = || self.needs.get(rule).is_none_or(|needs| needs.are_met(place, at == sentence.first()));
            if let Some(bits) = rules.get_mut(rule / 64).filter(|_| place.ahead.holds(&start.must) && (!start.needs || needed())) {
                *bits |= 1 << (rule % 64);
                any = true;
            }
        };
        let behind = |end: usize| if end < sentence.end() { reading.marks(end) } else { &Marks::NONE };
        let (here, next) = (&place.marks, behind(at + 1));
        let listed = |list: Option<&u16>| list.and_then(|list| self.lists.get(usize::from(*list).wrapping_sub(1)));
        if let Some(starts) = listed(self.by_lexeme.get(reading.lexeme(at).0 as usize)) {
            starts.before(next, &mut add);
        }
        if here.meets(&self.classes) {
            for phrase in reading.phrases_at(at) {
                if let Some(starts) = listed(self.by_class.get(phrase.class.0 as usize)) {
                    starts.before(behind(phrase.tokens.end()), &mut add);
                }
            }
        }
        let mut firsts = here.firsts() & self.firsts;
        while let Some(bit) = take_lowest(&mut firsts) {
            let Some(starts) = listed(self.by_first.get(bit)) else { continue };
            match Marks::kind_of(bit) {
                None => starts.before(next, &mut add),
                Some(kind) => {
                    if let Some(end) = value_end(reading, at, kind) {
                        starts.before(behind(end), &mut add);
                    }
                }
            }
        }
        any
    }
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

/// What must stand behind that which the step at `at` takes.
fn marks_behind(program: &Program, at: usize, vocabulary: &Vocabulary) -> Option<Marks> {
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
