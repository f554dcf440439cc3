//! When a claim's harm was done.
//!
//! The date of a claim is the nearest one of its sentence that is its [`own`], and not the day of what somebody said or did
//! about it ([`acts`]). The sentence [`before`] may date what goes on with it. [`event`] is when the article's event was,
//! [`history`] what lies before it, [`span`] the days that a date covers.

mod acts;
mod before;
mod event;
mod history;
mod own;
mod span;

use jiff::civil::Date;

use super::dateline;
use super::story::is_speech;
use crate::extract::casualties::Claim;
use crate::extract::dates::{Anchor, DateMention, Granularity, Reference, TimexType};
use crate::rules::Reading;
use crate::text::TokenRange;
use event::Event;

/// Sentences at the start of an article that may date it.
pub(super) const LEAD: usize = 3;
/// Sentences behind the lead that still tell its event.
pub(super) const STORY: usize = 4;

/// The first and the last day that a date covers.
pub(super) type Days = (Option<Date>, Option<Date>);

/// The dates of an article, and the day that its lead tells of.
pub(super) struct When<'a> {
    reading: &'a Reading<'a>,
    dates: &'a [DateMention],
    /// The first date of the lead.
    lead: Option<usize>,
    /// The date of the article's event, as headline and lead give it.
    event: Option<Event>,
    /// The day that history is counted back from: the lead's, else the article's own.
    now: Option<Date>,
    /// The article's own day.
    published: Option<Date>,
    /// The dateline, whose day is that of the report.
    line: TokenRange,
}

impl<'a> When<'a> {
    pub fn new(reading: &'a Reading<'a>, dates: &'a [DateMention], claims: &[Claim], published: Option<Reference>) -> Self {
        let sentence = |date: &DateMention| reading.document().sentence_of(date.tokens.first());
        let lead = dates.iter().take(64).position(|date| is_day(date) && sentence(date) < LEAD);
        let published = published.and_then(Reference::date);
        // A deadline that the lead names is still to come.
        let now = lead.and_then(|n| dates.get(n)?.begin).filter(|lead| published.is_none_or(|day| *lead <= day)).or(published);
        let line = dateline::line(reading).unwrap_or_default();
        let mut when = Self { reading, dates, lead, event: None, now, published, line };
        when.event = when.first_event(claims);
        when
    }

    pub(super) fn is_in_line(&self, date: &DateMention) -> bool {
        date.tokens.overlaps(self.line)
    }

    /// The date that the claim's own sentence gives it; one that stays open ("on Tuesday" of no known week) where it has no other.
    pub fn own(&self, claim: &Claim) -> Option<usize> {
        let inside = || self.of_sentence(self.reading.sentence(claim.trigger));
        let nearest = |fits: fn(&DateMention) -> bool| {
            let fits = move |date: &DateMention| fits(date) && self.belongs(claim, date);
            inside().filter(|(_, date)| fits(date)).min_by_key(|(_, date)| own::distance(self.reading, claim, date.tokens)).map(|(n, _)| n)
        };
        nearest(is_day).or_else(|| nearest(is_open))
    }

    pub(super) fn of_sentence(&self, sentence: TokenRange) -> impl Iterator<Item = (usize, &'a DateMention)> {
        let first = self.dates.partition_point(|date| date.tokens.first() < sentence.first());
        self.dates.iter().enumerate().skip(first).take(64).take_while(move |(_, date)| date.tokens.first() < sentence.end())
    }

    /// Whether no day stands in the claim's sentence but those of what somebody said.
    pub fn is_undated(&self, claim: &Claim) -> bool {
        self.of_sentence(self.reading.sentence(claim.trigger)).all(|(_, date)| !is_day(date) || is_of_speech(self.reading, date.tokens))
    }

    /// "six weeks later": a time that is counted from another, and stays open.
    pub fn is_counted(&self, claim: &Claim) -> bool {
        let open =
            |date: &DateMention| date.begin.is_none() && matches!(date.anchor, Anchor::Mention(_)) && date.granularity >= Granularity::Day;
        self.of_sentence(self.reading.sentence(claim.trigger)).any(|(_, date)| open(date))
    }
}

fn is_day(date: &DateMention) -> bool {
    matches!(date.timex_type, TimexType::Date | TimexType::Time) && date.begin.is_some()
}

/// A day of no known week or year: "on Tuesday", "in June".
fn is_open(date: &DateMention) -> bool {
    date.timex_type == TimexType::Date && date.begin.is_none() && date.value.starts_with("XXXX-")
}

/// "his 16 September explanation", "Monday's statement": the day of words about it.
fn is_report(reading: &Reading<'_>, date: TokenRange) -> bool {
    let words =
        ["explanation", "statement", "report", "hearing", "speech", "interview", "briefing", "testimony", "announcement", "meeting"];
    let owner = usize::from(reading.is_any(date.end(), &["'s", "’s"]));
    reading.is_any(date.end() + owner, &words)
}

/// "said Monday", "said on Monday": the day of the words.
fn is_of_speech(reading: &Reading<'_>, date: TokenRange) -> bool {
    let on = usize::from(date.first() > 0 && reading.is_any(date.first() - 1, &["on", "late", "early"]));
    // "It was revealed last week that", "were told on Monday that"
    let told = |at: usize| {
        let tells = ["revealed", "learned", "learnt", "disclosed", "emerged", "told", "informed"];
        reading.is(date.end(), "that") && (reading.is_any(at, &tells) || reading.phrase_named(at, "speech").is_some())
    };
    date.first().checked_sub(1 + on).is_some_and(|at| is_speech(reading, at) || told(at))
}

/// Tokens between the two; what stands behind counts less, as dates follow what they date.
fn gap(date: TokenRange, claim: TokenRange) -> usize {
    if date.first() >= claim.end() { date.first() - claim.end() } else { 2 * claim.first().saturating_sub(date.end()) + 1 }
}
