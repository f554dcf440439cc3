//! `bio.conll`: a token a line with its tags, as programs that learn to find names read them.
//!
//! Columns, parted by tabs: the token, its first code point, one past its last, the tag of actors, the tag of dates. A tag
//! is `B-` (the first token) or `I-` (a further one) with the actor's kind or the TIMEX3 type, or `O`. A token is a run of
//! letters, digits and the marks on them, or any other single character that is no space. A document begins with a line
//! `# doc_id = ...`; an empty line stands where the text has one, where a line ends with the end of a sentence, and between
//! documents, but in no mention. Of mentions within mentions the outermost is tagged; one that
//! ends within a token ("2016" in "2016ers") has all of it.

use std::path::Path;

use unicode_segmentation::UnicodeSegmentation;

use super::{Mark, Marked};
use crate::emit::output::{Output, Whole};
use crate::emit::{DocumentRows, Writer};
use crate::error::Result;
use crate::tables::Rows;

/// Writes `bio.conll`.
pub(in crate::emit) struct BioWriter(Output);

impl BioWriter {
    pub fn create(folder: &Path) -> Result<Self> {
        Ok(Self(Output::create(folder, "bio.conll")?))
    }
}

impl Writer for BioWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let mut out = String::new();
        block(&Marked::read(rows), &mut out);
        self.0.put(out.as_bytes())
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        Ok(vec![self.0.whole()?])
    }
}

/// Appends the lines of one document.
fn block(marked: &Marked<'_>, out: &mut String) {
    out.push_str(&format!("# doc_id = {}\n", marked.doc_id.replace(char::is_control, " ")));
    let mut layers = ["actor", "date"].map(|layer| Tags { marks: marked.outermost(layer), next: 0, begun: false });
    let mut last = "";
    for Token { words, start, end, breaks } in tokens(marked.text) {
        let tags = layers.each_mut().map(|layer| layer.of(start, end));
        let is_inside = tags.iter().any(|tag| tag.starts_with("I-"));
        let ends_sentence = [".", "!", "?", "…", "\"", "”", ":"].contains(&last);
        if !is_inside && (breaks > 1 || (breaks == 1 && ends_sentence)) && !last.is_empty() {
            out.push('\n');
        }
        out.push_str(&format!("{words}\t{start}\t{end}\t{}\t{}\n", tags[0], tags[1]));
        last = words;
    }
    out.push('\n');
}

/// The tags of one layer, asked for token by token.
struct Tags<'a> {
    marks: Vec<&'a Mark<'a>>,
    next: usize,
    begun: bool,
}

impl Tags<'_> {
    fn of(&mut self, start: usize, end: usize) -> String {
        while self.marks.get(self.next).is_some_and(|mark| mark.end <= start) {
            self.next += 1;
            self.begun = false;
        }
        let Some(mark) = self.marks.get(self.next).filter(|mark| mark.start < end) else { return "O".into() };
        let place = if self.begun { 'I' } else { 'B' };
        self.begun = true;
        format!("{place}-{}", mark.kind)
    }
}

struct Token<'a> {
    words: &'a str,
    start: usize,
    end: usize,
    /// Line breaks between it and the token before it.
    breaks: usize,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut point, mut breaks, mut joins) = (0, 0, false);
    for (byte, character) in text.grapheme_indices(true) {
        let end = point + character.chars().count();
        let is_letter = character.starts_with(char::is_alphanumeric);
        if character.contains(|c: char| c.is_whitespace() || c.is_control()) {
            breaks += usize::from(character.contains('\n'));
            joins = false;
        } else if let Some(last) = tokens.last_mut().filter(|_| joins && is_letter) {
            last.words = &text[byte - last.words.len()..byte + character.len()];
            last.end = end;
        } else {
            tokens.push(Token { words: character, start: point, end, breaks });
            (breaks, joins) = (0, is_letter);
        }
        point = end;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_single_characters_are_tokens() {
        let text = "al-Zahra\u{301}wi's  €1.5m 👩‍🚒!\r\n\r\nYes";
        let found: Vec<_> = tokens(text).into_iter().map(|token| (token.words, token.start, token.breaks)).collect();
        let want = [
            ("al", 0, 0),
            ("-", 2, 0),
            ("Zahra\u{301}wi", 3, 0),
            ("'", 11, 0),
            ("s", 12, 0),
            ("€", 15, 0),
            ("1", 16, 0),
            (".", 17, 0),
            ("5m", 18, 0),
            ("👩‍🚒", 21, 0),
            ("!", 24, 0),
            ("Yes", 29, 2),
        ];
        assert_eq!(found, want);
    }
}
