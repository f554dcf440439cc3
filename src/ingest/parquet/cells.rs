//! The cells of a column, as the words that a table in CSV would have in their place.

use jiff::Timestamp;
use jiff::tz::Offset;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type as Physical};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::Result;
use parquet::schema::types::ColumnDescriptor;

const SECONDS_A_DAY: i64 = 86_400;
/// The first day of 1970 in the count of days that the oldest form of timestamps has.
const JULIAN_1970: i64 = 2_440_588;

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    Number,
    Unsigned,
    Days,
    /// So many of the unit in a second.
    Instants(i64),
}

/// One cell; words stay where they were read, for few of them may be many bytes.
pub(super) enum Cell {
    Words(ByteArray),
    Short(String),
}

impl Kind {
    /// What a column holds; none for nested ones, and for what no field of an article is.
    pub fn of(column: &ColumnDescriptor) -> Option<Self> {
        if column.max_rep_level() > 0 || column.path().parts().len() != 1 {
            return None;
        }
        let (logical, converted) = (column.logical_type_ref(), column.converted_type());
        match (column.physical_type(), logical, converted) {
            (Physical::BYTE_ARRAY, None | Some(LogicalType::String | LogicalType::Enum | LogicalType::Json), converted) => {
                let is_text = [ConvertedType::NONE, ConvertedType::UTF8, ConvertedType::ENUM, ConvertedType::JSON].contains(&converted);
                is_text.then_some(Self::Words)
            }
            (Physical::INT32, Some(LogicalType::Date), _) | (Physical::INT32, _, ConvertedType::DATE) => Some(Self::Days),
            (Physical::INT64, Some(LogicalType::Timestamp(timestamp)), _) => Some(Self::Instants(match timestamp.unit {
                TimeUnit::MILLIS => 1_000,
                TimeUnit::MICROS => 1_000_000,
                TimeUnit::NANOS => 1_000_000_000,
            })),
            (Physical::INT64, _, ConvertedType::TIMESTAMP_MILLIS) => Some(Self::Instants(1_000)),
            (Physical::INT64, _, ConvertedType::TIMESTAMP_MICROS) => Some(Self::Instants(1_000_000)),
            (Physical::INT32 | Physical::INT64, Some(LogicalType::Integer(integer)), _) if !integer.is_signed => Some(Self::Unsigned),
            (Physical::INT32 | Physical::INT64, None | Some(LogicalType::Integer(_)), ConvertedType::DECIMAL) => None,
            (Physical::INT32 | Physical::INT64, None | Some(LogicalType::Integer(_)), _) => Some(Self::Number),
            (Physical::BOOLEAN | Physical::FLOAT | Physical::DOUBLE, ..) => Some(Self::Number),
            (Physical::INT96, ..) => Some(Self::Days),
            _ => None,
        }
    }

    fn whole(self, number: i64, unsigned: u64) -> Cell {
        let day = match self {
            Self::Days => day(number),
            Self::Instants(unit) => day(number.div_euclid(unit.saturating_mul(SECONDS_A_DAY))),
            _ => None,
        };
        Cell::Short(day.unwrap_or_else(|| if self == Self::Unsigned { unsigned.to_string() } else { number.to_string() }))
    }
}

/// The day that comes so many days after the first of 1970.
fn day(days: i64) -> Option<String> {
    let start = Timestamp::from_second(days.checked_mul(SECONDS_A_DAY)?).ok()?;
    Some(Offset::UTC.to_datetime(start).date().to_string())
}

/// The next cells of a column, as many as are wanted or fewer where it ends.
pub(super) fn next(reader: &mut ColumnReader, kind: Kind, is_optional: bool, wanted: usize) -> Result<Vec<Option<Cell>>> {
    use ColumnReader as R;
    match reader {
        R::ByteArrayColumnReader(reader) => cells(reader, is_optional, wanted, Cell::Words),
        R::Int32ColumnReader(reader) => {
            cells(reader, is_optional, wanted, |number| kind.whole(number.into(), u64::from(number.cast_unsigned())))
        }
        R::Int64ColumnReader(reader) => cells(reader, is_optional, wanted, |number| kind.whole(number, number.cast_unsigned())),
        R::Int96ColumnReader(reader) => cells(reader, is_optional, wanted, |instant| {
            let days = instant.data().get(2).map_or(0, |days| i64::from(*days) - JULIAN_1970);
            kind.whole(days, 0)
        }),
        R::BoolColumnReader(reader) => cells(reader, is_optional, wanted, |flag| Cell::Short(flag.to_string())),
        R::FloatColumnReader(reader) => cells(reader, is_optional, wanted, |number| Cell::Short(number.to_string())),
        R::DoubleColumnReader(reader) => cells(reader, is_optional, wanted, |number| Cell::Short(number.to_string())),
        R::FixedLenByteArrayColumnReader(_) => Ok(Vec::new()),
    }
}

fn cells<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    is_optional: bool,
    wanted: usize,
    cell: impl Fn(T::T) -> Cell,
) -> Result<Vec<Option<Cell>>> {
    let (mut levels, mut values) = (Vec::new(), Vec::new());
    reader.read_records(wanted, is_optional.then_some(&mut levels), None, &mut values)?;
    let mut values = values.into_iter().map(cell);
    Ok(if is_optional {
        levels.into_iter().map(|level| if level > 0 { values.next() } else { None }).collect()
    } else {
        values.map(Some).collect()
    })
}
