//! Harm that is made up: plots of films and books, hoaxes.

use super::clause::Clause;
use super::kind::Form;
use super::verbs::HarmVerb;
use super::words::Words;
use crate::rules::Reading;

/// Tokens before a verb in which a story is named.
const STORY: usize = 30;

/// "In the film, a killer murders six students", "The novel tells how a guard was shot": the plot of a story.
pub(super) fn is_fiction(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let Some(group) = clause.verb(verb.unit) else { return false };
    let reading = clause.reading;
    let present = matches!(group.form, Some(Form::Present)) || group.be && reading.is_any(clause.tokens(verb.unit).first(), &["is", "are"]);
    let first = verb.phrase.tokens.first();
    let stage = ["stage", "play", "puppet", "puppets", "audience"];
    let mut here = first.saturating_sub(STORY).max(clause.sentence.first())..first;
    let mut around = first.saturating_sub(STORY)..first + STORY;
    // "a fictional attempt to kill the king", "a hoax said that two guards were shot", "a film about a plot to kill two guards"
    if here.clone().any(|at| reading.phrase(at, clause.words.hoax).is_some_and(|p| reading.column(p, "kind").is_empty())) {
        return true;
    }
    is_told(clause, first) || (present || group.to) && (here.any(|at| is_story(clause, at)) || around.any(|at| reading.is_any(at, &stage)))
}

fn is_story(clause: &Clause<'_>, at: usize) -> bool {
    story_kind(clause, at).is_some_and(|kind| matches!(kind, "" | "book"))
}

/// What kind of word of a story stands here: "film" none of its own, "book" may be no fiction.
fn story_kind<'c>(clause: &'c Clause<'_>, at: usize) -> Option<&'c str> {
    clause.reading.phrase(at, clause.words.story).map(|phrase| clause.reading.column(phrase, "kind"))
}

/// Whether what stands at token `first` is what a story tells: "The novel tells how", "the video game lets you", "In the show,
/// she", "plays a guard who", "a character who".
pub(super) fn is_told(clause: &Clause<'_>, first: usize) -> bool {
    let reading = clause.reading;
    let mut here = first.saturating_sub(STORY).max(clause.sentence.first())..first;
    let tells = |at: usize| (at + 1..at + 4).any(|n| reading.phrase(n, clause.words.story_verb).is_some());
    let within = |at: usize| reading.is(at + 1, ",") && (at.saturating_sub(3)..at).any(|n| reading.is_any(n, &["in", "throughout"]));
    here.any(|at| match story_kind(clause, at) {
        Some("") => tells(at) || within(at),
        Some("play") => tells(at),
        Some("part") => reading.is_any(at + 1, &["a", "an", "the"]),
        Some("ending") => (at + 1..at + 4).any(|n| reading.is_any(n, &["which", "where"])) || tells(at) || within(at),
        Some("character") => reading.is_any(at + 1, &["who", "whose"]),
        Some("game") => true,
        _ => false,
    })
}

/// Words of stories that a recap has, at the least.
const RECAP: usize = 6;

/// Whether an article retells a story: "spoilers", "airs on Sunday", and other words of stories beside.
pub(super) fn is_recap(reading: &Reading<'_>, words: &Words) -> bool {
    let kinds = |at: usize| reading.phrase(at, words.story).map(|phrase| reading.column(phrase, "kind"));
    let all = reading.document().tokens().len();
    let least = RECAP.max(all / SPREAD);
    let told = (0..all).filter(|&at| kinds(at).is_some_and(|kind| kind != "play")).take(least).count();
    told >= least && (0..all).any(|at| kinds(at) == Some("recap"))
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
