//! Entries of lists speak for the time for which they hold.
//!
//! A list may know one name several times ("Dorn Marlow", governor until 2017, in opposition since): of these, the one that
//! holds on the article's day is meant. A leader who holds the office no more is one of the country's elite (CAMEO `ELI`);
//! one who does not hold it yet has no code. Without a date of the article, the last row of a leader holds.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::lands::{class, listed};
use super::offices::{Term, term};
use crate::extract::actors::{ActorKind, ActorMention};
use crate::extract::dates::Reference;
use crate::rules::Reading;

/// Rows of one name, at the most.
const MOST_ROWS: usize = 16;

/// Gives each mention the entry that holds; for each, whether it holds on the article's day.
pub(super) fn settle(reading: &Reading<'_>, found: &mut [ActorMention], published: Option<Reference>) -> Vec<bool> {
    // An article names one actor often.
    let mut terms: FxHashMap<usize, Term> = FxHashMap::with_capacity_and_hasher(found.len() / 4, FxBuildHasher);
    let mut holds = |mention: &mut ActorMention| {
        let Some(entry) = mention.entry else { return true };
        let now = *terms.entry(entry).or_insert_with(|| term_of(reading, entry, published));
        settled(reading, mention, entry, now, published)
    };
    found.iter_mut().map(&mut holds).collect()
}

/// How the article's day lies to the time of an entry.
fn term_of(reading: &Reading<'_>, entry: usize, published: Option<Reference>) -> Term {
    let vocabulary = reading.vocabulary();
    let entry = vocabulary.entry(entry);
    term(vocabulary.column(entry, "from"), vocabulary.column(entry, "to"), published)
}

/// Gives a mention of this entry the one that holds. `now`: how the article's day lies to its own.
fn settled(reading: &Reading<'_>, mention: &mut ActorMention, entry: usize, now: Term, published: Option<Reference>) -> bool {
    let vocabulary = reading.vocabulary();
    let of = |entry: usize, column| vocabulary.column(vocabulary.entry(entry), column);
    let at = |entry: usize| term_of(reading, entry, published);
    let own = vocabulary.is_own(entry);
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
