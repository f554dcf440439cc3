//! Learns the weights of the tagger from annotated text, and says how good they are on text that they have not seen.
//!
//! `cargo run --release --example train_names -- FILE|FOLDER... -o MODEL`
//!
//! Each file holds gold lines: `{"text": ..., "gold": [{"start": ..., "end": ..., "type": "PER" | "ORG" | "LOC" | ...}]}` with offsets
//! in code points. Every fifth line of a file is held out: nothing is learnt from it, and the figures are those on these lines.
//! Equal input gives equal bytes: nothing depends on the clock, on chance or on the number of cores.

mod gold;
mod learn;
mod pack;
mod score;

use std::path::PathBuf;
use std::process::ExitCode;

use factbox::extract::Extractors;

/// Every line whose number this divides is held out.
const HELD_OUT: usize = 5;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let (mut inputs, mut output) = (Vec::new(), None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "-o" {
            output = arguments.next().map(PathBuf::from);
        } else {
            inputs.push(PathBuf::from(argument));
        }
    }
    let output = output.filter(|_| !inputs.is_empty()).ok_or("usage: train_names FILE|FOLDER... -o MODEL")?;
    let extractors = Extractors::new()?;
    let (mut seen, mut held_out) = (Vec::new(), Vec::new());
    for file in gold::files(&inputs)? {
        for (number, text) in gold::texts(&file)?.into_iter().enumerate() {
            let sample = gold::Sample::new(&extractors, &file, &text);
            if number % HELD_OUT == 0 { held_out.push(sample) } else { seen.push(sample) }
        }
    }
    let weights = learn::learn(&seen);
    let bytes = pack::pack(&weights);
    println!("{} texts, {} features, {} bytes", seen.len(), weights.features.len(), bytes.len());
    score::print(&bytes, &held_out)?;
    std::fs::write(&output, bytes)?;
    Ok(())
}
