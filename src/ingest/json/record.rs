//! From one record to one article.
//!
//! Text, headline, date and id decide what is analysed and how it is called, so a value of a wrong type there makes
//! the record a problem. Source, byline and link only describe it: there a wrong type is a warning.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

use super::fields::{Field, LAST_RESORT};
use super::values::{id, names, url, without_by, written_date};
use crate::error::{Problem, ProblemKind};
use crate::ingest::pattern::regex;
use crate::ingest::{Article, Place, ReadOptions, date, html};

/// What is wrong with a record, before its place in the file is known.
#[derive(Debug)]
pub(in crate::ingest) struct Wrong {
    pub kind: ProblemKind,
    pub message: String,
    /// The line in the file, where it is known better than that of the record's beginning.
    pub line: Option<u64>,
}

impl Wrong {
    pub(in crate::ingest) fn in_file(self, path: &str) -> Problem {
        Problem { path: path.to_owned(), record: None, line: self.line, kind: self.kind, message: self.message }
    }

    fn new(kind: ProblemKind, message: String) -> Self {
        Self { kind, message, line: None }
    }

    fn type_of(name: &str, allowed: &str, value: &Value) -> Self {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Self::new(ProblemKind::Malformed, format!("field {name:?} holds {found}; allowed is {allowed}"))
    }
}

/// Reads one record; `number` counts it in a file of many.
pub(in crate::ingest) fn article(
    value: Value,
    place: &Place,
    number: Option<u64>,
    warning: Option<String>,
    options: &ReadOptions,
) -> Result<Article, Wrong> {
    let Value::Object(record) = value else {
        return Err(Wrong::type_of("record", "an object", &value).renamed());
    };
    let mut warnings: Vec<_> = warning.into_iter().collect();
    let text = text(&record, options, &mut warnings)?;
    let id = match Field::Id.of(&record, &options.fields) {
        Some((name, value)) => id(value).ok_or_else(|| Wrong::type_of(name, "a string or a number", value))?,
        None => String::new(),
    };
    let headline = match Field::Headline.of(&record, &options.fields) {
        Some((_, Value::String(headline))) => Some(headline.trim().to_owned()),
        Some((name, value)) => return Err(Wrong::type_of(name, "a string", value)),
        None => None,
    };
    let written = match Field::Date.of(&record, &options.fields) {
        Some((name, value)) => {
            Some(written_date(value).ok_or_else(|| Wrong::type_of(name, "a date as a string, or seconds since 1970", value))?)
        }
        None => None,
    };
    let mut article = Article {
        id: if id.is_empty() { place.id_of(number) } else { id },
        path: place.path.clone(),
        text,
        headline,
        source: described(Field::Source, &record, options, &mut warnings),
        byline: described(Field::Byline, &record, options, &mut warnings).map(without_by),
        url: Field::Url.all(&record, &options.fields).find_map(|(name, value)| url(name, value)),
        ..Article::default()
    };
    article.warnings = warnings;
    date::settle(&mut article, written.as_deref(), options);
    Ok(article)
}

impl Wrong {
    /// The record itself is no field.
    fn renamed(mut self) -> Self {
        self.message = self.message.replacen("field \"record\"", "the record", 1);
        self
    }
}

fn text(record: &Map<String, Value>, options: &ReadOptions, warnings: &mut Vec<String>) -> Result<String, Wrong> {
    let Some((name, value)) = Field::Text.of(record, &options.fields) else {
        let names = Field::Text.usual_names();
        if names.iter().any(|name| record.get(*name).is_some_and(Value::is_string)) {
            return Err(Wrong::new(ProblemKind::Empty, "no text in it: the text is empty or white space only".to_owned()));
        }
        let message = format!("no field with text; allowed are {} and names given by --columns", names.join(", "));
        return Err(Wrong::new(ProblemKind::NoText, message));
    };
    let Value::String(text) = value else {
        return Err(Wrong::type_of(name, "a string", value));
    };
    if name == LAST_RESORT {
        warnings.push(format!("text: only a {LAST_RESORT:?} was found, which is a summary"));
    }
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return Err(Wrong::new(ProblemKind::Binary, format!("field {name:?} holds zeros; allowed is text")));
    }
    if let Some(cut) = Some(text).filter(|text| text.contains(" chars]")).and_then(|text| CUT_BY_SERVICE.find(text)) {
        warnings.push(format!("text: cut off by the service that gave it: {}", cut.as_str().trim()));
    }
    if !holds_html(text) {
        return Ok(text.clone());
    }
    let cleaned = html::text_of_fragment(text);
    if cleaned.is_empty() {
        return Err(Wrong::new(ProblemKind::Empty, format!("no text in it: field {name:?} holds nothing but HTML tags")));
    }
    warnings.push(format!("text: HTML tags were removed from field {name:?}; offsets point into what remained"));
    Ok(cleaned)
}

static BLOCK_TAG: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)</(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|article|section)\s*>|<(?:p|br)(?:\s[^<>]*)?/?>"));
static FIRST_TAG: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?i)^\s*<(?:p|div|h[1-6]|ul|ol|blockquote|figure|article|section|a|b|i|em|strong|span)(?:\s[^<>]*)?>"));

/// What some services put in the place of the rest of an article.
static CUT_BY_SERVICE: LazyLock<Regex> = LazyLock::new(|| regex(r"\[\+\d+ chars\]\s*$"));

/// Whether a text is HTML: it begins with a tag, or holds several that part blocks.
///
/// One tag that was left behind in plain text is no reason to move all words away from their offsets.
fn holds_html(text: &str) -> bool {
    memchr::memchr(b'<', text.as_bytes()).is_some() && (FIRST_TAG.is_match(text) || BLOCK_TAG.find_iter(text).nth(1).is_some())
}

fn described(field: Field, record: &Map<String, Value>, options: &ReadOptions, warnings: &mut Vec<String>) -> Option<String> {
    let (name, value) = field.of(record, &options.fields)?;
    let names = names(value);
    if names.is_none() && !matches!(value, Value::Array(list) if list.is_empty()) {
        let allowed = "a string, an object with a name, or a list of them";
        warnings.push(format!("{}: {}", field.name(), Wrong::type_of(name, allowed, value).message));
    }
    names
}
