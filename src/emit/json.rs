//! JSON: one array a table, one object a row, cells in the order of the columns.

use crate::tables::{Cell, Column, Rows, Table};

/// Appends rows, each behind a comma and a line break: the file writer drops the first comma.
pub(super) fn rows(table: &Table, rows: &Rows<'_>, out: &mut Vec<u8>) {
    for row in rows {
        out.extend_from_slice(b",\n");
        object(table.columns.iter().zip(row), out);
    }
}

/// One object.
pub(super) fn object<'a>(cells: impl Iterator<Item = (&'a Column, &'a Cell<'a>)>, out: &mut Vec<u8>) {
    out.push(b'{');
    for (n, (column, cell)) in cells.enumerate() {
        if n > 0 {
            out.push(b',');
        }
        // The name of a column is made of letters that need no escapes.
        out.push(b'"');
        out.extend_from_slice(column.name.as_bytes());
        out.extend_from_slice(b"\":");
        value(cell, out);
    }
    out.push(b'}');
}

fn value(cell: &Cell<'_>, out: &mut Vec<u8>) {
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

fn string(words: &str, out: &mut Vec<u8>) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_short_and_never_empty() {
        assert_eq!([0.9, 0.853, 1.0, 0.0, 7.0].map(share), ["0.9", "0.85", "1", "0", "1"]);
        for n in (0..=4_000).map(|n| n as f32 / 4_000.0).chain([0.125, 0.375, 0.625, 0.875]) {
            let written = format!("{n:.2}");
            assert_eq!(share(n), written.trim_end_matches('0').trim_end_matches('.'), "{n}");
        }
    }
}
