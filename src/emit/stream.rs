//! JSON Lines: one object a document, with its rows under the names of their tables.
//!
//! A line holds everything that the tables say of a document, so that it is also what a [`journal`](super::journal) keeps.

use std::borrow::Borrow;
use std::sync::LazyLock;

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, json};
use crate::error::Result;
use crate::tables::{Cell, Rows, SCHEMA_VERSION, TABLES, View};

/// Bytes of a row, more or less.
const ROW_BYTES: usize = 320;

/// The keys of all tables.
static KEYS: LazyLock<[Vec<json::Key>; TABLES.len()]> = LazyLock::new(|| TABLES.map(json::keys));

/// The line of one document. `doc_id` stands in `document` alone.
pub fn line(view: &View<'_>) -> Vec<u8> {
    written(TABLES.map(|table| table.rows(view).map(|row| row.map(|(_, cell)| cell))))
}

/// The line of the document that has these rows.
pub(super) fn line_of(rows: &DocumentRows<'_>) -> Vec<u8> {
    written(std::array::from_fn(|n| rows[n].iter().map(|row| row.iter())))
}

fn written<'c, C, R>(tables: [impl ExactSizeIterator<Item = R>; TABLES.len()]) -> Vec<u8>
where
    C: Borrow<Cell<'c>>,
    R: Iterator<Item = C>,
{
    let mut out = Vec::with_capacity(ROW_BYTES * tables.iter().map(ExactSizeIterator::len).sum::<usize>());
    out.extend_from_slice(b"{\"schema_version\":");
    out.extend_from_slice(itoa::Buffer::new().format(SCHEMA_VERSION).as_bytes());
    for (n, ((table, keys), rows)) in TABLES.iter().zip(KEYS.iter()).zip(tables).enumerate() {
        let is_document = n == 0;
        let name = if is_document { "document" } else { table.name };
        let mark = if is_document { "\":" } else { "\":[" };
        [",\"", name, mark].into_iter().for_each(|part| out.extend_from_slice(part.as_bytes()));
        for (n, mut row) in rows.enumerate() {
            if n > 0 {
                out.push(b',');
            }
            let known = if is_document { 0 } else { row.next().map_or(0, |_| 1) };
            json::object(&keys[known..], row, &mut out);
        }
        if !is_document {
            out.push(b']');
        }
    }
    out.extend_from_slice(b"}\n");
    out
}

/// `stream.jsonl`.
pub(super) struct StreamWriter(pub(super) Output);

impl Writer for StreamWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        self.0.put(&line_of(rows))
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.0.whole()?])
    }
}
