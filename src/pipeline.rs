//! From articles to lines of rows: the only file that knows all stages, and the only one with threads.
//!
//! One thread reads. The calling thread takes what has been read, batch by batch, has the batch analysed and encoded by a
//! pool of workers, and hands the results on in the order of the input. A batch is whatever lies ready, up to a bound in
//! articles and in bytes: a lone line on standard input is answered at once, a folder keeps all workers busy, and memory
//! does not grow with the number of articles.
//!
//! A batch goes to the workers twice: once to detect languages and draw the sketches by which copies are known, and,
//! after these were looked up in the order of the input, once to be analysed. Articles in other languages than English
//! are listed and not analysed.
//!
//! A run may be over a [`Part`] of the articles: all are read, so that ids and copies are those of the whole run, and the
//! others are left out of what is analysed and handed on.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};

use rayon::iter::{IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use crate::emit::line;
use crate::error::{Error, Problem, ProblemKind, Result};
use crate::extract::Extractors;
use crate::ingest::duplicates::{Bands, Seen, Sketch};
use crate::ingest::language;
use crate::link::link;

// What the stages are fed with and give back, under one roof: who runs the pipeline needs no stage.
pub use crate::emit::{Counts, CsvStyle, Format, Head, Journal, Parts, SHARD_FILE, Shard, publish};
pub use crate::extract::VOCABULARY;
pub use crate::extract::actors::tagger::WEIGHTS;
pub use crate::extract::dates::Reference;
pub use crate::extract::numbers::VagueWords;
pub use crate::extract::{Choices, OwnLexicon};
pub use crate::ingest::hash::{self, FileHash};
pub use crate::ingest::ids::UniqueIds;
pub use crate::ingest::language::ENGLISH_CODE;
pub use crate::ingest::{Article, FieldNames, ReadOptions, articles, json, sources};
pub use crate::link::Linked;
pub use crate::tables::{CellKind, Meta, SCHEMA_VERSION, TABLES, Table, View};
pub use crate::text::{Document, Span, TokenRange};

/// Articles in one batch, at the most.
const BATCH_ARTICLES: usize = 256;
/// Bytes of text in one batch, at the most, but for a last article that exceeds them.
const BATCH_BYTES: usize = 8 * 1024 * 1024;
/// Articles that may lie read and not yet taken.
const READ_AHEAD: usize = 32;

/// One article, read and linked.
#[derive(Debug)]
pub struct Analysis {
    /// What is known of it besides its text.
    pub meta: Meta,
    /// Its text.
    pub document: Document,
    /// What it says.
    pub linked: Linked,
}

/// All stages, made once.
pub struct Pipeline {
    extractors: Extractors,
    drop_duplicates: bool,
    part: Part,
}

/// Which of the articles that are read a run takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Those of one shard.
    pub shard: Shard,
    /// Of these, so many were taken by an earlier run, and are passed over.
    pub done: u64,
}

/// What a run read, and what it left out of all tables but `documents`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many articles and problems were read, whether they were taken or not.
    pub read: u64,
    /// How many articles are in a language that is not English, by its code.
    pub other_languages: BTreeMap<String, u64>,
}

impl Pipeline {
    /// Takes the word lists and compiles the rules.
    ///
    /// # Errors
    /// When a line of a word list is not well-formed.
    pub fn new(choices: &Choices) -> Result<Self> {
        Ok(Self { extractors: Extractors::with(choices)?, drop_duplicates: false, part: Part { shard: Shard::WHOLE, done: 0 } })
    }

    /// Whether articles that repeat an earlier one are listed and not analysed.
    #[must_use]
    pub fn dropping_duplicates(self, drop_duplicates: bool) -> Self {
        Self { drop_duplicates, ..self }
    }

    /// Which articles a run takes.
    #[must_use]
    pub fn taking(self, part: Part) -> Self {
        Self { part, ..self }
    }

    /// Takes one article through `text`, `extract` and `link`.
    pub fn analyse(&self, article: Article) -> Analysis {
        let published = article.date.as_deref().and_then(Reference::parse);
        let is_listed_only = is_foreign(&article) || (self.drop_duplicates && article.duplicate_of.is_some());
        let document = Document::new(article.text);
        let linked = if is_listed_only {
            Linked::default()
        } else {
            let mut reading = self.extractors.read(&document);
            let mentions = self.extractors.extract(&mut reading, published);
            link(&reading, mentions, published)
        };
        let meta = Meta {
            doc_id: article.id,
            path: article.path,
            headline: article.headline.unwrap_or_default(),
            date_published: article.date.unwrap_or_default(),
            date_source: article.date_source.map(|source| source.name().to_owned()).unwrap_or_default(),
            source: article.source.unwrap_or_default(),
            byline: article.byline.unwrap_or_default(),
            url: article.url.unwrap_or_default(),
            language: article.language.unwrap_or_default(),
            duplicate_of: article.duplicate_of.unwrap_or_default(),
            warnings: article.warnings,
        };
        Analysis { meta, document, linked }
    }

    /// Analyses `articles` with `jobs` workers (0: as many as there are cores) and gives the line of each to `take`, or
    /// the problem that it is, in the order of the input. A failure of `take` ends the run. Says what was listed and not analysed.
    ///
    /// # Errors
    /// When `take` fails, or threads cannot be made.
    pub fn run(
        &self,
        articles: impl Iterator<Item = std::result::Result<Article, Problem>> + Send,
        jobs: usize,
        mut take: impl FnMut(std::result::Result<Vec<u8>, Problem>) -> Result<()>,
    ) -> Result<Summary> {
        let no_threads = |error: &dyn std::fmt::Display| Error::Value {
            what: "--jobs".into(),
            found: jobs.to_string(),
            allowed: format!("a number of threads that the system can start ({error})"),
        };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|error| no_threads(&error))?;
        let (sender, receiver) = sync_channel(READ_AHEAD);
        let (mut seen, mut summary, mut part) = (Seen::default(), Summary::default(), self.part);
        std::thread::scope(|scope| {
            scope.spawn(move || {
                for article in articles {
                    if sender.send(article).is_err() {
                        break; // the receiver hangs up when the run ends early
                    }
                }
            });
            let receiver = receiver; // it hangs up when this ends, so that the reader ends too
            let mut done: Vec<std::result::Result<Vec<u8>, Problem>> = Vec::new();
            loop {
                // What is ready is given away while the next batch is worked on, or before waiting for one.
                let first = match receiver.try_recv() {
                    Ok(first) => first,
                    Err(_) => {
                        done.drain(..).try_for_each(&mut take)?;
                        let Ok(first) = receiver.recv() else { return Ok(summary) };
                        first
                    }
                };
                let mut batch = next_batch(first, &receiver);
                let drawn: Vec<_> = pool.install(|| batch.par_iter_mut().map(|article| article.as_mut().ok().map(draw)).collect());
                for (article, (sketch, bands)) in batch.iter_mut().zip(drawn).filter_map(|(a, drawn)| a.as_mut().ok().zip(drawn)) {
                    article.duplicate_of = seen.original(&bands, sketch, &article.id);
                }
                batch.retain(|_| part.takes_next(&mut summary.read));
                batch.iter().flatten().for_each(|article| summary.count(article));
                let ready = std::mem::take(&mut done);
                pool.in_place_scope(|scope| {
                    let done = &mut done;
                    scope.spawn(move |_| *done = batch.into_par_iter().map(|article| article.and_then(|a| self.line(a))).collect());
                    ready.into_iter().try_for_each(&mut take)
                })?;
            }
        })
    }

    /// Analyses one article and makes its line; a panic is a fault of ours and a problem of the article's, not the end of the run.
    fn line(&self, article: Article) -> std::result::Result<Vec<u8>, Problem> {
        let (id, path) = (article.id.clone(), article.path.clone());
        let work = AssertUnwindSafe(|| {
            let analysis = self.analyse(article);
            let view = View::new(&analysis.meta, &analysis.document, &analysis.linked);
            line(&view)
        });
        catch_unwind(work).map_err(|_| Problem {
            path,
            record: None,
            line: None,
            kind: ProblemKind::Internal,
            message: format!("analysing {id:?} failed; this is a fault of factbox: please report it with the article"),
        })
    }
}

impl Part {
    /// Whether the next article is taken; `read` says how many there were before, and is brought up to date.
    fn takes_next(&mut self, read: &mut u64) -> bool {
        let is_ours = self.shard.takes(*read);
        *read += 1;
        if is_ours && self.done > 0 {
            self.done -= 1;
            return false;
        }
        is_ours
    }
}

impl Summary {
    fn count(&mut self, article: &Article) {
        if let Some(language) = article.language.as_ref().filter(|_| is_foreign(article)) {
            *self.other_languages.entry(language.clone()).or_default() += 1;
        }
    }
}

/// Detects the article's language and draws its sketch.
fn draw(article: &mut Article) -> (Sketch, Bands) {
    article.language = language::detect(&article.text).map(str::to_owned);
    Sketch::of(&article.text)
}

fn is_foreign(article: &Article) -> bool {
    article.language.as_deref().is_some_and(|language| language != ENGLISH_CODE)
}

/// The article and what else lies ready, up to the bounds.
fn next_batch<P>(
    first: std::result::Result<Article, P>,
    receiver: &Receiver<std::result::Result<Article, P>>,
) -> Vec<std::result::Result<Article, P>> {
    let size = |item: &std::result::Result<Article, P>| item.as_ref().map_or(0, |article| article.text.len());
    let mut bytes = size(&first);
    let mut batch = vec![first];
    while batch.len() < BATCH_ARTICLES && bytes < BATCH_BYTES {
        let Ok(item) = receiver.try_recv() else { break };
        bytes += size(&item);
        batch.push(item);
    }
    batch
}
