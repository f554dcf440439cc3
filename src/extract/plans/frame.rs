//! What stands around the clause of a step: who says so, what is put in front, and asides.

use super::Modality;
use super::eye::{Eye, before};
use super::term;
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// How far something in front of a clause may reach.
const REACH: usize = 40;

/// A clause with what was taken off in front of it and behind it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    pub rest: TokenRange,
    pub speaker: Option<TokenRange>,
    pub deadline: Option<TokenRange>,
    pub condition: Option<TokenRange>,
    pub modality: Option<Modality>,
}

/// Takes off speakers at both ends, and what is put in front.
pub(super) fn take_off(eye: Eye, region: TokenRange) -> Frame {
    let mut frame = Frame { rest: region, ..Frame::default() };
    speaker_behind(eye, &mut frame);
    for _ in 0..4 {
        let before = frame.rest;
        adverbial_before(eye, &mut frame);
        speaker_before(eye, &mut frame);
        link_before(eye, &mut frame);
        frame.rest = eye.trim(frame.rest);
        if frame.rest == before {
            break;
        }
    }
    frame
}

/// ", the agency said" and ", according to aides" at the end.
fn speaker_behind(eye: Eye, frame: &mut Frame) {
    let rest = frame.rest;
    // "to states", "in reports": a noun there
    let says = |i: usize| eye.has(i, eye.words.speech) && !eye.has(before(i), eye.words.preposition) && !eye.any(before(i), &["to"]);
    let from = rest.end().saturating_sub(16).max(rest.first() + 2);
    let Some(comma) = (from..rest.end()).find(|&at| {
        (eye.is_comma(at) || eye.is_quote(at))
            && (at + 1..rest.end()).any(says)
            && !(at + 1..rest.end()).any(|i| eye.modality(i).is_some())
            && !(at + 1..rest.end()).any(|i| eye.any(i, &["and", "that"]))
    }) else {
        return;
    };
    let Some((verb, phrase)) =
        (comma + 1..rest.end()).filter(|at| says(*at)).find_map(|at| eye.phrase(at, eye.words.speech).map(|p| (at, p.tokens.end())))
    else {
        return;
    };
    let mut first = comma + 1;
    while first < verb && eye.is_mark(first) {
        first += 1;
    }
    let (from, to) = if verb > first { (first, verb) } else { (phrase, rest.end()) };
    if to > from && to - from <= 12 && (verb > first || rest.end() - verb <= 14) {
        let end = (from..to).find(|&at| eye.is_mark(at) && !eye.is_quote(at) && eye.word(at) != ".").unwrap_or(to);
        frame.speaker = Some(TokenRange::new(from, end.max(from + 1)));
        frame.rest = TokenRange::new(rest.first(), comma);
    }
}

/// "the agency said (that)", "he said," at the beginning.
fn speaker_before(eye: Eye, frame: &mut Frame) {
    let rest = frame.rest;
    let first = rest.first();
    let limit = rest.end().min(first + 14);
    // "the director continued,"
    let goes_on = |at: usize| eye.any(at, &["continued", "concluded", "specified"]) && eye.is_comma(at + 1) && at > first;
    let speech =
        |at: usize| eye.phrase(at, eye.words.speech).map(|phrase| phrase.tokens).or(goes_on(at).then(|| TokenRange::new(at, at + 1)));
    let Some(phrase) = (first..limit).take_while(|&at| eye.modality(at).is_none()).find_map(speech) else { return };
    let (verb, mut after) = (phrase.first(), phrase.end());
    // "Two mills are added" says nothing.
    let passive = eye.verb(verb).is_some_and(|form| form.participle) && eye.any(before(verb), &["is", "are", "was", "were", "be", "been"]);
    if passive && !eye.any(after, &["that"]) && !eye.is_comma(after) {
        return;
    }
    if eye.any(after, &["for", "by", "in", "as", "last", "to"]) && !eye.any(verb, &["said", "according"]) || eye.is_gerund(first) {
        return;
    }
    if eye.any(verb, &["told", "tells", "telling"]) {
        after = (after..rest.end().min(after + 10)).find(|&at| eye.any(at, &["that"])).unwrap_or(after);
    }
    if eye.any(verb, &["according"]) {
        if let Some(comma) = (after..rest.end().min(after + 16)).find(|&at| eye.is_comma(at)) {
            frame.speaker = Some(TokenRange::new(after, comma));
            frame.rest = TokenRange::new(comma + 1, rest.end());
        }
        return;
    }
    if verb <= first
        || eye.any(verb, &["reports", "claims", "estimates", "states", "notes"]) && !eye.any(after, &["that"]) && !eye.is_comma(after)
    {
        return;
    }
    if eye.any(after, &["that"]) || eye.is_comma(after) || eye.is(after, ":") {
        after += 1;
    }
    let states = goes_on(verb) || (after..rest.end().min(after + REACH)).any(|at| eye.is_finite(at)) || eye.is_gerund(after);
    if states {
        let mut end = verb;
        while end > first && (eye.is_mark(end - 1) || eye.is_auxiliary(end - 1)) {
            end -= 1;
        }
        frame.speaker = Some(TokenRange::new(first, end.max(first + 1)));
        frame.rest = TokenRange::new(after, rest.end());
    }
}

/// "it calls for", "it's time for", "we demand that", "there is a need to": words that only lead to the clause.
fn link_before(eye: Eye, frame: &mut Frame) {
    let rest = frame.rest;
    let first = rest.first();
    if eye.any(first, &["it"]) && eye.any(first + 2, &["time"]) && eye.any(first + 3, &["for", "to"]) {
        frame.modality = Some(Modality::Should);
        frame.rest = TokenRange::new(first + 4, rest.end());
        return;
    }
    let subject = if eye.has(first, eye.words.pronoun) {
        first + 1
    } else if eye.any(first, &["the", "this", "that"]) && eye.has(first + 1, eye.words.noun) {
        first + 2
    } else {
        return;
    };
    let leads = eye.phrase(subject, eye.words.include).filter(|_| !eye.any(subject, &["requires", "required", "require", "covers"]));
    if let Some(phrase) = leads {
        frame.rest = TokenRange::new(phrase.tokens.end(), rest.end());
    } else if eye.any(subject, &["demand", "demanded", "insist", "propose", "request", "ask", "recommend"])
        && eye.any(subject + 1, &["that"])
    {
        frame.modality = Some(Modality::Must);
        frame.rest = TokenRange::new(subject + 2, rest.end());
    }
}

/// "By May,", "Once the vote is held,", "In return for this,", "To end the war,": up to the comma before the subject.
fn adverbial_before(eye: Eye, frame: &mut Frame) {
    let rest = frame.rest;
    let first = rest.first();
    let limit = rest.end().min(first + REACH);
    let dated = eye.reading.value_of(first, ValueKind::Date).filter(|date| date.tokens.first() == first);
    let opens =
        (eye.has(first, eye.words.preposition) && !eye.has(first, eye.words.speech)) || eye.has(first, eye.words.opener) || dated.is_some();
    if !opens {
        return;
    }
    let mut commas = (first + 1..limit).filter(|&at| eye.is_comma(at));
    let comma = commas
        .clone()
        .find(|&at| begins_clause(eye, at + 1, rest.end()) && !eye.any(at + 1, &["even", "especially", "particularly"]))
        .or_else(|| commas.next().filter(|_| !eye.any(first, &["to", "as"])));
    // "Above all, the guild, the boards and the clinics must": the subject is a list of its own.
    let open = (first + 1..limit).find(|&at| eye.is_comma(at));
    let comma = match (open, comma) {
        (Some(open), Some(comma)) if open < comma && lists_subject(eye, open, comma, rest.end()) => Some(open),
        _ => comma,
    };
    // "In exchange the mills will ..."
    let swap = eye.any(first, &["in"]) && eye.any(first + 1, &["exchange", "return"]);
    let comma = comma.filter(|_| !(swap && (eye.is_determiner(first + 2) || eye.is_capital(first + 2))));
    if swap && comma.is_none() && begins_clause(eye, first + 2, rest.end()) {
        frame.condition = frame.condition.or(Some(TokenRange::new(first, first + 2)));
        frame.rest = TokenRange::new(first + 2, rest.end());
        return;
    }
    let (cut, next) = match comma {
        Some(comma) => (comma, comma + 1),
        // "On July 1 the company will ..."
        None => {
            let date = (first..first + 3).find_map(|at| eye.reading.value_of(at, ValueKind::Date));
            let end = date.map_or(first, |date| date.tokens.end());
            let range = date.is_some_and(|date| date.tokens.len() >= 4);
            let subject = eye.is_determiner(end) || eye.has(end, eye.words.pronoun) || range && !eye.is_base(end);
            if end > first && subject && begins_clause(eye, end, rest.end()) {
                (end, end)
            } else {
                return;
            }
        }
    };
    let front = TokenRange::new(first, cut);
    if term::is_condition(eye, first) {
        frame.condition = frame.condition.or(Some(front));
    } else if term::is_deadline(eye, front) {
        frame.deadline = frame.deadline.or(Some(front));
    }
    frame.rest = TokenRange::new(next, rest.end());
}

/// Whether "A, B and C" with its verb stands behind the comma at `open`, the last of its commas being at `last`.
fn lists_subject(eye: Eye, open: usize, last: usize, end: usize) -> bool {
    let begins = eye.is_determiner(open + 1) || eye.is_capital(open + 1);
    let plain = !(open + 1..last).any(|at| eye.is_finite(at) || eye.is_relative(at) || eye.has(at, eye.words.preposition));
    let joined = (last + 1..end.min(last + 16)).take_while(|&at| !eye.is_finite(at)).any(|at| eye.any(at, &["and"]));
    begins && plain && joined
}

/// Whether a subject and its verb follow, without a comma between them.
fn begins_clause(eye: Eye, at: usize, end: usize) -> bool {
    let starts = eye.is_determiner(at)
        || eye.has(at, eye.words.pronoun)
        || eye.is_capital(at)
        || eye.reading.token(at).is_some_and(|t| t.kind == crate::text::TokenKind::Word);
    let opens = eye.has(at, eye.words.preposition) || eye.is_relative(at) || eye.any(at, &["and", "or", "if", "to"]);
    starts && !opens && (at + 1..end.min(at + 16)).take_while(|&i| !eye.is_comma(i) && !eye.is_relative(i)).any(|i| eye.is_finite(i))
}

/// Where the minimal clause ends: before asides, appositions and what is only told about it. `verb`: one past its main verb.
pub(super) fn tail(eye: Eye, first: usize, end: usize, verb: usize) -> usize {
    let mut depth = 0_i32;
    let mut at = first;
    while at < end {
        match eye.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        // "the free use of the road (watched by the guild)"
        let added = depth == 1 && eye.is(at, "(") && at > first && (verb <= at) && ends_bracket(eye, at, end);
        if added {
            return at;
        }
        if depth <= 0 && at - first >= 2 {
            let dash = eye.is_dash(at) && at > verb && !later_verb(eye, at, end, verb);
            let aside = eye.is_comma(at) && at >= verb && is_aside(eye, at + 1, end) && !goes_on(eye, at, end);
            let clause = eye.is(at, ";") && at > verb && (at + 1..end.min(at + 20)).any(|i| eye.is_finite(i));
            // "would begin in May, covering two towns": too little stands before the comma.
            let short = at - first < 6 && eye.is_gerund(at + 1) && !eye.any(at + 1, &["including"]);
            if (dash || aside || clause) && !short && (at - first >= 4 || eye.is_relative(at + 1) || eye.any(at + 1, &["including"])) {
                return at;
            }
        }
        at += 1;
    }
    end
}

/// Whether the bracket opens what only adds something at the end: not a short name, not a number.
fn ends_bracket(eye: Eye, open: usize, end: usize) -> bool {
    let close = (open + 1..end.min(open + REACH)).find(|&at| eye.is(at, ")"));
    close.is_some_and(|close| close + 1 >= end && close - open > 3)
}

/// "turn the mill, which is old, into a school": whether the clause goes on behind an aside.
fn goes_on(eye: Eye, comma: usize, end: usize) -> bool {
    let close = (comma + 1..end.min(comma + 24)).find(|&at| eye.is_comma(at));
    eye.is_relative(comma + 1)
        && close.is_some_and(|close| eye.any(close + 1, &["into", "to", "from", "under", "by"]) || eye.modality(close + 1).is_some())
}

fn later_verb(eye: Eye, at: usize, end: usize, verb: usize) -> bool {
    let next = (at + 1..end.min(at + REACH)).find(|&i| eye.is_dash(i));
    verb <= at && next.is_some_and(|next| (next + 1..end.min(next + 4)).any(|i| eye.modality(i).is_some()))
}

/// "nearly a third of the staff": how much of what was named before.
pub(super) fn is_share(eye: Eye, at: usize) -> bool {
    let about = eye.any(at, &["nearly", "almost", "about", "some", "roughly", "over"]);
    let at = at + usize::from(about);
    let at = at + usize::from(eye.any(at, &["a", "one", "two", "three"]));
    eye.any(at, &["third", "thirds", "half", "quarter", "quarters", "tenth", "fifth", "part", "most", "majority"])
        && eye.any(at + 1, &["of"])
}

/// The words before ", including A and B": what an item names as an example, before any verb of its own.
pub(super) fn without_examples(eye: Eye, region: TokenRange) -> TokenRange {
    let first = region.first();
    let noun = eye.is_determiner(first) || eye.reading.quantity(first).is_some();
    let comma = (first + 3..region.end().min(first + REACH)).find(|&at| eye.is_comma(at) || eye.is_finite(at)).filter(|&at| {
        noun && eye.is_comma(at) && (eye.any(at + 1, &["including"]) || eye.any(at + 1, &["such"]) && eye.any(at + 2, &["as"]))
    });
    // "a rise in tolls, including those of the port, will follow"
    let goes_on = |comma: usize| {
        (comma + 1..region.end().min(comma + REACH)).any(|at| eye.is_comma(at) && (eye.is_finite(at + 1) || eye.any(at + 1, &["to"])))
    };
    comma.filter(|comma| !goes_on(*comma)).map_or(region, |comma| TokenRange::new(first, comma))
}

/// Whether what follows a comma only adds to what was said: "which ...", "including ...", "a rare step".
fn is_aside(eye: Eye, at: usize, end: usize) -> bool {
    if eye.is_relative(at) || eye.has(at, eye.words.aside) || eye.any(at, &["that"]) && eye.any(at + 1, &["is"]) || is_share(eye, at) {
        return true;
    }
    if eye.any(at, &["with", "in", "at", "of", "for", "from", "under", "by", "to", "on", "during", "after"]) && eye.is_relative(at + 1)
        || eye.any(at, &["so"]) && eye.any(at + 1, &["as"])
    {
        return true;
    }
    if eye.any(at, &["with", "as"]) && !eye.any(at + 1, &["the"]) || eye.is_quote(at) && eye.any(at + 1, &["except"]) {
        return eye.is_quote(at) || eye.any(at, &["with"]);
    }
    let added = eye.any(at, &["together", "along"]) && eye.any(at + 1, &["with"]) || eye.any(at, &["among"]) && eye.any(at + 1, &["them"]);
    if eye.is_gerund(at) || added {
        return true;
    }
    // An apposition: a noun phrase up to the next comma or the end, with no list going on.
    let noun = eye.any(at, &["a", "an", "one"]);
    noun && !(at..end.min(at + REACH)).any(|i| eye.any(i, &["and", "or"]) && eye.is_comma(before(i)))
}

/// The words without ", he said" behind them.
pub(super) fn without_speaker(eye: Eye, region: TokenRange) -> TokenRange {
    let region = eye.trim(region);
    let mut frame = Frame { rest: region, ..Frame::default() };
    if region.len() > 3 {
        speaker_behind(eye, &mut frame);
    }
    eye.trim(frame.rest)
}
