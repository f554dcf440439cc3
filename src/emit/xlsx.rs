//! XLSX: one workbook, `factbox.xlsx`, a sheet a table, ready to be filtered, sorted and read.
//!
//! Numbers are numbers, days are days, and a row's `doc_id` leads to its document's row. Excel sets bounds, and what they
//! take is seen: a cell holds 32,767 characters, and what is cut ends in a mark; a sheet holds 1,048,576 rows, and what
//! comes next stands in a further sheet (`actors_2`); 65,530 cells of a sheet may be links, and those behind are plain.
//! Days before March 1900, which spreadsheets count differently, stay words.
//!
//! Rows go to temporary files as they come, so memory does not grow with them; the workbook is put together at the end.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use jiff::civil::{Date, date};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Url, Workbook, Worksheet, XlsxError};

use super::csv::{harmless, joined};
use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed, json};
use crate::error::Result;
use crate::tables::{Cell, CellKind, Column, Rows, Table};

/// Rows of a sheet below its header.
const MOST_ROWS: u32 = 1_048_575;
/// Links in a sheet.
const MOST_LINKS: u32 = 65_530;
/// UTF-16 units in a cell.
const LONGEST_CELL: usize = 32_767;
/// What ends a cell that was cut.
const CUT: &str = "… [cut]";
/// Characters that the widest column shows.
const WIDEST: usize = 60;
/// What a header needs besides its name: the button of the filter.
const BUTTON: usize = 4;
/// The largest whole number up to which a spreadsheet counts in ones.
const LARGEST: u64 = 1 << 53;
/// From this day on, all spreadsheets count alike.
const FIRST_DAY: Date = date(1900, 3, 1);
/// The day before the first in Excel's count, were 1900 no leap year in it.
const DAY_ZERO: Date = date(1899, 12, 30);

/// The workbook of one run.
pub(super) struct XlsxWriter {
    output: Output,
    workbook: Workbook,
    tables: Vec<Sheets>,
    looks: Looks,
    documents: u32,
}

/// How cells look.
struct Looks {
    header: Format,
    day: Format,
    link: Format,
}

/// The sheets of one table.
struct Sheets {
    table: &'static Table,
    full: Vec<Worksheet>,
    open: Sheet,
}

struct Sheet {
    sheet: Worksheet,
    rows: u32,
    links: u32,
    widths: Vec<usize>,
}

impl XlsxWriter {
    /// Makes the file, and a sheet for each table.
    pub fn create(folder: &Path) -> Result<Self> {
        let output = Output::create(folder, "factbox.xlsx")?;
        let mut workbook = Workbook::new();
        let looks = Looks {
            header: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            link: Format::new().set_hyperlink(),
        };
        let begun = begin(&mut workbook, folder, &looks);
        let tables = begun.map_err(|error| output.failed(io::Error::other(error)))?;
        Ok(Self { output, workbook, tables, looks, documents: 0 })
    }

    /// Appends rows of the table with this number; those of a document lead to its row.
    fn rows(&mut self, table: usize, rows: &Rows<'_>, document: Option<u32>) -> Result<()> {
        let Some(sheets) = self.tables.get_mut(table) else { return Ok(()) };
        let written = rows.iter().try_for_each(|row| sheets.row(&mut self.workbook, &self.looks, row, document));
        written.map_err(|error| self.output.failed(io::Error::other(error)))
    }

    fn save(&mut self) -> std::result::Result<(), XlsxError> {
        // The time of the run would make equal tables unequal files.
        let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
        self.workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
        for sheets in self.tables.drain(..) {
            sheets.full.into_iter().for_each(|sheet| self.workbook.push_worksheet(sheet));
            self.workbook.push_worksheet(sheets.open.close(sheets.table)?);
        }
        self.workbook.save_to_writer(&mut self.output)
    }
}

impl Writer for XlsxWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let document = self.documents;
        self.documents += 1;
        rows.iter().enumerate().try_for_each(|(table, rows)| self.rows(table, rows, (table > 0).then_some(document)))
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        self.rows(self.tables.len() - 1, problems, None)?;
        self.save().map_err(|error| self.output.failed(io::Error::other(error)))?;
        Ok(vec![self.output.whole()?])
    }
}

/// The first sheet of each table. Rows wait beside the workbook, where there is room for it.
fn begin(workbook: &mut Workbook, folder: &Path, looks: &Looks) -> std::result::Result<Vec<Sheets>, XlsxError> {
    workbook.set_tempdir(folder)?;
    filed().map(|table| Ok(Sheets { table, full: Vec::new(), open: Sheet::open(workbook, table, 1, looks)? })).collect()
}

impl Sheets {
    fn row(
        &mut self,
        workbook: &mut Workbook,
        looks: &Looks,
        row: &[Cell<'_>],
        document: Option<u32>,
    ) -> std::result::Result<(), XlsxError> {
        if self.open.rows == MOST_ROWS {
            let next = Sheet::open(workbook, self.table, self.full.len() + 2, looks)?;
            self.full.push(std::mem::replace(&mut self.open, next).close(self.table)?);
        }
        self.open.row(self.table, looks, row, document)
    }
}

impl Sheet {
    /// A sheet with its header, which stays when rows move.
    fn open(workbook: &mut Workbook, table: &Table, number: usize, looks: &Looks) -> std::result::Result<Self, XlsxError> {
        let mut sheet = workbook.new_worksheet_with_constant_memory()?;
        sheet.set_name(name(table.name, number))?.set_freeze_panes(1, 0)?;
        let mut widths = Vec::new();
        for (at, name) in shown(table).map(|(_, column)| column.name).enumerate() {
            sheet.write_string_with_format(0, at as u16, name, &looks.header)?;
            widths.push(name.len() + BUTTON);
        }
        Ok(Self { sheet, rows: 0, links: 0, widths })
    }

    fn row(&mut self, table: &Table, looks: &Looks, row: &[Cell<'_>], document: Option<u32>) -> std::result::Result<(), XlsxError> {
        self.rows += 1;
        for (at, (cell, kind)) in shown(table).filter_map(|(n, column)| Some((row.get(n)?, column.kind))).enumerate() {
            let link = document.filter(|_| at == 0 && self.links < MOST_LINKS);
            let width = self.cell(at as u16, cell, kind, link, looks)?;
            self.widths[at] = self.widths[at].max(width);
        }
        Ok(())
    }

    /// Writes a cell, and says how wide it is.
    fn cell(
        &mut self,
        at: u16,
        cell: &Cell<'_>,
        kind: CellKind,
        link: Option<u32>,
        looks: &Looks,
    ) -> std::result::Result<usize, XlsxError> {
        let (sheet, row) = (&mut self.sheet, self.rows);
        let words = match cell {
            Cell::Empty => return Ok(0),
            Cell::Number(n) if *n <= LARGEST => {
                sheet.write_number(row, at, *n as f64)?;
                return Ok(n.to_string().len());
            }
            Cell::Number(n) => Cow::Owned(n.to_string()),
            Cell::Share(share) => {
                sheet.write_number(row, at, json::rounded(*share))?;
                return Ok(4);
            }
            Cell::Flag(flag) => {
                sheet.write_boolean(row, at, *flag)?;
                return Ok(5);
            }
            Cell::Text(words) => Cow::Borrowed(words.as_ref()),
            Cell::List(items) => joined(items).into(),
        };
        if let Some(day) = day(&words).filter(|_| matches!(kind, CellKind::Day | CellKind::Date)) {
            sheet.write_number_with_format(row, at, day, &looks.day)?;
            return Ok(10);
        }
        let words = fitting(harmless(words));
        let width = words.lines().next().unwrap_or_default().chars().take(WIDEST).count();
        match link {
            Some(document) if !words.is_empty() => {
                self.links += 1;
                let place = format!("internal:'{}'!A{}", name("documents", (document / MOST_ROWS) as usize + 1), document % MOST_ROWS + 2);
                sheet.write_url_with_format(row, at, Url::new(place).set_text(words), &looks.link)?;
            }
            _ => {
                sheet.write_string(row, at, words)?;
            }
        }
        Ok(width)
    }

    /// Sets what depends on all rows.
    fn close(mut self, table: &Table) -> std::result::Result<Worksheet, XlsxError> {
        for (at, width) in self.widths.iter().enumerate() {
            self.sheet.set_column_width(at as u16, (*width.min(&WIDEST) + 1) as f64)?;
        }
        let last = shown(table).count() - 1;
        self.sheet.autofilter(0, 0, self.rows, last as u16)?;
        Ok(self.sheet)
    }
}

/// The columns of a sheet: the article's text is too long for a cell.
fn shown(table: &Table) -> impl Iterator<Item = (usize, &Column)> {
    table.columns.iter().enumerate().filter(|(_, column)| column.kind != CellKind::Article)
}

/// The name of a table's sheet, counted from 1.
fn name(table: &str, number: usize) -> String {
    if number == 1 { table.to_owned() } else { format!("{table}_{number}") }
}

/// A day as spreadsheets count it, where all of them do.
fn day(words: &str) -> Option<f64> {
    let day = words.parse::<Date>().ok().filter(|day| *day >= FIRST_DAY)?;
    Some(f64::from(day.since(DAY_ZERO).ok()?.get_days()))
}

/// Words cut to what a cell holds.
fn fitting(words: Cow<'_, str>) -> Cow<'_, str> {
    // No character has more UTF-16 units than bytes.
    if words.len() <= LONGEST_CELL || words.encode_utf16().count() <= LONGEST_CELL {
        return words;
    }
    let mut room = LONGEST_CELL - CUT.encode_utf16().count();
    let kept = words.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    let kept: String = kept.chain(CUT.chars()).collect();
    kept.into()
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx as Book, open_workbook};

    use super::super::{Format as Formats, fixture};
    use super::*;

    fn cell(data: &Data) -> Cell<'static> {
        match data {
            Data::Empty => Cell::Empty,
            Data::String(words) => Cell::Text(words.clone().into()),
            Data::Float(n) if n.fract() == 0.0 => Cell::Number(*n as u64),
            Data::Float(share) => Cell::Share(*share as f32),
            Data::Bool(flag) => Cell::Flag(*flag),
            Data::DateTime(day) => Cell::Text(format!("day {}", DAY_ZERO + jiff::Span::new().days(day.as_f64() as i64)).into()),
            other => panic!("{other:?}"),
        }
    }

    fn read(folder: &Path, table: &Table) -> Rows<'static> {
        let mut book: Book<_> = open_workbook(folder.join("factbox.xlsx")).unwrap();
        let sheet = book.worksheet_range(table.name).unwrap();
        let width = shown(table).count();
        let mut rows = sheet.rows().map(|row| (0..width).map(|n| row.get(n).map_or(Cell::Empty, cell)).collect::<Vec<_>>());
        let header: Vec<_> = shown(table).map(|(_, column)| Cell::Text(column.name.into())).collect();
        assert_eq!(rows.next(), Some(header));
        rows.collect()
    }

    /// What a spreadsheet can show of a cell.
    fn shows(kind: CellKind, cell: Cell<'static>) -> Option<Cell<'static>> {
        let cell = match cell {
            Cell::List(items) if items.is_empty() => Cell::Empty,
            Cell::List(items) => Cell::Text(harmless(items.join("; ").into())),
            Cell::Share(share) if share.fract() == 0.0 => Cell::Number(share as u64),
            Cell::Text(words) if day(&words).is_some() => Cell::Text(format!("day {words}").into()),
            Cell::Text(words) if words.len() > LONGEST_CELL => {
                Cell::Text(format!("{}{CUT}", words.chars().take(LONGEST_CELL - CUT.chars().count()).collect::<String>()).into())
            }
            Cell::Text(words) => Cell::Text(harmless(words)),
            other => other,
        };
        (kind != CellKind::Article).then_some(cell)
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Formats::Xlsx, read, shows);
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Formats::Xlsx);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Formats::Xlsx, read);
    }

    #[test]
    fn a_cut_cell_is_as_long_as_a_cell_may_be() {
        let globes = format!("a{}", "🌍".repeat(20_000));
        for (words, kept) in [("a".repeat(LONGEST_CELL), LONGEST_CELL), (globes, LONGEST_CELL - 1), ("é".repeat(20_000), 20_000)] {
            assert_eq!(fitting(words.as_str().into()).encode_utf16().count(), kept);
        }
    }
}
