//! Claims that a verb makes together with other words: "suffered injuries", "forced to leave", "blew himself up".

use super::causes;
use super::claim::{Harm, VictimClass};
use super::clause::{Clause, Victims};
use super::doers;
use super::draft::{Draft, Trigger};
use super::generic;
use super::kind::{Form, Kind, VerbGroup};
use super::natural;
use super::states;

/// "suffered serious injuries": the subject of the verb is hurt.
pub(super) fn suffering<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| {
        let had = clause.reading.is_any(trigger.tokens.first(), &["had", "has", "have"]);
        clause.verb(n).is_some_and(|v| v.main.is_some() != had)
    })?;
    let root = clause.subject(unit)?;
    let victims = clause.victims_before(root)?;
    // "suffered self-inflicted wounds", as a government does; a shot tells it in earnest.
    let own = trigger.tokens.iter().any(|at| clause.reading.is(at, "inflicted"))
        && !trigger.tokens.iter().any(|at| clause.reading.is_any(at, &["gunshot", "stab", "knife"]));
    // "players suffering injuries": whoever they are.
    let any = victims.count.words.is_none() && victims.count.best.is_none() && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing));
    // "whom Karel says had wounds", "He had injuries": how one is, where nobody counts
    let had = clause.reading.is_any(trigger.tokens.first(), &["had", "has", "have"]);
    let said = had && clause.before(unit).is_some_and(|n| clause.is_speech(n) || clause.verb(n).is_some());
    let shot = ["gunshot", "bullet", "stab", "shrapnel", "knife"];
    let slight = had && victims.count.words.is_none() && !trigger.tokens.iter().any(|at| clause.reading.is_any(at, &shot));
    if own || any || said || slight || victims.count.trust < 0.7 || clause.says(unit + 1, &["no"]) {
        return None;
    }
    // "suffered fatal wounds", but "non-fatal"
    let deadly = |at: usize| clause.reading.is_any(at, &["fatal", "mortal", "deadly"]) && !clause.reading.is(at.saturating_sub(2), "non");
    let fatal = trigger.tokens.iter().any(deadly);
    let harm = if fatal { Harm::Killed } else { Harm::Injured };
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "slit the throats of two guards"
pub(super) fn throat<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let of = clause.unit_at(trigger.tokens.end().saturating_sub(1))?;
    let victims = clause.victims_after(of + 1).filter(|victims| victims.count.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    (draft.agent, draft.speaker) = doers::agent_before(clause, unit);
    draft.certain = 0.9;
    Some(draft)
}

/// "was found with his throat slit", "had their throats cut": the subject of the verb is dead.
pub(super) fn throat_cut<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let verb = (unit.saturating_sub(4)..=unit).rev().find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some() || v.have))?;
    let victims = clause.victims_before(clause.subject(verb)?).filter(|victims| victims.count.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, Harm::Killed, verb, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "lost both legs in a blast": the subject is hurt, where something hurts it.
pub(super) fn losing_limb<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some() && !v.be))?;
    let victims = clause.victims_before(clause.subject(unit)?).filter(|victims| victims.count.trust >= 0.7)?;
    // "a veteran who lost an eye in the war": long ago
    let relative = clause.before(unit).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    let harmed = causes::cause(clause, unit).is_some_and(|c| !natural::is_illness(clause.reading, clause.words, c.end() - 1));
    let anybody = victims.count.words.is_some() || clause.reading.is_any(victims.tokens.first(), &["a", "an"]);
    if relative || !(harmed || anybody && natural::is_beside_harm(clause.reading, clause.words, trigger.tokens.first())) {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Injured, unit, victims);
    draft.certain = 0.85;
    Some(draft)
}

/// "Nine people were taken to hospital", "sent nine to the hospital": they are hurt, unless an illness is named.
pub(super) fn hospital<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let reading = clause.reading;
    let leaves = reading.is_any(at, &["leaves", "left", "leaving"]);
    let lies = reading.is_any(at, &["are", "were", "remain", "remained"]);
    let ends = reading.is_any(at, &["ended", "landed"]);
    // "ended up in hospital management"
    let last = clause.unit_at(trigger.tokens.end() - 1)?;
    if ends && clause.tokens(last).end() > trigger.tokens.end() {
        return None;
    }
    let here = |v: VerbGroup| v.main == Some(at) || lies && v.main.is_none_or(|main| main == at);
    let unit = clause.unit_at(at).filter(|&n| clause.verb(n).is_some_and(|v| here(v) && !v.negated && !v.modal && !v.to))?;
    let (victims, passive) = if lies || ends { (clause.victims_before(clause.subject(unit)?)?, true) } else { befallen(clause, unit)? };
    let wounds = ["injuries", "injury", "wounds", "burns", "broken", "fractured", "concussion"];
    let end = trigger.tokens.end();
    let hurt =
        passive && victims.count.best == Some(1) && reading.is(end, "with") && (end + 1..end + 5).any(|at| reading.is_any(at, &wounds));
    let to = passive || leaves || trigger.tokens.iter().any(|at| at == victims.tokens.end() && reading.is(at, "to"));
    let illness = ["virus", "coronavirus", "illness", "disease", "symptoms", "infection", "sick", "ill", "cholera", "outbreak"];
    let ill = clause.sentence.iter().any(|at| reading.is_any(at, &illness));
    if !to || ill || victims.count.words.is_none() && !hurt || victims.count.trust < 0.85 || victims.count.best == Some(0) {
        return None;
    }
    // "97 patients were in hospital"
    let patients = lies && reading.is(victims.tokens.end().saturating_sub(1), "patients");
    let mut draft = Draft::new(clause, trigger, if patients { Harm::Sick } else { Harm::Injured }, unit, victims);
    draft.certain = 0.8;
    Some(draft)
}

/// "left 12 people with burns": they are hurt.
pub(super) fn left_with<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let root = states::left(clause, unit).or_else(|| clause.subject(escaped(clause, unit)?))?;
    let victims = clause.victims_before(root).filter(|v| v.count.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, Harm::Injured, unit, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "[escaped] the same night with slight wounds"
fn escaped(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let goes_on = |n: &usize| matches!(clause.kind(*n), Some(Kind::Noun | Kind::Date | Kind::Adverb | Kind::Preposition | Kind::Verb(_)));
    let escapes = |n: &usize| {
        let verb = clause.verb(*n).filter(|v| !v.be && !v.negated && !v.modal).and_then(|v| v.main);
        verb.is_some_and(|main| clause.reading.is_any(main, &["escaped", "survived"]))
    };
    (unit.saturating_sub(4)..unit).rev().take_while(goes_on).find(escapes)
}

/// "cost 11 people their lives": they were killed.
pub(super) fn cost_lives<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let victims = clause.victims_after(clause.unit_at(trigger.tokens.first() + 1)?).filter(|v| v.count.trust >= 0.7)?;
    // "cost him his life as he knew it"
    if victims.tokens.end() + 2 != trigger.tokens.end() || clause.reading.is(trigger.tokens.end(), "as") {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "contracted cholera": a number of people are sick.
pub(super) fn contracting<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    let victims = clause.victims_before(clause.subject(unit)?).filter(|v| v.count.words.is_some() && v.count.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, Harm::Sick, unit, victims);
    draft.certain = 0.85;
    Some(draft)
}

/// "forced 300 people to leave their homes", "drove 300 from their homes": they are displaced.
pub(super) fn forced<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some() && !v.be))?;
    let victims = clause.victims_after(unit + 1).filter(|v| v.count.words.is_some() && v.count.trust >= 0.7)?;
    let reading = clause.reading;
    let end = victims.tokens.end();
    let homes = [
        "home",
        "homes",
        "houses",
        "house",
        "village",
        "villages",
        "town",
        "towns",
        "city",
        "cities",
        "country",
        "region",
        "area",
        "areas",
        "island",
        "land",
        "lands",
        "camp",
        "neighborhood",
        "neighbourhood",
        "apartments",
        "building",
        "buildings",
    ];
    let home = |at: usize| (at..at + 4).any(|at| reading.is_any(at, &homes));
    let leaves = reading.is(end, "to")
        && (reading.is_any(end + 1, &["flee", "evacuate"]) || reading.is_any(end + 1, &["leave", "abandon"]) && home(end + 2));
    // "5,000 people from their homes" may be one noun phrase.
    let from = |end: usize| reading.is_any(end, &["from", "out"]) && home(end + 1);
    let driven = from(end) || from(clause.tokens(victims.first).end());
    if !(leaves || driven) {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Displaced, unit, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "beat him to death": the verb and what came of it stand around the victims.
pub(super) fn to_death<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some() && !v.be))?;
    let victims = clause.victims_after(unit + 1).filter(|v| v.count.trust >= 0.6)?;
    // "would like to beat her to death"
    if victims.tokens.end() + 2 != trigger.tokens.end() || generic::is_wish(clause, unit) {
        return None;
    }
    // "nearly hacked him to death"
    let nearly = clause.tokens(unit).first().checked_sub(1).is_some_and(|at| clause.reading.is_any(at, &["nearly", "almost"]));
    let harm = if nearly { Harm::Injured } else { Harm::Killed };
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    (draft.agent, draft.speaker) = doers::agent_before(clause, unit);
    draft.certain = 0.9;
    Some(draft)
}

/// "burned two clerks alive"
pub(super) fn alive<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let acts = |n: usize| clause.verb(n).map_or(clause.kind(n) == Some(Kind::State), |v| v.main.is_some() && !v.be);
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| acts(n))?;
    let victims = clause.victims_after(unit + 1).filter(|v| v.count.trust >= 0.7 && v.tokens.end() + 1 == trigger.tokens.end())?;
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, victims);
    (draft.agent, draft.speaker) = doers::agent_before(clause, unit);
    draft.certain = 0.9;
    Some(draft)
}

/// "was hit by shrapnel": the subject is hurt.
pub(super) fn struck<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let unit = clause.unit_at(at).filter(|&n| clause.verb(n).is_some_and(|v| v.main == Some(at) && v.be && !v.modal && !v.negated))?;
    let nearly = |at: usize| clause.reading.is_any(at, &["nearly", "almost", "narrowly"]);
    let subject = clause.subject(unit)?;
    // "was hit by a bullet and died"
    let killed = |n: usize| clause.harm_of(n).is_some_and(|p| clause.reading.column(p, "harm") == "killed");
    let dies = (unit + 1..unit + 12).any(|n| killed(n) && clause.subject(n) == Some(subject));
    // "Five were hurt, but only one was hit by gunfire": one of them.
    let only = clause.reading.is(clause.tokens(subject).first(), "only");
    // "a picture of a man being hit by a train", "including one who was hit by a car"
    let shown =
        clause.reading.is(clause.tokens(unit).first(), "being") || clause.says(subject, &["one"]) && clause.tokens(subject).len() == 1;
    if dies || only || shown || clause.tokens(unit).iter().any(nearly) {
        return None;
    }
    let victims = clause.victims_before(subject).filter(|v| v.count.trust >= 0.85 && v.count.best.is_some())?;
    let mut draft = Draft::new(clause, trigger, Harm::Injured, unit, victims);
    draft.certain = 0.85;
    Some(draft)
}

/// Whom the verb at `unit` befalls, and whether it is passive: its subject then, else its object.
fn befallen(clause: &Clause<'_>, unit: usize) -> Option<(Victims, bool)> {
    let passive = clause.verb(unit).is_some_and(|v| v.be);
    let victims = if passive { clause.victims_before(clause.subject(unit)?) } else { clause.victims_after(unit + 1) };
    Some((victims?, passive))
}

/// "were treated for burns", "are being treated in hospital": they are hurt, unless an illness is named.
pub(super) fn treated<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let reading = clause.reading;
    let unit = clause.unit_at(at).filter(|&n| clause.verb(n).is_some_and(|v| v.main == Some(at) && !v.negated && !v.modal))?;
    let given = !reading.is_any(at, &["treated", "treating", "diagnosed"]);
    let (victims, passive) = if given { (clause.victims_before(clause.subject(unit)?)?, true) } else { befallen(clause, unit)? };
    let end = trigger.tokens.end().max(victims.tokens.end());
    let wounds = ["injuries", "injury", "wounds", "wound", "burns", "fractures", "bruises", "shock", "inhalation", "breathing"];
    let wards = ["hospital", "hospitals", "clinic", "clinics", "ward", "wards"];
    let near = |first: usize, words: &[&str]| (first..(first + 6).min(clause.sentence.end())).any(|at| reading.is_any(at, words));
    let of_hurt = reading.is(end, "of") && near(end + 1, &["injured", "wounded"]);
    let found = reading.is(at, "diagnosed");
    if found && (victims.count.words.is_none() || !reading.is(end, "with") || !near(end + 1, &wounds)) {
        return None;
    }
    let hurt = found || reading.is(end, "for") && near(end + 1, &wounds) || !passive && of_hurt;
    let ward = passive && reading.is_any(end, &["in", "at"]) && near(end + 1, &wards) && victims.count.words.is_some();
    let ill = (end..(end + 10).min(clause.sentence.end())).any(|at| reading.is(at, "for") && !near(at + 1, &wounds));
    // "a picture of a child being treated"
    let shown = reading.is(clause.tokens(unit).first(), "being");
    let harmed = given && victims.count.words.is_some() && !ill && causes::cause(clause, unit).is_some();
    if shown || !(hurt || ward && !ill || harmed) || victims.count.trust < 0.7 || victims.count.best == Some(0) {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Injured, unit, victims);
    draft.certain = 0.88;
    Some(draft)
}

/// "blew himself up": the attacker's own death.
pub(super) fn suicide<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let phrase = clause.harm_of(unit).filter(|p| p.tokens == trigger.tokens && clause.reading.column(*p, "force") == "self")?;
    let mut victims = clause.victims_before(clause.subject(unit)?).filter(|v| v.count.trust >= 0.6)?;
    // "He blew himself up": who does so attacks.
    if clause.reading.is_any(trigger.tokens.first(), &["blew", "blows", "blown", "blowing", "detonated", "detonating"]) {
        victims.count.class = VictimClass::Attacker;
        victims.members.iter_mut().for_each(|member| member.count.class = VictimClass::Attacker);
    }
    let mut draft = Draft::new(clause, trigger, Harm::parse(clause.reading.column(phrase, "harm"))?, unit, victims);
    draft.certain = 0.88;
    Some(draft)
}
