//! What a short name means that several lists have: "CHP" is a Turkish party or a Californian police force.
//!
//! The article decides: the one whose full name it has elsewhere is meant, or else the one whose country it speaks of. Where
//! it speaks of neither, nothing is known of the country.

use rustc_hash::FxHashMap;

use super::lands::{class, listed};
use crate::extract::actors::{ActorKind, ActorMention};
use crate::rules::{Phrase, Reading};

/// Classes of lists whose names may be shared.
const CLASSES: [&str; 7] = ["organization", "government", "military", "armed_group", "party", "media", "company"];
/// Letters of a name that many bodies may share, at the most.
const SHORT: usize = 4;
/// Countries whose bodies news in English does not explain.
const AT_HOME: [&str; 2] = ["USA", "GBR"];

/// Gives shared names the entry that the article speaks of.
pub(super) fn settle(reading: &Reading<'_>, found: &mut [ActorMention]) {
    let short: Vec<usize> = (0..found.len()).filter(|n| is_short(reading, &found[*n])).collect();
    if short.is_empty() {
        return;
    }
    let mut countries: FxHashMap<&'static str, usize> = FxHashMap::default();
    let mut entries: FxHashMap<usize, usize> = FxHashMap::default();
    let others = found.iter().enumerate().filter(|(n, _)| short.binary_search(n).is_err());
    for (_, mention) in others.filter(|(_, mention)| !mention.form.is_nominal()) {
        if let Some(country) = mention.country {
            *countries.entry(country).or_default() += 1;
        }
        if let Some(entry) = mention.entry {
            *entries.entry(entry).or_default() += 1;
        }
    }
    for n in short {
        let mention = &mut found[n];
        let of = |phrase: &Phrase| reading.column(*phrase, "country");
        let shared = reading
            .phrases_at(mention.tokens.first())
            .iter()
            .copied()
            .filter(|phrase| phrase.tokens == mention.tokens && CLASSES.contains(&reading.vocabulary().class_name(phrase.class)));
        let told = |phrase: &Phrase| {
            let named = entries.get(&phrase.entry).copied().unwrap_or(0);
            (named, countries.get(of(phrase)).copied().unwrap_or(0))
        };
        // Of equals the first, as the lists have it.
        let Some(best) = shared.clone().rev().max_by_key(told) else { continue };
        if told(&best) > (0, 0) && Some(best.entry) != mention.entry && shared.clone().any(|phrase| Some(phrase.entry) == mention.entry) {
            let filled = |column| Some(reading.column(best, column)).filter(|field| !field.is_empty());
            (mention.entry, mention.country, mention.code) = (Some(best.entry), filled("country"), filled("code"));
            mention.kind = ActorKind::parse(reading.column(best, "kind")).unwrap_or(mention.kind);
        } else if told(&best) == (0, 0)
            && !matches!(class(reading, mention), "company" | "media")
            && mention.country.is_some_and(|country| !AT_HOME.contains(&country))
            && !countries.is_empty()
        {
            (mention.country, mention.code) = (None, None);
        }
    }
}

/// Whether it is a word of few letters of a list of ours: "CHP", "Vox".
fn is_short(reading: &Reading<'_>, mention: &ActorMention) -> bool {
    let Some(entry) = mention.entry else { return false };
    let word = reading.document().words(mention.tokens);
    let short = (2..=SHORT).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphabetic());
    short
        && CLASSES.contains(&class(reading, mention))
        && !reading.vocabulary().is_own(entry)
        && !listed(reading, mention, "country").is_empty()
}
