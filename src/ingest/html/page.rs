//! A page as a flat list of nodes.
//!
//! The tree is walked once, without recursion, and laid out in document order: a node's parent stands before it, and
//! what it holds right behind it. Everything after is a loop over the list, forwards for what comes from outside (is
//! it in a link?), backwards for sums over what is inside.

use scraper::node::Element;
use scraper::{Html, Node as TreeNode};

/// What stands at one place of a page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'t> {
    /// The document itself, and what holds no text.
    Other,
    /// An element.
    Element(&'t Element),
    /// Characters.
    Text(&'t str),
}

/// One node and its place among the others.
#[derive(Debug)]
pub(super) struct Node<'t> {
    pub kind: Kind<'t>,
    /// The index of the node around it; the root's is its own.
    pub parent: usize,
    /// The index behind the last node in it.
    pub end: usize,
}

impl<'t> Node<'t> {
    /// The element's name; empty for other nodes.
    pub(super) fn name(&self) -> &'t str {
        match self.kind {
            Kind::Element(element) => element.name(),
            _ => "",
        }
    }

    /// An attribute's value.
    pub(super) fn attr(&self, name: &str) -> Option<&'t str> {
        match self.kind {
            Kind::Element(element) => element.attr(name),
            _ => None,
        }
    }
}

/// All nodes of a page in document order; a node's parent stands before it, what it holds right behind it.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub nodes: Vec<Node<'t>>,
}

impl<'t> Page<'t> {
    pub(super) fn new(html: &'t Html) -> Self {
        let mut nodes: Vec<Node<'t>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut at = html.tree.root();
        loop {
            let kind = match at.value() {
                TreeNode::Element(element) => Kind::Element(element),
                TreeNode::Text(text) => Kind::Text(text),
                _ => Kind::Other,
            };
            let parent = open.last().copied().unwrap_or(0);
            open.push(nodes.len());
            nodes.push(Node { kind, parent, end: 0 });
            if let Some(child) = at.first_child() {
                at = child;
                continue;
            }
            loop {
                let end = nodes.len();
                if let Some(node) = open.pop().and_then(|index| nodes.get_mut(index)) {
                    node.end = end;
                }
                if let Some(next) = at.next_sibling() {
                    at = next;
                    break;
                }
                match at.parent() {
                    Some(parent) => at = parent,
                    None => return Self { nodes },
                }
            }
        }
    }

    /// The elements, with their indices.
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, &Node<'t>)> {
        self.nodes.iter().enumerate().filter(|(_, node)| matches!(node.kind, Kind::Element(_)))
    }

    /// The nodes right inside one.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes.get(index).map_or(0, |node| node.end);
        std::iter::successors(Some(index + 1), |&child| self.nodes.get(child).map(|node| node.end)).take_while(move |&child| child < end)
    }

    /// All characters inside a node, as they stand.
    pub(super) fn text(&self, index: usize) -> String {
        let end = self.nodes.get(index).map_or(0, |node| node.end);
        let inside = self.nodes.get(index..end).unwrap_or_default();
        inside.iter().filter_map(|node| if let Kind::Text(text) = node.kind { Some(text) } else { None }).collect()
    }
}
