//! Harm verbs that harm nobody: figures of speech, habits, contests, names.

use super::circumstance;
use super::claim::{Harm, Status};
use super::clause::Clause;
use super::count::Count;
use super::draft::Trigger;
use super::kind::{Form, Kind};
use super::verbs::HarmVerb;
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// Tokens before a verb in which a story is named.
const STORY: usize = 30;

/// Words behind a harm verb that turn it into a figure of speech: "tempers died down", "killed off the game", "succumbed to
/// pressure".
pub(super) fn is_idle(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let reading = clause.reading;
    let next = verb.phrase.tokens.end();
    // "was almost killed"
    if reading.is_any(verb.phrase.tokens.first().saturating_sub(1), &["almost", "nearly", "/", "zero"]) {
        return true;
    }
    if reading.is_any(verb.phrase.tokens.first(), &["succumbed", "succumb", "succumbs", "succumbing"]) && reading.is(next, "to") {
        if !clause.is_noun(verb.unit + 2) {
            return false;
        }
        let behind = clause.tokens(verb.unit + 2);
        return !behind.iter().chain(behind.end()..behind.end() + 3).take(12).any(|at| {
            reading.phrase(at, clause.words.cause).is_some()
                || reading
                    .is_any(at, &["injuries", "injury", "wounds", "wound", "burns", "illness", "disease", "cancer", "infection", "virus"])
        });
    }
    // "good ideas get drowned out"
    if reading.is_any(verb.phrase.tokens.first(), &["drown", "drowns", "drowned", "drowning"]) && reading.is(next, "out") {
        return true;
    }
    // "I have been dying to come", "forced to leave their offices"
    let first = verb.phrase.tokens.first();
    if reading.is_any(first, &["die", "dying"]) && reading.is(next, "to") {
        return true;
    }
    let work = ["office", "offices", "job", "jobs", "post", "posts", "stage", "field", "party", "game", "company", "firm"];
    if reading.is(first, "forced") && verb.harm == Harm::Displaced && (next..next + 3).any(|at| reading.is_any(at, &work)) {
        return true;
    }
    let down = clause.verb(verb.unit).is_some_and(|v| !v.be) && reading.is_any(next, &["down", "out", "away"]);
    (down && reading.column(verb.phrase, "valency") == "i")
        || reading.is(next, "off")
            && reading.is_any(verb.phrase.tokens.first(), &["killed", "kill", "kills", "killing", "died", "die", "dying"])
}

/// "In the film, a killer murders six students": the plot of a story, told in the present.
pub(super) fn is_fiction(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let Some(group) = clause.verb(verb.unit) else { return false };
    let present =
        matches!(group.form, Some(Form::Present)) || group.be && clause.reading.is_any(clause.tokens(verb.unit).first(), &["is", "are"]);
    let stories = [
        "film",
        "movie",
        "novel",
        "book",
        "episode",
        "drama",
        "thriller",
        "comedy",
        "sequel",
        "series",
        "sitcom",
        "opera",
        "script",
        "screenplay",
        "protagonist",
        "heroine",
    ];
    let first = verb.phrase.tokens.first();
    let stage = ["stage", "play", "puppet", "puppets", "audience"];
    let mut here = first.saturating_sub(STORY).max(clause.sentence.first())..first;
    let mut around = first.saturating_sub(STORY)..first + STORY;
    present && (here.any(|at| clause.reading.is_any(at, &stories)) || around.any(|at| clause.reading.is_any(at, &stage)))
}

/// "captured", "beaten", "crushed" of one person: a picture or a match, unless how or by whom tells otherwise.
pub(super) fn is_contest(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let reading = clause.reading;
    let at = verb.phrase.tokens.first();
    let hard = [
        "badly",
        "severely",
        "brutally",
        "violently",
        "savagely",
        "mercilessly",
        "repeatedly",
        "with",
        "unconscious",
        "up",
        "and",
        "by",
        "on",
        "to",
        "when",
        "while",
        "after",
        "until",
    ];
    let near = |words: &[&str]| {
        clause.tokens(verb.unit).iter().chain(verb.phrase.tokens.end()..verb.phrase.tokens.end() + 2).any(|at| reading.is_any(at, words))
    };
    reading.is_any(at, &["captured", "capture", "captures", "capturing"]) && reading.is_any(verb.phrase.tokens.end(), &["him", "her"])
        || reading.is_any(at, &["beaten", "burnt", "burned", "crushed", "bruised"]) && !near(&hard)
}

/// "Who arrests criminals?", "people are fleeing", "anything that could kill people": what happens again and again, or might,
/// to people whom nobody counts.
pub(super) fn is_habit(clause: &Clause<'_>, verb: &HarmVerb, count: &Count) -> bool {
    let head = |words: &[&str]| count.victims.is_some_and(|v| clause.reading.is_any(v.first(), words));
    let anybody = head(&["someone", "somebody", "anyone", "anybody"]);
    let uncounted = anybody || count.best.is_none() && count.words.is_none();
    let Some(group) = clause.verb(verb.unit).filter(|_| uncounted) else { return false };
    let past = matches!(group.form, Some(Form::Past | Form::Participle));
    let here = clause.tokens(verb.unit);
    let present = group.be && clause.reading.is_any(here.first(), &["is", "are", "be", "get", "gets", "'re", "being"]);
    let unreal = || circumstance::status(clause, verb.unit) == Status::Hypothetical;
    // "a man who murders children"
    let relative = group.form == Some(Form::Present) && verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    match verb.harm {
        _ if relative => true,
        _ if anybody => !past || present || unreal(),
        Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Abducted => {
            // "Drugs kill people", "people dying in poverty", "people are killed at a higher rate"; not "a blast, killing people"
            let people = head(&["people", "persons", "patients", "kids"]);
            let told = group.have || here.iter().any(|at| clause.reading.is_any(at, &["was", "were", "being"]));
            let result = verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Comma));
            let those = head(&["those"]) && count.definite;
            those || people && !told && (present || !past && !result) || unreal()
        }
        _ => !past || present || group.modal || head(&["those"]),
    }
}

/// "any player who tested positive", "how many people will die": nobody is told of.
pub(super) fn is_anybody(clause: &Clause<'_>, verb: usize, victims: TokenRange) -> bool {
    let reading = clause.reading;
    let first = victims.first();
    let asked = first > 0 && reading.is(first - 1, "how") && reading.is_any(first, &["many", "few"]);
    let past = clause.verb(verb).is_some_and(|v| v.form == Some(Form::Past) && !v.modal && !v.be)
        || clause.tokens(verb).iter().any(|at| reading.is_any(at, &["was", "were", "had"]));
    reading.is_any(first, &["any", "whoever", "whichever"]) || asked && !past
}

/// A surname ("Mary Slaughter"), a compound ("a cop-killing film"), another verb ("wound up in court").
pub(super) fn is_other_word(clause: &Clause<'_>, trigger: &Trigger) -> bool {
    let reading = clause.reading;
    let at = trigger.tokens.first();
    let named = reading.value_of(at, ValueKind::Actor).is_some();
    let compound = reading.token(at).is_some_and(|t| t.glued) && at > 0 && reading.is_any(at - 1, &["-", "–"]);
    named || compound || (reading.is(at, "wound") && reading.is_any(trigger.tokens.end(), &["up", "down"]))
}
