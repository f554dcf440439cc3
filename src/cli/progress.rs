//! A bar on a terminal; nothing in a pipe.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over files on standard error, hidden where that is no terminal.
pub(super) fn bar(files: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr_with_hz(8));
    match ProgressStyle::with_template("{bar:30} {pos}/{len} files, {elapsed} elapsed, {eta} to go") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
