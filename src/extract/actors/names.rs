//! Mentions by name: the rules draft, the tagger decides, and the rules say what a body is and whose title stands beside it.
//!
//! Persons, bodies and places are the tagger's. What it can't know stays as drafted: peoples ("Kenyan"), and works, wars
//! and whatever else has a name, and so does what the user's own lists name.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use super::Actors;
use super::clue::OWN;
use super::common::{key, merged};
use super::cut::Piece;
use super::draft::{ADJECTIVES, Draft, Verdict, mention_of, weigh};
use super::mention::{ActorKind, ActorMention};
use super::page::Page;
use super::tagger::{Tag, Tagged};
use super::vote::{Candidate, vote};
use crate::text::TokenRange;

/// Kinds that act and are no persons; the first is what a body is that no rule knows.
const BODIES: &[ActorKind] =
    &[ActorKind::Organization, ActorKind::ArmedGroup, ActorKind::Government, ActorKind::Military, ActorKind::Media];

/// Finds names, in order, not overlapping.
pub(super) fn find(actors: &Actors, page: &Page<'_>) -> Vec<ActorMention> {
    let draft = Draft::new(actors, page);
    let clean = |name: Tagged| based(page, untitled(&draft, name));
    let tagged: Vec<Tagged> = actors.tagger.tag(page, &draft).into_iter().map(clean).collect();
    let mut tagged = parted(page, &tagged);
    let own: Vec<TokenRange> = draft.candidates.iter().filter(|name| is_own(&draft, name)).map(|name| name.tokens).collect();
    tagged.retain(|name| !overlaps(&own, |own| *own, name.tokens) && !is_count(page, name));
    let pieces: Vec<Piece> = tagged.iter().map(|name| piece(&draft, name.tokens)).collect();
    let mut candidates = weigh(actors, page, &draft.clues, &pieces, &draft.weighed);
    vote(page, &mut candidates);
    let kept = draft.names().filter(|(candidate, verdict)| {
        let unknown = matches!(verdict.kind, ActorKind::People | ActorKind::Other);
        is_own(&draft, candidate) || unknown && !overlaps(&tagged, |name| name.tokens, candidate.tokens)
    });
    let kept = kept.map(|(candidate, verdict)| mention_of(page, &draft.clues, candidate, verdict)).collect();
    let named = candidates.iter().zip(&tagged).map(|(candidate, name)| {
        let (kind, rule) = kind(known_body(page, &draft, name.tag, candidate), candidate);
        mention_of(page, &draft.clues, candidate, Verdict { kind, rule, confidence: name.confidence() })
    });
    merged(named, kept, |a, b| a.tokens <= b.tokens)
}

/// The name without the titles that the tagger took for a part of it.
fn untitled(draft: &Draft, name: Tagged) -> Tagged {
    let titles = name.tokens.iter().take_while(|at| draft.marks.titles.get(*at).is_some_and(|title| *title)).count();
    let whole = titles == 0 || titles == name.tokens.len() || name.tag != Tag::Person;
    let tokens = if whole { name.tokens } else { TokenRange::new(name.tokens.first() + titles, name.tokens.end()) };
    Tagged { tokens, ..name }
}

/// The place of "Brellat-based", without what makes an adjective of it.
fn based(page: &Page<'_>, name: Tagged) -> Tagged {
    let (first, end) = (name.tokens.first(), name.tokens.end());
    let adjective = name.tokens.len() > 2 && page.reading.word(end - 2) == "-" && page.reading.is_any(end - 1, ADJECTIVES);
    if adjective { Tagged { tokens: TokenRange::new(first, end - 2), ..name } } else { name }
}

/// "Brellco or Orlix Corp." are two names, and so are "Brellco and Orlix Corp." where the article has Brellco alone.
fn parted(page: &Page<'_>, tagged: &[Tagged]) -> Vec<Tagged> {
    // Few names have an "and" in them.
    let alone: LazyCell<FxHashSet<u64>, _> = LazyCell::new(|| tagged.iter().map(|name| key(page.reading, name.tokens)).collect());
    let joint = |name: &Tagged| {
        let inner = (name.tokens.first() + 1..name.tokens.end() - 1).filter(|at| page.capital(at - 1) || page.reading.word(at - 1) == ".");
        let known = |at: usize| alone.contains(&key(page.reading, TokenRange::new(name.tokens.first(), at)));
        inner.into_iter().find(|at| page.reading.is(*at, "or") || page.reading.is(*at, "and") && known(*at))
    };
    let parts = |name: Tagged| match joint(&name) {
        Some(at) => {
            let part = |first: usize, end: usize| Tagged { tokens: TokenRange::new(first, end), ..name };
            [Some(part(name.tokens.first(), at)), Some(part(at + 1, name.tokens.end()))]
        }
        None => [Some(name), None],
    };
    tagged.iter().copied().flat_map(parts).flatten().collect()
}

/// "Thirteen" at the head of a sentence.
fn is_count(page: &Page<'_>, name: &Tagged) -> bool {
    name.tokens.len() == 1 && page.reading.quantity(name.tokens.first()).is_some()
}

/// The tag, but for what the lists know as a body and as no place: "UNITED NATIONS" where a dateline has its city.
fn known_body(page: &Page<'_>, draft: &Draft, tag: Tag, candidate: &Candidate) -> Tag {
    let body = candidate.listed.and_then(|n| draft.clues.get(n)).is_some_and(|clue| BODIES.contains(&clue.kind));
    let first = candidate.tokens.first();
    let place = || ["country", "city", "capital"].iter().any(|class| page.reading.phrase_named(first, class).is_some());
    if tag == Tag::Place && body && !place() { Tag::Body } else { tag }
}

/// Whether the user's own list knows the name: the tagger has no say in it.
fn is_own(draft: &Draft, candidate: &Candidate) -> bool {
    candidate.listed.and_then(|n| draft.clues.get(n)).is_some_and(|clue| *clue.rule == OWN)
}

/// Whether one of the names, which are in order, shares a token with these.
fn overlaps<T>(names: &[T], tokens_of: impl Fn(&T) -> TokenRange, tokens: TokenRange) -> bool {
    let from = names.partition_point(|name| tokens_of(name).end() <= tokens.first());
    names.get(from).is_some_and(|name| tokens_of(name).overlaps(tokens))
}

fn piece(draft: &Draft, tokens: TokenRange) -> Piece {
    let listed = draft.marks.listed(tokens.first()).filter(|(listed, _)| *listed == tokens);
    Piece { tokens, listed: listed.map(|(_, clue)| clue) }
}

/// What a tagged name is, and the rule that says so.
fn kind(tag: Tag, candidate: &Candidate) -> (ActorKind, &'static str) {
    let kinds = match tag {
        Tag::Person => &[ActorKind::Person],
        Tag::Place => &[ActorKind::Place],
        Tag::Body => BODIES,
    };
    candidate.tally.best_of(kinds).unwrap_or((kinds[0], "name/tagger"))
}
