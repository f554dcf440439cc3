//! When a claim's harm was done, and whether that was long before what the article reports.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::extract::casualties::{Claim, Scope, Status};
use crate::extract::dates::{DateMention, Granularity, Reference, TimexType};
use crate::rules::Reading;
use crate::text::TokenRange;

/// Days before the lead's date from which on a claim is history.
const HISTORY: i32 = 40;
/// Days before the lead's date within which the event of the article began.
const EVENT: i32 = 21;
/// The same for what the lead itself tells: an outbreak of weeks.
const OUTBREAK: i32 = 120;
/// Sentences at the start of an article that may date it.
pub(super) const LEAD: usize = 3;
/// Sentences behind the lead that still tell its event.
pub(super) const STORY: usize = 4;
/// Tokens between "since" and the date that it counts from: "since an uprising in March".
const SINCE: usize = 6;
/// Days before the article's own day from which on a claim is history, whatever its lead tells.
const LONG_AGO: i32 = 400;
/// Tokens between a date and harm that is told in passing.
const BESIDE: usize = 4;
/// The same where only phrases of the harm stand between.
const BREATH: usize = 12;

/// The dates of an article, and the day that its lead tells of.
pub(super) struct When<'a> {
    reading: &'a Reading<'a>,
    dates: &'a [DateMention],
    /// The first date of the lead.
    lead: Option<usize>,
    /// The same where the lead gives it to harm.
    event: Option<usize>,
    /// The day that history is counted back from: the lead's, else the article's own.
    now: Option<Date>,
    /// The article's own day.
    published: Option<Date>,
}

impl<'a> When<'a> {
    pub fn new(reading: &'a Reading<'a>, dates: &'a [DateMention], claims: &[Claim], published: Option<Reference>) -> Self {
        let sentence = |date: &DateMention| reading.document().sentence_of(date.tokens.first());
        let lead = dates.iter().take(64).position(|date| is_day(date) && sentence(date) < LEAD);
        let now = lead.and_then(|n| dates.get(n)?.begin).or_else(|| published.and_then(Reference::date));
        let published = published.and_then(Reference::date);
        let mut when = Self { reading, dates, lead, event: None, now, published };
        let day = lead.filter(|&n| dates.get(n).is_some_and(|date| date.begin == date.end));
        let harms = |date: &DateMention| claims.iter().any(|claim| claim.sentence == sentence(date) && when.belongs(claim, date));
        when.event = day.filter(|&n| dates.get(n).is_some_and(harms));
        when
    }

    /// The date that the claim's own sentence gives it.
    pub fn own(&self, claim: &Claim) -> Option<usize> {
        let sentence = self.reading.sentence(claim.trigger);
        let first = self.dates.partition_point(|date| date.tokens.first() < sentence.first());
        let inside = self.dates.iter().enumerate().skip(first).take(64).take_while(|(_, date)| date.tokens.first() < sentence.end());
        let fits = |date: &DateMention| is_day(date) && self.belongs(claim, date);
        inside.filter(|(_, date)| fits(date)).min_by_key(|(_, date)| gap(date.tokens, claim.tokens)).map(|(n, _)| n)
    }

    /// The day of the article's event, for a claim of it that has none of its own.
    pub fn event(&self, claim: &Claim) -> Option<usize> {
        let of_event = matches!(claim.scope, Scope::Incident | Scope::Increment) && !claim.background;
        let sentence = |n: usize| self.dates.get(n).map_or(0, |date| self.reading.document().sentence_of(date.tokens.first()));
        self.event.filter(|&n| of_event && claim.sentence <= sentence(n) + STORY)
    }

    /// Whether the claim's date lies long before what the article reports.
    pub fn is_history(&self, claim: &Claim, own: Option<usize>) -> bool {
        let Some(date) = own.and_then(|n| self.dates.get(n)) else { return false };
        let long_ago = |end: Date, published: Date| end.checked_add(LONG_AGO.days()).is_ok_and(|end| end < published);
        if date.end.zip(self.published).is_some_and(|(end, published)| long_ago(end, published)) {
            return true;
        }
        match (date.end, self.now) {
            (Some(end), Some(now)) => end.checked_add(HISTORY.days()).is_ok_and(|end| end < now),
            // Nobody knows when the article was written: "in 2012" behind the lead, "last May".
            (end, None) => {
                let year = end.is_some() && matches!(date.granularity, Granularity::Year | Granularity::Month) && claim.sentence >= LEAD;
                let month = date.granularity == Granularity::Month && self.reading.is(date.tokens.first(), "last");
                year || month
            }
            _ => false,
        }
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

    /// The day of the sentence before, for a claim that tells what else happened then: "He later died", "Another was hurt".
    pub fn goes_on(&self, claim: &Claim, before: usize) -> bool {
        let sentence = self.reading.sentence(claim.trigger);
        let first = self.dates.partition_point(|date| date.tokens.first() < sentence.first());
        let undated = self.dates.get(first).is_none_or(|date| date.tokens.first() >= sentence.end());
        let day = self.dates.get(before).is_some_and(|date| date.begin == date.end);
        let tells = ["he", "she", "they", "another", "others", "also", "later", "both"];
        let same = sentence.iter().take(8).any(|at| self.reading.is_any(at, &tells));
        let event = matches!(claim.scope, Scope::Incident | Scope::Increment) && !claim.background;
        undated && day && same && event
    }

    /// The days that a claim's date covers: what "since March" counts goes on to the article's own day.
    pub fn days(&self, claim: &Claim, date: Option<usize>) -> (Option<Date>, Option<Date>) {
        let Some(date) = date.and_then(|n| self.dates.get(n)) else { return (None, None) };
        let first = date.tokens.first();
        let since = (first.saturating_sub(SINCE)..first).rev().take_while(|&at| !self.reading.is_any(at, &[",", ";", "."]));
        let since = since.into_iter().any(|at| self.reading.is(at, "since"));
        let open = since && claim.scope == Scope::Cumulative && self.published.is_some_and(|published| date.end < Some(published));
        (date.begin, if open { self.published } else { date.end })
    }

    /// Whether a date of the claim's sentence can be that of its harm.
    fn belongs(&self, claim: &Claim, date: &DateMention) -> bool {
        // "said on Monday that", "Wednesday marks the anniversary of", "as of Monday"
        if is_of_speech(self.reading, date.tokens) || self.is_of_another(claim, date) {
            return false;
        }
        // What happened has no day that is still to come.
        let sure = matches!(claim.status, Status::Asserted | Status::Claimed);
        if sure && date.begin.zip(self.published).is_some_and(|(begin, published)| begin > published) {
            return false;
        }
        let near = |begin: Date| self.now.is_some_and(|now| begin.checked_add(HISTORY.days()).is_ok_and(|later| later >= now));
        if claim.scope == Scope::Historical && date.begin == date.end && date.begin.is_some_and(near) {
            return false;
        }
        // "a worker who had left three months ago was shot": the day of what is told of him.
        let told_of = claim.victims.map_or(claim.tokens.first(), |v| v.end())..date.tokens.first();
        if date.tokens.first() < claim.trigger && told_of.take(32).any(|at| self.reading.is_any(at, &["who", "which", "that"])) {
            return false;
        }
        let distance = gap(date.tokens, claim.tokens);
        if claim.background && distance > BESIDE && !self.in_one_breath(claim, date) {
            return false;
        }
        // "Two men hurt in the raid were released on Sunday", "the wounded, he told them on Friday"
        let between = claim.tokens.end()..date.tokens.first();
        let other = |at: usize| {
            if claim.rule == REDUCED { self.reading.phrase_named(at, "auxiliary").is_some() } else { is_speech(self.reading, at) }
        };
        !between.take(64).any(other)
    }

    /// "as of Monday", "Venn on Monday urged calm after": the day of another verb.
    fn is_of_another(&self, claim: &Claim, date: &DateMention) -> bool {
        let reading = self.reading;
        let first = date.tokens.first();
        let as_of = first > 1 && reading.is(first - 1, "of") && reading.is(first - 2, "as");
        let next = date.tokens.end();
        let verb = reading.phrase_named(next, "speech").is_some()
            || reading.is_any(next, &["urged", "vowed", "met", "visited", "condemned", "called", "signed"]);
        // "Norland on Monday spurned the offer after the killing of", "by Monday 90 had died"
        let over = ["after", "over", "amid", "about", "following", "since"];
        let does = reading.word(next).ends_with("ed") && reading.phrase_named(next, "harm_verb").is_none();
        let reacts = does && (next + 1..claim.trigger).take(64).any(|at| reading.is_any(at, &over)) && next < claim.trigger;
        let reacts = reacts || next < claim.trigger && reading.is_any(next, &["amid", "after", "over", "following"]);
        let perfect = claim.tokens.iter().take(32).any(|at| reading.is_any(at, &["had", "have", "has", "will"]));
        let by = perfect && first > 0 && reading.is(first - 1, "by");
        // "killed two, including the daughter of a cleric executed in 2011": the day of a participle's harm.
        let between = claim.tokens.end()..first;
        let noun = |at: usize| at > 2 && reading.is_any(at - 2, &["a", "an", "the", "another"]) && reading.word(at).ends_with("ed");
        let reduced = between.clone().take(64).any(|at| noun(at) && reading.phrase_named(at, "harm_verb").is_some());
        let relative = between.into_iter().take(64).any(|at| reading.is(at, "who") && reading.is(at + 1, "had"));
        as_of || by || reacts || reduced || relative || verb && next < claim.tokens.first()
    }

    /// "killing nine in a raid near the old mill on May 3": nothing but phrases of the harm stands between it and the date.
    fn in_one_breath(&self, claim: &Claim, date: &DateMention) -> bool {
        let between = claim.tokens.end()..date.tokens.first();
        let parts = |at: usize| {
            let told = self.reading.phrase_named(at, "verb").is_some_and(|verb| self.reading.column(verb, "form").starts_with("past"));
            let class = ["auxiliary", "modal", "speech", "pronoun", "conjunction"];
            told || self.reading.is_any(at, &[",", ";", ":", "(", "–", "—"])
                || class.iter().any(|c| self.reading.phrase_named(at, c).is_some())
        };
        !between.is_empty() && between.len() <= BREATH && !between.into_iter().any(parts)
    }
}

/// A participle behind its noun: "two men hurt".
const REDUCED: &str = "casualty/reduced";

fn is_day(date: &DateMention) -> bool {
    matches!(date.timex_type, TimexType::Date | TimexType::Time) && date.begin.is_some()
}

/// "said Monday", "said on Monday": the day of the words.
fn is_of_speech(reading: &Reading<'_>, date: TokenRange) -> bool {
    let on = usize::from(date.first() > 0 && reading.is_any(date.first() - 1, &["on", "late", "early"]));
    date.first().checked_sub(1 + on).is_some_and(|at| is_speech(reading, at))
}

/// A word of speech that is said of nobody: "said", not "was declared".
fn is_speech(reading: &Reading<'_>, at: usize) -> bool {
    let passive = at > 0 && reading.is_any(at - 1, &["was", "were", "been", "is", "are"]);
    !passive && reading.phrase_named(at, "speech").is_some()
}

/// Tokens between the two; what stands behind counts less, as dates follow what they date.
fn gap(date: TokenRange, claim: TokenRange) -> usize {
    if date.first() >= claim.end() { date.first() - claim.end() } else { 2 * claim.first().saturating_sub(date.end()) + 1 }
}
