//! Exports of news archives: Nexis and Factiva write many articles into one document, each with a head of its own.
//!
//! A text is an export only where each of its articles ends (or begins) with the line that the archive writes there, and
//! has a head that can be read; all others are one article. The text of an article is its headline and its body, as in a
//! page; what the head says (outlet, date, author) is metadata, and what stands around is left out.

mod factiva;
mod nexis;

use super::{Article, Articles, Place, ReadOptions, date, problem, single};
use crate::error::ProblemKind;
use crate::ingest::json::values::without_by;

/// One article of an export.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub headline: String,
    /// As written: "March 14, 2019 Thursday".
    pub date: Option<String>,
    pub source: Option<String>,
    pub byline: Option<String>,
    pub body: String,
}

/// The articles of an export; none where the text is no export.
pub(super) fn split(text: &str) -> Option<Vec<Piece>> {
    nexis::split(text).or_else(|| factiva::split(text))
}

/// The articles of an export, in their order.
pub(super) fn articles(pieces: Vec<Piece>, place: &Place, options: &ReadOptions) -> Articles {
    if pieces.is_empty() {
        return single(Err(problem(&place.path, ProblemKind::Empty, "an export without an article")));
    }
    let (place, options) = (place.clone(), options.clone());
    Box::new(pieces.into_iter().zip(1..).map(move |(piece, number)| {
        if piece.body.trim().is_empty() {
            let message = "no text in it: the article of the export has a head and no body";
            return Err(crate::error::Problem { record: Some(number), ..problem(&place.path, ProblemKind::Empty, message) });
        }
        let text = if piece.headline.is_empty() { piece.body } else { format!("{}\n\n{}", piece.headline, piece.body) };
        let mut article = Article {
            id: place.id_of(Some(number)),
            path: place.path.clone(),
            text,
            headline: Some(piece.headline).filter(|headline| !headline.is_empty()),
            source: piece.source,
            byline: piece.byline.map(without_by),
            ..Article::default()
        };
        date::settle(&mut article, piece.date.as_deref(), &options);
        Ok(article)
    }))
}

/// A line's value behind a name such as "Byline:", in any case.
fn field<'a>(line: &'a str, names: &[&'static str]) -> Option<(&'static str, &'a str)> {
    let (name, value) = line.split_once(':')?;
    names.iter().find(|known| known.eq_ignore_ascii_case(name.trim())).map(|known| (*known, value.trim()))
}

/// The lines as paragraphs: those that stand together are one, without the breaks of a printed page.
fn paragraphs(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut open = false;
    for line in lines {
        if line.is_empty() {
            open = false;
            continue;
        }
        let between = match (open, text.is_empty()) {
            (_, true) => "",
            (true, _) => "\n",
            (false, _) => "\n\n",
        };
        text.push_str(between);
        text.push_str(line);
        open = true;
    }
    text
}

#[cfg(test)]
mod tests;
