//! The place and the dash of a dateline, read by hand: patterns of all scripts' letters cost more than the whole article.

use std::ops::Range;

/// Names before the agency's brackets, at the most.
const MOST_NAMES: usize = 4;
/// "Ruvania" in "PORT ALDA, Ruvania (RNA)", in characters.
const LONGEST_REGION: usize = 60;
/// What stands in an agency's brackets, in characters.
const LONGEST_AGENCY: usize = 31;

/// Where the first dash stands, with the white space around it: " - ", " -- ", "--" or a long one.
pub(super) fn dash(line: &str) -> Option<Range<usize>> {
    // The long ones all begin with one byte.
    for at in memchr::memchr2_iter(b'-', 0xE2, line.as_bytes()) {
        let (before, from) = (line.get(..at)?, line.get(at..)?);
        let Some(mark) = from.chars().next().filter(|c| matches!(c, '-' | '–' | '−' | '—')) else { continue };
        let is_double = from.starts_with("--");
        let length = if is_double { 2 } else { mark.len_utf8() };
        let space_before = before.chars().next_back().filter(|c| c.is_whitespace()).map(char::len_utf8);
        let space_after = from.get(length..)?.chars().next().filter(|c| c.is_whitespace()).map(char::len_utf8);
        if is_double || mark == '—' || (space_before.is_some() && space_after.is_some()) {
            return Some(at - space_before.unwrap_or(0)..at + length + space_after.unwrap_or(0));
        }
    }
    None
}

/// Whether a line begins with "GENEVA", "Port Alda, Ruvania (RNA)", or an agency in brackets.
pub(super) fn begins(line: &str) -> bool {
    let mut characters = line.chars();
    let is_capital = characters.next().is_some_and(char::is_uppercase);
    let all_capitals = is_capital && characters.take(2).filter(|c| c.is_uppercase() || is_mark(*c)).count() == 2;
    all_capitals || line.split_once('(').is_some_and(|(before, agency)| (before.is_empty() || is_place(before)) && is_agency(agency))
}

/// One to four names, and a region behind a comma.
fn is_place(before: &str) -> bool {
    let (names, region) = match before.split_once(',') {
        Some((names, region)) => (names, Some(region)),
        None => (before, None),
    };
    let names: Vec<_> = names.strip_suffix(' ').unwrap_or(names).split(' ').take(MOST_NAMES + 1).collect();
    names.len() <= MOST_NAMES
        && names.iter().all(|name| is_name(name))
        && region
            .is_none_or(|region| !region.contains(')') && (1..=LONGEST_REGION).contains(&region.chars().take(LONGEST_REGION + 1).count()))
}

/// A word of letters that begins with a capital.
pub(in crate::ingest) fn is_name(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.all(|c| c.is_alphabetic() || is_mark(c))
}

/// "Reuters)", "AP) and so on".
fn is_agency(behind: &str) -> bool {
    behind.split_once(')').is_some_and(|(name, _)| {
        let mut characters = name.chars();
        characters.next().is_some_and(char::is_uppercase)
            && characters.clone().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '/'))
            && (1..LONGEST_AGENCY).contains(&characters.take(LONGEST_AGENCY).count())
    })
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '-')
}
