//! The statistical tagger: which words are names of persons, bodies and places, by weights learnt from annotated text.
//!
//! 1. [`features`] puts each token that may be part of a name into numbers; the rules' draft is among them.
//! 2. [`model`] looks the numbers up among the weights, which lie in the binary and are read where they lie.
//! 3. [`lattice`] weighs all ways to label a stretch of tokens.
//! 4. [`decode`] lets the document vote and decides.

mod decode;
mod facts;
mod features;
mod lattice;
mod model;

pub(super) use decode::Tagger;
pub use decode::{Tagged, WEIGHTS, tag};
pub(super) use facts::mix;
pub use features::Sheet;
pub use lattice::{LABELS, Lattice, Scores, Tag, Transitions, may_follow};
pub use model::{HEADER, MARK, Model, PROBES, SLOT, home};
