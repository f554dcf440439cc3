//! Values that are found before the rules run, and that patterns may speak of.

use crate::text::TokenRange;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// A number: `#number` in patterns. Its [`Quantity`] is known.
    Number,
    /// A temporal expression: `#date`.
    Date,
    /// The mention of an actor: `#actor`.
    Actor,
    /// The name of a person, which is that of an actor too: `#person`.
    Person,
}

impl ValueKind {
    pub(super) const ALL: [(Self, &'static str); 4] =
        [(Self::Number, "number"), (Self::Date, "date"), (Self::Actor, "actor"), (Self::Person, "person")];
}

/// A value at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its number among the values of its kind.
    pub index: usize,
}

/// How a number bounds what it counts. Names as in the `qualifier` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// "12"
    Exact,
    /// "at least 12"
    AtLeast,
    /// "up to 12", "as many as 12"
    AtMost,
    /// "more than 12"
    MoreThan,
    /// "fewer than 12"
    LessThan,
    /// "about 12"
    About,
    /// "10 to 15", "two or three"
    Range,
    /// "dozens", "several"
    Vague,
    /// "no", "none"
    None,
}

impl Qualifier {
    /// The name as written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::MoreThan => "more_than",
            Self::LessThan => "less_than",
            Self::About => "about",
            Self::Range => "range",
            Self::Vague => "vague",
            Self::None => "none",
        }
    }
}

/// What a number counts or orders, as far as its own words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// It counts: "12", "a dozen".
    Cardinal,
    /// It orders: "third", "21st".
    Ordinal,
    /// A part of one: "half", "two-thirds".
    Fraction,
    /// "12 percent"
    Percent,
    /// "$12 million", "3 billion euros"
    Money,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuantityForm {
    /// "1,500", "1.5 million"
    Digits,
    /// "fifteen hundred", "a dozen"
    Words,
    /// "dozens", "several", "a few"
    Vague,
}

/// A number with its bounds. Whole numbers up to 2^53 are exact.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity {
    /// All its tokens, "at least" among them.
    pub tokens: TokenRange,
    /// The tokens of the number alone.
    pub core: TokenRange,
    /// The lower bound; none where the words give none.
    pub low: Option<f64>,
    /// The best single number.
    pub best: Option<f64>,
    /// The upper bound; none where the words give none.
    pub high: Option<f64>,
    /// How it bounds.
    pub qualifier: Qualifier,
    /// What it is.
    pub kind: QuantityKind,
    /// How it is written.
    pub form: QuantityForm,
}
