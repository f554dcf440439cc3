//! Announcements that govern an inline list: "the plan includes A, B and C", "demanded that H a, b and c".

use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::demand;
use super::does;
use super::enough;
use super::eye::{Eye, before};
use super::judge;
use super::led;
use super::list::{self, List, Shape};
use super::pieces;
use super::under;
use super::wanted;
use super::would;
use super::{Clause, Modality};
use crate::text::TokenRange;

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

    pub fn is_counted(self) -> bool {
        matches!(self.how, Governs::Counted | Governs::Parts | Governs::Loose)
    }

    /// As firm as a count.
    pub fn firm(self) -> Self {
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
            // "Passing the plan requires ..."
            let third = eye.has(name.end(), eye.words.include) && eye.verb(name.end()).is_some_and(|verb| verb.third && !verb.base);
            let object = third && !does::is_subject(eye, name);
            let led = match announcement.kind {
                _ if object => None,
                Kind::Bill => led::contents(eye, name.end(), sentence.end(), hold),
                _ => led::behind(eye, name.end(), sentence.end(), hold),
            };
            does_all(eye, announcement, sentence.end())
                .or(led)
                .or_else(|| among(eye, name, sentence.end(), hold))
                .or_else(|| obliges(eye, name.end(), sentence.end()))
                .or_else(|| would::list(eye, announcement, sentence.end()))
                .or_else(|| would::by_means(eye, name, sentence.end()))
                .or_else(|| under::told(eye, name).filter(|list| announcement.kind != Kind::Bill || list.steps.iter().all(is_ahead)))
        }
    }
}

/// "Under the bill, mills would close", not "Under the law, mills must close"
fn is_ahead(step: &Clause) -> bool {
    step.modality == Modality::Would
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

/// "The bill bans A, requires B and sets up C", not "the law", which is in force.
fn does_all(eye: Eye, announcement: &Announcement, end: usize) -> Option<Inline> {
    let name = announcement.name;
    let law = is_in_force(eye, name, end);
    let plan = matches!(announcement.kind, Kind::Named | Kind::Bill | Kind::Counted) && !law;
    let verb = pieces::behind_aside(eye, name.end(), end);
    // "a bill that extends the credit, delays the levy and ..."
    let many = eye.ends(name.end() - 1, &["s"])
        && eye.is_base(verb + 1)
        && eye.modality(verb + 1).is_none()
        && !eye.is_mark(verb + 2)
        && !makes(eye, verb + 1);
    if !law && eye.any(verb, &["that", "which"]) && (many || does::begins(eye, verb + 1)) {
        return does::list(eye, verb + 1, end, 3);
    }
    let least = if law || announcement.kind == Kind::Bill && name.len() == 1 && eye.any(name.first(), &["act"]) { 3 } else { 2 };
    plan.then(|| does::list(eye, verb, end, least))?.filter(|_| does::is_subject(eye, name))
}

/// "measures that make it harder to vote": what comes of them.
fn makes(eye: Eye, verb: usize) -> bool {
    eye.any(verb, &["make", "help", "hurt", "allow", "mean", "keep"])
}

/// "The law bans tolls", not "the new law", "the law, which takes effect in May".
pub(super) fn is_in_force(eye: Eye, name: TokenRange, end: usize) -> bool {
    let law = name.len() == 1 && eye.any(name.first(), &["law", "act"]);
    let new = || eye.any(before(name.first()), &["new", "draft", "proposed", "planned"]);
    let close = || pieces::behind_aside(eye, name.end(), end);
    let ahead = || (name.end()..close()).any(|at| eye.any(at, &["effect", "force"]));
    law && !new() && !ahead() && eye.modality(name.end()).is_none()
}

/// "Among the demands made by the drivers are A, B and C".
fn among(eye: Eye, name: TokenRange, end: usize, hold: Hold) -> Option<Inline> {
    let first = eye.reading.sentence(name.first()).first();
    let opens = (name.first().saturating_sub(3).max(first)..name.first()).any(|at| eye.any(at, &["among"]));
    let verb = (name.end()..end.min(name.end() + 12))
        .find(|&at| eye.any(at, &["are", "were", "is", "was"]) || eye.is(at, ":"))
        .filter(|_| opens)?;
    items(eye, verb + 1, end, None, hold.firm()).or_else(|| items(eye, verb + 1, end, None, Hold { how: Governs::Chained, count: None }))
}

/// "His demands to cut fees, raise wages and build homes | are gone": the plan is the subject of what follows.
pub(super) fn before_verb(eye: Eye, first: usize, end: usize) -> usize {
    let clause = |at: usize| eye.is_relative(at) || eye.any(at, &["that", "if", "when", "because", "as", "what", "how", "while"]);
    let verb = (first..end.min(first + 60)).take_while(|&at| !clause(at)).find(|&at| eye.is_auxiliary(at));
    verb.unwrap_or(end)
}

/// "(the law would) require the banks to a, to b and to c": whom it makes act, and what for.
pub(super) fn obliges(eye: Eye, from: usize, end: usize) -> Option<Inline> {
    let verb = (from..end.min(from + 4)).take_while(|&at| !eye.is_mark(at)).find(|&at| eye.causes(at))?;
    let modal = eye.modality(before(verb)).filter(|_| verb > from);
    let lets = eye.verb(verb).is_some_and(|verb| matches!(verb.lemma, "allow" | "permit" | "enable" | "authorize" | "authorise" | "let"));
    let to = (verb + 1..end.min(verb + 14))
        .take_while(|&i| !eye.is_mark(i) && !eye.is_finite(i))
        .find(|&i| eye.any(i, &["to"]) && eye.is_base(i + 1))?;
    let list = list::read(eye, without_speaker(eye, to + 1, end), Some(Shape::Base));
    // "a law that allows the mill to pay and leave": two such things are told of what is in force.
    let ahead = eye.modality(before(verb)).is_some();
    let loose = ahead || lets || verb > from + 1 || eye.any(before(from), &["law", "act", "rules"]);
    if to == verb + 1 || !enough::deeds(eye, &list) || list.items.len() == 2 && loose {
        return None;
    }
    // "will force the mills to", "helped the town to": what comes of it
    if modal == Some(Modality::Will) && eye.any(verb, &["force"]) || eye.any(verb, &["helped", "forced", "led", "enabled"]) {
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
    // "includes free meals": no verb
    let noun = eye.verb(before(first)).is_some_and(|verb| verb.third && !verb.base) && list::shape(eye, first) == Shape::Base;
    let mut list = wanted::counted(eye, region, noun.then_some(Shape::Noun), hold.count);
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

/// "higher (wages)", "a stricter (code)": what is wished for opens with one of these.
pub(super) fn is_more(eye: Eye, at: usize) -> bool {
    // "free speech" is no more of it.
    eye.has(at, eye.words.more) && !eye.any(at + 1, &["speech", "trade", "market", "markets", "will", "press", "agency"])
}

/// Whether a noun phrase names something to be done: "the release of prisoners", "closing the camp", "an end to".
pub(super) fn deed(eye: Eye, item: TokenRange) -> bool {
    // "higher wages", "a stricter code"
    let opens = item.first() + usize::from(eye.any(item.first(), &["a", "an", "the"]));
    let wished = is_more(eye, opens) && opens + 1 < item.end() && !eye.is_mark(opens + 1);
    // "$3 million for boats"
    let paid = eye.is_money(item.first()) && item.iter().skip(1).take(6).any(|at| eye.any(at, &["for", "to", "in"]));
    wished || paid || names_deed(eye, item)
}

/// The same by its noun alone: "the release of prisoners", not "higher wages".
pub(super) fn names_deed(eye: Eye, item: TokenRange) -> bool {
    item.iter().take(6).any(|at| {
        eye.is_gerund(at)
            || eye.has(at, eye.words.deed)
            || (eye.word(at).len() > 7
                && eye.ends(at, &["tion", "sion", "ment", "tions", "sions", "ments"])
                && !eye.any(
                    at,
                    &["apartment", "department", "environment", "government", "governments", "parliament", "population", "television"],
                ))
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
        // "(would) cut the toll, limit night work and ...": a verb, as the others are.
        if list.shape == Some(Shape::Base) && !step.verbal && eye.is_base(step.tokens.first()) {
            step.verbal = true;
            step.action = Some(eye.words.verbs.lemma(eye.reading, step.tokens.first()).into_owned());
        }
    }
    Inline { tokens: TokenRange::new(first, end), steps }
}
