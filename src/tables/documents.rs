//! `documents`: one row an article.

use std::borrow::Cow;

use super::CellKind::{Article, Date, Id, List, Number, Text};
use super::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "Id of the document, unique in a run", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "path", kind: Text, about: "The file it was read from", cell: |v, _| Cell::text(&v.meta.path) },
    Column { name: "headline", kind: Text, about: "The headline", cell: |v, _| Cell::text(&v.meta.headline) },
    Column {
        name: "date_published",
        kind: Date,
        about: "The article's date: a day, or a month or year where no more is known",
        cell: |v, _| Cell::text(&v.meta.date_published),
    },
    Column {
        name: "date_source",
        kind: Text,
        about: "How the date is known: option, metadata, dateline, filename, text",
        cell: |v, _| Cell::text(&v.meta.date_source),
    },
    Column {
        name: "dateline_place",
        kind: Text,
        about: "The place of the dateline, as written",
        cell: |v, _| v.maybe_words(v.linked.dateline),
    },
    Column { name: "source", kind: Text, about: "The outlet", cell: |v, _| Cell::text(&v.meta.source) },
    Column { name: "byline", kind: Text, about: "Who wrote it", cell: |v, _| Cell::text(&v.meta.byline) },
    Column { name: "url", kind: Text, about: "Where it was published", cell: |v, _| Cell::text(&v.meta.url) },
    Column {
        name: "language",
        kind: Text,
        about: "ISO 639-1 code of the language, where detected",
        cell: |v, _| Cell::text(&v.meta.language),
    },
    Column {
        name: "characters",
        kind: Number,
        about: "Length of the text in Unicode code points",
        cell: |v, _| Cell::count(v.characters()),
    },
    Column { name: "sentences", kind: Number, about: "Sentences in the text", cell: |v, _| Cell::count(v.document.sentences().len()) },
    Column { name: "actors", kind: Number, about: "Rows in actors", cell: |v, _| Cell::count(v.linked.actors.len()) },
    Column { name: "dates", kind: Number, about: "Rows in dates", cell: |v, _| Cell::count(v.linked.dates.len()) },
    Column { name: "casualties", kind: Number, about: "Rows in casualties", cell: |v, _| Cell::count(v.linked.claims.len()) },
    Column { name: "plan_steps", kind: Number, about: "Rows in plan_steps", cell: |v, _| Cell::count(v.steps().len()) },
    Column {
        name: "killed_low",
        kind: Number,
        about: "Killed in the main incident, lower bound",
        cell: |v, _| Cell::number(v.linked.figures.killed.low),
    },
    Column {
        name: "killed_best",
        kind: Number,
        about: "Killed in the main incident, best number",
        cell: |v, _| Cell::number(v.linked.figures.killed.best),
    },
    Column {
        name: "killed_high",
        kind: Number,
        about: "Killed in the main incident, upper bound",
        cell: |v, _| Cell::number(v.linked.figures.killed.high),
    },
    Column {
        name: "injured_low",
        kind: Number,
        about: "Injured in the main incident, lower bound",
        cell: |v, _| Cell::number(v.linked.figures.injured.low),
    },
    Column {
        name: "injured_best",
        kind: Number,
        about: "Injured in the main incident, best number",
        cell: |v, _| Cell::number(v.linked.figures.injured.best),
    },
    Column {
        name: "injured_high",
        kind: Number,
        about: "Injured in the main incident, upper bound",
        cell: |v, _| Cell::number(v.linked.figures.injured.high),
    },
    Column { name: "duplicate_of", kind: Id, about: "The document that this one repeats", cell: |v, _| Cell::text(&v.meta.duplicate_of) },
    Column {
        name: "warnings",
        kind: List,
        about: "What was done to the text, and what was doubtful",
        cell: |v, _| Cell::List(v.meta.warnings.iter().map(|w| Cow::Borrowed(w.as_str())).collect()),
    },
    Column { name: "text", kind: Article, about: "The article text that offsets point into", cell: |v, _| Cell::text(v.document.text()) },
];
