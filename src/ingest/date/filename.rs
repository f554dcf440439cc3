//! A date in the name of a file, or in its folders as archives lay them out (`2013/09/12/talks.html`).

use std::sync::LazyLock;

use regex::Regex;

use super::written::{from_parts, in_figures};
use crate::ingest::pattern::regex;

static YEAR_FIRST: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let with = |separator: &str| {
        regex(&format!(r"(?:^|\D)(?P<year>(?:18|19|20|21)\d\d){separator}(?P<month>\d\d){separator}(?P<day>\d\d)(?:\D|$)"))
    };
    ["-", "_", r"\.", ""].map(with).into()
});
static FOLDERS: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:^|/)(?P<year>(?:18|19|20|21)\d\d)/(?P<month>\d\d)/(?P<day>\d\d)/[^/]*$"));
static YEAR_LAST: LazyLock<Regex> =
    LazyLock::new(|| regex(r"(?:^|\D)(?P<first>\d\d)[-_.](?P<second>\d\d)[-_.](?P<year>(?:18|19|20|21)\d\d)(?:\D|$)"));
static YEAR: LazyLock<Regex> = LazyLock::new(|| regex(r"(?:^|\D)(?P<year>(?:18|19|20|21)\d\d)(?:\D|$)"));

/// The day that a path names in the file's name, else in the folders right above it.
pub(super) fn find(path: &str) -> Option<String> {
    if path.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return None;
    }
    let name = file_name(path);
    YEAR_FIRST
        .iter()
        .find_map(|form| from_parts(&form.captures(name)?))
        .or_else(|| in_figures(&YEAR_LAST.captures(name)?))
        .or_else(|| from_parts(&FOLDERS.captures(path)?))
}

/// The year that a file's name holds: no date by itself, but it completes a dateline's day and month.
pub(super) fn year(path: &str) -> Option<i16> {
    let name = file_name(path);
    let has_year = name.bytes().filter(u8::is_ascii_digit).count() >= 4;
    let date = find(path).or_else(|| from_parts(&YEAR.captures(Some(name).filter(|_| has_year)?)?))?;
    super::year_of(&date)
}

/// The name without its folders and its extension.
fn file_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_names() {
        for (path, expected) in [
            ("news/talks-2019-03-14.txt", Some("2019-03-14")),
            ("20190314.html", Some("2019-03-14")),
            ("2019_03_14_talks.json", Some("2019-03-14")),
            ("ü14-03-2019.txt", Some("2019-03-14")),
            ("03-14-2019.txt", Some("2019-03-14")),
            ("02-03-2019.txt", None),
            ("2019-02-30.txt", None),
            ("120190314.txt", None),
            ("2019-03_14.txt", None),
            ("2019-03-14/talks.txt", None),
            ("2013/09/12/export/talks.txt", None),
            ("", None),
        ] {
            assert_eq!(find(path).as_deref(), expected, "{path}");
        }
        assert_eq!(find("a/2013/09/12/talks.txt").as_deref(), Some("2013-09-12"));
    }

    #[test]
    fn a_year_is_a_hint() {
        assert_eq!(year("geneva-2013.txt"), Some(2013));
        assert_eq!(year("2013/geneva.txt"), None);
        assert_eq!(year("flight-20131.txt"), None);
    }
}
