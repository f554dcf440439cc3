//! The report: one HTML file that opens from disk, asks nothing of any network, and shows the tables beside the articles
//! with their words highlighted.
//!
//! The page is written by hand, in files beside this one: [`PAGE`] holds the frame, [`STYLE`] and [`SCRIPT`] are parted by
//! idea and put together in this order. The rows stand in it once, as JSON, from which the script draws what is asked for,
//! a hundred rows at a time. What the address says after `#` is what is shown, so that each view can be linked.
//!
//! A browser holds some thousands of articles: of longer runs the page has the first, and says so.

use std::path::Path;

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed, json};
use crate::error::Result;
use crate::tables::{CellKind, Rows, TABLES, Table};

const PAGE: &str = include_str!("page.html");
/// Which columns of a table are shown first, and which are offered as filters.
const LAYOUT: &str = include_str!("layout.json");

const STYLE: [&str; 6] = [
    include_str!("base.css"),
    include_str!("tables.css"),
    include_str!("article.css"),
    include_str!("plans.css"),
    include_str!("charts.css"),
    include_str!("print.css"),
];

const SCRIPT: [&str; 18] = [
    include_str!("data.js"),
    include_str!("dom.js"),
    include_str!("state.js"),
    include_str!("search.js"),
    include_str!("spans.js"),
    include_str!("values.js"),
    include_str!("card.js"),
    include_str!("controls.js"),
    include_str!("table.js"),
    include_str!("plans.js"),
    include_str!("found.js"),
    include_str!("article.js"),
    include_str!("scale.js"),
    include_str!("tolls.js"),
    include_str!("timeline.js"),
    include_str!("overview.js"),
    include_str!("theme.js"),
    include_str!("main.js"),
];

/// What the page holds, at the most.
#[derive(Clone, Copy)]
struct Room {
    articles: u64,
    bytes: usize,
    problems: usize,
}

const ROOM: Room = Room { articles: 5_000, bytes: 64 * 1024 * 1024, problems: 5_000 };

/// Writes `report.html`.
pub(super) struct ReportWriter {
    page: Output,
    room: Room,
    held: u64,
    all: u64,
    bytes: usize,
}

impl ReportWriter {
    /// Begins the page: its frame, and the names of all columns.
    pub fn create(folder: &Path) -> Result<Self> {
        Self::within(folder, ROOM)
    }

    fn within(folder: &Path, room: Room) -> Result<Self> {
        let mut page = Output::create(folder, "report.html")?;
        let (frame, _) = halves(PAGE, "{{data}}");
        let (head, body) = halves(frame, "{{style}}");
        for part in [head, &STYLE.concat(), body, "{\"layout\":", LAYOUT.trim_end(), ",\"tables\":"] {
            page.put(part.as_bytes())?;
        }
        let mut tables = Vec::new();
        describe(&mut tables);
        page.put(&harmless(&tables))?;
        page.put(b",\"articles\":[")?;
        Ok(Self { page, room, held: 0, all: 0, bytes: 0 })
    }
}

impl Writer for ReportWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        self.all += 1;
        if self.held + 1 < self.all || self.held == self.room.articles {
            return Ok(()); // one that had no room: the page holds the first articles, without gaps
        }
        let mut article = Vec::new();
        list(TABLES.iter().zip(rows), &mut article, |(table, rows), out| {
            list(rows.iter(), out, |row, out| list(row.iter().skip(keys_left_out(table)), out, json::value));
        });
        let article = harmless(&article);
        if self.bytes + article.len() > self.room.bytes && self.held > 0 {
            return Ok(());
        }
        self.page.put(if self.held == 0 { b"\n" } else { b",\n" })?;
        self.page.put(&article)?;
        self.held += 1;
        self.bytes += article.len();
        Ok(())
    }

    fn finish(mut self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        let mut shown = Vec::new();
        list(problems.iter().take(self.room.problems), &mut shown, |row, out| list(row.iter(), out, json::value));
        self.page.put(b"],\"problems\":")?;
        self.page.put(&harmless(&shown))?;
        let all = format!(",\"all\":{{\"documents\":{},\"problems\":{}}}}}", self.all, problems.len());
        let (_, foot) = halves(PAGE, "{{data}}");
        let (between, end) = halves(foot, "{{script}}");
        for part in [all.as_str(), between, &SCRIPT.concat(), end] {
            self.page.put(part.as_bytes())?;
        }
        Ok(vec![self.page.whole()?])
    }
}

/// What stands before and behind a mark of the page.
fn halves<'a>(page: &'a str, mark: &str) -> (&'a str, &'a str) {
    page.split_once(mark).unwrap_or((page, ""))
}

/// In rows of a document `doc_id` is its key in `documents` alone.
fn keys_left_out(table: &Table) -> usize {
    usize::from(table.columns[0].name == "doc_id" && table.name != "documents")
}

/// The names, kinds and meanings of all columns.
fn describe(out: &mut Vec<u8>) {
    list(filed(), out, |table, out| {
        out.extend_from_slice(format!("{{\"name\":\"{}\",\"columns\":", table.name).as_bytes());
        list(table.columns.iter(), out, |column, out| {
            out.extend_from_slice(format!("{{\"name\":\"{}\",\"kind\":\"{}\",\"about\":", column.name, kind(column.kind)).as_bytes());
            json::string(column.about, out);
            out.push(b'}');
        });
        out.push(b'}');
    });
}

fn kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "text",
        CellKind::Id => "id",
        CellKind::Number => "number",
        CellKind::Share => "share",
        CellKind::Flag => "flag",
        CellKind::Day | CellKind::Date => "day",
        CellKind::List => "list",
        CellKind::Article => "article",
    }
}

fn list<T>(items: impl Iterator<Item = T>, out: &mut Vec<u8>, write: impl Fn(T, &mut Vec<u8>)) {
    out.push(b'[');
    for (n, item) in items.enumerate() {
        if n > 0 {
            out.push(b',');
        }
        write(item, out);
    }
    out.push(b']');
}

/// JSON that can stand in a page whatever the articles say: `<` begins no tag and ends no script, and the two characters
/// that are line breaks to JavaScript alone are escaped. All three stand in strings only.
fn harmless(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len() + json.len() / 64);
    let mut rest = json;
    while let Some((&first, after)) = rest.split_first() {
        let (escape, read): (&[u8], usize) = match (first, after) {
            (b'<', _) => (b"\\u003c", 1),
            (0xE2, [0x80, 0xA8, ..]) => (b"\\u2028", 3),
            (0xE2, [0x80, 0xA9, ..]) => (b"\\u2029", 3),
            _ => (&rest[..1], 1),
        };
        out.extend_from_slice(escape);
        rest = &rest[read..];
    }
    out
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use serde_json::Value;

    use super::*;
    use crate::tables::Cell;

    /// What a page of `articles` with `words` in each, for which there is `room`, holds as data.
    fn written(words: &str, articles: usize, room: Room) -> (String, Value) {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = Box::new(ReportWriter::within(folder.path(), room).unwrap());
        for _ in 0..articles {
            let document = TABLES[0].columns.iter().map(|_| Cell::Text(Cow::Borrowed(words))).collect();
            writer.document(&std::array::from_fn(|n| if n == 0 { vec![Vec::clone(&document)] } else { Vec::new() })).unwrap();
        }
        writer.finish(&Rows::new()).unwrap().into_iter().for_each(|file| file.name().unwrap());
        let page = std::fs::read_to_string(folder.path().join("report.html")).unwrap();
        let (_, data) = page.split_once("id=\"data\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data = serde_json::from_str(data).unwrap();
        (page, data)
    }

    #[test]
    fn no_words_end_the_data() {
        let words = "</script><!-- <script> \u{2028}\u{2029} \u{1F54A} \" \\";
        let (page, data) = written(words, 1, ROOM);
        assert_eq!(data["articles"][0][0][0][0], words);
        assert!(!page.contains(['\u{2028}', '\u{2029}']));
        assert_eq!(page.matches("<script").count(), 2);
    }

    #[test]
    fn long_runs_are_cut_and_counted() {
        let held = |room| {
            let (_, data) = written("words", 5, room);
            (data["articles"].as_array().unwrap().len(), data["all"]["documents"].as_u64().unwrap())
        };
        assert_eq!(held(ROOM), (5, 5));
        assert_eq!(held(Room { articles: 3, ..ROOM }), (3, 5));
        assert_eq!(held(Room { bytes: 500, ..ROOM }), (2, 5));
    }

    #[test]
    fn the_layout_names_columns_that_there_are() {
        let layout: Value = serde_json::from_str(LAYOUT).unwrap();
        assert_eq!(layout.as_object().unwrap().len(), filed().count());
        for table in filed() {
            for column in ["lead", "filters"].into_iter().flat_map(|list| layout[table.name][list].as_array().unwrap()) {
                assert!(table.columns.iter().any(|c| c.name == column), "{} has no column {column}", table.name);
            }
        }
    }
}
