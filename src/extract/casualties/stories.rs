//! Harm that is made up: plots of films and books, hoaxes.

use super::claim::Claim;
use super::clause::Clause;
use super::kind::Form;
use super::verbs::HarmVerb;
use super::words::Words;
use crate::rules::{Phrase, Reading, ValueKind};
use crate::text::{Case, TokenKind, TokenRange};

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
        Some("part") => reading.is_any(at + 1, &["a", "an", "the"]) || is_part(clause, at + 1),
        Some("ending") => (at + 1..at + 4).any(|n| reading.is_any(n, &["which", "where"])) || tells(at) || within(at),
        Some("character") => reading.is_any(at + 1, &["who", "whose"]),
        Some("game") => true,
        _ => false,
    })
}

/// "plays [law student] and friend of": a person as such.
fn is_part(clause: &Clause<'_>, at: usize) -> bool {
    let person = |at: usize| clause.reading.phrase(at, clause.words.person).is_some();
    clause.reading.token(at).is_some_and(|t| t.case == Case::Lower) && !clause.reading.is(at, "host") && (at..at + 2).any(person)
}

/// Words of stories that a recap has, at the least.
const RECAP: usize = 6;

/// Whether an article retells a story: "spoilers", "airs on Sunday", and other words of stories beside.
pub(super) fn is_recap(reading: &Reading<'_>, words: &Words) -> bool {
    // Of several at one token, the longest comes first, and counts.
    let same = |a: &Phrase, b: &Phrase| a.tokens.first() == b.tokens.first();
    let mut of_stories: Vec<Phrase> = reading.phrases().iter().filter(|phrase| phrase.class == words.story).copied().collect();
    of_stories.dedup_by(|a, b| same(a, b));
    let kinds = || of_stories.iter().map(|phrase| reading.column(*phrase, "kind"));
    let all = reading.document().tokens().len();
    let least = RECAP.max(all / SPREAD);
    let told = kinds().filter(|kind| *kind != "play").take(least).count();
    let cast = || (0..all).filter(|&at| is_cast(reading, at)).take(CAST).count() == CAST;
    told >= least && kinds().any(|kind| kind == "recap") || told >= CAST && cast()
}

/// Parts with their actors in brackets, and words of stories beside, that make an article one about a story.
const CAST: usize = 3;

/// "Karel (Orla Venn)": a part and its actor.
fn is_cast(reading: &Reading<'_>, at: usize) -> bool {
    let name = |at: usize| reading.token(at).is_some_and(|t| t.case == Case::Capital);
    reading.is(at, "(") && at > 0 && name(at - 1) && name(at + 1) && name(at + 2) && (at + 3..at + 5).any(|n| reading.is(n, ")"))
}

/// Tokens around a claim in which its time stands.
const TIME: usize = 10;

/// Whether a claim in an article that retells a story is of the world: it says how many they were, or when it was, and not
/// by an episode ("last week's").
pub(super) fn is_of_the_world(reading: &Reading<'_>, claim: &Claim) -> bool {
    let sentence = reading.sentence(claim.tokens.first());
    let end = claim.tokens.end();
    let dated = |at: usize| reading.value_of(at, ValueKind::Date).is_some();
    let year = |at: usize| dated(at) && reading.word(at).len() == 4 && reading.word(at).starts_with(|c: char| c.is_ascii_digit());
    let owned = |at: usize| (at + 1..at + 3).any(|n| reading.is_any(n, &["'s", "’s"]));
    let lived = |at: usize| reading.is_any(at, &["aged", "age", "months", "years", "yesterday", "today"]);
    let behind = (end.saturating_sub(1)..end + TIME).take_while(|&at| at < sentence.end());
    let before = claim.tokens.first().saturating_sub(TIME).max(sentence.first())..claim.tokens.first();
    !is_cast(reading, end)
        && (claim.count.is_some()
            || before.chain(claim.tokens.iter()).any(year)
            || behind.into_iter().any(|at| lived(at) || dated(at) && !owned(at)))
}

/// Tokens before a sentence in which a plot may be opened.
const OPENING: usize = 60;

/// "The film's final scene shows the tower. He is shot": told in the present behind what opens a plot.
pub(super) fn is_plot(clause: &Clause<'_>, unit: usize) -> bool {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let opens = |at: usize| matches!(story_kind(clause, at), Some("opening"));
    let tells = |n: &usize| clause.verb(*n).is_some_and(|v| v.main.is_some() || v.be);
    let verb = (unit.saturating_sub(GAP)..=unit).rev().find(tells);
    let present = verb.and_then(|n| clause.verb(n).map(|v| (n, v))).is_some_and(|(n, v)| {
        let be = reading.is_any(clause.tokens(n).first(), &["is", "are"]);
        !v.have && !v.modal && if v.be { be } else { v.form == Some(Form::Present) }
    });
    present && (first.saturating_sub(OPENING)..first).any(opens)
}

/// "officers kill a man in the film", "The man killed by police is played by", "a novel about a clerk who was killed": whom only a
/// story harms.
pub(super) fn is_of_story(clause: &Clause<'_>, unit: usize, victims: TokenRange) -> bool {
    let reading = clause.reading;
    let end = clause.tokens(unit).end().max(victims.end());
    let first = victims.first();
    let told = |at: usize| matches!(story_kind(clause, at), Some("" | "book" | "play" | "chapter"));
    // "in the film.", but "in the film studio", "in the series of raids"
    let closed = |at: usize| {
        let next = reading.phrase(at, clause.words.story).map_or(at + 1, |phrase| phrase.tokens.end());
        next >= clause.sentence.end()
            || reading.token(next).is_some_and(|t| t.kind == TokenKind::Mark)
            || reading.is_any(next, &["and", "is", "was", "but", "by", "as", "when", "before", "after", "while"])
    };
    let opens = |at: usize| reading.is(at, "in") && reading.is_any(at + 1, &["the", "this", "his", "her", "its"]);
    let within = |at: usize| opens(at) && (at + 2..at + 4).any(|n| told(n) && closed(n));
    let behind = (end..(end + 8).min(clause.sentence.end())).any(within);
    let chapter = |at: usize| opens(at) && story_kind(clause, at + 2) == Some("chapter") && closed(at + 2);
    let before = (first.saturating_sub(8).max(clause.sentence.first())..first).any(chapter);
    let played = (unit + 1..unit + 8).any(|n| {
        clause.verb(n).is_some_and(|v| v.be && v.main.is_some_and(|main| reading.is_any(main, &["played", "portrayed"])))
            && clause.says(n + 1, &["by"])
    });
    // "The novel is about [a clerk] who was killed"
    let about = first > 1
        && reading.is_any(first, &["a", "an"])
        && reading.is(first - 1, "about")
        && (first.saturating_sub(4)..first).any(|at| matches!(story_kind(clause, at), Some("")));
    behind || before || played || about
}

/// Units between a noun of harm and the verb that tells it.
const GAP: usize = 4;

/// Hoaxes that an article must name, and words that it may have for each of them, to be about hoaxes.
const HOAXES: usize = 8;
const SPREAD: usize = 100;

/// Whether an article lists what is false: then its people without number are made up ("that a clerk was arrested").
pub(super) fn is_about_hoaxes(reading: &Reading<'_>, words: &Words) -> bool {
    let all = reading.document().tokens().len();
    let hoaxes = reading.phrases().iter().filter(|phrase| phrase.class == words.hoax);
    let mut named: Vec<usize> = hoaxes.map(|phrase| phrase.tokens.first()).collect();
    named.dedup();
    named.len() >= HOAXES.max(all / SPREAD)
}
