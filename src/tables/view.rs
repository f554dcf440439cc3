//! What the columns read: a linked document with what the file said about it.

use std::borrow::Cow;

use super::Cell;
use crate::link::Linked;
use crate::text::{CodePoints, Document, Span, TokenRange};

/// What is known of an article besides its text. Empty words stand for what is not known.
#[derive(Debug, Clone, Default)]
pub struct Meta {
    /// Its id.
    pub doc_id: String,
    /// The file.
    pub path: String,
    /// The headline.
    pub headline: String,
    /// The date of publication, ISO 8601.
    pub date_published: String,
    /// How that date is known.
    pub date_source: String,
    /// The outlet.
    pub source: String,
    /// Who wrote it.
    pub byline: String,
    /// Where it was published.
    pub url: String,
    /// ISO 639-1 code of its language, where detected.
    pub language: String,
    /// The document that it repeats.
    pub duplicate_of: String,
    /// What was done to its text, and what was doubtful.
    pub warnings: Vec<String>,
}

/// A linked document, ready to be written.
pub struct View<'a> {
    /// What is known of the article.
    pub meta: &'a Meta,
    /// Its text.
    pub document: &'a Document,
    /// What it says.
    pub linked: &'a Linked,
    points: CodePoints<'a>,
    /// (plan, step) for each row of `plan_steps`.
    steps: Vec<(usize, usize)>,
}

impl<'a> View<'a> {
    /// Counts code points and steps once.
    pub fn new(meta: &'a Meta, document: &'a Document, linked: &'a Linked) -> Self {
        let steps = linked.plans.iter().enumerate().flat_map(|(plan, p)| (0..p.steps.len()).map(move |step| (plan, step))).collect();
        Self { meta, document, linked, points: CodePoints::new(document.text()), steps }
    }

    pub(super) fn steps(&self) -> &[(usize, usize)] {
        &self.steps
    }

    /// The text's length in code points.
    pub(super) fn characters(&self) -> usize {
        self.points.total() as usize
    }

    /// First code point of a span.
    pub(super) fn start(&self, span: Span) -> Cell<'_> {
        Cell::Number(u64::from(self.points.at(span.start())))
    }

    /// One past the last code point of a span.
    pub(super) fn end(&self, span: Span) -> Cell<'_> {
        Cell::Number(u64::from(self.points.at(span.end())))
    }

    /// The sentence in which a range of tokens begins.
    pub(super) fn sentence(&self, tokens: TokenRange) -> Cell<'_> {
        Cell::count(self.document.sentence_of(tokens.first()))
    }

    /// The words of a span, exactly as they stand.
    pub(super) fn words(&self, span: Span) -> Cell<'_> {
        Cell::text(span.of(self.document.text()))
    }

    /// A name, on one line.
    pub(super) fn name(&self, tokens: TokenRange) -> Cell<'_> {
        match self.document.line(tokens) {
            Cow::Borrowed(words) => Cell::text(words),
            Cow::Owned(words) => Cell::Text(Cow::Owned(words)),
        }
    }

    /// The words of a range, where there is one, on one line.
    pub(super) fn phrase(&self, tokens: Option<TokenRange>) -> Cell<'_> {
        tokens.map_or(Cell::Empty, |tokens| self.line(self.document.span(tokens)))
    }

    /// The words of a span, where there is one, on one line.
    pub(super) fn maybe_words(&self, span: Option<Span>) -> Cell<'_> {
        span.map_or(Cell::Empty, |span| self.line(span))
    }

    /// Words with line breaks and runs of spaces made single spaces: for columns that are read, not counted in.
    fn line(&self, span: Span) -> Cell<'_> {
        let words = span.of(self.document.text());
        if words.contains(['\n', '\r', '\t']) || words.contains("  ") {
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            return if line.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(line)) };
        }
        Cell::text(words)
    }
}
