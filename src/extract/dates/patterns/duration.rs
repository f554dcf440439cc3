//! Lengths of time: "three days", "72-hour", "more than a decade", "the past two years", "months-long".

use super::count::{count, first_token};
use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Count, Found, Meaning};
use crate::extract::dates::mention::TimexMod;
use crate::extract::dates::period::Unit;
use crate::rules::{Example, Match, Qualifier, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "duration/number-of-units",
        pattern: "(another | an additional | a further)? (n=#number | n=<digits> | n=@spoken_unit) (more | additional | full | whole | consecutive | straight | long | short | extra | further | or so)? (of)? (u=@time_unit | u=@time_units) (or so | or more | at least)?",
        make: number_of_units,
        hits: &[
            Example { text: "He was held for [two and a half years].", gives: "P2.5Y" },
            Example { text: "The siege went on for [several months].", gives: "PXM" },
            Example { text: "He has ruled for [more than two decades].", gives: "P20Y MORE_THAN" },
            Example { text: "A judge gave him [90 days] in jail.", gives: "P90D" },
            Example { text: "It will take [two more weeks].", gives: "P2W" },
        ],
        misses: &[
            "A man 34 years old fell.",
            "They came in 2 second cars.",
            "The second month began.",
            "One night, while he slept, it fell.",
        ],
    },
    Rule {
        name: "duration/hyphened",
        pattern: "(n=#number | n=<digits> | n=several) \"-\" (plus \"-\")? (u=@time_unit | u=@time_units) (\"-\" long)?",
        make: hyphened,
        hits: &[
            Example { text: "A [72-hour] truce was agreed.", gives: "PT72H" },
            Example { text: "The [three-day] march went on.", gives: "P3D" },
        ],
        misses: &["A 34-year-old man fell.", "Its third-quarter sales fell."],
    },
    Rule {
        name: "duration/mixed-number",
        pattern: "(w=<d2> (\"-\")?)? a=<d2> ~ \"/\" ~ b=<d2> \"-\"? (u=@time_unit | u=@time_units)",
        make: mixed_number,
        hits: &[Example { text: "They lived there for [2 1/2 years].", gives: "P2.5Y" }],
        misses: &["On 9/11 years passed."],
    },
    Rule {
        name: "duration/between",
        pattern: "(between | from) n=(<digits> | @spoken_unit | @spoken_ten) (and | to) (<digits> | @spoken_unit | @spoken_ten) (u=@time_units)",
        make: between,
        hits: &[Example { text: "It could take between [12] and 18 months.", gives: "P12M" }],
        misses: &["Between 12 and 18 men left."],
    },
    Rule {
        name: "duration/one-unit",
        pattern: "q=@number_qualifier? a=(a | an) (full | whole | further | solid | additional)? u=@time_unit (and (a | one) half)? (or so | or more | or two | or less)?",
        make: one_unit,
        hits: &[
            Example { text: "He waited for [a week] there.", gives: "P1W" },
            Example { text: "He has led it for [more than a decade].", gives: "P10Y MORE_THAN" },
            Example { text: "It took [an hour and a half].", gives: "PT1.5H" },
        ],
        misses: &["A second bomb went off.", "He is a year old.", "A minute drop fell.", "It was a day of joy."],
    },
    Rule {
        name: "duration/half-a-unit",
        pattern: "q=@number_qualifier? (a | the (past | last | next))? (half | half \"-\" | part=quarter \"-\"?) (a | an | of a)? u=@time_unit",
        make: half_a_unit,
        hits: &[
            Example { text: "It took [half an hour].", gives: "PT0.5H" },
            Example { text: "Costs rose over [the past quarter century].", gives: "P25Y" },
        ],
        misses: &["Half a dozen men left.", "He worked half days."],
    },
    Rule {
        name: "duration/past-units",
        pattern: "(q=@number_qualifier)? (the | these | those | his | her | its | their | this)? turn=(last | past | next | coming | previous | first | final | following | preceding | opening | remaining | latest) (n=#number | n=<digits> | n=@spoken_unit)? (more)? (of)? (u=@time_units | u=@time_unit) (or so | or two)?",
        make: past_units,
        hits: &[
            Example { text: "At least 40 fell in [the past 24 hours].", gives: "PT24H" },
            Example { text: "Over [the last two years], 300 men have died.", gives: "P2Y" },
            Example { text: "It will open in [the coming weeks].", gives: "PXW" },
            Example { text: "Over [the past decade] it grew.", gives: "P10Y" },
        ],
        misses: &["The last month was cold.", "The first year students came.", "It has to last years."],
    },
    Rule {
        name: "duration/recent-units",
        pattern: "(the)? (most | more)? turn=(recent | coming | past) u=@time_units",
        make: recent_units,
        hits: &[Example { text: "In [recent years], raids have fallen.", gives: "PXY" }],
        misses: &["A recent day was hot."],
    },
    Rule {
        name: "duration/the-nine-months",
        pattern: "the n=(#number | @spoken_unit) u=@time_units",
        make: the_months,
        hits: &[Example { text: "Profit rose in [the nine months] to June.", gives: "P9M" }],
        misses: &["The first months were cold."],
    },
    Rule {
        name: "duration/bare-units",
        pattern: "u=@time_units",
        make: bare_units,
        hits: &[
            Example { text: "The talks dragged on for [months].", gives: "PXM" },
            Example { text: "Police arrived within [minutes].", gives: "PTXM" },
        ],
        misses: &["The minutes of the meeting were lost.", "These days are gone."],
    },
    Rule {
        name: "duration/unit-long",
        pattern: "(u=@time_unit | u=@time_units) \"-\"? long",
        make: unit_long,
        hits: &[
            Example { text: "The [months-long] blockade ended.", gives: "PXM" },
            Example { text: "A [week-long] strike ended.", gives: "P1W" },
        ],
        misses: &["Many years longer it went."],
    },
];

/// Whether the match tells an age: "34-year-old", "34 years old", "aged two years".
fn is_age(hit: &Match<'_>) -> bool {
    let reading = hit.reading;
    let end = hit.tokens.end();
    let old = |at: usize| reading.is_any(at, &["old", "olds"]);
    old(end)
        || (reading.is(end, "-") && old(end + 1))
        || (reading.is(end, "of") && reading.is(end + 1, "age"))
        || guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case("aged")
}

fn length(count: Count, times: f64, unit: Unit) -> Meaning {
    let count = match count {
        Count::Number(number) => Count::Number(number * times),
        Count::Vague => Count::Vague,
    };
    Meaning::Length { count, unit }
}

fn number_of_units(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let (count, modifier) = count(hit)?;
    let at = hit.get("u")?.first();
    let plural = hit.reading.word(at).ends_with('s');
    let night = hit.reading.is_any(at, &["night", "second", "quarter"]) && count != Count::Number(1.0);
    let one = count == Count::Number(1.0);
    let glued = guard::is_glued(hit.reading, at);
    let title = guard::is_capital(hit.reading, at) && !guard::is_shouting(hit.reading, at) && word_is_quoted(hit);
    let spoken = hit.reading.word(hit.get("n")?.first()).starts_with(|c: char| c.is_alphabetic());
    // "three quarters of a point"
    let share = hit.reading.is(at, "quarters")
        && hit.reading.is(hit.tokens.end(), "of")
        && hit.reading.is_any(hit.tokens.end() + 1, &["a", "an", "all"]);
    // "the third raid in as many days"
    let as_many = hit.words("n").eq_ignore_ascii_case("many") && guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case("as");
    if is_age(hit) || share || night || as_many || title || unit == Unit::Weekend || (glued && spoken) {
        return None;
    }
    if one && unit == Unit::Day && is_some_day(hit) {
        return None;
    }
    let last = hit.words("n").eq_ignore_ascii_case("many") && !plural;
    let confidence = match (one, plural) {
        (_, true) => 0.93,
        (true, false) => 0.8,
        (false, false) => 0.75,
    };
    if let Some(upper) = upper_of_between(hit) {
        let meaning = length(Count::Number(upper.1), times, unit);
        return Some(Found::new(hit, meaning, 0.85).over(lexicon::tokens(upper.0, hit.tokens.end())));
    }
    // "follow one another over 14 months"
    let each = guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case("one") && hit.reading.is(hit.tokens.first(), "another");
    let core = hit.quantity("n").map(|quantity| quantity.core.first()).filter(|_| each);
    let first = core.unwrap_or_else(|| first_token(hit));
    let modifier = modifier.filter(|_| !each);
    (!last).then(|| Found::new(hit, length(count, times, unit), confidence).with(modifier).over(lexicon::tokens(first, hit.tokens.end())))
}

/// "One night, while he slept", "she will one day return": some day, where "for one night" is a length.
fn is_some_day(hit: &Match<'_>) -> bool {
    let reading = hit.reading;
    let first = hit.tokens.first();
    let before = guard::word_before(hit, first);
    let length = ["for", "in", "within", "after", "than", "least", "only", "just", "last", "lasted", "about", "of", "by"];
    let hoped = (first.saturating_sub(3).max(reading.sentence(first).first())..first)
        .any(|at| reading.phrase_named(at, "modal").is_some() || reading.is_any(at, &["hope", "hopes", "hoped", "he", "she", "they"]));
    let alone = before.is_empty() || hoped || reading.is(hit.tokens.end() - 1, "night");
    let counted = reading.is_any(hit.tokens.end(), &["of", "before", "after", "earlier"]);
    hit.words("n").eq_ignore_ascii_case("one") && alone && !counted && !length.iter().any(|word| word.eq_ignore_ascii_case(before))
}

/// Whether a quotation mark opens the match: the title of a programme.
fn word_is_quoted(hit: &Match<'_>) -> bool {
    ["\"", "“", "``", "''", "'", "‘"].contains(&guard::word_before(hit, hit.tokens.first()))
}

/// The second number of "between 12 and 18 months", which stands on its own: its token and value.
fn upper_of_between(hit: &Match<'_>) -> Option<(usize, f64)> {
    let quantity = hit.quantity("n").filter(|q| q.qualifier == Qualifier::Range)?;
    let first = quantity.core.first();
    let between = hit.reading.is(quantity.tokens.first(), "between") || (first > 0 && hit.reading.is(first - 1, "between"));
    let link = quantity.core.iter().find(|at| hit.reading.is(*at, "and")).filter(|_| between)?;
    Some((link + 1, quantity.high?))
}

fn hyphened(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let (count, modifier) = if hit.words("n").eq_ignore_ascii_case("several") { (Count::Vague, None) } else { count(hit)? };
    let glued = guard::is_glued(hit.reading, hit.get("u")?.first());
    if is_age(hit) || !glued {
        return None;
    }
    Some(Found::new(hit, length(count, times, unit), 0.92).with(modifier).over(lexicon::tokens(first_token(hit), hit.tokens.end())))
}

/// "2 1/2 years"
fn mixed_number(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let (over, under): (u8, u8) = (lexicon::digits(hit, "a")?, lexicon::digits(hit, "b")?);
    let whole: u8 = lexicon::digits(hit, "w").unwrap_or(0);
    let proper = under > 1 && over < under && [2, 3, 4, 5, 8].contains(&under);
    let number = f64::from(whole) + f64::from(over) / f64::from(under.max(1));
    let apart = lexicon::has(hit, "w") || guard::word_before(hit, hit.tokens.first()) != "on";
    (proper && apart && !is_age(hit)).then(|| Found::new(hit, length(Count::Number(number), times, unit), 0.9))
}

fn between(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let words = hit.get("n")?;
    let spoken =
        || lexicon::word_value(hit, "n", "spoken_unit").or_else(|| lexicon::word_value(hit, "n", "spoken_ten"))?.parse::<f64>().ok();
    let number = hit.reading.word(words.first()).parse::<f64>().ok().or_else(spoken)?;
    (!is_age(hit)).then(|| Found::new(hit, length(Count::Number(number), times, unit), 0.8).over(words))
}

fn one_unit(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, times) = lexicon::unit(hit, "u")?;
    let end = hit.tokens.end();
    let plain = hit.tokens.len() == 2;
    let before = guard::word_before(hit, hit.tokens.first());
    let noun = plain
        && reading.is_any(end, &["of", "when", "that", "old", "-", "for", "to", "'s", "in", "like", "out", "off"])
        && !(unit != Unit::Day && reading.is_any(end, &["to", "that"]))
        && !guard::is_one_of(before, &["for", "in", "within", "than", "after", "least", "over", "about", "took", "takes", "take", "spent"]);
    let modified = lexicon::has(hit, "q");
    let small = matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) || (unit == Unit::Day && reading.is(end - 1, "night"));
    let minute = unit == Unit::Minute && plain && !guard::is_one_of(before, &["for", "in", "within", "than", "about", "after"]);
    let half = reading.is(end - 1, "half");
    let times_word = reading.is_any(hit.tokens.first().wrapping_sub(1), &["once", "twice", "such", "what", "quite"]);
    let lower_noun = plain
        && end < reading.sentence(end - 1).end()
        && reading.token(end).is_some_and(|t| t.kind == crate::text::TokenKind::Word)
        && unit == Unit::Minute;
    if is_age(hit) || small || minute || times_word || (noun && !modified) || (lower_noun && !modified && !half) {
        return None;
    }
    let qualifier = hit.phrase("q", "number_qualifier").map(|p| reading.column(p, "qualifier"));
    let modifier = match qualifier {
        Some("more_than") => Some(TimexMod::MoreThan),
        Some("less_than") => Some(TimexMod::LessThan),
        Some("at_least") => Some(TimexMod::EqualOrMore),
        Some("at_most") => Some(TimexMod::EqualOrLess),
        Some("about") => Some(TimexMod::Approx),
        _ if reading.is_any(end - 1, &["so", "two"]) => Some(TimexMod::Approx),
        _ => None,
    };
    let exact = qualifier == Some("exact");
    let first = if exact { hit.get("a")?.first() } else { hit.tokens.first() };
    let count = Count::Number(if half { 1.5 } else { 1.0 });
    let confidence = if modified || !noun { 0.85 } else { 0.6 };
    Some(Found::new(hit, length(count, times, unit), confidence).with(modifier).over(lexicon::tokens(first, end)))
}

fn half_a_unit(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let article = (hit.tokens.iter()).any(|at| hit.reading.is_any(at, &["a", "an", "-", "the"])) || unit == Unit::Century;
    let quarter = lexicon::has(hit, "part");
    let share = if quarter { 0.25 } else { 0.5 };
    // "over the past half century": "over" is the preposition.
    let over = hit.get("q").filter(|q| q.len() == 1 && hit.reading.is(q.first(), "over") && hit.reading.is(q.end(), "the"));
    let tokens = over.map_or(hit.tokens, |q| lexicon::tokens(q.end(), hit.tokens.end()));
    (article && unit != Unit::Second && unit != Unit::Weekend && (!quarter || unit == Unit::Century) && !is_age(hit))
        .then(|| Found::new(hit, length(Count::Number(share), times, unit), 0.85).over(tokens))
}

fn past_units(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, times) = lexicon::unit(hit, "u")?;
    let plural = hit
        .get("u")
        .is_some_and(|u| reading.phrases_at(u.first()).iter().any(|p| reading.vocabulary().class_name(p.class) == "time_units"));
    let numbered = lexicon::has(hit, "n");
    let turn = hit.words("turn").to_ascii_lowercase();
    let first = hit.tokens.first();
    let article = reading.is_any(first, &["the", "these", "those", "his", "her", "its", "their"]) || lexicon::has(hit, "q");
    let before = guard::word_before(hit, first);
    let length_of = guard::is_one_of(before, &["over", "in", "within", "for", "during", "throughout"]);
    let count = match (numbered, plural) {
        (true, _) => count(hit)?.0,
        (false, true) => Count::Vague,
        (false, false) => Count::Number(1.0),
    };
    let fine = unit < Unit::Day;
    let possessive = reading.is_any(first, &["his", "her", "its", "their"]);
    match (numbered, plural) {
        (true, true) => {}
        (true, false) => return None,
        // "the coming weeks", "the past months"; but not "the last days of the war".
        (false, true)
            if article
                && !possessive
                && ["last", "past", "next", "coming", "following", "previous", "first", "preceding"].contains(&turn.as_str())
                && !(turn == "first" && reading.is(hit.tokens.end(), "in")) => {}
        (false, false)
            if article
                && !possessive
                && length_of
                && !fine
                && ["last", "past", "next", "coming"].contains(&turn.as_str())
                && unit != Unit::Weekend => {}
        (false, false) if article && turn == "past" && !fine && unit != Unit::Weekend => {}
        (false, false) if turn == "past" && unit == Unit::Decade => {}
        _ => return None,
    }
    let night = unit == Unit::Day && reading.is_any(hit.tokens.end() - 1, &["night"]);
    // "it may last two days"
    let asked = before.eq_ignore_ascii_case("to") || reading.phrase_named(first.wrapping_sub(1), "modal").is_some();
    let verb = turn == "last" && !article && asked || reading.is(hit.tokens.end(), "century");
    if is_age(hit) || night || verb {
        return None;
    }
    let first = if possessive { first + 1 } else { first };
    let value = length(count, times, unit);
    let modifier = hit.phrase("q", "number_qualifier").and_then(|p| match reading.column(p, "qualifier") {
        "at_least" => Some(TimexMod::EqualOrMore),
        "about" => Some(TimexMod::Approx),
        "more_than" => Some(TimexMod::MoreThan),
        _ => None,
    });
    // "over the past year": "over" is the preposition.
    let over = lexicon::has(hit, "q") && reading.is_any(hit.tokens.first(), &["over", "some", "just", "only", "all"]);
    let first = if over { hit.get("q")?.end() } else { first };
    Some(Found::new(hit, value, 0.9).with(modifier.filter(|_| !over)).over(lexicon::tokens(first, hit.tokens.end())))
}

fn recent_units(hit: &Match<'_>) -> Option<Found> {
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, _)| *unit >= Unit::Hour)?;
    Some(Found::new(hit, Meaning::Length { count: Count::Vague, unit }, 0.85))
}

fn the_months(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let (count, modifier) = count(hit)?;
    let age = is_age(hit) || unit == Unit::Weekend;
    (!age).then(|| Found::new(hit, length(count, times, unit), 0.88).with(modifier))
}

fn bare_units(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, times)| *unit != Unit::Weekend && *times <= 1.0)?;
    let before = guard::word_before(hit, hit.tokens.first());
    let (first, end) = (hit.tokens.first(), hit.tokens.end());
    let prepared = guard::is_one_of(
        before,
        &[
            "for", "in", "over", "within", "after", "of", "through", "took", "take", "takes", "lasted", "last", "spent", "spend", "by",
            "during", "just", "only", "and", "or",
        ],
    );
    let counted = reading.is_any(end, &["later", "before", "after", "earlier", "ago", "ahead", "away"]);
    let joined = guard::is_one_of(before, &["and", "or", "of"]) && !counted;
    let noun = reading.is_any(end, &["old", "of"]) && !prepared;
    let idiom = guard::is_capital(reading, first) && first != reading.sentence(first).first()
        || unit == Unit::Quarter
        || reading.is(first, "nights")
        || reading.is(first, "seconds") && !counted
        || reading.is_any(first, &["summers", "winters"]);
    let glued = guard::is_glued(reading, first);
    ((prepared && !joined || counted) && !noun && !idiom && !glued && !is_age(hit))
        .then(|| Found::new(hit, Meaning::Length { count: Count::Vague, unit }, 0.75))
}

fn unit_long(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u").filter(|(unit, _)| *unit != Unit::Weekend)?;
    let plural = hit.words("u").ends_with('s') || hit.words("u").ends_with('S');
    let clings = hit.tokens.len() == 3 && guard::is_glued(hit.reading, hit.tokens.end() - 1);
    let count = if plural { Count::Vague } else { Count::Number(times) };
    (clings && unit != Unit::Second).then(|| Found::new(hit, Meaning::Length { count, unit }, 0.9))
}
