//! What was spoken of so far, and what is counted from it or from the article's date.

use jiff::civil::Date;

use super::{Meant, blank};
use crate::extract::dates::meaning::{Found, Meaning, Origin, Which};
use crate::extract::dates::mention::{Anchor, Reference};
use crate::extract::dates::period::{Period, Unit};

/// Sentences after which "a year earlier" no longer speaks of a quarter that was named.
const NEAR: usize = 8;

/// Tokens behind a year within which a month is one of that year.
const NEAR_BY: usize = 14;

/// A resolved expression that others may be counted from.
#[derive(Debug, Clone, Copy)]
pub struct Spoken {
    pub index: usize,
    pub period: Period,
    pub sentence: usize,
    /// Its first token.
    pub token: usize,
    /// Whether it names its year.
    pub own_year: bool,
    /// Whether it is itself a comparison.
    pub like: bool,
}

/// The reference and what was spoken of.
pub struct Story {
    pub published: Option<Reference>,
    /// Whether the document writes the day before the month, where it shows.
    pub day_first: Option<bool>,
    last: Option<Spoken>,
    last_day: Option<Spoken>,
    last_with_year: Option<Spoken>,
    /// The last part of a year that a comparison can take up: a quarter, half, month.
    compared: Option<Spoken>,
    last_quarter: Option<Spoken>,
    /// The token that the story has come to.
    here: usize,
}

impl Story {
    /// Before the first expression; the order of digits is read from all of them.
    pub fn new(published: Option<Reference>, found: &[Found]) -> Self {
        let day_first = found.iter().find_map(|piece| match piece.meaning {
            Meaning::Numeric { first, second, .. } if first > 12 || second > 12 => Some(first > 12),
            _ => None,
        });
        Self { published, day_first, last: None, last_day: None, last_with_year: None, compared: None, last_quarter: None, here: 0 }
    }

    /// Goes on with what was just resolved.
    pub fn tell(&mut self, spoken: Spoken) {
        if spoken.period.unit() <= Unit::Year {
            self.last = Some(spoken);
        }
        match spoken.period.unit() {
            Unit::Day => self.last_day = Some(spoken),
            // What lies ahead is not what "a year earlier" compares with.
            Unit::Quarter | Unit::Half | Unit::Month if !spoken.like && !self.is_ahead(spoken.period) => {
                self.compared = Some(spoken);
                if spoken.period.unit() == Unit::Quarter && !matches!(spoken.period, Period::Season { .. }) {
                    self.last_quarter = Some(spoken);
                }
            }
            _ => {}
        }
        if spoken.own_year {
            self.last_with_year = Some(spoken);
        }
    }

    fn is_ahead(&self, period: Period) -> bool {
        self.day().is_some_and(|day| period.begin().is_some_and(|begin| begin > day))
    }

    fn is_over(&self, period: Period) -> bool {
        self.day().is_none_or(|day| period.end().is_some_and(|end| end <= day))
    }

    /// "The nine months" take the quarter's place in comparisons, and have no value of their own.
    pub fn forget_compared(&mut self) {
        self.compared = None;
    }

    /// What was spoken of last stays open, and so does what is counted from it.
    pub fn forget(&mut self) {
        self.last = None;
        self.last_day = None;
        self.compared = None;
        self.last_quarter = None;
    }

    /// The last day of the reference: of its month or year where no day is known.
    pub fn day(&self) -> Option<Date> {
        let reference = self.published?;
        if reference.day.is_some() {
            return reference.date();
        }
        match reference.month {
            Some(month) => Period::Month { year: reference.year, month }.end(),
            None => Period::Year(reference.year).end(),
        }
    }

    /// The finest unit that the reference knows.
    pub fn knows(&self, unit: Unit) -> bool {
        let Some(reference) = self.published else { return false };
        let finest = match (reference.month, reference.day) {
            (_, Some(_)) => Unit::Second,
            (Some(_), None) => Unit::Month,
            (None, None) => Unit::Year,
        };
        unit >= finest
    }

    /// Comes to the expression that starts at this token.
    pub fn come_to(&mut self, token: usize) {
        self.here = token;
    }

    /// What names its year and stands before in the same sentence.
    pub fn year_in_sentence(&self, sentence: usize) -> Option<Spoken> {
        self.last_with_year.filter(|spoken| spoken.sentence == sentence && spoken.period.unit() <= Unit::Year)
    }

    /// The same, not far before.
    pub fn year_near_by(&self, sentence: usize) -> Option<Spoken> {
        self.year_in_sentence(sentence).filter(|spoken| self.here.saturating_sub(spoken.token) <= NEAR_BY)
    }

    /// What "the previous Friday" is counted from.
    pub fn mentioned(&self) -> Option<Spoken> {
        self.last
    }

    /// `n` units from the article's date or from what was spoken of.
    pub fn shifted(&self, from: Origin, n: i64, unit: Unit) -> Meant {
        if let (Origin::Mentioned, Some(spoken)) = (from, self.base(unit)) {
            if spoken.period.unit() > unit {
                let month = |day: Date| (spoken.period.unit() == Unit::Month).then_some(day.month());
                let known = spoken.period.begin().map(|day| Reference { year: day.year(), month: month(day), day: None });
                return blank::unit(unit, known);
            }
            let shifted = spoken.period.begin().and_then(|day| Period::holding(day, unit).shifted(n, unit));
            return match shifted {
                Some(period) => Meant::Period(period, Anchor::Mention(spoken.index)),
                None => blank::unit(unit, None),
            };
        }
        if !self.knows(unit) {
            return blank::unit(unit, self.published);
        }
        match self.day().and_then(|day| Period::holding(day, unit).shifted(n, unit)) {
            Some(period) => Meant::Period(period, Anchor::Published),
            None => blank::unit(unit, None),
        }
    }

    /// What a shift by `unit` is counted from: the last day for days, else what was spoken of last.
    fn base(&self, unit: Unit) -> Option<Spoken> {
        let day = self.last_day.filter(|day| unit == Unit::Day && self.last.is_none_or(|last| last.sentence <= day.sentence + 2));
        day.or(self.last)
    }

    /// The like of what was spoken of, `years` before.
    pub fn like(&self, from: Origin, years: i64, unit: Option<Unit>, sentence: usize) -> Meant {
        if let Some(base) = self.comparable(from, unit, sentence)
            && let Some(period) = base.period.shifted(-years, Unit::Year)
        {
            return Meant::Period(period, Anchor::Mention(base.index));
        }
        if unit == Some(Unit::Quarter)
            && let Some(period) = self.latest(Unit::Quarter).and_then(|quarter| quarter.shifted(-years, Unit::Year))
        {
            return Meant::Period(period, Anchor::Published);
        }
        let near = self.last.is_some_and(|last| last.sentence + 1 >= sentence && !last.like);
        let from = if near { from } else { Origin::Published };
        self.shifted(from, -years, Unit::Year)
    }

    /// The like of what was spoken of, in `year`.
    pub fn like_in(&self, year: i16, unit: Option<Unit>, sentence: usize) -> Meant {
        let base = self.comparable(Origin::Mentioned, unit, sentence);
        let moved = base.and_then(|base| {
            let years = i64::from(year) - i64::from(base.period.begin()?.year());
            Some((base.period.shifted(years, Unit::Year)?, base.index))
        });
        match moved {
            Some((period, index)) => Meant::Period(period, Anchor::Mention(index)),
            None => Meant::Period(Period::Year(year), Anchor::Absolute),
        }
    }

    fn comparable(&self, from: Origin, unit: Option<Unit>, sentence: usize) -> Option<Spoken> {
        let base = if unit == Some(Unit::Quarter) { self.last_quarter.or(self.compared) } else { self.compared }?;
        let month = base.period.unit() == Unit::Month;
        let fits = match unit {
            Some(unit) => base.period.unit() == unit,
            None => !matches!(base.period, Period::Season { .. }),
        };
        let near =
            if month && unit.is_none() { base.sentence == sentence && from == Origin::Mentioned } else { base.sentence + NEAR >= sentence };
        (fits && near).then_some(base)
    }

    /// The last quarter that was over on the article's date.
    fn latest(&self, unit: Unit) -> Option<Period> {
        self.day().filter(|_| self.knows(Unit::Month)).and_then(|day| Period::holding(day, unit).shifted(-1, unit))
    }

    /// "the quarter", "that day", "the year".
    pub fn current(&self, unit: Unit, which: Which, sentence: usize) -> Meant {
        let spoken = match (unit, which) {
            (Unit::Quarter, Which::The | Which::That) => self.last_quarter,
            (Unit::Quarter, Which::Latest) => {
                self.last_quarter.filter(|spoken| spoken.sentence + NEAR >= sentence && self.is_over(spoken.period))
            }
            (Unit::Day, _) => self.last_day.or(self.last),
            (_, Which::That) => self.last,
            (_, Which::The) => self.year_in_sentence(sentence),
            (_, Which::Latest) => None,
        };
        if let Some(spoken) = spoken {
            if spoken.period.unit() > unit {
                return blank::unit(unit, spoken.period.begin().map(|day| Reference { year: day.year(), month: None, day: None }));
            }
            if let Some(day) = spoken.period.begin() {
                return Meant::Period(Period::holding(day, unit), Anchor::Mention(spoken.index));
            }
        }
        if unit == Unit::Quarter {
            return self.latest(unit).map_or_else(|| blank::unit(unit, self.published), |period| Meant::Period(period, Anchor::Published));
        }
        self.shifted(Origin::Published, 0, unit)
    }

    /// The day of a time that names none: the one spoken of in the same sentence, or the article's.
    pub fn some_day(&self, sentence: usize) -> Meant {
        match self.last_day.filter(|day| day.sentence == sentence) {
            Some(spoken) => match spoken.period.begin() {
                Some(day) => Meant::Period(Period::Day(day), Anchor::Mention(spoken.index)),
                None => blank::unit(Unit::Day, None),
            },
            None => self.shifted(Origin::Published, 0, Unit::Day),
        }
    }
}
