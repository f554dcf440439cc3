//! When what comes back every year falls: holidays, nth weekdays, quarters, seasons.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::meaning::Cycle;
use super::period::Period;

/// The occurrence of a yearly cycle in `year`; none where there is none (Feb. 29) and for cycles of the week.
pub fn occurrence(cycle: Cycle, year: i16) -> Option<Period> {
    Some(match cycle {
        Cycle::Weekday(_) | Cycle::Weekend | Cycle::DayOfMonth(_) => return None,
        Cycle::MonthDay { month, day, .. } => Period::Day(Date::new(year, month, day).ok()?),
        Cycle::Month(month) => Period::Month { year, month },
        Cycle::Season(season) => Period::Season { year, season },
        Cycle::Quarter(quarter) => Period::Quarter { year, quarter },
        Cycle::Half(half) => Period::Half { year, half },
        Cycle::Holiday(rule) => holiday(rule, year)?,
        Cycle::Nth { nth, weekday, month } => Period::Day(nth_weekday(year, month, nth, weekday)?),
    })
}

/// The `nth` (-1 the last) such weekday of a month.
fn nth_weekday(year: i16, month: i8, nth: i8, weekday: Weekday) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
}

/// The day of a holiday by its rule in `lexicon/holidays.tsv`.
fn holiday(rule: &str, year: i16) -> Option<Period> {
    let mut words = rule.split(' ');
    let kind = words.next()?;
    let mut number = || words.next()?.parse::<i8>().ok();
    let day = match kind {
        "easter" => easter(year)?.checked_add(number()?.days()).ok()?,
        "orthodox" => orthodox_easter(year)?.checked_add(number()?.days()).ok()?,
        "islamic" => islamic(year, number()?, number()?)?,
        "islamic-month" => return islamic(year, number()?, 15).map(|day| Period::Month { year: day.year(), month: day.month() }),
        nth if nth.starts_with("nth") => {
            let (month, n, weekday) = (number()?, number()?, Weekday::from_monday_one_offset(number()?).ok()?);
            let later: i8 = nth.strip_prefix("nth+").and_then(|days| days.parse().ok()).unwrap_or(0);
            nth_weekday(year, month, n, weekday)?.checked_add(later.days()).ok()?
        }
        fixed => {
            let (month, day) = fixed.split_once('-')?;
            Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?
        }
    };
    Some(Period::Day(day))
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Julian calendar (Meeus), as a Gregorian date: 13 days later from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let n = d + e + 114;
    let julian = Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()?;
    let century = y / 100;
    julian.checked_add((century - century / 4 - 2).days()).ok()
}

/// The first such day of the tabular Islamic calendar that falls in the Gregorian `year`; sighting may differ by a day or two.
fn islamic(year: i16, month: i8, day: i8) -> Option<Date> {
    let epoch = Date::new(622, 7, 19).ok()?;
    let guess = (i64::from(year) - 622) * 33 / 32;
    (guess - 1..=guess + 2).find_map(|hijri| {
        let months = i64::from(month) - 1;
        let days = i64::from(day) - 1 + (59 * months + 1) / 2 + (hijri - 1) * 354 + (3 + 11 * hijri) / 30;
        let span = jiff::Span::new().try_days(days).ok()?;
        epoch.checked_add(span).ok().filter(|date| date.year() == year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn feasts_fall_where_almanacs_say() {
        assert_eq!(easter(2024), Some(date(2024, 3, 31)));
        assert_eq!(easter(2019), Some(date(2019, 4, 21)));
        assert_eq!(orthodox_easter(2024), Some(date(2024, 5, 5)));
        assert_eq!(orthodox_easter(2013), Some(date(2013, 5, 5)));
        // Eid al-Adha 2013 was on 15 October, Eid al-Fitr 2020 on 24 May.
        assert_eq!(islamic(2013, 12, 10), Some(date(2013, 10, 15)));
        assert_eq!(islamic(2020, 10, 1), Some(date(2020, 5, 24)));
        assert_eq!(holiday("nth 5 -1 1", 2024), Some(Period::Day(date(2024, 5, 27))));
        assert_eq!(holiday("nth+1 11 1 1", 2024), Some(Period::Day(date(2024, 11, 5))));
        assert_eq!((holiday("02-30", 2024), holiday("", 2024), holiday("easter", 2024)), (None, None, None));
    }
}
