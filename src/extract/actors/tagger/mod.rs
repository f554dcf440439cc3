//! The statistical tagger: which words are names of persons, bodies and places, by weights learnt from annotated text.
//!
//! 1. [`features`] reads each token that may be part of a name, and the rules' draft; [`seen`] puts it into numbers.
//! 2. [`model`] looks the numbers up among the weights, which lie in the binary and are read where they lie; what comes again
//!    and again is added up once and kept in the [`memo`].
//! 3. [`lattice`] weighs all ways to label a stretch of tokens.
//! 4. [`count`] lets the document vote and decides; [`decode`] is the way through all of these.

mod count;
mod decode;
mod exp;
mod facts;
mod features;
mod lattice;
mod memo;
mod model;
mod seen;

pub(super) use decode::Tagger;
pub use decode::{Tagged, WEIGHTS, tag};
pub(super) use facts::mix;
pub use features::{Sheet, Stretches};
pub use lattice::{LABELS, Lattice, Scores, Tag, Transitions, may_follow};
pub use model::{HEADER, MARK, Model, PROBES, SLOT, home};
