//! Plans with a count that are told by sentences alone, without a list or a marker: what will be done, or when what begins.
//!
//! "The walls will go up in two stages. Ten rooms should be ready in May, and nine more will follow by June."

use super::Clause;
use super::Modality;
use super::announce::{Announcement, Kind};
use super::clause::{self, Role};
use super::eye::Eye;
use super::govern::Inline;
use super::judge;
use super::pieces;
use super::sequel::{self, is_binding};
use super::verbs;
use crate::text::TokenRange;

/// How far a sentence is read.
const LONGEST: usize = 200;
/// Sentences that are read.
const MOST: usize = 8;

/// Verbs that say in the present what a calendar holds: "A strike follows on Monday".
const DATED: &[&str] = &[
    "begin", "start", "follow", "come", "return", "reopen", "resume", "open", "close", "end", "set", "schedule", "plan", "expect", "take",
    "go", "leave", "move", "arrive",
];

/// The steps in the sentences behind the name. As many as announced speak for themselves; others are weighed by how they
/// bind, and by what says that one of them comes behind another.
pub(super) fn told(eye: Eye, announcement: &Announcement, until: usize) -> Option<Inline> {
    let document = eye.reading.document();
    let count = announcement.count? as usize;
    let number = document.sentence_of(announcement.name.first());
    // "two moves: closing the mill and selling the fleet": what it counts is told there.
    let own = eye.reading.sentence(announcement.name.first());
    // "these two proposals", "the differences between the two bills": told before
    let from = announcement.name.first().saturating_sub(3).max(own.first());
    let again = (from..announcement.name.first()).any(|at| eye.any(at, &["these", "those", "both", "all", "between"]));
    if again || (announcement.name.end()..own.end().saturating_sub(1)).take(12).any(|at| eye.is(at, ":")) {
        return None;
    }
    let staged = announcement.name.iter().any(|at| eye.any(at, &["phase", "stage", "step", "phases", "stages", "steps"]));
    let mut steps: Vec<Clause> = Vec::new();
    let mut end = announcement.name.end();
    let (mut missed, mut sum) = (0, 0.0);
    for sentence in document.sentences().iter().take(until).skip(number + 1).take(MOST) {
        let told: Vec<Clause> = read(eye, sentence.tokens).unwrap_or_default();
        if told.is_empty() || steps.len() + told.len() > count {
            missed += 1;
            if missed > 1 || steps.len() >= count {
                break;
            }
            continue;
        }
        end = sentence.tokens.end();
        let weight = |step: &Clause| weigh(eye, step, staged);
        sum += told.iter().map(weight).sum::<f32>() + if is_ordered(eye, sentence.tokens) { 0.4 } else { 0.0 };
        steps.extend(told);
    }
    let all = steps.len() == count && missed <= 1;
    // "three points", "two moves": a count of anything needs as many duties.
    let bound = |step: &Clause| !matches!(step.modality, Modality::Will | Modality::May | Modality::Plain) && !is_effect(eye, step);
    if !(staged || is_of_plan(eye, announcement) || all && missed == 0 && steps.iter().all(bound)) {
        return None;
    }
    (all || steps.len() >= 2 && sum >= ENOUGH).then(|| Inline { tokens: TokenRange::new(announcement.name.end(), end), steps })
}

/// What must come together where fewer steps are told than were announced.
const ENOUGH: f32 = 2.0;

/// How much a clause says that it belongs to the plan: "would" tells what is planned, "will" whatever comes.
fn weigh(eye: Eye, step: &Clause, staged: bool) -> f32 {
    let agent = if step.actor.is_some() { 0.1 } else { 0.0 };
    let dated = step.deadline.is_some_and(|when| !lasts(eye, when)) && staged;
    agent
        + match step.modality {
            Modality::Would => 0.9,
            Modality::Must | Modality::Should => 0.8,
            _ if dated => 0.8,
            Modality::Will => 0.5,
            _ => 0.2,
        }
}

/// "over two weeks" says how long, not when.
fn lasts(eye: Eye, when: TokenRange) -> bool {
    eye.any(when.first(), &["for", "over", "during"]) && eye.any(when.end() - 1, &["hours", "days", "weeks", "months", "years"])
}

/// "then", "also", "finally" in the beginning of a sentence.
fn is_ordered(eye: Eye, sentence: TokenRange) -> bool {
    let orders = &["then", "also", "finally", "first", "next", "last", "afterwards", "thereafter", "later"];
    sentence.iter().take(10).any(|at| eye.any(at, orders))
}

/// Nouns of plans that say when what is done.
const CALENDARS: &[&str] = &["calendar", "timetable", "timeline", "roadmap", "map"];

/// The same of a calendar: three sentences that each say on what day something will be done.
pub(super) fn dated(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    if !eye.any(announcement.name.end() - 1, CALENDARS) {
        return None;
    }
    let days = |told: &Vec<Clause>| told.iter().all(|step| step.deadline.is_some());
    let told = gather(eye, announcement, |missed, _| missed == 0, |sentence| read(eye, sentence).filter(days));
    (told.sentences >= 2 && told.steps.len() >= 3).then(|| told.inline(announcement))
}

/// Steps told sentence after sentence.
struct Told {
    steps: Vec<Clause>,
    /// Sentences that tell any.
    sentences: usize,
    /// Where the last of them ends.
    end: usize,
}

impl Told {
    fn inline(self, announcement: &Announcement) -> Inline {
        Inline { tokens: TokenRange::new(announcement.name.end(), self.end), steps: self.steps }
    }
}

/// What `told` takes from the sentences behind the name's, as long as `goes_on` says so of one that gives nothing, with how
/// many gave nothing and how many gave steps before.
fn gather(
    eye: Eye,
    announcement: &Announcement,
    goes_on: impl Fn(usize, usize) -> bool,
    mut told: impl FnMut(TokenRange) -> Option<Vec<Clause>>,
) -> Told {
    let mut all = Told { steps: Vec::new(), sentences: 0, end: announcement.name.end() };
    let mut missed = 0;
    for sentence in behind(eye, announcement) {
        match told(sentence) {
            Some(steps) => {
                all.sentences += 1;
                all.end = sentence.end();
                all.steps.extend(steps);
            }
            None if !goes_on(missed, all.sentences) => break,
            None => missed += 1,
        }
    }
    all
}

/// The sentences behind the one that names the plan.
fn behind<'e>(eye: Eye<'e>, announcement: &Announcement) -> impl Iterator<Item = TokenRange> + use<'e> {
    let document = eye.reading.document();
    let number = document.sentence_of(announcement.name.first());
    document.sentences().iter().skip(number + 1).take(MOST).map(|sentence| sentence.tokens)
}

/// What opens a sentence that goes on in order.
const THEN: &[&str] = &["after", "following", "once", "then", "next", "finally", "thereafter", "afterwards", "subsequently"];

/// The same of a plan that is told in its order: "After that a council would be called. Following it, the house would vote."
pub(super) fn in_order(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    if eye.has(announcement.name.end() - 1, eye.words.vague) {
        return None;
    }
    let then = |sentence: TokenRange| eye.any(sentence.first(), THEN);
    // Cheap to ask before any clause is read.
    if behind(eye, announcement).filter(|sentence| then(*sentence)).count() < 2 {
        return None;
    }
    let would = |told: &Vec<Clause>| told.iter().all(|step| step.modality == Modality::Would);
    let mut ordered = 0;
    let told = gather(
        eye,
        announcement,
        |missed, _| missed <= 1,
        |sentence| {
            let told = read(eye, sentence).filter(would)?;
            ordered += usize::from(then(sentence));
            Some(told)
        },
    );
    (ordered >= 2 && told.steps.len() >= 3).then(|| told.inline(announcement))
}

/// The same of a plan that sentence after sentence unfolds: "A council is to replace the board. Its pay will be made public. All
/// members must pass checks", as many things as only a plan holds, done by nobody who is named or on a day.
pub(super) fn unfolded(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    if eye.has(announcement.name.end() - 1, eye.words.vague) {
        return None;
    }
    // What somebody says of it, and what the plan itself would do, is no order.
    let of_it = |sentence: TokenRange| sentence.iter().take(6).any(|at| eye.has(at, eye.words.noun) || eye.has(at, eye.words.pronoun));
    let speech = |sentence: TokenRange| sentence.iter().take(LONGEST).any(|at| eye.has(at, eye.words.speech) || eye.is_quote(at));
    let said = |sentence: TokenRange| of_it(sentence) || speech(sentence);
    // Cheap to ask before any clause is read: three sentences in turn that may tell a step, from the first or the second on.
    let may = |number: usize| {
        let sentence = behind(eye, announcement).nth(number);
        sentence.is_some_and(|sentence| !said(sentence) && may_tell(eye, sentence))
    };
    if !(may(1) && may(2) && (may(0) || may(3))) {
        return None;
    }
    let told = gather(
        eye,
        announcement,
        |missed, sentences| missed == 0 && sentences == 0,
        |sentence| if said(sentence) { None } else { read(eye, sentence) },
    );
    // "Pupils of year nine return in May": on what day, where a plan says so.
    let plan = eye.any(announcement.name.end() - 1, &["plan"]);
    let impersonal = told.steps.iter().filter(|step| step.actor.is_none() || plan && step.deadline.is_some()).count();
    let effects = told.steps.iter().any(|step| step.actor.is_some() && is_effect(eye, step));
    let would = told.steps.iter().all(|step| step.modality == Modality::Would);
    let many = told.steps.len() >= 4 || told.steps.len() == 3 && would;
    (told.sentences >= 3 && many && impersonal * 2 >= told.steps.len() && !effects).then(|| told.inline(announcement))
}

/// The same of a plan that whoever has it vows: "We will cut the toll. We will close the mill. And we will end night work."
pub(super) fn vowed(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let opens = |sentence: TokenRange| {
        let first = sequel::unquoted(eye, sentence);
        let first = first + usize::from(eye.any(first, &["and"]));
        let vows = eye.any(first, &["we", "i", "he", "she"]) && eye.any(first + 1, &["will", "would"])
            || eye.any(first, &["we'll", "we’ll", "i'll", "i’ll"]);
        vows.then_some(first)
    };
    // Cheap to ask before any clause is read.
    if behind(eye, announcement).take_while(|sentence| opens(*sentence).is_some()).count() < 3 {
        return None;
    }
    let vow = |sentence: TokenRange| {
        let list = sequel::modal_list(eye, opens(sentence)?, sentence.end(), 1, None)?;
        pieces::is_deed(eye, &list.steps).then_some(list.steps)
    };
    let told = gather(eye, announcement, |_, _| false, vow);
    let all = announcement.count.is_none_or(|count| count as usize == told.steps.len());
    (told.sentences >= 3 && all).then(|| told.inline(announcement))
}

/// The same of one that gives orders: "Close the loopholes. Tax the yachts. Then use the money to lower fares."
pub(super) fn ordered(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let verb = |sentence: TokenRange| sentence.first() + usize::from(eye.any(sentence.first(), &["and", "then", "finally"]));
    let orders = |sentence: TokenRange| eye.is_base(verb(sentence)) && verbs::is_imperative(eye, verb(sentence));
    // Cheap to ask before any clause is read.
    if behind(eye, announcement).take_while(|sentence| orders(*sentence)).count() < 3 {
        return None;
    }
    let order = |sentence: TokenRange| {
        let step = clause::read(eye, TokenRange::new(verb(sentence), sentence.end()), Role::Conjunct)?;
        let deed = step.verbal && !step.told && judge::list(eye, std::slice::from_ref(&step));
        (orders(sentence) && deed).then(|| vec![step])
    };
    let told = gather(eye, announcement, |_, _| false, order);
    (told.sentences >= 3).then(|| told.inline(announcement))
}

/// What binds without a modal.
const BINDING: &[&str] = &["need", "needs", "needed", "allowed", "permitted", "due", "scheduled", "planned", "time"];

/// Whether the sentence has a word without which [`read`] finds nothing: one that binds, or a verb of calendars.
fn may_tell(eye: Eye, sentence: TokenRange) -> bool {
    let is_to = |at: usize| eye.any(at, &["to"]) && (sentence.first().max(at.saturating_sub(4))..at).any(|at| eye.is_auxiliary(at));
    let binds = |at: usize| eye.has(at, eye.words.modal) || is_to(at) || eye.any(at, BINDING);
    let that = sentence.iter().take(12).any(|at| eye.any(at, &["that"]));
    that || sentence.iter().take(LONGEST).any(|at| binds(at) || eye.verb(at).is_some_and(|verb| DATED.contains(&verb.lemma)))
}

/// What the sentence says will be done, clause by clause; none where a clause says something else.
fn read(eye: Eye, sentence: TokenRange) -> Option<Vec<Clause>> {
    let sentence = behind_order(eye, sentence);
    let short = TokenRange::new(sentence.first(), sentence.end().min(sentence.first() + LONGEST));
    let region = super::frame::without_speaker(eye, short);
    let then = |at: usize| eye.is_comma(at) && eye.any(at + 1, &["after"]) && eye.any(at + 2, &["which"]);
    let cut = region.iter().find(|at| then(*at));
    let parts: Vec<TokenRange> = match cut {
        Some(cut) => [TokenRange::new(region.first(), cut), TokenRange::new(cut + 3, region.end())].to_vec(),
        None => sequel::pieces(eye, region),
    };
    let steps: Option<Vec<Clause>> = parts.iter().map(|part| step(eye, *part).filter(|step| is_step(eye, step))).collect();
    steps.filter(|steps| !steps.is_empty())
}

/// The sentence without "Then," and "After that" in front.
fn behind_order(eye: Eye, sentence: TokenRange) -> TokenRange {
    let first = sentence.first();
    let that = eye.any(first, &["after"]) && eye.any(first + 1, &["that", "this"]);
    let word = eye.any(first, &["then", "next", "finally", "thereafter", "afterwards", "subsequently", "there"]);
    let at = if that { first + 2 } else { first + usize::from(word && !eye.is_finite(first + 1)) };
    TokenRange::new((at + usize::from(at > first && eye.is_comma(at))).min(sentence.end()), sentence.end())
}

/// The clause; "A strike follows on Monday" has its verb in the present.
fn step(eye: Eye, part: TokenRange) -> Option<Clause> {
    let mut step = clause::read(eye, part, Role::Sentence)?;
    let dated = |at: &usize| {
        eye.verb(*at).is_some_and(|verb| (verb.third || verb.base) && DATED.contains(&verb.lemma)) && !eye.is_determiner(at - 1)
    };
    let verb = step.tokens.iter().skip(1).take(14).find(dated);
    let set = step.told && !step.past && step.action.as_deref().is_some_and(|verb| DATED.contains(&verb));
    step.told &= !set;
    // "A draft is due in March."
    let due = |at: usize| eye.any(at, &["is", "are"]) && eye.any(at + 1, &["due", "scheduled", "planned"]);
    if step.told && !step.past && step.tokens.iter().skip(1).take(10).any(due) {
        step.told = false;
        step.modality = Modality::Will;
    }
    // "They need 150 tests a day."
    if step.told && !step.past && step.action.as_deref() == Some("need") {
        step.told = false;
        step.modality = Modality::Must;
    }
    if let Some(verb) = verb.filter(|_| !step.verbal) {
        step.verbal = true;
        step.action = eye.verb(verb).map(|verb| verb.lemma.to_owned());
    }
    Some(step)
}

/// "a ten-point plan", "The reform has four parts": what is counted belongs to a plan.
fn is_of_plan(eye: Eye, announcement: &Announcement) -> bool {
    let first = announcement.name.first();
    let from = eye.reading.sentence(first).first().max(first.saturating_sub(8));
    announcement.kind == Kind::Counted || (from..first).any(|at| eye.has(at, eye.words.noun) || eye.has(at, eye.words.bill))
}

fn is_effect(eye: Eye, step: &Clause) -> bool {
    step.action.as_deref().is_some_and(|verb| eye.has_lemma(verb, eye.words.effect))
}

/// "They are not going to", "it doesn't".
fn is_denied(eye: Eye, clause: TokenRange) -> bool {
    clause.iter().skip(1).take(10).any(|at| {
        let behind = eye.has(at - 1, eye.words.auxiliary) || eye.modality(at - 1).is_some() || eye.word(at - 1).contains(['\'', '’']);
        eye.has(at, eye.words.negation) && behind || eye.ends(at, &["n't", "n’t"])
    })
}

fn is_step(eye: Eye, step: &Clause) -> bool {
    let about = step.actor.map_or(step.tokens.first(), TokenRange::first);
    let of_it = [
        "vote",
        "debate",
        "discuss",
        "protest",
        "oppose",
        "criticise",
        "criticize",
        "publish",
        "announce",
        "unveil",
        "present",
        "cost",
        "agree",
        "approve",
    ];
    let plan = eye.any(about, &["that", "this", "there"])
        || eye.any(about, &["it"]) && !step.tokens.iter().take(8).any(|at| eye.any(at, &["also", "first", "then", "finally"]))
        || eye.is_determiner(about) && eye.has(about + 1, eye.words.noun)
        || step.action.as_deref().is_some_and(|verb| of_it.contains(&verb));
    let effect = matches!(step.action.as_deref(), Some("signal" | "spell" | "result" | "cost" | "help" | "hurt" | "harm"));
    let denied = matches!(step.modality, Modality::Plain | Modality::Will) && is_denied(eye, step.tokens);
    let plan = plan || effect || denied;
    let dated = step.modality == Modality::Plain
        && !step.past
        && (step.deadline.is_some() || step.condition.is_some())
        && step.action.as_deref().is_some_and(|verb| DATED.contains(&verb));
    let idle = matches!(step.action.as_deref(), Some("be" | "have" | "like" | "seem"));
    let planned = step.deadline.is_some_and(|when| !lasts(eye, when))
        || !idle && matches!(step.modality, Modality::Would | Modality::Must | Modality::Should);
    let bound = (is_binding(step.modality) || step.modality == Modality::May && planned)
        && (planned || judge::list(eye, std::slice::from_ref(step)));
    step.verbal && !plan && (bound || dated)
}
