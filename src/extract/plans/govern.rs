//! Announcements that govern an inline list: "the plan includes A, B and C", "demanded that H a, b and c".

use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::demand;
use super::eye::{Eye, before};
use super::judge;
use super::list::{self, List, Shape};
use super::sequel;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far behind the name what leads to the list may stand.
const REACH: usize = 26;
/// The longest item of a list, in tokens.
const LONGEST: usize = 50;

/// A list as a plan's steps.
#[derive(Debug, Clone)]
pub(super) struct Inline {
    /// The list, all of it.
    pub tokens: TokenRange,
    pub steps: Vec<Clause>,
}

/// How firmly an announcement holds a list: the less it says, the nearer the list must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Governs {
    Counted,
    Parts,
    /// "three things"
    Loose,
    /// "the plan", where a plan was announced before.
    Chained,
    Named,
}

/// What leads to a list, and how many items it says that there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold {
    pub how: Governs,
    pub count: Option<usize>,
}

impl Hold {
    /// "These are: ...", "they want ...": as firm as a count, without one.
    pub const PARTS: Self = Self { how: Governs::Parts, count: None };

    pub fn of(announcement: &Announcement, chained: bool) -> Self {
        let how = match announcement.kind {
            Kind::Counted => Governs::Counted,
            Kind::Parts => Governs::Parts,
            Kind::Loose => Governs::Loose,
            Kind::Named if chained => Governs::Chained,
            _ => Governs::Named,
        };
        Self { how, count: announcement.count.map(|count| count as usize) }
    }

    fn is_counted(self) -> bool {
        matches!(self.how, Governs::Counted | Governs::Parts | Governs::Loose)
    }

    /// As firm as a count.
    fn firm(self) -> Self {
        if self.is_counted() { self } else { Self::PARTS }
    }
}

/// The list that the announcement governs in its own sentence.
pub(super) fn list(eye: Eye, announcement: &Announcement, chained: bool) -> Option<Inline> {
    let sentence = eye.reading.sentence(announcement.name.first());
    match announcement.kind {
        Kind::Demand => demand::list(eye, announcement.name, sentence.end(), chained),
        _ => {
            let hold = Hold::of(announcement, chained);
            let name = announcement.name;
            let led = if announcement.kind == Kind::Bill { None } else { led(eye, name.end(), sentence.end(), hold) };
            led.or_else(|| among(eye, name, sentence.end(), hold))
                .or_else(|| obliges(eye, name.end(), sentence.end()))
                .or_else(|| would(eye, announcement, sentence.end()))
                .or_else(|| sequel::under(eye, name).filter(|_| announcement.kind != Kind::Bill))
        }
    }
}

/// The step that is told where the plan is named: "X was part of the plan", "In addition to X, the other demands".
pub(super) fn beforehand(eye: Eye, name: TokenRange) -> Option<Clause> {
    let sentence = eye.reading.sentence(name.first());
    let first = sentence.first();
    if eye.any(first, &["in", "besides", "apart"]) && (eye.any(first + 1, &["addition"]) && eye.any(first + 2, &["to"])) {
        let comma = (first + 3..name.first().min(first + 40)).find(|&at| eye.is_comma(at))?;
        return clause::read(eye, TokenRange::new(first + 3, comma), Role::Conjunct);
    }
    // "is (simply) (the first) part of a"
    let from = first.max(name.first().saturating_sub(8));
    let part = (from..name.first()).rev().find(|&at| eye.any(at, &["part", "step", "phase", "stage"]) && eye.any(at + 1, &["of"]))?;
    let verb = (from..part).rev().find(|&at| eye.any(at, &["is", "was"]))?;
    let early = eye.any(part - 1, &["first", "initial"]) || part - verb == 1;
    let mut start = verb;
    while start > first
        && verb - start < 24
        && !(eye.has(start - 1, eye.words.speech)
            || eye.any(start - 1, &["that", "say", "but", "because"])
            || matches!(eye.word(start - 1), ";" | ":" | "—"))
    {
        start -= 1;
    }
    clause::read(eye, TokenRange::new(start, verb), Role::Conjunct).filter(|_| early && verb > start)
}

/// The list in the words behind a name, as if the plan were their subject.
pub(super) fn behind(eye: Eye, from: usize, end: usize, hold: Hold) -> Option<Inline> {
    led(eye, from, end, hold)
}

/// "Among the demands made by the drivers are A, B and C".
fn among(eye: Eye, name: TokenRange, end: usize, hold: Hold) -> Option<Inline> {
    let first = eye.reading.sentence(name.first()).first();
    let opens = (name.first().saturating_sub(3).max(first)..name.first()).any(|at| eye.any(at, &["among"]));
    let verb = (name.end()..end.min(name.end() + 12)).find(|&at| eye.any(at, &["are", "were", "is", "was"])).filter(|_| opens)?;
    items(eye, verb + 1, end, None, hold.firm())
}

/// Behind a colon, a dash or a verb like "includes".
fn led(eye: Eye, from: usize, end: usize, hold: Hold) -> Option<Inline> {
    let counted = hold.is_counted();
    let reach = match hold.how {
        Governs::Counted => REACH,
        Governs::Parts => 16,
        Governs::Loose => 5,
        Governs::Chained | Governs::Named => 7,
    };
    let limit = end.min(from + reach);
    // "the demands that were listed in the report are: ..."
    let colon = (from..end.min(from + 16)).find(|&at| eye.word(at) == ":" && (eye.any(at - 1, &["are", "were", "is", "was"])));
    if let Some(colon) = colon {
        return items(eye, colon + 1, end, None, hold.firm());
    }
    if let Some(at) = (from..limit).find(|&at| eye.any(at, &["everything"]) && eye.any(at + 1, &["from"])) {
        return span_of(eye, at + 2, end);
    }
    // "The offer, two people said, includes ..."
    let close = (from + 1..end.min(from + 16)).find(|&at| eye.is_comma(at) && eye.is_comma(from));
    let from = close.map(|close| close + 1).filter(|at| eye.has(*at, eye.words.include) && !eye.any(*at, &["including"])).unwrap_or(from);
    let limit = limit.max(end.min(from + 3));
    let mut at = from;
    let mut modality = None;
    while at < limit {
        if eye.word(at) == ":" {
            let wanted = eye.any(before(from), &["demands", "conditions"]);
            let hold = if wanted { hold.firm() } else { hold };
            return sequel::clauses(eye, at + 1, end, 3).or_else(|| items(eye, at + 1, end, modality, hold));
        }
        // "comprises four points: ...": the count has a list of its own.
        let parts = |at: usize| eye.reading.quantity(at).is_some() && (at + 1..at + 4).any(|i| eye.has(i, eye.words.part));
        if let Some(phrase) =
            eye.phrase(at, eye.words.include).filter(|phrase| !parts(phrase.tokens.end())).filter(|phrase| leads(eye, from, phrase.tokens))
        {
            modality = eye.modality(before(at)).filter(|m| matches!(m, Modality::Should | Modality::Will));
            let mut first = phrase.tokens.end();
            if eye.any(first, &["the"]) && eye.any(first + 1, &["following"]) {
                first = (first + 2..first + 5).find(|&at| eye.word(at) == ":").unwrap_or(first);
            }
            if eye.word(first) == ":" || eye.any(first, &["everything"]) {
                first += 1;
            }
            if eye.any(first, &["from"]) {
                return span_of(eye, first + 1, end);
            }
            // "started with A and will include B", "begins with A, followed by B"
            if eye.any(at, &["starts", "started", "begins", "began"])
                && let Some(found) = starting(eye, first, end).or_else(|| sequel::followed(eye, first, end))
            {
                return Some(found);
            }
            if let Some(found) = obliges(eye, at, end) {
                return Some(found);
            }
            let found = items(eye, first, end, modality, hold);
            return found.or_else(|| alone(eye, first, end).filter(|_| matches!(hold.how, Governs::Counted | Governs::Chained)));
        }
        if eye.any(at, &["are", "were", "is", "was"]) && (eye.any(at + 1, &["to", "that"]) || eye.word(at + 1) == ":") && at + 1 < end {
            let first = at + 1 + usize::from(eye.word(at + 1) == ":");
            if let Some(found) = sequel::ordered(eye, first + 1, end).filter(|_| eye.any(first, &["to"])) {
                return Some(found);
            }
            let list = items(eye, first, end, None, hold.firm());
            return list.filter(|list| eye.any(at, &["are", "were"]) || list.steps.len() >= 3);
        }
        if hold.how == Governs::Counted && (eye.any(at, &["whereby"]) || (eye.any(at, &["under", "in"]) && eye.any(at + 1, &["which"]))) {
            let first = at + if eye.any(at, &["whereby"]) { 1 } else { 2 };
            return sequence(eye, first, end);
        }
        if eye.any(at, &["from"]) && eye.any(before(at), &["everything"]) {
            return span_of(eye, at + 1, end);
        }
        if counted && eye.is_dash(at) && at <= from + 6 {
            let found = items(eye, at + 1, end, None, hold);
            if found.is_some() {
                return found;
            }
        }
        let breaks = matches!(eye.word(at), ";")
            || (!counted
                && (eye.is_finite(at) || eye.is_dash(at))
                && !eye.has(at + 1, eye.words.include)
                && !(eye.is_adverb(at + 1) && eye.has(at + 2, eye.words.include)));
        if breaks {
            return None;
        }
        at += 1;
    }
    None
}

/// "whereby the board would vote, after which the owner would sign": clauses that follow each other.
fn sequence(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = without_speaker(eye, first, end);
    let mut steps = Vec::new();
    let mut from = region.first();
    for at in region.iter() {
        let then = (eye.any(at, &["after"]) && eye.any(at + 1, &["which"]))
            || (eye.any(at, &["then"]) && (eye.is_comma(at - 1) || eye.any(at - 1, &["and"])));
        if then && at > from {
            steps.extend(clause::read(eye, TokenRange::new(from, at), Role::Sentence).filter(|step| step.verbal));
            from = at + if eye.any(at, &["then"]) { 1 } else { 2 };
        }
    }
    steps.extend(clause::read(eye, TokenRange::new(from, region.end()), Role::Sentence).filter(|step| step.verbal));
    let agents: Vec<_> = steps.iter().filter(|step| step.modality != Modality::Plain).collect();
    (agents.len() >= 2 && agents.len() == steps.len()).then_some(Inline { tokens: region, steps })
}

/// Whether the plan is what includes: "includes" has it for its subject, "including" follows it.
fn leads(eye: Eye, from: usize, verb: TokenRange) -> bool {
    // "people who have included ..." belongs to somebody else.
    let between = (from..verb.first()).filter(|&at| eye.is_finite(at) && eye.modality(at).is_none()).count();
    let subject = before(verb.first());
    let object = eye.any(subject, &["to", "who"]) || eye.is_determiner(subject) && !eye.any(subject, &["that"]);
    between <= 1 && !object
}

/// A single item: the one that is told of many.
fn alone(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = without_speaker(eye, first, end);
    let stop = region.iter().skip(1).find(|&at| eye.is_comma(at) || eye.is_dash(at) || eye.word(at) == ";").unwrap_or(region.end());
    let step =
        clause::read(eye, TokenRange::new(region.first(), stop), Role::Conjunct).filter(|step| !step.told && step.tokens.len() >= 2)?;
    Some(Inline { tokens: region, steps: vec![step] })
}

/// "everything from raising fees to closing depots".
fn span_of(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let to = (first + 1..end.min(first + 30)).find(|&at| eye.any(at, &["to"]) && eye.is_gerund(at + 1))?;
    let ranges = [TokenRange::new(first, to), TokenRange::new(to + 1, end)];
    let steps = ranges.iter().filter_map(|range| clause::read(eye, *range, Role::Conjunct)).collect();
    Some(Inline { tokens: TokenRange::new(first, end), steps })
}

/// "started with A and will include B".
fn starting(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let and =
        (first + 1..end.min(first + REACH)).find(|&at| eye.any(at, &["and"]) && (at + 1..at + 4).any(|i| eye.has(i, eye.words.include)))?;
    let phrase = (and + 1..and + 4).find_map(|at| eye.phrase(at, eye.words.include))?;
    let ranges = [TokenRange::new(first, and), TokenRange::new(phrase.tokens.end(), end)];
    let mut steps: Vec<Clause> = ranges.iter().filter_map(|range| clause::read(eye, *range, Role::Conjunct)).collect();
    if let (Some(last), Some(modality)) = (steps.last_mut(), eye.modality(and + 1)) {
        last.modality = modality;
    }
    Some(Inline { tokens: TokenRange::new(first, end), steps })
}

/// "the plan would cut fees, raise wages and build homes"; "plan to cut ..., raise ... and build ...".
fn would(eye: Eye, announcement: &Announcement, end: usize) -> Option<Inline> {
    let at = announcement.name.end();
    // "proposals this week that would ..."
    let that = (at..end.min(at + 5))
        .take_while(|&i| eye.reading.value_of(i, crate::rules::ValueKind::Date).is_some() || eye.any(i, &["that", "which"]))
        .find(|&i| eye.any(i, &["that", "which"]) && eye.modality(i + 1).is_some());
    let at = that.map_or(at, |that| that + 1);
    let modality = eye.modality(at);
    // "the bill could pass the house": only what it would do is its plan.
    let ahead = matches!(modality, Some(Modality::Will | Modality::Would | Modality::Must | Modality::Should));
    if announcement.kind == Kind::Bill && !ahead {
        return None;
    }
    // "the mayors plan to", "Marlow plans to": a verb.
    let before = before(announcement.name.first());
    let verb = eye.any(at, &["to"]) && (eye.is_capital(before) || eye.has(before, eye.words.pronoun));
    let first = if modality.is_some() || eye.any(at, &["to"]) && !verb { at + 1 } else { return None };
    if !eye.is_base(first) || eye.any(first, &["be", "have"]) {
        return None;
    }
    let list = list::read(eye, without_speaker(eye, first, end), Some(Shape::Base));
    let found = (list.items.len() >= 3).then(|| inline(eye, first, end, &list, modality))?;
    // "The bill would hurt the poor, cost jobs and increase the deficit": what comes of it, not what it does.
    let effects =
        found.steps.iter().filter(|step| step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.effect))).count();
    (effects * 2 <= found.steps.len()).then_some(found)
}

/// "(the law would) require the banks to a, to b and to c": whom it makes act, and what for.
fn obliges(eye: Eye, from: usize, end: usize) -> Option<Inline> {
    let verb = (from..end.min(from + 4)).take_while(|&at| !eye.is_mark(at)).find(|&at| eye.causes(at))?;
    let modal = eye.modality(before(verb)).filter(|_| verb > from);
    let lets = eye.verb(verb).is_some_and(|verb| matches!(verb.lemma, "allow" | "permit" | "enable" | "authorize" | "authorise" | "let"));
    let to = (verb + 1..end.min(verb + 14))
        .take_while(|&i| !eye.is_mark(i) && !eye.is_finite(i))
        .find(|&i| eye.any(i, &["to"]) && eye.is_base(i + 1))?;
    let list = list::read(eye, without_speaker(eye, to + 1, end), Some(Shape::Base));
    if list.items.len() < 3 || to == verb + 1 {
        return None;
    }
    let binding = if lets { Modality::May } else { Modality::Must };
    let mut found = inline(eye, to + 1, end, &list, modal.or(Some(binding)));
    for step in &mut found.steps {
        step.actor = step.actor.or(Some(TokenRange::new(verb + 1, to)));
    }
    Some(found)
}

/// The items from `first` on, as steps; none where they are not at least two things to do.
pub(super) fn items(eye: Eye, first: usize, end: usize, modality: Option<Modality>, hold: Hold) -> Option<Inline> {
    let region = without_speaker(eye, first, end);
    // "three steps: it fired the head, hired a new one and paid the fine" has happened.
    let first = region.first();
    if eye.has(first, eye.words.pronoun) && eye.verb(first + 1).is_some_and(|verb| verb.past && !verb.base) {
        return None;
    }
    let mut list = list::counted(eye, region, None, hold.count);
    // "lower fees, a cap on salaries and a merger": what looks like a verb begins a noun.
    if hold.is_counted() && list.items.len() < 2 && list.shape == Some(Shape::Base) {
        list = list::read(eye, region, Some(Shape::Noun));
    }
    if hold.is_counted() && list.items.len() < 2 && list.shape == Some(Shape::Noun) {
        list.items = two_nouns(eye, region);
    }
    let far = list.items.iter().any(|item| item.len() > LONGEST || is_question(eye, item.first()));
    let found = (!far).then(|| inline(eye, region.first(), end, &list, modality))?;
    judge::items(eye, &list.items, &found.steps, hold).then_some(found)
}

/// "better training and an end to raids": where a count says that there are several, one "and" may part two of them.
fn two_nouns(eye: Eye, region: TokenRange) -> Vec<TokenRange> {
    let mut ands = region.iter().take(40).filter(|&at| eye.any(at, &["and"]));
    let (Some(and), None) = (ands.next(), ands.next()) else { return Vec::new() };
    let sides = [TokenRange::new(region.first(), and), TokenRange::new(and + 1, region.end())];
    let fine = sides.iter().all(|side| side.len() >= 2 && !side.iter().take(40).any(|at| eye.is_comma(at)))
        && sides.iter().any(|side| deed(eye, *side));
    if fine { sides.to_vec() } else { Vec::new() }
}

fn is_question(eye: Eye, at: usize) -> bool {
    eye.any(at, &["what", "how", "why", "whether", "who", "where", "when", "both"])
}

/// Whether a noun phrase names something to be done: "the release of prisoners", "closing the camp", "an end to".
pub(super) fn deed(eye: Eye, item: TokenRange) -> bool {
    item.iter().take(6).any(|at| {
        let word = eye.word(at);
        eye.is_gerund(at)
            || eye.has(at, eye.words.deed)
            || (word.len() > 7 && ["tion", "sion", "ment", "tions", "sions", "ments"].iter().any(|end| word.ends_with(end)))
    })
}

/// The rest of the sentence without ", he said" at its end.
pub(super) fn without_speaker(eye: Eye, first: usize, end: usize) -> TokenRange {
    super::frame::without_speaker(eye, TokenRange::new(first, end))
}

pub(super) fn inline(eye: Eye, first: usize, end: usize, list: &List, modality: Option<Modality>) -> Inline {
    let mut steps: Vec<Clause> = list.items.iter().filter_map(|item| clause::read(eye, *item, Role::Conjunct)).collect();
    for step in &mut steps {
        if step.modality == Modality::Plain {
            step.modality = modality.unwrap_or_default();
        }
    }
    Inline { tokens: TokenRange::new(first, end), steps }
}
