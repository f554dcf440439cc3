//! What goes out to annotation tools comes back: each export is read as its tool reads it, and its spans are those of the rows.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use quick_xml::events::Event;
use serde_json::Value;

/// Where a row's words stand, in code points, and the words.
type Spans = BTreeSet<(usize, usize, String)>;

/// Ids that are no names of files, characters that lines and markup stumble over, names over the end of a line.
const HOSTILE: &str = r#"{"id":"a/b","date":"2021-03-03","text":"🕊👩‍🚒 <b>Envoys</b> & \"rebels\" met Maryam\nal-Zahrawi's\r\naide on Monday.\u2028 On Tuesday\t9 March a mine\u0007 killed at least\n11 herders.\u0085Then, in 𝒟ecember 2020, 3 were hurt."}
{"id":"A/B","text":"A blast in Gao on 3\nMay 2019 wounded ten."}
{"id":"CON","text":"Nothing was said."}
{"id":"大公报 ?*","date":"2021-03-03","text":"The envoy of Niger spoke on Friday."}
"#;

struct Run {
    folder: tempfile::TempDir,
    documents: Vec<Value>,
}

static RUN: LazyLock<Run> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let hostile = folder.path().join("hostile.jsonl");
    fs::write(&hostile, HOSTILE).unwrap();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let out = folder.path().join("out");
    let mut run = Command::new(env!("CARGO_BIN_EXE_factbox"));
    run.arg("extract").args([&corpus, &hostile]).arg("-o").arg(&out).args(["--format", "jsonl,brat,doccano,bio,timeml"]);
    assert!(run.status().unwrap().success());
    let stream = fs::read_to_string(out.join("stream.jsonl")).unwrap();
    let documents = stream.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    Run { folder, documents }
});

impl Run {
    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join("out").join(name)
    }

    /// The files in a folder with this ending, with their names without it.
    fn files(&self, folder: &str, ending: &str) -> Vec<(String, String)> {
        let mut files: Vec<_> = fs::read_dir(self.path(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.retain(|path| path.extension().is_some_and(|e| e == ending));
        files.into_iter().map(|path| (path.with_extension("").display().to_string(), fs::read_to_string(&path).unwrap())).collect()
    }

    /// The document with this text.
    fn of_text(&self, text: &str) -> &Value {
        self.documents.iter().find(|document| document["document"]["text"] == text).unwrap()
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The spans of the rows of some tables.
fn rows(document: &Value, tables: &[&str]) -> Spans {
    let rows = tables.iter().flat_map(|table| document[*table].as_array().unwrap());
    rows.map(|row| (number(&row["start_char"]), number(&row["end_char"]), row["text"].as_str().unwrap().to_owned())).collect()
}

/// Those that lie in no other.
fn outermost(spans: &Spans) -> Spans {
    let is_within = |a: &(usize, usize, String)| spans.iter().any(|b| (b.0, b.1) != (a.0, a.1) && b.0 <= a.0 && a.1 <= b.1);
    spans.iter().filter(|span| !is_within(span)).cloned().collect()
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

const ALL: [&str; 5] = ["actor_mentions", "dates", "casualties", "plans", "plan_steps"];

#[test]
fn brat_reads_the_spans_of_the_rows() {
    let (texts, notes) = (RUN.files("brat", "txt"), RUN.files("brat", "ann"));
    assert_eq!(texts.len(), RUN.documents.len());
    let configuration = fs::read_to_string(RUN.path("brat/annotation.conf")).unwrap();
    let types: BTreeSet<_> = configuration.lines().map(str::trim).collect();
    for ((name, text), (same_name, notes)) in texts.iter().zip(&notes) {
        assert_eq!(name, same_name);
        let mut read = Spans::new();
        // As Python splits lines: at more than line feeds.
        let lines = notes.split(['\n', '\r', '\u{b}', '\u{c}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{85}', '\u{2028}', '\u{2029}']);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let [id, place, words] = line.split('\t').collect::<Vec<_>>().try_into().unwrap_or_else(|_| panic!("{name}: {line:?}"));
            let (kind, places) = place.split_once(' ').unwrap();
            assert!(id.starts_with('T') && types.contains(kind), "{name}: {line}");
            let fragments: Vec<(usize, usize)> = places
                .split(';')
                .map(|fragment| fragment.split_once(' ').map(|(a, b)| (a.parse().unwrap(), b.parse().unwrap())).unwrap())
                .collect();
            let joined: Vec<_> = fragments.iter().map(|(start, end)| slice(text, *start, *end)).collect();
            assert_eq!(joined.join(" "), words, "{name}");
            let (start, end) = (fragments[0].0, fragments[fragments.len() - 1].1);
            read.insert((start, end, slice(text, start, end)));
        }
        assert_eq!(read, rows(RUN.of_text(text), &ALL), "{name}");
    }
}

#[test]
fn doccano_and_prodigy_read_the_spans_of_the_rows() {
    let lines = fs::read_to_string(RUN.path("doccano.jsonl")).unwrap();
    assert_eq!(lines.lines().count(), RUN.documents.len());
    for (line, document) in lines.lines().zip(&RUN.documents) {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = line["text"].as_str().unwrap();
        let span = |start: &Value, end: &Value| (number(start), number(end), slice(text, number(start), number(end)));
        let labels: Spans = line["label"].as_array().unwrap().iter().map(|label| span(&label[0], &label[1])).collect();
        let spans: Spans = line["spans"].as_array().unwrap().iter().map(|label| span(&label["start"], &label["end"])).collect();
        assert_eq!(labels, rows(document, &ALL));
        assert_eq!(spans, labels);
    }
}

#[test]
fn the_tags_of_tokens_give_back_the_outermost_spans() {
    let file = fs::read_to_string(RUN.path("bio.conll")).unwrap();
    let blocks: Vec<_> = file.split("# doc_id = ").skip(1).collect();
    assert_eq!(blocks.len(), RUN.documents.len());
    for (block, document) in blocks.iter().zip(&RUN.documents) {
        let text = document["document"]["text"].as_str().unwrap();
        let (id, lines) = block.split_once('\n').unwrap();
        assert_eq!(document["document"]["doc_id"], id);
        let mut found: [Vec<(usize, usize)>; 2] = Default::default();
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let [token, start, end, actor, date] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
            assert_eq!(slice(text, start, end), token, "{id}");
            for (tag, found) in [actor, date].iter().zip(&mut found) {
                match tag.as_bytes()[0] {
                    b'B' => found.push((start, end)),
                    b'I' => found.last_mut().unwrap().1 = end,
                    _ => assert_eq!(*tag, "O"),
                }
            }
        }
        for (table, found) in ["actor_mentions", "dates"].iter().zip(found) {
            let read: Spans = found.into_iter().map(|(start, end)| (start, end, slice(text, start, end))).collect();
            assert_eq!(read, outermost(&rows(document, &[table])), "{id}");
        }
    }
}

#[test]
fn timeml_is_xml_and_holds_the_outermost_dates() {
    let files = RUN.files("timeml", "tml");
    assert_eq!(files.len(), RUN.documents.len());
    for (name, markup) in &files {
        let (id, text, read) = timeml(markup);
        let document = RUN.documents.iter().find(|document| document["document"]["doc_id"] == id).unwrap_or_else(|| panic!("{name}: {id}"));
        let held = document["document"]["text"].as_str().unwrap().replace('\u{7}', "\u{fffd}");
        assert_eq!(text, held, "{name}");
        assert_eq!(read, outermost(&rows(document, &["dates"])), "{name}");
    }
}

/// The id, the text, and the dates in the text with what they say.
fn timeml(markup: &str) -> (String, String, Spans) {
    let mut reader = quick_xml::Reader::from_str(markup);
    reader.config_mut().check_end_names = true;
    let (mut id, mut text, mut read) = (String::new(), String::new(), Spans::new());
    let (mut open, mut started) = (Vec::new(), 0);
    loop {
        let words = match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(tag) => {
                open.push(tag.name().as_ref().to_owned());
                if open.ends_with(&["TIMEX3".into()]) {
                    let value = tag.try_get_attribute("value").unwrap().unwrap();
                    assert!(!value.value.is_empty());
                    started = text.chars().count();
                }
                continue;
            }
            Event::End(_) => {
                if open.pop().as_deref() == Some("TIMEX3") && open.contains(&"TEXT".into()) {
                    let end = text.chars().count();
                    read.insert((started, end, slice(&text, started, end)));
                }
                continue;
            }
            Event::Text(words) => words.xml10_content().into_owned(),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().unwrap() {
                Some(c) => c.into(),
                None => quick_xml::escape::resolve_predefined_entity(&reference).unwrap().into(),
            },
            _ => continue,
        };
        if open.contains(&"TEXT".into()) {
            text.push_str(&words);
        } else if open.contains(&"DOCID".into()) {
            id.push_str(&words);
        }
    }
    (id, text, read)
}

#[test]
fn a_folder_in_which_somebody_may_have_worked_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.txt");
    fs::write(&article, "Gunmen killed three herders near Tessalit on Tuesday.").unwrap();
    let run = || {
        let mut run = Command::new(env!("CARGO_BIN_EXE_factbox"));
        run.arg("extract").arg(&article).arg("-o").arg(folder.path()).args(["--format", "brat"]).output().unwrap()
    };
    assert!(run().status.success());
    let notes = folder.path().join("brat/article.ann");
    fs::write(&notes, "T1\tactor 0 6\tGunmen\n").unwrap();
    let second = run();
    assert_eq!(second.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&second.stderr).contains("somebody may have worked in it"));
    assert_eq!(fs::read_to_string(notes).unwrap(), "T1\tactor 0 6\tGunmen\n");
}
