//! What on a page is no part of an article, by its tag or by a word in its class, its id or the name of its component.
//!
//! The words are data, in `clutter.txt`, one a line: a whole word, two that follow each other, or the beginning of one
//! (`newsletter*`).

use std::collections::HashSet;
use std::sync::LazyLock;

use super::page::Node;

/// Never the article's words, wherever they stand.
const DROPPED: &[&str] = &[
    "aside",
    "audio",
    "button",
    "canvas",
    "dialog",
    "embed",
    "figcaption",
    "figure",
    "footer",
    "iframe",
    "input",
    "label",
    "math",
    "menu",
    "nav",
    "noscript",
    "object",
    "option",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

static CLUTTER: LazyLock<Clutter> = LazyLock::new(|| Clutter::new(include_str!("clutter.txt")));

struct Clutter {
    whole: HashSet<&'static str>,
    pairs: HashSet<(&'static str, &'static str)>,
    beginnings: Vec<&'static str>,
}

impl Clutter {
    fn new(list: &'static str) -> Self {
        let mut clutter = Self { whole: HashSet::new(), pairs: HashSet::new(), beginnings: Vec::new() };
        for line in list.lines() {
            if let Some(pair) = line.split_once(' ') {
                clutter.pairs.insert(pair);
            } else if let Some(beginning) = line.strip_suffix('*') {
                clutter.beginnings.push(beginning);
            } else {
                clutter.whole.insert(line);
            }
        }
        clutter
    }
}

/// The header of an article holds its lead; that of a page holds none.
pub(super) fn is_dropped_tag(node: &Node, in_article: bool) -> bool {
    let name = node.name();
    DROPPED.contains(&name)
        || (name == "header" && !in_article)
        || node.attr("hidden").is_some()
        || node.attr("aria-hidden") == Some("true")
        || node.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
}

/// Whether it is clutter by a word of its class or id, or as a form: weak evidence, which its weight may outdo.
pub(super) fn is_clutter(node: &Node) -> bool {
    // Some systems wrap the whole page in a form, so it is evidence no stronger than a word.
    if node.name() == "form" {
        return true;
    }
    if matches!(node.name(), "" | "html" | "body" | "main" | "h1") {
        return false;
    }
    ["class", "id", "data-component", "data-testid"]
        .iter()
        .filter_map(|name| node.attr(name))
        .any(|value| names_clutter(value.get(..500).unwrap_or(value)))
}

/// Whether a class or id holds a word of the list, words being parted by `-`, `_`, white space or a capital.
fn names_clutter(value: &str) -> bool {
    let mut spaced = String::with_capacity(value.len() + 8);
    let mut after_small = false;
    for c in value.chars() {
        if c.is_uppercase() && after_small {
            spaced.push(' ');
        }
        after_small = c.is_lowercase();
        spaced.extend(if c.is_alphanumeric() { c } else { ' ' }.to_lowercase());
    }
    let words: Vec<_> = spaced.split_whitespace().collect();
    words.iter().any(|word| CLUTTER.whole.contains(word) || CLUTTER.beginnings.iter().any(|known| word.starts_with(known)))
        || words.iter().zip(words.iter().skip(1)).any(|(first, second)| CLUTTER.pairs.contains(&(*first, *second)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_unique_and_well_formed() {
        let lines: Vec<_> = include_str!("clutter.txt").lines().collect();
        assert!(lines.is_sorted_by(|a, b| a < b), "sort clutter.txt with LC_ALL=C sort -u");
        for line in lines {
            let words = line.strip_suffix('*').unwrap_or(line);
            assert!(words.split(' ').count() <= 2 && words.bytes().all(|byte| byte == b' ' || byte.is_ascii_lowercase()), "{line:?}");
        }
    }

    #[test]
    fn classes_are_read_word_by_word() {
        for class in ["related-stories", "c-Newsletter__form", "shareBar", "most-read", "story mostRead", "ad"] {
            assert!(names_clutter(class), "{class}");
        }
        for class in ["", "article-body", "headline", "dateline", "most-recent", "adapted", "unrelated", "story-read"] {
            assert!(!names_clutter(class), "{class}");
        }
    }
}
