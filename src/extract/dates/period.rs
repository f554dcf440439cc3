//! Stretches of the calendar: what a resolved DATE or TIME stands for.
//!
//! A [`Period`] knows its TIMEX3 value, its first and last day, and what lies `n` units before or after it. Weeks are
//! those of ISO 8601: they start on Monday, and week 1 holds the year's first Thursday.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

use super::mention::Granularity;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }
}

/// A season; a winter belongs to the year of its December.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

impl Season {
    /// All, by their first month.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Fall, Self::Winter];

    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where stated.
    pub second: Option<u8>,
    /// The zone, where its distance from Universal Time is stated.
    pub zone: Zone,
}

/// What is said of a time's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Nothing, or a name ("local time", "EST").
    Unsaid,
    /// Universal Time (GMT, UTC, Z).
    Universal,
    /// So many minutes ahead of Universal Time: "+05:30".
    Ahead(i16),
}

impl Clock {
    /// As it stands behind the `T` of a value: "14:05", "22:15:00+03:00".
    pub fn value(self) -> String {
        let seconds = self.second.map_or(String::new(), |s| format!(":{s:02}"));
        let zone = match self.zone {
            Zone::Unsaid => String::new(),
            Zone::Universal => "Z".to_owned(),
            Zone::Ahead(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let minutes = minutes.unsigned_abs();
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        };
        format!("{:02}:{:02}{seconds}{zone}", self.hour, self.minute)
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Period {
    Clock(Date, Clock),
    Part(Date, Part),
    Day(Date),
    Weekend {
        year: i16,
        week: i8,
    },
    Week {
        year: i16,
        week: i8,
    },
    Month {
        year: i16,
        month: i8,
    },
    Season {
        year: i16,
        season: Season,
    },
    Quarter {
        year: i16,
        quarter: i8,
    },
    Half {
        year: i16,
        half: i8,
    },
    Year(i16),
    /// The year divided by ten.
    Decade(i16),
    /// The year divided by a hundred.
    Century(i16),
}

impl Period {
    /// The TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Self::Clock(day, clock) => format!("{day}T{}", clock.value()),
            Self::Part(day, part) => format!("{day}T{}", part.code()),
            Self::Day(day) => day.to_string(),
            Self::Weekend { year, week } => format!("{year:04}-W{week:02}-WE"),
            Self::Week { year, week } => format!("{year:04}-W{week:02}"),
            Self::Month { year, month } => format!("{year:04}-{month:02}"),
            Self::Season { year, season } => format!("{year:04}-{}", season.code()),
            Self::Quarter { year, quarter } => format!("{year:04}-Q{quarter}"),
            Self::Half { year, half } => format!("{year:04}-H{half}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
        }
    }

    /// How fine it is.
    pub fn granularity(self) -> Granularity {
        match self {
            Self::Clock(_, Clock { second: Some(_), .. }) => Granularity::Second,
            Self::Clock(..) => Granularity::Minute,
            Self::Part(..) => Granularity::PartOfDay,
            Self::Day(_) => Granularity::Day,
            Self::Weekend { .. } => Granularity::Weekend,
            Self::Week { .. } => Granularity::Week,
            Self::Month { .. } => Granularity::Month,
            Self::Season { .. } => Granularity::Season,
            Self::Quarter { .. } => Granularity::Quarter,
            Self::Half { .. } => Granularity::Half,
            Self::Year(_) => Granularity::Year,
            Self::Decade(_) => Granularity::Decade,
            Self::Century(_) => Granularity::Century,
        }
    }

    /// Its first day; none outside the calendar.
    pub fn begin(self) -> Option<Date> {
        match self {
            Self::Clock(day, _) | Self::Part(day, _) | Self::Day(day) => Some(day),
            Self::Weekend { year, week } => Some(ISOWeekDate::new(year, week, Weekday::Saturday).ok()?.date()),
            Self::Week { year, week } => Some(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()),
            Self::Month { year, month } => Date::new(year, month, 1).ok(),
            Self::Season { year, season } => Date::new(year, season.first_month(), 1).ok(),
            Self::Quarter { year, quarter } => Date::new(year, quarter.checked_mul(3)?.checked_sub(2)?, 1).ok(),
            Self::Half { year, half } => Date::new(year, half.checked_mul(6)?.checked_sub(5)?, 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Decade(decade) => Date::new(decade.checked_mul(10)?, 1, 1).ok(),
            Self::Century(century) => Date::new(century.checked_mul(100)?, 1, 1).ok(),
        }
    }

    /// Its last day.
    pub fn end(self) -> Option<Date> {
        let begin = self.begin()?;
        let length = match self {
            Self::Clock(..) | Self::Part(..) | Self::Day(_) => return Some(begin),
            Self::Weekend { .. } => return begin.tomorrow().ok(),
            Self::Week { .. } => 1.week(),
            Self::Month { .. } => 1.month(),
            Self::Season { .. } | Self::Quarter { .. } => 3.months(),
            Self::Half { .. } => 6.months(),
            Self::Year(_) => 1.year(),
            Self::Decade(_) => 10.years(),
            Self::Century(_) => 100.years(),
        };
        begin.checked_add(length).ok()?.yesterday().ok()
    }

    /// The period of this unit that holds `day`.
    pub fn holding(day: Date, unit: Unit) -> Self {
        let (year, month) = (day.year(), day.month());
        let week = day.iso_week_date();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Weekend => Self::Weekend { year: week.year(), week: week.week() },
            Unit::Week => Self::Week { year: week.year(), week: week.week() },
            Unit::Month => Self::Month { year, month },
            Unit::Quarter => Self::Quarter { year, quarter: (month + 2) / 3 },
            Unit::Half => Self::Half { year, half: (month + 5) / 6 },
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century => Self::Century(year.div_euclid(100)),
        }
    }

    /// The period of the same kind `n` units later, or earlier for a negative `n`.
    pub fn shifted(self, n: i64, unit: Unit) -> Option<Self> {
        let moved = moved(self.begin()?, n, unit)?;
        Some(match self {
            Self::Clock(_, clock) => Self::Clock(moved, clock),
            Self::Part(_, part) => Self::Part(moved, part),
            Self::Season { season, .. } => Self::Season { year: moved.year(), season },
            _ => Self::holding(moved, self.unit()),
        })
    }

    /// The unit that it is one of.
    pub fn unit(self) -> Unit {
        match self {
            Self::Clock(..) | Self::Part(..) | Self::Day(_) => Unit::Day,
            Self::Weekend { .. } => Unit::Weekend,
            Self::Week { .. } => Unit::Week,
            Self::Month { .. } => Unit::Month,
            Self::Season { .. } | Self::Quarter { .. } => Unit::Quarter,
            Self::Half { .. } => Unit::Half,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }
}

/// `day` moved by `n` units; none outside the calendar.
pub fn moved(day: Date, n: i64, unit: Unit) -> Option<Date> {
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return Some(day),
        Unit::Day => Span::new().try_days(n),
        Unit::Week | Unit::Weekend => Span::new().try_weeks(n),
        Unit::Month => Span::new().try_months(n),
        Unit::Quarter => Span::new().try_months(n.checked_mul(3)?),
        Unit::Half => Span::new().try_months(n.checked_mul(6)?),
        Unit::Year => Span::new().try_years(n),
        Unit::Decade => Span::new().try_years(n.checked_mul(10)?),
        Unit::Century => Span::new().try_years(n.checked_mul(100)?),
    };
    day.checked_add(span.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_has_value_and_bounds() {
        let of = |day, unit| {
            let period = Period::holding(day, unit);
            let bound = |day: Option<Date>| day.map_or(String::new(), |d| d.to_string());
            format!("{} {} {}", period.value(), bound(period.begin()), bound(period.end()))
        };
        assert_eq!(of(date(2013, 9, 12), Unit::Week), "2013-W37 2013-09-09 2013-09-15");
        assert_eq!(of(date(2013, 9, 12), Unit::Weekend), "2013-W37-WE 2013-09-14 2013-09-15");
        assert_eq!(of(date(2021, 1, 3), Unit::Week), "2020-W53 2020-12-28 2021-01-03");
        assert_eq!(of(date(2013, 9, 12), Unit::Quarter), "2013-Q3 2013-07-01 2013-09-30");
        assert_eq!(of(date(1987, 2, 3), Unit::Decade), "198 1980-01-01 1989-12-31");
        assert_eq!(of(date(1850, 2, 3), Unit::Century), "18 1800-01-01 1899-12-31");
        let winter = Period::Season { year: 2021, season: Season::Winter };
        assert_eq!((winter.begin(), winter.end()), (Some(date(2021, 12, 1)), Some(date(2022, 2, 28))));
    }

    #[test]
    fn shifting_stays_in_the_calendar() {
        let leap = Period::Day(date(2016, 2, 29));
        assert_eq!(leap.shifted(1, Unit::Year), Some(Period::Day(date(2017, 2, 28))));
        assert_eq!(Period::Quarter { year: 2024, quarter: 1 }.shifted(-1, Unit::Year).map(Period::value), Some("2023-Q1".into()));
        assert_eq!(Period::Year(9999).shifted(1, Unit::Year), None);
        assert_eq!(Period::Year(1).shifted(i64::MAX, Unit::Century), None);
    }
}
