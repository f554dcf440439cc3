//! The word lists, and what they say of single tokens.
//!
//! Names match as written ("US", "Turkey"); titles, agents and the words beside a name match in any case.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::common::{key_of, key_of_words};
use super::mention::ActorKind;
use crate::extract::lexicons::LEXICONS;
use crate::rules::{Phrase, Reading, Vocabulary};

/// What a title makes of its bearer: the column `role` of titles.
pub const TITLE_ROLES: [&str; 17] = [
    "head",
    "minister",
    "legislator",
    "military",
    "police",
    "judge",
    "diplomat",
    "religious",
    "royal",
    "rebel",
    "official",
    "spokesperson",
    "business",
    "academic",
    "sport",
    "media",
    "honorific",
];

/// The ISO 3166-1 alpha-3 codes of the countries.
pub fn country_codes() -> BTreeSet<&'static str> {
    let countries = LEXICONS.iter().filter(|list| list.class == "country");
    countries.flat_map(|list| list.data.lines()).filter_map(|line| line.split('\t').nth(3)).filter(|code| code.len() == 3).collect()
}

/// What the lists say of a token, as bits.
pub(super) mod is {
    /// Part of a title or office.
    pub const TITLE: u32 = 1;
    /// "Party", "Ministry": the head of a name.
    pub const HEAD: u32 = 1 << 1;
    /// "Gulf" before "of".
    pub const HEAD_OF: u32 = 1 << 2;
    /// "San", "Northern": what starts a place.
    pub const PLACE_START: u32 = 1 << 3;
    /// "War", "Act": the head of what is no actor.
    pub const OTHER_HEAD: u32 = 1 << 4;
    /// "al", "van": within a person's name.
    pub const PARTICLE: u32 = 1 << 5;
    /// "al", "bin": where a person's name may start.
    pub const PARTICLE_FIRST: u32 = 1 << 6;
    /// "Monday", "GDP".
    pub const NOT_NAME: u32 = 1 << 7;
    /// "Jr", "III".
    pub const NAME_END: u32 = 1 << 8;
    /// "Corp", "Gen": a full stop behind it belongs to it.
    pub const ABBREVIATION: u32 = 1 << 9;
    /// "John".
    pub const GIVEN: u32 = 1 << 10;
    /// "Smith".
    pub const SURNAME: u32 = 1 << 11;
    /// Articles, prepositions, pronouns, auxiliaries, conjunctions.
    pub const FUNCTION: u32 = 1 << 12;
    /// "Ministry": a head that "of" may follow.
    pub const OF_HEAD: u32 = 1 << 14;
    /// A verb that names a speaker.
    pub const SPEECH: u32 = 1 << 13;
}

/// Classes by their bits.
const BITS: &[(&str, u32)] = &[
    ("title", is::TITLE),
    ("head", is::HEAD),
    ("head_of", is::HEAD_OF),
    ("of_head", is::OF_HEAD),
    ("other_first", is::OF_HEAD),
    ("place_start", is::PLACE_START),
    ("other_head", is::OTHER_HEAD),
    ("particle", is::PARTICLE),
    ("particle_first", is::PARTICLE_FIRST),
    ("not_name", is::NOT_NAME),
    ("name_end", is::NAME_END),
    ("abbreviation", is::ABBREVIATION),
    ("given_name", is::GIVEN),
    ("surname", is::SURNAME),
    ("auxiliary", is::FUNCTION),
    ("modal", is::FUNCTION),
    ("determiner", is::FUNCTION),
    ("preposition", is::FUNCTION),
    ("pronoun", is::FUNCTION),
    ("conjunction", is::FUNCTION),
    ("negation", is::FUNCTION),
    ("speech", is::SPEECH),
];

/// The classes of one vocabulary, resolved.
#[derive(Default)]
pub(super) struct Classes {
    /// For each class, by its number.
    bits: Vec<u32>,
}

impl Classes {
    /// Resolves the classes by name.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut bits = Vec::new();
        for (class, bit) in BITS.iter().filter_map(|(name, bit)| Some((vocabulary.class(name)?.index(), *bit))) {
            bits.resize(bits.len().max(class + 1), 0);
            bits[class] = bit;
        }
        Self { bits }
    }

    /// What the lists say of each token, and where a person's name may start with a particle. A phrase of several words counts
    /// where it may (titles), else single words do.
    pub fn look(&self, reading: &Reading<'_>) -> (Vec<u32>, Bits) {
        let count = reading.document().tokens().len();
        let (mut looks, mut particles) = (vec![0; count], Bits::new(count));
        for phrase in reading.phrases() {
            let Some(bit) = self.bits.get(phrase.class.index()).copied().filter(|bit| *bit > 0) else { continue };
            if phrase.tokens.len() > 1 && bit & (is::TITLE | is::NOT_NAME) == 0 {
                continue;
            }
            for at in phrase.tokens.iter() {
                if let Some(look) = looks.get_mut(at) {
                    *look |= bit;
                }
            }
            if bit & is::PARTICLE_FIRST != 0 {
                particles.add(phrase.tokens.first());
            }
        }
        (looks, particles)
    }
}

/// Leaders whom a text may call by the surname alone.
pub(super) struct Leaders {
    by_surname: FxHashMap<u64, Leader>,
}

/// Who bears a surname among the leaders.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leader {
    /// The entry of the first of them.
    pub entry: usize,
    /// Whether there is no other.
    pub only: bool,
}

impl Leaders {
    /// Reads the surnames from the list.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut by_surname: FxHashMap<u64, Leader> = FxHashMap::default();
        for number in vocabulary.class("leader").into_iter().flat_map(|class| vocabulary.members(class)) {
            let name = vocabulary.entry(number).name();
            let surname = name.rsplit([' ', '-']).next().filter(|word| name.contains(' ') && word.chars().count() > 2);
            if let Some(key) = surname.map(key_of) {
                let same = |leader: &mut Leader| leader.only &= vocabulary.entry(leader.entry).name() == name;
                by_surname.entry(key).and_modify(same).or_insert(Leader { entry: number, only: true });
            }
        }
        Self { by_surname }
    }

    /// The leader whose surname has this key.
    pub fn find(&self, key: u64) -> Option<Leader> {
        self.by_surname.get(&key).copied()
    }
}

/// Places by their names in any case.
pub(super) struct Places {
    by_name: FxHashMap<u64, (usize, bool)>,
}

impl Places {
    /// Reads the names from the lists.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut by_name = FxHashMap::default();
        for (class, state) in [("country", true), ("capital", true), ("city", false)] {
            for number in vocabulary.class(class).into_iter().flat_map(|class| vocabulary.members(class)) {
                by_name.entry(key_of_words(vocabulary.entry(number).name())).or_insert((number, state));
            }
        }
        Self { by_name }
    }

    /// The entry of the place whose name has this key, and whether it is a country or capital.
    pub fn find(&self, key: u64) -> Option<(usize, bool)> {
        self.by_name.get(&key).copied()
    }
}

/// The kind that the phrase's entry names.
pub(super) fn kind(reading: &Reading<'_>, phrase: Phrase) -> Option<ActorKind> {
    ActorKind::parse(reading.column(phrase, "kind"))
}

/// The column, where it holds something.
pub(super) fn column(reading: &Reading<'_>, phrase: Phrase, name: &str) -> Option<&'static str> {
    Some(reading.column(phrase, name)).filter(|field| !field.is_empty())
}
