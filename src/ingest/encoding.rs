//! From bytes to characters.
//!
//! A byte order mark decides; else zero bytes on every second place mean UTF-16; else what is valid UTF-8 is UTF-8.
//! What remains is guessed, and the guess is said in a warning, because a wrong one turns quotation marks and names
//! into other letters. The mark itself is not part of the text. A file that is UTF-8 but for a few torn characters
//! (cut off at the end, joined from two sources) stays UTF-8: a guess would spoil all its good characters.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Characters, and what was doubtful about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The characters, every one as it stood, without a byte order mark.
    pub text: String,
    /// The encoding's name where it was guessed or did not fit.
    pub warning: Option<String>,
}

/// Decodes a whole file; `label` is the encoding that the file itself names, if it does.
pub fn decode(bytes: Vec<u8>, label: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return decode_as(encoding, bytes.get(mark..).unwrap_or_default(), false);
    }
    if let Some(encoding) = utf16_by_zeros(&bytes) {
        return decode_as(encoding, &bytes, true);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            return Decoded { text, warning: None };
        }
        Err(error) => error.into_bytes(),
    };
    if is_torn_utf8(&bytes) {
        return decode_as(UTF_8, &bytes, false);
    }
    let named = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match named.filter(|&encoding| encoding != UTF_8) {
        Some(encoding) => decode_as(encoding, &bytes, false),
        None => decode_as(guess(&bytes), &bytes, true),
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], guessed: bool) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let warning = match (guessed, broken) {
        (_, true) => Some(format!("encoding: read as {name}, but some bytes are none of its characters")),
        (true, false) => Some(format!("encoding: neither marked nor UTF-8, read as {name}")),
        (false, false) => None,
    };
    Decoded { text: text.into_owned(), warning }
}

/// English in UTF-16 has a zero in nearly every second byte, and hardly any in the others.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let pairs = head.len() / 2;
    if pairs < 2 || bytes.len() % 2 == 1 {
        return None;
    }
    let zeros = |offset| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    match (zeros(0), zeros(1)) {
        (first, second) if second * 10 >= pairs * 7 && first * 20 <= pairs => Some(UTF_16LE),
        (first, second) if first * 10 >= pairs * 7 && second * 20 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether these bytes are UTF-8 but for a few: four good characters beyond ASCII for each break, or only the end cut.
fn is_torn_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut breaks, mut cut) = (0, 0, false);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        breaks += usize::from(!chunk.invalid().is_empty());
        cut = std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
    }
    (breaks == 1 && cut && good > 0) || (good > 0 && good >= 4 * breaks)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// A stream in UTF-8, without its byte order mark; one that is marked as UTF-16 is decoded as it is read.
///
/// # Errors
/// When the first bytes cannot be read.
pub fn utf8_stream<R: BufRead + Send + 'static>(mut reader: R) -> io::Result<Box<dyn BufRead + Send>> {
    let mut head = Vec::with_capacity(3);
    reader.by_ref().take(3).read_to_end(&mut head)?;
    let (encoding, mark) = Encoding::for_bom(&head).unwrap_or((UTF_8, 0));
    head.drain(..mark);
    let rest = Cursor::new(head).chain(reader);
    if encoding == UTF_8 {
        return Ok(Box::new(rest));
    }
    let decoder = encoding.new_decoder_without_bom_handling();
    Ok(Box::new(BufReader::new(Decoding { reader: rest, decoder, ended: false })))
}

/// A stream of XML in UTF-8: from the encoding that its first line names, with what is torn made whole.
///
/// # Errors
/// When the first bytes cannot be read.
pub fn xml_stream(mut reader: Box<dyn BufRead + Send>) -> io::Result<Box<dyn BufRead + Send>> {
    let head = reader.fill_buf()?;
    let declaration = head.split(|&byte| byte == b'>').next().and_then(|first| std::str::from_utf8(first).ok()).unwrap_or_default();
    let named = declaration.split_once("encoding=").and_then(|(_, rest)| rest.get(1..)?.split(['"', '\'']).next());
    let named = named.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    let reader = utf8_stream(reader)?;
    // A declaration that was read byte by byte is in no encoding of two bytes, whatever it says.
    let encoding = named.filter(|&encoding| encoding != UTF_16LE && encoding != UTF_16BE).unwrap_or(UTF_8);
    let decoder = encoding.new_decoder_without_bom_handling();
    Ok(Box::new(BufReader::new(Decoding { reader, decoder, ended: false })))
}

/// A reader that decodes what another one reads.
struct Decoding<R> {
    reader: R,
    decoder: Decoder,
    ended: bool,
}

impl<R: BufRead> Read for Decoding<R> {
    /// Fills at least four bytes of a longer buffer unless the end was reached; `BufReader` never asks for less.
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        while !self.ended {
            let bytes = self.reader.fill_buf()?;
            let last = bytes.is_empty();
            let (result, read, written, _) = self.decoder.decode_to_utf8(bytes, target, last);
            self.reader.consume(read);
            self.ended = last && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
            if result == CoderResult::OutputFull {
                break;
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "“Syria’s café” \u{1F600}\r\nsecond line";

    fn utf16(words: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        words.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn marks_decide_and_are_no_text() {
        let expected = Decoded { text: WORDS.to_owned(), warning: None };
        let little = [b"\xFF\xFE".to_vec(), utf16(WORDS, u16::to_le_bytes)].concat();
        let big = [b"\xFE\xFF".to_vec(), utf16(WORDS, u16::to_be_bytes)].concat();
        for bytes in [WORDS.as_bytes().to_vec(), [b"\xEF\xBB\xBF", WORDS.as_bytes()].concat(), little.clone(), big] {
            assert_eq!(decode(bytes, Some("iso-8859-1")), expected);
        }
        let mut streamed = String::new();
        utf8_stream(Cursor::new(little)).expect("a stream").read_to_string(&mut streamed).expect("text");
        assert_eq!(streamed, WORDS);
    }

    #[test]
    fn utf16_without_a_mark_is_known_by_its_zeros() {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let decoded = decode(utf16("Talks in Geneva – again", to_bytes), None);
            assert_eq!(decoded.text, "Talks in Geneva – again");
            assert!(decoded.warning.is_some_and(|warning| warning.contains("UTF-16")));
        }
    }

    #[test]
    fn a_guess_is_said_and_a_name_is_believed() {
        let guessed = decode(b"He said \x93no\x94 to caf\xe9 owners in Orl\xe9ans".to_vec(), None);
        assert_eq!(guessed.text, "He said “no” to café owners in Orléans");
        assert!(guessed.warning.is_some_and(|warning| warning.contains("windows-1252")));
        let named = decode(b"\xcf\xf0\xe8\xe2\xe5\xf2".to_vec(), Some("windows-1251"));
        assert_eq!(named, Decoded { text: "Привет".to_owned(), warning: None });
    }

    #[test]
    fn torn_utf8_stays_utf8() {
        let cut = "naïve café".as_bytes();
        let decoded = decode(cut[..cut.len() - 1].to_vec(), None);
        assert_eq!(decoded.text, "naïve caf\u{FFFD}");
        assert!(decoded.warning.is_some());
    }
}
