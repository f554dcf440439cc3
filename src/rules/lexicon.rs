//! Word lists as data: tab-separated files that anyone can read, extend and check.
//!
//! Lines that start with `# ` tell what the list is and where its facts come from. The first other line names the columns;
//! the first column is the phrase. A column `aliases` holds further phrases of the same entry, parted by `;`; a column
//! `class` overrides the class of the file. A list with a column `lower` is one of everyday words: its words are known, with
//! the percentage of their uses that are written small, and no phrase of it is ever found.

use std::collections::BTreeSet;

use crate::error::{Error, Result};

/// How the phrases of a list must be written in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LexiconCase {
    /// In any case: "prime minister", "Prime Minister".
    Any,
    /// As in the list ("US", "May", "Turkey"), or in capitals where the whole sentence is in capitals.
    Exact,
}

/// A word list: a data file and how it is to be read.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon {
    /// Path within the source tree, or of the user's file: named in errors.
    pub file: &'static str,
    /// Its class: what patterns call `@class`. Rows with a `class` column have their own.
    pub class: &'static str,
    /// How its phrases must be written.
    pub case: LexiconCase,
    /// What stands in the file.
    pub data: &'static str,
}

/// One line of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub line: usize,
    pub class: &'static str,
    /// The fields, parted by tabs.
    pub words: &'static str,
}

impl Row {
    /// What stands in column `n`, counted from 0; empty where there is none.
    pub fn field(&self, n: usize) -> &'static str {
        field(self.words, n)
    }
}

/// Field `n` of a line.
pub(super) fn field(line: &'static str, n: usize) -> &'static str {
    let mut tabs = line.bytes().enumerate().filter(|(_, b)| *b == b'\t').map(|(at, _)| at);
    let start = match n.checked_sub(1).map(|before| tabs.nth(before)) {
        None => 0,
        Some(Some(tab)) => tab + 1,
        Some(None) => return "",
    };
    let end = tabs.next().unwrap_or(line.len());
    line.get(start..end).unwrap_or("")
}

impl Lexicon {
    /// Names of the columns.
    ///
    /// # Errors
    /// When the file has no header.
    pub fn columns(&self) -> Result<Vec<&'static str>> {
        let header = self.lines().next().map(|(_, line)| line.split('\t').collect());
        header.ok_or_else(|| self.wrong(1, "", "a line that names the columns"))
    }

    /// The rows, in the order of the file.
    pub(super) fn rows(&self) -> Result<Vec<Row>> {
        let columns = self.columns()?;
        let class_column = columns.iter().position(|c| *c == "class");
        let mut rows = Vec::with_capacity(self.data.len() / 32);
        for (line, words) in self.lines().skip(1) {
            if words.bytes().filter(|b| *b == b'\t').count() + 1 != columns.len() {
                return Err(self.wrong(line, words, &format!("{} columns parted by tabs: {}", columns.len(), columns.join(", "))));
            }
            if words.starts_with(['\t', ' ']) {
                return Err(self.wrong(line, words, "a phrase in the first column"));
            }
            rows.push(Row { line, class: class_column.map_or(self.class, |n| field(words, n)), words });
        }
        Ok(rows)
    }

    /// The classes that its rows have.
    ///
    /// # Errors
    /// When a line is not well-formed.
    pub fn classes(&self) -> Result<BTreeSet<&'static str>> {
        Ok(self.rows()?.iter().map(|row| row.class).collect())
    }

    /// Lines that hold something, counted from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &'static str)> + use<> {
        let data: &'static str = self.data;
        (1..).zip(data.lines()).filter(|(_, line)| !matches!(line.as_bytes(), [] | [b'#'] | [b'#', b' ', ..]))
    }

    /// Checks what a reader of the file relies on: well-formed rows, sorted and unique first columns within a class, or within
    /// a class and the time from which they hold (column `from`).
    ///
    /// # Errors
    /// Names the file, the line and what is allowed.
    pub fn check(&self) -> Result<()> {
        let rows = self.rows()?;
        let from = self.columns()?.iter().position(|column| *column == "from");
        let key = |row: &Row| (row.field(0), row.class, from.map_or("", |n| row.field(n)));
        for pair in rows.windows(2) {
            let [before, row] = pair else { continue };
            let (a, b) = (key(before), key(row));
            if a >= b {
                return Err(self.wrong(row.line, b.0, &format!("sorted and unique phrases: it stands behind {:?}", a.0)));
            }
        }
        match rows.iter().find(|row| row.words.split('\t').any(|field| field.trim() != field)) {
            Some(row) => Err(self.wrong(row.line, row.field(0), "fields without white space at their ends")),
            None => Ok(()),
        }
    }

    fn wrong(&self, line: usize, found: &str, allowed: &str) -> Error {
        Error::Value { what: format!("{}, line {line}", self.file), found: found.to_owned(), allowed: allowed.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(data: &'static str) -> Lexicon {
        Lexicon { file: "months.tsv", class: "month", case: LexiconCase::Any, data }
    }

    #[test]
    fn a_bad_line_is_named_with_what_is_allowed() {
        let message = |data| lexicon(data).check().map_err(|e| e.to_string());
        assert_eq!(message("# months\nname\tnumber\nApril\t4\nMay\t5\n"), Ok(()));
        assert_eq!(
            message("name\tnumber\nApril\n"),
            Err("months.tsv, line 2: found \"April\", allowed is 2 columns parted by tabs: name, number".into())
        );
        assert_eq!(
            message("name\nMay\nApril\n"),
            Err("months.tsv, line 3: found \"April\", allowed is sorted and unique phrases: it stands behind \"May\"".into())
        );
        assert_eq!(message("name\tfrom\nMarlow\t2013\nMarlow\t2015\n"), Ok(()));
        assert!(message("name\tfrom\nMarlow\t2013\nMarlow\t2013\n").is_err());
    }
}
