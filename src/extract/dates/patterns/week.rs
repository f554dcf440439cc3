//! Weekends, and weeks named by a day of theirs.

use super::cycle::pick;
use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Cycle, Found, Meaning, Origin, Pick};
use crate::extract::dates::period::Unit;
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "cycle/weekend",
        pattern: "(turn=(this past | this coming | last | next | this | coming | past) | the (turn=(past | coming | previous | following | next | last))?) weekend",
        make: weekend,
        hits: &[
            Example { text: "Dozens were hurt over [the weekend].", gives: "2013-W36-WE" },
            Example { text: "A rally is planned for [this weekend].", gives: "2013-W37-WE" },
        ],
        misses: &["The weekend edition sold out.", "A weekend of rain came."],
    },
    Rule {
        name: "cycle/week-of",
        pattern: "the u=(week | weekend) (of | beginning | ending | starting) (@weekday \",\"?)? (m=(@month | @month_short \".\"?) d=<d2> (~ (st | nd | rd | th))? (~ (\"-\" | \"–\") ~ <d2>)? | (the)? d=<d2> (~ (st | nd | rd | th))? ((\"-\" | \"–\" | to | and) <d2> (~ (st | nd | rd | th))?)? (of)? m=(@month | @month_short \".\"?)) (\",\"? y=<d4>)?",
        make: week_of,
        hits: &[
            Example { text: "The trial is scheduled for [the week of October 7].", gives: "2013-W41" },
            Example { text: "Many marched on [the weekend of 4-5 June 2011].", gives: "2011-W22-WE" },
        ],
        misses: &["The week of rain ended in October 7 miles off."],
    },
    Rule {
        name: "cycle/before-last",
        pattern: "the u=@time_unit w=(before last | after next)",
        make: before_last,
        hits: &[
            Example { text: "The row began [the week before last].", gives: "2013-W35" },
            Example { text: "He will fly [the weekend after next].", gives: "2013-W39-WE" },
        ],
        misses: &["The week before the last vote he left."],
    },
];

fn weekend(hit: &Match<'_>) -> Option<Found> {
    let end = hit.tokens.end();
    let plain = !lexicon::has(hit, "turn");
    let noun = plain && hit.reading.is_any(end, &["edition", "trip", "getaway", "home", "warrior", "house"]);
    (!noun).then(|| Found::new(hit, Meaning::Cycle(Cycle::Weekend, pick(hit)), 0.88))
}

fn week_of(hit: &Match<'_>) -> Option<Found> {
    let (month, day) = (lexicon::month(hit, "m")?, lexicon::digits(hit, "d").filter(|day| (1..=31).contains(day))?);
    let pick = lexicon::digits::<i16>(hit, "y").filter(|year| guard::YEARS.contains(year)).map_or(Pick::Context, Pick::Year);
    let unit = if hit.words("u").eq_ignore_ascii_case("week") { Unit::Week } else { Unit::Weekend };
    Some(Found::new(hit, Meaning::Around { unit, day: Cycle::MonthDay { month, day, weekday: None }, pick }, 0.9))
}

fn before_last(hit: &Match<'_>) -> Option<Found> {
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, times)| *unit >= Unit::Day && *times <= 1.0)?;
    let n = if hit.reading.is(hit.tokens.end() - 1, "next") { 2 } else { -2 };
    let day = unit == Unit::Day;
    (!day).then(|| Found::new(hit, Meaning::Shift { from: Origin::Published, n, unit }, 0.9))
}
