//! Plans that are told by what they do, sentence after sentence: "The bill would hand boats to the villages and sets up a fund.
//! There is $3 million for piers. It would also include free ferries."
//!
//! The plan is the subject throughout ("it", "the measure", "another bill"), and each verb tells a step, or leads to some
//! ("includes", "calls for"). Verbs of what merely is or comes of it ("would cost jobs") tell none.

use super::announce::Announcement;
use super::clause::{self, Role};
use super::does;
use super::eye::{Eye, before};
use super::frame;
use super::govern::{self, Inline};
use super::judge;
use super::led;
use super::list::{self, Shape};
use super::pieces;
use super::sequel;
use super::subject;
use super::would;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How many sentences behind the name are read.
const MOST: usize = 6;
/// How far a sentence is read.
const LONGEST: usize = 160;

/// The steps that the plan's own sentence and those behind it tell.
pub(super) fn told(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let name = announcement.name;
    let document = eye.reading.document();
    let number = document.sentence_of(name.first());
    let own = eye.reading.sentence(name.first());
    // "This budget helps our schools," the mayor said: praise.
    let praised = eye.is_quote(own.first()) || eye.any(before(name.first()), &["this", "our", "these"]);
    if praised
        || would::is_purpose(eye, name)
        || would::is_anything(eye, name)
        || !does::is_subject(eye, name)
        || govern::is_in_force(eye, name, own.end())
    {
        return None;
    }
    let mut steps = predicates(eye, TokenRange::new(pieces::behind_aside(eye, name.end(), own.end()), own.end()));
    let mut end = own.end();
    let mut near = true;
    for next in document.sentences().iter().skip(number + 1).take(MOST).map(|next| next.tokens) {
        if steps.is_empty() {
            return None;
        }
        let more = more(eye, next, near);
        // One sentence between may tell something else, and then "it" is no longer the plan.
        if more.is_empty() && (!near || subject::brings_in(eye, next)) {
            break;
        }
        near = !more.is_empty();
        if near {
            end = next.end();
            steps.extend(more);
        }
    }
    (steps.len() >= 2 && !would::tells_effects(eye, &steps) && judge::list(eye, &steps))
        .then(|| Inline { tokens: TokenRange::new(name.end(), end), steps })
}

/// What a sentence behind the plan's adds; `near`: it stands right behind one that told a step.
fn more(eye: Eye, sentence: TokenRange, near: bool) -> Vec<Clause> {
    if let Some(first) = subject::there(eye, sentence).filter(|_| near) {
        return named(eye, TokenRange::new(first, sentence.end()));
    }
    let first = sequel::unquoted(eye, sentence);
    let verb = subject::verb(eye, sentence).filter(|verb| near || !eye.any(verb - 1, &["it"])).or_else(|| another(eye, first));
    verb.map_or_else(Vec::new, |verb| predicates(eye, TokenRange::new(verb, sentence.end())))
}

/// The verb behind "another bill", "a second measure", "the other".
fn another(eye: Eye, first: usize) -> Option<usize> {
    let other = eye.any(first, &["another", "other"]) || eye.any(first, &["a", "the"]) && eye.any(first + 1, &["other", "second", "third"]);
    let noun = |at: usize| [eye.words.noun, eye.words.bill, eye.words.part].into_iter().find_map(|class| eye.phrase(at, class));
    let end =
        (first + 1..first + 4).find_map(noun).map_or(first + 1 + usize::from(!eye.any(first, &["another"])), |noun| noun.tokens.end());
    other.then_some(end).filter(|&at| eye.modality(at).is_some())
}

/// The steps of all verbs that the subject has in this region.
fn predicates(eye: Eye, region: TokenRange) -> Vec<Clause> {
    let region = frame::without_speaker(eye, TokenRange::new(region.first(), region.end().min(region.first() + LONGEST)));
    let ahead = |at: usize| eye.modality(at).is_some_and(sequel::is_binding);
    let link = |at: usize| eye.is_comma(at) || eye.is(at, ";") || eye.any(at, &["and", "but"]);
    // ", while another measure would ..."
    let next = |cut: usize| {
        let at = cut + 1 + usize::from(eye.any(cut + 1, &["and", "but", "while"]));
        another(eye, at).unwrap_or(at + usize::from(eye.any(at, &["also"])))
    };
    let begins =
        |cut: &usize| link(*cut) && (ahead(next(*cut)) || eye.any(next(*cut) - 1, &["and", "also"]) && does::begins(eye, next(*cut)));
    let cuts: Vec<usize> = region.iter().skip(2).filter(begins).collect();
    list::split(region, cuts.into_iter(), next).into_iter().flat_map(|part| predicate(eye, eye.trim(part))).collect()
}

/// The steps of one verb, with what it governs.
fn predicate(eye: Eye, region: TokenRange) -> Vec<Clause> {
    let first = region.first() + usize::from(eye.any(region.first(), &["also"]));
    let modality = eye.modality(first);
    let mut verb = first + usize::from(modality.is_some());
    // "It would likely raise costs" guesses, "it will require 60 votes" tells how it is passed.
    let guesses = eye.any(verb, &["likely", "probably", "possibly", "only", "merely", "never"]);
    let passed = modality == Some(Modality::Will) && eye.any(verb, &["require", "need", "hit", "head", "clear", "pass", "reach"]);
    if guesses || passed {
        return Vec::new();
    }
    while verb < region.end() && eye.is_adverb(verb) && !eye.has(verb, eye.words.negation) {
        verb += 1;
    }
    let denied = eye.has(verb, eye.words.negation) || eye.ends(first, &["n't", "n’t"]);
    if denied || modality.is_some_and(|modality| !sequel::is_binding(modality)) {
        return Vec::new();
    }
    let leads = eye
        .phrase(verb, eye.words.include)
        .filter(|_| !eye.causes(verb) && !eye.is_gerund(verb) && (modality.is_none() || eye.is_base(verb)));
    if let Some(leads) = leads.filter(|leads| !eye.any(leads.tokens.end(), &["by"]) && !eye.any(verb, &["such"])) {
        return named(eye, TokenRange::new(leads.tokens.end(), region.end()));
    }
    let mut steps = match modality {
        Some(modality) if eye.is_base(verb) && !eye.any(verb, &["be", "have"]) => {
            let list = list::read(eye, TokenRange::new(verb, region.end()), Some(Shape::Base));
            let mut steps = govern::inline(eye, verb, region.end(), &list, Some(modality)).steps;
            if let Some(step) = steps.first_mut() {
                step.tokens = TokenRange::new(first, step.tokens.end());
            }
            steps
        }
        None if subject::acts(eye, verb) && !eye.any(verb + 2, &["that"]) => {
            clause::read(eye, TokenRange::new(verb, region.end()), Role::Predicate).into_iter().collect()
        }
        _ => Vec::new(),
    };
    steps.retain_mut(|step| {
        step.told = false;
        step.verbal
            && step.tokens.len() >= 2
            && !pieces::takes_time(eye, step)
            && step.action.as_deref().is_some_and(|verb| !is_weak(eye, verb))
    });
    steps
}

/// What is no step by itself, whoever does it.
fn is_weak(eye: Eye, verb: &str) -> bool {
    eye.has_lemma(verb, eye.words.idle)
        || eye.has_lemma(verb, eye.words.outcome)
        || matches!(verb, "apply" | "carry" | "cover" | "span" | "take" | "target")
}

/// The nouns behind "includes": several where they are alike, else the one before the first comma.
fn named(eye: Eye, region: TokenRange) -> Vec<Clause> {
    let dash = region.iter().find(|&at| eye.is_dash(at)).unwrap_or(region.end());
    let region = TokenRange::new(region.first(), dash);
    let list = list::read(eye, region, None);
    let wished = list.items.iter().filter(|item| govern::deed(eye, **item)).count();
    let several = list.items.len() >= 2 && wished * 2 >= list.items.len() && list.items.iter().all(|item| item.len() >= 2);
    let steps = if several { govern::inline(eye, region.first(), region.end(), &list, None).steps } else { Vec::new() };
    if steps.len() >= 2 {
        return if judge::list(eye, &steps) { steps } else { Vec::new() };
    }
    let mut steps = led::alone(eye, region.first(), region.end()).map_or_else(Vec::new, |list| list.steps);
    steps.retain(|step| {
        !step.told && step.tokens.len() >= 2 && (step.verbal || govern::deed(eye, step.tokens) || step.modality != Modality::Plain)
    });
    if judge::list(eye, &steps) { steps } else { Vec::new() }
}
