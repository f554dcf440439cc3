//! The day of the sentence before, for a claim that goes on with it: "A bomb exploded on Monday. Two clerks were hurt."

use super::acts::is_of_act;
use super::{When, is_day, is_of_speech, is_report};
use crate::extract::casualties::{Claim, Harm, Scope};
use crate::extract::dates::{DateMention, Granularity};
use crate::link::claims::story::{goes_on_to_now, is_speech, tells_harm};
use crate::rules::{Reading, ValueKind};
use crate::text::{Case, TokenRange};

/// Tokens between a date and the words of harm of a sentence.
const HARM: usize = 8;
/// Tokens of a sentence that are looked at, at the most.
const LONGEST: usize = 60;
/// A participle behind its noun: "guards killed in the line of duty".
const REDUCED: &str = "casualty/reduced";

impl When<'_> {
    /// The day of the sentence before, for a claim that tells what else happened then: "He later died", "Another was hurt".
    /// `block`: it stands in the same paragraph.
    pub fn before(&self, claim: &Claim, block: bool) -> Option<usize> {
        let sentence = self.reading.sentence(claim.trigger);
        let tells = ["he", "she", "they", "another", "others", "also", "later", "both"];
        let same = block || sentence.iter().take(8).any(|at| self.reading.is_any(at, &tells));
        let event = matches!(claim.scope, Scope::Incident | Scope::Increment) && !claim.background;
        if !(same && event && self.is_undated(claim) && self.goes_on(claim)) || goes_on_to_now(self.reading, claim) {
            return None;
        }
        let before = self.reading.sentence(sentence.first().checked_sub(1)?);
        self.of_sentence(before).find(|(_, date)| self.is_of_harm(claim, date)).map(|(n, _)| n)
    }

    /// Whether a claim may be of the day that the sentence before tells: of no other place, no sum, and of somebody.
    pub fn goes_on(&self, claim: &Claim) -> bool {
        let sentence = self.reading.sentence(claim.trigger);
        let Some(before) = sentence.first().checked_sub(1).map(|at| self.reading.sentence(at)) else { return false };
        // "Combined, the accidents killed 346"
        let sum = sentence.iter().take(4).any(|at| self.reading.is_any(at, &["combined", "altogether", "together", "overall"]));
        !sum && !shifts(self.reading, sentence) && !is_kind(self.reading, claim) && !is_placed_apart(self.reading, sentence, before)
    }

    /// "On Tuesday a shell hit the mill": a day beside words of harm, not of what somebody said or did about it.
    fn is_of_harm(&self, claim: &Claim, date: &DateMention) -> bool {
        let reading = self.reading;
        let (first, end) = (date.tokens.first(), date.tokens.end());
        let sentence = reading.sentence(first);
        // "Thirty years ago, we watched the government crush a rally"
        let opens = first <= sentence.first() + 2 && reading.is(end, ",");
        let ahead = if opens { 2 * HARM } else { HARM };
        let near = TokenRange::new(first.saturating_sub(HARM).max(sentence.first()), (end + ahead).min(sentence.end()));
        let harm = |at: &usize| tells_harm(reading, TokenRange::new(*at, at + 1)) && !is_illness(reading, *at);
        let said = |at: usize| is_speech(reading, at);
        let before = (near.first()..first).rev().find(harm).filter(|&at| !(at..first).any(said));
        let behind = (end..near.end()).find(harm).filter(|&at| !(end..at).any(|n| said(n) || reading.is_any(n, &["are", "is"])));
        let Some(told) = before.or(behind) else { return false };
        // "He was arrested in April": when others did the harm is not told.
        let held = reading.phrase_named(told, "harm_verb").is_some_and(|verb| reading.column(verb, "harm") == Harm::Detained.name());
        let past = date.begin.zip(self.published).is_none_or(|(begin, published)| begin <= published);
        let of = reading.is_any(first.wrapping_sub(1), &["of", "by"]) && !reading.is_any(first.wrapping_sub(2), &["night", "day"]);
        let words = is_of_speech(reading, date.tokens) || is_report(reading, date.tokens) || of || is_bound(reading, date);
        let act = words || is_of_act(reading, date, TokenRange::new(told, told + 1)) || is_of_death(reading, date.tokens);
        is_day(date) && past && !act && !self.is_in_line(date) && (!held || claim.harm == Harm::Detained)
    }
}

/// "guards killed in the line of duty": whoever they were, at whatever time.
fn is_kind(reading: &Reading<'_>, claim: &Claim) -> bool {
    let known = claim.tokens.iter().take(6).any(|at| reading.is_any(at, &["the", "those", "these"]));
    claim.rule == REDUCED && claim.count.is_none() && claim.best.is_none() && !known
}

/// "in Norvik" of a sentence, where the other one speaks of Orlik alone.
pub(super) fn is_placed_apart(reading: &Reading<'_>, here: TokenRange, there: TokenRange) -> bool {
    let cut = |tokens: TokenRange| TokenRange::new(tokens.first(), tokens.end().min(tokens.first() + LONGEST));
    let (here, there) = (cut(here), cut(there));
    let capital = |at: usize| reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper));
    let name = |at: usize| capital(at) && reading.value_of(at, ValueKind::Date).is_none() && !reading.is_in_person(at);
    let placed = |at: &usize| reading.is_any(at.saturating_sub(1), &["in", "near", "outside", "at"]) && name(*at);
    let known = |at: usize| there.iter().any(|told| reading.is(told, reading.word(at)));
    here.iter().skip(1).filter(placed).any(|at| !known(at)) && there.iter().skip(1).any(|at| placed(&at))
}

/// "since 1962", "before 1950", "until May": where a time begins or ends.
fn is_bound(reading: &Reading<'_>, date: &DateMention) -> bool {
    let before = date.tokens.first().wrapping_sub(1);
    let long = date.granularity > Granularity::Day && reading.is_any(before, &["before", "after"]);
    let back = reading.is(before, "to") && reading.is_any(before.wrapping_sub(1), &["back", "dating"]);
    long || back || reading.is_any(before, &["since", "until", "till"])
}

/// "The following year", "A few years before that": a day that is counted from another one.
fn shifts(reading: &Reading<'_>, sentence: TokenRange) -> bool {
    let times = ["year", "years", "month", "months", "week", "weeks", "day", "days", "decade", "decades"];
    let order = ["before", "earlier", "later", "prior", "after"];
    sentence.iter().take(12).any(|at| {
        let next = reading.is_any(at, &["following", "next", "previous"]) && reading.is_any(at + 1, &times);
        let count = reading.is_any(at, &times) && reading.is_any(at + 1, &order) && reading.is_any(at + 2, &["that", "this", ",", "the"]);
        next || count
    })
}

/// ", who died in 2016": the day of one death.
fn is_of_death(reading: &Reading<'_>, date: TokenRange) -> bool {
    let first = date.first().saturating_sub(HARM).max(reading.sentence(date.first()).first());
    let who = (first..date.first()).rev().find(|&at| reading.is_any(at, &["who", "whose"]));
    who.is_some_and(|who| reading.is(who.wrapping_sub(1), ",") && (who..date.first()).any(|at| reading.is_any(at, &["died", "death"])))
}

fn is_illness(reading: &Reading<'_>, at: usize) -> bool {
    reading.phrase_named(at, "harm_cause").is_some_and(|cause| reading.column(cause, "kind") == "illness")
}
