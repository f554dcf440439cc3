//! One sheet: a header that stays, rows, and at the end what depends on all of them.

use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::value::Value;
use crate::tables::{Cell, CellKind, Column, Table};

/// Characters that the widest column shows.
const WIDEST: usize = 60;
/// What a header needs besides its name: the button of the filter.
const BUTTON: usize = 4;

/// How cells look.
pub(super) struct Looks {
    header: Format,
    day: Format,
    link: Format,
}

impl Default for Looks {
    fn default() -> Self {
        Self { header: Format::new().set_bold(), day: Format::new().set_num_format("yyyy-mm-dd"), link: Format::new().set_hyperlink() }
    }
}

/// A sheet that takes rows.
pub(super) struct Sheet {
    sheet: Worksheet,
    table: &'static Table,
    /// How many rows it has below its header.
    pub rows: u32,
    widths: Vec<usize>,
}

impl Sheet {
    /// A sheet of this name with its header.
    pub fn open(workbook: &mut Workbook, table: &'static Table, name: &str, looks: &Looks) -> Result<Self, XlsxError> {
        let mut sheet = workbook.new_worksheet_with_constant_memory()?;
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        let mut widths = Vec::new();
        for (at, column) in (0..).zip(shown(table)) {
            sheet.write_string_with_format(0, at, column.name, &looks.header)?;
            widths.push(column.name.len() + BUTTON);
        }
        Ok(Self { sheet, table, rows: 0, widths })
    }

    /// Appends a row, whose first cell leads to `place`.
    pub fn row(&mut self, row: &[Cell<'_>], place: Option<&str>, looks: &Looks) -> Result<(), XlsxError> {
        self.rows += 1;
        let cells = self.table.columns.iter().zip(row).filter(|(column, _)| is_shown(column));
        for ((at, (column, cell)), width) in (0..).zip(cells).zip(&mut self.widths) {
            let Some(value) = Value::of(cell, column.kind) else { continue };
            *width = value.width(WIDEST).max(*width);
            let (sheet, link) = (&mut self.sheet, place.filter(|_| at == 0));
            match (value, link) {
                (Value::Number(n), _) => sheet.write_number(self.rows, at, n),
                (Value::Day(day), _) => sheet.write_number_with_format(self.rows, at, day, &looks.day),
                (Value::Flag(flag), _) => sheet.write_boolean(self.rows, at, flag),
                (Value::Words(words), None) => sheet.write_string(self.rows, at, words),
                (Value::Words(words), Some(place)) => {
                    let link = Url::new(format!("internal:{place}")).set_text(words);
                    sheet.write_url_with_format(self.rows, at, link, &looks.link)
                }
            }?;
        }
        Ok(())
    }

    /// Sets what depends on all rows.
    pub fn close(mut self) -> Result<Worksheet, XlsxError> {
        for (at, width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width(at, (*width.min(&WIDEST) + 1) as f64)?;
        }
        let last = (0..).zip(&self.widths).last().map_or(0, |(at, _)| at);
        self.sheet.autofilter(0, 0, self.rows, last)?;
        Ok(self.sheet)
    }
}

/// The columns of a sheet: the article's text is too long for a cell.
pub(super) fn shown(table: &Table) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(|column| is_shown(column))
}

fn is_shown(column: &Column) -> bool {
    column.kind != CellKind::Article
}
