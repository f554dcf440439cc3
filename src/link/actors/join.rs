//! Which mentions speak of one actor.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::groups::Groups;
use super::words::{NameWords, initials_key, whole_key};
use super::{choices, lands, persons, terms, titles};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::extract::dates::Reference;
use crate::rules::Reading;

/// Gives each mention the number of its actor; a name that turns out to be part of a fuller one becomes partial.
pub(super) fn join(reading: &Reading<'_>, found: &mut [ActorMention], published: Option<Reference>) -> Vec<usize> {
    choices::settle(reading, found);
    let in_office = terms::settle(reading, found, published);
    let words = NameWords::of(reading, found);
    let mut groups = Groups::new(found.len());
    persons::join(reading, found, &words, &mut groups);
    let mut join = Join { reading, words, groups };
    join.same_entry(found);
    join.same_words(found);
    join.acronyms(found);
    join.short_names(found);
    lands::join(reading, found, &mut join.groups);
    titles::join(reading, found, &in_office, &mut join.groups);
    join.groups.numbers()
}

/// The confidence from which a single name stays a person's beside a company that starts with it.
const SURE_PERSON: f32 = 0.87;

struct Join<'r> {
    reading: &'r Reading<'r>,
    words: NameWords,
    groups: Groups,
}

/// Organisations and the like: what has an acronym and a short form.
fn is_body(kind: ActorKind) -> bool {
    !matches!(kind, ActorKind::Person | ActorKind::Place | ActorKind::People)
}

impl Join<'_> {
    fn same_entry(&mut self, found: &[ActorMention]) {
        let mut seen = FxHashMap::with_capacity_and_hasher(found.len() / 2, FxBuildHasher);
        for (n, mention) in found.iter().enumerate() {
            let Some(entry) = mention.entry.filter(|_| mention.form != ActorForm::Title) else { continue };
            // What stands for a class of actors ("rebels") is one actor only within one country.
            let people = lands::is_nation(self.reading, mention);
            let first = *seen
                .entry((entry, people, mention.form.is_nominal(), mention.form.is_nominal().then_some(mention.country).flatten()))
                .or_insert(n);
            self.groups.join(first, n);
        }
    }

    fn same_words(&mut self, found: &[ActorMention]) {
        let mut seen = FxHashMap::with_capacity_and_hasher(found.len() / 2, FxBuildHasher);
        for (n, mention) in found.iter().enumerate() {
            let person = mention.kind == ActorKind::Person;
            if mention.form == ActorForm::Title || person && !mention.form.is_nominal() {
                continue;
            }
            let first = *seen.entry((whole_key(&self.words[n]), person, mention.form.is_nominal())).or_insert(n);
            self.groups.join(first, n);
        }
    }

    /// "Full Name (FN)", and "FN" wherever its letters are the first letters of one name.
    fn acronyms(&mut self, found: &mut [ActorMention]) {
        let mut long: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(found.len() / 2, FxBuildHasher);
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
            let whole = before.filter(|_| bracketed).or_else(|| self.words[n].first().and_then(|word| long.get(&word.key)).copied());
            if let Some(whole) = whole.filter(|whole| is_body(found[n].kind) || *whole + 1 == n) {
                self.groups.join(whole, n);
                found[n].form = ActorForm::Acronym;
                if !is_body(found[n].kind) {
                    found[n].kind = found[whole].kind;
                }
            }
        }
    }

    /// The last words of persons' full names.
    fn surnames(&self, found: &[ActorMention]) -> FxHashSet<u64> {
        let full = |n: &usize| found[*n].kind == ActorKind::Person && !found[*n].form.is_nominal() && self.words[*n].len() >= 2;
        (0..found.len()).filter(full).filter_map(|n| self.words[n].last().map(|word| word.key)).collect()
    }

    /// "Brellco Corp." and "Brellco"; "U.S. Canal Department" and "Canal Department".
    fn short_names(&mut self, found: &mut [ActorMention]) {
        let mut short: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(found.len() / 2, FxBuildHasher);
        for (n, mention) in found.iter().enumerate() {
            let words = &self.words[n];
            if !is_body(mention.kind) || mention.form.is_nominal() || words.len() < 2 {
                continue;
            }
            short.entry(whole_key(&words[1..])).or_insert(n);
            short.entry(whole_key(&words[..words.len() - 1])).or_insert(n);
            short.entry(whole_key(&words[..1])).or_insert(n);
        }
        // "Brell" of "Brell Cables", where nobody of that name is told of.
        let bearers = self.surnames(found);
        for (n, mention) in found.iter_mut().enumerate() {
            let words = &self.words[n];
            let [word] = words else { continue };
            let open = mention.kind == ActorKind::Person && mention.role.is_none() && mention.entry.is_none();
            let titled = || persons::sex(self.reading, mention).is_some() || bearers.contains(&word.key);
            if open && mention.confidence < SURE_PERSON && short.contains_key(&whole_key(words)) && !titled() {
                mention.kind = ActorKind::Organization;
            }
        }
        for n in 0..found.len() {
            if found[n].form.is_nominal() || !is_body(found[n].kind) {
                continue;
            }
            let Some(whole) = short.get(&whole_key(&self.words[n])).copied().filter(|whole| *whole != n) else { continue };
            let both_listed = found[n].entry.is_some() && found[whole].entry.is_some() && found[n].entry != found[whole].entry;
            if !both_listed {
                self.groups.join(whole, n);
                if found[n].form == ActorForm::Name {
                    found[n].form = ActorForm::Partial;
                }
            }
        }
    }
}
