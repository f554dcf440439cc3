//! Steps of a series that have no marker.

use super::clause::{self, Role};
use super::eye::Eye;
use super::series::Member;
use super::{Clause, Modality};

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
pub(super) fn between(eye: Eye, before: &Member, after: &Member) -> Option<Clause> {
    let document = eye.reading.document();
    let place = |member: &Member| document.sentence_of(member.cue.tokens.first());
    if after.number != before.number + 2 || place(after) != place(before) + 2 {
        return None;
    }
    let sentence = document.sentences().get(place(before) + 1)?;
    clause::read(eye, sentence.tokens, Role::Sentence).filter(|clause| !matches!(clause.modality, Modality::Plain | Modality::May))
}
