//! CSV that a spreadsheet opens as it is: UTF-8, quoted where needed, no cell that runs as a formula.

use std::borrow::Cow;

use csv::{QuoteStyle, WriterBuilder};

use crate::tables::{Cell, CellKind, Rows, Table};

/// How CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvStyle {
    /// Between cells: `,`, `;` or a tab.
    pub separator: u8,
    /// Whether a file starts with a byte order mark, by which older Excel knows UTF-8.
    pub bom: bool,
}

impl Default for CsvStyle {
    fn default() -> Self {
        Self { separator: b',', bom: false }
    }
}

/// What stands before the first row: the mark, if wanted, and the names of the columns.
pub(super) fn header(table: &Table, style: CsvStyle) -> Vec<u8> {
    let mut out = Vec::new();
    if style.bom {
        out.extend_from_slice("\u{FEFF}".as_bytes());
    }
    let names = table.columns.iter().filter(|column| column.kind != CellKind::Article).map(|column| column.name);
    write(style, &mut out, std::iter::once(names.map(Cow::Borrowed).collect::<Vec<_>>()));
    out
}

/// Appends rows.
pub(super) fn rows(table: &Table, rows: &Rows<'_>, style: CsvStyle, out: &mut Vec<u8>) {
    let records = rows.iter().map(|row| {
        let cells = row.iter().zip(table.columns).filter(|(_, column)| column.kind != CellKind::Article);
        cells.map(|(cell, _)| written(cell)).collect::<Vec<_>>()
    });
    write(style, out, records);
}

fn write<'a>(style: CsvStyle, out: &mut Vec<u8>, records: impl Iterator<Item = Vec<Cow<'a, str>>>) {
    let mut writer = WriterBuilder::new().delimiter(style.separator).quote_style(QuoteStyle::Necessary).from_writer(out);
    for record in records {
        // Writing to memory can't fail, and all records of a table have the same length.
        let _ = writer.write_record(record.iter().map(|cell| cell.as_bytes()));
    }
    let _ = writer.flush();
}

fn written<'a>(cell: &'a Cell<'_>) -> Cow<'a, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Text(words) => harmless(Cow::Borrowed(words)),
        Cell::Number(n) => n.to_string().into(),
        Cell::Share(share) => super::json::share(*share).into(),
        Cell::Flag(flag) => if *flag { "true" } else { "false" }.into(),
        Cell::List(items) => harmless(items.join("; ").into()),
    }
}

/// An apostrophe before what a spreadsheet would run as a formula.
fn harmless(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}").into() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_runs_as_a_formula() {
        for (words, want) in [("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("10-15", "10-15"), ("é", "é")] {
            assert_eq!(written(&Cell::Text(words.into())), want);
        }
        assert_eq!(written(&Cell::List(vec!["+a".into(), "b".into()])), "'+a; b");
    }
}
