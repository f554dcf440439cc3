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

/// How fine the value of a SET is: "P1W", "XXXX-WXX-5", "XXXX-XX-XXTNI".
pub fn of_set(value: &str) -> Granularity {
    let clock = value.split_once('T');
    match (value.strip_prefix('P'), clock) {
        (Some(_), Some((_, time))) => match time.as_bytes().last() {
            Some(b'H') => Granularity::Hour,
            Some(b'M') => Granularity::Minute,
            _ => Granularity::Second,
        },
        (Some(length), None) => match length.as_bytes().last() {
            Some(b'D') => Granularity::Day,
            Some(b'W') => Granularity::Week,
            Some(b'M') => Granularity::Month,
            _ => Granularity::Year,
        },
        (None, Some((_, time))) if time.starts_with(|c: char| c.is_ascii_digit()) => Granularity::Minute,
        (None, Some(_)) => Granularity::PartOfDay,
        (None, None) if value.ends_with("WE") => Granularity::Weekend,
        (None, None) => match value.len() {
            4 => Granularity::Year,
            7 if value.ends_with(|c: char| c.is_ascii_digit()) => Granularity::Month,
            7 => Granularity::Season,
            _ => Granularity::Day,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_as_fine_as_what_recurs() {
        let names = |values: &[&str]| values.iter().map(|value| of_set(value).name()).collect::<Vec<_>>().join(" ");
        assert_eq!(names(&["PT1H", "P1D", "P2W", "P1M", "P4Y"]), "hour day week month year");
        assert_eq!(names(&["XXXX-WXX-5", "XXXX-WXX-WE", "XXXX-07", "XXXX-SU"]), "day weekend month season");
        assert_eq!(names(&["XXXX-XX-XXTNI", "XXXX-WXX-6T08:00", "", "P"]), "part_of_day minute day year");
    }
}
