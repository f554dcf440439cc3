//! Throughput in bytes of text a second, one thread. `cargo bench --bench throughput`
//!
//! Each stage on the sample articles as they are; the whole on them too, on the same cut or joined into articles of 1 KB, 100 KB
//! and 10 MB, which should take equally long a byte, and on texts that are made to be slow.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use factbox::extract::Extractors;
use factbox::extract::dates::Reference;
use factbox::link::link;
use factbox::pipeline::{Article, Choices, Pipeline, articles, sources};
use factbox::text::Document;

/// What a hostile text repeats: openings of patterns, names, numbers, quotations that never go on.
const HOSTILE: [&str; 10] = [
    "(",
    "\"A The ",
    "the last ",
    "Feb. 31, ",
    "3-",
    "President ",
    "Ministry of ",
    "killed and wounded ",
    "should first ",
    "At least 12 people were killed, ",
];

/// The sample articles, each with a date.
fn corpus() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let (found, _) = sources::find(&[folder]);
    let mut all: Vec<Article> = found.iter().flat_map(|source| articles(source, &Default::default()).flatten()).collect();
    all.iter_mut().for_each(|article| {
        article.date.get_or_insert_with(|| "2019-03-14".into());
    });
    all
}

fn article(text: String) -> Article {
    Article { id: "a".into(), date: Some("2019-03-14".into()), text, ..Article::default() }
}

/// Articles of about `size` bytes, `count` of them, made of the paragraphs of the sample articles in turn.
fn sized(short: &[Article], size: usize, count: usize) -> Vec<Article> {
    let mut paragraphs = short.iter().flat_map(|article| article.text.split("\n\n")).cycle();
    let mut next = || {
        let mut text = String::with_capacity(size + size / 4);
        while text.len() < size {
            text.extend([paragraphs.next().unwrap(), "\n\n"]);
        }
        article(text)
    };
    (0..count).map(|_| next()).collect()
}

fn bytes(articles: &[Article]) -> Throughput {
    Throughput::Bytes(articles.iter().map(|article| article.text.len() as u64).sum())
}

fn stages(criterion: &mut Criterion) {
    let extractors = Extractors::new().unwrap();
    let articles = corpus();
    let published = Reference::parse("2019-03-14");
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(20).throughput(bytes(&articles));
    let documents: Vec<Document> = articles.iter().map(|article| Document::new(article.text.clone())).collect();
    let read = || documents.iter().map(|document| extractors.read(document));
    let ready: Vec<_> = read()
        .map(|mut reading| {
            let mentions = extractors.extract(&mut reading, published);
            (reading, mentions)
        })
        .collect();
    group.bench_function("text", |b| b.iter(|| articles.iter().map(|a| Document::new(a.text.clone()).tokens().len()).sum::<usize>()));
    group.bench_function("read", |b| b.iter(|| read().map(|reading| reading.phrases().len()).sum::<usize>()));
    group.bench_function("dates", |b| b.iter(|| ready.iter().map(|(r, _)| extractors.dates.extract(r, published).len()).sum::<usize>()));
    group.bench_function("actors", |b| b.iter(|| ready.iter().map(|(r, _)| extractors.actors.extract(r).len()).sum::<usize>()));
    group.bench_function("casualties", |b| b.iter(|| ready.iter().map(|(r, _)| extractors.casualties.extract(r).len()).sum::<usize>()));
    group.bench_function("plans", |b| b.iter(|| ready.iter().map(|(r, _)| extractors.plans.extract(r).len()).sum::<usize>()));
    group.bench_function("extract and link", |b| {
        b.iter(|| {
            read()
                .map(|mut reading| {
                    let mentions = extractors.extract(&mut reading, published);
                    link(&reading, mentions, published).claims.len()
                })
                .sum::<usize>()
        });
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let pipeline = Pipeline::new(&Choices::default()).unwrap();
    let short = corpus();
    let hostile = HOSTILE.map(|piece| article(piece.repeat(20_000 / piece.len()))).to_vec();
    let sizes = [
        ("as they are", short.clone()),
        ("1 KB", sized(&short, 1_000, 1_000)),
        ("100 KB", sized(&short, 100_000, 10)),
        ("10 MB", sized(&short, 10_000_000, 1)),
        ("hostile", hostile),
    ];
    let mut group = criterion.benchmark_group("whole, to JSON Lines");
    group.sample_size(10);
    for (size, articles) in sizes {
        group.throughput(bytes(&articles)).bench_function(size, |b| {
            b.iter(|| {
                let mut written = 0;
                let run = pipeline.run(articles.iter().cloned().map(Ok), 1, |done| {
                    written += done.map_or(0, |line| line.len());
                    Ok(())
                });
                run.unwrap();
                black_box(written)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
