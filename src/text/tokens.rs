//! Words, numbers and marks.
//!
//! Splits are fine and every split is undone by looking at [`Token::glued`]: "34-year-old" is five tokens,
//! "1990s" two, "Assad's" two, "2013-08-21" five. What stays one: "1,500", "1.5", "U.S.", "a.m.", "don't", an URL.
//! ASCII goes by bytes; a word that starts with another character goes by UAX 29 (`unicode-segmentation`).

use unicode_segmentation::UnicodeSegmentation;

use super::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with digits after a letter, inner apostrophes, or the full stops of "U.S.".
    Word,
    /// Digits, with separators between digits.
    Number,
    /// One mark; an ellipsis or a double dash or quote counts as one.
    Mark,
    /// A web address.
    Url,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// "word", and scripts without capitals.
    Lower,
    /// "Word", "McDonald", "A".
    Capital,
    /// "WORD": at least two letters, all capitals.
    Upper,
    /// "iPhone".
    Mixed,
    /// Not a word.
    None,
}

/// One token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Whether it follows the token before it without white space.
    pub glued: bool,
    /// Whether it is one word that a line break cut in two ("govern-\nment").
    pub broken: bool,
}

/// Puts the tokens of a phrase, read as one line, in place of what `tokens` holds. A phrase of one plain word is not
/// asked for its case: a list's words are compared as they are written.
pub fn tokens_of(phrase: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let span = Span::new(0, phrase.len());
    if !phrase.is_empty() && phrase.bytes().all(|b| b.is_ascii_alphabetic()) {
        tokens.push(Token { span, kind: TokenKind::Word, case: Case::None, glued: false, broken: false });
    } else {
        tokenize(phrase, span, false, tokens);
    }
}

/// Appends the tokens of `block` to `tokens`. `wrapped`: line breaks within the block are mere spaces.
pub(super) fn tokenize(text: &str, block: Span, wrapped: bool, tokens: &mut Vec<Token>) {
    let bytes = &text.as_bytes()[..block.end()];
    let mut at = block.start();
    let mut glued = false;
    while let Some(&byte) = bytes.get(at) {
        let (end, kind, broken) = match byte {
            b' ' | b'\t'..=b'\r' => {
                at += 1;
                glued = false;
                continue;
            }
            b'A'..=b'Z' | b'a'..=b'z' => {
                if let Some((end, case)) = plain_word(bytes, at) {
                    tokens.push(Token { span: Span::new(at, end), kind: TokenKind::Word, case, glued, broken: false });
                    // A space behind it is what comes most often.
                    glued = bytes.get(end) != Some(&b' ');
                    at = if glued { end } else { end + 1 };
                    continue;
                }
                match url_end(bytes, at) {
                    Some(end) => (end, TokenKind::Url, false),
                    None => {
                        let (end, broken) = word_end(text, bytes, at, wrapped);
                        (end, TokenKind::Word, broken)
                    }
                }
            }
            b'0'..=b'9' => (number_end(bytes, at), TokenKind::Number, false),
            0..=127 => match suffix_end(bytes, at, glued) {
                Some(end) => (end, TokenKind::Word, false),
                None => (mark_end(bytes, at), TokenKind::Mark, false),
            },
            _ => {
                let Some(ch) = text[at..].chars().next() else { break };
                if ch.is_whitespace() || ch == '\u{FEFF}' || ch == '\u{200B}' {
                    at += ch.len_utf8();
                    glued = false;
                    continue;
                }
                if is_letter_or_digit(ch) {
                    let (end, broken) = word_end(text, bytes, at, wrapped);
                    (end, TokenKind::Word, broken)
                } else {
                    match quoted_s_end(bytes, at, glued) {
                        Some(end) => (end, TokenKind::Word, false),
                        None => (at + ch.len_utf8(), TokenKind::Mark, false),
                    }
                }
            }
        };
        let span = Span::new(at, end);
        let case = if kind == TokenKind::Word { case_of(span.of(text)) } else { Case::None };
        tokens.push(Token { span, kind, case, glued, broken });
        at = end;
        glued = true;
    }
}

const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
/// What each byte is: a small letter, a capital, a digit of ASCII; 0 for all others.
const SORTS: [u8; 256] = {
    let mut sorts = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        sorts[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    sorts
};

/// Where a word of ASCII letters and digits that starts here ends, and how it is written; none where what follows may belong
/// to it: an apostrophe, the full stop of "U.S.", a hyphen before a line break, another script, the rest of a web address.
fn plain_word(bytes: &[u8], start: usize) -> Option<(usize, Case)> {
    let mut sorts = 0;
    let letters = bytes[start..].iter().map(|byte| SORTS[usize::from(*byte)]).take_while(|sort| *sort > 0);
    let at = start + letters.inspect(|sort| sorts |= sort).count();
    let lower = usize::from(sorts & LOWER != 0);
    let upper = if sorts & UPPER == 0 { 0 } else { bytes[start..at].iter().filter(|byte| byte.is_ascii_uppercase()).count() };
    let ends = match bytes.get(at) {
        Some(b'\'' | 128..) => false,
        Some(b'.' | b':') => at > start + 1 && !matches!(bytes[start], b'h' | b'w'),
        Some(b'-') => !matches!(bytes.get(at + 1), Some(b'\n' | b'\r')),
        _ => true,
    };
    ends.then(|| (at, case(upper, lower, bytes[start].is_ascii_uppercase())))
}

/// Digits with `,` or `.` between digits: "1,500", "3.5", "10.000". A comma must have three digits behind it.
fn number_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        let digits_after = bytes[(at + 1).min(bytes.len())..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
        match bytes.get(at) {
            Some(b',') if digits_after == 3 => at += 1,
            Some(b'.') if digits_after > 0 => at += 1,
            _ => return at,
        }
    }
}

/// Where a web address that starts here ends.
fn url_end(bytes: &[u8], start: usize) -> Option<usize> {
    let rest = &bytes[start..];
    if !(rest.starts_with(b"http://") || rest.starts_with(b"https://") || rest.starts_with(b"www.")) {
        return None;
    }
    let mut end = start + rest.iter().take_while(|b| !b.is_ascii_whitespace() && **b != b'"' && **b != b'<' && **b != b'>').count();
    while end > start && matches!(bytes[end - 1], b'.' | b',' | b')' | b';' | b':' | b'!' | b'?') {
        end -= 1;
    }
    Some(end)
}

/// Where a word that starts here ends, and whether a line break cuts it.
fn word_end(text: &str, bytes: &[u8], start: usize, wrapped: bool) -> (usize, bool) {
    if let Some(end) = dotted_end(bytes, start) {
        return (end, false);
    }
    let mut at = letters_end(text, bytes, start);
    let mut broken = false;
    loop {
        match apostrophe(bytes, at) {
            Some(after) if is_letter(text, bytes, after) && !is_possessive(text, bytes, after) => at = letters_end(text, bytes, after),
            _ => match line_break_end(bytes, at) {
                Some(after) if wrapped && !broken => {
                    at = letters_end(text, bytes, after);
                    broken = true;
                }
                _ => return (at, broken),
            },
        }
    }
}

/// "U.S.", "a.m.", "J.P.", "U.S": single letters with full stops between them.
fn dotted_end(bytes: &[u8], start: usize) -> Option<usize> {
    let letter = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_alphabetic);
    let dot = |i: usize| bytes.get(i) == Some(&b'.');
    let mut at = start;
    while letter(at) && dot(at + 1) {
        at += 2;
    }
    let pairs = (at - start) / 2;
    let open = letter(at) && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    if pairs == 0 || (pairs == 1 && !open) {
        return None;
    }
    // "U.S" without its last full stop; but not "U.Street".
    Some(at + usize::from(open))
}

/// The end of a run of letters, digits and combining marks.
fn letters_end(text: &str, bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while at < bytes.len() {
        if bytes[at].is_ascii_alphanumeric() {
            at += 1;
        } else if bytes[at].is_ascii() {
            break;
        } else {
            let Some(ch) = text[at..bytes.len()].chars().next() else { break };
            if !is_letter_or_digit(ch) {
                break;
            }
            // One word of UAX 29 knows where a word of another script, or with combining marks, ends.
            let word = text[at..bytes.len()]
                .split_word_bounds()
                .next()
                .map_or(ch.len_utf8(), |word| word.find(['\'', '’']).filter(|&n| n > 0).unwrap_or(word.len()));
            at += word;
        }
    }
    at
}

/// Whether it is a letter or digit of any script. Spaces, dashes and quotes of print are told without asking the tables of Unicode.
fn is_letter_or_digit(ch: char) -> bool {
    !matches!(ch, '\u{2000}'..='\u{203F}') && ch.is_alphanumeric()
}

/// The byte after an apostrophe that stands at `at`.
fn apostrophe(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'\'' => Some(at + 1),
        0xE2 if bytes[at..].starts_with("’".as_bytes()) => Some(at + 3),
        _ => None,
    }
}

fn is_letter(text: &str, bytes: &[u8], at: usize) -> bool {
    at < bytes.len() && text[at..].chars().next().is_some_and(char::is_alphabetic)
}

/// Whether an "s" that ends its word stands at `at`: what precedes it is a possessive or "is".
fn is_possessive(text: &str, bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b's' | b'S')) && !text[at + 1..bytes.len()].chars().next().is_some_and(char::is_alphanumeric)
}

/// The end of "'s" behind a word.
fn suffix_end(bytes: &[u8], at: usize, glued: bool) -> Option<usize> {
    let ends = |n: usize| !bytes.get(n).is_some_and(u8::is_ascii_alphanumeric);
    (glued && bytes[at] == b'\'' && matches!(bytes.get(at + 1), Some(b's' | b'S')) && ends(at + 2)).then_some(at + 2)
}

/// The end of "’s" behind a word.
fn quoted_s_end(bytes: &[u8], at: usize, glued: bool) -> Option<usize> {
    let ends = |n: usize| !bytes.get(n).is_some_and(u8::is_ascii_alphanumeric);
    (glued && bytes[at..].starts_with("’".as_bytes()) && matches!(bytes.get(at + 3), Some(b's' | b'S')) && ends(at + 4)).then_some(at + 4)
}

/// Runs of full stops, hyphens, backquotes and straight single quotes are one mark of at most three; all else is one byte.
fn mark_end(bytes: &[u8], at: usize) -> usize {
    let run = || bytes[at..].iter().take(3).take_while(|b| **b == bytes[at]).count();
    match bytes[at] {
        b'.' | b'-' => at + run(),
        b'`' | b'\'' => at + run().min(2),
        _ => at + 1,
    }
}

/// Where a word goes on behind a hyphen and a line break ("govern-\nment").
fn line_break_end(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'-') {
        return None;
    }
    let mut next = at + 1;
    if bytes.get(next) == Some(&b'\r') {
        next += 1;
    }
    if bytes.get(next) != Some(&b'\n') {
        return None;
    }
    next += 1 + bytes[next + 1..].iter().take(8).take_while(|b| **b == b' ').count();
    bytes.get(next).is_some_and(u8::is_ascii_lowercase).then_some(next)
}

fn case_of(word: &str) -> Case {
    let (mut upper, mut lower, mut first_upper) = (0, 0, false);
    if word.is_ascii() {
        for &b in word.as_bytes() {
            first_upper |= upper + lower == 0 && b.is_ascii_uppercase();
            upper += usize::from(b.is_ascii_uppercase());
            lower += usize::from(b.is_ascii_lowercase());
        }
    } else {
        for (n, ch) in word.chars().filter(|ch| ch.is_alphabetic()).enumerate() {
            first_upper |= n == 0 && ch.is_uppercase();
            upper += usize::from(ch.is_uppercase());
            lower += usize::from(ch.is_lowercase());
        }
    }
    case(upper, lower, first_upper)
}

/// How a word with so many capital and small letters is written.
fn case(upper: usize, lower: usize, first_upper: bool) -> Case {
    match (upper, lower, first_upper) {
        (0, _, _) => Case::Lower,
        (2.., 0, _) => Case::Upper,
        (_, _, true) => Case::Capital,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), true, &mut tokens);
        tokens.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn news_falls_into_tokens() {
        for (text, want) in [
            ("A 34-year-old of U.S. origin", "A|34|-|year|-|old|of|U.S.|origin"),
            ("Assad's men, Syrians' fate", "Assad|'s|men|,|Syrians|'|fate"),
            ("Assad’s men don’t", "Assad|’s|men|don’t"),
            ("1,500 in the 1990s, 3.5m, 12,5", "1,500|in|the|1990|s|,|3.5|m|,|12|,|5"),
            ("at 3:30 p.m. on 2013-08-21.", "at|3|:|30|p.m.|on|2013|-|08|-|21|."),
            ("countries... Take -- ``it''", "countries|...|Take|--|``|it|''"),
            ("the govern-\nment of São Tomé", "the|govern-\nment|of|São|Tomé"),
            ("see https://example.org/a?b=1. Now", "see|https://example.org/a?b=1|.|Now"),
            ("al-Assad, O'Neill, AT&T", "al|-|Assad|,|O'Neill|,|AT|&|T"),
            ("U.S troops; J.P. Morgan", "U.S|troops|;|J.P.|Morgan"),
            ("“Да”, — 北京", "“|Да|”|,|—|北京"),
        ] {
            assert_eq!(words(text), want);
        }
    }

    #[test]
    fn case_is_read_from_letters_alone() {
        for (word, want) in [
            ("the", Case::Lower),
            ("The", Case::Capital),
            ("UN", Case::Upper),
            ("U.S.", Case::Upper),
            ("A", Case::Capital),
            ("iPhone", Case::Mixed),
            ("Élan", Case::Capital),
        ] {
            assert_eq!(case_of(word), want, "{word}");
        }
    }
}
