//! Which mentions speak of one actor.

use rustc_hash::FxHashMap;

use super::groups::Groups;
use super::words::{initials_key, whole_key, word_key, word_keys};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;
use crate::text::TokenRange;

/// Gives each mention the number of its actor; a name that turns out to be part of a fuller one becomes partial.
pub(super) fn join(reading: &Reading<'_>, found: &mut [ActorMention]) -> Vec<usize> {
    let keys: Vec<Vec<u64>> = found.iter().map(|mention| word_keys(reading, mention.tokens)).collect();
    let mut join = Join { reading, keys, groups: Groups::new(found.len()) };
    join.same_entry(found);
    join.same_words(found);
    join.persons(found);
    join.acronyms(found);
    join.short_names(found);
    join.adjectives(found);
    join.seats(found);
    join.titles(found);
    join.groups.numbers()
}

struct Join<'r> {
    reading: &'r Reading<'r>,
    /// The words of each mention.
    keys: Vec<Vec<u64>>,
    groups: Groups,
}

/// Whether `short` starts with the initial of the name that `whole` starts with in full.
fn is_initial(reading: &Reading<'_>, short: TokenRange, whole: TokenRange) -> bool {
    let (initial, name) = (reading.word(short.first()), reading.word(whole.first()));
    let one = initial.chars().count() == 1 && reading.is(short.first() + 1, ".");
    one && short.len() > 2 && name.chars().count() > 1 && name.starts_with(initial)
}

/// Organisations and the like: what has an acronym and a short form.
fn is_body(kind: ActorKind) -> bool {
    !matches!(kind, ActorKind::Person | ActorKind::Place | ActorKind::People)
}

impl Join<'_> {
    fn class(&self, mention: &ActorMention) -> &'static str {
        let vocabulary = self.reading.vocabulary();
        mention.entry.map_or("", |entry| vocabulary.class_name(vocabulary.entry(entry).class))
    }

    fn same_entry(&mut self, found: &[ActorMention]) {
        let mut seen = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            let Some(entry) = mention.entry.filter(|_| mention.form != ActorForm::Title) else { continue };
            // What stands for a class of actors ("rebels") is one actor only within one country.
            let people = self.class(mention) == "demonym" && self.is_people(mention);
            let first = *seen
                .entry((entry, people, mention.form.is_nominal(), mention.form.is_nominal().then_some(mention.country).flatten()))
                .or_insert(n);
            self.groups.join(first, n);
        }
    }

    fn same_words(&mut self, found: &[ActorMention]) {
        let mut seen = FxHashMap::default();
        for (n, mention) in found.iter().enumerate().filter(|(_, mention)| mention.form != ActorForm::Title) {
            let person = mention.kind == ActorKind::Person;
            let first = *seen.entry((whole_key(&self.keys[n]), person, mention.form.is_nominal())).or_insert(n);
            self.groups.join(first, n);
        }
    }

    /// A surname, or a given name alone, is the person of that name mentioned last, or else the first to come.
    fn persons(&mut self, found: &mut [ActorMention]) {
        let full = |n: usize, mention: &ActorMention, keys: &[Vec<u64>]| {
            mention.kind == ActorKind::Person && !mention.form.is_nominal() && keys[n].len() >= 2
        };
        let mut later: FxHashMap<u64, usize> = FxHashMap::default();
        let mut ends: FxHashMap<(u64, u64), usize> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            if !full(n, mention, &self.keys) {
                continue;
            }
            let keys = &self.keys[n];
            let (Some(first), Some(last)) = (keys.first().copied(), keys.last().copied()) else { continue };
            later.entry(last).or_insert(n);
            keys.iter().for_each(|key| {
                later.entry(*key).or_insert(n);
            });
            let same = *ends.entry((first, last)).or_insert(n);
            self.groups.join(same, n);
        }
        let whole_tokens: Vec<TokenRange> = found.iter().map(|mention| mention.tokens).collect();
        let mut before: FxHashMap<u64, usize> = FxHashMap::default();
        for (n, mention) in found.iter_mut().enumerate() {
            if mention.kind != ActorKind::Person || mention.form.is_nominal() {
                continue;
            }
            let keys = self.keys[n].clone();
            if let [key] = keys.as_slice() {
                if let Some(whole) = before.get(key).or_else(|| later.get(key)).copied() {
                    self.groups.join(whole, n);
                    mention.form = ActorForm::Partial;
                }
                continue;
            }
            // "D. Marlow" after "Dorn Marlow".
            if let Some(whole) = keys.last().and_then(|last| before.get(last).or_else(|| later.get(last))).copied()
                && is_initial(self.reading, mention.tokens, whole_tokens[whole])
            {
                self.groups.join(whole, n);
                mention.form = ActorForm::Partial;
                continue;
            }
            // "Suu Kyi" is part of a longer name that ends so.
            if let Some(whole) = keys.last().and_then(|last| before.get(last).or_else(|| later.get(last))).copied()
                && self.keys[whole].len() > keys.len()
                && self.keys[whole].ends_with(&keys)
            {
                self.groups.join(whole, n);
                mention.form = ActorForm::Partial;
            }
            for (at, key) in keys.iter().enumerate() {
                let last = at + 1 == keys.len();
                if last || before.get(key).is_none_or(|other| self.keys[*other].last() != Some(key)) {
                    before.insert(*key, n);
                }
            }
        }
    }

    /// "Full Name (FN)", and "FN" wherever its letters are the first letters of one name.
    fn acronyms(&mut self, found: &mut [ActorMention]) {
        let mut long: FxHashMap<u64, usize> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate().filter(|(_, mention)| is_body(mention.kind) && !mention.form.is_nominal()) {
            if mention.tokens.len() < 2 {
                continue;
            }
            for small in [false, true] {
                if let Some(key) = initials_key(self.reading, mention.tokens, small) {
                    long.entry(key).or_insert(n);
                }
            }
        }
        for n in 0..found.len() {
            let tokens = found[n].tokens;
            let upper = tokens.len() == 1 && self.reading.word(tokens.first()).bytes().filter(u8::is_ascii_uppercase).count() >= 2;
            if !upper || found[n].form.is_nominal() {
                continue;
            }
            let bracketed = self.reading.is(tokens.first().saturating_sub(1), "(") && self.reading.is(tokens.end(), ")");
            let before = n
                .checked_sub(1)
                .filter(|m| found[*m].tokens.end() + 1 == tokens.first() && is_body(found[*m].kind) && !found[*m].form.is_nominal());
            let whole = before.filter(|_| bracketed).or_else(|| long.get(&self.keys[n].first().copied()?).copied());
            if let Some(whole) = whole.filter(|whole| is_body(found[n].kind) || *whole + 1 == n) {
                self.groups.join(whole, n);
                found[n].form = ActorForm::Acronym;
                if !is_body(found[n].kind) {
                    found[n].kind = found[whole].kind;
                }
            }
        }
    }

    /// "Brellco Corp." and "Brellco"; "U.S. Canal Department" and "Canal Department".
    fn short_names(&mut self, found: &mut [ActorMention]) {
        let mut short: FxHashMap<u64, usize> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            let keys = &self.keys[n];
            if !is_body(mention.kind) || mention.form.is_nominal() || keys.len() < 2 {
                continue;
            }
            short.entry(whole_key(&keys[1..])).or_insert(n);
            short.entry(whole_key(&keys[..keys.len() - 1])).or_insert(n);
            short.entry(whole_key(&keys[..1])).or_insert(n);
        }
        for n in 0..found.len() {
            if found[n].form.is_nominal() || !is_body(found[n].kind) {
                continue;
            }
            let Some(whole) = short.get(&whole_key(&self.keys[n])).copied().filter(|whole| *whole != n) else { continue };
            let both_listed = found[n].entry.is_some() && found[whole].entry.is_some() && found[n].entry != found[whole].entry;
            if !both_listed {
                self.groups.join(whole, n);
                if found[n].form == ActorForm::Name {
                    found[n].form = ActorForm::Partial;
                }
            }
        }
    }

    /// "Kenyan" speaks of Kenya, where the text names Kenya.
    fn adjectives(&mut self, found: &[ActorMention]) {
        let mut lands: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            let Some(country) = mention.country.filter(|_| self.class(mention) == "country") else { continue };
            let seen = lands.entry(country).or_default();
            if seen.len() < 8 && !seen.iter().any(|m| found[*m].entry == mention.entry) {
                seen.push(n);
            }
        }
        for (n, mention) in found.iter().enumerate() {
            if self.class(mention) != "demonym" || mention.form.is_nominal() || mention.country.is_none() || mention.code != mention.country
            {
                continue;
            }
            if self.is_people(mention) {
                continue;
            }
            let Some(seen) = mention.country.and_then(|country| lands.get(country)) else { continue };
            let word = self.reading.word(mention.tokens.first());
            let alike = |m: &&usize| {
                let land = self.reading.word(found[**m].tokens.first());
                land.bytes().zip(word.bytes()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
            };
            if let Some(land) = seen.iter().rev().max_by_key(alike) {
                self.groups.join(*land, n);
            }
        }
    }

    /// "Kenyans": a people, which is an actor of its own, and no adjective.
    fn is_people(&self, mention: &ActorMention) -> bool {
        let word = self.reading.document().words(mention.tokens);
        let entry = mention.entry.map_or("", |entry| self.reading.vocabulary().entry(entry).name);
        let several = word.ends_with(['s', 'S']) && !word.ends_with("ss") || word.ends_with("men");
        several && !word.eq_ignore_ascii_case(entry)
    }

    /// "Moscow offered": a capital that acts is its country, where it is never a mere place in the text.
    fn seats(&mut self, found: &[ActorMention]) {
        let mut lands: FxHashMap<&str, usize> = FxHashMap::default();
        let mut acts: FxHashMap<usize, (usize, usize, usize)> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            match (self.class(mention), mention.country, mention.entry) {
                ("country", Some(country), _) if mention.code == mention.country => {
                    lands.entry(country).or_insert(n);
                }
                ("capital", Some(_), Some(entry)) => {
                    let (_, acting, lying) = acts.entry(entry).or_insert((n, 0, 0));
                    if self.acts(mention) {
                        *acting += 1;
                    } else {
                        *lying += 1;
                    }
                }
                _ => {}
            }
        }
        for (n, mention) in found.iter().enumerate() {
            let Some((first, acting, 0)) = mention.entry.and_then(|entry| acts.get(&entry)).copied() else { continue };
            if acting > 0
                && first == n
                && let Some(land) = mention.country.and_then(|country| lands.get(country))
            {
                self.groups.join(*land, n);
            }
        }
    }

    /// Whether a place does something here: "offered by Moscow", "Moscow has said".
    fn acts(&self, mention: &ActorMention) -> bool {
        let (first, next) = (mention.tokens.first(), mention.tokens.end());
        let sentence = self.reading.sentence(first);
        let verb = |at: usize| {
            ["speech", "modal", "auxiliary", "person_verb"].iter().any(|class| self.reading.phrase_named(at, class).is_some())
                || self
                    .reading
                    .is_any(at, &["offered", "wants", "rejected", "hopes", "backed", "agreed", "sent", "proposed", "supports", "insists"])
        };
        let by = first > sentence.first() && self.reading.is_any(first - 1, &["by"]);
        let subject = first == sentence.first()
            || !self.reading.is_any(first - 1, &["in", "at", "from", "to", "near", "outside", "of", "into", "for", "around"]);
        by || (subject && next < sentence.end() && verb(next))
    }

    /// "the Kenyan president", "the foreign minister": who was last named with that office, or else nobody that has a name.
    fn titles(&mut self, found: &[ActorMention]) {
        let mut nameless: FxHashMap<u64, usize> = FxHashMap::default();
        let mut bearers: FxHashMap<(u64, Option<&str>), usize> = FxHashMap::default();
        for (n, mention) in found.iter().enumerate() {
            let Some(role) = mention.role.filter(|role| !role.is_empty()) else { continue };
            let head = word_key(self.reading.word(role.end() - 1));
            if mention.form != ActorForm::Title {
                bearers.insert((head, None), n);
                bearers.insert((head, mention.country), n);
                continue;
            }
            let whole = match mention.country {
                Some(country) => bearers.get(&(head, Some(country))),
                None => bearers.get(&(head, None)),
            };
            let whole = whole.copied().unwrap_or_else(|| *nameless.entry(whole_key(&self.keys[n])).or_insert(n));
            self.groups.join(whole, n);
        }
    }
}
