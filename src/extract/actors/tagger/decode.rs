//! From scores to names: each stretch alone first, then with what the document says of the same words elsewhere.

use std::sync::{LazyLock, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::facts::mix;
use super::features::{Sheet, Stretches, read};
use super::lattice::{Lattice, Tag, Transitions};
use super::memo::Memo;
use super::model::Model;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::page::Page;
use crate::text::TokenRange;

/// The weights; `docs/names.md` tells where they come from and how they are made.
pub static WEIGHTS: &[u8] = include_bytes!("names.model");
/// The most words of a name that votes.
const LONGEST: usize = 8;
/// How much the other places of a name count beside what its own place says, for whether it is a name.
const VOTE: f32 = 0.85;
/// The same for what kind of name it is: a word that is a person here and a body there is a name all the same.
const KIND: f32 = 1.0;
/// How much of a person's full name its last word alone inherits.
const SURNAME: f32 = 0.7;
/// What is known of words before anything is read.
const PRIOR: f32 = 0.25;
/// How many kinds there are.
#[allow(clippy::cast_precision_loss)]
const KINDS: f32 = Tag::ALL.len() as f32;

/// How right a name is of which the weights are sure.
const SURE: f32 = 0.96;

/// A name that the tagger found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is.
    pub tag: Tag,
    /// The share of all ways to label its stretch that have this name.
    pub share: f32,
}

impl Tagged {
    /// Of names with this share, the share that is right: `docs/confidence.md`.
    pub fn confidence(&self) -> f32 {
        SURE * self.share * self.share.sqrt()
    }
}

/// Finds names by weights.
pub(in crate::extract::actors) struct Tagger {
    /// Those that no worker needs right now.
    desks: Mutex<Vec<Desk>>,
}

/// What a worker keeps from article to article.
struct Desk {
    memo: Memo<'static>,
    lattice: Lattice,
    /// The features of a token that are not kept.
    features: Vec<u64>,
}

/// The weights, their header read.
static MODEL: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::new(WEIGHTS));

impl Tagger {
    /// No worker has been here.
    pub fn new() -> Self {
        Self { desks: Mutex::default() }
    }

    /// Finds names, in order, not overlapping.
    pub fn tag(&self, page: &Page<'_>, draft: &Draft) -> Vec<Tagged> {
        let Some(model) = MODEL.as_ref() else { return Vec::new() };
        let desks = || self.desks.lock().unwrap_or_else(PoisonError::into_inner);
        let left = desks().pop();
        let mut desk = left.unwrap_or_else(|| Desk { memo: Memo::new(model), lattice: Lattice::default(), features: Vec::new() });
        let Desk { memo, lattice, features } = &mut desk;
        let stretches = read(page, draft, memo, |memo, seen, notes| {
            let mut sum = seen.sum;
            sum.add(memo.sum(seen));
            features.clear();
            features.extend_from_slice(&seen.own());
            features.extend_from_slice(notes);
            lattice.push(&model.scores_with(sum, features));
        });
        let tagged = decide(model.transitions(), &stretches, lattice);
        lattice.clear();
        desks().push(desk);
        tagged
    }
}

/// How much speaks for each tag, and against any.
#[derive(Debug, Clone, Copy, Default)]
struct Ballot {
    tags: [f32; Tag::ALL.len()],
    none: f32,
}

impl Ballot {
    fn new(tags: [f32; Tag::ALL.len()]) -> Self {
        Self { tags, none: (1.0 - tags.iter().sum::<f32>()).max(0.0) }
    }

    fn add(&mut self, other: &Self, times: f32) {
        self.tags.iter_mut().zip(other.tags).for_each(|(sum, more)| *sum += times * more);
        self.none += times * other.none;
    }
}

/// Words that are a name somewhere in the document.
struct Site {
    /// Counted among the tokens of all stretches.
    first: usize,
    key: u64,
    ballot: Ballot,
}

/// A name of the best way to label a stretch.
struct Found {
    tokens: TokenRange,
    tag: Tag,
    ballot: Ballot,
}

/// Finds the names of a document, in order, not overlapping.
pub fn tag(model: &Model<'_>, sheet: &Sheet) -> Vec<Tagged> {
    let count = sheet.stretches.words.len();
    let mut lattice = Lattice::with_room(count);
    (0..count).for_each(|n| lattice.push(&model.scores(sheet.features(n))));
    decide(model.transitions(), &sheet.stretches, &mut lattice)
}

/// Finds the names of stretches whose scores the lattice has.
fn decide(transitions: &Transitions, sheet: &Stretches, lattice: &mut Lattice) -> Vec<Tagged> {
    let mut names = Vec::with_capacity(sheet.count());
    for stretch in sheet.numbered() {
        find(transitions, lattice, stretch, &mut names);
    }
    let votes = votes(sheet, &names);
    let sites = sites(transitions, sheet, lattice, &names, &votes);
    let mut sums: FxHashMap<u64, Ballot> = votes.inherited;
    sites.iter().for_each(|site| sums.entry(site.key).or_default().add(&site.ballot, 1.0));
    let mut changed = vec![false; sheet.words.len()];
    for site in &sites {
        let Some(sum) = sums.get(&site.key) else { continue };
        let mut others = *sum;
        others.add(&site.ballot, -1.0);
        let any = others.tags.iter().sum::<f32>().max(0.0) + PRIOR;
        let named = (any / (others.none.max(0.0) + PRIOR)).ln();
        let kind = |tag: Tag| (KINDS * others.tags[tag as usize].max(0.0) + PRIOR) / any;
        let more = Tag::ALL.map(|tag| (tag.first_label(), VOTE * named + KIND * kind(tag).ln()));
        changed[site.first] = lattice.raise(site.first, more);
    }
    let mut all = Vec::with_capacity(names.len());
    let (mut before, mut again) = (&names[..], Vec::with_capacity(16));
    for (stretch, place) in sheet.numbered().zip(sheet.iter()) {
        let (here, rest) = before.split_at(before.partition_point(|name| name.tokens.first() < stretch.end()));
        before = rest;
        again.clear();
        let here = if changed[stretch.iter()].contains(&true) {
            find(transitions, lattice, stretch, &mut again);
            &again[..]
        } else {
            here
        };
        all.extend(here.iter().map(|name| {
            let first = place.first() + name.tokens.first() - stretch.first();
            let tokens = TokenRange::new(first, first + name.tokens.len());
            Tagged { tokens, tag: name.tag, share: name.ballot.tags[name.tag as usize] }
        }));
    }
    all
}

/// Adds the names of a stretch, which is weighed if there are any.
fn find(transitions: &Transitions, lattice: &mut Lattice, stretch: TokenRange, names: &mut Vec<Found>) {
    let known = names.len();
    lattice.best(stretch, transitions, |tokens, tag| names.push(Found { tokens, tag, ballot: Ballot::default() }));
    if names.len() > known {
        lattice.weigh(stretch, transitions);
    }
    for name in &mut names[known..] {
        name.ballot = Ballot::new(lattice.shares(name.tokens, stretch.end(), transitions));
    }
}

/// Where the words of names stand: the names, and what is a name elsewhere.
fn sites(transitions: &Transitions, sheet: &Stretches, lattice: &mut Lattice, names: &[Found], votes: &Votes) -> Vec<Site> {
    let mut sites = Vec::with_capacity(names.len());
    let mut ahead = names;
    for stretch in sheet.numbered() {
        while ahead.first().is_some_and(|name| name.tokens.first() < stretch.first()) {
            ahead = &ahead[1..];
        }
        let mut weighed = ahead.first().is_some_and(|name| name.tokens.first() < stretch.end());
        let mut at = stretch.first();
        while at < stretch.end() {
            while ahead.first().is_some_and(|name| name.tokens.first() < at) {
                ahead = &ahead[1..];
            }
            let name = ahead.first().filter(|name| name.tokens.first() == at).map(|name| (name.tokens, name.ballot));
            let found = name.or_else(|| {
                let tokens = TokenRange::new(at, at + votes.longest(&sheet.words[at..stretch.end()])?);
                if !std::mem::replace(&mut weighed, true) {
                    lattice.weigh(stretch, transitions);
                }
                Some((tokens, Ballot::new(lattice.shares(tokens, stretch.end(), transitions))))
            });
            let Some((tokens, ballot)) = found else {
                at += 1;
                continue;
            };
            sites.push(Site { first: at, key: key(&sheet.words[tokens.iter()]), ballot });
            at = tokens.end();
        }
    }
    sites
}

fn key(words: &[u64]) -> u64 {
    words.iter().fold(0, |key, word| mix(key, *word))
}

/// The words that are names somewhere in the document.
struct Votes {
    /// For the first word of each, the most words of a name that starts with it.
    starts: FxHashMap<u64, usize>,
    /// The keys of names, with what they have from fuller names.
    inherited: FxHashMap<u64, Ballot>,
}

fn votes(sheet: &Stretches, names: &[Found]) -> Votes {
    let mut votes = Votes {
        starts: FxHashMap::with_capacity_and_hasher(names.len(), FxBuildHasher),
        inherited: FxHashMap::with_capacity_and_hasher(names.len(), FxBuildHasher),
    };
    for Found { tokens, tag, ballot } in names {
        let words = &sheet.words[tokens.iter()];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        if words.len() <= LONGEST {
            let most = votes.starts.entry(*first).or_default();
            *most = words.len().max(*most);
            votes.inherited.entry(key(words)).or_default();
        }
        if *tag == Tag::Person && words.len() > 1 {
            votes.starts.entry(*last).or_insert(1);
            votes.inherited.entry(key(&[*last])).or_default().add(ballot, SURNAME);
        }
    }
    votes
}

impl Votes {
    /// How many of the words that come next are the longest name.
    fn longest(&self, words: &[u64]) -> Option<usize> {
        let most = self.starts.get(words.first()?)?.min(&words.len()).to_owned();
        (1..=most).rev().find(|length| self.inherited.contains_key(&key(&words[..*length])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn the_weights_are_a_model_of_less_than_a_megabyte() {
        assert!(MODEL.is_some());
        assert!(WEIGHTS.len() < 1_000_000);
    }

    #[test]
    fn what_is_kept_says_what_the_weights_say() {
        let extractors = Extractors::new().unwrap();
        let actors = &extractors.actors;
        let syllables = ["bre", "Ork", "lat", "Mar", "low", "an", "Vel", "til"];
        let word = |n: usize| [n / 512, n / 64, n / 8, n].map(|n| syllables[n % 8]).concat();
        let many: String = (0..4096).map(|n| format!("{} met {} of the Mor{} Party. ", word(n), word(4095 - n), word(n))).collect();
        let texts = [
            "Kenyan Foreign Minister Dorn Marlow met ÉMILE BRÖLL of Brellat-Orlikmannschaftsburg in Nairobi. Marlow left.",
            &many,
            "MARLOW SLEPT IN NAIROBI, said Dorn Marlow of the Orlik Party, a marlow of Brellat's.",
        ];
        for text in texts.into_iter().chain(texts) {
            let document = Document::new(text.to_owned());
            let reading = extractors.read(&document);
            let page = Page::new(&reading, &actors.classes);
            let draft = Draft::new(actors, &page);
            let names = actors.tagger.tag(&page, &draft);
            assert!(!names.is_empty());
            assert_eq!(names, tag(MODEL.as_ref().unwrap(), &Sheet::new(&page, &draft)));
        }
    }
}
