//! Entries of lists speak for the time for which they hold.
//!
//! A list may know one name several times ("Dorn Marlow", governor until 2017, in opposition since): of these, the one that
//! holds on the article's day is meant. A leader who holds the office no more is one of the country's elite (CAMEO `ELI`);
//! one who does not hold it yet has no code. Without a date of the article, the last row of a leader holds.

use super::lands::{class, listed};
use super::offices::{Term, term};
use crate::extract::actors::{ActorKind, ActorMention};
use crate::extract::dates::Reference;
use crate::rules::Reading;

/// Rows of one name, at the most.
const MOST_ROWS: usize = 16;

/// Gives each mention the entry that holds; for each, whether it holds on the article's day.
pub(super) fn settle(reading: &Reading<'_>, found: &mut [ActorMention], published: Option<Reference>) -> Vec<bool> {
    found.iter_mut().map(|mention| settled(reading, mention, published)).collect()
}

fn settled(reading: &Reading<'_>, mention: &mut ActorMention, published: Option<Reference>) -> bool {
    let vocabulary = reading.vocabulary();
    let Some(entry) = mention.entry else { return true };
    let of = |entry: usize, column| vocabulary.column(vocabulary.entry(entry), column);
    let at = |entry: usize| {
        let entry = vocabulary.entry(entry);
        term(vocabulary.column(entry, "from"), vocabulary.column(entry, "to"), published)
    };
    let (now, own) = (at(entry), vocabulary.is_own(entry));
    if now == Term::Within && (own || published.is_some()) {
        return true;
    }
    // The rows of one name stand together.
    let same = |other: &usize| {
        let (a, b) = (vocabulary.entry(entry), vocabulary.entry(*other));
        let kind = a.class == b.class || own && vocabulary.is_own(*other);
        kind && a.name() == b.name() && *other != entry
    };
    let before = (entry.saturating_sub(MOST_ROWS)..entry).rev().take_while(same);
    let behind = (entry + 1..entry + 1 + MOST_ROWS).take_while(same);
    let mut others = before.chain(behind).filter(|other| at(*other) == Term::Within);
    let other = match published {
        Some(_) => others.next(),
        // What somebody became.
        None => others.max().filter(|other| *other > entry),
    };
    if let Some(other) = other {
        let filled = |column| Some(of(other, column)).filter(|field| !field.is_empty());
        mention.entry = Some(other);
        mention.kind = ActorKind::parse(of(other, "kind")).unwrap_or(mention.kind);
        (mention.country, mention.code) = (filled("country"), filled("code"));
        return true;
    }
    let leads = class(reading, mention) == "leader" && !own;
    if published.is_some() && (leads || own) && mention.code == Some(listed(reading, mention, "code")) {
        let elite = leads && now == Term::After && mention.country.is_some();
        mention.code = Some("ELI").filter(|_| elite);
    }
    published.is_none()
}
