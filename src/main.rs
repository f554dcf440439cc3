//! The thin binary: parse, run, print the error chain, exit code.
#![allow(clippy::print_stderr)] // here and in `cli` alone

use std::process::ExitCode;

fn main() -> ExitCode {
    factbox::cli::run().unwrap_or_else(|error| {
        eprintln!("factbox: {error}");
        let mut cause = std::error::Error::source(&error);
        while let Some(error) = cause {
            eprintln!("  because: {error}");
            cause = error.source();
        }
        ExitCode::from(2)
    })
}
