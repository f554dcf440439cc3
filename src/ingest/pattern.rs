//! Patterns that are constants of the program.

use regex::Regex;

/// Compiles a constant pattern; each stands in a `LazyLock` static, and the test beside it compiles it.
///
/// A pattern that does not compile is a fault in this source, met by the first test that touches it: there is no
/// input that could bring it about, so there is no error to hand on.
pub(super) fn regex(pattern: &str) -> Regex {
    match Regex::new(pattern) {
        Ok(regex) => regex,
        Err(error) => unreachable!("constant pattern {pattern:?}: {error}"),
    }
}
