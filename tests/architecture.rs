//! The directions in which modules may import, and who may open files, start threads and print.
//!
//! Read from the sources, so that a fault is named by file and line.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Who may import whom. `error` may be imported by all, `extract::{numbers, english, lexicons}` by all extractors.
const ALLOWED: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("cli", &["pipeline"]),
    ("pipeline", &["ingest", "text", "extract", "link", "tables", "emit"]),
    ("emit", &["tables"]),
    ("tables", &["link", "extract", "text"]),
    ("link", &["extract", "text", "rules"]),
    ("extract", &["rules", "text"]),
    ("rules", &["text"]),
    ("text", &[]),
    ("ingest", &[]),
    ("error", &[]),
    ("lib", &[]),
];

/// Extractors that all extractors may use.
const SHARED: &[&str] = &["numbers", "english", "lexicons", "Extractors"];

struct Line {
    file: String,
    stage: String,
    extractor: Option<String>,
    number: usize,
    words: String,
}

/// Lines of code: comments, and tests (from `#[cfg(test)]` on), are left out.
fn code() -> Vec<Line> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(&root).into_iter().flatten().map(|entry| entry.into_path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "rs"));
    files.sort();
    let mut lines = Vec::new();
    for path in files {
        let relative = path.strip_prefix(&root).unwrap();
        let parts: Vec<String> = relative.with_extension("").iter().map(|p| p.to_string_lossy().into_owned()).collect();
        let extractor = (parts[0] == "extract" && parts.len() > 2).then(|| parts[1].clone());
        if relative.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (number, words) in (1..).zip(text.lines()) {
            if words.trim() == "#[cfg(test)]" {
                break;
            }
            if !words.trim_start().starts_with("//") {
                lines.push(Line {
                    file: relative.display().to_string(),
                    stage: parts[0].clone(),
                    extractor: extractor.clone(),
                    number,
                    words: words.to_owned(),
                });
            }
        }
    }
    assert!(lines.len() > 1000, "the sources were not found");
    lines
}

#[test]
fn modules_import_in_one_direction() {
    let import = Regex::new(r"\b(?:crate|factbox)::(?<stage>\w+)(?:::(?<inner>\w+))?").unwrap();
    let mut faults = Vec::new();
    for line in code() {
        if line.words.contains("super::super") {
            faults.push(format!("src/{}:{}: imports are written from crate::, so that they can be read", line.file, line.number));
        }
        for found in import.captures_iter(&line.words) {
            let to = &found["stage"];
            let allowed = ALLOWED.iter().find(|(from, _)| *from == line.stage).map_or(&[][..], |(_, to)| to);
            let own = to == line.stage;
            if to != "error" && !own && !allowed.contains(&to) {
                faults.push(format!("src/{}:{}: {} may not import {to}", line.file, line.number, line.stage));
            }
            let inner = found.name("inner").map_or("", |m| m.as_str());
            let foreign = |extractor: &&str| own && inner != *extractor && !SHARED.contains(&inner);
            if let Some(extractor) = line.extractor.as_deref().filter(foreign) {
                faults.push(format!("src/{}:{}: the extractor {extractor} may not import {inner}", line.file, line.number));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_threads_and_printing_have_their_places() {
    let places: &[(&str, &str, &[&str])] = &[
        (r"\bfs::|\bFile::|NamedTempFile|tempdir\(", "opens files", &["ingest", "emit", "cli"]),
        (r"\bthread::|\brayon\b|par_iter", "starts threads", &["pipeline"]),
        (r"\be?print(ln)?!|io::stdout|io::stderr", "prints", &["main", "cli"]),
        (r"SystemTime|Instant::now|Zoned::now|Timestamp::now", "asks for the time", &["cli"]),
    ];
    let mut faults = Vec::new();
    for (pattern, does, allowed) in places {
        let pattern = Regex::new(pattern).unwrap();
        for line in code() {
            if pattern.is_match(&line.words) && !allowed.contains(&line.stage.as_str()) {
                faults.push(format!("src/{}:{}: {} {does}", line.file, line.number, line.stage));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_stay_readable() {
    let mut faults = Vec::new();
    let mut lines = code();
    lines.dedup_by(|b, a| {
        a.file == b.file && a.number < b.number && {
            a.number = b.number;
            true
        }
    });
    for line in lines.iter().filter(|line| line.number > 400) {
        faults.push(format!("src/{} has {} lines of code, allowed are 400: split it into a folder", line.file, line.number));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
