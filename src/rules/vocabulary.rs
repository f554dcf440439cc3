//! The words, phrases and classes of all lists.
//!
//! What the lists hold is in one [`Automaton`], made when the program is built. Beside it stands what the patterns of a run
//! add: words that no list has, and the bits by which [`Marks`] know them.

use rustc_hash::FxHashMap;

use super::automaton::{Automaton, ENTRY, EXACT, Node, Part, PhraseNumbers};
use super::compile::compile;
use super::entry::Entry;
use super::letters::{BriefWord, hash};
use super::lexicon::Lexicon;
use super::marks::Marks;
use super::pattern::{Shape, Step};
use super::triggers::{Sets, Triggers};
use crate::error::Result;
use crate::text::Span;

/// A word that some list or pattern knows; [`Lexeme::UNKNOWN`] is every other word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lexeme(pub(super) u32);

impl Lexeme {
    /// A word that neither lists nor patterns know.
    pub const UNKNOWN: Self = Self(0);

    /// Its number, the same wherever the word stands; none for words that neither lists nor patterns know.
    pub fn known(self) -> Option<u32> {
        Some(self.0).filter(|number| *number > 0)
    }
}

/// A lexicon class, such as `month`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class(pub(super) u16);

impl Class {
    /// Its number: small, and counted from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// What is known of a word, all in one place.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known {
    /// The node of the phrases that start with it; 0 for none.
    pub root: u32,
    /// The number of what the rule sets tell that start with it; 0 for none.
    pub starts: u16,
    /// The bit that patterns have for it; 0 where no pattern speaks of it.
    pub bit: u8,
    /// Of 100 uses, how many are written small; 0 where it is rare or mostly a name.
    pub lower: u8,
}

/// All lists as one automaton.
#[derive(Debug)]
pub struct Vocabulary {
    automaton: Automaton,
    lists: Vec<Lexicon>,
    /// How many of the lists, the first ones, are the user's.
    own: usize,
    columns: Vec<Vec<&'static str>>,
    classes: Vec<&'static str>,
    /// Words of patterns that no list has.
    more: FxHashMap<Box<str>, u32>,
    /// For each hash of a word in `more`, by its last six bits, whether there is one.
    more_bits: u64,
    /// The lexemes of single characters of ASCII: the marks that most sentences have, and a few words.
    single: Vec<Lexeme>,
    /// What is known of each lexeme.
    known: Vec<Known>,
    pattern_words: usize,
    triggers: Triggers,
}

impl Vocabulary {
    /// Takes the table that [`compile`] made of these lists.
    ///
    /// # Errors
    /// When a list does not name its columns.
    pub fn borrowed(table: &'static [u8], lists: &[&Lexicon]) -> Result<Self> {
        let lists: Vec<Lexicon> = lists.iter().map(|list| **list).collect();
        let columns = lists.iter().map(Lexicon::columns).collect::<Result<_>>()?;
        let automaton = Automaton::new(table);
        let classes: Vec<&str> = automaton.text(Part::ClassNames).split('\n').collect();
        let mut triggers = Triggers::default();
        triggers.make_room(classes.len());
        let known =
            |lexeme| Known { root: automaton.number(Part::Roots, lexeme), lower: automaton.byte(Part::Lower, lexeme), ..Known::default() };
        let known = (0..automaton.count(Part::WordEnds)).map(known).collect();
        let (more, single) = (FxHashMap::default(), Vec::new());
        let mut all = Self { automaton, lists, own: 0, columns, classes, more, more_bits: 0, single, known, pattern_words: 0, triggers };
        let ascii: String = (0..128_u8).map(char::from).collect();
        all.single = (0..ascii.len()).map(|at| all.lexeme(&ascii, Span::new(at, at + 1), false, &mut String::new())).collect();
        Ok(all)
    }

    /// Reads lists of the user's and ours; the first ones come first where two have the same phrase. The table lives as long
    /// as the process, as that of our own lists does.
    ///
    /// # Errors
    /// When a line of a list is not well-formed: file, line and what is allowed.
    pub fn with(own: &[&Lexicon], ours: &[&Lexicon]) -> Result<Self> {
        let lists: Vec<&Lexicon> = own.iter().chain(ours).copied().collect();
        let copies: Vec<Lexicon> = lists.iter().map(|list| **list).collect();
        let table = compile(&copies)?.leak();
        Ok(Self { own: own.len(), ..Self::borrowed(table, &lists)? })
    }

    /// Reads lists.
    ///
    /// # Errors
    /// When a line of a list is not well-formed: file, line and what is allowed.
    pub fn new(lists: &[&Lexicon]) -> Result<Self> {
        Self::with(&[], lists)
    }

    /// The class of this name, made if it is new.
    pub fn intern_class(&mut self, name: &'static str) -> Class {
        self.class(name).unwrap_or_else(|| {
            self.classes.push(name);
            Class(u16::try_from(self.classes.len() - 1).unwrap_or(u16::MAX))
        })
    }

    /// The class of this name; none where no list has it.
    pub fn class(&self, name: &str) -> Option<Class> {
        let at = self.classes.iter().position(|class| *class == name)?;
        Some(Class(u16::try_from(at).unwrap_or(u16::MAX)))
    }

    /// The name of a class.
    #[inline]
    pub fn class_name(&self, class: Class) -> &'static str {
        self.classes.get(class.0 as usize).copied().unwrap_or("")
    }

    pub(super) fn class_count(&self) -> usize {
        self.classes.len()
    }

    /// Makes `word` known, with a bit of its own, so that patterns can ask for it.
    pub(super) fn pattern_word(&mut self, word: &str) -> Lexeme {
        let mut lexeme = self.known(word);
        if lexeme == Lexeme::UNKNOWN {
            let mut folded = String::new();
            fold_into(word, false, &mut folded);
            lexeme = Lexeme(u32::try_from(self.lexeme_count()).unwrap_or(u32::MAX));
            self.more_bits |= 1 << (hash(folded.as_bytes()) % u64::BITS);
            if let [byte] = *folded.as_bytes() {
                let single = self.single.iter_mut().zip(0_u8..).filter(|(_, other)| other.eq_ignore_ascii_case(&byte));
                single.for_each(|(single, _)| *single = lexeme);
            }
            self.more.insert(folded.into(), lexeme.0);
            self.known.push(Known::default());
        }
        if let Some(known) = self.known.get_mut(lexeme.0 as usize).filter(|known| known.bit == 0) {
            known.bit = Marks::word(self.pattern_words);
            self.pattern_words += 1;
        }
        lexeme
    }

    /// What is known of a word.
    pub(super) fn about(&self, lexeme: Lexeme) -> Known {
        self.known.get(lexeme.0 as usize).copied().unwrap_or_default()
    }

    /// Which rule sets start with what.
    pub(super) fn triggers(&self) -> &Triggers {
        &self.triggers
    }

    /// Takes a new rule set, which starts with these steps, each before what has one of these marks, or before anything; gives its bit.
    pub(super) fn add_set(&mut self, steps: impl Iterator<Item = (Step, Option<Marks>)>) -> Sets {
        let set = self.triggers.new_set();
        for (step, then) in steps {
            match step {
                Step::Word(word) => {
                    if let Some(known) = self.known.get_mut(word.0 as usize) {
                        self.triggers.add_word(&mut known.starts, set, then.as_ref());
                    }
                }
                _ => self.triggers.add(step, set, then.as_ref()),
            }
        }
        set
    }

    /// A set of what is no rule: it starts with these words, classes and shapes.
    pub fn starts(&mut self, words: &[&str], classes: &[Class], shapes: &[Shape]) -> Sets {
        let steps = self.steps(words, classes, shapes);
        self.add_set(steps.into_iter().map(|step| (step, None)))
    }

    fn steps(&mut self, words: &[&str], classes: &[Class], shapes: &[Shape]) -> Vec<Step> {
        let words = words.iter().map(|word| Step::Word(self.pattern_word(word)));
        let others = classes.iter().copied().map(Step::Phrase).chain(shapes.iter().copied().map(Step::Shape));
        words.chain(others).collect()
    }

    /// The marks of these words, classes and shapes, to be met by tokens where looking closer is worth while.
    pub fn marks(&mut self, words: &[&str], classes: &[Class], shapes: &[Shape]) -> Marks {
        let steps = self.steps(words, classes, shapes).into_iter();
        let mut marks = Marks::default();
        steps.filter_map(|step| self.mark(step)).for_each(|mark| marks.add_all(&mark));
        marks
    }

    /// What stands at a token that `step` takes.
    pub(super) fn mark(&self, step: Step) -> Option<Marks> {
        let mut marks = Marks::default();
        marks.add(match step {
            Step::Word(lexeme) => Some(self.about(lexeme).bit).filter(|bit| *bit > 0)?,
            Step::Phrase(class) => Marks::class(class.index()),
            Step::Shape(shape) => Marks::shape(shape),
            Step::Value(kind) => Marks::value(kind),
            _ => return None,
        });
        Some(marks)
    }

    /// How many lexemes there are: one more than the highest number.
    pub fn lexeme_count(&self) -> usize {
        self.known.len()
    }

    /// The entry of this number.
    pub fn entry(&self, number: usize) -> Entry {
        let [class, list, line, _, fields] = self.automaton.numbers::<ENTRY>(Part::Entries, ENTRY * number).map(|n| n as usize);
        let ends = self.automaton.short_numbers(Part::FieldEnds, fields);
        let ends = self.columns.get(list).and_then(|columns| ends.get(..columns.len())).unwrap_or(ends);
        let data = self.lists.get(list).map_or("", |list| list.data);
        Entry { class: Class(u16::try_from(class).unwrap_or(0)), list, data, line, ends }
    }

    /// The class of an entry.
    pub fn class_of(&self, entry: usize) -> Class {
        Class(u16::try_from(self.automaton.number(Part::Entries, ENTRY * entry)).unwrap_or(0))
    }

    /// Whether an entry is of a list of the user's.
    pub fn is_own(&self, entry: usize) -> bool {
        (self.automaton.number(Part::Entries, ENTRY * entry + 1) as usize) < self.own
    }

    /// The numbers of the entries of a class, in the order of the lists.
    pub fn members(&self, class: Class) -> impl Iterator<Item = usize> {
        let (from, to) = self.automaton.range(Part::ClassMembers, class.0 as usize);
        (from..to).map(|n| self.automaton.number(Part::Members, n) as usize)
    }

    /// What stands in the column of this name; empty where the entry's list has no such column.
    #[inline] // names are written at the call, and compared fastest there
    pub fn column(&self, entry: Entry, name: &str) -> &'static str {
        let column = self.columns.get(entry.list).and_then(|columns| columns.iter().position(|c| is_same(c, name)));
        column.map_or("", |n| entry.field(n))
    }

    /// The lexeme of the word that stands there in a text. `buffer` is where it is folded, if need be.
    #[inline(always)] // for every word
    pub(super) fn lexeme(&self, text: &str, span: Span, broken: bool, buffer: &mut String) -> Lexeme {
        if let (1, Some(single)) = (span.len(), text.as_bytes().get(span.start()).and_then(|byte| self.single.get(usize::from(*byte)))) {
            return *single;
        }
        if let Some(brief) = BriefWord::of(text, span).filter(|_| !broken) {
            let lexeme = self.automaton.lexeme_of(&brief);
            if lexeme != 0 || !self.may_be_more(brief.hash) {
                return Lexeme(lexeme);
            }
        }
        self.folded(span.of(text), broken, buffer)
    }

    /// The lexeme of a word that must be folded first: few are long, or not of ASCII alone.
    #[cold]
    fn folded(&self, word: &str, broken: bool, buffer: &mut String) -> Lexeme {
        buffer.clear();
        fold_into(word, broken, buffer);
        let hash = hash(buffer.as_bytes());
        let mut lexeme = self.automaton.lexeme(buffer.as_bytes(), hash);
        if lexeme == 0 && self.may_be_more(hash) {
            lexeme = self.more.get(buffer.as_str()).copied().unwrap_or(0);
        }
        Lexeme(lexeme)
    }

    /// Whether a word with this hash may be one of those that no list has.
    fn may_be_more(&self, hash: u32) -> bool {
        self.more_bits & (1 << (hash % u64::BITS)) != 0
    }

    /// The lexeme of a word of a pattern; unknown where no list or pattern has it.
    pub fn known(&self, word: &str) -> Lexeme {
        self.lexeme(word, Span::new(0, word.len()), false, &mut String::new())
    }

    /// A node of the phrases.
    pub(super) fn node(&self, node: u32) -> Node {
        self.automaton.node(node)
    }

    /// The node of the phrases of `node` that go on with a word.
    pub(super) fn step(&self, node: &Node, lexeme: u32) -> Option<u32> {
        self.automaton.step(node, lexeme)
    }

    /// The phrases that end at a node.
    pub(super) fn ends(&self, node: &Node) -> impl Iterator<Item = End> {
        self.automaton.phrases(node).iter().map(End::new)
    }

    /// How a phrase is written in its list.
    pub(super) fn written(&self, end: &End) -> &'static str {
        let list = self.automaton.number(Part::Entries, ENTRY * end.entry + 1) as usize;
        self.lists.get(list).and_then(|list| list.data.get(end.from..end.to)).unwrap_or("")
    }
}

/// The end of a phrase in the automaton.
pub(super) struct End {
    pub entry: usize,
    pub class: Class,
    /// Whether it must be written as in its list.
    pub exact: bool,
    /// Where it stands in its list.
    from: usize,
    to: usize,
}

impl End {
    fn new(numbers: &PhraseNumbers) -> Self {
        let [entry, class, at, length] = numbers.map(u32::from_le_bytes);
        let from = at as usize;
        Self { entry: entry as usize, class: Class((class & !EXACT) as u16), exact: class & EXACT != 0, from, to: from + length as usize }
    }
}

/// Whether two names are one. Most that differ do so in length or first letter, which is looked at before all others.
#[inline]
pub(super) fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.as_bytes().first() == b.as_bytes().first() && a == b
}

/// Lower case, straight apostrophes, and without the line break of a broken word.
pub fn fold_into(word: &str, broken: bool, folded: &mut String) {
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
