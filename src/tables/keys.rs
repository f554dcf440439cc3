//! How rows are told apart, and how they point at each other.
//!
//! A table says what its own key is and which of its columns hold ids of other tables. Ids are unique within a document,
//! so a row of `actors` is found by `doc_id` and `actor_id` together; every row has its document.

use super::{TABLES, Table};

/// A column that holds ids of a table.
pub struct Pointer {
    /// The column.
    pub column: &'static str,
    /// The table that it points into.
    pub table: &'static str,
    /// Whether every row points somewhere.
    pub always: bool,
}

impl Pointer {
    /// A column that is never empty.
    pub(super) const fn always(column: &'static str, table: &'static str) -> Self {
        Self { column, table, always: true }
    }

    /// A column that may be empty.
    pub(super) const fn maybe(column: &'static str, table: &'static str) -> Self {
        Self { column, table, always: false }
    }
}

/// Columns that together name a row of a table.
pub struct ForeignKey {
    /// The columns, in the order of the other table's key.
    pub columns: Vec<&'static str>,
    /// The other table.
    pub table: &'static Table,
    /// Whether none of the columns is ever empty.
    pub always: bool,
}

impl Table {
    /// What the rows point at, in the order of the columns.
    pub fn foreign_keys(&self) -> impl Iterator<Item = ForeignKey> + use<'_> {
        self.pointers.iter().filter_map(|pointer| {
            let table = TABLES.into_iter().find(|table| table.name == pointer.table)?;
            let mut columns = table.key.to_vec();
            *columns.last_mut()? = pointer.column;
            Some(ForeignKey { columns, table, always: pointer.always })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{CellKind, PROBLEMS};
    use super::*;

    #[test]
    fn every_id_is_a_key_or_points_at_one() {
        for table in TABLES {
            let pointing: BTreeSet<_> = table.pointers.iter().map(|pointer| pointer.column).collect();
            for column in table.columns.iter().filter(|column| column.kind == CellKind::Id) {
                // An anchor is the day of publication or a date.
                let told = table.key.last() == Some(&column.name) || pointing.contains(column.name) || column.name == "anchor";
                assert!(told, "{}.{}: which table's id is it?", table.name, column.name);
            }
        }
    }

    #[test]
    fn keys_are_columns_and_pointers_end_at_tables() {
        for table in TABLES.into_iter().chain([&PROBLEMS]) {
            let named = |name: &str| table.columns.iter().any(|column| column.name == name && column.kind == CellKind::Id);
            assert!(table.key.iter().all(|column| named(column)), "{}", table.name);
            assert_eq!(table.foreign_keys().count(), table.pointers.len(), "{} points at a table that is none", table.name);
            for key in table.foreign_keys() {
                assert!(key.columns.iter().all(|column| named(column)), "{}: {:?}", table.name, key.columns);
                assert_eq!(key.columns.len(), key.table.key.len());
            }
        }
    }
}
