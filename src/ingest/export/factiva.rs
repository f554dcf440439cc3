//! Factiva: articles that end in a line such as "Document LBA0000020130912e99c000xy", with the head as lines in a fixed
//! order, or as fields of two letters ("HD", "PD", "LP").

use super::{Piece, paragraphs};
use crate::ingest::date;

/// The fields of two and three letters.
const FIELDS: [&str; 28] = [
    "SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF", "CO", "IN", "NS", "RE",
    "IPC", "IPD", "PUB", "AN", "ART", "CLM",
];

/// The articles of an export; none where the text is none.
pub(super) fn split(text: &str) -> Option<Vec<Piece>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    if !lines.iter().any(|line| is_end(line)) {
        return None;
    }
    let pieces: Vec<Piece> = lines.split(|line| is_end(line)).filter_map(|lines| fields(lines).or_else(|| plain(lines))).collect();
    (!pieces.is_empty()).then_some(pieces)
}

/// "Document LBA0000020130912e99c000xy", with or without the field's name.
fn is_end(line: &str) -> bool {
    let line = line.strip_prefix("AN").map_or(line, str::trim_start);
    line.strip_prefix("Document ").is_some_and(|id| {
        (15..=40).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && id.bytes().filter(u8::is_ascii_digit).count() >= 8
            && id.bytes().take(3).all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    })
}

/// An article whose head is fields.
fn fields(lines: &[&str]) -> Option<Piece> {
    let mut values: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in lines {
        let name = line.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let is_field = FIELDS.contains(&name);
        if is_field {
            values.push((name, vec![line.get(name.len()..).unwrap_or_default().trim()]));
        } else if let Some((_, value)) = values.last_mut() {
            value.push(line);
        }
    }
    let of = |wanted: &str| values.iter().find(|(name, _)| *name == wanted).map(|(_, lines)| lines.as_slice());
    let line = |wanted: &str| of(wanted).map(|lines| lines.join(" ").trim().to_owned()).filter(|value| !value.is_empty());
    let body: Vec<&str> = ["LP", "TD"].iter().filter_map(|name| of(name)).flat_map(|lines| lines.iter().copied().chain([""])).collect();
    Some(Piece { headline: line("HD")?, date: Some(line("PD")?), source: line("SN"), byline: line("BY"), body: paragraphs(&body) })
}

/// An article whose head is lines: headline, author, "500 words", date, time, outlet, codes, language, owner.
fn plain(lines: &[&str]) -> Option<Piece> {
    let counted = lines.iter().take(60).position(|line| is_word_count(line))?;
    let (before, after) = lines.split_at_checked(counted)?;
    let mut before: Vec<&str> = before.iter().copied().filter(|line| !line.is_empty()).collect();
    let byline = if before.len() > 1 { before.pop().filter(|last| is_byline(last)) } else { None };
    // Without an author the line right before the count is the headline's own.
    let headline = match (&byline, before.last()) {
        (Some(_), _) => before.last().copied(),
        (None, _) => lines.get(..counted)?.iter().copied().rfind(|line| !line.is_empty()),
    }?;
    let dated = after.iter().take(8).position(|line| line.len() < 60 && date::iso(line).is_some())?;
    let source = after.iter().skip(dated + 1).take(6).find(|line| !line.is_empty() && !is_time(line));
    let owner = after.iter().take(30).position(|line| is_owner(line));
    let language = after.iter().take(30).position(|line| matches!(*line, "English" | "Anglais" | "Englisch" | "Inglés"));
    let head_ends = owner.or(language).unwrap_or(dated + 1) + 1;
    Some(Piece {
        headline: headline.to_owned(),
        date: after.get(dated).map(|line| (*line).to_owned()),
        source: source.map(|line| (*line).to_owned()),
        byline: byline.map(str::to_owned),
        body: paragraphs(after.get(head_ends..).unwrap_or_default()),
    })
}

/// "500 words", "1,204 words".
fn is_word_count(line: &str) -> bool {
    line.strip_suffix(" words").is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit() || byte == b','))
}

fn is_byline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    line.starts_with("By ") || line.starts_with("BY ") || (words <= 4 && !line.ends_with(['.', '?', '!']))
}

/// "10:30", "10:30 GMT".
fn is_time(line: &str) -> bool {
    line.len() <= 12 && line.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) && line.contains(':')
}

fn is_owner(line: &str) -> bool {
    ["(c)", "(C)", "©", "Copyright"].iter().any(|mark| line.starts_with(mark))
}
