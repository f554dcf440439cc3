//! Names of files from the ids of documents: readable, allowed on every system, and no two alike.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Result};
use std::path::Path;

/// Bytes of a name before its number and its ending, at the most: systems allow 255 in all.
const LONGEST: usize = 120;

/// Names that Windows keeps for devices, whatever stands behind their first dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Gives names out. It remembers only those that were wanted twice.
#[derive(Default)]
pub(super) struct Names {
    wanted_again: HashMap<String, usize>,
}

impl Names {
    /// Makes a new file in `folder`, named after `id`; gives it with its name, without `ending`.
    pub fn file(&mut self, folder: &Path, id: &str, ending: &str) -> Result<(File, String)> {
        let stem = stem(id);
        let mut number = self.wanted_again.get(&stem).copied().unwrap_or(1);
        loop {
            let name = if number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            match OpenOptions::new().write(true).create_new(true).open(folder.join(format!("{name}{ending}"))) {
                Ok(file) => return Ok((file, name)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
            }
            self.wanted_again.insert(stem.clone(), number);
        }
    }
}

/// Small letters and digits as they are, a slash as `+`, all else as `_`.
fn stem(id: &str) -> String {
    let mut stem = String::new();
    for c in id.chars().flat_map(char::to_lowercase) {
        let written = match c {
            '/' | '\\' => '+',
            '-' | '.' if !stem.is_empty() => c,
            c if c.is_alphanumeric() => c,
            _ => '_',
        };
        if stem.len() + written.len_utf8() > LONGEST {
            break;
        }
        stem.push(written);
    }
    let first = stem.split('.').next().unwrap_or_default();
    let is_port = |name: &str| first.strip_prefix(name).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()));
    if stem.is_empty() || DEVICES.contains(&first) || is_port("com") || is_port("lpt") { format!("_{stem}") } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_everywhere() {
        for (id, want) in [
            ("terror/2019-03-14-market", "terror+2019-03-14-market"),
            ("wire#5", "wire_5"),
            ("../../etc/passwd", "_.+..+etc+passwd"),
            ("C:\\news\\A.txt", "c_+news+a.txt"),
            ("con.txt", "_con.txt"),
            ("lpt1", "_lpt1"),
            ("console", "console"),
            ("", "_"),
            ("大公报", "大公报"),
            ("-x", "_x"),
        ] {
            assert_eq!(stem(id), want, "{id:?}");
        }
        assert_eq!(stem(&"é".repeat(200)).len(), LONGEST);
    }

    #[test]
    fn no_two_names_are_alike() {
        let folder = tempfile::tempdir().unwrap();
        let mut names = Names::default();
        let given: Vec<_> =
            ["a b", "A_b", "a*b", "a_b-2", "a?b"].map(|id| names.file(folder.path(), id, ".txt").unwrap().1).into_iter().collect();
        assert_eq!(given, ["a_b", "a_b-2", "a_b-3", "a_b-2-2", "a_b-4"]);
    }
}
