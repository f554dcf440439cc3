//! XLSX: one workbook, `factbox.xlsx`, a sheet a table, ready to be filtered, sorted and read.
//!
//! Numbers are numbers, days are days, and a row's `doc_id` leads to its document's row. Excel sets bounds, and what they
//! take is seen: a cell holds 32,767 characters, and what is cut ends in a mark; a sheet holds 1,048,576 rows, and what
//! comes next stands in a further sheet (`actors_2`); 65,530 cells of a sheet may be links, so a table's first 65,530 rows
//! are, and those behind have a plain `doc_id`. Days before March 1900, which spreadsheets count differently, stay words.
//!
//! Rows go to temporary files as they come, so memory does not grow with them ([`sheet`]); the workbook is put together at
//! the end. How a cell is shown is told in [`value`].

mod sheet;
mod value;

use std::io;
use std::mem::replace;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed};
use crate::error::Result;
use crate::tables::{Cell, DOCUMENTS, Rows, Table};
use sheet::{Looks, Sheet};

/// What is bounded.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// Rows of a sheet below its header.
    rows: u32,
    /// Rows of a table that lead to their document.
    links: u32,
}

/// What Excel opens.
const EXCEL: Bounds = Bounds { rows: 1_048_575, links: 65_530 };

/// The workbook of one run.
pub(super) struct XlsxWriter {
    output: Output,
    book: Book,
}

struct Book {
    workbook: Workbook,
    tables: Vec<Sheets>,
    looks: Looks,
    bounds: Bounds,
    documents: u32,
}

/// The sheets of one table.
struct Sheets {
    table: &'static Table,
    full: Vec<Worksheet>,
    open: Sheet,
    links: u32,
}

impl XlsxWriter {
    /// Makes the file, and a sheet for each table.
    pub fn create(folder: &Path) -> Result<Self> {
        Self::within(EXCEL, folder)
    }

    fn within(bounds: Bounds, folder: &Path) -> Result<Self> {
        let output = Output::create(folder, "factbox.xlsx")?;
        let book = Book::new(bounds, folder).map_err(|error| output.failed(io::Error::other(error)))?;
        Ok(Self { output, book })
    }

    /// Does what may fail. The library panics where its temporary files can't be written.
    fn attempt(&mut self, work: impl FnOnce(&mut Book, &mut Output) -> std::result::Result<(), XlsxError>) -> Result<()> {
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut self.book, &mut self.output)));
        let fault = match done {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => io::Error::other(error),
            Err(_) => io::Error::other("the rows of its sheets cannot be kept in the same folder"),
        };
        Err(self.output.failed(fault))
    }
}

impl Writer for XlsxWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        self.attempt(|book, _| book.document(rows))
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        self.attempt(|book, output| book.save(problems, output))?;
        Ok(vec![self.output.whole()?])
    }
}

impl Book {
    /// A workbook whose rows wait beside it, where there is room for them.
    fn new(bounds: Bounds, folder: &Path) -> std::result::Result<Self, XlsxError> {
        let (mut workbook, looks) = (Workbook::new(), Looks::default());
        workbook.set_tempdir(folder)?;
        let tables = filed().map(|table| Sheets::new(table, &mut workbook, &looks)).collect::<std::result::Result<_, _>>()?;
        Ok(Self { workbook, tables, looks, bounds, documents: 0 })
    }

    fn document(&mut self, rows: &DocumentRows<'_>) -> std::result::Result<(), XlsxError> {
        let (sheet, row) = (self.documents / self.bounds.rows, self.documents % self.bounds.rows);
        let place = format!("'{}'!A{}", name(&DOCUMENTS, sheet as usize), row + 2);
        self.documents += 1;
        for (sheets, rows) in self.tables.iter_mut().zip(rows) {
            let place = Some(place.as_str()).filter(|_| sheets.table.name != DOCUMENTS.name);
            rows.iter().try_for_each(|row| sheets.row(row, place, &mut self.workbook, &self.looks, self.bounds))?;
        }
        Ok(())
    }

    fn save(&mut self, problems: &Rows<'_>, output: &mut Output) -> std::result::Result<(), XlsxError> {
        if let Some(sheets) = self.tables.last_mut() {
            problems.iter().try_for_each(|row| sheets.row(row, None, &mut self.workbook, &self.looks, self.bounds))?;
        }
        // The time of the run would make equal tables unequal files.
        let written = ExcelDateTime::from_ymd(2000, 1, 1)?;
        self.workbook.set_properties(&DocProperties::new().set_creation_datetime(&written));
        for sheets in self.tables.drain(..) {
            sheets.full.into_iter().for_each(|sheet| self.workbook.push_worksheet(sheet));
            self.workbook.push_worksheet(sheets.open.close()?);
        }
        self.workbook.save_to_writer(output)
    }
}

impl Sheets {
    fn new(table: &'static Table, workbook: &mut Workbook, looks: &Looks) -> std::result::Result<Self, XlsxError> {
        let open = Sheet::open(workbook, table, &name(table, 0), looks)?;
        Ok(Self { table, full: Vec::new(), open, links: 0 })
    }

    fn row(
        &mut self,
        row: &[Cell<'_>],
        place: Option<&str>,
        workbook: &mut Workbook,
        looks: &Looks,
        bounds: Bounds,
    ) -> std::result::Result<(), XlsxError> {
        if self.open.rows == bounds.rows {
            let next = Sheet::open(workbook, self.table, &name(self.table, self.full.len() + 1), looks)?;
            self.full.push(replace(&mut self.open, next).close()?);
        }
        let place = place.filter(|_| self.links < bounds.links);
        self.links += u32::from(place.is_some());
        self.open.row(row, place, looks)
    }
}

/// The name of a table's sheet: `actors`, and where that is full `actors_2`.
fn name(table: &Table, full: usize) -> String {
    if full == 0 { table.name.to_owned() } else { format!("{}_{}", table.name, full + 1) }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx, open_workbook};

    use super::sheet::shown;
    use super::value::{CUT, DAY_ZERO, LONGEST, day};
    use super::*;
    use crate::emit::csv::{harmless, joined};
    use crate::emit::{Format, fixture};
    use crate::tables::CellKind;

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
        let mut book: Xlsx<_> = open_workbook(folder.join("factbox.xlsx")).unwrap();
        let sheet = book.worksheet_range(table.name).unwrap();
        let width = shown(table).count();
        let mut rows = sheet.rows().map(|row| (0..width).map(|n| row.get(n).map_or(Cell::Empty, cell)).collect::<Vec<_>>());
        let header: Vec<_> = shown(table).map(|column| Cell::Text(column.name.into())).collect();
        assert_eq!(rows.next(), Some(header));
        rows.collect()
    }

    /// What a spreadsheet can show of a cell.
    fn shows(kind: CellKind, cell: Cell<'static>) -> Option<Cell<'static>> {
        let cell = match cell {
            Cell::List(items) if items.is_empty() => Cell::Empty,
            Cell::List(items) => Cell::Text(harmless(joined(&items).into())),
            Cell::Share(share) if share.fract() == 0.0 => Cell::Number(share as u64),
            Cell::Text(words) if day(&words).is_some() => Cell::Text(format!("day {words}").into()),
            Cell::Text(words) if words.len() > LONGEST => {
                Cell::Text(format!("{}{CUT}", words.chars().take(LONGEST - CUT.chars().count()).collect::<String>()).into())
            }
            Cell::Text(words) => Cell::Text(harmless(words)),
            other => other,
        };
        (kind != CellKind::Article).then_some(cell)
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Format::Xlsx, read, shows);
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Format::Xlsx);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Format::Xlsx, read);
    }

    #[test]
    fn what_exceeds_a_sheet_stands_in_the_next_and_links_end() {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = Box::new(XlsxWriter::within(Bounds { rows: 3, links: 7 }, folder.path()).unwrap());
        fixture::documents().iter().for_each(|rows| writer.document(rows).unwrap());
        writer.finish(&fixture::problems()).unwrap().into_iter().for_each(|file| file.name().unwrap());
        let path = folder.path().join("factbox.xlsx");
        let mut book: Xlsx<_> = open_workbook(&path).unwrap();
        let names = book.sheet_names();
        assert_eq!(names[..5], ["documents", "documents_2", "actors", "actors_2", "actors_3"]);
        let rows = names.iter().filter(|name| name.starts_with("actors")).map(|name| book.worksheet_range(name).unwrap().height() - 1);
        assert_eq!(rows.collect::<Vec<_>>(), [3, 3, 3, 3, 3, 3, 2]);

        let mut parts = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
        let mut links = Vec::new();
        // The sheets of actors, and the places in `documents` that their rows lead to.
        for n in 3..=9 {
            let part = io::read_to_string(parts.by_name(&format!("xl/worksheets/sheet{n}.xml")).unwrap()).unwrap();
            links.extend(part.split("location=\"").skip(1).map(|rest| rest[..rest.find('"').unwrap()].to_owned()));
        }
        let (first, third) = (["'documents'!A2"; 5], ["'documents'!A4"; 2]);
        assert_eq!(links, [&first[..], &third[..]].concat());
    }
}
