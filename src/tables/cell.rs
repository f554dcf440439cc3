//! A cell: a value that every format can write.

use std::borrow::Cow;

use jiff::civil::Date;

/// What the cells of a column hold, besides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Words.
    Text,
    /// An id of this or another table: "a3".
    Id,
    /// A whole number.
    Number,
    /// A number between 0 and 1, with two decimals.
    Share,
    /// `true` or `false`.
    Flag,
    /// An ISO 8601 day.
    Day,
    /// An ISO 8601 day, or a month or a year where no more is known.
    Date,
    /// Words in order.
    List,
    /// The article's text: left out of formats for spreadsheets.
    Article,
}

/// The letters that ids start with.
const LETTERS: &str = "acdmps";
/// Rows whose ids are in [`SMALL_IDS`].
const SMALL: usize = 999;
/// Bytes of an id there, with what fills it up.
const WIDTH: usize = 4;
/// The ids of the first rows of all tables one after another, so that most ids need no memory of their own.
static SMALL_IDS: &str = match std::str::from_utf8(&SMALL_BYTES) {
    Ok(ids) => ids,
    Err(_) => "",
};
static SMALL_BYTES: [u8; LETTERS.len() * SMALL * WIDTH] = small_ids();

const fn small_ids() -> [u8; LETTERS.len() * SMALL * WIDTH] {
    let mut ids = [b' '; LETTERS.len() * SMALL * WIDTH];
    let mut n = 0;
    while n < LETTERS.len() * SMALL {
        let row = n % SMALL + 1;
        let digits = [row / 100, row / 10 % 10, row % 10];
        let first = if row < 10 { 2 } else { (row < 100) as usize };
        ids[WIDTH * n] = LETTERS.as_bytes()[n / SMALL];
        let mut at = first;
        while at < digits.len() {
            ids[WIDTH * n + 1 + at - first] = digit(digits[at]);
            at += 1;
        }
        n += 1;
    }
    ids
}

#[allow(clippy::cast_possible_truncation)] // n is below 10
const fn digit(n: usize) -> u8 {
    b'0' + n as u8
}

/// The id of row `n`, where it is in [`SMALL_IDS`].
#[inline]
fn small_id(letter: char, n: usize) -> Option<&'static str> {
    let of_letter = LETTERS.bytes().position(|known| char::from(known) == letter)?;
    let start = WIDTH * (SMALL * of_letter + n);
    let length = 2 + usize::from(n >= 9) + usize::from(n >= 99);
    SMALL_IDS.get(start..start + length).filter(|_| n < SMALL)
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Unknown or not stated.
    Empty,
    /// Words, ids, dates.
    Text(Cow<'a, str>),
    /// A whole number.
    Number(u64),
    /// A number between 0 and 1.
    Share(f32),
    /// `true` or `false`.
    Flag(bool),
    /// A day, which is written as ISO 8601 has it.
    Day(Date),
    /// Words in order.
    List(Vec<Cow<'a, str>>),
}

impl<'a> Cell<'a> {
    /// Words; empty words are an empty cell.
    pub(super) fn text(words: &'a str) -> Self {
        if words.is_empty() { Self::Empty } else { Self::Text(Cow::Borrowed(words)) }
    }

    /// Words, where there are some.
    pub(super) fn maybe(words: Option<&'a str>) -> Self {
        words.map_or(Self::Empty, Self::text)
    }

    /// The id of row `n`, counted from 0, of a table whose ids start with `letter`.
    #[inline]
    pub(super) fn id(letter: char, n: usize) -> Self {
        Self::Text(small_id(letter, n).map_or_else(|| Cow::Owned(format!("{letter}{}", n + 1)), Cow::Borrowed))
    }

    /// An id, where there is one.
    pub(super) fn maybe_id(letter: char, n: Option<usize>) -> Self {
        n.map_or(Self::Empty, |n| Self::id(letter, n))
    }

    /// A whole number.
    pub(super) fn count(n: usize) -> Self {
        Self::Number(n as u64)
    }

    /// A whole number, where there is one.
    pub(super) fn number(n: Option<u64>) -> Self {
        n.map_or(Self::Empty, Self::Number)
    }

    /// The same cell, with words of its own.
    pub fn into_owned(self) -> Cell<'static> {
        let owned = |words: Cow<'_, str>| Cow::Owned(words.into_owned());
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(words) => Cell::Text(owned(words)),
            Self::Number(n) => Cell::Number(n),
            Self::Share(share) => Cell::Share(share),
            Self::Flag(flag) => Cell::Flag(flag),
            Self::Day(day) => Cell::Day(day),
            Self::List(items) => Cell::List(items.into_iter().map(owned).collect()),
        }
    }

    /// A day, where there is one.
    pub(super) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_a_letter_and_the_number_of_the_row() {
        for letter in LETTERS.chars().chain(['z']) {
            for n in 0..SMALL + 20 {
                assert_eq!(Cell::id(letter, n), Cell::Text(format!("{letter}{}", n + 1).into()));
            }
        }
    }
}
