//! JSON-LD: what a page says about its article for machines to read.
//!
//! It may be one object, a list, or a graph; the first object in it that is an article counts. The values are walked
//! with a stack of our own, and the JSON reader itself refuses what nests too deep.

use serde_json::{Map, Value};

use super::meta::Meta;
use super::page::Page;
use super::plain;
use crate::ingest::json::values::names;

/// The types of JSON-LD that are articles end in these.
const TYPES: [&str; 5] = ["Article", "NewsArticle", "LiveBlogPosting", "BlogPosting", "Report"];

/// The first article in the page's JSON-LD.
pub(super) fn of(page: &Page) -> Option<Meta> {
    let is_linked_data = |kind: &str| kind.trim().get(..19).is_some_and(|head| head.eq_ignore_ascii_case("application/ld+json"));
    let scripts = page.elements().filter(|(_, node)| node.name() == "script" && node.attr("type").is_some_and(is_linked_data));
    scripts.take(100).find_map(|(index, _)| {
        let text = page.text(index);
        let text = text.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[").trim_start_matches("<![CDATA[");
        // The first value is enough: what stands behind it closes a comment.
        let value = serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()?;
        article_in(&value)
    })
}

fn article_in(value: &Value) -> Option<Meta> {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev()),
            Value::Object(object) if is_article(object.get("@type")) => {
                return Some(meta_of(object));
            }
            Value::Object(object) => {
                waiting.extend(["mainEntity", "@graph"].iter().filter_map(|name| object.get(*name)));
            }
            _ => {}
        }
    }
    None
}

fn is_article(kind: Option<&Value>) -> bool {
    let names_one = |kind: &Value| kind.as_str().is_some_and(|kind| TYPES.iter().any(|known| kind.ends_with(known)));
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(names_one),
        Some(kind) => names_one(kind),
        None => false,
    }
}

fn meta_of(object: &Map<String, Value>) -> Meta {
    let string = |name: &str| object.get(name).and_then(Value::as_str);
    let page_url = || match object.get("mainEntityOfPage")? {
        Value::String(url) => Some(url.as_str()),
        Value::Object(page) => page.get("@id").and_then(Value::as_str),
        _ => None,
    };
    let url = string("url").or_else(page_url).filter(|url| url.contains("://"));
    Meta {
        headline: string("headline").or(string("name")).and_then(plain),
        date: string("datePublished").or(string("dateCreated")).map(str::to_owned),
        byline: object.get("author").and_then(names).and_then(|name| plain(&name)),
        source: object.get("publisher").and_then(names).and_then(|name| plain(&name)),
        url: url.map(str::to_owned),
        body: string("articleBody").map(str::to_owned),
    }
}
