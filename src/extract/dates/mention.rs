//! What a temporal expression is: a row of the `dates` table before it has an id.

use jiff::civil::Date;

use crate::text::{Span, TokenRange};

/// The day, month or year that an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12, where known.
    pub month: Option<i8>,
    /// The day of the month, where known; never without a month.
    pub day: Option<i8>,
}

impl Reference {
    /// The day, where known.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// From "2013", "2013-09" or "2013-09-12" (what follows the day, such as a time, is ignored); none where it is no date.
    pub fn parse(text: &str) -> Option<Self> {
        let day = text.get(..10).unwrap_or(text);
        let mut parts = day.split('-');
        let year: i16 = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
        let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }
}

/// The TIMEX3 type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A day, week, month, season, quarter, year, decade, century, or `PRESENT_REF` and its like.
    Date,
    /// A time of a day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// The TIMEX3 `mod` attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimexMod {
    /// "early May"
    Start,
    /// "mid-June"
    Mid,
    /// "late 1980s", "the end of the year"
    End,
    /// "about three years"
    Approx,
    /// "more than a decade"
    MoreThan,
    /// "less than a week"
    LessThan,
    /// "at least two days"
    EqualOrMore,
    /// "no more than a month"
    EqualOrLess,
    /// "before 1990", where it is part of the expression
    Before,
    /// "after 1990", where it is part of the expression
    After,
}

impl TimexMod {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
        }
    }
}

/// How fine a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Granularity {
    Second,
    Minute,
    Hour,
    PartOfDay,
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Vague,
}

impl Granularity {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::PartOfDay => "part_of_day",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Vague => "vague",
        }
    }
}

/// What a value was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Nothing: it is absolute.
    Absolute,
    /// The date of publication.
    Published,
    /// Another expression of the document, by its place in the list.
    Mention(usize),
}

/// A temporal expression with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The TIMEX3 type.
    pub timex_type: TimexType,
    /// The TIMEX3 value: "2013-08-21", "2013-W37", "P3D", "PRESENT_REF", "XXXX-08-21".
    pub value: String,
    /// The TIMEX3 mod.
    pub modifier: Option<TimexMod>,
    /// First day that the value covers; none for durations, sets and what is not known.
    pub begin: Option<Date>,
    /// Last day that the value covers.
    pub end: Option<Date>,
    /// How fine the value is.
    pub granularity: Granularity,
    /// What it was counted from.
    pub anchor: Anchor,
    /// Whether the value is whole: false for "XXXX-08-21", for a relative date without a reference, for "Feb 29, 2015".
    pub resolved: bool,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1: the share of such finds that are right.
    pub confidence: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_a_day_a_month_or_a_year() {
        let parsed = |text| Reference::parse(text).map(|r| (r.year, r.month, r.day));
        assert_eq!(parsed("2013-09-12T10:00:00Z"), Some((2013, Some(9), Some(12))));
        assert_eq!(parsed("2013-09"), Some((2013, Some(9), None)));
        assert_eq!(parsed("2013"), Some((2013, None, None)));
        assert_eq!((parsed("2013-02-30"), parsed("12 Sept"), parsed("")), (None, None, None));
    }
}
