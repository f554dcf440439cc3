//! What is asked of a sentence before its clauses are read: words that news is full of ("life", "cases", "forced") claim harm only
//! beside certain others, and where none of these stands, nothing is read for them.

use super::draft::{One, Trigger};
use super::losses::KIN;
use super::rules::trigger;
use super::uncounted::NOUNS;
use crate::rules::{Match, ValueKind};

/// The most tokens of a sentence that are asked; a longer one is read.
const LONGEST: usize = 120;

/// What takes lives, in any of its forms.
const TAKES: [&str; 15] = [
    "claimed", "claiming", "claims", "claim", "took", "taking", "taken", "takes", "cost", "costing", "costs", "loss", "snuffed", "ended",
    "lost",
];
/// What tells of cases that they are of an outbreak.
const SPREADS: [&str; 15] = [
    "cholera",
    "measles",
    "malaria",
    "dengue",
    "ebola",
    "coronavirus",
    "covid",
    "polio",
    "typhoid",
    "influenza",
    "mpox",
    "diphtheria",
    "deaths",
    "fatalities",
    "death",
];

/// The nouns of harm whose victims stand behind "of" or "to", or before "'s": "the deaths of 12", "Karel's murder".
pub(super) fn event(hit: &Match<'_>, read: One) -> Option<Trigger> {
    let (reading, first, next) = (hit.reading, hit.tokens.first(), hit.tokens.end());
    let of = reading.is_any(next, &["of", "to"]);
    let owned = (first.saturating_sub(4)..first).any(|at| reading.is_any(at, &["'s", "’s", "'", "’"]));
    // "the killing on 15 May of Dana Karel"
    let dated = || has(hit, |at| at >= next && (reading.value_of(at, ValueKind::Date).is_some() || reading.is_in_number(at)));
    (is_taken(hit) && (of || owned || dated())).then(|| trigger(hit, read))?
}

/// The nouns of harm that are counted: "12 deaths", "no casualties"; those that nobody counts, and bodies, are always read.
pub(super) fn count(hit: &Match<'_>, read: One) -> Option<Trigger> {
    let (reading, first) = (hit.reading, hit.tokens.first());
    let alone = |word: &str| hit.tokens.len() == 1 && reading.is(first, word);
    let body = || reading.phrase_named(first, "harm_count").is_some_and(|phrase| reading.column(phrase, "force") == "body");
    let other = ["no", "zero", "without", "any", "further", "injury", "casualty"];
    let worth = match () {
        () if alone("losses") => false,
        () if alone("cases") => has(hit, |at| reading.is_any(at, &SPREADS)),
        () if reading.is_any(first, &NOUNS) || body() => true,
        () => is_taken(hit) && has(hit, |at| reading.is_in_number(at) || reading.is_any(at, &other)),
    };
    worth.then(|| trigger(hit, read))?
}

/// "forced 300 people to flee": how many, and where from.
pub(super) fn forced(hit: &Match<'_>, read: One) -> Option<Trigger> {
    let leave = |at: usize| hit.reading.is_any(at, &["flee", "evacuate", "leave", "abandon", "from", "out"]);
    (has(hit, |at| is_counted(hit, at)) && has(hit, leave)).then(|| trigger(hit, read))?
}

/// "lost three soldiers", "lost his sons": how many, or kin.
pub(super) fn lost(hit: &Match<'_>, read: One) -> Option<Trigger> {
    has(hit, |at| is_counted(hit, at) || hit.reading.is_any(at, &KIN)).then(|| trigger(hit, read))?
}

/// "300", "nobody"
fn is_counted(hit: &Match<'_>, at: usize) -> bool {
    hit.reading.is_in_number(at) || hit.reading.phrase_named(at, "harm_nobody").is_some()
}

/// Lives are lost where something takes them.
fn is_taken(hit: &Match<'_>) -> bool {
    let life = hit.tokens.len() == 1 && hit.reading.is_any(hit.tokens.first(), &["life", "lives"]);
    !life || has(hit, |at| hit.reading.is_any(at, &TAKES))
}

/// Whether the sentence has such a token, or is too long to be asked.
fn has(hit: &Match<'_>, wanted: impl FnMut(usize) -> bool) -> bool {
    let sentence = hit.reading.sentence(hit.tokens.first());
    sentence.len() > LONGEST || sentence.iter().any(wanted)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn words_that_news_is_full_of_claim_harm_beside_others_alone() {
        check(&[
            ("The flood claimed the lives of two boys.", &["killed 2/2/2"]),
            ("Life goes on, and the lives of two boys change.", &[]),
            ("The ward counted 612 cases of cholera.", &["sick 612/612/612"]),
            ("The court heard 612 cases.", &[]),
            ("The storm forced 300 people to flee.", &["displaced 300/300/300"]),
            ("The storm forced 300 people to wait.", &[]),
            ("The army lost three soldiers.", &["killed 3/3/3"]),
            ("The army lost its way.", &[]),
            ("The killing on 15 May of Dana Karel shook Orlik.", &["killed 1/1/1"]),
        ]);
    }
}
