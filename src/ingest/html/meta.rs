//! What a page says about its article: JSON-LD first, then meta tags, then what is marked up in the page.

use super::content::Content;
use super::page::Page;
use super::{linked_data, plain};
use crate::ingest::date;
use crate::ingest::json::values::without_by;

/// Where the date stands, best first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
    "ptime",
];
const HEADLINES: &[&str] = &["og:title", "twitter:title", "dc.title", "title"];
const SOURCES: &[&str] = &["og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site"];
const BYLINES: &[&str] = &["author", "byl", "article:author", "parsely-author", "sailthru.author", "dc.creator"];

/// What is known of an article besides its text.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub headline: Option<String>,
    pub date: Option<String>,
    pub byline: Option<String>,
    pub source: Option<String>,
    pub url: Option<String>,
    /// The text as JSON-LD gives it.
    pub body: Option<String>,
}

/// Collects it from the whole page.
pub(super) fn of(page: &Page, content: &Content) -> Meta {
    let linked = linked_data::of(page).unwrap_or_default();
    let tags = MetaTags::of(page);
    let source = linked.source.or_else(|| tags.first(SOURCES));
    let named = linked.headline.or_else(|| {
        let title = tags.first(HEADLINES).or_else(|| titles(page, "title").next());
        title.map(|title| without_site(&title, source.as_deref()))
    });
    let dates = linked.date.into_iter().chain(tags.all(DATES)).chain(marked_dates(page, content));
    let mut dates = dates.peekable();
    let first_written = dates.peek().cloned();
    Meta {
        headline: headline(page, content, named),
        date: dates.find(|date| date::iso(date).is_some()).or(first_written),
        byline: linked.byline.or_else(|| byline(page, &tags)).map(without_by),
        source,
        url: canonical(page).or_else(|| tags.first(&["og:url"])).or(linked.url),
        body: linked.body,
    }
}

/// The headline that readers see, where it is that of the article; else the one that the page names.
fn headline(page: &Page, content: &Content, named: Option<String>) -> Option<String> {
    let shown = page.elements().filter(|(index, node)| node.name() == "h1" && content.dropped.get(*index) == Some(&false));
    let mut shown = shown.filter_map(|(index, _)| plain(&page.text(index)));
    match named {
        Some(named) => shown.find(|shown| share_words(shown, &named)).or(Some(named)),
        None => shown.next(),
    }
}

/// Whether at least half of the words of one headline stand in the other.
fn share_words(shown: &str, named: &str) -> bool {
    let words = |line: &str| line.split_whitespace().map(super::letters).collect::<Vec<_>>();
    let (shown, named) = (words(shown), words(named));
    let shared = shown.iter().take(50).filter(|word| named.contains(word)).count();
    shared * 2 >= shown.len().max(named.len())
}

/// "Talks begin - Example Post" is the headline "Talks begin".
fn without_site(title: &str, site: Option<&str>) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " • "] {
        let Some((head, tail)) = title.rsplit_once(separator) else {
            continue;
        };
        let is_site = site.is_some_and(|site| super::letters(site) == super::letters(tail));
        let is_short = tail.split_whitespace().count() <= 4 && head.split_whitespace().count() >= 4;
        if is_site || is_short {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The `<meta>` tags, in their order, names in lower case.
struct MetaTags(Vec<(String, String)>);

impl MetaTags {
    fn of(page: &Page) -> Self {
        let tags = page.elements().filter(|(_, node)| node.name() == "meta").take(1000).filter_map(|(_, node)| {
            let name = node.attr("property").or(node.attr("name")).or(node.attr("itemprop"))?;
            Some((name.trim().to_ascii_lowercase(), plain(node.attr("content")?)?))
        });
        Self(tags.collect())
    }

    /// The values under these names, in the order of the names.
    fn all(&self, names: &'static [&'static str]) -> impl Iterator<Item = String> {
        names.iter().flat_map(|name| self.0.iter().filter(move |(known, _)| known == name)).map(|(_, value)| value.clone())
    }

    fn first(&self, names: &'static [&'static str]) -> Option<String> {
        self.all(names).next()
    }
}

fn titles(page: &Page, name: &'static str) -> impl Iterator<Item = String> {
    page.elements().filter(move |(_, node)| node.name() == name).filter_map(|(index, _)| plain(&page.text(index)))
}

/// Dates in the page itself: those marked as that of publication, then the first `<time>` that is not clutter.
fn marked_dates(page: &Page, content: &Content) -> impl Iterator<Item = String> {
    let value = |index: usize| {
        let node = page.nodes.get(index)?;
        let written = node.attr("datetime").or(node.attr("content"));
        written.and_then(plain).or_else(|| plain(&page.text(index)))
    };
    let is_published = |(_, node): &(usize, &super::page::Node)| {
        node.attr("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("datePublished")) || node.attr("pubdate").is_some()
    };
    let marked = page.elements().filter(is_published).find_map(|(index, _)| value(index));
    let is_time = |(index, node): &(usize, &super::page::Node)| {
        node.name() == "time" && *index > content.container && content.dropped.get(*index) == Some(&false)
    };
    let time = page.elements().filter(is_time).find_map(|(index, _)| value(index));
    // The date beside the byline is dropped from the text with it, and is the right one all the same.
    let any_time = || page.elements().find(|(_, node)| node.name() == "time").and_then(|(index, _)| value(index));
    marked.into_iter().chain(time.or_else(any_time))
}

fn byline(page: &Page, tags: &MetaTags) -> Option<String> {
    let is_name = |name: &String| !name.contains("://") && name.len() <= 120;
    tags.all(BYLINES).find(is_name).or_else(|| {
        let marked = page.elements().find(|(_, node)| {
            node.attr("rel") == Some("author") || node.attr("itemprop").is_some_and(|name| name.eq_ignore_ascii_case("author"))
        });
        marked.and_then(|(index, _)| plain(&page.text(index))).filter(is_name)
    })
}

fn canonical(page: &Page) -> Option<String> {
    let is_canonical = |rel: &str| rel.eq_ignore_ascii_case("canonical");
    let link = page.elements().find(|(_, node)| node.name() == "link" && node.attr("rel").is_some_and(is_canonical));
    link.and_then(|(_, node)| node.attr("href")).map(str::trim).filter(|url| !url.is_empty()).map(str::to_owned)
}
