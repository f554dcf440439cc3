//! What tables of every kind of column give, and that no damage to them ends a run.

use std::io::Cursor;
use std::time::{Duration, Instant};

use parquet::basic::{Compression, Encoding};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type, Int96, Int96Type};
use parquet::file::properties::{WriterProperties, WriterVersion};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;

use super::*;

/// Of each row group, what is written to its columns.
type Fill = fn(&mut SerializedRowGroupWriter<'_, &mut Vec<u8>>);

fn written(schema: &str, properties: WriterProperties, groups: usize, fill: Fill) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(schema).expect("a schema"));
    let mut bytes = Vec::new();
    let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties)).expect("a writer");
    for _ in 0..groups {
        let mut group = writer.next_row_group().expect("a group");
        fill(&mut group);
        group.close().expect("closed");
    }
    writer.close().expect("closed");
    bytes
}

fn column<T: DataType>(group: &mut SerializedRowGroupWriter<'_, &mut Vec<u8>>, values: &[T::T], levels: Option<&[i16]>) {
    let mut column = group.next_column().expect("no error").expect("a column");
    let repeats: Option<Vec<i16>> = levels.filter(|levels| levels.contains(&2)).map(|levels| vec![0; levels.len()]);
    column.typed::<T>().write_batch(values, levels, repeats.as_deref()).expect("written");
    column.close().expect("closed");
}

fn words(values: &[&str]) -> Vec<ByteArray> {
    values.iter().map(|value| ByteArray::from(*value)).collect()
}

fn rows(bytes: &[u8], columns: &[&str]) -> Vec<Result<Article, Problem>> {
    let mut options = ReadOptions::default();
    columns.iter().for_each(|column| options.fields.add(column).expect("a column"));
    let place = Place { path: "t.parquet".to_owned(), id: "t".to_owned() };
    read(Input::held(place, Cursor::new(bytes.to_vec())), &options).collect()
}

const MANY_KINDS: &str = "message t {
    optional int64 ID; required binary Headline (UTF8); required int32 pub_date (DATE); optional binary story (UTF8);
    optional boolean source; optional group authors (LIST) { repeated group list { required binary element (UTF8); } }
    required int64 time (TIMESTAMP_MICROS); required int96 old; required double weight; }";

fn many_kinds(compression: Compression) -> Vec<u8> {
    let properties = WriterProperties::builder().set_compression(compression).build();
    written(MANY_KINDS, properties, 2, |group| {
        column::<Int64Type>(group, &[7], Some(&[1, 0]));
        column::<ByteArrayType>(group, &words(&["Rain", "Sun"]), None);
        column::<Int32Type>(group, &[15_960, -1], None);
        column::<ByteArrayType>(group, &words(&["It rained in Orléans."]), Some(&[1, 0]));
        column::<BoolType>(group, &[true], Some(&[1, 0]));
        column::<ByteArrayType>(group, &words(&["Ana"]), Some(&[2, 0]));
        column::<Int64Type>(group, &[1_378_980_000_000_000, -1], None);
        let old = |day| Int96::from(vec![0, 0, day]);
        column::<Int96Type>(group, &[old(2_456_548), old(2_440_587)], None);
        column::<DoubleType>(group, &[0.5, 1e300], None);
    })
}

#[test]
fn columns_of_every_kind_are_words_and_days() {
    for compression in
        [Compression::UNCOMPRESSED, Compression::SNAPPY, Compression::GZIP(Default::default()), Compression::ZSTD(Default::default())]
    {
        let bytes = many_kinds(compression);
        let read = rows(&bytes, &["text=story"]);
        assert_eq!(read.len(), 4);
        let article = read[2].as_ref().expect("an article");
        assert_eq!((article.id.as_str(), article.text.as_str()), ("7", "It rained in Orléans."));
        assert_eq!((article.headline.as_deref(), article.date.as_deref()), (Some("Rain"), Some("2013-09-12")));
        assert_eq!((article.source.as_deref(), article.byline.as_deref()), (Some("true"), None));
        let lacking = read[3].as_ref().expect_err("no text");
        assert_eq!((lacking.record, lacking.kind), (Some(4), ProblemKind::NoText));
        for date in ["time", "old"] {
            let read = rows(&bytes, &["text=story", &format!("date={date}")]);
            assert_eq!(read[0].as_ref().expect("an article").date.as_deref(), Some("2013-09-12"), "{date}");
        }
        assert_eq!(rows(&bytes, &["text=story", "headline=weight"])[0].as_ref().expect("an article").headline.as_deref(), Some("0.5"));
    }
}

#[test]
fn a_table_without_a_column_of_text_is_one_problem() {
    let bytes = many_kinds(Compression::SNAPPY);
    for columns in [&[][..], &["text=element"]] {
        let read = rows(&bytes, columns);
        assert_eq!((read.len(), read[0].as_ref().expect_err("a problem").kind), (1, ProblemKind::NoText));
    }
}

#[test]
fn an_encoding_that_is_not_read_is_told() {
    let properties = WriterProperties::builder().set_writer_version(WriterVersion::PARQUET_2_0).set_dictionary_enabled(false);
    let properties = properties.set_encoding(Encoding::DELTA_BYTE_ARRAY).build();
    let bytes = written("message t { required binary text (UTF8); }", properties, 1, |group| {
        column::<ByteArrayType>(group, &words(&["It rained."]), None);
    });
    let read = rows(&bytes, &[]);
    assert!(read.len() == 1 && read[0].as_ref().expect_err("a problem").message.contains("DELTA_BYTE_ARRAY"), "{read:?}");
}

/// Many equal rows, in a file that is small.
#[test]
fn what_unpacks_to_far_too_much_ends() {
    let properties = WriterProperties::builder().set_compression(Compression::ZSTD(Default::default())).build();
    let bytes = written("message t { required binary text (UTF8); }", properties, 1, |group| {
        let long = ByteArray::from("It rained. ".repeat(100_000).into_bytes());
        column::<ByteArrayType>(group, &vec![long; 1_000], None);
    });
    assert!(bytes.len() < 1_000_000, "{}", bytes.len());
    let (mut count, mut last) = (0, None);
    let place = Place { path: "t.parquet".to_owned(), id: "t".to_owned() };
    for read in read(Input::held(place, Cursor::new(bytes)), &ReadOptions::default()) {
        (count, last) = (count + 1, Some(read));
    }
    let problem = last.expect("something").expect_err("a problem");
    assert!(count < 200 && problem.kind == ProblemKind::TooLarge, "{count} {problem:?}");
}

/// A few hundred damaged files: each gives articles or says what is wrong, soon.
#[test]
fn no_damage_ends_the_run() {
    let start = Instant::now();
    let (mut told, mut files) = (0, 0);
    for whole in [many_kinds(Compression::UNCOMPRESSED), many_kinds(Compression::SNAPPY)] {
        let cut = (0..whole.len()).step_by(whole.len() / 40).map(|end| whole[..end].to_vec());
        let torn = (0..whole.len()).step_by(3).flat_map(|place| {
            [0x01, 0x80, 0xFF].map(|mask| {
                let mut torn = whole.clone();
                torn[place] ^= mask;
                torn
            })
        });
        for damaged in cut.chain(torn) {
            let read = rows(&damaged, &["text=story"]);
            files += 1;
            told += usize::from(read.iter().flatten().count() < 2);
            assert!(!read.is_empty() || damaged.len() == whole.len(), "nothing is said of a file that was cut at {}", damaged.len());
            assert!(read.iter().filter_map(|read| read.as_ref().err()).all(|problem| problem.path == "t.parquet"));
        }
    }
    assert!(files > 500 && told > files / 10, "{told} of {files} files");
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
