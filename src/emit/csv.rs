//! CSV that a spreadsheet opens as it is: UTF-8, quoted where needed, no cell that runs as a formula.

use std::borrow::Cow;
use std::path::Path;

use csv::{QuoteStyle, WriterBuilder};

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed};
use crate::error::Result;
use crate::tables::{Cell, CellKind, PROBLEMS, Rows, TABLES, Table};

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

/// One `.csv` a table, and a description of them all.
pub(super) struct CsvWriter {
    /// The files of [`TABLES`], and that of the problems.
    files: Vec<Output>,
    /// What describes them.
    package: Output,
    style: CsvStyle,
    /// What is written next, kept for its memory.
    bytes: Vec<u8>,
}

impl CsvWriter {
    pub(super) fn create(folder: &Path, style: CsvStyle) -> Result<Self> {
        let file = |table: &Table| {
            let mut file = Output::create(folder, &format!("{}.csv", table.name))?;
            file.put(&header(table, style))?;
            Ok(file)
        };
        let mut package = Output::create(folder, "datapackage.json")?;
        package.put(&super::package::package(style))?;
        Ok(Self { package, files: filed().map(file).collect::<Result<_>>()?, style, bytes: Vec::new() })
    }
}

impl Writer for CsvWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        for ((table, rows), file) in TABLES.iter().zip(rows).zip(&mut self.files) {
            self.bytes.clear();
            append(table, rows, self.style, &mut self.bytes);
            file.put(&self.bytes)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        self.bytes.clear();
        append(&PROBLEMS, problems, self.style, &mut self.bytes);
        if let Some(file) = self.files.last_mut() {
            file.put(&self.bytes)?;
        }
        self.files.into_iter().chain([self.package]).map(Output::whole).collect()
    }
}

/// What stands before the first row: the mark, if wanted, and the names of the columns.
fn header(table: &Table, style: CsvStyle) -> Vec<u8> {
    let mut out = Vec::new();
    if style.bom {
        out.extend_from_slice("\u{FEFF}".as_bytes());
    }
    let names = table.columns.iter().filter(|column| column.kind != CellKind::Article).map(|column| column.name);
    write(style, &mut out, std::iter::once(names.map(Cow::Borrowed).collect::<Vec<_>>()));
    out
}

fn append(table: &Table, rows: &Rows<'_>, style: CsvStyle, out: &mut Vec<u8>) {
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
        Cell::Day(day) => day.to_string().into(),
        Cell::List(items) => harmless(joined(items).into()),
    }
}

/// A list in one cell.
pub(super) fn joined(items: &[Cow<'_, str>]) -> String {
    items.join("; ")
}

/// An apostrophe before what a spreadsheet would run as a formula.
pub(super) fn harmless(words: Cow<'_, str>) -> Cow<'_, str> {
    if words.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{words}").into() } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::{Format, fixture};
    use crate::tables::Column;

    fn cell(column: &Column, words: &str) -> Cell<'static> {
        match column.kind {
            _ if words.is_empty() => Cell::Empty,
            CellKind::Number => Cell::Number(words.parse().unwrap()),
            CellKind::Share => Cell::Share(words.parse().unwrap()),
            CellKind::Flag => Cell::Flag(words.parse().unwrap()),
            _ => Cell::Text(words.to_owned().into()),
        }
    }

    fn read(folder: &Path, table: &Table) -> Rows<'static> {
        let columns: Vec<_> = table.columns.iter().filter(|column| column.kind != CellKind::Article).collect();
        let mut reader = csv::Reader::from_path(folder.join(format!("{}.csv", table.name))).unwrap();
        assert!(reader.headers().unwrap().iter().eq(columns.iter().map(|column| column.name)));
        let rows = reader.records().map(|row| row.unwrap());
        rows.map(|row| columns.iter().zip(&row).map(|(column, words)| cell(column, words)).collect()).collect()
    }

    fn shows(kind: CellKind, cell: Cell<'static>) -> Option<Cell<'static>> {
        let cell = match cell {
            Cell::List(items) if items.is_empty() => Cell::Empty,
            Cell::List(items) => Cell::Text(harmless(joined(&items).into())),
            Cell::Text(words) => Cell::Text(harmless(words)),
            other => other,
        };
        (kind != CellKind::Article).then_some(cell)
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Format::Csv, read, shows);
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Format::Csv);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Format::Csv, read);
    }

    #[test]
    fn a_cell_never_runs_as_a_formula() {
        for (words, want) in [("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("10-15", "10-15"), ("é", "é")] {
            assert_eq!(written(&Cell::Text(words.into())), want);
        }
        assert_eq!(written(&Cell::List(vec!["+a".into(), "b".into()])), "'+a; b");
    }
}
