//! From a line to its rows.
//!
//! A line has the columns of its tables in their order, so it is read cell by cell against them, borrowing the words
//! wherever they stand without escapes. The type of a cell is that of its column.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor};

use crate::emit::DocumentRows;
use crate::tables::{Cell, CellKind, Column, PROBLEMS, Rows, SCHEMA_VERSION, TABLES, Table};

/// What a line tells.
#[derive(Debug, PartialEq)]
pub(in crate::emit) enum Line<'a> {
    /// The rows of a document.
    Document(Box<DocumentRows<'a>>),
    /// The row of a problem.
    Problem(Vec<Cell<'a>>),
}

/// Reads one whole line.
pub(in crate::emit) fn read(line: &[u8]) -> serde_json::Result<Line<'_>> {
    let mut json = serde_json::Deserializer::from_slice(line);
    let line = json.deserialize_map(LineVisitor)?;
    json.end()?;
    Ok(line)
}

struct LineVisitor;

impl<'de> Visitor<'de> for LineVisitor {
    type Value = Line<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the tables of a document, or a problem")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Line<'de>, A::Error> {
        match map.next_key()? {
            Some("problem") => {
                let problem = map.next_value_seed(RowOf { columns: PROBLEMS.columns, head: Vec::new() })?;
                end(&mut map)?;
                Ok(Line::Problem(problem))
            }
            Some("schema_version") => {
                let version: u64 = map.next_value()?;
                if version != u64::from(SCHEMA_VERSION) {
                    return Err(A::Error::custom(format_args!("schema_version {version}, expected {SCHEMA_VERSION}")));
                }
                document(map).map(|rows| Line::Document(Box::new(rows)))
            }
            other => Err(A::Error::custom(format_args!("a line that begins with {other:?}"))),
        }
    }
}

fn document<'de, A: MapAccess<'de>>(mut map: A) -> Result<DocumentRows<'de>, A::Error> {
    let [documents, others @ ..] = TABLES;
    let mut rows: DocumentRows<'de> = Default::default();
    key(&mut map, "document")?;
    let document = map.next_value_seed(RowOf { columns: documents.columns, head: Vec::new() })?;
    let id = document.first().cloned().unwrap_or(Cell::Empty);
    let [first, rest @ ..] = &mut rows;
    first.push(document);
    for (table, rows) in others.into_iter().zip(rest) {
        key(&mut map, table.name)?;
        *rows = map.next_value_seed(RowsOf { table, id: id.clone() })?;
    }
    end(&mut map)?;
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
fn end<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
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
        end(&mut map)?;
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
            CellKind::Text | CellKind::Id | CellKind::Day | CellKind::Article => Ok(Cell::Text(words)),
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
