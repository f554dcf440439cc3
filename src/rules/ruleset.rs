//! Rules, and the set that tries each of them only where its pattern can start.

use super::marks::Marks;
use super::matcher::{MOST_CAPTURES, Matcher, Slots, UNSET, value_end};
use super::pattern::{self, PatternFault, Program, Shape, Step};
use super::reading::{Phrase, Reading};
use super::triggers::{Sets, take_lowest};
use super::value::{Quantity, ValueKind};
use super::vocabulary::{Vocabulary, is_same};
use crate::text::{Span, TokenRange};

/// A text that a rule must hit: what it finds stands in square brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The text, with the extent of the find in `[` and `]`.
    pub text: &'static str,
    /// What is made of it, in the short form that its extractor gives to values.
    pub gives: &'static str,
}

/// One rule: name, pattern, meaning, and its own test.
pub struct Rule<T: 'static> {
    /// Stable and unique, `family/what-it-finds`: the `rule` column.
    pub name: &'static str,
    /// What starts it and what it matches: see the module text.
    pub pattern: &'static str,
    /// From the match to the find, or nothing where the match turns out to be none.
    pub make: fn(&Match<'_>) -> Option<T>,
    /// Texts in which it finds.
    pub hits: &'static [Example],
    /// Texts in which it finds nothing, taken from what news says.
    pub misses: &'static [&'static str],
}

/// A rule's match at its place.
#[derive(Debug, Clone, Copy)]
pub struct Match<'r> {
    /// The document, as read.
    pub reading: &'r Reading<'r>,
    /// All tokens of the match.
    pub tokens: TokenRange,
    /// The name of the rule.
    pub rule: &'static str,
    names: &'r [&'static str],
    slots: Slots,
}

impl<'r> Match<'r> {
    /// The tokens captured under `name`.
    #[inline]
    pub fn get(&self, name: &str) -> Option<TokenRange> {
        let slot = self.names.iter().position(|n| is_same(n, name))?;
        self.slots.get(slot).copied().filter(|range| *range != UNSET)
    }

    /// The words captured under `name`; empty where it captured nothing.
    pub fn words(&self, name: &str) -> &'r str {
        self.get(name).map_or("", |range| self.reading.document().words(range))
    }

    /// The bytes of the whole match.
    pub fn span(&self) -> Span {
        self.reading.document().span(self.tokens)
    }

    /// The phrase of class `class` that the capture `name` consists of.
    #[inline]
    pub fn phrase(&self, name: &str, class: &str) -> Option<Phrase> {
        let range = self.get(name)?;
        let vocabulary = self.reading.vocabulary();
        self.reading.phrases_at(range.first()).iter().copied().find(|p| p.tokens == range && is_same(vocabulary.class_name(p.class), class))
    }

    /// What the phrase captured under `name` has in a column of its list; empty where there is none.
    #[inline]
    pub fn column(&self, name: &str, class: &str, column: &str) -> &'static str {
        self.phrase(name, class).map_or("", |phrase| self.reading.column(phrase, column))
    }

    /// The number captured under `name`.
    pub fn quantity(&self, name: &str) -> Option<&'r Quantity> {
        self.reading.quantity(self.get(name)?.first())
    }
}

/// All rules of one extractor, compiled.
pub struct RuleSet<T: 'static> {
    rules: Vec<&'static Rule<T>>,
    programs: Vec<Program>,
    /// For each lexeme, one more than the place of its starts in `lists`; 0 for none.
    by_lexeme: Vec<u16>,
    lists: Vec<Starts>,
    /// For each class, one more than the place of its starts in `lists`; 0 for none.
    by_class: Vec<u16>,
    /// The marks of all classes that some rule starts with.
    classes: Marks,
    by_value: Vec<(ValueKind, Starts)>,
    by_shape: Vec<(Shape, Starts)>,
    /// Its bit among the sets.
    set: Sets,
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

/// The most rules of a set.
const MOST_RULES: usize = 256;

/// Rules to be tried at a token: a bit for each.
type Tried = [u64; MOST_RULES.div_ceil(u64::BITS as usize)];

impl<T> RuleSet<T> {
    /// Compiles the patterns of all families. The words in them become known to `vocabulary`, so build all sets before
    /// reading documents. A pattern that is not well-formed never matches: `check_rules` names it.
    pub fn new(families: &[&'static [Rule<T>]], vocabulary: &mut Vocabulary) -> Self {
        let rules: Vec<&'static Rule<T>> = families.iter().flat_map(|family| family.iter()).collect();
        let mut programs: Vec<Program> = rules.iter().map(|rule| pattern::compile(rule.pattern, vocabulary).unwrap_or_default()).collect();
        let mut set = Self {
            rules,
            by_lexeme: vec![0; vocabulary.lexeme_count()],
            lists: Vec::new(),
            by_class: vec![0; vocabulary.class_count()],
            classes: Marks::NONE,
            by_value: Vec::new(),
            by_shape: Vec::new(),
            set: 0,
            programs: Vec::new(),
        };
        set.set = vocabulary.add_set(programs.iter().flat_map(|program| first_steps(program, 0)).map(|(_, step)| step));
        for (program, rule) in programs.iter_mut().zip(0..=u16::MAX) {
            let mut must = Marks::default();
            program.needs.iter().filter(|need| need.is_single()).for_each(|need| must.add_all(need));
            program.needs.retain(|need| !need.is_single());
            let needs = !program.needs.is_empty();
            for (at, step) in first_steps(program, 0) {
                let then = second_marks(program, at, step, vocabulary);
                set.start(step, Start { rule, needs, then, must });
            }
        }
        set.programs = programs;
        set
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

    /// The rules.
    pub fn rules(&self) -> &[&'static Rule<T>] {
        &self.rules
    }

    /// What is wrong with the pattern of rule `n`, if anything: not well-formed, no trigger, too many captures, a rule too many.
    pub(super) fn fault(&self, n: usize, vocabulary: &mut Vocabulary) -> Option<String> {
        let program = match pattern::compile(self.rules[n].pattern, vocabulary) {
            Err(PatternFault { at, expected }) => return Some(format!("at byte {at}: expected {expected}")),
            Ok(program) => program,
        };
        let open =
            |step: &Step| matches!(step, Step::Accept | Step::Glue | Step::Not(_) | Step::Shape(Shape::Any | Shape::Word | Shape::Lower));
        if first_steps(&program, 0).iter().any(|(_, step)| open(step)) {
            return Some("it can start with any word: give it a trigger (a word, @class, #value, <cap>, <digits> ...)".into());
        }
        if n >= MOST_RULES {
            return Some(format!("more than {MOST_RULES} rules in the set"));
        }
        (program.captures.len() > MOST_CAPTURES).then(|| format!("more than {MOST_CAPTURES} captures"))
    }

    /// Calls `found` for every match that its rule makes something of: by place, then in the order of the rules.
    pub fn find(&self, reading: &Reading<'_>, mut found: impl FnMut(TokenRange, T)) {
        let mut tried = Tried::default();
        let mut matcher = Matcher::new(reading);
        let mut end = 0;
        for (first, mut places) in reading.starts(self.set) {
            while let Some(at) = take_lowest(&mut places).map(|n| first + n) {
                if at >= end {
                    end = reading.sentence(at).end();
                }
                let next = if at + 1 < end { reading.marks(at + 1) } else { &Marks::NONE };
                if !self.candidates(reading, at, next, &mut tried) {
                    continue;
                }
                for (n, rules) in tried.iter_mut().enumerate() {
                    while let Some(rule) = take_lowest(rules).map(|rule| u64::BITS as usize * n + rule) {
                        self.try_rule(rule, at, end, &mut matcher, &mut found);
                    }
                }
            }
        }
    }

    /// Runs rule `n` at token `at`.
    fn try_rule(&self, n: usize, at: usize, end: usize, matcher: &mut Matcher<'_>, found: &mut impl FnMut(TokenRange, T)) {
        let (Some(rule), Some(program)) = (self.rules.get(n), self.programs.get(n)) else { return };
        let Some(stop) = matcher.run(program, at, end).filter(|stop| *stop > at) else { return };
        let tokens = TokenRange::new(at, stop);
        let hit = Match { reading: matcher.reading, tokens, rule: rule.name, names: &program.captures, slots: matcher.slots };
        if let Some(made) = (rule.make)(&hit) {
            found(tokens, made);
        }
    }

    /// The rules that may match from token `at` on, as far as marks tell: those of the token, of the next, and of all up to the end
    /// of the sentence. Says whether there are any.
    fn candidates(&self, reading: &Reading<'_>, at: usize, next: &Marks, tried: &mut Tried) -> bool {
        let (ahead, mut any) = (reading.ahead(at), false);
        let mut add = |starts: &Starts| {
            for start in starts.before(next).filter(|start| ahead.holds(&start.must)) {
                let needed = || self.programs.get(usize::from(start.rule)).is_none_or(|p| p.needs.iter().all(|need| need.meets(ahead)));
                if let Some(rules) = tried.get_mut(usize::from(start.rule / 64)).filter(|_| !start.needs || needed()) {
                    *rules |= 1 << (start.rule % 64);
                    any = true;
                }
            }
        };
        let listed = |list: Option<&u16>| list.and_then(|list| self.lists.get(usize::from(*list).wrapping_sub(1)));
        if let Some(starts) = listed(self.by_lexeme.get(reading.lexeme(at).0 as usize)) {
            add(starts);
        }
        let here = reading.marks(at);
        let phrases = if here.meets(&self.classes) { reading.phrases_at(at) } else { &[] };
        for phrase in phrases {
            if let Some(starts) = listed(self.by_class.get(phrase.class.0 as usize)) {
                add(starts);
            }
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
fn first_steps(program: &Program, from: usize) -> Vec<(usize, Step)> {
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

/// Of finds that overlap, keeps the longest; of equally long ones, the first.
pub fn longest<T>(mut finds: Vec<(TokenRange, T)>) -> Vec<(TokenRange, T)> {
    let mut order: Vec<usize> = (0..finds.len()).collect();
    order.sort_unstable_by_key(|&n| (std::cmp::Reverse(finds[n].0.len()), finds[n].0.first(), n));
    let from = finds.iter().map(|(range, _)| range.first()).min().unwrap_or(0);
    let to = finds.iter().map(|(range, _)| range.end()).max().unwrap_or(0);
    // What is kept is never shorter than what comes after, so it covers an end of whatever it overlaps.
    let (mut covered, mut keep) = (vec![false; to.saturating_sub(from)], vec![false; finds.len()]);
    for n in order {
        let Some(tokens) = covered.get_mut(finds[n].0.first() - from..finds[n].0.end() - from) else { continue };
        if let ([false, .., false] | [false], keep) = (&tokens, &mut keep[n]) {
            tokens.fill(true);
            *keep = true;
        }
    }
    let mut n = 0;
    finds.retain(|_| {
        n += 1;
        keep[n - 1]
    });
    finds.sort_by_key(|(range, _)| range.first());
    finds
}
