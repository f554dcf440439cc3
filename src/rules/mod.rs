//! What a rule is, and how rules find.
//!
//! A word list is a data file ([`Lexicon`]); all of them go into one automaton when the program is built ([`compile`]),
//! which it borrows when it runs ([`Vocabulary`]). A [`Document`] is read
//! once against it: each token gets its lexeme and the phrases that start at it ([`Reading`]). A [`Rule`] is one record:
//! its name, a pattern over tokens, phrases and values already found, what it makes of a match, what it hits and what it
//! must not hit. A [`RuleSet`] tries a rule only where a token can start its pattern: these trigger words are read from
//! the pattern itself, nobody keeps them by hand.
//!
//! # Patterns
//!
//! | written | stands for |
//! |---|---|
//! | `killed` | this word, in any case |
//! | `","`, `"("` | this mark (quotes are needed for `( ) \| ? = ! ~ { } @ # < > "`) |
//! | `@month` | a phrase of the lexicon class `month`, the longest first |
//! | `#number`, `#date` | a value already found |
//! | `<cap>` | a token of this shape: see [`Shape`] |
//! | `a b` | a, then b |
//! | `(a \| b)` | a, or else b |
//! | `a?`, `a{0,3}` | optional, repeated (bounded: nothing is repeated without limit); as many as possible first |
//! | `name=a` | a, captured under a name |
//! | `!a` | what follows is not a (takes no token) |
//! | `~` | no white space here |
//! | `^ a` | before all else: a, at the start of its sentence |
//! | `&<cap> a` | before all else: a, of which the first token has this shape too |
//!
//! Matching backtracks over a program without loops and gives up after a fixed number of steps, so its time is linear in
//! the text whatever the text is. A match never leaves its sentence.

mod automaton;
pub mod check;
mod chooser;
mod compile;
mod entry;
mod letters;
mod lexicon;
mod marks;
mod matcher;
mod pattern;
mod phrases;
mod reading;
mod ruleset;
mod triggers;
mod value;
mod vocabulary;

pub use compile::compile;
pub use entry::Entry;
pub use letters::{eight, lower, part};
pub use lexicon::{Lexicon, LexiconCase};
pub use marks::Marks;
pub use pattern::Shape;
pub use reading::{Phrase, Reading};
pub use ruleset::{Example, Match, Rule, RuleName, RuleSet, longest};
pub use triggers::Sets;
pub use value::{Qualifier, Quantity, QuantityForm, QuantityKind, Value, ValueKind};
pub use vocabulary::{Class, Lexeme, Vocabulary, fold_into};

#[allow(unused_imports)] // the module text speaks of it
use crate::text::Document;
