//! Those who "are being held": by kidnappers, where the article told of an abduction last, else in custody.

use super::claim::{Claim, Harm};
use crate::rules::Reading;

/// Sentences and claims back that the abduction may stand.
const BACK: usize = 12;

/// "Five aid workers were abducted. ... The other four are still [being held]": of the claims from `from` on, those who are held
/// by whoever took them, as a part of them.
pub(super) fn settle(reading: &Reading<'_>, claims: &mut [Claim], from: usize) {
    for n in from..claims.len() {
        if claims[n].harm != Harm::Detained || !(reading.is(claims[n].trigger, "being") && reading.is(claims[n].trigger + 1, "held")) {
            continue;
        }
        let sentence = claims[n].sentence;
        let taken = |c: &Claim| matches!(c.harm, Harm::Abducted | Harm::Detained) && c.sentence + BACK >= sentence;
        let Some(last) = (n.saturating_sub(BACK)..n).rev().find(|&m| taken(&claims[m])) else { continue };
        if claims[last].harm != Harm::Abducted {
            continue;
        }
        claims[n].harm = Harm::Abducted;
        let holds =
            |c: &Claim| c.harm == Harm::Abducted && c.part_of.is_none() && c.best.zip(claims[n].best).is_some_and(|(all, n)| all > n);
        claims[n].part_of = claims[n].part_of.or((n.saturating_sub(BACK)..n).rev().find(|&m| holds(&claims[m])));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn who_is_held_was_taken_before() {
        check(&[
            ("Rebels abducted five clerks. The other four are still being held.", &["abducted 5/5/5", "<abducted 4/4/4"]),
            ("Two riders were led away into the forest. A clerk is being held.", &["abducted 2/2/2", "<abducted 1/1/1"]),
            ("Police arrested nine men. Six more suspects are being held.", &["detained 9/9/9", "detained 6/6/6 increment"]),
            ("Talks are being held. Nobody is being held accountable.", &[]),
        ]);
    }
}
