//! The country that an article speaks of.
//!
//! "Opposition forces" and "the Senate" name no country. The places and peoples of the article do: where one country stands out,
//! it is theirs, with less confidence. What a list says of a name that many countries share yields to it.

use rustc_hash::FxHashMap;

use super::roles::Role;
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::link::dateline;
use crate::rules::Reading;

/// The least mentions by which a country stands out.
const FEWEST: usize = 2;
/// Classes of titles whose bearers serve a state.
const OF_STATE: [&str; 6] = ["head", "minister", "legislator", "military", "police", "judge"];
/// What a guessed country leaves of the confidence.
const GUESSED: f32 = 0.8;

/// How often an article speaks of each country.
pub(super) struct Evidence {
    counts: FxHashMap<&'static str, usize>,
    /// The country whose land, people and state stand out.
    chief: Option<&'static str>,
}

impl Evidence {
    /// Counts the names that speak of a country.
    pub fn of(reading: &Reading<'_>, found: &[ActorMention]) -> Self {
        let vocabulary = reading.vocabulary();
        let mut counts: FxHashMap<&'static str, usize> = FxHashMap::default();
        let mut lands: FxHashMap<&'static str, usize> = FxHashMap::default();
        let mut desk: FxHashMap<&'static str, usize> = FxHashMap::default();
        let dateline = dateline::line(reading);
        let mut order = Vec::new();
        for mention in found.iter().filter(|mention| !mention.form.is_nominal()) {
            let Some(country) = mention.country.filter(|_| !is_shared(reading, mention)) else { continue };
            *counts.entry(country).or_default() += 1;
            let class = mention.entry.map_or("", |entry| vocabulary.class_name(vocabulary.class_of(entry)));
            if matches!(class, "country" | "demonym" | "capital" | "city" | "leader" | "government" | "military" | "party") {
                let count = lands.entry(country).or_insert_with(|| {
                    order.push(country);
                    0
                });
                *count += 1;
                if dateline.is_some_and(|dateline| dateline.contains(mention.tokens)) {
                    *desk.entry(country).or_default() += 1;
                }
            }
        }
        let count = |country: &&str| lands.get(country).copied().unwrap_or(0);
        // The first of those most often named.
        let chief = order.iter().rev().max_by_key(|country| count(country)).copied();
        let second = order.iter().filter(|country| Some(**country) != chief).map(count).max().unwrap_or(0);
        let chief = chief.filter(|chief| count(chief) >= FEWEST && count(chief) * 2 >= second * 3);
        // The desk may lie across the border from what the article tells of.
        let told = |country: &&str| count(country) - desk.get(country).copied().unwrap_or(0);
        let chief = chief.filter(|chief| order.iter().all(|other| told(other) <= told(chief)));
        Self { counts, chief }
    }

    /// The country of a group of mentions, `stated` being what they say; and what is left of their confidence.
    pub fn country(
        &self,
        reading: &Reading<'_>,
        found: &[ActorMention],
        group: &[usize],
        kind: ActorKind,
        role: Option<Role>,
        stated: Option<&'static str>,
    ) -> (Option<&'static str>, f32) {
        let of = |country: &str| self.counts.get(country).copied().unwrap_or(0);
        let shared = group.iter().all(|n| found[*n].form.is_nominal() || is_shared(reading, &found[*n]));
        let nominal = group.iter().all(|n| found[*n].form.is_nominal());
        match stated {
            Some(listed) if shared && !nominal => match self.chief {
                Some(chief) if chief != listed && of(chief) >= 4 * of(listed) => (Some(chief), GUESSED),
                None if of(listed) == 0 && !self.counts.is_empty() => (None, GUESSED),
                _ => (stated, 1.0),
            },
            None if self.chief.is_some() && is_guessed(reading, found, group, kind, role) => (self.chief, GUESSED),
            _ => (stated, 1.0),
        }
    }
}

/// Whether many countries have something of this name.
fn is_shared(reading: &Reading<'_>, mention: &ActorMention) -> bool {
    reading.phrase_named(mention.tokens.first(), "shared_name").is_some_and(|phrase| phrase.tokens == mention.tokens)
}

/// Whether an actor without a country is likely to be of the article's: by the office of a person, or by all its mentions.
fn is_guessed(reading: &Reading<'_>, found: &[ActorMention], group: &[usize], kind: ActorKind, role: Option<Role>) -> bool {
    if let Some(office) = role.and_then(|role| role.office).filter(|_| kind == ActorKind::Person) {
        let vague = role.is_some_and(|role| role.elsewhere || role.of.is_some_and(|of| found[of].kind != ActorKind::Place));
        return !vague && OF_STATE.contains(&office.class);
    }
    let shared = group.iter().all(|n| found[*n].form.is_nominal() || is_shared(reading, &found[*n]));
    shared && group.iter().all(|n| may_be_of_the_article(reading, &found[*n], kind))
}

/// Whether a mention without a country is likely to be of the article's: a force, an office, a power of state.
fn may_be_of_the_article(reading: &Reading<'_>, mention: &ActorMention, kind: ActorKind) -> bool {
    let vocabulary = reading.vocabulary();
    let abroad = mention
        .entry
        .map(|entry| vocabulary.entry(entry))
        .is_some_and(|entry| vocabulary.class_name(entry.class) == "agent" && vocabulary.column(entry, "role") == "abroad");
    let force = matches!(kind, ActorKind::ArmedGroup | ActorKind::Military | ActorKind::Government);
    let opposes = kind == ActorKind::People && mention.code == Some("OPP");
    let holds = kind == ActorKind::Person && mention.form == ActorForm::Title && !reading.is(mention.tokens.first(), "pope");
    // "Western officials" are of no country.
    let of_others = mention.form.is_nominal() && reading.phrase_named(mention.tokens.first(), "demonym").is_some();
    !abroad && !of_others && (force || opposes || holds)
}
