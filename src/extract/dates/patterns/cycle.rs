//! What comes back: days of the week, days and months without a year, weekends.

use jiff::civil::Weekday;

use super::guard;
use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::{Count, Cycle, Found, Meaning, Pick};
use crate::rules::{Example, Match, Rule};
use crate::text::TokenKind;

/// The most weeks that "Fridays ago" are counted back.
const MOST_WEEKS: f64 = 60.0;

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "cycle/weekday",
        pattern: "(the (turn=(previous | following | next) | same))? (turn=(this past | this coming | last | next | this | coming))? w=@weekday",
        make: weekday,
        hits: &[
            Example { text: "A bomb went off [Tuesday], police said.", gives: "2013-09-10" },
            Example { text: "The court will rule on [Friday].", gives: "2013-09-13" },
            Example { text: "A man was shot [last Thursday].", gives: "2013-09-05" },
            Example { text: "The vote is set for [next Tuesday].", gives: "2013-09-17" },
            Example { text: "The summit opens [Monday] in Geneva.", gives: "2013-09-16" },
            Example { text: "Talks were postponed until [Monday].", gives: "2013-09-16" },
            Example { text: "The truce could be extended to [Saturday].", gives: "2013-09-14" },
            Example { text: "It will be shown [early Friday].", gives: "2013-09-13 START" },
            Example { text: "The road was shut from midnight to [Sunday].", gives: "2013-09-08" },
        ],
        misses: &[
            "The film Black Sunday Blues was shown.",
            "He was seen on Saturday Night Lantern.",
            "The channel's Sunday Lantern ran it.",
            "The feast fell on a Tuesday.",
        ],
    },
    Rule {
        name: "cycle/short-weekday",
        pattern: "w=@weekday_short \".\"? !(\"'s\")",
        make: short_weekday,
        hits: &[Example { text: "Doors will close [Fri 9 p.m.]", gives: "2013-09-13T21:00" }],
        misses: &["Prices fall when the Sun is out and he sat.", "Mon ami, he said."],
    },
    Rule {
        name: "cycle/weekday-of-week",
        pattern: "w=@weekday (of)? (turn=(last | next | this) week | (the)? turn=(following | previous) week)",
        make: weekday_of_week,
        hits: &[Example { text: "It opened on [Friday of last week].", gives: "2013-09-06" }],
        misses: &["On Friday the previous government fell."],
    },
    Rule {
        name: "cycle/month-day",
        pattern: "((this coming | this past | last | next | this)? w=(@weekday | @weekday_short \".\"?) \",\"? (the)?)? (turn=(last | next | this))? m=(@month | @month_short \".\"?) (the)? d=(<d2> !(~ (\":\" | \"%\" | \".\" <digits>)) (~ (st | nd | rd | th))? | #number)",
        make: month_day,
        hits: &[
            Example { text: "The war began on [October 7].", gives: "2012-10-07" },
            Example { text: "The ban will take effect on [Nov. 1].", gives: "2013-11-01" },
            Example { text: "The fair was open from [May 3] to May 5.", gives: "2013-05-03" },
            Example { text: "The order holds from [May 3] on.", gives: "2014-05-03" },
            Example { text: "A bomb went off on [Wednesday, Sept. 4].", gives: "2013-09-04" },
            Example { text: "He came on [March eighth].", gives: "2013-03-08" },
            Example { text: "By [May 3] more than 300 men had left.", gives: "2013-05-03" },
        ],
        misses: &["They may 20 times over.", "On June 31st street he sat in May 40 times.", "In April 3,000 men left."],
    },
    Rule {
        name: "cycle/day-month",
        pattern: "(w=(@weekday | @weekday_short \".\"?) \",\"? )? (the)? d=(<d2> (~ (st | nd | rd | th))? | #number) (day)? (of)? m=(@month | @month_short \".\"?)",
        make: month_day,
        hits: &[
            Example { text: "The office shut on [3 April].", gives: "2013-04-03" },
            Example { text: "They will meet on [the 21st of October].", gives: "2013-10-21" },
        ],
        misses: &["The first May be last.", "All 3 March on."],
    },
    Rule {
        name: "cycle/month",
        pattern: "(the (turn=(previous | following)))? (turn=(this past | this coming | last | next | this | coming))? m=@month",
        make: month,
        hits: &[
            Example { text: "Both sides signed a truce in [February].", gives: "2013-02" },
            Example { text: "Parliament will vote in [October].", gives: "2013-10" },
            Example { text: "He left [last May].", gives: "2013-05" },
            Example { text: "The bridge will reopen in [mid-October].", gives: "2013-10 MID" },
        ],
        misses: &["Mrs May praised it, and the army may march on.", "April Jones and August Wilson met Gen. March."],
    },
    Rule {
        name: "cycle/short-month",
        pattern: "m=@month_short \".\"",
        make: short_month,
        hits: &[Example { text: "It has been shut since [Sept.] and is dark.", gives: "2013-09" }],
        misses: &["Jan. Kowalski left.", "He met Jan."],
    },
    Rule {
        name: "cycle/month-of-year",
        pattern: "(late | early | mid)? (d=<d2> (~ (st | nd | rd | th))? (of)?)? m=(@month | @month_short \".\"?) (d=<d2> (~ (st | nd | rd | th))?)? (of)? turn=(this | last | next | that | (the | that) same) year",
        make: month_of_year,
        hits: &[
            Example { text: "It fell in [June last year].", gives: "2012-06" },
            Example { text: "The pact was signed on [21 March last year].", gives: "2012-03-21" },
            Example { text: "The term begins on [Oct. 1 of this year].", gives: "2013-10-01" },
            Example { text: "Born in 1998, he wed in [August of that year].", gives: "1998-08" },
            Example { text: "Rain fell on May 9, 1998; in [February of the same year] it had snowed.", gives: "1998-02" },
        ],
        misses: &["In June a year passed."],
    },
    Rule {
        name: "cycle/day-of-month",
        pattern: "(on | until | till | by | since | before | after | from | through) the d=<d2> ~ (st | nd | rd | th) (of (the | this | turn=last | turn=next) month)?",
        make: day_of_the_month,
        hits: &[
            Example { text: "Shelling resumed on [the 3rd], he said.", gives: "2013-09-03" },
            Example { text: "They will vote on [the 9th].", gives: "2013-10-09" },
            Example { text: "It began on [the 28th of last month].", gives: "2013-08-28" },
        ],
        misses: &[
            "He lives on the 3rd floor.",
            "She came in from the 12th, he said of the race.",
            "It was his gift on the 5th anniversary.",
        ],
    },
    Rule {
        name: "cycle/weekdays-ago",
        pattern: "n=(#number | @spoken_unit) w=@weekdays ago",
        make: weekdays_ago,
        hits: &[Example { text: "They met [two Fridays ago] in Minsk.", gives: "2013-08-30" }],
        misses: &["They met on two Fridays."],
    },
    Rule {
        name: "cycle/nth-weekday",
        pattern: "(the)? n=(#number | last) w=@weekday (of | in) m=(@month | @month_short \".\"?) (\",\"? y=<d4>)?",
        make: nth_weekday,
        hits: &[
            Example { text: "They will convene on [the first Monday of October].", gives: "2013-10-07" },
            Example { text: "It was held on [the last Friday in May 2012].", gives: "2012-05-25" },
        ],
        misses: &["The first Monday of spring was cold."],
    },
];

/// What the captured word of a turn says.
pub fn pick(hit: &Match<'_>) -> Pick {
    let Some(turn) = hit.get("turn") else { return Pick::Context };
    let word = hit.reading.word(turn.end() - 1);
    let is = |list: &[&str]| list.iter().any(|w| w.eq_ignore_ascii_case(word));
    let article = hit.reading.is(hit.tokens.first(), "the");
    if is(&["last", "past"]) {
        Pick::Last
    } else if is(&["next"]) && article {
        Pick::After
    } else if is(&["next", "coming"]) {
        Pick::Next
    } else if is(&["previous"]) {
        Pick::Before
    } else if is(&["following"]) {
        Pick::After
    } else {
        Pick::This
    }
}

fn weekday(hit: &Match<'_>) -> Option<Found> {
    let at = hit.get("w")?.first();
    let reading = hit.reading;
    let end = hit.tokens.end();
    // "Black Friday", "Daily Sunday Times": parts of names.
    let inside = end < reading.sentence(at).end();
    let paper = inside
        && reading.is_any(end, &["Times", "Telegraph", "Mirror", "Mail", "Express", "Post", "Herald"])
        && guard::is_capital(reading, end);
    let lower = reading.word(at).starts_with(|c: char| c.is_ascii_lowercase());
    let before = guard::word_before(hit, hit.tokens.first());
    let programme = inside
        && guard::is_capital(reading, end)
        && guard::is_capital(reading, at)
        && !guard::is_shouting(reading, at)
        && reading.is_any(at.wrapping_sub(1), &["'s", "’s"]);
    let show = guard::is_capital(reading, end) && reading.is_any(end, &["Night", "Morning"]) && guard::is_capital(reading, end + 1)
        || reading.word(at.wrapping_sub(1)) == "News"
            && reading.is_any(end, &["\"", "”", "''", ",", "."])
            && reading.word(at.wrapping_sub(2)) == "Fox";
    let named = programme
        || inside && show && !guard::is_shouting(reading, at)
        || ["Black", "Bloody", "Good", "Palm", "Ash", "Super", "Holy", "Ruby", "Cyber"].contains(&before);
    if paper || named {
        return None;
    }
    // "Christmas fell on a Tuesday": some Tuesday.
    let some = before.eq_ignore_ascii_case("a")
        && reading.is(hit.tokens.first().wrapping_sub(2), "on")
        && (!inside || reading.token(end).is_some_and(|t| t.kind == TokenKind::Mark && !t.glued || reading.is_any(end, &[".", ",", ";"])));
    if some {
        return None;
    }
    let same = reading.is(hit.tokens.first(), "the") && !lexicon::has(hit, "turn");
    let confidence = if lower {
        0.7
    } else if pick(hit) == Pick::Context {
        0.9
    } else {
        0.93
    };
    let pick = if same { Pick::After } else { pick(hit) };
    Some(Found::new(hit, Meaning::Cycle(Cycle::Weekday(lexicon::weekday(hit, "w")?), pick), confidence))
}

/// "Sun", "Sat" and the like count only beside a date or a time.
fn short_weekday(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let end = hit.tokens.end();
    let timed = reading.token(end).is_some_and(|t| t.kind == TokenKind::Number)
        && (reading.is(end + 1, ":") || reading.is_any(end + 1, &["am", "pm", "a.m.", "p.m."]));
    let shouting = guard::is_shouting(reading, hit.tokens.first());
    (timed && !shouting).then_some(())?;
    Some(Found::new(hit, Meaning::Cycle(Cycle::Weekday(lexicon::weekday(hit, "w")?), Pick::Context), 0.7))
}

fn weekday_of_week(hit: &Match<'_>) -> Option<Found> {
    let shift = match hit.words("turn").to_ascii_lowercase().as_str() {
        "last" | "previous" => -1,
        "next" | "following" => 1,
        _ => 0,
    };
    Some(Found::new(hit, Meaning::Cycle(Cycle::Weekday(lexicon::weekday(hit, "w")?), Pick::WeekShift(shift)), 0.9))
}

/// The day of a month captured as digits or as an ordinal.
fn day_of_month(hit: &Match<'_>) -> Option<i8> {
    let at = hit.get("d")?.first();
    let digits = lexicon::digits::<i8>(hit, "d").filter(|_| hit.get("d").is_some_and(|d| d.len() <= 2));
    let ordinal = || {
        let quantity = hit.reading.quantity(at)?;
        let word = quantity.kind == crate::rules::QuantityKind::Ordinal && quantity.core == hit.get("d")?;
        #[allow(clippy::cast_possible_truncation)]
        quantity.best.filter(|_| word).map(|n| n as i8)
    };
    digits.or_else(ordinal).filter(|day| (1..=31).contains(day))
}

fn month_day(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (month, day) = (lexicon::month(hit, "m")?, day_of_month(hit)?);
    let (months, days) = (hit.get("m")?, hit.get("d")?);
    let lower = reading.word(months.first()).starts_with(|c: char| c.is_ascii_lowercase());
    let sensible = day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].get(usize::try_from(month - 1).ok()?).copied()?;
    let day_first = days.first() < months.first();
    // "In April 30 men left", "3 March through": what follows counts, or is a verb.
    let end = hit.tokens.end();
    let inside = end < reading.sentence(end - 1).end();
    // "By March 15 more than 300 had left": the next number is what counts.
    let bounded = reading.is(end, "more") && reading.is(end + 1, "than");
    let followed = inside
        && !day_first
        && !bounded
        && (["counted_noun", "percent_word", "currency_word", "number_scale", "time_units"]
            .iter()
            .any(|c| reading.phrase_named(end, c).is_some()));
    let name = day_first && !guard::is_month(hit, months.first(), months.end()) && lower;
    let spelled = reading.token(days.first()).is_some_and(|t| t.kind == TokenKind::Word);
    let article = reading.is(hit.tokens.first(), "the") || lexicon::has(hit, "w");
    let counted = day_first && guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case("all");
    if !sensible
        || followed
        || name
        || counted
        || (spelled && day_first && !(article && reading.is_any(months.first() - 1, &["of", "day"])))
    {
        return None;
    }
    let weekday = hit.get("w").and_then(|_| lexicon::weekday(hit, "w"));
    let confidence = if lower { 0.75 } else { 0.93 };
    let of = hit.get("turn").map_or(Pick::Context, |_| pick(hit));
    Some(Found::new(hit, Meaning::Cycle(Cycle::MonthDay { month, day, weekday }, of), confidence))
}

fn month(hit: &Match<'_>) -> Option<Found> {
    let months = hit.get("m")?;
    let lower = hit.reading.word(months.first()).starts_with(|c: char| c.is_ascii_lowercase());
    let of = pick(hit);
    if of == Pick::Context && !guard::is_month(hit, months.first(), months.end()) {
        return None;
    }
    let confidence = if lower {
        0.7
    } else if guard::is_introduced(hit, hit.tokens.first()) || of != Pick::Context {
        0.93
    } else {
        0.75
    };
    Some(Found::new(hit, Meaning::Cycle(Cycle::Month(lexicon::month(hit, "m")?), of), confidence))
}

fn short_month(hit: &Match<'_>) -> Option<Found> {
    let introduced = ["in", "since", "until", "last", "by", "mid", "early", "late", "of", "from", "next", "-"];
    let before = guard::word_before(hit, hit.tokens.first());
    let named = guard::is_capital(hit.reading, hit.tokens.end()) && hit.tokens.end() < hit.reading.sentence(hit.tokens.first()).end();
    let ok = introduced.iter().any(|w| w.eq_ignore_ascii_case(before)) && !named;
    ok.then_some(())?;
    let tokens = lexicon::tokens(hit.tokens.first(), hit.tokens.end());
    Some(Found::new(hit, Meaning::Cycle(Cycle::Month(lexicon::month(hit, "m")?), Pick::Context), 0.8).over(tokens))
}

fn month_of_year(hit: &Match<'_>) -> Option<Found> {
    let first = hit.get("d").map_or(usize::MAX, |day| day.first()).min(hit.get("m")?.first());
    let tokens = lexicon::tokens(first, hit.tokens.end());
    let month = lexicon::month(hit, "m")?;
    let cycle = match lexicon::digits::<i8>(hit, "d").filter(|day| (1..=31).contains(day)) {
        Some(day) => Cycle::MonthDay { month, day, weekday: None },
        None => Cycle::Month(month),
    };
    let same = hit.get("turn").is_some_and(|turn| hit.reading.is(turn.first(), "that") || hit.reading.is(turn.end() - 1, "same"));
    let pick = if same { Pick::SameYear } else { Pick::YearShift(year_shift(hit)) };
    Some(Found::new(hit, Meaning::Cycle(cycle, pick), 0.92).over(tokens))
}

/// "last", "this" or "next" year, in years.
pub fn year_shift(hit: &Match<'_>) -> i64 {
    match hit.words("turn").to_ascii_lowercase().as_str() {
        "last" => -1,
        "next" => 1,
        _ => 0,
    }
}

fn day_of_the_month(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let end = hit.tokens.end();
    let of_month = reading.is(end - 1, "month");
    let alone = end >= reading.sentence(end - 1).end()
        || reading.token(end).is_some_and(|t| t.kind == TokenKind::Mark && !reading.is_any(end, &["-", "/", "%"]))
        || reading.is_any(end, &["and", "but", "when", "to", "at", "in", "with", "as", "after", "before", "that", "he", "she", "they"]);
    let day: i8 = lexicon::digits(hit, "d").filter(|day| (1..=31).contains(day))?;
    let sport = reading.is(hit.tokens.first(), "from") && !of_month;
    let tokens = lexicon::tokens(hit.tokens.first() + 1, end);
    ((alone || of_month) && !sport).then(|| Found::new(hit, Meaning::Cycle(Cycle::DayOfMonth(day), pick(hit)), 0.75).over(tokens))
}

fn weekdays_ago(hit: &Match<'_>) -> Option<Found> {
    let (Count::Number(weeks), _) = super::count::count(hit)? else { return None };
    #[allow(clippy::cast_possible_truncation)]
    let weeks = (1.0..=MOST_WEEKS).contains(&weeks).then_some(weeks as i64)?;
    Some(Found::new(hit, Meaning::Cycle(Cycle::Weekday(lexicon::weekday(hit, "w")?), Pick::Back(weeks)), 0.9))
}

fn nth_weekday(hit: &Match<'_>) -> Option<Found> {
    let last = hit.words("n").eq_ignore_ascii_case("last");
    #[allow(clippy::cast_possible_truncation)]
    let nth = if last { -1 } else { hit.quantity("n").filter(|q| q.kind == crate::rules::QuantityKind::Ordinal)?.best? as i8 };
    let weekday: Weekday = lexicon::weekday(hit, "w")?;
    let cycle = Cycle::Nth { nth, weekday, month: lexicon::month(hit, "m")? };
    let of = lexicon::digits::<i16>(hit, "y").map_or(Pick::Context, Pick::Year);
    (nth == -1 || (1..=5).contains(&nth)).then(|| Found::new(hit, Meaning::Cycle(cycle, of), 0.92))
}
