//! What comes of a plan, or is said of it, and is no step: "would kill jobs", "would boost growth, its backers say".

use super::Clause;
use super::eye::Eye;

/// How far behind a verb what it does something to is looked for.
const NEAR: usize = 7;
/// Verbs that make more or less of something; what, tells whether that is a deed ("slow the traffic") or an outcome.
const MORE_OR_LESS: &[&str] = &[
    "boost",
    "cool",
    "expand",
    "grow",
    "harm",
    "help",
    "hurt",
    "improve",
    "increase",
    "lift",
    "protect",
    "revive",
    "rob",
    "save",
    "shrink",
    "slow",
    "spur",
    "stimulate",
    "strengthen",
    "stunt",
    "weaken",
    "wreck",
];
/// Those who say what comes of a plan.
const SIDES: &[&str] =
    &["advocates", "backers", "critics", "detractors", "foes", "opponents", "proponents", "sceptics", "skeptics", "supporters"];
const SAYS: &[&str] =
    &["say", "said", "argue", "argued", "warn", "warned", "claim", "claimed", "insist", "insisted", "contend", "contended"];

/// "raises questions", "would kill jobs", "would make families poorer", "contradicts what he said".
pub(super) fn tells(eye: Eye, step: &Clause) -> bool {
    let Some(verb) = step.action.as_deref() else { return false };
    let object: &[&str] = match verb {
        "raise" => &["questions", "doubts", "concerns", "fears", "hopes", "eyebrows"],
        "kill" => &["jobs", "growth", "competition"],
        "create" => &["jobs"],
        "place" | "impose" => &["burden", "burdens", "obstacle", "obstacles", "strain"],
        "put" => &["burden", "burdens", "obstacle", "obstacles", "strain", "risk", "danger", "jeopardy"],
        "send" => &["message", "messages", "signal", "signals"],
        "make" => return makes_it_so(eye, step),
        _ if MORE_OR_LESS.contains(&verb) => &["economy", "growth", "jobs", "confidence", "trust", "lives", "prosperity", "rich", "poor"],
        _ => &[],
    };
    eye.has_lemma(verb, eye.words.outcome) || step.tokens.iter().take(NEAR).any(|at| eye.any(at, object))
}

/// "make families poorer", "make the country less safe"; but "make it easier to sue the mill" changes the law.
fn makes_it_so(eye: Eye, step: &Clause) -> bool {
    let Some(verb) = step.tokens.iter().take(3).find(|&at| eye.any(at, &["make", "makes"])) else { return false };
    let so = |at: usize| {
        eye.any(at, &["worse", "better", "more", "less", "poorer", "richer", "safer", "stronger", "weaker", "harder", "healthier"])
    };
    !eye.any(verb + 1, &["it"]) && (verb + 2..step.tokens.end().min(verb + NEAR)).any(so)
}

/// "(would raise the toll), its opponents say": what one side says of it, and not what it holds.
pub(super) fn is_said_of_it(eye: Eye, step: &Clause) -> bool {
    let end = step.tokens.end();
    let sentence = eye.reading.sentence(step.tokens.first()).end();
    let speaker = (end + 1..sentence.min(end + NEAR)).find(|&at| eye.any(at, SIDES));
    eye.is_comma(end) && speaker.is_some_and(|at| (at + 1..sentence.min(at + NEAR)).any(|at| eye.any(at, SAYS)))
}
