//! Items that say who wants what: "1) Osei wants a wider lock", "2. Calls on the guards to leave", "1. ORDERS THAT ALL UNITS HOLD",
//! "3. We appeal to the owners that the crew be paid".
//!
//! The step is what is wanted; the words in front only report it.

use super::clause::{self, Role};
use super::eye::Eye;
use super::pieces;
use super::series::Series;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How long a subject may be.
const SUBJECT: usize = 4;
/// How many words may name whom an appeal is made to.
const ADDRESSED: usize = 10;

/// Verbs of those who give orders, which few others would put at the head of an item.
const ORDERS: &[&str] =
    &["orders", "decrees", "demands", "calls", "asks", "urges", "instructs", "requests", "proposes", "recommends", "resolves"];
/// What those who have no orders to give write in the first person: "We urge the mill to ...".
const APPEALS: &[&str] = &["appeal", "ask", "call", "demand", "request", "urge"];
/// Verbs that may stand between orders.
const DECLARES: &[&str] = &["announces", "declares", "decides", "agrees", "appeals"];

/// The step that an item wants.
pub(super) fn read(eye: Eye, first: usize, end: usize) -> Option<Clause> {
    let verb = match is_order(eye, first) {
        true => eye.phrase(first, eye.words.demand).map_or(TokenRange::new(first, first + 1), |phrase| phrase.tokens),
        false => wanted(eye, first, end)?,
    };
    let at = verb.end();
    // "We appeal to the owners that the crew be paid"
    if let Some(that) = (at..end.min(at + ADDRESSED)).find(|&at| eye.any(at, &["that"])).filter(|that| *that > at && appeals(eye, verb)) {
        return pieces::demanded(eye, TokenRange::new(verb.first(), that), end).and_then(|list| list.steps.into_iter().next());
    }
    let step = pieces::demanded(eye, verb, end).and_then(|list| list.steps.into_iter().next());
    let that = eye.any(at, &["that"]);
    step.or_else(|| {
        // "wants to widen the lock"
        let from = at + usize::from(that || eye.any(at, &["to"]));
        clause::read(eye, TokenRange::new(from, end), if that { Role::Sentence } else { Role::Conjunct })
    })
    .map(|step| {
        // "ORDERS THAT ALL UNITS LEAVE", not "announces that the camp is closed"
        let bound = that && step.modality == Modality::Plain && !eye.any(verb.first(), DECLARES);
        let modality = if bound { Modality::Must } else { step.modality };
        Clause { told: step.told && that && !bound, modality, ..step }
    })
}

/// The verb of the items, where they are appeals ("1. We call on ..."), or orders behind ":", of whom most begin with such a verb.
pub(super) fn orders(eye: Eye, series: &Series) -> Option<TokenRange> {
    let appealed: Vec<TokenRange> = series
        .members
        .iter()
        .filter_map(|member| wanted(eye, member.cue.tokens.end(), usize::MAX))
        .filter(|verb| appeals(eye, *verb))
        .collect();
    if appealed.len() >= 2 && appealed.len() * 3 >= series.members.len() * 2 {
        return appealed.first().copied();
    }
    let colon = series.first_token().checked_sub(1).filter(|at| eye.is(*at, ":"))?;
    let heads = || series.members.iter().map(|member| member.cue.tokens.end());
    let ordered = heads().filter(|at| eye.any(*at, ORDERS)).count();
    let all = heads().all(|at| is_order(eye, at));
    heads().next().filter(|first| ordered >= 2 && all && *first > colon).map(|at| TokenRange::new(at, at + 1))
}

fn appeals(eye: Eye, verb: TokenRange) -> bool {
    eye.any(verb.first(), APPEALS)
}

fn is_order(eye: Eye, at: usize) -> bool {
    eye.any(at, ORDERS) || eye.any(at, DECLARES)
}

/// "Osei wants", "the guild called for": the verb behind a short subject.
fn wanted(eye: Eye, first: usize, end: usize) -> Option<TokenRange> {
    if !(eye.is_capital(first) || eye.is_determiner(first) || eye.has(first, eye.words.pronoun)) {
        return None;
    }
    (first + 1..end.min(first + 1 + SUBJECT)).take_while(|&at| !eye.is_mark(at)).find_map(|at| {
        let on = eye.any(at + 1, &["on", "upon", "to", "for"]);
        // not "We call this a shame"
        if eye.any(first, &["we", "i"]) && eye.any(at, APPEALS) && (on || !eye.any(at, &["call", "appeal"])) {
            return Some(eye.phrase(at, eye.words.demand).map_or(TokenRange::new(at, at + 1 + usize::from(on)), |phrase| phrase.tokens));
        }
        let wants = eye.any(at, &["wants", "want", "wanted"]).then(|| TokenRange::new(at, at + 1));
        let calls = eye.any(at, &["called", "calls", "demanded", "demands", "asked", "asks", "proposed", "proposes"]);
        wants.or_else(|| calls.then(|| eye.phrase(at, eye.words.demand)).flatten().map(|phrase| phrase.tokens))
    })
}
