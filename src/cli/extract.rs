//! `factbox extract`: from articles to tables, or from lines to lines.

use std::io::{self, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use indicatif::ProgressBar;

use super::args::{ExtractArgs, InputArgs};
use super::{code, folder, progress, report};
use crate::error::{Error, Problem, Result};
use crate::pipeline::{Article, ReadOptions, Summary, UniqueIds, articles, json, sources};

/// The articles of a run, in their stable order.
pub(super) struct Articles {
    /// Each article, or why one of them is none.
    pub read: Box<dyn Iterator<Item = std::result::Result<Article, Problem>> + Send>,
    /// The files that they are read from; none for standard input.
    pub inputs: Vec<sources::Source>,
    /// Moves on with each file.
    pub bar: ProgressBar,
}

pub(super) fn run(args: &ExtractArgs) -> Result<ExitCode> {
    if let Some(folder) = &args.output {
        return folder::run(args, folder).map(code);
    }
    let options = args.input.read_options()?;
    let articles = if args.reads_stdin()? { stdin(&options) } else { found(&args.paths, &options) };
    stream(&args.input, articles).map(code)
}

/// All articles under `paths`, in their stable order.
pub(super) fn found(paths: &[PathBuf], options: &ReadOptions) -> Articles {
    let (inputs, problems) = sources::find(paths);
    let bar = progress::bar(inputs.len());
    let (moving, options) = (bar.clone(), options.clone());
    let read = inputs.clone().into_iter().flat_map(move |source| {
        moving.inc(1);
        articles(&source, &options)
    });
    Articles { read: Box::new(problems.into_iter().map(Err).chain(read)), inputs, bar }.with_unique_ids()
}

impl Articles {
    /// Gives a number to an id that came before: rows of several tables are joined by it.
    pub fn with_unique_ids(self) -> Self {
        let mut ids = UniqueIds::default();
        let read = self.read.map(move |article| article.map(|article| Article { id: ids.unique(article.id), ..article }));
        Self { read: Box::new(read), ..self }
    }
}

/// The articles of standard input, with the ids that they have there.
pub(super) fn stdin(options: &ReadOptions) -> Articles {
    let read = json::records(BufReader::new(io::stdin()), "", options);
    Articles { read: Box::new(read), inputs: Vec::new(), bar: ProgressBar::hidden() }
}

/// One line a document on standard output, flushed whenever the input has to be waited for; gives the number of problems.
fn stream(input: &InputArgs, articles: Articles) -> Result<u64> {
    let Articles { read, bar, .. } = articles;
    let fail = |source| Error::Stream { action: "write standard output", source };
    // Standard output passes whole lines on as they are.
    let mut out = io::stdout().lock();
    let mut problems = 0;
    let ran = input.pipeline()?.run(read, input.jobs, |done| match done {
        Ok(line) => out.write_all(&line).and_then(|()| out.flush()).map_err(fail),
        Err(problem) => {
            told(&problem, &bar);
            problems += 1;
            Ok(())
        }
    });
    let summary = match ran {
        // Who reads us has read enough.
        Err(Error::Stream { source, .. }) if source.kind() == io::ErrorKind::BrokenPipe => Summary::default(),
        other => other?,
    };
    bar.finish_and_clear();
    folder::listed(&summary.other_languages);
    Ok(problems)
}

/// Reports what could not be read.
pub(super) fn told(problem: &Problem, bar: &ProgressBar) {
    bar.suspend(|| report(problem));
}
