//! Claims that a verb makes: somebody is killed, something kills somebody, somebody dies.

use super::aboard;
use super::catches;
use super::causes;
use super::circumstance;
use super::claim::{Harm, Status, VictimClass};
use super::clause::{Clause, Victims};
use super::doers;
use super::draft::{Draft, Trigger};
use super::figurative;
use super::generic;
use super::kind::{Form, Kind};
use super::outdone;
use super::relatives;
use super::roles::{list_behind, objects, subjects, takes_object};
use super::stories;
use crate::rules::{Phrase, Qualifier};
use crate::text::TokenRange;

/// How a harm verb stands to its victims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// "were killed"
    Passive,
    /// "killed 12 people", "killing 12 people", "to kill"
    Active,
    /// "12 people killed in"
    Reduced,
    /// "died"
    Intransitive,
}

/// A harm verb in its clause.
#[derive(Debug, Clone, Copy)]
pub(super) struct HarmVerb {
    pub unit: usize,
    pub phrase: Phrase,
    pub harm: Harm,
    pub weak: bool,
}

pub(super) fn passive<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    read(clause, trigger, Voice::Passive)
}

pub(super) fn active<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    read(clause, trigger, Voice::Active)
}

pub(super) fn reduced<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    read(clause, trigger, Voice::Reduced)
}

pub(super) fn intransitive<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    read(clause, trigger, Voice::Intransitive)
}

/// The harm verb at `unit`, where it tells harm of its own, and how it stands to its victims.
fn harm_told(clause: &Clause<'_>, unit: usize) -> Option<(HarmVerb, Voice)> {
    let phrase = clause.harm_of(unit)?;
    let harm = Harm::parse(clause.reading.column(phrase, "harm"))?;
    let force = clause.reading.column(phrase, "force");
    let verb = HarmVerb { unit, phrase, harm, weak: force == "weak" };
    let voice = voice(clause, &verb).filter(|_| force != "self")?;
    (!outdone::is_outdone(clause, &verb)).then_some((verb, voice))
}

fn read<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger, wanted: Voice) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let group = clause.verb(unit)?;
    let (verb, voice) = clause.harms.get(unit, clause.units.len(), || harm_told(clause, unit))?;
    if voice != wanted || group.main != Some(verb.phrase.tokens.first()) || verb.phrase.tokens != trigger.tokens {
        return None;
    }
    // "The warning was enough to evacuate 300 villagers."
    let enough = verb.harm == Harm::Displaced && group.to && was_enough(clause, unit);
    if figurative::is_other_word(clause, trigger) || (verb.weak && group.to && !group.have && !enough) {
        return None;
    }
    // "the five people he killed"
    let told_of = || relatives::object_before(clause, unit).filter(|v| !verb.weak || v.count.class != VictimClass::Unspecified);
    let object = if wanted == Voice::Reduced { told_of() } else { None };
    let acts = wanted == Voice::Active || object.is_some();
    let victims = match (object, wanted) {
        (Some(victims), _) => victims,
        (None, Voice::Active) => objects(clause, &verb)?,
        (None, Voice::Reduced) if relatives::only_acts(clause, unit) => return None,
        (None, _) => subjects(clause, &verb)?,
    };
    // News says weak words of others too ("the team was beaten"), and looks back on victims with them ("the staff were beaten").
    let vague = victims.count.definite && victims.count.best.is_none();
    // "may have been found to have assaulted a clerk"
    if verb.weak && group.to && victims.count.words.is_none() {
        return None;
    }
    if victims.count.trust < if verb.weak { 0.7 } else { 0.45 } || (verb.weak && vague) {
        return None;
    }
    if figurative::is_unhurt(clause, unit, trigger, &victims.count) || aboard::is_everyone(clause, &victims) {
        return None;
    }
    // "Venn acting wounded": a part that is played.
    let played = clause.before(unit).and_then(|n| clause.verb(n)).is_some_and(|v| v.form == Some(Form::Ing) && !v.be);
    if played && wanted == Voice::Reduced && victims.count.words.is_none() {
        return None;
    }
    // "It works with people jailed for years": whoever they are; those killed are told of.
    let behind = victims.first.checked_sub(1).is_some_and(|n| clause.kind(n) == Some(Kind::Preposition));
    let any = victims.count.words.is_none() && victims.count.best.is_none();
    let done = matches!(verb.harm, Harm::Killed | Harm::Injured) && group.form == Some(Form::Past);
    if matches!(wanted, Voice::Reduced | Voice::Intransitive) && !group.is_finite() && behind && any && !done {
        return None;
    }
    // "It will get people killed."
    let gets = ["get", "getting", "gets"];
    let may_get = (victims.first.saturating_sub(3)..victims.first)
        .find(|&n| clause.verb(n).is_some() && clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &gets)));
    if wanted == Voice::Reduced && may_get.is_some_and(|n| clause.verb(n).is_some_and(|v| v.form != Some(Form::Past))) {
        return None;
    }
    // "wants Karel jailed", "would like to see him killed"; "one shot" that was fired
    let wished = generic::is_wish(clause, victims.first);
    let fired = clause.reading.is(trigger.tokens.first(), "shot")
        && trigger.tokens.len() == 1
        && victims.count.best == Some(1)
        && victims.count.victims.is_none();
    let getting = clause.reading.is_any(clause.tokens(unit).first(), &["get", "getting", "be", "being"]);
    let unreal = match wanted {
        // "wanted him hanged"
        Voice::Intransitive => wished && (group.form == Some(Form::Base) || !group.is_finite() && victims.count.words.is_none()),
        Voice::Reduced => wished || fired,
        // "doesn't want clerks getting arrested"
        Voice::Passive => wished && getting,
        Voice::Active => false,
    };
    if unreal {
        return None;
    }
    // "one of the six injured": how many were injured is told by another rule.
    let of = |w: TokenRange| w.end() + usize::from(clause.reading.is(w.end(), "out"));
    let of_number = |w: TokenRange| clause.reading.is(of(w), "of") && clause.reading.quantity(of(w) + 2).is_some();
    let of_them = |w: TokenRange| of_number(w) && trigger.tokens.first() <= of(w) + 4;
    // "Nine of the 12 killed"
    let beside =
        |w: TokenRange| of_number(w) && clause.reading.quantity(of(w) + 2).is_some_and(|q| q.tokens.end() == trigger.tokens.first());
    let told = |w: TokenRange| if verb.harm == Harm::Killed { beside(w) } else { verb.harm == Harm::Injured && of_them(w) };
    if wanted == Voice::Reduced && victims.count.words.is_some_and(told) {
        return None;
    }
    // "Dana Karel shot past two": a ball, unless an auxiliary or a number tells otherwise.
    let found = clause
        .before(unit)
        .and_then(|n| clause.verb(n))
        .is_some_and(|v| v.be && v.main.is_some_and(|main| clause.reading.is(main, "found")));
    if verb.weak
        && wanted == Voice::Reduced
        && victims.count.words.is_none()
        && !(found && victims.count.trust >= 0.7)
        && !shares_auxiliary(clause, victims.first)
        && !shares_passive(clause, unit)
        && !is_headline_of_one(clause, trigger, &victims)
    {
        return None;
    }
    let denied = || circumstance::status(clause, unit) == Status::Denied;
    // "nor killed anyone", and nothing of "injure another"
    let no_one = wanted == Voice::Active && clause.reading.is_any(victims.tokens.first(), &["anyone", "anybody", "anything"]);
    if (no_one || generic::is_anybody(clause, victims.tokens)) && !denied() {
        return None;
    }
    if wanted == Voice::Reduced
        && clause.reading.is_any(victims.tokens.first(), &["anyone", "anybody", "someone", "somebody", "those", "each", "every"])
    {
        return None;
    }
    // "proof that a student has been harmed"
    let harmed = clause.reading.is(trigger.tokens.first(), "harmed") && victims.count.words.is_none();
    if harmed && victims.count.qualifier != Qualifier::None {
        return None;
    }
    let another = victims.tokens.len() == 1
        && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Base))
        && clause.reading.is(victims.tokens.first(), "another");
    // "Trespassers will be shot"
    let threat = verb.weak && victims.count.words.is_none() && circumstance::status(clause, unit) == Status::Hypothetical;
    if another && wanted == Voice::Active || threat && wanted == Voice::Passive {
        return None;
    }
    let displaced = verb.harm == Harm::Displaced;
    if displaced && (figurative::is_leaving(clause, &verb, &victims.count) || figurative::is_outcompeted(clause, &verb, victims.tokens)) {
        return None;
    }
    // "a decapitated head"
    let cut = clause.reading.is_any(trigger.tokens.first(), &["decapitated", "beheaded"]);
    if cut && clause.reading.is_any(victims.tokens.end().saturating_sub(1), &["head", "heads"]) {
        return None;
    }
    // "talks being held": people, for sure.
    let held = verb.weak && clause.reading.is(trigger.tokens.first(), "being") && victims.count.trust < 0.85;
    if held || catches::is_gain(clause, &verb, &victims) {
        return None;
    }
    if figurative::is_idle(clause, &verb) || stories::is_fiction(clause, &verb) || generic::is_habit(clause, &verb, &victims.count) {
        return None;
    }
    // "a video which captured him", "Venn was beaten in the final"
    let lone = victims.count.words.is_none() && victims.count.best == Some(1);
    let named = victims.count.words.is_none() && victims.members.len() > 1 && clause.reading.is(trigger.tokens.first(), "beaten");
    if verb.weak && (lone || named) && figurative::is_contest(clause, &verb) {
        return None;
    }
    // News tells flight of crowds in earnest, and of one man as a figure of speech ("he was fleeing a sinking ship").
    let crowd = matches!(verb.harm, Harm::Displaced | Harm::Affected);
    // "customers affected by a breach": only what harms people affects them.
    if verb.harm == Harm::Affected && causes::cause(clause, unit).is_none() {
        return None;
    }
    if crowd && victims.count.best.is_some_and(|n| n < 2) || verb.harm == Harm::Affected && victims.count.words.is_none() {
        return None;
    }
    // "hurt the party", "shot Norvik a look": a weak verb needs people for sure.
    let slight = ["hurt", "hurts", "hurting", "harm", "harms", "harming"];
    let all = victims.count.definite || victims.count.qualifier == Qualifier::Vague || victims.count.words.is_none();
    let hurts = clause.reading.is_any(trigger.tokens.first(), &slight) && all;
    // "stabbed the guard to death", "shot two thieves dead"
    let to_death = verb.weak
        && wanted == Voice::Active
        && (clause.reading.is(victims.tokens.end(), "to") && clause.reading.is(victims.tokens.end() + 1, "death")
            || is_shot(clause, unit) && is_dead(clause, victims.tokens));
    // "A gunman shot Dana Karel": who shoots a name at a picture is named.
    let aimed = clause.reading.is_any(trigger.tokens.first(), &["shot", "stabbed"])
        && clause.is_plain_name(victims.first)
        && victims.tokens.len() > 1
        && clause.subject(unit).and_then(|n| clause.count(n)).is_some_and(|c| c.trust >= 0.85);
    // "shot him in the leg", "shot her seven times"
    let end = victims.tokens.end();
    let body = ["head", "leg", "chest", "back", "stomach", "abdomen", "arm", "neck", "face", "thigh", "shoulder", "foot", "torso", "knee"];
    let in_the = clause.reading.is(end, "in") && (end + 1..end + 4).any(|at| clause.reading.is_any(at, &body));
    let times = clause.reading.is(end, "twice") || clause.reading.is(end + 1, "times") && clause.reading.quantity(end).is_some();
    let aimed = aimed
        || clause.reading.is_any(trigger.tokens.first(), &["shot", "stabbed", "shooting", "stabbing"])
            && victims.count.best == Some(1)
            && clause.is_noun(victims.first)
            && (in_the || times);
    if !to_death && !aimed && verb.weak && wanted == Voice::Active && verb.harm == Harm::Injured && (victims.count.trust < 0.85 || hurts) {
        return None;
    }
    // "rescue injured people": an adjective before its noun, which nothing counts.
    let bare = victims.count.best.is_none() && !victims.count.definite && victims.count.words.is_none();
    if wanted == Voice::Active
        && matches!(verb.harm, Harm::Injured | Harm::Sick)
        && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Past))
        && bare
    {
        return None;
    }
    // "execute a change of course": nobody that a list knows, and no event that is told as past.
    let told = clause.verb(verb.unit).is_some_and(|v| v.have || v.form == Some(Form::Past));
    let doubtful = if clause.reading.is_any(trigger.tokens.first(), &["executed", "executes", "execute", "executing"]) { 0.6 } else { 0.5 };
    if wanted == Voice::Active && victims.count.trust <= doubtful && (!told || doubtful > 0.5) {
        return None;
    }
    // "A vote was executed": a singular that no list knows is nobody whom a court puts to death.
    if wanted == Voice::Passive && doubtful > 0.5 && victims.count.trust <= 0.5 {
        return None;
    }
    let certain = match wanted {
        Voice::Passive => 0.95,
        Voice::Active => 0.93,
        Voice::Intransitive => 0.92,
        Voice::Reduced => 0.85,
    };
    let harm = if to_death { Harm::Killed } else { shared_harm(clause, &verb).unwrap_or(verb.harm) };
    // What may touch many is no harm yet.
    if harm == Harm::Affected && circumstance::status(clause, unit) == Status::Hypothetical {
        return None;
    }
    let agent = if acts { doers::agent_before(clause, unit) } else { (doers::agent_behind(clause, unit), None) };
    // "Rebels invaded and fled": who fights is not driven out.
    if verb.harm == Harm::Displaced && victims.count.words.is_none() && victims.count.class == VictimClass::Combatant {
        return None;
    }
    // "What could kill Karelcare": no person is meant.
    let what = || clause.subject(unit).is_some_and(|n| clause.says(n, &["what", "this", "that", "it", "which"]));
    if wanted == Voice::Active && lone && (group.modal || group.to) && clause.is_plain_name(victims.first) && what() {
        return None;
    }
    // "Newspapers disappeared."
    if verb.harm == Harm::Missing && victims.count.trust < 0.7 {
        return None;
    }
    // "murdered by the critics", "killed the audience", "The photographer captured Karel"
    if figurative::is_shown(clause, &verb, victims.tokens) {
        return None;
    }
    // "the series captured Dana Karel"
    if verb.weak && wanted == Voice::Active && verb.harm == Harm::Detained && lone && agent.0.is_none() {
        return None;
    }
    let mut victims = victims;
    list_behind(clause, unit, &mut victims);
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = certain * if verb.weak { 0.8 } else { 1.0 };
    draft.status = enough.then_some(Status::Asserted);
    (draft.agent, draft.speaker) = agent;
    Some(draft)
}

/// "was enough to [evacuate]": it was done.
fn was_enough(clause: &Clause<'_>, unit: usize) -> bool {
    let at = clause.tokens(unit).first().saturating_sub(1);
    clause.reading.is(at, "enough") && (at.saturating_sub(3)..at).any(|at| clause.reading.is_any(at, &["was", "were", "proved"]))
}

/// "shot [two thieves dead]"
pub(super) fn is_shot(clause: &Clause<'_>, unit: usize) -> bool {
    let shoots = ["shot", "shoot", "shoots", "shooting", "gunned", "stabbed", "stabbing", "hacked"];
    clause.verb(unit).is_some_and(|v| !v.be && v.main.is_some_and(|main| clause.reading.is_any(main, &shoots)))
}

/// "shot [two thieves] dead"
fn is_dead(clause: &Clause<'_>, victims: TokenRange) -> bool {
    let last = clause.unit_at(victims.end().saturating_sub(1)).map(|last| match clause.kind(last + 2) {
        // "shot two of them dead"
        Some(Kind::Pronoun | Kind::Noun) if clause.says(last + 1, &["of"]) => last + 2,
        _ => last,
    });
    let behind = last.and_then(|last| clause.after(last));
    behind.is_some_and(|n| clause.kind(n) == Some(Kind::State) && clause.says(n, &["dead"]))
}

/// "A guard was killed and [his aide] hurt": the auxiliary of the harm before it.
fn shares_auxiliary(clause: &Clause<'_>, victims: usize) -> bool {
    let and = clause.before(victims).filter(|&n| clause.kind(n) == Some(Kind::And));
    let harm = and.and_then(|n| clause.before(n)).filter(|&n| clause.harm_of(n).is_some());
    harm.and_then(|n| clause.verb(n)).is_some_and(|v| v.be)
}

/// "was taken out of his car and [shot]": the auxiliary of the verb before.
fn shares_passive(clause: &Clause<'_>, unit: usize) -> bool {
    let Some(and) = clause.before(unit).filter(|&n| clause.kind(n) == Some(Kind::And)) else { return false };
    let verb = (and.saturating_sub(6)..and).rev().find(|&n| clause.verb(n).is_some());
    let killed = |n: &usize| clause.harm_of(*n).is_some_and(|p| clause.reading.column(p, "harm") == "killed");
    verb.filter(|n| !killed(n))
        .and_then(|n| clause.verb(n))
        .is_some_and(|v| v.be && !v.modal && !v.negated && matches!(v.form, Some(Form::Past | Form::Participle)))
}

/// "Teen stabbed in Norvik": a headline that opens with one person, of whom a list knows.
fn is_headline_of_one(clause: &Clause<'_>, trigger: &Trigger, victims: &Victims) -> bool {
    let closed = clause.units.len().checked_sub(1).is_some_and(|last| clause.kind(last) == Some(Kind::Stop));
    let bare = clause.reading.phrase(victims.tokens.first(), clause.words.determiner).is_none();
    let struck = clause.reading.is_any(trigger.tokens.first(), &["stabbed", "shot", "assaulted"]);
    let last = trigger.tokens.end();
    let placed =
        clause.reading.is_any(last, &["in", "at", "outside", "near", "on", "after", "during", "by", "multiple", "several", ",", ";"]);
    struck && !closed && bare && victims.first == 0 && victims.count.best == Some(1) && victims.count.trust >= 0.9 && placed
}

fn voice(clause: &Clause<'_>, verb: &HarmVerb) -> Option<Voice> {
    let group = clause.verb(verb.unit)?;
    let object = || takes_object(clause, verb);
    let past = matches!(group.form, Some(Form::Past | Form::Participle));
    Some(match clause.reading.column(verb.phrase, "valency") {
        "i" => Voice::Intransitive,
        "both" if group.be && past => Voice::Passive,
        "both" if !object() => Voice::Intransitive,
        _ if group.be && past => Voice::Passive,
        _ if !past || object() => Voice::Active,
        // "have beaten estimates": no participle behind its noun.
        _ if group.have || group.modal => return None,
        _ => Voice::Reduced,
    })
}

/// "killed or wounded", "killed and injured" with one count: undivided.
fn shared_harm(clause: &Clause<'_>, verb: &HarmVerb) -> Option<Harm> {
    let other = |n: usize| clause.harm_of(n).and_then(|p| Harm::parse(clause.reading.column(p, "harm")));
    let joined = |at: usize| clause.kind(at) == Some(Kind::And);
    let next = joined(verb.unit + 1).then(|| other(verb.unit + 2)).flatten();
    let before = verb.unit.checked_sub(2).filter(|&n| joined(n + 1)).and_then(other);
    let or = (joined(verb.unit + 1) && clause.says(verb.unit + 1, &["or", "and/or"]))
        || verb.unit.checked_sub(1).is_some_and(|n| joined(n) && clause.says(n, &["or", "and/or"]));
    // "killing and wounding over 40"
    let beside = joined(verb.unit + 1) && clause.harm_of(verb.unit + 2).is_some() && takes_object(clause, verb);
    let behind = verb.unit > 1 && joined(verb.unit - 1) && clause.harm_of(verb.unit - 2).is_some();
    let active = clause.verb(verb.unit).is_some_and(|v| !v.be && v.form == Some(Form::Ing));
    // "shooting and killing four": how, and what came of it
    let arms = ["shooting", "stabbing", "beating"];
    let armed = clause.says(verb.unit, &arms) || verb.unit > 1 && clause.says(verb.unit - 2, &arms);
    let or = or || active && !armed && (beside || behind);
    let divided = |a: Harm| matches!((verb.harm, a), (Harm::Killed, Harm::Injured) | (Harm::Injured, Harm::Killed));
    (or && next.or(before).is_some_and(divided)).then_some(Harm::Casualties)
}
