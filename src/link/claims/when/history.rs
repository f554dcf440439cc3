//! Whether a claim's date lies before the article's event.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{LEAD, When};
use crate::extract::casualties::Claim;
use crate::extract::dates::{DateMention, Granularity};

/// Days before the lead's date from which on a claim is history.
const HISTORY: i32 = 40;
/// Days before the lead's date within which the event of the article began; what is dated before it, behind the lead, is history.
const EVENT: i32 = 21;
/// The same for what the lead itself tells: an outbreak of weeks.
const OUTBREAK: i32 = 120;
/// Days before an undated article's own day and month from which on a day is history.
const FORTNIGHT: i32 = 14;
/// Days before the article's own day from which on a claim is history, whatever its lead tells.
const LONG_AGO: i32 = 400;

impl When<'_> {
    /// Whether the claim's date lies long before what the article reports.
    pub fn is_history(&self, claim: &Claim, own: Option<usize>) -> bool {
        let Some(date) = own.and_then(|n| self.dates.get(n)) else { return false };
        let lead = claim.sentence < LEAD;
        let long_ago = |end: Date, published: Date| end.checked_add(LONG_AGO.days()).is_ok_and(|end| end < published);
        if date.end.zip(self.published).is_some_and(|(end, published)| long_ago(end, published)) {
            return true;
        }
        // "last month an exchange killed"
        let last = date.tokens.iter().any(|at| {
            self.reading.is_any(at, &["last", "previous"]) && self.reading.is_any(at + 1, &["month", "year", "summer", "winter", "spring"])
        });
        let far = if lead { HISTORY } else { EVENT };
        match (date.end, self.now) {
            _ if last && !lead => true,
            (Some(end), Some(now)) => end.checked_add(far.days()).is_ok_and(|end| end < now),
            // Nobody knows when the article was written: "in 2012" behind the lead, "last May".
            (Some(_), None) => matches!(date.granularity, Granularity::Year | Granularity::Month) && !lead,
            (None, _) => !lead && (date.granularity == Granularity::Month || self.is_other_day(date)),
        }
    }

    /// "on 11 April" in an article of 3 May of no known year.
    fn is_other_day(&self, date: &DateMention) -> bool {
        let day = |date: &DateMention| {
            let (month, day) = date.value.strip_prefix("XXXX-")?.get(..5)?.split_once('-')?;
            Date::new(2001, month.parse().ok()?, day.parse().ok()?).ok()
        };
        let lead = self.dates.iter().take(8).find_map(day);
        lead.zip(day(date)).is_some_and(|(lead, day)| day.checked_add(FORTNIGHT.days()).is_ok_and(|day| day < lead))
    }

    /// Whether a date begins within weeks of the lead's.
    pub fn is_recent(&self, claim: &Claim, own: usize) -> bool {
        let begin = |n: usize| self.dates.get(n).and_then(|d| d.begin);
        // "since 2011" begins no event of this week, even where it opens the article.
        let exact = self.dates.get(own).is_some_and(|d| d.begin == d.end);
        let (Some(own), Some(lead)) = (begin(own).filter(|_| exact), self.lead.and_then(begin)) else { return false };
        let within = if claim.sentence < LEAD { OUTBREAK } else { EVENT };
        own.checked_add(within.days()).is_ok_and(|later| later >= lead)
    }
}
