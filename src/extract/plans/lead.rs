//! What leads to a list: the name of a plan, a verb of demand, or a count of reasons, which speaks against it.

use super::Modality;
use super::announce::{Announcement, Kind};
use super::demand;
use super::eye::{Eye, before};
use super::judge::Against;
use super::propose;
use super::term;
use crate::rules::{Qualifier, Quantity};
use crate::text::TokenRange;

/// Whether a noun leads to a list: in its sentence, or in the one before it that ends with ":" or says "include".
pub(super) fn leads(eye: Eye, name: &Announcement, first: usize, sentence: usize) -> bool {
    let at = eye.reading.document().sentence_of(name.name.first());
    let end = eye.reading.sentence(name.name.first()).end().min(first);
    let opens =
        end > 0 && eye.is(end - 1, ":") || (name.name.end()..end.min(name.name.end() + 12)).any(|at| eye.has(at, eye.words.include));
    // "He has a plan. Among its points:"
    let between = eye.reading.document().sentences().get(sentence.saturating_sub(1)).map(|s| s.tokens);
    let elsewhere = |tokens: TokenRange| tokens.iter().any(|at| eye.any(at, &["see", "read", "related", "more", "watch"]));
    let headed =
        at + 2 == sentence && !between.is_some_and(elsewhere) && between.is_some_and(|s| s.len() <= 8 && eye.is(before(s.end()), ":"));
    (at == sentence && first - name.name.end().min(first) <= 24) || (at + 1 == sentence && opens) || headed
}

/// "Within a month:": a line above an item that only says when.
pub(super) fn heading(eye: Eye, item: usize) -> Option<TokenRange> {
    let colon = item.checked_sub(1).filter(|at| eye.is(*at, ":"))?;
    let line = eye.reading.sentence(colon);
    let when = TokenRange::new(line.first(), colon);
    (line.len() <= 8 && term::is_deadline(eye, when) && !when.iter().any(|at| eye.is_finite(at))).then_some(when)
}

/// Whether only "to", "that" or a subject stands between a verb of demand and the list.
pub(super) fn governs(eye: Eye, verb: &Announcement, first: usize) -> bool {
    let at = verb.name.first();
    // "Recommended reading:"
    let opens = eye.reading.sentence(at).first() == at || eye.is_mark(before(at));
    let label = opens && eye.is_capital(at) && eye.verb(at).is_some_and(|form| form.participle && !form.base);
    !label && first - verb.name.end().min(first) <= 14 && (verb.name.end()..first).all(|at| !matches!(eye.word(at), "." | ";"))
}

/// Where a count of reasons, options and the like stands shortly before the series, and how much that says.
pub(super) fn distracted(eye: Eye, first: usize, sentence: usize) -> Option<(usize, Against)> {
    let sentences = eye.reading.document().sentences();
    let from = sentences.get(sentence.saturating_sub(1)).map_or(first, |s| s.tokens.first()).max(first.saturating_sub(80));
    (from..first).rev().find_map(|at| {
        let phrase = eye.phrase(at, eye.words.distractor)?;
        let counted = (at.saturating_sub(4)..at).any(|i| eye.reading.quantity(i).is_some())
            || eye.is(at + 1, ":")
            || eye.any(before(at), &["these", "following", "several", "many", "few"]);
        let against = if eye.reading.column(phrase, "value") == "soft" { Against::Perhaps } else { Against::Surely };
        counted.then_some((at, against))
    })
}

/// The modality that a lead-in ending in ":" gives to bare items: "an agreement should include:".
pub(super) fn lead_in(eye: Eye, first: usize) -> Option<Modality> {
    // "recommended that (a) ..., (b) ..."
    if let Some(modality) = demand::mandate(eye, first) {
        return Some(modality);
    }
    let mut at = first.checked_sub(1)?;
    if eye.is(at, ":") {
        at = at.checked_sub(1)?;
    }
    let from = at.saturating_sub(4);
    (from..=at)
        .rev()
        .take_while(|&i| !eye.is_mark(i))
        .find_map(|i| eye.modality(i).filter(|_| i == at || eye.any(i + 1, &["include", "involve", "be", "mean", "consist"])))
}

/// "The front would adopt the following measures:": how the bare items behind it bind, and whom.
pub(super) fn undertaken(eye: Eye, first: usize) -> Option<(Modality, Option<TokenRange>)> {
    let colon = first.checked_sub(1).filter(|at| eye.is(*at, ":"))?;
    let from = eye.reading.sentence(colon).first().max(colon.saturating_sub(16));
    let takes = |at: usize| {
        eye.verb(at).is_some_and(|verb| matches!(verb.lemma, "adopt" | "take" | "implement" | "introduce" | "do" | "make" | "pursue"))
    };
    let verb = (from..colon).rev().find(|&at| takes(at) && eye.modality(before(at)).is_some())?;
    let modality = eye.modality(before(verb))?;
    // "four things it will do"
    let pronoun = before(before(verb));
    let who = match eye.has(pronoun, eye.words.pronoun) {
        true => Some(TokenRange::new(pronoun, pronoun + 1)),
        false => propose::demander(eye, verb),
    };
    Some((modality, who.filter(|_| modality != Modality::May)))
}

/// Before the label of a line that has one: the last token of the line above.
fn label(eye: Eye, at: usize) -> usize {
    let document = eye.reading.document();
    let block = |at: usize| document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block);
    let own = block(at + 1);
    (at.saturating_sub(8)..=at).rev().find(|&at| block(at) != own).unwrap_or(at)
}

/// "What the council wants to do:", "to get there we require:": a line that ends with ":" and says that something is wanted.
pub(super) fn wants(eye: Eye, first: usize) -> Option<Announcement> {
    // "Here is what the mayor intends to do.", "What will change?" over labels
    let short = |at: usize| {
        matches!(eye.word(at), "." | "?")
            && eye.reading.sentence(at).len() <= 12
            && eye.any(eye.reading.sentence(at).first(), &["here", "what", "how"])
    };
    let colon = first.checked_sub(1).map(|at| label(eye, at)).filter(|at| eye.is(*at, ":") || short(*at))?;
    let from = eye.reading.sentence(colon).first().max(colon.saturating_sub(30));
    // "it is necessary to give guarantees through:"
    let through = eye.any(before(colon), &["through", "by"]);
    let wanted = |at: usize| {
        through && eye.any(at, &["necessary", "needed", "essential", "guarantee", "guarantees"]) ||
        eye.modality(at).is_some_and(|modality| modality != Modality::May)
            || eye.verb(at).is_some_and(|verb| {
                matches!(
                    verb.lemma,
                    "want" | "plan" | "propose" | "demand" | "seek" | "intend" | "require" | "recommend" | "request" | "urge"
                )
            })
            // "That effort includes the following:"
            || eye.has(at, eye.words.include) && eye.any(at + 1, &["the"]) && eye.any(at + 2, &["following"])
    };
    let against = (from..colon).any(|at| eye.has(at, eye.words.distractor) || eye.has(at, eye.words.natural) || reports(eye, at));
    let verb = (from..colon).rev().find(|&at| wanted(at)).filter(|_| !against)?;
    Some(Announcement { name: TokenRange::new(verb, verb + 1), count: None, kind: Kind::Demand, rule: "plan/wanted" })
}

/// "The council would like to convey the following:", "wishes to state:" tells what is.
fn reports(eye: Eye, at: usize) -> bool {
    let tells = |at: usize| {
        eye.verb(at).is_some_and(|verb| {
            matches!(
                verb.lemma,
                "convey"
                    | "report"
                    | "inform"
                    | "state"
                    | "express"
                    | "clarify"
                    | "stress"
                    | "note"
                    | "recall"
                    | "say"
                    | "tell"
                    | "explain"
            )
        })
    };
    let wishes = eye.any(at, &["like", "wish", "wishes", "want", "wants"]) && eye.any(at + 1, &["to"]);
    wishes && (tells(at + 2) || tells(at + 3) && eye.is_adverb(at + 2))
}

/// Verbs of those who make a plan known.
const OFFERS: &[&str] = &[
    "adopt",
    "agree",
    "announce",
    "approve",
    "articulate",
    "detail",
    "introduce",
    "issue",
    "lay",
    "offer",
    "outline",
    "present",
    "propose",
    "set",
    "unveil",
];

/// "She announced the following concessions:", "a report outlining four main things it will do:": a line that ends with ":" and
/// in which something that is counted, or "the following", is made known.
pub(super) fn offered(eye: Eye, first: usize) -> Option<Announcement> {
    let colon = first.checked_sub(1).filter(|at| eye.is(*at, ":"))?;
    let from = eye.reading.sentence(colon).first().max(colon.saturating_sub(40));
    let soft = |at: usize| eye.phrase(at, eye.words.distractor).is_some_and(|phrase| eye.reading.column(phrase, "value") == "soft");
    let against = (from..colon).any(|at| eye.has(at, eye.words.distractor) && !soft(at) || eye.has(at, eye.words.natural));
    let verb = (from..colon).find(|&at| !against && eye.verb(at).is_some_and(|verb| OFFERS.contains(&verb.lemma)))?;
    let few = |at: usize| {
        let exact = |quantity: &&Quantity| quantity.core.first() == at && quantity.qualifier != Qualifier::Vague;
        let best = eye.reading.quantity(at).filter(exact)?.best?;
        ((2.0..=20.0).contains(&best) && best.fract() == 0.0).then_some(best as u32)
    };
    // "we announce that four depots were struck in answer to:"
    let told = (verb + 1..colon).any(|at| eye.any(at, &["that"])) || eye.has(before(colon), eye.words.preposition);
    if told {
        return None;
    }
    let at = (verb + 1..colon).find(|&at| few(at).is_some() || eye.any(at, &["following"]) && eye.any(at - 1, &["the"]))?;
    let noun = (at + 1..colon.min(at + 5))
        .take_while(|&i| !eye.is_mark(i) && !eye.has(i, eye.words.preposition))
        .find(|&i| plural(eye, i) || eye.any(i, &["criteria"]) || eye.word(i).len() > 3 && eye.word(i).ends_with('S'))?;
    let dated = eye.reading.value_of(noun, crate::rules::ValueKind::Date).is_some();
    let name = TokenRange::new(at, noun + 1);
    (!dated).then_some(Announcement { name, count: few(at), kind: Kind::Parts, rule: "plan/offered" })
}

/// "two obligations.", "in several ways:", "a few changes": a count of anything right before the series.
pub(super) fn loose(eye: Eye, first: usize, sentence: usize) -> Option<Announcement> {
    let sentences = eye.reading.document().sentences();
    let from = sentences.get(sentence.saturating_sub(1)).map_or(first, |s| s.tokens.first()).max(first.saturating_sub(60));
    let many = |at: usize| {
        eye.any(at, &["several", "few", "following", "couple"])
            || eye.reading.quantity(at).is_some_and(|quantity| {
                quantity.core.first() == at && quantity.best.is_some_and(|n| (2.0..=20.0).contains(&n) && n.fract() == 0.0)
            })
    };
    let at = (from..first).rev().find(|&at| many(at))?;
    let noun = (at + 1..first.min(at + 6))
        .take_while(|&i| !eye.is_mark(i) && !eye.has(i, eye.words.preposition) && !eye.is_finite(i))
        .filter(|&i| plural(eye, i))
        .last()?;
    let exact = eye.reading.quantity(at).filter(|quantity| quantity.qualifier != Qualifier::Vague);
    let count = exact.and_then(|quantity| quantity.best).map(|n| n as u32);
    if eye.has(noun, eye.words.distractor)
        && eye.phrase(noun, eye.words.distractor).is_some_and(|p| eye.reading.column(p, "value") != "soft")
    {
        return None;
    }
    // "one of several cooks who live there" counts people.
    if !eye.is_mark(noun + 1) {
        return None;
    }
    let dated = eye.reading.value_of(noun, crate::rules::ValueKind::Date).is_some();
    (!dated).then_some(Announcement { name: TokenRange::new(at, noun + 1), count, kind: Kind::Loose, rule: "plan/loose" })
}

fn plural(eye: Eye, at: usize) -> bool {
    let word = eye.word(at);
    word.len() > 3
        && word.ends_with(['s', 'S'])
        && !eye.is_capital(at)
        && !eye.any(at, &["this", "thus", "years", "days", "months", "percent"])
}
