//! `factbox merge`: the shards of a run become its tables.

use std::process::ExitCode;

use super::args::MergeArgs;
use super::{code, folder, record};
use crate::error::Result;
use crate::pipeline::{Format, Parts, publish};

pub(super) fn run(args: &MergeArgs) -> Result<ExitCode> {
    let clock = record::Clock::start();
    let formats: Vec<Format> = args.format.iter().copied().map(Format::from).collect();
    let style = args.csv.style();
    let parts = Parts::of_shards(&args.folders)?;
    let head = parts.head().clone();
    let mut published = publish(parts, &args.output, &formats, style)?;
    let bytes = record::of(&head, &formats, style, 0, &published.counts, &clock)?;
    published.add(record::FILE, &bytes)?;
    let counts = published.name()?;
    folder::listed(&folder::other_languages(&counts));
    Ok(code(counts.problems))
}
