//! The days that a claim's date covers.

use jiff::ToSpan;

use super::{Days, When};
use crate::extract::casualties::{Claim, Scope};
use crate::extract::dates::{DateMention, Granularity};

/// Days between two that are told together: "on Tuesday and Wednesday".
const DAYS: i32 = 2;

/// How many months a part of a year has, from two on.
const MONTHS: [&str; 10] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
/// Tokens between "since" and the date that it counts from: "since an uprising in March".
const SINCE: usize = 6;

impl When<'_> {
    /// The days that a claim's date covers: both ends of "from May to July"; what "since March" counts goes on to the article's
    /// own day, and no sum goes beyond it.
    pub fn days(&self, claim: &Claim, date: Option<usize>) -> Days {
        let Some((n, date)) = date.and_then(|n| Some((n, self.dates.get(n)?))) else { return (None, None) };
        let (begin, end) = self.pair(n).unwrap_or((date.begin, date.end));
        // "before 1950 some 300 died": the year is no part of it.
        if date.granularity > Granularity::Day && self.reading.is(date.tokens.first().wrapping_sub(1), "before") {
            return (None, begin.and_then(|begin| begin.checked_sub(1.day()).ok()));
        }
        // "in the first five months of the year"
        if let (Some(begin), Some(months)) = (begin, self.first_months(date)) {
            let last = begin.checked_add(months.months()).and_then(|next| next.checked_sub(1.day())).ok();
            return (Some(begin), last.map(|last| self.published.map_or(last, |published| last.min(published))));
        }
        let sum = claim.scope == Scope::Cumulative;
        let before_end = self.published.is_none_or(|published| begin.is_some_and(|begin| begin < published));
        if sum && before_end && self.is_start(date.tokens.first()) {
            return (begin, self.published);
        }
        let over = self.published.filter(|&published| sum && before_end && end.is_some_and(|end| end > published));
        (begin, over.or(end))
    }

    /// "the first [five] months of the year"
    fn first_months(&self, date: &DateMention) -> Option<i32> {
        let of = date.tokens.first().checked_sub(1).filter(|&at| self.reading.is(at, "of") && date.granularity == Granularity::Year)?;
        if date.tokens.iter().any(|at| self.reading.is_any(at, &["fiscal", "financial"])) {
            return None;
        }
        let number = of.checked_sub(2).filter(|&at| self.reading.is(of - 1, "months") && self.reading.is(at.wrapping_sub(1), "first"))?;
        let word = |n: &&str| self.reading.is(number, n);
        let told = MONTHS.iter().position(word).and_then(|at| i32::try_from(at + 2).ok());
        told.or_else(|| self.reading.word(number).parse().ok()).filter(|months| (2..=11).contains(months))
    }

    /// "since March", "since an uprising in March", "which broke out in March": what a time begins with.
    fn is_start(&self, first: usize) -> bool {
        let mut back = (first.saturating_sub(SINCE)..first).rev().take_while(|&at| !self.reading.is_any(at, &[",", ";", "."]));
        back.any(|at| self.reading.is_any(at, &["since", "began", "started", "erupted", "broke", "flared"]))
    }

    /// "between 1999 and 2013", "from May to July", "on Tuesday and Wednesday": the first and the last day of both.
    fn pair(&self, n: usize) -> Option<Days> {
        let both = |a: &DateMention, b: &DateMention| {
            let joined = a.tokens.end() + 1 == b.tokens.first() && self.reading.is_any(a.tokens.end(), &["and", "to", "until", "till"]);
            let opened = a.tokens.first() > 0 && self.reading.is_any(a.tokens.first() - 1, &["between", "from"]);
            let ordered = a.begin.zip(b.end).is_some_and(|(begin, end)| begin <= end);
            let days = a.begin.zip(b.begin).is_some_and(|(a, b)| a.checked_add(DAYS.days()).is_ok_and(|last| b <= last));
            let apart = self.reading.is(a.tokens.end(), "and") && a.granularity == b.granularity && a.granularity <= Granularity::Day;
            (joined && ordered && (opened || apart && days)).then_some((a.begin, b.end))
        };
        let date = self.dates.get(n)?;
        let next = self.dates.get(n + 1).and_then(|next| both(date, next));
        next.or_else(|| both(self.dates.get(n.checked_sub(1)?)?, date))
    }
}
