//! `timeml/`: a `.tml` a document, its dates as `TIMEX3` in the text.
//!
//! `tid` is the row's id with `t` for `d`; `t0` is the date of publication, to which `anchorTimeID` leads where a date is
//! counted from it. Of dates within dates the outermost is written. A character that XML can't hold stands as U+FFFD, so
//! that the text keeps its length.

use std::io::Write;
use std::path::Path;

use super::names::Names;
use super::{DOCUMENTS, Marked, about, table};
use crate::emit::columns::{column, words};
use crate::emit::output::{OutputFolder, Whole};
use crate::emit::{DocumentRows, Writer};
use crate::error::Result;
use crate::tables::{Cell, Rows};

const DATES: usize = table("dates");
const ID: usize = column(DATES, "date_id");

/// Attributes of a `TIMEX3`, with the columns that they are read from.
const ATTRIBUTES: [(&str, usize); 3] =
    [("type", column(DATES, "timex_type")), ("value", column(DATES, "timex_value")), ("mod", column(DATES, "timex_mod"))];

/// Writes the folder `timeml`.
pub(in crate::emit) struct TimemlWriter {
    folder: OutputFolder,
    names: Names,
}

impl TimemlWriter {
    pub fn create(folder: &Path) -> Result<Self> {
        Ok(Self { folder: OutputFolder::create(folder, "timeml")?, names: Names::default() })
    }
}

impl Writer for TimemlWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let marked = Marked::read(rows);
        let file = self.names.file(self.folder.path(), marked.doc_id, ".tml");
        let written = file.and_then(|(mut file, _)| file.write_all(markup(&marked, rows).as_bytes()));
        written.map_err(|source| self.folder.failed(source))
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.folder.whole()])
    }
}

fn markup(marked: &Marked<'_>, rows: &DocumentRows<'_>) -> String {
    let published = about(rows, const { column(DOCUMENTS, "date_published") });
    let value = if published.is_empty() { "XXXX-XX-XX" } else { published };
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n".to_owned();
    out.push_str(&format!("<DOCID>{}</DOCID>\n", escaped(marked.doc_id)));
    out.push_str(&format!(
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{0}\" functionInDocument=\"CREATION_TIME\">{0}</TIMEX3></DCT>\n",
        escaped(value)
    ));
    out.push_str(&format!("<TITLE>{}</TITLE>\n<TEXT>", escaped(about(rows, const { column(DOCUMENTS, "headline") }))));
    let mut from = 0;
    for mark in marked.outermost("date") {
        out.push_str(&escaped(marked.words(from, mark.start)));
        out.push_str(&format!("{}{}</TIMEX3>", opening(mark.row), escaped(marked.words(mark.start, mark.end))));
        from = mark.end;
    }
    out.push_str(&escaped(marked.words(from, usize::MAX)));
    out + "</TEXT>\n</TimeML>\n"
}

fn opening(row: &[Cell<'_>]) -> String {
    let mut tag = format!("<TIMEX3 tid=\"{}\"", tid(words(&row[ID])));
    for (name, column) in ATTRIBUTES {
        let value = words(&row[column]);
        if !value.is_empty() {
            tag.push_str(&format!(" {name}=\"{}\"", escaped(value)));
        }
    }
    let anchor = words(&row[const { column(DATES, "anchor") }]);
    if !anchor.is_empty() {
        let anchor = if anchor == "published" { "t0".to_owned() } else { tid(anchor) };
        tag.push_str(&format!(" temporalFunction=\"true\" anchorTimeID=\"{anchor}\""));
    }
    tag + ">"
}

/// `d3` is `t3`.
fn tid(id: &str) -> String {
    id.replacen('d', "t", 1)
}

/// Words as XML holds them, in text and in attributes. A lone carriage return would be read back as a line feed.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
