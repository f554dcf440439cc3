//! What every reader keeps: the same article, in whatever format, gives the same text, headline, date and source; and no
//! bytes make a reader panic, hang or forget to say what is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use factbox::error::{Problem, ProblemKind};
use factbox::ingest::{Article, READERS, ReadOptions, articles, sources};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEADLINE: &str = "Ferry sinks off the coast of Ruvania";
const BODY: &str = "PORT ALDA — At least 12 people drowned when a ferry sank late on Thursday, the coast guard said.\n\n\
                    The search for “nine missing passengers” goes on, the café owners’ union of Port Alda said.";

/// A file of `tests/readers`, and the reader that it is for. Each holds the article above, once.
///
/// `article.parquet` is our own table of `article.csv`: `factbox extract tests/readers/article.csv -o tables --format parquet`
/// writes it as `tables/documents.parquet`.
const FIXTURES: &[(&str, &str)] = &[
    ("article.md", "text"),
    ("factiva.txt", "text"),
    ("article.html", "html"),
    ("article.json", "json"),
    ("article.jsonl", "json lines"),
    ("article.csv", "csv"),
    ("article.tsv", "csv"),
    ("article.parquet", "parquet"),
    ("article.rss", "xml"),
    ("article.atom", "xml"),
    ("newsml-g2.xml", "xml"),
    ("article.nitf", "xml"),
    ("article.eml", "mail"),
    ("article.mbox", "mailbox"),
    ("nexis.rtf", "rtf"),
    ("nexis.docx", "docx"),
    ("article.warc", "warc"),
    ("article.warc.gz", "gzip"),
    ("article.jsonl.gz", "gzip"),
    ("article.csv.zst", "zstd"),
    ("articles.zip", "zip"),
];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(name)
}

fn read(path: &Path) -> Vec<Result<Article, Problem>> {
    let (sources, problems) = sources::find(&[path.to_owned()]);
    assert_eq!(problems, []);
    articles(&sources[0], &ReadOptions::default()).collect()
}

/// What a file of these bytes gives under a name.
fn read_bytes(name: &str, bytes: &[u8]) -> Vec<Result<Article, Problem>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    read(&path)
}

fn is_the_article(name: &str, read: &[Result<Article, Problem>]) {
    let [Ok(article)] = read else { panic!("{name}: {read:?}") };
    let body = article.text.trim_end().strip_prefix(HEADLINE).unwrap_or(article.text.trim_end()).trim_start();
    assert_eq!(body, BODY, "{name}");
    assert_eq!(article.headline.as_deref(), Some(HEADLINE), "{name}");
    assert_eq!(article.date.as_deref(), Some("2019-03-14"), "{name}");
    assert_eq!(article.source.as_deref(), Some("Example Post"), "{name}");
    assert!(article.byline.as_deref().is_none_or(|byline| byline == "Ana Petrov"), "{name}: {:?}", article.byline);
}

#[test]
fn every_reader_has_a_fixture() {
    for reader in READERS {
        assert!(FIXTURES.iter().any(|(_, name)| *name == reader.name), "{}", reader.name);
    }
    for (name, reader) in FIXTURES {
        let (sources, _) = sources::find(&[fixture(name)]);
        assert_eq!(sources[0].reader().name, *reader, "{name}");
    }
}

#[test]
fn the_article_is_the_same_in_every_format() {
    FIXTURES.iter().for_each(|(name, _)| is_the_article(name, &read(&fixture(name))));
}

#[test]
fn content_is_known_under_a_wrong_name() {
    for (name, reader) in FIXTURES {
        let bytes = fs::read(fixture(name)).unwrap();
        let is_marked = READERS.iter().any(|known| known.name == *reader && (known.begins)(&bytes));
        // What a wrapper holds has no name of its own here, and must show what it is by itself.
        if is_marked && !name.ends_with(".csv.zst") {
            is_the_article(name, &read_bytes("article.log", &bytes));
        }
    }
}

#[test]
fn a_file_that_is_cut_off_or_torn_ends() {
    for (name, _) in FIXTURES {
        let whole = fs::read(fixture(name)).unwrap();
        for cut in (0..whole.len()).step_by(whole.len() / 24 + 1) {
            let read = read_bytes(name, &whole[..cut]);
            assert!(!read.is_empty(), "{name} cut at {cut}: nothing is said");
            let mut torn = whole.clone();
            torn[cut] ^= 0x55;
            read_bytes(name, &torn);
        }
    }
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut packed = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    packed.start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated)).unwrap();
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap().into_inner()
}

fn kinds(read: &[Result<Article, Problem>]) -> Vec<ProblemKind> {
    read.iter().filter_map(|read| read.as_ref().err()).map(|problem| problem.kind).collect()
}

#[test]
fn bombs_and_archives_in_archives_are_told() {
    let article = fs::read(fixture("article.html")).unwrap();
    is_the_article("two deep", &read_bytes("a.zip", &zipped("b.html.gz", &gzipped(&article))));
    let mut nested = zipped("a.html", &article);
    for _ in 0..4 {
        nested = zipped("in.zip", &nested);
    }
    assert_eq!(kinds(&read_bytes("a.zip", &nested)), [ProblemKind::TooLarge]);
    let zeros = gzipped(&vec![b' '; 64 << 20]);
    assert_eq!(kinds(&read_bytes("a.txt.gz", &zeros)), [ProblemKind::TooLarge]);
    // Blank lines of 1 MiB each, 256 of them in a file of 256 KiB: a stream that would go on for long.
    let member = gzipped(&[vec![b' '; 1 << 20], b"\n".to_vec()].concat());
    let read = read_bytes("a.jsonl.gz", &member.repeat(256));
    assert_eq!(kinds(&read), [ProblemKind::TooLarge]);
    assert!(read[0].as_ref().unwrap_err().message.contains("bomb"));
}

#[test]
fn records_of_one_file_are_many_articles_and_bad_ones_are_told_by_number() {
    let message = fs::read(fixture("article.mbox")).unwrap();
    let box_of_three = [message.as_slice(), b"From x@y.z Thu Mar 14 22:00:00 2019\nno headers here\n\n", &message].concat();
    let read = read_bytes("a.mbox", &box_of_three);
    assert_eq!(read.len(), 3);
    assert_eq!(read[1].as_ref().unwrap_err().record, Some(2));
    assert_eq!(read[2].as_ref().unwrap().id, "a#3");
    let two = fs::read(fixture("article.warc")).unwrap().repeat(2);
    assert_eq!(read_bytes("a.warc", &two).iter().flatten().map(|article| article.id.as_str()).collect::<Vec<_>>(), ["a#2", "a#4"]);
    let table = fs::read(fixture("article.csv")).unwrap();
    let row = table.iter().position(|&byte| byte == b'\n').unwrap() + 1;
    let read = read_bytes("a.csv", &[&table, &b"one cell\r\n"[..], &table[row..]].concat());
    assert_eq!((read.len(), read[1].as_ref().unwrap_err().record), (3, Some(2)));
}
