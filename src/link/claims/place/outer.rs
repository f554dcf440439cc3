//! Places of the clause around a harm: where others only speak of it, and those to which "where" and "there" point.

use super::NEAR;
use super::TURNS;
use crate::extract::casualties::Claim;
use crate::link::claims::Finder;
use crate::link::claims::story::is_relative;
use crate::text::TokenRange;

/// Tokens before a claim in which a word links it to the clause around it.
const LINKED: usize = 4;
/// Tokens between a name and the comma behind it: "Conn."
const DOT: usize = 1;
/// Harm told by a noun or a participle: another verb stands around it.
const HANGING: [&str; 3] = ["casualty/event", "casualty/possessive", "casualty/reduced"];
const LINKS: [&str; 10] = ["of", "to", "for", "with", "against", "over", "about", "into", "by", "from"];
const HARM: [&str; 8] = ["harm_verb", "harm_attack", "harm_wreck", "harm_cause", "harm_event", "harm_state", "harm_assault", "event_noun"];

impl Finder<'_> {
    /// "marched in NAME against the killing of two", "a paper in NAME wrote about nine who died": where others speak of it.
    pub(super) fn is_of_outer(&self, claim: &Claim, place: TokenRange) -> bool {
        let reading = self.reading;
        let (first, next) = (claim.tokens.first(), place.end());
        if next >= first || claim.part_of.is_some() || !(HANGING.contains(&claim.rule) || is_relative(reading, claim)) {
            return false;
        }
        let linked = (next.max(first.saturating_sub(LINKED))..first).any(|at| reading.is_any(at, &LINKS));
        let verb = || {
            (next..first).take(NEAR).any(|at| reading.phrase_named(at, "verb").is_some() || reading.phrase_named(at, "auxiliary").is_some())
        };
        let harm = |at: usize| HARM.iter().any(|class| reading.phrase_named(at, class).is_some());
        let open = reading.sentence(first).first().max(first.saturating_sub(NEAR));
        (linked || verb()) && !(open..first).any(harm)
    }

    /// Whether a place of the claim's sentence is only that of the clause around it.
    pub(super) fn is_spoken_of_elsewhere(&self, claim: &Claim) -> bool {
        let first = self.reading.sentence(claim.trigger).first().max(claim.trigger.saturating_sub(NEAR));
        let end = claim.tokens.first();
        (first..end).filter_map(|at| self.place_at(at, end)).any(|place| self.is_of_outer(claim, place))
    }

    /// "left for [NAME], where nine were killed"
    pub(super) fn where_it_was(&self, claim: &Claim) -> Option<TokenRange> {
        let reading = self.reading;
        let first = reading.sentence(claim.trigger).first().max(claim.trigger.saturating_sub(NEAR));
        let at = (first..claim.trigger).rev().take_while(|&at| !reading.is_any(at, &TURNS)).find(|&at| reading.is(at, "where"))?;
        let named = |end: usize| self.last_place(TokenRange::new(first, end)).filter(|name| end - name.end() <= DOT);
        let name = named(at - usize::from(reading.is(at - 1, ",")))?;
        let Some(before) = name.first().checked_sub(1).filter(|&at| at >= first) else { return Some(name) };
        // "[NAME], north of Orlik, where"
        let compass = ["north", "south", "east", "west"];
        let beyond = reading.is(before, "of") && before > first && reading.is_any(before - 1, &compass);
        let nearer = (first..before).rev().find(|&at| reading.is(at, ",")).filter(|_| beyond);
        if let Some(nearer) = nearer.and_then(named) {
            return Some(nearer);
        }
        // "[NAME], Norland, where"
        let narrower = || named(before).filter(|_| reading.is(before, ","));
        Some(narrower().unwrap_or(name))
    }

    /// "sent doctors to [NAME] after a quake killed nine there"
    pub(super) fn named_before(&self, claim: &Claim) -> Option<TokenRange> {
        let sentence = self.reading.sentence(claim.trigger);
        self.last_place(TokenRange::new(sentence.first().max(claim.trigger.saturating_sub(NEAR)), claim.trigger))
    }
}
