//! The elements of one JSON array, cut out one after another, so that an array of any length is read in the memory
//! of its longest element.
//!
//! Cutting needs only strings and brackets, no values: an element that is no valid JSON is cut out all the same, is
//! told, and the next goes on. Brackets are counted, not remembered, so that depth costs nothing.

use std::io::{self, BufRead};

use super::record::Wrong;
use crate::error::ProblemKind;
use crate::ingest::MAX_ARTICLE_BYTES;

/// One element as it stands in the file.
pub(super) struct Element {
    /// From its first character to its last.
    pub bytes: Vec<u8>,
    /// The line on which it begins, counted from 1.
    pub line: u64,
}

/// The elements of an array; `reader` stands before its `[`.
pub(super) struct Elements<R> {
    reader: R,
    line: u64,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing was read yet.
    Before,
    /// Between elements, or in one.
    Inside,
    /// After `]`.
    Closed,
    /// Nothing more will come.
    Ended,
}

/// What ended an element.
enum End {
    Comma,
    Bracket,
    /// The file ended first.
    Cut,
}

/// How far an element has been read.
#[derive(Default)]
struct Cursor {
    depth: u64,
    in_string: bool,
    escaped: bool,
    /// The line of its first character.
    first_line: Option<u64>,
    too_large: bool,
}

impl<R: BufRead> Elements<R> {
    pub(super) fn new(reader: R, line: u64) -> Self {
        Self { reader, line, state: State::Before }
    }

    fn read_element(&mut self, element: &mut Vec<u8>, cursor: &mut Cursor) -> io::Result<End> {
        loop {
            let bytes = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if bytes.is_empty() {
                return Ok(End::Cut);
            }
            let mut end = None;
            let mut read = 0;
            let mut kept_from = 0;
            for &byte in bytes {
                read += 1;
                if byte == b'\n' {
                    self.line += 1;
                }
                if self.state == State::Before {
                    self.state = State::Inside;
                    kept_from = read;
                    continue;
                }
                if cursor.first_line.is_none() && byte.is_ascii_whitespace() {
                    kept_from = read;
                    continue;
                }
                end = cursor.step(byte);
                if end.is_some() {
                    break;
                }
                cursor.first_line.get_or_insert(self.line);
            }
            let kept = bytes.get(kept_from..read - usize::from(end.is_some())).unwrap_or_default();
            cursor.too_large |= element.len() + kept.len() > MAX_ARTICLE_BYTES;
            if !cursor.too_large {
                element.extend_from_slice(kept);
            }
            self.reader.consume(read);
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    /// What stands behind the array's end, if anything does.
    fn trailing(&mut self) -> Option<(Wrong, u64)> {
        let lines = super::skip_white_space(&mut self.reader).ok()?;
        self.line += lines;
        let more = self.reader.fill_buf().is_ok_and(|bytes| !bytes.is_empty());
        more.then(|| (malformed("text after the end of the array; allowed is one array in a file"), self.line))
    }
}

impl Cursor {
    /// Moves over one byte; says when it ends the element.
    fn step(&mut self, byte: u8) -> Option<End> {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_string = false,
                _ => {}
            }
            return None;
        }
        match byte {
            b'"' => self.in_string = true,
            b'[' | b'{' => self.depth += 1,
            b']' if self.depth == 0 => return Some(End::Bracket),
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            b',' if self.depth == 0 => return Some(End::Comma),
            _ => {}
        }
        None
    }
}

impl<R: BufRead> Iterator for Elements<R> {
    type Item = Result<Element, (Wrong, u64)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.state == State::Closed {
            self.state = State::Ended;
            return self.trailing().map(Err);
        }
        if self.state == State::Ended {
            return None;
        }
        let is_first = self.state == State::Before;
        let (mut bytes, mut cursor) = (Vec::new(), Cursor::default());
        let end = match self.read_element(&mut bytes, &mut cursor) {
            Ok(end) => end,
            Err(error) => {
                self.state = State::Ended;
                let wrong = Wrong { kind: ProblemKind::Unreadable, message: format!("cannot read: {error}"), line: None };
                return Some(Err((wrong, self.line)));
            }
        };
        let line = cursor.first_line.unwrap_or(self.line);
        match end {
            End::Cut => {
                self.state = State::Ended;
                return Some(Err((malformed("cut off: the array has no closing ]"), line)));
            }
            End::Bracket => {
                self.state = State::Closed;
                if cursor.first_line.is_none() && is_first {
                    return self.next();
                }
            }
            End::Comma => {}
        }
        if cursor.too_large {
            let message = format!("the record is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article");
            return Some(Err((Wrong { kind: ProblemKind::TooLarge, message, line: None }, line)));
        }
        if cursor.first_line.is_none() {
            return Some(Err((malformed("nothing before or after a comma; allowed are JSON objects in the array"), line)));
        }
        Some(Ok(Element { bytes, line }))
    }
}

fn malformed(message: &str) -> Wrong {
    Wrong { kind: ProblemKind::Malformed, message: message.to_owned(), line: None }
}
