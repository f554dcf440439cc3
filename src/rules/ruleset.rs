//! Rules, and the set that tries each of them only where its pattern can start.

use std::collections::BTreeMap;

use super::pattern::{self, PatternFault, Program, Shape, Step};
use super::reading::{Phrase, Reading, class_bit, shape_bit};
use super::value::{Quantity, ValueKind};
use super::vocabulary::Vocabulary;
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

/// The steps after which matching at one place is given up.
const MOST_STEPS: u32 = 4_000;
/// Captures in one pattern.
const MOST_CAPTURES: usize = 8;

/// What the captures of a pattern hold.
type Slots = [TokenRange; MOST_CAPTURES];

/// A capture that holds nothing; no match of a document lies there.
const UNSET: TokenRange = TokenRange::LAST;
const NO_SLOTS: Slots = [UNSET; MOST_CAPTURES];

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
    pub fn get(&self, name: &str) -> Option<TokenRange> {
        let slot = self.names.iter().position(|n| *n == name)?;
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
    pub fn phrase(&self, name: &str, class: &str) -> Option<Phrase> {
        let range = self.get(name)?;
        let vocabulary = self.reading.vocabulary();
        self.reading.phrases_at(range.first()).iter().copied().find(|p| p.tokens == range && vocabulary.class_name(p.class) == class)
    }

    /// What the phrase captured under `name` has in a column of its list; empty where there is none.
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
    rules: &'static [Rule<T>],
    programs: Vec<Program>,
    /// For each lexeme, one more than the place of its rules in `lists`; 0 for none.
    by_lexeme: Vec<u16>,
    lists: Vec<Vec<u16>>,
    by_class: Vec<Vec<u16>>,
    by_value: Vec<(ValueKind, u16)>,
    by_shape: Vec<(Shape, u16)>,
    /// The classes and shapes that trigger any rule, as bits.
    marks: u128,
}

impl<T> RuleSet<T> {
    /// Compiles the patterns. The words in them become known to `vocabulary`, so build all sets before reading documents.
    /// A pattern that is not well-formed never matches: `check_rules` names it.
    pub fn new(rules: &'static [Rule<T>], vocabulary: &mut Vocabulary) -> Self {
        let programs: Vec<Program> = rules.iter().map(|rule| pattern::compile(rule.pattern, vocabulary).unwrap_or_default()).collect();
        let mut set = Self {
            rules,
            by_lexeme: vec![0; vocabulary.lexeme_count()],
            lists: Vec::new(),
            by_class: vec![Vec::new(); vocabulary.class_count()],
            by_value: Vec::new(),
            by_shape: Vec::new(),
            marks: 0,
            programs,
        };
        for n in 0..set.programs.len() {
            let Ok(number) = u16::try_from(n) else { break };
            let mut starts = Vec::new();
            triggers(&set.programs[n], 0, &mut starts);
            for start in starts {
                match start {
                    Step::Word(lexeme) => set.trigger(lexeme.0 as usize, number),
                    Step::Phrase(class) => {
                        set.marks |= class_bit(class);
                        set.by_class[class.0 as usize].push(number);
                    }
                    Step::Value(kind) => set.by_value.push((kind, number)),
                    Step::Shape(shape) => {
                        set.marks |= shape_bit(shape);
                        set.by_shape.push((shape, number));
                    }
                    _ => {}
                }
            }
        }
        set
    }

    /// Lets a lexeme trigger a rule.
    fn trigger(&mut self, lexeme: usize, rule: u16) {
        if self.by_lexeme[lexeme] == 0 {
            self.lists.push(Vec::new());
            self.by_lexeme[lexeme] = u16::try_from(self.lists.len()).unwrap_or(0);
        }
        if let Some(list) = self.lists.get_mut(usize::from(self.by_lexeme[lexeme]).wrapping_sub(1)) {
            list.push(rule);
        }
    }

    /// The rules.
    pub fn rules(&self) -> &'static [Rule<T>] {
        self.rules
    }

    /// What is wrong with the pattern of rule `n`, if anything: not well-formed, no trigger, too many captures.
    pub(super) fn fault(&self, n: usize, vocabulary: &mut Vocabulary) -> Option<String> {
        let program = match pattern::compile(self.rules[n].pattern, vocabulary) {
            Err(PatternFault { at, expected }) => return Some(format!("at byte {at}: expected {expected}")),
            Ok(program) => program,
        };
        let mut starts = Vec::new();
        triggers(&program, 0, &mut starts);
        if starts
            .iter()
            .any(|s| matches!(s, Step::Accept | Step::Glue | Step::Not(_) | Step::Shape(Shape::Any | Shape::Word | Shape::Lower)))
        {
            return Some("it can start with any word: give it a trigger (a word, @class, #value, <cap>, <digits> ...)".into());
        }
        (program.captures.len() > MOST_CAPTURES).then(|| format!("more than {MOST_CAPTURES} captures"))
    }

    /// Calls `found` for every match that its rule makes something of: by place, then in the order of the rules.
    pub fn find(&self, reading: &Reading<'_>, mut found: impl FnMut(TokenRange, T)) {
        let mut tried: Vec<u16> = Vec::new();
        let mut stack = Vec::new();
        for sentence in reading.document().sentences() {
            for at in sentence.tokens.iter() {
                if !self.may_start(reading, at) {
                    continue;
                }
                self.candidates(reading, at, &mut tried);
                for n in tried.iter().map(|n| *n as usize) {
                    let Some(hit) = self.run(n, reading, at, sentence.tokens.end(), &mut stack) else { continue };
                    if let Some(made) = (self.rules[n].make)(&hit) {
                        found(hit.tokens, made);
                    }
                }
            }
        }
    }

    /// Whether any rule may start at token `at`: for most tokens of most texts none does, and this is all they cost.
    fn may_start(&self, reading: &Reading<'_>, at: usize) -> bool {
        let (marks, valued) = reading.marks(at);
        let lexeme = reading.lexeme(at).0 as usize;
        marks & self.marks != 0 || (valued && !self.by_value.is_empty()) || self.by_lexeme.get(lexeme).is_some_and(|list| *list > 0)
    }

    /// The rules that can start at token `at`, in their order.
    fn candidates(&self, reading: &Reading<'_>, at: usize, rules: &mut Vec<u16>) {
        rules.clear();
        let list = self.by_lexeme.get(reading.lexeme(at).0 as usize).copied().unwrap_or(0);
        if let Some(listed) = self.lists.get(usize::from(list).wrapping_sub(1)) {
            rules.extend_from_slice(listed);
        }
        for phrase in reading.phrases_at(at) {
            if let Some(listed) = self.by_class.get(phrase.class.0 as usize) {
                rules.extend_from_slice(listed);
            }
        }
        if !self.by_value.is_empty() {
            rules.extend(self.by_value.iter().filter(|(kind, _)| value_end(reading, at, *kind).is_some()).map(|(_, n)| *n));
        }
        if let Some(token) = reading.token(at).filter(|_| !self.by_shape.is_empty()) {
            rules.extend(self.by_shape.iter().filter(|(shape, _)| shape.fits(token, reading.word(at))).map(|(_, n)| *n));
        }
        rules.sort_unstable();
        rules.dedup();
    }

    fn run<'r>(&'r self, n: usize, reading: &'r Reading<'r>, at: usize, end: usize, stack: &mut Vec<Thread>) -> Option<Match<'r>> {
        let program = self.programs.get(n)?;
        let mut slots = NO_SLOTS;
        let stop = matches(program, 0, reading, at, end, stack, &mut slots)?;
        (stop > at).then(|| Match { reading, tokens: TokenRange::new(at, stop), rule: self.rules[n].name, names: &program.captures, slots })
    }
}

/// A state to come back to.
#[derive(Debug, Clone, Copy)]
struct Thread {
    step: usize,
    at: usize,
    slots: Slots,
}

/// Runs a program, or the inside of a `Not`, from step `from` and token `at`; gives the token at which the match ends.
fn matches(
    program: &Program,
    from: usize,
    reading: &Reading<'_>,
    at: usize,
    end: usize,
    stack: &mut Vec<Thread>,
    slots: &mut Slots,
) -> Option<usize> {
    let bottom = stack.len();
    stack.push(Thread { step: from, at, slots: *slots });
    let mut steps = 0;
    let mut accepted = None;
    while stack.len() > bottom {
        let Some(thread) = stack.pop() else { break };
        if let Some(at) = run_thread(program, reading, end, thread, stack, slots, &mut steps) {
            accepted = Some(at);
            break;
        }
        if steps > MOST_STEPS {
            break;
        }
    }
    stack.truncate(bottom);
    accepted
}

fn run_thread(
    program: &Program,
    reading: &Reading<'_>,
    end: usize,
    mut thread: Thread,
    stack: &mut Vec<Thread>,
    slots: &mut Slots,
    steps: &mut u32,
) -> Option<usize> {
    loop {
        *steps += 1;
        let at = thread.at;
        let inside = at < end;
        thread.step += 1;
        match *program.steps.get(thread.step - 1)? {
            Step::Accept => {
                *slots = thread.slots;
                return Some(at);
            }
            Step::Jump(to) => thread.step = to,
            Step::Or(other) => stack.push(Thread { step: other, ..thread }),
            Step::Mark(slot, begins) => {
                let range = thread.slots.get_mut(slot)?;
                *range = if begins { TokenRange::new(at, at) } else { TokenRange::new(range.first(), at) };
            }
            Step::Not(next) => {
                let mut ignored = NO_SLOTS;
                if matches(program, thread.step, reading, at, end, stack, &mut ignored).is_some() {
                    return None;
                }
                thread.step = next;
            }
            Step::Glue if inside && reading.token(at).is_some_and(|t| t.glued) => {}
            Step::Word(lexeme) if inside && reading.lexeme(at) == lexeme => thread.at += 1,
            Step::Shape(shape) if inside && reading.token(at).is_some_and(|t| shape.fits(t, reading.word(at))) => thread.at += 1,
            Step::Value(kind) if inside => thread.at = value_end(reading, at, kind).filter(|stop| *stop <= end)?,
            Step::Phrase(class) if inside => {
                let mut ends = reading.phrases_at(at).iter().filter(|p| p.class == class).map(|p| p.tokens.end());
                let longest = ends.next()?;
                let mut last = longest;
                for shorter in ends.filter(|stop| *stop < longest) {
                    if shorter != last {
                        stack.push(Thread { at: shorter, ..thread });
                        last = shorter;
                    }
                }
                thread.at = longest;
            }
            _ => return None,
        }
    }
}

/// Where a value that starts at `at`, or a number whose own words do, ends.
fn value_end(reading: &Reading<'_>, at: usize, kind: ValueKind) -> Option<usize> {
    let value = reading.value_of(at, kind)?;
    let starts = value.tokens.first() == at || (kind == ValueKind::Number && reading.quantity(at).is_some_and(|q| q.core.first() == at));
    starts.then(|| value.tokens.end())
}

/// The steps that can take the first token of a match.
fn triggers(program: &Program, from: usize, starts: &mut Vec<Step>) {
    match program.steps.get(from).copied() {
        None => {}
        Some(Step::Jump(to)) => triggers(program, to, starts),
        Some(Step::Or(other)) => {
            triggers(program, from + 1, starts);
            triggers(program, other, starts);
        }
        Some(Step::Mark(..)) => triggers(program, from + 1, starts),
        Some(Step::Not(next)) => triggers(program, next, starts),
        Some(step) if !starts.contains(&step) => starts.push(step),
        Some(_) => {}
    }
}

/// Of finds that overlap, keeps the longest; of equally long ones, the first.
pub fn longest<T>(mut finds: Vec<(TokenRange, T)>) -> Vec<(TokenRange, T)> {
    let mut order: Vec<usize> = (0..finds.len()).collect();
    order.sort_by_key(|&n| (std::cmp::Reverse(finds[n].0.len()), finds[n].0.first(), n));
    let mut kept: BTreeMap<usize, usize> = BTreeMap::new();
    let mut keep = vec![false; finds.len()];
    for n in order {
        let range = finds[n].0;
        let before = kept.range(..range.end()).next_back();
        if before.is_none_or(|(_, end)| *end <= range.first()) {
            kept.insert(range.first(), range.end());
            keep[n] = true;
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
