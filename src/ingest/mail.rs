//! Mail: one message (`.eml`) or a mailbox of them (`.mbox`), such as newsletters and wire services by mail.
//!
//! The subject is the headline, the sender the source. The text is the message's plain part, else its HTML part without
//! tags; attachments are not read. A mailbox is read message by message: each begins with a line "From ... 2013".

use std::io::{self, BufRead};

use mail_parser::{Address, MessageParser, PartType};
use serde_json::{Map, Value};

use super::{Article, Articles, Input, MAX_ARTICLE_BYTES, Place, ReadOptions, json, not_nothing, problem, single, unreadable};
use crate::error::{Problem, ProblemKind};

/// Headers that mails begin with.
const HEADERS: [&str; 16] = [
    "return-path",
    "received",
    "from",
    "to",
    "date",
    "subject",
    "message-id",
    "mime-version",
    "content-type",
    "delivered-to",
    "sender",
    "reply-to",
    "dkim-signature",
    "list-id",
    "x-mailer",
    "content-transfer-encoding",
];

/// Reads the one article of a message.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    single(input.all().and_then(|bytes| article(&bytes, &input.place, None, options)))
}

/// Reads the messages of a mailbox.
pub fn read_mailbox(input: Input, options: &ReadOptions) -> Articles {
    let (shown, place, options) = (input.place.clone(), input.place, options.clone());
    let messages = Messages { bytes: input.bytes, ended: false };
    let articles: Articles = Box::new(messages.zip(1..).map(move |(message, number)| {
        let at = |problem: Problem| Problem { record: Some(number), ..problem };
        match message {
            Ok(Some(bytes)) => article(&bytes, &place, Some(number), &options).map_err(at),
            Ok(None) => {
                let message = format!("the message is larger than {MAX_ARTICLE_BYTES} bytes (32 MiB), the limit for one article");
                Err(at(problem(&place.path, ProblemKind::TooLarge, message)))
            }
            Err(error) => Err(at(unreadable(&place.path, &error))),
        }
    }));
    not_nothing(articles, &shown, "no message in it; allowed is a mailbox whose messages begin with a line \"From ...\"")
}

fn article(bytes: &[u8], place: &Place, number: Option<u64>, options: &ReadOptions) -> Result<Article, Problem> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(problem(&place.path, ProblemKind::Malformed, "not a mail: it has no headers"));
    };
    let part = |list: &[u32]| list.iter().find_map(|&id| message.parts.get(id as usize));
    let text = |part: &mail_parser::MessagePart| match &part.body {
        PartType::Text(text) | PartType::Html(text) => Some(text.to_string()),
        _ => None,
    };
    let body = part(&message.text_body).and_then(text).filter(|text| !text.trim().is_empty());
    let body = body.or_else(|| part(&message.html_body).and_then(text));
    let sender = message.from().and_then(Address::first);
    let values = [
        ("text", body.map(|body| body.replace("\r\n", "\n").trim_end().to_owned())),
        ("headline", message.subject().map(str::to_owned)),
        ("date", message.date().map(mail_parser::DateTime::to_rfc3339)),
        ("source", sender.and_then(|sender| sender.name().or(sender.address())).map(str::to_owned)),
    ];
    let values: Map<String, Value> =
        values.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?)))).collect();
    json::record::article(Value::Object(values), place, number, None, options).map_err(|wrong| wrong.in_file(&place.path))
}

/// The messages of a mailbox; none for one that is too large to keep.
struct Messages {
    bytes: Box<dyn BufRead + Send>,
    ended: bool,
}

impl Iterator for Messages {
    type Item = io::Result<Option<Vec<u8>>>;

    fn next(&mut self) -> Option<Self::Item> {
        let (mut message, mut line) = (Vec::new(), Vec::new());
        let (mut fits, mut any) = (true, false);
        while !self.ended {
            line.clear();
            match next_line(&mut self.bytes, &mut line) {
                Ok(true) if is_envelope(&line) && any => break,
                Ok(true) if is_envelope(&line) => {}
                Ok(true) => {
                    let quoted = usize::from(line.starts_with(b">From ") || line.starts_with(b">>From "));
                    any = true;
                    fits &= message.len() + line.len() <= MAX_ARTICLE_BYTES;
                    if fits {
                        message.extend_from_slice(line.get(quoted..).unwrap_or_default());
                    }
                }
                Ok(false) => self.ended = true,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        any.then_some(Ok(fits.then_some(message)))
    }
}

/// Reads one line, its ending included; of one that is too long, so much that its message is too large. False at the end.
fn next_line(bytes: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    let mut any = false;
    loop {
        let part = match bytes.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if part.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = part.iter().position(|&byte| byte == b'\n');
        let read = end.map_or(part.len(), |end| end + 1);
        if line.len() <= MAX_ARTICLE_BYTES {
            line.extend_from_slice(part.get(..read).unwrap_or(part));
        }
        bytes.consume(read);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// "From somebody Thu Sep 12 10:30:00 2013".
pub(super) fn is_envelope(line: &[u8]) -> bool {
    line.len() < 400
        && line.strip_prefix(b"From ").is_some_and(|rest| {
            rest.windows(6).any(|time| time[2] == b':' && time[5] == b':' && time[0].is_ascii_digit() && time[1].is_ascii_digit())
        })
}

/// Whether the bytes begin with headers of a mail: three known ones, and nothing else before the first blank line.
pub(super) fn has_headers(head: &[u8]) -> bool {
    let mut known = 0;
    for line in head.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii_end).take_while(|line| !line.is_empty()).take(60) {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else {
            return known >= 3;
        };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        known += usize::from(HEADERS.iter().any(|header| name.eq_ignore_ascii_case(header.as_bytes())));
    }
    known >= 3
}
