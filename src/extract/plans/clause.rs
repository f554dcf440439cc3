//! From the words behind a marker to the clause that states the step.
//!
//! "Secondly, | he said, | by May | Syria will declare the sites | , which ...": who says so and what is put in front are
//! taken off at the left, asides at the right; what stays is read for its verb, and the verb for who acts and how binding
//! it is.

use super::eye::{Eye, before};
use super::frame::{self, Frame};
use super::term;
use super::verbs::{self, Group, Site};
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far a clause is read for its verb.
const REACH: usize = 48;

/// The longest clause that is read.
const LONGEST: usize = 300;

/// What stands before the words of the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// "Secondly," + a sentence; or an item of a list.
    Sentence,
    /// "The second phase" + its verb.
    Predicate,
    /// One of several items of an inline list.
    Conjunct,
}

/// Reads the clause in `region`; none where nothing is stated.
pub(super) fn read(eye: Eye, region: TokenRange, role: Role) -> Option<Clause> {
    let region = eye.trim(TokenRange::new(region.first(), region.end().min(region.first() + LONGEST)));
    let region = if role == Role::Conjunct { region } else { before_next(eye, region) };
    let mut frame = match role {
        Role::Conjunct => Frame { rest: region, ..Frame::default() },
        _ => frame::take_off(eye, region),
    };
    if role == Role::Predicate {
        return predicate(eye, frame);
    }
    frame.rest = frame::without_examples(eye, eye.trim(frame.rest));
    let group = verbs::main(eye, frame.rest, if role == Role::Conjunct { Site::Noun } else { Site::Clause });
    // "step would be deciding ...": the part of the plan is the subject.
    if let Some(group) = group.filter(|group| group.modality.is_some() || group.finite)
        && (is_part(eye, TokenRange::new(frame.rest.first(), group.first))
            || group.modality.is_some() && is_one(eye, TokenRange::new(frame.rest.first(), group.first)))
    {
        frame.rest = TokenRange::new(group.first, frame.rest.end());
        return predicate(eye, frame);
    }
    statement(eye, frame, group, frame.rest.first())
}

/// The words before "; membership may be far off": another clause.
fn before_next(eye: Eye, region: TokenRange) -> TokenRange {
    let next = region.iter().skip(3).find(|&at| {
        let end = region.end().min(at + 14);
        let opens = || eye.any(at + 1, &["until", "if", "once", "when", "after", "meanwhile"]);
        let states = || (at + 2..end).take_while(|&i| !eye.is_comma(i)).any(|i| eye.is_finite(i)) && !eye.is_base(at + 1);
        eye.is(at, ";") && (opens() || states())
    });
    TokenRange::new(region.first(), next.unwrap_or(region.end()))
}

/// "the next step", "this phase", "step".
fn is_part(eye: Eye, subject: TokenRange) -> bool {
    let last = before(subject.end());
    !subject.is_empty() && subject.len() <= 4 && eye.has(last, eye.words.unit)
}

/// "one", "another", "the other", of those that were counted.
fn is_one(eye: Eye, subject: TokenRange) -> bool {
    let last = before(subject.end());
    match subject.len() {
        1 => eye.any(last, &["one", "another"]),
        2 => eye.any(subject.first(), &["the", "a"]) && eye.any(last, &["other", "second", "third", "last"]),
        _ => false,
    }
}

/// A clause whose subject is the marker: it starts at its verb, or behind "is", "involves", "calls for".
fn predicate(eye: Eye, mut frame: Frame) -> Option<Clause> {
    let rest = frame.rest;
    let group = verbs::main(eye, rest, Site::Verb)?;
    let mut first = group.first;
    // "The second stage, due once the board agrees, is ..."
    let aside = TokenRange::new(rest.first(), group.first.max(rest.first()));
    frame.condition = frame.condition.or_else(|| term::condition_between(eye, aside));
    let copula = group.copula && !group.passive;
    // "The first step is to close the pass", not "is going to close"
    let ahead = eye.any(group.first + 1, &["going", "set", "due", "expected", "scheduled", "likely"]);
    if !ahead
        && eye.any(before(group.main), &["to"])
        && group.main > group.first
        && (group.first..group.main).any(|at| eye.any(at, &["is", "was", "be"]))
    {
        frame.rest = TokenRange::new(group.main, rest.end());
        let mut clause = statement(eye, frame, verbs::main(eye, frame.rest, Site::Clause), group.main)?;
        clause.modality = eye.modality(group.first).unwrap_or_default();
        return Some(clause);
    }
    // "The second seeks to close the pass", "The third asks the guards to leave"
    let deals = eye.any(group.main, &["deals"]) && eye.any(group.main + 1, &["with"]);
    let seeks = deals
        || eye.any(group.main, &["seeks", "wants"]) && eye.any(group.main + 1, &["to"])
        || eye.any(group.main, &["asks", "concerns", "demands"])
        || eye.any(group.main, &["says", "states", "provides"]) && eye.any(group.main + 1, &["that"]);
    let denied = (group.first..group.main).any(|at| eye.has(at, eye.words.negation));
    let links = eye
        .phrase(group.main, eye.words.include)
        .filter(|_| !denied)
        .map(|phrase| phrase.tokens)
        .or(seeks.then(|| TokenRange::new(group.main, group.main + 1)))
        .filter(|_| !eye.any(group.main, &["requires", "required", "require", "covers", "features", "proposes", "sets", "lays"]));
    if copula || links.is_some() {
        first = links.map_or(group.main + 1, TokenRange::end) + usize::from(deals);
        while first < rest.end()
            && (eye.any(first, &["that", "to", "now", "also", "for"]) || eye.is_comma(first) || eye.is(first, ":") || eye.is_dash(first))
        {
            first += 1;
        }
        frame.rest = eye.trim(TokenRange::new(first, rest.end()));
        let inner = verbs::main(eye, frame.rest, Site::Noun);
        let mut clause = statement(eye, frame, inner, first)?;
        let inherits = clause.modality == Modality::Plain && (copula || eye.word(group.first) != eye.word(group.main));
        if inherits && let Some(modality) = group.modality {
            clause.modality = modality;
        }
        return Some(clause);
    }
    frame.rest = eye.trim(TokenRange::new(first, rest.end()));
    let mut clause = statement(eye, frame, verbs::main(eye, frame.rest, Site::Verb), first)?;
    if clause.actor.is_none() {
        clause.actor = causee(eye, group, rest.end());
    }
    Some(clause)
}

/// The clause itself: its tail cut, its parts named.
fn statement(eye: Eye, frame: Frame, group: Option<Group>, first: usize) -> Option<Clause> {
    let mut first = frame.rest.first().max(first);
    let that = first < frame.rest.end() && eye.any(first, &["that"]) && !is_pointing(eye, first);
    first += usize::from(that);
    let group = if that { verbs::mandative(eye, TokenRange::new(first, frame.rest.end())).or(group) } else { group };
    let end = frame::tail(eye, first, frame.rest.end(), group.map_or(first, |g| g.main + 1));
    let mut tokens = eye.trim(TokenRange::new(first, end));
    if let Some(group) = group.filter(|group| group.infinitive && group.first == tokens.first()) {
        tokens = TokenRange::new(group.main.min(tokens.end()), tokens.end());
    }
    if tokens.is_empty() || !tokens.iter().any(|at| !eye.is_mark(at)) {
        return None;
    }
    let mut clause = Clause {
        tokens,
        speaker: frame.speaker,
        deadline: frame.deadline,
        condition: frame.condition,
        modality: frame.modality.unwrap_or_default(),
        ..Clause::default()
    };
    let group = group.filter(|group| group.main < tokens.end());
    match group {
        Some(group) => {
            clause.verbal = true;
            clause.past = group.past;
            clause.action = Some(eye.words.verbs.lemma(eye.reading, group.main).into_owned());
            clause.modality = group.modality.unwrap_or(clause.modality);
            if (group.bare || group.first == tokens.first())
                && group.modality.is_none()
                && eye.any(group.main, &["allows", "permits", "lets", "enables"])
            {
                clause.modality = Modality::May;
            }
            // "we are cutting red tape": announced, not told.
            let going = eye.any(before(group.first), &["we", "i"])
                && eye.any(group.first, &["are", "am", "'re", "’re", "'m", "’m"])
                && eye.is_gerund(group.main);
            clause.told = group.finite && group.modality.is_none() && !going;
            clause.actor = actor(eye, tokens, group);
            clause.object = verbs::object(eye, group, tokens.end());
            clause.recipient = clause.object.and_then(|object| verbs::recipient(eye, object.end(), tokens.end()));
        }
        None => match named_agent(eye, tokens) {
            Some((agent, verb)) => {
                clause.actor = Some(agent);
                clause.verbal = true;
                clause.action = Some(eye.words.verbs.lemma(eye.reading, verb).into_owned());
            }
            None => {
                // "leave for people hit by the virus": another participle's agent.
                let agent = by_whom(eye, tokens.first(), tokens.end())
                    .filter(|agent| !eye.verb(before(before(agent.first()))).is_some_and(|verb| verb.participle));
                clause.actor = agent.or_else(|| whose(eye, tokens)).or_else(|| between(eye, tokens));
            }
        },
    }
    let condition = term::condition(eye, tokens).or_else(|| term::condition_behind(eye, TokenRange::new(end, frame.rest.end())));
    // "provided that they free the men caught in May": no deadline of the step.
    let held = condition.map_or(tokens.end(), |condition| condition.first().clamp(tokens.first(), tokens.end()));
    let free = TokenRange::new(tokens.first(), held);
    clause.deadline = clause.deadline.or_else(|| term::deadline(eye, free));
    clause.condition = clause.condition.or(condition);
    Some(clause)
}

/// "that committee reads the bill": it points at a noun, and opens no clause.
fn is_pointing(eye: Eye, at: usize) -> bool {
    let next = at + 1;
    let noun = !eye.is_determiner(next)
        && !eye.has(next, eye.words.pronoun)
        && !eye.is_capital(next)
        && !eye.ends(next, &["s", "ing"])
        && eye.reading.quantity(next).is_none();
    noun && eye.reading.token(next).is_some_and(|token| token.case == crate::text::Case::Lower)
        && eye.verb(next + 1).is_some_and(|verb| verb.third)
}

/// Who acts: the subject, the agent of a passive, or whom the subject allows or orders to act.
fn actor(eye: Eye, tokens: TokenRange, group: Group) -> Option<TokenRange> {
    if group.passive {
        let allowed = eye.any(group.main, &["allowed", "permitted", "required", "ordered", "forced", "obliged", "asked", "encouraged"])
            && eye.any(group.main + 1, &["to"]);
        // "built with a design approved by the union": another participle's agent.
        let agent = by_whom(eye, group.main, tokens.end()).filter(|agent| {
            let verb = before(before(agent.first()));
            verb == group.main || !eye.verb(verb).is_some_and(|verb| verb.participle)
        });
        return agent.or_else(|| subject(eye, tokens.first(), group.first).filter(|_| allowed));
    }
    if group.first <= tokens.first() || group.infinitive || group.bare {
        return causee(eye, group, tokens.end());
    }
    let subject = subject(eye, tokens.first(), group.first);
    let causes = eye.causes(group.main) && !group.copula;
    match subject {
        Some(subject) if !is_thing(eye, subject) => Some(subject),
        _ if causes => causee(eye, group, tokens.end()),
        _ => None,
    }
}

/// The subject in front of the verb, without what is put between commas.
fn subject(eye: Eye, first: usize, verb: usize) -> Option<TokenRange> {
    let mut end = verb;
    while end > first && (eye.is_adverb(end - 1) || eye.is_mark(end - 1)) && eye.word(end - 1) != ")" {
        end -= 1;
    }
    let cut = (first + 1..end)
        .find(|&at| (eye.is_comma(at) && (eye.is_relative(at + 1) || eye.any(at + 1, &["a", "an", "including"]))) || eye.is_dash(at));
    let end = cut.unwrap_or(end);
    (end > first && !(end == first + 1 && eye.any(first, &["there"]))).then(|| TokenRange::new(first, end))
}

/// Whether the subject is something that happens or is done, not somebody who acts.
fn is_thing(eye: Eye, subject: TokenRange) -> bool {
    let end = (subject.first() + 1..subject.end())
        .find(|&at| eye.has(at, eye.words.preposition) || eye.is_relative(at) || eye.any(at, &["that"]))
        .unwrap_or(subject.end());
    let head = end - 1;
    if eye.any(head, &["it"]) {
        return false;
    }
    let word = eye.word(head);
    eye.has(head, eye.words.thing)
        || (!eye.is_capital(head)
            && word.len() > 6
            && eye.ends(head, &["tion", "tions", "ance", "ity", "sion", "ness", "ments", "ing", "als"])
            && !eye.has(head, eye.words.agent))
}

/// "Syldavia joining the treaty", "Parliament to pass the law": a name or pronoun with its verb.
fn named_agent(eye: Eye, tokens: TokenRange) -> Option<(TokenRange, usize)> {
    let first = tokens.first();
    let end = tokens.end().min(first + 8);
    let verb = (first + 1..end).find(|&at| eye.is_gerund(at) || (eye.any(at, &["to"]) && eye.is_base(at + 1)))?;
    let agent = TokenRange::new(first, verb);
    // "the minister to resign", not "a ban to protect"
    let last = before(verb);
    let somebody = eye.any(first, &["the", "both", "all"])
        && eye.any(verb, &["to"])
        && (2..=4).contains(&agent.len())
        && !agent.iter().any(|at| {
            eye.has(at, eye.words.preposition) || eye.has(at, eye.words.deed) || eye.has(at, eye.words.noun) || eye.is_gerund(at)
        })
        && !is_thing(eye, agent)
        && eye.reading.value_of(last, crate::rules::ValueKind::Date).is_none();
    // "an independent body to hear complaints"
    let body = eye.any(first, &["a", "an"])
        && eye.any(verb, &["to"])
        && agent.len() <= 5
        && eye.has(last, eye.words.agent)
        && !agent.iter().any(|at| eye.has(at, eye.words.preposition));
    let somebody = somebody || body;
    // "Stop talking" orders.
    let order = agent.len() == 1 && eye.is_base(first);
    // "partners to send boats", "repair crews to be sent"
    let crew = eye.any(verb, &["to"])
        && agent.len() <= 3
        && (eye.has(last, eye.words.agent) || eye.ends(last, &["ers", "ors", "ists", "crews", "troops", "forces"]))
        && !agent.iter().any(|at| eye.has(at, eye.words.preposition) || eye.has(at, eye.words.deed))
        && !verbs::is_imperative(eye, first);
    let named = somebody
        || crew
        || !order && agent.iter().all(|at| eye.is_capital(at) || (at == first && eye.is_determiner(at)))
        || (agent.len() == 1 && eye.has(first, eye.words.pronoun) || eye.any(first, &["somebody", "someone", "anyone", "everyone"]));
    (named && !(agent.len() == 1 && eye.is_determiner(first))).then(|| (agent, verb + usize::from(eye.any(verb, &["to"]))))
}

/// "the army's withdrawal": whose deed it is.
fn whose(eye: Eye, tokens: TokenRange) -> Option<TokenRange> {
    let end = tokens.end().min(tokens.first() + 6);
    let at = (tokens.first() + 1..end).find(|&at| matches!(eye.word(at), "'s" | "’s"))?;
    let deed = (at + 1..end.min(at + 3)).any(|at| eye.has(at, eye.words.deed));
    (deed && eye.can_be_object(tokens.first())).then(|| TokenRange::new(tokens.first(), at))
}

/// "talks between the mayor and the guild": who is to talk.
fn between(eye: Eye, tokens: TokenRange) -> Option<TokenRange> {
    let talks = &["talks", "consultations", "negotiations", "dialogue", "meeting", "meetings", "discussions", "cooperation"];
    let at = tokens.iter().skip(1).take(12).find(|&at| eye.any(at, &["between"]) && eye.any(at - 1, talks))?;
    let and = (at + 2..tokens.end().min(at + 14)).find(|&at| eye.any(at, &["and"]))?;
    let last = verbs::noun_phrase(eye, and + 1, tokens.end())?;
    Some(TokenRange::new(at + 1, last.end()))
}

/// "by the militia": the agent behind a passive or a noun.
fn by_whom(eye: Eye, from: usize, end: usize) -> Option<TokenRange> {
    let at = (from..end.min(from + REACH))
        .find(|&at| eye.any(at, &["by"]) && !eye.is_gerund(at + 1) && !eye.is_adverb(at - usize::from(at > 0)))?;
    let noun = verbs::noun_phrase(eye, at + 1, end)?;
    let somebody = eye.can_be_object(noun.first()) || noun.iter().any(|at| eye.is_capital(at)) || eye.ends(noun.end() - 1, &["s"]);
    let dated = noun.iter().any(|at| eye.reading.value(at).is_some_and(|v| v.kind != crate::rules::ValueKind::Actor));
    (somebody && !dated && !eye.any(at + 1, &["law", "then", "now", "means"])).then_some(noun)
}

/// "allow | the inspectors | to enter": who is to act behind a verb of this kind.
fn causee(eye: Eye, group: Group, end: usize) -> Option<TokenRange> {
    if !eye.causes(group.main) {
        return None;
    }
    let first = group.main + 1;
    // "help in the search"
    if eye.has(first, eye.words.preposition) {
        return None;
    }
    let lets = eye.any(group.main, &["let", "letting", "lets", "help", "helping"]);
    let stop = (first..end.min(first + REACH))
        .find(|&at| eye.any(at, &["to"]) || (lets && at > first && eye.is_base(at)) || (eye.is_mark(at) && !eye.is_comma(at)))?;
    let acts = (eye.any(stop, &["to"]) && eye.is_base(stop + 1)) || (lets && eye.is_base(stop));
    (acts && stop > first).then(|| TokenRange::new(first, stop))
}
