//! When the article's event was, as headline and lead tell it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::acts::is_of_act;
use super::before::is_placed_apart;
use super::{Days, LEAD, When, is_day, is_of_speech, is_report};
use crate::extract::casualties::{Claim, Harm, Scope, VictimClass};
use crate::extract::dates::{DateMention, Granularity, TimexType};
use crate::link::claims::event::{self, Told};
use crate::link::claims::is_taken;
use crate::link::claims::place::TURNS;
use crate::link::claims::place::scene::is_told;
use crate::link::claims::story::{goes_on_to_now, is_speech};
use crate::text::{TokenKind, TokenRange};

/// Sentences behind the one that dates the event that still tell of it.
const REACH: usize = 12;
/// Sentences around one that dates one of several events.
const BESIDE: usize = 1;
/// Days that an event lasts at the most: "last week".
const LONGEST: i32 = 13;
/// Days before the article within which "Wednesday's attack" is its event.
const RECENT: i32 = 31;
/// Tokens before "Sunday" where a sentence opens with "On Sunday".
const FRAME: usize = 2;
/// From this number on, what a claim counts befell them in more than a day.
const VAST: u64 = 10_000;
/// Days after the event in which one of the wounded may die.
const WEEK: i32 = 7;

/// Hours of no known day.
const HOURS: [&str; 16] = [
    "dawn",
    "daybreak",
    "sunrise",
    "morning",
    "early",
    "noon",
    "midday",
    "afternoon",
    "evening",
    "sunset",
    "dusk",
    "dark",
    "nightfall",
    "night",
    "late",
    "midnight",
];

/// When the article's event was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    date: usize,
    days: Days,
    sentence: usize,
    arrest: bool,
    known: Known,
}

/// What dates the event.
#[derive(Debug, Clone, Copy)]
enum Known {
    /// A claim of it.
    Claim { harm: Harm, best: Option<u64>, adds: bool },
    /// A sentence that says when it happened; `alone`: no claim is of another day; `last`: none is of a later one.
    Sentence { alone: bool, last: bool },
}

impl When<'_> {
    /// The date of the first claim of the event that has one, else that of a sentence which tells the event alone.
    pub(super) fn first_event(&self, claims: &[Claim]) -> Option<Event> {
        let told = |claim: &&Claim| is_told(claim) || claim.scope == Scope::Cumulative && claim.adds;
        let lead = claims.iter().take(32).take_while(|claim| claim.sentence <= LEAD + 1).filter(told);
        let event = |claim: &Claim| {
            let date = self.own(claim)?;
            let days = self.days(claim, Some(date));
            let arrest = claim.harm == Harm::Detained;
            let known = Known::Claim { harm: claim.harm, best: claim.best, adds: claim.adds };
            let own = !self.is_history(claim, Some(date)) && !event::is_another(self.reading, claim);
            (is_short(days) && own).then_some(Event { date, days, sentence: claim.sentence, arrest, known })
        };
        let arrest = lead.clone().all(|claim| claim.harm == Harm::Detained);
        let alike = |event: &Event| event.arrest == arrest;
        lead.filter_map(event).find(alike).or_else(|| self.plain_event(claims))
    }

    /// "The crash happened on Sunday", "Wednesday's attack": the day that a sentence without a claim gives the event.
    fn plain_event(&self, claims: &[Claim]) -> Option<Event> {
        let told = |claim: &&Claim| is_told(claim) && claim.harm != Harm::Detained;
        claims.iter().find(told)?;
        let happened = || event::told(self.reading).find_map(|told| Some((told.sentence, self.of_told(&told)?)));
        let (sentence, date) = happened().or_else(|| self.owned())?;
        let of = self.dates.get(date)?;
        let days = (of.begin, of.end);
        let later = |begin: Date, claim: &Claim| {
            let week = of.begin.is_some_and(|event| event <= begin && event.checked_add(WEEK.days()).is_ok_and(|end| begin <= end));
            claim.harm == Harm::Killed && claim.best == Some(1) && week
        };
        let day = |claim: &Claim| self.dates.get(self.own(claim)?)?.begin;
        let other = |claim: &Claim| day(claim).is_some_and(|begin| Some(begin) != of.begin && !later(begin, claim));
        let mut others = claims.iter().take(32).filter(told).filter(|claim| other(claim)).filter_map(day).peekable();
        let known = Known::Sentence { alone: others.peek().is_none(), last: others.all(|begin| Some(begin) < of.begin) };
        is_short(days).then_some(Event { date, days, sentence, arrest: false, known })
    }

    /// The day of an event that a sentence tells: behind it in its clause, or "On Sunday," before it.
    fn of_told(&self, told: &Told) -> Option<usize> {
        // "Two men hurt in the raid were released on Monday"
        let verb = |at: usize| !told.happened && self.reading.phrase_named(at, "auxiliary").is_some();
        let clear = |from: usize, to: usize| !(from..to).any(|at| is_speech(self.reading, at) || self.is_turn(at) || verb(at));
        let sentence = TokenRange::new(told.before.first(), told.after.end());
        let fits = |date: &DateMention| {
            let (first, end, event) = (date.tokens.first(), date.tokens.end(), told.after.first());
            let near = if first > event { clear(event + 1, first) } else { first <= sentence.first() + FRAME && clear(end, event) };
            let act = is_of_act(self.reading, date, TokenRange::new(event, event + 1));
            near && !act && self.is_event_day(date) && (told.happened || self.is_fresh(date))
        };
        self.of_sentence(sentence).find(|(_, date)| fits(date)).map(|(n, _)| n)
    }

    /// What opens another clause; not "just after 9am", "before dawn".
    fn is_turn(&self, at: usize) -> bool {
        let hour = self.reading.token(at + 1).is_some_and(|token| token.kind == TokenKind::Number) || self.reading.is_any(at + 1, &HOURS);
        let hour = hour && self.reading.is_any(at, &["after", "before"]);
        !hour && self.reading.is_any(at, &TURNS) || self.reading.is_any(at, &["until", "till"])
    }

    /// The one day that owns an event: "Wednesday's attack".
    fn owned(&self) -> Option<(usize, usize)> {
        let sentence = |date: &DateMention| self.reading.document().sentence_of(date.tokens.first());
        let owns = |date: &DateMention| event::is_owned(self.reading, date.tokens.end()) && self.is_event_day(date) && self.is_fresh(date);
        let mut all = self.dates.iter().enumerate().take(64).filter(|(_, date)| owns(date));
        let (n, first) = all.next()?;
        all.all(|(_, date)| date.begin == first.begin).then(|| (sentence(first), n))
    }

    /// A day that has come, not that of the report or of words, and no bare hour of no known day.
    fn is_event_day(&self, date: &DateMention) -> bool {
        let past = date.begin.zip(self.published).is_none_or(|(begin, published)| begin <= published);
        let letters = |at: usize| self.reading.word(at).bytes().all(|byte| byte.is_ascii_alphabetic());
        let word = |at: usize| letters(at) && self.reading.word(at).len() > 3 && !self.reading.is_any(at, &HOURS);
        let named = date.timex_type == TimexType::Date || date.tokens.iter().any(word);
        let owns = event::is_owned(self.reading, date.tokens.end());
        let said = is_of_speech(self.reading, date.tokens) && !owns;
        let told = said || is_report(self.reading, date.tokens) || self.is_in_line(date);
        is_day(date) && past && named && !told && date.granularity <= Granularity::Week
    }

    fn is_fresh(&self, date: &DateMention) -> bool {
        let month = |(begin, published): (Date, Date)| begin.checked_add(RECENT.days()).is_ok_and(|last| last >= published);
        date.begin.zip(self.published).is_none_or(month)
    }

    /// The day of the article's event, for a claim of it that has none of its own.
    pub fn event(&self, claim: &Claim) -> Option<(usize, Days)> {
        let event = self.event?;
        let kind = (claim.harm == Harm::Detained) == event.arrest || claim.high == Some(0) || claim.victim_class == VictimClass::Attacker;
        let kind = kind || is_taken(self.reading, claim);
        if claim.sentence > LEAD + 1 && goes_on_to_now(self.reading, claim) {
            return None;
        }
        let near = match event.known {
            // What stands before the words that date it is of it where they tell the same, or go on with it.
            Known::Claim { harm, best, adds } => {
                let same = claim.best.is_none_or(|n| n > 1) && (claim.best == best || claim.best.is_none());
                let twin = adds || event.sentence <= 1 || claim.harm == harm && same;
                claim.sentence <= event.sentence + REACH && (twin || claim.sentence >= event.sentence)
            }
            Known::Sentence { alone: true, .. } => claim.sentence <= event.sentence + REACH,
            Known::Sentence { last, .. } => last && claim.sentence < LEAD || claim.sentence.abs_diff(event.sentence) <= BESIDE,
        };
        let vast = match event.known {
            Known::Sentence { .. } => claim.best.is_some_and(|n| n >= VAST),
            Known::Claim { best, .. } => {
                claim.harm != Harm::Displaced && claim.best.is_some_and(|n| n >= VAST / 10 && best.is_none_or(|best| n / 20 > best))
            }
        };
        let some = claim.best.is_some() || claim.count.is_some() || claim.definite;
        let same = !event::is_another(self.reading, claim)
            && !event::looks_back(self.reading, claim)
            && some
            && !self.is_apart(claim, event)
            && (claim.sentence != event.sentence + 1 || self.goes_on(claim));
        (is_told(claim) && kind && near && !vast && same).then_some((event.date, event.days))
    }
}

impl When<'_> {
    /// "When nine were killed in Varn, she was silent": of a place that neither the lead nor the sentence that dates the event names.
    fn is_apart(&self, claim: &Claim, event: Event) -> bool {
        let here = self.reading.sentence(claim.trigger);
        let sentences = self.reading.document().sentences();
        let told = sentences.iter().take(LEAD).chain(sentences.get(event.sentence)).map(|sentence| sentence.tokens);
        let apart = |there: TokenRange| is_placed_apart(self.reading, here, there);
        matches!(event.known, Known::Sentence { .. }) && claim.sentence != event.sentence && told.filter(|there| *there != here).all(apart)
    }
}

fn is_short(days: Days) -> bool {
    match days {
        (Some(begin), Some(end)) => begin.checked_add(LONGEST.days()).is_ok_and(|last| end <= last),
        _ => true,
    }
}
