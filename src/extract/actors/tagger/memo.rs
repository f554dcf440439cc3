//! What the weights say of a word, a shape or a mark is the same wherever it stands: it is added up once and kept.
//!
//! Each table has room for so many and no more; what comes later takes the place of what was there. A key is all that the
//! weights are asked about, so what is kept is what would be found again, whatever was read before.

use super::facts::{Affixes, Facts, mix, number};
use super::features::Notes;
use super::model::{Model, Sum};
use super::seen;
use crate::rules::{RuleName, part};
use crate::text::{Case, Token};

/// Words that are kept.
const WORDS: usize = 8192;
/// Sums of each other sort that are kept.
const SUMS: usize = 4096;
/// Names of rules of which the number is kept.
const RULES: usize = 512;
/// The most bytes of a word that is kept.
const MOST_BYTES: usize = 16;

/// Values by key, the last of those that fall in one place.
struct Table<const N: usize, V>(Vec<([u64; N], V)>);

impl<const N: usize, V: Copy> Table<N, V> {
    /// With so many places, a power of two. No key is all zeros.
    fn new(places: usize, nothing: V) -> Self {
        Self(vec![([0; N], nothing); places])
    }

    fn get(&mut self, key: [u64; N], make: impl FnOnce() -> V) -> &V {
        let hash = key.iter().fold(0, |hash, part| mix(hash, *part));
        let last = self.0.len() - 1;
        let (known, value) = &mut self.0[(hash >> 40) as usize & last];
        if *known != key {
            (*known, *value) = (key, make());
        }
        value
    }
}

/// A word, and what its place as seen from a token makes it say of that token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub facts: Facts,
    /// As the token itself, the one before and behind it, those farther away, and the last of its stretch.
    pub here: Sum,
    pub before: Sum,
    pub behind: Sum,
    pub far_before: Sum,
    pub far_behind: Sum,
    pub last: Sum,
}

impl Row {
    fn new(model: &Model<'_>, facts: Facts, affixes: Affixes) -> Self {
        let of = |template| model.weights(seen::feature(template, [facts.word]));
        Self {
            facts,
            here: model.sum(&seen::word(facts, affixes)),
            before: of(seen::BEFORE),
            behind: of(seen::BEHIND),
            far_before: of(seen::FAR_BEFORE),
            far_behind: of(seen::FAR_BEHIND),
            last: model.weights(seen::last(affixes)),
        }
    }
}

/// What one worker keeps from article to article.
pub(super) struct Memo<'m> {
    pub model: &'m Model<'m>,
    /// What stands where no word stands.
    pub nothing: Row,
    /// The last word that is too long to be kept.
    long: Row,
    words: Table<3, Row>,
    shapes: Table<4, Sum>,
    drafts: Table<3, Sum>,
    looks: Table<3, Sum>,
    /// The numbers of the names of rules, by where these are written.
    rules: Table<1, u64>,
    /// Room for what is noted of a document.
    pub notes: Notes,
}

impl<'m> Memo<'m> {
    /// Nothing is kept yet.
    pub fn new(model: &'m Model<'m>) -> Self {
        let nothing = Row::new(model, Facts::default(), Affixes::default());
        Self {
            model,
            nothing,
            long: nothing,
            words: Table::new(WORDS, nothing),
            shapes: Table::new(SUMS, Sum::default()),
            drafts: Table::new(SUMS, Sum::default()),
            looks: Table::new(SUMS, Sum::default()),
            rules: Table::new(RULES, 0),
            notes: Notes::default(),
        }
    }

    /// The row of a token's word.
    pub fn row(&mut self, token: &Token, text: &str) -> &Row {
        let (at, length) = (token.span.start(), token.span.len());
        let make = || Row::new(self.model, Facts::new(token, text), Affixes::new(token, text));
        if length > MOST_BYTES {
            self.long = make();
            return &self.long;
        }
        let [begin, end] = [(at, length.min(8)), (at + 8, length.saturating_sub(8))].map(|(at, length)| part(text.as_bytes(), at, length));
        let written = length as u64 | u64::from(token.case == Case::Upper) << 8 | (token.kind as u64 + 1) << 16;
        self.words.get([begin, end, written], make)
    }

    /// The number of the name of a rule.
    pub fn rule(&mut self, name: RuleName) -> u64 {
        *self.rules.get([std::ptr::from_ref(name).addr() as u64], || number(name.as_bytes()))
    }

    /// What all of a token says that comes again and again.
    pub fn sum(&mut self, seen: &seen::Seen) -> Sum {
        let mut sum = *self.shapes.get(seen.shapes, || self.model.sum(&seen::shapes(seen.shapes)));
        sum.add(*self.drafts.get(seen.drafts, || self.model.sum(&seen::drafts(seen.drafts))));
        sum.add(*self.looks.get(seen.looks, || self.model.sum(&seen::looks(seen.looks))));
        sum
    }
}
