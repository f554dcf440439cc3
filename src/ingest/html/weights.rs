//! How much text a node holds, how much of it in links, and how much that is prose.

use super::page::{Kind, Page};

/// Text of a block counts as prose from this many characters on.
const PROSE: usize = 40;
/// They begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Whether a name is that of an element that stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// How many characters each node holds, white space not counted, dropped nodes left out.
#[derive(Debug)]
pub(super) struct Weights {
    /// All of it.
    pub text: Vec<usize>,
    /// What stands in links.
    pub link: Vec<usize>,
    /// What stands outside links, in blocks that hold some length of it.
    pub prose: Vec<usize>,
}

impl Weights {
    /// Adds up, in two loops.
    pub(super) fn of(page: &Page, dropped: &[bool]) -> Self {
        let count = page.nodes.len();
        let (mut text, mut link, mut prose) = (vec![0; count], vec![0; count], vec![0; count]);
        let (mut own, mut block_of, mut in_link) = (vec![0; count], vec![0; count], vec![false; count]);
        for (index, node) in page.nodes.iter().enumerate() {
            let name = node.name();
            let linked = in_link.get(node.parent) == Some(&true) || name == "a";
            let block = if is_block(name) { index } else { Self::at(&block_of, node.parent) };
            set(&mut in_link, index, linked);
            set(&mut block_of, index, block);
            if let (Kind::Text(characters), Some(false)) = (node.kind, dropped.get(index)) {
                let weight = characters.chars().filter(|c| !c.is_whitespace()).count();
                set(&mut text, index, weight);
                set(&mut link, index, if linked { weight } else { 0 });
                let in_block = Self::at(&own, block) + if linked { 0 } else { weight };
                set(&mut own, block, in_block);
            }
        }
        // What a node holds stands behind it, so from the end on all sums are complete when they are needed.
        for (index, node) in page.nodes.iter().enumerate().skip(1).rev() {
            let own = Self::at(&own, index);
            let inside = Self::at(&prose, index) + if own >= PROSE { own } else { 0 };
            set(&mut prose, index, inside);
            for sums in [&mut text, &mut link, &mut prose] {
                let sum = Self::at(sums, node.parent) + Self::at(sums, index);
                set(sums, node.parent, sum);
            }
        }
        Self { text, link, prose }
    }

    /// The weight of one node.
    pub(super) fn at(weights: &[usize], index: usize) -> usize {
        weights.get(index).copied().unwrap_or(0)
    }
}

fn set<T>(values: &mut [T], index: usize, value: T) {
    if let Some(slot) = values.get_mut(index) {
        *slot = value;
    }
}
