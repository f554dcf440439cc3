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

/// How far a sentence is read.
const LONGEST: usize = 200;
/// Sentences that are read.
const MOST: usize = 8;

/// Verbs that say in the present what a calendar holds: "A strike follows on Monday".
const DATED: &[&str] = &[
    "begin", "start", "follow", "come", "return", "reopen", "resume", "open", "close", "end", "set", "schedule", "plan", "expect", "take",
    "go", "leave", "move", "arrive",
];

/// The steps in the sentences behind the name. As many as announced speak for themselves; others are weighed by how they
/// bind, and by what says that one of them comes behind another.
pub(super) fn told(eye: Eye, announcement: &Announcement, until: usize) -> Option<Inline> {
    let document = eye.reading.document();
    let count = announcement.count? as usize;
    let number = document.sentence_of(announcement.name.first());
    // "two moves: closing the mill and selling the fleet": what it counts is told there.
    let own = eye.reading.sentence(announcement.name.first());
    // "these two proposals", "the differences between the two bills": told before
    let from = announcement.name.first().saturating_sub(3).max(own.first());
    let again = (from..announcement.name.first()).any(|at| eye.any(at, &["these", "those", "both", "all", "between"]));
    if again || (announcement.name.end()..own.end().saturating_sub(1)).take(12).any(|at| eye.word(at) == ":") {
        return None;
    }
    let staged = announcement.name.iter().any(|at| eye.any(at, &["phase", "stage", "step", "phases", "stages", "steps"]));
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let (mut missed, mut sum) = (0, 0.0);
    for sentence in document.sentences().iter().take(until).skip(number + 1).take(MOST) {
        let told: Vec<Clause> = read(eye, sentence.tokens).unwrap_or_default();
        if told.is_empty() || steps.len() + told.len() > count {
            missed += 1;
            if missed > 1 || steps.len() >= count {
                break;
            }
            continue;
        }
        end = sentence.tokens.end();
        let weight = |step: &Clause| weigh(eye, step, staged);
        sum += told.iter().map(weight).sum::<f32>() + if is_ordered(eye, sentence.tokens) { 0.4 } else { 0.0 };
        steps.extend(told);
    }
    let all = steps.len() == count && missed <= 1;
    // "three points", "two moves": a count of anything needs as many duties.
    let bound = |step: &Clause| !matches!(step.modality, Modality::Will | Modality::May | Modality::Plain) && !is_effect(eye, step);
    if !(staged || is_of_plan(eye, announcement) || all && missed == 0 && steps.iter().all(bound)) {
        return None;
    }
    (all || steps.len() >= 2 && sum >= ENOUGH).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// What must come together where fewer steps are told than were announced.
const ENOUGH: f32 = 2.0;

/// How much a clause says that it belongs to the plan: "would" tells what is planned, "will" whatever comes.
fn weigh(eye: Eye, step: &Clause, staged: bool) -> f32 {
    let agent = if step.actor.is_some() { 0.1 } else { 0.0 };
    let dated = step.deadline.is_some_and(|when| !lasts(eye, when)) && staged;
    agent
        + match step.modality {
            Modality::Would => 0.9,
            Modality::Must | Modality::Should => 0.8,
            _ if dated => 0.8,
            Modality::Will => 0.5,
            _ => 0.2,
        }
}

/// "over two weeks" says how long, not when.
fn lasts(eye: Eye, when: TokenRange) -> bool {
    eye.any(when.first(), &["for", "over", "during"]) && eye.any(when.end() - 1, &["hours", "days", "weeks", "months", "years"])
}

/// "then", "also", "finally" in the beginning of a sentence.
fn is_ordered(eye: Eye, sentence: TokenRange) -> bool {
    let orders = ["then", "also", "finally", "first", "next", "last", "afterwards", "thereafter", "later"];
    sentence.iter().take(10).any(|at| eye.any(at, &orders))
}

/// Nouns of plans that say when what is done.
const CALENDARS: &[&str] = &["calendar", "timetable", "timeline", "roadmap", "map"];

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
    (sentences >= 2 && steps.len() >= 3).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// What opens a sentence that goes on in order.
const THEN: &[&str] = &["after", "following", "once", "then", "next", "finally", "thereafter", "afterwards", "subsequently"];

/// The same of a plan that is told in its order: "After that a council would be called. Following it, the house would vote."
pub(super) fn in_order(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let document = eye.reading.document();
    let number = document.sentence_of(announcement.name.first());
    if eye.has(announcement.name.end() - 1, eye.words.vague) {
        return None;
    }
    let behind = || document.sentences().iter().skip(number + 1).take(MOST);
    let then = |sentence: TokenRange| eye.any(sentence.first(), THEN);
    // Cheap to ask before any clause is read.
    if behind().filter(|sentence| then(sentence.tokens)).count() < 2 {
        return None;
    }
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let (mut missed, mut ordered) = (0, 0);
    for sentence in behind() {
        let would = |told: &Vec<Clause>| told.iter().all(|step| step.modality == Modality::Would);
        match read(eye, sentence.tokens).filter(would) {
            Some(told) => {
                ordered += usize::from(then(sentence.tokens));
                end = sentence.tokens.end();
                steps.extend(told);
            }
            None if missed > 1 => break,
            None => missed += 1,
        }
    }
    (ordered >= 2 && steps.len() >= 3).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// The same of a plan that sentence after sentence unfolds: "A council is to replace the board. Its pay will be made public. All
/// members must pass checks", as many things as only a plan holds, done by nobody who is named or on a day.
pub(super) fn unfolded(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let document = eye.reading.document();
    let number = document.sentence_of(announcement.name.first());
    if eye.has(announcement.name.end() - 1, eye.words.vague) {
        return None;
    }
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let (mut missed, mut sentences) = (0, 0);
    for sentence in document.sentences().iter().skip(number + 1).take(MOST) {
        // What somebody says of it, and what the plan itself would do, is no order.
        let said = sentence.tokens.iter().take(LONGEST).any(|at| eye.is_quote(at) || eye.has(at, eye.words.speech))
            || sentence.tokens.iter().take(6).any(|at| eye.has(at, eye.words.noun) || eye.has(at, eye.words.pronoun));
        match (!said).then(|| read(eye, sentence.tokens)).flatten() {
            Some(told) => {
                sentences += 1;
                end = sentence.tokens.end();
                steps.extend(told);
            }
            None if missed > 0 || sentences > 0 => break,
            None => missed += 1,
        }
    }
    let impersonal = steps.iter().filter(|step| step.actor.is_none()).count();
    let effects = steps.iter().any(|step| step.actor.is_some() && is_effect(eye, step));
    (sentences >= 3 && steps.len() >= 4 && impersonal * 2 >= steps.len() && !effects)
        .then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// What the sentence says will be done, clause by clause; none where a clause says something else.
fn read(eye: Eye, sentence: TokenRange) -> Option<Vec<Clause>> {
    let sentence = behind_order(eye, sentence);
    let short = TokenRange::new(sentence.first(), sentence.end().min(sentence.first() + LONGEST));
    let region = super::frame::without_speaker(eye, short);
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
    let set = step.told && !step.past && step.action.as_deref().is_some_and(|verb| DATED.contains(&verb));
    step.told &= !set;
    if let Some(verb) = verb.filter(|_| !step.verbal) {
        step.verbal = true;
        step.action = eye.verb(verb).map(|verb| verb.lemma.to_owned());
    }
    Some(step)
}

/// "a ten-point plan", "The reform has four parts": what is counted belongs to a plan.
fn is_of_plan(eye: Eye, announcement: &Announcement) -> bool {
    let first = announcement.name.first();
    let from = eye.reading.sentence(first).first().max(first.saturating_sub(8));
    announcement.kind == Kind::Counted || (from..first).any(|at| eye.has(at, eye.words.noun) || eye.has(at, eye.words.bill))
}

fn is_effect(eye: Eye, step: &Clause) -> bool {
    step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.effect))
}

/// "They are not going to", "it doesn't".
fn is_denied(eye: Eye, clause: TokenRange) -> bool {
    clause.iter().skip(1).take(10).any(|at| {
        let behind = eye.has(at - 1, eye.words.auxiliary) || eye.modality(at - 1).is_some() || eye.word(at - 1).contains(['\'', '’']);
        eye.has(at, eye.words.negation) && behind || eye.ends(at, &["n't", "n’t"])
    })
}

fn is_step(eye: Eye, step: &Clause) -> bool {
    let about = step.actor.map_or(step.tokens.first(), TokenRange::first);
    let of_it = [
        "vote",
        "debate",
        "discuss",
        "protest",
        "oppose",
        "criticise",
        "criticize",
        "publish",
        "announce",
        "unveil",
        "present",
        "cost",
        "agree",
        "approve",
    ];
    let plan = eye.any(about, &["that", "this", "there"])
        || eye.any(about, &["it"]) && !step.tokens.iter().take(8).any(|at| eye.any(at, &["also", "first", "then", "finally"]))
        || eye.is_determiner(about) && eye.has(about + 1, eye.words.noun)
        || step.action.as_deref().is_some_and(|verb| of_it.contains(&verb));
    let effect = matches!(step.action.as_deref(), Some("signal" | "spell" | "result" | "cost" | "help" | "hurt" | "harm"));
    let denied = matches!(step.modality, Modality::Plain | Modality::Will) && is_denied(eye, step.tokens);
    let plan = plan || effect || denied;
    let dated = step.modality == Modality::Plain
        && !step.past
        && (step.deadline.is_some() || step.condition.is_some())
        && step.action.as_deref().is_some_and(|verb| DATED.contains(&verb));
    let idle = matches!(step.action.as_deref(), Some("be" | "have" | "like" | "seem"));
    let planned = step.deadline.is_some_and(|when| !lasts(eye, when))
        || !idle && matches!(step.modality, Modality::Would | Modality::Must | Modality::Should);
    let bound = (is_binding(step.modality) || step.modality == Modality::May && planned)
        && (planned || judge::list(eye, std::slice::from_ref(step)));
    step.verbal && !plan && (bound || dated)
}
