//! JSON (`.json`) and JSON Lines (`.jsonl`, `.ndjson`, standard input).
//!
//! Records are read one after another: a line of JSON Lines (`lines`), an element of an array (`array`). Only an
//! object is read whole (`object`); it is one article, or it wraps an array of them as the answers of news services do
//! (`{"status": "ok", "articles": [...]}`). A `.json` file that holds one object a line is read as JSON Lines, since
//! many data sets are called so. What a record's fields mean is said in [`fields`] and done in `record`.
//!
//! The text of a record stays exactly as it is given: offsets index into it, and whoever pipes text in counts on that.

mod array;
pub mod fields;
mod lines;
mod object;
pub(super) mod record;
pub(super) mod values;

use std::io::BufRead;

use serde_json::Value;

use self::array::Elements;
use self::lines::{Line, Lines};
use super::{Article, Articles, Input, MAX_ARTICLE_BYTES, Place, ReadOptions, encoding, not_nothing, problem, single, unreadable};
use crate::error::{Problem, ProblemKind};

/// A file without any record is a problem; standard input without any is not.
const NOTHING: &str = "no record in it; allowed are JSON objects";
const ALLOWED: &str = "allowed is one JSON object a line";

/// Reads a `.json` file: one object, an array of objects, an object that wraps an array, or one object a line.
pub fn read(input: Input, options: &ReadOptions) -> Articles {
    let place = input.place.clone();
    match stream(input).and_then(|reader| read_any(reader, &place, options)) {
        Ok(articles) => not_nothing(articles, &place, NOTHING),
        Err(problem) => single(Err(problem)),
    }
}

/// Reads a `.jsonl` or `.ndjson` file: one object a line.
pub fn read_lines(input: Input, options: &ReadOptions) -> Articles {
    let place = input.place.clone();
    match stream(input) {
        Ok(reader) => {
            let records = numbered(reader, place.clone(), options.clone());
            not_nothing(Box::new(records), &place, NOTHING)
        }
        Err(problem) => single(Err(problem)),
    }
}

/// The articles of JSON Lines, read line by line in bounded memory: for standard input, with an empty `path`.
///
/// A line that cannot be read is a problem that names it, and the next line goes on; blank lines are passed over.
pub fn records<R: BufRead>(reader: R, path: &str, options: &ReadOptions) -> impl Iterator<Item = Result<Article, Problem>> + use<R> {
    numbered(reader, Place { path: path.to_owned(), id: String::new() }, options.clone())
}

fn numbered<R: BufRead>(reader: R, place: Place, options: ReadOptions) -> impl Iterator<Item = Result<Article, Problem>> + use<R> {
    Lines::new(reader).zip(1..).map(move |(line, record)| {
        let at = |problem: Problem, line| Problem { record: Some(record), line: Some(line), ..problem };
        match line {
            Line::Whole { number, mut bytes } => {
                if number == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
                    bytes.drain(..3);
                }
                parsed(bytes, 0, ALLOWED)
                    .and_then(|(value, warning)| record::article(value, &place, Some(record), warning, &options))
                    .map_err(|wrong| at(wrong.in_file(&place.path), number))
            }
            Line::TooLong { number } => {
                let message = format!("the line is longer than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article");
                Err(at(problem(&place.path, ProblemKind::TooLarge, message), number))
            }
            Line::Broken { number, error } => Err(at(unreadable(&place.path, &error), number)),
        }
    })
}

fn stream(input: Input) -> Result<Box<dyn BufRead + Send>, Problem> {
    encoding::utf8_stream(input.bytes).map_err(|error| unreadable(&input.place.path, &error))
}

/// Looks at the first character, then reads on as that asks for.
fn read_any(mut reader: Box<dyn BufRead + Send>, place: &Place, options: &ReadOptions) -> Result<Articles, Problem> {
    let blank_lines = skip_white_space(&mut reader).map_err(|error| unreadable(&place.path, &error))?;
    let first = reader.fill_buf().map_err(|error| unreadable(&place.path, &error))?.first().copied();
    match first {
        None => Ok(Box::new(std::iter::empty())),
        Some(b'[') => {
            let (place, options) = (place.clone(), options.clone());
            let elements = Elements::new(reader, blank_lines + 1);
            Ok(Box::new(elements.zip(1..).map(move |(element, record)| {
                let at = |problem: Problem, line| Problem { record: Some(record), line: Some(line), ..problem };
                let element = element.map_err(|(wrong, line)| at(wrong.in_file(&place.path), line))?;
                parsed(element.bytes, element.line - 1, "allowed are JSON objects in the array")
                    .and_then(|(value, warning)| record::article(value, &place, Some(record), warning, &options))
                    .map_err(|wrong| {
                        let problem = wrong.in_file(&place.path);
                        let line = problem.line.unwrap_or(element.line);
                        at(problem, line)
                    })
            })))
        }
        Some(_) => object::read(reader, blank_lines, place, options),
    }
}

/// The value that the bytes hold, and what was doubtful about their encoding.
fn parsed(bytes: Vec<u8>, lines_before: u64, allowed: &str) -> Result<(Value, Option<String>), record::Wrong> {
    let broken = |error: serde_json::Error| {
        let said = error.to_string();
        let said = said.split(" at line ").next().unwrap_or_default();
        let message = format!("not valid JSON at column {}: {said}; {allowed}", error.column());
        record::Wrong { kind: ProblemKind::Malformed, message, line: Some(lines_before + error.line() as u64) }
    };
    if let Ok(text) = std::str::from_utf8(&bytes) {
        return serde_json::from_str(text).map(|value| (value, None)).map_err(broken);
    }
    let decoded = encoding::decode(bytes, None);
    serde_json::from_str(&decoded.text).map(|value| (value, decoded.warning)).map_err(broken)
}

/// Passes over white space, and counts the lines.
fn skip_white_space(reader: &mut impl BufRead) -> std::io::Result<u64> {
    let mut lines = 0;
    loop {
        let bytes = reader.fill_buf()?;
        let blank = bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        lines += bytes.iter().take(blank).filter(|&&byte| byte == b'\n').count() as u64;
        let ended = blank < bytes.len() || bytes.is_empty();
        reader.consume(blank);
        if ended {
            return Ok(lines);
        }
    }
}

#[cfg(test)]
mod tests;
