//! Nexis: articles that end in "End of Document" (as Word documents and Rich Text, since 2018), or begin with "3 of 20
//! DOCUMENTS" (as plain text, before).

use super::{Piece, field, paragraphs};
use crate::ingest::date;

const END: &str = "End of Document";

/// The names in a head.
const HEAD: [&str; 12] = [
    "Section",
    "Length",
    "Byline",
    "Dateline",
    "Highlight",
    "Headline",
    "Correction",
    "Correction-Date",
    "Series",
    "Distribution",
    "Edition",
    "Body",
];
/// The names behind a body.
const TAIL: [&str; 12] = [
    "Load-Date",
    "Language",
    "Publication-Type",
    "Graphic",
    "Subject",
    "Classification",
    "Journal Code",
    "Document-Type",
    "Pub-Type",
    "Acc-No",
    "Notes",
    "Copyright",
];

/// The articles of an export; none where the text is none.
pub(super) fn split(text: &str) -> Option<Vec<Piece>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pieces = if lines.contains(&END) {
        lines.split(|line| *line == END).map(piece).collect::<Vec<_>>()
    } else if lines.iter().any(|line| is_count(line)) {
        lines.split(|line| is_count(line)).skip(1).map(piece).collect()
    } else {
        return None;
    };
    let known: Vec<Piece> = pieces.into_iter().flatten().collect();
    (!known.is_empty()).then_some(known)
}

/// "3 of 20 DOCUMENTS".
fn is_count(line: &str) -> bool {
    let words: Vec<_> = line.split_whitespace().take(5).collect();
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words.as_slice(), [number, "of", count, "DOCUMENTS" | "DOCUMENT"] if is_number(number) && is_number(count))
}

/// One article; none where there is no head.
fn piece(lines: &[&str]) -> Option<Piece> {
    let first_field = lines.iter().position(|line| field(line, &HEAD).is_some() || *line == "Body")?;
    let (head, rest) = lines.split_at_checked(first_field)?;
    let mut piece = Piece::default();
    heading(head, &mut piece);
    let begins = body_begins(rest, &mut piece);
    let body = rest.get(begins..).unwrap_or_default();
    let ends = body.iter().position(|line| field(line, &TAIL).is_some() || *line == "Classification").unwrap_or(body.len());
    let body = body.get(..ends).unwrap_or_default();
    let last = body.iter().rposition(|line| !is_notice(line)).map_or(0, |last| last + 1);
    piece.body = paragraphs(body.get(..last).unwrap_or_default());
    (piece.date.is_some() || !piece.headline.is_empty()).then_some(piece)
}

/// Headline, outlet and date: the outlet stands right before the date, the headline first (new) or last (old).
fn heading(head: &[&str], piece: &mut Piece) {
    let is_told = |line: &&&str| !line.is_empty() && !is_notice(line) && **line != "Bottom of Form";
    let lines: Vec<&str> = head.iter().filter(is_told).copied().collect();
    let dated = lines.iter().position(|line| line.len() < 80 && date::iso(line).is_some());
    let Some(dated) = dated else {
        piece.headline = lines.first().map(|line| (*line).to_owned()).unwrap_or_default();
        return;
    };
    piece.date = lines.get(dated).map(|line| (*line).to_owned());
    piece.source = dated.checked_sub(1).and_then(|before| lines.get(before)).map(|line| (*line).to_owned());
    let before = lines.get(..dated.saturating_sub(1)).unwrap_or_default();
    let after: Vec<&str> = lines.get(dated + 1..).unwrap_or_default().iter().copied().filter(|line| !line.ends_with("Edition")).collect();
    piece.headline = if before.is_empty() { after.join(" ") } else { before.join(" ") };
}

/// Reads the fields of the head; gives the line at which the body begins.
fn body_begins(lines: &[&str], piece: &mut Piece) -> usize {
    let mut at = 0;
    let mut last: Option<&'static str> = None;
    for (number, line) in lines.iter().enumerate() {
        if let Some((name, value)) = field(line, &HEAD) {
            match name {
                "Byline" => piece.byline = Some(value.to_owned()).filter(|value| !value.is_empty()),
                "Headline" => value.clone_into(&mut piece.headline),
                "Body" => return number + usize::from(value.is_empty()),
                _ => {}
            }
            (at, last) = (number + 1, Some(name));
        } else if *line == "Body" {
            return number + 1;
        } else if line.is_empty() {
            last = None;
        } else if last.is_some() {
            // A value that goes on in the next line.
            at = number + 1;
        } else if !lines.get(number..).unwrap_or_default().iter().take(12).any(|line| *line == "Body" || field(line, &["Body"]).is_some()) {
            return at;
        }
    }
    at
}

/// Who owns the text, which is no part of it.
fn is_notice(line: &str) -> bool {
    line.is_empty() || line.starts_with("Copyright") || line.starts_with('©') || line.eq_ignore_ascii_case("all rights reserved")
}
