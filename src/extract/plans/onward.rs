//! Plans that go on from sentence to sentence, without a list or a marker.
//!
//! "Under the deal, the mill will stay open. Its owner will build a school"; and what the sentences behind a list add to it:
//! "The plan also calls for ...", "It includes ...", "There would also be ...".

use super::clause::{self, Role};
use super::demand;
use super::does;
use super::eye::Eye;
use super::govern::{self, Governs, Hold, Inline};
use super::judge;
use super::led;
use super::list::{self, Shape};
use super::pieces;
use super::sequel::{self, clauses, is_binding, means, modal_list, unquoted};
use super::subject;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far a sentence is read.
const LONGEST: usize = 200;
/// Sentences that go on with a plan.
const MOST: usize = 4;

/// "Under the deal, the mill will stay open. Its owner will build a school": a clause and the sentences that go on.
pub(super) fn together(eye: Eye, clause: TokenRange) -> Option<Inline> {
    let step = deed(eye, clause)?;
    let list = bound(eye, Inline { tokens: clause, steps: vec![step] });
    (list.steps.len() >= 2).then_some(list)
}

/// The list with the sentences of its paragraph that go on with it: they bind as it does, and tell of somebody or something else.
pub(super) fn bound(eye: Eye, mut list: Inline) -> Inline {
    let document = eye.reading.document();
    let number = document.sentence_of(list.tokens.end().saturating_sub(1));
    let Some(here) = document.sentences().get(number) else { return list };
    for next in document.sentences().iter().skip(number + 1).take(MOST).take_while(|next| next.block == here.block) {
        let short = TokenRange::new(next.tokens.first(), next.tokens.end().min(next.tokens.first() + LONGEST));
        let parts = sequel::pieces(eye, super::frame::without_speaker(eye, short));
        let alike = |step: &Clause| list.steps.iter().any(|other| other.modality == step.modality);
        let step = |part: &TokenRange| deed(eye, *part).or_else(|| passive(eye, *part)).or_else(|| dated(eye, *part));
        // "A council will govern. It will appoint a premier": whoever acts goes on.
        let body = list.steps.last().is_some_and(|last| last.actor.is_some());
        let goes_on = |step: &Clause| body && step.modality == Modality::Will && pieces::is_deed(eye, std::slice::from_ref(step));
        let fits = |step: &Clause| alike(step) && (!of_it(eye, step, next.tokens) || goes_on(step));
        let more: Vec<Clause> = parts.iter().filter_map(step).filter(fits).collect();
        if more.len() < parts.len() {
            break;
        }
        list.tokens = TokenRange::new(list.tokens.first(), next.tokens.end());
        list.steps.extend(more);
    }
    list
}

fn deed(eye: Eye, tokens: TokenRange) -> Option<Clause> {
    clause::read(eye, tokens, Role::Sentence)
        .filter(|step| is_binding(step.modality) && step.actor.is_some() && judge::list(eye, std::slice::from_ref(step)))
}

/// What is done by nobody who is named: "Schools will be closed".
fn passive(eye: Eye, tokens: TokenRange) -> Option<Clause> {
    let about = eye.any(tokens.first(), &["it", "that", "this"]) || eye.has(tokens.first() + 1, eye.words.noun);
    clause::read(eye, tokens, Role::Sentence).filter(|step| {
        let modal = step.tokens.iter().take(24).find(|&at| eye.modality(at).is_some());
        !about && step.actor.is_none() && step.verbal && is_binding(step.modality) && modal.is_some_and(|at| passive_at(eye, at + 1))
    })
}

/// "The vote is to take place in May": on what day something happens.
fn dated(eye: Eye, tokens: TokenRange) -> Option<Clause> {
    let about = eye.any(tokens.first(), &["it", "that", "this", "there"]) || eye.has(tokens.first() + 1, eye.words.noun);
    clause::read(eye, tokens, Role::Sentence).filter(|step| !about && step.verbal && is_binding(step.modality) && step.deadline.is_some())
}

/// "It would cost millions" tells of the plan, not in it.
fn of_it(eye: Eye, step: &Clause, sentence: TokenRange) -> bool {
    step.actor.is_some_and(|actor| eye.any(actor.first(), &["it", "that", "this", "they", "he", "she"]))
        && !(sentence.first()..sentence.end().min(sentence.first() + 12)).any(|at| eye.any(at, &["also"]))
}

/// The list with what the sentences behind it add.
pub(super) fn all(eye: Eye, mut list: Inline) -> Inline {
    let document = eye.reading.document();
    for _ in 0..MOST {
        let next = document.sentences().get(document.sentence_of(list.tokens.end().saturating_sub(1)) + 1);
        let does = |tokens: TokenRange| (list.steps.len() >= 2).then(|| does::told(eye, tokens, 1))?;
        let more = next.zip(list.steps.last()).and_then(|(next, last)| {
            let whole = does::told(eye, next.tokens, 2).filter(|_| list.steps.len() >= 2 || eye.any(next.tokens.first(), &["it"]));
            let adds = || subject::adds(eye, next.tokens, last).filter(|list| judge::list(eye, &list.steps));
            whole.or_else(|| also(eye, next.tokens, last)).or_else(|| does(next.tokens)).or_else(adds)
        });
        // "They demanded an end to raids. The guards were idle. They also demanded ...": one sentence may tell something else.
        let far = || document.sentences().get(document.sentence_of(list.tokens.end().saturating_sub(1)) + 2);
        let again = || far().filter(|far| same_demander(eye, far.tokens)).and_then(|far| demanded(eye, far.tokens));
        let set = || {
            next.and_then(|next| {
                (list.steps.len() >= 2 && list.steps.iter().all(|step| step.modality == Modality::Plain))
                    .then(|| set_out(eye, list.tokens, next.tokens))?
            })
        };
        let Some(more) = more.or_else(again).or_else(set) else { break };
        list.tokens = TokenRange::new(list.tokens.first(), more.tokens.end());
        list.steps.extend(more.steps);
    }
    list
}

/// What the sentence behind a step adds to it: "It also calls for ...", "The plan would also ...", "There would also be ...".
fn also(eye: Eye, sentence: TokenRange, last: &Clause) -> Option<Inline> {
    let first = does::behind_front(eye, unquoted(eye, sentence));
    // "And it would name a trustee"
    let first = first + usize::from(eye.any(first, &["and", "but"]));
    // "In return, the army would leave the valley."
    let exchanged = eye.any(first, &["in"]) && eye.any(first + 1, &["return", "exchange", "turn"]);
    if exchanged {
        return in_return(eye, first, sentence.end());
    }
    let plan = subject::verb(eye, sentence).or_else(|| eye.any(first, &["this"]).then_some(first + 1));
    let noun = plan.is_some_and(|verb| !eye.any(verb - 1, &["it", "this"]));
    if let Some(list) = demanded(eye, sentence).or_else(|| asked(eye, sentence)) {
        return Some(list);
    }
    if let Some(list) = another(eye, first, sentence.end()).or_else(|| besides(eye, sentence)) {
        return Some(list);
    }
    if plan.is_none() && !eye.any(first, &["they", "he", "she"]) {
        return added(eye, sentence, last).or_else(|| also_said(eye, sentence));
    }
    if let Some(list) = also_said(eye, sentence) {
        return Some(list);
    }
    // "It does propose"
    let verb = plan.unwrap_or(first + 1);
    let first = plan.map_or(first, |verb| verb - 1);
    let verb = verb + usize::from(eye.any(verb, &["does", "did", "do"]));
    // "It includes ..."
    if !eye.any(first, &["he", "she", "they"]) && eye.has(verb, eye.words.include) {
        return led::behind(eye, verb, sentence.end(), Hold { how: Governs::Counted, count: None });
    }
    // "It also would"
    let verb = verb + usize::from(eye.any(verb, &["also"]) && eye.modality(verb + 1).is_some());
    // "It would close two depots", as it would do what was told before.
    let modality = eye.modality(verb);
    let same = match modality {
        Some(Modality::Would) => {
            matches!(last.modality, Modality::Would | Modality::Plain) || last.modality == Modality::Will && eye.any(first, &["it"])
        }
        Some(Modality::Will) => last.modality == Modality::Will && !noun && eye.any(first, &["it"]),
        _ => false,
    };
    if !eye.any(first, &["he", "she", "they"]) && same && !eye.any(verb + 1, &["also", "not", "never"]) {
        return modal_list(eye, first, sentence.end(), 1, None).filter(|list| pieces::is_deed(eye, &list.steps));
    }
    let also = (verb.saturating_sub(1)..verb + 3).find(|&at| eye.any(at, &["also"]))?;
    if eye.has(also + 1, eye.words.include) {
        return led::behind(eye, also, sentence.end(), Hold { how: Governs::Counted, count: None });
    }
    // "He also pledged to sell the fleet and close two depots."
    if let Some(list) = means(eye, also + 1, sentence.end(), None).filter(|list| !list.steps.is_empty()) {
        return Some(list);
    }
    eye.modality(verb).filter(|m| is_binding(*m))?;
    modal_list(eye, first, sentence.end(), 2, None).or_else(|| {
        // "The plan would also close a depot": the plan is the subject, and the step begins with its verb.
        let step = match plan.is_some() {
            true => clause::read(eye, TokenRange::new(verb, sentence.end()), Role::Predicate)?,
            false => clause::read(eye, sentence, Role::Sentence)?,
        };
        // "he will also, as the board advised, lay out": what stands between hides the verb.
        if step.action.as_deref().is_some_and(|action| !action.contains(char::is_alphabetic)) {
            return None;
        }
        Some(Inline { tokens: sentence, steps: vec![step] })
    })
}

/// "In return, the army would leave the valley", "In exchange, Osei said he would leave the hill and free the crew".
fn in_return(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let rest = super::frame::take_off(eye, TokenRange::new(first, end)).rest;
    let who = eye.has(rest.first(), eye.words.pronoun) && !eye.is_determiner(rest.first());
    let list = who.then(|| modal_list(eye, rest.first(), rest.end(), 2, None)).flatten();
    list.or_else(|| clauses(eye, first, end, 1))
}

/// "She also said she would offer loans", "The Gazette also reported it would give loans".
fn also_said(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let also = (sentence.first() + 1..sentence.end().min(sentence.first() + 6)).find(|&at| eye.any(at, &["also"]))?;
    let told = eye.has(also + 1, eye.words.speech) || eye.has(also - 1, eye.words.speech);
    let at = also + 2 + usize::from(eye.any(also + 2, &["that"]));
    let would = told && eye.any(at, &["it", "he", "she", "they"]) && eye.any(at + 1, &["would", "will"]);
    let list = would.then(|| modal_list(eye, at, sentence.end(), 1, None))??;
    pieces::is_deed(eye, &list.steps).then_some(list)
}

/// "In addition, the council will open the halls and will pay for posters", "Besides, ...".
fn besides(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let (first, end) = (sentence.first(), sentence.end());
    let addition = eye.any(first, &["in"]) && eye.any(first + 1, &["addition"]);
    let comma = first + 1 + usize::from(addition);
    let adds = addition || eye.any(first, &["besides", "moreover", "furthermore", "additionally"]);
    let subject = comma + 1;
    let list = (adds && eye.is_comma(comma)).then(|| modal_list(eye, subject, end, 1, None))??;
    let will = list.steps.iter().all(|step| step.modality == Modality::Will);
    (will && judge::list(eye, &list.steps)).then_some(list)
}

/// "Another point in the paper calls for ...": what one more part of the plan says.
fn another(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let unit = eye.has(first + 1, eye.words.unit) || eye.has(first + 1, eye.words.part);
    // "Other measures would close the mill and raise the toll."
    if unit && eye.any(first, &["another", "other"]) && eye.modality(first + 2).is_some_and(is_binding) {
        let list = modal_list(eye, first, end, 1, None)?;
        return pieces::is_deed(eye, &list.steps).then_some(list);
    }
    let part = eye.any(first, &["another"]) && unit;
    let verb = (first + 2..end.min(first + 10)).take_while(|&at| part && !eye.is_mark(at)).find(|&at| eye.has(at, eye.words.include))?;
    led::behind(eye, verb, end, Hold { how: Governs::Counted, count: None })
}

/// "The harbours would also close": another subject, bound as what comes before.
fn added(eye: Eye, sentence: TokenRange, last: &Clause) -> Option<Inline> {
    // "Tenants, who pay half of their wages, would be exempted"
    let aside = sentence.iter().take(8).find(|&at| eye.is_comma(at) && eye.is_relative(at + 1));
    let close = aside.and_then(|open| (open + 1..sentence.end().min(open + 24)).find(|&at| eye.is_comma(at)));
    let from = close.unwrap_or(sentence.first());
    let is_to = |at: usize| eye.any(at, &["is", "are"]) && eye.any(at + 1, &["also"]) && eye.any(at + 2, &["to"]);
    let modal =
        (from + 1..sentence.end().min(from + 12)).take_while(|&at| !eye.is_mark(at)).find(|&at| eye.modality(at).is_some() || is_to(at))?;
    let also = eye.any(modal + 1, &["also"]) || eye.any(modal - 1, &["also"]);
    // "The rents would be set anew": done by nobody who is named, so that it can only be part of what would be done.
    let set = last.modality == Modality::Would && eye.any(modal, &["would"]) && passive_at(eye, modal + 1);
    let step = clause::read(eye, sentence, Role::Sentence)
        .filter(|step| (also || set) && is_binding(step.modality) && step.verbal && step.action.as_deref() != Some("like"))
        .filter(|step| step.modality == last.modality || is_to(modal))?;
    Some(Inline { tokens: sentence, steps: vec![step] })
}

/// "The plan includes a truce and a swap. Fees from the port would be paid to the guild": what its paragraph goes on with, of
/// somebody or something else than the plan.
fn set_out(eye: Eye, list: TokenRange, sentence: TokenRange) -> Option<Inline> {
    let block = |at: usize| {
        let document = eye.reading.document();
        document.sentences().get(document.sentence_of(at)).map(|sentence| sentence.block)
    };
    if block(list.first()) != block(sentence.first()) {
        return None;
    }
    let region = super::frame::without_speaker(eye, TokenRange::new(sentence.first(), sentence.end().min(sentence.first() + LONGEST)));
    let parts = sequel::pieces(eye, region);
    let steps: Vec<Clause> = parts.iter().filter_map(|part| deed(eye, *part).or_else(|| passive(eye, *part))).collect();
    // "That text is to be put to a vote"
    let is_to =
        |step: &Clause| step.tokens.iter().take(8).any(|at| eye.any(at, &["is", "are"]) && eye.any(at + 1, &["to"]) && eye.is_base(at + 2));
    let would = steps.first().is_some_and(|step| step.modality == Modality::Would || is_to(step));
    // "would be paid" is no effect, "would help" may be one.
    let active: Vec<Clause> = steps.iter().filter(|step| step.actor.is_some()).cloned().collect();
    let deeds = judge::list(eye, &steps) && (active.is_empty() || pieces::is_deed(eye, &active));
    (would && deeds && steps.len() == parts.len() && !steps.iter().any(|step| of_it(eye, step, sentence)))
        .then_some(Inline { tokens: sentence, steps })
}

/// "The guards are also asked to leave the hill and to free the crew."
fn asked(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let first = sentence.first();
    let also = sentence.iter().skip(1).take(8).find(|&at| eye.any(at, &["also"]))?;
    let asked = eye.any(also + 1, &["asked", "urged", "required", "obliged", "ordered", "called"]);
    let to = also + 2 + usize::from(eye.any(also + 2, &["on", "upon"]));
    let passive = eye.any(also - 1, &["is", "are"]) && asked && eye.any(to, &["to"]) && eye.is_base(to + 1);
    let region = super::frame::without_speaker(eye, TokenRange::new(to + 1, sentence.end().min(to + LONGEST)));
    let list = passive.then(|| list::read(eye, region, Some(Shape::Base)))?;
    let mut found = govern::inline(eye, to + 1, sentence.end(), &list, None);
    for step in &mut found.steps {
        step.actor = Some(TokenRange::new(first, also - 1));
    }
    (!found.steps.is_empty()).then_some(found)
}

/// "(now) be set anew"
fn passive_at(eye: Eye, at: usize) -> bool {
    let be = at + usize::from(eye.is_adverb(at));
    eye.any(be, &["be"]) && eye.verb(be + 1 + usize::from(eye.is_adverb(be + 1))).is_some_and(|verb| verb.participle)
}

/// "they", "the group", "in addition, it": whoever was spoken of.
fn same_demander(eye: Eye, sentence: TokenRange) -> bool {
    let first = sentence.first();
    let first =
        if eye.any(first, &["in"]) && eye.any(first + 1, &["addition"]) { first + 2 + usize::from(eye.is_comma(first + 2)) } else { first };
    let group = eye.any(first, &["the"]) && eye.any(first + 2, &["also"]);
    eye.any(first, &["it", "they", "he", "she", "we"]) || group
}

/// "They also demanded that wages be paid", "In addition, it asked that the camp be closed", "It also demanded respect for the crew."
fn demanded(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let first = sentence.first();
    let addition = (eye.any(first, &["in"]) && eye.any(first + 1, &["addition"])).then_some(first + 1);
    // "We call on the guards ... We urge the crew ..."
    let also = addition.or_else(|| eye.any(first, &["we"]).then_some(first).filter(|we| eye.phrase(we + 1, eye.words.demand).is_some()));
    let further = |at: &usize| eye.any(*at, &["also", "further", "additionally"]);
    let also = also.or_else(|| sentence.iter().skip(1).take(8).find(further).filter(|also| !subject::is_new(eye, first, *also)))?;
    let near = also + if addition.is_some() { 6 } else { 3 };
    let verb = (also + 1..near).find_map(|at| eye.phrase(at, eye.words.demand))?.tokens;
    let end = sentence.end();
    demand::list(eye, verb, end, true)
        .or_else(|| pieces::demanded(eye, verb, end))
        .or_else(|| pieces::demanded_deed(eye, verb, end))
        .or_else(|| pieces::pledged(eye, verb, end))
}
