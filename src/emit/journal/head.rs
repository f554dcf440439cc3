//! What a journal is of, and in what another run differs.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Differences that are told, at the most.
const TOLD: usize = 3;
/// Characters of a value that are told.
const TOLD_CHARACTERS: usize = 80;

/// The first line: runs with equal heads write equal lines.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Which articles of the input the run takes.
    pub shard: Shard,
    /// Everything else that decides the rows: version, options, inputs.
    pub run: Value,
}

/// The last line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::emit) struct End {
    /// Articles and problems that the whole input has, for all shards together.
    pub of: u64,
}

/// One of several parts of a run: of `of` articles in a row, it takes that which is `number`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// Which of the parts, from 1.
    pub number: u64,
    /// How many parts there are.
    pub of: u64,
}

impl Shard {
    /// The one part of a run that has no others.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Whether it takes the article with this number, counted from 0.
    pub fn takes(self, article: u64) -> bool {
        article % self.of == self.number - 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl Head {
    /// In what `other` is another run, in words; none where it is the same.
    pub(super) fn difference(&self, other: &Self) -> Option<String> {
        let mut told = Vec::new();
        if self.shard != other.shard {
            told.push(format!("shard was {}, is {}", self.shard, other.shard));
        }
        compare("", &self.run, &other.run, &mut told);
        let more = told.len().saturating_sub(TOLD);
        told.truncate(TOLD);
        if more > 0 {
            told.push(format!("and {more} more"));
        }
        (!told.is_empty()).then(|| told.join("; "))
    }
}

/// Walks through two values side by side; `at` is the way to them: `inputs[2].sha256`.
fn compare(at: &str, was: &Value, is: &Value, told: &mut Vec<String>) {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            let added = is.keys().filter(|key| !was.contains_key(*key));
            for key in was.keys().chain(added) {
                let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                compare(&at, was.get(key).unwrap_or(&Value::Null), is.get(key).unwrap_or(&Value::Null), told);
            }
        }
        (Value::Array(was), Value::Array(is)) => {
            for n in 0..was.len().max(is.len()) {
                compare(&format!("{at}[{n}]"), was.get(n).unwrap_or(&Value::Null), is.get(n).unwrap_or(&Value::Null), told);
            }
        }
        _ if was == is => {}
        _ => told.push(format!("{at} was {}, is {}", short(was), short(is))),
    }
}

fn short(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        value => value.to_string().chars().take(TOLD_CHARACTERS).collect(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_names_its_place_and_both_values() {
        let head = |run: Value| Head { shard: Shard::WHOLE, run };
        let was = head(json!({"options": {"vague": "plain"}, "inputs": [{"path": "a.txt"}]}));
        assert_eq!(was.difference(&was), None);
        let is = head(json!({"options": {"vague": "acled"}, "inputs": [{"path": "a.txt"}, {"path": "b.txt"}]}));
        assert_eq!(
            was.difference(&is).as_deref(),
            Some(r#"inputs[1] was nothing, is {"path":"b.txt"}; options.vague was "plain", is "acled""#)
        );
        let other = Head { shard: Shard { number: 2, of: 3 }, ..head(json!({"options": 1, "inputs": 2, "lexicons": 3})) };
        assert!(was.difference(&other).is_some_and(|told| told.starts_with("shard was 1/1, is 2/3; ") && told.ends_with("; and 1 more")));
    }
}
