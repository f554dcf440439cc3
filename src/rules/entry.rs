//! A line of a word list, and its fields.

use super::vocabulary::Class;

/// One line of a list.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its class.
    pub class: Class,
    /// Which of the lists it stands in.
    pub(super) list: usize,
    /// The text of that list, and where its line stands there.
    pub(super) data: &'static str,
    pub(super) line: usize,
    /// Where each of its fields ends, counted from the line's first byte.
    pub(super) ends: &'static [[u8; 2]],
}

impl Entry {
    /// What stands in its first column.
    pub fn name(&self) -> &'static str {
        self.field(0)
    }

    /// What stands in column `n`, counted from 0; empty where there is none.
    pub fn field(&self, n: usize) -> &'static str {
        let end = |n: usize| self.ends.get(n).map_or(0, |end| usize::from(u16::from_le_bytes(*end)));
        let start = n.checked_sub(1).map_or(0, |before| end(before) + 1);
        self.data.get(self.line + start..self.line + end(n)).unwrap_or("")
    }
}
