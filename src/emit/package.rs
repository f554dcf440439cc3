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

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use regex::Regex;

    use super::*;
    use crate::emit::{Format, fixture};

    /// Whether a cell is as its field says.
    fn holds(field: &Value, cell: &str) -> bool {
        let constraints = &field["constraints"];
        if cell.is_empty() {
            return constraints["required"] != true;
        }
        let matches = |pattern: &str| Regex::new(&format!("^({pattern})$")).unwrap().is_match(cell);
        match field["type"].as_str().unwrap() {
            "string" => constraints["pattern"].as_str().is_none_or(matches),
            "integer" => cell.parse::<u64>().is_ok(),
            "number" => cell.parse().is_ok_and(|share: f64| (0.0..=constraints["maximum"].as_f64().unwrap()).contains(&share)),
            "boolean" => cell.parse::<bool>().is_ok(),
            "date" => cell.parse::<Date>().is_ok(),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn every_file_is_as_it_is_described() {
        let folder = fixture::write(Format::Csv, &fixture::documents(), &fixture::problems());
        let bytes = std::fs::read(folder.path().join("datapackage.json")).unwrap();
        let package: Value = serde_json::from_slice(&bytes).unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert!(resources.iter().map(|resource| &resource["name"]).eq(filed().map(|table| table.name)));
        for resource in resources {
            let mut reader = csv::Reader::from_path(folder.path().join(resource["path"].as_str().unwrap())).unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert!(fields.iter().map(|field| &field["name"]).eq(reader.headers().unwrap().iter()), "{}", resource["name"]);
            let keys = resource["schema"]["foreignKeys"].as_array();
            let pointing: Vec<_> = keys.into_iter().flatten().flat_map(|key| key["fields"].as_array().unwrap()).collect();
            for row in reader.records().map(|row| row.unwrap()) {
                for (field, cell) in fields.iter().zip(&row) {
                    assert!(holds(field, cell), "{}: {field} {cell:?}", resource["name"]);
                    let never_half = field["name"] == "duplicate_of" || !pointing.contains(&&field["name"]) || !cell.is_empty();
                    assert!(never_half, "{}: {field} is empty, and part of a key", resource["name"]);
                }
            }
        }
    }
}
