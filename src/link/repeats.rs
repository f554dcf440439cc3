//! A claim that an article tells twice is one row.
//!
//! Told again is who was named before ("Karel was shot dead ... the murder of Dana Karel"), who is meant by "he" or "the
//! victims", and a large number of the same people ("the deaths of the 12 cadets"). Small numbers may be of another event,
//! and two speakers who are each counted on may disagree: these stay. What the later words add is given to the first.

use super::actors::{Actor, Mention};
use super::claims::LinkedClaim;
use crate::extract::actors::ActorKind;
use crate::extract::casualties::{Claim, Status};
use crate::rules::Reading;
use crate::text::{Case, TokenRange};

/// Claims back that may have told it.
const BACK: usize = 48;
/// Sentences back that "he" may speak of.
const NEAR: usize = 10;
/// The rule of harm told by a noun, which speaks of something known.
const EVENT: &str = "casualty/event";
/// From this number on a count of the same people is the same count.
const LARGE: u64 = 6;

/// Drops the claims that tell an earlier one again; parts follow the claim that is kept.
pub(super) fn drop(reading: &Reading<'_>, claims: Vec<LinkedClaim>, actors: &[Actor], mentions: &[Mention]) -> Vec<LinkedClaim> {
    let finder = Finder { reading, actors, mentions };
    let mut kept: Vec<LinkedClaim> = Vec::with_capacity(claims.len());
    let mut place: Vec<usize> = Vec::with_capacity(claims.len());
    for mut linked in claims {
        linked.claim.part_of = linked.claim.part_of.and_then(|whole| place.get(whole).copied());
        let told = (kept.len().saturating_sub(BACK)..kept.len()).find(|&n| finder.is_told_by(&kept[n], &linked));
        if let Some(first) = told.and_then(|n| kept.get_mut(n)) {
            // Who did it by the words of its own sentence, and not by one beside it.
            let here = |at: usize| reading.document().sentence_of(at) == linked.claim.sentence;
            if first.perpetrator.is_none() && linked.claim.agent.is_some_and(|agent| here(agent.first())) {
                first.perpetrator_id = linked.perpetrator_id;
                first.perpetrator = linked.perpetrator;
            }
            // "The uprising that followed Karel's death": what is told of a death known before is not what did it.
            let told_anew = linked.claim.rule != EVENT && !linked.claim.background && first.claim.scope == linked.claim.scope;
            first.claim.cause = first.claim.cause.or(linked.claim.cause.filter(|_| told_anew));
        }
        place.push(told.unwrap_or(kept.len()));
        if told.is_none() {
            kept.push(linked);
        }
    }
    kept
}

/// Whom a claim tells of: its victims, or the noun that counts them ("12 deaths").
fn told(claim: &Claim) -> Option<TokenRange> {
    let counts = matches!(claim.rule, "casualty/count" | "casualty/none");
    claim.victims.or_else(|| counts.then_some(claim.tokens))
}

struct Finder<'a> {
    reading: &'a Reading<'a>,
    actors: &'a [Actor],
    mentions: &'a [Mention],
}

impl Finder<'_> {
    fn is_told_by(&self, first: &LinkedClaim, again: &LinkedClaim) -> bool {
        let (a, b) = (&first.claim, &again.claim);
        let same = a.harm == b.harm && (a.low, a.best, a.high) == (b.low, b.best, b.high) && !b.adds;
        let sure = |status: Status| matches!(status, Status::Asserted | Status::Claimed);
        // "one guard was shot and another was": whom "another" is like stands elsewhere.
        let another = b.victims.is_some_and(|v| !b.tokens.contains(v));
        if !same || another || (first.status != again.status && !(sure(first.status) && sure(again.status))) {
            return false;
        }
        // A caption that stands under each of many pictures.
        if a.count.is_none() && a.tokens.len() > 2 && self.words(a).eq_ignore_ascii_case(self.words(b)) && first.date == again.date {
            return true;
        }
        let Some((before, after)) = told(a).zip(told(b)) else { return false };
        if a.count.is_none() && b.count.is_none() && b.best == Some(1) {
            return self.is_same_person(before, after) || (self.points_back(after) && a.sentence + NEAR >= b.sentence);
        }
        let counted = a.count.is_some() && b.count.is_some();
        let speakers = first.attributed_id.zip(again.attributed_id).is_some_and(|(a, b)| a != b);
        // The parts of a sum that is told again.
        let parts = a.part_of.is_some() && a.part_of == b.part_of;
        let large = b.best.is_some_and(|n| n >= LARGE) && a.part_of.is_some() == b.part_of.is_some();
        self.same_head(before, after) && counted && !speakers && (large || parts || b.definite || b.background) || self.is_crowd_again(a, b)
    }

    fn words(&self, claim: &Claim) -> &str {
        self.reading.document().words(claim.tokens)
    }

    /// "the villagers" behind "80 villagers".
    fn is_crowd_again(&self, a: &Claim, b: &Claim) -> bool {
        let (Some(before), Some(after)) = (a.victims, b.victims) else { return false };
        b.count.is_none() && b.definite && b.best.is_none() && self.same_head(before, after)
    }

    /// The same actor, or a name whose last word stands in the name before.
    fn is_same_person(&self, before: TokenRange, after: TokenRange) -> bool {
        let person = |tokens: TokenRange| {
            let first = self.mentions.partition_point(|m| m.tokens.end() <= tokens.first());
            let inside = self.mentions.iter().skip(first).take_while(move |m| m.tokens.first() < tokens.end());
            inside.map(|m| m.actor).find(|&n| self.actors.get(n).is_some_and(|a| a.kind == ActorKind::Person))
        };
        if let Some((a, b)) = person(before).zip(person(after)) {
            return a == b;
        }
        let last = after.end().saturating_sub(1);
        let name = |at: usize| self.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
        name(last) && before.iter().any(|at| name(at) && self.reading.word(at).eq_ignore_ascii_case(self.reading.word(last)))
    }

    fn points_back(&self, victims: TokenRange) -> bool {
        victims.len() <= 2 && self.reading.is_any(victims.end().saturating_sub(1), &["he", "she", "him", "her", "victim", "deceased"])
    }

    fn same_head(&self, before: TokenRange, after: TokenRange) -> bool {
        let head = |tokens: TokenRange| self.reading.word(tokens.end().saturating_sub(1));
        head(before).eq_ignore_ascii_case(head(after))
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    fn counts(text: &str) -> Vec<(&'static str, Option<u64>, Option<usize>)> {
        let extractors = Extractors::new().unwrap();
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let found = extractors.extract(&mut reading, None);
        let claims = crate::link::link(&reading, found, None).claims;
        claims.iter().map(|c| (c.claim.harm.name(), c.claim.best, c.claim.part_of)).collect()
    }

    #[test]
    fn what_is_told_twice_is_one_row() {
        type Row = (&'static str, Option<u64>, Option<usize>);
        let cases: &[(&str, &[Row])] = &[
            (
                "Dana Karel was shot dead on Monday. Police condemned the murder of Karel. He was killed at noon.",
                &[("killed", Some(1), None)],
            ),
            ("Twelve cadets died. The minister mourned the deaths of the 12 cadets.", &[("killed", Some(12), None)]),
            // Small numbers may be of another event, and another name is another victim.
            (
                "Two farmers were killed in Norvik. Two farmers were killed in Orlik.",
                &[("killed", Some(2), None), ("killed", Some(2), None)],
            ),
            ("Dana Karel was shot dead. Orla Venn was shot dead.", &[("killed", Some(1), None), ("killed", Some(1), None)]),
            // The parts of a sum that is told again belong to the first.
            (
                "Gunmen killed eight nurses and two guards. Norvik mourned the deaths of eight nurses and two guards.",
                &[("killed", Some(10), None), ("killed", Some(8), Some(0)), ("killed", Some(2), Some(0))],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(counts(text), *expected, "{text}");
        }
    }
}
