//! Days of what is done about harm, and not of the harm: "a video released Sunday", "was charged on Monday".

use super::is_speech;
use crate::extract::dates::{DateMention, Granularity};
use crate::link::claims::event;
use crate::rules::Reading;
use crate::text::TokenRange;

/// Tokens between a date and the verb before it.
const BACK: usize = 8;
/// Tokens between a day that opens a sentence and the verb that it is of.
const AHEAD: usize = 12;
/// Tokens before "Monday" where a sentence opens with "On Monday,".
const FRAME: usize = 3;

/// What is done about harm, sooner or later.
const ACTS: [&str; 66] = [
    "aired",
    "apologised",
    "apologized",
    "appeared",
    "approved",
    "arraigned",
    "awarded",
    "barred",
    "broadcast",
    "buried",
    "charged",
    "condemned",
    "convicted",
    "criticised",
    "criticized",
    "cut",
    "debated",
    "denounced",
    "discussed",
    "elected",
    "extradited",
    "filed",
    "fired",
    "freed",
    "honored",
    "honoured",
    "hospitalised",
    "hospitalized",
    "indicted",
    "interviewed",
    "issued",
    "jailed",
    "joined",
    "marched",
    "met",
    "mourned",
    "named",
    "passed",
    "pleaded",
    "posted",
    "praised",
    "prayed",
    "published",
    "questioned",
    "rallied",
    "rejected",
    "released",
    "resigned",
    "resumed",
    "reviewed",
    "ruled",
    "sentenced",
    "signed",
    "slammed",
    "spoke",
    "sued",
    "testified",
    "toured",
    "tweeted",
    "unsealed",
    "unveiled",
    "uploaded",
    "visited",
    "voted",
    "working",
    "wrote",
];

/// Whether the verb before the date, or the first one behind a day that opens the sentence, tells what was done or said about
/// the harm whose words are `harm`.
pub(super) fn is_of_act(reading: &Reading<'_>, date: &DateMention, harm: TokenRange) -> bool {
    // A year holds what was done and what was done about it.
    if date.granularity > Granularity::Week {
        return false;
    }
    let date = date.tokens;
    let sentence = reading.sentence(date.first());
    let first = date.first().saturating_sub(BACK).max(sentence.first());
    let mark = |at: usize| reading.is_any(at, &[",", ";", ":", "(", "—", "–"]);
    let before = (first..date.first()).rev().take_while(|&at| !mark(at) && !harm.holds(at) && !is_harm(reading, at));
    let acts = |at: usize| is_act(reading, at);
    // "after an April 1 attack", but "was charged on April 1 with killing"
    let hangs = reading.phrase_named(date.end(), "preposition").is_some();
    let next = || reading.phrase_named(date.end() + 1, "event_noun").filter(|_| !hangs);
    let event = reading.phrase_named(date.end(), "event_noun").or_else(next);
    let owns = event.is_some() || event::is_owned(reading, date.end());
    if !owns && before.into_iter().any(|at| acts(at) || is_said(reading, at)) {
        return true;
    }
    // "A vigil was held on Monday for"
    let rites = ["vigil", "funeral", "funerals", "memorial", "ceremony", "burial"];
    let held = (first..date.first()).any(|at| reading.is_any(at, &["held", "attended", "organised", "organized"]));
    if !owns && held && (first..date.first()).any(|at| reading.is_any(at, &rites)) && harm.first() > date.first() {
        return true;
    }
    let opens = date.first() <= sentence.first() + FRAME;
    let behind = (date.end()..harm.first().min(date.end() + AHEAD)).take_while(|&at| !is_harm(reading, at));
    opens && behind.into_iter().any(acts)
}

/// "reported", "told": who says so, and not "reports of".
fn is_said(reading: &Reading<'_>, at: usize) -> bool {
    let past = reading.word(at).ends_with('d') || reading.is(at, "wrote");
    past && is_speech(reading, at) && !reading.is_any(at, &["claimed", "found", "reported"])
        || reading.is(at, "reported") && reading.is(at + 1, "in")
}

/// "released", and not "the released men", "opened fire", "fired at".
fn is_act(reading: &Reading<'_>, at: usize) -> bool {
    let shots =
        reading.is(at, "fired") && reading.is_any(at + 1, &["at", "on", "into", "from", "rockets", "shots", "missiles", "a", "several"]);
    let shots = shots || reading.is(at, "slammed") && reading.is_any(at + 1, &["into", "through", "onto"]);
    let adjective = at > 0 && reading.is_any(at - 1, &["the", "a", "an", "newly"]);
    reading.is_any(at, &ACTS) && !shots && !adjective
}

/// A verb of harm, or one of attack.
fn is_harm(reading: &Reading<'_>, at: usize) -> bool {
    ["harm_verb", "harm_attack", "harm_wreck"].iter().any(|class| reading.phrase_named(at, class).is_some()) && !reading.is_any(at, &ACTS)
}
