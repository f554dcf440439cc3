//! `factbox merge`: the shards of a run become its tables.

use std::process::ExitCode;

use super::args::MergeArgs;
use super::{code, folder, record};
use crate::error::Result;
use crate::pipeline::{Parts, publish};

pub(super) fn run(args: &MergeArgs) -> Result<ExitCode> {
    let clock = record::Clock::start();
    let style = args.csv.style();
    let parts = Parts::of_shards(&args.folders)?;
    let head = parts.head().clone();
    let mut published = publish(parts, &args.output, &args.format, style)?;
    let bytes = record::of(&head, &args.format, style, 0, &published.counts, &clock)?;
    published.add(record::FILE, &bytes)?;
    let counts = published.name()?;
    folder::listed(&folder::other_languages(&counts));
    Ok(code(counts.problems))
}
