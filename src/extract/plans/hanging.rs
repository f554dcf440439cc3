//! Cuts that part no items: what stands behind them hangs on something within the item before.
//!
//! "It would close the mill, which would free the land and feed the town" has one step, and so has "it would order the guard,
//! which is small, to leave": there "feed" goes on with what the clause says, and "leave" with what the verb orders.

use super::eye::Eye;
use super::list::{self, Shape};
use crate::text::TokenRange;

/// Whether the verb behind this cut belongs to what the list's first verb opens.
pub(super) fn hangs(eye: Eye, region: TokenRange, cut: usize) -> bool {
    in_which_clause(eye, region.first(), cut) || is_ordered(eye, region.first(), cut) || is_pair(eye, region.first(), cut)
}

/// "the right to live | and work here"
fn is_pair(eye: Eye, first: usize, cut: usize) -> bool {
    cut > first + 2 && eye.any(cut, &["and"]) && eye.any(cut - 2, &["to"]) && eye.is_base(cut - 1) && eye.is_base(cut + 1)
}

/// ", some of which were old"
pub(super) fn is_share_of_which(eye: Eye, at: usize) -> bool {
    eye.any(at, &["all", "both", "each", "many", "most", "none", "several", "some"])
        && eye.any(at + 1, &["of"])
        && eye.any(at + 2, &["which", "whom"])
}

/// "limits for new | and existing mills"
pub(super) fn is_adjective(eye: Eye, at: usize) -> bool {
    eye.any(at, &["existing", "leading", "neighboring", "neighbouring", "ongoing", "outstanding", "remaining", "surrounding"])
}

/// ", which would free the land | and feed the town"
fn in_which_clause(eye: Eye, first: usize, cut: usize) -> bool {
    let comma = (first..cut).rev().find(|&at| eye.is_comma(at));
    eye.any(cut, &["and"]) && comma.is_some_and(|comma| comma + 1 < cut && eye.is_relative(comma + 1) && eye.modality(comma + 2).is_some())
}

/// "order the guard, which is small | , to leave"
fn is_ordered(eye: Eye, first: usize, cut: usize) -> bool {
    let verb = first + usize::from(eye.modality(first).is_some());
    let comma = (verb + 1..cut).find(|&at| eye.is_comma(at));
    eye.is_comma(cut)
        && eye.any(cut + 1, &["to"])
        && eye.causes(verb)
        && comma.is_some_and(|comma| eye.is_relative(comma + 1) && (verb..comma).all(|at| !eye.any(at, &["to"])))
}

/// "closing the mill | , sparing the school" tells how: a list of two has its "and".
pub(super) fn is_manner(eye: Eye, wanted: Shape, chosen: &[usize]) -> bool {
    let [cut] = *chosen else { return false };
    wanted == Shape::Gerund && eye.is_comma(cut) && eye.is_gerund(cut + 1)
}

/// "a rise for the guard | , a body that watches the port": what was named before the comma is explained behind it.
pub(super) fn explains(eye: Eye, comma: usize) -> bool {
    let mut noun = (comma + 2..comma + 5).take_while(|&at| !eye.is_mark(at));
    eye.any(comma + 1, &["a", "an"]) && noun.any(|at| eye.any(at, &["that", "which", "who"]))
}

/// ", or to vote against it": another choice, behind a list of what is called for.
pub(super) fn is_choice(eye: Eye, at: usize, listed: Shape) -> bool {
    listed == Shape::Noun && eye.is_comma(at) && eye.any(at + 1, &["or"]) && list::shape(eye, at + 2) == Shape::Infinitive
}
