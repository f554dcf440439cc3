//! A run into a folder: journal, tables, `run.json`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::{ExtractArgs, InputArgs};
use super::extract::{Articles, found, stdin, told};
use super::record::{self, Clock, Identity};
use crate::error::{Error, Result};
use crate::pipeline::{Counts, CsvStyle, ENGLISH_CODE, FileHash, Format, Journal, Part, Shard, Summary, publish};

/// What is wanted of a run besides its articles.
struct Order<'a> {
    folder: &'a Path,
    formats: &'a [Format],
    style: CsvStyle,
    input: &'a InputArgs,
    /// Where tables are wanted, none: a shard is left as it is.
    shard: Option<Shard>,
    resume: bool,
    /// Whether `run.json` is written.
    recorded: bool,
}

/// What `factbox extract ... -o DIR` asks for; gives the number of problems.
pub(super) fn run(args: &ExtractArgs, folder: &Path) -> Result<u64> {
    let clock = Clock::start();
    let (style, input, shard, resume) = (args.csv.style(), &args.input, args.shard()?, args.resume);
    let order = Order { folder, formats: &args.format, style, input, shard, resume, recorded: true };
    let options = input.read_options()?;
    if !args.reads_stdin()? {
        return write(&order, found(&args.paths, &options), &clock);
    }
    if resume || shard.is_some() {
        let what = if resume { "--resume" } else { "--shard" };
        let allowed = "files and folders: standard input cannot be read again".to_owned();
        return Err(Error::Value { what: what.into(), found: "-".into(), allowed });
    }
    write(&order, stdin(&options).with_unique_ids(), &clock)
}

/// Writes the tables of `paths` for a comparison; gives the number of problems.
pub(super) fn for_check(folder: &Path, formats: &[Format], paths: &[PathBuf], input: &InputArgs) -> Result<u64> {
    let style = CsvStyle::default();
    let order = Order { folder, formats, style, input, shard: None, resume: false, recorded: false };
    write(&order, found(paths, &input.read_options()?), &Clock::start())
}

fn write(order: &Order<'_>, articles: Articles, clock: &Clock) -> Result<u64> {
    let Articles { read, inputs, bar } = articles;
    order.formats.iter().try_for_each(|format| format.is_free(order.folder))?;
    let pipeline = order.input.pipeline()?;
    let shard = order.shard.unwrap_or(Shard::WHOLE);
    let head = Identity::of(order.input, inputs.iter().map(FileHash::of).collect())?.head(shard);
    let mut journal = if order.resume { Journal::resume(order.folder, &head) } else { Journal::create(order.folder, &head) }?;
    let (done, mut problems) = (journal.kept(), journal.kept_problems());
    say_where_it_starts(order, &journal);
    let Summary { read, .. } = pipeline.taking(Part { shard, done }).run(read, order.input.jobs, |one| match one {
        Ok(line) => journal.document(&line),
        Err(problem) => {
            told(&problem, &bar);
            problems += 1;
            journal.problem(&problem)
        }
    })?;
    let finished = journal.finish(read)?;
    bar.finish_and_clear();
    if order.shard.is_some() {
        finished.into_shard()?;
        return Ok(problems);
    }
    let mut published = publish(finished.parts()?, order.folder, order.formats, order.style)?;
    if order.recorded {
        let bytes = record::of(&head, order.formats, order.style, done, &published.counts, clock)?;
        published.add(record::FILE, &bytes)?;
    }
    let counts = published.name()?;
    finished.remove()?;
    listed(&other_languages(&counts));
    Ok(counts.problems)
}

fn say_where_it_starts(order: &Order<'_>, journal: &Journal) {
    let folder = order.folder.display();
    match (order.resume, journal.kept()) {
        (true, 0) => eprintln!("factbox: {folder}: no article was done by a run that was interrupted; starting with the first"),
        (true, done) => eprintln!("factbox: {folder}: going on behind the {done} articles that are done"),
        (false, _) if journal.replaced() => {
            eprintln!("factbox: {folder}: an interrupted run is given up; --resume would have gone on with it")
        }
        (false, _) => {}
    }
}

/// One line on standard error for what is only listed in `documents`.
pub(super) fn listed(other_languages: &BTreeMap<String, u64>) {
    let languages: Vec<_> = other_languages.iter().map(|(language, count)| format!("{language} {count}")).collect();
    if !languages.is_empty() {
        let count: u64 = other_languages.values().sum();
        eprintln!("factbox: listed and not analysed, being in another language than English: {count} ({})", languages.join(", "));
    }
}

/// The languages that are known not to be English.
pub(super) fn other_languages(counts: &Counts) -> BTreeMap<String, u64> {
    let others = counts.languages.iter().filter(|(code, _)| !matches!(code.as_str(), ENGLISH_CODE | Counts::UNKNOWN));
    others.map(|(code, count)| (code.clone(), *count)).collect()
}
