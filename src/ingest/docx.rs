//! Word documents (`.docx`): the paragraphs of `word/document.xml`, each a paragraph of the text.
//!
//! The headline is the paragraph in the style Title, else the first in Heading 1, else what a plain text's would be. What
//! was deleted in a tracked change, field codes and notes are left out. The dates inside a document are those of the
//! file, not of the article, and are not believed. An export of many articles is split (see [`export`]).

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::packed::zip::{self, Archive};
use super::{Articles, Input, Place, ReadOptions, export, problem, single, text};
use crate::error::{Problem, ProblemKind};

const DOCUMENT: &str = "word/document.xml";

/// Reads a document; its archive says whether it is one.
pub fn read(input: Input, options: &ReadOptions) -> Articles {
    zip::read(input, options)
}

/// Whether an archive is a Word document.
pub(super) fn is_document(archive: &Archive) -> bool {
    archive.index_for_name(DOCUMENT).is_some()
}

/// The articles of a document.
pub(super) fn articles(archive: &mut Archive, place: &Place, options: &ReadOptions) -> Articles {
    let paragraphs = zip::part(archive, DOCUMENT, &place.path).and_then(|part| paragraphs(&part.unwrap_or_default(), &place.path));
    let paragraphs = match paragraphs {
        Ok(paragraphs) => paragraphs,
        Err(problem) => return single(Err(problem)),
    };
    let headline = [Style::Title, Style::Heading].iter().find_map(|style| paragraphs.iter().find(|paragraph| paragraph.style == *style));
    let headline = headline.map(|paragraph| paragraph.text.clone());
    let whole = paragraphs.into_iter().map(|paragraph| paragraph.text).collect::<Vec<_>>().join("\n\n");
    match export::split(&whole) {
        Some(pieces) => export::articles(pieces, place, options),
        None => single(text::prose(whole, headline, place, options)),
    }
}

struct Paragraph {
    text: String,
    style: Style,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Title,
    Heading,
}

/// The paragraphs that hold anything.
fn paragraphs(xml: &[u8], path: &str) -> Result<Vec<Paragraph>, Problem> {
    let malformed = |error: quick_xml::Error| problem(path, ProblemKind::Malformed, format!("{DOCUMENT} in it is not valid XML: {error}"));
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut paragraphs = Vec::new();
    let (mut text, mut style) = (String::new(), Style::Plain);
    let (mut in_text, mut deleted) = (false, 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(malformed)? {
            Event::Eof => break,
            Event::Start(start) => match start.local_name().as_ref() {
                "t" => in_text = deleted == 0,
                "del" | "moveFrom" => deleted += 1,
                "pStyle" => style = style_of(&start),
                "p" => {}
                _ => {}
            },
            Event::Empty(empty) => match empty.local_name().as_ref() {
                "pStyle" => style = style_of(&empty),
                "tab" if !text.is_empty() => text.push('\t'),
                "br" | "cr" if !text.is_empty() => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                _ => {}
            },
            Event::Text(words) if in_text => text.push_str(&words),
            Event::CData(words) if in_text => text.push_str(&words),
            Event::GeneralRef(reference) if in_text => text.push_str(&character(&reference)),
            Event::End(end) => match end.local_name().as_ref() {
                "t" => in_text = false,
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "p" => {
                    let words = std::mem::take(&mut text);
                    let words = words.trim();
                    if !words.is_empty() {
                        paragraphs.push(Paragraph { text: words.to_owned(), style });
                    }
                    style = Style::Plain;
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(paragraphs)
}

fn style_of(start: &BytesStart) -> Style {
    let value = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
    match value.map(|attribute| attribute.value.into_owned()).as_deref() {
        Some("Title") => Style::Title,
        Some("Heading1" | "heading1" | "Heading 1") => Style::Heading,
        _ => Style::Plain,
    }
}

fn character(reference: &quick_xml::events::BytesRef) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned()
}
