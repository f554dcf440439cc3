//! XML: feeds (RSS, Atom), agency formats (NewsML-G2, NewsML 1 as in Reuters' corpora, NITF) and XHTML under another name.
//!
//! A file may hold many articles, so elements are read one after another: one that is an article (`<item>`, `<entry>`,
//! `<newsItem>`, `<nitf>`) becomes a [`tree::Element`], which [`feed`] and [`news`] turn into the record that a JSON
//! reader would have met; what the feed says of itself is kept for all of them. No element may be larger than an article
//! or nested deeper than [`tree::MAX_DEPTH`]. References to entities of a document's own are not followed.

mod feed;
mod news;
mod tree;

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value};

use self::tree::{Builder, Element, Step};
use super::input::{Allowance, Metered, metered};
use super::{Article, Articles, Input, Place, ReadOptions, encoding, json, problem, single, unreadable};
use crate::error::{Problem, ProblemKind};

/// Elements that are an article, by their local names.
const ARTICLES: [&str; 5] = ["item", "entry", "newsItem", "newsitem", "nitf"];

/// Reads the articles of a feed or of an agency's file.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    let bytes = std::mem::replace(&mut input.bytes, Box::new(std::io::empty()));
    match encoding::xml_stream(bytes) {
        Ok(bytes) => {
            let (metered, allowance) = metered(bytes);
            let mut reader = Reader::from_reader(BufReader::new(metered));
            let config = reader.config_mut();
            (config.allow_dangling_amp, config.check_end_names, config.allow_unmatched_ends) = (true, false, true);
            let (feed, options) = (Feed::default(), options.clone());
            Box::new(Records { reader, allowance, place: input.place, options, feed, number: 0, ended: false })
        }
        Err(error) => single(Err(input.unreadable(&error))),
    }
}

/// What a feed says of all its articles.
#[derive(Default)]
struct Feed {
    title: Option<String>,
    /// The names of the elements that are open around articles.
    open: Vec<String>,
}

struct Records {
    reader: Reader<BufReader<Metered>>,
    allowance: Allowance,
    place: Place,
    options: ReadOptions,
    feed: Feed,
    number: u64,
    ended: bool,
}

impl Iterator for Records {
    type Item = Result<Article, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.next_element() {
            Ok(Some(element)) => {
                self.number += 1;
                let record = record(&element, &self.feed);
                let number = (self.number > 1 || matches!(element.name(), "item" | "entry")).then_some(self.number);
                let article = json::record::article(Value::Object(record), &self.place, number, None, &self.options);
                Some(article.map_err(|wrong| Problem { record: Some(self.number), ..wrong.in_file(&self.place.path) }))
            }
            Ok(None) => {
                self.ended = true;
                let message = "no article in it; allowed are RSS, Atom, NewsML-G2 and NITF";
                (self.number == 0).then(|| Err(problem(&self.place.path, ProblemKind::Empty, message)))
            }
            Err(problem) => {
                self.ended = true;
                Some(Err(Problem { record: Some(self.number + 1), ..problem }))
            }
        }
    }
}

impl Records {
    /// Reads up to the end of the next element that is an article.
    fn next_element(&mut self) -> Result<Option<Element>, Problem> {
        let mut builder: Option<Builder> = None;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let position = self.reader.buffer_position();
            let event = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(error) => return Err(self.told(&error, position)),
            };
            if builder.is_none() {
                self.allowance.refill();
            }
            if let Some(open) = &mut builder {
                match open.step(&event) {
                    Step::Open => {}
                    Step::Closed(element) => return Ok(Some(element)),
                    Step::TooDeep => {
                        let message = format!("elements nested deeper than {}; the rest is left out", tree::MAX_DEPTH);
                        return Err(problem(&self.place.path, ProblemKind::TooLarge, message));
                    }
                    Step::Cut => return Err(problem(&self.place.path, ProblemKind::Malformed, "cut off: an article has no end")),
                }
                continue;
            }
            match &event {
                Event::Eof => return Ok(None),
                Event::Start(start) if ARTICLES.contains(&start.local_name().as_ref()) => {
                    builder = Some(Builder::new(start));
                }
                event => self.feed.step(event),
            }
        }
    }
}

impl Records {
    fn told(&self, error: &quick_xml::Error, position: u64) -> Problem {
        match error {
            quick_xml::Error::Io(error) => unreadable(&self.place.path, error),
            _ => problem(&self.place.path, ProblemKind::Malformed, format!("not valid XML at byte {position}: {error}")),
        }
    }
}

impl Feed {
    fn step(&mut self, event: &Event) {
        match event {
            Event::Start(start) if self.open.len() < tree::MAX_DEPTH => self.open.push(start.local_name().as_ref().to_owned()),
            Event::End(_) => drop(self.open.pop()),
            Event::Text(text) => self.text(text),
            Event::CData(text) => self.text(text),
            _ => {}
        }
    }

    /// Keeps the title right under the feed's own element.
    fn text(&mut self, text: &str) {
        let is_own = self.open.last().is_some_and(|name| name == "title") && self.open.len() <= 3 && self.title.is_none();
        if is_own && !text.trim().is_empty() && text.len() < 500 {
            self.title = Some(text.trim().to_owned());
        }
    }
}

/// The record that a JSON reader would have met.
fn record(element: &Element, feed: &Feed) -> Map<String, Value> {
    let fields = match element.name() {
        "item" => feed::item(element),
        "entry" => feed::entry(element),
        _ => news::article(element),
    };
    let mut record = Map::new();
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            record.entry(name).or_insert(Value::String(value));
        }
    }
    if let Some(title) = &feed.title
        && matches!(element.name(), "item" | "entry")
    {
        record.entry("source").or_insert(Value::String(title.clone()));
    }
    record
}

/// What an element says: the name of a field, and its value where there is one.
type Fields = Vec<(&'static str, Option<String>)>;

#[cfg(test)]
mod tests;
