//! From scores to names: each stretch alone first, then with what the document says of the same words elsewhere.

use rustc_hash::FxHashMap;

use super::facts::mix;
use super::features::Sheet;
use super::lattice::{Lattice, Scores, Tag};
use super::model::Model;
use crate::text::TokenRange;

/// The weights; `docs/names.md` tells where they come from and how they are made.
pub static WEIGHTS: &[u8] = include_bytes!("names.model");
/// The most words of a name that votes.
const LONGEST: usize = 8;
/// How much the other places of a name count beside what its own place says.
const VOTE: f32 = 0.7;
/// How much of a person's full name its last word alone inherits.
const SURNAME: f32 = 0.7;
/// What is known of words before anything is read.
const PRIOR: f32 = 0.25;

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
        SURE * self.share
    }
}

/// Finds names by weights.
pub(in crate::extract::actors) struct Tagger {
    model: Option<Model<'static>>,
}

impl Tagger {
    /// Reads the header of the weights.
    pub fn new() -> Self {
        Self { model: Model::new(WEIGHTS) }
    }

    /// Finds names, in order, not overlapping.
    pub fn tag(&self, sheet: &Sheet) -> Vec<Tagged> {
        self.model.as_ref().map(|model| tag(model, sheet)).unwrap_or_default()
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

/// Finds the names of a document, in order, not overlapping.
pub fn tag(model: &Model<'_>, sheet: &Sheet) -> Vec<Tagged> {
    let mut scores: Vec<Scores> = (0..sheet.words.len()).map(|n| model.scores(sheet.features(n))).collect();
    let mut names = Vec::new();
    let mut lattice = Lattice::default();
    each_stretch(model, sheet, &scores, &mut lattice, |_, start, lattice, found| {
        names.extend(found.iter().map(|name| (start, *name, ballot(model, lattice, name.0))))
    });
    let votes = votes(sheet, &names);
    let mut sites: Vec<Site> = Vec::new();
    each_stretch(model, sheet, &scores, &mut lattice, |stretch, start, lattice, found| {
        let length = sheet.stretches[stretch].len();
        let (mut at, mut ahead) = (0, found);
        while at < length {
            while ahead.first().is_some_and(|(tokens, _)| tokens.first() < at) {
                ahead = &ahead[1..];
            }
            let name = ahead.first().map(|(tokens, _)| *tokens).filter(|tokens| tokens.first() == at);
            let tokens =
                name.or_else(|| votes.longest(&sheet.words[start + at..start + length]).map(|words| TokenRange::new(at, at + words)));
            let Some(tokens) = tokens else {
                at += 1;
                continue;
            };
            let key = key(&sheet.words[start + at..start + tokens.end()]);
            sites.push(Site { first: start + at, key, ballot: ballot(model, lattice, tokens) });
            at = tokens.end();
        }
    });
    let mut sums: FxHashMap<u64, Ballot> = votes.inherited;
    sites.iter().for_each(|site| sums.entry(site.key).or_default().add(&site.ballot, 1.0));
    for site in &sites {
        let Some(sum) = sums.get(&site.key) else { continue };
        let mut others = *sum;
        others.add(&site.ballot, -1.0);
        for tag in Tag::ALL {
            let odds = (others.tags[tag as usize].max(0.0) + PRIOR) / (others.none.max(0.0) + PRIOR);
            scores[site.first][tag.first_label()] += VOTE * odds.ln();
        }
    }
    let mut all = Vec::new();
    each_stretch(model, sheet, &scores, &mut lattice, |stretch, _, lattice, found| {
        let start = sheet.stretches[stretch].first();
        for (tokens, tag) in found {
            let share = lattice.share(*tokens, *tag, model.transitions());
            all.push(Tagged { tokens: TokenRange::new(start + tokens.first(), start + tokens.end()), tag: *tag, share });
        }
    });
    all
}

/// Calls `read` with the number of each stretch, the number of its first token, its lattice and its names.
fn each_stretch(
    model: &Model<'_>,
    sheet: &Sheet,
    scores: &[Scores],
    lattice: &mut Lattice,
    mut read: impl FnMut(usize, usize, &Lattice, &[(TokenRange, Tag)]),
) {
    let (mut start, mut found) = (0, Vec::new());
    for (number, stretch) in sheet.stretches.iter().enumerate() {
        lattice.fill(&scores[start..start + stretch.len()], model.transitions());
        found.clear();
        lattice.best(model.transitions(), |tokens, tag| found.push((tokens, tag)));
        read(number, start, lattice, &found);
        start += stretch.len();
    }
}

fn ballot(model: &Model<'_>, lattice: &Lattice, tokens: TokenRange) -> Ballot {
    Ballot::new(Tag::ALL.map(|tag| lattice.share(tokens, tag, model.transitions())))
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

fn votes(sheet: &Sheet, names: &[(usize, (TokenRange, Tag), Ballot)]) -> Votes {
    let mut votes = Votes { starts: FxHashMap::default(), inherited: FxHashMap::default() };
    for (start, (tokens, tag), ballot) in names {
        let words = &sheet.words[start + tokens.first()..start + tokens.end()];
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

    #[test]
    fn the_weights_are_a_model_of_less_than_a_megabyte() {
        assert!(Tagger::new().model.is_some());
        assert!(WEIGHTS.len() < 1_000_000);
    }
}
