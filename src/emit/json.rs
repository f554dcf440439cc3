//! JSON: one array a table, one object a row, cells in the order of the columns.

use std::borrow::Borrow;
use std::path::Path;

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed};
use crate::error::Result;
use crate::tables::{Cell, Column, PROBLEMS, Rows, TABLES, Table};

/// One `.json` a table.
pub(super) struct JsonWriter {
    /// The files of [`TABLES`], and that of the problems.
    files: Vec<Array>,
}

/// A file that holds one array.
struct Array {
    file: Output,
    /// What stands before the next element.
    mark: &'static [u8],
}

impl JsonWriter {
    pub(super) fn create(folder: &Path) -> Result<Self> {
        let array = |table: &Table| Ok(Array { file: Output::create(folder, &format!("{}.json", table.name))?, mark: b"[\n" });
        Ok(Self { files: filed().map(array).collect::<Result<_>>()? })
    }
}

impl Writer for JsonWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let mut tables = TABLES.iter().zip(rows).zip(&mut self.files);
        tables.try_for_each(|((table, rows), array)| array.append(table, rows))
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        if let Some(array) = self.files.last_mut() {
            array.append(&PROBLEMS, problems)?;
        }
        self.files.into_iter().map(Array::whole).collect()
    }
}

impl Array {
    fn append(&mut self, table: &Table, rows: &Rows<'_>) -> Result<()> {
        let mut bytes = Vec::new();
        for row in rows {
            bytes.extend_from_slice(self.mark);
            object(table.columns.iter().zip(row), &mut bytes);
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

/// One object.
pub(super) fn object<'a, 'c>(cells: impl Iterator<Item = (&'a Column, impl Borrow<Cell<'c>>)>, out: &mut Vec<u8>) {
    out.push(b'{');
    for (n, (column, cell)) in cells.enumerate() {
        if n > 0 {
            out.push(b',');
        }
        // The name of a column is made of letters that need no escapes.
        out.push(b'"');
        out.extend_from_slice(column.name.as_bytes());
        out.extend_from_slice(b"\":");
        value(cell.borrow(), out);
    }
    out.push(b'}');
}

/// One value.
pub(super) fn value(cell: &Cell<'_>, out: &mut Vec<u8>) {
    match cell {
        Cell::Empty => out.extend_from_slice(b"null"),
        Cell::Text(words) => string(words, out),
        Cell::Number(n) => out.extend_from_slice(itoa::Buffer::new().format(*n).as_bytes()),
        Cell::Share(n) => out.extend(share_digits(*n)),
        Cell::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
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

/// Whether a byte can't stand in a string as it is.
const ESCAPED: [bool; 256] = {
    let mut escaped = [false; 256];
    let mut byte = 0;
    while byte < b' ' as usize {
        escaped[byte] = true;
        byte += 1;
    }
    escaped[b'"' as usize] = true;
    escaped[b'\\' as usize] = true;
    escaped
};

/// Words, in quotes.
pub(super) fn string(words: &str, out: &mut Vec<u8>) {
    if words.bytes().any(|byte| ESCAPED[usize::from(byte)]) {
        // Writing a string to memory can't fail.
        let _ = serde_json::to_writer(out, words);
    } else {
        out.reserve(words.len() + 2);
        out.push(b'"');
        out.extend_from_slice(words.as_bytes());
        out.push(b'"');
    }
}

/// A share with at most two decimals: "0.9", "0.85", "1".
pub(super) fn share(n: f32) -> String {
    share_digits(n).map(char::from).collect()
}

/// The digits of a share and its point, as [`share`] gives them.
fn share_digits(n: f32) -> impl Iterator<Item = u8> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let hundredths = (f64::from(n.clamp(0.0, 1.0)) * 100.0).round_ties_even() as u8;
    let digits = [hundredths / 100, hundredths % 100 / 10, hundredths % 10].map(|digit| b'0' + digit);
    let shown = match digits {
        [_, b'0', b'0'] => 1,
        [_, _, b'0'] => 3,
        _ => 4,
    };
    [digits[0], b'.', digits[1], digits[2]].into_iter().take(shown)
}

/// The share that [`share`] writes, for formats that hold numbers.
pub(super) fn rounded(n: f32) -> f64 {
    share(n).parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::emit::{Format, fixture};
    use crate::tables::CellKind;

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
    fn shares_are_short_and_never_empty() {
        assert_eq!([0.9, 0.853, 1.0, 0.0, 7.0].map(share), ["0.9", "0.85", "1", "0", "1"]);
        for n in (0..=4_000).map(|n| n as f32 / 4_000.0).chain([0.125, 0.375, 0.625, 0.875]) {
            let written = format!("{n:.2}");
            assert_eq!(share(n), written.trim_end_matches('0').trim_end_matches('.'), "{n}");
        }
    }
}
