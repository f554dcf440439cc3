//! Lines of bounded length: one that is longer is passed over to its end, so that the next can be read.

use std::io::{self, BufRead};

use crate::ingest::MAX_ARTICLE_BYTES;

/// One line that holds anything, counted from 1 together with the blank ones.
pub(super) enum Line {
    /// The line without its line ending.
    Whole { number: u64, bytes: Vec<u8> },
    /// A line over the limit.
    TooLong { number: u64 },
    /// The stream broke here; nothing comes after.
    Broken { number: u64, error: io::Error },
}

/// The lines of a stream.
pub(super) struct Lines<R> {
    reader: R,
    number: u64,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader, number: 0, ended: false }
    }

    /// Reads up to the next line ending; false when the line was too long to keep.
    fn read_line(&mut self, line: &mut Vec<u8>) -> io::Result<bool> {
        let mut fits = true;
        loop {
            let bytes = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            self.ended = bytes.is_empty();
            let end = memchr::memchr(b'\n', bytes);
            let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or(bytes);
            fits = fits && line.len() + part.len() <= MAX_ARTICLE_BYTES;
            if fits {
                line.extend_from_slice(part);
            }
            let read = part.len() + usize::from(end.is_some());
            self.reader.consume(read);
            if end.is_some() || self.ended {
                return Ok(fits);
            }
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.ended {
            let mut bytes = Vec::new();
            self.number += 1;
            let number = self.number;
            match self.read_line(&mut bytes) {
                Ok(false) => return Some(Line::TooLong { number }),
                Ok(true) if bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(true) => return Some(Line::Whole { number, bytes }),
                Err(error) => {
                    self.ended = true;
                    return Some(Line::Broken { number, error });
                }
            }
        }
        None
    }
}
