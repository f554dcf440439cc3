//! The word lists, and what they say of single tokens.
//!
//! Names match as written ("US", "Turkey"); titles, agents and the words beside a name match in any case.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::common::key_of;
use super::mention::ActorKind;
use crate::rules::{Class, Lexicon, LexiconCase, Phrase, Reading, Vocabulary};

const fn list(class: &'static str, case: LexiconCase, file: &'static str, data: &'static str) -> Lexicon {
    Lexicon { file, class, case, data }
}

/// The word lists of this extractor.
pub const LEXICONS: &[&Lexicon] = &[
    &list("country", LexiconCase::Exact, "src/extract/actors/lexicon/countries.tsv", include_str!("lexicon/countries.tsv")),
    &list("capital", LexiconCase::Exact, "src/extract/actors/lexicon/capitals.tsv", include_str!("lexicon/capitals.tsv")),
    &list("demonym", LexiconCase::Exact, "src/extract/actors/lexicon/demonyms.tsv", include_str!("lexicon/demonyms.tsv")),
    &list("leader", LexiconCase::Exact, "src/extract/actors/lexicon/leaders.tsv", include_str!("lexicon/leaders.tsv")),
    &list("organization", LexiconCase::Exact, "src/extract/actors/lexicon/organizations.tsv", include_str!("lexicon/organizations.tsv")),
    &list("government", LexiconCase::Exact, "src/extract/actors/lexicon/governments.tsv", include_str!("lexicon/governments.tsv")),
    &list("military", LexiconCase::Exact, "src/extract/actors/lexicon/military.tsv", include_str!("lexicon/military.tsv")),
    &list("armed_group", LexiconCase::Exact, "src/extract/actors/lexicon/armed_groups.tsv", include_str!("lexicon/armed_groups.tsv")),
    &list("party", LexiconCase::Exact, "src/extract/actors/lexicon/parties.tsv", include_str!("lexicon/parties.tsv")),
    &list("media", LexiconCase::Exact, "src/extract/actors/lexicon/media.tsv", include_str!("lexicon/media.tsv")),
    &list("company", LexiconCase::Exact, "src/extract/actors/lexicon/companies.tsv", include_str!("lexicon/companies.tsv")),
    &list("city", LexiconCase::Exact, "src/extract/actors/lexicon/cities.tsv", include_str!("lexicon/cities.tsv")),
    &list("title", LexiconCase::Any, "src/extract/actors/lexicon/titles.tsv", include_str!("lexicon/titles.tsv")),
    &list("agent", LexiconCase::Any, "src/extract/actors/lexicon/agents.tsv", include_str!("lexicon/agents.tsv")),
    &list("given_name", LexiconCase::Exact, "src/extract/actors/lexicon/given_names.tsv", include_str!("lexicon/given_names.tsv")),
    &list("surname", LexiconCase::Exact, "src/extract/actors/lexicon/surnames.tsv", include_str!("lexicon/surnames.tsv")),
    &list("", LexiconCase::Any, "src/extract/actors/lexicon/words.tsv", include_str!("lexicon/words.tsv")),
];

/// The everyday words; read into a set of its own, because no phrase of it is ever a match.
pub(super) const COMMON: Lexicon = list("", LexiconCase::Any, "src/extract/actors/lexicon/common.tsv", include_str!("lexicon/common.tsv"));

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
    bits: FxHashMap<Class, u32>,
}

impl Classes {
    /// Resolves the classes by name.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let bits = BITS.iter().filter_map(|(name, bit)| Some((vocabulary.class(name)?, *bit))).collect();
        Self { bits }
    }

    /// What the lists say of each token. A phrase of several words counts where it may (titles), else single words do.
    pub fn look(&self, reading: &Reading<'_>) -> Vec<u32> {
        let mut looks = vec![0; reading.document().tokens().len()];
        for phrase in reading.phrases() {
            let Some(bit) = self.bits.get(&phrase.class).copied() else { continue };
            if phrase.tokens.len() > 1 && bit & (is::TITLE | is::NOT_NAME) == 0 {
                continue;
            }
            for at in phrase.tokens.iter() {
                if let Some(look) = looks.get_mut(at) {
                    *look |= bit;
                }
            }
        }
        looks
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
        for (number, entry) in vocabulary.entries().iter().enumerate() {
            if vocabulary.class_name(entry.class) != "leader" || !entry.name.contains(' ') {
                continue;
            }
            let surname = entry.name.rsplit([' ', '-']).next().filter(|word| word.chars().count() > 2);
            if let Some(key) = surname.map(key_of) {
                let same = |leader: &mut Leader| leader.only &= vocabulary.entry(leader.entry).name == entry.name;
                by_surname.entry(key).and_modify(same).or_insert(Leader { entry: number, only: true });
            }
        }
        Self { by_surname }
    }

    /// The leader of this surname.
    pub fn find(&self, word: &str) -> Option<Leader> {
        self.by_surname.get(&key_of(word)).copied()
    }
}

/// Places by their names in any case.
pub(super) struct Places {
    by_name: FxHashMap<u64, (usize, bool)>,
}

impl Places {
    /// Reads the names from the lists.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let class = |name| vocabulary.class(name);
        let (sure, city) = ([class("country"), class("capital")], class("city"));
        let mut by_name = FxHashMap::default();
        for (number, entry) in vocabulary.entries().iter().enumerate() {
            let state = sure.contains(&Some(entry.class));
            if state || city == Some(entry.class) {
                let place = by_name.entry(key_of(entry.name)).or_insert((number, state));
                if state && !place.1 {
                    *place = (number, state);
                }
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
