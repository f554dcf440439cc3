//! Parquet: one file a table, with types, for pandas, R, DuckDB, Spark.
//!
//! A Parquet file is a row of groups, in each of which every column stands by itself; so the rows of a table are gathered
//! column by column until a group is full, and written then. All columns may hold nothing. A date of publication may be a
//! month or a year, so its column holds words.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, date};
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed, json};
use crate::error::{Error, Result};
use crate::tables::{Cell, CellKind, Rows, SCHEMA_VERSION, Table};

/// Bytes of a table that are held until they are written as a group; most programs read one group at a time.
const GROUP_BYTES: usize = 8 * 1024 * 1024;
/// What a cell costs besides its words.
const CELL_BYTES: usize = 32;
/// The first day in Parquet's count.
const FIRST_DAY: Date = date(1970, 1, 1);

/// The files of one run.
pub(super) struct ParquetWriter {
    files: Vec<File>,
}

struct File {
    path: PathBuf,
    writer: SerializedFileWriter<Output>,
    columns: Vec<Gathered>,
    bytes: usize,
}

/// The cells of one column of a group.
struct Gathered {
    values: Values,
    /// 0 where there is nothing; the highest level where there is a value; 1 in a list column for a list without items.
    levels: Vec<i16>,
    /// In a list column, 1 for an item that is not its list's first; otherwise unused.
    repeats: Vec<i16>,
}

enum Values {
    Words(Vec<ByteArray>),
    Items(Vec<ByteArray>),
    Numbers(Vec<i64>),
    Shares(Vec<f64>),
    Flags(Vec<bool>),
    Days(Vec<i32>),
}

impl ParquetWriter {
    /// Makes the file of each table.
    pub fn create(folder: &Path) -> Result<Self> {
        Ok(Self { files: filed().map(|table| File::create(folder, table)).collect::<Result<_>>()? })
    }
}

impl Writer for ParquetWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        self.files.iter_mut().zip(rows).try_for_each(|(file, rows)| file.rows(rows))
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        if let Some(file) = self.files.last_mut() {
            file.rows(problems)?;
        }
        self.files.into_iter().map(File::finish).collect()
    }
}

impl File {
    fn create(folder: &Path, table: &Table) -> Result<Self> {
        let name = format!("{}.parquet", table.name);
        let (output, path) = (Output::create(folder, &name)?, folder.join(name));
        let version = KeyValue::new("schema_version".to_owned(), SCHEMA_VERSION.to_string());
        let properties = WriterProperties::builder()
            .set_created_by(concat!("factbox version ", env!("CARGO_PKG_VERSION")).to_owned())
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_key_value_metadata(Some(vec![version]))
            .build();
        let writer = schema(table).and_then(|schema| SerializedFileWriter::new(output, schema, Arc::new(properties)));
        let writer = writer.map_err(|error| failed(&path, error))?;
        let columns = table.columns.iter().map(|column| Gathered::new(column.kind)).collect();
        Ok(Self { path, writer, columns, bytes: 0 })
    }

    fn rows(&mut self, rows: &Rows<'_>) -> Result<()> {
        for row in rows {
            for (column, cell) in self.columns.iter_mut().zip(row) {
                self.bytes += column.push(cell);
            }
            if self.bytes >= GROUP_BYTES {
                self.write_group()?;
            }
        }
        Ok(())
    }

    fn write_group(&mut self) -> Result<()> {
        let mut write = || {
            let mut group = self.writer.next_row_group()?;
            for column in &mut self.columns {
                if let Some(mut writer) = group.next_column()? {
                    column.write(&mut writer)?;
                    writer.close()?;
                }
            }
            group.close().map(drop)
        };
        let written = write();
        self.bytes = 0;
        written.map_err(|error| failed(&self.path, error))
    }

    fn finish(mut self) -> Result<Whole> {
        if self.bytes > 0 {
            self.write_group()?;
        }
        self.writer.into_inner().map_err(|error| failed(&self.path, error))?.whole()
    }
}

impl Gathered {
    fn new(kind: CellKind) -> Self {
        let values = match kind {
            CellKind::Text | CellKind::Id | CellKind::Date | CellKind::Article => Values::Words(Vec::new()),
            CellKind::List => Values::Items(Vec::new()),
            CellKind::Number => Values::Numbers(Vec::new()),
            CellKind::Share => Values::Shares(Vec::new()),
            CellKind::Flag => Values::Flags(Vec::new()),
            CellKind::Day => Values::Days(Vec::new()),
        };
        Self { values, levels: Vec::new(), repeats: Vec::new() }
    }

    /// Appends a cell and says how many bytes that takes.
    fn push(&mut self, cell: &Cell<'_>) -> usize {
        let mut words = 0;
        let known = match (&mut self.values, cell) {
            (Values::Items(values), Cell::List(items)) => {
                self.levels.extend(items.iter().map(|_| 2));
                self.repeats.extend((0..items.len()).map(|n| i16::from(n > 0)));
                words = items.iter().map(|item| item.len() + CELL_BYTES).sum();
                values.extend(items.iter().map(|item| ByteArray::from(item.as_ref())));
                if !items.is_empty() {
                    return words;
                }
                true
            }
            (Values::Words(values), Cell::Text(text)) => {
                words = text.len();
                values.push(ByteArray::from(text.as_ref()));
                true
            }
            (Values::Numbers(values), Cell::Number(n)) => push(values, i64::try_from(*n).ok()),
            (Values::Shares(values), Cell::Share(share)) => push(values, Some(json::rounded(*share))),
            (Values::Flags(values), Cell::Flag(flag)) => push(values, Some(*flag)),
            (Values::Days(values), Cell::Text(day)) => push(values, day.parse().ok().and_then(days)),
            (Values::Days(values), Cell::Day(day)) => push(values, days(*day)),
            _ => false,
        };
        self.levels.push(i16::from(known));
        self.repeats.push(0);
        words + CELL_BYTES
    }

    /// Writes what was gathered, and begins anew.
    fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> ParquetResult<()> {
        let levels = Some(self.levels.as_slice());
        match &self.values {
            Values::Words(values) => writer.typed::<ByteArrayType>().write_batch(values, levels, None),
            Values::Items(values) => writer.typed::<ByteArrayType>().write_batch(values, levels, Some(&self.repeats)),
            Values::Numbers(values) => writer.typed::<Int64Type>().write_batch(values, levels, None),
            Values::Shares(values) => writer.typed::<DoubleType>().write_batch(values, levels, None),
            Values::Flags(values) => writer.typed::<BoolType>().write_batch(values, levels, None),
            Values::Days(values) => writer.typed::<Int32Type>().write_batch(values, levels, None),
        }?;
        match &mut self.values {
            Values::Words(values) | Values::Items(values) => values.clear(),
            Values::Numbers(values) => values.clear(),
            Values::Shares(values) => values.clear(),
            Values::Flags(values) => values.clear(),
            Values::Days(values) => values.clear(),
        }
        self.levels.clear();
        self.repeats.clear();
        Ok(())
    }
}

fn failed(path: &Path, error: ParquetError) -> Error {
    Error::Io { action: "write", path: path.to_owned(), source: io::Error::other(error) }
}

/// Appends a value, where there is one, and says whether there is.
fn push<T>(values: &mut Vec<T>, value: Option<T>) -> bool {
    let known = value.is_some();
    values.extend(value);
    known
}

/// A day in Parquet's count.
fn days(day: Date) -> Option<i32> {
    Some(day.since(FIRST_DAY).ok()?.get_days())
}

fn schema(table: &Table) -> ParquetResult<TypePtr> {
    let fields = table.columns.iter().map(|column| field(column.name, column.kind)).collect::<ParquetResult<_>>()?;
    Ok(Arc::new(Type::group_type_builder(table.name).with_fields(fields).build()?))
}

fn field(name: &str, kind: CellKind) -> ParquetResult<TypePtr> {
    let (physical, logical) = match kind {
        CellKind::Text | CellKind::Id | CellKind::Date | CellKind::Article => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        CellKind::Number => (Physical::INT64, None),
        CellKind::Share => (Physical::DOUBLE, None),
        CellKind::Flag => (Physical::BOOLEAN, None),
        CellKind::Day => (Physical::INT32, Some(LogicalType::Date)),
        CellKind::List => return list(name),
    };
    let field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
    Ok(Arc::new(field.build()?))
}

/// A list of words, in the three levels that Parquet asks for.
fn list(name: &str) -> ParquetResult<TypePtr> {
    let element = Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::String))
        .build()?;
    let items = Type::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![Arc::new(element)]).build()?;
    let list = Type::group_type_builder(name)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(Some(LogicalType::List))
        .with_fields(vec![Arc::new(items)])
        .build()?;
    Ok(Arc::new(list))
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    use super::super::{Format, fixture};
    use super::*;
    use crate::tables::TABLES;

    fn cell(field: &Field) -> Cell<'static> {
        match field {
            Field::Null => Cell::Empty,
            Field::Str(words) => Cell::Text(words.clone().into()),
            Field::Long(n) => Cell::Number(u64::try_from(*n).unwrap()),
            Field::Double(share) => Cell::Share(*share as f32),
            Field::Bool(flag) => Cell::Flag(*flag),
            Field::Date(days) => Cell::Text((FIRST_DAY + jiff::Span::new().days(*days)).to_string().into()),
            Field::ListInternal(list) => {
                let items = list.elements().iter().filter_map(|item| if let Field::Str(words) = item { Some(words) } else { None });
                Cell::List(items.map(|words| words.clone().into()).collect())
            }
            other => panic!("{other:?}"),
        }
    }

    fn open(folder: &Path, table: &Table) -> SerializedFileReader<std::fs::File> {
        SerializedFileReader::new(std::fs::File::open(folder.join(format!("{}.parquet", table.name))).unwrap()).unwrap()
    }

    fn read(folder: &Path, table: &Table) -> Rows<'static> {
        let rows = open(folder, table).into_iter().map(|row| row.unwrap());
        rows.map(|row| {
            assert!(row.get_column_iter().map(|(name, _)| name).eq(table.columns.iter().map(|column| column.name)));
            row.get_column_iter().map(|(_, field)| cell(field)).collect()
        })
        .collect()
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Format::Parquet, read, |_, cell| Some(cell));
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Format::Parquet);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Format::Parquet, read);
    }

    #[test]
    fn many_rows_are_several_groups() {
        let documents: Vec<_> = fixture::documents().into_iter().cycle().take(75).collect();
        let folder = fixture::write(Format::Parquet, &documents, &Vec::new());
        let table = TABLES[0];
        let groups = open(folder.path(), table);
        let bytes: Vec<_> = groups.metadata().row_groups().iter().map(|group| group.total_byte_size()).collect();
        assert!(bytes.len() > 1 && bytes.iter().all(|bytes| *bytes < 2 * GROUP_BYTES as i64), "{bytes:?}");
        let written: Vec<_> = documents.iter().flat_map(|rows| rows[0].clone()).collect();
        assert!(read(folder.path(), table) == written);
    }
}
