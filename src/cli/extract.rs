//! `factbox extract`: from articles to tables, or from lines to lines.

use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::ProgressBar;

use super::args::{ExtractArgs, InputArgs};
use super::{code, progress, report};
use crate::error::{Error, Problem, Result};
use crate::pipeline::{Article, CsvStyle, Format, Journal, ReadOptions, Summary, UniqueIds, articles, json, publish, sources};

/// The articles of a run, or why one of them is none.
type Read = std::result::Result<Article, Problem>;

pub(super) fn run(args: &ExtractArgs) -> Result<ExitCode> {
    let options = args.input.read_options()?;
    let from_stdin = args.paths.iter().any(|path| path.as_os_str() == "-");
    if from_stdin && args.paths.len() > 1 {
        let found = args.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" ");
        return Err(Error::Value { what: "PATH".into(), found, allowed: "- alone, or files and folders".into() });
    }
    let bar = ProgressBar::hidden();
    if from_stdin {
        let lines = json::records(BufReader::new(io::stdin()), "", &options);
        return write(args, lines, &bar);
    }
    let (bar, found) = found(&args.paths, &options);
    write(args, found, &bar)
}

/// All articles under `paths`, in their stable order, with a bar that moves on with each file.
fn found(paths: &[PathBuf], options: &ReadOptions) -> (ProgressBar, impl Iterator<Item = Read> + Send + use<>) {
    let (sources, problems) = sources::find(paths);
    let bar = progress::bar(sources.len());
    let (moving, options) = (bar.clone(), options.clone());
    let mut ids = UniqueIds::default();
    let read = sources.into_iter().flat_map(move |source| {
        moving.inc(1);
        articles(&source, &options)
    });
    let read = read.map(move |article| article.map(|article| Article { id: ids.unique(article.id), ..article }));
    (bar, problems.into_iter().map(Err).chain(read))
}

fn write(args: &ExtractArgs, read: impl Iterator<Item = Read> + Send, bar: &ProgressBar) -> Result<ExitCode> {
    let mut problems = 0;
    let summary = match &args.output {
        Some(folder) => {
            let formats: Vec<Format> = args.format.iter().copied().map(Format::from).collect();
            tables(folder, &formats, args.csv.style(), &args.input, read, bar, &mut problems)?
        }
        None => stream(&args.input, read, bar, &mut problems)?,
    };
    bar.finish_and_clear();
    listed(&summary);
    Ok(code(problems))
}

/// Writes the tables of `paths` to `folder`; gives the number of problems.
pub(super) fn to_folder(folder: &Path, formats: &[Format], paths: &[PathBuf], input: &InputArgs) -> Result<u64> {
    let (bar, read) = found(paths, &input.read_options()?);
    let mut problems = 0;
    let summary = tables(folder, formats, CsvStyle::default(), input, read, &bar, &mut problems)?;
    bar.finish_and_clear();
    listed(&summary);
    Ok(problems)
}

fn tables(
    folder: &Path,
    formats: &[Format],
    style: CsvStyle,
    input: &InputArgs,
    read: impl Iterator<Item = Read> + Send,
    bar: &ProgressBar,
    problems: &mut u64,
) -> Result<Summary> {
    formats.iter().try_for_each(|format| format.is_free(folder))?;
    let pipeline = input.pipeline()?;
    let mut journal = Journal::create(folder)?;
    let summary = pipeline.run(read, input.jobs, |done| match done {
        Ok(line) => journal.document(&line),
        Err(problem) => {
            told(&problem, bar, problems);
            journal.problem(&problem)
        }
    })?;
    publish(&journal.finish()?, folder, formats, style)?;
    Ok(summary)
}

/// One line on standard error for what is only listed in `documents`.
fn listed(summary: &Summary) {
    let languages: Vec<_> = summary.other_languages.iter().map(|(language, count)| format!("{language} {count}")).collect();
    if !languages.is_empty() {
        let count: u64 = summary.other_languages.values().sum();
        eprintln!("factbox: listed and not analysed, being in another language than English: {count} ({})", languages.join(", "));
    }
}

/// One line a document on standard output, flushed whenever the input has to be waited for.
fn stream(input: &InputArgs, read: impl Iterator<Item = Read> + Send, bar: &ProgressBar, problems: &mut u64) -> Result<Summary> {
    let fail = |source| Error::Stream { action: "write standard output", source };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let ran = input.pipeline()?.run(read, input.jobs, |done| match done {
        Ok(line) => out.write_all(&line).and_then(|()| out.flush()).map_err(fail),
        Err(problem) => {
            told(&problem, bar, problems);
            Ok(())
        }
    });
    match ran {
        // Who reads us has read enough.
        Err(Error::Stream { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => Ok(Summary::default()),
        other => other,
    }
}

/// Reports and counts what could not be read.
fn told(problem: &Problem, bar: &ProgressBar, problems: &mut u64) {
    bar.suspend(|| report(problem));
    *problems += 1;
}
