//! Formats of tools in which people annotate text, and of programs that learn from it.
//!
//! They all need the same: the article's text, and where in it something was found. [`Marked`] reads this from the rows,
//! [`brat`], [`doccano`], [`bio`] and [`timeml`] write it. Offsets are code points, as in the tables and in these tools.
//! brat and TimeML want a file for each document: [`names`] makes names for them from ids.

mod bio;
mod brat;
mod doccano;
mod names;
mod timeml;

pub(super) use bio::BioWriter;
pub(super) use brat::BratWriter;
pub(super) use doccano::DoccanoWriter;
pub(super) use timeml::TimemlWriter;

use super::DocumentRows;
use super::columns::{column, number, table, words};
use crate::tables::Cell;

const DOCUMENTS: usize = table("documents");
const ACTORS: usize = table("actors");
const MENTIONS: usize = table("actor_mentions");

/// What is marked: where its rows stand, and which of their columns say what.
struct Layer {
    name: &'static str,
    table: usize,
    id: usize,
    start: usize,
    end: usize,
    rule: usize,
    kind: Kind,
}

/// How rows of a layer are told apart.
enum Kind {
    /// By a column.
    Column(usize),
    /// By the kind of the actor that is mentioned.
    Actor,
    /// Not at all.
    One,
}

impl Layer {
    const fn new(name: &'static str, in_table: &str, id: &str, kind: Kind) -> Self {
        let table = table(in_table);
        let (start, end) = (column(table, "start_char"), column(table, "end_char"));
        Self { name, table, id: column(table, id), start, end, rule: column(table, "rule"), kind }
    }
}

const LAYERS: [Layer; 5] = [
    Layer::new("actor", "actor_mentions", "mention_id", Kind::Actor),
    Layer::new("date", "dates", "date_id", Kind::Column(column(table("dates"), "timex_type"))),
    Layer::new("casualty", "casualties", "casualty_id", Kind::Column(column(table("casualties"), "harm"))),
    Layer::new("plan", "plans", "plan_id", Kind::One),
    Layer::new("plan_step", "plan_steps", "step_id", Kind::One),
];

/// Words that were found, from `start` to `end` in code points.
struct Mark<'a> {
    layer: &'static str,
    row: &'a [Cell<'a>],
    kind: &'a str,
    id: &'a str,
    rule: &'a str,
    start: usize,
    end: usize,
}

/// An article with what is marked in it, in the order of the text, the longer of two that begin together first.
struct Marked<'a> {
    doc_id: &'a str,
    text: &'a str,
    marks: Vec<Mark<'a>>,
    /// The byte at which each code point begins, and the end of the text.
    bytes: Vec<usize>,
}

impl<'a> Marked<'a> {
    /// Reads the rows of one document.
    fn read(rows: &'a DocumentRows<'_>) -> Self {
        let mut marks: Vec<_> = LAYERS.iter().flat_map(|layer| rows[layer.table].iter().map(|row| mark(layer, row, rows))).collect();
        marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
        let text = about(rows, const { column(DOCUMENTS, "text") });
        let bytes = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
        Self { doc_id: about(rows, const { column(DOCUMENTS, "doc_id") }), text, marks, bytes }
    }

    /// The words between two code points.
    fn words(&self, start: usize, end: usize) -> &'a str {
        let byte = |point: usize| self.bytes.get(point).copied().unwrap_or(self.text.len());
        self.text.get(byte(start)..byte(end)).unwrap_or_default()
    }

    /// The marks of one layer that lie in no other of it: for formats in which marks don't overlap.
    fn outermost(&self, layer: &str) -> Vec<&Mark<'a>> {
        let mut outermost: Vec<&Mark<'a>> = Vec::new();
        for mark in self.marks.iter().filter(|mark| mark.layer == layer) {
            if outermost.last().is_none_or(|last| last.end <= mark.start) {
                outermost.push(mark);
            }
        }
        outermost
    }
}

fn mark<'a>(layer: &Layer, row: &'a [Cell<'_>], rows: &'a DocumentRows<'_>) -> Mark<'a> {
    let kind = match layer.kind {
        Kind::Column(column) => words(&row[column]),
        Kind::Actor => kind_of_actor(rows, words(&row[const { column(MENTIONS, "actor_id") }])),
        Kind::One => layer.name,
    };
    Mark {
        layer: layer.name,
        row,
        kind,
        id: words(&row[layer.id]),
        rule: words(&row[layer.rule]),
        start: number(&row[layer.start]),
        end: number(&row[layer.end]),
    }
}

/// The kind of the actor with this id. Ids count the rows: `a3` is the third.
fn kind_of_actor<'a>(rows: &'a DocumentRows<'_>, id: &str) -> &'a str {
    let place = id.trim_start_matches('a').parse::<usize>().unwrap_or_default();
    rows[ACTORS].get(place.wrapping_sub(1)).map_or("", |row| words(&row[const { column(ACTORS, "kind") }]))
}

/// What a column of `documents` says of this article.
fn about<'a>(rows: &'a DocumentRows<'_>, column: usize) -> &'a str {
    rows[DOCUMENTS].first().map_or("", |row| words(&row[column]))
}
