//! JSON Lines: one object a document, with its rows under the names of their tables.

use super::json;
use crate::tables::{Rows, SCHEMA_VERSION, TABLES};

/// Appends the line of one document. `doc_id` stands in `document` alone.
pub(super) fn line(rows: &[Rows<'_>; TABLES.len()], out: &mut Vec<u8>) {
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
            json::object(table.columns.iter().zip(row).skip(keys), out);
        }
        if !is_document {
            out.push(b']');
        }
    }
    out.extend_from_slice(b"}\n");
}
