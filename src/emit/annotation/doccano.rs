//! `doccano.jsonl`: a document a line, for doccano and for Prodigy alike.
//!
//! doccano reads `text` and `label` (`[start, end, layer]`) and keeps the other fields as what is known of the document.
//! Prodigy reads `text`, `spans` and `meta`. A span also says which row and rule it is from, and its kind. Spans overlap:
//! doccano's project must allow that, and Prodigy's recipe is `spans.manual`.

use std::path::Path;

use serde_json::{Value, json};

use super::{DOCUMENTS, Mark, Marked, about};
use crate::emit::columns::column;
use crate::emit::output::{Output, Whole};
use crate::emit::{DocumentRows, Writer};
use crate::error::Result;
use crate::tables::Rows;

/// What is said of a document besides its text.
const META: [(&str, usize); 4] = [
    ("headline", column(DOCUMENTS, "headline")),
    ("date_published", column(DOCUMENTS, "date_published")),
    ("source", column(DOCUMENTS, "source")),
    ("url", column(DOCUMENTS, "url")),
];

/// Writes `doccano.jsonl`.
pub(in crate::emit) struct DoccanoWriter(Output);

impl DoccanoWriter {
    pub fn create(folder: &Path) -> Result<Self> {
        Ok(Self(Output::create(folder, "doccano.jsonl")?))
    }
}

impl Writer for DoccanoWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let marked = Marked::read(rows);
        let labels: Vec<_> = marked.marks.iter().map(|mark| json!([mark.start, mark.end, mark.layer])).collect();
        let spans: Vec<_> = marked.marks.iter().map(span).collect();
        let meta = META.iter().map(|(name, column)| (*name, about(rows, *column))).filter(|(_, words)| !words.is_empty());
        let meta: Value = meta.map(|(name, words)| (name.to_owned(), words.into())).collect::<serde_json::Map<_, _>>().into();
        let line = json!({"doc_id": marked.doc_id, "text": marked.text, "label": labels, "spans": spans, "meta": meta});
        self.0.put(format!("{line}\n").as_bytes())
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.0.whole()?])
    }
}

/// A span as Prodigy reads it, with what it is from.
fn span(mark: &Mark<'_>) -> Value {
    let Mark { layer, kind, id, rule, start, end, .. } = mark;
    json!({"start": start, "end": end, "label": layer, "kind": kind, "id": id, "rule": rule})
}
