//! RSS and Atom: an item is an article, or the summary of one.

use super::Fields;
use super::tree::Element;

/// An `<item>` of RSS, of any version.
pub(super) fn item(item: &Element) -> Fields {
    let line = |name: &str| item.child(name).and_then(Element::line);
    let guid = item.child("guid").and_then(Element::line);
    vec![
        ("text", item.child("encoded").map(Element::text)),
        ("description", item.child("description").map(Element::text)),
        ("headline", line("title")),
        ("date", line("pubDate").or_else(|| line("date")).or_else(|| line("published"))),
        ("source", line("source")),
        ("author", line("creator").or_else(|| line("author"))),
        ("url", line("link").or_else(|| guid.filter(|guid| guid.contains("://")))),
    ]
}

/// An `<entry>` of Atom.
pub(super) fn entry(entry: &Element) -> Fields {
    let line = |name: &str| entry.child(name).and_then(Element::line);
    let is_page = |link: &&Element| link.name() == "link" && link.attr("rel").is_none_or(|rel| rel == "alternate");
    vec![
        ("text", entry.child("content").map(Element::text)),
        ("description", entry.child("summary").map(Element::text)),
        ("headline", line("title")),
        ("date", line("published").or_else(|| line("issued")).or_else(|| line("updated"))),
        ("source", entry.child("source").and_then(|source| source.child("title")).and_then(Element::line)),
        ("author", entry.child("author").and_then(|author| author.child("name")).and_then(Element::line)),
        ("url", entry.children().find(is_page).and_then(|link| link.attr("href")).map(str::to_owned)),
    ]
}
