//! Claims of harm get who did it, who says so, where and when.
//!
//! Who did it and who says so stand in the clause, and were read with it; here they meet the actors that overlap them.
//! `when` reads the day of the harm from the claim's sentence, `place` where it was. What a sentence leaves out, the
//! `story` so far tells: the sentence that it goes on with, the whole that it is a part of, the event that headline and
//! lead set, be it in a sentence that counts nobody (`event`). The day of the report, and the town that it was filed from,
//! are no evidence. `past` parts earlier events and sums over a time from the event that the article reports.

mod event;
mod past;
mod place;
mod pronoun;
mod story;
mod when;

pub use pronoun::name_victims;

use jiff::civil::Date;

use super::actors::{Actor, Mention};
use super::dateline;
use crate::extract::actors::ActorKind;
use crate::extract::casualties::{self, Claim, Harm, Scope, Status};
use crate::extract::dates::{DateMention, Reference};
use crate::rules::Reading;
use crate::text::{Span, TokenRange};
use story::Story;
use when::When;

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
    /// The first and last day of it.
    pub days: (Option<Date>, Option<Date>),
    /// Whether it tells the death of those whom an earlier claim tells as injured: "one of the wounded died".
    pub moved: bool,
    /// Whether the sentence dates it within weeks of the lead: a sum "since Thursday" is of this event.
    pub recent: bool,
}

/// A running total: "put the toll at 45".
const TOLL: &str = "casualty/toll";
/// Tokens of a place's name.
const NAME: usize = 4;
/// Tokens of a claim that are looked at, at the most.
const LONGEST: usize = 64;

/// Attaches perpetrators, speakers, places and dates to claims.
pub fn link(
    reading: &Reading<'_>,
    claims: Vec<Claim>,
    dates: &[DateMention],
    actors: &[Actor],
    mentions: &[Mention],
    published: Option<Reference>,
) -> Vec<LinkedClaim> {
    if claims.is_empty() {
        return Vec::new();
    }
    let when = When::new(reading, dates, &claims, published);
    let document = reading.document();
    let finder = Finder { reading, actors, mentions };
    let claims = finder.of_people(claims);
    let mut story = Story::new(&finder, &when, dateline::tokens(reading), &claims);
    let mut linked: Vec<LinkedClaim> = Vec::with_capacity(claims.len());
    let mut told_injured = None;
    for mut claim in claims {
        let dated = story.date(&mut claim, &linked);
        claim.agent = claim.agent.filter(|agent| !finder.is_where(*agent));
        let whole = claim.part_of.and_then(|whole| linked.get(whole)).and_then(|whole| Some((whole.place?, whole.place_id)));
        let placed = |tokens: TokenRange| (document.span(finder.with_target(tokens)), finder.last_actor(tokens));
        let place = story.place(&claim, &dated).map(placed).or(whole).or_else(|| story.filed(&claim).map(placed));
        if let Some((place, _)) = place {
            let last = linked.last().filter(|last| last.claim.sentence == claim.sentence && last.place == Some(place));
            let same = last.and_then(|last| last.claim.speaker).filter(|speaker| document.span(*speaker) == place);
            let goes_on = |speaker: TokenRange| same.filter(|reporter| speaker.end() <= reporter.first());
            claim.speaker = claim.speaker.map(|speaker| goes_on(speaker).unwrap_or_else(|| finder.other_reporter(&claim, speaker, place)));
        }
        let status = if claim.status == Status::Asserted && claim.speaker.is_some() { Status::Claimed } else { claim.status };
        let hurt_before: Option<usize> = told_injured;
        let hurt = claim.harm == Harm::Injured && claim.part_of.is_none() && claim.scope != Scope::Historical;
        told_injured = if hurt { Some(claim.sentence) } else { told_injured };
        linked.push(LinkedClaim {
            status,
            moved: (hurt_before.is_some() || is_of_number(reading, &claim))
                && (is_moved(reading, &claim) || hurt_before == Some(claim.sentence) && is_one_of_these(reading, &claim)),
            recent: dated.own.map_or_else(|| is_so_far(reading, &claim), |own| when.is_recent(&claim, own)),
            perpetrator: claim.agent.map(|tokens| document.span(finder.whole_name(tokens))),
            perpetrator_id: claim.agent.and_then(|tokens| finder.last_actor(tokens)),
            attributed_to: claim.speaker.map(|tokens| document.span(finder.whole_name(tokens))),
            attributed_id: claim.speaker.and_then(|tokens| finder.last_actor(tokens)),
            place: place.map(|(place, _)| place),
            place_id: place.and_then(|(_, actor)| actor),
            days: dated.days,
            date: dated.date,
            claim,
        });
    }
    linked
}

/// "43 bodies have been found so far": a total of the event that is told, where nothing dates it otherwise.
fn is_so_far(reading: &Reading<'_>, claim: &Claim) -> bool {
    let near = around(reading, claim, 16);
    let says = |words: &[&str]| near.iter().any(|at| reading.is_any(at, words));
    near.iter().any(|at| reading.is(at, "so") && reading.is(at + 1, "far")) && !says(&["since", "year", "month", "season"])
}

/// "said they had captured 13 soldiers": prisoners of the fight, and not of the law.
fn is_taken(reading: &Reading<'_>, claim: &Claim) -> bool {
    let law = ["police", "officers", "authorities", "agents", "detectives", "investigators"];
    let taken = reading.is_any(claim.trigger, &["captured", "capturing", "captures"]);
    let fights = |agent: TokenRange| !agent.iter().take(NAME).any(|at| reading.is_any(at, &law));
    claim.harm == Harm::Detained && taken && claim.agent.is_some_and(fights)
}

/// The tokens of a claim's sentence that are at most `far` from its first and its last.
fn around(reading: &Reading<'_>, claim: &Claim, far: usize) -> TokenRange {
    let sentence = reading.sentence(claim.trigger);
    let (first, end) = (claim.tokens.first().saturating_sub(far), claim.tokens.end().min(claim.tokens.first() + LONGEST) + far);
    TokenRange::new(first.max(sentence.first()), end.min(sentence.end()).max(sentence.first()))
}

/// "one of the six injured": how many there were stands in the claim itself.
fn is_of_number(reading: &Reading<'_>, claim: &Claim) -> bool {
    let Some(count) = claim.count else { return false };
    let of = count.end() + usize::from(reading.is(count.end(), "out"));
    reading.is(of, "of") && reading.is(of + 1, "the") && reading.quantity(of + 2).is_some()
}

/// "one of them died", "two of the wounded later succumbed", "Captain Karel died of his wounds"
fn is_moved(reading: &Reading<'_>, claim: &Claim) -> bool {
    // "Nine were shot, five of them fatally"
    if claim.harm == Harm::Killed && claim.part_of.is_none() && claim.rule.starts_with("casualty/part-") {
        return (claim.trigger..claim.trigger + 4).any(|at| reading.is(at, "fatally"));
    }
    if claim.harm != Harm::Killed || claim.rule != "casualty/intransitive" {
        return false;
    }
    let Some(count) = claim.count else {
        let wounds = |at: usize| reading.is_any(at, &["injuries", "wounds", "injury"]);
        return claim.best == Some(1) && (claim.trigger + 2..claim.trigger + 5).any(wounds);
    };
    let of = reading.is_any(count.end(), &["of", "out"]);
    let hurt = (count.end() + 1..count.end() + 5)
        .any(|at| reading.is_any(at, &["injured", "wounded", "hospitalized", "hospitalised", "shot", "stabbed"]));
    let later = claim.tokens.iter().any(|at| reading.is_any(at, &["later", "succumbed", "subsequently", "since"]));
    of && (hurt || later)
}

/// "Five were shot, two of whom died", "Two were shot, and one later died": of those whom the sentence told of.
fn is_one_of_these(reading: &Reading<'_>, claim: &Claim) -> bool {
    let Some(count) = claim.count.filter(|_| claim.harm == Harm::Killed && claim.rule == "casualty/intransitive") else { return false };
    let first = count.first();
    let whom = reading.is(count.end(), "of") && reading.is_any(count.end() + 1, &["them", "whom"])
        || first > 1 && reading.is_any(first - 1, &["them", "whom"]) && reading.is(first - 2, "of");
    let later = || claim.tokens.iter().any(|at| reading.is_any(at, &["later", "subsequently", "since"]));
    whom || claim.victims.is_none() && later()
}

/// Looks for actors and places around claims.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    actors: &'a [Actor],
    mentions: &'a [Mention],
}

impl Finder<'_> {
    /// Without those whose one victim is a place or a government: "Norland must be wiped out", "the debt is strangling Norland".
    fn of_people(&self, mut claims: Vec<Claim>) -> Vec<Claim> {
        casualties::keep(&mut claims, |_, claim| !self.is_no_person(claim));
        claims
    }

    fn is_no_person(&self, claim: &Claim) -> bool {
        // "The Norvik League isn't dead"
        if claim.status == Status::Denied && claim.count.is_none() && self.reading.is(claim.trigger, "dead") {
            let kind = claim.victims.and_then(|v| self.last_actor(v)).and_then(|n| self.actors.get(n)).map(|actor| actor.kind);
            return kind.is_some_and(|kind| matches!(kind, ActorKind::ArmedGroup | ActorKind::Organization | ActorKind::Government));
        }
        let Some(victims) = claim.victims.filter(|_| claim.count.is_none() && claim.best == Some(1)) else { return false };
        let head = self.within(victims).last().filter(|mention| mention.tokens == victims && !mention.form.is_nominal());
        let kind = head.and_then(|mention| self.actors.get(mention.actor)).map(|actor| actor.kind);
        // "Norvik was hurt by it": a bare name that opens a sentence is that of a person, or of nobody who was harmed.
        let opens = victims.len() == 1 && self.reading.sentence(victims.first()).first() == victims.first();
        if opens
            && self.is_name(victims.first())
            && !self.reading.is(victims.end(), ",")
            && kind.is_some_and(|kind| kind != ActorKind::Person)
        {
            return true;
        }
        // "to kill the Marlin 3000": what might befall a name that is nobody's.
        let name = victims.len() == 1 && self.is_name(victims.first());
        let unreal = claim.status == Status::Hypothetical && kind != Some(ActorKind::Person) && (kind.is_some() || name);
        // "the maker wants to kill the Marlin", "may infect Norvik"
        let agent = claim.agent.and_then(|tokens| self.last_actor(tokens)).and_then(|n| self.actors.get(n)).map(|actor| actor.kind);
        let business = claim.status == Status::Hypothetical && (agent == Some(ActorKind::Organization) || claim.harm == Harm::Sick);
        unreal || business || kind.is_some_and(|kind| matches!(kind, ActorKind::Place | ActorKind::Government | ActorKind::Media))
    }

    /// "in Orlik, [Norland], ramming his car": where it happened, and nobody who did it.
    fn is_where(&self, agent: TokenRange) -> bool {
        let kind = self.last_actor(agent).and_then(|n| self.actors.get(n)).map(|actor| actor.kind);
        let before = agent.first().saturating_sub(1);
        // "strikes on Orlik and [Norvik]"
        let joined = before > 1
            && self.reading.is(before, "and")
            && self.reading.is_any(before - 2, &["on", "in", "of", "at", "near"])
            && self
                .last_actor(TokenRange::new(before - 1, before))
                .and_then(|n| self.actors.get(n))
                .is_some_and(|a| a.kind == ActorKind::Place);
        let placed = joined || self.reading.is_any(before, &[",", "in", "at", "on", "near"]);
        kind == Some(ActorKind::Place) && self.is_name(agent.first()) && placed
    }

    /// The actor of the last mention within `tokens`: "the regime of President [NAME]".
    fn last_actor(&self, tokens: TokenRange) -> Option<usize> {
        self.within(tokens).last().map(|mention| mention.actor)
    }

    /// "Orlik has reported nine deaths, and [Varn] four": the place that the list goes on with is who reports.
    fn other_reporter(&self, claim: &Claim, speaker: TokenRange, place: Span) -> TokenRange {
        let Some(at) = claim.count.map(|count| count.first()).filter(|&at| at > speaker.end()) else { return speaker };
        let is_place = |tokens: TokenRange| {
            let actor = self.last_actor(tokens).and_then(|n| self.actors.get(n));
            actor.is_some_and(|actor| actor.kind == ActorKind::Place)
        };
        let near = TokenRange::new(at.saturating_sub(NAME), at);
        let here = self.within(near).last().map(|mention| mention.tokens).filter(|tokens| tokens.end() == at);
        here.filter(|tokens| self.reading.document().span(*tokens) == place && is_place(*tokens) && is_place(speaker)).unwrap_or(speaker)
    }

    /// With the rest of a name that the clause was cut in: "the Ministry of Mines and [Energy]".
    fn whole_name(&self, tokens: TokenRange) -> TokenRange {
        self.within(tokens).last().map_or(tokens, |mention| tokens.cover(mention.tokens))
    }

    fn within(&self, tokens: TokenRange) -> impl Iterator<Item = &Mention> {
        let first = self.mentions.partition_point(|mention| mention.tokens.end() <= tokens.first());
        self.mentions.iter().skip(first).take_while(move |mention| mention.tokens.first() < tokens.end())
    }
}

#[cfg(test)]
mod tests;
