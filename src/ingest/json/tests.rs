use std::fs;
use std::io::BufReader;

use super::*;
use crate::ingest::{DateSource, FieldNames, sources};

fn lines(input: &str) -> Vec<Result<Article, Problem>> {
    records(input.as_bytes(), "", &ReadOptions::default()).collect()
}

fn file(name: &str, bytes: &[u8]) -> Vec<Result<Article, Problem>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a file");
    let (sources, _) = sources::find(&[file]);
    super::super::articles(&sources[0], &ReadOptions::default()).collect()
}

fn texts(read: &[Result<Article, Problem>]) -> Vec<&str> {
    read.iter().flatten().map(|article| article.text.as_str()).collect()
}

#[test]
fn a_record_says_what_it_is() {
    let read = lines(
        r#"{"guid": 7, "title": " Quake ", "text": "  Nine died.\r\n<b>", "publishedAt": "2013-09-12T23:00:00Z",
            "source": {"id": null, "name": "Example  Post"}, "authors": [{"name": "Ana Petrov"}, "B. Ito"],
            "uri": "x7", "webUrl": "https://example.org/7"}"#
            .replace('\n', " ")
            .as_str(),
    );
    let article = read[0].as_ref().expect("an article");
    assert_eq!(article.id, "7");
    assert_eq!(article.text, "  Nine died.\r\n<b>", "the text stays as it was given");
    assert_eq!(article.headline.as_deref(), Some("Quake"));
    assert_eq!((article.date.as_deref(), article.date_source), (Some("2013-09-12"), Some(DateSource::Metadata)));
    assert_eq!(article.source.as_deref(), Some("Example Post"));
    assert_eq!(article.byline.as_deref(), Some("Ana Petrov, B. Ito"));
    assert_eq!(article.url.as_deref(), Some("https://example.org/7"));
    assert_eq!(article.warnings, Vec::<String>::new());
}

#[test]
fn dates_are_words_or_numbers() {
    for (date, expected) in [
        ("1378981800", Some("2013-09-12")),
        ("1378981800123", Some("2013-09-12")),
        ("1378981800.25", Some("2013-09-12")),
        ("20130912", Some("2013-09-12")),
        ("2013", Some("2013")),
        (r#"{"$date": "2013-09-12T00:00:00Z"}"#, Some("2013-09-12")),
        (r#""""#, None),
        ("null", None),
        (r#""soon""#, None),
    ] {
        let read = lines(&format!(r#"{{"text": "a", "date": {date}}}"#));
        let article = read[0].as_ref().expect("an article");
        assert_eq!(article.date.as_deref(), expected, "{date}");
        assert_eq!(article.warnings.len(), usize::from(date.contains("soon")));
    }
}

#[test]
fn the_users_names_come_first() {
    let mut fields = FieldNames::default();
    fields.add("text=story").expect("a name");
    let options = ReadOptions { fields, date: None };
    let read: Vec<_> = records(&br#"{"text": "short", "story": "long"}"#[..], "", &options).collect();
    assert_eq!(texts(&read), ["long"]);
}

#[test]
fn each_bad_line_is_told_and_the_next_goes_on() {
    let read = lines(concat!(
        "\u{feff}{\"text\": \"a\"}\r\n",
        "\n",
        "{\"text\": \"cut\n",
        "[1]\n",
        "{\"text\": 5}\n",
        "{\"title\": \"t\"}\n",
        "{\"text\": \" \"}\n",
        "{\"text\": \"a\", \"date\": []}\n",
        "{\"text\": \"b\", \"source\": 5}",
    ));
    let told: Vec<_> = read
        .iter()
        .filter_map(|read| read.as_ref().err())
        .map(|problem| (problem.record, problem.line, problem.kind.name(), problem.message.as_str()))
        .collect();
    assert_eq!(texts(&read), ["a", "b"]);
    assert_eq!(
        told[0],
        (Some(2), Some(3), "malformed", "not valid JSON at column 13: EOF while parsing a string; allowed is one JSON object a line")
    );
    assert_eq!(told[1], (Some(3), Some(4), "malformed", "the record holds a list; allowed is an object"));
    assert_eq!(told[2], (Some(4), Some(5), "malformed", "field \"text\" holds a number; allowed is a string"));
    assert_eq!((told[3].1, told[3].2), (Some(6), "no_text"));
    assert_eq!((told[4].1, told[4].2), (Some(7), "empty"));
    assert_eq!((told[5].1, told[5].2), (Some(8), "malformed"));
    let last = read.last().and_then(|read| read.as_ref().ok()).expect("an article");
    assert_eq!(last.id, "record-8");
    assert!(last.warnings[0].contains("\"source\" holds a number"), "{:?}", last.warnings);
}

#[test]
fn nothing_on_standard_input_is_no_problem_but_an_empty_file_is() {
    assert!(lines(" \n\n").is_empty());
    for name in ["a.json", "a.jsonl"] {
        assert_eq!(file(name, b" \n")[0].as_ref().expect_err("nothing").kind, ProblemKind::Empty);
    }
}

#[test]
fn a_line_over_the_limit_is_passed_over() {
    let long = std::iter::repeat_n(b'a', MAX_ARTICLE_BYTES + 1024);
    let input: Vec<u8> = b"{\"text\": \"a\"}\n\"".iter().copied().chain(long).chain(b"\"\n{\"text\": \"b\"}".iter().copied()).collect();
    let options = ReadOptions::default();
    let read: Vec<_> = records(BufReader::new(&input[..]), "feed.jsonl", &options).collect();
    assert_eq!(texts(&read), ["a", "b"]);
    let problem = read[1].as_ref().expect_err("too large");
    assert_eq!((problem.kind, problem.line, problem.record), (ProblemKind::TooLarge, Some(2), Some(2)));
    assert!(problem.message.contains("33554432"));
    assert_eq!(problem.path, "feed.jsonl");
}

#[test]
fn a_file_holds_one_or_many() {
    assert_eq!(texts(&file("a.json", br#" {"text": "a"} "#)), ["a"]);
    assert_eq!(texts(&file("a.json", b"[{\"text\": \"a,]\\\"\"}\n, {\"text\": \"b\", \"x\": [[{}]]}]\n")), ["a,]\"", "b"]);
    assert_eq!(texts(&file("a.json", br#"{"status": "ok", "articles": [{"text": "a"}, {"text": "b"}]}"#)), ["a", "b"]);
    assert_eq!(texts(&file("a.json", br#"{"response": {"results": [{"body": "a"}]}}"#)), ["a"]);
    assert_eq!(texts(&file("a.json", br#"{"text": "a", "data": [{"text": "b"}]}"#)), ["a"]);
    let lines = file("a.json", b"\n{\"text\": \"a\"}\n\n{\"text\": }\n{\"text\": \"b\"}\n");
    assert_eq!(texts(&lines), ["a", "b"]);
    assert_eq!(lines[1].as_ref().expect_err("broken").line, Some(4));
    assert_eq!(lines[2].as_ref().expect("an article").id, "a#3");
    let utf16: Vec<u8> = "\u{feff}{\"text\": \"Zoë\"}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(texts(&file("a.jsonl", &utf16)), ["Zoë"]);
    assert_eq!(texts(&file("a.json", &utf16)), ["Zoë"]);
}

#[test]
fn a_broken_array_gives_what_it_holds() {
    let read = file("a.json", b"[{\"text\": \"a\"},\n {\"text\": 'b'}, , 7,\n {\"text\": \"c\"}, {\"text\": \"d");
    assert_eq!(texts(&read), ["a", "c"]);
    let told: Vec<_> = read.iter().filter_map(|read| read.as_ref().err()).map(|problem| (problem.record, problem.line)).collect();
    assert_eq!(told, [(Some(2), Some(2)), (Some(3), Some(2)), (Some(4), Some(2)), (Some(6), Some(3))]);
    let after = file("a.json", b"[] x");
    assert!(after[0].as_ref().expect_err("more").message.contains("after the end"));
}

#[test]
fn depth_costs_no_stack() {
    let deep = format!("{{\"text\": {}", "[".repeat(200_000));
    assert_eq!(lines(&deep)[0].as_ref().expect_err("too deep").kind, ProblemKind::Malformed);
    for name in ["a.json", "a.jsonl"] {
        let read = file(name, "[".repeat(200_000).as_bytes());
        assert_eq!(read[0].as_ref().expect_err("too deep").kind, ProblemKind::Malformed);
    }
}

#[test]
fn html_in_a_text_is_cleaned_and_told() {
    let read = lines(r#"{"content": "<p>Nine died &amp; more.</p><p>Help came<br>late.</p>"}"#);
    let article = read[0].as_ref().expect("an article");
    assert_eq!(article.text, "Nine died & more.\n\nHelp came\nlate.");
    assert!(article.warnings[0].contains("HTML"));
    for plain in ["if a < b and c > d, <unclear> he said", "a stray</a> tag and a <br>"] {
        assert_eq!(texts(&lines(&format!("{{\"text\": \"{plain}\"}}"))), [plain]);
    }
}

#[test]
fn a_summary_is_text_as_a_last_resort() {
    let read = lines("{\"description\": \"Nine died.\"}\n{\"description\": \"short\", \"content\": \"long\"}");
    assert_eq!(texts(&read), ["Nine died.", "long"]);
    assert!(read[0].as_ref().is_ok_and(|article| article.warnings.len() == 1));
    assert!(read[1].as_ref().is_ok_and(|article| article.warnings.is_empty()));
}
