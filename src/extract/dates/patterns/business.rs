//! Periods as companies and budgets name them: "Q3 2018", "3Q", "H1", "FY2019", "fiscal 2012".

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Cycle, Found, Meaning, Origin, Pick};
use crate::extract::dates::period::{Period, Unit};
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "span/short-quarter",
        pattern: "(c=@quarter_code (of)? (FY | fiscal)? (y=<d4> | (\"'\" | \"’\") ~ z=<d2>)? | y=<d4> c=@quarter_code)",
        make: short_quarter,
        hits: &[
            Example { text: "Sales fell in [Q1 2018] by half.", gives: "2018-Q1" },
            Example { text: "Sales in [Q2] were flat.", gives: "2013-Q2" },
            Example { text: "It cut jobs in [H1] and grew.", gives: "2013-H1" },
        ],
        misses: &["He drove an Audi Q4 home.", "He has Q10 pills."],
    },
    Rule {
        name: "span/fiscal-code",
        pattern: "(FY (y=<d4> | z=<d2>) | c=<upper>)",
        make: fiscal_code,
        hits: &[
            Example { text: "The budget for [FY2019] was cut.", gives: "2019" },
            Example { text: "The budget for [FY 2012] was cut.", gives: "2012" },
            Example { text: "It grew in [FY14] again.", gives: "2014" },
        ],
        misses: &["The FYROM deal held.", "He wrote FYI 2012 times."],
    },
    Rule {
        name: "span/fiscal-year",
        pattern: "(the)? (fiscal | financial) (year)? y=<d4>",
        make: fiscal_year,
        hits: &[Example { text: "Spending grew in [fiscal 2012].", gives: "2012" }],
        misses: &["The fiscal gap is 2000 pounds."],
    },
    Rule {
        name: "span/this-fiscal-year",
        pattern: "(the turn=(fiscal | full)? | (the)? turn=(this | last | next | current | previous | coming | latest | past | following | full)) (fiscal | financial | calendar | full | academic) year",
        make: this_fiscal_year,
        hits: &[Example { text: "It will grow in [the current fiscal year].", gives: "2013" }],
        misses: &["The current fiscal gap grew."],
    },
];

/// "Q1", "3Q", "H2" with a year, or where it stands as a date does.
fn short_quarter(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (code, digit) = lexicon::word_value(hit, "c", "quarter_code")?.split_at_checked(1)?;
    let (number, quarterly): (i8, bool) = (digit.parse().ok()?, code == "Q");
    let short = lexicon::digits::<i16>(hit, "z").map(|year| 2000 + year);
    let year = lexicon::digits::<i16>(hit, "y").or(short);
    if let Some(year) = year {
        let period = if quarterly { Period::Quarter { year, quarter: number } } else { Period::Half { year, half: number } };
        return guard::YEARS.contains(&year).then(|| Found::new(hit, Meaning::Fixed(period), 0.95));
    }
    let first = hit.tokens.first();
    let introduced =
        ["in", "for", "during", "since", "through", "by", "until", "of", "from", "to", "and", "this", "its", "last", "late", "early"]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(guard::word_before(hit, first)));
    let described = reading
        .is_any(hit.tokens.end(), &["results", "sales", "earnings", "revenue", "revenues", "profit", "profits", "gdp", "growth", "loss"]);
    let cycle = if quarterly { Cycle::Quarter(number) } else { Cycle::Half(number) };
    (introduced || described).then(|| Found::new(hit, Meaning::Cycle(cycle, Pick::Context), 0.8))
}

fn fiscal_code(hit: &Match<'_>) -> Option<Found> {
    let digits = match hit.words("c") {
        "" => hit.get("y").or(hit.get("z")).map(|at| hit.reading.word(at.first()))?,
        "FY" => return None,
        word => word.strip_prefix("FY").filter(|rest| rest.bytes().all(|b| b.is_ascii_digit()))?,
    };
    let capital = hit.reading.document().words(hit.tokens).starts_with("FY");
    let year: i16 = digits.parse().ok()?;
    let year = if digits.len() == 2 { 2000 + year } else { year };
    (capital && guard::YEARS.contains(&year)).then(|| Found::new(hit, Meaning::Fixed(Period::Year(year)), 0.93))
}

fn fiscal_year(hit: &Match<'_>) -> Option<Found> {
    let year = lexicon::digits::<i16>(hit, "y").filter(|year| guard::YEARS.contains(year))?;
    let counts = hit.reading.phrase_named(hit.tokens.end(), "counted_noun").is_some();
    (!counts).then(|| Found::new(hit, Meaning::Fixed(Period::Year(year)), 0.93))
}

fn this_fiscal_year(hit: &Match<'_>) -> Option<Found> {
    let n = match hit.words("turn").to_ascii_lowercase().as_str() {
        "last" | "previous" | "past" | "latest" => -1,
        "next" | "coming" | "following" => 1,
        _ => 0,
    };
    Some(Found::new(hit, Meaning::Shift { from: Origin::Published, n, unit: Unit::Year }, 0.85))
}
