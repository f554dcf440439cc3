//! Harm that is made up: plots of films and books, hoaxes.

use super::clause::Clause;
use super::kind::Form;
use super::verbs::HarmVerb;
use super::words::Words;
use crate::rules::Reading;

/// Tokens before a verb in which a story is named.
const STORY: usize = 30;

/// "In the film, a killer murders six students": the plot of a story, told in the present.
pub(super) fn is_fiction(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let Some(group) = clause.verb(verb.unit) else { return false };
    let present =
        matches!(group.form, Some(Form::Present)) || group.be && clause.reading.is_any(clause.tokens(verb.unit).first(), &["is", "are"]);
    let stories = [
        "film",
        "movie",
        "novel",
        "book",
        "episode",
        "drama",
        "thriller",
        "comedy",
        "sequel",
        "series",
        "sitcom",
        "opera",
        "script",
        "screenplay",
        "protagonist",
        "heroine",
    ];
    let first = verb.phrase.tokens.first();
    let stage = ["stage", "play", "puppet", "puppets", "audience"];
    let mut here = first.saturating_sub(STORY).max(clause.sentence.first())..first;
    let mut around = first.saturating_sub(STORY)..first + STORY;
    // "a fictional attempt to kill the king", "a hoax said that two guards were shot", "a film about a plot to kill two guards"
    if here.clone().any(|at| clause.reading.phrase(at, clause.words.hoax).is_some_and(|p| clause.reading.column(p, "kind").is_empty())) {
        return true;
    }
    (present || group.to) && (here.any(|at| clause.reading.is_any(at, &stories)) || around.any(|at| clause.reading.is_any(at, &stage)))
}

/// Hoaxes that an article must name, and words that it may have for each of them, to be about hoaxes.
const HOAXES: usize = 8;
const SPREAD: usize = 100;

/// Whether an article lists what is false: then its people without number are made up ("that a clerk was arrested").
pub(super) fn is_about_hoaxes(reading: &Reading<'_>, words: &Words) -> bool {
    let all = reading.document().tokens().len();
    let named = (0..all).filter(|&at| reading.phrase(at, words.hoax).is_some()).take(HOAXES.max(all / SPREAD)).count();
    named >= HOAXES.max(all / SPREAD)
}
