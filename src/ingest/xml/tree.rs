//! One element with all that is in it.

use quick_xml::events::{BytesStart, Event};

/// Elements in elements, at the most: agencies need a dozen.
pub(super) const MAX_DEPTH: usize = 128;

/// Elements that begin and end a line of text.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hl1",
    "hl2",
    "li",
    "tr",
    "ul",
    "ol",
    "table",
    "blockquote",
    "block",
    "br",
    "bq",
    "pre",
    "dt",
    "dd",
];

/// What stands in an element, in order.
#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// A name, attributes, and what stands inside.
#[derive(Debug, Default)]
pub(super) struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

impl Element {
    fn of(start: &BytesStart) -> Self {
        let attributes = start.attributes().flatten().map(|attribute| {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map(|value| value.into_owned()).unwrap_or_default();
            (attribute.key.local_name().as_ref().to_owned(), value)
        });
        Self { name: start.local_name().as_ref().to_owned(), attributes: attributes.collect(), nodes: Vec::new() }
    }

    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// An attribute's value, by its name without a prefix.
    pub(super) fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements right inside.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| if let Node::Element(element) = node { Some(element) } else { None })
    }

    /// The first element of a name right inside.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.name == name)
    }

    /// The elements of a name anywhere inside, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        let mut waiting: Vec<&Self> = vec![self];
        std::iter::from_fn(move || {
            loop {
                let element = waiting.pop()?;
                let first_new = waiting.len();
                waiting.extend(element.children());
                if let Some(new) = waiting.get_mut(first_new..) {
                    new.reverse();
                }
                if element.name == name && !std::ptr::eq(element, self) {
                    return Some(element);
                }
            }
        })
    }

    /// The first element of a name anywhere inside.
    pub(super) fn any<'a>(&'a self, name: &'a str) -> Option<&'a Self> {
        self.all(name).next()
    }

    /// All characters inside, with a line break where a block begins or ends.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut waiting: Vec<(&Self, usize)> = vec![(self, 0)];
        while let Some((element, at)) = waiting.pop() {
            match element.nodes.get(at) {
                None if is_block(element) => text.push_str("\n\n"),
                None => {}
                Some(node) => {
                    waiting.push((element, at + 1));
                    match node {
                        Node::Text(words) => text.push_str(words),
                        Node::Element(inner) => {
                            text.push_str(if is_block(inner) { "\n\n" } else { "" });
                            waiting.push((inner, 0));
                        }
                    }
                }
            }
        }
        text
    }

    /// The characters as one line; none where there are none.
    pub(super) fn line(&self) -> Option<String> {
        let words = self.text().split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }

    /// The text as paragraphs, white space made single spaces.
    pub(super) fn paragraphs(&self) -> String {
        let text = self.text();
        let blocks = text.split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
        blocks.filter(|block| !block.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

fn is_block(element: &Element) -> bool {
    BLOCKS.contains(&element.name.as_str())
}

/// Builds an element as its events come.
pub(super) struct Builder {
    open: Vec<Element>,
}

/// What an event did to the element that is being built.
pub(super) enum Step {
    Open,
    Closed(Element),
    TooDeep,
    Cut,
}

impl Builder {
    pub(super) fn new(start: &BytesStart) -> Self {
        Self { open: vec![Element::of(start)] }
    }

    pub(super) fn step(&mut self, event: &Event) -> Step {
        match event {
            Event::Eof => return Step::Cut,
            Event::Start(_) if self.open.len() >= MAX_DEPTH => return Step::TooDeep,
            Event::Start(start) => self.open.push(Element::of(start)),
            Event::Empty(start) => self.put(Node::Element(Element::of(start))),
            Event::Text(text) => self.text(text),
            Event::CData(text) => self.text(text),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().ok().flatten();
                match character {
                    Some(character) => self.text(character.encode_utf8(&mut [0; 4])),
                    None => self.text(named(reference)),
                }
            }
            Event::End(_) => {
                let Some(element) = self.open.pop() else { return Step::Cut };
                if self.open.is_empty() {
                    return Step::Closed(element);
                }
                self.put(Node::Element(element));
            }
            _ => {}
        }
        Step::Open
    }

    fn put(&mut self, node: Node) {
        if let Some(element) = self.open.last_mut() {
            element.nodes.push(node);
        }
    }

    fn text(&mut self, words: &str) {
        match self.open.last_mut().and_then(|element| element.nodes.last_mut()) {
            Some(Node::Text(text)) => text.push_str(words),
            _ => self.put(Node::Text(words.to_owned())),
        }
    }
}

/// The characters of XML's own entities, and of those that pages use most.
fn named(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        "mdash" => "—",
        "ndash" => "–",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "hellip" => "…",
        _ => "",
    }
}
