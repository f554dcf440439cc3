//! The command line: [`args`] as typed become options as meant; then one file a command.
//!
//! Exit codes: 0 done; 1 `check` found differences; 2 wrong usage, or something could not be read (the rest is still
//! written, and `problems` says what).
#![allow(clippy::print_stdout, clippy::print_stderr)] // here and in `main` alone

mod args;
mod check;
mod compare;
mod explain;
mod extract;
mod folder;
mod lexicon;
mod merge;
mod progress;
mod record;

use std::process::ExitCode;

use clap::Parser;

use crate::error::{Problem, Result};
use args::{Args, Command};

/// Runs the command that the process was started with.
///
/// # Errors
/// What ends a run: wrong values of options, outputs that cannot be written.
pub fn run() -> Result<ExitCode> {
    match Args::parse().command {
        Command::Extract(args) => extract::run(&args),
        Command::Merge(args) => merge::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Lexicon(command) => lexicon::run(&command),
    }
}

/// One line on standard error for a file or record that could not be read.
fn report(problem: &Problem) {
    let path = if problem.path.is_empty() { "standard input" } else { &problem.path };
    let line = problem.line.map(|line| format!(", line {line}")).unwrap_or_default();
    eprintln!("factbox: {path}{line}: {}", problem.message);
}

/// 0, or 2 where something could not be read.
fn code(problems: u64) -> ExitCode {
    if problems == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
