//! `dates`: one row a temporal expression.

use super::CellKind::{Day, Flag, Id, Number, Share, Text};
use super::{Cell, Column};
use crate::extract::dates::Anchor;

pub(super) const COLUMNS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "date_id", kind: Id, about: "Id of the expression", cell: |_, n| Cell::id('d', n) },
    Column {
        name: "timex_type",
        kind: Text,
        about: "TIMEX3 type: DATE, TIME, DURATION, SET",
        cell: |v, n| Cell::text(v.linked.dates[n].timex_type.name()),
    },
    Column { name: "timex_value", kind: Text, about: "TIMEX3 value", cell: |v, n| Cell::text(&v.linked.dates[n].value) },
    Column {
        name: "timex_mod",
        kind: Text,
        about: "TIMEX3 mod: START, MID, END, APPROX ...",
        cell: |v, n| Cell::maybe(v.linked.dates[n].modifier.map(|m| m.name())),
    },
    Column { name: "date_start", kind: Day, about: "First day that the value covers", cell: |v, n| Cell::day(v.linked.dates[n].begin) },
    Column { name: "date_end", kind: Day, about: "Last day that the value covers", cell: |v, n| Cell::day(v.linked.dates[n].end) },
    Column {
        name: "granularity",
        kind: Text,
        about: "How fine the value is: day, week, month ...",
        cell: |v, n| Cell::text(v.linked.dates[n].granularity.name()),
    },
    Column {
        name: "anchor",
        kind: Id,
        about: "What it was counted from: published, a date_id, or nothing for an absolute date",
        cell: |v, n| match v.linked.dates[n].anchor {
            Anchor::Absolute => Cell::Empty,
            Anchor::Published => Cell::text("published"),
            Anchor::Mention(d) => Cell::id('d', d),
        },
    },
    Column { name: "resolved", kind: Flag, about: "Whether the value is whole", cell: |v, n| Cell::Flag(v.linked.dates[n].resolved) },
    Column { name: "start_char", kind: Number, about: "First code point in the text", cell: |v, n| v.start(v.linked.dates[n].span) },
    Column { name: "end_char", kind: Number, about: "One past the last code point", cell: |v, n| v.end(v.linked.dates[n].span) },
    Column { name: "sentence", kind: Number, about: "The sentence, counted from 0", cell: |v, n| v.sentence(v.linked.dates[n].tokens) },
    Column { name: "text", kind: Text, about: "The words, exactly as they stand", cell: |v, n| v.words(v.linked.dates[n].span) },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(v.linked.dates[n].rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(v.linked.dates[n].confidence),
    },
];
