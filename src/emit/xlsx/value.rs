//! A cell as a spreadsheet shows it.

use std::borrow::Cow;

use jiff::civil::{Date, date};

use crate::emit::csv::{harmless, joined};
use crate::emit::json;
use crate::tables::{Cell, CellKind};

/// UTF-16 units in a cell.
pub(super) const LONGEST: usize = 32_767;
/// What ends a cell that was cut.
pub(super) const CUT: &str = "… [cut]";
/// The largest whole number up to which a spreadsheet counts in ones.
const LARGEST: u64 = 1 << 53;
/// From this day on, all spreadsheets count alike.
const FIRST_DAY: Date = date(1900, 3, 1);
/// The day before the first in Excel's count, were 1900 no leap year in it.
pub(super) const DAY_ZERO: Date = date(1899, 12, 30);

/// What is written.
pub(super) enum Value<'a> {
    Number(f64),
    Day(f64),
    Flag(bool),
    Words(Cow<'a, str>),
}

impl<'a> Value<'a> {
    /// What is written for a cell in a column of this kind; nothing for an empty one.
    pub fn of(cell: &'a Cell<'_>, kind: CellKind) -> Option<Self> {
        let words = match cell {
            Cell::Empty => return None,
            Cell::Number(n) if *n <= LARGEST => return Some(Self::Number(*n as f64)),
            Cell::Share(share) => return Some(Self::Number(json::rounded(*share))),
            Cell::Flag(flag) => return Some(Self::Flag(*flag)),
            Cell::Number(n) => n.to_string().into(),
            Cell::Text(words) => Cow::Borrowed(words.as_ref()),
            Cell::Day(day) => day.to_string().into(),
            Cell::List(items) => joined(items).into(),
        };
        let is_day = matches!(kind, CellKind::Day | CellKind::Date);
        day(&words).filter(|_| is_day).map(Self::Day).or_else(|| Some(Self::Words(fitting(harmless(words)))))
    }

    /// How many characters show all of it, up to `most`.
    pub fn width(&self, most: usize) -> usize {
        match self {
            Self::Number(n) => n.to_string().len(),
            Self::Day(_) => "2013-08-21".len(),
            Self::Flag(_) => "FALSE".len(),
            Self::Words(words) => words.lines().next().unwrap_or_default().chars().take(most).count(),
        }
    }
}

/// A day as spreadsheets count it, where all of them count alike.
pub(super) fn day(words: &str) -> Option<f64> {
    let day = words.parse::<Date>().ok().filter(|day| *day >= FIRST_DAY)?;
    Some(f64::from(day.since(DAY_ZERO).ok()?.get_days()))
}

/// Words cut to what a cell holds.
fn fitting(words: Cow<'_, str>) -> Cow<'_, str> {
    // No character has more UTF-16 units than bytes.
    if words.len() <= LONGEST || words.encode_utf16().count() <= LONGEST {
        return words;
    }
    let mut units = CUT.encode_utf16().count();
    let kept = words.chars().take_while(|c| {
        units += c.len_utf16();
        units <= LONGEST
    });
    kept.chain(CUT.chars()).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_cell_is_as_long_as_a_cell_may_be() {
        let globes = format!("a{}", "🌍".repeat(20_000));
        for (words, kept) in [("a".repeat(LONGEST), LONGEST), (globes, LONGEST - 1), ("é".repeat(20_000), 20_000)] {
            assert_eq!(fitting(words.as_str().into()).encode_utf16().count(), kept);
        }
    }
}
