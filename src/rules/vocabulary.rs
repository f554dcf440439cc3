//! One automaton over all word lists.
//!
//! A phrase is a path of lexemes; all phrases of all lists share one trie, whose edges are one hash map. A token costs one
//! look-up for its lexeme, and only tokens that start a phrase cost more.

use rustc_hash::FxHashMap;

use super::lexicon::{self, Lexicon, LexiconCase};
use crate::error::Result;
use crate::text::{Token, tokens_of};

/// A word that some list or pattern knows; [`Lexeme::UNKNOWN`] is every other word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lexeme(pub(super) u32);

impl Lexeme {
    /// A word that neither lists nor patterns know.
    pub const UNKNOWN: Self = Self(0);
}

/// A lexicon class, such as `month`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class(pub(super) u16);

/// One line of a list.
#[derive(Debug)]
pub struct Entry {
    /// Its class.
    pub class: Class,
    /// What stands in its first column.
    pub name: &'static str,
    case: LexiconCase,
    /// Which of the vocabulary's lists of columns is its own.
    columns: usize,
    line: &'static str,
}

impl Entry {
    /// What stands in column `n`, counted from 0; empty where there is none.
    pub fn field(&self, n: usize) -> &'static str {
        lexicon::field(self.line, n)
    }
}

/// All lists as one automaton.
#[derive(Debug, Default)]
pub struct Vocabulary {
    lexemes: FxHashMap<Box<str>, u32>,
    classes: Vec<&'static str>,
    columns: Vec<Vec<&'static str>>,
    entries: Vec<Entry>,
    /// (node << 32 | lexeme) to node.
    edges: FxHashMap<u64, u32>,
    /// For each node, the last phrase that ends there, as one more than its place in `phrases`; 0 for none.
    ends: Vec<u32>,
    phrases: Vec<Ending>,
    /// How many entries are of the lists that the vocabulary was made from; those added later come first.
    built: usize,
    /// Room for one folded word.
    buffer: String,
}

/// A phrase at the node where it ends.
#[derive(Debug, Clone, Copy)]
struct Ending {
    entry: u32,
    /// As the list has it.
    phrase: &'static str,
    /// The phrase before it at the same node, as one more than its place; 0 for none.
    next: u32,
}

impl Vocabulary {
    /// Reads all lists, the first ones first where two have the same phrase.
    ///
    /// # Errors
    /// When a line of a list is not well-formed: file, line and what is allowed.
    pub fn new(lexicons: &[&Lexicon]) -> Result<Self> {
        let bytes: usize = lexicons.iter().map(|lexicon| lexicon.data.len()).sum();
        let mut vocabulary = Self { ends: vec![0], ..Self::default() };
        vocabulary.lexemes.reserve(bytes / 16);
        vocabulary.edges.reserve(bytes / 12);
        lexicons.iter().try_for_each(|lexicon| vocabulary.read(lexicon))?;
        vocabulary.built = vocabulary.entries.len();
        Ok(vocabulary)
    }

    /// Adds a list; where it has the phrase of an earlier one, it comes first. Rules are compiled behind it.
    ///
    /// # Errors
    /// When a line of the list is not well-formed: file, line and what is allowed.
    pub fn add(&mut self, lexicon: &Lexicon) -> Result<()> {
        self.read(lexicon)
    }

    fn read(&mut self, lexicon: &Lexicon) -> Result<()> {
        let mut tokens = Vec::new();
        let columns = lexicon.columns()?;
        let aliases = columns.iter().position(|c| *c == "aliases");
        let layout = self.columns.len();
        self.columns.push(columns);
        let (mut class_name, mut class) = ("", self.intern_class(""));
        for row in lexicon.rows()? {
            let entry = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            if row.class != class_name {
                (class_name, class) = (row.class, self.intern_class(row.class));
            }
            let others = aliases.map_or("", |n| row.field(n));
            let name = row.field(0);
            for phrase in std::iter::once(name).chain(others.split(';')).filter(|phrase| !phrase.is_empty()) {
                self.add_phrase(phrase, entry, &mut tokens);
            }
            self.entries.push(Entry { class, name, case: lexicon.case, columns: layout, line: row.words });
        }
        Ok(())
    }

    /// Whether the entry is of a list that was added.
    pub fn is_added(&self, entry: usize) -> bool {
        entry >= self.built
    }

    /// The order of entries that have the same phrase: those of added lists, then those of the others, as they stand there.
    pub(super) fn rank(&self, entry: usize) -> usize {
        entry.wrapping_sub(self.built)
    }

    /// The class of this name, made if it is new.
    pub fn intern_class(&mut self, name: &'static str) -> Class {
        self.class(name).unwrap_or_else(|| {
            self.classes.push(name);
            Class(u16::try_from(self.classes.len() - 1).unwrap_or(u16::MAX))
        })
    }

    fn add_phrase(&mut self, phrase: &'static str, entry: u32, tokens: &mut Vec<Token>) {
        tokens_of(phrase, tokens);
        let mut node = 0_u32;
        for token in tokens.iter() {
            let lexeme = self.add_lexeme(token.span.of(phrase));
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            let to = *self.edges.entry(edge(node, lexeme)).or_insert(next);
            if to == next {
                self.ends.push(0);
            }
            node = to;
        }
        if node != 0 && !self.ends(node).any(|end| end.0 == entry && end.2 == phrase) {
            self.phrases.push(Ending { entry, phrase, next: self.ends[node as usize] });
            self.ends[node as usize] = u32::try_from(self.phrases.len()).unwrap_or(u32::MAX);
        }
    }

    /// Makes `word` known, so that patterns can ask for it.
    pub(super) fn add_lexeme(&mut self, word: &str) -> Lexeme {
        let mut buffer = std::mem::take(&mut self.buffer);
        let known = self.lexeme(word, false, &mut buffer);
        let next = u32::try_from(self.lexemes.len() + 1).unwrap_or(u32::MAX);
        let lexeme = if known == Lexeme::UNKNOWN { Lexeme(next) } else { known };
        if known == Lexeme::UNKNOWN {
            self.lexemes.insert(buffer.as_str().into(), next);
        }
        self.buffer = buffer;
        lexeme
    }

    /// The class of this name; none where no list has it.
    pub fn class(&self, name: &str) -> Option<Class> {
        let at = self.classes.iter().position(|class| *class == name)?;
        Some(Class(u16::try_from(at).unwrap_or(u16::MAX)))
    }

    /// The name of a class.
    pub fn class_name(&self, class: Class) -> &'static str {
        self.classes.get(class.0 as usize).copied().unwrap_or("")
    }

    pub(super) fn class_count(&self) -> usize {
        self.classes.len()
    }

    pub(super) fn lexeme_count(&self) -> usize {
        self.lexemes.len() + 1
    }

    /// The entry of this number.
    pub fn entry(&self, number: usize) -> &Entry {
        &self.entries[number.min(self.entries.len() - 1)]
    }

    /// All entries, in the order of the lists.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What stands in the column of this name; empty where the entry's list has no such column.
    pub fn column(&self, entry: &Entry, name: &str) -> &'static str {
        self.columns[entry.columns].iter().position(|c| *c == name).map_or("", |n| entry.field(n))
    }

    /// The lexeme of a word as it stands in the text. `buffer` saves an allocation for each word.
    pub(super) fn lexeme(&self, word: &str, broken: bool, buffer: &mut String) -> Lexeme {
        buffer.clear();
        fold_into(word, broken, buffer);
        Lexeme(self.lexemes.get(buffer.as_str()).copied().unwrap_or(0))
    }

    /// The lexeme of a word of a pattern; unknown where no list or pattern has it.
    pub fn known(&self, word: &str) -> Lexeme {
        self.lexeme(word, false, &mut String::new())
    }

    pub(super) fn step(&self, node: u32, lexeme: Lexeme) -> Option<u32> {
        self.edges.get(&edge(node, lexeme)).copied()
    }

    /// The phrases that end at a node: entry, how they must be written, and what the list says.
    pub(super) fn ends(&self, node: u32) -> impl Iterator<Item = (u32, LexiconCase, &'static str)> {
        let mut at = self.ends[node as usize];
        std::iter::from_fn(move || {
            let ending = self.phrases.get((at as usize).checked_sub(1)?)?;
            at = ending.next;
            let case = self.entries.get(ending.entry as usize).map_or(LexiconCase::Any, |entry| entry.case);
            Some((ending.entry, case, ending.phrase))
        })
    }
}

fn edge(node: u32, lexeme: Lexeme) -> u64 {
    u64::from(node) << 32 | u64::from(lexeme.0)
}

/// Lower case, straight apostrophes, and without the line break of a broken word.
fn fold_into(word: &str, broken: bool, folded: &mut String) {
    if word.is_ascii() && !broken {
        folded.push_str(word);
        folded.make_ascii_lowercase();
        return;
    }
    for ch in word.chars() {
        match ch {
            '-' | '\n' | '\r' | ' ' if broken => {}
            '’' => folded.push('\''),
            _ => folded.extend(ch.to_lowercase()),
        }
    }
}
