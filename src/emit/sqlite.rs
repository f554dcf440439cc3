//! SQLite: one file, `factbox.sqlite`, a table each, with their keys, so that rows are joined and counted in SQL.
//!
//! What a column means stands as a comment in the schema (`.schema casualties`). Days are `DATE`s, which SQLite keeps as
//! text; a list is a JSON array, which `json_each` takes apart.
//!
//! Everything is written in one transaction to a file that has no name yet. If the run fails, the file is gone: no journal
//! is kept, and pages that are full go to the disk at once. Keys are declared and not checked while rows come in, as a row
//! may point at one that stands behind it.

use std::io;
use std::path::Path;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, params_from_iter};

use super::output::{Output, Whole};
use super::{DocumentRows, Writer, filed, json};
use crate::error::Result;
use crate::tables::{Cell, CellKind, PROBLEMS, Rows, SCHEMA_VERSION, TABLES, Table};

/// How the file is made: always of the same pages, and without what protects a file that others may read meanwhile.
const SETTINGS: &str = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;";

/// The database of one run.
pub(super) struct SqliteWriter {
    output: Output,
    connection: Connection,
}

impl SqliteWriter {
    /// Makes the file and its tables.
    pub fn create(folder: &Path) -> Result<Self> {
        let output = Output::create(folder, "factbox.sqlite")?;
        let connection = Connection::open(output.temporary_path()).map_err(|error| output.failed(io::Error::other(error)))?;
        let writer = Self { output, connection };
        let tables: String = filed().map(create_table).collect();
        writer.run(&format!("{SETTINGS} BEGIN; PRAGMA user_version = {SCHEMA_VERSION};\n{tables}"))?;
        Ok(writer)
    }

    fn run(&self, statements: &str) -> Result<()> {
        self.connection.execute_batch(statements).map_err(|error| self.output.failed(io::Error::other(error)))
    }

    fn insert(&self, table: &Table, rows: &Rows<'_>) -> Result<()> {
        let insert = || {
            let places = vec!["?"; table.columns.len()].join(", ");
            let mut statement = self.connection.prepare_cached(&format!("INSERT INTO {} VALUES ({places})", quoted(table.name)))?;
            for row in rows {
                statement.execute(params_from_iter(row.iter().map(stored)))?;
            }
            Ok(())
        };
        insert().map_err(|error: rusqlite::Error| self.output.failed(io::Error::other(error)))
    }
}

impl Writer for SqliteWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        TABLES.iter().zip(rows).try_for_each(|(table, rows)| self.insert(table, rows))
    }

    fn finish(self: Box<Self>, problems: &Rows<'_>) -> Result<Vec<Whole>> {
        self.insert(&PROBLEMS, problems)?;
        let indexes: String = TABLES.into_iter().map(create_indexes).collect();
        self.run(&format!("{indexes} COMMIT;"))?;
        let Self { output, connection } = *self;
        connection.close().map_err(|(_, error)| output.failed(io::Error::other(error)))?;
        Ok(vec![output.whole()?])
    }
}

/// A cell as SQLite keeps it.
fn stored<'a>(cell: &'a Cell<'_>) -> ToSqlOutput<'a> {
    let value = match cell {
        Cell::Text(words) => return ToSqlOutput::Borrowed(ValueRef::Text(words.as_bytes())),
        Cell::Empty => Value::Null,
        // More than any count there is: it was never one.
        Cell::Number(n) => i64::try_from(*n).map_or(Value::Null, Value::Integer),
        Cell::Share(share) => Value::Real(json::rounded(*share)),
        Cell::Flag(flag) => Value::Integer(i64::from(*flag)),
        Cell::Day(day) => Value::Text(day.to_string()),
        Cell::List(items) => serde_json::to_string(items).map_or(Value::Null, Value::Text),
    };
    ToSqlOutput::Owned(value)
}

fn create_table(table: &Table) -> String {
    let columns = table.columns.iter().map(|column| {
        let kind = match column.kind {
            CellKind::Text | CellKind::Id | CellKind::Date | CellKind::List | CellKind::Article => "TEXT",
            CellKind::Number => "INTEGER",
            CellKind::Share => "REAL",
            CellKind::Flag => "BOOLEAN",
            CellKind::Day => "DATE",
        };
        let known = if table.key.contains(&column.name) { " NOT NULL" } else { "" };
        (format!("{} {kind}{known}", quoted(column.name)), column.about)
    });
    let key = (!table.key.is_empty()).then(|| (format!("PRIMARY KEY ({})", list(table.key)), "Tells the rows apart"));
    let pointers = table.foreign_keys().map(|key| {
        let told = if key.always { "Always" } else { "Where known" };
        (format!("FOREIGN KEY ({}) REFERENCES {} ({})", list(&key.columns), quoted(key.table.name), list(key.table.key)), told)
    });
    let lines: Vec<_> = columns.chain(key).chain(pointers).collect();
    let last = lines.len() - 1;
    let lines = lines.iter().enumerate().map(|(n, (line, about))| {
        let comma = if n == last { "" } else { "," };
        format!("    {line}{comma} -- {about}\n")
    });
    format!("CREATE TABLE {} (\n{});\n", quoted(table.name), lines.collect::<String>())
}

/// An index for each way from a row to another; what starts with the key has one already.
fn create_indexes(table: &Table) -> String {
    let pointers = table.foreign_keys().filter(|key| !table.key.starts_with(&key.columns));
    pointers
        .map(|key| {
            let column = key.columns.last().copied().unwrap_or_default();
            let name = quoted(&format!("{}_by_{column}", table.name));
            format!("CREATE INDEX {name} ON {} ({});\n", quoted(table.name), list(&key.columns))
        })
        .collect()
}

fn list(columns: &[&str]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ")
}

/// A name that SQL takes for no word of its own.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Type;

    use super::super::{Format, fixture};
    use super::*;
    use crate::tables::Column;

    fn cell(column: &Column, value: Value) -> Cell<'static> {
        match (column.kind, value) {
            (_, Value::Null) => Cell::Empty,
            (CellKind::Number, Value::Integer(n)) => Cell::Number(u64::try_from(n).unwrap()),
            (CellKind::Flag, Value::Integer(n)) => Cell::Flag(n == 1),
            (CellKind::Share, Value::Real(share)) => Cell::Share(share as f32),
            (CellKind::List, Value::Text(items)) => Cell::List(serde_json::from_str(&items).unwrap()),
            (_, Value::Text(words)) => Cell::Text(words.into()),
            (kind, value) => panic!("{}: {value:?} for {kind:?}", column.name),
        }
    }

    fn read(folder: &Path, table: &Table) -> Rows<'static> {
        let connection = Connection::open(folder.join("factbox.sqlite")).unwrap();
        let mut statement = connection.prepare(&format!("SELECT * FROM {} ORDER BY rowid", table.name)).unwrap();
        let names: Vec<_> = statement.column_names().map(str::to_owned).collect();
        assert!(names.iter().eq(table.columns.iter().map(|column| column.name)));
        let columns = table.columns.iter().enumerate();
        let rows = statement.query_map([], |row| Ok(columns.clone().map(|(n, column)| cell(column, row.get(n).unwrap())).collect()));
        rows.unwrap().map(|row| row.unwrap()).collect()
    }

    #[test]
    fn cells_are_read_back() {
        fixture::is_read_back(Format::Sqlite, read, |_, cell| Some(cell));
    }

    #[test]
    fn equal_rows_are_equal_bytes() {
        fixture::is_repeatable(Format::Sqlite);
    }

    #[test]
    fn no_rows_are_tables_too() {
        fixture::is_there_without_rows(Format::Sqlite, read);
    }

    #[test]
    fn keys_hold_and_are_searched_by_index() {
        let folder = fixture::write(Format::Sqlite, &fixture::documents(), &fixture::problems());
        let connection = Connection::open(folder.path().join("factbox.sqlite")).unwrap();
        let count = |sql: &str| connection.prepare(sql).unwrap().query_map([], |_| Ok(())).unwrap().count();
        assert_eq!((count("PRAGMA foreign_key_check"), count("PRAGMA foreign_key_list(casualties)")), (0, 11));
        for table in TABLES {
            for key in table.foreign_keys() {
                let columns: Vec<_> = key.columns.iter().map(|column| format!("{column} = 'x'")).collect();
                let search = format!("EXPLAIN QUERY PLAN SELECT * FROM {} WHERE {}", table.name, columns.join(" AND "));
                let told: String = connection.query_row(&search, [], |row| row.get("detail")).unwrap();
                assert!(told.starts_with("SEARCH"), "{search}: {told}");
            }
        }
        let typed: Type = connection.query_row("SELECT resolved FROM dates", [], |row| Ok(row.get_ref(0)?.data_type())).unwrap();
        assert_eq!(typed, Type::Integer);
    }
}
