//! Whom guards and rangers keep: a prison and a park have officials, a bank has hands of its own, the rest bear arms for somebody.

use super::claim::VictimClass;
use super::clause::Clause;
use crate::text::TokenRange;

/// Tokens of a sentence that are looked at, at the most.
const LONGEST: usize = 80;
/// What is told where a guard keeps prisoners.
const PRISON: [&str; 9] = ["prison", "prisons", "prisoner", "prisoners", "jail", "jails", "inmate", "inmates", "penitentiary"];
/// What is told where a ranger keeps animals.
const PARK: [&str; 8] = ["park", "parks", "reserve", "wildlife", "poacher", "poachers", "poaching", "sanctuary"];
/// Whose guards are employed as others are.
const HOUSES: [&str; 9] = ["security", "bank", "mall", "shop", "store", "supermarket", "museum", "warehouse", "nightclub"];

/// The class of `victims`, where they are guards or rangers whose sentence tells what they keep.
pub(super) fn class(clause: &Clause<'_>, victims: Option<TokenRange>, class: VictimClass) -> VictimClass {
    let reading = clause.reading;
    // "two men who were carrying explosives"
    let carried = |at: usize| {
        let arms = ["explosives", "vest", "vests", "bombs", "bomb", "grenades", "belts", "belt"];
        reading.is_any(at, &["carrying", "wearing"]) && (at + 1..at + 4).any(|n| reading.is_any(n, &arms))
    };
    if class == VictimClass::Civilian && victims.is_some_and(|v| (v.end()..v.end() + 3).any(carried)) {
        return VictimClass::Attacker;
    }
    let Some(victims) = victims.filter(|_| class == VictimClass::Combatant) else { return class };
    let head = victims.end().saturating_sub(1);
    let guards = reading.is_any(head, &["guard", "guards"]);
    let near = |words: &[&str]| clause.sentence.iter().take(LONGEST).any(|at| reading.is_any(at, words));
    let other = reading.is_any(head.saturating_sub(1), &["border", "coast", "national", "revolutionary", "presidential", "palace"]);
    match () {
        () if guards && !other && near(&PRISON) => VictimClass::Official,
        () if reading.is_any(head, &["ranger", "rangers"]) && near(&PARK) => VictimClass::Official,
        () if guards && head > victims.first() && reading.is_any(head - 1, &HOUSES) => VictimClass::Civilian,
        () => class,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::victims_are;

    #[test]
    fn guards_are_of_what_they_keep() {
        victims_are(&[
            ("Two inmates were found hanged and a guard was stabbed.", &["inmates prisoner", "guard official"]),
            ("Five rangers were killed in the Varn National Park.", &["rangers official"]),
            ("Two security guards were shot dead.", &["security guards civilian"]),
            ("Two guards were killed at a checkpoint.", &["guards combatant"]),
            ("A raid on a prison hurt two border guards.", &["border guards combatant"]),
            ("Two rangers were killed in Karachi.", &["rangers combatant"]),
            ("Soldiers shot dead two men who were carrying explosives.", &["men attacker"]),
        ]);
    }
}
