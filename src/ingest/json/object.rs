//! A `.json` file that begins with an object: one article, an answer that wraps many, or JSON Lines by another name.
//!
//! Which of them it is shows only behind the first line, so that is read first. An answer is read whole, and must fit
//! the limit: what stands around its array may come after it.

use std::io::{BufRead, Cursor, Read};

use serde_json::Value;

use super::{fields, numbered, parsed, record, skip_white_space};
use crate::error::{Problem, ProblemKind};
use crate::ingest::{Articles, MAX_ARTICLE_BYTES, Place, ReadOptions, problem, single, unreadable};

/// The fields in which an object wraps an array of articles.
const WRAPPERS: [&str; 5] = ["articles", "items", "results", "data", "docs"];

/// Reads the articles of the file; `reader` stands before the object.
pub(super) fn read(reader: Box<dyn BufRead + Send>, blank_lines: u64, place: &Place, options: &ReadOptions) -> Result<Articles, Problem> {
    let failed = |error: std::io::Error| unreadable(&place.path, &error);
    let mut reader = reader;
    let limit = MAX_ARTICLE_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    reader.by_ref().take(limit).read_until(b'\n', &mut bytes).map_err(failed)?;
    if serde_json::from_slice::<Value>(&bytes).is_ok_and(|value| value.is_object()) {
        let more_blank_lines = skip_white_space(&mut reader).map_err(failed)?;
        if !reader.fill_buf().map_err(failed)?.is_empty() {
            // One object a line. The lines that were passed over go back, so that line numbers stay right.
            let before = vec![b'\n'; usize::try_from(blank_lines).unwrap_or(0)];
            let between = vec![b'\n'; usize::try_from(more_blank_lines).unwrap_or(0)];
            let whole = Cursor::new([before, bytes, between].concat()).chain(reader);
            return Ok(Box::new(numbered(whole, place.clone(), options.clone())));
        }
    }
    let rest = limit.saturating_sub(bytes.len() as u64);
    reader.take(rest).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_ARTICLE_BYTES {
        let message =
            format!("the object is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB); a JSON array or JSON Lines may be of any size");
        return Err(problem(&place.path, ProblemKind::TooLarge, message));
    }
    let allowed = "allowed is one JSON object, an array of them, or one object a line";
    let (value, warning) = parsed(bytes, blank_lines, allowed).map_err(|wrong| wrong.in_file(&place.path))?;
    let (place, options) = (place.clone(), options.clone());
    match wrapped(value, &options) {
        Ok(articles) => Ok(Box::new(articles.into_iter().zip(1..).map(move |(value, record)| {
            record::article(value, &place, Some(record), None, &options)
                .map_err(|wrong| Problem { record: Some(record), ..wrong.in_file(&place.path) })
        }))),
        Err(value) => {
            let article = record::article(value, &place, None, warning, &options);
            Ok(single(article.map_err(|wrong| wrong.in_file(&place.path))))
        }
    }
}

/// The array that an object wraps, or the object back where it is an article itself.
fn wrapped(value: Value, options: &ReadOptions) -> Result<Vec<Value>, Value> {
    let Value::Object(mut object) = value else {
        return Err(value);
    };
    if fields::Field::Text.of(&object, &options.fields).is_some() {
        return Err(Value::Object(object));
    }
    // Some services put one more object around it: {"response": {"results": [...]}}.
    if let Some(Value::Object(inner)) = object.get("response") {
        object = inner.clone();
    }
    for name in WRAPPERS {
        match object.remove(name) {
            Some(Value::Array(articles)) => return Ok(articles),
            Some(other) => object.insert(name.to_owned(), other),
            None => None,
        };
    }
    Err(Value::Object(object))
}
