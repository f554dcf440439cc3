//! From files to articles.

/// One article as read: its text and what the file said about it.
///
/// Offsets of all tables point into `text`, so a reader decides once what the text is and nothing changes it later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Readable id, unique in a run: the path without folder root and extension, or the record's own id.
    pub id: String,
    /// The file as found, with `/` between folders; empty for standard input.
    pub path: String,
    /// The article text: headline first where it stands in the file's text.
    pub text: String,
    /// The headline, where known; it may or may not also stand in `text`.
    pub headline: Option<String>,
    /// Date of publication as ISO 8601: a day, a month (`2013-09`) or a year (`2013`).
    pub date: Option<String>,
    /// How `date` is known.
    pub date_source: Option<DateSource>,
    /// The outlet.
    pub source: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// What was done to the text, and what was doubtful, in words.
    pub warnings: Vec<String>,
}

/// How the date of publication is known, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateSource {
    /// `--date` on the command line.
    Option,
    /// The file's own metadata: a JSON field, a meta tag, JSON-LD.
    Metadata,
    /// The dateline at the head of the text ("GENEVA, Sept 12").
    Dateline,
    /// A date in the name of the file.
    Filename,
    /// A full date elsewhere at the head of the text.
    Text,
}
