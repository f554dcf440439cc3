//! The block of metadata that Markdown files begin with: `key: value` lines between two lines of `---`.
//!
//! It is taken for metadata only when every line of it is a key, an item of a list, a comment or blank, and at least
//! one is a key; anything else between two rules is text and stays.

/// The metadata that concerns an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
}

/// Front matter longer than this is none.
const MOST_LINES: usize = 200;

/// The metadata, the text after it, and how many lines the metadata took.
pub(super) fn split(text: &str) -> (FrontMatter, &str, usize) {
    parse(text).unwrap_or((FrontMatter::default(), text, 0))
}

fn parse(text: &str) -> Option<(FrontMatter, &str, usize)> {
    let mut lines = text.split_inclusive('\n').take(MOST_LINES);
    let mut length = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let mut metadata = FrontMatter::default();
    let mut last_key = "";
    let mut keys = 0;
    for (number, line) in lines.enumerate() {
        length += line.len();
        let content = line.trim();
        if matches!(line.trim_end(), "---" | "...") {
            let rest = text.get(length..)?;
            return (keys > 0).then_some((metadata, rest, number + 2));
        }
        if let Some(item) = content.strip_prefix("- ") {
            metadata.set(last_key, item);
        } else if !content.is_empty() && !content.starts_with('#') {
            let (key, value) = content.split_once(':')?;
            if key.is_empty() || key.len() > 40 || !key.chars().all(|c| c.is_alphanumeric() || "_-. ".contains(c)) {
                return None;
            }
            keys += 1;
            last_key = key;
            metadata.set(key, value);
        }
    }
    None
}

impl FrontMatter {
    /// Keeps the first value of a key that is known; of a list, the first item.
    fn set(&mut self, key: &str, value: &str) {
        let field = match key.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => &mut self.title,
            "date" | "published" | "publishdate" | "date_published" | "pubdate" => &mut self.date,
            "source" | "publisher" | "outlet" | "publication" => &mut self.source,
            "author" | "authors" | "byline" => &mut self.author,
            "url" | "link" | "canonical" => &mut self.url,
            _ => return,
        };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
        if !value.is_empty() && field.is_none() {
            *field = Some(value.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_lists_are_read() {
        let text = "---\r\nTitle: 'A: b'\r\nauthors:\r\n  - Ana Petrov\r\n  - B\r\nurl: https://example.org/a\r\n---\r\nBody";
        let (metadata, body, lines) = split(text);
        assert_eq!(metadata.title.as_deref(), Some("A: b"));
        assert_eq!(metadata.author.as_deref(), Some("Ana Petrov"));
        assert_eq!(metadata.url.as_deref(), Some("https://example.org/a"));
        assert_eq!((body, lines), ("Body", 7));
    }

    #[test]
    fn rules_around_text_are_text() {
        for text in [
            "---\nTwelve people died on Monday.\n---\nMore",
            "---\n---\nBody",
            "---\ntitle: open",
            "--- \n",
            "",
            "----\ntitle: a\n---\n",
            "---\nHe said this, and then more of it, at length and again: no\n---\n",
        ] {
            assert_eq!(split(text), (FrontMatter::default(), text, 0), "{text:?}");
        }
    }
}
