//! `--lexicon` and `factbox lexicon`: the user's own word lists.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::LexiconCommand;
use super::code;
use crate::error::{Error, Result};
use crate::pipeline::{FileHash, OwnLexicon, hash};

/// A list with a line of each kind.
const TEMPLATE: &str = include_str!("lexicon/template.csv");

/// The lists that the option names.
pub(super) fn read(paths: &[PathBuf]) -> Result<Vec<OwnLexicon>> {
    let wrong = |mut faults: Vec<Error>| faults.swap_remove(0);
    files(paths)?.iter().map(|file| OwnLexicon::parse(&file.display().to_string(), &text(file)?).map_err(wrong)).collect()
}

/// What identifies the files that the option names.
pub(super) fn hashes(paths: &[PathBuf]) -> Result<Vec<FileHash>> {
    let hash = |file: &PathBuf| {
        let (bytes, sha256) = hash::of_file(file).map_err(|source| Error::Io { action: "read", path: file.clone(), source })?;
        Ok(FileHash { path: file.display().to_string(), bytes: Some(bytes), sha256: Some(sha256) })
    };
    files(paths)?.iter().map(hash).collect()
}

pub(super) fn run(command: &LexiconCommand) -> Result<ExitCode> {
    let paths = match command {
        LexiconCommand::Check(args) => &args.paths,
        LexiconCommand::Template => {
            print!("{TEMPLATE}");
            return Ok(ExitCode::SUCCESS);
        }
    };
    let mut count = 0;
    for file in files(paths)? {
        match OwnLexicon::parse(&file.display().to_string(), &text(&file)?) {
            Ok(own) => println!("{}: {} rows, all well-formed", file.display(), own.rows()),
            Err(faults) => {
                count += faults.len() as u64;
                faults.iter().for_each(|fault| println!("{fault}"));
            }
        }
    }
    Ok(code(count))
}

/// The files as named; of a folder, its lists by name.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let fail = |source| Error::Io { action: "read", path: path.clone(), source };
        let mut inside = Vec::new();
        for entry in std::fs::read_dir(path).map_err(fail)? {
            let file = entry.map_err(fail)?.path();
            if file.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv") || end.eq_ignore_ascii_case("tsv")) {
                inside.push(file);
            }
        }
        if inside.is_empty() {
            let allowed = "a folder with word lists (.csv, .tsv)".to_owned();
            return Err(Error::Value { what: "--lexicon".into(), found: path.display().to_string(), allowed });
        }
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

fn text(file: &Path) -> Result<String> {
    let fail = |source| Error::Io { action: "read", path: file.to_owned(), source };
    let bytes = std::fs::read(file).map_err(fail)?;
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        let what = format!("{}, line {line}", file.display());
        Error::Value { what, found: "bytes that are no UTF-8".into(), allowed: "UTF-8 (in Excel: save as \"CSV UTF-8\")".into() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_a_list_with_every_kind() {
        let own = OwnLexicon::parse("template.csv", TEMPLATE).unwrap();
        assert_eq!(own.rows(), TEMPLATE.lines().filter(|line| !line.starts_with('#')).count() - 1);
        for kind in ["person", "armed_group", "place", "title", "harm_verb", "harm_event", "harm_person", "plan_noun"] {
            assert!(TEMPLATE.contains(&format!(",{kind},")), "{kind}");
        }
    }
}
