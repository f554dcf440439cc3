//! What is told under a plan's name: "Under the deal, the army will leave", "Orbo would cut jobs under the plan", "Under it, ...".

use super::clause::{self, Role};
use super::eye::{Eye, before};
use super::govern::Inline;
use super::judge;
use super::onward;
use super::sequel::{LONGEST, REACH, binds, clauses, has_promised, is_binding, modal_list};
use crate::text::TokenRange;

/// "Under the deal, ...": the clauses behind the comma that closes what names the plan.
pub(super) fn told(eye: Eye, name: TokenRange) -> Option<Inline> {
    if let Some(list) = behind(eye, name) {
        return Some(list);
    }
    let (first, end) = what(eye, name)?;
    bound(eye, first, end)
}

/// "Orbo would shut two plants, cut jobs and sell its vans | under the plan": the list before the name.
fn behind(eye: Eye, name: TokenRange) -> Option<Inline> {
    let sentence = eye.reading.sentence(name.first());
    let from = name.first().saturating_sub(5).max(sentence.first() + 8);
    let according = |at: usize| eye.any(at, &["according"]) && eye.is_comma(at - 1);
    let part = |at: usize| eye.any(at, &["as"]) && eye.any(at + 1, &["part"]) && eye.any(at + 2, &["of"]);
    let under = (from..name.first()).find(|&at| eye.any(at, &["under"]) || according(at) || part(at))?;
    let frame = super::frame::take_off(eye, TokenRange::new(sentence.first().max(under.saturating_sub(LONGEST)), under));
    let mut list = modal_list(eye, frame.rest.first(), frame.rest.end(), 2, None)?;
    list.steps.iter_mut().for_each(|step| step.condition = step.condition.or(frame.condition));
    Some(list)
}

/// The same behind "Under it,".
pub(super) fn it(eye: Eye, sentence: TokenRange) -> Option<Inline> {
    let first = sentence.first();
    let under = eye.any(first, &["under"]) && eye.any(first + 1, &["it", "this", "that"]) && !eye.has(first + 2, eye.words.noun);
    let first = first + 2 + usize::from(eye.is_comma(first + 2));
    under.then(|| bound(eye, first, sentence.end()))?
}

/// Clauses that bind, with the sentences that go on with them.
fn bound(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    clauses(eye, first, end, 2)
        .or_else(|| modal_list(eye, first, end, 2, None))
        .map(|list| onward::bound(eye, list))
        .or_else(|| onward::together(eye, TokenRange::new(first, end)))
}

/// "Under the deal, the mill will stay open": a single clause.
pub(super) fn one(eye: Eye, name: TokenRange) -> Option<Inline> {
    let (first, end) = what(eye, name).or_else(|| within(eye, name))?;
    if let Some(list) = taken_on(eye, first, end) {
        return Some(list);
    }
    let step = clause::read(eye, TokenRange::new(first, end), Role::Sentence)?;
    // "would have risen" tells what will not be.
    let unreal = (first..end).take(24).any(|at| eye.any(at, &["have"]) && eye.modality(before(at)).is_some() && !eye.any(at + 1, &["to"]));
    let deed = !unreal
        && !eye.any(first, &["it", "there"])
        && step.verbal
        && is_binding(step.modality)
        && judge::list(eye, std::slice::from_ref(&step));
    deed.then(|| Inline { tokens: TokenRange::new(first, end), steps: vec![step] })
}

/// "In the deal announced on Friday, Osei agreed to ...": what somebody takes on there.
fn within(eye: Eye, name: TokenRange) -> Option<(usize, usize)> {
    let sentence = eye.reading.sentence(name.first());
    let comma = (name.end()..sentence.end().min(name.end() + REACH)).find(|&at| eye.is_comma(at))?;
    let begins = eye.any(sentence.first(), &["in"]) && name.first() <= sentence.first() + 5;
    let takes_on = (comma + 1..sentence.end().min(comma + REACH)).any(|at| has_promised(eye, at));
    (begins && takes_on).then_some((comma + 1, sentence.end()))
}

/// "(Under the deal,) Osei agreed to open the pass"
fn taken_on(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let verb = (first + 1..end.min(first + REACH)).take_while(|&at| !eye.is_mark(at)).find(|&at| has_promised(eye, at))?;
    let region = super::frame::without_speaker(eye, TokenRange::new(verb + 2, end));
    let mut step = clause::read(eye, region, Role::Conjunct).filter(|step| step.verbal && eye.is_base(step.tokens.first()))?;
    step.actor = Some(TokenRange::new(first, verb));
    Some(Inline { tokens: TokenRange::new(first, end), steps: vec![step] })
}

/// Where the clause behind "Under the deal," or "According to the plan," stands, past an aside like "read out on Monday,".
fn what(eye: Eye, name: TokenRange) -> Option<(usize, usize)> {
    let sentence = eye.reading.sentence(name.first());
    let from = name.first().saturating_sub(6).max(sentence.first());
    let under = (from..name.first()).any(|at| {
        eye.any(at, &["under"])
            || eye.any(at, &["part"]) && eye.any(at + 1, &["of"])
            || eye.any(at, &["according"]) && at == sentence.first()
    });
    if !under {
        return None;
    }
    let end = sentence.end();
    let comma = (name.end()..end.min(name.end() + 12)).take_while(|&at| eye.word(at) != "(").find(|&at| eye.is_comma(at));
    // "Under the accord the mill will stay open"
    let begins = eye.is_determiner(name.end()) || eye.is_capital(name.end());
    if begins && binds(eye, name.end(), comma.unwrap_or(end)) {
        return Some((name.end(), end));
    }
    let comma = comma?;
    let aside = eye.verb(comma + 1).is_some_and(|verb| verb.participle) && !eye.can_be_object(comma + 2) || eye.is_relative(comma + 1);
    let close = (comma + 1..end.min(comma + REACH + 4)).find(|&at| aside && eye.is_comma(at) && binds(eye, at + 1, end));
    Some((close.unwrap_or(comma) + 1, end))
}
