//! How many victims, and how sure that is.

use super::claim::VictimClass;
use crate::rules::{Qualifier, Quantity, QuantityKind};
use crate::text::TokenRange;

/// How many, and who.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub low: Option<u64>,
    pub best: Option<u64>,
    pub high: Option<u64>,
    pub qualifier: Qualifier,
    /// The words of the number.
    pub words: Option<TokenRange>,
    /// The noun phrase without its number.
    pub victims: Option<TokenRange>,
    pub class: VictimClass,
    /// "the twelve", "he": who was spoken of before.
    pub definite: bool,
    /// "three more"
    pub increment: bool,
    /// Several noun phrases in one.
    pub joined: bool,
    /// How sure it is that these are people, 0 to 1.
    pub trust: f32,
}

impl Count {
    pub fn of(low: u64, best: Option<u64>, high: Option<u64>, qualifier: Qualifier) -> Self {
        Self {
            low: Some(low),
            best,
            high,
            qualifier,
            words: None,
            victims: None,
            class: VictimClass::Unspecified,
            definite: false,
            increment: false,
            joined: false,
            trust: 0.9,
        }
    }

    pub fn one() -> Self {
        Self::of(1, Some(1), Some(1), Qualifier::Exact)
    }

    /// "he": one, who was spoken of before.
    pub fn singular(tokens: TokenRange) -> Self {
        Self { victims: Some(tokens), definite: true, trust: 0.7, ..Self::one() }
    }

    /// "nobody"
    pub fn none(tokens: TokenRange) -> Self {
        Self { words: Some(tokens), trust: 0.95, ..Self::of(0, Some(0), Some(0), Qualifier::None) }
    }

    /// Two groups that share a fate.
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Option<u64>, b: Option<u64>| Some(a?.saturating_add(b?));
        let both = self.qualifier == Qualifier::Exact && other.qualifier == Qualifier::Exact;
        let looser = if self.qualifier == Qualifier::Exact { other.qualifier } else { self.qualifier };
        let cover = |a: Option<TokenRange>, b: Option<TokenRange>| match (a, b) {
            (Some(a), Some(b)) => Some(a.cover(b)),
            (a, b) => a.or(b),
        };
        Self {
            low: add(self.low, other.low),
            best: add(self.best, other.best),
            high: add(self.high, other.high),
            qualifier: if both { Qualifier::Exact } else { looser },
            words: cover(self.words, other.words),
            victims: cover(self.victims, other.victims),
            class: if self.class == other.class { self.class } else { VictimClass::Mixed },
            definite: self.definite && other.definite,
            increment: self.increment || other.increment,
            joined: true,
            // "a guard and his family": one who is known tells who is with him.
            trust: if self.trust.max(other.trust) >= 0.9 { self.trust.min(other.trust).max(0.6) } else { self.trust.min(other.trust) },
        }
    }
}

/// The count that a number gives; none where it measures or is broken.
pub(super) fn from(quantity: &Quantity) -> Option<Count> {
    let whole = |n: Option<f64>| n.filter(|n| n.is_finite() && *n >= 0.0 && *n < 9e15 && n.fract() == 0.0).map(|n| n as u64);
    let (low, best, high) = (whole(quantity.low), whole(quantity.best), whole(quantity.high));
    if low.is_none() && best.is_none() && high.is_none() || quantity.kind != QuantityKind::Cardinal {
        return None;
    }
    Some(Count { low, best, high, words: Some(quantity.tokens), qualifier: quantity.qualifier, ..Count::one() })
}
