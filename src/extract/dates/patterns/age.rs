//! How long a thing has lasted: "the two-week-old strike", "a decades-old feud". The age of a person is no date.

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Count, Found, Meaning};
use crate::extract::dates::period::Unit;
use crate::rules::{Example, Match, Rule};
use crate::text::{Case, TokenKind};

/// Words between the age and what has lasted: "the two-year-old civil war".
const BETWEEN: usize = 3;

pub const RULES: &[Rule<Found>] = &[Rule {
    name: "duration/age-of-a-thing",
    pattern: "((n=#number | n=several) \"-\")? (u=@time_unit | u=@time_units) ~ \"-\" ~ old",
    make: age_of_a_thing,
    hits: &[
        Example { text: "The [two-week-old] strike shut the port.", gives: "P2W" },
        Example { text: "It is a [decades-old] feud.", gives: "PXY" },
        Example { text: "A [year-old] truce was broken.", gives: "P1Y" },
    ],
    misses: &[
        "A 34-year-old man fell.",
        "Her two-week-old baby slept.",
        "The 40 year-old fell in the war.",
        "An 8-month-old was saved from war.",
        "The 72-year-old war hero wept.",
    ],
}];

fn age_of_a_thing(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, times) = lexicon::unit(hit, "u")?;
    let (first, end) = (hit.tokens.first(), hit.tokens.end());
    let plural = hit.words("u").ends_with('s');
    let near = end..(end + BETWEEN).min(reading.sentence(first).end());
    let class = |at, name| reading.phrase_named(at, name).is_some();
    let words = near.clone().take_while(|at| reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word) && !class(*at, "preposition"));
    // "a 70-year-old war hero": the thing must be the head.
    let head = |at: usize| {
        let lower = reading.token(at).is_some_and(|t| t.case == Case::Lower);
        !lower
            || at >= reading.sentence(first).end()
            || ["preposition", "conjunction", "auxiliary", "modal", "verb"].iter().any(|name| class(at, name))
    };
    let lasts = words.filter(|at| class(*at, "lasting")).any(|at| head(at + 1));
    let counted = first > 0 && (reading.quantity(first - 1).is_some() || guard::is_glued(reading, first));
    let count = match hit.get("n") {
        Some(_) if hit.words("n").eq_ignore_ascii_case("several") => Count::Vague,
        Some(_) => super::count::count(hit)?.0,
        None if counted => return None,
        None if plural => Count::Vague,
        None => Count::Number(1.0),
    };
    let ageless = !lexicon::has(hit, "n") && (plural || unit >= Unit::Decade);
    let count = match count {
        Count::Number(n) => Count::Number(n * times),
        Count::Vague => Count::Vague,
    };
    (lasts || ageless)
        .then(|| Found::new(hit, Meaning::Length { count, unit }, 0.88).over(lexicon::tokens(super::count::first_token(hit), end)))
}
