//! What stands at a token, as bits: enough to say that a rule cannot match here, without running its pattern.
//!
//! Shapes and values have bits of their own. The words that patterns speak of share 116 bits, classes share 128: two of
//! them may have one bit, so a bit tells where looking is worth while, not what is there.

use super::pattern::Shape;
use super::triggers::take_lowest;
use super::value::ValueKind;
use crate::text::{Case, Token, TokenKind};

/// Bits below: 8 shapes, then 4 values.
const VALUES: u32 = 8;
const WORDS: u32 = 12;
const CLASSES: u32 = 128;
/// Bits of shapes and values.
pub(super) const FIRST: u32 = WORDS;
pub(super) const BITS: u32 = 256;

/// A set of bits: what stands at a token, or what somebody looks for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks([u64; (BITS / 64) as usize]);

impl Marks {
    /// The bit of the class of this number.
    pub(super) fn class(class: usize) -> u8 {
        (CLASSES + class as u32 % (BITS - CLASSES)) as u8
    }

    /// The bit of a shape.
    pub(super) fn shape(shape: Shape) -> u8 {
        (shape as u32 % VALUES) as u8
    }

    /// The bits of all shapes that a token has.
    #[inline]
    pub(super) fn shapes(token: &Token, text: &str) -> Self {
        let bits = |shapes: &[Shape]| shapes.iter().fold(0, |bits, shape| bits | (1 << Self::shape(*shape)));
        let bits = match (token.kind, token.case) {
            (TokenKind::Word, Case::Lower) => bits(&[Shape::Any, Shape::Word, Shape::Lower]),
            (TokenKind::Word, Case::Capital) => bits(&[Shape::Any, Shape::Word, Shape::Cap]),
            (TokenKind::Word, Case::Upper) => bits(&[Shape::Any, Shape::Word, Shape::Cap, Shape::Upper]),
            (TokenKind::Word, Case::Mixed | Case::None) => bits(&[Shape::Any, Shape::Word]),
            (TokenKind::Number, _) => match token.span.len() {
                1 | 2 if is_digits(token.span.of(text)) => bits(&[Shape::Any, Shape::Digits, Shape::D2]),
                4 if is_digits(token.span.of(text)) => bits(&[Shape::Any, Shape::Digits, Shape::D4]),
                _ => bits(&[Shape::Any, Shape::Digits]),
            },
            (TokenKind::Mark | TokenKind::Url, _) => bits(&[Shape::Any]),
        };
        Self([bits, 0, 0, 0])
    }

    /// A bit for each shape.
    pub(super) fn shape_bits(&self) -> u8 {
        self.0[0].to_le_bytes()[0]
    }

    /// The bit of a kind of value.
    pub(super) fn value(kind: ValueKind) -> u8 {
        (VALUES + kind as u32 % (WORDS - VALUES)) as u8
    }

    /// The kind of value that a bit below [`FIRST`] stands for; none for a shape's.
    pub(super) fn kind_of(bit: usize) -> Option<ValueKind> {
        ValueKind::ALL.get(bit.checked_sub(VALUES as usize)?).map(|(kind, _)| *kind)
    }

    /// Whether it has the bit of a value.
    pub(super) fn has_values(&self) -> bool {
        self.firsts() >> VALUES != 0
    }

    /// The bits of its shapes and values.
    pub(super) fn firsts(&self) -> u64 {
        self.0[0] & ((1 << FIRST) - 1)
    }

    /// The bit of the `n`th word that patterns speak of, counted from 0; never 0.
    pub(super) fn word(n: usize) -> u8 {
        (WORDS + n as u32 % (CLASSES - WORDS)) as u8
    }

    /// Adds a bit.
    pub(super) fn add(&mut self, bit: u8) {
        self.0[usize::from(bit / 64)] |= 1 << (bit % 64);
    }

    /// Whether it has a bit.
    pub(super) fn has(&self, bit: u8) -> bool {
        self.0[usize::from(bit / 64)] & 1 << (bit % 64) != 0
    }

    /// Adds all bits of `other`.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(here, there)| *here |= there);
    }

    /// Calls `each` with the numbers of the bits that both have.
    pub(super) fn common(&self, other: &Self, mut each: impl FnMut(usize)) {
        for (n, (here, there)) in self.0.iter().zip(&other.0).enumerate() {
            let mut bits = here & there;
            while let Some(bit) = take_lowest(&mut bits) {
                each(64 * n + bit);
            }
        }
    }

    /// Whether the two share a bit.
    pub fn meets(&self, other: &Self) -> bool {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        (a & e) | (b & f) | (c & g) | (d & h) != 0
    }

    /// No bit.
    pub(super) const NONE: Self = Self([0; (BITS / 64) as usize]);
    /// Whether it has all bits of `other`.
    pub(super) fn holds(&self, other: &Self) -> bool {
        let [a, b, c, d] = self.0;
        let [e, f, g, h] = other.0;
        (!a & e) | (!b & f) | (!c & g) | (!d & h) == 0
    }

    /// Whether it is one bit alone.
    pub(super) fn is_single(&self) -> bool {
        self.0.iter().map(|word| word.count_ones()).sum::<u32>() == 1
    }

    /// How many bits it has; shapes that most tokens have count as many.
    pub(super) fn breadth(&self) -> u32 {
        let common = [Shape::Any, Shape::Word, Shape::Lower, Shape::Cap].iter().any(|shape| self.0[0] & 1 << Self::shape(*shape) != 0);
        self.0.iter().map(|word| word.count_ones()).sum::<u32>() + if common { BITS } else { 0 }
    }
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}
