//! What a plan does, verb by verb: "The bill bans tolls, requires the mills to publish their books and sets up a fund".
//!
//! The plan is the subject of verbs in the present. Those that only lead to what it wants ("calls for", "demands") are left
//! out of the steps, and may have a list of their own.

use super::clause::{self, Role};
use super::eye::{Eye, before};
use super::govern::{self, Inline};
use super::judge;
use super::list;
use super::{Clause, pieces, sequel, subject};
use crate::text::TokenRange;

/// How far the verbs are read.
const LONGEST: usize = 160;

/// "It bans ..., requires ... and sets up ...": the verbs behind "it" and "the plan".
pub(super) fn told(eye: Eye, sentence: TokenRange, least: usize) -> Option<Inline> {
    let first = behind_front(eye, sequel::unquoted(eye, sentence));
    let they = eye.any(first, &["they"]) && eye.any(first + 1, &["also"]);
    let verb = if they { first + 1 } else { pieces::behind_aside(eye, subject::verb(eye, sentence)?, sentence.end()) };
    let also = verb + usize::from(eye.any(verb, &["also"]));
    // "It bans tolls" alone goes on with a plan where it says so.
    (least > 1 || also > verb || eye.any(before(verb), &["it"])).then(|| list(eye, also, sentence.end(), least))?
}

/// Whether the name can be the subject of what follows: not "the head of the bill gives", "in the plan".
pub(super) fn is_subject(eye: Eye, name: TokenRange) -> bool {
    let mut first = name.first();
    while first > 0
        && name.first() - first < 4
        && !eye.is_mark(first - 1)
        && !eye.is_determiner(first - 1)
        && !eye.has(first - 1, eye.words.preposition)
        && !eye.is_finite(first - 1)
    {
        first -= 1;
    }
    let link = before(if eye.is_determiner(before(first)) { before(first) } else { first });
    // "people opposed to the law would stay away"
    if eye.any(link, &["to"]) && eye.any(before(link), &["opposed", "objections", "opposition", "alternatives", "response", "threat"]) {
        return false;
    }
    // "Passing the plan requires ..."
    let object = eye.is_determiner(before(first)) && eye.verb(link).is_some_and(|verb| verb.gerund);
    !object && (!eye.has(link, eye.words.preposition) || eye.any(link, &["to"]))
}

/// Past "Among other things,", "In particular," and "Notably,".
pub(super) fn behind_front(eye: Eye, first: usize) -> usize {
    if eye.is_comma(first + 1) && eye.is_adverb(first) && !eye.any(first, &["specifically"]) {
        return first + 2;
    }
    let among = eye.any(first, &["among"]) && eye.any(first + 1, &["other"]);
    let named = eye.any(first, &["in", "for"]) && eye.any(first + 1, &["particular", "instance", "example", "addition"]);
    let at = first
        + if among {
            3
        } else if named {
            2
        } else {
            0
        };
    at + usize::from(at > first && eye.is_comma(at))
}

/// The steps of the verbs from `at` on, if there are at least `least` verbs.
pub(super) fn list(eye: Eye, at: usize, end: usize, least: usize) -> Option<Inline> {
    let first = at;
    // "The rules limit the hours and close the bars": the verbs of a plural.
    let relative = eye.any(before(first), &["that", "which"]);
    let last = if relative || eye.any(before(first), &["also"]) { before(before(first)) } else { before(first) };
    let many = eye.is_base(first) && (eye.ends(last, &["s"]) || eye.any(last, &["they"]));
    let begins = |at: usize| begins(eye, at) || many && eye.is_base(at) && eye.can_be_object(at + 1);
    if !(begins(first) || many && (plain(eye, first) || relative)) {
        return None;
    }
    let region = govern::without_speaker(eye, first, end.min(first + LONGEST));
    let also = |at: usize| {
        many && is_link(eye, at)
            && (eye.is_base(verb_behind(eye, at)) && (eye.can_be_object(verb_behind(eye, at) + 1) || plain(eye, verb_behind(eye, at))))
    };
    let cuts: Vec<usize> = region.iter().skip(1).filter(|&at| if many { also(at) } else { parts(eye, at) }).collect();
    // ", if approved, would end the row" goes on with something else; two verbs need their "and".
    let joined = cuts.last().is_none_or(|&cut| {
        cuts.len() >= 2 || eye.any(cut, &["and"]) || (cut + 1..cut + 4).any(|at| eye.any(at, &["and", "also"])) || eye.is(cut, ";")
    });
    if cuts.len() + 1 < least || !joined {
        return None;
    }
    let mut steps = Vec::new();
    for item in list::split(region, cuts.into_iter(), |cut| verb_behind(eye, cut)) {
        steps.extend(predicate(eye, item)?);
    }
    Some(Inline { tokens: region, steps })
}

/// Whether a verb in the present says here what the plan does.
pub(super) fn begins(eye: Eye, at: usize) -> bool {
    let has = eye.any(at, &["has"]);
    let Some(verb) = eye.verb(at).filter(|verb| verb.third && !verb.base && !has) else { return leads(eye, at).is_some() };
    let weak = eye.has_lemma(verb.lemma, eye.words.idle) || eye.has_lemma(verb.lemma, eye.words.effect) || eye.is_auxiliary(at);
    let particle = eye.any(at + 1, &["up", "out", "off", "down", "aside", "back"]) && eye.can_be_object(at + 2);
    let object = particle
        || eye.can_be_object(at + 1)
        || !eye.is_mark(at + 1) && !eye.has(at + 1, eye.words.preposition) && !eye.any(at + 1, &["and", "that"]);
    // "The budget changes come as carters camp": a noun, with its verb behind it.
    let compound =
        eye.any(before(at), &["budget", "spending", "tax"]) && eye.any(at, &["caps", "cuts", "deals", "increases", "plans", "talks"]);
    // "fees and taxes just before they pay"
    let noun = compound
        || eye.has(at, eye.words.deed) && eye.is_adverb(at + 1)
        || eye.any(at + 1, &["come", "go", "follow", "happen", "take", "have", "mean"]);
    !weak && !noun && !eye.is_capital(at) && (object || leads(eye, at).is_some())
}

/// "calls for", "asks", "demands": what only leads to a step.
fn leads(eye: Eye, at: usize) -> Option<TokenRange> {
    let keeps = eye.any(at, &["requires", "covers", "features", "orders", "instructs"]) || eye.has(at, eye.words.modal);
    let phrase = eye.phrase(at, eye.words.include).or_else(|| eye.phrase(at, eye.words.demand));
    let third = eye.verb(at).is_some_and(|verb| verb.third && !verb.base);
    // "has new fines for noise"
    let has = eye.any(at, &["has"]) && eye.any(at + 1, &["new", "more", "stricter", "tougher"]);
    let asks = (has || eye.any(at, &["asks", "wants"])).then(|| TokenRange::new(at, at + 1));
    phrase.map(|phrase| phrase.tokens).or(asks).filter(|_| (third || has) && !keeps)
}

/// ", bans", "and also requires", "; it sets": whether the next verb begins behind this token.
fn parts(eye: Eye, at: usize) -> bool {
    if !is_link(eye, at) {
        return false;
    }
    let verb = verb_behind(eye, at);
    // ", and will make officers liable"
    let ahead = eye.modality(verb).is_some_and(sequel::is_binding) && eye.is_base(verb + 1);
    ahead
        || begins(eye, verb)
            && (eye.can_be_object(verb + 2)
                || eye.can_be_object(verb + 1)
                || leads(eye, verb).is_some()
                || eye.any(at, &["and"])
                || eye.is_comma(at) && eye.any(at + 1, &["and"])
                || !eye.has(verb, eye.words.ambiguous))
}

fn is_link(eye: Eye, at: usize) -> bool {
    eye.is_comma(at) || eye.is(at, ";") || eye.any(at, &["and"]) && !eye.is_comma(before(at))
}

/// "limit gatherings", "oblige travellers": a verb that is hardly a noun, with a plural to act on.
fn plain(eye: Eye, verb: usize) -> bool {
    let next = verb + 1;
    let more = eye.any(next, &["more", "new", "all", "fewer", "better", "other"]) && !eye.is_mark(next + 1);
    let object = (more || eye.ends(next, &["s"]))
        && !eye.is_mark(next)
        && !eye.has(next, eye.words.preposition)
        && eye.verb(next).is_none_or(|verb| !verb.base);
    object && eye.is_base(verb)
}

fn verb_behind(eye: Eye, cut: usize) -> usize {
    let mut at = cut + 1;
    while at < cut + 4 && (eye.any(at, &["and", "also", "it"]) || eye.is_adverb(at)) {
        at += 1;
    }
    at
}

/// What one verb says: its list where it only leads to one, else the clause itself.
fn predicate(eye: Eye, region: TokenRange) -> Option<Vec<Clause>> {
    let mut steps = match leads(eye, region.first()) {
        Some(lead) => {
            let rest = eye.trim(TokenRange::new(lead.end(), region.end()));
            let items = list::read(eye, rest, None).items;
            let deeds = items.len() >= 2 && items.iter().all(|item| govern::deed(eye, *item));
            let items = if deeds { items } else { vec![rest] };
            items.iter().filter(|item| !judge::is_vague(eye, **item)).filter_map(|item| clause::read(eye, *item, Role::Conjunct)).collect()
        }
        None => vec![clause::read(eye, region, Role::Predicate)?],
    };
    // In the present, and not told of what is: the plan is what does so.
    steps.iter_mut().for_each(|step| step.told = false);
    (!steps.is_empty()).then_some(steps)
}
