//! Claims of harm get who did it, who says so, where and when.
//!
//! Who did it and who says so stand in the clause, and were read with it; here they meet the actors that overlap them.
//! The place is the nearest "in PLACE" of the sentence, else of the sentence before, else the dateline. The date is the
//! nearest one of the sentence, else the day that the article's lead gives to harm of its own. A claim whose date lies long
//! before the lead's is history.

use jiff::ToSpan;
use jiff::civil::Date;

use super::actors::{Actor, Mention};
use super::dateline;
use crate::extract::actors::ActorKind;
use crate::extract::casualties::{Claim, Harm, Scope, Status};
use crate::extract::dates::{DateMention, TimexType};
use crate::rules::{Reading, ValueKind};
use crate::text::{Case, Span, TokenKind, TokenRange};

/// A claim with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedClaim {
    /// The claim as found.
    pub claim: Claim,
    /// How sure the text is, its speaker considered.
    pub status: Status,
    /// Who did it, as written.
    pub perpetrator: Option<Span>,
    /// The actor who did it.
    pub perpetrator_id: Option<usize>,
    /// Who says so, as written.
    pub attributed_to: Option<Span>,
    /// The actor who says so.
    pub attributed_id: Option<usize>,
    /// Where, as written.
    pub place: Option<Span>,
    /// The actor that the place is.
    pub place_id: Option<usize>,
    /// When: the place of the expression in the list of dates.
    pub date: Option<usize>,
    /// Whether it tells the death of those whom an earlier claim tells as injured: "one of the wounded died".
    pub moved: bool,
    /// Whether the sentence dates it within weeks of the lead: a sum "since Thursday" is of this event.
    pub recent: bool,
}

/// Days before the lead's date from which on a claim is history.
const HISTORY: i32 = 40;
/// Days before the lead's date within which the event of the article began.
const EVENT: i32 = 21;
/// A running total: "put the toll at 45".
const TOLL: &str = "casualty/toll";
/// Sentences at the start of an article that may date it.
const LEAD: usize = 3;
/// Sentences behind the lead that still tell its event.
const STORY: usize = 4;
/// Tokens to either side of a claim in which a place is sought.
const NEAR: usize = 40;

/// Attaches perpetrators, speakers, places and dates to claims.
pub fn link(reading: &Reading<'_>, claims: Vec<Claim>, dates: &[DateMention], actors: &[Actor], mentions: &[Mention]) -> Vec<LinkedClaim> {
    let lead = lead_date(reading, dates);
    let event = lead.filter(|&n| dates.get(n).is_some_and(|date| date.begin == date.end && dates_harm(reading, date, &claims)));
    let dateline = dateline::tokens(reading);
    let document = reading.document();
    let finder = Finder { reading, actors, mentions };
    let claims = finder.of_people(claims);
    // The sentence that tells of an earlier event, and whose undated totals with it.
    let mut earlier = None;
    let mut told_injured = false;
    claims
        .into_iter()
        .map(|mut claim| {
            let own = nearest_date(reading, &claim, dates);
            let event = event.filter(|&n| {
                let sentence = dates.get(n).map_or(0, |date| document.sentence_of(date.tokens.first()));
                claim.sentence <= sentence + STORY && matches!(claim.scope, Scope::Incident | Scope::Increment) && !claim.background
            });
            let date = own.or(event);
            if claim.scope == Scope::Incident && is_history(dates, own, lead) {
                claim.scope = Scope::Historical;
            }
            let goes_on = earlier.is_some_and(|sentence| sentence + 1 == claim.sentence);
            if goes_on && own.is_none() && claim.rule == TOLL {
                claim.scope = Scope::Historical;
            }
            if claim.scope == Scope::Historical {
                earlier = Some(claim.sentence);
            }
            // An earlier event was elsewhere.
            let near = claim.scope != Scope::Historical && claim.sentence <= LEAD + STORY;
            let place = finder.place(&claim).or(dateline.filter(|_| near));
            let status = if claim.status == Status::Asserted && claim.speaker.is_some() { Status::Claimed } else { claim.status };
            let hurt_before = told_injured;
            told_injured |= claim.harm == Harm::Injured && claim.part_of.is_none() && claim.scope != Scope::Historical;
            LinkedClaim {
                status,
                moved: hurt_before && is_moved(reading, &claim),
                recent: own.is_some_and(|own| is_recent(dates, own, lead)),
                perpetrator: claim.agent.map(|tokens| document.span(finder.whole_name(tokens))),
                perpetrator_id: claim.agent.and_then(|tokens| finder.last_actor(tokens)),
                attributed_to: claim.speaker.map(|tokens| document.span(finder.whole_name(tokens))),
                attributed_id: claim.speaker.and_then(|tokens| finder.last_actor(tokens)),
                place: place.map(|tokens| document.span(tokens)),
                place_id: place.and_then(|tokens| finder.last_actor(tokens)),
                date,
                claim,
            }
        })
        .collect()
}

/// "one of them died", "two of the wounded later succumbed"
fn is_moved(reading: &Reading<'_>, claim: &Claim) -> bool {
    let Some(count) = claim.count.filter(|_| claim.harm == Harm::Killed && claim.rule == "casualty/intransitive") else { return false };
    let of = reading.is(count.end(), "of");
    let hurt = (count.end() + 1..count.end() + 4).any(|at| reading.is_any(at, &["injured", "wounded", "hospitalized", "hospitalised"]));
    let later = claim.tokens.iter().any(|at| reading.is_any(at, &["later", "succumbed", "subsequently"]));
    of && (hurt || later)
}

/// The first date of the lead.
fn lead_date(reading: &Reading<'_>, dates: &[DateMention]) -> Option<usize> {
    let in_lead = |date: &DateMention| reading.document().sentence_of(date.tokens.first()) < LEAD;
    dates.iter().take(64).position(|date| is_day(date) && in_lead(date))
}

/// Whether a claim stands in the sentence of the date.
fn dates_harm(reading: &Reading<'_>, date: &DateMention, claims: &[Claim]) -> bool {
    let sentence = reading.document().sentence_of(date.tokens.first());
    claims.iter().any(|claim| claim.sentence == sentence)
}

fn is_day(date: &DateMention) -> bool {
    matches!(date.timex_type, TimexType::Date | TimexType::Time) && date.begin.is_some()
}

/// The date of the claim's sentence that stands nearest to its words.
fn nearest_date(reading: &Reading<'_>, claim: &Claim, dates: &[DateMention]) -> Option<usize> {
    let sentence = reading.sentence(claim.trigger);
    let first = dates.partition_point(|date| date.tokens.first() < sentence.first());
    let inside = dates.iter().enumerate().skip(first).take(64).take_while(|(_, date)| date.tokens.first() < sentence.end());
    inside.filter(|(_, date)| is_day(date)).min_by_key(|(_, date)| gap(date.tokens, claim.tokens)).map(|(n, _)| n)
}

/// Tokens between the two; what stands behind counts less, as dates follow what they date.
fn gap(date: TokenRange, claim: TokenRange) -> usize {
    if date.first() >= claim.end() { date.first() - claim.end() } else { 2 * claim.first().saturating_sub(date.end()) + 1 }
}

fn is_history(dates: &[DateMention], own: Option<usize>, lead: Option<usize>) -> bool {
    let day = |n: Option<usize>, pick: fn(&DateMention) -> Option<Date>| n.and_then(|n| dates.get(n)).and_then(pick);
    let (Some(end), Some(lead)) = (day(own, |d| d.end), day(lead, |d| d.begin)) else { return false };
    end.checked_add(HISTORY.days()).is_ok_and(|end| end < lead)
}

/// Whether a date begins within weeks of the lead's.
fn is_recent(dates: &[DateMention], own: usize, lead: Option<usize>) -> bool {
    let begin = |n: usize| dates.get(n).and_then(|d| d.begin);
    // "since 2011" begins no event of this week, even where it opens the article.
    let exact = dates.get(own).is_some_and(|d| d.begin == d.end);
    let (Some(own), Some(lead)) = (begin(own).filter(|_| exact), lead.and_then(begin)) else { return false };
    own.checked_add(EVENT.days()).is_ok_and(|later| later >= lead)
}

/// Looks for actors and places around claims.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    actors: &'a [Actor],
    mentions: &'a [Mention],
}

impl Finder<'_> {
    /// Without those whose one victim is a place or a government: "Norland must be wiped out", "the debt is strangling Norland".
    fn of_people(&self, claims: Vec<Claim>) -> Vec<Claim> {
        let lost: Vec<bool> = claims.iter().map(|claim| self.is_no_person(claim)).collect();
        let shift = |at: usize| at - lost.iter().take(at).filter(|lost| **lost).count();
        let part_of = |whole: usize| (lost.get(whole) == Some(&false)).then(|| shift(whole));
        let kept = claims.into_iter().zip(&lost).filter(|(_, lost)| !**lost);
        kept.map(|(claim, _)| Claim { part_of: claim.part_of.and_then(part_of), ..claim }).collect()
    }

    fn is_no_person(&self, claim: &Claim) -> bool {
        let Some(victims) = claim.victims.filter(|_| claim.count.is_none() && claim.best == Some(1)) else { return false };
        let head = self.within(victims).last().filter(|mention| mention.tokens == victims && !mention.form.is_nominal());
        let kind = head.and_then(|mention| self.actors.get(mention.actor)).map(|actor| actor.kind);
        // "to kill the Marlin 3000": what might befall a name that is nobody's.
        let name = victims.len() == 1 && self.is_name(victims.first());
        let unreal = claim.status == Status::Hypothetical && kind != Some(ActorKind::Person) && (kind.is_some() || name);
        unreal || kind.is_some_and(|kind| matches!(kind, ActorKind::Place | ActorKind::Government | ActorKind::Media))
    }

    /// The actor of the last mention within `tokens`: "the regime of President [NAME]".
    fn last_actor(&self, tokens: TokenRange) -> Option<usize> {
        self.within(tokens).last().map(|mention| mention.actor)
    }

    /// With the rest of a name that the clause was cut in: "the Ministry of Mines and [Energy]".
    fn whole_name(&self, tokens: TokenRange) -> TokenRange {
        self.within(tokens).last().map_or(tokens, |mention| tokens.cover(mention.tokens))
    }

    fn within(&self, tokens: TokenRange) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.end() <= tokens.first());
        self.mentions.iter().skip(first).take_while(move |mention| mention.tokens.first() < tokens.end())
    }

    fn place(&self, claim: &Claim) -> Option<TokenRange> {
        let sentence = self.reading.sentence(claim.trigger);
        let behind = claim.trigger + 1..sentence.end().min(claim.trigger + NEAR);
        let before = claim.trigger.saturating_sub(NEAR).max(sentence.first())..claim.trigger;
        let earlier = || {
            let end = sentence.first();
            let of = self.reading.sentence(end.checked_sub(1)?);
            (of.first().max(end.saturating_sub(NEAR))..end).rev().find_map(|at| self.place_at(at, end))
        };
        behind
            .clone()
            .find_map(|at| self.place_at(at, behind.end.max(at)))
            .or_else(|| before.rev().find_map(|at| self.place_at(at, sentence.end())))
            .or_else(|| earlier().filter(|_| claim.scope != Scope::Historical))
    }

    /// "in the city of NAME", "near NAME": the place with what tells where from it ("outside").
    fn place_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let plain = reading.is_any(at, &["in", "at"]);
        if !plain && !reading.is_any(at, &["near", "outside", "inside", "around", "north", "south", "east", "west"]) {
            return None;
        }
        // "born in NAME"
        let before = at.saturating_sub(1);
        if reading.is_any(before, &["born", "based", "raised", "educated", "lives", "lived", "headquartered", "grew"]) {
            return None;
        }
        let mut first = at + 1;
        if reading.is(first, "of") {
            first += 1;
        }
        let start = first;
        while first < end.min(start + 6) && !self.is_name(first) {
            let passes = reading.token(first).is_some_and(|t| t.kind == TokenKind::Word)
                && reading.value(first).is_none_or(|v| v.kind == ValueKind::Actor);
            if !passes
                || reading.phrase_named(first, "auxiliary").is_some()
                || reading.phrase_named(first, "conjunction").is_some()
                || (reading.phrase_named(first, "preposition").is_some() && !reading.is(first, "of"))
            {
                return None;
            }
            first += 1;
        }
        if first >= end.min(start + 6) {
            return None;
        }
        let mut last = first + 1;
        while last < end && (self.is_name(last) || (reading.is_any(last, &["-", "of", "de", "al"]) && self.is_name(last + 1))) {
            last += 1;
        }
        let found = TokenRange::new(first, last);
        // "at the Norland consulate"
        let places = [
            "area",
            "areas",
            "village",
            "town",
            "township",
            "city",
            "district",
            "province",
            "region",
            "county",
            "camp",
            "state",
            "valley",
            "neighbourhood",
            "neighborhood",
            "border",
            "suburb",
            "division",
            "governorate",
            "municipality",
            "upazila",
            "tehsil",
            "sector",
        ];
        let goes_on = reading.token(last).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && !t.glued)
            && last < end
            && !reading.is_any(last, &places)
            && reading.phrases_at(last).iter().any(|p| matches!(reading.vocabulary().class_name(p.class), "harm_thing" | "harm_cause"));
        if reading.is(first - 1, "the") && goes_on {
            return None;
        }
        let kinds = || self.within(found).filter_map(|mention| self.actors.get(mention.actor)).map(|actor| actor.kind);
        let other = kinds().any(|kind| !matches!(kind, ActorKind::Place | ActorKind::Other));
        if other && !kinds().any(|kind| kind == ActorKind::Place) {
            return None;
        }
        Some(if plain { found } else { TokenRange::new(at, last) })
    }

    /// A capitalised word; where all is in capitals, one that the name of an actor covers.
    fn is_name(&self, at: usize) -> bool {
        let reading = self.reading;
        let document = reading.document();
        let shouting = document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting);
        let capital = reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
        let value = reading.value(at).map(|value| value.kind);
        let counts = reading.phrase_named(at, "number_vague").is_some();
        !counts && capital && value != Some(ValueKind::Date) && (!shouting || value == Some(ValueKind::Actor))
    }
}
