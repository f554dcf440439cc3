//! Harm that befalls nobody in particular: rates, definitions, examples, habits, wishes.

use super::circumstance;
use super::claim::{Harm, Status};
use super::clause::{Clause, FAR, Victims};
use super::count::Count;
use super::kind::{Form, Kind, VerbGroup};
use super::verbs::HarmVerb;
use super::willed;
use super::words;
use crate::rules::{Qualifier, ValueKind};
use crate::text::{Case, TokenRange};

/// Tokens before a claim that may say that it is only felt so.
const FELT: usize = 8;

/// Rates, comparisons, definitions, feelings, examples: whatever the rule, nobody is told of.
pub(super) fn is_nobody(clause: &Clause<'_>, unit: usize, victims: &Victims, status: Status) -> bool {
    let reading = clause.reading;
    let count = &victims.count;
    let first = victims.tokens.first();
    // "fewer patients", "so few executions"
    let fewer = reading.is_any(first, &["fewer", "less"]) && !reading.is(first + 1, "than")
        || reading.is(first, "few") && first > 0 && reading.is_any(first - 1, &["so", "too", "very", "as"]);
    let before = |far: usize| first.saturating_sub(far).max(clause.sentence.first())..first;
    // "the difference between no deaths and one death"
    let compared = before(GENERIC).any(|at| reading.is_any(at, &["difference", "distinction"]) && reading.is(at + 1, "between"));
    // "feeling like I'm mourning the death of a friend", "as if somebody had died"
    let verb = clause.tokens(unit).first();
    // "It felt like his arm was being hacked off", but "She felt like she was assaulted"
    let it = |at: usize| reading.is(at.saturating_sub(1), "it");
    let as_if = (verb.saturating_sub(FELT).max(clause.sentence.first())..verb)
        .any(|at| reading.is_any(at, &["feels", "felt"]) && reading.is(at + 1, "like") && it(at));
    let felt = before(FELT).any(|at| {
        reading.is_any(at, &["feel", "feels", "feeling", "felt"]) && reading.is(at + 1, "like")
            || reading.is(at, "as") && reading.is_any(at + 1, &["if", "though"])
    });
    // "a study of 96,000 injured patients"
    let studied = first > 1
        && reading.is_any(first - 1, &["of", "on", "in", "with", "among"])
        && reading.phrase(first - 2, clause.words.study).is_some();
    // "No candidate wants to get burned."
    let wishes = ["wants", "want", "wanted", "should", "deserves", "likes", "needs"];
    let wished =
        count.qualifier == Qualifier::None && (first..clause.tokens(unit).first()).take(GENERIC).any(|at| reading.is_any(at, &wishes));
    // "1 out of every 100"
    let every = count
        .words
        .is_some_and(|w| (w.end()..w.end() + 3).any(|at| reading.is_any(at, &["every", "each"]) && reading.is_any(at - 1, &["of", "in"])));
    let uncounted = count.words.is_none() && count.best.is_none();
    fewer
        || uncounted && willed::is_of_a_kind(clause, unit)
        || is_rate(clause, unit, victims)
        || compared
        || is_imagined(clause, unit, count)
        || every
        || is_share(clause, victims)
        || felt
        || as_if
        || studied
        || wished
        || is_custom(clause, unit, victims)
        || is_recurring(clause, victims)
        || is_defined(clause, unit, count)
        || is_example(clause, unit, count, status)
        || is_trend(clause, unit, count)
}

/// "They picture a man beating his wife": what people think of.
fn is_imagined(clause: &Clause<'_>, unit: usize, count: &Count) -> bool {
    let reading = clause.reading;
    let thinks = [
        "imagine",
        "imagines",
        "imagined",
        "imagining",
        "envisage",
        "envisages",
        "envisaged",
        "envision",
        "visualise",
        "visualize",
        "picture",
    ];
    let first = clause.tokens(unit).first();
    let thought = (first.saturating_sub(FELT).max(clause.sentence.first())..first)
        .any(|at| reading.is_any(at, &thinks) && reading.is_any(at + 1, &["a", "an", "someone", "somebody", "people"]));
    thought && count.words.is_none() && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing))
}

/// "nine deaths per 1,000 births", "an average of 12 clerks", "at a lower rate": so many of so many, or in so long.
fn is_rate(clause: &Clause<'_>, unit: usize, victims: &Victims) -> bool {
    let reading = clause.reading;
    let first = victims.tokens.first();
    let end = victims.tokens.end().max(clause.tokens(unit).end());
    let behind = |far: usize| end..(end + far).min(clause.sentence.end());
    let many = ["capita", "person", "million", "thousand", "hundred"];
    let per = behind(3).any(|at| reading.is(at, "per") && (reading.is_any(at + 1, &many) || words::number(reading, at + 1).is_some()));
    let yearly = || behind(8).any(|at| reading.is_any(at, &["year", "annually"]));
    let average = (first.saturating_sub(2).max(clause.sentence.first())..first + 2).any(|at| reading.is(at, "average"));
    let uncounted = victims.count.words.is_none() && victims.count.best.is_none();
    let at_rate = uncounted && behind(6).any(|at| reading.is_any(at, &["rate", "rates"]));
    per || average && !yearly() || at_rate
}

/// "54 percent of people murdered", "the number of men shot has declined": many in the course of time.
fn is_share(clause: &Clause<'_>, victims: &Victims) -> bool {
    let reading = clause.reading;
    let first = victims.tokens.first().saturating_sub(4).max(clause.sentence.first());
    let any = victims.count.words.is_none() && victims.count.best.is_none();
    let some = |at: usize| reading.is(at, "number") && (at.saturating_sub(2)..at).any(|n| reading.is_any(n, &["a", "an", "any"]));
    any && (first..victims.tokens.end())
        .any(|at| reading.phrase(at, clause.words.share).is_some() && !some(at) && reading.is_any(at + 1, &["of", "in"]))
}

/// "The killing of twins was common", "Shooting a guard is a crime": what people do, as such.
fn is_custom(clause: &Clause<'_>, unit: usize, victims: &Victims) -> bool {
    let reading = clause.reading;
    if victims.count.words.is_some() || !(clause.is_noun(unit) || clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing) && !v.be)) {
        return false;
    }
    let end = victims.tokens.end();
    reading.is_any(end, &["is", "was", "are", "were", "isn't", "remains"])
        && (end + 1..end + 4).any(|at| reading.phrase(at, clause.words.custom).is_some())
}

/// "when a farmer is beaten or killed", "every time a reporter is hurt": whoever it is, again and again.
fn is_recurring(clause: &Clause<'_>, victims: &Victims) -> bool {
    let reading = clause.reading;
    let count = &victims.count;
    let any = count.words.is_none() && count.best == Some(1) && !count.definite;
    let first = victims.tokens.first();
    let opens = clause.says(victims.first.saturating_sub(1), &["when", "whenever"])
        || first > 1 && reading.is(first - 1, "time") && reading.is_any(first - 2, &["every", "each", "any"]);
    let verb = || (victims.first + 1..victims.first + 6).find(|&n| clause.verb(n).is_some());
    let again = |n: usize| clause.says(n, &["is", "gets"]) && !clause.tokens(n).iter().any(|at| reading.is(at, "being"));
    any && opens && reading.is_any(first, &["a", "an", "someone", "somebody"]) && verb().is_some_and(again)
}

/// Tokens before a claim in which a comparison opens.
const GENERIC: usize = 16;

/// "killings of four or more people", "four or more people killed": what is counted as such, and nothing that happened.
fn is_defined(clause: &Clause<'_>, unit: usize, count: &Count) -> bool {
    let reading = clause.reading;
    let more = count.words.is_some_and(|w| (w.first()..w.end() + 1).any(|at| reading.is(at, "or") && reading.is(at + 1, "more")));
    let told = clause.verb(unit).is_some_and(|v| {
        let present = reading.is_any(clause.tokens(unit).first(), &["is", "are", "be", "being"]);
        v.is_finite() && !present || v.form == Some(Form::Past) && v.main == Some(clause.tokens(unit).first()) && clause.is_noun(unit + 1)
    });
    more && !told
}

/// "leave to handle the death of a relative", "states that seek to execute a defendant": one who stands for any.
fn is_example(clause: &Clause<'_>, unit: usize, count: &Count, status: Status) -> bool {
    let reading = clause.reading;
    let any = count.words.is_none() && count.best == Some(1) && !count.definite && !count.joined;
    let Some(victims) = count.victims.filter(|v| any && v.first() > 0 && reading.is_any(v.first() - 1, &["a", "an", "any"])) else {
        return false;
    };
    // "a man arrested in Norvik must be heard"
    let rule = |v: VerbGroup| v.modal && !v.have && !v.be || v.modal && v.main.is_some();
    let bare = clause.verb(unit).is_some_and(|v| !v.is_finite() && !v.to) && victims.end() <= clause.tokens(unit).first();
    if bare && (unit + 1..unit + FAR).find_map(|n| clause.verb(n)).is_some_and(rule) {
        return true;
    }
    // "A medic stands next to the body of a guard": what is seen.
    let seen = clause.tokens(unit).iter().any(|at| reading.is_any(at, &["body", "bodies", "corpse", "remains"]));
    if seen || !clause.is_noun(unit) && status != Status::Hypothetical {
        return false;
    }
    let capital = |at: usize| reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
    let first = victims.first().saturating_sub(8).max(clause.sentence.first() + 1);
    let near = first..(victims.end() + FELT).min(clause.sentence.end());
    // Who, where, when: then it happened to somebody.
    let placed = near.clone().any(|at| capital(at) && !reading.is(at, "i"));
    let dated = near.skip(3).any(|at| reading.value_of(at, ValueKind::Date).is_some());
    let past = |n: usize| {
        n != unit && clause.verb(n).is_some_and(|v| v.form == Some(Form::Past) && !v.be && !v.have && !v.to && !v.modal)
            || clause.verb(n).is_some_and(|v| v.be) && clause.tokens(n).iter().any(|at| reading.is_any(at, &["was", "were"]))
            // "The death of a pupil has sparked protests"
            || clause.verb(n).is_some_and(|v| v.have && v.main.is_some() && !v.be && !v.modal) && clause.is_noun(n + 1)
    };
    !placed && !dated && !(unit.saturating_sub(FAR)..unit + FAR).any(past)
}

/// "how these people are dying", "why Norlanders are dying younger": many in the course of time.
fn is_trend(clause: &Clause<'_>, unit: usize, count: &Count) -> bool {
    let reading = clause.reading;
    let going = clause.verb(unit).is_some_and(|v| v.be && v.form == Some(Form::Ing));
    let present = reading.is_any(clause.tokens(unit).first(), &["is", "are", "'re"]);
    if !(going && present && count.words.is_none() && count.best.is_none()) {
        return false;
    }
    let asked = clause.subject(unit).and_then(|n| n.checked_sub(1)).is_some_and(|n| clause.says(n, &["how", "why"]));
    let end = clause.tokens(unit).end();
    // "Our citizens are dying"
    let ours = count.victims.is_some_and(|v| reading.is_any(v.first(), &["our", "your", "my", "more", "these"]));
    // "For patients who are dying"
    let relative = clause.before(unit).filter(|&n| clause.kind(n) == Some(Kind::Relative)).and_then(|n| clause.before(n));
    let dies = count.victims.is_some_and(|v| v.end() <= clause.tokens(unit).first());
    let such =
        dies && !count.definite && relative.and_then(|n| clause.before(n)).is_some_and(|n| clause.says(n, &["for", "with", "to", "of"]));
    such || asked || ours || reading.is_any(end, &["younger", "sooner", "earlier", "faster", "more", "less", "off", "early", "daily"])
}

/// "Who arrests criminals?", "people are fleeing", "anything that could kill people": what happens again and again, or might,
/// to people whom nobody counts.
pub(super) fn is_habit(clause: &Clause<'_>, verb: &HarmVerb, count: &Count) -> bool {
    let head = |words: &[&str]| count.victims.is_some_and(|v| clause.reading.is_any(v.first(), words));
    let anybody = head(&["someone", "somebody", "anyone", "anybody"]);
    // "was caught before anyone was hurt"
    if anybody && count.victims.is_some_and(|v| v.first() > 0 && clause.reading.is(v.first() - 1, "before")) {
        return true;
    }
    // "You would have to kill people"
    let you = clause.subject(verb.unit).is_some_and(|n| clause.says(n, &["you"]));
    if you && circumstance::status(clause, verb.unit) == Status::Hypothetical {
        return true;
    }
    // "many will die", as nobody counts them
    let many = count.qualifier == Qualifier::Vague && count.best.is_none();
    let person = count.words.is_none() && count.best == Some(1) && !count.definite && head(&["person", "human", "individual"]);
    // "before the other person vanished"
    if verb.harm == Harm::Missing && count.words.is_none() && count.victims.is_some_and(|v| clause.reading.is(v.first(), "other")) {
        return true;
    }
    // "for someone who has been assaulted"
    let who = verb.unit.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    let perfect = || clause.verb(verb.unit).is_some_and(|v| v.have);
    if anybody && who && (perfect() || head(&["anyone", "anybody"])) {
        return true;
    }
    // "thousands of people dying each year"
    let vague = count.words.is_some() && count.qualifier == Qualifier::Vague;
    let dying = vague && clause.reading.is(verb.phrase.tokens.first(), "dying");
    if dying && clause.verb(verb.unit).is_some_and(|v| !v.is_finite()) {
        return true;
    }
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
    match verb.harm {
        _ if relative || joined => true,
        _ if anybody => !past || present || unreal(),
        // "There is no good way to kill a person.", "Assaulting a person is no joke."
        _ if person => unreal() || is_deed(clause, verb.unit),
        Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Abducted => {
            // "Drugs kill people", "people dying in poverty", "people are killed at a higher rate"; not "a blast, killing people"
            let people = head(&["people", "persons", "patients", "kids"]);
            // "have begun dying"
            let begun = clause.reading.is_any(here.first().saturating_sub(1), &["started", "began", "begun", "kept"]);
            let told = begun || group.have || here.iter().any(|at| clause.reading.is_any(at, &["was", "were", "being"]));
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
    let opens =
        clause.before(verb).is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Quote | Kind::Subordinate | Kind::Relative)));
    let topic = clause.before(verb).is_some_and(|n| clause.says(n, &["about"]));
    bare && topic || bare && opens && clause.is_noun(verb + 1) && clause.says(verb + 2, &["is", "isn't", "was"])
}

/// "wants Karel to die", "wanted to see them drown": what somebody wishes on others.
pub(super) fn is_wish(clause: &Clause<'_>, victims: usize) -> bool {
    let wish = ["want", "wants", "wanted", "wanting", "like", "see"];
    clause.before(victims).is_some_and(|n| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &wish)))
}

/// "any player who tested positive", "how many people will die": nobody is told of.
pub(super) fn is_anybody(clause: &Clause<'_>, victims: TokenRange) -> bool {
    let reading = clause.reading;
    let first = victims.first();
    let asked = first > 0 && reading.is(first - 1, "how") && reading.is_any(first, &["many", "few"]);
    reading.is_any(first, &["any", "whoever", "whichever"]) || asked
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_happens_again_and_again_is_no_event() {
        check(&[
            ("Why does nobody answer when a poor farmer is cheated, beaten, or killed by guards?", &[]),
            ("Every time a reporter is insulted, harmed or killed, the ministry shrugs.", &[]),
            ("Guards stopped dying after the truce.", &[]),
            ("When a guard was killed in May, the town wept.", &["killed 1/1/1"]),
            ("Patients have begun dying in the wards.", &["killed 2//"]),
        ]);
    }
}
