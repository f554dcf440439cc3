//! Values with open places, for what can't be known: `XXXX-XX-XX`, `2013-WXX`.

use super::Meant;
use crate::extract::dates::meaning::{Cycle, TimeOfDay};
use crate::extract::dates::mention::{Granularity, Reference};
use crate::extract::dates::period::Unit;

/// Some unknown period of this unit, in the year (and month) that is known.
pub fn unit(unit: Unit, known: Option<Reference>) -> Meant {
    let year = known.map_or("XXXX".to_owned(), |r| format!("{:04}", r.year));
    let month = known.and_then(|r| r.month).map_or("XX".to_owned(), |m| format!("{m:02}"));
    let value = match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => format!("{year}-{month}-XX"),
        Unit::Weekend => format!("{year}-WXX-WE"),
        Unit::Week => format!("{year}-WXX"),
        Unit::Month => format!("{year}-XX"),
        Unit::Quarter => format!("{year}-QX"),
        Unit::Half => format!("{year}-HX"),
        Unit::Year => "XXXX".into(),
        Unit::Decade => "XXX".into(),
        Unit::Century => "XX".into(),
    };
    Meant::Open(value, super::granularity(unit.max(Unit::Day)))
}

/// What comes back, in an unknown year or week.
pub fn cycle(cycle: Cycle) -> Meant {
    let (value, granularity) = match cycle {
        Cycle::Weekday(weekday) => (format!("XXXX-WXX-{}", weekday.to_monday_one_offset()), Granularity::Day),
        Cycle::Weekend => ("XXXX-WXX-WE".into(), Granularity::Weekend),
        Cycle::MonthDay { month, day, .. } => (format!("XXXX-{month:02}-{day:02}"), Granularity::Day),
        Cycle::Month(month) => (format!("XXXX-{month:02}"), Granularity::Month),
        Cycle::Season(season) => (format!("XXXX-{}", season.code()), Granularity::Season),
        Cycle::Quarter(quarter) => (format!("XXXX-Q{quarter}"), Granularity::Quarter),
        Cycle::Half(half) => (format!("XXXX-H{half}"), Granularity::Half),
        Cycle::Holiday(rule) if rule.len() == 5 && rule.as_bytes()[2] == b'-' => (format!("XXXX-{rule}"), Granularity::Day),
        Cycle::Holiday(_) => ("XXXX-XX-XX".into(), Granularity::Day),
        Cycle::DayOfMonth(day) => (format!("XXXX-XX-{day:02}"), Granularity::Day),
        Cycle::Nth { month, .. } => (format!("XXXX-{month:02}-XX"), Granularity::Day),
    };
    Meant::Open(value, granularity)
}

/// A time behind an open day.
pub fn time(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Part(part) => format!("T{}", part.code()),
        TimeOfDay::Clock(clock) => format!("T{}", clock.value()),
    }
}
