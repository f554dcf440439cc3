//! Bodies whose owners were told of before: "Three clerks were kidnapped. Their bodies were found on Monday."

use super::claim::{Claim, Harm, Scope};
use super::clause::{Clause, Victims};
use super::count::Count;
use super::draft::{Draft, Trigger};
use crate::rules::{Qualifier, Reading};
use crate::text::TokenRange;

/// Sentences that a body may be found behind.
const BACK: usize = 6;
/// The rule of such claims.
const RULE: &str = "casualty/bodies";

/// "Their bodies were found": as many as were taken or missed, see [`count_bodies`].
pub(super) fn found<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first())?;
    let first = clause.tokens(unit).first();
    let whose = TokenRange::new(first, first + 1);
    let mut count = Count::singular(whose);
    if clause.says(unit, &["their"]) {
        count = Count { low: Some(2), best: None, high: None, qualifier: Qualifier::Vague, ..count };
    }
    let mut draft = Draft::new(clause, trigger, Harm::Killed, unit, Victims::one(count, whose, unit));
    draft.certain = 0.9;
    Some(draft)
}

/// Gives bodies from `from` on the number and the victims of whom was taken or missed before them.
pub(super) fn count_bodies(reading: &Reading<'_>, claims: &mut [Claim], from: usize) {
    for n in from..claims.len() {
        if claims[n].rule != RULE || !claims[n].victims.is_some_and(|v| reading.is(v.first(), "their")) {
            continue;
        }
        let sentence = claims[n].sentence;
        let lost = |c: &&Claim| {
            let taken = matches!(c.harm, Harm::Abducted | Harm::Missing | Harm::Detained);
            taken && c.part_of.is_none() && c.scope != Scope::Historical && c.low.is_some_and(|low| low > 1)
        };
        let Some(before) = claims[..n].iter().rev().take_while(|c| c.sentence + BACK >= sentence).find(lost).cloned() else { continue };
        let body = &mut claims[n];
        (body.low, body.best, body.high, body.qualifier) = (before.low, before.best, before.high, before.qualifier);
        (body.victims, body.victim_class) = (before.victims, before.victim_class);
    }
}
