//! Patterns that are constants of the program.

use regex::Regex;

/// Compiles a constant pattern; each stands in a `LazyLock` static, and the test beside it compiles it.
///
/// A pattern that does not compile is a fault in this source, met by the first test that touches it: there is no
/// input that could bring it about, so there is no error to hand on.
/// `\d` is made plain digits: those of all scripts cost start-up time, and a date in them is not read anyway.
pub(super) fn regex(pattern: &str) -> Regex {
    match Regex::new(&pattern.replace(r"\d", "[0-9]")) {
        Ok(regex) => regex,
        Err(error) => unreachable!("constant pattern {pattern:?}: {error}"),
    }
}
