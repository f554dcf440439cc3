//! The lines of a journal, and what they tell.
//!
//! The line of a document is that of the stream. It has the columns of its tables in their order, so it is read cell by
//! cell against them, borrowing the words wherever they stand without escapes. The type of a cell is that of its column.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use super::head::{End, Head};
use crate::emit::{DocumentRows, json};
use crate::tables::{Cell, CellKind, Column, PROBLEMS, Rows, SCHEMA_VERSION, TABLES, Table};

/// What a line tells.
#[derive(Debug, PartialEq)]
pub(super) enum Line<'a> {
    /// What the run is of: the first line.
    Head(Box<Head>),
    /// What became of an article.
    Item(Item<'a>),
    /// How much was read: the last line.
    End(End),
}

/// What became of an article.
#[derive(Debug, PartialEq)]
pub(in crate::emit) enum Item<'a> {
    /// The rows of a document.
    Document(Box<DocumentRows<'a>>),
    /// The row of a problem.
    Problem(Vec<Cell<'a>>),
}

/// The line of a head.
pub(super) fn head(head: &Head) -> Vec<u8> {
    wrapped("head", |out| serde_json::to_writer(out, head))
}

/// The line of the row of a problem.
pub(super) fn problem(row: &[Cell<'_>]) -> Vec<u8> {
    wrapped("problem", |out| {
        json::object(&json::keys(&PROBLEMS), row.iter(), out);
        Ok(())
    })
}

/// The last line.
pub(super) fn end(end: End) -> Vec<u8> {
    wrapped("end", |out| serde_json::to_writer(out, &end))
}

fn wrapped(key: &str, write: impl FnOnce(&mut Vec<u8>) -> serde_json::Result<()>) -> Vec<u8> {
    let mut out = format!("{{\"{key}\":").into_bytes();
    // Writing to memory can't fail.
    let _ = write(&mut out);
    out.extend_from_slice(b"}\n");
    out
}

/// Reads one whole line.
pub(super) fn read(line: &[u8]) -> serde_json::Result<Line<'_>> {
    let mut json = serde_json::Deserializer::from_slice(line);
    let line = json.deserialize_map(LineVisitor)?;
    json.end()?;
    Ok(line)
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = Line<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a head, the tables of a document, a problem, or an end")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line<'de>, A::Error> {
        let line = match map.next_key()? {
            Some("head") => Line::Head(map.next_value()?),
            Some("problem") => Line::Item(Item::Problem(map.next_value_seed(RowOf { columns: PROBLEMS.columns, head: Vec::new() })?)),
            Some("end") => Line::End(map.next_value()?),
            Some("schema_version") => {
                let version: u64 = map.next_value()?;
                if version != u64::from(SCHEMA_VERSION) {
                    return Err(A::Error::custom(format_args!("schema_version {version}, expected {SCHEMA_VERSION}")));
                }
                Line::Item(Item::Document(Box::new(document(&mut map)?)))
            }
            other => return Err(A::Error::custom(format_args!("a line that begins with {other:?}"))),
        };
        nothing_else(&mut map)?;
        Ok(line)
    }
}

fn document<'de, A: MapAccess<'de>>(map: &mut A) -> Result<DocumentRows<'de>, A::Error> {
    let [documents, others @ ..] = TABLES;
    let mut rows: DocumentRows<'de> = Default::default();
    key(map, "document")?;
    let document = map.next_value_seed(RowOf { columns: documents.columns, head: Vec::new() })?;
    let id = document.first().cloned().unwrap_or(Cell::Empty);
    let [first, rest @ ..] = &mut rows;
    first.push(document);
    for (table, rows) in others.into_iter().zip(rest) {
        key(map, table.name)?;
        *rows = map.next_value_seed(RowsOf { table, id: id.clone() })?;
    }
    Ok(rows)
}

/// Takes the next key, which must be this one.
fn key<'de, A: MapAccess<'de>>(map: &mut A, name: &'static str) -> Result<(), A::Error> {
    match map.next_key()? {
        Some(found) if name == found => Ok(()),
        Some::<&str>(found) => Err(A::Error::custom(format_args!("{found:?} where {name:?} stands"))),
        None => Err(A::Error::missing_field(name)),
    }
}

/// Nothing may stand behind what was read.
fn nothing_else<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
    match map.next_entry::<&str, IgnoredAny>()? {
        None => Ok(()),
        Some((found, _)) => Err(A::Error::unknown_field(found, &[])),
    }
}

/// The rows of one table, all of the document with this id.
struct RowsOf<'t, 'de> {
    table: &'t Table,
    id: Cell<'de>,
}

impl<'de> DeserializeSeed<'de> for RowsOf<'_, 'de> {
    type Value = Rows<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Rows<'de>, D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RowsOf<'_, 'de> {
    type Value = Rows<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rows of {}", self.table.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Rows<'de>, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element_seed(RowOf { columns: self.table.columns, head: vec![self.id.clone()] })? {
            rows.push(row);
        }
        Ok(rows)
    }
}

/// One row, of which the first cells are known.
struct RowOf<'t, 'de> {
    columns: &'t [Column],
    head: Vec<Cell<'de>>,
}

impl<'de> DeserializeSeed<'de> for RowOf<'_, 'de> {
    type Value = Vec<Cell<'de>>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Vec<Cell<'de>>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for RowOf<'_, 'de> {
    type Value = Vec<Cell<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Cell<'de>>, A::Error> {
        let mut row = self.head;
        row.reserve_exact(self.columns.len() - row.len());
        for column in &self.columns[row.len()..] {
            key(&mut map, column.name)?;
            row.push(map.next_value_seed(CellOf(column.kind))?);
        }
        nothing_else(&mut map)?;
        Ok(row)
    }
}

/// One cell of a column of this kind.
struct CellOf(CellKind);

impl<'de> DeserializeSeed<'de> for CellOf {
    type Value = Cell<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Cell<'de>, D::Error> {
        json.deserialize_any(self)
    }
}

impl CellOf {
    fn text<'a, E: Error>(&self, words: Cow<'a, str>) -> Result<Cell<'a>, E> {
        match self.0 {
            CellKind::Text | CellKind::Id | CellKind::Day | CellKind::Date | CellKind::Article => Ok(Cell::Text(words)),
            _ => Err(E::invalid_type(Unexpected::Str(&words), self)),
        }
    }
}

impl<'de> Visitor<'de> for CellOf {
    type Value = Cell<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "nothing, or a cell of the kind {:?}", self.0)
    }

    fn visit_unit<E: Error>(self) -> Result<Cell<'de>, E> {
        Ok(Cell::Empty)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Cell<'de>, E> {
        if self.0 == CellKind::Flag { Ok(Cell::Flag(flag)) } else { Err(E::invalid_type(Unexpected::Bool(flag), &self)) }
    }

    fn visit_u64<E: Error>(self, n: u64) -> Result<Cell<'de>, E> {
        match self.0 {
            CellKind::Number => Ok(Cell::Number(n)),
            CellKind::Share => self.visit_f64(n as f64),
            _ => Err(E::invalid_type(Unexpected::Unsigned(n), &self)),
        }
    }

    fn visit_f64<E: Error>(self, n: f64) -> Result<Cell<'de>, E> {
        if self.0 == CellKind::Share { Ok(Cell::Share(n as f32)) } else { Err(E::invalid_type(Unexpected::Float(n), &self)) }
    }

    fn visit_borrowed_str<E: Error>(self, words: &'de str) -> Result<Cell<'de>, E> {
        self.text(Cow::Borrowed(words))
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Cell<'de>, E> {
        self.text(Cow::Owned(words.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Cell<'de>, A::Error> {
        if self.0 != CellKind::List {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(CellOf(CellKind::Text))? {
            match item {
                Cell::Text(words) => items.push(words),
                _ => return Err(A::Error::invalid_type(Unexpected::Unit, &"words")),
            }
        }
        Ok(Cell::List(items))
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use proptest::prelude::*;

    use super::*;
    use crate::emit::stream::line_of;

    /// Any cell that a column of this kind may have; shares with two decimals, which is all that is written of them.
    fn cell(kind: CellKind) -> BoxedStrategy<Cell<'static>> {
        let text = || prop_oneof!["\\PC{0,8}", any::<String>(), "[\\x00-\\x1F\\x7F\"\\\\\u{2028}\u{FEFF}é🕊]{0,12}"];
        let full = match kind {
            CellKind::Number => prop_oneof![any::<u64>(), 0..100_u64].prop_map(Cell::Number).boxed(),
            CellKind::Share => (0..=100_u8).prop_map(|n| Cell::Share(f32::from(n) / 100.0)).boxed(),
            CellKind::Flag => any::<bool>().prop_map(Cell::Flag).boxed(),
            CellKind::List => prop::collection::vec(text().prop_map(Cow::Owned), 0..4).prop_map(Cell::List).boxed(),
            CellKind::Text | CellKind::Id | CellKind::Day | CellKind::Date | CellKind::Article => {
                text().prop_map(|words| Cell::Text(words.into())).boxed()
            }
        };
        prop_oneof![1 => Just(Cell::Empty), 4 => full].boxed()
    }

    fn row(columns: &'static [Column]) -> impl Strategy<Value = Vec<Cell<'static>>> {
        columns.iter().map(|column| cell(column.kind)).collect::<Vec<_>>()
    }

    fn table(n: usize) -> impl Strategy<Value = Rows<'static>> {
        let count = if n == 0 { 1..=1 } else { 0..=3 };
        prop::collection::vec(row(TABLES[n].columns), count)
    }

    /// Rows of a document whose id all of them name.
    fn document() -> impl Strategy<Value = DocumentRows<'static>> {
        std::array::from_fn::<_, { TABLES.len() }, _>(table).prop_map(|mut rows| {
            let id = rows[0][0][0].clone();
            rows[1..].iter_mut().flatten().for_each(|row| row[0] = id.clone());
            rows
        })
    }

    proptest! {
        #[test]
        fn a_line_gives_back_its_rows(rows in document()) {
            let line = line_of(&rows);
            prop_assert_eq!(line.iter().filter(|byte| **byte == b'\n').count(), 1);
            let Line::Item(Item::Document(again)) = read(&line).unwrap() else { return Err(TestCaseError::fail("no document")) };
            prop_assert_eq!(&*again, &rows);
        }

        #[test]
        fn a_problem_gives_back_its_row(row in row(PROBLEMS.columns)) {
            let line = problem(&row);
            prop_assert_eq!(read(&line).unwrap(), Line::Item(Item::Problem(row)));
        }

        #[test]
        fn a_torn_line_is_no_line(rows in document(), at in any::<prop::sample::Index>()) {
            let line = line_of(&rows);
            let whole = line.trim_ascii_end().len();
            prop_assert!(read(&line[..at.index(whole)]).is_err());
        }
    }
}
