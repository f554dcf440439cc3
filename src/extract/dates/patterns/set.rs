//! What recurs: "every Friday", "daily", "twice a week".

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Count, Found, Meaning};
use crate::extract::dates::period::Unit;
use crate::extract::dates::resolve::length_value;
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "set/every-unit",
        pattern: "(once | twice)? (every | each) (other | single | second)? (n=#number | n=<digits>)? (u=@time_unit | u=@time_units)",
        make: every_unit,
        hits: &[
            Example { text: "Thousands flee [each year].", gives: "SET P1Y" },
            Example { text: "They meet [every two weeks].", gives: "SET P2W" },
            Example { text: "It opens [every other day].", gives: "SET P2D" },
            Example { text: "It is held [once every four years].", gives: "SET P4Y" },
            Example { text: "It happens [every few months].", gives: "SET PXM" },
        ],
        misses: &["Every second man fell.", "Each had a year."],
    },
    Rule {
        name: "set/every-weekday",
        pattern: "(every other | every | each) (w=@weekday p=@day_part? | m=@month | s=@season | p=@day_part | e=weekend | e=weekday)",
        make: every_weekday,
        hits: &[
            Example { text: "The panel meets [every Friday].", gives: "SET XXXX-WXX-5" },
            Example { text: "It is held [each July].", gives: "SET XXXX-07" },
        ],
        misses: &["Each may come."],
    },
    Rule {
        name: "set/weekday-of-month",
        pattern: "(on)? (the)? n=(#number | last) w=@weekday (of | in) (every | each) month",
        make: weekday_of_month,
        hits: &[Example { text: "The council sits on [the first Tuesday of every month].", gives: "SET P1M" }],
        misses: &["He came on the first Tuesday of June."],
    },
    Rule {
        name: "set/weekdays",
        pattern: "w=@weekdays p=@day_part?",
        make: weekdays,
        hits: &[Example { text: "The market opens on [Sundays].", gives: "SET XXXX-WXX-7" }],
        misses: &["Happy Mondays Live sang."],
    },
    Rule {
        name: "set/weekday-nights",
        pattern: "w=@weekday p=(mornings | afternoons | evenings | nights)",
        make: weekdays,
        hits: &[Example { text: "They play on [Tuesday nights].", gives: "SET XXXX-WXX-2TNI" }],
        misses: &["On Tuesday night it rained."],
    },
    Rule {
        name: "set/daily",
        pattern: "w=@set_word",
        make: daily,
        hits: &[
            Example { text: "Rockets are fired [daily].", gives: "SET P1D" },
            Example { text: "Trains run to Marlow [daily at noon].", gives: "SET XXXX-XX-XXT12:00" },
        ],
        misses: &[
            "The Daily Herald said so.",
            "He read a Weekly.",
            "The Lantern daily made it public.",
            "A local daily reported it.",
            "It stood in Osei's Lantern daily.",
        ],
    },
    Rule {
        name: "set/times-a-unit",
        pattern: "(once | twice | (n=#number | several | many | n=<digits>) (times | @time_units)) (a | an | each | every | per) u=@time_unit",
        make: times_a_unit,
        hits: &[
            Example { text: "He calls [twice a week].", gives: "SET P1W" },
            Example { text: "He eats [three times a day].", gives: "SET P1D" },
            Example { text: "The shop is open [six days a week].", gives: "SET P1W" },
        ],
        misses: &["Three times he fell in a year."],
    },
    Rule {
        name: "set/a-unit",
        pattern: "(a | an | per) u=@time_unit",
        make: a_unit,
        hits: &[
            Example { text: "It costs $2 million [a year] to run.", gives: "SET P1Y" },
            Example { text: "They earn $90 [per month].", gives: "SET P1M" },
            Example { text: "Some 40 to 60 [a month] come from abroad.", gives: "SET P1M" },
        ],
        misses: &["He left for a year.", "Two hundred left a week ago.", "The storm blew at 90 miles per hour."],
    },
];

fn code(unit: Unit, n: f64) -> Option<String> {
    length_value(Count::Number(n), unit)
}

fn set(hit: &Match<'_>, value: String, confidence: f32) -> Found {
    Found::new(hit, Meaning::Set(value), confidence)
}

fn every_unit(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, times) = lexicon::unit(hit, "u")?;
    let n = match hit.get("n") {
        Some(_) => match super::count::count(hit)?.0 {
            Count::Number(n) => n,
            Count::Vague => return Some(set(hit, length_value(Count::Vague, unit)?, 0.85)),
        },
        None if hit.tokens.iter().skip(1).any(|at| reading.is(at, "other")) => 2.0,
        None if reading.is(hit.tokens.first() + 1, "second") && hit.tokens.len() > 2 => 2.0,
        None => 1.0,
    };
    let first = hit.tokens.first();
    let small =
        unit < Unit::Minute && !reading.is(first + 1, "second") || reading.is_any(hit.tokens.end(), &["of"]) && reading.is(first, "each");
    (!small && unit != Unit::Weekend && unit != Unit::Second).then_some(())?;
    Some(set(hit, code(unit, n * times)?, 0.9))
}

fn every_weekday(hit: &Match<'_>) -> Option<Found> {
    let part = lexicon::part(hit, "p").map_or(String::new(), |part| format!("T{}", part.code()));
    let value = if lexicon::has(hit, "w") {
        format!("XXXX-WXX-{}{part}", lexicon::weekday(hit, "w")?.to_monday_one_offset())
    } else if lexicon::has(hit, "m") {
        format!("XXXX-{:02}", lexicon::month(hit, "m")?)
    } else if lexicon::has(hit, "s") {
        format!("XXXX-{}", lexicon::season(hit, "s")?.code())
    } else if hit.words("e").eq_ignore_ascii_case("weekend") {
        "XXXX-WXX-WE".into()
    } else if lexicon::has(hit, "e") {
        "P1D".into()
    } else {
        format!("XXXX-XX-XX{part}")
    };
    Some(set(hit, value, 0.9))
}

fn weekday_of_month(hit: &Match<'_>) -> Option<Found> {
    let ordinal = hit.quantity("n").is_none_or(|q| q.kind == crate::rules::QuantityKind::Ordinal);
    let first = hit.tokens.first() + usize::from(hit.reading.is(hit.tokens.first(), "on"));
    ordinal.then(|| Some(set(hit, code(Unit::Month, 1.0)?, 0.85).over(lexicon::tokens(first, hit.tokens.end()))))?
}

fn weekdays(hit: &Match<'_>) -> Option<Found> {
    let end = hit.tokens.end();
    let name = guard::is_capital(hit.reading, end)
        && end < hit.reading.sentence(end - 1).end()
        && hit.reading.phrase_named(end, "weekdays").is_none();
    let plural = !hit.words("p").is_empty() || !lexicon::has(hit, "p");
    let part = lexicon::part(hit, "p").map_or(String::new(), |part| format!("T{}", part.code()));
    let value = format!("XXXX-WXX-{}{part}", lexicon::weekday(hit, "w")?.to_monday_one_offset());
    (plural && !name).then(|| set(hit, value, 0.85))
}

fn daily(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let title = guard::is_capital(reading, at)
        && (at != reading.sentence(at).first() || guard::is_capital(reading, at + 1))
        && !guard::is_shouting(reading, at);
    let newspaper = reading.is_any(at + 1, &["newspaper", "paper", "magazine", "tabloid", "'s", "."])
        && guard::is_capital(reading, at.wrapping_sub(1))
        || guard::is_glued(reading, at) && reading.is(at.wrapping_sub(1), "-");
    let paper = reading.is_any(at + 1, &["newspaper", "paper", "magazine", "tabloid"]);
    (!title && !newspaper && !paper && !is_newspaper(hit)).then_some(())?;
    Some(set(hit, lexicon::word_value(hit, "w", "set_word")?.to_owned(), 0.75))
}

/// "Lantern daily made public", "a local daily": the word names a newspaper, as no verb stands before it.
fn is_newspaper(hit: &Match<'_>) -> bool {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let sentence = reading.sentence(at);
    let class = |at: usize, name: &str| reading.phrase_named(at, name).is_some();
    let within = |at: usize| at > sentence.first();
    let next = hit.tokens.end();
    // "daily reported", "daily, citing", "daily's", and the end of what it stands in
    let ends = next >= sentence.end()
        || class(next, "speech")
        || class(next, "auxiliary")
        || class(next, "modal")
        || class(next, "preposition")
        || reading.phrase_named(next, "verb").is_some_and(|p| reading.column(p, "form").contains("past"))
        || reading.is_any(next, &[",", ".", "that", "and", "'s", "’s"]);
    if !within(at) || !ends {
        return false;
    }
    let before = at - 1;
    let name = guard::is_capital(reading, before)
        && !guard::is_shouting(reading, before)
        && !class(before, "pronoun")
        && !class(before, "weekday")
        && (next < sentence.end() && (class(next, "speech") || class(next, "auxiliary") || reading.phrase_named(next, "verb").is_some())
            || (before.saturating_sub(3).max(sentence.first())..before)
                .any(|at| class(at, "determiner") || reading.is_any(at, &["'s", "’s"])));
    // "the daily", "a local daily", "an English-language daily"
    let adjective =
        reading.is_any(before, &["the", "local", "national", "language", "leading", "largest", "state", "business", "financial"]);
    let from = before.saturating_sub(4).max(sentence.first());
    name || adjective && (from..=before).any(|at| reading.is_any(at, &["a", "an", "the"]))
}

fn times_a_unit(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    Some(set(hit, code(unit, times)?, 0.88))
}

/// "$5 a year", "40 barrels a day": behind a price or a count.
fn a_unit(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, times) = lexicon::unit(hit, "u").filter(|(unit, _)| *unit >= Unit::Hour && *unit != Unit::Weekend)?;
    let first = hit.tokens.first();
    let speed = unit == Unit::Hour && reading.is(first, "per");
    let sentence = reading.sentence(first);
    let near = first.saturating_sub(3).max(sentence.first())..first;
    let money = near.clone().any(|at| {
        reading.quantity(at).is_some_and(|q| matches!(q.kind, crate::rules::QuantityKind::Money | crate::rules::QuantityKind::Percent))
    });
    let noun = reading.word(first.wrapping_sub(1)).ends_with('s')
        && first > sentence.first() + 1
        && reading.quantity(first - 2).is_some_and(|q| q.kind == crate::rules::QuantityKind::Cardinal && q.core.end() == first - 1);
    let counted = reading.word(first.wrapping_sub(1)).ends_with('s')
        && (first.saturating_sub(5).max(sentence.first())..first)
            .any(|at| reading.quantity(at).is_some_and(|q| q.kind == crate::rules::QuantityKind::Cardinal))
        && (first.saturating_sub(4).max(sentence.first())..first)
            .all(|at| !reading.is_any(at, &["for", "in", "after", "within", ",", "and"]));
    let units = noun && reading.phrase_named(first - 1, "time_units").is_some();
    // "40 to 60 a month"
    let number = first > sentence.first()
        && reading.word(first - 1).len() != 4
        && reading.quantity(first - 1).is_some_and(|q| q.kind == crate::rules::QuantityKind::Cardinal && q.core.end() == first);
    let end = hit.tokens.end();
    let ago = reading.is_any(end, &["ago", "earlier", "later", "before", "after", "old"])
        || reading.is(end, "from") && reading.is_any(end + 1, &["now", "today"]);
    ((number || money || noun || counted || units) && !ago && !speed).then_some(())?;
    Some(set(hit, code(unit, times)?, 0.8))
}
