//! What a denial is about: "denied that 12 died" denies it, "denied a pardon to a man who killed two" does not.

use super::clause::Clause;
use super::kind::{Form, Kind};

/// Units back in which a word of denial is sought.
const FAR: usize = 12;

/// What is denied in so many words, and may stand between the denial and the harm.
const SAID: [&str; 16] = [
    "report",
    "reports",
    "claim",
    "claims",
    "accusation",
    "accusations",
    "allegation",
    "allegations",
    "charge",
    "charges",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "suggestions",
    "fact",
];

/// "denied that 12 died", "denied killing two", "denied reports of 12 deaths", "no evidence that anyone died".
pub(super) fn is_denied(clause: &Clause<'_>, unit: usize) -> bool {
    let first = clause.tokens(unit.saturating_sub(FAR)).first();
    let denials = (first..clause.tokens(unit).first()).rev().filter_map(|at| clause.reading.phrase(at, clause.words.denial));
    denials.into_iter().take(4).any(|denial| {
        let Some(from) = clause.unit_at(denial.tokens.end() - 1) else { return false };
        let that = clause.says(from + 1, &["that", "any"]);
        let verb = clause.verb(from).is_some();
        // "rejected as a precedent", "found no evidence of harm in the town where"
        let opens = that || verb || clause.says(from + 1, &["of", "on", "about"]);
        opens && (from + 1 + usize::from(that)..unit).all(|n| passes(clause, n, unit)) && (that || !verb || takes(clause, from, unit))
    })
}

/// What may stand between a denial and the harm that it denies.
fn passes(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    match clause.kind(n) {
        Some(Kind::Relative | Kind::Stop | Kind::But | Kind::Comma | Kind::Quote) | None => false,
        Some(Kind::Subordinate) => clause.says(n, &["that"]),
        Some(Kind::Preposition) => {
            !clause.says(n, &["ahead of", "ahead", "before", "after", "to", "since", "during", "as", "amid", "from"])
        }
        // "denied [having] killed"
        Some(Kind::Verb(group)) => group.main.is_none() || clause.harm_of(n).is_some() || n + 1 == unit || clause.says(n, &SAID),
        _ => true,
    }
}

/// "denied killing two", "denied the murder of", "denied 12 guards were killed", "denied reports of deaths"; not "denied Karel
/// a pardon for killing".
fn takes(clause: &Clause<'_>, from: usize, unit: usize) -> bool {
    let nouns = || (from + 1..unit).filter(|&n| clause.is_noun(n));
    let last = |n: usize| clause.tokens(n).end().saturating_sub(1);
    let said = (from + 1..unit).any(|n| clause.reading.is_any(last(n), &SAID) || clause.says(n, &["that"]));
    let group = clause.verb(unit).unwrap_or_default();
    let finite = group.is_finite() || group.form == Some(Form::Past) && group.main.is_some() && nouns().count() == 1;
    said || nouns().count() == 0 || finite && group.form != Some(Form::Ing) && !group.to
}

/// Whether a negation is not of what has happened: "so that nobody isn't hurt", "are not going to arrest", "not detaining", "not only".
pub(super) fn is_of_no_fact(clause: &Clause<'_>, unit: usize) -> bool {
    let Some(group) = clause.verb(unit) else { return false };
    let here = clause.tokens(unit);
    let says = |words: &[&str]| here.iter().any(|at| clause.reading.is_any(at, words));
    let now = ["is", "are", "isn't", "aren't", "isn’t", "aren’t", "do", "does", "don't", "doesn't", "don’t", "doesn’t"];
    let wished = group.to || group.form == Some(Form::Ing) && !group.be && !group.have;
    let habit = group.main.is_some() && says(&now) && !says(&["yet", "been"]);
    // "make sure", "so that", "as long as"
    let first = here.first().saturating_sub(8).max(clause.sentence.first());
    let purpose = (first..here.first()).any(|at| {
        let next = |word: &str| clause.reading.is(at + 1, word);
        clause.reading.is_any(at, &["make", "ensure", "making", "ensuring"]) && (next("sure") || next("that"))
            || clause.reading.is(at, "so") && next("that")
            || clause.reading.is(at, "long") && next("as")
            || clause.reading.is_any(at, &["ensure", "ensures", "ensuring"])
    });
    wished || habit || purpose
}

/// "not only the death of", "not even": what is so negated is told, and more.
pub(super) fn is_emphasis(clause: &Clause<'_>, unit: usize) -> bool {
    let first = clause.tokens(unit).first().saturating_sub(3).max(clause.sentence.first());
    (first..clause.tokens(unit).end())
        .any(|at| clause.reading.is(at, "not") && clause.reading.is_any(at + 1, &["only", "even", "just", "merely"]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn denials_are_of_the_harm_itself() {
        check(&[
            ("The ministry denied that 12 guards had been killed.", &["killed 12/12/12 denied"]),
            ("The army denied killing two clerks.", &["killed 2/2/2 denied"]),
            ("The council rejected reports of 12 deaths.", &["killed 12/12/12 denied"]),
            ("Venn denied 12 guards were killed.", &["killed 12/12/12 denied"]),
            ("There is no evidence that two clerks were killed.", &["killed 2/2/2 denied"]),
            ("The two clerks were not arrested.", &["detained 2/2/2 denied"]),
            ("The guard did not kill the clerk.", &["killed 1/1/1 denied"]),
            // The denial is of something else.
            ("Venn rejected any talks in the war, which has killed 900 guards.", &["killed 900/900/900"]),
            ("Venn denied he had been warned ahead of the raid that killed four clerks.", &["killed 4/4/4"]),
            ("The court denied a pardon to a guard who shot dead a clerk.", &["killed 1/1/1"]),
            ("The town showed no sign of fear as the radio told that Karel had been killed.", &["killed 1/1/1"]),
            ("No evidence suggests that the guards killed two clerks.", &["killed 2/2/2"]),
            // What is not yet, or shall not be.
            ("They made rules so that two clerks aren't hurt.", &["injured 2/2/2 hypothetical"]),
            ("They are not going to arrest 4,000 clerks.", &["detained 4000/4000/4000 hypothetical"]),
            ("He will make sure Dana Karel doesn't get arrested.", &["detained 1/1/1 hypothetical"]),
        ]);
    }
}
