//! Lists that no verb like "includes" leads to: clauses in a row, and what the sentence behind the name goes on with.
//!
//! "Under the deal, the army will leave, the camps will close and a vote will be held"; "He has a plan. He would cut fees,
//! raise wages and build homes"; "It will begin with a truce, followed by a swap and a vote".

use super::clause::{self, Role};
use super::demand;
use super::does;
use super::eye::{Eye, before};
use super::govern::{self, Governs, Hold, Inline};
use super::judge;
use super::led;
use super::list::{self, Shape};
use super::subject;
use super::under;
use super::wanted;
use super::would;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far a clause is read for its modal.
pub(super) const REACH: usize = 20;
/// How far a list of clauses is read.
pub(super) const LONGEST: usize = 160;

/// Clauses in a row, each with a subject and a modal of its own: at least `least` of them.
pub(super) fn clauses(eye: Eye, first: usize, end: usize, least: usize) -> Option<Inline> {
    let region = super::frame::without_speaker(eye, first_to(first, end));
    let pieces = pieces(eye, region);
    if pieces.len() < least {
        return None;
    }
    let steps: Vec<Clause> = pieces.iter().filter_map(|piece| clause::read(eye, *piece, Role::Sentence)).collect();
    let promises = |step: &Clause| matches!(step.action.as_deref(), Some("agree" | "pledge" | "promise" | "vow"));
    // "the sale of coal will end, while coke may be sold": beside what binds
    let may = |step: &Clause| step.modality == Modality::May && steps.first().is_some_and(|first| is_binding(first.modality));
    let all =
        steps.len() == pieces.len() && steps.iter().all(|step| step.verbal && (is_binding(step.modality) || promises(step) || may(step)));
    all.then_some(Inline { tokens: region, steps })
}

/// The region, parted where a subject with its modal begins.
pub(super) fn pieces(eye: Eye, region: TokenRange) -> Vec<TokenRange> {
    let mut pieces = Vec::new();
    let mut from = region.first();
    // "From May on, juries must ...": what is put in front is no clause.
    let front = (from..region.end().min(from + 12)).find(|&at| eye.is_comma(at)).filter(|_| eye.has(from, eye.words.preposition));
    // "Under the deal, Marlow said, the mills would ..."
    let says =
        |comma: &usize| (from..*comma).any(|at| eye.has(at, eye.words.speech)) && !(from..*comma).any(|at| eye.modality(at).is_some());
    let speaker = (from..region.end().min(from + 8)).find(|&at| eye.is_comma(at)).filter(says);
    let mut subject = front.or(speaker).map_or(from, |comma| comma + 1);
    // "the sale of coal will end, while coke may be sold"
    let may = |at: usize| {
        let clause = at + 2..region.end().min(at + 8);
        eye.any(at + 1, &["while"]) && clause.take_while(|&i| !eye.is_mark(i)).any(|i| eye.modality(i).is_some())
    };
    for at in region.iter() {
        let cut = eye.is_comma(at) || eye.is(at, ";") || eye.any(at, &["and"]);
        if cut
            && at > subject
            && binds(eye, subject, at)
            && (binds(eye, at + 1 + usize::from(eye.any(at + 1, &["and", "while"])), region.end()) || may(at))
        {
            pieces.push(TokenRange::new(from, at));
            from = at + 1 + usize::from(eye.any(at + 1, &["while"]));
            subject = from;
        }
    }
    pieces.push(TokenRange::new(from, region.end()));
    pieces
}

fn first_to(first: usize, end: usize) -> TokenRange {
    TokenRange::new(first, end.min(first + LONGEST))
}

/// Whether a subject and its modal stand here, before anything is cut.
pub(super) fn binds(eye: Eye, at: usize, end: usize) -> bool {
    let opens = eye.is_relative(at)
        || eye.any(at, &["if", "to", "but", "so", "because", "that"])
        || eye.is_mark(at) && !eye.is_quote(at) && !matches!(eye.word(at), "$" | "£" | "€");
    let is_to = |i: usize| {
        let set = eye.any(i + 1, &["set", "due", "scheduled", "planned"]) && eye.any(i + 2, &["for", "to", "in", "on", "at"]);
        eye.any(i, &["is", "are"]) && (eye.any(i + 1, &["to"]) && eye.is_base(i + 2) || set)
    };
    !opens
        && (at + usize::from(!eye.is_contracted(at))..end.min(at + REACH))
            .take_while(|&i| !eye.is_comma(i) && eye.word(i) != ";")
            .any(|i| eye.modality(i).is_some_and(is_binding) || is_to(i) || eye.any(i, &["must"]) || has_promised(eye, i))
}

/// "agreed to leave"
pub(super) fn has_promised(eye: Eye, at: usize) -> bool {
    eye.any(at, &["agreed", "pledged", "promised", "vowed"]) && eye.any(at + 1, &["to"])
}

pub(super) fn is_binding(modality: Modality) -> bool {
    matches!(modality, Modality::Will | Modality::Would | Modality::Must | Modality::Should)
}

/// How the verb that begins at `at` binds, and where what it binds to begins: "will", "is to".
fn bound_at(eye: Eye, at: usize) -> Option<(Modality, usize)> {
    let is_to = || eye.any(at, &["is", "are"]) && eye.any(at + 1, &["to"]) && eye.is_base(at + 2);
    eye.modality(at)
        .filter(|modality| is_binding(*modality))
        .map(|modality| (modality, at + 1))
        .or_else(|| is_to().then_some((Modality::Will, at + 2)))
}

/// The list in a sentence behind a plan that was counted: "it includes", "they want", "he would cut ..., raise ... and build ...".
pub(super) fn counted(eye: Eye, sentence: TokenRange, hold: Hold) -> Option<Inline> {
    let first = unquoted(eye, sentence);
    let parted = || sentence.iter().take(LONGEST).any(|at| eye.is(at, ";"));
    does::told(eye, sentence, 2)
        .or_else(|| under::it(eye, sentence))
        .or_else(|| next(eye, sentence, hold))
        .or_else(|| asked(eye, sentence))
        .or_else(|| intends(eye, sentence, hold))
        .or_else(|| modal_list(eye, first, sentence.end(), hold.count.map_or(3, |count| count.clamp(2, 3)), hold.count))
        .or_else(|| first_then(eye, first, sentence.end()))
        .or_else(|| parted().then(|| clauses(eye, first, sentence.end(), 2))?.filter(|list| judge::list(eye, &list.steps)))
}

/// "They ask that pay be raised, that shifts end at ten and that two men be taken back."
fn asked(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let first = unquoted(eye, sentence);
    let subject = eye.has(first, eye.words.pronoun) || eye.is_determiner(first) || eye.is_capital(first);
    let verb = (first + 1..sentence.end().min(first + 5)).find_map(|at| {
        let also = eye.any(at, &["ask", "asks", "asked", "wants", "want", "insist", "insists", "urge", "urges"]);
        eye.phrase(at, eye.words.demand).map(|phrase| phrase.tokens).or(also.then(|| TokenRange::new(at, at + 1)))
    })?;
    if eye.any(verb.end(), &["that"]) {
        return demand::that_clauses(eye, verb.end(), sentence.end()).filter(|_| subject);
    }
    demand::list(eye, verb, sentence.end(), true).filter(|_| subject)
}

/// "It includes ..." further behind a plan that was counted.
pub(super) fn includes(eye: Eye, sentence: TokenRange, hold: Hold) -> Option<Inline> {
    next(eye, sentence, hold)
}

/// "She hopes to win the mills and to open the port": what somebody means to do, as many things as were announced.
fn intends(eye: Eye, sentence: TokenRange, hold: Hold) -> Option<Inline> {
    let list = means(eye, unquoted(eye, sentence) + 1, sentence.end(), hold.count)?;
    if subject::is_new(eye, sentence.first(), list.tokens.first()) {
        return None;
    }
    (list.steps.len() >= 3 || hold.count == Some(list.steps.len())).then_some(list)
}

/// "Back at his five-point plan, the mayor vowed to win the mills and open the port": the same behind the name.
pub(super) fn intended(eye: Eye, name: TokenRange, hold: Hold) -> Option<Inline> {
    let end = eye.reading.sentence(name.first()).end();
    let comma = (name.end()..end.min(name.end() + 24)).find(|&at| eye.is_comma(at))?;
    if let Some(list) = first_then(eye, comma + 1, end) {
        return Some(list);
    }
    means(eye, comma + 1, end, hold.count).filter(|list| list.steps.len() >= 2)
}

/// The list behind a verb that says what somebody means to do.
pub(super) fn means(eye: Eye, first: usize, end: usize, count: Option<usize>) -> Option<Inline> {
    let verb =
        (first..end.min(first + 12)).take_while(|&at| !eye.is_mark(at) || matches!(eye.word(at), "." | "-" | "”" | "\"")).find(|&at| {
            let means = |verb: crate::extract::english::VerbForm| {
                matches!(
                    verb.lemma,
                    "hope" | "aim" | "plan" | "want" | "seek" | "intend" | "vow" | "pledge" | "promise" | "propose" | "agree"
                )
            };
            eye.any(at + 1, &["to"]) && eye.is_base(at + 2) && eye.verb(at).is_some_and(means)
        })?;
    let region = super::frame::without_speaker(eye, first_to(verb + 2, end));
    let list = wanted::counted(eye, region, Some(Shape::Base), count);
    Some(govern::inline(eye, verb + 2, end, &list, None))
}

/// "Among them are closing the mill, selling the fleet and hiring guards": some of several.
fn among_them(eye: Eye, name: TokenRange, sentence: TokenRange) -> Option<Inline> {
    let first = sentence.first();
    let them =
        eye.any(first, &["among"]) && eye.any(first + 1, &["them", "these", "those"]) && eye.any(first + 2, &["are", "is", "were", "was"]);
    let several = eye.ends(before(name.end()), &["s"])
        || eye.reading.sentence(name.first()).iter().skip(1).any(|at| at > name.first() && eye.any(at, &["measures", "steps"]));
    let list = (them && several).then(|| govern::items(eye, first + 3, sentence.end(), None, Hold::PARTS))??;
    list.steps.iter().all(|step| step.verbal || govern::deed(eye, step.tokens)).then_some(list)
}

/// The same behind a plan that was only named: the first sentence, and one that surely speaks of the plan.
pub(super) fn named(eye: Eye, name: TokenRange, sentence: TokenRange) -> Option<Inline> {
    let first = unquoted(eye, sentence);
    does::told(eye, sentence, 3)
        .or_else(|| under::it(eye, sentence))
        .or_else(|| among_them(eye, name, sentence))
        .or_else(|| {
            // "They include ..." speaks of many.
            let one = eye.any(does::behind_front(eye, first), &["they", "these", "those"]) && !eye.ends(before(name.end()), &["s"]);
            if one { None } else { next(eye, sentence, Hold { how: Governs::Named, count: None }) }
        })
        .or_else(|| {
            let speaks = eye.any(first, &["it", "they", "he", "she", "we"]) && super::propose::proposer(eye, name).is_some();
            let parted = || sentence.iter().take(LONGEST).any(|at| eye.is(at, ";"));
            let several = |list: &Inline| list.steps.len() >= 3;
            // "She ran on a platform. She wanted to raise the toll, open the port and build a dam."
            let opens = eye.word(eye.reading.sentence(name.first()).first());
            let same = || eye.any(first, &[opens]) || super::propose::proposer(eye, name).is_some();
            let wanted = || {
                (eye.any(first, &["he", "she", "they", "we"]) && same())
                    .then(|| means(eye, first + 1, sentence.end(), None))?
                    .filter(several)
            };
            if let Some(mut list) = wanted() {
                list.steps.iter_mut().for_each(|step| step.actor = step.actor.or(Some(TokenRange::new(first, first + 1))));
                Some(list)
            } else if speaks {
                modal_list(eye, first, sentence.end(), 2, None).filter(several)
            } else {
                parted().then(|| clauses(eye, first, sentence.end(), 3))?
            }
        })
}

pub(super) fn unquoted(eye: Eye, sentence: TokenRange) -> usize {
    let mut at = sentence.first();
    while at < sentence.end() && eye.is_quote(at) {
        at += 1;
    }
    at
}

/// "It includes", "they would provide for", "they want".
pub(super) fn next(eye: Eye, sentence: TokenRange, hold: Hold) -> Option<Inline> {
    let at = does::behind_front(eye, unquoted(eye, sentence));
    let counted = hold.count.is_some();
    // "Among them: ..."
    if counted && eye.any(at, &["among"]) && eye.any(at + 1, &["them", "these"]) && eye.is(at + 2, ":") {
        return govern::items(eye, at + 3, sentence.end(), None, hold);
    }
    // "Among the things asked of Syldavia are ..."
    if counted && eye.any(at, &["among"]) && eye.is_determiner(at + 1) {
        let verb = (at + 2..sentence.end().min(at + 14)).find(|&at| eye.any(at, &["are", "were"]))?;
        return govern::items(eye, verb + 1, sentence.end(), None, hold);
    }
    if !eye.any(at, &["it", "that", "this", "they", "these", "those"]) {
        return None;
    }
    let verb = at + 1;
    let start = verb + usize::from(eye.modality(verb).is_some() || eye.any(verb, &["also"]));
    let listed = eye.any(verb, &["are", "were"]) && (eye.any(verb + 1, &["that", "to"]) || eye.is(verb + 1, ":"));
    if listed {
        return led::behind(eye, verb, sentence.end(), hold);
    }
    let wants = eye.any(start, &["wants", "wanted", "seeks", "sought", "demands", "demanded", "want", "seek"])
        || eye.any(start, &["ask", "asks", "asked"]) && eye.any(start + 1, &["that"]);
    if counted && wants && !eye.any(start + 1, &["to"]) {
        return govern::items(eye, start + 1, sentence.end(), None, Hold { how: Governs::Counted, count: hold.count });
    }
    let past = eye.verb(start).is_some_and(|verb| verb.past && !verb.base);
    // "It would see patients treated and wards reopened"
    if eye.any(start, &["see"]) && eye.modality(verb).is_some_and(is_binding) {
        return would::seen(eye, start, sentence.end(), eye.modality(verb));
    }
    // "That proposed toll would ..."
    if past && eye.any(at, &["that", "this", "these", "those"]) {
        return None;
    }
    (eye.has(start, eye.words.include) && (counted || !past)).then(|| led::behind(eye, verb, sentence.end(), hold))?
}

/// "it would cut fees, raise wages and build homes": bare verbs that share a subject and a modal.
pub(super) fn modal_list(eye: Eye, first: usize, end: usize, least: usize, count: Option<usize>) -> Option<Inline> {
    // "We hope that the parties will": not what "we" will do.
    let reach = if eye.has(first, eye.words.pronoun) { 3 } else { 8 };
    let (modal, (modality, mut verb)) = (first + usize::from(!eye.is_contracted(first))..end.min(first + reach))
        .take_while(|&at| !eye.is_mark(at))
        .find_map(|at| bound_at(eye, at).map(|bound| (at, bound)))?;
    if eye.has(verb, eye.words.negation) {
        return None;
    }
    while verb < end && eye.is_adverb(verb) {
        verb += 1;
    }
    // "will be required to wear masks, wash their hands and ..."
    let told = &["able", "required", "obliged", "ordered", "asked", "expected", "allowed", "permitted", "encouraged", "forced", "told"];
    if eye.any(verb, &["be"]) && eye.any(verb + 1, told) && eye.any(verb + 2, &["to"]) {
        verb += 3;
    }
    if !eye.is_base(verb) || eye.any(verb, &["be", "have"]) {
        return None;
    }
    let region = super::frame::without_speaker(eye, first_to(verb, end));
    let list = wanted::counted(eye, region, Some(Shape::Base), count);
    if list.items.len() < least {
        return None;
    }
    let mut found = govern::inline(eye, verb, end, &list, Some(modality));
    let plan = eye.any(first, &["it", "this", "that"]) || eye.has(before(modal), eye.words.noun) || eye.has(before(modal), eye.words.bill);
    let subject = Some(TokenRange::new(first, modal.max(first + 1))).filter(|_| !plan);
    for step in &mut found.steps {
        let allows = step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.cause));
        step.actor = if allows { step.actor.or(subject) } else { subject };
    }
    // "It would cut fees": the step begins with its verb and what belongs to it.
    if let Some(step) = found.steps.first_mut().filter(|_| plan) {
        step.tokens = TokenRange::new(modal, step.tokens.end());
    }
    Some(found)
}

/// "it will first buy a third of the shares and then offer to buy the rest"
fn first_then(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let modal = (first + 1..end.min(first + 8)).find(|&at| eye.modality(at).is_some_and(is_binding))?;
    let mut found = ordered(eye, modal + 1, end)?;
    for step in &mut found.steps {
        step.actor = step.actor.or(Some(TokenRange::new(first, modal)));
        step.modality = eye.modality(modal).unwrap_or_default();
    }
    Some(found)
}

/// "first feed the stranded, then repair the bridge and finally move the families"
pub(super) fn ordered(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let verb = first + 1;
    if !eye.any(first, &["first"]) || !eye.is_base(verb) {
        return None;
    }
    let next = |at: usize| {
        let that = usize::from(eye.any(at, &["after"]) && eye.any(at + 1, &["that"]));
        let then = that == 1 || eye.any(at, &["then", "finally", "later", "lastly", "afterwards"]);
        (then && eye.is_base(at + 1 + that)).then_some(at + 1 + that)
    };
    let mut parts = Vec::new();
    let mut from = verb;
    for at in verb..end.min(verb + LONGEST) {
        if let Some(verb) = next(at) {
            parts.push(TokenRange::new(from, at));
            from = verb;
        }
    }
    parts.push(super::frame::without_speaker(eye, TokenRange::new(from, end)));
    let steps: Vec<Clause> = parts.iter().filter_map(|part| clause::read(eye, eye.trim(*part), Role::Conjunct)).collect();
    (parts.len() >= 2 && steps.len() == parts.len()).then_some(Inline { tokens: TokenRange::new(first, end), steps })
}

/// "a truce, followed by a swap and a vote", "a truce, then a swap": what begins and what comes behind it.
pub(super) fn followed(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = super::frame::without_speaker(eye, first_to(first, end));
    let link = |at: usize| {
        if eye.any(at, &["followed"]) && eye.any(at + 1, &["by"]) {
            Some(at + 2)
        } else {
            (eye.any(at, &["then"]) && !eye.is_finite(at + 1)).then_some(at + 1)
        }
    };
    let mut parts = Vec::new();
    let mut from = region.first();
    for at in region.iter() {
        if let Some(next) = link(at).filter(|_| at > from) {
            // "a truce, to be followed by"
            let be = at > from + 2 && eye.any(at - 1, &["be"]) && eye.any(at - 2, &["to"]);
            parts.push(TokenRange::new(from, if be { at - 2 } else { at }));
            from = next;
        }
    }
    let last = list::read(eye, TokenRange::new(from, region.end()), None).items;
    let rest = if last.len() >= 2 { last } else { vec![TokenRange::new(from, region.end())] };
    let whole = !parts.is_empty();
    let steps: Vec<Clause> =
        parts.iter().chain(&rest).filter_map(|part| clause::read(eye, eye.trim(*part), Role::Conjunct)).filter(|step| !step.told).collect();
    (whole && steps.len() >= 2).then_some(Inline { tokens: region, steps })
}
