//! Lists that the words behind a plan's name lead to: "includes A, B and C", "the demands are: ...", "everything from A to B".

use super::clause::{self, Role};
use super::demand;
use super::enough;
use super::eye::{Eye, before};
use super::govern::{self, Governs, Hold, Inline};
use super::judge;
use super::list::{self, Shape};
use super::pieces;
use super::sequel;
use super::verbs;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How far behind the name what leads to the list may stand.
const REACH: usize = 26;

/// The list in the words behind a name, as if the plan were their subject: behind a colon, a dash or a verb like "includes".
pub(super) fn behind(eye: Eye, from: usize, end: usize, hold: Hold) -> Option<Inline> {
    let counted = hold.is_counted();
    let reach = match hold.how {
        Governs::Counted => REACH,
        Governs::Parts => 16,
        Governs::Loose => 5,
        Governs::Chained | Governs::Named => 7,
    };
    let limit = end.min(from + reach);
    // "the demands that were listed in the report are: ..."
    let colon = (from..end.min(from + 16)).find(|&at| eye.is(at, ":") && (eye.any(at - 1, &["are", "were", "is", "was"])));
    // "the proposal is simple: ..."
    let simple = || (from + 2..end.min(from + 4)).find(|&at| eye.is(at, ":") && eye.any(from, &["are", "were", "is", "was"]));
    if let Some(colon) = colon.or_else(simple) {
        let wanted = eye.any(before(from), &["demands", "conditions", "proposals"]);
        let hold = if wanted { Hold { how: Governs::Chained, count: None } } else { hold.firm() };
        return sequel::ordered(eye, colon + 1, end).or_else(|| govern::items(eye, colon + 1, end, None, hold));
    }
    if let Some(at) = (from..limit).find(|&at| eye.any(at, &["everything"]) && eye.any(at + 1, &["from"])) {
        return span_of(eye, at + 2, end);
    }
    // "The offer, two people said, includes ..."
    let close = eye.is_comma(from).then(|| (from + 1..end.min(from + 16)).find(|&at| eye.is_comma(at))).flatten();
    let from = close.map(|close| close + 1).filter(|at| eye.has(*at, eye.words.include) && !eye.any(*at, &["including"])).unwrap_or(from);
    let limit = limit.max(end.min(from + 3));
    // "Measures discussed include ...", "Steps being weighed include ..."
    let from = discussed(eye, from).unwrap_or(from);
    // "three measures closing the camp, freeing the crew and raising the toll": as many deeds as were counted.
    if hold.count.is_some() && eye.is_gerund(from) && !eye.has(from, eye.words.include) {
        let list = govern::items(eye, from, end, None, hold).filter(|list| {
            // "two executive orders raising fees, closing a quarry and ...": one of them does more.
            let orders = eye.any(before(from), &["orders", "bills", "laws", "decrees"]);
            orders || hold.count == Some(list.steps.len()) && list.steps.len() >= 3
        });
        if list.is_some() {
            return list;
        }
    }
    let mut at = from;
    let mut modality = None;
    while at < limit {
        // "what the plans mean: higher costs"
        if eye.is(at, ":") && (from..at).any(|at| eye.any(at, &["mean", "means", "meant"])) {
            return None;
        }
        if eye.is(at, ":") {
            let wanted = eye.any(before(from), &["demands", "conditions"]);
            let hold = if wanted { hold.firm() } else { hold };
            let said = || sequel::next(eye, TokenRange::new(at + 1, end), hold).filter(|_| counted);
            return sequel::clauses(eye, at + 1, end, 3)
                .or_else(|| sequel::ordered(eye, at + 1, end))
                .or_else(said)
                .or_else(|| govern::items(eye, at + 1, end, modality, hold));
        }
        // "comprises four points: ...": the count has a list of its own.
        let parts = |at: usize| eye.reading.quantity(at).is_some() && (at + 1..at + 4).any(|i| eye.has(i, eye.words.part));
        if let Some(phrase) = eye
            .phrase(at, eye.words.include)
            .filter(|phrase| !parts(phrase.tokens.end()) && !eye.any(phrase.tokens.end(), &["by"]))
            .filter(|phrase| leads(eye, from, phrase.tokens))
        {
            modality = eye.modality(before(at)).filter(|m| matches!(m, Modality::Should | Modality::Will));
            let mut first = phrase.tokens.end();
            if eye.any(first, &["the"]) && eye.any(first + 1, &["following"]) {
                first = (first + 2..first + 5).find(|&at| eye.is(at, ":")).unwrap_or(first);
            }
            if eye.is(first, ":") || eye.any(first, &["everything"]) {
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
            // "foresees a truce, followed by a swap"
            let followed = (first + 1..end.min(first + 30)).any(|i| eye.any(i, &["followed"]) && eye.any(i + 1, &["by"]));
            if let Some(found) = followed.then(|| sequel::followed(eye, first, end)).flatten() {
                return Some(found);
            }
            if let Some(found) = demand::for_each(eye, first, end) {
                return Some(found);
            }
            if let Some(found) = called_on(eye, phrase.tokens, end) {
                return Some(found);
            }
            if let Some(found) = govern::obliges(eye, at, end) {
                return Some(found);
            }
            // "requires states to keep records, answering critics": whom it makes act, and nothing else.
            if eye.causes(at) && (first + 1..first + 14).take_while(|&i| !eye.is_mark(i)).any(|i| eye.any(i, &["to"]) && eye.is_base(i + 1))
            {
                return alone(eye, first, end).filter(|_| matches!(hold.how, Governs::Counted | Governs::Chained));
            }
            let found = govern::items(eye, first, end, modality, hold);
            // "two measures that hit the port, including its quay": what is far away belongs to something else.
            let far = eye.any(at, &["including"]) && at > from + 6;
            let deeds = |list: &Inline| list.steps.iter().all(|step| step.verbal || govern::deed(eye, step.tokens));
            let found = found.filter(|list| !far || deeds(list));
            // "measures such as chains and flares"
            let such = eye.any(at, &["such"]);
            if such && !eye.ends(before(from), &["s"]) && !eye.any(before(before(from)), &["pronged"]) {
                return None;
            }
            let named = |list: &Inline| list.steps.iter().all(|step| govern::names_deed(eye, step.tokens));
            let found = found.filter(|list| !such || named(list));
            // "four proposals, including a ban on flares. Other measures would ..."
            let next = eye.reading.document().sentences().get(eye.reading.document().sentence_of(at) + 1).map(|next| next.tokens.first());
            let others = || hold.count.is_some() && next.is_some_and(|next| eye.any(next, &["other", "another"]));
            let one = !such && matches!(hold.how, Governs::Counted | Governs::Chained) || others();
            return found.or_else(|| alone(eye, first, end).filter(|_| one));
        }
        if eye.any(at, &["are", "were", "is", "was"]) && (eye.any(at + 1, &["to", "that"]) || eye.is(at + 1, ":")) && at + 1 < end {
            let first = at + 1 + usize::from(eye.is(at + 1, ":"));
            if let Some(found) = sequel::ordered(eye, first + 1, end).filter(|_| eye.any(first, &["to"])) {
                return Some(found);
            }
            let list = govern::items(eye, first, end, None, hold.firm());
            let two = || {
                eye.any(first, &["to"])
                    && enough::deeds(eye, &list::read(eye, govern::without_speaker(eye, first + 1, end), Some(Shape::Base)))
            };
            return list.filter(|list| eye.any(at, &["are", "were"]) || list.steps.len() >= 3 || two());
        }
        // "Its three pillars are closing the mill, selling the fleet and hiring guards"
        if counted && at == from && eye.any(at, &["are", "were"]) && eye.is_gerund(at + 1) {
            let found = govern::items(eye, at + 1, end, None, hold).filter(|list| hold.count == Some(list.steps.len()));
            if found.is_some() {
                return found;
            }
        }
        // "an accord under which the army will leave the hill, stop the raids and free the crew"
        if !counted && at == from && eye.any(at, &["under"]) && eye.any(at + 1, &["which"]) {
            let found = sequel::clauses(eye, at + 2, end, 2).or_else(|| sequel::modal_list(eye, at + 2, end, 2, None));
            if found.is_some() {
                return found;
            }
        }
        if hold.how == Governs::Counted && (eye.any(at, &["whereby"]) || (eye.any(at, &["under", "in"]) && eye.any(at + 1, &["which"]))) {
            let first = at + if eye.any(at, &["whereby"]) { 1 } else { 2 };
            return sequence(eye, first, end);
        }
        if eye.any(at, &["from"]) && eye.any(before(at), &["everything"]) {
            return span_of(eye, at + 1, end);
        }
        // "a two-track policy, pressing the owners and paying the crews"
        if hold.how == Governs::Counted && eye.is_comma(at) && eye.is_gerund(at + 1) && (from..at).all(|i| !eye.is_finite(i)) {
            let found = govern::items(eye, at + 1, end, None, hold).filter(|list| hold.count == Some(list.steps.len()));
            if found.is_some() {
                return found;
            }
        }
        // "Their demands are an end to raids and higher wages"
        let wanted = || eye.any(before(from), &["demands", "conditions", "preconditions", "proposals", "recommendations"]);
        if at == from && eye.any(at, &["are", "were"]) && wanted() && !eye.is_gerund(at + 1) {
            let list = govern::items(eye, at + 1, end, None, Hold { how: Governs::Chained, count: None });
            return list.filter(|list| list.steps.iter().all(|step| step.verbal && !step.told || govern::deed(eye, step.tokens)));
        }
        // "a plan of closing mills and opening camps", "proposals for closing ..."
        // "It is a framework for reducing waste and saving fuel": what it is for.
        let aim = || {
            eye.has(before(from), eye.words.vague)
                || eye.any(before(from), &["framework", "mechanisms", "process", "procedure", "schedule", "agenda", "demands"])
        };
        let of = !counted && at == from && eye.any(at, &["of", "for"]);
        if of && eye.is_gerund(at + 1) && !eye.is_capital(at + 1) && !aim() {
            // "a strategy of waiting and hoping depends on luck": its verb stands behind.
            let runs_on = |list: &Inline| list.steps.iter().any(|step| step.tokens.iter().skip(1).any(|at| is_present(eye, at)));
            let found = govern::items(eye, at + 1, end, None, hold).filter(|list| !runs_on(list));
            if found.is_some() {
                return found;
            }
        }
        // "a two-track strategy of closing mills while opening others"
        if hold.how == Governs::Counted && eye.any(at, &["of"]) && at == from && eye.is_gerund(at + 1) {
            let found = govern::items(eye, at + 1, end, None, hold).filter(|list| hold.count == Some(list.steps.len()));
            if found.is_some() {
                return found;
            }
        }
        // "three priorities, to free the crew, repair the port and ..."
        if counted && eye.is_comma(at) && eye.any(at + 1, &["to"]) && eye.is_base(at + 2) && at <= from + 2 {
            let found = govern::items(eye, at + 2, end, None, hold).filter(|list| hold.count == Some(list.steps.len()));
            if found.is_some() {
                return found;
            }
        }
        if !counted && at == from && eye.is_dash(at) {
            let close = (at + 1..end).find(|&i| eye.is_dash(i)).unwrap_or(end);
            // "his proposals -- close the mill, sell the fleet, hire guards -- are"
            if verbs::is_imperative(eye, at + 1) {
                let list = list::read(eye, TokenRange::new(at + 1, close), Some(Shape::Base));
                return (list.items.len() >= 3).then(|| govern::inline(eye, at + 1, close, &list, None));
            }
            // "new measures -- a ban on tolls, a levy on coal and free ferries"
            let list = govern::items(eye, at + 1, close, None, hold);
            return list
                .filter(|list| list.steps.len() >= 3 && list.steps.iter().all(|step| step.verbal || govern::deed(eye, step.tokens)));
        }
        // not "three amendments - tabled by the guild - fell"
        let by = || eye.verb(at + 1).is_some_and(|verb| verb.participle) && eye.any(at + 2, &["by"]);
        if counted && eye.is_dash(at) && at <= from + 6 && !by() {
            let found = govern::items(eye, at + 1, end, None, hold);
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

/// "calling for the guards to leave the hill and give up their guns": whom it wants to act.
fn called_on(eye: Eye, verb: TokenRange, end: usize) -> Option<Inline> {
    let first = verb.end();
    let whom = (first + 1..end.min(first + 8)).take_while(|&at| !eye.is_mark(at) && !eye.is_finite(at));
    let calls = eye.any(verb.first(), &["call", "calls", "called", "calling"]) && eye.any(verb.end() - 1, &["for"]);
    let to = whom.into_iter().find(|&at| calls && eye.any(at, &["to"]) && eye.is_base(at + 1))?;
    let list = list::read(eye, govern::without_speaker(eye, to + 1, end), Some(Shape::Base));
    let mut found = (list.items.len() >= 2).then(|| govern::inline(eye, to + 1, end, &list, None))?;
    found.steps.iter_mut().for_each(|step| step.actor = step.actor.or(Some(TokenRange::new(first, to))));
    Some(found)
}

/// Past "discussed", "being considered" and "under discussion", where "include" follows.
fn discussed(eye: Eye, from: usize) -> Option<usize> {
    let at = from + usize::from(eye.any(from, &["being"]));
    let weighed = eye.any(at, &["discussed", "considered", "weighed", "debated", "mooted", "floated", "examined", "studied"]);
    let under = eye.any(from, &["under"]) && eye.any(from + 1, &["discussion", "consideration", "review"]);
    let verb = if under { from + 2 } else { at + 1 };
    ((weighed || under) && eye.any(verb, &["include", "included"])).then_some(verb)
}

/// "The bill, which runs to nine pages, includes A, B and C": the verb stands right behind the name, and three things follow,
/// as "the law includes cuts" is said of any law.
pub(super) fn contents(eye: Eye, from: usize, end: usize, hold: Hold) -> Option<Inline> {
    let open = pieces::behind_aside(eye, from, end);
    // "They want a bill to include A, B and C"
    if eye.any(open, &["to"]) && eye.any(open + 1, &["include", "contain"]) {
        return govern::items(eye, open + 2, end, None, hold).filter(|list| list.steps.len() >= 3);
    }
    let verb = open + usize::from(eye.modality(open).is_some());
    let verb = verb + usize::from(eye.any(verb, &["also"]));
    let leads = eye.has(verb, eye.words.include) && !eye.any(verb, &["including", "involving", "proposed", "consisting", "calling"]);
    if leads {
        return behind(eye, open, end, hold).filter(|list| list.steps.len() >= 3);
    }
    // "a reform of the port that includes closing two quays and moving the crane"
    let that =
        (from..end.min(from + 8)).take_while(|&at| !eye.is_mark(at) || eye.is(at, "-")).find(|&at| eye.any(at, &["that", "which"]))?;
    let found = if eye.has(that + 1, eye.words.include) { behind(eye, that + 1, end, hold) } else { None };
    found.filter(|list| list.steps.iter().all(|step| step.verbal && eye.is_gerund(step.tokens.first())))
}

/// "whereby the board would vote, after which the owner would sign": clauses that follow each other.
fn sequence(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = govern::without_speaker(eye, first, end);
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

/// "depends on", "is": a verb in the present that carries a sentence.
fn is_present(eye: Eye, at: usize) -> bool {
    // "opening talks with the rebels"
    let third = eye.verb(at).is_some_and(|verb| verb.third && !verb.base) && !eye.is_gerund(before(at));
    eye.is_auxiliary(at)
        || third && eye.is_finite(at)
        || third && eye.has(at + 1, eye.words.preposition) && eye.has_lemma(eye.verb(at).map_or("", |verb| verb.lemma), eye.words.idle)
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
pub(super) fn alone(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = govern::without_speaker(eye, first, end);
    let stop = region.iter().skip(1).find(|&at| eye.is_comma(at) || eye.is_dash(at) || eye.is(at, ";")).unwrap_or(region.end());
    let step = clause::read(eye, TokenRange::new(region.first(), stop), Role::Conjunct)
        .filter(|step| !step.told && step.tokens.len() >= 2 && !judge::is_vague(eye, step.tokens))?;
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
