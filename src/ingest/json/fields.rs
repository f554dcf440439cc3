//! What the fields of a record are called.
//!
//! News services and data sets agree on what an article has and not on its names. The usual names stand here, best
//! first; a user may put names of their own before them (`text=body`). The first name that is present wins: one whose
//! value is `null` or blank counts as absent.

use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// What a record may say about an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The record's own id.
    Id,
    /// The headline.
    Headline,
    /// The text.
    Text,
    /// The date of publication.
    Date,
    /// The outlet.
    Source,
    /// Who wrote it.
    Byline,
    /// Where it was published.
    Url,
}

impl Field {
    /// All of them, as [`Field::name`] calls them.
    pub const ALL: [Self; 7] = [Self::Id, Self::Headline, Self::Text, Self::Date, Self::Source, Self::Byline, Self::Url];

    /// The name as a user writes it before `=`, and as our own tables call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Headline => "headline",
            Self::Text => "text",
            Self::Date => "date",
            Self::Source => "source",
            Self::Byline => "byline",
            Self::Url => "url",
        }
    }

    /// The usual names, best first.
    pub fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["id", "guid", "uuid", "_id", "uri"],
            Self::Headline => &["headline", "title", "name"],
            Self::Text => &["text", "body", "content", "articleBody", "article", "maintext", "content_text", "content_html", LAST_RESORT],
            Self::Date => &[
                "date",
                "published",
                "publishedAt",
                "published_at",
                "pubDate",
                "pub_date",
                "date_published",
                "datePublished",
                "date_publish",
                "created_at",
                "publication_date",
                "timestamp",
            ],
            Self::Source => &["source", "publisher", "outlet", "source_name", "domain"],
            Self::Byline => &["author", "byline", "authors", "creator"],
            Self::Url => &["url", "link", "webUrl", "uri"],
        }
    }

    /// The name and value of the first field that is present.
    pub(super) fn of<'a>(self, record: &'a Map<String, Value>, names: &'a FieldNames) -> Option<(&'a str, &'a Value)> {
        self.all(record, names).next()
    }

    /// The names and values of all that are present, best first.
    pub(super) fn all<'a>(self, record: &'a Map<String, Value>, names: &'a FieldNames) -> impl Iterator<Item = (&'a str, &'a Value)> {
        let added = names.added.iter().filter(move |(field, _)| *field == self).map(|(_, name)| name.as_str());
        added.chain(self.usual_names().iter().copied()).filter_map(|name| {
            let value = record.get(name)?;
            (!is_blank(value)).then_some((name, value))
        })
    }
}

/// What services call the summary: text only where there is no other.
pub(super) const LAST_RESORT: &str = "description";

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(string) => string.trim().is_empty(),
        _ => false,
    }
}

/// Names that the user adds; they are looked up before the usual ones, in the order in which they were added.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldNames {
    added: Vec<(Field, String)>,
}

impl FieldNames {
    /// Whether the user gave this name to a field.
    pub(in crate::ingest) fn holds(&self, name: &str) -> bool {
        self.added.iter().any(|(_, known)| known == name)
    }

    /// Adds a name as users write it: `text=body`.
    ///
    /// # Errors
    /// When it is not one of our fields, `=`, and a name.
    pub fn add(&mut self, written: &str) -> Result<()> {
        let parts = written.split_once('=').map(|(field, name)| (field.trim(), name.trim()));
        let field = parts.and_then(|(field, _)| Field::ALL.into_iter().find(|known| known.name() == field));
        match (field, parts) {
            (Some(field), Some((_, name))) if !name.is_empty() => {
                self.added.push((field, name.to_owned()));
                Ok(())
            }
            _ => {
                let known = Field::ALL.map(Field::name).join(", ");
                let allowed = format!("FIELD=NAME, where FIELD is one of {known}");
                Err(Error::Value { what: "name of a field".to_owned(), found: written.to_owned(), allowed })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_first_called_by_a_usual_name() {
        for field in Field::ALL {
            assert!(!field.usual_names().is_empty());
            assert!(field == Field::Byline || field.usual_names()[0] == field.name());
        }
    }

    #[test]
    fn wrong_names_say_what_is_allowed() {
        let mut names = FieldNames::default();
        assert!(names.add("text=story").is_ok());
        for wrong in ["", "text", "text=", "story=text", "=x"] {
            let error = names.add(wrong).expect_err(wrong).to_string();
            assert!(error.contains("id, headline, text"), "{error}");
        }
    }
}
