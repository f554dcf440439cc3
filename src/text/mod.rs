//! From a string to spans: blocks, sentences and tokens.
//!
//! The text is owned once, by [`Document`]; everything else is a [`Span`] into it or a [`TokenRange`] over its tokens.
//! The work is done in three passes, each linear in the text:
//!
//! 1. [`layout`](self) cuts the text into blocks: paragraphs, headings, bullets. A single line break ends a block
//!    unless the document is hard-wrapped.
//! 2. Tokens are found in each block: words, numbers, one punctuation mark each.
//! 3. Sentences are cut from the tokens of a block, past the abbreviations, initials, ellipses and quotations of news.
//!
//! ```
//! use factbox::text::Document;
//! let document = Document::new("Gen. J. P. Marlow left on Aug. 21. \"We wait,\" he said.".to_owned());
//! assert_eq!(document.sentences().len(), 2);
//! ```
//!
//! Nothing here knows a lexicon: which words mean something is the business of `rules`.

mod document;
mod layout;
mod offsets;
mod sentences;
mod span;
mod tokens;

pub use document::{Document, Sentence};
pub use layout::BlockKind;
pub use offsets::CodePoints;
pub use span::{Span, TokenRange};
pub use tokens::{Case, Token, TokenKind, tokens_of};
