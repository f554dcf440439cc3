//! Plans with a count that are told by sentences alone, without a list or a marker: what will be done, or when what begins.
//!
//! "The walls will go up in two stages. Ten rooms should be ready in May, and nine more will follow by June."

use super::Clause;
use super::Modality;
use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::eye::Eye;
use super::govern::Inline;
use super::judge;
use super::sequel::{is_binding, pieces};
use crate::text::TokenRange;

/// Sentences that are read.
const MOST: usize = 8;

/// Verbs that say in the present what a calendar holds: "A strike follows on Monday".
const DATED: &[&str] = &[
    "begin", "start", "follow", "come", "return", "reopen", "resume", "open", "close", "end", "set", "schedule", "plan", "expect", "take",
    "go", "leave", "move", "arrive",
];

/// The steps in the sentences behind the name. As many as announced speak for themselves, of which one sentence may tell
/// something else; fewer, where each says what would be done, or on what day.
pub(super) fn told(eye: Eye, announcement: &Announcement, until: usize) -> Option<Inline> {
    let document = eye.reading.document();
    let count = announcement.count? as usize;
    let number = document.sentence_of(announcement.name.first());
    // "two moves: closing the mill and selling the fleet": what it counts is told there.
    let own = eye.reading.sentence(announcement.name.first());
    if (announcement.name.end()..own.end().saturating_sub(1)).take(12).any(|at| eye.word(at) == ":") {
        return None;
    }
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let mut missed = 0;
    for sentence in document.sentences().iter().take(until).skip(number + 1).take(MOST) {
        let told = read(eye, sentence.tokens);
        match told {
            Some(told) if steps.len() + told.len() <= count => {
                end = sentence.tokens.end();
                steps.extend(told);
            }
            _ if steps.is_empty() || missed > 0 => break,
            _ => missed += 1,
        }
    }
    let all = steps.len() == count;
    let counted = announcement.kind == Kind::Counted;
    let would = counted && steps.iter().all(|step| step.modality == Modality::Would && step.actor.is_some());
    let staged = eye.any(announcement.name.end() - 1, &["phases", "stages", "steps"]) || counted;
    // "over two weeks" says how long, not when.
    let lasts = |when: TokenRange| eye.any(when.first(), &["for", "over", "during", "within"]);
    let dated = staged && steps.iter().all(|step| step.deadline.is_some_and(|when| !lasts(when)));
    (all || steps.len() >= 2 && (would || dated)).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// Nouns of plans that say when what is done.
const CALENDARS: &[&str] = &["calendar", "timetable", "timeline", "roadmap", "map", "stages", "phases", "steps"];

/// The same of a calendar: three sentences that each say on what day something will be done.
pub(super) fn dated(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let document = eye.reading.document();
    let number = document.sentence_of(announcement.name.first());
    if !eye.any(announcement.name.end() - 1, CALENDARS) {
        return None;
    }
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let mut missed = 0;
    let mut sentences = 0;
    for sentence in document.sentences().iter().skip(number + 1).take(MOST) {
        match read(eye, sentence.tokens).filter(|told| told.iter().all(|step| step.deadline.is_some())) {
            Some(told) => {
                sentences += 1;
                end = sentence.tokens.end();
                steps.extend(told);
            }
            _ if missed > 0 => break,
            _ => missed += 1,
        }
    }
    (sentences >= 3).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// The same of a plan that is told in its order: "After that a council would be called. Following it, the house would vote."
pub(super) fn in_order(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let document = eye.reading.document();
    let number = document.sentence_of(announcement.name.first());
    if eye.has(announcement.name.end() - 1, eye.words.vague) {
        return None;
    }
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let (mut missed, mut ordered) = (0, 0);
    for sentence in document.sentences().iter().skip(number + 1).take(MOST) {
        let would = |told: &Vec<Clause>| told.iter().all(|step| step.modality == Modality::Would);
        match read(eye, sentence.tokens).filter(would) {
            Some(told) => {
                let then = ["after", "following", "once", "then", "next", "finally", "thereafter", "afterwards", "subsequently"];
                ordered += usize::from(eye.any(sentence.tokens.first(), &then));
                end = sentence.tokens.end();
                steps.extend(told);
            }
            None if missed > 1 => break,
            None => missed += 1,
        }
    }
    (ordered >= 2 && steps.len() >= 3).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// What the sentence says will be done, clause by clause; none where a clause says something else.
fn read(eye: Eye, sentence: TokenRange) -> Option<Vec<Clause>> {
    let region = super::frame::without_speaker(eye, behind_order(eye, sentence));
    let then = |at: usize| eye.is_comma(at) && eye.any(at + 1, &["after"]) && eye.any(at + 2, &["which"]);
    let cut = region.iter().find(|at| then(*at));
    let parts: Vec<TokenRange> = match cut {
        Some(cut) => [TokenRange::new(region.first(), cut), TokenRange::new(cut + 3, region.end())].to_vec(),
        None => pieces(eye, region),
    };
    let steps: Vec<Clause> = parts.iter().filter_map(|part| step(eye, *part)).filter(|step| is_step(eye, step)).collect();
    (!steps.is_empty() && steps.len() == parts.len()).then_some(steps)
}

/// The sentence without "Then," and "After that" in front.
fn behind_order(eye: Eye, sentence: TokenRange) -> TokenRange {
    let first = sentence.first();
    let that = eye.any(first, &["after"]) && eye.any(first + 1, &["that", "this"]);
    let word = eye.any(first, &["then", "next", "finally", "thereafter", "afterwards", "subsequently", "there"]);
    let at = if that { first + 2 } else { first + usize::from(word && !eye.is_finite(first + 1)) };
    TokenRange::new((at + usize::from(at > first && eye.is_comma(at))).min(sentence.end()), sentence.end())
}

/// The clause; "A strike follows on Monday" has its verb in the present.
fn step(eye: Eye, part: TokenRange) -> Option<Clause> {
    let mut step = clause::read(eye, part, Role::Sentence)?;
    let dated = |at: &usize| {
        eye.verb(*at).is_some_and(|verb| (verb.third || verb.base) && DATED.contains(&verb.lemma)) && !eye.is_determiner(at - 1)
    };
    let verb = step.tokens.iter().skip(1).take(14).find(dated);
    if let Some(verb) = verb.filter(|_| !step.verbal) {
        step.verbal = true;
        step.action = eye.verb(verb).map(|verb| verb.lemma.to_owned());
    }
    Some(step)
}

fn is_step(eye: Eye, step: &Clause) -> bool {
    let about = step.actor.map_or(step.tokens.first(), TokenRange::first);
    let plan = eye.any(about, &["it", "that", "this", "there"]) || eye.is_determiner(about) && eye.has(about + 1, eye.words.noun);
    let dated = step.modality == Modality::Plain
        && !step.past
        && (step.deadline.is_some() || step.condition.is_some())
        && step.action.as_deref().is_some_and(|verb| DATED.contains(&verb));
    let bound = (is_binding(step.modality) || step.modality == Modality::May && step.deadline.is_some())
        && (judge::list(eye, std::slice::from_ref(step)) || step.deadline.is_some());
    step.verbal && !plan && (bound || dated)
}
