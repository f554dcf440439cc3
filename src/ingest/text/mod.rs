//! Plain text and Markdown (`.txt`, `.text`, `.md`, `.markdown`).
//!
//! The text is the file as decoded, every character of it, line endings included, less two things that are certainly
//! not the article: a block of metadata at its head (`front_matter`) and lines that are the site's own, each of
//! which is told in a warning. Markdown marks stay: taking them out would move the words away from where users see
//! them.

mod front_matter;
mod headline;

use super::encoding::Decoded;
use super::{Article, Articles, Input, Place, ReadOptions, boilerplate, date, encoding, export, problem, single};
use crate::error::{Problem, ProblemKind};

/// Reads the article of a file, or the articles of an export.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    let decoded = match input.all().and_then(|bytes| decoded(bytes, &input.place)) {
        Ok(decoded) => decoded,
        Err(problem) => return single(Err(problem)),
    };
    match export::split(&decoded.text) {
        Some(pieces) => export::articles(pieces, &input.place, options),
        None => single(article_of(decoded, &input.place, options)),
    }
}

/// The one article of a text.
pub(super) fn article(bytes: Vec<u8>, place: &Place, options: &ReadOptions) -> Result<Article, Problem> {
    article_of(decoded(bytes, place)?, place, options)
}

/// The article of paragraphs that another reader took out of a document.
pub(super) fn prose(text: String, headline: Option<String>, place: &Place, options: &ReadOptions) -> Result<Article, Problem> {
    let mut article = article_of(Decoded { text, warning: None }, place, options)?;
    article.headline = headline.or(article.headline);
    Ok(article)
}

fn decoded(bytes: Vec<u8>, place: &Place) -> Result<Decoded, Problem> {
    let decoded = encoding::decode(bytes, None);
    refuse_binary(&decoded.text, &place.path)?;
    Ok(decoded)
}

fn article_of(decoded: Decoded, place: &Place, options: &ReadOptions) -> Result<Article, Problem> {
    let (metadata, body, lines_before) = front_matter::split(&decoded.text);
    let (text, dropped) = boilerplate::without_boilerplate(body, lines_before + 1);
    if text.trim().is_empty() {
        return Err(problem(&place.path, ProblemKind::Empty, "no text in it: it is empty or white space only"));
    }
    let mut article = Article {
        id: place.id.clone(),
        path: place.path.clone(),
        headline: metadata.title.or_else(|| headline::find(&text).map(str::to_owned)),
        source: metadata.source,
        byline: metadata.author.or_else(|| byline(&text)),
        url: metadata.url,
        warnings: decoded.warning.into_iter().chain(dropped).collect(),
        text,
        ..Article::default()
    };
    date::settle(&mut article, metadata.date.as_deref(), options);
    Ok(article)
}

/// Bytes that are no text give zeros, or control characters that no writer types.
pub(super) fn refuse_binary(text: &str, path: &str) -> Result<(), Problem> {
    let binary = |what: &str| {
        let message = format!("{what}; allowed are text, HTML, JSON, CSV, XML, mail, DOCX, RTF and WARC files");
        Err(problem(path, ProblemKind::Binary, message))
    };
    if text.starts_with("%PDF-") {
        return binary("a PDF document");
    }
    if text.contains('\0') {
        return binary("bytes that are no text: it holds zeros");
    }
    let is_odd = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    let odd = text.chars().filter(is_odd).count();
    // One in twenty in a short text, one in a hundred in a longer one.
    if odd * 20 > text.len() || (odd >= 8 && odd * 100 > text.len()) {
        return binary("bytes that are no text: it holds many control characters");
    }
    Ok(())
}

/// Names of authors in one line, counted word by word.
const MOST_NAMES: usize = 7;

/// "By Jane Doe", alone on one of the first lines.
fn byline(text: &str) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(4).filter(|line| line.len() <= 120);
    lines.find_map(byline_of)
}

/// Who wrote it, where a line says that and nothing else.
pub(super) fn byline_of(line: &str) -> Option<String> {
    let who = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY "))?;
    let words: Vec<_> = who.split(' ').take(2 * MOST_NAMES).collect();
    let last = words.len().checked_sub(1)?;
    let name = |place: usize| {
        words.get(place).is_some_and(|word| date::is_name(if place < last { word.strip_suffix(',').unwrap_or(word) } else { word }))
    };
    let joins = |place: usize| {
        let around = place.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| date::is_name(word));
        words.get(place) == Some(&"and") && around && name(place + 1)
    };
    let names = (0..=last).filter(|&place| name(place)).count();
    let is_byline = (2..=MOST_NAMES).contains(&names) && (0..=last).all(|place| name(place) || joins(place));
    is_byline.then(|| who.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ingest::{DateSource, sources};

    fn read_bytes(name: &str, bytes: &[u8]) -> Result<Article, Problem> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        let (sources, _) = sources::find(&[file]);
        assert_eq!(Path::new(&sources[0].path).file_name().and_then(|name| name.to_str()), Some(name));
        super::super::articles(&sources[0], &ReadOptions::default()).next().expect("one article")
    }

    #[test]
    fn a_plain_article_keeps_every_character() {
        let text = "Ferry sinks off Ruvania’s coast\r\n\r\nBy Ana Petrov\r\n\r\nPORT ALDA, March 14 (RNA) - At least 12 \
                    people drowned.\r\n\r\nAdvertisement\r\nThe search goes on.\r\n";
        let article = read_bytes("ferry_2019-03-14.txt", text.as_bytes()).expect("an article");
        assert_eq!(article.text, text.replace("Advertisement\r\n", ""));
        assert_eq!(article.headline.as_deref(), Some("Ferry sinks off Ruvania’s coast"));
        assert_eq!(article.byline.as_deref(), Some("Ana Petrov"));
        assert_eq!(article.date.as_deref(), Some("2019-03-14"));
        assert_eq!(article.date_source, Some(DateSource::Dateline));
        assert_eq!(article.warnings, ["line 7: site's own line dropped: Advertisement"]);
    }

    #[test]
    fn front_matter_is_metadata_and_no_text() {
        let text = "---\ntitle: \"Quake: what is known\"\ndate: 2013-09-12T10:00:00Z\nsource: Example Post\n\
                    tags:\n  - quake\n---\n# Quake in Ruvania\n\nNine died.\n\nShare this\n";
        let article = read_bytes("quake.md", text.as_bytes()).expect("an article");
        assert_eq!(article.text, "# Quake in Ruvania\n\nNine died.\n\n");
        assert_eq!(article.headline.as_deref(), Some("Quake: what is known"));
        assert_eq!(article.source.as_deref(), Some("Example Post"));
        assert_eq!((article.date.as_deref(), article.date_source), (Some("2013-09-12"), Some(DateSource::Metadata)));
        assert_eq!(article.warnings, ["line 12: site's own line dropped: Share this"]);
    }

    #[test]
    fn what_is_no_text_is_told_apart() {
        let kind = |bytes: &[u8]| read_bytes("x.txt", bytes).expect_err("no article").kind;
        assert_eq!(kind(b""), ProblemKind::Empty);
        assert_eq!(kind(b" \r\n\t\n\xC2\xA0"), ProblemKind::Empty);
        assert_eq!(kind(b"\xEF\xBB\xBF"), ProblemKind::Empty);
        assert_eq!(kind(b"Advertisement\n"), ProblemKind::Empty);
        assert_eq!(kind(b"text\0more"), ProblemKind::Binary);
        assert_eq!(kind(b"%PDF-1.4 and so on"), ProblemKind::Binary);
        assert_eq!(kind(&(0..=255).cycle().take(5000).collect::<Vec<u8>>()), ProblemKind::Binary);
    }
}
