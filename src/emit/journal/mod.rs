//! The journal of a run: a file in the folder that takes what became of each article, line by line and in the order of
//! the input.
//!
//! Its first line is the [`Head`]: version, options and inputs, by which a later run knows whether it may go on with the
//! journal. Then comes a line for each article: its rows, or the problem that it was. The last line says how many there
//! were, so that a journal that lacks its end is known for one.
//!
//! While a run is under way, its journal has a hidden name and is locked. Killed at any moment, the run leaves whole
//! lines and at most one that is torn: [`Journal::resume`] cuts that off and goes on behind the others.
//!
//! A run over one of several shards leaves its journal under a name for users, [`SHARD_FILE`]. [`Parts`] reads the
//! journals of all shards as one: since every shard takes every N-th article, their lines take turns.

mod head;
mod line;
mod parts;
mod read;
mod write;

pub use head::{Head, Shard};
pub(super) use line::Item;
pub use parts::Parts;
pub use write::{Finished, Journal};

/// The name of a journal while its run is under way.
const NAME: &str = ".factbox-journal";
/// The name of a shard's journal that is whole.
pub const SHARD_FILE: &str = "shard.jsonl";
