//! Dates that are written out in running text, read by hand: "12th of September, 2013", "Sept. 12, 2013", "2013-09-12",
//! and in datelines without a year. A date begins and ends where a word does, and only the first of a form counts.

use std::ops::Range;

/// What a form holds: a year, where it names one, a month and a day.
pub(super) struct Found {
    pub range: Range<usize>,
    pub year: Option<i64>,
    pub month: i64,
    pub day: i64,
}

/// A way to write a date: reads it, or leaves it.
pub(super) type Form = fn(&mut Cursor) -> Option<(Option<i64>, i64, i64)>;

/// The first date of a form.
pub(super) fn first(text: &str, form: Form) -> Option<Found> {
    let mut after_word = false;
    let begins = text.char_indices().filter(move |(_, c)| {
        let begins = !after_word && c.is_ascii_alphanumeric();
        after_word = is_word(*c);
        begins
    });
    begins.map(|(start, _)| start).find_map(|start| {
        let mut cursor = Cursor { rest: text.get(start..)? };
        let (year, month, day) = form(&mut cursor)?;
        Some(Found { range: start..text.len() - cursor.rest.len(), year, month, day })
    })
}

/// "12 September 2013", "12th of Sept., 2013", "12-Sep-2013".
pub(super) fn day_month_year(cursor: &mut Cursor) -> Option<(Option<i64>, i64, i64)> {
    let day = cursor.day()?;
    let before_of = cursor.rest;
    if cursor.between(usize::MAX, char::is_whitespace).is_none() || !cursor.eat("of") {
        cursor.rest = before_of;
    }
    let mark = |c: char| c.is_whitespace() || c == '-';
    cursor.between(3, mark)?;
    let month = cursor.month()?;
    cursor.eat(",");
    cursor.between(3, mark)?;
    Some((Some(cursor.year()?), month, day))
}

/// "September 12, 2013", "Sept. 12th 2013".
pub(super) fn month_day_year(cursor: &mut Cursor) -> Option<(Option<i64>, i64, i64)> {
    let month = cursor.month()?;
    cursor.between(3, char::is_whitespace)?;
    let day = cursor.day()?;
    cursor.eat(",");
    cursor.between(3, char::is_whitespace)?;
    Some((Some(cursor.year()?), month, day))
}

/// "2013-09-12", also before a time.
pub(super) fn figures(cursor: &mut Cursor) -> Option<(Option<i64>, i64, i64)> {
    let year = cursor.digits(4..=4)?;
    let mut part = || if cursor.eat("-") { cursor.digits(2..=2) } else { None };
    let (month, day) = (part()?, part()?);
    (cursor.ends() || cursor.eat("T")).then_some((Some(year), month, day))
}

/// "12 September", "Sept. 12".
pub(super) fn day_and_month(cursor: &mut Cursor) -> Option<(Option<i64>, i64, i64)> {
    if let Some(day) = cursor.day() {
        cursor.between(3, char::is_whitespace)?;
        return Some((None, cursor.month()?, day));
    }
    let month = cursor.month()?;
    cursor.between(3, char::is_whitespace)?;
    let day = cursor.digits(1..=2)?;
    cursor.ends().then_some((None, month, day))
}

/// What of a text is not read yet.
pub(super) struct Cursor<'t> {
    rest: &'t str,
}

impl Cursor<'_> {
    /// A run of digits, if it has as many as allowed.
    fn digits(&mut self, allowed: std::ops::RangeInclusive<usize>) -> Option<i64> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at_checked(length).filter(|_| allowed.contains(&length))?;
        self.rest = rest;
        digits.parse().ok()
    }

    /// A day, with or without its ending.
    fn day(&mut self) -> Option<i64> {
        let day = self.digits(1..=2)?;
        let _ = ["st", "nd", "rd", "th"].iter().any(|ending| self.eat(ending));
        Some(day)
    }

    fn year(&mut self) -> Option<i64> {
        self.digits(4..=4).filter(|_| self.ends())
    }

    /// The name of a month, with a full stop where there is one.
    fn month(&mut self) -> Option<i64> {
        const NAMES: [(&str, &str); 12] = [
            ("jan", "uary"),
            ("feb", "ruary"),
            ("mar", "ch"),
            ("apr", "il"),
            ("may", ""),
            ("jun", "e"),
            ("jul", "y"),
            ("aug", "ust"),
            ("sep", "tember"),
            ("oct", "ober"),
            ("nov", "ember"),
            ("dec", "ember"),
        ];
        let length = self.rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = self.rest.split_at_checked(length)?;
        let (head, tail) = word.split_at_checked(3)?;
        let place = NAMES.iter().position(|(name, _)| name.eq_ignore_ascii_case(head))?;
        let whole = NAMES.get(place).is_some_and(|(_, whole)| tail.is_empty() || whole.eq_ignore_ascii_case(tail));
        let is_sept = place == 8 && tail.eq_ignore_ascii_case("t");
        if !(whole || is_sept) || rest.chars().next().is_some_and(is_word) {
            return None;
        }
        self.rest = rest;
        self.eat(".");
        i64::try_from(place).ok().map(|place| place + 1)
    }

    /// One to so many characters of a kind, and no more of them behind.
    fn between(&mut self, most: usize, is_kind: fn(char) -> bool) -> Option<()> {
        let behind = self.rest.trim_start_matches(is_kind);
        let count = self.rest.get(..self.rest.len() - behind.len())?.chars().take(most.saturating_add(1)).count();
        self.rest = behind;
        (1..=most).contains(&count).then_some(())
    }

    /// Passes over these letters or this mark, in any case.
    fn eat(&mut self, wanted: &str) -> bool {
        let is_next = self.rest.get(..wanted.len()).is_some_and(|next| next.eq_ignore_ascii_case(wanted));
        if let Some(rest) = self.rest.get(wanted.len()..).filter(|_| is_next) {
            self.rest = rest;
        }
        is_next
    }

    /// Whether no letter or digit stands here.
    fn ends(&self) -> bool {
        !self.rest.chars().next().is_some_and(is_word)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
