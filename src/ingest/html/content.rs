//! Which nodes of a page are the article.
//!
//! Three things make clutter: a tag (`nav`, `aside`, `figure`), a word in class or id (`newsletter`, `most-read`;
//! the words are data, in `clutter.txt`), and links that leave hardly a word of their own. A word in a class is weak
//! evidence (`<div class="has-comments">` may hold the whole article), so it never drops what holds much of the
//! page's prose. Prose is text of some length in one block outside links: it is what tells an article from menus.
//!
//! The container is the page's `<article>`, `articleBody` or `<main>` where that holds most of the prose, else the
//! innermost block that does. A lead that stands before the heavy block keeps the search from going deeper.

use super::clutter::{is_clutter, is_dropped_tag};
use super::page::{Node, Page};
use super::weights::Weights;

/// A paragraph of this many characters is never dropped for its class.
const LONG_PARAGRAPH: usize = 200;

/// A paragraph of so many characters may be a lead.
const SHORTEST_LEAD: usize = 20;

/// The container may be one of these.
const CONTAINERS: &[&str] = &["article", "body", "center", "div", "html", "main", "section", "table", "tbody", "td", "tr"];

/// The container of the article, and which nodes are no part of it.
#[derive(Debug)]
pub(super) struct Content {
    /// The node that holds the article.
    pub container: usize,
    /// For each node, whether it is clutter, or stands in some.
    pub dropped: Vec<bool>,
}

impl Content {
    /// The article of a page.
    pub(super) fn of(page: &Page) -> Self {
        let by_tag = marked(page, |_, node, in_article| is_dropped_tag(node, in_article) || is_time_stamp(page, node));
        let all = Weights::of(page, &by_tag);
        let total = all.prose.first().copied().unwrap_or(0);
        let mut dropped = marked(page, |index, node, _| {
            by_tag.get(index) == Some(&true)
                || is_link_dense(node, &all, index)
                || (is_clutter(node) && !holds_much(node, &all, index, total))
        });
        let weights = Weights::of(page, &dropped);
        let container = container(page, &dropped, &weights);
        drop_nested_articles(page, container, &weights, &mut dropped);
        Self { container, dropped }
    }

    /// All text of a piece of HTML that is an article already.
    pub(super) fn everything(page: &Page) -> Self {
        Self { container: 0, dropped: marked(page, |_, node, _| is_dropped_tag(node, true)) }
    }
}

/// Marks the nodes that a rule is true of, and all nodes in them; the rule is told whether it is inside an article.
fn marked(page: &Page, rule: impl Fn(usize, &Node, bool) -> bool) -> Vec<bool> {
    let mut marks = vec![false; page.nodes.len()];
    let mut in_article = vec![false; page.nodes.len()];
    for (index, node) in page.nodes.iter().enumerate() {
        let inside = in_article.get(node.parent) == Some(&true) || matches!(node.name(), "article" | "main");
        let mark = marks.get(node.parent) == Some(&true) || rule(index, node, inside);
        if let (Some(slot), Some(article)) = (marks.get_mut(index), in_article.get_mut(index)) {
            (*slot, *article) = (mark, inside);
        }
    }
    marks
}

/// A time between the blocks is when the page was published; one in a paragraph belongs to its sentence.
fn is_time_stamp(page: &Page, node: &Node) -> bool {
    let around = page.nodes.get(node.parent).map_or("", |parent| parent.name());
    node.name() == "time" && (CONTAINERS.contains(&around) || around == "header")
}

/// Too much to be dropped for a word: four tenths of the page's prose, or a long paragraph.
fn holds_much(node: &Node, weights: &Weights, index: usize, total: usize) -> bool {
    let prose = Weights::at(&weights.prose, index);
    (prose > 0 && prose * 10 >= total * 4) || (node.name() == "p" && prose >= LONG_PARAGRAPH)
}

/// Lists of links, and lines that are nothing but one.
fn is_link_dense(node: &Node, weights: &Weights, index: usize) -> bool {
    let (text, link) = (Weights::at(&weights.text, index), Weights::at(&weights.link, index));
    match node.name() {
        "div" | "section" | "ul" | "ol" | "table" | "dl" => text > 0 && link * 10 > text * 6,
        "p" | "li" | "h2" | "h3" | "h4" | "h5" | "h6" => link > 0 && link * 10 > text * 9 && text < 150,
        _ => false,
    }
}

/// The node that holds the article.
fn container(page: &Page, dropped: &[bool], weights: &Weights) -> usize {
    let total = Weights::at(&weights.prose, 0);
    if total == 0 {
        return 0;
    }
    let heaviest = |is_one: &dyn Fn(&Node) -> bool| {
        let mut behind = 0;
        let mut best: Option<(usize, usize)> = None;
        for (index, node) in page.elements() {
            // Of two that are nested, the outer one: the inner may lack the lead.
            if index < behind || dropped.get(index) != Some(&false) || !is_one(node) {
                continue;
            }
            behind = node.end;
            let prose = Weights::at(&weights.prose, index);
            if prose * 2 >= total && best.is_none_or(|(_, most)| prose > most) {
                best = Some((index, prose));
            }
        }
        best.map(|(index, _)| index)
    };
    let is_article = |node: &Node| node.name() == "article" || node.attr("role") == Some("article");
    let is_main = |node: &Node| node.name() == "main" || node.attr("role") == Some("main");
    let is_body = |node: &Node| node.attr("itemprop").is_some_and(|value| value.to_ascii_lowercase().contains("articlebody"));
    if let Some(article) = heaviest(&is_article) {
        return article;
    }
    let start = heaviest(&is_main).or_else(|| heaviest(&is_body)).unwrap_or(0);
    innermost(page, dropped, weights, start)
}

/// Goes from a node to the one in it that holds nearly all of its prose, as long as there is one.
fn innermost(page: &Page, dropped: &[bool], weights: &Weights, start: usize) -> usize {
    let mut at = start;
    // An introduction counts as lead only below the page's headline; above it, it is the site's.
    let headline = page.elements().find(|(index, node)| node.name() == "h1" && dropped.get(*index) == Some(&false));
    let headline = headline.map_or(usize::MAX, |(index, _)| index);
    loop {
        let prose = Weights::at(&weights.prose, at);
        let mut before = 0;
        let mut heavy = None;
        for child in page.children(at).filter(|&child| dropped.get(child) == Some(&false)) {
            let inside = Weights::at(&weights.prose, child);
            if inside * 100 >= prose * 85 {
                heavy = Some(child);
                break;
            }
            before += if child > headline { inside.max(lead(page, weights, child)) } else { 0 };
        }
        match heavy {
            Some(child) if before == 0 && page.nodes.get(child).is_some_and(can_contain) => at = child,
            _ => return at,
        }
    }
}

/// The weight of a lead that is too short for prose: a paragraph that is a whole sentence.
fn lead(page: &Page, weights: &Weights, index: usize) -> usize {
    let (text, link) = (Weights::at(&weights.text, index), Weights::at(&weights.link, index));
    let is_paragraph = page.nodes.get(index).is_some_and(|node| node.name() == "p");
    let is_sentence = || page.text(index).trim_end().ends_with(['.', '!', '?', '”', '"']);
    if is_paragraph && text >= SHORTEST_LEAD && link * 2 < text && is_sentence() { text } else { 0 }
}

fn can_contain(node: &Node) -> bool {
    CONTAINERS.contains(&node.name())
}

/// Articles in the article are teasers of other stories, unless they make most of it, as in a live blog.
fn drop_nested_articles(page: &Page, container: usize, weights: &Weights, dropped: &mut [bool]) {
    let Some(outer) = page.nodes.get(container) else {
        return;
    };
    let inside = |(index, node): &(usize, &Node)| *index > container && *index < outer.end && node.name() == "article";
    let mut nested = Vec::new();
    let mut behind = 0;
    for (index, node) in page.elements().filter(inside) {
        if index >= behind && dropped.get(index) == Some(&false) {
            nested.push((index, node.end));
            behind = node.end;
        }
    }
    let prose: usize = nested.iter().map(|&(index, _)| Weights::at(&weights.prose, index)).sum();
    if prose * 2 >= Weights::at(&weights.prose, container) {
        return;
    }
    for (start, end) in nested {
        if let Some(marks) = dropped.get_mut(start..end) {
            marks.fill(true);
        }
    }
}
