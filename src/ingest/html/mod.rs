//! Web pages (`.html`, `.htm`, `.xhtml`): the article, not the page.
//!
//! `parse` and `page` turn the characters into a flat list of nodes, in document order, so that everything after is a
//! loop over the list: no recursion, and linear time however the page is nested. `meta` and `linked_data` collect what
//! the page says about its article. `content` decides which nodes are the article: what is `clutter` by its tag, its
//! class or its links is dropped, and the container that holds the prose is chosen. `body` writes that container as
//! plain lines.
//!
//! The text is the headline, a blank line, and the body, so that the headline's words have offsets too.

mod body;
mod clutter;
mod content;
mod linked_data;
mod meta;
mod page;
mod parse;
mod weights;

use std::sync::LazyLock;

use regex::Regex;
use regex::bytes::Regex as BytesRegex;

use self::meta::Meta;
use self::page::Page;
use super::pattern::regex;
use super::{Article, Articles, Input, Place, ReadOptions, boilerplate, date, encoding, problem, single, text};
use crate::error::{Problem, ProblemKind};

/// Reads the one article of a page.
pub fn read(mut input: Input, options: &ReadOptions) -> Articles {
    single(input.all().and_then(|bytes| article(bytes, &input.place, options)))
}

/// The article of a page.
pub(super) fn article(bytes: Vec<u8>, place: &Place, options: &ReadOptions) -> Result<Article, Problem> {
    let label = charset(&bytes);
    let decoded = encoding::decode(bytes, label.as_deref());
    text::refuse_binary(&decoded.text, &place.path)?;
    let html = parse::page(&decoded.text);
    let page = Page::new(&html);
    let content = content::Content::of(&page);
    let mut meta = meta::of(&page, &content);
    let mut warnings: Vec<_> = decoded.warning.into_iter().collect();
    let mut blocks = body::blocks(&page, &content);
    if let Some(body) = meta.body.take().filter(|body| is_much_longer(body, &blocks)) {
        warnings.push("text: taken from the page's JSON-LD; the page itself shows less than a third of it".to_owned());
        blocks = body::blocks_of_lines(&body);
    }
    take_metadata(&mut blocks, &mut meta);
    let text = joined(&mut blocks, &meta, &mut warnings);
    if text.is_empty() {
        return Err(problem(&place.path, ProblemKind::Empty, "no text in it: the page holds no paragraph of an article"));
    }
    let mut article = Article {
        id: place.id.clone(),
        path: place.path.clone(),
        text,
        headline: meta.headline,
        source: meta.source,
        byline: meta.byline,
        url: meta.url,
        warnings,
        ..Article::default()
    };
    date::settle(&mut article, meta.date.as_deref(), options);
    Ok(article)
}

/// The text of a piece of HTML inside another format: its tags taken out, and nothing else.
pub(super) fn text_of_fragment(fragment: &str) -> String {
    let html = parse::page(fragment);
    let page = Page::new(&html);
    body::join(&body::blocks(&page, &content::Content::everything(&page)))
}

/// Lines at the head that only say who wrote the article and when are no text, but tell what the page may not.
fn take_metadata(blocks: &mut Vec<body::Block>, meta: &mut Meta) {
    let mut place = 0;
    blocks.retain(|block| {
        place += 1;
        if place > 5 {
            return true;
        }
        let (date, byline) = (date::published_line(&block.text), text::byline_of(&block.text));
        let is_metadata = date.is_some() || byline.is_some();
        if is_metadata {
            meta.date = meta.date.take().or(date);
            meta.byline = meta.byline.take().or(byline);
        }
        !is_metadata
    });
}

/// The headline, and the body without the site's own lines and without the headline's repetition.
fn joined(blocks: &mut Vec<body::Block>, meta: &Meta, warnings: &mut Vec<String>) -> String {
    blocks.retain(|block| {
        let own = boilerplate::is_boilerplate(&block.text);
        if own {
            warnings.push(format!("site's own line dropped: {}", block.text));
        }
        !own
    });
    let Some(headline) = &meta.headline else {
        return body::join(blocks);
    };
    let words = letters(headline);
    if let Some(repeated) = blocks.iter().take(4).position(|block| letters(&block.text) == words) {
        blocks.remove(repeated);
    }
    match body::join(blocks) {
        body if body.is_empty() => body,
        body if body.starts_with(headline.as_str()) => body,
        body => format!("{headline}\n\n{body}"),
    }
}

/// What two printings of one headline have in common.
fn letters(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_much_longer(body: &str, blocks: &[body::Block]) -> bool {
    let shown: usize = blocks.iter().map(|block| block.text.len()).sum();
    body.len() > 3 * shown
}

static CHARSET: LazyLock<Option<BytesRegex>> =
    LazyLock::new(|| BytesRegex::new(r#"(?i)charset\s*=\s*["']?\s*(?P<label>[a-z0-9_:-]{2,30})"#).ok());
static TAG: LazyLock<Regex> = LazyLock::new(|| regex(r"<[a-zA-Z/!][^<>]{0,2000}>|&#?[a-zA-Z0-9]{1,10};"));

/// The encoding that the head of the page names.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let label = CHARSET.as_ref()?.captures(head)?.name("label")?;
    Some(String::from_utf8_lossy(label.as_bytes()).into_owned())
}

/// One line of plain text from a title or a name that may hold tags, entities and line breaks.
fn plain(value: &str) -> Option<String> {
    let cleaned = if TAG.is_match(value) { text_of_fragment(value) } else { value.to_owned() };
    let words = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests;
