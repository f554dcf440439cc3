//! The place of the article's event, as its headline and lead tell it: where what they go on to tell was done, too.

use crate::extract::casualties::{Claim, Harm, Scope, Status};
use crate::link::claims::event::{self, Told};
use crate::link::claims::place::TURNS;
use crate::link::claims::story::{goes_on_to_now, is_speech};
use crate::link::claims::{Finder, TOLL, is_taken};
use crate::text::TokenRange;

/// Sentences at the start of an article that may place its event.
const LEAD: usize = 5;
/// Sentences that may each place it; what is placed further on is a part of it.
const FIRST: usize = 3;
/// Sentences in which "the explosion" may be placed closer.
const CLOSER: usize = 10;
/// Sentences behind the one that places the event that still tell of it.
const REACH: usize = 12;
/// The same where no claim so far was elsewhere.
const FAR: usize = 30;

/// Where the event was, by the sentence that says so.
#[derive(Debug, Default)]
pub(in crate::link::claims) struct Scene {
    places: Vec<(usize, TokenRange)>,
    arrest: bool,
    /// Whether a claim so far was elsewhere.
    left: bool,
}

impl Scene {
    pub fn new(finder: &Finder<'_>, claims: &[Claim]) -> Self {
        let lead = claims.iter().take(32).take_while(|claim| claim.sentence <= LEAD).filter(|claim| is_told(claim));
        let mut arrest = lead.clone().all(|claim| claim.harm == Harm::Detained);
        let lead = lead.filter(|claim| (claim.harm == Harm::Detained) == arrest);
        let placed = lead.filter_map(|claim| Some((claim.sentence, finder.of_sentence(claim)?)));
        let mut places: Vec<(usize, TokenRange)> = Vec::new();
        for (sentence, place) in placed {
            let closer = sentence < FIRST && !place.iter().any(|at| finder.is_state(at));
            if closer || places.is_empty() {
                places.push((sentence, place));
            }
        }
        if !places.is_empty() || claims.first().is_some_and(|claim| claim.sentence <= LEAD) {
            places.extend((0..CLOSER).filter_map(|n| Some((n, finder.of_event(n)?))));
            places.sort_by_key(|(sentence, _)| *sentence);
        }
        if places.is_empty() && claims.iter().any(is_told) {
            let told = event::told(finder.reading).filter_map(|told| Some((told.sentence, finder.of_told(&told)?)));
            places.extend(told.take(1));
            arrest = false;
        }
        Self { places, arrest, left: false }
    }

    /// The place of a claim of the event that names none of its own.
    pub fn place(&self, finder: &Finder<'_>, claim: &Claim) -> Option<TokenRange> {
        let before = self.places.iter().rev().find(|(sentence, _)| *sentence <= claim.sentence);
        let (sentence, place) = before.or(self.places.first())?;
        let same = (claim.harm == Harm::Detained) == self.arrest || claim.high == Some(0) || is_taken(finder.reading, claim);
        let of_event = (is_told(claim) || claim.adds && claim.scope == Scope::Cumulative) && same;
        let now = claim.sentence > LEAD && goes_on_to_now(finder.reading, claim);
        // Who is named so late may be of another event.
        let name = |at: usize| finder.is_name(at) && finder.reading.phrase_named(at, "pronoun").is_none();
        let known = claim.best.is_some_and(|n| n != 1) || !claim.victims.is_some_and(|victims| victims.iter().take(LEAD).any(name));
        let far = !self.left && claim.sentence <= sentence + FAR && claim.best.is_some() && known;
        let near = claim.sentence <= sentence + REACH || far && !finder.names_land(claim, finder.reading.sentence(claim.trigger).first());
        (of_event && !now && near).then_some(*place)
    }

    /// Takes note of where a claim was that named its own place.
    pub fn heed(&mut self, place: TokenRange) {
        self.left |= !self.places.iter().any(|(_, at)| *at == place);
    }

    /// The place of the event that was told last.
    pub fn last(&self) -> Option<TokenRange> {
        self.places.last().map(|(_, place)| *place)
    }

    /// Whether the event is placed by anything but the dateline.
    pub fn is_placed(&self) -> bool {
        !self.places.is_empty()
    }
}

/// Whether a claim tells the article's event.
pub(in crate::link::claims) fn is_told(claim: &Claim) -> bool {
    let toll = claim.scope == Scope::Cumulative && claim.rule == TOLL;
    let event = toll || matches!(claim.scope, Scope::Incident | Scope::Increment);
    event && !claim.background && !matches!(claim.status, Status::Hypothetical)
}

impl Finder<'_> {
    /// "The first explosion tore through the market in NAME": where the sentence `n`, which speaks of the event, places it.
    fn of_event(&self, n: usize) -> Option<TokenRange> {
        let sentence = self.reading.document().sentences().get(n)?.tokens;
        let first = sentence.first();
        let event = self.reading.is(first, "the") && (first + 1..first + 5).any(|at| self.is_harm_cause(at));
        let end = sentence.end().min(first + 40);
        let said = |at: usize| self.reading.phrase_named(at, "speech").is_some();
        (first..end).take_while(|&at| event && !said(at)).find_map(|at| self.place_at(at, end))
    }

    /// "A fire broke out at a mill in NAME", "In NAME, gunmen stormed a bank": where a sentence places the event that it tells.
    fn of_told(&self, told: &Told) -> Option<TokenRange> {
        let end = told.after.end();
        let stops = |at: &usize| !is_speech(self.reading, *at) && !self.reading.is_any(*at, &TURNS);
        let place = |at: usize| self.place_at(at, end).or_else(|| self.attribute_at(at, end));
        let after = || (told.after.first() + 1..end).take_while(stops).find_map(place);
        let before = || told.before.iter().rev().take_while(stops).find_map(place);
        let adjective = |place: &TokenRange| self.reading.phrase_named(place.first(), "demonym").is_some_and(|p| p.tokens == *place);
        self.attribute_at(told.after.first(), end).or_else(after).or_else(before).filter(|place| !adjective(place))
    }
}
