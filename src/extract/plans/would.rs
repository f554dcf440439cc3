//! What a plan would do: "the plan would cut fees, raise wages and build homes", "a plan to close the mill and sell the fleet",
//! "a bill, known as the Harbour Act, that would ...", "the plan would see wards reopened and nurses hired".

use super::Clause;
use super::Modality;
use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::does;
use super::doubt;
use super::enough;
use super::eye::{Eye, before};
use super::govern::{self, Inline};
use super::list::{self, Shape};
use super::pieces;
use super::term;
use crate::text::TokenRange;

/// How far behind "see" what is done is read.
const SEEN: usize = 80;
/// How many tokens are inserted between commas behind a modal.
const INSERTED: usize = 12;
/// How far a plan's parties are read: "a deal between the guild and six towns, including Orlik, that would".
const PARTIES: usize = 24;

/// "the plan would cut fees, raise wages and build homes"; "plan to cut ..., raise ... and build ...".
pub(super) fn list(eye: Eye, announcement: &Announcement, end: usize) -> Option<Inline> {
    let at = announcement.name.end();
    let behind = term::behind_date(eye, at);
    // "The plan, he said, would ..."
    let aside = pieces::behind_aside(eye, at, end);
    let named = at;
    let at = if let Some(modal) = that_would(eye, at) {
        modal
    } else if eye.any(behind, &["to"]) && !(behind > at && is_known_bill(eye, announcement)) {
        behind
    } else if eye.modality(aside).is_some() {
        aside
    } else if let Some(to) = seeks(eye, at) {
        to
    } else {
        at
    };
    let modality = eye.modality(at);
    // "the bill could pass the house": only what it would do is its plan.
    let ahead = matches!(modality, Some(Modality::Will | Modality::Would | Modality::Must | Modality::Should));
    if modality.is_some() && !ahead {
        return None;
    }
    // "provisions of the law would expire"
    if modality.is_some() && (at == named || at == aside) && !does::is_subject(eye, announcement.name) {
        return None;
    }
    // "the mayors plan to", "Marlow plans to": a verb.
    let before = before(announcement.name.first());
    let verb = at == named && eye.any(at, &["to"]) && (eye.is_capital(before) || eye.has(before, eye.words.pronoun));
    // "took steps to hide the letters" tells what somebody has done.
    // "the first bill to reach the house"
    let ranked = |at: usize| eye.any(at, &["first", "last", "latest", "next", "only"]);
    let took = ranked(before)
        || ranked(announcement.name.first())
        || eye.any(announcement.name.end() - 1, &["steps", "measures"]) && eye.any(before, &["took", "taken"]);
    let first = if modality.is_some() || eye.any(at, &["to"]) && !verb && !took { at + 1 } else { return None };
    // "would, among other things, cut fees"
    let first = if modality.is_some() { behind_insertion(eye, first, end) } else { first };
    if eye.any(first, &["have", "see"]) && eye.can_be_object(first + 1) {
        return has_done(eye, first, end, modality).or_else(|| seen(eye, first, end, modality));
    }
    if !eye.is_base(first) || eye.any(first, &["be", "have"]) {
        return None;
    }
    // "a measure that would raise the toll | is pitting the mills against the guild"
    let relative = modality.is_some() && at > named && eye.any(at - 1, &["that", "which"]);
    let end = if modality.is_none() || relative { govern::before_verb(eye, first, end) } else { end };
    let list = list::read(eye, govern::without_speaker(eye, first, end), Some(Shape::Base));
    if list.items.len() == 1 {
        return by_doing(eye, first, end);
    }
    let anything = modality.is_some() && (is_anything(eye, announcement.name) || eye.is_adverb(at + 1) && !eye.any(at + 1, &["also"]))
        || doubt::is_part_of_name(eye, announcement.name);
    let anything = anything || is_purpose(eye, announcement.name);
    let several = list.items.len() >= 3 || seeks(eye, named).is_none() && !anything;
    let mut found = (several && enough::deeds(eye, &list)).then(|| govern::inline(eye, first, end, &list, modality))?;
    // "The bill would hurt the poor, cost jobs and increase the deficit": what comes of it, not what it does.
    let effects = tells_effects(eye, &found.steps);
    // "It would cut fees": the step begins with its verb and what belongs to it.
    if let Some(step) = found.steps.first_mut().filter(|step| modality.is_some() && step.tokens.first() == at + 1) {
        step.tokens = TokenRange::new(at, step.tokens.end());
    }
    let acts = eye.any(announcement.name.end() - 1, &["steps", "measures"]) && modality.is_none();
    (acts || !effects).then_some(found)
}

/// Behind ", among other things," and ", if passed,", where a bare verb goes on.
fn behind_insertion(eye: Eye, at: usize, end: usize) -> usize {
    let close = eye.is_comma(at).then(|| (at + 2..end.min(at + INSERTED)).find(|&i| eye.is_comma(i))).flatten();
    close.map(|close| close + 1).filter(|&verb| eye.is_base(verb)).unwrap_or(at)
}

/// "pulled the bill on Monday to calm the house": known before, and not announced there.
fn is_known_bill(eye: Eye, announcement: &Announcement) -> bool {
    announcement.kind == Kind::Bill && eye.any(before(announcement.name.first()), &["the", "this", "that"])
}

/// "proposals on Monday that would ...", "a package from the cabinet that would ...": where the modal stands.
pub(super) fn that_would(eye: Eye, at: usize) -> Option<usize> {
    // "five bills, known as the Harbour Acts, that would ..."
    let aside = pieces::behind_aside(eye, at, eye.reading.sentence(at).end());
    let aside = aside + usize::from(eye.is_quote(aside));
    if aside > at && eye.any(aside, &["that", "which"]) && eye.modality(aside + 1).is_some() {
        return Some(aside + 1);
    }
    let behind = term::behind_date(eye, at);
    // "the act, which would ..."
    let behind = behind + usize::from(eye.is_comma(behind) && eye.any(behind + 1, &["which"]));
    let hangs = eye.has(behind, eye.words.preposition);
    let parties = eye.any(behind, &["between", "with", "among"]).then(|| behind_parties(eye, behind)).flatten();
    if parties.is_some() {
        return parties;
    }
    (behind..behind + 6)
        .take_while(|&i| i == behind || hangs && !eye.is_mark(i) && (!eye.is_finite(i) || eye.any(i, &["that", "which"])))
        .find(|&i| eye.any(i, &["that", "which"]) && eye.modality(i + 1).is_some())
        .map(|that| that + 1)
}

/// "between the guild and six towns, including Orlik, that | would": where the modal stands behind those who made it.
fn behind_parties(eye: Eye, between: usize) -> Option<usize> {
    let end = eye.reading.sentence(between).end().min(between + PARTIES);
    let that = (between + 2..end)
        .take_while(|&at| !eye.is_finite(at) || eye.any(at, &["that", "which"]))
        .find(|&at| eye.any(at, &["that", "which"]) && eye.modality(at + 1).is_some())?;
    let aside = (between..that).filter(|&at| eye.is_comma(at)).collect::<Vec<_>>();
    let told = match aside[..] {
        [] => true,
        [open, close] => close + 1 == that && eye.any(open + 1, &["including", "brokered", "backed", "reached", "signed", "mediated"]),
        _ => false,
    };
    told.then_some(that + 1)
}

/// Whether more than half of the steps tell what comes of a plan: "would cost jobs".
pub(super) fn tells_effects(eye: Eye, steps: &[Clause]) -> bool {
    let effect = |step: &&Clause| step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.effect));
    steps.iter().filter(effect).count() * 2 > steps.len()
}

/// "so the plan would carry its costs": what for.
pub(super) fn is_purpose(eye: Eye, name: TokenRange) -> bool {
    let open = before(name.first());
    eye.is_determiner(open) && eye.any(before(open), &["so", "because", "how", "why", "as", "than"])
}

/// "Health plans will help patients and cut costs": what is said of any of them.
pub(super) fn is_anything(eye: Eye, name: TokenRange) -> bool {
    eye.any(before(name.end()), &["plans", "programs", "programmes", "processes", "schemes"])
}

/// "The plan aims to", "which seeks to", "is expected to": where "to" stands.
fn seeks(eye: Eye, at: usize) -> Option<usize> {
    let verb = at + usize::from(eye.is_comma(at));
    let verb = verb + usize::from(eye.any(verb, &["that", "which"]));
    let meant = ["expected", "designed", "intended", "meant", "supposed", "due", "set"];
    if eye.any(verb, &["is", "are"]) && eye.any(verb + 1, &meant) && eye.any(verb + 2, &["to"]) {
        return Some(verb + 2);
    }
    (eye.any(verb, &["aims", "aim", "seeks", "seek"]) && eye.any(verb + 1, &["to"])).then_some(verb + 1)
}

/// "an initiative that tried to save the eels by limiting nets, closing weirs and removing dams": the same behind "that".
pub(super) fn by_means(eye: Eye, name: TokenRange, end: usize) -> Option<Inline> {
    let at = name.end() + usize::from(eye.is_comma(name.end()));
    let told = eye.any(at, &["that", "which"]) && !eye.has(name.end() - 1, eye.words.vague);
    let by = (at + 1..end.min(at + 24))
        .take_while(|&at| told && !eye.is_mark(at))
        .find(|&at| eye.any(at, &["by"]) && list::shape(eye, at + 1) == Shape::Gerund)?;
    means(eye, by + 1, end, 3)
}

/// "(a plan to) cut the toll by closing the mill, selling the fleet and hiring guards": the means are the steps.
fn by_doing(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    // "would worsen the row by forcing ...": what its foes say of it.
    if eye.verb(first).is_some_and(|verb| eye.has_lemma(verb.lemma, eye.words.outcome)) {
        return None;
    }
    let by = (first + 1..end.min(first + 24))
        .take_while(|&at| !eye.is_surely_finite(at) && !eye.is_comma(at))
        .find(|&at| eye.any(at, &["by"]) && list::shape(eye, at + 1) == Shape::Gerund)?;
    means(eye, by + 1, end, 2)
}

/// What is done behind "by", if there are at least `least` such deeds.
fn means(eye: Eye, first: usize, end: usize, least: usize) -> Option<Inline> {
    let list = list::read(eye, govern::without_speaker(eye, first, end), Some(Shape::Gerund));
    (list.items.len() >= least).then(|| govern::inline(eye, first, end, &list, None))
}

/// "(the plan would) have the guards leave the hill, stop the raids and free the crew": whom it makes act.
fn has_done(eye: Eye, verb: usize, end: usize, modality: Option<Modality>) -> Option<Inline> {
    let act = (verb + 2..end.min(verb + 12)).take_while(|&at| !eye.is_mark(at) && !eye.is_finite(at)).find(|&at| {
        let noun = eye.is_determiner(at - 1) || eye.has(at - 1, eye.words.preposition) || eye.any(at - 1, &["to", "and"]);
        eye.is_base(at) && !noun && list::shape(eye, at) == Shape::Base
    })?;
    let list = list::read(eye, govern::without_speaker(eye, act, end), Some(Shape::Base));
    let mut found = (list.items.len() >= 2).then(|| govern::inline(eye, act, end, &list, modality))?;
    for step in &mut found.steps {
        step.actor = Some(TokenRange::new(verb + 1, act));
    }
    Some(found)
}

/// "(the plan would) see patients treated within weeks, wards reopened and nurses hired": what it would see done.
pub(super) fn seen(eye: Eye, verb: usize, end: usize, modality: Option<Modality>) -> Option<Inline> {
    let region = govern::without_speaker(eye, verb + 1, end.min(verb + 1 + SEEN));
    let unknown = |at: usize| eye.verb(at).is_none() && eye.word(at).len() > 5 && eye.ends(at, &["ed"]);
    let done = |at: usize| (eye.verb(at).is_some_and(|verb| verb.participle) || unknown(at)) && !eye.is_auxiliary(at);
    let clause = |from: usize| {
        let near = (from + 1..region.end().min(from + 8))
            .take_while(|&at| !eye.is_mark(at) && !eye.is_finite(at) || done(at))
            .find(|&at| done(at));
        near.filter(|_| !eye.has(from, eye.words.preposition) && !eye.is_relative(from))
    };
    let mut starts = vec![region.first()];
    let cuts = region.iter().skip(1).filter(|&at| eye.is_comma(at) || eye.any(at, &["and"]));
    starts.extend(cuts.map(|at| at + 1 + usize::from(eye.any(at + 1, &["and"]))).filter(|from| clause(*from).is_some()));
    starts.dedup();
    let all = eye.any(verb, &["see"]) && starts.len() >= 2 && clause(region.first()).is_some();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([region.end()]);
    let step = |(from, to): (&usize, usize)| {
        let mut step = clause::read(eye, eye.trim(TokenRange::new(*from, to)), Role::Conjunct)?;
        step.verbal = true;
        step.told = false;
        step.past = false;
        step.actor = None;
        step.action = clause(*from).map(|at| eye.words.verbs.lemma(eye.reading, at).into_owned());
        step.modality = modality.unwrap_or_default();
        Some(step)
    };
    let steps: Vec<Clause> = starts.iter().zip(ends).filter_map(step).collect();
    (all && steps.len() == starts.len()).then_some(Inline { tokens: TokenRange::new(verb, region.end()), steps })
}
