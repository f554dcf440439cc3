//! Annotated texts: from gold lines to features and labels.

use std::path::{Path, PathBuf};

use factbox::extract::Extractors;
use factbox::extract::actors::tagger::{Sheet, Tag};
use factbox::rules::{Reading, ValueKind};
use factbox::text::{Document, TokenRange};
use serde_json::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// How much is learnt from the texts of a file, where it is not 1: noisy sets and sets of other fields count less.
const WEIGHTS: &[(&str, f32)] = &[("btc", 0.3), ("wnut17", 0.3), ("crossner_other", 0.4)];

/// A text with its names: the first byte, one past the last, and what it is.
pub struct Text {
    pub text: String,
    pub names: Vec<(usize, usize, Tag)>,
}

/// A text as the learner sees it.
pub struct Sample {
    pub file: String,
    pub weight: f32,
    pub sheet: Sheet,
    /// The label of each token of the sheet's stretches.
    pub labels: Vec<usize>,
    /// All names, by tokens.
    pub names: Vec<(TokenRange, Tag)>,
}

/// The files among `inputs` and in the folders among them, in order.
pub fn files(inputs: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for input in inputs {
        for entry in walkdir::WalkDir::new(input).sort_by_file_name() {
            let entry = entry?;
            if entry.file_type().is_file() && (input.is_file() || entry.path().extension().is_some_and(|e| e == "jsonl" || e == "txt")) {
                files.push(entry.into_path());
            }
        }
    }
    Ok(files)
}

/// Whether a file holds articles of our own, with marked names.
fn is_own(file: &Path) -> bool {
    file.extension().is_some_and(|e| e == "txt")
}

/// The texts of a file.
pub fn texts(file: &Path) -> Result<Vec<Text>> {
    let lines = std::fs::read_to_string(file)?;
    if is_own(file) {
        let parse = |article: &str| marked(article).map_err(|e| format!("{}: {e}", file.display()).into());
        return lines.split("\n---\n").map(parse).collect();
    }
    let parse = |(number, line): (usize, &str)| text(line).map_err(|e| format!("{}, line {number}: {e}", file.display()).into());
    (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty()).map(parse).collect()
}

fn text(line: &str) -> Result<Text> {
    let value: Value = serde_json::from_str(line)?;
    let text = value["text"].as_str().ok_or("a line without `text`")?.to_owned();
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut names = Vec::new();
    for name in value["gold"].as_array().ok_or("a line without `gold`")? {
        let tag = match name["type"].as_str() {
            Some("PER") => Tag::Person,
            Some("ORG") => Tag::Body,
            Some("LOC") => Tag::Place,
            _ => continue,
        };
        let place = |key: &str| name[key].as_u64().and_then(|at| bytes.get(usize::try_from(at).ok()?).copied());
        names.push((place("start").ok_or("a bad start")?, place("end").ok_or("a bad end")?, tag));
    }
    Ok(Text { text, names })
}

/// An article with its names marked: `<p Dorn Marlow>` a person, `<o Brellat Steel>` a body, `<l Nairobi>` a place.
fn marked(article: &str) -> Result<Text> {
    let (mut text, mut names, mut rest) = (String::new(), Vec::new(), article);
    while let Some((before, behind)) = rest.split_once('<') {
        let (name, after) = behind.split_once('>').ok_or_else(|| format!("no > behind {behind:.30}"))?;
        let (tag, name) = match name.split_at_checked(2) {
            Some(("p ", name)) => (Tag::Person, name),
            Some(("o ", name)) => (Tag::Body, name),
            Some(("l ", name)) => (Tag::Place, name),
            _ => return Err(format!("{name:?} has no mark: p, o or l").into()),
        };
        text.push_str(before);
        names.push((text.len(), text.len() + name.len(), tag));
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    Ok(Text { text, names })
}

impl Sample {
    /// Reads a text as extraction does.
    pub fn new(extractors: &Extractors, file: &Path, text: &Text) -> Self {
        let document = Document::new(text.text.clone());
        let mut reading = extractors.read(&document);
        let dates = extractors.dates.extract(&reading, None);
        reading.mark(ValueKind::Date, dates.iter().map(|date| date.tokens));
        let sheet = extractors.actors.sheet(&reading);
        let names: Vec<_> = text.names.iter().filter_map(|(start, end, tag)| Some((tokens(&reading, *start, *end, *tag)?, *tag))).collect();
        let mut of_token = vec![0; document.tokens().len()];
        for (tokens, tag) in &names {
            let active = tokens.iter().filter(|at| sheet.stretches.iter().any(|stretch| stretch.holds(*at)));
            for (n, at) in active.enumerate() {
                of_token[at] = tag.first_label() + n.min(1);
            }
        }
        let labels = sheet.stretches.iter().flat_map(|stretch| stretch.iter()).map(|at| of_token[at]).collect();
        let name = file.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let weight = WEIGHTS.iter().find(|(set, _)| name.starts_with(set)).map_or(1.0, |(_, weight)| *weight);
        Self { file: name, weight, sheet, labels, names }
    }
}

/// The tokens of a name, without an article, titles before it and a possessive "s" behind it.
fn tokens(reading: &Reading<'_>, start: usize, end: usize, tag: Tag) -> Option<TokenRange> {
    let tokens = reading.document().tokens();
    let mut first = tokens.partition_point(|token| token.span.end() <= start);
    let mut last = tokens.partition_point(|token| token.span.start() < end);
    while first + 1 < last && reading.is_any(first, &["the", "a", "an"]) {
        first += 1;
    }
    while tag == Tag::Person && first + 1 < last {
        let title = reading.phrases_at(first).iter().find(|phrase| {
            let class = reading.vocabulary().class_name(phrase.class);
            class == "title" && phrase.tokens.end() < last
        });
        let named = reading.phrases_at(first).iter().any(|phrase| reading.vocabulary().class_name(phrase.class) == "given_name");
        let stop = |at: usize| usize::from(reading.word(at) == "." && at + 1 < last);
        match title.filter(|_| !named) {
            Some(phrase) => first = phrase.tokens.end() + stop(phrase.tokens.end()),
            None => break,
        }
    }
    if first + 1 < last && matches!(reading.word(last - 1), "'s" | "’s") {
        last -= 1;
    }
    (first < last).then(|| TokenRange::new(first, last))
}
