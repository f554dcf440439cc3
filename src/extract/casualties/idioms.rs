//! Claims that a verb makes together with other words: "suffered injuries", "forced to leave", "blew himself up".

use super::claim::{Harm, VictimClass};
use super::clause::Clause;
use super::draft::{Draft, Trigger};
use super::kind::Form;

/// "suffered serious injuries": the subject of the verb is hurt.
pub(super) fn suffering<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    let root = clause.subject(unit)?;
    let victims = clause.victims_before(root)?;
    // "suffered self-inflicted wounds", as a government does; a shot tells it in earnest.
    let own = trigger.tokens.iter().any(|at| clause.reading.is(at, "inflicted"))
        && !trigger.tokens.iter().any(|at| clause.reading.is_any(at, &["gunshot", "stab", "knife"]));
    // "players suffering injuries": whoever they are.
    let any = victims.count.words.is_none() && victims.count.best.is_none() && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing));
    if own || any || victims.count.trust < 0.7 || clause.says(unit + 1, &["no"]) {
        return None;
    }
    // "suffered fatal wounds"
    let fatal = trigger.tokens.iter().any(|at| clause.reading.is_any(at, &["fatal", "mortal", "deadly"]));
    let harm = if fatal { Harm::Killed } else { Harm::Injured };
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = 0.9;
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
    let driven = reading.is_any(end, &["from", "out"]) && home(end + 1);
    if !(leaves || driven) {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, Harm::Displaced, unit, victims);
    draft.certain = 0.9;
    Some(draft)
}

/// "were treated for burns", "are being treated in hospital": they are hurt, unless an illness is named.
pub(super) fn treated<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let reading = clause.reading;
    let unit = clause.unit_at(at).filter(|&n| clause.verb(n).is_some_and(|v| v.main == Some(at) && !v.negated && !v.modal))?;
    let passive = clause.verb(unit).is_some_and(|v| v.be);
    let victims = if passive { clause.victims_before(clause.subject(unit)?)? } else { clause.victims_after(unit + 1)? };
    let end = trigger.tokens.end().max(victims.tokens.end());
    let wounds = ["injuries", "injury", "wounds", "wound", "burns", "fractures", "bruises", "shock"];
    let wards = ["hospital", "hospitals", "clinic", "clinics", "ward", "wards"];
    let near = |first: usize, words: &[&str]| (first..(first + 6).min(clause.sentence.end())).any(|at| reading.is_any(at, words));
    let of_hurt = reading.is(end, "of") && near(end + 1, &["injured", "wounded"]);
    let hurt = reading.is(end, "for") && near(end + 1, &wounds) || !passive && of_hurt;
    let ward = passive && reading.is_any(end, &["in", "at"]) && near(end + 1, &wards) && victims.count.words.is_some();
    let ill = (end..(end + 10).min(clause.sentence.end())).any(|at| reading.is(at, "for") && !near(at + 1, &wounds));
    // "a picture of a child being treated"
    let shown = reading.is(clause.tokens(unit).first(), "being");
    if shown || !(hurt || ward && !ill) || victims.count.trust < 0.7 || victims.count.best == Some(0) {
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
