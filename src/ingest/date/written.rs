//! From a date in any written form to ISO 8601.
//!
//! The day is the one that is written: `2013-09-12T23:30:00-04:00` is the 12th, where it was published. A date in
//! figures is read only when day and month cannot be mistaken for each other (13/09/2013, not 12/09/2013).

use std::ops::Range;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use regex::{Captures, Regex};

use crate::ingest::pattern::regex;

/// Newspapers are not older, and a date later than this is a mistake.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2199;

/// How the names of the months begin.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The names of the months, whole and as they are cut short.
pub(super) const MONTH: &str = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?";
/// A day of the month, with or without its ending.
pub(super) const DAY: &str = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?";
const YEAR: &str = r"(?P<year>\d{4})\b";

static ISO: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?:$|[T\s,].*)"));
static COMPACT: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:$|[T\s]?\d{4,6}(?:\D.*)?$)"));
static FIGURES: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>\d{4})(?:$|[T\s,].*)"));
static ONLY_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?P<year>\d{4})$"));
static EPOCH: LazyLock<Regex> = LazyLock::new(|| regex(r"^(?P<number>\d{9,10}|\d{12,13})(?:\.\d*)?$"));
static DAY_MONTH_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(&format!(r"(?i){DAY}(?:\s+of)?[\s-]{{1,3}}{MONTH},?[\s-]{{1,3}}{YEAR}")));
static MONTH_DAY_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(&format!(r"(?i)\b{MONTH}\s{{1,3}}{DAY},?\s{{1,3}}{YEAR}")));
static MONTH_YEAR: LazyLock<Regex> = LazyLock::new(|| regex(&format!(r"(?i)^{MONTH},?\s{{1,3}}{YEAR}$")));
static ISO_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| regex(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:\b|T)"));

/// The day, month or year that a string says, as `2013-09-12`, `2013-09` or `2013`; none when it says none.
///
/// Also numbers of seconds or milliseconds since 1970, as days of UTC.
pub fn iso(written: &str) -> Option<String> {
    let written = written.trim().get(..200).unwrap_or(written.trim());
    if let Some((year, month, day)) = plain(written) {
        return valid(year, month, day);
    }
    if let Some(captures) = EPOCH.captures(written) {
        return from_epoch(part(&captures, "number")?);
    }
    if let Some(captures) = FIGURES.captures(written) {
        return in_figures(&captures);
    }
    for form in [&ISO, &COMPACT] {
        if let Some(captures) = form.captures(written) {
            return from_parts(&captures);
        }
    }
    if let Some((_, date)) = full_date(written) {
        return Some(date);
    }
    [&MONTH_YEAR, &ONLY_YEAR].iter().find_map(|form| from_parts(&form.captures(written)?))
}

/// Year, month and day of `2013-09-12`, alone or before a time: the form of nearly all metadata.
fn plain(written: &str) -> Option<(i64, i64, i64)> {
    let day = written.get(..10)?;
    let is_form = day.bytes().enumerate().all(|(place, byte)| if matches!(place, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    let ends = matches!(written.as_bytes().get(10), None | Some(b'T' | b' ' | b',')) && !written.contains('\n');
    let number = |range: Range<usize>| day.get(range)?.parse().ok();
    if is_form && ends { Some((number(0..4)?, number(5..7)?, number(8..10)?)) } else { None }
}

/// The day (UTC) of a number of seconds or milliseconds since 1970.
pub fn from_epoch(number: i64) -> Option<String> {
    let seconds = if number.unsigned_abs() >= 100_000_000_000 { number / 1000 } else { number };
    let date = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
    YEARS.contains(&date.year()).then(|| date.to_string())
}

/// The first date in a text that names day, month and year, and where it stands.
pub(super) fn full_date(text: &str) -> Option<(Range<usize>, String)> {
    if !has_year(text) {
        return None;
    }
    let forms: &[&LazyLock<Regex>] = match (has_month(text), text.contains('-')) {
        (true, true) => &[&DAY_MONTH_YEAR, &MONTH_DAY_YEAR, &ISO_IN_TEXT],
        (true, false) => &[&DAY_MONTH_YEAR, &MONTH_DAY_YEAR],
        (false, true) => &[&ISO_IN_TEXT],
        (false, false) => &[],
    };
    let found = forms.iter().filter_map(|form| {
        let captures = form.captures(text)?;
        Some((captures.get_match().range(), from_parts(&captures)?))
    });
    found.min_by_key(|(range, _)| range.start)
}

/// Whether four digits stand together; most lines are known by this to hold no full date.
fn has_year(text: &str) -> bool {
    let mut digits = 0;
    text.bytes().any(|byte| {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        digits == 4
    })
}

/// Whether the first letters of a month stand anywhere.
pub(super) fn has_month(text: &str) -> bool {
    text.as_bytes().windows(3).any(|letters| MONTHS.iter().any(|month| letters.eq_ignore_ascii_case(month.as_bytes())))
}

/// `13/09/2013` and `09/13/2013`, and `09/09/2013`; not `12/09/2013`, which is two days.
pub(super) fn in_figures(captures: &Captures) -> Option<String> {
    let (first, second) = (part(captures, "first")?, part(captures, "second")?);
    let year = part(captures, "year")?;
    match (first, second) {
        (day, month) if day > 12 || day == month => valid(year, month, day),
        (month, day) if day > 12 => valid(year, month, day),
        _ => None,
    }
}

/// The date of the groups `year`, `month` and `day`, as far as they took part.
pub(super) fn from_parts(captures: &Captures) -> Option<String> {
    let year = part(captures, "year")?;
    let Some(month) = captures.name("month") else {
        return YEARS.contains(&i16::try_from(year).ok()?).then(|| format!("{year:04}"));
    };
    let month = month_number(month.as_str())?;
    match part(captures, "day") {
        Some(day) => valid(year, month, day),
        None => valid(year, month, 1)?.get(..7).map(str::to_owned),
    }
}

/// A day that was: in the calendar, and in the years of newspapers.
pub(super) fn valid(year: i64, month: i64, day: i64) -> Option<String> {
    let year = i16::try_from(year).ok().filter(|year| YEARS.contains(year))?;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

/// 1 to 12, from figures or from the first three letters of a name.
pub(super) fn month_number(written: &str) -> Option<i64> {
    if let Ok(number) = written.parse() {
        return Some(number);
    }
    let head = written.get(..3)?;
    let place = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(head))?;
    i64::try_from(place).ok().map(|place| place + 1)
}

/// The number in a group.
pub(super) fn part(captures: &Captures, name: &str) -> Option<i64> {
    captures.name(name)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_in_many_forms() {
        for written in [
            "2013-09-12",
            "2013-09-12T23:30:00-04:00",
            "2013-09-12 10:30:00",
            "2013/09/12",
            "2013-9-12",
            "20130912",
            "20130912T103000Z",
            "20130912103000",
            "Thu, 12 Sep 2013 10:30:00 +0000",
            "12 September 2013",
            "September 12, 2013",
            "Sept. 12, 2013",
            "SEP 12 2013",
            "12th of September, 2013",
            "12-Sep-2013",
            "Published: 10:30 GMT, 12 September 2013",
            "Thursday September 12th, 2013 at 9 a.m.",
            " 2013-09-12\n",
            "1378981800",
            "1378981800000",
            "1378981800.5",
        ] {
            assert_eq!(iso(written).as_deref(), Some("2013-09-12"), "{written}");
        }
    }

    #[test]
    fn less_than_a_day_is_kept_as_it_is() {
        for (written, expected) in [
            ("2013-09", "2013-09"),
            ("September 2013", "2013-09"),
            ("Sept. 2013", "2013-09"),
            ("2013", "2013"),
            ("13/09/2013", "2013-09-13"),
            ("09/13/2013", "2013-09-13"),
            ("09/09/2013 10:00", "2013-09-09"),
        ] {
            assert_eq!(iso(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_is_none() {
        for written in [
            "",
            "soon",
            "12/09/2013",
            "2013-02-30",
            "2013-13-01",
            "0000-00-00",
            "0001-01-01T00:00:00",
            "9999",
            "12",
            "31 April 2013",
            "Marching 12, 2013",
            "99999999",
            "２０１３",
            "May",
            "1",
            "99999999999999999999999",
        ] {
            assert_eq!(iso(written), None, "{written}");
        }
        assert_eq!(from_epoch(i64::MIN), None);
        assert_eq!(from_epoch(i64::MAX), None);
    }

    #[test]
    fn the_first_full_date_is_found_where_it_stands() {
        let text = "“Naïve” on May 5, 2012 and 2013-09-12";
        let (range, date) = full_date(text).expect("a date");
        assert_eq!((&text[range], date.as_str()), ("May 5, 2012", "2012-05-05"));
    }
}
