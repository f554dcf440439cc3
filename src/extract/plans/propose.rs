//! Who proposes a plan, between whom it is, and what for.

use super::eye::{Eye, before};
use super::frame;
use super::verbs;
use crate::text::TokenRange;

/// How far from the name these may stand.
const REACH: usize = 40;

/// "Marlow announced a plan", "Marlow's plan", "a plan by Marlow", "the plan, offered by Marlow".
pub(super) fn proposer(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let possessor = possessor(eye, name);
    // "The secretary revived his plan": who he is says the subject.
    let full = possessor.filter(|words| words.len() > 1 || !eye.has(words.first(), eye.words.determiner));
    full.or_else(|| author(eye, name)).or_else(|| subject(eye, name)).or_else(|| relative(eye, name)).or(possessor)
}

/// "the plan (that) Marlow outlined", "demands that the drivers have made": the subject of a clause that hangs on the name.
fn relative(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let first = name.end() + usize::from(eye.any(name.end(), &["that", "which"]));
    let end = eye.reading.sentence(name.first()).end().min(first + 10);
    let opens = first < end && (eye.is_determiner(first) || eye.has(first, eye.words.pronoun) || eye.is_capital(first));
    let verb = (first + 1..end)
        .take_while(|&at| !eye.is_mark(at))
        .find(|&at| eye.verb(at).is_some_and(|verb| (verb.past || verb.third) && eye.has_lemma(verb.lemma, eye.words.propose)))
        .filter(|_| opens)?;
    let group = (first + 1..verb).find(|&at| eye.is_finite(at)).unwrap_or(verb);
    Some(TokenRange::new(first, group))
}

/// Who announced it a sentence or two before its name: "The agency on Monday announced new rules. ... There are six steps:".
pub(super) fn earlier(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let sentences = eye.reading.document().sentences();
    let number = eye.reading.document().sentence_of(name.first());
    (number.saturating_sub(2)..number).rev().filter_map(|at| sentences.get(at)).find_map(|sentence| {
        let tokens = sentence.tokens;
        let verb = tokens.iter().take(REACH).find(|&at| {
            eye.verb(at).is_some_and(|verb| {
                (verb.past || verb.third)
                    && matches!(verb.lemma, "announce" | "unveil" | "present" | "propose" | "outline" | "introduce" | "publish" | "release")
            }) && !is_noun_here(eye, at)
        })?;
        let passive = eye.is_auxiliary(before(verb));
        let behind = || author(eye, TokenRange::new(verb, verb + 1));
        let noun = if passive { behind() } else { subject_of(eye, verb, tokens.first()) }?;
        noun.iter().any(|at| eye.reading.value_of(at, crate::rules::ValueKind::Actor).is_some()).then_some(noun)
    })
}

/// Who says so in the sentence of the name: "Marlow said it would be done in two steps".
pub(super) fn speaker(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let noun = frame::take_off(eye, eye.reading.sentence(name.first())).speaker?;
    let acts = !noun.overlaps(name) && !eye.any(noun.first(), &["it", "which", "that", "who"]);
    acts.then_some(noun)
}

/// "Marlow's plan", "his plan", "the Syldavian plan".
fn possessor(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let first = name.first();
    let sentence = eye.reading.sentence(first);
    if first == sentence.first() {
        return None;
    }
    let last = first - 1;
    if eye.any(last, &["his", "her", "their", "our", "my"]) {
        return Some(TokenRange::new(last, first));
    }
    let mut at = last;
    // "Marlow's revised four-point plan"
    while at > sentence.first() && last - at < 2 && !matches!(eye.word(at), "'s" | "’s" | "'" | "’") {
        at -= 1;
    }
    let genitive = matches!(eye.word(at), "'s" | "’s")
        || (matches!(eye.word(at), "'" | "’") && eye.ends(before(at), &["s"]) && eye.reading.token(at).is_some_and(|t| t.glued));
    if !genitive || at == sentence.first() {
        return None;
    }
    let mut start = at;
    while start > sentence.first() && at - start < 8 && is_name_part(eye, start - 1) {
        start -= 1;
    }
    (start < at).then(|| TokenRange::new(start, at))
}

fn is_name_part(eye: Eye, at: usize) -> bool {
    let closed = eye.has(at, eye.words.preposition)
        || eye.has(at, eye.words.auxiliary)
        || eye.modality(at).is_some()
        || eye.is_mark(at) && eye.word(at) != "-"
        || eye.any(at, &["and", "that", "of", "but"]);
    !closed
        && (eye.is_capital(at)
            || eye.is_determiner(at)
            || !eye.verb(at).is_some_and(|v| v.third || v.past || v.gerund) && !eye.has(at, eye.words.speech))
}

/// "... by Marlow", "offered by Marlow" behind the name.
pub(super) fn author(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let end = eye.reading.sentence(name.first()).end().min(name.end() + 12);
    let at = (name.end()..end)
        .take_while(|&at| !matches!(eye.word(at), ":" | ";") && eye.modality(at).is_none())
        .find(|&at| eye.any(at, &["by"]) && !eye.is_gerund(at + 1))?;
    let verb = at == name.end()
        || eye.verb(at - 1).is_some_and(|verb| verb.participle && eye.has_lemma(verb.lemma, eye.words.propose))
        || eye.any(at - 1, &["proposed", "offered", "outlined", "drafted", "put", "forward"]);
    let noun = verbs::noun_phrase(eye, at + 1, eye.reading.sentence(name.first()).end())?;
    // "by Moscow earlier this week"
    let dated = noun.iter().find(|&at| eye.reading.value_of(at, crate::rules::ValueKind::Date).is_some());
    let noun = TokenRange::new(noun.first(), dated.unwrap_or(noun.end()));
    let acts = !noun.is_empty() && (noun.iter().any(|at| eye.is_capital(at)) || eye.is_determiner(noun.first()));
    (verb && acts).then_some(noun)
}

/// The subject of the verb that sets the plan out.
fn subject(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let sentence = eye.reading.sentence(name.first());
    let from = sentence.first().max(name.first().saturating_sub(REACH));
    let verb = (from..name.first()).rev().find(|&at| {
        !is_noun_here(eye, at)
            && eye
                .verb(at)
                .is_some_and(|verb| (verb.past || verb.third || verb.base || verb.gerund) && eye.has_lemma(verb.lemma, eye.words.propose))
    })?;
    subject_of(eye, verb, from)
}

/// Who demands or promises: the subject of the verb.
pub(super) fn demander(eye: Eye, verb: usize) -> Option<TokenRange> {
    // "in return for", "only if": whoever speaks demands it.
    if eye.any(verb, &["in", "on", "only"]) {
        return None;
    }
    subject_of(eye, verb, eye.reading.sentence(verb).first().max(verb.saturating_sub(REACH)))
}

/// Who takes steps: "the mayor" in "the mayor is prepared to take several steps, including ...".
pub(super) fn taker(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    // "The rebels plan to burn the barns"
    if name.len() == 1 && eye.any(name.first(), &["plan"]) && eye.any(name.end(), &["to"]) && eye.ends(before(name.first()), &["s"]) {
        return demander(eye, name.first());
    }
    let steps = eye.any(before(name.end()), &["steps", "measures", "actions", "action"]);
    let from = eye.reading.sentence(name.first()).first().max(name.first().saturating_sub(4));
    let takes = |at: usize| eye.verb(at).is_some_and(|verb| matches!(verb.lemma, "take" | "adopt" | "implement"));
    let verb = (from..name.first()).rev().take_while(|_| steps).find(|&at| takes(at))?;
    demander(eye, verb)
}

/// The noun phrase before the group of verbs that ends with `verb`.
fn subject_of(eye: Eye, verb: usize, from: usize) -> Option<TokenRange> {
    let mut group = verb;
    while group > from
        && verb - group < 4
        && (eye.is_finite(group - 1)
            || eye.is_adverb(group - 1)
            || eye.any(group - 1, &["to", "be", "been", "planning", "plans", "is", "prepared", "ready", "expected", "due"]))
    {
        group -= 1;
    }
    let mut first = group;
    while first > from && group - first < 10 && !breaks(eye, first - 1) {
        first -= 1;
    }
    first += usize::from(eye.any(first, &["and", "of"]));
    // "The strikers, who sleep in tents, have three demands"
    if first == group && eye.is_comma(before(group)) {
        let open = verbs::noun_phrase(eye, from, group)?;
        return Some(open).filter(|noun| eye.is_comma(noun.end()) && !eye.has(noun.first(), eye.words.preposition));
    }
    let noun = TokenRange::new(first.min(group), group);
    // "the mayor's pension plan has two parts"; "the front today": a date is no part of a name.
    let cut = noun.iter().skip(1).find(|&at| {
        matches!(eye.word(at), "'s" | "’s") && (at + 1..noun.end()).any(|at| eye.has(at, eye.words.noun))
            || eye.reading.value_of(at, crate::rules::ValueKind::Date).is_some_and(|date| date.tokens.end() == noun.end())
    });
    let noun = TokenRange::new(noun.first(), cut.unwrap_or(noun.end()));
    let noun = match noun.iter().find(|&at| eye.has(at, eye.words.preposition) && !eye.any(at, &["of"])) {
        Some(at) if at > noun.first() && !eye.any(at, &["on"]) => noun,
        Some(at) if at > noun.first() => TokenRange::new(noun.first(), at),
        // "In the statement the North promised ..."
        Some(_) => TokenRange::new(noun.iter().rev().find(|&at| at > noun.first() + 1 && eye.is_determiner(at))?, noun.end()),
        None => noun,
    };
    // "the measure proposed on Thursday by Marlow calls for": who made it, not when.
    let by = noun.iter().rev().find(|&at| eye.any(at, &["by"]) && at + 1 < noun.end());
    let noun = by.map_or(noun, |by| TokenRange::new(by + 1, noun.end()));
    // "would rather free them in return for": what is left of another verb is nobody.
    let verb = !eye.is_capital(noun.first())
        && !eye.has(noun.first(), eye.words.ambiguous)
        && eye.verb(noun.first()).is_some_and(|verb| verb.base || verb.past)
        && noun.len() > 1;
    let real =
        !noun.is_empty() && !verb && !eye.any(noun.first(), &["be", "been", "being", "it", "which", "that", "there", "to", "who", "and"]);
    real.then_some(noun)
}

/// "the details", "its plans": a noun that looks like a verb.
fn is_noun_here(eye: Eye, at: usize) -> bool {
    let last = before(at);
    eye.is_determiner(last)
        || matches!(eye.word(last), "'s" | "’s" | "'" | "’")
        || eye.has(last, eye.words.preposition) && !eye.any(last, &["to"])
}

/// Whether a subject begins behind this token.
fn breaks(eye: Eye, at: usize) -> bool {
    let genitive = matches!(eye.word(at), "'" | "’") && eye.reading.token(at).is_some_and(|t| t.glued);
    (eye.is_mark(at) && !genitive && !matches!(eye.word(at), "-" | "&"))
        || eye.is_dash(at)
        || eye.has(at, eye.words.speech)
        || eye.any(at, &["that", "but", "as", "while", "when", "after", "if", "because", "which", "who", "whose", "where"])
        || eye.any(at, &["and", "of"]) && !eye.is_capital(at + 1) && !eye.is_determiner(at + 1)
        || eye.is_finite(at)
}

/// "between the army and the rebels" behind the name.
pub(super) fn parties(eye: Eye, name: TokenRange) -> Vec<TokenRange> {
    let end = eye.reading.sentence(name.first()).end().min(name.end() + REACH);
    let Some(between) = (name.end()..end.min(name.end() + 8)).find(|&at| eye.any(at, &["between"])) else { return Vec::new() };
    let Some(first) = verbs::noun_phrase(eye, between + 1, end) else { return Vec::new() };
    let Some(and) = first.iter().find(|&at| eye.any(at, &["and"])) else { return Vec::new() };
    vec![TokenRange::new(first.first(), and), TokenRange::new(and + 1, first.end())].into_iter().filter(|p| !p.is_empty()).collect()
}

/// "to end the war", "aimed at averting a strike" behind the name.
pub(super) fn purpose(eye: Eye, name: TokenRange) -> Option<TokenRange> {
    let sentence = eye.reading.sentence(name.first());
    let end = sentence.end().min(name.end() + REACH);
    let limit = end.min(name.end() + 14);
    let at = (name.end()..limit).take_while(|&at| !matches!(eye.word(at), ":" | ";")).find_map(|at| {
        let aimed = eye.any(at, &["aimed", "designed", "intended", "meant"]) && eye.any(at + 1, &["at", "to"]);
        let bare = at == name.end()
            && (eye.any(at, &["to"]) && eye.is_base(at + 1) && !eye.any(at + 1, &["be"]) || eye.any(at, &["for"]) && eye.is_gerund(at + 1));
        if aimed { Some(at + 2) } else { bare.then_some(at + 1) }
    })?;
    let stop = (at..end).find(|&i| matches!(eye.word(i), "," | ":" | ";" | "—" | "–" | "--" | ".") || eye.is_relative(i)).unwrap_or(end);
    let purpose = eye.trim(TokenRange::new(at, stop));
    (!purpose.is_empty()).then_some(purpose)
}
