//! Deadlines and conditions that a sentence behind a step adds: "Second, the camps will close. That phase will begin in May."

use super::Clause;
use super::clause::{self, Role};
use super::eye::Eye;
use super::series::Series;

/// Verbs that say when a step is done, and no other deed.
const VERBS: &[&str] = &["begin", "start", "commence", "end", "finish", "last", "conclude", "run", "expire", "complete", "depend", "apply"];
/// Sentences behind a step that are read.
const REACH: usize = 2;

/// Gives the clause of the member the term that the sentences up to the next member add.
pub(super) fn add(eye: Eye, series: &Series, member: usize, clause: &mut Clause) {
    let document = eye.reading.document();
    let place = |at: usize| document.sentence_of(at);
    let own = place(clause.tokens.first());
    let next = series.members.get(member + 1).map(|next| place(next.cue.tokens.first()));
    let last = next.unwrap_or(own + 1 + REACH).min(own + 1 + REACH);
    let block = document.sentences().get(own).map(|sentence| sentence.block);
    for sentence in document.sentences().iter().take(last).skip(own + 1).take_while(|sentence| Some(sentence.block) == block) {
        let Some(told) = clause::read(eye, sentence.tokens, Role::Sentence) else { continue };
        // "This phase", "that"; a clause whose subject is a part of the plan begins with its verb.
        let first = told.tokens.first();
        let of_it = eye.any(first, &["it", "this", "that", "these", "they"]) || eye.has(first.saturating_sub(1), eye.words.unit);
        if of_it && told.action.as_deref().is_some_and(|verb| VERBS.contains(&verb)) {
            clause.deadline = clause.deadline.or(told.deadline);
            clause.condition = clause.condition.or(told.condition);
        }
    }
}
