//! What nets people: "a raid netted 25 suspects" detains them, "the club netted five players" doesn't.

use super::claim::VictimClass;
use super::clause::{Clause, Victims};
use super::verbs::HarmVerb;

/// Words before and behind the verb in which a hunt is told.
const NEAR: usize = 12;
/// What people are caught in, and who catches them.
const HUNTS: [&str; 26] = [
    "agents",
    "checkpoint",
    "checkpoints",
    "crackdown",
    "crackdowns",
    "dragnet",
    "enforcement",
    "gendarmes",
    "immigration",
    "manhunt",
    "officers",
    "operation",
    "operations",
    "patrol",
    "patrols",
    "police",
    "raid",
    "raids",
    "roundup",
    "roundups",
    "search",
    "soldiers",
    "sting",
    "sweep",
    "sweeps",
    "troops",
];
/// Who is caught by nobody else.
const HUNTED: [&str; 8] = ["suspects", "fugitives", "militants", "smugglers", "dealers", "thieves", "gunmen", "migrants"];

/// "netted five players", "netted him $300": won, and not arrested.
pub(super) fn is_gain(clause: &Clause<'_>, verb: &HarmVerb, victims: &Victims) -> bool {
    let at = verb.phrase.tokens.first();
    if !clause.reading.is(at, "netted") {
        return false;
    }
    let near = at.saturating_sub(NEAR).max(clause.sentence.first())..(at + NEAR).min(clause.sentence.end());
    let hunt = near.into_iter().any(|at| clause.reading.is_any(at, &HUNTS));
    let wanted =
        matches!(victims.count.class, VictimClass::Attacker | VictimClass::Combatant | VictimClass::Migrant | VictimClass::Prisoner)
            || victims.tokens.iter().take(8).any(|at| clause.reading.is_any(at, &HUNTED));
    victims.count.words.is_none() || !(hunt || wanted)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_is_netted_is_hunted() {
        check(&[
            ("The raid netted 25 clerks.", &["detained 25/25/25"]),
            ("Police netted 12 men in Orlik.", &["detained 12/12/12"]),
            ("The hunt netted nine militants.", &["detained 9/9/9"]),
            ("The recruiter netted 25 graduates. The club netted five new players.", &[]),
            ("The drive netted 300 members for the choir. Venn netted 12 more delegates.", &[]),
        ]);
    }
}
