//! A document as the word lists see it.

use std::borrow::Cow;

use super::marks::Marks;
use super::pattern::Shape;
use super::triggers::{Sets, Starts};
use super::value::{Quantity, Value, ValueKind};
use super::vocabulary::{Class, Entry, Known, Lexeme, Vocabulary, is_same};
use crate::text::{Document, Sentence, Token, TokenRange};

/// A phrase of a list at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its class.
    pub class: Class,
    /// The number of its entry in the vocabulary.
    pub entry: usize,
}

/// A document with the lexeme of each token, the phrases that start at it, and the values found so far.
#[derive(Debug)]
pub struct Reading<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    lexemes: Vec<Lexeme>,
    /// What is known of each token's word.
    known: Vec<Known>,
    /// All phrases, by first token, the longest first.
    phrases: Vec<Phrase>,
    /// For each token, its word, its shapes, the classes of its phrases and the values that cover it.
    marks: Vec<Marks>,
    /// Where rule sets may start.
    starts: Starts,
    /// For each token, the marks from there to the end of its sentence, but for values.
    ahead: Vec<Marks>,
    /// For each token, where its phrases begin in `phrases`; one more at the end.
    phrase_starts: Vec<u32>,
    values: Vec<Value>,
    /// For each token, one more than the number of the value that covers it; the last marked wins.
    covering: Vec<u32>,
    quantities: Vec<Quantity>,
}

impl<'a> Reading<'a> {
    /// Looks each token up once.
    pub fn new(document: &'a Document, vocabulary: &'a Vocabulary) -> Self {
        let tokens = document.tokens();
        let mut buffer = String::new();
        let lexemes: Vec<Lexeme> =
            tokens.iter().map(|token| vocabulary.lexeme(token.span.of(document.text()), token.broken, &mut buffer)).collect();
        // All at once, so that memory is waited for once.
        let known = lexemes.iter().map(|lexeme| vocabulary.about(*lexeme)).collect();
        let mut reading = Self {
            document,
            vocabulary,
            lexemes,
            known,
            phrases: Vec::with_capacity(2 * tokens.len()),
            marks: Vec::with_capacity(tokens.len()),
            starts: Starts::new(tokens.len()),
            ahead: vec![Marks::default(); tokens.len()],
            phrase_starts: Vec::with_capacity(tokens.len() + 1),
            values: Vec::new(),
            covering: vec![0; tokens.len()],
            quantities: Vec::new(),
        };
        reading.find_phrases();
        reading
    }

    fn find_phrases(&mut self) {
        let (document, triggers) = (self.document, self.vocabulary.triggers());
        for sentence in document.sentences() {
            for (first, token) in sentence.tokens.iter().zip(&document.tokens()[sentence.tokens.iter()]) {
                let start = self.phrases.len();
                let known = self.known.get(first).copied().unwrap_or_default();
                self.phrase_starts.push(u32::try_from(start).unwrap_or(u32::MAX));
                let mut marks = Marks::shapes(token, document.text());
                if known.bit > 0 {
                    marks.add(known.bit);
                }
                let mut starts = triggers.shapes(&marks) | known.sets;
                if known.root != 0 {
                    self.find_phrases_at(first, known.root, sentence);
                }
                for phrase in &self.phrases[start..] {
                    marks.add(Marks::class(phrase.class));
                    starts |= triggers.class(phrase.class);
                }
                self.marks.push(marks);
                self.starts.add(first, starts);
            }
            let mut ahead = Marks::default();
            for (here, marks) in self.ahead[sentence.tokens.iter()].iter_mut().zip(&self.marks[sentence.tokens.iter()]).rev() {
                ahead.add_all(marks);
                *here = ahead;
            }
        }
        self.phrase_starts.push(u32::try_from(self.phrases.len()).unwrap_or(u32::MAX));
    }

    /// Adds the phrases that start at token `first`, the longest first, then in the order of the lists.
    /// `root`: the node that its word leads to.
    fn find_phrases_at(&mut self, first: usize, root: u32, sentence: &Sentence) {
        let vocabulary = self.vocabulary;
        let start = self.phrases.len();
        let (mut at, mut lengths) = (first, 0);
        let mut next = Some(root);
        while let Some(node) = next {
            let node = vocabulary.node(node);
            at += 1;
            let tokens = TokenRange::new(first, at);
            let before = self.phrases.len();
            for end in vocabulary.ends(&node) {
                if !end.exact || self.is_written(tokens, vocabulary.written(&end), sentence.shouting) {
                    self.phrases.push(Phrase { tokens, class: end.class, entry: end.entry });
                }
            }
            lengths += usize::from(self.phrases.len() > before);
            let behind = self.lexemes[..sentence.tokens.end()].get(at).filter(|lexeme| node.goes_on() && **lexeme != Lexeme::UNKNOWN);
            next = behind.and_then(|lexeme| vocabulary.step(&node, *lexeme));
        }
        if lengths > 1 {
            self.phrases[start..].sort_unstable_by_key(|phrase| (std::cmp::Reverse(phrase.tokens.end()), phrase.entry));
        }
    }

    /// Whether the tokens are written as `phrase` is: the same characters but for white space, line breaks and curly quotes.
    fn is_written(&self, tokens: TokenRange, phrase: &str, shouting: bool) -> bool {
        let words = self.document.words(tokens);
        if words == phrase {
            return true;
        }
        if tokens.len() == 1 && words.len() == phrase.len() && words.is_ascii() && !shouting {
            return false;
        }
        let mut rest = phrase;
        for at in tokens.iter() {
            let mut word = Cow::Borrowed(self.word(at));
            if self.token(at).is_some_and(|token| token.broken) {
                word = word.replace(['-', '\n', '\r', ' '], "").into();
            }
            if word.contains('’') {
                word = word.replace('’', "'").into();
            }
            rest = rest.trim_start();
            let Some((head, tail)) = rest.split_at_checked(word.len()) else { return false };
            if head != word && !(shouting && (head.eq_ignore_ascii_case(&word) || head.to_uppercase() == word)) {
                return false;
            }
            rest = tail;
        }
        rest.is_empty()
    }

    /// The document that is read.
    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// The lists it is read against.
    pub fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }

    /// Token `at`; none past the end.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.document.tokens().get(at)
    }

    /// The words of token `at`; empty past the end.
    pub fn word(&self, at: usize) -> &'a str {
        self.document.word(at)
    }

    /// Whether token `at` is this word, in any case. For words that are asked for often, a lexicon class serves better.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of these words, in any case.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let here = self.word(at);
        let first = here.as_bytes().first().map(u8::to_ascii_lowercase);
        let alike = |word: &&&str| word.len() == here.len() && word.as_bytes().first().map(u8::to_ascii_lowercase) == first;
        words.iter().filter(alike).any(|word| word.eq_ignore_ascii_case(here))
    }

    /// The lexeme of token `at`.
    pub fn lexeme(&self, at: usize) -> Lexeme {
        self.lexemes.get(at).copied().unwrap_or(Lexeme::UNKNOWN)
    }

    /// Of 100 uses of the word at token `at`, how many are written small: 0 for words that are rare or mostly names.
    pub fn lower(&self, at: usize) -> u8 {
        self.known.get(at).map_or(0, |known| known.lower)
    }

    /// The phrases that start at token `at`, the longest first, then in the order of the lists.
    pub fn phrases_at(&self, at: usize) -> &[Phrase] {
        match (self.phrase_starts.get(at), self.phrase_starts.get(at.saturating_add(1))) {
            (Some(&from), Some(&to)) => &self.phrases[from as usize..to as usize],
            _ => &[],
        }
    }

    /// What stands at token `at`; nothing past the end.
    pub fn marks(&self, at: usize) -> &Marks {
        self.marks.get(at).unwrap_or(&Marks::NONE)
    }

    /// Whether token `at` has this shape: shapes share their bits with nothing.
    pub(super) fn fits(&self, at: usize, shape: Shape) -> bool {
        self.marks.get(at).is_some_and(|marks| marks.has(Marks::shape(shape)))
    }

    /// The tokens at which a rule set may start, in order.
    pub(super) fn starts(&self, set: Sets) -> impl Iterator<Item = usize> {
        self.starts.of(set)
    }

    /// What stands from token `at` to the end of its sentence, but for values.
    pub(super) fn ahead(&self, at: usize) -> &Marks {
        self.ahead.get(at).unwrap_or(&Marks::NONE)
    }

    /// All phrases, by first token.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The longest phrase of `class` that starts at token `at`.
    pub fn phrase(&self, at: usize, class: Class) -> Option<Phrase> {
        self.phrases_at(at).iter().copied().find(|phrase| phrase.class == class)
    }

    /// The longest phrase of the class of this name that starts at token `at`. For code behind a match; hot loops resolve the class once.
    pub fn phrase_named(&self, at: usize, class: &str) -> Option<Phrase> {
        self.phrases_at(at).iter().copied().find(|phrase| is_same(self.vocabulary.class_name(phrase.class), class))
    }

    /// The entry of a phrase.
    pub fn entry(&self, phrase: Phrase) -> Entry {
        self.vocabulary.entry(phrase.entry)
    }

    /// What the phrase's entry has in the column of this name; empty where there is none.
    pub fn column(&self, phrase: Phrase, name: &str) -> &'static str {
        self.vocabulary.column(self.entry(phrase), name)
    }

    /// The tokens of the sentence that token `at` belongs to.
    pub fn sentence(&self, at: usize) -> TokenRange {
        self.document.sentences().get(self.document.sentence_of(at)).map_or(TokenRange::default(), |sentence| sentence.tokens)
    }

    /// Marks numbers, so that patterns can speak of them.
    pub fn mark_quantities(&mut self, quantities: Vec<Quantity>) {
        self.values.reserve(2 * quantities.len());
        self.mark(ValueKind::Number, quantities.iter().map(|quantity| quantity.tokens));
        self.quantities = quantities;
    }

    /// Marks values of a kind, numbered in the order given. What is marked later covers what was marked before.
    pub fn mark(&mut self, kind: ValueKind, ranges: impl Iterator<Item = TokenRange>) {
        for (index, tokens) in ranges.enumerate() {
            self.values.push(Value { kind, tokens, index });
            let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            for at in tokens.iter() {
                if let (Some(covering), Some(marks)) = (self.covering.get_mut(at), self.marks.get_mut(at)) {
                    *covering = number;
                    marks.add(Marks::value(kind));
                    self.starts.add(at, self.vocabulary.triggers().value(kind));
                }
            }
        }
    }

    /// The value that covers token `at`: the one marked last.
    pub fn value(&self, at: usize) -> Option<Value> {
        let number = *self.covering.get(at)?;
        self.values.get((number as usize).wrapping_sub(1)).copied()
    }

    /// The value of this kind that covers token `at`, if nothing marked later hides it.
    pub fn value_of(&self, at: usize, kind: ValueKind) -> Option<Value> {
        self.value(at).filter(|value| value.kind == kind)
    }

    /// The number that covers token `at` ("at least" included), unless a later value, such as a date, hides it.
    pub fn quantity(&self, at: usize) -> Option<&Quantity> {
        self.quantities.get(self.value_of(at, ValueKind::Number)?.index)
    }

    /// All numbers, in order, hidden ones too.
    pub fn quantities(&self) -> &[Quantity] {
        &self.quantities
    }
}
