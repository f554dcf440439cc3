//! What capitals say in each sentence of a document.
//!
//! In a sentence of prose a capital names, but for the first word and the words of titles of works. In a headline in title case,
//! or where all is in capitals, it says nothing: there only words that are not everyday words may be names.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::bits::Bits;
use super::common::key_of;
use super::lexicon::{Classes, is};
use crate::rules::{Lexeme, Phrase, Reading, ValueKind};
use crate::text::{Case, Token, TokenKind, TokenRange};

/// What capitals say in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// They name.
    Name,
    /// Nothing: a headline in title case, or capitals throughout.
    Nothing,
}

/// A document with what the lists and its capitals say of each token.
pub(super) struct Page<'r> {
    pub reading: &'r Reading<'r>,
    looks: Vec<u32>,
    /// What capitals say, for each sentence.
    capitals: Vec<Capitals>,
    /// Whether the token is written as a name is.
    named: Vec<bool>,
    /// The tokens that are not written small.
    large: Bits,
    /// Those at which the words of a name may start: words written as names, particles.
    run_starts: Bits,
    seen: Seen,
}

impl<'r> Page<'r> {
    /// Reads each token once.
    pub fn new(reading: &'r Reading<'r>, classes: &Classes) -> Self {
        let document = reading.document();
        let count = document.tokens().len();
        let (large, quotes) = large_and_quotes(reading);
        let (looks, run_starts) = classes.look(reading);
        let mut page = Self {
            reading,
            looks,
            capitals: Vec::new(),
            named: vec![false; count],
            large: Bits::default(),
            run_starts,
            seen: Seen::with_room(0),
        };
        page.capitals = document.sentences().iter().map(|s| page.capitals_of(s.tokens, s.shouting, &large)).collect();
        page.seen = page.seen(&large);
        let mut quotes = &quotes[..];
        for (n, sentence) in document.sentences().iter().enumerate() {
            let (here, behind) = quotes.split_at(quotes.partition_point(|at| *at < sentence.tokens.end()));
            quotes = behind;
            page.name_tokens(sentence.tokens, n, large.within(sentence.tokens), here);
        }
        page.large = large;
        page
    }

    /// Whether the lists give the token one of these marks.
    pub fn looks(&self, at: usize, bits: u32) -> bool {
        self.looks.get(at).is_some_and(|look| look & bits != 0)
    }

    /// All that the lists say of the token, as bits.
    pub fn look(&self, at: usize) -> u32 {
        self.looks.get(at).copied().unwrap_or(0)
    }

    /// Percentage of uses of the token's word that are written small; 0 where the word is rare or mostly a name.
    pub fn lower(&self, at: usize) -> u8 {
        self.reading.lower(at)
    }

    /// Whether the token is written as a name is, where that says something.
    pub fn named(&self, at: usize) -> bool {
        self.named.get(at).copied().unwrap_or(false)
    }

    /// The tokens with a capital, wherever in them.
    pub fn large(&self) -> &Bits {
        &self.large
    }

    /// The tokens at which the words of a name may start.
    pub fn run_starts(&self) -> &Bits {
        &self.run_starts
    }

    /// Whether the token has a capital at its start.
    pub fn capital(&self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper))
    }

    /// Whether the phrase is a title or office.
    pub fn is_office(&self, phrase: &Phrase) -> bool {
        self.reading.vocabulary().class_name(phrase.class) == "title"
    }

    /// Whether the document writes the token's word small too.
    pub fn also_small(&self, at: usize) -> bool {
        let small = |token: &Token| token.kind == TokenKind::Word && token.case == Case::Lower;
        self.reading.token(at).is_some_and(small) || self.seen.of(self.reading, at).small
    }

    /// What capitals say in each sentence.
    pub fn all_capitals(&self) -> &[Capitals] {
        &self.capitals
    }

    /// What capitals say in the sentence of token `at`.
    pub fn capitals(&self, at: usize) -> Capitals {
        self.capitals.get(self.reading.document().sentence_of(at)).copied().unwrap_or(Capitals::Name)
    }

    /// Whether token `at` clings to the one before it.
    pub fn glued(&self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|t| t.glued)
    }

    /// The first word of the sentence that token `at` belongs to, past quotes, brackets and bullets.
    pub fn first_word(&self, sentence: TokenRange) -> usize {
        let word = |at: usize| self.reading.token(at).is_some_and(|t| t.kind == TokenKind::Word);
        sentence.iter().take(8).find(|at| word(*at)).unwrap_or(sentence.first())
    }

    fn capitals_of(&self, sentence: TokenRange, shouting: bool, large: &Bits) -> Capitals {
        if shouting {
            return Capitals::Nothing;
        }
        let behind = TokenRange::new(sentence.first() + 1, sentence.end());
        let counts = |at: &usize| {
            let word = self.reading.token(*at).is_some_and(|token| token.kind == TokenKind::Word && token.span.len() >= 4);
            word && !self.looks(*at, is::FUNCTION)
        };
        let (mut capital, mut everyday) = (0, 0);
        for at in large.within(behind).filter(|at| self.capital(*at)).filter(counts) {
            capital += 1;
            everyday += usize::from(self.lower(at) >= 70);
        }
        let small = || behind.iter().filter(counts).count() - capital;
        if everyday >= 2 && small() * 4 <= capital { Capitals::Nothing } else { Capitals::Name }
    }

    /// How the words are written elsewhere that are not written small everywhere.
    fn seen(&self, large: &Bits) -> Seen {
        let document = self.reading.document();
        let mut seen = Seen::with_room(document.tokens().len() / 6);
        let is_word = |at: &usize| self.reading.token(*at).is_some_and(|token| token.kind == TokenKind::Word);
        for (sentence, capitals) in document.sentences().iter().zip(&self.capitals) {
            let first = self.first_word(sentence.tokens);
            for at in large.within(sentence.tokens).filter(is_word) {
                seen.add(self.reading, at, at > first && *capitals == Capitals::Name && !self.opens(at));
            }
        }
        for (at, (token, lexeme)) in document.tokens().iter().zip(self.reading.lexemes()).enumerate() {
            if token.kind == TokenKind::Word && token.case == Case::Lower {
                seen.add_small(Seen::number(lexeme, self.reading, at));
            }
        }
        seen
    }

    /// Whether the token follows a mark behind which a sentence may start.
    fn opens(&self, at: usize) -> bool {
        let is_mark = |before: &usize| self.reading.token(*before).is_some_and(|token| token.kind == TokenKind::Mark);
        at.checked_sub(1).filter(is_mark).is_some_and(|before| {
            matches!(
                self.reading.word(before),
                ":" | "\"" | "“" | "``" | "''" | "-" | "--" | "–" | "—" | "..." | "…" | "•" | "‘" | "'" | ";" | "(" | "[" | "*"
            ) && !(self.glued(at) && matches!(self.reading.word(before), "-" | "(" | "["))
        })
    }

    /// Finds the names among the large words of a sentence, the `n`th, with these quotes.
    fn name_tokens(&mut self, sentence: TokenRange, n: usize, large: impl Iterator<Item = usize>, quotes: &[usize]) {
        let capitals = self.capitals.get(n).copied().unwrap_or(Capitals::Name);
        let first = self.first_word(sentence);
        let works = self.works(quotes);
        for at in large {
            let starts = at == first || self.opens(at);
            let named = self.is_named(at, starts, capitals) && !works.iter().any(|work| work.holds(at));
            if let Some(here) = self.named.get_mut(at).filter(|_| named) {
                *here = true;
                self.run_starts.add(at);
            }
        }
    }

    fn is_named(&self, at: usize, starts: bool, capitals: Capitals) -> bool {
        let Some(token) = self.reading.token(at) else { return false };
        let inner = token.case == Case::Mixed && token.span.len() > 2 && !self.glued(at);
        if token.kind != TokenKind::Word || !(self.capital(at) || inner) || self.reading.value_of(at, ValueKind::Date).is_some() {
            return false;
        }
        if self.looks(at, is::FUNCTION) || self.reading.word(at).starts_with(['\'', '’']) {
            return false;
        }
        let number = token.glued && at > 0 && self.reading.token(at - 1).is_some_and(|before| before.kind == TokenKind::Number);
        if number {
            return false;
        }
        let word = self.reading.word(at);
        let initial = self.reading.word(at + 1) == "." && self.glued(at + 1);
        if word.len() == 1 && !initial && !self.named(at.wrapping_sub(1)) || is_contraction(word) {
            return false;
        }
        if capitals == Capitals::Nothing {
            let rare = self.lower(at) < 40 || self.looks(at, is::HEAD | is::TITLE);
            let written = self.seen.of(self.reading, at);
            return rare && (written.capital || !written.small);
        }
        if !starts || token.case == Case::Upper {
            return true;
        }
        let next_named = self.capital(at + 1) && !self.looks(at + 1, is::FUNCTION) && !self.opens(at + 1);
        if self.looks(at, is::GIVEN | is::TITLE) && next_named {
            return true;
        }
        let written = self.seen.of(self.reading, at);
        if written.capital && (!written.small || next_named) {
            return true;
        }
        match self.lower(at) {
            0..40 => !written.small,
            40..90 => next_named && !written.small,
            _ => false,
        }
    }

    /// Titles of works: what stands in quotes with capitals throughout ("A Song of Distant Rain").
    fn works(&self, quotes: &[usize]) -> Vec<TokenRange> {
        let mut works = Vec::new();
        let mut open: Option<usize> = None;
        for at in quotes.iter().copied() {
            let work = open.map(|from| TokenRange::new(from + 1, at)).filter(|inside| self.is_title(*inside));
            works.extend(work);
            open = if work.is_some() { None } else { Some(at) };
        }
        works
    }

    fn is_title(&self, inside: TokenRange) -> bool {
        if !(3..=14).contains(&inside.len()) {
            return false;
        }
        let (mut small, mut everyday) = (false, 0);
        for at in inside.iter() {
            let Some(token) = self.reading.token(at) else { return false };
            let function = self.looks(at, is::FUNCTION);
            small |= token.case == Case::Lower && !function && token.span.len() > 3;
            everyday += usize::from(self.capital(at) && (function || self.lower(at) >= 60));
        }
        !small && everyday >= 2 && self.capital(inside.first())
    }
}

/// The tokens that are not written small, and the quotes.
fn large_and_quotes(reading: &Reading<'_>) -> (Bits, Vec<usize>) {
    let document = reading.document();
    let bytes = document.text().as_bytes();
    let may_quote =
        |token: &Token| token.kind == TokenKind::Mark && matches!(bytes.get(token.span.start()), Some(b'"' | b'\'' | b'`' | 0xE2));
    let (mut large, mut quotes) = (Bits::new(document.tokens().len()), Vec::with_capacity(32));
    for (at, token) in document.tokens().iter().enumerate() {
        if !matches!(token.case, Case::Lower | Case::None) {
            large.add(at);
        } else if may_quote(token) && matches!(document.word(at), "\"" | "“" | "”" | "``" | "''" | "'" | "‘" | "’") {
            quotes.push(at);
        }
    }
    (large, quotes)
}

/// "I've", "Let's", "Don't": a word with what is left of a verb.
fn is_contraction(word: &str) -> bool {
    // An apostrophe of ASCII, or the last byte of the other one, before one letter or two.
    let may_be = matches!(word.as_bytes(), [.., b'\'' | 0x99, _] | [.., b'\'' | 0x99, _, _]);
    let end = || word.rsplit(['\'', '’']).next().filter(|end| end.len() < word.len());
    may_be && end().is_some_and(|end| ["ve", "m", "re", "ll", "d", "t", "s"].iter().any(|rest| rest.eq_ignore_ascii_case(end)))
}

/// How a word is written in the document.
#[derive(Debug, Clone, Copy, Default)]
struct Written {
    /// Small somewhere.
    small: bool,
    /// With a capital where that says something.
    capital: bool,
}

/// How words are written, in whatever case; of those that are always written small nothing is kept.
struct Seen {
    words: FxHashMap<u64, Written>,
    /// The hashes of words that are not known to be written small yet: most tokens are told from these.
    open: Hashes,
    /// The hashes that several words have.
    shared: Hashes,
}

/// A bit for each hash.
struct Hashes([u64; 64]);

impl Hashes {
    /// The hash of a word.
    fn of(word: u64) -> usize {
        (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52) as usize
    }

    fn has(&self, hash: usize) -> bool {
        self.0.get(hash / 64).is_some_and(|bits| bits >> (hash % 64) & 1 != 0)
    }

    fn set(&mut self, hash: usize, to: bool) {
        if let Some(bits) = self.0.get_mut(hash / 64) {
            *bits = *bits & !(1 << (hash % 64)) | u64::from(to) << (hash % 64);
        }
    }
}

impl Seen {
    /// Nothing, with room for so many words.
    fn with_room(words: usize) -> Self {
        let words = FxHashMap::with_capacity_and_hasher(words, FxBuildHasher);
        Self { words, open: Hashes([0; 64]), shared: Hashes([0; 64]) }
    }

    /// Its number: of its lexeme, or of its letters.
    fn word(reading: &Reading<'_>, at: usize) -> u64 {
        Self::number(reading.lexeme(at), reading, at)
    }

    fn number(lexeme: Lexeme, reading: &Reading<'_>, at: usize) -> u64 {
        lexeme.known().map_or_else(|| key_of(reading.word(at)) | 1 << 63, u64::from)
    }

    /// Adds the word of token `at`, which is not written small. `telling`: whether its capital says something.
    fn add(&mut self, reading: &Reading<'_>, at: usize, telling: bool) {
        let word = Self::word(reading, at);
        let count = self.words.len();
        self.words.entry(word).or_default().capital |= telling;
        if self.words.len() > count {
            let hash = Hashes::of(word);
            if self.open.has(hash) {
                self.shared.set(hash, true);
            }
            self.open.set(hash, true);
        }
    }

    /// Marks the word of this number, which is written small. All that are not must have been added.
    fn add_small(&mut self, word: u64) {
        let hash = Hashes::of(word);
        if self.open.has(hash)
            && let Some(written) = self.words.get_mut(&word)
        {
            written.small = true;
            self.open.set(hash, self.shared.has(hash));
        }
    }

    /// How the word of token `at`, which is not written small, is written elsewhere.
    fn of(&self, reading: &Reading<'_>, at: usize) -> Written {
        self.words.get(&Self::word(reading, at)).copied().unwrap_or_default()
    }
}
