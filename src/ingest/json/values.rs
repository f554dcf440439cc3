//! What the values of a record may look like: each of these takes the forms that news services and databases write.

use serde_json::Value;

/// A string or a number, also as databases export it (`{"$oid": "..."}`).
pub(super) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Number(id) => Some(id.to_string()),
        Value::Object(object) => object.get("$oid").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// A string or a number as it is written, also as databases export it (`{"$date": ...}`).
pub(super) fn written_date(value: &Value) -> Option<String> {
    match value {
        Value::String(date) => Some(date.clone()),
        Value::Number(number) => Some(number.as_f64().map_or(number.to_string(), |number| format!("{}", number.trunc()))),
        Value::Object(object) => match object.get("$date")? {
            inner @ (Value::String(_) | Value::Number(_)) => written_date(inner),
            _ => None,
        },
        _ => None,
    }
}

/// The names in a string, an object with a name, or a list of these, joined by commas.
pub(in crate::ingest) fn names(value: &Value) -> Option<String> {
    let one = |value: &Value| {
        let name = match value {
            Value::String(name) => Some(name.as_str()),
            Value::Object(object) => object.get("name").or_else(|| object.get("title")).and_then(Value::as_str),
            _ => None,
        };
        name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
    };
    match value {
        Value::Array(list) => {
            let names: Vec<_> = list.iter().filter_map(one).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        value => one(value),
    }
}

/// "By Jane Doe" is by Jane Doe.
pub(in crate::ingest) fn without_by(byline: String) -> String {
    match byline.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => byline.split_at(3).1.trim().to_owned(),
        _ => byline,
    }
}

/// An address; `uri` is one only where it looks like one, and else an id.
pub(super) fn url(name: &str, value: &Value) -> Option<String> {
    let url = value.as_str()?.trim();
    (name != "uri" || url.contains("://")).then(|| url.to_owned())
}
