//! Whom a relative clause says that somebody harmed: "[a teacher] whom they beheaded", "[the five people] he killed"; and whom a
//! participle behind a comma is about: "praised [the monks], jailed for years".

use super::clause::{Clause, Victims};
use super::kind::{Form, Kind};
use super::nouns;

/// Pronouns that act and never suffer.
const ACTING: &[&str] = &["he", "she", "they", "i", "we"];

/// Whether the subject of the verb at `unit` can only act: "he killed".
pub(super) fn only_acts(clause: &Clause<'_>, unit: usize) -> bool {
    clause.before(unit).is_some_and(|n| clause.tokens(n).len() == 1 && clause.says(n, ACTING))
}

/// Who stands before a relative clause whose verb at `unit` has a subject of its own and no object behind it.
pub(super) fn object_before(clause: &Clause<'_>, unit: usize) -> Option<Victims> {
    clause.verb(unit).filter(|verb| verb.form == Some(Form::Past) && !verb.be)?;
    let subject = clause.before(unit).filter(|&n| matches!(clause.kind(n), Some(Kind::Noun | Kind::Pronoun)))?;
    let left = subject.checked_sub(1)?;
    if clause.kind(left) == Some(Kind::Relative) && clause.says(left, &["whom"]) {
        // "four men, three of whom they killed"
        if let Some(some) = left.checked_sub(2).filter(|_| clause.says(left - 1, &["of"])) {
            return clause.victims_before(some).filter(|_| clause.is_bare_number(some));
        }
        let whom = clause.past_comma(clause.before(left)?)?;
        return clause.victims_before(clause.antecedent(whom)?);
    }
    let opened = || clause.says(subject, &["the", "a", "an", "his", "her", "their"]);
    if !clause.is_noun(left) || !(only_acts(clause, unit) || clause.says(subject, &["it"]) || opened()) {
        return None;
    }
    clause.victims_before(clause.antecedent(left)?).filter(|victims| victims.count.trust >= 0.85)
}

/// "compared her to [the saints], jailed and tortured": whoever stands last in a clause that has its verb and its object.
pub(super) fn is_trailed(clause: &Clause<'_>, comma: usize) -> bool {
    let Some(last) = comma.checked_sub(1).filter(|&n| clause.is_noun(n)) else { return false };
    let people = !nouns::is_thing(clause.reading, clause.words, clause.tokens(last));
    let led = clause.before(last).is_some_and(|n| clause.says(n, &["to", "with"]));
    let acts = |n: usize| {
        let past = clause.verb(n).is_some_and(|v| v.main.is_some() && v.form == Some(Form::Past) && !v.be && !v.to);
        past && clause.harm_of(n).is_none() && matches!(clause.kind(n + 1), Some(Kind::Noun | Kind::Pronoun)) && n + 1 < last
    };
    people && led && (last.saturating_sub(6)..last).any(acts)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_participle_is_of_the_nearest() {
        check(&[
            ("Some of the voters compared her to the monks, jailed and tortured for years.", &[]),
            ("Nine clerks compared her to monks, killed for a prayer.", &["killed 2//"]),
            ("Some of the clerks, jailed and tortured for years, spoke.", &["detained 2//"]),
        ]);
    }
}
