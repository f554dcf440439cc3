//! What an expression says, before anyone asks which day that is.
//!
//! "Friday" says: the day of the week that fits, [`Meaning::Cycle`]. "Two days later" says: two days after what was
//! spoken of, [`Meaning::Shift`]. Which date is meant is for `resolve` to say, who knows the reference.

use jiff::civil::Weekday;

use super::mention::TimexMod;
use super::period::{Clock, Part, Period, Season, Unit};
use crate::rules::Match;
use crate::text::TokenRange;

/// What comes back every year or week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cycle {
    /// "Friday"
    Weekday(Weekday),
    /// "the weekend"
    Weekend,
    /// "May 8", "Wednesday, May 8"
    MonthDay { month: i8, day: i8, weekday: Option<Weekday> },
    /// "August"
    Month(i8),
    /// "the summer"
    Season(Season),
    /// "the third quarter"
    Quarter(i8),
    /// "the first half"
    Half(i8),
    /// "Easter": the rule of the list of holidays
    Holiday(&'static str),
    /// "the first Monday of June"; -1 is the last
    Nth { nth: i8, weekday: Weekday, month: i8 },
    /// "the 3rd": of some month
    DayOfMonth(i8),
}

/// Which occurrence of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// What the verbs around it say.
    Context,
    /// "last Friday"
    Last,
    /// "next Friday"
    Next,
    /// "this Friday"
    This,
    /// "the previous Friday": before what was spoken of
    Before,
    /// "the following Friday": after what was spoken of
    After,
    /// "Christmas 2012"
    Year(i16),
    /// "January this year" (0), "last year's third quarter" (-1)
    YearShift(i64),
    /// "August of that year": of what was spoken of
    SameYear,
    /// "Friday of last week" (-1)
    WeekShift(i64),
    /// "two Fridays ago" (2)
    Back(i64),
}

/// What a shift is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The article's date: "two days ago".
    Published,
    /// What was spoken of: "two days later".
    Mentioned,
}

/// Which of those that could be meant by "the quarter" or "that day".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// "the quarter"
    The,
    /// "that quarter"
    That,
    /// "the latest quarter"
    Latest,
}

/// How many units a length has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Count {
    /// "three", "two and a half"
    Number(f64),
    /// "several"
    Vague,
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// A period of its own: "May 3, 2012", "1999", "the 19th century".
    Fixed(Period),
    /// A day that the calendar doesn't have: "Feb. 29, 2015".
    NoSuchDay { year: i16, month: i8, day: i8 },
    /// "03/05/2012": day and month in an order that the document must tell.
    Numeric { first: i8, second: i8, year: i16 },
    /// One of those that come back: "Friday", "last August", "Christmas 2012".
    Cycle(Cycle, Pick),
    /// So many units from an origin: "yesterday", "two years ago", "the next day".
    Shift { from: Origin, n: i64, unit: Unit },
    /// The like of what was spoken of, a year or more before: "a year earlier", "the same period last year".
    Like { from: Origin, years: i64, unit: Option<Unit> },
    /// The like of what was spoken of in another year: "the same period of 2009", "the 1988 quarter".
    LikeIn { year: i16, unit: Option<Unit> },
    /// What was spoken of, or else the present one: "the quarter", "that day", "the week".
    Current { unit: Unit, which: Which },
    /// The week or weekend of a date: "the week of May 20".
    Around { unit: Unit, day: Cycle, pick: Pick },
    /// The day of a time that names none: "at 6 p.m.".
    SomeDay,
    /// "three days"
    Length { count: Count, unit: Unit },
    /// "two hours and 15 minutes": the value, and the finer of its units.
    LongLength { value: String, unit: Unit },
    /// Something that recurs, by its value: "every Friday".
    Set(String),
    /// "now", "recently", "the future"
    Vague(&'static str),
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeOfDay {
    Clock(Clock),
    Part(Part),
}

/// Whether what is spoken of lies behind or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Past,
    Future,
}

/// How sure it is that a verb speaks of the expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It may speak of something else.
    Hint,
    /// It stands near.
    Near,
    /// It stands right beside, or a preposition says it.
    Beside,
}

/// A direction and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    pub direction: Direction,
    pub trust: Trust,
}

/// An expression that was found and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub tokens: TokenRange,
    pub meaning: Meaning,
    pub time: Option<TimeOfDay>,
    pub modifier: Option<TimexMod>,
    /// "the day after Christmas": so many units from what it says.
    pub offset: Option<(i64, Unit)>,
    /// What the verbs around it say; set where the meaning depends on it.
    pub direction: Option<Read>,
    pub rule: &'static str,
    pub confidence: f32,
}

impl Found {
    /// What `hit` says, over all its tokens. `confidence`: the share of such finds that are right.
    pub fn new(hit: &Match<'_>, meaning: Meaning, confidence: f32) -> Self {
        Self { tokens: hit.tokens, meaning, time: None, modifier: None, offset: None, direction: None, rule: hit.rule, confidence }
    }

    /// Over these tokens instead of all of the match.
    pub fn over(self, tokens: TokenRange) -> Self {
        Self { tokens, ..self }
    }

    /// With a time of day.
    pub fn at(self, time: TimeOfDay) -> Self {
        Self { time: Some(time), ..self }
    }

    /// The end of the day, where it says a bare "midnight".
    pub fn as_day_end(&self) -> Option<TimeOfDay> {
        match self.time {
            Some(TimeOfDay::Clock(clock)) if self.meaning == Meaning::SomeDay && self.rule == "clock/noon" && clock.hour == 0 => {
                Some(TimeOfDay::Clock(Clock { hour: 24, ..clock }))
            }
            _ => None,
        }
    }

    /// With a TIMEX3 `mod`.
    pub fn with(self, modifier: Option<TimexMod>) -> Self {
        Self { modifier, ..self }
    }
}
