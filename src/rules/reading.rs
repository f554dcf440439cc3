//! A document as the word lists see it.

use std::cell::RefCell;

use super::chooser::Chosen;
use super::entry::Entry;
use super::marks::Marks;
use super::matcher::Later;
use super::pattern::Shape;
use super::phrases::{self, Found, Place};
use super::triggers::{Sets, Starts, take_lowest};
use super::value::{Quantity, Value, ValueKind};
use super::vocabulary::{Class, Known, Lexeme, Vocabulary, is_same};
use crate::text::{Document, Token, TokenRange};

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
    words: Vec<Word>,
    /// All phrases, by first token, the longest first.
    phrases: Vec<Phrase>,
    places: Vec<Place>,
    /// Where rule sets may start.
    starts: Starts,
    /// For each token, where its phrases begin in `phrases`; one more at the end.
    phrase_starts: Vec<u32>,
    values: Vec<Value>,
    quantities: Vec<Quantity>,
    scratch: RefCell<Scratch>,
}

/// A token's word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub lexeme: Lexeme,
    /// What is known of it.
    pub known: Known,
    /// One more than the number of the value that covers it; the last marked wins.
    covering: u32,
}

/// What finding needs room for, kept from one set of rules to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// Rules to be tried.
    pub chosen: Vec<Chosen>,
    /// Ways to come back to.
    pub later: Vec<Later>,
}

impl<'a> Reading<'a> {
    /// Looks each token up once.
    pub fn new(document: &'a Document, vocabulary: &'a Vocabulary) -> Self {
        let (text, tokens) = (document.text(), document.tokens());
        let mut buffer = String::with_capacity(64);
        let lexeme = |token: &Token| vocabulary.lexeme(text, token.span, token.broken, &mut buffer);
        let unknown = |lexeme| Word { lexeme, known: Known::default(), covering: 0 };
        let mut words: Vec<Word> = tokens.iter().map(lexeme).map(unknown).collect();
        // All at once, so that memory is waited for once.
        words.iter_mut().for_each(|word| word.known = vocabulary.about(word.lexeme));
        let Found { phrases, phrase_starts, places, starts } = phrases::find(document, vocabulary, &words);
        let (values, quantities) = (Vec::new(), Vec::new());
        let scratch = RefCell::new(Scratch { chosen: Vec::with_capacity(32), later: Vec::with_capacity(32) });
        Self { document, vocabulary, words, phrases, places, starts, phrase_starts, values, quantities, scratch }
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
    #[inline]
    pub fn is(&self, at: usize, word: &str) -> bool {
        let bytes = self.document.text().as_bytes();
        let may_be = |token: &Token| {
            token.span.len() == word.len() && bytes.get(token.span.start()).map(any_case) == word.as_bytes().first().map(any_case)
        };
        self.token(at).is_some_and(may_be) && self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether token `at` is one of these words, in any case.
    ///
    /// Where the words are written at the call, the bits of all of them are two numbers when the program is built, one of their
    /// first letters and one of their last, and nearly all tokens are told from these.
    #[inline(always)]
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let firsts = words.iter().fold(0, |bits, word| bits | glance(word.as_bytes().first(), word.len()));
        let lasts = || words.iter().fold(0, |bits, word| bits | glance(word.as_bytes().last(), word.len()));
        self.first_glance(at) & firsts != 0 && self.last_glance(at) & lasts() != 0 && self.is_one_of(at, words)
    }

    fn first_glance(&self, at: usize) -> u64 {
        let bytes = self.document.text().as_bytes();
        self.token(at).map_or(0, |token| glance(bytes.get(token.span.start()), token.span.len()))
    }

    fn last_glance(&self, at: usize) -> u64 {
        let bytes = self.document.text().as_bytes();
        self.token(at).map_or(0, |token| glance(bytes.get(token.span.end().wrapping_sub(1)), token.span.len()))
    }

    fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let here = self.word(at);
        let first = here.as_bytes().first().map(any_case);
        let may_be = |word: &str| word.len() == here.len() && word.as_bytes().first().map(any_case) == first;
        words.iter().any(|word| may_be(word) && word.eq_ignore_ascii_case(here))
    }

    /// The lexeme of token `at`.
    pub fn lexeme(&self, at: usize) -> Lexeme {
        self.words.get(at).map_or(Lexeme::UNKNOWN, |word| word.lexeme)
    }

    /// The lexemes of all tokens.
    pub fn lexemes(&self) -> impl Iterator<Item = Lexeme> {
        self.words.iter().map(|word| word.lexeme)
    }

    /// Of 100 uses of the word at token `at`, how many are written small: 0 for words that are rare or mostly names.
    pub fn lower(&self, at: usize) -> u8 {
        self.words.get(at).map_or(0, |word| word.known.lower)
    }

    /// The phrases that start at token `at`, the longest first, then in the order of the lists.
    #[inline]
    pub fn phrases_at(&self, at: usize) -> &[Phrase] {
        match (self.phrase_starts.get(at), self.phrase_starts.get(at.saturating_add(1))) {
            (Some(&from), Some(&to)) => &self.phrases[from as usize..to as usize],
            _ => &[],
        }
    }

    /// What stands at token `at`; nothing past the end.
    pub fn marks(&self, at: usize) -> &Marks {
        &self.place(at).marks
    }

    /// Whether token `at` has this shape: shapes share their bits with nothing.
    pub(super) fn fits(&self, at: usize, shape: Shape) -> bool {
        self.places.get(at).is_some_and(|place| place.marks.has(Marks::shape(shape)))
    }

    /// The tokens at which one of these sets may start, in order.
    pub fn places(&self, set: Sets) -> impl Iterator<Item = usize> {
        self.starts.of(set).flat_map(|(first, mut places)| std::iter::from_fn(move || Some(first + take_lowest(&mut places)?)))
    }

    /// The tokens at which a rule set may start, 64 at once: the first of these, and a bit for each.
    pub(super) fn starts(&self, set: Sets) -> impl Iterator<Item = (usize, u64)> {
        self.starts.of(set)
    }

    /// Takes the room for finding; who finds within a find makes its own.
    pub(super) fn take_scratch(&self) -> Scratch {
        self.scratch.take()
    }

    /// Keeps the room for who finds next.
    pub(super) fn keep_scratch(&self, scratch: Scratch) {
        self.scratch.replace(scratch);
    }

    /// What stands at token `at`, and ahead of it; nothing past the end.
    pub(super) fn place(&self, at: usize) -> &Place {
        self.places.get(at).unwrap_or(&Place::NOTHING)
    }

    /// All phrases, by first token.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The longest phrase of `class` that starts at token `at`.
    pub fn phrase(&self, at: usize, class: Class) -> Option<Phrase> {
        self.phrases_at(at).iter().find(|phrase| phrase.class == class).copied()
    }

    /// The longest phrase of the class of this name that starts at token `at`. For code behind a match; hot loops resolve the class once.
    #[inline]
    pub fn phrase_named(&self, at: usize, class: &str) -> Option<Phrase> {
        self.phrases_at(at).iter().find(|phrase| is_same(self.vocabulary.class_name(phrase.class), class)).copied()
    }

    /// The entry of a phrase.
    pub fn entry(&self, phrase: Phrase) -> Entry {
        self.vocabulary.entry(phrase.entry)
    }

    /// What the phrase's entry has in the column of this name; empty where there is none.
    #[inline]
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
        self.values.reserve(ranges.size_hint().1.unwrap_or(0));
        for (index, tokens) in ranges.enumerate() {
            self.values.push(Value { kind, tokens, index });
            let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            for at in tokens.iter() {
                if let (Some(word), Some(place)) = (self.words.get_mut(at), self.places.get_mut(at)) {
                    word.covering = number;
                    place.marks.add(Marks::value(kind));
                    self.starts.add(at, self.vocabulary.triggers().value(kind));
                }
            }
        }
    }

    /// The value that covers token `at`: the one marked last.
    pub fn value(&self, at: usize) -> Option<Value> {
        let number = self.words.get(at)?.covering;
        self.values.get((number as usize).wrapping_sub(1)).copied()
    }

    /// The value of this kind that covers token `at`, if nothing marked later hides it.
    pub fn value_of(&self, at: usize, kind: ValueKind) -> Option<Value> {
        self.value(at).filter(|value| value.kind == kind)
    }

    /// Whether a number covers token `at`, hidden or not.
    pub fn is_in_number(&self, at: usize) -> bool {
        self.marks(at).has(Marks::value(ValueKind::Number))
    }

    /// Whether the name of a person covers token `at`, hidden or not.
    pub fn is_in_person(&self, at: usize) -> bool {
        self.marks(at).has(Marks::value(ValueKind::Person))
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

/// A byte without the bit that tells small letters: the same for words that are the same in any case.
const fn any_case(byte: &u8) -> u8 {
    *byte | 0x20
}

/// A bit for words of this length with this byte at one end, in any case.
const fn glance(end: Option<&u8>, length: usize) -> u64 {
    match end {
        Some(byte) => 1 << ((5 * any_case(byte) as u32 + 11 * length as u32) % u64::BITS),
        None => 0,
    }
}
