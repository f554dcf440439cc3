//! From the article's nodes to lines of plain text.
//!
//! Blocks are parted by a blank line; items of a list and rows of a table stand on lines of their own without one.
//! White space is collapsed as browsers do, so that a line break in the source is a space in the text, and characters
//! that nobody sees (soft hyphens, zero-width spaces) go, because they would part words in two.

use super::content::Content;
use super::page::{Kind, Page};
use super::weights::is_block;

/// A table cell with more characters than this makes its table a means of layout.
const LONGEST_CELL: usize = 300;

/// One piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Without line breaks at its ends; `<br>` gives one inside.
    pub text: String,
    /// What it is, which says how it is parted from the next.
    pub shape: Shape,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A paragraph or a heading, with a blank line around it.
    Paragraph,
    /// An item of a list: no blank line to the next one.
    Item,
    /// A row of a table, likewise.
    Row,
}

/// The article as blocks.
pub(super) fn blocks(page: &Page, content: &Content) -> Vec<Block> {
    let layout = layout_tables(page);
    let mut writer = Writer::default();
    let mut open: Vec<usize> = Vec::new();
    let mut index = content.container;
    let end = page.nodes.get(index).map_or(0, |node| node.end);
    while let Some(node) = page.nodes.get(index).filter(|_| index < end) {
        while let Some(&last) = open.last()
            && page.nodes.get(last).is_some_and(|block| block.end <= index)
        {
            open.pop();
            writer.close(page.nodes.get(last).map_or("", |block| block.name()));
        }
        if content.dropped.get(index) == Some(&true) {
            index = node.end;
            continue;
        }
        match node.kind {
            Kind::Text(text) => writer.text(text),
            Kind::Element(_) if node.name() == "br" => writer.line_break(),
            Kind::Element(_) if is_block(node.name()) => {
                open.push(index);
                let is_layout = layout.get(index) == Some(&true);
                writer.open(node.name(), is_layout, node.attr("start"));
            }
            Kind::Element(_) | Kind::Other => {}
        }
        index += 1;
    }
    writer.flush();
    writer.blocks
}

/// The blocks of text that is not HTML, or holds some.
pub(super) fn blocks_of_lines(text: &str) -> Vec<Block> {
    let text = if text.contains("</") { super::text_of_fragment(text) } else { text.to_owned() };
    let mut writer = Writer::default();
    for line in text.lines() {
        writer.text(line);
        writer.flush();
    }
    writer.blocks
}

/// The whole text.
pub(super) fn join(blocks: &[Block]) -> String {
    let mut text = String::new();
    let mut last = Shape::Paragraph;
    for block in blocks {
        if !text.is_empty() {
            let is_tight = block.shape == last && last != Shape::Paragraph;
            text.push_str(if is_tight { "\n" } else { "\n\n" });
        }
        text.push_str(&block.text);
        last = block.shape;
    }
    text
}

/// For each node, whether it stands in a table that lays out the page instead of showing data.
fn layout_tables(page: &Page) -> Vec<bool> {
    let count = page.nodes.len();
    let (mut table_of, mut characters) = (vec![0; count], vec![0_usize; count]);
    let mut is_layout = vec![false; count];
    for (index, node) in page.nodes.iter().enumerate() {
        let outer = table_of.get(node.parent).copied().unwrap_or(0);
        let own = if node.name() == "table" { index } else { outer };
        if let Some(slot) = table_of.get_mut(index) {
            *slot = own;
        }
        if own != outer
            && let Some(slot) = is_layout.get_mut(outer)
        {
            *slot = true;
        }
        if let (Kind::Text(text), Some(slot)) = (node.kind, characters.get_mut(index)) {
            *slot = text.len();
        }
    }
    for (index, node) in page.nodes.iter().enumerate().skip(1).rev() {
        let inside = characters.get(index).copied().unwrap_or(0);
        if let Some(slot) = characters.get_mut(node.parent) {
            *slot += inside;
        }
        if matches!(node.name(), "td" | "th") && inside > LONGEST_CELL {
            let table = table_of.get(index).copied().unwrap_or(0);
            if let Some(slot) = is_layout.get_mut(table) {
                *slot = true;
            }
        }
    }
    table_of.iter().map(|&table| table == 0 || is_layout.get(table) == Some(&true)).collect()
}

/// Writes blocks as the nodes come.
#[derive(Debug, Default)]
struct Writer {
    blocks: Vec<Block>,
    line: String,
    /// White space was met that is written when a word follows.
    is_spaced: bool,
    /// The mark of a list item that its first line will carry.
    mark: Option<String>,
    /// The next number of each open list; none for lists without numbers.
    lists: Vec<Option<usize>>,
    /// How many cells the open row has; none outside rows of data.
    row: Option<usize>,
    /// How many `<pre>` are open.
    preformatted: usize,
}

impl Writer {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c == '\n' && self.preformatted > 0 {
                self.line_break();
            } else if c.is_whitespace() {
                self.is_spaced = true;
            } else if !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}') {
                if self.is_spaced && !self.line.is_empty() && !self.line.ends_with(['\n', ' ']) {
                    self.line.push(' ');
                }
                self.is_spaced = false;
                self.line.push(c);
            }
        }
    }

    /// One break is a line, two are a paragraph.
    fn line_break(&mut self) {
        if self.row.is_some() {
            self.is_spaced = true;
        } else if self.line.ends_with('\n') {
            self.flush();
        } else if !self.line.is_empty() {
            self.line.push('\n');
            self.is_spaced = false;
        }
    }

    fn open(&mut self, name: &str, is_layout: bool, start: Option<&str>) {
        match name {
            "tr" if !is_layout => {
                self.flush();
                self.row = Some(0);
            }
            "td" | "th" if self.row.is_some() => {
                let cells = self.row.unwrap_or(0);
                if cells > 0 {
                    self.line.push_str(" | ");
                }
                self.is_spaced = false;
                self.row = Some(cells + 1);
            }
            _ if self.row.is_some() => self.is_spaced = true,
            _ => self.flush(),
        }
        match name {
            "ol" => self.lists.push(Some(start.and_then(|start| start.trim().parse().ok()).unwrap_or(1))),
            "ul" | "dir" => self.lists.push(None),
            "li" => self.mark = Some(self.next_mark()),
            "pre" => self.preformatted += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "tr" => {
                self.flush();
                self.row = None;
            }
            _ if self.row.is_some() => self.is_spaced = true,
            _ => self.flush(),
        }
        match name {
            "ol" | "ul" | "dir" => drop(self.lists.pop()),
            "li" => self.mark = None,
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            _ => {}
        }
    }

    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            _ => "- ".to_owned(),
        }
    }

    /// Ends the block that was being written, if it holds a word.
    fn flush(&mut self) {
        self.is_spaced = false;
        let text = std::mem::take(&mut self.line);
        let text = text.trim();
        if !text.chars().any(|c| !c.is_whitespace() && c != '|') {
            return;
        }
        let mark = self.mark.take();
        let shape = match (self.row, &mark) {
            (Some(_), _) => Shape::Row,
            (None, Some(_)) => Shape::Item,
            (None, None) => Shape::Paragraph,
        };
        let text = mark.unwrap_or_default() + text;
        self.blocks.push(Block { text, shape });
    }
}
