//! Holidays and days with a name.

use jiff::civil::Date;

use super::cycle::year_shift;
use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Cycle, Found, Meaning, Pick};
use crate::extract::dates::period::Period;
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "holiday/holiday",
        pattern: "(turn=(last | next | this) | y=<d4>)? h=@holiday (\",\"? (of)? y=<d4> | shift=(last | this | next) year)?",
        make: holiday,
        hits: &[
            Example { text: "Two men were killed on [Christmas Eve].", gives: "2012-12-24" },
            Example { text: "He was last seen on [Thanksgiving].", gives: "2012-11-22" },
            Example { text: "They were attacked on [Easter Sunday].", gives: "2013-03-31" },
            Example { text: "He said so in a [2007 Easter] address.", gives: "2007-04-08" },
            Example { text: "The party will meet after [Labor Day 2014].", gives: "2014-09-01" },
            Example { text: "The fast ends with [Eid al-Adha 2013].", gives: "2013-10-15" },
        ],
        misses: &["He sold Christmas trees.", "The Easter Rising failed.", "Easter Island is far."],
    },
    Rule {
        name: "holiday/named-day",
        pattern: "d=@named_day",
        make: named_day,
        hits: &[Example { text: "The law came after the [9/11] attacks.", gives: "2001-09-11" }],
        misses: &["He scored 9/110."],
    },
    Rule {
        name: "holiday/september-11",
        pattern: "m=(@month | @month_short \".\"?) d=<d2> !(\",\" <d4>) (terrorist | terror | suicide | \"al-Qaeda\")? w=(attacks | attack | hijackings | hijackers | commission)",
        make: september_11,
        hits: &[Example { text: "It was set up after the [Sept. 11] attacks.", gives: "2001-09-11" }],
        misses: &["The Aug. 3 attacks killed two."],
    },
];

fn holiday(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let end = hit.tokens.end();
    let inside = end < reading.sentence(end - 1).end();
    let dated = lexicon::has(hit, "y") || lexicon::has(hit, "shift");
    let noun = inside
        && !dated
        && (reading.is_any(
            end,
            &[
                "trees",
                "tree",
                "cards",
                "card",
                "party",
                "gifts",
                "gift",
                "carols",
                "carol",
                "presents",
                "shopping",
                "shoppers",
                "lights",
                "dinner",
                "songs",
                "song",
                "eggs",
                "egg",
                "bunny",
                "parade",
                "holiday",
                "holidays",
                "season",
                "sales",
                "market",
                "markets",
                "message",
                "story",
                "bonus",
                "decorations",
                "turkey",
                "break",
                "vacation",
                "island",
                "rising",
                "pageant",
                "sermon",
                "mass",
                "Mass",
                "miracle",
                "special",
            ],
        ) || guard::is_capital(reading, end)
            && reading.phrase_named(end, "weekday").is_none()
            && reading.phrase_named(end, "month").is_none());
    if noun {
        return None;
    }
    let named = guard::word_before(hit, hit.tokens.first());
    let part = ["Father", "Mount", "of the"].contains(&named);
    let pick = match (lexicon::digits::<i16>(hit, "y"), hit.get("shift"), hit.words("turn").to_ascii_lowercase().as_str()) {
        (Some(year), ..) if guard::YEARS.contains(&year) => Pick::Year(year),
        (Some(_), ..) => return None,
        (_, Some(_), _) => Pick::YearShift(shifted(hit)),
        (_, _, "last") => Pick::Last,
        (_, _, "next") => Pick::Next,
        (_, _, "this") => Pick::YearShift(year_shift(hit)),
        _ => Pick::Context,
    };
    let rule = lexicon::holiday(hit, "h")?;
    (!part).then(|| Found::new(hit, Meaning::Cycle(Cycle::Holiday(rule), pick), 0.82))
}

fn shifted(hit: &Match<'_>) -> i64 {
    match hit.words("shift").to_ascii_lowercase().as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    }
}

fn named_day(hit: &Match<'_>) -> Option<Found> {
    let date: Date = lexicon::word_value(hit, "d", "named_day")?.parse().ok()?;
    let glued = guard::is_glued(hit.reading, hit.tokens.end())
        && hit.reading.token(hit.tokens.end()).is_some_and(|t| t.kind == crate::text::TokenKind::Number);
    (!glued).then(|| Found::new(hit, Meaning::Fixed(Period::Day(date)), 0.92))
}

/// The attacks of 2001, whatever the year of the article.
fn september_11(hit: &Match<'_>) -> Option<Found> {
    let that_day = lexicon::month(hit, "m") == Some(9) && lexicon::digits::<i8>(hit, "d") == Some(11);
    let date = Date::new(2001, 9, 11).ok().filter(|_| that_day)?;
    let tokens = lexicon::tokens(hit.tokens.first(), hit.get("d")?.end());
    Some(Found::new(hit, Meaning::Fixed(Period::Day(date)), 0.9).over(tokens))
}
