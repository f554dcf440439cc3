//! A text with its sentences and tokens.

use std::borrow::Cow;

use super::layout::{self, BlockKind};
use super::tokens::{self, Case, Token, TokenKind};
use super::{Span, TokenRange, sentences};

/// A sentence: its bytes, its tokens, and the block that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token, in bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Number of the block (paragraph, heading, item), counted from 0.
    pub block: u32,
    /// What the block is.
    pub kind: BlockKind,
    /// Whether it is written in capitals throughout, so that capitals say nothing.
    pub shouting: bool,
}

/// The text of an article, owned once, with spans over it.
#[derive(Debug, Default)]
pub struct Document {
    text: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    /// The sentence of each token.
    sentence_of: Vec<u32>,
}

impl Document {
    /// Finds blocks, tokens and sentences of `text`. Texts of 4 GiB and more are cut at the last character before.
    pub fn new(mut text: String) -> Self {
        if text.len() >= u32::MAX as usize {
            text.truncate(text.floor_char_boundary(u32::MAX as usize - 1));
        }
        let (blocks, wrapped) = layout::blocks(&text);
        let mut document = Self {
            tokens: Vec::with_capacity(text.len() / 4),
            sentences: Vec::with_capacity(text.len() / 64),
            sentence_of: Vec::with_capacity(text.len() / 4),
            ..Self::default()
        };
        let mut cut = Vec::with_capacity(16);
        for (number, block) in blocks.into_iter().enumerate() {
            let first = document.tokens.len();
            tokens::tokenize(&text, block.span, wrapped, &mut document.tokens);
            cut.clear();
            sentences::split(&text, &document.tokens, TokenRange::new(first, document.tokens.len()), &mut cut);
            for range in cut.iter().copied() {
                document.push_sentence(&text, range, number, block.kind);
            }
        }
        document.text = text;
        document
    }

    fn push_sentence(&mut self, text: &str, tokens: TokenRange, block: usize, kind: BlockKind) {
        let of = &self.tokens[tokens.iter()];
        let (Some(first), Some(last)) = (of.first(), of.last()) else { return };
        let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        self.sentence_of.resize(tokens.end(), number);
        self.sentences.push(Sentence {
            span: first.span.cover(last.span),
            tokens,
            block: u32::try_from(block).unwrap_or(u32::MAX),
            kind,
            shouting: is_shouting(text, of),
        });
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order; each token belongs to one.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The number of the sentence that token `at` belongs to; the last one's past the end.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(self.sentences.len().saturating_sub(1), |&n| n as usize)
    }

    /// The bytes that `range` covers; empty for an empty range.
    pub fn span(&self, range: TokenRange) -> Span {
        match self.tokens.get(range.iter()) {
            Some([first, .., last]) => first.span.cover(last.span),
            Some([only]) => only.span,
            _ => {
                let at = self.tokens.get(range.first()).map_or(self.text.len(), |token| token.span.start());
                Span::new(at, at)
            }
        }
    }

    /// The words of one token; empty past the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(&self.text))
    }

    /// The words that `range` covers, as they stand.
    pub fn words(&self, range: TokenRange) -> &str {
        self.span(range).of(&self.text)
    }

    /// The same words on one line, with one space wherever white space stands.
    pub fn line(&self, range: TokenRange) -> Cow<'_, str> {
        let words = self.words(range);
        if let Some([token]) = self.tokens.get(range.iter())
            && token.kind == TokenKind::Word
            && !token.broken
        {
            return Cow::Borrowed(words);
        }
        let one_space = |pair: &[u8]| pair != b"  ";
        let plain = words.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') && words.as_bytes().windows(2).all(one_space);
        if plain && !words.starts_with(' ') && !words.ends_with(' ') {
            return Cow::Borrowed(words);
        }
        Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// All words of two letters and more in capitals, and enough of them to tell.
fn is_shouting(text: &str, tokens: &[Token]) -> bool {
    if tokens.iter().filter(|token| token.case == Case::Upper).take(3).count() < 3 {
        return false;
    }
    let (mut upper, mut other) = (0_u32, 0_u32);
    let quoted = |token: &Token| {
        let first = text.as_bytes().get(token.span.start());
        matches!(first, Some(b'\'' | 0xE2)) && token.span.of(text).starts_with(['\'', '’'])
    };
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 1 && !quoted(token)) {
        match token.case {
            Case::Upper => upper += 1,
            _ => other += 1,
        }
    }
    upper >= 3 && other * 8 <= upper
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn capitals_throughout_are_shouting() {
        let document = Document::new("THE FMLN ATTACKED SAN MIGUEL.\nThe UN, the EU and the US met.".into());
        assert_eq!(document.sentences().iter().map(|s| s.shouting).collect::<Vec<_>>(), [true, false]);
    }

    proptest! {
        #[test]
        fn every_letter_belongs_to_one_token_of_one_sentence(text in "(\\PC|[ \n.A-Za-z0-9'’\"-]){0,200}") {
            let document = Document::new(text.clone());
            let mut end = 0;
            for (n, token) in document.tokens().iter().enumerate() {
                prop_assert!(token.span.start() >= end && !token.span.is_empty() && !token.span.of(&text).is_empty());
                prop_assert!(text[end..token.span.start()].chars().all(|c| !c.is_alphanumeric()));
                prop_assert!(document.sentences()[document.sentence_of(n)].tokens.holds(n));
                end = token.span.end();
            }
            prop_assert!(text[end..].chars().all(|c| !c.is_alphanumeric()));
        }
    }
}
