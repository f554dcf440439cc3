//! Which peoples, adjectives and capitals speak of a land that the article names.

use rustc_hash::FxHashMap;

use super::groups::Groups;
use crate::extract::actors::{ActorKind, ActorMention};
use crate::rules::Reading;

/// Joins adjectives, peoples and capitals that act with their land.
pub(super) fn join(reading: &Reading<'_>, found: &[ActorMention], groups: &mut Groups) {
    let lands = Lands::of(reading, found);
    for (n, mention) in found.iter().enumerate().filter(|(_, mention)| !mention.form.is_nominal()) {
        let land = match class(reading, mention) {
            "demonym" if !is_nation(reading, mention) => lands.of_people(reading, mention),
            _ => None,
        };
        if let Some(land) = land {
            groups.join(land, n);
        }
    }
    seats(reading, found, &lands, groups);
}

/// The class of the list that knows a mention; empty where none does.
pub(super) fn class(reading: &Reading<'_>, mention: &ActorMention) -> &'static str {
    let vocabulary = reading.vocabulary();
    mention.entry.map_or("", |entry| vocabulary.class_name(vocabulary.class_of(entry)))
}

/// What the list says of a mention in a column; empty where no list knows it.
pub(super) fn listed(reading: &Reading<'_>, mention: &ActorMention, column: &str) -> &'static str {
    let vocabulary = reading.vocabulary();
    mention.entry.map_or("", |entry| vocabulary.column(vocabulary.entry(entry), column))
}

/// "Kenyans": the people of a state, who are an actor of their own, and no adjective.
pub(super) fn is_nation(reading: &Reading<'_>, mention: &ActorMention) -> bool {
    if class(reading, mention) != "demonym" || mention.country != mention.code {
        return false;
    }
    let word = reading.document().words(mention.tokens);
    let entry = mention.entry.map_or("", |entry| reading.vocabulary().entry(entry).name());
    let several = word.ends_with(['s', 'S']) && !word.ends_with("ss") || word.ends_with("men");
    several && !word.eq_ignore_ascii_case(entry)
}

/// The first mentions of the lands of an article.
struct Lands {
    /// States by country: a state may be known by several names ("Russia", "the Soviet Union").
    states: FxHashMap<&'static str, usize>,
    /// All lands by the name in their list.
    names: FxHashMap<&'static str, usize>,
}

impl Lands {
    fn of(reading: &Reading<'_>, found: &[ActorMention]) -> Self {
        let mut lands = Self { states: FxHashMap::default(), names: FxHashMap::default() };
        for (n, mention) in found.iter().enumerate().filter(|(_, mention)| mention.kind == ActorKind::Place) {
            let Some(entry) = mention.entry else { continue };
            let class = class(reading, mention);
            if matches!(class, "country" | "city" | "capital") {
                lands.names.entry(reading.vocabulary().entry(entry).name()).or_insert(n);
            }
            let state = class == "country" && mention.code == mention.country && listed(reading, mention, "role") != "region";
            if let Some(country) = mention.country.filter(|_| state) {
                lands.states.entry(country).or_insert(n);
            }
        }
        lands
    }

    /// The land of "Kenyan", "Kenyans" (Kenya) or "Chechen" (Chechnya, not Russia).
    fn of_people(&self, reading: &Reading<'_>, mention: &ActorMention) -> Option<usize> {
        match listed(reading, mention, "role") {
            "" if mention.country == mention.code => self.states.get(mention.country?).copied(),
            "" => None,
            land => self.names.get(land).copied(),
        }
    }
}

/// "Moscow offered": a capital that acts is its country, where it is never a mere place in the text.
fn seats(reading: &Reading<'_>, found: &[ActorMention], lands: &Lands, groups: &mut Groups) {
    let mut acts: FxHashMap<usize, (usize, usize, usize)> = FxHashMap::default();
    for (n, mention) in found.iter().enumerate() {
        let Some(entry) = mention.entry.filter(|_| class(reading, mention) == "capital") else { continue };
        let (_, acting, lying) = acts.entry(entry).or_insert((n, 0, 0));
        if does(reading, mention) {
            *acting += 1;
        } else {
            *lying += 1;
        }
    }
    for (n, mention) in found.iter().enumerate() {
        let Some((first, acting, 0)) = mention.entry.and_then(|entry| acts.get(&entry)).copied() else { continue };
        if acting > 0
            && first == n
            && let Some(land) = mention.country.and_then(|country| lands.states.get(country))
        {
            groups.join(*land, n);
        }
    }
}

/// Whether a place does something here: "offered by Moscow", "Moscow has said".
fn does(reading: &Reading<'_>, mention: &ActorMention) -> bool {
    let (first, next) = (mention.tokens.first(), mention.tokens.end());
    let sentence = reading.sentence(first);
    let verb = |at: usize| {
        ["speech", "modal", "auxiliary", "person_verb"].iter().any(|class| reading.phrase_named(at, class).is_some())
            || reading.is_any(at, &["offered", "wants", "rejected", "hopes", "backed", "agreed", "sent", "proposed", "supports", "insists"])
    };
    let by = first > sentence.first() && reading.is_any(first - 1, &["by"]);
    let subject = first == sentence.first()
        || !reading.is_any(first - 1, &["in", "at", "from", "to", "near", "outside", "of", "into", "for", "around"]);
    by || (subject && next < sentence.end() && verb(next))
}
