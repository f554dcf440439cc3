//! Runs that are interrupted, and runs in shards, end with the bytes of one that is neither.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factbox::pipeline::Format;
use serde_json::Value;
use tempfile::TempDir;

const JOURNAL: &str = ".factbox-journal";

/// All of them, as an option.
fn formats() -> [String; 2] {
    ["--format".into(), Format::ALL.map(Format::name).join(",")]
}

fn factbox(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_factbox")).current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

/// Articles, a copy of one, one in another language, and files that cannot be read.
struct Inputs {
    folder: TempDir,
}

impl Inputs {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let story = |n: usize| {
            format!("Gunmen killed {n} herders and wounded at least {} others near Oru on Tuesday, police in Oru said.\n", n + 3)
        };
        let records: Vec<String> =
            (2..12).map(|n| serde_json::json!({"id": "n", "text": story(n), "date": "2019-03-14"}).to_string()).collect();
        put("a.jsonl", &[&records[..5], &["{\"text\": ".to_owned()], &records[5..]].concat().join("\n"));
        put("b.txt", "");
        put("c.txt", &format!("{}{}", story(40), "The mayor, Ann Kolb, called for calm.\u{2028}\u{1}".repeat(3)));
        put("d.txt", &format!("{}{}", story(40), "The mayor, Ann Kolb, called for calm.\u{2028}\u{1}".repeat(3)));
        put("e.txt", &"Der Bürgermeister rief am Dienstag alle Seiten auf, ruhig zu bleiben und nicht zu schießen. ".repeat(3));
        put("f.json", "{");
        Self { folder }
    }

    fn path(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }

    fn extract(&self, folder: &Path, more: &[&str]) -> Output {
        factbox(&[&["extract", self.path(), "-o", folder.to_str().unwrap()], more].concat())
    }

    /// In all formats.
    fn extract_all(&self, folder: &Path, more: &[&str]) -> Output {
        let [option, names] = formats();
        self.extract(folder, &[&[option.as_str(), &names], more].concat())
    }

    /// The journal of a whole run, as it is before its tables are made.
    fn journal(&self) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(self.extract(folder.path(), &["--shard", "1/1"]).status.code(), Some(2));
        assert_eq!(names(folder.path()), ["shard.jsonl"]);
        fs::read(folder.path().join("shard.jsonl")).unwrap()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// All files of a folder but the one that tells when the run was.
fn tables(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = names(folder).into_iter().filter(|name| name != "run.json");
    names.map(|name| (name.clone(), fs::read(folder.join(name)).unwrap())).collect()
}

fn said(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stderr).into_owned()
}

#[test]
fn a_run_goes_on_from_wherever_its_journal_was_torn() {
    let inputs = Inputs::new();
    let whole = tempfile::tempdir().unwrap();
    assert_eq!(inputs.extract_all(whole.path(), &[]).status.code(), Some(2));
    let whole = tables(whole.path());
    assert!(whole.len() >= 17 && whole.values().all(|bytes| !bytes.is_empty()));

    let journal = inputs.journal();
    let ends: Vec<usize> = journal.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    assert_eq!(ends.len(), 1 + 16 + 1, "a head, 16 articles and problems, an end");
    let mut cuts = vec![0, 1, ends[0] / 2];
    cuts.extend(ends.iter().flat_map(|end| [end - 1, *end, end + 40]));
    for cut in cuts {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(JOURNAL), &journal[..cut.min(journal.len())]).unwrap();
        fs::write(folder.path().join(".factbox-x7.partial"), "left behind").unwrap();
        let ran = inputs.extract_all(folder.path(), &["--resume"]);
        assert_eq!(ran.status.code(), Some(2), "cut at {cut}: {}", said(&ran));
        assert!(tables(folder.path()) == whole, "cut at {cut}: other tables");
        let done = ends.iter().filter(|end| **end <= cut).count().saturating_sub(1).min(16);
        let record: Value = serde_json::from_slice(&fs::read(folder.path().join("run.json")).unwrap()).unwrap();
        assert_eq!(record["resumed_after"], done, "cut at {cut}");
    }

    // What a disk without power leaves: a file that is long enough, and empty where it matters.
    let folder = tempfile::tempdir().unwrap();
    let mut torn = journal[..ends[4]].to_vec();
    torn[ends[2] + 10..].fill(0);
    fs::write(folder.path().join(JOURNAL), torn).unwrap();
    inputs.extract_all(folder.path(), &["--resume"]);
    assert!(tables(folder.path()) == whole);
}

#[test]
fn only_a_run_of_the_same_is_gone_on_with() {
    let inputs = Inputs::new();
    let journal = inputs.journal();
    let folder = tempfile::tempdir().unwrap();
    let resume = |more: &[&str]| {
        fs::write(folder.path().join(JOURNAL), &journal[..journal.len() / 2]).unwrap();
        let ran = inputs.extract(folder.path(), more);
        (said(&ran), names(folder.path()))
    };
    let (said, left) = resume(&["--resume", "--vague", "acled"]);
    assert!(said.contains(r#"options.vague was \"plain\", is \"acled\""#), "{said}");
    assert_eq!(left, [JOURNAL]);
    let (said, _) = resume(&["--resume", "--shard", "1/2"]);
    assert!(said.contains("shard was 1/1, is 1/2"), "{said}");
    fs::write(inputs.folder.path().join("c.txt"), "Nobody was hurt.").unwrap();
    let (said, _) = resume(&["--resume"]);
    assert!(said.contains("inputs[2].bytes was") && said.contains("inputs[2].sha256 was"), "{said}");
    let (said, left) = resume(&[]);
    assert!(said.contains("an interrupted run is given up"), "{said}");
    assert!(left.contains(&"documents.csv".to_owned()) && !left.contains(&JOURNAL.to_owned()));
    let ran = factbox(&["extract", "-", "-o", folder.path().to_str().unwrap(), "--resume"]);
    assert!(String::from_utf8_lossy(&ran.stderr).contains("standard input cannot be read again"));
}

#[test]
fn two_runs_do_not_write_into_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    let journal = fs::File::create(folder.path().join(JOURNAL)).unwrap();
    journal.lock().unwrap();
    let ran = Inputs::new().extract(folder.path(), &[]);
    assert!(ran.status.code() == Some(2) && said(&ran).contains("another run of factbox"), "{}", said(&ran));
}

/// Runs all of `of` shards over `paths`; gives their folders.
fn shards(paths: &[&str], of: u64, into: &Path) -> Vec<PathBuf> {
    let shard = |number: u64| {
        let folder = into.join(number.to_string());
        let ran = factbox(&[&["extract"], paths, &["-o", folder.to_str().unwrap(), "--shard", &format!("{number}/{of}")]].concat());
        assert!(folder.join("shard.jsonl").is_file(), "{}", said(&ran));
        folder
    };
    (1..=of).map(shard).collect()
}

fn merge(folders: &[&PathBuf], into: &Path) -> Output {
    let folders: Vec<&str> = folders.iter().map(|folder| folder.to_str().unwrap()).collect();
    let [option, names] = formats();
    factbox(&[&["merge"], &folders[..], &["-o", into.to_str().unwrap(), &option, &names]].concat())
}

#[test]
fn the_tables_of_all_shards_are_those_of_one_run() {
    let inputs = Inputs::new();
    for (paths, of, status) in [(["corpus"], 3, 0), ([inputs.path()], 3, 2), ([inputs.path()], 40, 2)] {
        let folder = tempfile::tempdir().unwrap();
        let (whole, merged) = (folder.path().join("whole"), folder.path().join("merged"));
        let [option, names] = formats();
        let ran = factbox(&[&["extract"], &paths[..], &["-o", whole.to_str().unwrap(), &option, &names]].concat());
        assert_eq!(ran.status.code(), Some(status), "{}", said(&ran));
        let made = shards(&paths, of, folder.path());
        let ran = merge(&made.iter().rev().collect::<Vec<_>>(), &merged);
        assert_eq!(ran.status.code(), Some(status), "{}", said(&ran));
        assert!(tables(&merged) == tables(&whole), "{paths:?}: {of} shards give other tables");
        let record: Value = serde_json::from_slice(&fs::read(merged.join("run.json")).unwrap()).unwrap();
        assert_eq!(record["shards"], of);
    }
}

#[test]
fn merging_asks_for_all_shards_of_one_run() {
    let inputs = Inputs::new();
    let folder = tempfile::tempdir().unwrap();
    let made = shards(&[inputs.path()], 3, folder.path());
    let other = folder.path().join("other");
    inputs.extract(&other, &["--shard", "2/3", "--vague", "acled"]);
    let merged = folder.path().join("merged");
    let refused = |folders: &[&PathBuf]| {
        let ran = merge(folders, &merged);
        assert!(ran.status.code() == Some(2) && !merged.join("documents.csv").exists());
        said(&ran)
    };
    let told = refused(&[&made[0], &made[2]]);
    assert!(told.contains("missing: 2/3"), "{told}");
    let told = refused(&[&made[0], &made[1], &made[1], &made[2]]);
    assert!(told.contains(r#"found "1/3, 2/3, 2/3, 3/3""#), "{told}");
    let told = refused(&[&made[0], &other, &made[2]]);
    assert!(told.contains("other/shard.jsonl") && told.contains("options.vague was"), "{told}");

    let shard = made[1].join("shard.jsonl");
    let bytes = fs::read(&shard).unwrap();
    let end = bytes.trim_ascii_end().iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(&shard, &bytes[..end]).unwrap();
    let told = refused(&[&made[0], &made[1], &made[2]]);
    assert!(told.contains("2/shard.jsonl") && told.contains("another end"), "{told}");
    fs::rename(&shard, made[1].join(JOURNAL)).unwrap();
    let told = refused(&[&made[0], &made[1], &made[2]]);
    assert!(told.contains("the journal of an unfinished run"), "{told}");
}

#[test]
fn a_run_tells_what_it_was_of() {
    let inputs = Inputs::new();
    fs::write(inputs.folder.path().join("g.txt"), "abc").unwrap();
    let own = inputs.folder.path().join("own.csv");
    fs::write(&own, "name,kind\nOru Front,armed_group\n").unwrap();
    let folder = tempfile::tempdir().unwrap();
    inputs.extract(folder.path(), &["--lexicon", own.to_str().unwrap(), "--vague", "acled", "--date", "2020-01-02"]);
    let record: Value = serde_json::from_slice(&fs::read(folder.path().join("run.json")).unwrap()).unwrap();
    assert_eq!(record["factbox"], env!("CARGO_PKG_VERSION"));
    assert_eq!((&record["options"]["vague"], &record["options"]["date"]), (&"acled".into(), &"2020-01-02".into()));
    assert_eq!(record["lexicons"][0]["bytes"], 32);
    let inputs = record["inputs"].as_array().unwrap();
    let abc = inputs.iter().find(|input| input["path"].as_str().unwrap().ends_with("g.txt")).unwrap();
    assert_eq!(abc["sha256"], "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    let rows = |table: &str| csv::Reader::from_path(folder.path().join(format!("{table}.csv"))).unwrap().into_records().count();
    for (table, count) in record["counts"]["rows"].as_object().unwrap() {
        assert_eq!(count, rows(table), "{table}");
    }
    assert_eq!(record["counts"]["problems"], rows("problems"));
    assert_eq!((&record["counts"]["duplicates"], &record["counts"]["languages"]["de"]), (&1.into(), &1.into()));
    assert!(record["started"].as_str().unwrap() <= record["finished"].as_str().unwrap());
}
