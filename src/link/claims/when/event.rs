//! When the article's event was, as headline and lead tell it.

use jiff::ToSpan;

use super::{Days, LEAD, When};
use crate::extract::casualties::{Claim, Harm, Scope, VictimClass};
use crate::link::claims::place::scene::is_told;
use crate::link::claims::story::goes_on_to_now;

/// Sentences behind the one that dates the event that still tell of it.
const REACH: usize = 12;
/// Days that an event lasts at the most: "last week".
const LONGEST: i32 = 13;

/// When the article's event was.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    date: usize,
    days: Days,
    sentence: usize,
    arrest: bool,
    /// What the claim that dates it tells.
    harm: Harm,
    best: Option<u64>,
    adds: bool,
}

impl When<'_> {
    /// The date of the first claim of the event that has one.
    pub(super) fn first_event(&self, claims: &[Claim]) -> Option<Event> {
        let told = |claim: &&Claim| is_told(claim) || claim.scope == Scope::Cumulative && claim.adds;
        let lead = claims.iter().take(32).take_while(|claim| claim.sentence <= LEAD + 1).filter(told);
        let short = |days: Days| match days {
            (Some(begin), Some(end)) => begin.checked_add(LONGEST.days()).is_ok_and(|last| end <= last),
            _ => true,
        };
        let event = |claim: &Claim| {
            let date = self.own(claim)?;
            let days = self.days(claim, Some(date));
            let arrest = claim.harm == Harm::Detained;
            let event = Event { date, days, sentence: claim.sentence, arrest, adds: claim.adds, harm: claim.harm, best: claim.best };
            (short(days) && !self.is_history(claim, Some(date))).then_some(event)
        };
        let arrest = lead.clone().all(|claim| claim.harm == Harm::Detained);
        let alike = |event: &Event| event.arrest == arrest;
        lead.filter_map(event).find(alike)
    }

    /// The day of the article's event, for a claim of it that has none of its own.
    pub fn event(&self, claim: &Claim) -> Option<(usize, Days)> {
        let event = self.event?;
        let kind = (claim.harm == Harm::Detained) == event.arrest || claim.high == Some(0) || claim.victim_class == VictimClass::Attacker;
        // What stands before the words that date it is of it where they tell the same, or go on with it.
        let same = claim.best.is_none_or(|n| n > 1) && (claim.best == event.best || claim.best.is_none());
        let counts = claim.harm == event.harm && same;
        let twin = event.adds || event.sentence <= 1 || counts;
        if claim.sentence > LEAD + 1 && goes_on_to_now(self.reading, claim) {
            return None;
        }
        let near = claim.sentence <= event.sentence + REACH && (twin || claim.sentence >= event.sentence);
        (is_told(claim) && kind && near).then_some((event.date, event.days))
    }
}
