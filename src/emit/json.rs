//! JSON: one array a table, one object a row, cells in the order of the columns.

use std::borrow::Borrow;
use std::path::Path;

use jiff::civil::Date;

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed};
use crate::error::Result;
use crate::tables::{Cell, Rows, Table};

/// One `.json` a table.
pub(super) struct JsonWriter {
    /// The files of [`TABLES`], and that of the problems.
    files: Vec<Array>,
}

/// A file that holds one array.
struct Array {
    file: Output,
    keys: Vec<Key>,
    /// What stands before the next element.
    mark: &'static [u8],
}

impl JsonWriter {
    pub(super) fn create(folder: &Path) -> Result<Self> {
        let array = |table: &Table| {
            let file = Output::create(folder, &format!("{}.json", table.name))?;
            Ok(Array { file, keys: keys(table), mark: b"[\n" })
        };
        Ok(Self { files: filed().map(array).collect::<Result<_>>()? })
    }
}

impl Writer for JsonWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        rows.iter().zip(&mut self.files).try_for_each(|(rows, array)| array.append(rows))
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        if let Some(array) = self.files.last_mut() {
            array.append(problems)?;
        }
        self.files.into_iter().map(Array::whole).collect()
    }
}

impl Array {
    fn append(&mut self, rows: &Rows<'_>) -> Result<()> {
        let mut bytes = Vec::new();
        for row in rows {
            bytes.extend_from_slice(self.mark);
            object(&self.keys, row.iter(), &mut bytes);
            self.mark = b",\n";
        }
        self.file.put(&bytes)
    }

    fn whole(mut self) -> Result<Whole> {
        let is_empty = self.mark.starts_with(b"[");
        self.file.put(if is_empty { b"[\n]\n" } else { b"\n]\n" })?;
        self.file.whole()
    }
}

/// The most bytes of a key and an empty value.
const KEY: usize = 32;
/// The value of an empty cell.
const NULL: &str = "null";

/// The key of a column as it stands before a value: `,"name":`, and how many of the bytes that is. Names need no escapes.
/// Behind it stands [`NULL`], which many cells have for their value.
pub(super) struct Key([u8; KEY], usize);

impl Key {
    fn new(name: &str) -> Self {
        let mut key = [0; KEY];
        let parts = [",\"", name, "\":"];
        let bytes = parts.into_iter().chain([NULL]).flat_map(str::bytes);
        key.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
        Self(key, parts.into_iter().map(str::len).sum())
    }

    /// Writes all bytes, as so many are written at once, and takes back those that are too many.
    fn write(&self, out: &mut Vec<u8>) {
        self.write_with(0, out);
    }

    /// The same with the value of an empty cell.
    fn write_empty(&self, out: &mut Vec<u8>) {
        self.write_with(NULL.len(), out);
    }

    fn write_with(&self, more: usize, out: &mut Vec<u8>) {
        let end = out.len() + self.1 + more;
        out.extend_from_slice(&self.0);
        out.truncate(end);
    }
}

/// The keys of a table's columns.
pub(super) fn keys(table: &Table) -> Vec<Key> {
    table.columns.iter().map(|column| Key::new(column.name)).collect()
}

/// One object, from its [`keys`] and values.
pub(super) fn object<'c>(keys: &[Key], cells: impl Iterator<Item = impl Borrow<Cell<'c>>>, out: &mut Vec<u8>) {
    let start = out.len();
    let mut keys = keys.iter();
    cells.for_each(|cell| match (keys.next(), cell.borrow()) {
        (Some(key), Cell::Empty) => key.write_empty(out),
        (Some(key), cell) => {
            key.write(out);
            value(cell, out);
        }
        (None, _) => {}
    });
    // In place of the first comma.
    match out.get_mut(start) {
        Some(comma) => *comma = b'{',
        None => out.push(b'{'),
    }
    out.push(b'}');
}

/// The most bytes of words that are written at once.
const SHORT: usize = 16;

/// One value.
#[inline]
pub(super) fn value(cell: &Cell<'_>, out: &mut Vec<u8>) {
    match cell {
        Cell::Empty => out.extend_from_slice(NULL.as_bytes()),
        Cell::Text(words) => string(words, out),
        Cell::Number(n) => number(*n, out),
        Cell::Share(n) => {
            let (digits, shown) = share_digits(*n);
            out.extend_from_slice(&digits[..shown]);
        }
        Cell::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
        Cell::Day(day) => self::day(*day, out),
        Cell::List(items) => {
            out.push(b'[');
            for (n, item) in items.iter().enumerate() {
                if n > 0 {
                    out.push(b',');
                }
                string(item, out);
            }
            out.push(b']');
        }
    }
}

/// The digits of each number below a hundred.
const TWO_DIGITS: [[u8; 2]; 100] = {
    let (mut all, mut n) = ([[0; 2]; 100], 0);
    while n < all.len() {
        all[n] = [b'0' + n as u8 / 10, b'0' + n as u8 % 10];
        n += 1;
    }
    all
};

/// A whole number. Most have at most four digits, which are written at once, without the zeros before them.
fn number(n: u64, out: &mut Vec<u8>) {
    let Ok(n @ 0..10_000) = u32::try_from(n) else {
        return out.extend_from_slice(itoa::Buffer::new().format(n).as_bytes());
    };
    let zeros = u32::from(n < 10) + u32::from(n < 100) + u32::from(n < 1000);
    #[allow(clippy::cast_possible_truncation)] // each is below ten
    let [[a, b], [c, d]] = [n / 100, n % 100].map(|two| TWO_DIGITS[two as usize]);
    let end = out.len() + 4 - zeros as usize;
    out.extend_from_slice(&(u32::from_le_bytes([a, b, c, d]) >> (8 * zeros)).to_le_bytes());
    out.truncate(end);
}

/// A day, in quotes.
fn day(day: Date, out: &mut Vec<u8>) {
    let Ok(year @ 0..=9999) = u16::try_from(day.year()) else { return string(&day.to_string(), out) };
    let two = |n: u8| [b'0' + n / 10, b'0' + n % 10];
    #[allow(clippy::cast_possible_truncation)] // a year of four digits is two numbers of two
    let [[a, b], [c, d]] = [two((year / 100) as u8), two((year % 100) as u8)];
    #[allow(clippy::cast_sign_loss)] // months and days are counted from 1
    let [[e, f], [g, h]] = [two(day.month() as u8), two(day.day() as u8)];
    out.extend_from_slice(&[b'"', a, b, c, d, b'-', e, f, b'-', g, h, b'"']);
}

/// Words, in quotes.
#[inline]
pub(super) fn string(words: &str, out: &mut Vec<u8>) {
    if !short_string(words.as_bytes(), out) {
        any_string(words, out);
    }
}

/// Words of at most [`SHORT`] bytes of which none must be escaped, in quotes; says whether they are such words.
fn short_string(words: &[u8], out: &mut Vec<u8>) -> bool {
    let length = words.len();
    let mut bytes = [b'"'; 2 + SHORT];
    // The first and the last bytes of a word may be the same: both are written where they belong.
    if let (Some(first), Some(last)) = (words.first_chunk::<8>(), words.last_chunk::<8>()) {
        if length > SHORT || !is_plain(first) || !is_plain(last) {
            return false;
        }
        bytes[1..9].copy_from_slice(first);
        bytes[length - 7..=length].copy_from_slice(last);
    } else {
        let mut few = [b' '; 8];
        if let (Some(first), Some(last)) = (words.first_chunk::<4>(), words.last_chunk::<4>()) {
            few[..4].copy_from_slice(first);
            few[length - 4..length].copy_from_slice(last);
        } else if let ([first, ..], Some(middle), [.., last]) = (words, words.get(length / 2), words) {
            (few[0], few[length / 2], few[length - 1]) = (*first, *middle, *last);
        }
        if !is_plain(&few) {
            return false;
        }
        bytes[1..9].copy_from_slice(&few);
        bytes[length + 1] = b'"';
    }
    let end = out.len() + length + 2;
    out.extend_from_slice(&bytes);
    out.truncate(end);
    true
}

#[inline(never)] // most strings are short
fn any_string(words: &str, out: &mut Vec<u8>) {
    out.reserve(words.len() + 2);
    out.push(b'"');
    let mut rest = words.as_bytes();
    loop {
        let (plain, escaped) = rest.split_at(plain(rest));
        out.extend_from_slice(plain);
        let Some((byte, behind)) = escaped.split_first() else { break };
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0C => out.extend_from_slice(b"\\f"),
            _ => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
        }
        rest = behind;
    }
    out.push(b'"');
}

/// How many bytes stand before the first that must be escaped. Eight are looked at at once.
fn plain(bytes: &[u8]) -> usize {
    let (eights, _) = bytes.as_chunks();
    let start = 8 * eights.iter().take_while(|eight| is_plain(eight)).count();
    let escaped = |byte: &u8| matches!(byte, 0..b' ' | b'"' | b'\\');
    bytes[start..].iter().position(escaped).map_or(bytes.len(), |n| start + n)
}

/// Whether there is no quote, backslash or control character among eight bytes.
fn is_plain(eight: &[u8; 8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let eight = u64::from_le_bytes(*eight);
    let below = |eight: u64, least: u8| eight.wrapping_sub(ONES * u64::from(least)) & !eight;
    let other = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    (below(eight, b' ') | other(b'"') | other(b'\\')) & (ONES << 7) == 0
}

/// A share with at most two decimals: "0.9", "0.85", "1".
pub(super) fn share(n: f32) -> String {
    let (digits, shown) = share_digits(n);
    digits[..shown].iter().copied().map(char::from).collect()
}

/// The digits of a share and its point, and how many of them [`share`] gives.
fn share_digits(n: f32) -> ([u8; 4], usize) {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hundredths = whole(f64::from(n.clamp(0.0, 1.0)) * 100.0) as u8;
    let digits = [hundredths / 100, hundredths % 100 / 10, hundredths % 10].map(|digit| b'0' + digit);
    let shown = match digits {
        [_, b'0', b'0'] => 1,
        [_, _, b'0'] => 3,
        _ => 4,
    };
    ([digits[0], b'.', digits[1], digits[2]], shown)
}

/// The nearest whole number, the even one of two as near, without asking the system's library: a float of this size has no place for
/// less than ones.
fn whole(n: f64) -> f64 {
    const LARGE: f64 = 6_755_399_441_055_744.0;
    (n + LARGE) - LARGE
}

/// The share that [`share`] writes, for formats that hold numbers.
pub(super) fn rounded(n: f32) -> f64 {
    share(n).parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::Value;

    use super::*;
    use crate::emit::{Format, fixture};
    use crate::tables::{CellKind, Column};

    fn cell(column: &Column, value: &Value) -> Cell<'static> {
        let words = |value: &Value| value.as_str().unwrap().to_owned().into();
        match column.kind {
            _ if value.is_null() => Cell::Empty,
            CellKind::Number => Cell::Number(value.as_u64().unwrap()),
            CellKind::Share => Cell::Share(value.as_f64().unwrap() as f32),
            CellKind::Flag => Cell::Flag(value.as_bool().unwrap()),
            CellKind::List => Cell::List(value.as_array().unwrap().iter().map(words).collect()),
            _ => Cell::Text(words(value)),
        }
    }

    fn read(folder: &Path, table: &Table) -> Rows<'static> {
        let bytes = std::fs::read(folder.join(format!("{}.json", table.name))).unwrap();
        let rows: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
        rows.iter().map(|row| table.columns.iter().map(|column| cell(column, &row[column.name])).collect()).collect()
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Format::Json, read, |_, cell| Some(cell));
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Format::Json);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Format::Json, read);
    }

    #[test]
    fn days_are_written_as_iso_8601_has_them() {
        for (day, want) in
            [(date(2013, 8, 21), "\"2013-08-21\""), (date(9, 12, 1), "\"0009-12-01\""), (date(-44, 3, 15), "\"-000044-03-15\"")]
        {
            let mut bytes = Vec::new();
            value(&Cell::Day(day), &mut bytes);
            assert_eq!(String::from_utf8(bytes).unwrap(), want);
        }
    }

    #[test]
    fn keys_are_whole() {
        for column in filed().flat_map(|table| table.columns) {
            let mut bytes = Vec::new();
            Key::new(column.name).write(&mut bytes);
            Key::new(column.name).write_empty(&mut bytes);
            let name = column.name;
            assert_eq!(String::from_utf8(bytes).unwrap(), format!(",\"{name}\":,\"{name}\":null"));
        }
    }

    #[test]
    fn any_words_are_a_string_that_reads_back() {
        for words in (0..=0x2FF)
            .filter_map(char::from_u32)
            .flat_map(|ch| ["", "seven..", "a\"b", "fourteen......"].map(|before| format!("{before}{ch} behind {ch}")))
        {
            let mut bytes = Vec::new();
            string(&words, &mut bytes);
            assert_eq!(String::from_utf8(bytes).unwrap(), serde_json::to_string(&words).unwrap());
        }
    }

    #[test]
    fn shares_are_short_and_never_empty() {
        assert_eq!([0.9, 0.853, 1.0, 0.0, 7.0].map(share), ["0.9", "0.85", "1", "0", "1"]);
        for n in (0..=4_000).map(|n| n as f32 / 4_000.0).chain([0.125, 0.375, 0.625, 0.875]) {
            let written = format!("{n:.2}");
            assert_eq!(share(n), written.trim_end_matches('0').trim_end_matches('.'), "{n}");
        }
    }
}
