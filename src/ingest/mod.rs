//! From files to articles: the only stage that reads.
//!
//! The story runs in four steps, and each step is one file or folder here:
//!
//! 1. [`sources`] turns the paths a user named into a sorted list of files, each once, each with a readable id.
//! 2. [`articles`] hands a file to the reader that its first bytes ask for, or else its extension; [`READERS`] is the
//!    whole list. Archives and compressed files hand on what they hold in the same way.
//! 3. A reader decides *what the text is*: decoded, free of markup and of lines that are the site's own. Offsets of all
//!    tables point into that text, so nothing changes it later. What comes as records (tables, feeds, mails) takes the
//!    way of a JSON record.
//! 4. [`date`] settles when the article was published, from all that the file, its name and its head say.
//!
//! Whatever cannot be read becomes a [`Problem`] that names file, record and line; the iterators never end early for
//! one bad record and never panic, whatever the bytes. [`language`] and [`duplicates`] are asked by the pipeline, which
//! knows the order of the articles; [`hash`] tells which files a run was over. Memory is bounded by [`MAX_ARTICLE_BYTES`] for each open file:
//! many records in one file are read one after another.
//!
//! What is incomplete: ids that records carry themselves may repeat in a run ([`ids::UniqueIds`] makes them unique, in
//! the order in which the caller shows them), PDF is not read, and a JSON *object* that wraps an array of articles is read whole, so it
//! must fit the limit; a JSON array or JSON Lines may be of any size.
//!
//! ```
//! use factbox::ingest::{ReadOptions, json};
//!
//! let line = br#"{"id": "n1", "text": "Talks last till tomorrow.", "date": "12 September 2013"}"#;
//! let article = json::records(&line[..], "", &ReadOptions::default()).next();
//! let article = article.and_then(Result::ok).unwrap_or_default();
//! assert_eq!(article.id, "n1");
//! assert_eq!(article.date.as_deref(), Some("2013-09-12"));
//! ```

pub mod boilerplate;
mod columns;
pub mod csv;
pub mod date;
mod detect;
pub mod docx;
pub mod duplicates;
pub mod encoding;
mod export;
pub mod hash;
pub mod html;
pub mod ids;
mod input;
pub mod json;
pub mod language;
pub mod mail;
pub mod packed;
pub mod parquet;
mod pattern;
pub mod rtf;
pub mod sources;
pub mod text;
pub mod warc;
pub mod xml;

use std::io::{BufRead, Cursor, Read};

pub use input::{Input, Place};
pub use json::fields::FieldNames;
pub use sources::Source;

use crate::error::{Problem, ProblemKind};

/// The most bytes one article may have, whatever the format: a whole book is a tenth of it.
pub const MAX_ARTICLE_BYTES: usize = 32 * 1024 * 1024;

/// One article as read: its text and what the file said about it.
///
/// Offsets of all tables point into `text`, so a reader decides once what the text is and nothing changes it later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// Readable id: the path without folder root and extension, or the record's own id.
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
    /// ISO 639-1 code of its language; readers leave it open, the pipeline detects it.
    pub language: Option<String>,
    /// The id of the article that it repeats; left open by readers likewise.
    pub duplicate_of: Option<String>,
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

impl DateSource {
    /// The name as written in the `date_source` column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Option => "option",
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Filename => "filename",
            Self::Text => "text",
        }
    }
}

/// What the user says about all files of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The date of publication, in any written form; it wins over everything in the files.
    pub date: Option<String>,
    /// JSON fields under names of the user's own, looked up before the usual ones.
    pub fields: FieldNames,
}

/// The articles of one file, read as they are asked for.
pub type Articles = Box<dyn Iterator<Item = Result<Article, Problem>> + Send>;

/// One format: what it is called, how its files end, and how they are read.
#[derive(Debug)]
pub struct Reader {
    /// The name of the format.
    pub name: &'static str,
    /// The extensions of its files, in lower case and without the dot.
    pub extensions: &'static [&'static str],
    /// Whether a file that begins with these bytes is certainly one of them, whatever it is called.
    pub begins: fn(&[u8]) -> bool,
    /// From a file to its articles.
    pub read: fn(Input, &ReadOptions) -> Articles,
}

/// All formats. A new one is a line here and a file beside this one.
///
/// The first is for files that were named on the command line and end in nothing known.
pub const READERS: &[Reader] = &[
    Reader { name: "text", extensions: &["txt", "text", "md", "markdown"], begins: detect::never, read: text::read },
    Reader { name: "html", extensions: &["html", "htm", "xhtml"], begins: detect::html, read: html::read },
    Reader { name: "json", extensions: &["json"], begins: detect::json, read: json::read },
    Reader { name: "json lines", extensions: &["jsonl", "ndjson"], begins: detect::json, read: json::read_lines },
    Reader { name: "csv", extensions: &["csv", "tsv", "tab"], begins: detect::never, read: csv::read },
    Reader { name: "parquet", extensions: &["parquet"], begins: detect::parquet, read: parquet::read },
    Reader { name: "xml", extensions: &["xml", "rss", "atom", "nitf", "newsml"], begins: detect::xml, read: xml::read },
    Reader { name: "mail", extensions: &["eml"], begins: detect::mail, read: mail::read },
    Reader { name: "mailbox", extensions: &["mbox"], begins: detect::mailbox, read: mail::read_mailbox },
    Reader { name: "rtf", extensions: &["rtf"], begins: detect::rtf, read: rtf::read },
    Reader { name: "docx", extensions: &["docx"], begins: detect::never, read: docx::read },
    Reader { name: "warc", extensions: &["warc", "wet"], begins: detect::warc, read: warc::read },
    Reader { name: "gzip", extensions: &["gz"], begins: detect::gzip, read: packed::read_gzip },
    Reader { name: "zstd", extensions: &["zst"], begins: detect::zstd, read: packed::read_zstd },
    Reader { name: "zip", extensions: &["zip"], begins: detect::zip, read: packed::read_zip },
];

/// The articles of one file: as many as it holds.
pub fn articles(source: &Source, options: &ReadOptions) -> Articles {
    match Input::open(source) {
        Ok(input) => articles_of(input, &source.path, options),
        Err(problem) => single(Err(problem)),
    }
}

/// Lets the reader that a name and the first bytes ask for read on.
fn articles_of(mut input: Input, name: &str, options: &ReadOptions) -> Articles {
    let mut head = Vec::with_capacity(detect::HEAD);
    if let Err(error) = input.bytes.by_ref().take(detect::HEAD as u64).read_to_end(&mut head) {
        return single(Err(input.unreadable(&error)));
    }
    let reader = detect::reader(name, &head);
    let rest: Box<dyn BufRead + Send> = std::mem::replace(&mut input.bytes, Box::new(std::io::empty()));
    input.bytes = Box::new(Cursor::new(head).chain(rest));
    (reader.read)(input, options)
}

/// The one article of a format that holds one in a file.
fn single(article: Result<Article, Problem>) -> Articles {
    Box::new(std::iter::once(article))
}

/// The articles of a file of many, or what is wrong with one that holds none.
fn not_nothing(articles: Articles, place: &Place, message: &str) -> Articles {
    let mut articles = articles.peekable();
    if articles.peek().is_none() {
        return single(Err(problem(&place.path, ProblemKind::Empty, message)));
    }
    Box::new(articles)
}

/// A problem of a whole file.
fn problem(path: &str, kind: ProblemKind, message: impl Into<String>) -> Problem {
    Problem { path: path.to_owned(), record: None, line: None, kind, message: message.into() }
}

/// What the system said, as a row of the `problems` table.
fn unreadable(path: &str, error: &std::io::Error) -> Problem {
    let kind = match error.kind() {
        std::io::ErrorKind::NotFound => ProblemKind::NotFound,
        std::io::ErrorKind::FileTooLarge => return problem(path, ProblemKind::TooLarge, error.to_string()),
        std::io::ErrorKind::InvalidData | std::io::ErrorKind::UnexpectedEof => ProblemKind::Malformed,
        _ => ProblemKind::Unreadable,
    };
    problem(path, kind, format!("cannot read: {error}"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::fs;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_extension_is_lower_case_and_has_one_reader() {
        let mut seen = HashSet::new();
        for reader in READERS {
            assert!(!reader.extensions.is_empty(), "{} reads nothing", reader.name);
            for extension in reader.extensions {
                assert!(extension.chars().all(|c| c.is_ascii_lowercase()), "{extension}");
                assert!(seen.insert(*extension), "{extension} has two readers");
            }
        }
    }

    #[test]
    fn a_file_over_the_limit_names_the_limit() {
        let folder = tempfile::tempdir().expect("a folder");
        for extension in ["txt", "html", "json"] {
            let file = folder.path().join(format!("big.{extension}"));
            fs::write(&file, vec![b'a'; MAX_ARTICLE_BYTES + 1]).expect("a file");
            let (sources, _) = sources::find(&[file]);
            let read: Vec<_> = articles(&sources[0], &ReadOptions::default()).collect();
            let problem = read[0].as_ref().expect_err("too large");
            assert!(matches!(problem.kind, ProblemKind::TooLarge | ProblemKind::Malformed), "{problem:?}");
        }
    }

    #[test]
    fn a_file_that_went_away_is_a_problem() {
        let folder = tempfile::tempdir().expect("a folder");
        for reader in READERS {
            let file = folder.path().join(format!("gone.{}", reader.extensions[0]));
            fs::write(&file, "text").expect("a file");
            let (sources, _) = sources::find(std::slice::from_ref(&file));
            fs::remove_file(&file).expect("removed");
            let read: Vec<_> = articles(&sources[0], &ReadOptions::default()).collect();
            assert_eq!(read.len(), 1);
            assert_eq!(read[0].as_ref().expect_err("gone").kind, ProblemKind::NotFound);
        }
    }

    /// Bytes that are nearly something: the beginnings of all formats, then noise.
    fn hostile() -> impl Strategy<Value = Vec<u8>> {
        let seeds = prop::sample::select(vec![
            &b""[..],
            b"\xEF\xBB\xBF",
            b"\xFF\xFE",
            b"\xFE\xFF",
            b"---\ntitle: a\n",
            b"<article><p>",
            b"[{\"text\": \"",
            b"{\"text\": \"",
            b"{\"articles\": [",
            b"GENEVA, Sept 12 - ",
            b"<script type='application/ld+json'>[",
            b"<table><tr><td>a<td>b<ol><li>",
            b"{\"text\": \"a\", \"date\": ",
            b"<svg><title><p></svg></p>",
            b"title,text\na,\"",
            b"<rss><item><title>a</title><description>",
            b"<nitf><body.content><p>a</p>&#",
            b"From a@b Thu Sep 12 10:30:00 2013\nFrom: a\nSubject: =?utf-8?q?",
            b"{\\rtf1\\ansi a\\u-1\\'",
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9",
            b"\x1F\x8B\x08\0\0\0\0\0",
            b"\x28\xB5\x2F\xFD\x20",
            b"PK\x03\x04",
            b"PAR1",
            b"1 of 2 DOCUMENTS\n\nLENGTH: 2\n\n",
        ]);
        let noise = prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            "[ -~\\n\u{e9}\u{1F600}]{0,200}".prop_map(String::into_bytes),
            "[<>/a-z\"=\\[\\]{},:0-9 \\n]{0,300}".prop_map(String::into_bytes),
        ];
        (seeds, noise).prop_map(|(seed, noise)| [seed, &noise].concat())
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in hostile()) {
            let folder = tempfile::tempdir().expect("a folder");
            for reader in READERS {
                let file = folder.path().join(format!("2013-09-12.{}", reader.extensions[0]));
                fs::write(&file, &bytes).expect("a file");
                let (sources, _) = sources::find(&[file]);
                for article in articles(&sources[0], &ReadOptions::default()).flatten() {
                    prop_assert!(!article.text.trim().is_empty());
                }
            }
        }
    }
}
