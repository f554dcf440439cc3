//! Parquet (`.parquet`): tables of articles as pandas, R, DuckDB and Spark write them, a row an article.
//!
//! Columns have the names that those of CSV have, in any case, or those that a user gives. Words, numbers, truths, dates
//! and times (as ISO days) are read; lists and other nested columns are passed over, and so are columns whose name says
//! nothing about an article. A file on disk is read page by page, in bounded memory; one that comes out of a wrapper is
//! held in memory, within a limit.
//!
//! 1. The description at the file's end is looked at ([`compact`]) before the `parquet` crate decodes it.
//! 2. Pages are refused that declare more than a limit ([`pages`]), before they are unpacked.
//! 3. Cells become words ([`cells`]), and rows take the way of a JSON record.
//!
//! The crate is made for files that are whole, and panics on some that are not. Such a panic is caught and a problem of the
//! group of rows that it arose in; the next group goes on. What is not read: encrypted files, and strings in the encodings
//! `DELTA_BYTE_ARRAY` and `DELTA_LENGTH_BYTE_ARRAY`, for which the crate makes as much room as a file asks for.

mod cells;
mod compact;
mod pages;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::vec::IntoIter;

use parquet::column::reader::{ColumnReader, get_column_reader};
use parquet::errors::ParquetError;
use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataReader};
use serde_json::{Map, Value};

use self::cells::{Cell, Kind};
use self::pages::{Pages, Stored};
use super::json::record;
use super::{Article, Articles, Input, MAX_ARTICLE_BYTES, Place, ReadOptions, columns, encoding, packed, problem, single, unreadable};
use crate::error::{Problem, ProblemKind};

/// The length of the description and the mark behind it.
const TAIL: u64 = 8;
/// The description of a million columns in groups.
const LONGEST_FOOTER: u64 = 32 << 20;
/// Rows that are read of all columns at a time.
const ROWS_AT_A_TIME: usize = 64;
/// What a row counts at least, where it is asked whether a file holds too much for its size.
const ROW_BYTES: u64 = 256;

/// Reads the articles of a table.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    let path = input.place.path.clone();
    match guarded(&path, || Rows::open(&mut input, options)) {
        Ok(rows) => Box::new(rows),
        Err(problem) => single(Err(problem)),
    }
}

/// Does what calls the crate; its panic is a problem.
fn guarded<T>(path: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    let damaged = |_| Err(problem(path, ProblemKind::Malformed, "not a whole Parquet file: the values are damaged"));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(damaged)
}

/// What the crate said.
fn told(path: &str, error: &ParquetError) -> Problem {
    let cause = if let ParquetError::External(cause) = error { cause.downcast_ref::<std::io::Error>() } else { None };
    match cause {
        Some(error) => unreadable(path, error),
        None => problem(path, ProblemKind::Malformed, format!("not a whole Parquet file: {error}")),
    }
}

struct Column {
    name: String,
    /// Where it stands in a group.
    number: usize,
    kind: Kind,
    is_optional: bool,
}

/// The rows of a file, group by group.
struct Rows {
    stored: Arc<Stored>,
    metadata: ParquetMetaData,
    columns: Vec<Column>,
    /// The group that comes next, and the readers of the columns of this one.
    group: usize,
    readers: Vec<ColumnReader>,
    left_in_group: usize,
    /// Cells that were read, column by column.
    cells: Vec<IntoIter<Option<Cell>>>,
    number: u64,
    /// The number of the last row of this group.
    last_number: u64,
    /// Bytes that the file may still give, and might from the start.
    allowance: u64,
    limit: u64,
    place: Place,
    options: ReadOptions,
    ended: bool,
}

impl Rows {
    fn open(input: &mut Input, options: &ReadOptions) -> Result<Self, Problem> {
        let place = input.place.clone();
        let stored = Stored::new(input.seekable()?).map_err(|error| input.unreadable(&error))?;
        let metadata = metadata(&stored, &place.path)?;
        let schema = metadata.file_metadata().schema_descr();
        let names: Vec<String> = schema.columns().iter().map(|column| columns::name(&column.path().string(), options)).collect();
        let usable = schema.columns().iter().zip(names.iter().cloned()).enumerate().filter_map(|(number, (column, name))| {
            let kind = Kind::of(column).filter(|_| columns::is_known(&name, options))?;
            Some(Column { name, number, kind, is_optional: column.max_def_level() > 0 })
        });
        let columns: Vec<Column> = usable.collect();
        let wrong = |(kind, message)| problem(&place.path, kind, message);
        columns::check_for_text(&names, options).map_err(wrong)?;
        let read: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        columns::check_for_text(&read, options).map_err(wrong)?;
        let limit = packed::most_of(input.size);
        Ok(Self {
            stored: Arc::new(stored),
            metadata,
            columns,
            group: 0,
            readers: Vec::new(),
            left_in_group: 0,
            cells: Vec::new(),
            number: 0,
            last_number: 0,
            allowance: limit,
            limit,
            place,
            options: options.clone(),
            ended: false,
        })
    }

    /// Reads more cells; false where there are no more.
    fn fill(&mut self) -> Result<bool, ParquetError> {
        if self.left_in_group == 0 {
            self.readers.clear();
            if self.group == self.metadata.num_row_groups() {
                return Ok(false);
            }
            return self.open_group().map(|()| true);
        }
        let wanted = self.left_in_group.min(ROWS_AT_A_TIME);
        let columns = self.columns.iter().zip(&mut self.readers);
        let cells: Vec<_> =
            columns.map(|(column, reader)| cells::next(reader, column.kind, column.is_optional, wanted)).collect::<Result<_, _>>()?;
        if cells.iter().any(|cells| cells.len() != wanted) {
            return Err(ParquetError::General("a group of rows ends before the number of rows that it declares".to_owned()));
        }
        self.left_in_group -= wanted;
        self.cells = cells.into_iter().map(Vec::into_iter).collect();
        Ok(true)
    }

    fn open_group(&mut self) -> Result<(), ParquetError> {
        let group = self.metadata.row_group(self.group);
        let rows = usize::try_from(group.num_rows()).unwrap_or(0);
        self.group += 1;
        self.number = self.last_number;
        self.last_number = self.last_number.saturating_add(rows as u64);
        let readers = self.columns.iter().map(|column| {
            let pages = Pages::new(&self.stored, group.column(column.number), rows)?;
            Ok(get_column_reader(group.column(column.number).column_descr_ptr(), Box::new(pages)))
        });
        self.readers = readers.collect::<Result<_, ParquetError>>()?;
        self.left_in_group = rows;
        Ok(())
    }

    /// The cells of the next row; none where more must be read.
    fn row(&mut self) -> Option<Vec<Option<Cell>>> {
        self.cells.iter_mut().map(Iterator::next).collect::<Option<Vec<_>>>().filter(|row| !row.is_empty())
    }

    fn article(&mut self, row: Vec<Option<Cell>>) -> Result<Article, Problem> {
        let (mut values, mut warning, mut bytes) = (Map::new(), None, 0);
        for (column, cell) in self.columns.iter().zip(row) {
            let text = match cell {
                None => continue,
                Some(Cell::Short(text)) => text,
                Some(Cell::Words(words)) => {
                    let length = words.len();
                    if length > MAX_ARTICLE_BYTES {
                        let message = format!("{:?} holds {length} bytes; allowed are {MAX_ARTICLE_BYTES} (32 MiB)", column.name);
                        return Err(problem(&self.place.path, ProblemKind::TooLarge, message));
                    }
                    let decoded = encoding::decode(words.data().to_vec(), None);
                    warning = warning.or(decoded.warning);
                    decoded.text
                }
            };
            bytes += text.len() as u64;
            if !text.is_empty() {
                values.entry(column.name.clone()).or_insert(Value::String(text));
            }
        }
        self.charge(bytes)?;
        record::article(Value::Object(values), &self.place, Some(self.number), warning, &self.options)
            .map_err(|wrong| wrong.in_file(&self.place.path))
    }

    /// Counts what the file gave, and ends it where that is far too much.
    fn charge(&mut self, bytes: u64) -> Result<(), Problem> {
        let left = self.allowance.checked_sub(bytes.max(ROW_BYTES));
        self.ended |= left.is_none();
        self.allowance = left.unwrap_or(0);
        if self.ended { Err(problem(&self.place.path, ProblemKind::TooLarge, packed::bomb(self.limit))) } else { Ok(()) }
    }
}

impl Iterator for Rows {
    type Item = Result<Article, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            if let Some(row) = self.row() {
                self.number += 1;
                let article = self.article(row);
                return Some(article.map_err(|problem| Problem { record: Some(self.number), ..problem }));
            }
            let path = self.place.path.clone();
            match guarded(&path, || self.fill().map_err(|error| told(&path, &error))) {
                Ok(true) => (),
                Ok(false) => self.ended = true,
                Err(problem) => {
                    // The rest of the group is lost.
                    self.cells.clear();
                    self.left_in_group = 0;
                    return Some(Err(self.charge(0).err().unwrap_or(problem)));
                }
            }
        }
        None
    }
}

/// The description at the end of a file.
fn metadata(stored: &Stored, path: &str) -> Result<ParquetMetaData, Problem> {
    let wrong = |kind, message: &str| problem(path, kind, message);
    let read = |start, length| stored.at(start, length).map_err(|error| unreadable(path, &error));
    let Some(end) = stored.size.checked_sub(TAIL) else {
        let kind = if stored.size == 0 { ProblemKind::Empty } else { ProblemKind::Malformed };
        return Err(wrong(kind, "not a whole Parquet file: too short for one"));
    };
    let tail = read(end, TAIL)?;
    let (length, mark) = tail.split_at(4);
    if mark == b"PARE" {
        return Err(wrong(ProblemKind::Unreadable, "it is encrypted; allowed are files without a key"));
    }
    let length = <[u8; 4]>::try_from(length).map_or(0, |length| u64::from(u32::from_le_bytes(length)));
    let start = end.checked_sub(length).filter(|_| mark == b"PAR1");
    let start = start.ok_or_else(|| wrong(ProblemKind::Malformed, "not a whole Parquet file: its end is missing"))?;
    if length > LONGEST_FOOTER {
        return Err(wrong(ProblemKind::TooLarge, "its description of itself is longer than 32 MiB, the limit"));
    }
    let footer = read(start, length)?;
    if !compact::is_tame(&footer) {
        return Err(wrong(ProblemKind::Malformed, "not a whole Parquet file: its description of itself is damaged or nested too deep"));
    }
    ParquetMetaDataReader::decode_metadata(&footer).map_err(|error| told(path, &error))
}
