//! Harm that is made up: plots of films and books, hoaxes.

use super::clause::Clause;
use super::kind::Form;
use super::verbs::HarmVerb;
use super::words::Words;
use crate::rules::Reading;

/// Tokens before a verb in which a story is named.
const STORY: usize = 30;

/// What tells a plot.
const STORIES: [&str; 22] = [
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
    "finale",
    "storyline",
    "plotline",
    "cliffhanger",
    "show",
    "musical",
];

/// What a story does.
const TELLS: [&str; 22] = [
    "tells",
    "follows",
    "depicts",
    "opens",
    "centers",
    "centres",
    "portrays",
    "recounts",
    "imagines",
    "chronicles",
    "begins",
    "ends",
    "shows",
    "features",
    "stars",
    "finds",
    "sees",
    "revolves",
    "explores",
    "concerns",
    "lets",
    "casts",
];

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
    clause.reading.is_any(at, &STORIES) || clause.reading.is(at, "video") && clause.reading.is_any(at + 1, &["game", "games"])
}

/// Whether what stands at token `first` is what a story tells: "The novel tells how", "the video game lets you", "In the show,
/// she", "plays a guard who", "a character who".
pub(super) fn is_told(clause: &Clause<'_>, first: usize) -> bool {
    let reading = clause.reading;
    let mut here = first.saturating_sub(STORY).max(clause.sentence.first())..first;
    here.any(|at| {
        let plot = is_story(clause, at) && !reading.is(at, "book");
        let verb = (plot || reading.is(at, "play")) && (at + 1..at + 4).any(|n| reading.is_any(n, &TELLS));
        let within = plot && reading.is(at + 1, ",") && (at.saturating_sub(3)..at).any(|n| reading.is_any(n, &["in", "throughout"]));
        let part = reading.is_any(at, &["plays", "portrays"]) && reading.is_any(at + 1, &["a", "an", "the"]);
        let ending = reading.is_any(at, &["ending", "finale", "plot"]) && (at + 1..at + 4).any(|n| reading.is_any(n, &["which", "where"]));
        let character = reading.is(at, "character") && reading.is_any(at + 1, &["who", "whose"]);
        let game = reading.is_any(at, &["playstation", "xbox", "nintendo", "gameplay"]);
        verb || within || part || ending || character || game
    })
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
