//! How sure a list is that no count announces: "the plan calls for A, B and C", "the union demanded that H a, b and c".
//!
//! Everyday prose is full of lists, and of words that name plans only now and then ("conditions", "the platform", "in
//! demand"). So what speaks for a plan and against it is added up: who offers it, whether it is only supposed or denied, and
//! whether its items are alike and can be carried out.

use super::announce::{Announcement, Kind};
use super::does;
use super::eye::{Eye, before};
use super::govern::{self, Inline};
use super::{Clause, Modality, outcome, propose};
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// What must come together.
const ENOUGH: f32 = 0.45;
/// How far before a name its clause is looked at.
const REACH: usize = 10;

/// The confidence in a list that this announcement governs; none where it is no plan.
pub(super) fn confidence(eye: Eye, announcement: &Announcement, list: &Inline) -> Option<f32> {
    let name = announcement.name;
    let demand = announcement.kind == Kind::Demand;
    let steps = &list.steps;
    let mut sum = if demand { 0.5 } else { 0.55 };
    sum += weigh_source(eye, announcement);
    sum -= if is_supposed(eye, name) || demand && is_told_in_passing(eye, name) { 0.4 } else { 0.0 };
    // "the conditions demanded by the guild"
    let own = eye.any(name.end(), &["demanded", "proposed", "set", "posed"]) && eye.any(name.end() + 1, &["by"]);
    // "Those conditions include closing the mill, freeing the crew and lifting the toll."
    let does = steps.len() >= 3 && does::begins(eye, list.tokens.first());
    let verbal = steps.iter().filter(|step| step.verbal || govern::deed(eye, step.tokens)).count();
    let deeds = steps.len() >= 3
        && verbal + 1 >= steps.len()
        && eye.any(before(name.end()), &["conditions", "priorities"])
        && (eye.has(name.end(), eye.words.include) || eye.has(name.end() + 1, eye.words.include));
    // "Under the terms of the deal, ..."
    let under = eye.any(before(before(name.first())), &["under"]) && !steps.iter().any(|step| step.modality == Modality::Plain);
    let pronged = eye.any(before(name.first()), &["multipronged", "multi-pronged", "pronged"]);
    let asks_for = pronged || eye.has(name.end(), eye.words.demand);
    sum -= if eye.has(before(name.end()), eye.words.vague) && !demand && !own && !under && !does && !asks_for {
        if deeds { 0.15 } else { 0.3 }
    } else {
        0.0
    };
    sum -= if !demand && is_undone(eye, name) { 0.3 } else { 0.0 };
    let act = eye.any(name.first(), &["act"]);
    sum -= if is_part_of_name(eye, name) && !act { 0.2 } else { 0.0 };
    sum -= if is_other(eye, name, list.tokens.first()) { 0.2 } else { 0.0 };
    sum -= if !demand && has_been(eye, name, list.tokens.first()) { 0.15 } else { 0.0 };
    sum -= if steps.iter().any(|step| eye.any(before(step.tokens.first()), &["or"])) { 0.3 } else { 0.0 };
    sum -= if are_choices(eye, steps) { 0.4 } else { 0.0 };
    sum -= if eye.any(name.first(), &["suggests", "suggested", "insist", "insists", "insisted"]) { 0.15 } else { 0.0 };
    // "He suggested that they should" is an opinion.
    let opinion = eye.any(name.first(), &["suggests", "suggested"]) && eye.any(name.end(), &["that"]);
    sum -= if opinion { 0.2 } else { 0.0 };
    // "The bill would cripple the mills and cost jobs": what its foes say comes of it.
    let outcomes = steps.iter().filter(|step| outcome::tells(eye, step)).count();
    sum -= if !demand && outcomes * 2 >= steps.len() { 0.6 } else { 0.0 };
    sum -= if steps.iter().any(|step| asks(eye, step) || is_example(eye, step)) { 0.6 } else { 0.0 };
    sum -= if !demand && steps.iter().all(|step| outcome::tells(eye, step) || is_idle(eye, step)) { 0.3 } else { 0.0 };
    sum -= if !demand && steps.iter().any(|step| outcome::is_said_of_it(eye, step)) { 0.4 } else { 0.0 };
    // "Headline: close the mill, sell the fleet"
    let colon = eye.is(before(list.tokens.first()), ":") && steps.len() == 2;
    sum -= if colon { 0.15 } else { 0.0 };
    // "in return for wages"
    let swap = eye.any(name.first(), &["in"]) && !steps.iter().all(|step| step.verbal || govern::deed(eye, step.tokens));
    sum -= if swap { 0.2 } else { 0.0 };
    // "a plan to raise the toll and mend the pier": two verbs in a row are often one thing, and its end.
    let bare = |step: &Clause| {
        eye.is_base(step.tokens.first()) || eye.modality(step.tokens.first()).is_some() || eye.any(step.tokens.first(), &["to"])
    };
    let takes_on = !demand || eye.any(name.end(), &["to"]);
    sum -= if steps.len() == 2 && takes_on && !in_pieces(eye, steps) && bare(&steps[1]) { 0.15 } else { 0.0 };
    sum += match steps.len() {
        // Two steps in two sentences say more than two items of a list.
        0..=2 if in_pieces(eye, steps) => 0.0,
        0..=2 => -0.05,
        3 => 0.0,
        _ => 0.05,
    };
    sum += if steps.iter().all(|step| matches!(step.modality, Modality::Will | Modality::Would | Modality::Must | Modality::Should)) {
        0.1
    } else {
        0.0
    };
    // "The bill bans tolls and sets up a fund": each step is a verb of the plan.
    let does = does::begins(eye, list.tokens.first());
    sum += weigh_items(eye, steps, does);
    (sum >= ENOUGH).then(|| share_right(eye, announcement.kind, steps, sum))
}

/// How many of such plans readers found right: those of laws and demands more often than of "the plan", those that tell what
/// would be done more often than what will be, and those of several sentences more often than of one.
fn share_right(eye: Eye, kind: Kind, steps: &[Clause], sum: f32) -> f32 {
    let all = |modality| steps.iter().all(|step| step.modality == modality);
    let will = steps.iter().any(|step| step.modality == Modality::Will);
    let mut share = if kind == Kind::Named { 0.65 } else { 0.75 } + 0.4 * (sum - 0.6);
    share += if all(Modality::Would) || in_pieces(eye, steps) { 0.05 } else { 0.0 };
    share -= if will { 0.2 } else { 0.0 };
    share.clamp(0.3, 0.9)
}

/// Whether they are told in more than one sentence.
fn in_pieces(eye: Eye, steps: &[Clause]) -> bool {
    let sentence = |step: &Clause| eye.reading.document().sentence_of(step.tokens.first());
    steps.first().zip(steps.last()).is_some_and(|(first, last)| sentence(first) != sentence(last))
}

/// "an ultimatum to pay, to leave the hill or face a raid": nothing but "or" joins them.
fn are_choices(eye: Eye, steps: &[Clause]) -> bool {
    let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return false };
    let or = |at: usize| eye.any(at, &["or"]) && eye.is_base(at + 1);
    let and = || steps.iter().skip(1).any(|step| eye.any(before(step.tokens.first()), &["and", "to"]));
    steps.len() >= 3 && first.verbal && last.tokens.iter().any(or) && !and()
}

/// Somebody who is named offers it; or nobody does.
fn weigh_source(eye: Eye, announcement: &Announcement) -> f32 {
    let name = announcement.name;
    let source = if announcement.kind == Kind::Demand { propose::demander(eye, name.first()) } else { propose::proposer(eye, name) };
    // "He wants to lift us up": only a wish of somebody who is named is a plan.
    let wish = announcement.kind == Kind::Demand
        && eye.any(name.end(), &["to"])
        && eye.any(name.first(), &["wants", "seeks", "intends", "plans", "planned"]);
    // "The company plans to" says more than "the boy wants to".
    let meant = wish && eye.any(name.first(), &["plans"]) && source.is_some_and(|who| eye.is_determiner(who.first()));
    match source {
        Some(who) if who.iter().any(|at| eye.reading.value_of(at, ValueKind::Actor).is_some()) => 0.1,
        // "Brussels wants"
        Some(who) if wish && who.len() == 1 && eye.is_capital(who.first()) && !eye.has(who.first(), eye.words.pronoun) => 0.0,
        _ if meant => -0.1,
        _ if wish => -0.3,
        Some(_) => 0.05,
        None if announcement.kind == Kind::Demand => -0.05,
        None => 0.0,
    }
}

/// Words before a name that say that there is no such plan, or that it is told by those who fear it.
const SUPPOSED: &[&str] = &[
    "if",
    "whether",
    "unless",
    "than",
    "lest",
    "refuse",
    "refuses",
    "refused",
    "hardly",
    "rarely",
    "complain",
    "complains",
    "complained",
    "fear",
    "fears",
    "feared",
    "predicting",
    "predicted",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "argue",
    "argues",
    "argued",
    "arguing",
    "warn",
    "warns",
    "warned",
    "warning",
    "fearing",
    "fails",
    "failed",
    "failing",
    "lack",
    "lacks",
    "lacking",
    "without",
    "critics",
    "opponents",
    "backers",
    "proponents",
    "supporters",
    "deny",
    "denies",
    "denied",
    "hope",
    "hopes",
    "hoped",
];

/// "if they agreed to", "nobody demanded that", "critics say the bill": in the words of the clause before the name.
pub(super) fn is_supposed(eye: Eye, name: TokenRange) -> bool {
    let from = eye.reading.sentence(name.first()).first().max(name.first().saturating_sub(REACH));
    (from..name.first()).rev().take_while(|&at| !eye.is_mark(at)).any(|at| eye.any(at, SUPPOSED) || eye.has(at, eye.words.negation))
}

/// "Should the guards leave?" proposes nothing.
fn asks(eye: Eye, step: &Clause) -> bool {
    eye.is(step.tokens.end(), "?") || eye.is(before(step.tokens.end()), "?")
}

/// "It envisions, for example, fewer boats": no step.
fn is_example(eye: Eye, step: &Clause) -> bool {
    step.tokens.len() <= 2 && eye.any(step.tokens.first(), &["for"])
}

/// "they should know", "a war could result"
fn is_idle(eye: Eye, step: &Clause) -> bool {
    step.action.as_deref().is_some_and(|verb| verb == "result" || eye.has_lemma(verb, eye.words.idle))
}

/// "rolled back measures to", "scraps a plan that": what was, and is no more.
fn is_undone(eye: Eye, name: TokenRange) -> bool {
    let from = eye.reading.sentence(name.first()).first().max(name.first().saturating_sub(6));
    let undo = |at: usize| {
        eye.verb(at).is_some_and(|verb| matches!(verb.lemma, "scrap" | "repeal" | "abolish" | "reverse" | "rescind" | "ditch"))
            || eye.verb(at).is_some_and(|verb| verb.lemma == "roll") && eye.any(at + 1, &["back"])
    };
    let old = name.iter().any(|at| eye.any(at, &["earlier", "previous", "prior"]));
    old || (from..name.first()).rev().take_while(|&at| !eye.is_mark(at)).any(undo)
}

/// "When the mayor proposed cuts, the guards ...": something else is told.
fn is_told_in_passing(eye: Eye, name: TokenRange) -> bool {
    let first = eye.reading.sentence(name.first()).first();
    eye.any(first, &["when"]) && name.first() - first <= REACH && (first..name.first()).all(|at| !eye.is_comma(at))
}

/// "the Green New Deal": the name of something, whatever it holds.
pub(super) fn is_part_of_name(eye: Eye, name: TokenRange) -> bool {
    let last = before(name.end());
    let first = eye.reading.sentence(last).first();
    eye.is_capital(last) && last > first + 1 && eye.is_capital(before(last))
}

/// "alternatives to the deal, including A and B": what is included are no parts of the deal.
fn is_other(eye: Eye, name: TokenRange, list: usize) -> bool {
    let including = (name.end()..list).take(REACH).any(|at| eye.any(at, &["including"]));
    let from = eye.reading.sentence(name.first()).first().max(name.first().saturating_sub(REACH));
    including && (from..name.first()).any(|at| eye.has(at, eye.words.distractor))
}

/// "the plan has included": it tells what has been done.
fn has_been(eye: Eye, name: TokenRange, list: usize) -> bool {
    (name.end()..list).take(REACH).any(|at| eye.any(at, &["has", "have", "had"]) && eye.verb(at + 1).is_some_and(|verb| verb.participle))
}

/// Items that can be carried out speak for a plan; single words, periods and items that are not alike against it.
fn weigh_items(eye: Eye, steps: &[Clause], does: bool) -> f32 {
    let deeds = steps.iter().filter(|step| step.verbal || govern::deed(eye, step.tokens)).count();
    let verbal = steps.iter().filter(|step| step.verbal).count();
    let mixed = verbal > 0 && verbal < steps.len();
    let short = steps.iter().filter(|step| step.tokens.len() < 2).count();
    let period = |step: &Clause| {
        !step.verbal
            && eye
                .reading
                .value_of(before(step.tokens.end()), ValueKind::Date)
                .is_some_and(|date| date.tokens.first() <= step.tokens.first() + 1)
    };
    // "free trade, but urges an early deal": another verb of the same subject.
    let third = |step: &Clause| {
        let first = step.tokens.first();
        let own =
            eye.any(before(first), &["it", "also"]) || eye.has(before(first), eye.words.noun) || eye.has(before(first), eye.words.bill);
        !own && eye.verb(first).is_some_and(|verb| verb.third && !verb.base) && eye.can_be_object(first + 1)
    };
    // "the release of the prisoner, jailed in May", "wages for the crew, and eventually sued"
    let past = |step: &Clause| {
        // not "federally funded leave"
        let opens = step.tokens.first();
        let done = eye.is_adverb(opens) && (eye.can_be_object(opens + 2) || eye.is_gerund(opens + 2) || eye.any(opens + 2, &["to"]));
        let first = opens + usize::from(done);
        // "improved training"
        let describes = |verb: crate::extract::english::VerbForm| {
            verb.participle
                && first + 1 < step.tokens.end()
                && eye.is_plain(first + 1)
                && !eye.has(first + 1, eye.words.preposition)
                && !eye.can_be_object(first + 1)
                && !(done && eye.is_gerund(first + 1))
        };
        step.modality == Modality::Plain
            && eye.verb(first).is_some_and(|verb| verb.past && !verb.base && !describes(verb))
            && !eye.has(before(first), eye.words.modal)
    };
    // "that the council raise the toll was a mistake"; "urged them: ..."
    let runs_on = |step: &Clause| {
        step.tokens.iter().any(|at| eye.is(at, ":"))
            || step.modality == Modality::Must
                && step
                    .tokens
                    .iter()
                    .take_while(|&at| !(eye.is_relative(at) || eye.any(at, &["that", "if", "because", "until", "when", "what", "how"])))
                    .any(|at| eye.any(at, &["is", "was", "were"]))
    };
    let share = deeds as f32 / steps.len().max(1) as f32;
    let mut sum = 0.2 * (share - 0.6);
    sum -= if mixed && !in_pieces(eye, steps) { 0.05 } else { 0.0 };
    sum -= 0.1 * short as f32;
    sum -= if steps.iter().any(|step| period(step) || third(step) && !does || runs_on(step)) || steps.iter().skip(1).any(past) {
        0.3
    } else {
        0.0
    };
    sum
}
