//! Dates in digits alone. "03/05/2012" is read by the order that other dates of the document must have.

use jiff::civil::Date;

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Found, Meaning, TimeOfDay};
use crate::extract::dates::period::{Clock, Period, Zone};
use crate::rules::{Example, Match, Reading, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "numeric/iso",
        pattern: "y=<d4> ~ s=(\"-\" | \"/\") ~ m=<d2> ~ (\"-\" | \"/\") ~ d=<d2>",
        make: iso,
        hits: &[
            Example { text: "It was posted on [2023-11-04].", gives: "2023-11-04" },
            Example { text: "Logged at [2013-09-12T10:30:05Z] there.", gives: "2013-09-12T10:30:05Z" },
            Example { text: "Logged at [2013-09-12T10:30+03:00].", gives: "2013-09-12T10:30+03:00" },
        ],
        misses: &["They won 2009-10.", "Call 2023-1104-22."],
    },
    Rule {
        name: "numeric/slashed",
        pattern: "a=<d2> ~ s=(\"/\" | \"-\") ~ b=<d2> ~ (\"/\" | \"-\") ~ (y=<d4> | z=<d2>) !(~ (\"/\" | \"-\"))",
        make: slashed,
        hits: &[
            Example { text: "The form of [25/12/2012] was lost.", gives: "2012-12-25" },
            Example { text: "Stamped 25/12/2012 and then [03/05/2013] in blue.", gives: "2013-05-03" },
            Example { text: "The form was signed on [03/05/2012].", gives: "2012-03-05" },
        ],
        misses: &["Call 12-34-5678 now.", "It was 1/2/3."],
    },
    Rule {
        name: "numeric/dotted",
        pattern: "<digits>",
        make: dotted,
        hits: &[Example { text: "The order of [12.05.2013] holds.", gives: "2013-05-12" }],
        misses: &["It grew 12.05 percent.", "See 1.2.3 and 10.20.30.40."],
    },
];

fn iso(hit: &Match<'_>) -> Option<Found> {
    let date = Date::new(lexicon::digits(hit, "y")?, lexicon::digits(hit, "m")?, lexicon::digits(hit, "d")?).ok()?;
    let reading = hit.reading;
    let after = hit.tokens.end();
    if guard::is_glued(reading, after) && reading.is(after, "-") {
        return None;
    }
    let found = Found::new(hit, Meaning::Fixed(Period::Day(date)), 0.98);
    Some(match iso_time(reading, after) {
        Some((clock, end)) => Found { tokens: lexicon::tokens(hit.tokens.first(), end), ..found }.at(TimeOfDay::Clock(clock)),
        None => found,
    })
}

/// "T10:30:05Z" right behind a date: the time, and one past its last token.
fn iso_time(reading: &Reading<'_>, at: usize) -> Option<(Clock, usize)> {
    let hour = reading.word(at).strip_prefix('T').filter(|_| guard::is_glued(reading, at))?.parse().ok().filter(|h| *h < 24)?;
    let part = |at: usize| -> Option<u8> {
        let glued = guard::is_glued(reading, at) && guard::is_glued(reading, at + 1) && reading.is(at, ":");
        let digits = reading.word(at + 1).get(..2).filter(|_| glued)?;
        digits.parse().ok().filter(|n| *n < 60)
    };
    let minute = part(at + 1)?;
    let second = part(at + 3);
    let end = if second.is_some() { at + 5 } else { at + 3 };
    let (zone, end) = iso_zone(reading, end).unwrap_or((Zone::Unsaid, end));
    Some((Clock { hour, minute, second, zone }, end))
}

/// "Z" or "+03:00" right behind a time: the zone, and one past its last token.
fn iso_zone(reading: &Reading<'_>, at: usize) -> Option<(Zone, usize)> {
    let glued = |at| guard::is_glued(reading, at);
    if !glued(at) {
        return None;
    }
    if reading.is(at, "Z") {
        return Some((Zone::Universal, at + 1));
    }
    let sign = if reading.is(at, "+") { 1 } else { -1 };
    let digits = |at: usize| reading.word(at).parse::<i16>().ok().filter(|_| glued(at) && reading.word(at).len() == 2);
    let minutes = digits(at + 1).filter(|hours| *hours < 15)? * 60 + digits(at + 3).filter(|_| reading.is(at + 2, ":"))?;
    reading.is_any(at, &["+", "-"]).then_some((Zone::Ahead(sign * minutes), at + 4))
}

fn slashed(hit: &Match<'_>) -> Option<Found> {
    let (a, b): (i8, i8) = (lexicon::digits(hit, "a")?, lexicon::digits(hit, "b")?);
    let short = lexicon::digits::<i16>(hit, "z").map(|year| if year <= 40 { 2000 + year } else { 1900 + year });
    let year = lexicon::digits::<i16>(hit, "y").or(short)?;
    let hyphens = hit.words("s") == "-";
    let padded = hit.words("z").len() != 1 && !(hyphens && short.is_some());
    let clings = guard::is_glued(hit.reading, hit.tokens.first());
    if !padded || clings || !guard::YEARS.contains(&year) || (a > 12 && b > 12) {
        return None;
    }
    Some(Found::new(hit, Meaning::Numeric { first: a, second: b, year }, 0.85))
}

/// "12.05.2013" and "12.05.13" are one token, the day first.
fn dotted(hit: &Match<'_>) -> Option<Found> {
    let mut parts = hit.reading.word(hit.tokens.first()).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || day.len() > 2 || month.len() != 2 || year.len() != 4 {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    guard::YEARS.contains(&date.year()).then(|| Found::new(hit, Meaning::Fixed(Period::Day(date)), 0.9))
}
