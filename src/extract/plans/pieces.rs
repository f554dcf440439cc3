//! Plans that are told in pieces: a sentence tells one step, and the next says that it goes on.
//!
//! "The bill would close the camps. It would also name a trustee"; "They called on the mayor to resign. They also demanded
//! that wages be paid"; "demanding the release of the crew. It also asked that the toll be lifted". The first piece is read
//! here, [`onward`](super::onward) adds the others; a single piece is no plan.

use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::does;
use super::eye::{Eye, before};
use super::govern::{self, Governs, Hold, Inline};
use super::judge;
use super::led;
use super::onward;
use super::sequel;
use super::subject;
use super::under;
use super::would;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How long an aside between a name and its verb may be.
const ASIDE: usize = 24;
/// How far a demand is read for another one behind it.
const LONGEST: usize = 80;

/// What the announcement tells in its own sentence: one step, or more.
pub(super) fn first(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let name = announcement.name;
    let end = eye.reading.sentence(name.first()).end();
    match announcement.kind {
        Kind::Demand => {
            // "wants to" tells a plan only where more is wanted at once.
            let wish = eye.any(name.first(), &["wants", "seeks", "intends", "plans", "planned"]);
            let again = || is_said_again(eye, name);
            demanded(eye, name, end)
                .or_else(|| demanded_deed(eye, name, end).filter(|_| !proposes(eye, name) || again()))
                .or_else(|| (takes_on(eye, name) && !wish && again()).then(|| pledged(eye, name, end))?)
        }
        Kind::Named | Kind::Bill if !eye.has(name.end() - 1, eye.words.vague) => {
            let verb = behind_relative(eye, behind_aside(eye, name.end(), end), end);
            // "a law that would": as often one that was made long ago
            let old = eye.any(before(name.end()), &["law"]);
            let verb = would::that_would(eye, name.end()).filter(|_| !old).unwrap_or(verb);
            // "The law includes closing depots": it is in force.
            let law = govern::is_in_force(eye, name, end) && !eye.any(verb, &["calls"]);
            let includes = || includes(eye, verb, end).filter(|_| !law && (verb > name.end() || does::is_subject(eye, name)));
            let does = || (!law).then(|| one_deed(eye, verb, end))?.filter(|_| does::is_subject(eye, name));
            would(eye, name, verb, end)
                .or_else(|| aims(eye, verb, end))
                .or_else(includes)
                .or_else(does)
                .or_else(|| for_whom(eye, name, end))
                .or_else(|| to_do(eye, name, end).filter(|_| !old))
                .or_else(|| under::one(eye, name))
        }
        _ => None,
    }
}

/// "The bill bans tolls", where the next sentence goes on: "It also sets up a fund".
fn one_deed(eye: Eye, verb: usize, end: usize) -> Option<Inline> {
    let next = behind(eye, verb)?;
    let goes_on = || next.iter().skip(1).take(6).any(|at| eye.any(at, &["also"])) || subject::goes_on(eye, next);
    let list = does::list(eye, verb, end, 1).filter(|_| !eye.has(verb, eye.words.speech) && goes_on())?;
    judge::list(eye, &list.steps).then_some(list)
}

/// The sentence behind that of this token.
fn behind(eye: Eye, at: usize) -> Option<TokenRange> {
    let document = eye.reading.document();
    document.sentences().get(document.sentence_of(at) + 1).map(|sentence| sentence.tokens)
}

/// "a plan to close the camps", "The order requires the mill to close", where the next sentence goes on with it.
fn to_do(eye: Eye, name: TokenRange, end: usize) -> Option<Inline> {
    let goes_on = || behind(eye, name.first()).is_some_and(|next| subject::goes_on(eye, next));
    let at = name.end();
    // "a gap in the Harbour Act to close the pass"
    if eye.is_capital(at - 1) && eye.any(at, &["to"]) {
        return None;
    }
    let whom = |verb: usize| {
        (verb + 2..end.min(verb + 14))
            .take_while(|&i| !eye.is_mark(i) && !eye.is_finite(i))
            .find(|&i| eye.any(i, &["to"]) && eye.is_base(i + 1))
    };
    let obliged = eye.causes(at).then(|| whom(at)).flatten();
    let to = obliged.or_else(|| (eye.any(at, &["to"]) && eye.is_base(at + 1)).then_some(at)).filter(|_| goes_on())?;
    let region = super::frame::without_speaker(eye, TokenRange::new(to + 1, end));
    let mut step = clause::read(eye, region, Role::Conjunct).filter(|step| step.verbal && eye.is_base(step.tokens.first()))?;
    step.actor = step.actor.or_else(|| obliged.map(|to| TokenRange::new(at + 1, to)));
    let steps = vec![step];
    is_deed(eye, &steps).then_some(Inline { tokens: region, steps })
}

/// "The bill is long. Among other things, it would close the camps": what the sentence behind the name's tells of it.
pub(super) fn next(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let document = eye.reading.document();
    let sentence = document.sentences().get(document.sentence_of(announcement.name.first()) + 1)?.tokens;
    let first = does::behind_front(eye, sequel::unquoted(eye, sentence));
    let would = eye.any(first, &["it"]) && eye.any(first + 1, &["would"]);
    let last = before(announcement.name.end());
    let plan = matches!(announcement.kind, Kind::Named | Kind::Bill) && !eye.has(last, eye.words.vague) && !eye.ends(last, &["s"]);
    let list = (would && plan).then(|| sequel::modal_list(eye, first, sentence.end(), 1, None))??;
    is_deed(eye, &list.steps).then_some(list)
}

/// Behind ", which spans a thousand pages,".
pub(super) fn behind_aside(eye: Eye, at: usize, end: usize) -> usize {
    // "the Harbour Act of 2018"
    let at = if eye.any(at, &["of"]) && eye.reading.value_of(at + 1, crate::rules::ValueKind::Date).is_some() { at + 2 } else { at };
    let close = eye.is_comma(at).then(|| (at + 1..end.min(at + ASIDE)).find(|&i| eye.is_comma(i))).flatten();
    close.map_or(at, |close| close + 1)
}

/// Behind "that Osei will present": who does something with the plan.
fn behind_relative(eye: Eye, at: usize, end: usize) -> usize {
    let whose = eye.any(at, &["that", "which"]) && (eye.can_be_object(at + 1) || eye.is_capital(at + 1));
    let would = (at + 2..end.min(at + ASIDE))
        .take_while(|&i| !eye.is_comma(i) && eye.word(i) != ";")
        .find(|&i| eye.any(i, &["would"]) && eye.is_base(i + 1) && !eye.any(i - 1, &["it", "they", "he", "she"]));
    would.filter(|would| whose && (at + 2..*would).any(|i| eye.is_finite(i) || eye.modality(i).is_some())).unwrap_or(at)
}

/// "the plan would raise rents and end deductions"
fn would(eye: Eye, name: TokenRange, modal: usize, end: usize) -> Option<Inline> {
    let modality = eye.modality(modal)?;
    // "The deal will deliver" praises more often than it tells.
    let one = !eye.word(name.end() - 1).ends_with(['s', 'S']);
    // "It will deliver" alone praises; what the next sentence goes on with tells.
    let will = || {
        let next = eye.reading.document().sentences().get(eye.reading.document().sentence_of(modal) + 1).map(|next| next.tokens);
        let ahead = |verb: usize| (verb..verb + 2).any(|at| eye.any(at, &["also", "will", "would"]));
        next.and_then(|next| subject::verb(eye, next)).is_some_and(ahead)
    };
    // "Provisions of the law would expire", "this bill will reunite us"
    let told = modal == name.end() && !does::is_subject(eye, name);
    // "If approved, the plan will open camps. Those who have papers will be sent on": what comes of it is told as it is.
    let approved = |at: usize| eye.any(at, &["if"]) && eye.any(at + 1, &["approved", "passed", "adopted", "enacted", "accepted", "agreed"]);
    let first = eye.reading.sentence(name.first()).first();
    let will = || will() || approved(first) && name.first() - first < 8;
    let praised = || eye.any(before(name.first()), &["this", "our"]);
    let will = || will() && !praised();
    if !one || told || modality != Modality::Would && !(modality == Modality::Will && will()) {
        return None;
    }
    let denied = is_denied(eye, modal);
    let mut list = sequel::modal_list(eye, modal.checked_sub(1)?.max(name.first()), end, 1, None).filter(|_| !denied)?;
    for step in &mut list.steps {
        let allows = step.tokens.iter().take(3).any(|at| eye.causes(at));
        step.actor = step.actor.filter(|actor| allows && !eye.is_mark(actor.first()));
    }
    if approved(first) && list.steps.iter().all(|step| step.modality == Modality::Will) {
        list = onward::bound(eye, list);
    }
    is_deed(eye, &list.steps).then_some(list)
}

/// "a deal for the league to lift its ban", where the next sentence says what it has in return.
fn for_whom(eye: Eye, name: TokenRange, end: usize) -> Option<Inline> {
    let next = eye.reading.document().sentences().get(eye.reading.document().sentence_of(name.first()) + 1)?.tokens.first();
    let swap = eye.any(next, &["in"]) && eye.any(next + 1, &["return", "exchange", "turn"]);
    if !swap || !eye.any(name.end(), &["for"]) {
        return None;
    }
    let whom = name.end() + 1;
    let to = (whom + 1..end.min(whom + 10)).take_while(|&at| !eye.is_mark(at)).find(|&at| eye.any(at, &["to"]) && eye.is_base(at + 1))?;
    let region = super::frame::without_speaker(eye, TokenRange::new(whom, end));
    let mut step = clause::read(eye, region, Role::Conjunct)?;
    step.verbal = true;
    step.actor = Some(TokenRange::new(whom, to));
    step.action = Some(eye.words.verbs.lemma(eye.reading, to + 1).into_owned());
    Some(Inline { tokens: region, steps: vec![step] })
}

/// "a plan that aims to cancel the debts"
fn aims(eye: Eye, at: usize, end: usize) -> Option<Inline> {
    let verb = at + usize::from(eye.any(at, &["that", "which"]));
    let aims = eye.any(verb, &["aims", "seeks", "intends", "aimed", "sought"]) && eye.any(verb + 1, &["to"]);
    let list = aims.then(|| sequel::means(eye, verb, end, None))?.filter(|list| !list.steps.is_empty())?;
    is_deed(eye, &list.steps).then_some(list)
}

/// "the plan (also) calls for new judges"
fn includes(eye: Eye, at: usize, end: usize) -> Option<Inline> {
    // "The bill won't include a levy"
    if is_denied(eye, at) {
        return None;
    }
    let verb = at + usize::from(eye.modality(at).is_some() || eye.any(at, &["also"]));
    let phrase = eye.phrase(verb, eye.words.include).filter(|_| !eye.any(verb, &["including", "involving"]))?;
    // "the bill proposed by the guild"
    if eye.any(phrase.tokens.end(), &["by"]) {
        return None;
    }
    let hold = Hold { how: Governs::Chained, count: None };
    govern::items(eye, phrase.tokens.end(), end, None, hold).or_else(|| led::alone(eye, phrase.tokens.end(), end))
}

/// "won't", "would not"
pub(super) fn is_denied(eye: Eye, modal: usize) -> bool {
    eye.has(modal, eye.words.negation) || eye.ends(modal, &["n't", "n’t"]) || eye.any(modal + 1, &["not", "never", "n't", "n’t"])
}

/// "demanded that the mayor resign", "called on the mayor to resign": a single thing that is demanded of somebody; and what a
/// second verb adds: "We call on the guards to leave and we ask the mill to pay".
pub(super) fn demanded(eye: Eye, verb: TokenRange, end: usize) -> Option<Inline> {
    if !demands_of(eye, verb) {
        return None;
    }
    let again = (verb.end() + 4..end.min(verb.end() + LONGEST)).find_map(|and| another(eye, and));
    let mut list = demanded_once(eye, verb, again.map_or(end, |(and, _)| and))?;
    let more = again.and_then(|(_, verb)| demanded_once(eye, verb, end).or_else(|| demanded_deed(eye, verb, end)));
    list.steps.extend(more.into_iter().flat_map(|list| list.steps));
    list.tokens = TokenRange::new(list.tokens.first(), end);
    Some(list)
}

/// "urged", "asked that", "called on": whether what follows may be demanded of somebody.
fn demands_of(eye: Eye, verb: TokenRange) -> bool {
    let at = verb.end();
    eye.has(verb.first(), eye.words.urge)
        || eye.any(verb.first(), &["asked", "asks"]) && eye.any(at, &["that"])
        || eye.any(verb.first(), &["demanded", "demand", "demands", "demanding"])
        || eye.any(verb.first(), &["urge", "ask", "request"]) && eye.any(before(verb.first()), &["we", "i", "also"])
        || eye.any(verb.first(), &["appeal", "appealed", "appeals"])
        || eye.any(verb.first(), &["call", "called", "calls"]) && eye.any(at - 1, &["for"])
        || eye.any(verb.first(), &["ordered", "orders"]) && eye.any(before(verb.first()), &["also"])
        || eye.any(at - 1, &["on", "upon"])
}

fn demanded_once(eye: Eye, verb: TokenRange, end: usize) -> Option<Inline> {
    if !demands_of(eye, verb) {
        return None;
    }
    let at = verb.end();
    let region = super::frame::without_speaker(eye, TokenRange::new(at + usize::from(eye.any(at, &["that"])), end));
    let read = || clause::read(eye, region, Role::Conjunct);
    let mut step;
    if eye.any(at, &["that"]) {
        let group = super::verbs::mandative(eye, region)?;
        step = read()?;
        step.verbal = true;
        step.told = false;
        step.modality = Modality::Must;
        step.action = Some(eye.words.verbs.lemma(eye.reading, group.main).into_owned());
        step.actor = step.actor.or((group.first > region.first() && !group.passive).then(|| TokenRange::new(region.first(), group.first)));
    } else {
        // "the men forced to fight to drop their guns"
        let participle = |i: usize| i > at && eye.verb(i).is_some_and(|verb| verb.participle) && !eye.is_auxiliary(before(i));
        let to = (at + 1..region.end().min(at + 18))
            .take_while(|&i| !eye.is_mark(i) && (!eye.is_finite(i) || participle(i)))
            .find(|&i| eye.any(i, &["to"]) && eye.is_base(i + 1) && !participle(before(i)))?;
        step = read()?;
        // "called for the men to be held"
        let passive = eye.any(to + 1, &["be"]) && eye.verb(to + 2).is_some_and(|verb| verb.participle);
        step.actor = (!passive).then(|| TokenRange::new(at, to));
        step.verbal = true;
        step.told = false;
        step.modality = Modality::Plain;
        step.action = Some(eye.words.verbs.lemma(eye.reading, to + 1 + usize::from(passive)).into_owned());
    }
    step.action.is_some().then(|| Inline { tokens: TokenRange::new(region.first(), end), steps: vec![step] })
}

/// "and we ask", "and also urged": where another demand begins, and its verb.
fn another(eye: Eye, and: usize) -> Option<(usize, TokenRange)> {
    let at = and + 1;
    let at = at + usize::from(eye.any(at, &["we", "they", "he", "she", "it"]));
    let at = at + usize::from(eye.any(at, &["also"]));
    let verb = eye.any(and, &["and"]).then(|| eye.phrase(at, eye.words.demand))??.tokens;
    // not "and plans to", nor the "demands" of a list
    let finite = at > and + 1 || eye.verb(verb.first()).is_some_and(|verb| verb.past);
    (finite && !eye.has(verb.first(), eye.words.commit)).then_some((and, verb))
}

/// Whether the next sentence says that it goes on: "They also pledged to ...", "In addition, ...".
fn is_said_again(eye: Eye, verb: TokenRange) -> bool {
    let document = eye.reading.document();
    let Some(next) = document.sentences().get(document.sentence_of(verb.first()) + 1).map(|next| next.tokens) else { return false };
    let addition = eye.any(next.first(), &["in"]) && eye.any(next.first() + 1, &["addition"]);
    addition
        || eye.any(next.first(), &["besides", "moreover", "furthermore", "additionally"])
        || next.iter().take(8).any(|at| eye.any(at, &["also"]))
}

/// "proposed closing the gates"
fn proposes(eye: Eye, verb: TokenRange) -> bool {
    let at = verb.end() + usize::from(eye.is_quote(verb.end()));
    eye.any(verb.first(), &["proposed", "proposes", "recommended", "recommends"]) && eye.is_gerund(at)
}

/// "pledge to resume"
fn takes_on(eye: Eye, verb: TokenRange) -> bool {
    let to = verb.end();
    eye.any(to, &["to"]) && eye.has(verb.first(), eye.words.commit) && eye.is_base(to + 1)
}

/// "pledge to resume the talks": a single thing that somebody takes on.
pub(super) fn pledged(eye: Eye, verb: TokenRange, end: usize) -> Option<Inline> {
    if !takes_on(eye, verb) {
        return None;
    }
    let region = super::frame::without_speaker(eye, TokenRange::new(verb.end() + 1, end));
    let mut step = clause::read(eye, region, Role::Conjunct)?;
    step.actor = step.actor.or_else(|| super::propose::demander(eye, verb.first()));
    Some(Inline { tokens: region, steps: vec![step] })
}

/// "demanded the release of the crew", "calls for an end to raids": a single deed.
pub(super) fn demanded_deed(eye: Eye, verb: TokenRange, end: usize) -> Option<Inline> {
    let demands = eye.any(verb.first(), &["demanded", "demand", "demands", "demanding"]);
    let calls = eye.any(verb.first(), &["called", "calls", "call", "calling"]) && eye.any(verb.end() - 1, &["for"]);
    let noun = eye.is_determiner(before(verb.first())) && !eye.any(before(verb.first()), &["that", "which"]);
    // "the demands on the guild"
    let hangs = eye.has(verb.end(), eye.words.preposition);
    if !(demands || calls || proposes(eye, verb)) || noun || hangs {
        return None;
    }
    let list = led::alone(eye, verb.end(), end)?;
    let deed = list.steps.iter().all(|step| govern::deed(eye, step.tokens) && step.modality == Modality::Plain);
    deed.then_some(list)
}

/// What can be carried out, and does not only tell what comes of the plan.
pub(super) fn is_deed(eye: Eye, steps: &[Clause]) -> bool {
    // "make it easier to sue the mill" changes the law.
    let eases = |step: &Clause| step.tokens.iter().take(3).any(|at| eye.any(at, &["make", "makes"]) && eye.any(at + 1, &["it"]));
    let weak = |step: &Clause| {
        !eases(step)
            && step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.effect) || eye.has_lemma(verb, eye.words.idle))
    };
    let weak = steps.iter().filter(|step| weak(step) || takes_time(eye, step)).count();
    let idle = |step: &Clause| step.action.is_none() || step.modality == Modality::May || is_noun(eye, step);
    judge::list(eye, steps) && weak * 2 < steps.len().max(1) && !steps.iter().any(idle)
}

/// "It would take more than that", "It would go ahead in two steps": how it is done, not what.
pub(super) fn takes_time(eye: Eye, step: &Clause) -> bool {
    let verb = |at: usize| eye.verb(at).map(|verb| verb.lemma);
    step.tokens.iter().take(4).any(|at| {
        let course = matches!(verb(at), Some("proceed" | "unfold" | "happen" | "work" | "go" | "move")) && {
            let within = |i: usize| eye.any(i, &["in"]) && (i + 1..i + 4).any(|at| eye.has(at, eye.words.part));
            within(at + 1) || within(at + 2)
        };
        let time = verb(at) == Some("take")
            && (eye.any(at + 1, &["more", "years", "months", "time", "place", "until", "long"])
                || eye.any(at + 2, &["more", "years", "months", "weeks", "days"]));
        // "will make its way through the house", "will now move to the council"
        let way = verb(at) == Some("make") && eye.any(at + 2, &["way"])
            || verb(at) == Some("move") && eye.any(at + 1, &["to"]) && eye.any(at + 2, &["the"]) && eye.is_capital(at + 3);
        course || time || way
    })
}

/// "combat ships", "care in an institution": what was taken for a verb begins a noun.
fn is_noun(eye: Eye, step: &Clause) -> bool {
    let (first, next) = (step.tokens.first(), step.tokens.first() + 1);
    let begins = step.modality != Modality::Plain && eye.is_base(first) && eye.modality(before(first)).is_none();
    // "fund new sewers" acts, "combat ships in" doesn't.
    let ends = |at: usize| eye.is_mark(at) || eye.has(at, eye.words.preposition) || eye.any(at, &["and"]) || at >= step.tokens.end();
    begins && eye.has(first, eye.words.ambiguous) && !eye.can_be_object(next) && !eye.is_adverb(next) && (ends(next) || ends(next + 1))
}
