//! The language of patterns: from its text to a program without loops.
//!
//! A pattern is parsed into a small tree and the tree is laid out as instructions. Repetitions are written out, so a
//! program only ever runs forward; what starts a match (the trigger words) is read from its first instructions, and what
//! every match must hold somewhere from the tree.

use super::marks::Marks;
use super::value::ValueKind;
use super::vocabulary::{Class, Lexeme, Vocabulary};

/// What a single token looks like: `<name>` in patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `<any>`: every token.
    Any,
    /// `<word>`: letters.
    Word,
    /// `<cap>`: a word with a capital first letter ("Syria", "UN").
    Cap,
    /// `<upper>`: two capitals or more, nothing small ("UN").
    Upper,
    /// `<lower>`: no capital.
    Lower,
    /// `<digits>`: a number in digits.
    Digits,
    /// `<d2>`: one or two digits.
    D2,
    /// `<d4>`: four digits.
    D4,
}

impl Shape {
    pub(super) const ALL: [(Self, &'static str); 8] = [
        (Self::Any, "any"),
        (Self::Word, "word"),
        (Self::Cap, "cap"),
        (Self::Upper, "upper"),
        (Self::Lower, "lower"),
        (Self::Digits, "digits"),
        (Self::D2, "d2"),
        (Self::D4, "d4"),
    ];
}

/// One step of a program. Targets are instruction numbers and always lie ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Word(Lexeme),
    Phrase(Class),
    Value(ValueKind),
    Shape(Shape),
    /// No white space before the next token.
    Glue,
    /// Try the next instruction, then this one.
    Or(usize),
    Jump(usize),
    /// Remember where capture `.0` begins (`true`) or ends.
    Mark(usize, bool),
    /// What follows up to `Accept` must not match; go on at the target.
    Not(usize),
    Accept,
}

/// A compiled pattern.
#[derive(Debug, Clone, Default)]
pub(super) struct Program {
    pub steps: Vec<Step>,
    pub captures: Vec<&'static str>,
    /// Each match holds a token with a bit of each of these.
    pub needs: Vec<Marks>,
    /// Whether a match starts its sentence.
    pub opens: bool,
    /// The shapes of the token that a match starts with, where the pattern speaks of them apart.
    pub here: Marks,
}

/// What is wrong with a pattern: the place in its text and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PatternFault {
    /// Byte in the pattern.
    pub at: usize,
    /// What was expected.
    pub expected: String,
}

enum Node {
    Step(Step),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Repeat(Box<Node>, u32, u32),
    Capture(usize, Box<Node>),
    Not(Box<Node>),
}

/// Compiles `pattern`; its words and classes become known to the vocabulary.
pub(super) fn compile(pattern: &'static str, vocabulary: &mut Vocabulary) -> Result<Program, PatternFault> {
    let mut parser = Parser { pattern, at: 0, vocabulary, captures: Vec::new() };
    let (opens, here) = (parser.take('^'), parser.here()?);
    let tree = parser.either()?;
    if parser.at < pattern.len() {
        return Err(parser.fault("the end, or a closing bracket has no opening one"));
    }
    let captures = std::mem::take(&mut parser.captures);
    let mut program = Program { steps: Vec::new(), captures, needs: needs(&tree, vocabulary), opens, here };
    lay_out(&tree, &mut program.steps);
    program.steps.push(Step::Accept);
    Ok(program)
}

/// What each match of `node` must hold; the rarest of what its alternatives need where they differ.
fn needs(node: &Node, vocabulary: &Vocabulary) -> Vec<Marks> {
    match node {
        Node::Step(step) => vocabulary.mark(*step).filter(|_| !matches!(step, Step::Value(_))).into_iter().collect(),
        Node::Sequence(nodes) => nodes.iter().flat_map(|node| needs(node, vocabulary)).collect(),
        Node::Either(nodes) => {
            let mut any = Marks::default();
            for node in nodes {
                let Some(rarest) = needs(node, vocabulary).into_iter().min_by_key(Marks::breadth) else { return Vec::new() };
                any.add_all(&rarest);
            }
            vec![any]
        }
        Node::Repeat(node, 1.., _) | Node::Capture(_, node) => needs(node, vocabulary),
        Node::Repeat(..) | Node::Not(_) => Vec::new(),
    }
}

fn lay_out(node: &Node, steps: &mut Vec<Step>) {
    match node {
        Node::Step(step) => steps.push(*step),
        Node::Sequence(nodes) => nodes.iter().for_each(|node| lay_out(node, steps)),
        Node::Either(nodes) => {
            let mut exits = Vec::new();
            for (n, node) in nodes.iter().enumerate() {
                let or = steps.len();
                if n + 1 < nodes.len() {
                    steps.push(Step::Or(0));
                }
                lay_out(node, steps);
                if n + 1 < nodes.len() {
                    exits.push(steps.len());
                    steps.push(Step::Jump(0));
                    steps[or] = Step::Or(steps.len());
                }
            }
            let end = steps.len();
            exits.into_iter().for_each(|at| steps[at] = Step::Jump(end));
        }
        Node::Repeat(node, least, most) => {
            (0..*least).for_each(|_| lay_out(node, steps));
            let mut skips = Vec::new();
            for _ in *least..*most {
                skips.push(steps.len());
                steps.push(Step::Or(0));
                lay_out(node, steps);
            }
            let end = steps.len();
            skips.into_iter().for_each(|at| steps[at] = Step::Or(end));
        }
        Node::Capture(slot, node) => {
            steps.push(Step::Mark(*slot, true));
            lay_out(node, steps);
            steps.push(Step::Mark(*slot, false));
        }
        Node::Not(node) => {
            let not = steps.len();
            steps.push(Step::Not(0));
            lay_out(node, steps);
            steps.push(Step::Accept);
            steps[not] = Step::Not(steps.len());
        }
    }
}

struct Parser<'v> {
    pattern: &'static str,
    at: usize,
    vocabulary: &'v mut Vocabulary,
    captures: Vec<&'static str>,
}

impl Parser<'_> {
    fn fault(&self, expected: &str) -> PatternFault {
        PatternFault { at: self.at, expected: expected.to_owned() }
    }

    fn rest(&self) -> &'static str {
        &self.pattern[self.at..]
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, mark: char) -> bool {
        let taken = self.rest().starts_with(mark);
        self.at += if taken { mark.len_utf8() } else { 0 };
        taken
    }

    /// The shape behind a `&`, if one stands here.
    fn here(&mut self) -> Result<Marks, PatternFault> {
        let mut here = Marks::default();
        self.skip_space();
        if self.take('&') {
            match self.element()? {
                Node::Step(Step::Shape(shape)) => here.add(Marks::shape(shape)),
                _ => return Err(self.fault("a shape before this place")),
            }
        }
        Ok(here)
    }

    /// Letters, digits and `_` (and `'`, as in "don't").
    fn name(&mut self) -> &'static str {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\'')).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn either(&mut self) -> Result<Node, PatternFault> {
        let mut nodes = vec![self.sequence()?];
        while self.take('|') {
            nodes.push(self.sequence()?);
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Either(nodes) })
    }

    fn sequence(&mut self) -> Result<Node, PatternFault> {
        let mut nodes = Vec::new();
        loop {
            self.skip_space();
            if self.rest().is_empty() || self.rest().starts_with(['|', ')']) {
                break;
            }
            nodes.push(self.repeated()?);
        }
        if nodes.is_empty() { Err(self.fault("a word, @class, #value, <shape> or group")) } else { Ok(Node::Sequence(nodes)) }
    }

    fn repeated(&mut self) -> Result<Node, PatternFault> {
        let node = self.element()?;
        if self.take('?') {
            return Ok(Node::Repeat(Box::new(node), 0, 1));
        }
        if !self.take('{') {
            return Ok(node);
        }
        let bounds = self.rest().split_once('}').and_then(|(inside, _)| {
            self.at += inside.len() + 1;
            let (least, most) = inside.split_once(',')?;
            Some((least.trim().parse().ok()?, most.trim().parse().ok()?))
        });
        match bounds {
            Some((least, most)) if least <= most && most <= 12 => Ok(Node::Repeat(Box::new(node), least, most)),
            _ => Err(self.fault("{least,most} with most up to 12 before this place")),
        }
    }

    fn element(&mut self) -> Result<Node, PatternFault> {
        if self.take('(') {
            let node = self.either()?;
            return if self.take(')') { Ok(node) } else { Err(self.fault("a closing bracket")) };
        }
        if self.take('!') {
            return Ok(Node::Not(Box::new(self.element()?)));
        }
        if self.take('~') {
            return Ok(Node::Step(Step::Glue));
        }
        if self.take('@') {
            let name = self.name();
            return Ok(Node::Step(Step::Phrase(
                self.vocabulary.class(name).ok_or_else(|| self.fault("a class of some lexicon before this place"))?,
            )));
        }
        if self.take('#') {
            let name = self.name();
            let kind = ValueKind::ALL.iter().find(|(_, n)| *n == name);
            return kind
                .map(|(kind, _)| Node::Step(Step::Value(*kind)))
                .ok_or_else(|| self.fault("#number, #date, #actor or #person before this place"));
        }
        if self.take('<') {
            let name = self.name();
            let shape = Shape::ALL.iter().find(|(_, n)| *n == name).filter(|_| self.take('>'));
            return shape
                .map(|(shape, _)| Node::Step(Step::Shape(*shape)))
                .ok_or_else(|| self.fault("the name of a shape and > before this place"));
        }
        if self.take('"') {
            let Some((mark, _)) = self.rest().split_once('"') else { return Err(self.fault("a closing quote")) };
            self.at += mark.len() + 1;
            return Ok(Node::Step(Step::Word(self.vocabulary.pattern_word(mark))));
        }
        let name = self.name();
        if name.is_empty() {
            // A mark that needs no quotes.
            let Some(mark) = self.rest().chars().next().filter(|c| !c.is_whitespace() && !"=?{})".contains(*c)) else {
                return Err(self.fault("a word, @class, #value, <shape> or group"));
            };
            let word = &self.rest()[..mark.len_utf8()];
            self.at += mark.len_utf8();
            return Ok(Node::Step(Step::Word(self.vocabulary.pattern_word(word))));
        }
        if self.take('=') {
            let slot = self.captures.iter().position(|c| *c == name).unwrap_or_else(|| {
                self.captures.push(name);
                self.captures.len() - 1
            });
            return Ok(Node::Capture(slot, Box::new(self.repeated()?)));
        }
        Ok(Node::Step(Step::Word(self.vocabulary.pattern_word(name))))
    }
}
