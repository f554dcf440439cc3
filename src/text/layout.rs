//! From lines to blocks: paragraphs, headings, list items.
//!
//! News comes in two layouts. In one, a line is a paragraph; in the other, lines are cut at some 72 columns and a blank
//! line (or an indent) parts the paragraphs. Which one it is, is read from the lengths of all lines at once.

use super::Span;

/// What a block is, as far as its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Prose,
    /// A short line of its own without a final full stop.
    Heading,
    /// An item of a list: it starts with a bullet, a number or a letter in brackets.
    Item,
}

/// One block and its form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

/// A line without its break and without white space at its ends.
#[derive(Clone, Copy)]
struct Line<'a> {
    words: &'a str,
    start: usize,
    indented: bool,
}

/// Cuts `text` into blocks; the flag says whether line breaks inside a block are mere spaces.
pub(super) fn blocks(text: &str) -> (Vec<Block>, bool) {
    let lines = lines(text);
    let wrapped = is_hard_wrapped(&lines);
    let mut blocks = Vec::with_capacity(lines.len());
    let mut open: Option<Span> = None;
    let mut before: Option<Line> = None;
    for line in lines.iter().copied() {
        if line.words.is_empty() {
            close(text, &mut open, &mut blocks);
            before = None;
            continue;
        }
        let span = Span::new(line.start, line.start + line.words.len());
        let joins = wrapped && before.is_some_and(|before| goes_on(before, line));
        open = match open {
            Some(block) if joins => Some(block.cover(span)),
            _ => {
                close(text, &mut open, &mut blocks);
                Some(span)
            }
        };
        before = Some(line);
    }
    close(text, &mut open, &mut blocks);
    (blocks, wrapped)
}

fn close(text: &str, open: &mut Option<Span>, blocks: &mut Vec<Block>) {
    if let Some(span) = open.take() {
        blocks.push(Block { span, kind: kind_of(span.of(text)) });
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::with_capacity(8 + text.len() / 128);
    let mut start = 0;
    while start < text.len() {
        let line = &text[start..line_end(text.as_bytes(), start)];
        let body = line.trim_start();
        let indent = line.len() - body.len();
        lines.push(Line { words: body.trim_end(), start: start + indent, indented: indent >= 2 });
        start += line.len();
    }
    lines
}

/// Where the line that starts here ends, its break included: a line feed, or one of the separators U+2028 and U+2029.
fn line_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(n) = memchr::memchr2(b'\n', 0xE2, &bytes[at..]) {
        at += n;
        match bytes[at..] {
            [b'\n', ..] => return at + 1,
            [0xE2, 0x80, 0xA8 | 0xA9, ..] => return at + 3,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Hard-wrapped text has many lines of nearly one length that break off in the middle of a sentence.
fn is_hard_wrapped(lines: &[Line]) -> bool {
    let (mut full, mut cut, mut long) = (0_usize, 0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.words.is_empty() || next.words.is_empty() {
            continue;
        }
        match line.words.len() {
            0..45 => {}
            45..=100 => {
                full += 1;
                cut += usize::from(!ends_sentence(line.words));
            }
            _ => long += 1,
        }
    }
    full >= 2 && long * 4 <= full && cut * 2 > full
}

/// Whether `line` is the continuation of `before` in a hard-wrapped text.
fn goes_on(before: Line, line: Line) -> bool {
    let short = before.words.len() < 45;
    !(is_item(line.words) || (line.indented && !before.indented && ends_sentence(before.words)) || (short && ends_sentence(before.words)))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»']).ends_with(['.', '!', '?', ':', '…'])
}

fn kind_of(block: &str) -> BlockKind {
    if is_item(block) {
        BlockKind::Item
    } else if block.len() <= 120 && !ends_sentence(block) && !block.ends_with([',', ';', '-']) && !block.contains(". ") {
        BlockKind::Heading
    } else {
        BlockKind::Prose
    }
}

/// "- item", "• item", "1. item", "2) item", "(a) item", "iv) item".
pub(super) fn is_item(block: &str) -> bool {
    let mut chars = block.chars();
    match chars.next() {
        Some('-' | '*' | '–' | '—' | '+' | 'o') => chars.next().is_some_and(char::is_whitespace),
        Some('•' | '▪' | '●' | '◦' | '·' | '‣' | '■' | '➢' | '✓') => true,
        Some('(') => marker(chars.as_str()).is_some_and(|rest| rest.starts_with(')')),
        Some(_) => {
            marker(block).is_some_and(|rest| {
                let mut rest = rest.chars();
                matches!(rest.next(), Some('.' | ')')) && rest.next().is_some_and(char::is_whitespace)
            }) && !is_initial(block)
        }
        None => false,
    }
}

/// "J. P. Marlow" starts with an initial, not with a list letter.
fn is_initial(block: &str) -> bool {
    block.starts_with(|c: char| c.is_ascii_uppercase()) && block[1..].starts_with('.')
}

/// What follows one or two digits, a letter, or a small Roman numeral.
fn marker(block: &str) -> Option<&str> {
    let digits = block.len() - block.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits) {
        return Some(&block[digits..]);
    }
    let roman = block.len() - block.trim_start_matches(['i', 'v', 'x']).len();
    if (1..=4).contains(&roman) {
        return Some(&block[roman..]);
    }
    block.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| &block[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(&str, BlockKind)> {
        blocks(text).0.into_iter().map(|block| (block.span.of(text), block.kind)).collect()
    }

    #[test]
    fn a_line_is_a_paragraph_unless_lines_are_wrapped() {
        assert_eq!(
            cut("Rain\r\nIt rained.\nIt stopped."),
            [("Rain", BlockKind::Heading), ("It rained.", BlockKind::Prose), ("It stopped.", BlockKind::Prose)]
        );
        let wrapped = "The minister for roads said on Tuesday that the bridge over the river\nwould be closed for the winter while the engineers look at its pillars\nand at the foundations that were laid a century ago.\n\nNo date was given.";
        assert_eq!(cut(wrapped).len(), 2);
    }

    #[test]
    fn items_are_known_by_their_marker() {
        for item in ["- one", "• one", "1. one", "12) one", "(a) one", "iv) one", "b. one"] {
            assert!(is_item(item), "{item}");
        }
        for prose in ["J. P. Marlow left.", "1.5 million left", "2013 was cold", "A man left", "(aside) he said", "-5 degrees"] {
            assert!(!is_item(prose), "{prose}");
        }
    }
}
