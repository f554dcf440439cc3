//! Steps of a series that have no marker.

use super::clause::{self, Role};
use super::eye::Eye;
use super::judge;
use super::sequel::is_binding;
use super::series::Member;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// Sentences between a name and the second step.
const NEAR: usize = 4;

/// Sentences that go on with a series without a marker: "The ministry will also ...".
pub(super) fn also(eye: Eye, last: usize) -> Vec<Clause> {
    let sentences = eye.reading.document().sentences();
    let mut found = Vec::new();
    for sentence in sentences.iter().skip(last + 1).take(4) {
        let tokens = sentence.tokens;
        let additionally = eye.any(tokens.first(), &["additionally", "furthermore", "moreover"]);
        let binding =
            |at: usize| eye.modality(at).is_some_and(|m| matches!(m, Modality::Will | Modality::Would | Modality::Must | Modality::Should));
        let modal = tokens.iter().take(16).find(|&at| binding(at));
        let also =
            modal.is_some_and(|at| at > tokens.first() && (eye.any(at + 1, &["also", "then"]) || eye.any(at - 1, &["also", "then"])));
        if (also || additionally && modal.is_some())
            && let Some(clause) = clause::read(eye, tokens, Role::Sentence)
        {
            found.push(clause);
        }
    }
    found
}

/// The step that a series leaves unmarked: where a number is left out and a single sentence, which tells what is to be done,
/// stands in its place.
/// `number`: that of the member behind it.
pub(super) fn between(eye: Eye, before: &Member, after: &Member, number: u32) -> Option<Clause> {
    let document = eye.reading.document();
    let place = |member: &Member| document.sentence_of(member.cue.tokens.first());
    if number != before.number + 2 || place(after) != place(before) + 2 {
        return None;
    }
    let sentence = document.sentences().get(place(before) + 1)?;
    clause::read(eye, sentence.tokens, Role::Sentence).filter(|clause| !matches!(clause.modality, Modality::Plain | Modality::May))
}

/// "It has three phases. Crews will repave the road in May. The second phase ...": the step between the name and the second.
pub(super) fn first(eye: Eye, name: TokenRange, second: usize) -> Option<Clause> {
    let document = eye.reading.document();
    let (from, to) = (document.sentence_of(name.first()), document.sentence_of(second));
    let between = document.sentences().iter().take(to).skip(from + 1);
    between.take(NEAR).filter(|_| to <= from + NEAR).find_map(|sentence| bound(eye, sentence.tokens))
}

/// Steps behind the last marker, where more were announced: "A council will then be set up. Once it has met, a vote will be held."
pub(super) fn rest(eye: Eye, last: usize, missing: usize) -> Vec<Clause> {
    let sentences = eye.reading.document().sentences();
    let mut found = Vec::new();
    for sentence in sentences.iter().skip(last + 1).take(NEAR + 1) {
        let tokens = sentence.tokens;
        let ordered = eye.any(tokens.first(), &["once", "after", "then", "finally", "thereafter", "afterwards"])
            || tokens.iter().take(20).any(|at| {
                eye.any(at, &["then", "finally", "eventually", "afterwards"]) && !eye.any(at.saturating_sub(1), &["until", "by", "since"])
            });
        match bound(eye, tokens).filter(|_| ordered) {
            Some(clause) if found.len() < missing => found.push(clause),
            _ if found.is_empty() => {}
            _ => break,
        }
    }
    found
}

/// What the sentence says will or must be done, if it says so of something other than the plan.
fn bound(eye: Eye, sentence: TokenRange) -> Option<Clause> {
    clause::read(eye, sentence, Role::Sentence).filter(|step| {
        let about = step.tokens.first();
        let plan = eye.any(about, &["it", "that", "this", "there"]) || eye.is_determiner(about) && eye.has(about + 1, eye.words.noun);
        step.verbal && is_binding(step.modality) && !plan && judge::list(eye, std::slice::from_ref(step))
    })
}
