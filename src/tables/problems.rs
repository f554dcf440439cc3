//! `problems`: one row a file or record that could not be read.

use std::borrow::Cow;

use super::CellKind::{Number, Text};
use super::{Cell, Column, Rows, Table};
use crate::error::Problem;

/// One row a problem. Its cells come from [`problem_rows`]: a problem belongs to no document.
pub const PROBLEMS: Table = Table { name: "problems", columns: COLUMNS, key: &[], pointers: &[], count: |_| 0 };

const COLUMNS: &[Column] = &[
    Column { name: "path", kind: Text, about: "The file as named or found", cell: |_, _| Cell::Empty },
    Column { name: "record", kind: Number, about: "The record in it, counted from 1", cell: |_, _| Cell::Empty },
    Column { name: "line", kind: Number, about: "The line in it, counted from 1", cell: |_, _| Cell::Empty },
    Column {
        name: "kind",
        kind: Text,
        about: "What was wrong: unreadable, not_found, empty, binary, too_large, malformed ...",
        cell: |_, _| Cell::Empty,
    },
    Column { name: "message", kind: Text, about: "What was wrong and what is allowed, in words", cell: |_, _| Cell::Empty },
];

/// The rows of the `problems` table.
pub fn problem_rows(problems: &[Problem]) -> Rows<'_> {
    problems
        .iter()
        .map(|problem| {
            vec![
                Cell::text(&problem.path),
                Cell::number(problem.record),
                Cell::number(problem.line),
                Cell::Text(Cow::Borrowed(problem.kind.name())),
                Cell::text(&problem.message),
            ]
        })
        .collect()
}
