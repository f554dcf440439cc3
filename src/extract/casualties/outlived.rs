//! Who was hurt and died of it is told once: "a woman who was shot on Monday has died", "a guard hurt in the blast later died".

use super::attach::drop_told;
use super::claim::{Claim, Harm};
use crate::rules::Reading;

/// A participle behind its noun: "a guard hurt in the blast".
const REDUCED: &str = "casualty/reduced";
/// "who was shot", "who suffered burns"
const PASSIVE: &str = "casualty/passive";
const SUFFERED: &str = "casualty/suffer";
/// Tokens of a claim that are looked at.
const LONGEST: usize = 32;

/// Drops injuries, from the claim `from` on, of those whom the main verb behind tells to have died.
pub(super) fn settle(reading: &Reading<'_>, claims: &mut Vec<Claim>, from: usize) {
    let who = |hurt: &Claim| hurt.tokens.iter().take(LONGEST).any(|at| reading.is_any(at, &["who", "that"]));
    let aside = |hurt: &Claim| {
        let told = hurt.rule == REDUCED || matches!(hurt.rule, PASSIVE | SUFFERED) && who(hurt);
        told && hurt.harm == Harm::Injured && hurt.victims.is_some()
    };
    let dies = |hurt: &Claim, death: &Claim| {
        let same = death.harm == Harm::Killed && death.victims == hurt.victims && death.best == hurt.best;
        same && death.tokens.first() == hurt.tokens.first() && death.trigger >= hurt.tokens.end()
    };
    drop_told(claims, from, |all, hurt| aside(hurt) && all.iter().any(|death| dies(hurt, death)));
}
