//! CSV and TSV as people and spreadsheets write them, to records with the line that each starts on.

use crate::error::Error;

/// The columns that a list may have; `name` and `kind` it must have.
pub(super) const COLUMNS: [&str; 8] = ["name", "kind", "role", "country", "code", "aliases", "from", "to"];

/// One row of a list, its fields in the order of [`COLUMNS`], without white space at their ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record {
    pub line: u64,
    pub fields: [String; COLUMNS.len()],
}

impl Record {
    /// The field of this column; empty where it says nothing.
    pub fn field(&self, column: &str) -> &str {
        COLUMNS.iter().position(|name| *name == column).and_then(|n| self.fields.get(n)).map_or("", String::as_str)
    }
}

/// What is wrong with a line of a list, behind the number of the line.
pub(super) type Fault = (u64, Error);

/// A fault of `line`, where `found` stands for what is allowed.
pub(super) fn fault(file: &str, line: u64, found: &str, allowed: impl Into<String>) -> Fault {
    (line, Error::Value { what: format!("{file}, line {line}"), found: found.to_owned(), allowed: allowed.into() })
}

/// Reads a list; lines that start with `#` are remarks. What parts the fields (comma, semicolon, tab) is read from the header.
///
/// # Errors
/// When there is no header, or it names columns that are none. Rows that cannot be read are `faults`.
pub(super) fn read(file: &str, text: &str, faults: &mut Vec<Fault>) -> Result<Vec<Record>, Fault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let head = text.lines().find(|line| !line.starts_with('#') && !line.trim().is_empty()).unwrap_or("");
    // Of marks that are equally frequent, the comma: a header of one column has none.
    let separator = [b'\t', b';', b','].into_iter().max_by_key(|mark| head.bytes().filter(|b| b == mark).count()).unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).comment(Some(b'#')).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut columns: Option<Vec<usize>> = None;
    let mut records = Vec::new();
    for row in reader.records() {
        let row = match row {
            Ok(row) => row,
            Err(error) => {
                let line = error.position().map_or(1, |at| line_of(text, at));
                faults.push(fault(file, line, &error.to_string(), "CSV or TSV, in UTF-8"));
                continue;
            }
        };
        let line = row.position().map_or(1, |at| line_of(text, at));
        if row.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let Some(known) = &columns else {
            columns = Some(header(file, line, &row)?);
            continue;
        };
        if row.len() > known.len() {
            let extra = row.iter().skip(known.len()).collect::<Vec<_>>().join(" ");
            let allowed = format!("{} fields, as in the header; a field that holds the separator stands in \"quotes\"", known.len());
            faults.push(fault(file, line, &extra, allowed));
            continue;
        }
        let mut fields: [String; COLUMNS.len()] = Default::default();
        for (column, field) in known.iter().zip(row.iter()) {
            if let Some(here) = fields.get_mut(*column) {
                *here = field.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        records.push(Record { line, fields });
    }
    match columns {
        Some(_) => Ok(records),
        None => Err(fault(file, 1, "", allowed_columns())),
    }
}

/// The line on which a row starts: its position is that of the empty lines and remarks before it.
fn line_of(text: &str, at: &csv::Position) -> u64 {
    let rest = usize::try_from(at.byte()).ok().and_then(|from| text.get(from..)).unwrap_or("");
    let idle = rest.split('\n').take_while(|line| line.trim_end_matches('\r').is_empty() || line.starts_with('#'));
    at.line() + idle.count() as u64
}

/// Which of [`COLUMNS`] each column of the file is.
fn header(file: &str, line: u64, row: &csv::StringRecord) -> Result<Vec<usize>, Fault> {
    let mut columns = Vec::new();
    for field in row {
        let name = field.trim().to_lowercase().replace([' ', '-'], "_");
        let name = name.strip_prefix("valid_").unwrap_or(&name);
        let known = COLUMNS.iter().position(|column| *column == name).filter(|n| !columns.contains(n));
        columns.push(known.ok_or_else(|| fault(file, line, field, allowed_columns()))?);
    }
    let missing = ["name", "kind"].into_iter().find(|must| !columns.iter().any(|n| COLUMNS.get(*n) == Some(must)));
    match missing {
        Some(_) => Err(fault(file, line, &row.iter().collect::<Vec<_>>().join(", "), allowed_columns())),
        None => Ok(columns),
    }
}

fn allowed_columns() -> String {
    format!("a header that names each column once: {} (name and kind are needed)", COLUMNS.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(u64, String, String)> {
        let mut faults = Vec::new();
        let records = read("list.csv", text, &mut faults).unwrap();
        assert!(faults.is_empty(), "{faults:?}");
        records.iter().map(|r| (r.line, r.field("name").to_owned(), r.field("from").to_owned())).collect()
    }

    #[test]
    fn commas_semicolons_and_tabs_are_told_apart() {
        let row = |line, name: &str, from: &str| (line, name.to_owned(), from.to_owned());
        assert_eq!(names("name,kind,Valid from\nOrlik Front,armed_group,2013\n"), [row(2, "Orlik Front", "2013")]);
        assert_eq!(names("\u{FEFF}kind;name\r\n# a remark\r\nother;\" A, B \"\r\n"), [row(3, "A, B", "")]);
        assert_eq!(names("\n# remark\nname\tkind\tfrom\n\nÓrlik\tother\n"), [row(5, "Órlik", "")]);
    }

    #[test]
    fn a_wrong_header_says_what_is_allowed() {
        for text in ["", "name,kind,kind\n", "name,sort\n", "kind\n"] {
            let message = read("list.csv", text, &mut Vec::new()).map_err(|(_, error)| error.to_string()).unwrap_err();
            assert!(message.starts_with("list.csv, line 1: found") && message.contains("name, kind, role"), "{text:?}: {message}");
        }
    }
}
