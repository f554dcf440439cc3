//! Cuts that part no items: what stands behind them hangs on something within the item before.
//!
//! "It would close the mill, which would free the land and feed the town" has one step, and so has "it would order the guard,
//! which is small, to leave": there "feed" goes on with what the clause says, and "leave" with what the verb orders.

use super::eye::{Eye, before};
use super::govern;
use super::list::{self, Shape};
use crate::text::TokenRange;

/// Whether the verb behind this cut belongs to what the list's first verb opens.
pub(super) fn hangs(eye: Eye, region: TokenRange, cut: usize) -> bool {
    let first = region.first();
    in_which_clause(eye, first, cut)
        || is_ordered(eye, first, cut)
        || is_pair(eye, first, cut)
        || describes(eye, cut)
        || is_end(eye, first, cut)
}

/// "knowingly | and willingly lie", "urban | and rural schools": two words that describe what stands behind them.
fn describes(eye: Eye, cut: usize) -> bool {
    let (last, next) = (before(cut), cut + 1);
    let adjective = |at: usize| {
        eye.ends(at, &["al", "ic", "ive", "ous", "ary", "ible"])
            || eye.any(at, &["female", "male", "old", "new", "small", "large", "rich", "poor", "young", "urban", "rural"])
    };
    let manner = |at: usize| eye.ends(at, &["ly"]) && eye.is_adverb(at);
    let noun = eye.has(next, eye.words.ambiguous) && !eye.can_be_object(next + 1) && !eye.has(next + 1, eye.words.preposition);
    eye.any(cut, &["and"]) && (manner(last) && manner(next) || adjective(last) && noun)
}

/// "in order to close the lock | and starve the mill": what is done belongs to its end.
fn is_end(eye: Eye, first: usize, cut: usize) -> bool {
    let order = |at: &usize| eye.any(*at, &["in"]) && eye.any(at + 1, &["order"]) && eye.any(at + 2, &["to"]);
    eye.any(cut, &["and"]) && (first..cut).rev().take_while(|&at| !eye.is_comma(at)).any(|at| order(&at))
}

/// "bring in a bill to reopen the port": what is done first has its purpose, and what goes on with ", to feed the town" may be another.
pub(super) fn has_purpose(eye: Eye, first: usize, cuts: &[usize]) -> bool {
    let end = cuts.first().copied().unwrap_or(first);
    (first + 1..end).any(|at| eye.any(at, &["to"]) && eye.is_base(at + 1))
}

/// "and to pay", "and, with it, | to pay": whether this "and" closes a list of what is to be done, at this cut or behind it.
pub(super) fn closes(eye: Eye, and: usize, cut: usize) -> bool {
    let aside = eye.is_comma(and + 1) && and + 6 > cut;
    let behind = and > cut && (eye.any(and + 1, &["to"]) || eye.is_base(list::skip(eye, and + 1)));
    eye.any(and, &["and"]) && (aside || behind)
}

/// "look at old wells such as Brekke's; the mill's; and the new one": behind a deed, semicolons part what it is done to.
pub(super) fn are_examples(eye: Eye, items: &[TokenRange]) -> bool {
    let rest = || items.iter().skip(1);
    let clause = |item: &TokenRange| item.iter().take(4).any(|at| eye.modality(at).is_some());
    let noun = |item: &TokenRange| matches!(list::shape(eye, item.first()), Shape::Noun | Shape::Rest) && !clause(item);
    items.len() >= 3 && rest().all(noun) && rest().filter(|item| govern::deed(eye, **item)).count() * 2 < items.len()
}

/// ", while Osei wants more", ", and it ended so": where a list ends, as a clause with a subject of its own begins.
pub(super) fn is_clause(eye: Eye, comma: usize) -> bool {
    let link = comma + 1;
    let subject = link + 1;
    let contrast = eye.any(link, &["while", "whereas"]) && (eye.is_capital(subject) || eye.is_determiner(subject));
    let told = eye.any(link, &["and", "but"])
        && eye.any(subject, &["it", "he", "she", "they", "we"])
        && eye.verb(subject + 1).is_some_and(|verb| verb.past && !verb.base);
    eye.is_comma(comma) && (contrast || told)
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
