//! Which Friday, which August: one occurrence of what comes back.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Meant, blank};
use crate::extract::dates::calendar;
use crate::extract::dates::meaning::{Cycle, Direction, Pick, Read, Trust};
use crate::extract::dates::mention::Anchor;
use crate::extract::dates::period::{Period, Unit, moved};

use super::story::Story;

/// How much farther than the other way a date may lie where a verb points to it.
fn weight(trust: Trust) -> i32 {
    match trust {
        Trust::Hint => 3,
        Trust::Near => 8,
        Trust::Beside => 30,
    }
}

/// The occurrence that `which` and the verbs around it (`direction`) pick.
pub fn pick(story: &Story, cycle: Cycle, which: Pick, read: Option<Read>, sentence: usize) -> Meant {
    if let Pick::Year(year) = which {
        return calendar::occurrence(cycle, year).map_or_else(|| blank::cycle(cycle), |period| Meant::Period(period, Anchor::Absolute));
    }
    if which == Pick::SameYear {
        let spoken = story.mentioned().and_then(|spoken| Some((spoken.period.begin()?.year(), spoken.index)));
        let found = spoken.and_then(|(year, index)| Some((calendar::occurrence(cycle, year)?, Anchor::Mention(index))));
        return found.map_or_else(|| blank::cycle(cycle), |(period, anchor)| Meant::Period(period, anchor));
    }
    if let Cycle::DayOfMonth(number) = cycle {
        let day = story.day().filter(|_| story.knows(Unit::Month)).and_then(|day| of_month(number, which, direction(read), day));
        return day.map_or_else(|| blank::cycle(cycle), |day| Meant::Period(Period::Day(day), Anchor::Published));
    }
    let weekly = matches!(cycle, Cycle::Weekday(_) | Cycle::Weekend);
    if let Some(meant) = told(story, cycle, which, read, sentence, weekly) {
        return meant;
    }
    let Some(day) = story.day().filter(|_| story.knows(if weekly { Unit::Day } else { Unit::Year })) else { return blank::cycle(cycle) };
    let period = if weekly { of_week(cycle, which, read, day) } else { of_year(cycle, which, read, day) };
    period.map_or_else(|| blank::cycle(cycle), |period| Meant::Period(period, Anchor::Published))
}

/// Counted from what was spoken of: "the following Friday"; "in December 2007 ... by February".
fn told(story: &Story, cycle: Cycle, which: Pick, read: Option<Read>, sentence: usize, weekly: bool) -> Option<Meant> {
    let calendar_date = matches!(cycle, Cycle::Month(_) | Cycle::MonthDay { .. } | Cycle::Season(_));
    let (base, which) = match which {
        Pick::Before | Pick::After => (story.mentioned()?, which),
        Pick::Context if calendar_date && direction(read) != Some(Direction::Future) => (story.year_near_by(sentence)?, Pick::After),
        _ => return None,
    };
    let period = if base.period.unit() == Unit::Year && which == Pick::After && !weekly {
        calendar::occurrence(cycle, base.period.begin()?.year())?
    } else {
        let day = if which == Pick::Before { base.period.begin()? } else { base.period.end()? };
        let turn = if which == Pick::Before { Pick::Last } else { Pick::Next };
        if weekly { of_week(cycle, turn, None, day)? } else { of_year(cycle, turn, None, day)? }
    };
    Some(Meant::Period(period, Anchor::Mention(base.index)))
}

fn of_week(cycle: Cycle, which: Pick, read: Option<Read>, day: Date) -> Option<Period> {
    let weekday = match cycle {
        Cycle::Weekday(weekday) => weekday,
        _ => Weekday::Saturday,
    };
    let ago = i64::from(weekday.until(day.weekday()));
    let behind = |days: i64| day.checked_sub(days.days()).ok();
    let found = match (which, direction(read)) {
        (Pick::WeekShift(weeks), _) => {
            behind(i64::from(day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()))?.checked_add(weeks.weeks()).ok()
        }
        (Pick::This, _) => behind(i64::from(day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset())),
        (Pick::Back(weeks), _) => behind(if ago == 0 { 7 } else { ago }.checked_add(weeks.checked_sub(1)?.checked_mul(7)?)?),
        (Pick::Last | Pick::Before, _) => behind(if ago == 0 { 7 } else { ago }),
        (Pick::Next | Pick::After, _) => behind(ago - 7),
        (_, Some(Direction::Future)) => behind(if ago == 0 { 0 } else { ago - 7 }),
        _ => behind(ago),
    }?;
    let weekend = cycle == Cycle::Weekend;
    Some(if weekend { Period::holding(found, Unit::Weekend) } else { Period::Day(found) })
}

/// "the 3rd": this month's, or the last one before it, or the next one; "the 3rd of last month".
fn of_month(number: i8, which: Pick, direction: Option<Direction>, day: Date) -> Option<Date> {
    let in_month = |shift: i64| {
        let first = moved(day.first_of_month(), shift, Unit::Month)?;
        Date::new(first.year(), first.month(), number).ok()
    };
    match (which, direction) {
        (Pick::Last, _) => in_month(-1),
        (Pick::Next, _) => in_month(1),
        (Pick::Context, Some(Direction::Future)) => (0..=2).filter_map(in_month).find(|date| *date >= day),
        (Pick::Context, _) => (-2..=0).rev().filter_map(in_month).find(|date| *date <= day),
        _ => in_month(0),
    }
}

fn of_year(cycle: Cycle, which: Pick, read: Option<Read>, day: Date) -> Option<Period> {
    let year = day.year();
    if let Cycle::MonthDay { weekday: Some(weekday), .. } = cycle
        && let Some(period) = on_weekday(cycle, weekday, direction(read), day)
    {
        return Some(period);
    }
    let in_year = |shift: i64| calendar::occurrence(cycle, i16::try_from(i64::from(year) + shift).ok()?);
    let years = || (-2..=2).filter_map(in_year);
    let latest = |before: &dyn Fn(&Period) -> bool| years().filter(before).last();
    let earliest = |after: &dyn Fn(&Period) -> bool| years().find(after);
    let begun = |period: &Period| period.begin().is_some_and(|begin| begin <= day);
    match which {
        Pick::YearShift(shift) => in_year(shift),
        Pick::This => in_year(0),
        Pick::Last | Pick::Before => latest(&|period| period.end().is_some_and(|end| end < day)),
        Pick::Next | Pick::After => earliest(&|period| period.begin().is_some_and(|begin| begin > day)),
        // What lies nearest, weighted by what the verbs say: even a sure verb doesn't reach over most of a year.
        _ if matches!(cycle, Cycle::Month(_) | Cycle::MonthDay { .. } | Cycle::Season(_) | Cycle::Holiday(_) | Cycle::Nth { .. }) => {
            let (ahead, behind) = match read {
                Some(Read { direction: Direction::Future, trust }) => (1, weight(trust)),
                Some(Read { direction: Direction::Past, trust }) => (weight(trust), 1),
                None => (2, 1),
            };
            years().min_by_key(|period| distance(*period, day, ahead, behind))
        }
        _ => match direction(read) {
            // "expects to report third-quarter income": what lies a long way ahead is not meant.
            Some(Direction::Future) if matches!(cycle, Cycle::Quarter(_) | Cycle::Half(_)) => {
                let ahead = earliest(&|period| period.end().is_some_and(|end| end >= day));
                ahead.filter(|period| distance(*period, day, 1, 1) < 120).or_else(|| latest(&begun))
            }
            Some(Direction::Future) => earliest(&|period| period.end().is_some_and(|end| end >= day)),
            // "a packed agenda in the second half of the year"
            None if matches!(cycle, Cycle::Half(_)) => in_year(0),
            Some(Direction::Past) | None => latest(&begun),
        },
    }
}

/// Days between a period and `day`, weighted by whether it lies ahead or behind.
fn distance(period: Period, day: Date, ahead: i32, behind: i32) -> i32 {
    let days = period.begin().and_then(|begin| day.until(begin).ok()).map_or(i32::MAX, |span| span.get_days());
    if days <= 0 { days.saturating_neg().saturating_mul(behind) } else { days.saturating_mul(ahead) }
}

/// The direction, sure or not.
fn direction(read: Option<Read>) -> Option<Direction> {
    read.map(|read| read.direction)
}

/// "Wednesday, May 8" names its year: the nearest in which that day is a Wednesday.
fn on_weekday(cycle: Cycle, weekday: Weekday, direction: Option<Direction>, day: Date) -> Option<Period> {
    let years = (-6..=6).filter_map(|shift| calendar::occurrence(cycle, day.year().checked_add(shift)?));
    let fits = years.filter(|period| period.begin().is_some_and(|date| date.weekday() == weekday));
    fits.min_by_key(|period| {
        let ahead = period.begin().is_some_and(|begin| begin > day);
        let against = (direction == Some(Direction::Past) && ahead) || (direction == Some(Direction::Future) && !ahead);
        (distance(*period, day, 2, 1), against)
    })
    .filter(|period| distance(*period, day, 1, 1) < 550)
}
