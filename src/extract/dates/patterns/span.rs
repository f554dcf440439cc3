//! Parts of years: quarters, halves, seasons, ends.

use super::cycle::{pick, year_shift};
use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Cycle, Found, Meaning, Pick};
use crate::extract::dates::period::{Period, Unit};
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "span/quarter",
        pattern: "(the (comparable | corresponding | same)?)? (fiscal \"-\"?)? n=#number \"-\"? (quarter | period) (of y=<d4>)?",
        make: quarter,
        hits: &[
            Example { text: "Losses narrowed in [the fourth quarter].", gives: "2012-Q4" },
            Example { text: "It expects growth in [the fourth quarter].", gives: "2013-Q4" },
            Example { text: "It posted [second-quarter] profit.", gives: "2013-Q2" },
            Example { text: "It fell in [the third quarter of 2009].", gives: "2009-Q3" },
        ],
        misses: &["A quarter of voters left.", "Three quarters of them left.", "They scored in the first period."],
    },
    Rule {
        name: "span/quarter-of-year",
        pattern: "(y=<d4> | the y=<d4> | turn=(this | last | next) year (\"'s\" | \"’s\")) (fiscal)? n=#number quarter | (the)? n=#number \"-\"? quarter (of)? turn=(this | last | next) year | (the)? n=#number quarter y=<d4>",
        make: quarter_of_year,
        hits: &[
            Example { text: "It beat [last year's third quarter].", gives: "2012-Q3" },
            Example { text: "It beat [the 1988 second quarter].", gives: "1988-Q2" },
        ],
        misses: &["Last year's quarter was poor."],
    },
    Rule {
        name: "span/half",
        pattern: "(the)? n=(#number | last | latter | second) half (of (y=<d4> | the y=year | turn=(this | last | next) year) | y=<d4>)?",
        make: half,
        hits: &[
            Example { text: "Deaths doubled in [the first half of 2012].", gives: "2012-H1" },
            Example { text: "Exports fell in [the first half of the year].", gives: "2013-H1" },
            Example { text: "The agenda for [the second half of the year] is full.", gives: "2013-H2" },
        ],
        misses: &["They led in the second half of the match.", "He scored in the first half."],
    },
    Rule {
        name: "span/season",
        pattern: "(the (turn=(previous | following | next | past | coming))? | turn=(this past | this coming | last | next | this | coming | past))? s=@season (of)? (y=<d4> | shift=(this | last | next) year)? (~ (\"-\" | \"–\" | \"/\") ~ <digits>)?",
        make: season,
        hits: &[
            Example { text: "The drive stalled [last summer].", gives: "2013-SU" },
            Example { text: "A push is due [this fall].", gives: "2013-FA" },
            Example { text: "Many froze in [the winter of 2010].", gives: "2010-WI" },
        ],
        misses: &["Prices fall and spring back.", "The hot spring was shut.", "It will fall this week."],
    },
    Rule {
        name: "span/year-end",
        pattern: "(year | month | year \"'s\" | year \"’s\" | month \"'s\" | the year \"'s\" | the year \"’s\") \"-\"? end",
        make: year_end,
        hits: &[
            Example { text: "It will be ready by [year's end].", gives: "2013 END" },
            Example { text: "It fell at [year-end].", gives: "2013 END" },
        ],
        misses: &["The year ended well.", "Every year ends."],
    },
];

/// The quarter or half that an ordinal names.
fn ordinal(hit: &Match<'_>, most: i8) -> Option<i8> {
    let words = hit.get("n")?;
    if hit.reading.is_any(words.first(), &["last", "latter"]) {
        return Some(most);
    }
    if hit.reading.is(words.first(), "second") {
        return Some(2);
    }
    #[allow(clippy::cast_possible_truncation)]
    let number = hit.quantity("n").filter(|q| q.kind == crate::rules::QuantityKind::Ordinal && q.core == words)?.best? as i8;
    (1..=most).contains(&number).then_some(number)
}

fn quarter(hit: &Match<'_>) -> Option<Found> {
    let quarter = ordinal(hit, 4)?;
    let period = hit.reading.is(hit.tokens.end() - 1, "period");
    let end = hit.tokens.end();
    let game = hit.reading.is(end, "of") && hit.reading.is_any(end + 2, &["game", "match", "final", "voters", "people"]);
    let sport = game || hit.reading.is_any(end, &["final", "finals", "-"]);
    if period || sport {
        return None;
    }
    let meaning = match lexicon::digits::<i16>(hit, "y") {
        Some(year) => Meaning::Fixed(Period::Quarter { year, quarter }),
        None => Meaning::Cycle(Cycle::Quarter(quarter), Pick::Context),
    };
    // "the third-quarter loss": the article belongs to the loss.
    let hyphened = hit.reading.is(hit.tokens.end() - 2, "-");
    let article = usize::from(hyphened && hit.reading.is(hit.tokens.first(), "the"));
    let first = hit.tokens.first() + article;
    Some(Found::new(hit, meaning, 0.9).over(lexicon::tokens(first, hit.tokens.end())))
}

fn quarter_of_year(hit: &Match<'_>) -> Option<Found> {
    let quarter = ordinal(hit, 4)?;
    let meaning = match lexicon::digits::<i16>(hit, "y") {
        Some(year) if guard::YEARS.contains(&year) => Meaning::Fixed(Period::Quarter { year, quarter }),
        Some(_) => return None,
        None => Meaning::Cycle(Cycle::Quarter(quarter), Pick::YearShift(year_shift(hit))),
    };
    Some(Found::new(hit, meaning, 0.92))
}

fn half(hit: &Match<'_>) -> Option<Found> {
    let half = ordinal(hit, 2)?;
    let year_word = hit.words("y").eq_ignore_ascii_case("year");
    let meaning = match lexicon::digits::<i16>(hit, "y") {
        Some(year) => Meaning::Fixed(Period::Half { year, half }),
        None if lexicon::has(hit, "turn") => Meaning::Cycle(Cycle::Half(half), Pick::YearShift(year_shift(hit))),
        None if year_word => Meaning::Cycle(Cycle::Half(half), Pick::Context),
        None => return None,
    };
    Some(Found::new(hit, meaning, 0.88))
}

fn season(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let at = hit.get("s")?.first();
    let season = lexicon::season(hit, "s")?;
    if let Some(year) = lexicon::digits::<i16>(hit, "y") {
        return guard::YEARS.contains(&year).then(|| Found::new(hit, Meaning::Fixed(Period::Season { year, season }), 0.92));
    }
    if reading.is(hit.tokens.end() - 1, "year") {
        let shift = match reading.word(hit.tokens.end() - 2).to_ascii_lowercase().as_str() {
            "last" => -1,
            "next" => 1,
            _ => 0,
        };
        return Some(Found::new(hit, Meaning::Cycle(Cycle::Season(season), Pick::YearShift(shift)), 0.9));
    }
    let turned = lexicon::has(hit, "turn");
    let article = reading.is(hit.tokens.first(), "the");
    let end = hit.tokens.end();
    let verb = ["fall", "spring"].iter().any(|w| reading.is(at, w));
    let spoken_year = reading.is(end, "of") && reading.phrase_named(end + 1, "spoken_ten").is_some();
    let noun = !spoken_year
        && reading.is_any(
            end,
            &[
                "of", "in", "from", "to", "water", "roll", "training", "-", "short", "back", "olympics", "games", "olympic", "roll",
                "break", "season",
            ],
        );
    let before = guard::word_before(hit, hit.tokens.first());
    let introduced = ["in", "since", "until", "by", "during", "early", "late", "mid", "of", "through", "for", "over", "into", "throughout"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(before));
    if hit.tokens.end() > at + 1 || (verb && !turned && (noun || !(article || introduced))) {
        return None;
    }
    let confidence = match (turned, article, introduced) {
        (true, ..) => 0.9,
        (_, true, true) if !noun => 0.75,
        (false, false, true) if !noun && !["of", "for"].contains(&before) => 0.55,
        _ => return None,
    };
    Some(Found::new(hit, Meaning::Cycle(Cycle::Season(season), pick(hit)), confidence))
}

fn year_end(hit: &Match<'_>) -> Option<Found> {
    let month = (hit.tokens.iter()).any(|at| hit.reading.is(at, "month"));
    let unit = if month { Unit::Month } else { Unit::Year };
    let n = 0;
    let shift = Meaning::Shift { from: crate::extract::dates::meaning::Origin::Published, n, unit };
    Some(Found::new(hit, shift, 0.85).with(lexicon::position("END")))
}
