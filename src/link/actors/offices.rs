//! What a title says: which office, of which rank, and who holds it by the lists on the article's day.

use super::lands::listed;
use crate::extract::actors::ActorMention;
use crate::extract::dates::Reference;
use crate::rules::{Phrase, Reading};
use crate::text::TokenRange;

/// Words before a title that say that its bearer holds the office no more, or not quite.
const NOT_IN_OFFICE: &[&str] = &["former", "ex", "late", "onetime", "then", "vice", "deputy", "assistant", "ousted", "deposed", "retired"];

/// A title as a list knows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Office {
    /// Its entry.
    pub entry: usize,
    /// What it makes of its bearer: `head`, `minister`, `military`, ...
    pub class: &'static str,
    /// The entry of its last word ("minister" of "foreign minister"); its own where it has one word.
    pub general: usize,
    /// What it adds to the CAMEO code of its country; empty where nothing.
    pub code: &'static str,
    /// The country that alone has such an office; empty where many have.
    pub country: &'static str,
    /// Whether the bearer holds it no more.
    pub former: bool,
}

/// The office that the words of a role name: the longest title that ends it.
pub(super) fn office(reading: &Reading<'_>, role: TokenRange) -> Option<Office> {
    let ending = |at: usize| {
        reading.phrases_at(at).iter().copied().find(|p| p.tokens.end() == role.end() && reading.vocabulary().class_name(p.class) == "title")
    };
    let from = role.first().max(role.end().saturating_sub(8));
    let title: Phrase = (from..role.end()).find_map(ending)?;
    let general = role.end().checked_sub(1).and_then(ending).unwrap_or(title);
    let earlier = role.first().saturating_sub(1)..title.tokens.first();
    let name = reading.entry(title).name();
    let former = earlier.clone().any(|at| reading.is_any(at, NOT_IN_OFFICE)) || name.starts_with("former") || name.starts_with("ex-");
    let says = |column| reading.column(title, column);
    Some(Office { entry: title.entry, class: says("role"), general: general.entry, code: says("code"), country: says("country"), former })
}

/// Whether a listed leader holds or held the office `entry` of the titles' list.
pub(super) fn holds(reading: &Reading<'_>, leader: &ActorMention, entry: usize) -> bool {
    // "mayor of london", "governor of upper brell"
    let held = listed(reading, leader, "role").split(" of ").next().unwrap_or("");
    let whole = listed(reading, leader, "role");
    let title = reading.vocabulary().entry(entry);
    let aliases = reading.vocabulary().column(title, "aliases");
    let named = |name: &str| name.eq_ignore_ascii_case(held) || name.eq_ignore_ascii_case(whole);
    !held.is_empty() && (named(title.name()) || aliases.split(';').any(named))
}

/// Whether a day lies before, within or after the time for which an entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Term {
    Before,
    Within,
    After,
}

/// How `published` lies to the columns `from` and `to` of an entry, as exactly as both are known; without any, within.
pub(super) fn term(from: &str, to: &str, published: Option<Reference>) -> Term {
    let Some(published) = published else { return Term::Within };
    if parts(from).is_some_and(|from| is_before(published, from)) {
        return Term::Before;
    }
    if parts(to).is_some_and(|to| is_after(published, to)) {
        return Term::After;
    }
    Term::Within
}

fn parts(date: &str) -> Option<Reference> {
    if date.is_empty() { None } else { Reference::parse(date) }
}

fn is_before(a: Reference, b: Reference) -> bool {
    differing(a, b).is_some_and(|(a, b)| a < b)
}

fn is_after(a: Reference, b: Reference) -> bool {
    differing(a, b).is_some_and(|(a, b)| a > b)
}

/// The first of year, month and day in which two dates differ, as far as both are known.
fn differing(a: Reference, b: Reference) -> Option<(i16, i16)> {
    let month = a.month.zip(b.month).map(|(a, b)| (i16::from(a), i16::from(b)));
    let day = a.day.zip(b.day).map(|(a, b)| (i16::from(a), i16::from(b)));
    [Some((a.year, b.year)), month, day].into_iter().map_while(|pair| pair).find(|(a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_ends_with_its_last_day_month_or_year() {
        let on = |day: &str| term("2012-05", "2013", Reference::parse(day));
        assert_eq!(on("2012-04-30"), Term::Before);
        assert_eq!(on("2012-05-01"), Term::Within);
        assert_eq!(on("2012"), Term::Within);
        assert_eq!(on("2013-12-31"), Term::Within);
        assert_eq!(on("2014"), Term::After);
        assert_eq!(term("2012", "", None), Term::Within);
        assert_eq!(term("", "2012-05-07", Reference::parse("2012-05-08")), Term::After);
    }
}
