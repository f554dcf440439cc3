//! The rows that every format writes in its tests, and reads back: cells of every kind, empty, long, foreign, formula-like.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::{CsvStyle, DocumentRows, Format, Writer, filed};
use crate::tables::{Cell, CellKind, Column, PROBLEMS, Rows, TABLES, Table};

/// Rows of each table in a document that has some.
const ROWS: usize = 5;
const DOCUMENTS: [&str; ROWS] = ["north/one", "empty", "=two", "süd/東京", "last \"quoted\""];

/// What the columns of a kind hold in the rows of a document.
fn cell(kind: CellKind, n: usize) -> Cell<'static> {
    let words = |words: [&str; ROWS]| if words[n].is_empty() { Cell::Empty } else { Cell::Text(words[n].to_owned().into()) };
    let numbers = [Cell::Number(0), Cell::Empty, Cell::Number(12), Cell::Number(1 << 53), Cell::Number(4_000_000_000)];
    let shares = [Cell::Share(0.9), Cell::Empty, Cell::Share(0.0), Cell::Share(1.0), Cell::Share(0.85)];
    let lists: [&[&'static str]; ROWS] = [&[], &["one"], &["+a", "b c"], &["é", "東京", "\"q\", r"], &["OPCW", "Putin"]];
    let long = "ż".repeat(40_000);
    match kind {
        CellKind::Id => words(["x1", "", "x3", "x4", "x5"]),
        CellKind::Text => words(["Kita Province", "", "=1+1", "Zażółć 🌍\r\nsecond \"line\"; \tend", &long]),
        CellKind::Article => words([&long, "", "-1", "a\nb", "c"]),
        CellKind::Day => words(["2013-08-21", "", "1867-07-01", "9999-12-31", "1900-03-01"]),
        CellKind::Date => words(["2013-08-21", "", "2013", "2013-08", "1900-02-28"]),
        CellKind::Number => numbers[n].clone(),
        CellKind::Share => shares[n].clone(),
        CellKind::Flag => [Cell::Flag(true), Cell::Empty, Cell::Flag(false), Cell::Flag(true), Cell::Flag(false)][n].clone(),
        CellKind::List => Cell::List(lists[n].iter().map(|item| Cow::Borrowed(*item)).collect()),
    }
}

/// Row `n` of a document, its ids leading where the table says.
fn row(table: &Table, document: usize, n: usize) -> Vec<Cell<'static>> {
    let id = |table: &str| Cell::Text(format!("{}{}", &table[..1], n + 1).into());
    let cell = |column: &Column| {
        let pointer = table.pointers.iter().find(|pointer| pointer.column == column.name);
        match pointer {
            _ if column.name == "doc_id" => Cell::Text(DOCUMENTS[document].into()),
            _ if table.key.last() == Some(&column.name) => id(table.name),
            Some(pointer) if pointer.table == "documents" => {
                if document == 3 {
                    Cell::Text(DOCUMENTS[0].into())
                } else {
                    Cell::Empty
                }
            }
            Some(pointer) if pointer.always || n != 1 => id(pointer.table),
            Some(_) => Cell::Empty,
            None => cell(column.kind, n),
        }
    };
    table.columns.iter().map(cell).collect()
}

/// Five documents, one of which has nothing but itself.
pub(super) fn documents() -> Vec<DocumentRows<'static>> {
    (0..ROWS)
        .map(|document| {
            TABLES.map(|table| match (table.name, document) {
                ("documents", _) => vec![row(table, document, document)],
                (_, 1) => Vec::new(),
                _ => (0..ROWS).map(|n| row(table, document, n)).collect(),
            })
        })
        .collect()
}

/// The rows of `problems`.
pub(super) fn problems() -> Rows<'static> {
    (0..ROWS).map(|n| PROBLEMS.columns.iter().map(|column| cell(column.kind, n)).collect()).collect()
}

/// Writes documents and problems to a folder.
pub(super) fn write(format: Format, documents: &[DocumentRows<'_>], problems: &Rows<'_>) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut writer: Box<dyn Writer> = format.create(folder.path(), CsvStyle::default()).unwrap();
    documents.iter().for_each(|rows| writer.document(rows).unwrap());
    writer.finish(problems).unwrap().into_iter().for_each(|file| file.name().unwrap());
    folder
}

/// Writes the rows and reads each table back: the cells must be those that the format `shows`.
pub(super) fn is_read_back(
    format: Format,
    read: impl Fn(&Path, &Table) -> Rows<'static>,
    shows: impl Fn(CellKind, Cell<'static>) -> Option<Cell<'static>>,
) {
    let (documents, problems) = (documents(), problems());
    let folder = write(format, &documents, &problems);
    for (n, table) in filed().enumerate() {
        let of_documents = documents.iter().filter_map(|document| document.get(n)).flatten();
        let rows = of_documents.chain(problems.iter().filter(|_| n == TABLES.len()));
        let expected: Rows<'_> =
            rows.map(|row| row.iter().zip(table.columns).filter_map(|(cell, column)| shows(column.kind, cell.clone())).collect()).collect();
        let found = read(folder.path(), table);
        assert_eq!(found.len(), expected.len(), "rows of {}", table.name);
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{}", table.name);
        }
    }
}

/// Writes the rows twice: equal rows make equal files.
pub(super) fn is_repeatable(format: Format) {
    let files = |folder: &TempDir| -> BTreeMap<_, _> {
        let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| (path.file_name().unwrap().to_owned(), fs::read(&path).unwrap())).collect()
    };
    let (first, second) = (write(format, &documents(), &problems()), write(format, &documents(), &problems()));
    let (first, second) = (files(&first), files(&second));
    assert!(!first.is_empty() && first.keys().eq(second.keys()));
    for (name, bytes) in &first {
        assert!(*bytes == second[name], "{} differs from run to run", name.display());
    }
}

/// Writes no rows: every table is there all the same.
pub(super) fn is_there_without_rows(format: Format, read: impl Fn(&Path, &Table) -> Rows<'static>) {
    let folder = write(format, &[], &Vec::new());
    for table in filed() {
        assert_eq!(read(folder.path(), table).len(), 0, "{}", table.name);
    }
}
