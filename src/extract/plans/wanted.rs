//! Lists of which it is known how many items they should have, and items that hold two.

use super::eye::Eye;
use super::list::{List, REACH, Shape, cuts, part, read, shape, unjoined};
use super::verbs;
use crate::text::TokenRange;

/// The items of the list in `region`; `first`: how its items begin, where what leads to it says so; `wanted`: how many there
/// should be. Of the ways to part it, the one that makes as many as were announced is meant.
pub(super) fn counted(eye: Eye, region: TokenRange, first: Option<Shape>, wanted: Option<usize>) -> List {
    if let Some(both) = at_once(eye, region).filter(|_| wanted == Some(2) && first.is_none()) {
        return both;
    }
    let list = read(eye, region, first);
    let Some(wanted) = wanted.filter(|wanted| *wanted != list.items.len()) else { return list };
    let others = [Shape::Noun, Shape::Base, Shape::Gerund].into_iter().filter(|shape| Some(*shape) != list.shape);
    others
        .map(|shape| read(eye, region, Some(shape)))
        .chain((wanted == 2).then(|| halves(eye, region)))
        .find(|other| other.items.len() == wanted && other.items.iter().all(|item| begins_as(eye, item.first(), other.shape)))
        .unwrap_or(list)
}

/// "closing the mill while quietly opening another", "Pass what all want — while holding talks on the rest".
fn at_once(eye: Eye, region: TokenRange) -> Option<List> {
    let verb = |at: usize| at + 1 + usize::from(eye.is_adverb(at + 1) || eye.any(at + 1, &["also"]));
    let both = region.iter().skip(2).take(REACH).find(|&at| eye.any(at, &["while"]) && eye.is_gerund(verb(at)))?;
    let shape = shape(eye, region.first());
    let sides = [TokenRange::new(region.first(), both), TokenRange::new(verb(both), region.end())];
    matches!(shape, Shape::Base | Shape::Gerund)
        .then(|| List { items: sides.map(|side| eye.trim(side)).to_vec(), shape: Some(Shape::Gerund) })
}

/// Whether an item can be read as one of this shape: "better" may begin a noun, "extend" and "letting" don't.
fn begins_as(eye: Eye, at: usize, wanted: Option<Shape>) -> bool {
    let shape = shape(eye, at);
    Some(shape) == wanted || wanted == Some(Shape::Noun) && shape == Shape::Base && eye.has(at, eye.words.ambiguous)
}

/// "executive orders and a bill": two items, parted by the only "and".
fn halves(eye: Eye, region: TokenRange) -> List {
    let cuts = cuts(eye, region);
    let ands: Vec<usize> = cuts.iter().copied().filter(|cut| !eye.is_comma(*cut) && eye.word(*cut) != ";").collect();
    let items = match ands[..] {
        [and] if cuts.len() == 1 => part(region, std::iter::once(and)),
        _ => Vec::new(),
    };
    List { items: items.into_iter().map(|item| eye.trim(unjoined(eye, item))).collect(), shape: Some(Shape::Noun) }
}

/// The item, or both of its halves where each is a verb with its object.
pub(super) fn two_deeds(eye: Eye, item: TokenRange) -> Vec<TokenRange> {
    let and = item.iter().skip(3).find(|&at| {
        let verb = at + 1;
        let object = eye.can_be_object(verb + 1) || eye.has(verb + 1, eye.words.pronoun);
        eye.any(at, &["and"]) && eye.is_base(verb) && object && verbs::is_imperative(eye, verb)
    });
    let and = and.filter(|_| matches!(shape(eye, item.first()), Shape::Base | Shape::Infinitive));
    and.map_or_else(|| vec![item], |and| part(item, std::iter::once(and)))
}
