//! The date at the head of the text: in the dateline, or on a line of its own.
//!
//! "GENEVA, Sept 12 (Reuters) -" has no year, and gives a date only with a year that is known from elsewhere. Only
//! the first five lines are looked at, and of each only the beginning: a date further down is one the article talks
//! about.

use std::sync::LazyLock;

use regex::Regex;
use smallvec::SmallVec;

use super::place;
use super::scan;
use super::written::{full_date, valid};
use crate::ingest::pattern::regex;

const HEAD_LINES: usize = 5;
const HEAD_CHARACTERS: usize = 200;
/// A line that holds nothing but the date of publication is not longer.
const LONGEST_ALONE: usize = 80;
/// The furthest that the dash of a dateline stands from the beginning of its line.
const DATELINE_REACH: usize = 110;

/// What may stand before a date; marks before it are passed over by hand, as a class of all marks takes long to compile.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:(?:first|last|originally)\s+)?(?P<word>published|posted|issued|created|updated|modified|date|dated)\b(?:\s+(?:on|at))?\s*:?\s*",
    )
});
/// What may stand around a date on a line of its own: a weekday, a time, a zone.
static AROUND: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?i)^(?:[\s,|.·•:()-]|\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b|\bat\b|\bon\b|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?z?|\b\d{1,2}\b|[ap]\.?m\b\.?|\b(?:gmt|utc|bst|cet|cest|e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|ist|z)\b|[+]\d{2}:?\d{2})*$",
    )
});

/// The first lines of a text that hold anything, each cut to its beginning.
pub(super) struct Head<'t>(SmallVec<[&'t str; HEAD_LINES]>);

impl<'t> Head<'t> {
    /// Reads them once.
    pub fn of(text: &'t str) -> Self {
        let lines = text.lines().map(|line| beginning(line.trim(), HEAD_CHARACTERS));
        Self(lines.filter(|line| !line.is_empty()).take(HEAD_LINES).collect())
    }
}

/// The first characters of a line.
fn beginning(line: &str, characters: usize) -> &str {
    let plain = line.as_bytes().get(..characters);
    if plain.is_none_or(<[u8]>::is_ascii) {
        return line.get(..characters).unwrap_or(line);
    }
    // Characters start where no byte goes on with one.
    let starts = line.bytes().enumerate().filter(|(_, byte)| byte & 0xC0 != 0x80);
    match starts.map(|(at, _)| at).nth(characters) {
        Some(end) => line.get(..end).unwrap_or(line),
        None => line,
    }
}

/// What stands before and after the dash of a line that begins like a dateline.
fn parts(line: &str) -> Option<(&str, &str)> {
    let head = beginning(line, DATELINE_REACH);
    let dash = place::dash(head)?;
    let (before, after) = (line.get(..dash.start)?, line.get(dash.end..)?);
    place::begins(before).then_some((before, after))
}

/// Whether the line begins with place and dash, as reports do.
pub(in crate::ingest) fn is_dateline(line: &str) -> bool {
    parts(line).is_some_and(|(before, _)| before.contains('(') || before.contains(',') || before.chars().all(|c| !c.is_lowercase()))
}

/// The date of the dateline; `year` completes a day and month.
pub(super) fn find(head: &Head<'_>, year: Option<i16>) -> Option<String> {
    head.0.iter().find_map(|line| {
        let (before, after) = parts(line)?;
        if let Some((_, date)) = full_date(before) {
            return Some(date);
        }
        if let Some((range, date)) = full_date(after)
            && range.start == 0
        {
            return Some(date);
        }
        day_and_month(before, year?)
    })
}

fn day_and_month(dateline: &str, year: i16) -> Option<String> {
    let found = scan::first(dateline, scan::day_and_month)?;
    valid(i64::from(year), found.month, found.day)
}

/// The date of a line such as "Published: 12 Sep 2013 10:30 GMT", or of one that holds nothing else.
///
/// When the text was published counts before when it was changed.
pub(super) fn published(head: &Head<'_>) -> Option<String> {
    let labelled_as = |changed: bool| head.0.iter().find_map(|line| labelled(line, changed));
    labelled_as(false).or_else(|| head.0.iter().find_map(|line| alone_on_line(line))).or_else(|| labelled_as(true))
}

/// The date behind a label such as "Published:", or behind one that says that the text was changed.
fn labelled(line: &str, changed: bool) -> Option<String> {
    let line = from_label(line)?;
    let captures = LABEL.captures(line)?;
    let word = captures.name("word")?.as_str().to_ascii_lowercase();
    let rest = line.get(captures.get_match().end()..)?;
    let (range, date) = full_date(rest)?;
    let is_short = rest.len() <= LONGEST_ALONE && range.start <= 30;
    (is_short && changed == matches!(word.as_str(), "updated" | "modified")).then_some(date)
}

/// The line without the few marks before what begins with the letters of a label.
fn from_label(line: &str) -> Option<&str> {
    const BEGINNINGS: [&str; 10] =
        ["first", "last", "originally", "published", "posted", "issued", "created", "updated", "modified", "date"];
    const MOST_MARKS: usize = 5;
    let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins = |known: &&str| words.get(..known.len()).is_some_and(|word| word.eq_ignore_ascii_case(known));
    let marks = line.get(..line.len() - words.len())?;
    let few = || marks.chars().count() <= MOST_MARKS && !marks.contains('_');
    (BEGINNINGS.iter().any(begins) && few()).then_some(words)
}

/// The date of a line that says when the text was published, and nothing else.
pub(in crate::ingest) fn published_line(line: &str) -> Option<String> {
    let behind = from_label(line).and_then(|line| line.get(LABEL.find(line)?.end()..));
    alone_on_line(behind.unwrap_or(line))
}

/// The date of a line that holds nothing but a full date, its weekday and its time.
pub(in crate::ingest) fn alone_on_line(line: &str) -> Option<String> {
    if line.len() > LONGEST_ALONE {
        return None;
    }
    let (range, date) = full_date(line)?;
    let (before, after) = (line.get(..range.start)?, line.get(range.end..)?);
    let after = after.trim_start_matches('T');
    (AROUND.is_match(before) && AROUND.is_match(after)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_with_and_without_a_year() {
        for (line, year, expected) in [
            ("GENEVA, Sept 12 - Talks began.", Some(2013), Some("2013-09-12")),
            ("GENEVA, Sept 12 - Talks began.", None, None),
            ("GENEVA, 12 September (Reuters) – Talks began.", Some(2013), Some("2013-09-12")),
            ("Geneva, Sept. 12, 2013 (AP) -- Talks began.", None, Some("2013-09-12")),
            ("PORT ALDA, Ruvania, Feb. 30 (AP) — Talks began.", Some(2013), None),
            ("(Reuters) - 12 September 2013 Talks began.", None, Some("2013-09-12")),
            ("SÃO PAULO, 12 September 2013 — Talks began.", None, Some("2013-09-12")),
            ("Talks - on 12 September 2013 - began.", None, None),
            ("GENEVA - Talks of 12 September 2013 began.", None, None),
        ] {
            let text = format!("Talks begin\n\n{line}");
            assert_eq!(find(&Head::of(&text), year).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_dateline_is_known_without_a_date() {
        for line in ["GENEVA (Reuters) - Talks", "GENEVA — Talks", "(CNN) -- Talks", "Port Alda, Ruvania (AP) - Talks"] {
            assert!(is_dateline(line), "{line}");
        }
        for line in ["Talks began", "Syria - a country at war", "Well-known man dies", ""] {
            assert!(!is_dateline(line), "{line}");
        }
    }

    #[test]
    fn lines_of_their_own() {
        for (text, expected) in [
            ("Talks\nPublished: 12 Sep 2013 10:30 GMT\nUpdated: 14 Sep 2013", Some("2013-09-12")),
            ("Updated: 14 Sep 2013 | Published: no\nTalks", Some("2013-09-14")),
            ("Talks\n\n\n\n\n\nPosted September 12, 2013", Some("2013-09-12")),
            ("Thursday, September 12, 2013 at 10:30 a.m. EDT\nTalks", Some("2013-09-12")),
            ("Talks\n2013-09-12T10:30Z\n", Some("2013-09-12")),
            ("a\nb\nc\nd\ne\n12 September 2013", None),
            ("On 12 September 2013 talks began.", None),
            ("Published figures show that on 12 September 2013 twelve people died in the city and elsewhere too.", None),
        ] {
            assert_eq!(published(&Head::of(text)).as_deref(), expected, "{text}");
        }
    }
}
