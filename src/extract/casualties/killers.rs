//! The dead by whom those who killed them are called: "the killers of two nuns were jailed".

use super::claim::{Harm, Scope, VictimClass};
use super::clause::Clause;
use super::draft::{Draft, Trigger};

/// "the killers of [two nuns]", but "a killer of women", "would-be assassins of the king".
pub(super) fn dead<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let unit = clause.unit_at(at)?;
    let of = clause.unit_at(trigger.tokens.end().saturating_sub(1))?;
    let victims = clause.victims_after(of + 1).filter(|victims| victims.count.trust >= 0.7)?;
    // "a killer of a thriller"
    let name = clause.is_plain_name(of + 1);
    if victims.count.class == VictimClass::Unspecified && !name {
        return None;
    }
    let anybody = victims.count.words.is_none() && victims.count.best.is_none();
    let unreal = (at.saturating_sub(3)..at).any(|at| clause.reading.is_any(at, &["would", "attempted", "potential", "no"]));
    if anybody || unreal {
        return None;
    }
    let held = clause.reading.is_any(at, &["kidnappers", "abductors"]);
    let mut draft = Draft::new(clause, trigger, if held { Harm::Abducted } else { Harm::Killed }, unit, victims);
    // The killing is no news where the killers are.
    draft.background = true;
    draft.scope = Some(Scope::Historical);
    draft.certain = 0.85;
    Some(draft)
}
