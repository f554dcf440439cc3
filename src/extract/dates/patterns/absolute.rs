//! Dates that name their year, in every order, and years, decades and centuries.

use jiff::civil::Date;

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Found, Meaning};
use crate::extract::dates::mention::TimexMod;
use crate::extract::dates::period::Period;
use crate::rules::{Example, Match, Rule};
use crate::text::TokenRange;

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "absolute/month-day-year",
        pattern: "(w=(@weekday | @weekday_short \".\"?) \",\"?)? m=(@month | @month_short \".\"?) (the)? d=<d2> (~ (st | nd | rd | th))? (\",\" | of)? (y=<d4> | q=(\"'\" | \"’\" | \"‘\") ~ z=<d2>)",
        make: day_month_year,
        hits: &[
            Example { text: "He was born on [March 5, 1946], in Riga.", gives: "1946-03-05" },
            Example { text: "KYIV, [JAN. 27, 2017] - Shelling resumed.", gives: "2017-01-27" },
            Example { text: "It fell on [Saturday, Oct. 13, 2012].", gives: "2012-10-13" },
            Example { text: "It ends on [Feb. 29, 2015].", gives: "2015-02-29" },
        ],
        misses: &["On May 5, 3000 men left.", "In May 2011 it rained."],
    },
    Rule {
        name: "absolute/day-month-year",
        pattern: "(w=(@weekday | @weekday_short \".\"?) \",\"?)? (the)? d=<d2> (~ (st | nd | rd | th))? (day)? (of)? (\"-\")? m=(@month | @month_short \".\"?) (\",\" | \"-\")? (y=<d4> | q=(\"'\" | \"’\") ~ z=<d2>)",
        make: day_month_year,
        hits: &[
            Example { text: "The memo of [15 March 2023] was leaked.", gives: "2023-03-15" },
            Example { text: "They met on [the 3rd of May, 2022] in Bern.", gives: "2022-05-03" },
            Example { text: "[Sunday 7th June 2015] was calm.", gives: "2015-06-07" },
        ],
        misses: &["On 40 March 2023 men fell."],
    },
    Rule {
        name: "absolute/month-year",
        pattern: "m=(@month | @month_short \".\"?) (\",\" | of)? y=<d4>",
        make: month_year,
        hits: &[
            Example { text: "They married in [June 1998] and left.", gives: "1998-06" },
            Example { text: "It began in [Sept. 2001].", gives: "2001-09" },
            Example { text: "In [November 2014] gunmen stopped a tram.", gives: "2014-11" },
        ],
        misses: &["They may 2000 times over.", "Gen. March 1500 men."],
    },
    Rule {
        name: "absolute/year",
        pattern: "y=<d4>",
        make: year,
        hits: &[
            Example { text: "The mine closed in [1987].", gives: "1987" },
            Example { text: "The [1995] ban was lifted.", gives: "1995" },
            Example { text: "In [2017] rebels attacked the mill.", gives: "2017" },
            Example { text: "He served (1939-[1945]) in the navy.", gives: "1945" },
        ],
        misses: &["Route 1990 was shut.", "It cost $1999.", "Some 2000 people left.", "Resolution 1701 passed.", "At 1900 GMT it rained."],
    },
    Rule {
        name: "absolute/year-range",
        pattern: "y=<d4> ~ (\"-\" | \"–\" | \"/\") ~ z=<d2> !(~ (\"-\" | \"/\"))",
        make: range_end,
        hits: &[Example { text: "The ruling came in the 2009-[10] season.", gives: "2010" }],
        misses: &["It was signed on 2009-10-12.", "They lost 2009-05."],
    },
    Rule {
        name: "absolute/the-year",
        pattern: "(the)? year y=(c=@spoken_ten (\"-\"? t=@spoken_ten | two) | two thousand u=@spoken_unit? | <d4>)",
        make: the_year,
        hits: &[
            Example { text: "All will be well by [the year 2040].", gives: "2040" },
            Example { text: "It ends in [the year two thousand].", gives: "2000" },
        ],
        misses: &["Last year two men left.", "A year two thousand men left."],
    },
    Rule {
        name: "absolute/spoken-year",
        pattern: "c=(nineteen | eighteen) \"-\"? t=@spoken_ten (\"-\"? u=@spoken_unit)?",
        make: spoken_year,
        hits: &[Example { text: "It began in [nineteen ninety-six], he said.", gives: "1996" }],
        misses: &["Nineteen people, eighteen women."],
    },
    Rule {
        name: "absolute/decade",
        pattern: "(the)? (y=<d4> | q=(\"'\" | \"’\" | \"‘\")? z=<d2>) ~ (s | \"'s\" | \"’s\")",
        make: decade,
        hits: &[
            Example { text: "Much changed in [the 1980s].", gives: "198" },
            Example { text: "It was a band of [the '90s], loud.", gives: "199" },
            Example { text: "He came of age in [the late 1980s].", gives: "198 END" },
        ],
        misses: &["He is in his 50s.", "Temperatures were in the 80s.", "It was 1999's worst storm."],
    },
    Rule {
        name: "absolute/spoken-decade",
        pattern: "the (at=(early | mid | late) \"-\"?)? d=@spoken_decade",
        make: spoken_decade,
        hits: &[
            Example { text: "Trade grew in [the nineties].", gives: "199" },
            Example { text: "It was the fashion of [the late Seventies].", gives: "197 END" },
        ],
        misses: &["She is in her nineties."],
    },
    Rule {
        name: "absolute/century",
        pattern: "(the)? n=(#number | <d2> ~ (st | nd | rd | th)) \"-\"? century",
        make: century,
        hits: &[
            Example { text: "The fort dates from [the 19th century].", gives: "18" },
            Example { text: "It is [the twenty-first century] now.", gives: "20" },
        ],
        misses: &["It took half a century.", "The 21st Century Lantern shone.", "He batted for 3 century partners."],
    },
];

fn full_year(hit: &Match<'_>) -> Option<i16> {
    if let Some(year) = lexicon::digits::<i16>(hit, "y") {
        return guard::YEARS.contains(&year).then_some(year);
    }
    let short: i16 = lexicon::digits(hit, "z")?;
    Some(if short <= 40 { 2000 + short } else { 1900 + short })
}

fn day_month_year(hit: &Match<'_>) -> Option<Found> {
    let (year, month) = (full_year(hit)?, lexicon::month(hit, "m")?);
    let day: i8 = lexicon::digits(hit, "d").filter(|day| (1..=31).contains(day))?;
    let end = hit.tokens.end();
    let counts =
        lexicon::has(hit, "y") && hit.reading.phrase_named(end, "counted_noun").is_some() && end < hit.reading.sentence(end - 1).end();
    if counts {
        return None;
    }
    Some(match Date::new(year, month, day) {
        Ok(date) => Found::new(hit, Meaning::Fixed(Period::Day(date)), 0.98),
        Err(_) => Found::new(hit, Meaning::NoSuchDay { year, month, day }, 0.9),
    })
}

fn month_year(hit: &Match<'_>) -> Option<Found> {
    let year = full_year(hit)?;
    let first = hit.tokens.first();
    let verb = !guard::is_capital(hit.reading, first) && !guard::is_introduced(hit, first);
    let named = guard::is_capital(hit.reading, first.wrapping_sub(1))
        && !guard::is_introduced(hit, first)
        && !guard::word_before(hit, first).is_empty()
        || guard::word_before(hit, first) == ".";
    let end = hit.tokens.end();
    let counts = hit.reading.phrase_named(end, "counted_noun").is_some() && end < hit.reading.sentence(end - 1).end();
    // "In May 2011 gunmen": nobody counts so many of them.
    let counts = counts && !(guard::is_introduced(hit, first) && (1900..=2059).contains(&year));
    (!verb && !named && !counts).then_some(())?;
    Some(Found::new(hit, Meaning::Fixed(Period::Month { year, month: lexicon::month(hit, "m")? }), 0.97))
}

fn year(hit: &Match<'_>) -> Option<Found> {
    let at = hit.tokens.first();
    if !guard::is_year(hit, at) || super::clock::is_military(hit, at) {
        return None;
    }
    let year = full_year(hit)?;
    let confidence = match (guard::is_introduced(hit, at), (1900..=2059).contains(&year)) {
        (true, true) => 0.95,
        (false, true) => 0.8,
        (true, false) => 0.7,
        (false, false) => 0.4,
    };
    Some(Found::new(hit, Meaning::Fixed(Period::Year(year)), confidence))
}

fn range_end(hit: &Match<'_>) -> Option<Found> {
    let year = full_year(hit)?;
    let last: i16 = lexicon::digits(hit, "z")?;
    let end = year - year % 100 + last;
    let end = if end < year { end + 100 } else { end };
    let near = (1..=30).contains(&(end - year)) && guard::is_year(hit, hit.tokens.first()) && (1800..=2059).contains(&year);
    near.then(|| Found::new(hit, Meaning::Fixed(Period::Year(end)), 0.85).over(last_token(hit)))
}

fn last_token(hit: &Match<'_>) -> TokenRange {
    TokenRange::new(hit.tokens.end() - 1, hit.tokens.end())
}

fn the_year(hit: &Match<'_>) -> Option<Found> {
    let words = hit.get("y")?;
    let introduced = hit.reading.is(hit.tokens.first(), "the");
    if !introduced {
        return None;
    }
    let year = match hit.reading.word(words.first()).parse::<i16>() {
        Ok(year) => Some(year),
        Err(_) if words.len() >= 2 && hit.reading.is(words.first() + 1, "thousand") => {
            Some(2000 + lexicon::word_value(hit, "u", "spoken_unit").and_then(|u| u.parse().ok()).unwrap_or(0))
        }
        Err(_) => {
            let century: i16 = lexicon::word_value(hit, "c", "spoken_ten")?.parse().ok()?;
            Some(century * 100 + lexicon::word_value(hit, "t", "spoken_ten")?.parse::<i16>().ok()?)
        }
    }?;
    guard::YEARS.contains(&year).then(|| Found::new(hit, Meaning::Fixed(Period::Year(year)), 0.95))
}

fn spoken_year(hit: &Match<'_>) -> Option<Found> {
    let century = if hit.words("c").eq_ignore_ascii_case("nineteen") { 1900 } else { 1800 };
    let tens: i16 = lexicon::word_value(hit, "t", "spoken_ten")?.parse().ok()?;
    let unit: i16 = lexicon::word_value(hit, "u", "spoken_unit").and_then(|u| u.parse().ok()).unwrap_or(0);
    (tens >= 20 || unit == 0).then(|| Found::new(hit, Meaning::Fixed(Period::Year(century + tens + unit)), 0.9))
}

fn decade(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let possessive = reading.word(hit.tokens.end() - 1).len() > 1;
    let article = reading.is(hit.tokens.first(), "the");
    if let Some(year) = lexicon::digits::<i16>(hit, "y") {
        let followed = guard::is_capital(reading, hit.tokens.end())
            || reading.token(hit.tokens.end()).is_some_and(|t| t.case == crate::text::Case::Lower);
        let ok = guard::YEARS.contains(&year) && year % 10 == 0 && !(possessive && !article && followed);
        return ok.then(|| Found::new(hit, Meaning::Fixed(Period::Decade(year / 10)), 0.95));
    }
    // "the '90s", "the 60s"; but "temperatures in the 80s".
    let short: i16 = lexicon::digits(hit, "z").filter(|n| n % 10 == 0 && *n <= 90)?;
    let quoted = lexicon::has(hit, "q");
    let sentence = reading.sentence(hit.tokens.first());
    let weather = (sentence.first().max(hit.tokens.first().saturating_sub(12))..hit.tokens.first())
        .any(|at| reading.is_any(at, &["temperatures", "temperature", "highs", "lows", "their", "his", "her", "degrees", "weather"]));
    let position = guard::is_introduced(hit, hit.tokens.first());
    if !(quoted || (article || position) && short >= 20 && !weather) || reading.word(hit.tokens.end() - 2).len() != 2 {
        return None;
    }
    let decade = if short < 20 { 200 + short / 10 } else { 190 + short / 10 };
    Some(Found::new(hit, Meaning::Fixed(Period::Decade(decade)), if quoted { 0.9 } else { 0.7 }))
}

fn spoken_decade(hit: &Match<'_>) -> Option<Found> {
    let decade: i16 = lexicon::word_value(hit, "d", "spoken_decade")?.parse().ok()?;
    let at = match hit.words("at").to_ascii_lowercase().as_str() {
        "early" => Some(TimexMod::Start),
        "mid" => Some(TimexMod::Mid),
        "late" => Some(TimexMod::End),
        _ => None,
    };
    Some(Found::new(hit, Meaning::Fixed(Period::Decade(190 + decade)), 0.75).with(at))
}

fn century(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let at = hit.get("n")?.first();
    let ordinal = reading.quantity(at).filter(|q| q.kind == crate::rules::QuantityKind::Ordinal).and_then(|q| q.best);
    #[allow(clippy::cast_possible_truncation)]
    let number = ordinal.map(|n| n as i16).or_else(|| (hit.get("n")?.len() > 1).then(|| lexicon::digits::<i16>(hit, "n")).flatten())?;
    let end = hit.tokens.end();
    let named = guard::is_capital(reading, end - 1) && guard::is_capital(reading, end) && !guard::is_shouting(reading, at);
    let past = reading.is_any(end, &["ago", "earlier"]) || named;
    ((2..=30).contains(&number) && !past).then(|| Found::new(hit, Meaning::Fixed(Period::Century(number - 1)), 0.93))
}
