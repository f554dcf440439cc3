//! Which Friday, which August: one occurrence of what comes back.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Meant, blank};
use crate::extract::dates::calendar;
use crate::extract::dates::meaning::{Cycle, Direction, Pick};
use crate::extract::dates::mention::Anchor;
use crate::extract::dates::period::{Period, Unit};

use super::story::Story;

/// The occurrence that `which` and the verbs around it (`direction`) pick.
pub fn pick(story: &Story, cycle: Cycle, which: Pick, direction: Option<Direction>, sentence: usize) -> Meant {
    if let Pick::Year(year) = which {
        return calendar::occurrence(cycle, year).map_or_else(|| blank::cycle(cycle), |period| Meant::Period(period, Anchor::Absolute));
    }
    let weekly = matches!(cycle, Cycle::Weekday(_) | Cycle::Weekend);
    if let Some(meant) = told(story, cycle, which, direction, sentence, weekly) {
        return meant;
    }
    let Some(day) = story.day().filter(|_| story.knows(if weekly { Unit::Day } else { Unit::Year })) else { return blank::cycle(cycle) };
    let period = if weekly { of_week(cycle, which, direction, day) } else { of_year(cycle, which, direction, day) };
    period.map_or_else(|| blank::cycle(cycle), |period| Meant::Period(period, Anchor::Published))
}

/// Counted from what was spoken of: "the following Friday"; "in December 2007 ... by February".
fn told(story: &Story, cycle: Cycle, which: Pick, direction: Option<Direction>, sentence: usize, weekly: bool) -> Option<Meant> {
    let calendar_date = matches!(cycle, Cycle::Month(_) | Cycle::MonthDay { .. } | Cycle::Season(_));
    let (base, which) = match which {
        Pick::Before | Pick::After => (story.mentioned()?, which),
        Pick::Context if calendar_date && direction != Some(Direction::Future) => (story.year_in_sentence(sentence)?, Pick::After),
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

fn of_week(cycle: Cycle, which: Pick, direction: Option<Direction>, day: Date) -> Option<Period> {
    let weekday = match cycle {
        Cycle::Weekday(weekday) => weekday,
        _ => Weekday::Saturday,
    };
    let ago = i64::from(weekday.until(day.weekday()));
    let behind = |days: i64| day.checked_sub(days.days()).ok();
    let found = match (which, direction) {
        (Pick::WeekShift(weeks), _) => {
            behind(i64::from(day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()))?.checked_add(weeks.weeks()).ok()
        }
        (Pick::This, Some(Direction::Past)) | (Pick::This, None) | (Pick::This, Some(Direction::Future)) => {
            behind(i64::from(day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()))
        }
        (Pick::Last | Pick::Before, _) => behind(if ago == 0 { 7 } else { ago }),
        (Pick::Next | Pick::After, _) => behind(ago - 7),
        (_, Some(Direction::Future)) => behind(if ago == 0 { 0 } else { ago - 7 }),
        _ => behind(ago),
    }?;
    // A weekend that is not over yet, on a Sunday, is this one.
    let weekend = cycle == Cycle::Weekend;
    let found = if weekend && day.weekday() == Weekday::Sunday && which == Pick::Next { found } else { found };
    Some(if weekend { Period::holding(found, Unit::Weekend) } else { Period::Day(found) })
}

fn of_year(cycle: Cycle, which: Pick, direction: Option<Direction>, day: Date) -> Option<Period> {
    let year = day.year();
    if let Cycle::MonthDay { weekday: Some(weekday), .. } = cycle {
        if let Some(period) = on_weekday(cycle, weekday, direction, day) {
            return Some(period);
        }
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
        _ => match direction {
            // "expects to report third-quarter income": what lies a long way ahead is not meant.
            Some(Direction::Future) if matches!(cycle, Cycle::Quarter(_) | Cycle::Half(_)) => {
                let ahead = earliest(&|period| period.end().is_some_and(|end| end >= day));
                ahead.filter(|period| distance(*period, day) < 120).or_else(|| latest(&begun))
            }
            Some(Direction::Future) => earliest(&|period| period.end().is_some_and(|end| end >= day)),
            Some(Direction::Past) => latest(&begun),
            None if matches!(cycle, Cycle::Month(_) | Cycle::MonthDay { .. } | Cycle::Holiday(_)) => {
                years().min_by_key(|period| distance(*period, day))
            }
            None => latest(&begun),
        },
    }
}

/// Days between a period and `day`; what lies ahead counts half as much again.
fn distance(period: Period, day: Date) -> i32 {
    let days = period.begin().and_then(|begin| day.until(begin).ok()).map_or(i32::MAX, |span| span.get_days());
    if days <= 0 { days.saturating_neg() } else { days.saturating_mul(3) / 2 }
}

/// "Wednesday, May 8" names its year: the nearest in which that day is a Wednesday.
fn on_weekday(cycle: Cycle, weekday: Weekday, direction: Option<Direction>, day: Date) -> Option<Period> {
    let years = (-6..=6).filter_map(|shift| calendar::occurrence(cycle, day.year().checked_add(shift)?));
    let fits = years.filter(|period| period.begin().is_some_and(|date| date.weekday() == weekday));
    fits.min_by_key(|period| {
        let ahead = period.begin().is_some_and(|begin| begin > day);
        let against = (direction == Some(Direction::Past) && ahead) || (direction == Some(Direction::Future) && !ahead);
        (distance(*period, day), against)
    })
    .filter(|period| distance(*period, day) < 550)
}
