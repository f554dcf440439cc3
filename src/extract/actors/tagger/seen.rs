//! What is seen of a token, and the features that it makes: numbers, each for some values under a template.
//!
//! Features that depend on little (a word, the shapes of three, what the lists say) come again and again; they stand together
//! by what they depend on, so that the weights of each lot are added up once ([`super::memo`]).

use smallvec::SmallVec;

use super::facts::{Affixes, Facts, mix};
use super::model::Sum;

/// How many templates there are; each makes a feature of any token.
pub(super) const TEMPLATES: usize = 32;
/// The templates of what a word says of a token that is not its own.
pub(super) const BEFORE: u64 = 3;
pub(super) const BEHIND: u64 = 4;
pub(super) const FAR_BEFORE: u64 = 5;
pub(super) const FAR_BEHIND: u64 = 6;
/// A bit that no key lacks.
const KEY: u64 = 1 << 63;

/// A word some tokens away: the word, and how far away it is; zeros where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Apart {
    pub word: u64,
    pub steps: u64,
}

/// A token that may be part of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub at: usize,
    /// Its word, the two before it and the two behind it.
    pub words: [u64; 5],
    /// What its word and those around it say, each for itself.
    pub sum: Sum,
    pub shapes: [u64; 4],
    pub drafts: [u64; 3],
    pub looks: [u64; 3],
    /// What the draft says of it, and what a list does.
    pub drafted: u64,
    pub listed: u64,
    /// The words before and behind its stretch.
    pub run: [Apart; 2],
    /// The last word of its stretch, and its token.
    pub last: Apart,
    pub last_at: Option<usize>,
}

/// The feature that these values have under a template, which are counted from 1.
#[inline]
pub(super) fn feature<const N: usize>(template: u64, values: [u64; N]) -> u64 {
    values.iter().fold(mix(template, 0x5EED), |hash, value| mix(hash, *value))
}

/// What a token's own word says.
pub(super) fn word(facts: Facts, affixes: Affixes) -> [u64; 5] {
    let [two, three, four] = affixes.suffixes;
    [feature(2, [facts.word]), feature(9, [affixes.prefix]), feature(10, [two]), feature(11, [three]), feature(12, [four])]
}

/// What the last word of a stretch says.
pub(super) fn last(affixes: Affixes) -> u64 {
    feature(31, [affixes.suffixes[1]])
}

/// The shapes of a token and its neighbours, as a key. `glued`: whether it clings to the one before, and the next to it.
pub(super) fn shapes_key([before, here, behind]: [u64; 3], plain: bool, glued: [bool; 2]) -> [u64; 4] {
    [before, here, behind, KEY | u64::from(plain) | u64::from(glued[0]) << 1 | u64::from(glued[1]) << 2]
}

/// What shapes say.
pub(super) fn shapes([before, here, behind, rest]: [u64; 4]) -> [u64; 6] {
    let [plain, glued, glued_behind] = [rest & 1, rest >> 1 & 1, rest >> 2 & 1];
    [
        feature(1, [plain]),
        feature(13, [here, plain]),
        feature(14, [before, here]),
        feature(15, [here, behind]),
        feature(16, [before, here, behind]),
        feature(32, [glued, glued_behind, before, behind]),
    ]
}

/// What the draft and a list say of a token, as a key, with its shape. `everyday` is below 32.
pub(super) fn drafts_key(shape: u64, drafted: [u16; 3], everyday: u8, first: bool, plain: bool, listed: u64) -> [u64; 3] {
    let [before, here, behind] = drafted.map(u64::from);
    let rest = u64::from(everyday) | u64::from(first) << 5 | u64::from(plain) << 6;
    [shape, KEY | before | here << 16 | behind << 32 | rest << 48, listed]
}

/// What the draft and a list say.
pub(super) fn drafts([shape, drafted, listed]: [u64; 3]) -> [u64; 5] {
    let [before, here, behind] = [0, 16, 32].map(|from| drafted >> from & 0xFFFF);
    let [everyday, first, plain] = [drafted >> 48 & 31, drafted >> 53 & 1, drafted >> 54 & 1];
    [
        feature(17, [everyday, first, shape, plain]),
        feature(18, [here]),
        feature(19, [before, here, behind]),
        feature(20, [here, shape, everyday]),
        feature(21, [listed]),
    ]
}

/// What the lists say of a token and its neighbours, as a key, with its shape.
pub(super) fn looks_key(shape: u64, [before, here, behind]: [u32; 3]) -> [u64; 3] {
    [shape, u64::from(before) | u64::from(here) << 32, KEY | u64::from(behind)]
}

/// What the lists say: of three tokens together, and each mark of the token by itself.
pub(super) fn looks([shape, before_here, behind]: [u64; 3]) -> SmallVec<[u64; 20]> {
    let [before, here, behind] = [before_here & 0xFFFF_FFFF, before_here >> 32, behind & 0xFFFF_FFFF];
    let mut features = SmallVec::from_slice(&[feature(23, [here, shape]), feature(24, [before, here]), feature(25, [here, behind])]);
    features.extend((0..16).filter(|bit| here >> bit & 1 != 0).map(|bit| mix(0xB1, bit)));
    features
}

impl Seen {
    /// What depends on more than comes again.
    pub fn own(&self) -> [u64; 8] {
        let [_, before, here, behind, _] = self.words;
        let ([from, to], drafted) = (self.run, self.drafted / 4);
        [
            feature(7, [before, here]),
            feature(8, [here, behind]),
            feature(22, [self.listed, before]),
            feature(26, [from.word, drafted]),
            feature(27, [to.word, drafted]),
            feature(28, [from.word, from.steps]),
            feature(29, [to.word, to.steps]),
            feature(30, [self.last.word, self.last.steps.min(4)]),
        ]
    }

    /// All features, in the order of their templates. `affixes`: those of its word and of the last word of its stretch.
    pub fn features(&self, affixes: [Affixes; 2]) -> SmallVec<[u64; 64]> {
        let [far_before, before, here, behind, far_behind] = self.words;
        let [a2, a9, a10, a11, a12] = word(Facts { word: here, shape: 0 }, affixes[0]);
        let [s1, s13, s14, s15, s16, s32] = shapes(self.shapes);
        let [d17, d18, d19, d20, d21] = drafts(self.drafts);
        let [o7, o8, o22, o26, o27, o28, o29, o30] = self.own();
        let around = [(BEFORE, before), (BEHIND, behind), (FAR_BEFORE, far_before), (FAR_BEHIND, far_behind)];
        let [a3, a4, a5, a6] = around.map(|(template, word)| feature(template, [word]));
        let (looks, last) = (looks(self.looks), last(affixes[1]));
        let mut features = SmallVec::from_slice(&[
            s1, a2, a3, a4, a5, a6, o7, o8, a9, a10, a11, a12, s13, s14, s15, s16, d17, d18, d19, d20, d21, o22, looks[0], looks[1],
            looks[2], o26, o27, o28, o29, o30, last, s32,
        ]);
        features.extend_from_slice(&looks[3..]);
        features
    }
}
