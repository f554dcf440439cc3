//! Which reader a file needs, where its name lies: what its first bytes say for certain goes before its extension.

use super::{READERS, Reader, mail, sources};

/// How much of a file is looked at.
pub(super) const HEAD: usize = 4096;

/// The reader for a file of this name that begins with these bytes.
pub(super) fn reader(name: &str, head: &[u8]) -> &'static Reader {
    let named = sources::known_reader(name.as_ref());
    let is = |reader: &&'static Reader| (reader.begins)(head);
    let reader = named.filter(is).or_else(|| READERS.iter().find(is)).or(named).unwrap_or(&READERS[0]);
    // A page without a tag is no page.
    if reader.name == "html" && head.len() < HEAD && !head.is_empty() && !head.contains(&b'<') { &READERS[0] } else { reader }
}

/// Formats without a mark of their own.
pub(super) fn never(_: &[u8]) -> bool {
    false
}

/// `{"` or `[{`.
pub(super) fn json(head: &[u8]) -> bool {
    let mut bytes = start(head).iter().filter(|byte| !byte.is_ascii_whitespace());
    matches!((bytes.next(), bytes.next()), (Some(b'{'), Some(b'"')) | (Some(b'['), Some(b'{')))
}

/// The mark of Parquet, which stands at its end too.
pub(super) fn parquet(head: &[u8]) -> bool {
    head.starts_with(b"PAR1")
}

/// A document type, or the outermost element of a page.
pub(super) fn html(head: &[u8]) -> bool {
    let start = start(head);
    let has_type = start.get(..14).is_some_and(|first| first.eq_ignore_ascii_case(b"<!doctype html"));
    has_type || root(start).is_some_and(|root| ["html", "head", "body"].iter().any(|known| root.eq_ignore_ascii_case(known.as_bytes())))
}

/// An XML declaration, or the outermost element of a feed or a news format.
pub(super) fn xml(head: &[u8]) -> bool {
    const ROOTS: [&str; 8] = ["rss", "feed", "rdf:RDF", "newsItem", "newsitem", "newsMessage", "nitf", "NewsML"];
    let start = start(head);
    !html(head) && root(start).is_some_and(|root| start.starts_with(b"<?xml") || ROOTS.iter().any(|known| root == known.as_bytes()))
}

/// Headers of a mail, and nothing else before the first blank line.
pub(super) fn mail(head: &[u8]) -> bool {
    mail::has_headers(head)
}

/// The line that parts the mails of a mailbox.
pub(super) fn mailbox(head: &[u8]) -> bool {
    let mut lines = head.splitn(2, |&byte| byte == b'\n');
    let first = lines.next().unwrap_or_default();
    mail::is_envelope(first) && lines.next().is_some_and(mail::has_headers)
}

/// The mark of Rich Text.
pub(super) fn rtf(head: &[u8]) -> bool {
    start(head).starts_with(b"{\\rtf")
}

/// The first line of a web archive.
pub(super) fn warc(head: &[u8]) -> bool {
    head.starts_with(b"WARC/1.") || head.starts_with(b"WARC/0.")
}

/// The mark of gzip, and its only method.
pub(super) fn gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1F, 0x8B, 8])
}

/// The mark of Zstandard, or of a frame of it that is passed over.
pub(super) fn zstd(head: &[u8]) -> bool {
    head.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) || (head.starts_with(&[0x50, 0x2A, 0x4D, 0x18]))
}

/// The mark of a ZIP archive.
pub(super) fn zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// The name of the first element, behind declarations and comments.
fn root(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        rest = rest.trim_ascii_start().strip_prefix(b"<")?;
        let end: &[u8] = match rest.first()? {
            b'?' => b"?>",
            b'!' if rest.starts_with(b"!--") => b"-->",
            b'!' => b">",
            _ => return rest.split(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')).next(),
        };
        let place = rest.windows(end.len()).position(|window| window == end)?;
        rest = rest.get(place + end.len()..)?;
    }
}

/// The bytes behind a byte order mark and white space.
fn start(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_goes_before_the_name_where_it_is_certain() {
        for (name, head, format) in [
            ("a.txt", &b"  {\"text\": \"a\"}"[..], "json"),
            ("a.jsonl", b"{\"text\": \"a\"}", "json lines"),
            ("a.txt", b"\xEF\xBB\xBF<!DOCTYPE HTML><p>a", "html"),
            ("a.xml", b"<?xml version='1.0'?>\n<html xmlns='x'>", "html"),
            ("a.html", b"<?xml version='1.0'?>\n<!-- a > b --><rss>", "xml"),
            ("a.txt", b"<newsItem><html>", "xml"),
            ("a.html", b"No tag at all, a < b.", "html"),
            ("a.html", b"No tag at all.", "text"),
            ("a.txt", b"{\\rtf1\\ansi", "rtf"),
            ("a.txt", b"\x1F\x8B\x08\x00", "gzip"),
            ("a.doc", b"PK\x03\x04", "zip"),
            ("a", b"WARC/1.0\r\n", "warc"),
            ("a.txt", b"Return-Path: <a@b.c>\nFrom: a@b.c\nDate: x\nSubject: y\n\nBody", "mail"),
            ("a.txt", b"From a@b.c Thu Sep 12 10:30:00 2013\nFrom: a@b.c\nDate: x\nSubject: y\n\nBody", "mailbox"),
            ("a.txt", b"From the start: it rained.\nSubject: rain", "text"),
            ("a.txt", b"Note: it rained.\nAnd: more", "text"),
            ("a.csv", b"{a},b\n", "csv"),
            ("a.md", b"", "text"),
        ] {
            assert_eq!(reader(name, head).name, format, "{name} {}", String::from_utf8_lossy(head));
        }
    }
}
