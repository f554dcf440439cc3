//! Web archives (`.warc`, `.warc.gz`) such as Common Crawl's news: each page that was answered with success is read as a
//! page, each text that was taken from one (`conversion`, in `.wet`) as a text. All other records are passed over.
//!
//! Records are read one after another, so an archive may be of any size. The date of a record is that of the crawl, and
//! is not believed.

use std::io::{self, BufRead, Cursor, Read};

use flate2::bufread::{MultiGzDecoder, ZlibDecoder};

use super::{Article, Articles, Input, MAX_ARTICLE_BYTES, Place, ReadOptions, html, not_nothing, problem, text, unreadable};
use crate::error::{Problem, ProblemKind};

/// The headers of a record are not longer.
const LONGEST_HEAD: u64 = 1 << 16;

/// Reads the pages of a web archive.
pub fn read(input: Input, options: &ReadOptions) -> Articles {
    let place = input.place.clone();
    let records = Records { bytes: input.bytes, place: input.place, options: options.clone(), number: 0, ended: false };
    not_nothing(Box::new(records), &place, "no page in it; allowed are web archives with answers of type text/html")
}

struct Records {
    bytes: Box<dyn BufRead + Send>,
    place: Place,
    options: ReadOptions,
    number: u64,
    ended: bool,
}

/// The headers of a record or of an answer, names in lower case.
#[derive(Default)]
struct Head {
    /// "WARC/1.0", "HTTP/1.1 200 OK".
    first: String,
    fields: Vec<(String, String)>,
}

impl Head {
    fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Iterator for Records {
    type Item = Result<Article, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            match self.next_record() {
                Ok(Some(article)) => return Some(article),
                Ok(None) => {}
                Err(error) => {
                    self.ended = true;
                    let malformed = matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof);
                    let told = if malformed {
                        problem(&self.place.path, ProblemKind::Malformed, format!("not a web archive from here on: {error}"))
                    } else {
                        unreadable(&self.place.path, &error)
                    };
                    return Some(Err(Problem { record: Some(self.number), ..told }));
                }
            }
        }
        None
    }
}

impl Records {
    /// Reads one record; none where it holds no page, or there is no more.
    fn next_record(&mut self) -> io::Result<Option<Result<Article, Problem>>> {
        let Some(head) = head(&mut self.bytes)? else {
            self.ended = true;
            return Ok(None);
        };
        self.number += 1;
        let length = head.get("content-length").and_then(|length| length.parse::<u64>().ok());
        let (true, Some(length)) = (head.first.starts_with("WARC/"), length) else {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a record without WARC/ and Content-Length"));
        };
        let kind = head.get("warc-type").unwrap_or_default();
        if !matches!(kind, "response" | "conversion" | "resource") {
            skip(&mut self.bytes, length)?;
            return Ok(None);
        }
        let mut block = Vec::new();
        let kept = length.min(MAX_ARTICLE_BYTES as u64 + 1);
        self.bytes.by_ref().take(kept).read_to_end(&mut block)?;
        if (block.len() as u64) < kept {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        skip(&mut self.bytes, length - kept)?;
        let Some((body, is_page)) = body(block, &head)? else {
            return Ok(None);
        };
        let url = head.get("warc-target-uri").map(|url| url.trim_matches(['<', '>']).to_owned());
        Ok(Some(self.article(body, is_page, url).map_err(|problem| Problem { record: Some(self.number), ..problem })))
    }

    fn article(&self, body: Vec<u8>, is_page: bool, url: Option<String>) -> Result<Article, Problem> {
        if body.len() > MAX_ARTICLE_BYTES {
            let message = format!("the page is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article");
            return Err(problem(&self.place.path, ProblemKind::TooLarge, message));
        }
        let place = Place { path: self.place.path.clone(), id: self.place.id_of(Some(self.number)) };
        let read = if is_page { html::article } else { text::article };
        let article = read(body, &place, &self.options)?;
        Ok(Article { url: article.url.clone().or(url), ..article })
    }
}

/// The bytes of a page or of a text, and whether it is a page; none where it is neither, or no success.
fn body(block: Vec<u8>, record: &Head) -> io::Result<Option<(Vec<u8>, bool)>> {
    let kind = record.get("content-type").unwrap_or_default();
    if !kind.starts_with("application/http") {
        return Ok(kind_of(kind).map(|is_page| (block, is_page)));
    }
    let mut rest = Cursor::new(block);
    let Some(answer) = head(&mut rest)? else {
        return Ok(None);
    };
    let is_success = answer.first.split(' ').nth(1).is_some_and(|status| status == "200");
    let Some(is_page) = kind_of(answer.get("content-type").unwrap_or("text/html")).filter(|_| is_success) else {
        return Ok(None);
    };
    let mut body = Vec::new();
    rest.read_to_end(&mut body)?;
    if answer.get("transfer-encoding").is_some_and(|encoding| encoding.eq_ignore_ascii_case("chunked")) {
        body = joined(body);
    }
    let limit = MAX_ARTICLE_BYTES as u64 + 1;
    let mut unpacked = Vec::new();
    let read = match answer.get("content-encoding").unwrap_or_default() {
        "gzip" if body.starts_with(&[0x1F, 0x8B]) => MultiGzDecoder::new(&*body).take(limit).read_to_end(&mut unpacked),
        "deflate" => ZlibDecoder::new(&*body).take(limit).read_to_end(&mut unpacked),
        _ => return Ok(Some((body, is_page))),
    };
    // What is left of a page that was cut off is read; what never was packed stays as it is.
    Ok(Some(if read.is_err() && unpacked.is_empty() { (body, is_page) } else { (unpacked, is_page) }))
}

/// Whether a type of content is that of a page; none where it is no text either.
fn kind_of(kind: &str) -> Option<bool> {
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match kind.as_str() {
        "text/html" | "application/xhtml+xml" => Some(true),
        "text/plain" => Some(false),
        _ => None,
    }
}

/// Reads headers up to the blank line behind them; none at the end of the stream.
fn head(bytes: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut head = Head::default();
    let mut limited = bytes.take(LONGEST_HEAD);
    let mut line = Vec::new();
    loop {
        line.clear();
        if limited.read_until(b'\n', &mut line)? == 0 {
            if limited.limit() == 0 {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "headers without an end"));
            }
            return Ok((!head.first.is_empty()).then_some(head));
        }
        let text = String::from_utf8_lossy(line.trim_ascii());
        if text.is_empty() {
            if head.first.is_empty() {
                continue;
            }
            return Ok(Some(head));
        }
        match text.split_once(':') {
            _ if head.first.is_empty() => head.first = text.into_owned(),
            Some((name, value)) => head.fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            None => {}
        }
    }
}

fn skip(bytes: &mut impl BufRead, length: u64) -> io::Result<()> {
    let skipped = io::copy(&mut bytes.take(length), &mut io::sink())?;
    if skipped < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

/// The body of an answer that was sent in chunks; what is no chunk ends it.
fn joined(body: Vec<u8>) -> Vec<u8> {
    let mut whole = Vec::with_capacity(body.len());
    let mut rest = &*body;
    while let Some(end) = rest.iter().take(20).position(|&byte| byte == b'\n') {
        let size = rest.get(..end).and_then(|line| std::str::from_utf8(line).ok()).unwrap_or_default();
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16);
        let Ok(size @ 1..) = size else { break };
        let behind = rest.get(end + 1..).unwrap_or_default();
        whole.extend_from_slice(behind.get(..size).unwrap_or(behind));
        rest = behind.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").unwrap_or(rest);
    }
    // It says that it comes in chunks, but was joined when it was stored.
    if whole.is_empty() { body } else { whole }
}
