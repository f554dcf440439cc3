//! The phrases of all lists that stand in a document, and with them what stands at each token.

use std::borrow::Cow;

use super::marks::Marks;
use super::reading::{Phrase, Word};
use super::triggers::{Starts, Triggers};
use super::vocabulary::Vocabulary;
use crate::text::{Document, Sentence, TokenRange};

/// What stands at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its word, its shapes, the classes of its phrases; and the values that cover it, once they are known.
    pub marks: Marks,
    /// The marks from there to the end of its sentence, but for values.
    pub ahead: Marks,
}

impl Place {
    /// What stands past the end.
    pub const NOTHING: Self = Self { marks: Marks::NONE, ahead: Marks::NONE };
}

/// What was found in a document.
pub(super) struct Found {
    /// All phrases, by first token, the longest first, then in the order of the lists.
    pub phrases: Vec<Phrase>,
    /// For each token, where its phrases begin in `phrases`; one more at the end.
    pub phrase_starts: Vec<u32>,
    /// What stands at each token.
    pub places: Vec<Place>,
    /// Where rule sets may start.
    pub starts: Starts,
}

/// Finds all phrases of a document with these words.
pub(super) fn find(document: &Document, vocabulary: &Vocabulary, words: &[Word]) -> Found {
    let count = words.len();
    let mut found = Found {
        phrases: Vec::with_capacity(3 * count),
        phrase_starts: vec![0; count + 1],
        places: vec![Place::NOTHING; count],
        starts: Starts::new(count),
    };
    let finder = Finder { document, vocabulary, words };
    for sentence in document.sentences() {
        let tokens = sentence.tokens.iter();
        for ((at, word), end) in tokens.clone().zip(&words[tokens.clone()]).zip(&mut found.phrase_starts[at_ends(sentence.tokens)]) {
            if word.known.root != 0 {
                finder.find_at(at, word.known.root, sentence, &mut found.phrases);
            }
            *end = u32::try_from(found.phrases.len()).unwrap_or(u32::MAX);
        }
    }
    for sentence in document.sentences() {
        found.mark(sentence.tokens, document, vocabulary.triggers(), words);
    }
    found
}

/// The places in `phrase_starts` at which these tokens have the ends of their phrases.
fn at_ends(tokens: TokenRange) -> std::ops::Range<usize> {
    tokens.first() + 1..tokens.end() + 1
}

impl Found {
    /// Marks what stands at the tokens of a sentence, and where rule sets may start.
    fn mark(&mut self, sentence: TokenRange, document: &Document, triggers: &Triggers, words: &[Word]) {
        let (first, places) = (sentence.first(), &mut self.places[sentence.iter()]);
        let (mut ahead, mut next) = (Marks::NONE, Marks::NONE);
        let tokens = document.tokens()[sentence.iter()].iter().zip(&words[sentence.iter()]);
        let phrases = self.phrase_starts[sentence.first()..=sentence.end()].windows(2);
        for (n, ((token, Word { known, .. }), phrases)) in tokens.zip(phrases).enumerate().rev() {
            let mut marks = Marks::shapes(token, document.text());
            let mut sets = triggers.before(triggers.shapes(&marks), &next);
            if known.bit > 0 {
                marks.add(known.bit);
                sets |= triggers.before(known.starts, &next);
            }
            let [from, to] = *phrases else { continue };
            for phrase in self.phrases.get(from as usize..to as usize).unwrap_or_default() {
                let Some(of_class) = triggers.class(phrase.class) else { continue };
                marks.add_all(&of_class.marks);
                if of_class.starts > 0 {
                    let behind = places.get(phrase.tokens.end() - first).map_or(&Marks::NONE, |place| &place.marks);
                    sets |= triggers.before(of_class.starts, behind);
                }
            }
            ahead.add_all(&marks);
            places[n] = Place { marks, ahead };
            self.starts.add(first + n, sets);
            next = marks;
        }
    }
}

/// What phrases are looked up in.
struct Finder<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    words: &'a [Word],
}

impl Finder<'_> {
    /// Adds the phrases that start at token `first`. `root`: the node that its word leads to.
    fn find_at(&self, first: usize, root: u32, sentence: &Sentence, phrases: &mut Vec<Phrase>) {
        let vocabulary = self.vocabulary;
        let start = phrases.len();
        let (mut at, mut lengths) = (first, 0);
        let mut next = Some(root);
        while let Some(node) = next {
            let node = vocabulary.node(node);
            at += 1;
            let tokens = TokenRange::new(first, at);
            let before = phrases.len();
            for end in vocabulary.ends(&node) {
                if !end.exact || self.is_written(tokens, vocabulary.written(&end), sentence.shouting) {
                    phrases.push(Phrase { tokens, class: end.class, entry: end.entry });
                }
            }
            lengths += usize::from(phrases.len() > before);
            if !node.goes_on() || at >= sentence.tokens.end() {
                break;
            }
            next = self.words.get(at).and_then(|word| vocabulary.step(&node, word.lexeme.known()?));
        }
        if lengths > 1 {
            phrases[start..].sort_unstable_by_key(|phrase| (std::cmp::Reverse(phrase.tokens.end()), phrase.entry));
        }
    }

    /// Whether the tokens are written as `phrase` is: the same characters but for white space, line breaks and curly quotes.
    #[inline(never)] // few phrases come here
    fn is_written(&self, tokens: TokenRange, phrase: &str, shouting: bool) -> bool {
        // A word of the text with another first letter, or the same in another case: most are told from it.
        let first = self.document.word(tokens.first()).as_bytes().first();
        if !shouting && first.is_some_and(u8::is_ascii) && first != phrase.as_bytes().first() {
            return false;
        }
        let words = self.document.words(tokens);
        if words == phrase {
            return true;
        }
        if tokens.len() == 1 && words.len() == phrase.len() && words.is_ascii() && !shouting {
            return false;
        }
        let mut rest = phrase;
        for at in tokens.iter() {
            let mut word = Cow::Borrowed(self.document.word(at));
            if self.document.tokens().get(at).is_some_and(|token| token.broken) {
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
}
