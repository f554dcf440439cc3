//! The phrases of all lists that stand in a document, and with them what stands at each token.

use std::borrow::Cow;

use super::marks::Marks;
use super::reading::Phrase;
use super::triggers::{Sets, Starts, Triggers};
use super::vocabulary::{Known, Lexeme, Vocabulary};
use crate::text::{Document, Sentence, TokenRange};

/// What was found in a document.
pub(super) struct Found {
    /// All phrases, by first token, the longest first, then in the order of the lists.
    pub phrases: Vec<Phrase>,
    /// For each token, where its phrases begin in `phrases`; one more at the end.
    pub phrase_starts: Vec<u32>,
    /// For each token, its word, its shapes and the classes of its phrases.
    pub marks: Vec<Marks>,
    /// For each token, the marks from there to the end of its sentence.
    pub ahead: Vec<Marks>,
    /// Where rule sets may start.
    pub starts: Starts,
}

/// Finds all phrases of a document with these lexemes, of which this is known.
pub(super) fn find(document: &Document, vocabulary: &Vocabulary, lexemes: &[Lexeme], known: &[Known]) -> Found {
    let count = lexemes.len();
    let mut found = Found {
        phrases: Vec::with_capacity(2 * count),
        phrase_starts: Vec::with_capacity(count + 1),
        marks: Vec::with_capacity(count),
        ahead: vec![Marks::NONE; count],
        starts: Starts::new(count),
    };
    let finder = Finder { document, vocabulary, triggers: vocabulary.triggers(), lexemes };
    for sentence in document.sentences() {
        let tokens = sentence.tokens.iter();
        for ((at, token), known) in tokens.clone().zip(&document.tokens()[tokens.clone()]).zip(&known[tokens.clone()]) {
            found.phrase_starts.push(u32::try_from(found.phrases.len()).unwrap_or(u32::MAX));
            let mut marks = Marks::shapes(token, document.text());
            if known.bit > 0 {
                marks.add(known.bit);
            }
            let mut sets = finder.triggers.shapes(&marks) | known.sets;
            if known.root != 0 {
                sets |= finder.find_at(at, known.root, sentence, &mut found.phrases, &mut marks);
            }
            found.marks.push(marks);
            found.starts.add(at, sets);
        }
        let mut ahead = Marks::NONE;
        for (here, marks) in found.ahead[tokens.clone()].iter_mut().zip(&found.marks[tokens]).rev() {
            ahead.add_all(marks);
            *here = ahead;
        }
    }
    found.phrase_starts.push(u32::try_from(found.phrases.len()).unwrap_or(u32::MAX));
    found
}

/// What phrases are looked up in.
struct Finder<'a> {
    document: &'a Document,
    vocabulary: &'a Vocabulary,
    triggers: &'a Triggers,
    lexemes: &'a [Lexeme],
}

impl Finder<'_> {
    /// Adds the phrases that start at token `first`, and their marks; gives the rule sets that start with one of them.
    /// `root`: the node that its word leads to.
    fn find_at(&self, first: usize, root: u32, sentence: &Sentence, phrases: &mut Vec<Phrase>, marks: &mut Marks) -> Sets {
        let vocabulary = self.vocabulary;
        let start = phrases.len();
        let (mut at, mut lengths, mut sets) = (first, 0, 0);
        let mut next = Some(root);
        while let Some(node) = next {
            let node = vocabulary.node(node);
            at += 1;
            let tokens = TokenRange::new(first, at);
            let before = phrases.len();
            for end in vocabulary.ends(&node) {
                if !end.exact || self.is_written(tokens, vocabulary.written(&end), sentence.shouting) {
                    phrases.push(Phrase { tokens, class: end.class, entry: end.entry });
                    marks.add(Marks::class(end.class));
                    sets |= self.triggers.class(end.class);
                }
            }
            lengths += usize::from(phrases.len() > before);
            if !node.goes_on() || at >= sentence.tokens.end() {
                break;
            }
            next = self.lexemes.get(at).filter(|lexeme| **lexeme != Lexeme::UNKNOWN).and_then(|lexeme| vocabulary.step(&node, *lexeme));
        }
        if lengths > 1 {
            phrases[start..].sort_unstable_by_key(|phrase| (std::cmp::Reverse(phrase.tokens.end()), phrase.entry));
        }
        sets
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
