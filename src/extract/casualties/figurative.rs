//! Harm verbs that harm nobody: figures of speech, habits, contests, names.

use super::circumstance;
use super::claim::{Harm, Status};
use super::clause::Clause;
use super::count::Count;
use super::draft::Trigger;
use super::kind::{Form, Kind};
use super::verbs::HarmVerb;
use crate::rules::{Qualifier, ValueKind};
use crate::text::{Case, TokenRange};

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
    // "The sailors were medically evacuated": they are sick, and their homes are safe.
    if verb.harm == Harm::Displaced && clause.tokens(verb.unit).iter().any(|at| reading.is(at, "medically")) {
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
    // "a fictional attempt to kill the king", "a hoax said that two guards were shot", "a film about a plot to kill two guards"
    if here.clone().any(|at| clause.reading.is_any(at, &["fictional", "fictitious", "fabricated", "hoax", "hoaxes", "satirical"])) {
        return true;
    }
    (present || group.to) && (here.any(|at| clause.reading.is_any(at, &stories)) || around.any(|at| clause.reading.is_any(at, &stage)))
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
    // "many will die", as nobody counts them
    let many = count.qualifier == Qualifier::Vague && count.best.is_none();
    let person = count.words.is_none() && count.best == Some(1) && !count.definite && head(&["person", "human", "individual"]);
    let uncounted = anybody || many || person;
    let Some(group) = clause.verb(verb.unit).filter(|_| uncounted) else { return false };
    let past = matches!(group.form, Some(Form::Past | Form::Participle));
    let here = clause.tokens(verb.unit);
    let present = group.be && clause.reading.is_any(here.first(), &["is", "are", "be", "get", "gets", "'re", "being"]);
    let unreal = || circumstance::status(clause, verb.unit) == Status::Hypothetical;
    // "a man who murders children"
    let relative = group.form == Some(Form::Present) && verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    // "people who drink or kill their neighbours"
    let joined = group.form == Some(Form::Base)
        && verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::And))
        && (verb.unit.saturating_sub(5)..verb.unit).any(|n| clause.kind(n) == Some(Kind::Relative));
    // "You would have to kill people"
    let you = || clause.subject(verb.unit).is_some_and(|n| clause.says(n, &["you"])) && unreal();
    match verb.harm {
        _ if relative || joined || you() => true,
        _ if anybody => !past || present || unreal(),
        // "There is no good way to kill a person."
        _ if person => unreal(),
        Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Abducted => {
            // "Drugs kill people", "people dying in poverty", "people are killed at a higher rate"; not "a blast, killing people"
            let people = head(&["people", "persons", "patients", "kids"]);
            let told = group.have || here.iter().any(|at| clause.reading.is_any(at, &["was", "were", "being"]));
            let result = verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Comma));
            let those = head(&["those"]) && count.definite;
            let deed = is_deed(clause, verb.unit);
            those || deed || people && !told && (present || !past && !result) || unreal()
        }
        _ => !past || present || group.modal || head(&["those"]) || verb.unit > 1 && clause.says(verb.unit - 2, &["those"]),
    }
}

/// "Killing prisoners is a crime", "views about killing prisoners": the deed as such, and nobody who did it.
fn is_deed(clause: &Clause<'_>, verb: usize) -> bool {
    let bare = clause.verb(verb).is_some_and(|v| v.form == Some(Form::Ing) && !v.be);
    let opens = clause.before(verb).is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Quote | Kind::Subordinate)));
    let topic = clause.before(verb).is_some_and(|n| clause.says(n, &["about"]));
    bare && topic || bare && opens && clause.is_noun(verb + 1) && clause.says(verb + 2, &["is", "isn't", "was"])
}

/// "wants Karel to die", "wanted to see them drown": what somebody wishes on others.
pub(super) fn is_wish(clause: &Clause<'_>, victims: usize) -> bool {
    let wish = ["want", "wants", "wanted", "wanting", "like", "see"];
    clause.before(victims).is_some_and(|n| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &wish)))
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
    // "The Way To Die", a title
    let capital = |at: usize| reading.token(at).is_some_and(|t| t.case == Case::Capital);
    let title = at > 0 && reading.is(at - 1, "to") && capital(at - 1) && capital(at) && at > clause.sentence.first() + 1;
    named || compound || title || (reading.is(at, "wound") && reading.is_any(trigger.tokens.end(), &["up", "down"]))
}
