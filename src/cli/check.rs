//! `factbox check`: runs again, and says in words what is no longer as it was accepted.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use tempfile::TempDir;

use super::args::CheckArgs;
use super::compare::{self, Accepted};
use super::{code, folder};
use crate::error::{Error, Result};
use crate::pipeline::{Format, TABLES};

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode> {
    let formats = accepted_formats(&args.against);
    if !formats.contains(&Format::Csv) && !args.accept {
        let allowed = "a folder that holds accepted tables (documents.csv and its like): make it with --accept".to_owned();
        return Err(Error::Value { what: "--against".into(), found: args.against.display().to_string(), allowed });
    }
    let fresh = if args.accept { beside(&args.against)? } else { folder_in(&std::env::temp_dir())? };
    let written = match (args.accept, formats.is_empty()) {
        (false, _) => vec![Format::Csv],
        (true, true) => vec![Format::Csv, Format::Json],
        (true, false) => Format::ALL.into_iter().filter(|format| *format == Format::Csv || formats.contains(format)).collect(),
    };
    let problems = folder::for_check(fresh.path(), &written, &args.paths, &args.input)?;
    let mut differences = 0;
    for table in TABLES {
        let before = if formats.contains(&Format::Csv) { Accepted::read(&file(&args.against, table.name))? } else { Accepted::default() };
        let after = Accepted::read(&file(fresh.path(), table.name))?;
        for difference in compare::differences(table, &before, &after) {
            differences += 1;
            println!("{difference}");
        }
    }
    if args.accept {
        take_over(fresh.path(), &args.against)?;
        println!("accepted, {differences} differences: {}", args.against.display());
        return Ok(code(problems));
    }
    match (differences, problems) {
        (0, 0) => println!("no differences"),
        (0, _) => {}
        (n, _) => println!("{n} differences; factbox check ... --accept takes them over"),
    }
    Ok(if differences > 0 { ExitCode::from(1) } else { code(problems) })
}

/// A temporary folder within the accepted one, so that what is written there needs but a new name.
fn beside(accepted: &Path) -> Result<TempDir> {
    std::fs::create_dir_all(accepted).map_err(|source| Error::Io { action: "create the folder", path: accepted.to_owned(), source })?;
    folder_in(accepted)
}

fn folder_in(path: &Path) -> Result<TempDir> {
    let make = tempfile::Builder::new().prefix(".factbox-").tempdir_in(path);
    make.map_err(|source| Error::Io { action: "create a temporary folder in", path: path.to_owned(), source })
}

/// Gives the files of `fresh` their names in `accepted`.
fn take_over(fresh: &Path, accepted: &Path) -> Result<()> {
    let fail = |source| Error::Io { action: "rename the tables in", path: fresh.to_owned(), source };
    for entry in std::fs::read_dir(fresh).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        std::fs::rename(entry.path(), accepted.join(entry.file_name())).map_err(fail)?;
    }
    Ok(())
}

fn file(folder: &Path, table: &str) -> PathBuf {
    folder.join(format!("{table}.csv"))
}

/// The formats in which the folder holds tables.
fn accepted_formats(folder: &Path) -> Vec<Format> {
    Format::ALL.into_iter().filter(|format| folder.join(format.documents()).is_file()).collect()
}
