//! Tables of articles: CSV and TSV (`.csv`, `.tsv`, `.tab`), a row an article.
//!
//! The first row names the columns, by the names that fields of JSON records have, in any case; a user may name others
//! (`--columns text=body,date=pubdate`). What parts the cells is read from that row: a comma, a semicolon, a tab or a
//! bar. Rows are read one after another; a row that has other cells than the first is a problem, and the next goes on.

use std::io::{self, BufRead, Cursor, Read};

use csv::{ByteRecord, ReaderBuilder};
use serde_json::{Map, Value};

use super::input::{Allowance, Metered, metered};
use super::json::record;
use super::{Article, Articles, Input, Place, ReadOptions, columns, encoding, problem, single};
use crate::error::{Problem, ProblemKind};

/// Of the first row, so much tells what parts its cells.
const LONGEST_HEAD: u64 = 1 << 16;

/// Reads the articles of a table.
pub fn read(input: Input, options: &ReadOptions) -> Articles {
    let place = input.place.clone();
    match open(input, options) {
        Ok(rows) => Box::new(rows),
        Err(error) => single(Err(problem(&place.path, error.0, error.1))),
    }
}

type Wrong = (ProblemKind, String);

/// The rows behind the first.
struct Rows {
    reader: csv::Reader<Metered>,
    /// A quotation mark that is never closed would take the whole file for one row.
    allowance: Allowance,
    columns: Vec<String>,
    row: ByteRecord,
    number: u64,
    place: Place,
    options: ReadOptions,
    ended: bool,
}

fn open(input: Input, options: &ReadOptions) -> Result<Rows, Wrong> {
    let failed = |error: io::Error| (ProblemKind::Unreadable, format!("cannot read: {error}"));
    let mut bytes = encoding::utf8_stream(input.bytes).map_err(failed)?;
    let mut head = Vec::new();
    bytes.by_ref().take(LONGEST_HEAD).read_until(b'\n', &mut head).map_err(failed)?;
    let separator = separator(&head);
    let (metered, allowance) = metered(Box::new(Cursor::new(head).chain(bytes)));
    let mut reader = ReaderBuilder::new().delimiter(separator).flexible(true).has_headers(false).from_reader(metered);
    let mut row = ByteRecord::new();
    let any = reader.read_byte_record(&mut row).map_err(|error| told(&error))?;
    if !any {
        return Err((ProblemKind::Empty, "no row in it; allowed is a table whose first row names its columns".to_owned()));
    }
    let columns: Vec<String> = row.iter().map(|cell| columns::name(&encoding::decode(cell.to_vec(), None).text, options)).collect();
    columns::check_for_text(&columns, options)?;
    Ok(Rows { reader, allowance, columns, row, number: 0, place: input.place, options: options.clone(), ended: false })
}

/// The mark that the first row has most of.
fn separator(line: &[u8]) -> u8 {
    let count = |mark: u8| line.iter().filter(|&&byte| byte == mark).count();
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|&mark| count(mark)).unwrap_or(b',')
}

impl Iterator for Rows {
    type Item = Result<Article, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        self.allowance.refill();
        let read = self.reader.read_byte_record(&mut self.row);
        self.number += 1;
        let line = self.row.position().map_or(0, csv::Position::line);
        let at = |problem: Problem| Problem { record: Some(self.number), line: (line > 0).then_some(line), ..problem };
        match read {
            Ok(false) => None,
            Ok(true) => Some(self.article().map_err(at)),
            Err(error) => {
                self.ended = true;
                let (kind, message) = told(&error);
                Some(Err(at(problem(&self.place.path, kind, message))))
            }
        }
    }
}

impl Rows {
    fn article(&self) -> Result<Article, Problem> {
        if self.row.len() != self.columns.len() {
            let message =
                format!("the row has {} cells; allowed are {}, as many as the first row names", self.row.len(), self.columns.len());
            return Err(problem(&self.place.path, ProblemKind::Malformed, message));
        }
        let mut values = Map::new();
        let mut warning = None;
        for (name, cell) in self.columns.iter().zip(&self.row) {
            let decoded = encoding::decode(cell.to_vec(), None);
            warning = warning.or(decoded.warning);
            if !decoded.text.is_empty() {
                values.entry(name.clone()).or_insert(Value::String(decoded.text));
            }
        }
        record::article(Value::Object(values), &self.place, Some(self.number), warning, &self.options)
            .map_err(|wrong| wrong.in_file(&self.place.path))
    }
}

/// What the reader of rows said.
fn told(error: &csv::Error) -> Wrong {
    match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => (ProblemKind::TooLarge, error.to_string()),
        csv::ErrorKind::Io(error) => (ProblemKind::Unreadable, format!("cannot read: {error}")),
        _ => (ProblemKind::Malformed, format!("not a table: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{Article, MAX_ARTICLE_BYTES};

    fn rows(table: &[u8], columns: &[&str]) -> Vec<Result<Article, Problem>> {
        let mut options = ReadOptions::default();
        columns.iter().for_each(|column| options.fields.add(column).expect("a column"));
        let place = Place { path: "t.csv".to_owned(), id: "t".to_owned() };
        read(Input::held(place, Cursor::new(table.to_vec())), &options).collect()
    }

    #[test]
    fn any_separator_case_and_encoding_is_read() {
        for table in [
            &b"Title,PUB DATE,Text\nRain,2013-09-12,\"It \"\"rained\"\"\nin Orl\xe9ans.\"\n"[..],
            b"\xEF\xBB\xBFtitle;pub_date;text\r\nRain;12 September 2013;\"It \"\"rained\"\"\nin Orl\xc3\xa9ans.\"\r\n",
            b"title\tpubDate\ttext\nRain\t2013-09-12\t\"It \"\"rained\"\"\nin Orl\xc3\xa9ans.\"",
        ] {
            let read = rows(table, &[]);
            let article = read[0].as_ref().expect("an article");
            assert_eq!((article.id.as_str(), article.text.as_str()), ("t#1", "It \"rained\"\nin Orléans."));
            assert_eq!((article.headline.as_deref(), article.date.as_deref()), (Some("Rain"), Some("2013-09-12")));
        }
    }

    #[test]
    fn columns_are_named_by_the_user_and_a_bad_row_is_told() {
        let read = rows(b"n,story,day\n1,It rained.,2013-09-12\n2,too few\n3,,\n4,It stopped.,\n", &["text=story", "date=day", "id=n"]);
        assert_eq!(read[0].as_ref().expect("an article").id, "1");
        assert_eq!(read[3].as_ref().expect("an article").text, "It stopped.");
        let problems: Vec<_> = read.iter().filter_map(|read| read.as_ref().err()).collect();
        assert_eq!(
            problems.iter().map(|p| (p.record, p.line, p.kind)).collect::<Vec<_>>(),
            [(Some(2), Some(3), ProblemKind::Malformed), (Some(3), Some(4), ProblemKind::NoText)]
        );
    }

    #[test]
    fn what_is_no_table_of_articles_is_one_problem() {
        for (table, kind) in [(&b""[..], ProblemKind::Empty), (b"a,b\n1,2\n3,4\n", ProblemKind::NoText)] {
            let read = rows(table, &[]);
            assert_eq!(read.len(), 1);
            assert_eq!(read[0].as_ref().expect_err("a problem").kind, kind);
        }
        let open = [b"id,text\n1,\"", vec![b'a'; MAX_ARTICLE_BYTES + (1 << 20)].as_slice()].concat();
        let read = rows(&open, &[]);
        assert_eq!((read.len(), read[0].as_ref().expect_err("a problem").kind), (1, ProblemKind::TooLarge));
    }
}
