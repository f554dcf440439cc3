//! Rich Text (`.rtf`), the format of many exports: its words, and none of its looks.
//!
//! The reader knows what changes the text (paragraphs, tabs, quotation marks, characters by number or in the document's
//! code page) and what hides it (font tables, pictures, field codes, everything marked as unknown by `\*`). It is a loop
//! with a stack of its own, and takes linear time on any bytes. An export of many articles is split (see [`export`]).

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Articles, Input, ReadOptions, export, single, text};

/// Groups that hold no words of the text.
const HIDDEN: [&str; 31] = [
    "author",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "comment",
    "company",
    "creatim",
    "datastore",
    "fldinst",
    "fonttbl",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "generator",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "info",
    "keywords",
    "listoverridetable",
    "listtable",
    "object",
    "operator",
    "pict",
    "revtbl",
    "stylesheet",
    "themedata",
    "title",
    "xmlnstbl",
];
/// Groups in groups that are remembered; deeper ones share the state of the last.
const MAX_DEPTH: usize = 1000;

/// Reads the articles of a document.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    let bytes = match input.all() {
        Ok(bytes) => bytes,
        Err(problem) => return single(Err(problem)),
    };
    let whole = words(&bytes);
    match export::split(&whole) {
        Some(pieces) => export::articles(pieces, &input.place, options),
        None => single(text::prose(whole, None, &input.place, options)),
    }
}

/// What a group inherits from the one around it.
#[derive(Clone, Copy)]
struct State {
    hidden: bool,
    /// How many characters stand behind one given by number, for readers that don't know it.
    replaced: usize,
}

struct Words {
    text: String,
    /// Bytes in the code page that are not decoded yet.
    coded: Vec<u8>,
    page: &'static Encoding,
    state: State,
    stack: Vec<State>,
    /// Groups that are open beyond the stack.
    deeper: usize,
    /// Characters to pass over.
    skip: usize,
    /// Half of a character that UTF-16 needs two numbers for.
    half: Option<u16>,
}

/// The text of a document.
fn words(bytes: &[u8]) -> String {
    let state = State { hidden: false, replaced: 1 };
    let mut words =
        Words { text: String::new(), coded: Vec::new(), page: WINDOWS_1252, state, stack: Vec::new(), deeper: 0, skip: 0, half: None };
    let mut rest = bytes;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b'{' => words.open(),
            b'}' => words.close(),
            b'\\' => rest = words.control(behind),
            b'\r' | b'\n' => {}
            _ => words.byte(byte),
        }
    }
    words.flush();
    tidy(&words.text)
}

impl Words {
    fn open(&mut self) {
        self.flush();
        if self.stack.len() < MAX_DEPTH { self.stack.push(self.state) } else { self.deeper += 1 }
    }

    fn close(&mut self) {
        self.flush();
        self.skip = 0;
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(state) = self.stack.pop() {
            self.state = state;
        }
    }

    /// One byte of the code page.
    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if !self.state.hidden {
            self.coded.push(byte);
        }
    }

    fn flush(&mut self) {
        if !self.coded.is_empty() {
            let (decoded, _) = self.page.decode_without_bom_handling(&self.coded);
            self.text.push_str(&decoded);
            self.coded.clear();
        }
    }

    fn push(&mut self, words: &str) {
        self.flush();
        if self.skip > 0 {
            self.skip -= 1;
        } else if !self.state.hidden {
            self.text.push_str(words);
        }
    }

    /// What stands behind a backslash; gives what stands behind that.
    fn control<'a>(&mut self, rest: &'a [u8]) -> &'a [u8] {
        let Some((&first, behind)) = rest.split_first() else { return rest };
        if first == b'\'' {
            let digits = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
            return match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(byte) => {
                    self.byte(byte);
                    behind.get(2..).unwrap_or_default()
                }
                None => behind,
            };
        }
        if !first.is_ascii_alphabetic() {
            match first {
                b'~' => self.push("\u{a0}"),
                b'_' => self.push("\u{2011}"),
                b'*' => self.state.hidden = true,
                b'\r' | b'\n' => self.push("\n\n"),
                b'\\' | b'{' | b'}' => self.byte(first),
                _ => {}
            }
            return behind;
        }
        let length = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (name, behind) = rest.split_at(length);
        let signed = usize::from(behind.first() == Some(&b'-'));
        let digits = behind.iter().skip(signed).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, behind) = if digits > 0 { behind.split_at(signed + digits) } else { (&[][..], behind) };
        let behind = behind.strip_prefix(b" ").unwrap_or(behind);
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i64>().ok());
        let name = std::str::from_utf8(name).unwrap_or_default();
        if name == "bin" {
            let length = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
            return behind.get(length..).unwrap_or_default();
        }
        self.word(name, number);
        behind
    }

    fn word(&mut self, name: &str, number: Option<i64>) {
        match name {
            "par" | "sect" | "page" | "row" => self.push("\n\n"),
            "line" => self.push("\n"),
            "tab" => self.push("\t"),
            "cell" => self.push(" | "),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "bullet" => self.push("•"),
            "emspace" | "enspace" | "qmspace" => self.push(" "),
            "uc" => self.state.replaced = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).min(8),
            "u" => number.filter(|&number| number != 0).into_iter().for_each(|number| self.numbered(number)),
            "ansicpg" => self.page = number.and_then(page).unwrap_or(WINDOWS_1252),
            "mac" => self.page = encoding_rs::MACINTOSH,
            name if HIDDEN.contains(&name) => self.state.hidden = true,
            _ => self.flush(),
        }
    }

    /// A character by its number in UTF-16, negative beyond 32,767.
    fn numbered(&mut self, number: i64) {
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or(0);
        self.skip = 0;
        let units = self.half.take().into_iter().chain([unit]);
        let decoded: Vec<_> = char::decode_utf16(units).collect();
        match decoded.as_slice() {
            [Ok(character)] => self.push(character.encode_utf8(&mut [0; 4])),
            [.., Err(_)] if (0xD800..0xDC00).contains(&unit) => self.half = Some(unit),
            _ => self.push("\u{fffd}"),
        }
        self.skip = self.state.replaced;
    }
}

/// The encoding of a code page of Windows.
fn page(number: i64) -> Option<&'static Encoding> {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        65001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes())
}

/// Paragraphs that hold anything, parted by one blank line.
fn tidy(text: &str) -> String {
    let trimmed = |paragraph: &str| paragraph.trim_matches(|c: char| c.is_whitespace() || c == '|').to_owned();
    text.split("\n\n").map(trimmed).filter(|paragraph| !paragraph.is_empty()).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_looks_are_not() {
        for (rtf, text) in [
            (
                r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\*\generator x;}\f0 It \b rained\b0 .\par\par Twelve drowned.}",
                "It rained.\n\nTwelve drowned.",
            ),
            (r"{\rtf1\ansi Orl\'e9ans \ldblquote no\rdblquote\~\emdash  \{x\}\\}", "Orléans “no”\u{a0}— {x}\\"),
            (r"{\rtf1\ansi\uc1 caf\u233?s \u8212\'97 \u-10179?\u-8704? end}", "cafés — \u{1F600} end"),
            (r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}}", "Приlink"),
            (r"{\rtf1 a{\pict\bin4 }}}}}b}", "ab"),
            ("{\\rtf1 a\\", "a"),
            ("{\\rtf1 a\\'z", "az"),
            ("}}}{{\\rtf1\\u x\\u0 y", "xy"),
        ] {
            assert_eq!(words(rtf.as_bytes()), text, "{rtf}");
        }
        assert_eq!(words(&b"{".repeat(1 << 20)), "");
    }
}
