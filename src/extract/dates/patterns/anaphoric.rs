//! What is counted from what was spoken of: "the next day", "two days later", "a year earlier", "the quarter".

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Count, Found, Meaning, Origin, TimeOfDay, Which};
use crate::extract::dates::period::Unit;
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "anaphoric/next-day",
        pattern: "(the)? turn=(next | following | previous | preceding | very next) u=@time_unit",
        make: next_day,
        hits: &[
            Example { text: "It crashed on July 17, 2012. Men reached it [the next day].", gives: "2012-07-18" },
            Example { text: "Freed on June 5, 2009, he had been held [the previous month].", gives: "2009-05" },
            Example { text: "It took power in 1999 and held a vote [the following year].", gives: "2000" },
        ],
        misses: &["The next quarter-final was lost.", "He will come next week."],
    },
    Rule {
        name: "anaphoric/next-morning",
        pattern: "(the)? turn=(next | following | previous | that | same) p=@day_part",
        make: next_morning,
        hits: &[Example { text: "It crashed on July 17, 2012. Men came [the next morning].", gives: "2012-07-18TMO" }],
        misses: &["Next evening falls."],
    },
    Rule {
        name: "anaphoric/day-before",
        pattern: "(the | a | an | one) u=@time_unit turn=(before | after | earlier | later | prior)",
        make: day_before,
        hits: &[
            Example { text: "He died in May 2012; [the day after], they fled.", gives: "2012-05-XX" },
            Example { text: "He died on May 3, 2012, [the day after] his birthday.", gives: "2012-05-03" },
            Example { text: "Profit rose in the first quarter from [a year earlier].", gives: "2012-Q1" },
        ],
        misses: &["A week after the vote, he left.", "He read The Night Before the Fair.", "One week later bloomers came up."],
    },
    Rule {
        name: "anaphoric/days-later",
        pattern: "(n=(#number | <digits> | @spoken_unit) (of)? | (about | nearly | almost | over | around | more than | less than | just over) a=(a | an)) (u=@time_unit | u=@time_units) turn=(later | earlier | before | prior | afterwards | afterward | previously)",
        make: days_later,
        hits: &[
            Example { text: "They seized it on March 3 and fled [two days later].", gives: "2013-03-05" },
            Example { text: "Elected in 2001, he quit [three years later].", gives: "2004" },
        ],
        misses: &["Two days before the vote he left.", "Later he fled."],
    },
    Rule {
        name: "anaphoric/year-earlier",
        pattern: "(the)? (comparable)? w=year \"-\" turn=(earlier | ago) (u=(quarter | period | month | figure | level | results) | n=#number quarter)?",
        make: year_earlier,
        hits: &[
            Example { text: "Profit rose in the second quarter from [the year-earlier period].", gives: "2012-Q2" },
            Example { text: "In the second quarter it beat the [year-ago] loss.", gives: "2012-Q2" },
        ],
        misses: &["A year earlier he left."],
    },
    Rule {
        name: "anaphoric/same-period",
        pattern: "the (same | corresponding | comparable | similar | like) u=(period | quarter | month | week | time | nine months | six months | day) (of | in)? (turn=(last | previous) year | (the)? turn=(previous | prior) year | a turn=year (ago | earlier | before) | y=<d4>) | the u=(quarter | period | month) a turn=year (ago | earlier)",
        make: same_period,
        hits: &[
            Example { text: "Exports fell in the first quarter against [the same period last year].", gives: "2012-Q1" },
            Example { text: "Visits rose in April from [the same month a year ago].", gives: "2012-04" },
        ],
        misses: &["At the same time last orders came."],
    },
    Rule {
        name: "anaphoric/last-years-quarter",
        pattern: "(last year (\"'s\" | \"’s\") | the y=<d4>) u=(quarter | period)",
        make: same_period,
        hits: &[Example { text: "In the first quarter it beat [last year's quarter].", gives: "2012-Q1" }],
        misses: &["Last year the quarter was bad."],
    },
    Rule {
        name: "anaphoric/the-quarter",
        pattern: "the (turn=(latest | most recent | recent | current | full | entire | same))? u=(quarter | year | day | period | week | month) !(\"-\" | old | ago | earlier | before | after | later)",
        make: the_quarter,
        hits: &[
            Example { text: "In the second quarter it lost; sales in [the quarter] fell.", gives: "2013-Q2" },
            Example { text: "It lost in [the latest quarter].", gives: "2013-Q2" },
        ],
        misses: &["He was the man of the year.", "At the end of the day it failed."],
    },
    Rule {
        name: "anaphoric/year-ended",
        pattern: "(the | its | a) (fiscal | financial | full | calendar)? y=year (ended | ending | to (@month | @month_short))",
        make: year_ended,
        hits: &[
            Example { text: "Its income fell in [the year] ended June 30.", gives: "P1Y" },
            Example { text: "Some 300 fell in [the year] to March 2013.", gives: "P1Y" },
        ],
        misses: &["The year of the flood ended."],
    },
    Rule {
        name: "anaphoric/that-day",
        pattern: "that (same)? u=@time_unit",
        make: that_day,
        hits: &[Example { text: "He came in 1999 and left [later that year].", gives: "1999 END" }],
        misses: &["He said that day after day it rained.", "He said that second bomb failed."],
    },
];

fn next_day(hit: &Match<'_>) -> Option<Found> {
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, times)| *unit >= Unit::Day && *times <= 1.0)?;
    let turn = hit.get("turn")?;
    let word = hit.reading.word(turn.end() - 1).to_ascii_lowercase();
    let article = hit.reading.is(hit.tokens.first(), "the");
    let before = guard::word_before(hit, hit.tokens.first()).to_ascii_lowercase();
    let length = ["over", "in", "within", "for", "during", "throughout"].contains(&before.as_str());
    if (word == "next" && (!article || (length && unit != Unit::Day)))
        || unit == Unit::Weekend
        || hit.reading.is(hit.tokens.end() - 1, "night")
    {
        return None;
    }
    if guard::is_glued(hit.reading, hit.tokens.end()) && hit.reading.is(hit.tokens.end(), "-") {
        return None;
    }
    let n = if ["next", "following"].contains(&word.as_str()) { 1 } else { -1 };
    Some(Found::new(hit, Meaning::Shift { from: Origin::Mentioned, n, unit }, if article { 0.85 } else { 0.7 }))
}

fn next_morning(hit: &Match<'_>) -> Option<Found> {
    let word = hit.words("turn").to_ascii_lowercase();
    let n = match word.as_str() {
        "next" | "following" => 1,
        "previous" => -1,
        _ => 0,
    };
    let article = hit.reading.is(hit.tokens.first(), "the") || word == "that";
    let part = lexicon::part(hit, "p")?;
    article.then(|| Found::new(hit, Meaning::Shift { from: Origin::Mentioned, n, unit: Unit::Day }, 0.8).at(TimeOfDay::Part(part)))
}

/// Whether what stands behind the match can't be what "before" or "after" speaks of.
fn stands_alone(hit: &Match<'_>) -> bool {
    let end = hit.tokens.end();
    let reading = hit.reading;
    end >= reading.sentence(end - 1).end()
        || reading.token(end).is_some_and(|t| t.kind == crate::text::TokenKind::Mark)
        || reading.is_any(end, &["and", "but", "when", "in", "at", "with", "by", "on", "for", "as"])
}

fn day_before(hit: &Match<'_>) -> Option<Found> {
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, times)| *unit >= Unit::Day && *times <= 1.0)?;
    let turn = hit.words("turn").to_ascii_lowercase();
    let article = hit.reading.is(hit.tokens.first(), "the");
    let n = if ["after", "later"].contains(&turn.as_str()) { 1 } else { -1 };
    let alone = stands_alone(hit);
    let open = ["before", "after", "prior"].contains(&turn.as_str());
    let tail = hit.reading.is_any(hit.tokens.end(), &["bloomers"])
        || (turn == "later"
            && hit.reading.phrase_named(hit.tokens.end(), "determiner").is_none()
            && !alone
            && !hit.reading.is_any(hit.tokens.end(), &["he", "she", "they", "it", "we", "i", "than"]));
    let title = guard::is_capital(hit.reading, hit.tokens.end() - 1) && !guard::is_shouting(hit.reading, hit.tokens.first());
    if title || tail || (open && !article && !alone) || (article && !open && turn == "later") {
        return None;
    }
    let meaning = if unit == Unit::Year && n == -1 && !article {
        Meaning::Like { from: Origin::Mentioned, years: 1, unit: None }
    } else {
        Meaning::Shift { from: Origin::Mentioned, n, unit }
    };
    Some(Found::new(hit, meaning, if alone { 0.85 } else { 0.75 }))
}

fn days_later(hit: &Match<'_>) -> Option<Found> {
    let (unit, times) = lexicon::unit(hit, "u")?;
    let turn = hit.words("turn").to_ascii_lowercase();
    let open = ["before", "prior"].contains(&turn.as_str());
    if unit < Unit::Day || (open && !stands_alone(hit)) {
        return None;
    }
    let (count, modifier) = super::count::count(hit)?;
    let later = ["later", "afterwards", "afterward"].contains(&turn.as_str());
    let Count::Number(number) = count else {
        let when = if later { "FUTURE_REF" } else { "PAST_REF" };
        return Some(Found::new(hit, Meaning::Vague(when), 0.5));
    };
    #[allow(clippy::cast_possible_truncation)]
    let n = (number * times).round() as i64;
    let n = if later { n } else { -n };
    let meaning = if unit == Unit::Year && n == -1 {
        Meaning::Like { from: Origin::Mentioned, years: 1, unit: None }
    } else {
        Meaning::Shift { from: Origin::Mentioned, n, unit }
    };
    let first = super::count::first_token(hit);
    Some(Found::new(hit, meaning, 0.8).with(modifier).over(lexicon::tokens(first, hit.tokens.end())))
}

fn year_earlier(hit: &Match<'_>) -> Option<Found> {
    let noun = hit.words("u").to_ascii_lowercase();
    let takes = lexicon::has(hit, "n") || ["quarter", "period", "month"].contains(&noun.as_str());
    let first = if takes { hit.tokens.first() } else { hit.get("w")?.first() };
    let end = if takes || !lexicon::has(hit, "u") { hit.tokens.end() } else { hit.tokens.end() - 1 };
    let meaning = match hit.quantity("n").and_then(|q| q.best) {
        #[allow(clippy::cast_possible_truncation)]
        Some(n) => {
            Meaning::Cycle(crate::extract::dates::meaning::Cycle::Quarter(n as i8), crate::extract::dates::meaning::Pick::YearShift(-1))
        }
        None => Meaning::Like { from: Origin::Mentioned, years: 1, unit: like_unit(&noun) },
    };
    Some(Found::new(hit, meaning, 0.85).over(lexicon::tokens(first, end)))
}

fn year_ended(hit: &Match<'_>) -> Option<Found> {
    let length = Meaning::Length { count: Count::Number(1.0), unit: Unit::Year };
    Some(Found::new(hit, length, 0.8).over(lexicon::tokens(hit.tokens.first(), hit.get("y")?.end())))
}

fn like_unit(noun: &str) -> Option<Unit> {
    match noun {
        "quarter" => Some(Unit::Quarter),
        "month" => Some(Unit::Month),
        "week" => Some(Unit::Week),
        "day" => Some(Unit::Day),
        _ => None,
    }
}

fn same_period(hit: &Match<'_>) -> Option<Found> {
    let noun = hit.words("u").to_ascii_lowercase();
    let unit = like_unit(&noun);
    if let Some(year) = lexicon::digits::<i16>(hit, "y") {
        let ok = guard::YEARS.contains(&year);
        return ok.then(|| Found::new(hit, Meaning::LikeIn { year, unit }, 0.8));
    }
    Some(Found::new(hit, Meaning::Like { from: Origin::Mentioned, years: 1, unit }, 0.88))
}

fn the_quarter(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let noun = hit.words("u").to_ascii_lowercase();
    let turn = hit.words("turn").to_ascii_lowercase();
    let latest = ["latest", "most recent", "recent"].contains(&turn.as_str());
    let before = guard::word_before(hit, hit.tokens.first()).to_ascii_lowercase();
    let end = hit.tokens.end();
    let to_month = reading.is(end, "to") && lexicon::month_at(reading, end + 1).is_some();
    if noun == "year" && (reading.is_any(end, &["ended", "ending"]) || to_month) {
        return None;
    }
    let named = guard::is_capital(reading, end);
    let of = reading.is(end, "of");
    let positioned = before == "of"
        && reading.is_any(
            hit.tokens.first().wrapping_sub(2),
            &["end", "rest", "start", "beginning", "middle", "remainder", "half", "part", "close", "months", "weeks", "quarter", "days"],
        );
    let introduced = ["for", "in", "during", "of", "throughout", "from", "through", "on", "late", "early", "earlier", "later", "over"]
        .contains(&before.as_str());
    let (unit, confidence) = match noun.as_str() {
        "quarter" => (Unit::Quarter, 0.85),
        "period" if latest => (Unit::Quarter, 0.7),
        "year" if turn == "current" || turn == "full" || turn == "same" => (Unit::Year, 0.8),
        "year" if positioned || (introduced && before != "of") => (Unit::Year, 0.75),
        "month" if positioned || turn == "current" => (Unit::Month, 0.75),
        "week" | "month" if (introduced && before != "of") || turn == "current" || positioned => (Unit::Week, 0.7),
        "day"
            if ["earlier in", "later in"].iter().any(|w| w.ends_with(before.as_str()))
                && reading.is_any(hit.tokens.first().wrapping_sub(2), &["earlier", "later", "early", "late"])
                || turn == "same" =>
        {
            (Unit::Day, 0.7)
        }
        _ => return None,
    };
    let unit = if noun == "month" { Unit::Month } else { unit };
    let which = match (latest, turn.as_str()) {
        (true, _) => Which::Latest,
        (false, "same") => Which::That,
        _ => Which::The,
    };
    let idiom = of || named || (noun == "day" && positioned);
    (!idiom || latest).then(|| Found::new(hit, Meaning::Current { unit, which }, confidence))
}

fn that_day(hit: &Match<'_>) -> Option<Found> {
    let (unit, _) = lexicon::unit(hit, "u").filter(|(unit, times)| *unit >= Unit::Day && *times <= 1.0)?;
    let reading = hit.reading;
    let end = hit.tokens.end();
    let said = guard::word_before(hit, hit.tokens.first());
    let conjunction = ["said", "say", "says", "so", "think", "believe"].iter().any(|w| w.eq_ignore_ascii_case(said));
    let goes_on = reading.is_any(end, &["after", "by", "-", "in"]) && conjunction;
    let night = reading.is(end - 1, "night");
    if conjunction && !stands_alone(hit) || goes_on || night || unit == Unit::Weekend {
        return None;
    }
    Some(Found::new(hit, Meaning::Current { unit, which: Which::That }, 0.8))
}
