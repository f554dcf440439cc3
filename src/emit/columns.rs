//! Where a column stands in the rows of its table: found by name when the program is built.

use crate::tables::{Cell, TABLES};

/// The place of a table in [`TABLES`]. A name that no table has doesn't compile.
pub(super) const fn table(name: &str) -> usize {
    let mut n = 0;
    while !same(TABLES[n].name, name) {
        n += 1;
    }
    n
}

/// The place of a column in a table. A name that no column has doesn't compile.
pub(super) const fn column(in_table: usize, name: &str) -> usize {
    let mut n = 0;
    while !same(TABLES[in_table].columns[n].name, name) {
        n += 1;
    }
    n
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut n = 0;
    while n < a.len() && n < b.len() && a[n] == b[n] {
        n += 1;
    }
    n == a.len() && n == b.len()
}

/// The words of a cell; none where it is empty.
pub(super) fn words<'a>(cell: &'a Cell<'_>) -> &'a str {
    if let Cell::Text(words) = cell { words } else { "" }
}

/// The number in a cell; 0 where it is empty.
pub(super) fn number(cell: &Cell<'_>) -> usize {
    if let Cell::Number(n) = cell { usize::try_from(*n).unwrap_or(usize::MAX) } else { 0 }
}
