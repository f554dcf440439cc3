//! The clause that a phase is told by: "The second phase would ...", "In phase two, ...", "... under the third".

use super::clause::{self, Role};
use super::cue::{Cue, Kind};
use super::eye::{Eye, before};
use super::sequel::is_binding;
use super::term;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far a clause may reach back before its marker, in tokens.
const LONGEST: usize = 100;
/// How many words a heading may say behind its marker.
const HEADING: usize = 8;
/// How long a condition in front of a marker may be.
const FRONT: usize = 30;

/// "The second phase (of the plan) would ...", "In the second phase, ...", "... under the second phase".
pub(super) fn read(eye: Eye, cue: &Cue, sentence: TokenRange, end: usize) -> Option<Clause> {
    let mut clause = told(eye, cue, sentence, end)?;
    // "Phase two turns the yard into a park": what a phase does is what is planned.
    let present = clause.told && !clause.past && eye.verb(clause.tokens.first()).is_some_and(|verb| verb.third && !verb.base);
    clause.told &= !(present && cue.kind == Kind::Unit && !eye.is_auxiliary(clause.tokens.first()));
    // "If the truce holds, the second phase would ..."
    let first = cue.tokens.first();
    let comma = (first.saturating_sub(2)..first).rev().find(|&at| at > sentence.first() && eye.is_comma(at));
    let front = comma.map(|comma| TokenRange::new(sentence.first(), comma)).filter(|front| front.len() <= FRONT);
    if let Some(front) = front.filter(|front| term::is_condition(eye, front.first())) {
        clause.condition = clause.condition.or(Some(front));
    }
    Some(clause)
}

fn told(eye: Eye, cue: &Cue, sentence: TokenRange, end: usize) -> Option<Clause> {
    let first = cue.tokens.first();
    let preposition = first > sentence.first() && eye.any(first - 1, &["in", "under", "during", "with", "for", "by", "as", "at"]);
    let mut before = first - usize::from(preposition);
    while before > sentence.first() && (eye.is_mark(before - 1) || eye.any(before - 1, &["and", "but", "so", "only"])) {
        before -= 1;
    }
    // "when the last stage is completed" only tells when.
    if eye.any(first - usize::from(first > 0), &["when", "once", "after", "before", "until", "if"]) {
        return None;
    }
    let fronted = before == sentence.first()
        || matches!(eye.word(before), "," | ";" | ":" | "—" | "–" | "--")
        || said(eye, first - 1 - usize::from(preposition && first > 1))
        || eye.any(first - 1, &["while", "that"]);
    // "**Stage 1**, from March"
    let bold = (cue.tokens.end()..end).take(3).find(|&at| !matches!(eye.word(at), "*" | "**" | "_" | "__")).unwrap_or(cue.tokens.end());
    let (bold, dated) = behind_dates(eye, bold, end);
    let after = behind_name(eye, bold, end);
    if let Some(line) = below(eye, after, sentence.end()).filter(|_| fronted && end == sentence.end()) {
        let mut clause = clause::read(eye, line, Role::Sentence)?;
        let when = dated.or((after < end).then(|| TokenRange::new(after, end)));
        clause.deadline = clause.deadline.or_else(|| term::deadline(eye, when?));
        return Some(clause);
    }
    if let Some(dates) = dated.filter(|_| fronted) {
        let from = after + usize::from(eye.is(after, ":") || eye.is_dash(after) || eye.is_comma(after));
        let role = if eye.is_finite(from) { Role::Predicate } else { Role::Sentence };
        let mut clause = clause::read(eye, TokenRange::new(from, end), role)?;
        clause.deadline = clause.deadline.or_else(|| term::deadline(eye, dates));
        return Some(clause);
    }
    if let Some(clause) = started(eye, cue, after, end).filter(|_| preposition && !fronted) {
        return Some(clause);
    }
    // "The walls must be up by the end of the first phase": it says when, and stays.
    let ends = first >= 2 && eye.any(first - 1, &["of"]) && eye.any(first - 2, &["end", "beginning", "start", "course"]);
    if ends && !fronted {
        return clause::read(eye, TokenRange::new(sentence.first(), end), Role::Sentence).filter(|clause| is_binding(clause.modality));
    }
    if preposition {
        if fronted {
            let aside = eye.is_comma(after)
                && (eye.is_relative(after + 1)
                    || eye.any(after + 1, &["due", "still", "likely", "planned"])
                    || eye.verb(after + 1).is_some_and(|verb| verb.participle || verb.gerund));
            let close = (after + 1..end.min(after + 30)).find(|&at| aside && eye.is_comma(at));
            let mut clause = clause::read(eye, TokenRange::new(close.unwrap_or(after), end), Role::Sentence)?;
            let told = close.and_then(|close| term::deadline(eye, TokenRange::new(after + 1, close)));
            clause.deadline = told.or(clause.deadline);
            return Some(clause);
        }
        let mut clause = tail(eye, sentence.first().max(first.saturating_sub(LONGEST)), first - 1)?;
        // "Shops would open in phase three if ..."
        let rest = TokenRange::new(after, end);
        clause.condition = clause.condition.or_else(|| term::condition(eye, TokenRange::new(after.saturating_sub(1), end)));
        clause.deadline = clause.deadline.or_else(|| term::deadline(eye, rest).filter(|_| clause.condition.is_none()));
        return Some(clause);
    }
    if eye.is(after, ":") || eye.is_dash(after) {
        return clause::read(eye, TokenRange::new(after + 1, end), Role::Sentence);
    }
    if let Some(parts) = made_of(eye, sentence.first(), first) {
        return clause::read(eye, parts, Role::Conjunct);
    }
    // "Two of the points deal with the quay"
    if cue.rule == "step/group" {
        let from = after + 1 + usize::from(eye.any(after + 1, &["with", "for", "on"]));
        return clause::read(eye, TokenRange::new(from, end), Role::Conjunct);
    }
    let many = cue.unit.is_some_and(|unit| eye.ends(unit, &["s"]));
    let acts = acts(eye, after, end, many);
    // "stage four is a truce, stage five a vote"
    let gapped = cue.kind == Kind::Unit && eye.is_determiner(after) && first > sentence.first() + 3 && fronted;
    // "the third, in 2024, will ..."
    let aside = eye.is_comma(after) && (after + 1..end.min(after + 12)).any(|at| eye.is_comma(at) && eye.is_finite(at + 1));
    if gapped || cue.kind == Kind::Bare && !eye.is_finite(after) && !acts && !aside {
        return inherit(eye, sentence.first(), first, clause::read(eye, TokenRange::new(after, end), Role::Conjunct));
    }
    // "Phase 1, which closes the schools": a line of its own
    if eye.is_comma(after)
        && eye.any(after + 1, &["which"])
        && fronted
        && !(after + 2..end).any(|at| eye.is_comma(at) && eye.is_finite(at + 1))
    {
        return clause::read(eye, TokenRange::new(after + 2, end), Role::Predicate);
    }
    // "Stage 1, from March 28: the schools reopen"
    let colon = (after..end.min(after + 16)).find(|&at| eye.is(at, ":"));
    if let (true, Some(colon)) = (eye.is_comma(after), colon) {
        let mut clause = clause::read(eye, TokenRange::new(colon + 1, end), Role::Sentence)?;
        clause.deadline = term::deadline(eye, TokenRange::new(after + 1, colon)).or(clause.deadline);
        return Some(clause);
    }
    if eye.is_comma(after) {
        return behind_aside(eye, after, end);
    }
    if !fronted && !eye.is_finite(after) {
        return None;
    }
    if let Some(colon) = behind_length(eye, after, end) {
        return clause::read(eye, TokenRange::new(colon + 1, end), Role::Sentence);
    }
    if acts || eye.is_finite(after) || eye.has(after, eye.words.include) || eye.is_adverb(after) && eye.is_finite(after + 1) {
        let clause = clause::read(eye, TokenRange::new(after, end), Role::Predicate);
        return continued(eye, sentence.end(), clause.as_ref()).or(clause);
    }
    if eye.is_capital(after) || cue.tokens.end() == after {
        let clause = clause::read(eye, TokenRange::new(after, end), Role::Sentence).filter(|clause| clause.verbal);
        return continued(eye, sentence.end(), clause.as_ref()).or(clause);
    }
    None
}

/// "Phase three aims at ...", "Phases two and three deal with ...": a verb right behind its subject, whatever follows.
fn acts(eye: Eye, at: usize, end: usize, many: bool) -> bool {
    let third = eye.verb(at).is_some_and(|verb| verb.third && !verb.base || verb.base && many);
    third && !eye.is_capital(at) && at + 1 < end && !eye.is_mark(at + 1) && !eye.is_finite(at + 1)
}

/// "Phase 1 is to last six weeks: mills reopen", "Stage two is where we are now: ...": the colon behind what only tells how long.
fn behind_length(eye: Eye, after: usize, end: usize) -> Option<usize> {
    let colon = (after..end.min(after + 16)).find(|&at| eye.is(at, ":"))?;
    let lasts = |at: usize| {
        eye.verb(at).is_some_and(|verb| matches!(verb.lemma, "last" | "take" | "run" | "begin" | "start")) || eye.any(at, &["where"])
    };
    (!eye.has(after, eye.words.include) && (after..colon).any(lasts)).then_some(colon)
}

/// "A vote and a swap | make up | the second phase": what stands in front of the verb.
fn made_of(eye: Eye, from: usize, marker: usize) -> Option<TokenRange> {
    let up = marker.checked_sub(2).filter(|at| eye.any(*at, &["make", "makes"]) && eye.any(at + 1, &["up"]));
    // "A joint board is what the third stage provides for"
    let what = marker.checked_sub(2).filter(|at| eye.any(at + 1, &["what"]) && eye.is_auxiliary(*at));
    let verb = up.or(what).or_else(|| {
        marker.checked_sub(1).filter(|at| eye.any(*at, &["form", "forms", "constitute", "constitutes", "comprise", "comprises"]))
    })?;
    let verb = verb - usize::from(verb > from && eye.modality(verb - 1).is_some());
    let from = from.max(verb.saturating_sub(LONGEST));
    let told = (from..verb).all(|at| !eye.is_finite(at) && !eye.is_relative(at)) && !eye.has(from, eye.words.pronoun);
    (told && verb > from + 1).then(|| TokenRange::new(from, verb))
}

/// A step without a verb takes the modal that stands before it in its sentence: "it will be paid twice, the first in May".
fn inherit(eye: Eye, first: usize, marker: usize, clause: Option<Clause>) -> Option<Clause> {
    let mut clause = clause?;
    let from = marker.saturating_sub(40).max(first);
    let modal = (from..marker).rev().find_map(|at| eye.modality(at));
    if clause.modality == Modality::Plain {
        clause.modality = modal.unwrap_or_default();
    }
    Some(clause)
}

/// The line below a marker that is a heading: "Phase 1 (18 May)", "Stage 2: from June".
fn below(eye: Eye, after: usize, end: usize) -> Option<TokenRange> {
    let document = eye.reading.document();
    let number = document.sentence_of(end.checked_sub(1)?);
    let (here, next) = (document.sentences().get(number)?, document.sentences().get(number + 1)?);
    let rest = eye.trim(TokenRange::new(after.min(end), end));
    let dated = rest.len() <= HEADING && term::is_deadline(eye, rest) && !rest.iter().any(|at| eye.is_finite(at));
    let marked = next.tokens.iter().take(2).any(|at| eye.has(at, eye.words.unit));
    let heading = (rest.is_empty() || dated) && here.block != next.block && eye.word(end - 1) != ".";
    (heading && !marked).then_some(next.tokens)
}

/// Past "(May 4-17)" and "- from June 1 -", with these dates.
fn behind_dates(eye: Eye, at: usize, end: usize) -> (usize, Option<TokenRange>) {
    let close = match eye.word(at) {
        "(" => (at + 1..end.min(at + 14)).find(|&at| eye.is(at, ")")),
        _ if eye.is_dash(at) => (at + 1..end.min(at + 10)).find(|&at| eye.is_dash(at)),
        _ => None,
    };
    match close.map(|close| TokenRange::new(at + 1, close)) {
        Some(inside) if eye.is(at, "(") || term::is_deadline(eye, inside) => (inside.end() + 1, Some(inside)),
        _ => (at, None),
    }
}

/// "It starts with phase 0 on 4 May, when shops may open": what may be done then.
fn started(eye: Eye, cue: &Cue, after: usize, end: usize) -> Option<Clause> {
    let verb = cue.tokens.first().checked_sub(2)?;
    let starts = eye.any(verb + 1, &["with"]) && eye.verb(verb).is_some_and(|verb| matches!(verb.lemma, "start" | "begin"));
    let when = |at: usize| {
        let which = eye.any(at, &["in", "under", "during"]) && eye.any(at + 1, &["which"]);
        if eye.any(at, &["when", "where"]) { Some(at + 1) } else { which.then_some(at + 2) }
    };
    let comma = (after..end.min(after + 12)).find(|&at| starts && eye.is_comma(at) && when(at + 1).is_some())?;
    let mut clause = clause::read(eye, TokenRange::new(when(comma + 1)?, end), Role::Sentence)?;
    clause.deadline = clause.deadline.or_else(|| term::deadline(eye, TokenRange::new(after, comma)));
    Some(clause)
}

/// "Marlow said", not "will be added".
fn said(eye: Eye, at: usize) -> bool {
    eye.has(at, eye.words.speech) && !eye.any(before(at), &["is", "are", "was", "were", "be", "been"])
}

/// Past "of the plan" and the like.
fn behind_name(eye: Eye, at: usize, end: usize) -> usize {
    if !eye.any(at, &["of", "in"]) {
        return at;
    }
    (at + 1..end.min(at + 14))
        .find(|&i| eye.is_finite(i) || eye.is_comma(i) || eye.is(i, ":") || eye.is_dash(i) || eye.has(i, eye.words.include))
        .unwrap_or(at)
}

/// "..., which may take a year, would ...": behind the aside; "..., the strikes, is under way": the aside itself.
fn behind_aside(eye: Eye, comma: usize, end: usize) -> Option<Clause> {
    let limit = end.min(comma + 40);
    let close = (comma + 1..limit).find(|&at| {
        eye.is_comma(at)
            && (eye.is_finite(at + 1)
                || acts(eye, at + 1, end, false) && eye.can_be_object(at + 2)
                || eye.causes(at + 1)
                || eye.has(at + 1, eye.words.include)
                || eye.is_adverb(at + 1) && eye.is_finite(at + 2))
    });
    let Some(close) = close else {
        return clause::read(eye, TokenRange::new(comma + 1, end), Role::Sentence);
    };
    let state = eye.any(close + 1, &["is", "was", "has", "are"])
        && (close + 2..close + 6)
            .any(|at| eye.any(at, &["under", "way", "underway", "complete", "completed", "over", "begun", "started", "finished"]));
    if state && !eye.is_relative(comma + 1) {
        let stop = (comma + 1..close).find(|&at| eye.is_comma(at)).unwrap_or(close);
        return clause::read(eye, TokenRange::new(comma + 1, stop), Role::Conjunct);
    }
    let mut clause = clause::read(eye, TokenRange::new(close + 1, end), Role::Predicate)?;
    clause.deadline = clause.deadline.or_else(|| term::deadline(eye, TokenRange::new(comma + 1, close)));
    Some(clause)
}

/// "Shops would reopen under the first phase": the clause before the marker.
fn tail(eye: Eye, first: usize, end: usize) -> Option<Clause> {
    let followed = (first..end).rev().take(40).find(|&at| eye.any(at, &["followed"]) && eye.any(at + 1, &["by"]));
    if let Some(followed) = followed {
        return inherit(eye, first, followed, clause::read(eye, TokenRange::new(followed + 2, end), Role::Conjunct));
    }
    let clause = clause::read(eye, TokenRange::new(first, end), Role::Sentence).filter(|clause| clause.verbal)?;
    if clause.action.as_deref() == Some("include") {
        // "The coast is included in the second phase": without its end it says nothing.
        return clause::read(eye, eye.reading.sentence(first), Role::Sentence);
    }
    Some(clause)
}

/// "Stage 1 began in May. This stage includes ...": what the next sentence says, where this one only tells when.
fn continued(eye: Eye, next: usize, clause: Option<&Clause>) -> Option<Clause> {
    let weak = clause.is_none_or(|clause| {
        let begins = clause.action.as_deref().is_some_and(|verb| matches!(verb, "begin" | "start" | "last" | "be" | "run" | "end"));
        begins || !clause.verbal || eye.any(clause.tokens.first(), &["ongoing", "under", "underway", "over", "complete"])
    });

    let mut at = next + usize::from(eye.any(next, &["in", "during", "under"]));
    if !weak || !eye.any(at, &["this", "that"]) || !eye.has(at + 1, eye.words.unit) {
        return None;
    }
    let end = eye.reading.sentence(next).end();
    at += 2;
    let role = if at == next + 2 { Role::Predicate } else { Role::Sentence };
    clause::read(eye, TokenRange::new(at, end), role)
}
