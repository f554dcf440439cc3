//! Times of day: "3:30 p.m.", "0600 GMT", "noon", "in the morning". A date beside them is joined later.

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Found, Meaning, TimeOfDay};
use crate::extract::dates::period::{Clock, Part, Zone};
use crate::rules::{Example, Match, Reading, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "clock/twelve-hours",
        pattern: "h=<digits> (\":\" m=<d2>)? (half=(am | pm | \"a.m.\" | \"p.m.\" | \"a.m\" | \"p.m\" | noon | midnight) \".\"? | half=(in the morning | in the afternoon | in the evening | at night)) (z=@time_zone | @zone_name !(<cap>))?",
        make: twelve_hours,
        hits: &[
            Example { text: "The quake struck at [3:30 p.m. on Saturday].", gives: "2013-09-07T15:30" },
            Example { text: "Voting ends at [6 p.m.]", gives: "2013-09-12T18:00" },
            Example { text: "It went live at [9:00 a.m. Eastern] there.", gives: "2013-09-12T09:00" },
            Example { text: "He will speak at [9 a.m. EST Tuesday].", gives: "2013-09-17T09:00" },
            Example { text: "He rose at [4 in the morning] to pray.", gives: "2013-09-12T04:00" },
        ],
        misses: &["At 13 p.m. it is.", "Some 300 in the morning crowd sang."],
    },
    Rule {
        name: "clock/twenty-four-hours",
        pattern: "h=<d2> ~ \":\" ~ m=<d2> (~ \":\" ~ s=<d2>)? !(~ (\":\" | \".\" <digits>)) (hours | hrs)? z=@time_zone?",
        make: twenty_four_hours,
        hits: &[Example { text: "Sirens sounded at [14:05 GMT] there.", gives: "2013-09-12T14:05Z" }],
        misses: &["He ran it in 2:05:31.77.", "The score was 3:1.", "A ratio of 10:25 held."],
    },
    Rule {
        name: "clock/dotted-hours",
        pattern: "h=<digits> (hours | hrs)? z=@time_zone?",
        make: dotted_hours,
        hits: &[
            Example { text: "The ferry left at [15.30] as planned.", gives: "2013-09-12T15:30" },
            Example { text: "It was shut from [09.15 GMT].", gives: "2013-09-12T09:15Z" },
        ],
        misses: &["The share closed at 15.30, down 2 percent.", "He ran the mile in 12.45.", "It rose by 10.15 points."],
    },
    Rule {
        name: "clock/half-past",
        pattern: "(half past | quarter past | a quarter past | quarter to | a quarter to) h=(#number | <d2>)",
        make: half_past,
        hits: &[
            Example { text: "It was heard at [half past nine].", gives: "2013-09-12T09:30" },
            Example { text: "It was heard at [a quarter to ten].", gives: "2013-09-12T09:45" },
        ],
        misses: &["They cut it by a quarter to 90 dollars."],
    },
    Rule {
        name: "clock/military",
        pattern: "t=<d4> (\"-\"? (hours | hrs) | ~ h)? z=@time_zone?",
        make: military,
        hits: &[
            Example { text: "The truce began at [0600 GMT].", gives: "2013-09-12T06:00Z" },
            Example { text: "Polls close at [2000] (1700 GMT) there.", gives: "2013-09-12T20:00" },
        ],
        misses: &["In 1999 it rained.", "Some 1200 hours were lost."],
    },
    Rule {
        name: "clock/o-clock",
        pattern: "h=(#number | <d2>) (o'clock | \"o’clock\") (half=(in the morning | in the afternoon | in the evening | at night))?",
        make: o_clock,
        hits: &[Example { text: "The gates shut at [nine o'clock].", gives: "2013-09-12T09:00" }],
        misses: &["Nine clocks struck."],
    },
    Rule {
        name: "clock/noon",
        pattern: "w=@clock_word z=@time_zone?",
        make: noon,
        hits: &[
            Example { text: "Sirens sounded shortly after [midnight].", gives: "2013-09-12T00:00" },
            Example { text: "He will land at [noon Saturday].", gives: "2013-09-14T12:00" },
            Example { text: "The offer ends at [midnight Friday].", gives: "2013-09-13T24:00" },
            Example { text: "The truce will expire at [midnight].", gives: "2013-09-12T24:00" },
        ],
        misses: &["The High Noon Saloon burned.", "The midnight sun shone."],
    },
    Rule {
        name: "clock/day-part",
        pattern: "(the)? p=@day_part",
        make: day_part,
        hits: &[
            Example { text: "The blast hit [Monday night].", gives: "2013-09-09TNI" },
            Example { text: "It broke out on [the night of June 3].", gives: "2013-06-03TNI" },
        ],
        misses: &["He worked all night.", "Good morning to all."],
    },
];

fn clock(hour: u8, minute: u8, hit: &Match<'_>) -> Option<TimeOfDay> {
    let universal = lexicon::has(hit, "z") && lexicon::word_value(hit, "z", "time_zone") == Some("Z");
    let zone = if universal { Zone::Universal } else { Zone::Unsaid };
    (hour < 24 && minute < 60 || (hour, minute) == (24, 0)).then_some(TimeOfDay::Clock(Clock { hour, minute, second: None, zone }))
}

fn at(hit: &Match<'_>, time: TimeOfDay, confidence: f32) -> Found {
    // A full stop behind "p.m" that ends the sentence is none of the time.
    Found::new(hit, Meaning::SomeDay, confidence).at(time)
}

fn twelve_hours(hit: &Match<'_>) -> Option<Found> {
    let word = hit.words("h");
    let (hour, minute): (u8, u8) = match word.split_once('.') {
        Some((hour, minute)) if minute.len() == 2 && !lexicon::has(hit, "m") => (hour.parse().ok()?, minute.parse().ok()?),
        Some(_) => return None,
        None => (word.parse().ok()?, lexicon::digits(hit, "m").unwrap_or(0)),
    };
    if !(1..=12).contains(&hour) {
        return None;
    }
    let half = hit.words("half").to_ascii_lowercase();
    let afternoon = half.starts_with('p') || ["afternoon", "evening", "night"].iter().any(|w| half.ends_with(w) && half != "midnight");
    let hour = match (afternoon && half != "noon", hour) {
        (true, 12) => 12,
        (true, hour) => hour + 12,
        (false, 12) if half != "noon" => 0,
        (false, hour) => hour,
    };
    // "6 p.m" at the end of a sentence leaves its last full stop to it.
    let reading = hit.reading;
    let end = hit.tokens.end();
    let stop = reading.is(end - 1, ".");
    let tokens = lexicon::tokens(hit.tokens.first(), end - usize::from(stop));
    Some(at(hit, clock(hour, minute, hit)?, 0.96).over(tokens))
}

fn twenty_four_hours(hit: &Match<'_>) -> Option<Found> {
    let (hour, minute): (u8, u8) = (lexicon::digits(hit, "h")?, lexicon::digits(hit, "m")?);
    let second = lexicon::digits::<u8>(hit, "s").filter(|s| *s < 60);
    let reading = hit.reading;
    let before = guard::word_before(hit, hit.tokens.first()).to_ascii_lowercase();
    let marked = lexicon::has(hit, "z") || reading.is_any(hit.tokens.end() - 1, &["hours", "hrs"]);
    let prepared =
        ["at", "by", "until", "from", "before", "after", "around", "about", "since", "to", "till", "between", "and", "-", "–", ",", "("]
            .contains(&before.as_str());
    let dated = hit.tokens.first() > 0
        && (reading.phrase_named(hit.tokens.first() - 1, "weekday").is_some()
            || reading.word(hit.tokens.first() - 1).parse::<u16>().is_ok_and(|year| year > 1000)
            || reading.is_any(hit.tokens.first().wrapping_sub(2), &["-", "/"])
                && reading.is_any(hit.tokens.first().wrapping_sub(4), &["-", "/"]));
    if hit.words("m").len() != 2 || !(marked || prepared || dated) || (before == "and" || before == "to" || before == "(") && !marked {
        return None;
    }
    let TimeOfDay::Clock(time) = clock(hour, minute, hit)? else { return None };
    Some(at(hit, TimeOfDay::Clock(Clock { second, ..time }), if marked { 0.93 } else { 0.75 }))
}

/// "15.30" is one token; it is a time where a zone or "hours" follows, or "at" stands before it and nothing is priced.
fn dotted_hours(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let first = hit.tokens.first();
    let (hour, minute) = hit.words("h").split_once('.').filter(|(h, m)| (1..=2).contains(&h.len()) && m.len() == 2)?;
    let (whole, hour, minute): (bool, u8, u8) = (hour.len() == 2, hour.parse().ok()?, minute.parse().ok()?);
    let end = hit.tokens.end();
    let marked = hit.tokens.len() > 1 || reading.phrase_named(end, "day_part").is_some();
    let before =
        ["at", "until", "till", "before", "after", "around"].iter().any(|w| guard::word_before(hit, first).eq_ignore_ascii_case(w));
    let counts = ["counted_noun", "percent_word", "currency_word", "currency_mark", "number_scale", "time_units"]
        .iter()
        .any(|class| reading.phrase_named(end, class).is_some());
    let sentence = reading.sentence(first);
    let market = || {
        (first.saturating_sub(12).max(sentence.first())..(end + 8).min(sentence.end())).any(|at| {
            ["percent_word", "currency_word", "currency_mark"].iter().any(|class| reading.phrase_named(at, class).is_some())
                || reading
                    .is_any(at, &["share", "shares", "stock", "index", "points", "%", "closed", "traded", "trading", "score", "average"])
        })
    };
    let bare = || whole && before && !counts && minute % 5 == 0 && !market();
    if hour >= 24 || !(marked || bare()) {
        return None;
    }
    Some(at(hit, clock(hour, minute, hit)?, if marked { 0.93 } else { 0.7 }))
}

fn half_past(hit: &Match<'_>) -> Option<Found> {
    let spoken = hit.quantity("h").filter(|q| q.core.len() == 1).and_then(|q| q.best).filter(|n| (1.0..=12.0).contains(n));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hour = lexicon::digits::<u8>(hit, "h").or(spoken.map(|n| n as u8)).filter(|hour| (1..=12).contains(hour))?;
    let said = |word| (hit.tokens.iter()).any(|at| hit.reading.is(at, word));
    let quantity =
        said("quarter") && ["by", "of", "only"].iter().any(|w| guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case(w));
    let (hour, minute) = match (said("half"), said("past")) {
        (true, _) => (hour, 30),
        (false, true) => (hour, 15),
        (false, false) => ((hour + 10) % 12 + 1, 45),
    };
    let counts = hit.reading.phrase_named(hit.tokens.end(), "counted_noun").is_some()
        || hit.reading.phrase_named(hit.tokens.end(), "currency_word").is_some();
    (!quantity && !counts).then(|| at(hit, TimeOfDay::Clock(Clock { hour, minute, second: None, zone: Zone::Unsaid }), 0.8))
}

/// Whether four digits at token `first` are a time: "at 1900 GMT", "0630 hours".
pub fn is_military(hit: &Match<'_>, first: usize) -> bool {
    let reading = hit.reading;
    let hours =
        reading.is_any(first + 1, &["hours", "hrs", "h"]) || (reading.is(first + 1, "-") && reading.is_any(first + 2, &["hours", "hrs"]));
    let zoned = reading.phrase_named(first + 1, "time_zone").is_some();
    // "at 0600", "at 2000 (1700 GMT)"
    let elsewhere = reading.is(first + 1, "(") && is_clock(reading, first + 2) && reading.phrase_named(first + 3, "time_zone").is_some();
    let padded = reading.word(first).starts_with('0')
        && reading.is_any(first.wrapping_sub(1), &["at", "by", "from", "until", "before", "after", "around", "about", "till"]);
    is_clock(reading, first)
        && (zoned
            || elsewhere
            || padded
            || (hours
                && reading
                    .is_any(first.wrapping_sub(1), &["at", "by", "from", "until", "to", "before", "after", "around", "about", "till"])))
}

fn is_clock(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let part = |range| word.get(range).and_then(|digits: &str| digits.parse::<u8>().ok());
    matches!((part(0..2), part(2..4)), (Some(0..=24), Some(0..=59))) && word.len() == 4
}

fn military(hit: &Match<'_>) -> Option<Found> {
    if !is_military(hit, hit.tokens.first()) {
        return None;
    }
    let word = hit.words("t");
    let (hour, minute) = (word.get(..2)?.parse::<u8>().ok()? % 24, word.get(2..)?.parse().ok()?);
    Some(at(hit, clock(hour, minute, hit)?, 0.95))
}

fn o_clock(hit: &Match<'_>) -> Option<Found> {
    let spoken = hit.quantity("h").and_then(|q| q.best).filter(|n| (1.0..=12.0).contains(n));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hour = lexicon::digits::<u8>(hit, "h").or(spoken.map(|n| n as u8)).filter(|h| (1..=24).contains(h))?;
    let late = lexicon::has(hit, "half") && !hit.words("half").ends_with("morning") && hour < 12;
    let core = hit.quantity("h").map_or(hit.tokens.first(), |q| q.core.first());
    Some(at(hit, clock(if late { hour + 12 } else { hour % 24 }, 0, hit)?, 0.9).over(lexicon::tokens(core, hit.tokens.end())))
}

fn noon(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (first, end) = (hit.tokens.first(), hit.tokens.end());
    let capital = guard::is_capital(reading, first) && first != reading.sentence(first).first() && !guard::is_shouting(reading, first);
    let noun = reading.is_any(end, &["sun", "mass", "deadline", "prayers", "prayer", "oil", "express"])
        || (guard::is_capital(reading, end)
            && reading.phrase_named(end, "weekday").is_none()
            && reading.phrase_named(end, "month").is_none());
    if capital || noun && end < reading.sentence(first).end() {
        return None;
    }
    // "until midnight Friday" ends that day, "shortly after midnight" begins it.
    let midnight = !lexicon::word_value(hit, "w", "clock_word")?.starts_with("12");
    let before = guard::word_before(hit, first);
    let begins = ["after", "past", "since", "from"].iter().any(|w| w.eq_ignore_ascii_case(before));
    let dated =
        end < reading.sentence(first).end() && (reading.phrase_named(end, "weekday").is_some() || reading.is_any(end, &["on", "tonight"]));
    let limit = ["by", "until", "till", "before"].iter().any(|w| w.eq_ignore_ascii_case(before));
    let hour = match (midnight, (dated || limit) && !begins) {
        (false, _) => 12,
        (true, true) => 24,
        (true, false) => 0,
    };
    Some(at(hit, clock(hour, 0, hit)?, 0.85))
}

/// Counts where a date stands beside it, or "in" and "the" before it.
fn day_part(hit: &Match<'_>) -> Option<Found> {
    let end = hit.tokens.end();
    let capital = |at| guard::is_capital(hit.reading, at) && at < hit.reading.sentence(hit.tokens.first()).end();
    if capital(end - 1) && capital(end) && !guard::is_shouting(hit.reading, end - 1) {
        return None;
    }
    let part: Part = lexicon::part(hit, "p")?;
    Some(Found::new(hit, Meaning::SomeDay, 0.6).at(TimeOfDay::Part(part)))
}
