//! Verbs of demand and promise that govern a list: "demanded that H a, b and c", "agreed to a, b and c".

use super::clause::{self, Role};
use super::enough;
use super::eye::{Eye, before};
use super::govern::{self, Governs, Hold, Inline};
use super::judge;
use super::list::{self, Shape};
use super::{Clause, Modality, propose, sequel, term, verbs};
use crate::text::TokenRange;

/// How far a list is read.
const FAR: usize = 160;

/// "demanded that H a, b and c"; "called on H to a, b and c"; "called for A, B and C".
/// `chained`: a plan with a count was announced before, of which no step was told yet.
pub(super) fn list(eye: Eye, verb: TokenRange, end: usize, chained: bool) -> Option<Inline> {
    let at = verb.end() + usize::from(eye.is(verb.end(), ":"));
    let behind = term::behind_date(eye, at);
    let at = if eye.any(behind, &["that", "to"]) { behind } else { at };
    let negated = (verb.first().saturating_sub(3)..verb.first()).any(|at| eye.any(at, &["not", "n't", "never", "n’t"]));
    // "a highly demanding march"
    let adjective = eye.is_gerund(verb.first()) && verb.first() > 0 && eye.ends(verb.first() - 1, &["ly"]);
    // "Detainers are requests that ..."
    let predicate = eye.any(before(verb.first()), &["is", "are", "was", "were"])
        && !eye.is_gerund(verb.first())
        && !eye.verb(verb.first()).is_some_and(|form| form.participle);
    // "offered to free the crew", not "offered four ideas"
    let given = eye.any(verb.first(), &["offered", "offers"]) && !eye.any(at, &["to"]);
    if negated || adjective || predicate || given {
        return None;
    }
    if let Some(list) = for_each(eye, at, end) {
        return Some(list);
    }
    // "would begin with A, followed by B"
    if eye.any(verb.first(), &["start", "begin"]) {
        let ahead = eye.modality(before(verb.first())).is_some_and(|m| m != Modality::May);
        return ahead.then(|| sequel::followed(eye, at, end))?;
    }
    // "only if the army leaves, the camps close and ..."
    if eye.any(verb.first(), &["only", "on"]) {
        return conditions(eye, at + usize::from(eye.any(at, &["that"])), end);
    }
    if eye.any(at, &["that"]) && eye.any(verb.first(), &["ask", "asked"]) {
        return None;
    }
    if eye.any(at, &["that"]) {
        // "They agreed that the toll should fall" is an opinion.
        let opinion = eye.any(verb.first(), &["agreed", "agree", "agrees"]);
        let insists = eye.any(verb.first(), &["insist", "insists", "insisted", "insisting"]);
        let held = |list: &Inline| list.steps.iter().all(|step| matches!(step.modality, Modality::Will | Modality::Would));
        // "That suggests that she will" only guesses.
        let guesses = insists || eye.any(verb.first(), &["suggest", "suggests", "suggested"]);
        let bound = |list: &Inline| list.steps.iter().all(|step| matches!(step.modality, Modality::Must | Modality::Should));
        return that_clauses(eye, at, end)
            .filter(|list| (!opinion || held(list)) && (!insists || list.steps.len() >= 3) && (!guesses || bound(list)));
    }
    let word = eye.word(verb.first()).to_ascii_lowercase();
    let proposes = eye.has(verb.first(), eye.words.urge) && eye.is_gerund(at);
    let nouns = proposes
        || matches!(
            word.as_str(),
            "in" | "demanded"
                | "demanding"
                | "demands"
                | "demand"
                | "proposed"
                | "proposes"
                | "propose"
                | "called"
                | "calls"
                | "calling"
                | "call"
                | "insist"
                | "insisted"
                | "insisting"
                | "insists"
                | "press"
                | "pressed"
                | "pressing"
                | "push"
                | "pushed"
                | "pushing"
                | "recommended"
                | "recommends"
                | "requested"
                | "requests"
                | "promised"
                | "promises"
                | "pledged"
                | "pledges"
        ) && (!eye.any(at - 1, &["on", "to"]) || eye.any(verb.first(), &["insist", "insisted", "insisting", "insists"]));
    // "called on the men forced to fight to lay down their guns": what hangs on a participle is not what is asked.
    let hangs = |verb: crate::extract::english::VerbForm| verb.participle || verb.gerund;
    let participle = |i: usize| i > at && eye.verb(i).is_some_and(hangs) && !eye.is_auxiliary(before(i));
    // "urged his heir, Ana Osei, to", "urged the then-warden to"
    let named = (at + 1..end.min(at + 8)).find(|&i| eye.is_comma(i) && (eye.is_capital(i + 1) || eye.is_determiner(i + 1)));
    let close = named.and_then(|open| (open + 1..end.min(open + 8)).find(|&i| eye.is_comma(i)));
    let aside = |i: usize| {
        eye.is_comma(i) && close.is_some_and(|close| eye.any(close + 1, &["to"]) && (Some(i) == named || i == close))
            || eye.is(i, "-") && eye.reading.token(i).is_some_and(|token| token.glued)
    };
    let to = (at..end.min(at + 18))
        .take_while(|&i| (!eye.is_mark(i) || aside(i)) && (!eye.is_finite(i) || participle(i)))
        .find(|&i| eye.any(i, &["to"]) && eye.is_base(i + 1) && !participle(before(i)));
    // "propose raids as an excuse to close the pass": what they are for.
    let excuse = |to: &usize| (at..*to).any(|i| eye.any(i, &["as"]) && eye.any(i + 1, &["a", "an"]));
    // "demanded papers on a plan to close the pass": what others plan.
    let others = |to: &usize| eye.has(before(*to), eye.words.noun) && (at..before(*to)).any(|i| eye.has(i, eye.words.preposition));
    if let Some(to) = to.filter(|to| !excuse(to) && !others(to)) {
        let noun = to == at && eye.any(verb.first(), &["demands", "promises", "pledges", "requests"]);
        let end = if noun { govern::before_verb(eye, to + 1, end) } else { end };
        // "a $5 million pledge to fight hunger"
        let money = to == at && (verb.first().saturating_sub(3)..verb.first()).any(|at| eye.is_money(at));
        // "asked him to come in, sit down and wait" tells a story.
        let told = money
            || eye.any(verb.first(), &["asked", "asks", "asking", "instructed", "urged"]) && to == at
            || eye.any(verb.first(), &["asked", "asks", "asking", "instructed", "urged", "wants"])
                && (eye.has(at, eye.words.pronoun) && !eye.is_determiner(at));
        if told {
            return None;
        }
        let list = list::read(eye, govern::without_speaker(eye, to + 1, where_said(eye, to + 1, end)), Some(Shape::Base));
        let commits = to == at && eye.has(verb.first(), eye.words.commit);
        // "He wants to wash and to eat", "we ask you to come in and sit down": two such things are everyday.
        let wants = to == at && eye.any(verb.first(), &["wants"]);
        let pair = !wants && !eye.any(verb.first(), &["ask", "asks", "asked", "plans", "planned", "instructed", "instructs"]);
        let mut found = (chained && list.items.len() >= 2 || list.items.len() >= 3 || pair && enough::deeds(eye, &list))
            .then(|| govern::inline(eye, to + 1, end, &list, None))?;
        let agent = if commits {
            propose::demander(eye, verb.first())
        } else {
            (to > at && !eye.has(at, eye.words.preposition)).then(|| TokenRange::new(at, to))
        };
        // "called for the guard to pull back; an end to raids": what is no verb is nobody's.
        for step in &mut found.steps {
            step.actor = step.actor.or(agent.filter(|_| step.verbal && !eye.is_gerund(step.tokens.first())));
        }
        return Some(found);
    }
    // "What he wants: ..."
    if eye.is(verb.end(), ":") && !eye.any(verb.first(), &["wants"]) {
        return govern::items(eye, at, end, None, Hold::PARTS);
    }
    // "his calls for ..." is a noun.
    let noun = at > 1
        && (matches!(eye.word(before(verb.first())), "'s" | "’s") && !eye.any(verb.first(), &["demands"])
            || eye.is_determiner(before(verb.first())) && !eye.any(before(verb.first()), &["that", "which"])
            || eye.has(before(verb.first()), eye.words.preposition) && !eye.any(before(verb.first()), &["to"])
            || eye.is_capital(verb.first()));
    if !nouns || noun {
        return None;
    }
    let rest = govern::without_speaker(eye, at, end);
    let shape = list::shape(eye, rest.first());
    if rest.is_empty() || !(shape == Shape::Gerund || !proposes && shape == Shape::Noun) {
        return None;
    }
    let list = list::read(eye, rest, Some(shape));
    // "Calling for calm, the mayor opened the gate": the list ends where the sentence begins.
    let from = eye.reading.sentence(at).first().max(verb.first().saturating_sub(FAR));
    let fronted = eye.is_gerund(verb.first()) && (from..verb.first()).all(|i| !eye.is_finite(i));
    // "demanded the purge of the guard and that the mayor resign"
    let fits = |found: Shape| found == shape || shape == Shape::Noun && found == Shape::That;
    let alike = ends_in_deeds(eye, &list.items) || list.items.iter().all(|item| item.len() >= 2 && fits(list::shape(eye, item.first())));
    let deeds = list.items.iter().filter(|item| govern::deed(eye, **item) || eye.any(item.first(), &["that"])).count();
    // "promised the surrender of the boats", not "making promises he can't keep"
    let promise = eye.any(verb.first(), &["promised", "promises", "pledged", "pledges"]);
    let article = eye.is_determiner(rest.first()) && deeds * 3 >= list.items.len() * 2;
    if promise && !article {
        return None;
    }
    // "pushing for fewer rules and more freedom": who presses for something must want three deeds, and of two one must be named as such.
    let presses = eye.any(verb.first(), &["press", "pressed", "pressing", "push", "pushed", "pushing"]);
    let named = || list.items.iter().any(|item| govern::names_deed(eye, *item) || eye.any(item.first(), &["that"]));
    let enough = match list.items.len() {
        3.. if presses => deeds == list.items.len(),
        3.. => deeds * 2 >= list.items.len(),
        _ => deeds == list.items.len() && named() && !presses,
    };
    let found = (alike && enough && !fronted).then(|| govern::inline(eye, at, end, &list, None))?;
    // "promised the legislation would pass", "calling for calm, and some will listen"
    if found.steps.iter().any(|step| {
        step.past && step.told
            || step.modality != Modality::Plain && !(eye.any(step.tokens.first(), &["that"]) || step.modality == Modality::Must)
    }) {
        return None;
    }
    judge::items(eye, &list.items, &found.steps, Hold { how: Governs::Named, count: None }).then_some(found)
}

/// "that the mayor resign, that the depot reopen and that wages be paid"; "that the army stop raids, free captives and pay".
pub(super) fn that_clauses(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = govern::without_speaker(eye, first, end);
    let mut list = list::read(eye, region, Some(Shape::That));
    let shared = list.items.len() < 2;
    // "demanded that the army leave the valley and free its captives"
    let least = if eye.any(first.saturating_sub(1), &["demand", "demands", "demanded", "demanding"]) { 2 } else { 3 };
    if shared {
        list = list::read(eye, region, Some(Shape::Base));
        let two = list.items.len() == 2 && (least == 2 || enough::deeds(eye, &list));
        if !two && list.items.len() < 3 {
            return None;
        }
    }
    // "demanded that the guard, Osei, leave the gate and go": what stands between commas is no item.
    let verbless = |item: &TokenRange| {
        verbs::mandative(eye, *item).is_none() && clause::read(eye, *item, Role::Conjunct).is_some_and(|step| !step.verbal)
    };
    let aside = list.items.first().is_some_and(verbless);
    // "recommends that they rest, and recommends that ..."
    if shared && list.items.iter().skip(1).any(|item| eye.has(item.first(), eye.words.urge) || eye.has(item.first(), eye.words.demand)) {
        return None;
    }
    // "demands that the others object to, or ...": what is said of them.
    if list.items.first().is_some_and(|item| eye.any(before(item.end()), &["to", "of", "with", "for", "on"])) {
        return None;
    }
    if shared && aside && list.items.len() > least {
        let next = list.items.remove(1);
        list.items[0] = TokenRange::new(list.items[0].first(), next.end());
    } else if shared && aside {
        return None;
    }
    let mut found = govern::inline(eye, first, end, &list, None);
    if found.steps.iter().any(|step| step.told || matches!(step.modality, Modality::Plain | Modality::May) && !shared) {
        return None;
    }
    let agent = if shared { found.steps.first().and_then(|step| step.actor) } else { None };
    for step in &mut found.steps {
        if step.modality == Modality::Plain {
            step.modality = Modality::Must;
        }
        step.actor = step.actor.or(agent);
    }
    Some(found)
}

/// "a review of the dam, barring boats and ending night work": nouns, and behind them deeds in "-ing" up to the last.
fn ends_in_deeds(eye: Eye, items: &[TokenRange]) -> bool {
    let gerund = |item: &TokenRange| list::shape(eye, item.first()) == Shape::Gerund;
    let nouns = items.iter().take_while(|item| !gerund(item)).count();
    let but = items.iter().any(|item| item.iter().any(|at| eye.any(at, &["but", "not"])));
    let says = |item: &TokenRange| {
        let at = item.first();
        eye.has(at, eye.words.speech) || eye.has(at, eye.words.demand) || eye.any(at, &["insisting", "pledging", "vowing", "promising"])
    };
    // "publicly backing the law"
    let adverb = items.first().is_some_and(|item| eye.is_adverb(item.first()));
    let but = but || adverb || items.iter().any(says);
    nouns > 0 && nouns < items.len() && items.len() >= 3 && !but && items[nouns..].iter().all(gerund)
}

/// Before "in a letter seen by the Gazette": where what is demanded was said.
fn where_said(eye: Eye, first: usize, end: usize) -> usize {
    let medium =
        |at: usize| eye.any(at, &["letter", "statement", "speech", "interview", "tweet", "message", "memo", "op-ed", "address", "email"]);
    let opens =
        |at: &usize| eye.any(*at, &["in"]) && eye.is_determiner(at + 1) && (at + 2..at + 5).take_while(|&i| !eye.is_mark(i)).any(medium);
    (first + 2..end).rev().take(FAR).find(opens).unwrap_or(end)
}

/// "schools to be reopened": what somebody or something is to do or undergo.
fn to_act(eye: Eye, mut step: Clause) -> Clause {
    let to = step.tokens.iter().skip(1).take(12).find(|&at| eye.any(at, &["to"]) && (eye.is_base(at + 1) || eye.any(at + 1, &["be"])));
    if let Some(to) = to.filter(|_| !step.verbal) {
        let verb = to + 1 + usize::from(eye.any(to + 1, &["be"]));
        step.verbal = true;
        step.action = Some(eye.words.verbs.lemma(eye.reading, verb).into_owned());
        step.actor = step.actor.or((verb == to + 1).then(|| TokenRange::new(step.tokens.first(), to)));
    }
    step
}

/// "called for the crew to leave, for a joint watch and for brigades to mend the bridges": "for" is said again before each item.
pub(super) fn for_each(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let verb = before(before(first));
    let noun = eye.is_determiner(before(verb)) && !eye.any(before(verb), &["that", "which"]);
    if noun || !eye.any(before(first), &["for"]) {
        return None;
    }
    let region = govern::without_speaker(eye, first, end.min(first + FAR));
    let again = |at: &usize| eye.any(at + 1, &["for"]) && (eye.is_comma(*at) || eye.any(*at, &["and"]));
    let cuts: Vec<usize> = region.iter().skip(1).filter(again).collect();
    if cuts.is_empty() {
        return None;
    }
    let steps: Vec<Clause> = list::split(region, cuts.iter().copied(), |cut| cut + 2)
        .into_iter()
        .filter_map(|item| clause::read(eye, eye.trim(item), Role::Conjunct))
        .filter(|step| !step.told && step.tokens.len() >= 2)
        .map(|step| to_act(eye, step))
        .collect();
    let acts = steps.iter().all(|step| step.verbal && step.actor.is_some());
    (steps.len() == cuts.len() + 1 && (cuts.len() >= 2 || cuts.len() == 1 && acts)).then_some(Inline { tokens: region, steps })
}

/// Who is to act: "the cabinet" in "the cabinet agreed to (1) ...", "the mayor" in "we ask the mayor to: 1. ...".
pub(super) fn committed(eye: Eye, verb: TokenRange, first: usize) -> Option<TokenRange> {
    if eye.any(verb.end(), &["to"]) && first <= verb.end() + 2 {
        return eye.has(verb.first(), eye.words.commit).then(|| propose::demander(eye, verb.first())).flatten();
    }
    let to = (first.saturating_sub(2)..first).rev().find(|&at| eye.any(at, &["to"]))?;
    (to > verb.end() && to - verb.end() < 12).then(|| TokenRange::new(verb.end(), to))
}

/// How "that" binds behind a verb of demand: "recommended that" less than "demanded that".
pub(super) fn mandate(eye: Eye, first: usize) -> Option<Modality> {
    let that = first.checked_sub(1).map(|at| at - usize::from(at > 0 && eye.is(at, ":"))).filter(|at| eye.any(*at, &["that"]))?;
    let verb = (that.saturating_sub(8)..that)
        .rev()
        .find(|&at| eye.has(at, eye.words.urge) || eye.any(at, &["demanded", "demands", "demand", "insisted", "required", "requires"]))?;
    Some(if eye.has(verb, eye.words.urge) { Modality::Should } else { Modality::Must })
}

/// "if | the company pays, | the troops leave and | the prisoners are freed": three clauses and more.
fn conditions(eye: Eye, first: usize, end: usize) -> Option<Inline> {
    let region = govern::without_speaker(eye, first, end);
    let list = list::read(eye, region, Some(Shape::Noun));
    // "if the mill frees the crew, pays for the boat and ...": the others share its subject.
    let third = |item: TokenRange| {
        let verb = eye.verb(item.first()).is_some_and(|verb| verb.third && !verb.base);
        verb && !eye.is_mark(item.first() + 1)
    };
    let role = |item: TokenRange| if third(item) { Role::Predicate } else { Role::Sentence };
    let mut steps: Vec<Clause> = list.items.iter().filter_map(|item| clause::read(eye, *item, role(*item))).collect();
    let agent = steps.first().and_then(|step| step.actor);
    steps.iter_mut().filter(|step| third(step.tokens)).for_each(|step| step.actor = step.actor.or(agent));
    // "only if the company pays": wanted, not told.
    steps.iter_mut().for_each(|step| step.told = false);
    let all = steps.len() >= 3 && steps.len() == list.items.len() && steps.iter().all(|step| step.verbal && !step.past);
    all.then_some(Inline { tokens: region, steps })
}
