//! `factbox check`: runs again, and says in words what is no longer as it was accepted.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::CheckArgs;
use super::compare::{self, Accepted};
use super::{code, extract};
use crate::error::{Error, Result};
use crate::pipeline::{Format, TABLES};

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode> {
    let options = args.input.read_options()?;
    let formats = accepted_formats(&args.against);
    if !formats.contains(&Format::Csv) && !args.accept {
        let allowed = "a folder that holds accepted tables (documents.csv and its like): make it with --accept".to_owned();
        return Err(Error::Value { what: "--against".into(), found: args.against.display().to_string(), allowed });
    }
    let fresh =
        tempfile::tempdir().map_err(|source| Error::Io { action: "create a temporary folder in", path: std::env::temp_dir(), source })?;
    let problems = extract::to_folder(fresh.path(), &[Format::Csv], &args.paths, &options, &args.input)?;
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
        let formats = if formats.is_empty() { vec![Format::Csv, Format::Json] } else { formats };
        let problems = extract::to_folder(&args.against, &formats, &args.paths, &options, &args.input)?;
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

fn file(folder: &Path, table: &str) -> PathBuf {
    folder.join(format!("{table}.csv"))
}

/// The formats in which the folder holds tables.
fn accepted_formats(folder: &Path) -> Vec<Format> {
    let name = |format: Format| if format == Format::Jsonl { "stream.jsonl".to_owned() } else { format!("documents.{}", format.name()) };
    Format::ALL.into_iter().filter(|format| folder.join(name(*format)).is_file()).collect()
}
