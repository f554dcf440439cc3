//! Which mentions speak of one person.
//!
//! Full names come first: those that may be one name ("Dorn Marlow", "D. K. Marlow", "Dorn Kell Marlow") are one person.
//! Then each single word ("Marlow", "Dorn") goes to one of the persons who bear it, never to two: "Marlow" does not make
//! one of Dorn and Vesna Marlow.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::groups::Groups;
use super::words::{NameWord, NameWords, word_key};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;

/// Persons of one word that are looked at, at the most.
const MOST_NAMESAKES: usize = 16;

/// Short forms of given names, with what they stand for.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("abe", "abraham"),
    ("al", "albert"),
    ("alex", "alexander"),
    ("andy", "andrew"),
    ("ben", "benjamin"),
    ("bernie", "bernard"),
    ("beth", "elizabeth"),
    ("bill", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("charlie", "charles"),
    ("chris", "christopher"),
    ("chuck", "charles"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("dick", "richard"),
    ("don", "donald"),
    ("ed", "edward"),
    ("fred", "frederick"),
    ("greg", "gregory"),
    ("jack", "john"),
    ("jeff", "jeffrey"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("ken", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("matt", "matthew"),
    ("mike", "michael"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("pete", "peter"),
    ("rick", "richard"),
    ("rob", "robert"),
    ("ron", "ronald"),
    ("sam", "samuel"),
    ("steve", "stephen"),
    ("steve", "steven"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("tim", "timothy"),
    ("tom", "thomas"),
    ("tony", "anthony"),
    ("vic", "victor"),
    ("will", "william"),
];

/// The same as the keys of their words.
static SHORT_KEYS: LazyLock<FxHashSet<(u64, u64)>> =
    LazyLock::new(|| SHORT_NAMES.iter().map(|(short, long)| (word_key(short), word_key(long))).collect());

/// A woman or a man, where the text or the given name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Female,
    Male,
}

/// Somebody with a full name.
struct Person<'r> {
    /// The first mention.
    first: usize,
    /// The longest form of the name.
    words: &'r [NameWord],
    sex: Option<Sex>,
    /// The list's entry.
    entry: Option<usize>,
}

/// Joins mentions of persons.
pub(super) struct Persons<'r> {
    reading: &'r Reading<'r>,
    list: Vec<Person<'r>>,
    /// For each word of a name, the persons who bear it, and whether as the last word.
    bearers: FxHashMap<u64, SmallVec<[(usize, bool); 2]>>,
}

/// Whether a mention is the name of a person, or a part of it.
fn is_named_person(mention: &ActorMention) -> bool {
    mention.kind == ActorKind::Person && !mention.form.is_nominal()
}

/// Joins the mentions of persons among `found`; `words` are the words of each mention.
pub(super) fn join(reading: &Reading<'_>, found: &mut [ActorMention], words: &NameWords, groups: &mut Groups) {
    let bearers = FxHashMap::with_capacity_and_hasher(found.len() / 2, FxBuildHasher);
    let mut persons = Persons { reading, list: Vec::with_capacity(found.len() / 4), bearers };
    let mut whose: Vec<Option<usize>> = vec![None; found.len()];
    for (n, mention) in found.iter().enumerate() {
        if is_named_person(mention) && words[n].len() >= 2 {
            let person = persons.add(n, mention, &words[n]);
            groups.join(persons.list[person].first, n);
            whose[n] = Some(person);
        }
    }
    persons.parts(found, words, &whose, groups);
}

impl<'r> Persons<'r> {
    /// The person of this full name, made where there is none yet.
    fn add(&mut self, n: usize, mention: &ActorMention, words: &'r [NameWord]) -> usize {
        let sex = sex(self.reading, mention);
        let known = self.find(mention, words, sex);
        let person = known.unwrap_or(self.list.len());
        match self.list.get_mut(person) {
            Some(known) => {
                known.sex = known.sex.or(sex);
                known.entry = known.entry.or(mention.entry);
                if known.words.len() < words.len() {
                    known.words = words;
                }
            }
            None => self.list.push(Person { first: n, words, sex, entry: mention.entry }),
        }
        for (at, word) in words.iter().enumerate().filter(|(_, word)| !word.initial) {
            let bearers = self.bearers.entry(word.key).or_default();
            let last = at + 1 == words.len();
            if let Some((_, as_last)) = bearers.iter_mut().find(|(other, _)| *other == person) {
                *as_last |= last;
            } else if bearers.len() < MOST_NAMESAKES {
                bearers.push((person, last));
            }
        }
        person
    }

    /// Who may be meant by a full name: the one with an equal name, or else the last who may have it.
    fn find(&self, mention: &ActorMention, words: &[NameWord], sex: Option<Sex>) -> Option<usize> {
        let ends = [words.last()?, words.first()?].map(|word| self.bearers.get(&word.key).map_or(&[][..], SmallVec::as_slice));
        let alike = |person: &&(usize, bool)| {
            let other = &self.list[person.0];
            let same_entry = mention.entry.is_some() && other.entry == mention.entry;
            same_entry || agree(other.sex, sex) && self.same(words, other.words)
        };
        let equal = |person: &&(usize, bool)| self.list[person.0].words == words;
        let all = || ends.iter().flat_map(|bearers| bearers.iter());
        all().find(equal).or_else(|| all().rfind(alike)).map(|(person, _)| *person)
    }

    /// Whether two full names may be one person's.
    fn same(&self, a: &[NameWord], b: &[NameWord]) -> bool {
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let ([first, middle @ .., last], [long_first, long_middle @ .., long_last]) = (short, long) else { return false };
        if last.key != long_last.key {
            // "Hugo Orlik" of "Hugo Orlik Bren".
            return long.len() <= short.len() + 2 && long.iter().zip(short).all(|(a, b)| a.key == b.key);
        }
        if self.same_given(first, long_first) {
            let conflict = matches!((middle.first(), long_middle.first()), (Some(a), Some(b)) if a.letter != b.letter);
            return !conflict || middle.iter().all(|word| long_middle.iter().any(|other| self.same_given(word, other)));
        }
        // "Otto Brell" of "Jens Otto Harry Brell"; "Suu Kyi" of "Aung San Suu Kyi".
        let mut rest = long.iter();
        short.iter().all(|word| !word.initial && rest.any(|other| other.key == word.key))
    }

    /// "Dorn" and "D.", "Bill" and "William".
    fn same_given(&self, a: &NameWord, b: &NameWord) -> bool {
        let initial = (a.initial || b.initial) && a.letter == b.letter;
        a.key == b.key || initial || SHORT_KEYS.contains(&(a.key, b.key)) || SHORT_KEYS.contains(&(b.key, a.key))
    }

    /// Gives each single word of a name to the person whom it speaks of.
    fn parts(&self, found: &mut [ActorMention], words: &NameWords, whose: &[Option<usize>], groups: &mut Groups) {
        let mut nameless: FxHashMap<u64, usize> = FxHashMap::default();
        for (n, mention) in found.iter_mut().enumerate() {
            if whose[n].is_some() {
                continue;
            }
            let [word] = &words[n] else { continue };
            let known = self.meant(mention, word);
            if !is_named_person(mention) && known.is_none_or(|_| !self.may_be_person(mention, word)) {
                continue;
            }
            let Some(person) = known else {
                let first = *nameless.entry(word.key).or_insert(n);
                groups.join(first, n);
                continue;
            };
            let person = &self.list[person];
            // The list's bearer of the surname is somebody else.
            if mention.entry.is_some() && mention.entry != person.entry {
                (mention.entry, mention.country, mention.code) = (None, None, None);
            }
            (mention.kind, mention.form) = (ActorKind::Person, ActorForm::Partial);
            groups.join(person.first, n);
        }
    }

    /// Who is meant by one word of a name.
    fn meant(&self, mention: &ActorMention, word: &NameWord) -> Option<usize> {
        let bearers = self.bearers.get(&word.key)?;
        let sex = title_sex(self.reading, mention);
        let fits = |(person, _): &&(usize, bool)| agree(self.list[*person].sex, sex);
        let by_surname = bearers.iter().filter(fits).any(|(_, last)| *last);
        let candidates = || bearers.iter().filter(fits).filter(|(_, last)| *last || !by_surname).map(|(person, _)| *person);
        let by_entry = candidates().find(|person| mention.entry.is_some() && self.list[*person].entry == mention.entry);
        // Who was introduced first is whom the article is about: kin is called by the given name or by the full name.
        by_entry.or_else(|| candidates().next())
    }

    /// Whether what was not found to be a person is one by the surname of exactly one of them.
    fn may_be_person(&self, mention: &ActorMention, word: &NameWord) -> bool {
        let open = mention.entry.is_none() && mention.rule.starts_with("name/") && !mention.form.is_nominal();
        open && self.bearers.get(&word.key).is_some_and(|bearers| bearers.iter().filter(|(_, last)| *last).count() == 1)
    }
}

fn agree(a: Option<Sex>, b: Option<Sex>) -> bool {
    !matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// What the title before a name says: "Mrs. Marlow".
fn title_sex(reading: &Reading<'_>, mention: &ActorMention) -> Option<Sex> {
    let first = mention.tokens.first();
    let before = if first > 1 && reading.is(first - 1, ".") { first - 2 } else { first.checked_sub(1)? };
    let female = &["mrs", "ms", "miss", "lady", "madame", "queen", "princess", "mother", "sister", "duchess", "empress", "baroness"];
    let male = &["mr", "sir", "lord", "king", "prince", "father", "brother", "sheikh", "duke", "emperor", "baron", "sheik"];
    if reading.is_any(before, female) {
        return Some(Sex::Female);
    }
    Some(Sex::Male).filter(|_| reading.is_any(before, male))
}

/// What the title or the given name says.
pub(super) fn sex(reading: &Reading<'_>, mention: &ActorMention) -> Option<Sex> {
    let given = || {
        let given = reading.phrase_named(mention.tokens.first(), "given_name").filter(|given| mention.tokens.contains(given.tokens))?;
        match reading.column(given, "role") {
            "f" => Some(Sex::Female),
            "m" => Some(Sex::Male),
            _ => None,
        }
    };
    title_sex(reading, mention).or_else(given)
}
