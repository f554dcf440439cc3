//! `run.json`: what the tables beside it were made of, with what, and how much there was.

use jiff::{Timestamp, Unit};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::args::InputArgs;
use super::lexicon;
use crate::error::{Error, Result};
use crate::pipeline::{Counts, CsvStyle, FileHash, Format, Head, SCHEMA_VERSION, Shard, VOCABULARY, WEIGHTS, hash};

/// The name of the file.
pub(super) const FILE: &str = "run.json";

/// What decides the rows: runs with equal identities give equal tables.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Identity {
    factbox: String,
    schema_version: u32,
    /// SHA-256 of the built-in word lists.
    vocabulary: String,
    /// SHA-256 of the weights of the tagger.
    names_model: String,
    options: Options,
    lexicons: Vec<FileHash>,
    inputs: Vec<FileHash>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Options {
    date: Option<String>,
    columns: Vec<String>,
    vague: String,
    drop_duplicates: bool,
    no_vague_dates: bool,
}

impl Identity {
    /// Of a run over `inputs`.
    pub fn of(input: &InputArgs, inputs: Vec<FileHash>) -> Result<Self> {
        Ok(Self {
            factbox: env!("CARGO_PKG_VERSION").to_owned(),
            schema_version: SCHEMA_VERSION,
            vocabulary: hash::of_bytes(VOCABULARY),
            names_model: hash::of_bytes(WEIGHTS),
            options: Options {
                date: input.date.clone(),
                columns: input.fields.clone(),
                vague: input.vague.name().to_owned(),
                drop_duplicates: input.drop_duplicates,
                no_vague_dates: input.no_vague_dates,
            },
            lexicons: lexicon::hashes(&input.lexicons)?,
            inputs,
        })
    }

    /// The head of the journal of one shard.
    pub fn head(&self, shard: Shard) -> Head {
        // Strings and numbers always become a value.
        Head { shard, run: serde_json::to_value(self).unwrap_or(Value::Null) }
    }
}

/// When a run began.
pub(super) struct Clock(Timestamp);

impl Clock {
    /// Now.
    pub fn start() -> Self {
        Self(Timestamp::now())
    }
}

/// How the tables were written.
#[derive(Serialize)]
struct Record<'a> {
    /// The identity, as a journal has it.
    #[serde(flatten)]
    identity: Identity,
    formats: Vec<&'static str>,
    csv_separator: char,
    csv_bom: bool,
    shards: u64,
    /// How many articles an earlier run had done that was interrupted.
    resumed_after: u64,
    counts: &'a Counts,
    started: String,
    finished: String,
    seconds: f64,
}

/// The bytes of `run.json` for tables that are whole now.
pub(super) fn of(head: &Head, formats: &[Format], style: CsvStyle, resumed_after: u64, counts: &Counts, clock: &Clock) -> Result<Vec<u8>> {
    let finished = Timestamp::now();
    let record = Record {
        identity: serde_json::from_value(head.run.clone()).map_err(|error| wrong(&error))?,
        formats: formats.iter().map(|format| format.name()).collect(),
        csv_separator: char::from(style.separator),
        csv_bom: style.bom,
        shards: head.shard.of,
        resumed_after,
        counts,
        started: to_the_second(clock.0),
        finished: to_the_second(finished),
        seconds: (finished.duration_since(clock.0).as_secs_f64() * 1000.0).round() / 1000.0,
    };
    let mut bytes = serde_json::to_vec_pretty(&record).map_err(|error| wrong(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn wrong(error: &serde_json::Error) -> Error {
    let allowed = "one that this version of factbox wrote".to_owned();
    Error::Value { what: "the head of the journal".into(), found: error.to_string(), allowed }
}

fn to_the_second(time: Timestamp) -> String {
    time.round(Unit::Second).unwrap_or(time).to_string()
}
