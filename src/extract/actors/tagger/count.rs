//! What is a name: each stretch by itself first, then with what the document says of the same words elsewhere.

use rustc_hash::FxHashMap;

use super::decode::Tagged;
use super::facts::mix;
use super::features::Stretches;
use super::lattice::{Lattice, Tag, Transitions};
use crate::text::TokenRange;

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
/// For how many names room is kept.
const KEPT: usize = 4096;

/// How much speaks for each tag, and against any.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
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

/// The count of a document's votes; its room is kept for the next one.
#[derive(Default)]
pub(super) struct Count {
    /// The names of the best ways to label each stretch by itself, and those of one that is labelled again.
    names: Vec<Found>,
    again: Vec<Found>,
    /// Where their words stand.
    sites: Vec<Site>,
    /// Whether what others say changed the scores of each token.
    changed: Vec<bool>,
    /// For the first word of each name, the most words of a name that starts with it.
    starts: FxHashMap<u64, usize>,
    /// What speaks for each name: first what its words have from fuller names, then all places too.
    ballots: FxHashMap<u64, Ballot>,
}

impl Count {
    /// Finds the names of stretches whose scores the lattice has.
    pub fn decide(&mut self, transitions: &Transitions, sheet: &Stretches, lattice: &mut Lattice) -> Vec<Tagged> {
        self.clear();
        for stretch in sheet.numbered() {
            find(transitions, lattice, stretch, &mut self.names);
        }
        self.vote(sheet);
        self.visit(transitions, sheet, lattice);
        for site in &self.sites {
            self.ballots.entry(site.key).or_default().add(&site.ballot, 1.0);
        }
        self.changed.resize(sheet.words.len(), false);
        self.raise(lattice);
        self.names(transitions, sheet, lattice)
    }

    fn clear(&mut self) {
        for names in [&mut self.names, &mut self.again] {
            names.clear();
            names.shrink_to(KEPT);
        }
        self.sites.clear();
        self.sites.shrink_to(KEPT);
        self.changed.clear();
        self.changed.shrink_to(KEPT);
        self.starts.clear();
        self.starts.shrink_to(KEPT);
        self.ballots.clear();
        self.ballots.shrink_to(KEPT);
    }

    /// Lets the names say what their words are elsewhere.
    fn vote(&mut self, sheet: &Stretches) {
        for Found { tokens, tag, ballot } in &self.names {
            let words = &sheet.words[tokens.iter()];
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            if words.len() <= LONGEST {
                let most = self.starts.entry(*first).or_default();
                *most = words.len().max(*most);
                self.ballots.entry(key(words)).or_default();
            }
            if *tag == Tag::Person && words.len() > 1 {
                self.starts.entry(*last).or_insert(1);
                self.ballots.entry(key(&[*last])).or_default().add(ballot, SURNAME);
            }
        }
    }

    /// Goes where the words of names stand: to the names, and to what is a name elsewhere.
    fn visit(&mut self, transitions: &Transitions, sheet: &Stretches, lattice: &mut Lattice) {
        let mut ahead = &self.names[..];
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
                    let tokens = TokenRange::new(at, at + self.longest(&sheet.words[at..stretch.end()])?);
                    if !std::mem::replace(&mut weighed, true) {
                        lattice.weigh(stretch, transitions);
                    }
                    Some((tokens, Ballot::new(lattice.shares(tokens, stretch.end(), transitions))))
                });
                let Some((tokens, ballot)) = found else {
                    at += 1;
                    continue;
                };
                self.sites.push(Site { first: at, key: key(&sheet.words[tokens.iter()]), ballot });
                at = tokens.end();
            }
        }
    }

    /// How many of the words that come next are the longest name.
    fn longest(&self, words: &[u64]) -> Option<usize> {
        let most = self.starts.get(words.first()?)?.min(&words.len()).to_owned();
        (1..=most).rev().find(|length| self.ballots.contains_key(&key(&words[..*length])))
    }

    /// Raises the scores at each place by what the other places of its name say.
    fn raise(&mut self, lattice: &mut Lattice) {
        for site in &self.sites {
            let Some(sum) = self.ballots.get(&site.key) else { continue };
            let mut others = *sum;
            others.add(&site.ballot, -1.0);
            // Most names stand in one place: nothing is raised there.
            if others == Ballot::default() {
                continue;
            }
            let any = others.tags.iter().sum::<f32>().max(0.0) + PRIOR;
            let named = (any / (others.none.max(0.0) + PRIOR)).ln();
            let kind = |tag: Tag| (KINDS * others.tags[tag as usize].max(0.0) + PRIOR) / any;
            let more = Tag::ALL.map(|tag| (tag.first_label(), VOTE * named + KIND * kind(tag).ln()));
            self.changed[site.first] = lattice.raise(site.first, more);
        }
    }

    /// The names of all stretches; what changed is labelled again.
    fn names(&mut self, transitions: &Transitions, sheet: &Stretches, lattice: &mut Lattice) -> Vec<Tagged> {
        let mut all = Vec::with_capacity(self.names.len());
        let mut before = &self.names[..];
        for (stretch, place) in sheet.numbered().zip(sheet.iter()) {
            let (here, rest) = before.split_at(before.partition_point(|name| name.tokens.first() < stretch.end()));
            before = rest;
            self.again.clear();
            let here = if self.changed[stretch.iter()].contains(&true) {
                find(transitions, lattice, stretch, &mut self.again);
                &self.again[..]
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

fn key(words: &[u64]) -> u64 {
    words.iter().fold(0, |key, word| mix(key, *word))
}
