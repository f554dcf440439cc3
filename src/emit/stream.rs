//! JSON Lines: one object a document, with its rows under the names of their tables.
//!
//! A line holds everything that the tables say of a document, so that it is also what a [`journal`](super::journal) keeps.

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, json};
use crate::error::Result;
use crate::tables::{Rows, SCHEMA_VERSION, TABLES};

/// Bytes of a row, more or less.
const ROW_BYTES: usize = 320;

/// The line of one document. `doc_id` stands in `document` alone.
pub fn line(rows: &DocumentRows<'_>) -> Vec<u8> {
    let mut out = Vec::with_capacity(ROW_BYTES * rows.iter().map(Vec::len).sum::<usize>());
    out.extend_from_slice(format!("{{\"schema_version\":{SCHEMA_VERSION}").as_bytes());
    for (n, (table, rows)) in TABLES.iter().zip(rows).enumerate() {
        let is_document = n == 0;
        let name = if is_document { "document" } else { table.name };
        out.extend_from_slice(format!(",\"{name}\":{}", if is_document { "" } else { "[" }).as_bytes());
        for (n, row) in rows.iter().enumerate() {
            if n > 0 {
                out.push(b',');
            }
            let keys = usize::from(!is_document);
            json::object(table.columns.iter().zip(row).skip(keys), &mut out);
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
        self.0.put(&line(rows))
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.0.whole()?])
    }
}
