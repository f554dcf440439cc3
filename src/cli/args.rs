//! Arguments as typed, and what they mean.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use super::lexicon;
use crate::error::{Error, Result};
use crate::pipeline::{Choices, CsvStyle, FieldNames, Format, Pipeline, ReadOptions, Reference, Shard, VagueWords};

/// Shards of one run, at the most: each is an open file when they are merged.
const MOST_SHARDS: u64 = 500;

/// From a folder of news articles to tables of actors, dates, casualty figures and plan steps.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, after_help = "Examples:
  factbox extract articles -o tables             CSV and JSON tables of all articles in a folder
  factbox extract report.txt --date 2013-09-12   one article as JSON Lines on standard output
  cat news.jsonl | factbox extract - > out.jsonl one line out for each line in
  factbox check articles --against tables        what would change in the tables, exit code 1 if anything
  factbox explain report.txt                     the article with what was found, and by which rule
  factbox lexicon template > own.csv             a word list to fill; extract articles --lexicon own.csv uses it")]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the tables of articles
    Extract(ExtractArgs),
    /// Put the shards of a run together into its tables
    Merge(MergeArgs),
    /// Compare the tables of articles with accepted ones
    Check(CheckArgs),
    /// Show an article with what was found in it
    Explain(ExplainArgs),
    /// Check word lists of your own, or print a template for one
    #[command(subcommand)]
    Lexicon(LexiconCommand),
}

#[derive(Debug, Subcommand)]
pub(super) enum LexiconCommand {
    /// Say what is wrong with word lists, line by line
    Check(LexiconCheckArgs),
    /// Print a word list to start from, with a line of each kind
    Template,
}

#[derive(Debug, ClapArgs)]
pub(super) struct LexiconCheckArgs {
    /// Word lists, or folders of them (.csv, .tsv)
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
}

/// What is read, and how.
#[derive(Debug, ClapArgs)]
pub(super) struct InputArgs {
    /// Date of publication of all articles; wins over what they say themselves
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<String>,
    /// Names of JSON fields or CSV columns, such as text=body,date=pubdate
    #[arg(long = "columns", alias = "field", value_name = "FIELD=NAME", value_delimiter = ',')]
    pub fields: Vec<String>,
    /// A word list of your own, or a folder of them (.csv, .tsv); may be given several times
    #[arg(long = "lexicon", value_name = "FILE|DIR")]
    pub lexicons: Vec<PathBuf>,
    /// What vague words count as: plain (dozens 24, scores 40, hundreds 200) or acled (dozens 12, scores 20, hundreds 100)
    #[arg(long, value_name = "CONVENTION", default_value = "plain", hide_possible_values = true)]
    pub vague: VagueArg,
    /// Leave copies of earlier articles out of all tables but documents
    #[arg(long)]
    pub drop_duplicates: bool,
    /// Threads that analyse; 0 for as many as there are cores
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub jobs: usize,
    /// Leave out words of time without a date: now, currently, recently, in the past
    #[arg(long)]
    pub no_vague_dates: bool,
}

impl InputArgs {
    /// The stages, made as the arguments ask.
    pub fn pipeline(&self) -> Result<Pipeline> {
        Pipeline::new(&Choices { own: lexicon::read(&self.lexicons)?, vague_words: self.vague.into(), no_vague_dates: self.no_vague_dates })
            .map(|pipeline| pipeline.dropping_duplicates(self.drop_duplicates))
    }

    /// The options of the readers.
    pub fn read_options(&self) -> Result<ReadOptions> {
        let mut fields = FieldNames::default();
        self.fields.iter().try_for_each(|field| fields.add(field))?;
        if let Some(date) = self.date.as_deref().filter(|date| Reference::parse(date).is_none() || date.len() > 10) {
            let allowed = "a day (2013-09-12), a month (2013-09) or a year (2013)".to_owned();
            return Err(Error::Value { what: "--date".into(), found: date.into(), allowed });
        }
        Ok(ReadOptions { date: self.date.clone(), fields })
    }
}

/// A convention for vague words, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum VagueArg {
    Plain,
    Acled,
}

impl VagueArg {
    /// The name as typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Acled => "acled",
        }
    }
}

impl From<VagueArg> for VagueWords {
    fn from(typed: VagueArg) -> Self {
        match typed {
            VagueArg::Plain => Self::Plain,
            VagueArg::Acled => Self::Acled,
        }
    }
}

/// Reads the name of a format of the tables.
fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name))
        .try_map(|typed| Format::ALL.into_iter().find(|format| format.name() == typed).ok_or("no format of the tables"))
}

/// How CSV is written.
#[derive(Debug, ClapArgs)]
pub(super) struct CsvArgs {
    /// Start CSV files with a byte order mark, for older versions of Excel
    #[arg(long)]
    pub csv_bom: bool,
    /// What parts the cells of CSV files: comma, semicolon or tab
    #[arg(long, value_name = "MARK", default_value = "comma")]
    pub csv_separator: Separator,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Separator {
    Comma,
    Semicolon,
    Tab,
}

impl CsvArgs {
    /// The style of the CSV writer.
    pub fn style(&self) -> CsvStyle {
        let separator = match self.csv_separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        };
        CsvStyle { separator, bom: self.csv_bom }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExtractArgs {
    /// Files and folders of articles in any format that is read, or - for JSON Lines on standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Folder for the tables; without it, JSON Lines go to standard output
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Formats of the tables, parted by commas
    #[arg(long, value_delimiter = ',', default_value = "csv,json", requires = "output", value_parser = format())]
    pub format: Vec<Format>,
    /// Go on with an interrupted run into this folder
    #[arg(long, requires = "output")]
    pub resume: bool,
    /// Analyse every N-th article, from the I-th on, and leave a shard for `factbox merge` instead of tables
    #[arg(long, value_name = "I/N", requires = "output", conflicts_with = "format")]
    pub shard: Option<String>,
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub csv: CsvArgs,
}

impl ExtractArgs {
    /// Whether the articles come from standard input.
    pub fn reads_stdin(&self) -> Result<bool> {
        let is_named = self.paths.iter().any(|path| path.as_os_str() == "-");
        if is_named && self.paths.len() > 1 {
            let found = self.paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" ");
            return Err(Error::Value { what: "PATH".into(), found, allowed: "- alone, or files and folders".into() });
        }
        Ok(is_named)
    }

    /// The shard that is asked for.
    pub fn shard(&self) -> Result<Option<Shard>> {
        let Some(typed) = &self.shard else { return Ok(None) };
        let parts = typed.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        match parts {
            Some((number, of)) if (1..=of).contains(&number) && of <= MOST_SHARDS => Ok(Some(Shard { number, of })),
            _ => {
                let allowed = format!("I/N, I from 1 to N and N up to {MOST_SHARDS}, such as 2/8");
                Err(Error::Value { what: "--shard".into(), found: typed.clone(), allowed })
            }
        }
    }
}

#[derive(Debug, ClapArgs)]
pub(super) struct MergeArgs {
    /// Folders of the shards of one run
    #[arg(required = true, value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Folder for the tables
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Formats of the tables, parted by commas
    #[arg(long, value_delimiter = ',', default_value = "csv,json", value_parser = format())]
    pub format: Vec<Format>,
    #[command(flatten)]
    pub csv: CsvArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct CheckArgs {
    /// Files and folders of articles
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Folder of the accepted tables (CSV)
    #[arg(long, value_name = "DIR")]
    pub against: PathBuf,
    /// Replace the accepted tables by those of this run
    #[arg(long)]
    pub accept: bool,
    #[command(flatten)]
    pub input: InputArgs,
}

#[derive(Debug, ClapArgs)]
pub(super) struct ExplainArgs {
    /// The article
    pub file: PathBuf,
    #[command(flatten)]
    pub input: InputArgs,
}
