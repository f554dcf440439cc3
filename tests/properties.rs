//! What holds for every input: offsets, no panic, equal output for every number of threads and order of files, linear time.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use factbox::error::Error;
use factbox::pipeline::{Article, Choices, Pipeline};
use proptest::prelude::*;
use serde_json::Value;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| Pipeline::new(&Choices::default()).unwrap());

/// The line of the stream for one text.
fn stream(text: &str, date: Option<&str>) -> Vec<u8> {
    let article = Article { id: "x".into(), text: text.into(), date: date.map(str::to_owned), ..Article::default() };
    let mut out = Vec::new();
    PIPELINE
        .run(std::iter::once(Ok(article)), 1, |done| {
            out.extend(done.map_err(|problem| problem.message).unwrap());
            Ok(())
        })
        .unwrap();
    out
}

#[test]
fn a_run_that_can_write_nothing_ends() {
    let articles = (0..1_000).map(|n| Ok(Article { id: n.to_string(), text: "It rained.".into(), ..Article::default() }));
    let full = || Error::Value { what: "disk".into(), found: "no room".into(), allowed: "room for the tables".into() };
    let run = PIPELINE.run(articles, 2, |_| Err(full()));
    assert!(run.is_err());
}

/// Rows whose `text` is not what their offsets point at, in code points.
fn wrong_offsets(text: &str, line: &[u8]) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let line: Value = serde_json::from_slice(line).unwrap();
    let tables = line.as_object().unwrap().values().filter_map(Value::as_array);
    tables
        .flatten()
        .filter(|row| {
            let at = |key: &str| usize::try_from(row[key].as_u64().unwrap()).unwrap();
            let words: String = chars[at("start_char")..at("end_char")].iter().collect();
            row["text"].as_str() != Some(words.as_str())
        })
        .map(Value::to_string)
        .collect()
}

/// Words and marks of news, between which anything may stand.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "killed", "at least", "12", "people", "civilians,", "on", "Aug. 21", "Saturday", "2013-09-12", "two", "or", "three", "the", "President",
            "John", "al-Nadiri", "said", "U.S.", "Syria", "First,", "Secondly,", "a four-point plan:", "will", "declare", "1.", "(a)", "wounded", "and", "Mr.",
            "\n", "\n\n", ".", ",", "\"", "’s", "—", "including", "children", "feared dead", "last week", "since 2011", "10-15", "half a million", "UN", "- "
        ]).prop_map(str::to_owned),
        1 => "\\PC{1,6}",
        1 => prop::sample::select(vec!["é", "🕊", "\u{301}", "北京", "\r\n", "\u{200b}", "İ", "ß", "\u{feff}", "\u{2028}"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn offsets_point_at_the_words(text in newsy()) {
        let line = stream(&text, Some("2013-09-12"));
        prop_assert_eq!(wrong_offsets(&text, &line), Vec::<String>::new());
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,400}", date in prop::option::of("[0-9-]{0,12}")) {
        stream(&text, date.as_deref());
    }

    #[test]
    fn no_bytes_in_a_file_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), extension in prop::sample::select(vec!["txt", "html", "json", "jsonl", "md", "csv", "xml", "eml", "mbox", "rtf", "docx", "warc", "gz", "zst", "zip"])) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("x.{extension}"));
        fs::write(&path, bytes).unwrap();
        let (sources, _) = factbox::pipeline::sources::find(&[path]);
        for source in &sources {
            let articles: Vec<_> = factbox::pipeline::articles(source, &Default::default()).flatten().collect();
            articles.into_iter().for_each(|article| { PIPELINE.analyse(article); });
        }
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All tables of one run, as bytes.
fn tables(paths: &[PathBuf], jobs: &str) -> Vec<(String, Vec<u8>)> {
    let folder = tempfile::tempdir().unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_factbox"))
        .arg("extract")
        .args(paths)
        .args(["--format", "csv,json,jsonl,xlsx,parquet,sqlite", "--jobs", jobs, "-o"])
        .arg(folder.path())
        .status()
        .unwrap();
    assert!(ran.success());
    let mut files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| !path.ends_with("run.json")); // when the run was
    files.into_iter().map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap())).collect()
}

#[test]
fn records_of_one_id_become_documents_of_two() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("lines");
    fs::write(&input, "{\"id\": \"n1\", \"text\": \"Gunmen killed two herders.\"}\n".repeat(2)).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_factbox"));
    command.args(["extract", "-", "--format", "csv,sqlite", "-o"]).arg(folder.path()).stdin(fs::File::open(&input).unwrap());
    assert!(command.status().unwrap().success());
    let documents = fs::read_to_string(folder.path().join("documents.csv")).unwrap();
    let ids: Vec<_> = documents.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(ids, ["n1", "n1~2"]);
}

#[test]
fn output_is_the_same_for_every_number_of_threads_and_every_order() {
    let one = tables(&[corpus()], "1");
    assert!(one.iter().all(|(_, bytes)| !bytes.is_empty()) && one.len() == 28);
    assert_eq!(tables(&[corpus()], "2"), one);
    assert_eq!(tables(&[corpus()], "8"), one);
    let mut folders: Vec<PathBuf> = fs::read_dir(corpus())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("_expected"))
        .collect();
    folders.sort();
    let sorted = tables(&folders, "2");
    folders.reverse();
    folders.push(folders[0].clone());
    assert_eq!(tables(&folders, "8"), sorted);
}

/// A text of `length` bytes made of `piece`.
fn repeated(piece: &str, length: usize) -> String {
    piece.repeat(length / piece.len())
}

#[test]
fn hostile_text_takes_linear_time() {
    let took = |text: &str| {
        let start = Instant::now();
        stream(text, Some("2013-09-12"));
        start.elapsed()
    };
    for piece in [
        "(",
        "a",
        "1,",
        "\"",
        "killed 12 and ",
        "A ",
        "A. ",
        "-",
        "The President of the ",
        "on May ",
        "first, ",
        "1. ",
        "\n",
        "é",
        "'s",
        "said ",
        "two or ",
        "hundred ",
        "including ",
        "Mr. Smith (X) ",
        "北",
        "🕊",
        "\u{301}",
        "the four-point plan: ",
        "at least ",
    ] {
        let short = took(&repeated(piece, 1 << 18));
        let long = took(&repeated(piece, 1 << 20));
        // Four times the text: four times the time, and as much again for a machine that is busy.
        assert!(long < short * 8 + Duration::from_millis(400), "{piece:?}: {short:?}, four times as much: {long:?}");
    }
}
