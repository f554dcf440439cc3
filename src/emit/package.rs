//! `datapackage.json`: what the CSV files hold, for programs (a Frictionless Data Package, version 1).
//!
//! It says of every table which columns it has, their types and meanings, and how rows point at each other, so that
//! `frictionless validate datapackage.json` and readers in R and Python need not guess. Only what holds for every row is
//! declared: a pointer that may be empty is told in words, as a key of two columns may not be half empty there.

use serde_json::{Value, json};

use super::csv::CsvStyle;
use super::filed;
use crate::tables::{CellKind, Column, SCHEMA_VERSION, Table};

/// The file's bytes.
pub(super) fn package(style: CsvStyle) -> Vec<u8> {
    let resources: Vec<_> = filed().map(|table| resource(table, style)).collect();
    let package = json!({
        "profile": "tabular-data-package",
        "name": "factbox",
        "schema_version": SCHEMA_VERSION,
        "resources": resources,
    });
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(table: &Table, style: CsvStyle) -> Value {
    let fields: Vec<_> =
        table.columns.iter().filter(|column| column.kind != CellKind::Article).map(|column| field(table, column)).collect();
    let keys = table.foreign_keys().filter(|key| key.always || key.columns.len() == 1);
    let keys: Vec<_> =
        keys.map(|key| json!({ "fields": key.columns, "reference": { "resource": key.table.name, "fields": key.table.key } })).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": char::from(style.separator).to_string() },
        "schema": schema,
    })
}

fn field(table: &Table, column: &Column) -> Value {
    let (kind, mut constraints) = match column.kind {
        CellKind::Text | CellKind::Id | CellKind::List | CellKind::Article => ("string", json!({})),
        CellKind::Date => ("string", json!({ "pattern": r"\d{4}(-\d{2}(-\d{2})?)?" })),
        CellKind::Number => ("integer", json!({ "minimum": 0 })),
        CellKind::Share => ("number", json!({ "minimum": 0, "maximum": 1 })),
        CellKind::Flag => ("boolean", json!({})),
        CellKind::Day => ("date", json!({})),
    };
    let in_key = table.key.contains(&column.name);
    if in_key {
        constraints["required"] = json!(true);
    }
    let mut about = column.about.to_owned();
    if column.kind == CellKind::List {
        about.push_str(", joined by \"; \"");
    }
    let pointer = table.pointers.iter().find(|pointer| pointer.column == column.name);
    if let Some(pointer) = pointer.filter(|_| !in_key) {
        about.push_str(&format!(" (a row of {})", pointer.table));
    }
    let mut field = json!({ "name": column.name, "type": kind, "description": about });
    if constraints != json!({}) {
        field["constraints"] = constraints;
    }
    field
}
