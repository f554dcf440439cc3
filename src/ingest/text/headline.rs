//! The headline of a text that does not name it: its first line, where that looks like one.
//!
//! A wrong headline is worse than none, so each doubt decides against: a sentence, a dateline, a byline or the first
//! of several hard-wrapped lines is no headline.

use crate::ingest::date;

/// The longest headlines in print have some 25 words; a paragraph without a full stop is longer.
const LONGEST: usize = 160;
/// Hard-wrapped lines are at most about this wide.
const WRAPPED_WIDTH: usize = 100;

/// The headline, as a slice of the text without Markdown's marks.
pub(super) fn find(text: &str) -> Option<&str> {
    let mut lines = text.lines().map(str::trim).skip_while(|line| line.is_empty());
    let first = lines.next()?;
    let second = lines.next().unwrap_or_default();
    let body = if second.is_empty() { lines.find(|line| !line.is_empty())? } else { second };
    if let Some(heading) = markdown_heading(first) {
        return Some(heading);
    }
    if is_underline(second) && looks_like_headline(first) {
        return Some(first);
    }
    (looks_like_headline(first) && (second.is_empty() || is_clearly_body(first, body))).then_some(first)
}

fn markdown_heading(line: &str) -> Option<&str> {
    let heading = line.strip_prefix("# ")?.trim_end_matches('#').trim();
    (!heading.is_empty()).then_some(heading)
}

/// The line of `===` under a heading.
fn is_underline(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b'=')
}

fn looks_like_headline(line: &str) -> bool {
    line.len() <= LONGEST
        && line.split_whitespace().count() >= 2
        && line.chars().any(char::is_alphabetic)
        && !line.starts_with(['-', '*', '>', '|', '('])
        && !line.ends_with([',', ';', ':', '-'])
        && (!ends_like_a_sentence(line) || is_title_like(line))
        && !line.starts_with("By ")
        && !line.contains(") -")
        && !date::is_dateline(line)
        && date::alone_on_line(line).is_none()
}

fn ends_like_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('.')
}

/// Nearly all long words begin with a capital, as in titles ("Fire Destroys Homes in Northern U.S.").
fn is_title_like(line: &str) -> bool {
    let is_capital = |word: &&str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let long: Vec<_> = line.split_whitespace().filter(|word| word.chars().count() >= 4).collect();
    long.len() >= 2 && long.iter().filter(|word| is_capital(word)).count() * 5 >= long.len() * 4
}

/// A line right under the headline, without a blank one between, must not be its continuation.
fn is_clearly_body(headline: &str, line: &str) -> bool {
    let begins_anew = line.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric() || "\"“'‘(".contains(c));
    let is_long = line.len() > WRAPPED_WIDTH && line.len() * 2 > headline.len() * 3;
    begins_anew && (date::is_dateline(line) || is_long)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Twelve people died when a ferry sank off the coast of Ruvania late on Monday, officials and \
                        witnesses said, in the worst accident for years.";

    #[test]
    fn headlines_are_found() {
        for (text, headline) in [
            (format!("Ferry sinks off Ruvania\n\n{BODY}"), "Ferry sinks off Ruvania"),
            (format!("\n\nÉlan vital: what now?\r\n\r\n{BODY}"), "Élan vital: what now?"),
            (format!("Ferry sinks off Ruvania\n{BODY}"), "Ferry sinks off Ruvania"),
            (format!("Storm Kills Dozens Across Northern U.S.\n\n{BODY}"), "Storm Kills Dozens Across Northern U.S."),
            ("Ferry sinks\nPORT ALDA, Sept 12 (RNA) - Twelve died.".to_owned(), "Ferry sinks"),
            (format!("# Ferry sinks #\n{BODY}"), "Ferry sinks"),
            (format!("Ferry sinks\n===\n{BODY}"), "Ferry sinks"),
        ] {
            assert_eq!(find(&text), Some(headline), "{text}");
        }
    }

    #[test]
    fn what_only_stands_first_is_no_headline() {
        for text in [
            "".to_owned(),
            "Ferry sinks off Ruvania".to_owned(),
            BODY.to_owned(),
            format!("Twelve people died on Monday.\n\n{BODY}"),
            format!("“We are lost.”\n\n{BODY}"),
            format!("PORT ALDA, Sept 12 (RNA) - Twelve died\n\n{BODY}"),
            format!("By Ana Petrov\n\n{BODY}"),
            format!("12 September 2013\n\n{BODY}"),
            "Twelve people died when a ferry sank off the coast\nof Ruvania late on Monday, officials said.".to_owned(),
            "Twelve people died when a ferry of the company\nRuvan Lines sank late on Monday, officials said.".to_owned(),
        ] {
            assert_eq!(find(&text), None, "{text}");
        }
    }
}
