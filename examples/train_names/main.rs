//! Learns the weights of the tagger from annotated text, and says how good they are on text that they have not seen.
//!
//! `cargo run --release --example train_names -- FILE|FOLDER... [-m FILE|FOLDER]... -o MODEL`
//!
//! A `.jsonl` file holds gold lines: `{"text": ..., "gold": [{"start": ..., "end": ..., "type": "PER" | "ORG" | "LOC" | ...}]}` with
//! offsets in code points; a `.txt` file holds articles with marked names, as `articles/README.md` tells. Every fifth text of
//! a file is held out: nothing is learnt from it. Nothing at all is learnt from what stands behind `-m`: it is measured only.
//! Equal input gives equal bytes: nothing depends on the clock, on chance or on the number of cores.

#![allow(clippy::print_stdout, clippy::print_stderr)] // a command prints

mod gold;
mod learn;
mod pack;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

use factbox::extract::Extractors;
use gold::Sample;

/// Every text whose number this divides is held out.
const HELD_OUT: usize = 5;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let (mut learnt, mut measured, mut output) = (Vec::new(), Vec::new(), None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("-o") => output = arguments.next().map(PathBuf::from),
            Some("-m") => measured.extend(arguments.next().map(PathBuf::from)),
            _ => learnt.push(PathBuf::from(argument)),
        }
    }
    let usage = "usage: train_names FILE|FOLDER... [-m FILE|FOLDER]... -o MODEL";
    let output = output.filter(|_| !learnt.is_empty()).ok_or(usage)?;
    let extractors = Extractors::new()?;
    let (mut seen, mut held_out) = (Vec::new(), Vec::new());
    for (number, sample) in samples(&extractors, &learnt)? {
        if number % HELD_OUT == 0 { held_out.push(sample) } else { seen.push(sample) }
    }
    let weights = learn::learn(&seen);
    let bytes = pack::pack(&weights);
    println!("{} texts, {} features, {} bytes", seen.len(), weights.features.len(), bytes.len());
    score::print(&bytes, &held_out)?;
    if !measured.is_empty() {
        let measured: Vec<Sample> = samples(&extractors, &measured)?.into_iter().map(|(_, sample)| sample).collect();
        score::print(&bytes, &measured)?;
    }
    std::fs::write(&output, bytes)?;
    Ok(())
}

/// The texts of all files, each with its number in its file.
fn samples(extractors: &Extractors, inputs: &[PathBuf]) -> Result<Vec<(usize, Sample)>> {
    let mut samples = Vec::new();
    for file in gold::files(inputs)? {
        samples.extend(gold::texts(&file)?.iter().enumerate().map(|(number, text)| (number, Sample::new(extractors, &file, text))));
    }
    Ok(samples)
}
