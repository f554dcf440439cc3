//! Claims whose victims stand behind the verb: "Killed in the raid were a guard and two cooks", "Also hurt were two boys".

use super::attach;
use super::claim::{Claim, Harm};
use super::clause::Clause;
use super::draft::{Draft, Trigger};
use super::kind::{Form, Kind};

/// Units between the participle and its auxiliary: "killed [in] [the raid] [on] [Monday] were".
const BETWEEN: usize = 8;

/// What this rule and [`identified`](super::subsets::identified) read alike: "Killed were a guard and two cooks".
const INVERTED: &str = "casualty/inverted";
const IDENTIFIED: &str = "casualty/part-identified";

/// Keeps one reading of a sentence's "Killed were two cooks": as parts of a whole told before, else as claims of their own.
pub(super) fn settle(claims: &mut Vec<Claim>, from: usize) {
    let of_whole = |claim: &Claim| claim.rule == IDENTIFIED && claim.part_of.is_some();
    if claims[from..].iter().any(of_whole) {
        attach::keep(claims, |n, claim| n < from || claim.rule != INVERTED);
    }
}

/// "Killed in the raid were [a guard and two cooks]": a participle that opens its sentence, and an auxiliary behind it.
pub(super) fn behind<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let first = clause.sentence.first();
    let also = at == first + 1 && clause.reading.is_any(first, &["also", "reportedly", "among"]);
    if at != first && !also {
        return None;
    }
    let unit = clause.unit_at(at)?;
    let opens = match clause.kind(unit)? {
        Kind::Verb(group) => group.main == Some(at) && !group.be && matches!(group.form, Some(Form::Past | Form::Participle)),
        Kind::State | Kind::Noun => clause.tokens(unit).first() == at && clause.tokens(unit).end() == trigger.tokens.end(),
        _ => false,
    };
    if !opens {
        return None;
    }
    let phrase = clause.reading.phrase(at, clause.words.harm_verb).or_else(|| clause.reading.phrase(at, clause.words.harm_state))?;
    let harm = Harm::parse(clause.reading.column(phrase, "harm"))?;
    let between = |n: &usize| matches!(clause.kind(*n), Some(Kind::Preposition | Kind::Noun | Kind::Date | Kind::Adverb));
    let is = |n: &usize| clause.verb(*n).is_some_and(|v| v.be && v.main.is_none() && !v.modal && !v.negated);
    let be = (unit + 1..unit + BETWEEN).find(|n| !between(n)).filter(is)?;
    let victims = clause.victims_after(be + 1).filter(|v| v.count.trust >= 0.7)?;
    // "Killed were the talks", "Injured are the guards": somebody who is counted or named.
    if victims.count.best.is_none() && victims.count.definite || victims.count.best == Some(0) {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = 0.85;
    Some(draft)
}
