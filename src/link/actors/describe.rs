//! From a group of mentions to the row of an actor.

use std::collections::BTreeSet;

use super::Actor;
use super::evidence::Evidence;
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;

/// The actors, by number. `numbers`: the actor of each mention.
pub(super) fn rows(reading: &Reading<'_>, found: &[ActorMention], numbers: &[usize]) -> Vec<Actor> {
    let evidence = Evidence::of(reading, found);
    let count = numbers.iter().max().map_or(0, |most| most + 1);
    let mut groups = vec![Vec::new(); count];
    for (n, actor) in numbers.iter().enumerate() {
        groups[*actor].push(n);
    }
    groups.iter().map(|group| row(reading, found, numbers, group, &evidence)).collect()
}

fn row(reading: &Reading<'_>, found: &[ActorMention], numbers: &[usize], group: &[usize], evidence: &Evidence) -> Actor {
    let document = reading.document();
    let kind = kind_of(found, group);
    let fullness = |n: &&usize| {
        let mention = &found[**n];
        let named = !mention.form.is_nominal();
        let class = mention.entry.map_or("", |entry| reading.vocabulary().class_name(reading.vocabulary().entry(entry).class));
        (
            named,
            !matches!(mention.form, ActorForm::Acronym | ActorForm::Partial),
            mention.kind == kind,
            class != "capital" || kind != ActorKind::Place,
            !shouted(document.words(mention.tokens)),
            mention.tokens.len(),
            mention.span.len(),
        )
    };
    // The first of the fullest: the maximum that stands first.
    let best = group.iter().rev().max_by_key(fullness).copied().unwrap_or(0);
    let form = |n: usize| document.words(found[n].tokens).split_whitespace().collect::<Vec<_>>().join(" ");
    let name = form(best);
    // "KIGOMA" and "Kigoma", "Police" and "police" are one form.
    let mut seen = BTreeSet::from([name.to_lowercase()]);
    let aliases = group.iter().map(|n| form(*n)).filter(|form| seen.insert(form.to_lowercase())).collect();
    let titled = group.iter().find(|n| found[**n].role.is_some() && !found[**n].form.is_nominal());
    let titled = titled.or_else(|| group.iter().find(|n| found[**n].role.is_some()));
    let role = titled.and_then(|n| found[*n].role);
    let stated = group.iter().find_map(|n| found[*n].country);
    let (country, doubt) = evidence.country(reading, found, group, kind, stated);
    #[allow(clippy::cast_precision_loss)]
    let confidence = group.iter().map(|n| found[*n].confidence).sum::<f32>() / group.len().max(1) as f32;
    let sure = group.iter().map(|n| found[*n].confidence).fold(0.0, f32::max);
    Actor {
        name,
        kind,
        role: role.map(|role| document.words(role).to_owned()),
        country,
        affiliation: affiliation(found, numbers, group),
        cameo: cameo(reading, found, group, kind, country).map(|code| of_country(code, stated, country)),
        aliases,
        mention: best,
        mentions: group.len(),
        rule: found[best].rule,
        confidence: doubt * f32::midpoint(confidence, sure),
    }
}

/// Whether it is written in capitals throughout, and not for being an acronym.
fn shouted(words: &str) -> bool {
    words.len() > 3 && !words.contains(char::is_lowercase)
}

/// The code with the country that the article gives in the place of the list's.
fn of_country(code: String, listed: Option<&str>, country: Option<&str>) -> String {
    match listed.filter(|listed| Some(*listed) != country).and_then(|listed| code.strip_prefix(listed)) {
        Some(rest) => format!("{}{rest}", country.unwrap_or("")),
        None => code,
    }
}

/// The kind that the group's mentions have most surely.
fn kind_of(found: &[ActorMention], group: &[usize]) -> ActorKind {
    let weight = |kind: ActorKind| {
        let of_kind = group.iter().filter(|n| found[**n].kind == kind);
        of_kind.map(|n| found[*n].confidence + if found[*n].entry.is_some() { 0.3 } else { 0.0 }).sum::<f32>()
    };
    // An adjective belongs to the country, not the other way round.
    let place = group.iter().any(|n| found[*n].kind == ActorKind::Place && found[*n].entry.is_some());
    let kinds = ActorKind::ALL.into_iter().filter(|kind| !(place && *kind == ActorKind::People));
    kinds.max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(b.cmp(a))).unwrap_or(ActorKind::Other)
}

/// The actor that stands within a role ("Kenyan" in "Kenyan president") or starts a nominal ("Kenyan police").
fn affiliation(found: &[ActorMention], numbers: &[usize], group: &[usize]) -> Option<usize> {
    let own = group.first().and_then(|n| numbers.get(*n)).copied();
    group.iter().find_map(|n| {
        let mention = &found[*n];
        let within = match mention.role {
            Some(role) => role,
            None if mention.form == ActorForm::Nominal => mention.tokens,
            None => return None,
        };
        let near = n.saturating_sub(4)..(n + 5).min(found.len());
        near.filter(|m| m != n && within.contains(found[*m].tokens)).map(|m| numbers[m]).find(|actor| Some(*actor) != own)
    })
}

/// The code of the list, or that of the title behind the country.
fn cameo(reading: &Reading<'_>, found: &[ActorMention], group: &[usize], kind: ActorKind, country: Option<&'static str>) -> Option<String> {
    let vocabulary = reading.vocabulary();
    let listed = |n: &usize| {
        let class = found[*n].entry.map_or("", |entry| vocabulary.class_name(vocabulary.entry(entry).class));
        !class.is_empty() && class != "agent"
    };
    let whole = group.iter().filter(|n| found[**n].kind == kind && listed(n)).find_map(|n| found[*n].code);
    if let Some(code) = whole {
        return Some(code.to_owned());
    }
    let part = group.iter().find_map(|n| found[*n].code)?;
    Some(format!("{}{part}", country.filter(|country| !part.starts_with(country)).unwrap_or("")))
}
