//! What is counted from the article's date: "yesterday", "last week", "two years ago".

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Found, Meaning, Origin, TimeOfDay};
use crate::extract::dates::period::{Part, Unit};
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "deictic/today",
        pattern: "w=(today | tonight | yesterday | tomorrow | yesteryear)",
        make: today,
        hits: &[
            Example { text: "He left [yesterday].", gives: "2013-09-11" },
            Example { text: "She will speak [tomorrow].", gives: "2013-09-13" },
            Example { text: "They meet [tonight].", gives: "2013-09-12TNI" },
        ],
        misses: &["USA Today said so.", "The Tonight Show went on.", "She told the “Today” programme so."],
    },
    Rule {
        name: "deictic/day-after-tomorrow",
        pattern: "(the)? day w=(after tomorrow | before yesterday)",
        make: day_after_tomorrow,
        hits: &[
            Example { text: "It will be signed [the day after tomorrow].", gives: "2013-09-14" },
            Example { text: "It began [the day before yesterday].", gives: "2013-09-10" },
        ],
        misses: &["The day after, it rained.", "She liked The Day After Tomorrow best."],
    },
    Rule {
        name: "deictic/last-night",
        pattern: "w=(last night | this morning | this afternoon | this evening | tomorrow morning | overnight | last evening)",
        make: last_night,
        hits: &[
            Example { text: "A car bomb went off [last night].", gives: "2013-09-11TNI" },
            Example { text: "He fled [early this morning].", gives: "2013-09-12TMO START" },
        ],
        misses: &["The overnight train was late.", "It was her last nightmare."],
    },
    Rule {
        name: "deictic/last-week",
        pattern: "(the)? turn=(this past | this coming | last | next | this | coming | current | past | present | latest) u=@time_unit",
        make: last_week,
        hits: &[
            Example { text: "Aid arrived [last week].", gives: "2013-W36" },
            Example { text: "The army said [earlier this week] it had left.", gives: "2013-W37 START" },
            Example { text: "The panel will meet [next month].", gives: "2013-10" },
            Example { text: "The minister quit [late last year].", gives: "2012 END" },
        ],
        misses: &["This second bomb killed two.", "He came last minute.", "This hour of need came."],
    },
    Rule {
        name: "deictic/ago",
        pattern: "(n=(#number | <digits> | @spoken_unit) (of)? | (about | nearly | almost | over | around | more than | less than | just over)? a=(a | an)) (u=@time_unit | u=@time_units) (half=(and a half))? (or so)? ago",
        make: ago,
        hits: &[
            Example { text: "The truce broke down [two years ago].", gives: "2011" },
            Example { text: "It was retaken [five months ago].", gives: "2013-04" },
            Example { text: "He vanished [about three weeks ago].", gives: "2013-W34 APPROX" },
            Example { text: "It was bought [a decade ago].", gives: "2003" },
            Example { text: "He left [a decade and a half ago].", gives: "1998" },
        ],
        misses: &["It happened years ago."],
    },
    Rule {
        name: "deictic/half-century-ago",
        pattern: "(more than | less than | over | nearly | almost | about)? (a)? (half | part=quarter) (a | of a)? \"-\"? century ago",
        make: half_century_ago,
        hits: &[
            Example { text: "It was built [half a century ago].", gives: "1963" },
            Example { text: "They wed [more than a quarter century ago].", gives: "1988" },
        ],
        misses: &["It took half a century."],
    },
    Rule {
        name: "deictic/long-ago",
        pattern: "(n=#number (of)?)? u=@time_units ago | not long ago | long ago",
        make: long_ago,
        hits: &[Example { text: "He had left [years ago].", gives: "PAST_REF" }],
        misses: &["Two years ago he left.", "Years passed."],
    },
];

fn shift(n: i64, unit: Unit) -> Meaning {
    Meaning::Shift { from: Origin::Published, n, unit }
}

fn today(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let capital = guard::is_capital(reading, at) && !guard::is_shouting(reading, at);
    let opens = at == reading.sentence(at).first() || ["\"", "“", "``", "'", "‘", "("].contains(&guard::word_before(hit, at));
    let quoted = reading.is_any(at + 1, &["\"", "”", "''"]) && guard::is_glued(reading, at + 1);
    let title = capital && (quoted || hit.words("w").eq_ignore_ascii_case("tonight") && guard::is_capital(reading, at + 1));
    if capital && !opens || title {
        return None;
    }
    let word = hit.words("w");
    Some(match word.to_ascii_lowercase().as_str() {
        "today" => Found::new(hit, shift(0, Unit::Day), 0.93),
        "tonight" => Found::new(hit, shift(0, Unit::Day), 0.93).at(TimeOfDay::Part(Part::Night)),
        "yesterday" => Found::new(hit, shift(-1, Unit::Day), 0.96),
        "tomorrow" => Found::new(hit, shift(1, Unit::Day), 0.92),
        _ => return None,
    })
}

fn day_after_tomorrow(hit: &Match<'_>) -> Option<Found> {
    let n = if hit.reading.is(hit.tokens.end() - 1, "tomorrow") { 2 } else { -2 };
    let title = guard::is_capital(hit.reading, hit.tokens.end() - 1) && !guard::is_shouting(hit.reading, hit.tokens.first());
    (!title).then(|| Found::new(hit, shift(n, Unit::Day), 0.95))
}

fn last_night(hit: &Match<'_>) -> Option<Found> {
    let word = hit.words("w").to_ascii_lowercase();
    let noun = word == "overnight"
        && hit
            .reading
            .is_any(hit.tokens.end(), &["train", "stay", "flight", "bus", "success", "bag", "curfew", "trip", "rates", "rate", "visit"]);
    let (n, part, confidence) = match word.as_str() {
        "last night" => (-1, Part::Night, 0.93),
        "last evening" => (-1, Part::Evening, 0.9),
        "this morning" => (0, Part::Morning, 0.95),
        "this afternoon" => (0, Part::Afternoon, 0.95),
        "this evening" => (0, Part::Evening, 0.95),
        "tomorrow morning" => (1, Part::Morning, 0.93),
        _ => (0, Part::Night, 0.55),
    };
    (!noun).then(|| Found::new(hit, shift(n, Unit::Day), confidence).at(TimeOfDay::Part(part)))
}

fn last_week(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let turn = hit.words("turn").to_ascii_lowercase();
    let article = hit.reading.is(hit.tokens.first(), "the");
    let fine = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend);
    let day = unit == Unit::Day && (turn != "this" || hit.reading.is_any(hit.tokens.end(), &["'s", "and"]));
    let last = hit.tokens.end() - 1;
    let night = hit.reading.is(last, "night") || (guard::is_capital(hit.reading, last) && !guard::is_shouting(hit.reading, last));
    let compound = guard::is_glued(hit.reading, last + 1) && hit.reading.is(last + 1, "-");
    if compound || fine || day || night || times > 1.0 {
        return None;
    }
    // "over the last week" is a length, "the next week" comes after what was spoken of: other rules find them.
    let (n, confidence) = match (turn.as_str(), article) {
        ("last" | "past" | "next" | "coming", true) => return None,
        ("latest", _) if unit == Unit::Quarter => return None,
        ("coming" | "past", false) => return None,
        ("last" | "this past" | "latest", _) => (-1, 0.95),
        ("next" | "this coming", _) => (1, 0.94),
        _ => (0, 0.93),
    };
    Some(Found::new(hit, shift(n, unit), confidence))
}

fn ago(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    if unit < Unit::Day {
        return None;
    }
    let (count, modifier) = super::count::count(hit)?;
    let crate::extract::dates::meaning::Count::Number(number) = count else { return None };
    let number = (number + if lexicon::has(hit, "half") { 0.5 } else { 0.0 }) * times;
    // "two and a half years ago" is so many months ago.
    let (number, unit) = match unit {
        Unit::Year if number.fract() != 0.0 => (number * 12.0, Unit::Month),
        Unit::Decade => (number * 10.0, Unit::Year),
        _ => (number, unit),
    };
    #[allow(clippy::cast_possible_truncation)]
    let n = -(number.round() as i64);
    let meaning =
        if unit == Unit::Year && n == -1 { Meaning::Like { from: Origin::Published, years: 1, unit: None } } else { shift(n, unit) };
    let first = super::count::first_token(hit);
    Some(Found::new(hit, meaning, 0.9).with(modifier).over(lexicon::tokens(first, hit.tokens.end())))
}

fn half_century_ago(hit: &Match<'_>) -> Option<Found> {
    let years = if lexicon::has(hit, "part") { 25 } else { 50 };
    Some(Found::new(hit, shift(-years, Unit::Year), 0.88))
}

fn long_ago(hit: &Match<'_>) -> Option<Found> {
    let vague = !lexicon::has(hit, "n") || hit.quantity("n").is_some_and(|q| q.form == crate::rules::QuantityForm::Vague);
    vague.then(|| Found::new(hit, Meaning::Vague("PAST_REF"), 0.7))
}
