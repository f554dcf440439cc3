//! From characters to a tree, in linear time.
//!
//! The parser is html5ever, which reads any bytes as browsers do. It walks up its stack of open elements at most tags,
//! so that a page of 200,000 nested `<div>`s would take quadratic time; [`Shallow`] stands between its two halves and
//! passes on no tag beyond a depth that pages written for people don't reach (browsers stop at 512). It also leaves
//! out tags that only change the look of words, and with them the costliest repairs of badly nested ones.
//!
//! What is incomplete: a single tag with very many attributes still takes quadratic time in the tokenizer.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{LocalName, TokenizerResult};
use scraper::{Html, HtmlTreeSink};

/// Elements nested deeper than this lose their tags and keep their text.
const MAX_DEPTH: usize = 256;

/// They change the look of words, not the text.
const LOOKS: &[&str] = &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// They hold nothing, or the parser itself closes them before the next of their kind: they don't add up to depth.
const SELF_LIMITING: &[&str] = &[
    "a", "area", "base", "basefont", "bgsound", "body", "br", "caption", "col", "colgroup", "embed", "frame", "head", "hr", "html", "img",
    "input", "keygen", "link", "meta", "p", "param", "script", "source", "style", "tbody", "td", "textarea", "tfoot", "th", "thead",
    "title", "tr", "track", "wbr",
];

/// The parser closes an open one of these before the next, unless another block stands between them.
const ITEMS: &[&str] = &["dd", "dt", "li"];

/// An end tag of another kind does not reach past these.
const WALLS: &[&str] = &["applet", "marquee", "object", "table", "template"];

/// The end tag of an element that is not among these does not reach past these.
const SPECIAL: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "iframe",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "noscript",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "ul",
    "xmp",
];

/// These end a drawing or a formula that they stand in, and are elements of the page again.
const BREAK_OUT: &[&str] = &[
    "blockquote",
    "center",
    "div",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "menu",
    "ol",
    "pre",
    "ruby",
    "span",
    "sub",
    "sup",
    "table",
    "ul",
    "var",
];

/// Parses a page; no bytes make it fail.
pub(super) fn page(text: &str) -> Html {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let sink = Shallow { builder, open: RefCell::default(), left_out: RefCell::default() };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    // A script or a named encoding only stops the tokenizer for those who would act on it.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

type Handle = <HtmlTreeSink as TreeSink>::Handle;

/// Passes tokens on to the tree builder, but for tags that would nest too deep.
struct Shallow {
    builder: TreeBuilder<Handle, HtmlTreeSink>,
    /// The elements that add to the depth, as far as they are open.
    open: RefCell<Vec<LocalName>>,
    /// How many tags of a name were left out, so that their end tags are left out as well.
    left_out: RefCell<HashMap<LocalName, usize>>,
}

impl TokenSink for Shallow {
    type Handle = Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Handle> {
        let passes = match &token {
            Token::TagToken(tag) => self.passes(tag),
            Token::CommentToken(_) | Token::ParseError(_) => false,
            _ => true,
        };
        if passes { self.builder.process_token(token, line_number) } else { TokenSinkResult::Continue }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Shallow {
    fn passes(&self, tag: &Tag) -> bool {
        let name = &*tag.name;
        if LOOKS.contains(&name) {
            return false;
        }
        if SELF_LIMITING.contains(&name) {
            return true;
        }
        match tag.kind {
            TagKind::StartTag => self.passes_start(tag),
            TagKind::EndTag => self.passes_end(&tag.name),
        }
    }

    fn passes_start(&self, tag: &Tag) -> bool {
        let in_drawing = self.adjusted_current_node_present_but_not_in_html_namespace();
        if tag.self_closing && in_drawing && !BREAK_OUT.contains(&&*tag.name) {
            return true;
        }
        let mut open = self.open.borrow_mut();
        close_before(&tag.name, &mut open);
        if open.len() >= MAX_DEPTH {
            *self.left_out.borrow_mut().entry(tag.name.clone()).or_default() += 1;
            return false;
        }
        open.push(tag.name.clone());
        true
    }

    /// Closes what the parser will close, or less: an estimate too deep costs tags, one too shallow would cost time.
    fn passes_end(&self, name: &LocalName) -> bool {
        if let Some(count) = self.left_out.borrow_mut().get_mut(name)
            && *count > 0
        {
            *count -= 1;
            return false;
        }
        let is_special = SPECIAL.contains(&&**name) || WALLS.contains(&&**name);
        let mut open = self.open.borrow_mut();
        let reaches = |other: &LocalName| !WALLS.contains(&&**other) && (is_special || !SPECIAL.contains(&&**other));
        let closed = open.iter().rposition(|other| other == name || !reaches(other));
        if let Some(place) = closed.filter(|&place| open.get(place) == Some(name)) {
            open.truncate(place);
        }
        true
    }
}

/// Closes the item that the parser closes when the next one begins.
fn close_before(name: &LocalName, open: &mut Vec<LocalName>) {
    let same_list = |other: &LocalName| {
        let is_item = ITEMS.contains(&&**other);
        is_item && (**other == *"li") == (**name == *"li")
    };
    if &**name == "option" && open.last().is_some_and(|last| &**last == "option") {
        open.pop();
    } else if ITEMS.contains(&&**name) {
        let blocks = |other: &LocalName| {
            let other = &**other;
            (SPECIAL.contains(&other) || WALLS.contains(&other)) && !matches!(other, "address" | "div")
        };
        let stop = open.iter().rposition(|other| same_list(other) || blocks(other));
        if let Some(place) = stop.filter(|&place| open.get(place).is_some_and(same_list)) {
            open.truncate(place);
        }
    }
}
