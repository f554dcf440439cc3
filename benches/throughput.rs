//! Throughput in bytes of text a second, one thread: each stage and the whole, on the sample articles as they are and on
//! the same joined into articles of some 100 KB. `cargo bench --bench throughput`
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use factbox::extract::Extractors;
use factbox::extract::dates::Reference;
use factbox::link::link;
use factbox::pipeline::{Article, Choices, Pipeline, articles, sources};
use factbox::text::Document;

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

/// The same, joined into articles of at least 100 KB.
fn long(short: &[Article]) -> Vec<Article> {
    let mut text = String::new();
    while text.len() < 400_000 {
        short.iter().for_each(|article| text = format!("{text}{}\n\n", article.text));
    }
    let paragraphs: Vec<&str> = text.split_inclusive("\n\n").collect();
    paragraphs.chunks(paragraphs.len().div_ceil(4)).map(|part| Article { text: part.concat(), ..short[0].clone() }).collect()
}

fn stages(criterion: &mut Criterion) {
    let extractors = Extractors::new().unwrap();
    let pipeline = Pipeline::new(&Choices::default()).unwrap();
    let short = corpus();
    let published = Reference::parse("2019-03-14");
    for (size, articles) in [("short", short.clone()), ("long", long(&short))] {
        let mut group = criterion.benchmark_group(size);
        group.sample_size(20).throughput(Throughput::Bytes(articles.iter().map(|a| a.text.len() as u64).sum()));
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
        group
            .bench_function("dates", |b| b.iter(|| ready.iter().map(|(r, _)| extractors.dates.extract(r, published).len()).sum::<usize>()));
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
        group.bench_function("whole, to JSON Lines", |b| {
            b.iter(|| {
                let mut bytes = 0;
                let run = pipeline.run(articles.iter().cloned().map(Ok), 1, |done| {
                    bytes += done.map_or(0, |line| line.len());
                    Ok(())
                });
                run.unwrap();
                black_box(bytes)
            });
        });
        group.finish();
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
