//! From groups of mentions to the rows of actors.

use std::borrow::Cow;
use std::hash::Hasher;

use rustc_hash::{FxHashSet, FxHasher};

use super::Actor;
use super::evidence::Evidence;
use super::lands::class;
use super::offices::holds;
use super::roles::{Role, belongs, role};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::{Reading, eight, lower};
use crate::text::TokenRange;

/// Mentions of one actor that are asked for a role and a master, at the most: the first ones tell it.
const ASKED: usize = 64;

/// The actors, by number. `numbers`: the actor of each mention.
pub(super) fn rows(reading: &Reading<'_>, found: &[ActorMention], numbers: &[usize]) -> Vec<Actor> {
    let describe = Describe { reading, found, numbers, evidence: Evidence::of(reading, found) };
    let mentions = by_actor(numbers);
    let groups = || mentions.chunk_by(|a, b| numbers[*a] == numbers[*b]);
    let mut roles = Vec::new();
    let about: Vec<About> = groups().map(|group| describe.about(group, &mut roles)).collect();
    let mut forms = Forms::default();
    groups().zip(&about).map(|(group, own)| describe.row(group, own, &about, &mut forms)).collect()
}

/// The mentions by the number of their actor, those of one actor in order.
fn by_actor(numbers: &[usize]) -> Vec<usize> {
    let actors = numbers.iter().max().map_or(0, |most| most + 1);
    // Where the next mention of each actor has its place.
    let mut places = vec![0; actors + 1];
    numbers.iter().for_each(|actor| places[actor + 1] += 1);
    (1..=actors).for_each(|actor| places[actor] += places[actor - 1]);
    let mut mentions = vec![0; numbers.len()];
    for (n, actor) in numbers.iter().enumerate() {
        mentions[places[*actor]] = n;
        places[*actor] += 1;
    }
    mentions
}

/// Kinds of bodies of which more is known than that they are bodies.
const SPECIFIC: [ActorKind; 4] = [ActorKind::ArmedGroup, ActorKind::Government, ActorKind::Military, ActorKind::Media];
/// The confidence from which a full name tells the kind of all its short forms.
const TELLING: f32 = 0.5;

/// What the mentions of an actor say of it, before others are asked.
struct About {
    kind: ActorKind,
    role: Option<Role>,
    /// The country that its mentions name.
    country: Option<&'static str>,
    /// The actor that it belongs to.
    affiliation: Option<usize>,
    code: Code,
}

/// A CAMEO code, as far as mentions tell it.
#[derive(Clone, Copy)]
enum Code {
    /// All of it, from a list: "IGOUNO".
    Whole(&'static str),
    /// What follows the country: "GOV".
    Part(&'static str),
    Unknown,
}

/// The forms of a name that are known, each by the number of its letters in any case.
type Forms = FxHashSet<u64>;

struct Describe<'r> {
    reading: &'r Reading<'r>,
    found: &'r [ActorMention],
    numbers: &'r [usize],
    evidence: Evidence,
}

impl Describe<'_> {
    /// `roles` is where they are gathered.
    fn about(&self, group: &[usize], roles: &mut Vec<(usize, Role)>) -> About {
        let (reading, found) = (self.reading, self.found);
        let kind = kind_of(found, group);
        roles.clear();
        roles.extend(group.iter().take(ASKED).filter_map(|n| Some((*n, role(reading, found, *n)?))));
        let roles = || roles.iter().copied();
        // A role beside the name says more than a title alone; one in office more than a former one.
        let rank = |(n, role): &(usize, Role)| {
            let former = role.office.is_some_and(|office| office.former);
            (found[*n].form.is_nominal(), former, role.of.is_none())
        };
        let role = roles().min_by_key(rank).map(|(_, role)| role);
        // "Attorney General Marlow", said of the past by an article that calls him a former one.
        let entry = |role: Role| role.office.map(|office| office.entry);
        let left = |role: &Role| role.office.is_some_and(|office| office.former);
        let role = role.and_then(|own| roles().map(|(_, role)| role).find(|role| left(role) && entry(*role) == entry(own)).or(Some(own)));
        let own = group.first().and_then(|n| self.numbers.get(*n)).copied();
        let masters = roles().filter_map(|(_, role)| role.of);
        let others = group.iter().take(ASKED).filter_map(|n| belongs(reading, found, *n));
        let affiliation = masters.chain(others).map(|n| self.numbers[n]).find(|actor| Some(*actor) != own);
        About { kind, role, country: group.iter().find_map(|n| found[*n].country), affiliation, code: self.code(group, kind, role) }
    }

    /// The code of the list, or else that of the title behind the country.
    fn code(&self, group: &[usize], kind: ActorKind, role: Option<Role>) -> Code {
        let (reading, found) = (self.reading, self.found);
        let office = role.and_then(|role| role.office);
        let listed = |n: &&usize| !matches!(class(reading, &found[**n]), "" | "agent") && found[**n].kind == kind;
        let coded = group.iter().filter(listed).find_map(|n| Some((*n, found[*n].code.filter(|code| *code != "ELI")?)));
        if let Some((n, whole)) = coded {
            let left = office.is_some_and(|office| office.former && kind == ActorKind::Person && holds(reading, &found[n], office.entry));
            return if left { Code::Part("ELI") } else { Code::Whole(whole) };
        }
        // A leader of the lists who held this office before the article's day.
        let was = |n: &usize| found[*n].code == Some("ELI") && office.is_some_and(|office| holds(reading, &found[*n], office.entry));
        if group.iter().any(was) {
            return Code::Part("ELI");
        }
        let part = match office {
            Some(office) if !office.code.is_empty() => Some(office.code),
            Some(_) | None => group.iter().find_map(|n| found[*n].code),
        };
        match part {
            Some("GOV" | "LEG" | "JUD" | "MIL" | "COP") if office.is_some_and(|office| office.former) => Code::Part("ELI"),
            Some("GOV") if role.is_some_and(|role| role.elsewhere && role.is_general()) => Code::Unknown,
            Some(part) => Code::Part(part),
            None => Code::Unknown,
        }
    }

    /// `forms` is where the forms are gathered.
    fn row(&self, group: &[usize], own: &About, all: &[About], forms: &mut Forms) -> Actor {
        let (reading, found) = (self.reading, self.found);
        let document = reading.document();
        let best = self.fullest(group, own.kind);
        // "KIGOMA" and "Kigoma", "Police" and "police" are one form.
        forms.clear();
        let words = |n: usize| document.words(found[n].tokens);
        let name = words(best);
        let mut last = name;
        // What is written as the form before is none that is new.
        let is_other = |n: &usize| {
            let words = words(*n);
            let other = found[*n].form != ActorForm::Pronoun && words != name && words != last;
            last = if other { words } else { last };
            other
        };
        let others = group.iter().copied().filter(|n| *n != best).filter(is_other).map(|n| found[n].tokens);
        let mut new = |form: &TokenRange| {
            if forms.is_empty() {
                forms.insert(number(&document.line(found[best].tokens)));
            }
            forms.insert(number(&document.line(*form)))
        };
        let aliases = others.filter(|form| new(form)).collect();
        let master = own.affiliation.and_then(|actor| all.get(actor));
        let of_office = own.role.and_then(|role| role.office).map(|office| office.country).filter(|country| !country.is_empty());
        let stated = own.country.or_else(|| master.and_then(|master| master.country)).or(of_office);
        let (country, doubt) = self.evidence.country(reading, found, group, own.kind, own.role, stated);
        let told = || group.iter().filter(|n| found[**n].form != ActorForm::Pronoun).map(|n| found[*n].confidence);
        #[allow(clippy::cast_precision_loss)]
        let mean = told().sum::<f32>() / told().count().max(1) as f32;
        let sure = told().fold(0.0, f32::max);
        Actor {
            name: found[best].tokens,
            kind: own.kind,
            role: own.role.map(|role| role.tokens),
            country,
            affiliation: own.affiliation,
            cameo: cameo(own, master, stated, country),
            aliases,
            mention: best,
            mentions: group.len(),
            rule: found[best].rule,
            confidence: doubt * f32::midpoint(mean, sure),
        }
    }

    /// The first of the fullest mentions.
    fn fullest(&self, group: &[usize], kind: ActorKind) -> usize {
        if let [only] = group {
            return *only;
        }
        let fullness = |n: &&usize| {
            let mention = &self.found[**n];
            (
                !mention.form.is_nominal(),
                mention.form != ActorForm::Pronoun,
                !matches!(mention.form, ActorForm::Acronym | ActorForm::Partial),
                mention.kind == kind,
                class(self.reading, mention) != "capital" || kind != ActorKind::Place,
                !shouted(self.reading.document().words(mention.tokens)),
                mention.tokens.len(),
                mention.span.len(),
            )
        };
        // The maximum that stands first.
        group.iter().rev().max_by_key(fullness).copied().unwrap_or(0)
    }
}

/// A number for a form, the same in any case.
fn number(form: &str) -> u64 {
    let mut hasher = FxHasher::default();
    if form.is_ascii() {
        form.as_bytes().chunks(8).for_each(|bytes| hasher.write_u64(lower(eight(bytes))));
    } else {
        form.to_lowercase().as_bytes().chunks(8).for_each(|bytes| hasher.write_u64(eight(bytes)));
    }
    hasher.finish()
}

/// Whether it is written in capitals throughout, and not for being an acronym.
fn shouted(words: &str) -> bool {
    words.len() > 3 && !words.contains(char::is_lowercase)
}

/// The kind that the group's mentions have most surely.
fn kind_of(found: &[ActorMention], group: &[usize]) -> ActorKind {
    if let [first, others @ ..] = group
        && others.iter().all(|n| found[*n].kind == found[*first].kind)
    {
        return found[*first].kind;
    }
    let mut weights = [-0.0_f32; ActorKind::ALL.len()];
    for mention in group.iter().map(|n| &found[*n]) {
        weights[mention.kind as usize] += mention.confidence + if mention.entry.is_some() { 0.3 } else { 0.0 };
    }
    let weight = |kind: ActorKind| weights[kind as usize];
    // An adjective belongs to the country, not the other way round.
    let place = group.iter().any(|n| found[*n].kind == ActorKind::Place && found[*n].entry.is_some());
    // "Army" in the full name tells what it is; an acronym tells only that it is a body.
    let tells = |n: &usize| found[*n].form == ActorForm::Name && SPECIFIC.contains(&found[*n].kind) && found[*n].confidence >= TELLING;
    let specific = group.iter().any(tells);
    let open = |kind: &ActorKind| !(place && *kind == ActorKind::People || specific && *kind == ActorKind::Organization);
    let kinds = ActorKind::ALL.into_iter().filter(open);
    kinds.max_by(|a, b| weight(*a).total_cmp(&weight(*b)).then(b.cmp(a))).unwrap_or(ActorKind::Other)
}

/// The code of an actor, from its own words and those of the actor that it belongs to. `stated`: the country that they name.
fn cameo(own: &About, master: Option<&About>, stated: Option<&str>, country: Option<&'static str>) -> Option<Cow<'static, str>> {
    let written = |code: Code, listed: Option<&str>| match code {
        Code::Whole(code) => Some(with_country(code, listed, country)),
        Code::Part(part) => Some(joined(country.filter(|country| !part.starts_with(country)), part)),
        Code::Unknown => None,
    };
    let body = master.filter(|master| !matches!(master.kind, ActorKind::Place | ActorKind::People | ActorKind::Person));
    if let Some(body) = body.filter(|_| own.kind == ActorKind::Person && !matches!(own.code, Code::Whole(_) | Code::Part("ELI"))) {
        // Who speaks for or leads a body acts for it: "a rebel spokesman", "president of Brellco"; a professor stays one.
        let general = own.role.is_none_or(|role| role.is_general()) || body.kind == ActorKind::ArmedGroup;
        if general {
            return written(body.code, body.country);
        }
    }
    written(own.code, stated)
}

/// The code with the country that the article gives in the place of the list's.
fn with_country(code: &'static str, listed: Option<&str>, country: Option<&'static str>) -> Cow<'static, str> {
    match listed.filter(|listed| Some(*listed) != country).and_then(|listed| code.strip_prefix(listed)) {
        Some(rest) => joined(country, rest),
        None => Cow::Borrowed(code),
    }
}

/// A code behind its country.
fn joined(country: Option<&'static str>, code: &'static str) -> Cow<'static, str> {
    match country {
        Some(country) if code.is_empty() => Cow::Borrowed(country),
        Some(country) => Cow::Owned([country, code].concat()),
        None => Cow::Borrowed(code),
    }
}
