//! Lines that are the site's own and no part of an article.
//!
//! Only what is certain is dropped: a line that consists of nothing else, or that begins (`read more:*`) or ends
//! (`*all rights reserved`) as such lines do and is short. The words are data, in `boilerplate.txt`, one lower-cased
//! phrase a line. A phrase inside a sentence is never touched: "Read more books, the minister said." stays.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A site's own line is short; a paragraph that happens to begin like one is not.
const LONGEST_LINE: usize = 160;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(include_str!("boilerplate.txt")));

struct Phrases {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
    ends: Vec<&'static str>,
}

impl Phrases {
    fn new(list: &'static str) -> Self {
        let mut phrases = Self { whole: HashSet::new(), beginnings: Vec::new(), ends: Vec::new() };
        for line in list.lines() {
            if let Some(beginning) = line.strip_suffix('*') {
                phrases.beginnings.push(beginning);
            } else if let Some(end) = line.strip_prefix('*') {
                phrases.ends.push(end);
            } else {
                phrases.whole.insert(line);
            }
        }
        phrases
    }
}

/// Whether the whole line is the site's own.
pub fn is_boilerplate(line: &str) -> bool {
    if line.is_empty() || line.len() > LONGEST_LINE {
        return false;
    }
    let lower = line.to_lowercase().replace('\u{2019}', "'");
    let words = lower.trim_matches(|c: char| !c.is_alphanumeric());
    !words.is_empty()
        && (PHRASES.whole.contains(words)
            || PHRASES.beginnings.iter().any(|beginning| words.starts_with(beginning))
            || PHRASES.ends.iter().any(|end| words.ends_with(end)))
}

/// The text without the site's own lines, and one warning for each that was dropped.
///
/// `first_line` is the number that the text's first line has in its file. A line goes with its line ending; all
/// other characters stay as they are.
pub fn without_boilerplate(text: &str, first_line: usize) -> (String, Vec<String>) {
    let mut kept = String::with_capacity(text.len());
    let mut warnings = Vec::new();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if is_boilerplate(line.trim()) {
            warnings.push(format!("line {}: site's own line dropped: {}", first_line + number, line.trim()));
        } else {
            kept.push_str(line);
        }
    }
    (kept, warnings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_unique_and_well_formed() {
        let lines: Vec<_> = include_str!("boilerplate.txt").lines().collect();
        assert!(lines.is_sorted_by(|a, b| a < b), "sort boilerplate.txt with LC_ALL=C sort -u");
        for line in lines {
            let words = line.trim_matches('*');
            assert_eq!(line, line.to_lowercase());
            assert!(words.len() >= 4 && words.trim_start() == words, "{line:?}");
            assert!(line.matches('*').count() <= 1, "{line:?} has more than one star");
        }
    }

    #[test]
    fn only_whole_lines_are_the_sites_own() {
        for line in [
            "More From This Section",
            "ADVERTISEMENT",
            "Read more: Five things to know",
            "» Share this article",
            "Click here to subscribe",
            "© 2013 Example Times. All Rights Reserved.",
            "Don’t miss",
        ] {
            assert!(is_boilerplate(line), "{line}");
        }
        for line in [
            "",
            "***",
            "Read more books, the minister said.",
            "Advertisement revenue fell by 3 percent.",
            "Watch towers were built along the border.",
            "The comments came a day after the attack.",
        ] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn a_dropped_line_is_named_and_the_rest_is_untouched() {
        let (kept, warnings) = without_boilerplate("Naïve.\r\n  Read more \r\n\r\nEnd", 4);
        assert_eq!(kept, "Naïve.\r\n\r\nEnd");
        assert_eq!(warnings, ["line 5: site's own line dropped: Read more"]);
    }
}
