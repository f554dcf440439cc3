//! When an article was published: the day that "today" and "Saturday" in it are reckoned from.
//!
//! Four places may say it, besides the user: the file's metadata, the dateline, the file's name, and a line such as
//! "Published: 12 Sep 2013" at the head of the text. `settle` asks all of them, takes the best in the order of
//! [`DateSource`], lets a vaguer date ("2013") be completed by one that agrees with it, and warns where two say
//! different things. Nothing is guessed: a dateline's day and month count only when the year is known elsewhere, a
//! date in figures only when day and month cannot be mistaken for each other, and there is no clock.

mod dateline;
mod filename;
mod place;
mod scan;
mod written;

use jiff::civil::Date;

pub(super) use dateline::{alone_on_line, is_dateline, published_line};
pub(super) use place::is_name;
pub use written::{from_epoch, iso};

use super::{Article, DateSource, ReadOptions};

/// Dates one day apart agree: a report may be filed before midnight and published after.
const DAYS_THAT_AGREE: i32 = 1;

/// One place's opinion.
struct Candidate {
    source: DateSource,
    date: String,
}

/// Sets the article's date from what all places say; `written` is the date in the metadata, as it stands there.
pub(super) fn settle(article: &mut Article, written: Option<&str>, options: &ReadOptions) {
    let written = written.map(str::trim).filter(|written| !written.is_empty());
    let metadata = written.and_then(iso);
    if let (Some(written), None) = (written, &metadata) {
        let shown: String = written.chars().take(60).collect();
        let allowed = "a date such as 2013-09-12 or 12 September 2013";
        article.warnings.push(format!("date of publication: {shown:?} in the metadata is not {allowed}"));
    }
    let filename = filename::find(&article.path);
    let year = metadata.as_deref().and_then(year_of).or_else(|| filename::year(&article.path));
    let head = dateline::Head::of(&article.text);
    let candidates = [
        (DateSource::Option, options.date.as_deref().and_then(iso)),
        (DateSource::Metadata, metadata),
        (DateSource::Dateline, dateline::find(&head, year)),
        (DateSource::Filename, filename),
        (DateSource::Text, dateline::published(&head)),
    ];
    let known = candidates.into_iter().filter_map(|(source, date)| Some(Candidate { source, date: date? }));
    if let Some(best) = best_of(known.collect(), &mut article.warnings) {
        article.date = Some(best.date);
        article.date_source = Some(best.source);
    }
}

/// The first candidate, completed by those that agree with it; what contradicts it becomes a warning.
fn best_of(candidates: Vec<Candidate>, warnings: &mut Vec<String>) -> Option<Candidate> {
    let mut candidates = candidates.into_iter();
    let mut best = candidates.next()?;
    for other in candidates {
        if best.source == DateSource::Option {
            continue;
        }
        if other.date.len() > best.date.len() && other.date.starts_with(&best.date) {
            best = other;
        } else if !agree(&best.date, &other.date) {
            warnings.push(format!(
                "date of publication: {} ({}) is taken, but {} says {}",
                best.date,
                best.source.name(),
                other.source.name(),
                other.date
            ));
        }
    }
    Some(best)
}

fn agree(a: &str, b: &str) -> bool {
    if a.starts_with(b) || b.starts_with(a) {
        return true;
    }
    match (a.parse::<Date>(), b.parse::<Date>()) {
        (Ok(a), Ok(b)) => a.since(b).is_ok_and(|span| span.get_days().abs() <= DAYS_THAT_AGREE),
        _ => false,
    }
}

fn year_of(iso: &str) -> Option<i16> {
    iso.get(..4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(path: &str, text: &str, written: Option<&str>, option: Option<&str>) -> (String, Vec<String>) {
        let options = ReadOptions { date: option.map(str::to_owned), ..ReadOptions::default() };
        let mut article = Article { path: path.to_owned(), text: text.to_owned(), ..Article::default() };
        settle(&mut article, written, &options);
        let source = article.date_source.map_or("", DateSource::name);
        (format!("{} {source}", article.date.unwrap_or_default()), article.warnings)
    }

    #[test]
    fn the_best_place_wins_and_a_contradiction_is_told() {
        const DATELINE: &str = "GENEVA, Sept 12 (RNA) - Talks began.";
        const POSTED: &str = "Posted September 10, 2013\n\nTalks began.";
        for (path, text, written, option, expected, warnings) in [
            ("a.txt", "Talks began.", None, None, " ", 0),
            ("a.txt", DATELINE, None, None, " ", 0),
            ("geneva-2013.txt", DATELINE, None, None, "2013-09-12 dateline", 0),
            ("geneva-2013.txt", "Talks began.", None, None, " ", 0),
            ("a.txt", DATELINE, Some("2013"), None, "2013-09-12 dateline", 0),
            ("a.txt", DATELINE, Some("2013-09-13T01:00:00Z"), None, "2013-09-13 metadata", 0),
            ("a.txt", DATELINE, Some("2013-09-20"), None, "2013-09-20 metadata", 1),
            ("a.txt", POSTED, Some("soon"), None, "2013-09-10 text", 1),
            ("2013-09-12.txt", POSTED, None, None, "2013-09-12 filename", 1),
            ("2013-09-12.txt", POSTED, Some("2012"), Some("1 May 2014"), "2014-05-01 option", 0),
            ("", "Talks began.", Some("0000-00-00"), None, " ", 1),
        ] {
            let (found, told) = settled(path, text, written, option);
            assert_eq!((found.as_str(), told.len()), (expected, warnings), "{path} {text} {written:?}: {told:?}");
        }
    }
}
