//! Totals over a time: "over five months of fighting", "during the war 900 had been killed", "by Monday more than 90 had died".

use super::clause::Clause;
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// Tokens to either side of a claim in which the time is named.
const NEAR: usize = 12;

/// What is fought or suffered over a time.
const STRIFE: [&str; 14] = [
    "fighting",
    "war",
    "conflict",
    "violence",
    "unrest",
    "protests",
    "clashes",
    "insurgency",
    "uprising",
    "bombing",
    "shelling",
    "strikes",
    "crackdown",
    "outbreak",
];

/// What kills over a time, by its name alone.
pub(super) const WARS: [&str; 7] = ["war", "conflict", "insurgency", "uprising", "epidemic", "pandemic", "famine"];

/// Whether the figure of the claim counts what happened over a time.
pub(super) fn is_total(clause: &Clause<'_>, around: TokenRange) -> bool {
    let reading = clause.reading;
    let first = around.first().saturating_sub(NEAR).max(clause.sentence.first());
    let end = (around.end() + NEAR).min(clause.sentence.end());
    let perfect = (around.first()..around.end()).any(|at| reading.is_any(at, &["has", "have", "had"]))
        || around.first() > 0 && reading.is_any(around.first() - 1, &["has", "have", "had"]);
    let times = ["months", "years", "decades"];
    let length = |at: usize| reading.is_any(at, &times) && reading.is(at + 1, "of") && reading.is_any(at + 2, &STRIFE);
    let during = |at: usize| reading.is_any(at, &["during", "throughout"]) && (at + 1..at + 5).any(|n| reading.is_any(n, &STRIFE[1..7]));
    // "by Monday", "as of 4 May"
    let dated = |at: usize| reading.value_of(at, ValueKind::Date).is_some_and(|value| value.tokens.first() == at);
    let by = |at: usize| reading.is(at, "by") && dated(at + 1) || reading.is(at, "as") && reading.is(at + 1, "of") && dated(at + 2);
    // "in the first nine months of the year"
    let part =
        |at: usize| reading.is_any(at, &["months", "weeks", "quarter", "half"]) && reading.is(at + 1, "of") && reading.is(at + 3, "year");
    (first..end).any(part) || perfect && (first..end).any(|at| length(at) || during(at) || by(at))
}

/// "the war, which broke out in May 2013, had led to 3,000 deaths": what a strife has cost.
pub(super) fn is_cost(clause: &Clause<'_>, around: TokenRange) -> bool {
    let reading = clause.reading;
    let costs = ["led", "left", "cost", "claimed", "caused", "killed", "displaced", "driven", "forced"];
    let end = around.end();
    let cost = |at: &usize| reading.is_any(*at, &["has", "have", "had"]) && reading.is_any(at + 1, &costs);
    let Some(cost) = (clause.sentence.first()..end).rev().take(NEAR).find(cost) else { return false };
    let began =
        |at: usize| reading.is_any(at, &["which", "that"]) && reading.is_any(at + 1, &["broke", "began", "started", "erupted", "flared"]);
    let relative = (clause.sentence.first()..cost).rev().take(NEAR).find(|&at| began(at));
    relative.is_some_and(|at| (at.saturating_sub(3)..at).any(|n| reading.is_any(n, &WARS)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn totals_are_told_from_what_one_day_did() {
        check(&[
            ("Over 300 people have been killed over five months of fighting in Orlik.", &["killed 300/300/ cumulative"]),
            ("About 900 guards had been killed during the war.", &["killed 765/900/1035 cumulative"]),
            ("The civil war, which broke out in May 2013, had led to 3,000 deaths.", &["killed 3000/3000/3000 cumulative"]),
            ("The group counted 75 clerks abducted in the first nine months of the year.", &["abducted 75/75/75 cumulative"]),
            ("By Monday more than 90 people had died in Norvik.", &["killed 90/90/ cumulative"]),
            ("Nine people have been killed in two days of fighting in Orlik.", &["killed 9/9/9"]),
            ("By Monday the rebels shot 12 clerks.", &["injured 12/12/12"]),
            ("It was the worst raid since the bombing of the port, which killed 68 clerks.", &["killed 68/68/68 historical"]),
            (
                "Two years ago, rebels marched through Orlik with torches and flags and stabbed a clerk to death.",
                &["killed 1/1/1 historical"],
            ),
            (
                "They spoke of last year's raid on a school near Orlik in the hills of Norland that killed 20 pupils.",
                &["killed 20/20/20 historical"],
            ),
        ]);
    }
}
