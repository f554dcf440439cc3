//! Errors that name the file, the record, the value and what was allowed.

use std::path::PathBuf;

use thiserror::Error;

/// Something the whole run cannot go on from: a wrong option, an output that cannot be written.
#[derive(Debug, Error)]
pub enum Error {
    /// A file or folder of ours could not be opened, read, written or renamed.
    #[error("{}: cannot {action}", path.display())]
    Io {
        /// What was being done: "read", "create", "rename".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Standard input or standard output broke.
    #[error("cannot {action}")]
    Stream {
        /// What was being done: "read standard input", "write standard output".
        action: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// An option, argument or accepted table holds a value that is not allowed.
    #[error("{what}: found {found:?}, allowed is {allowed}")]
    Value {
        /// Where: the option, or file and line.
        what: String,
        /// The value as typed.
        found: String,
        /// What would have been right, in words.
        allowed: String,
    },
}

/// The result of what can end a run.
pub type Result<T> = std::result::Result<T, Error>;

/// One file or record that could not be read: a row of the `problems` table. The run goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named or found.
    pub path: String,
    /// The record in it, counted from 1; none for a whole file.
    pub record: Option<u64>,
    /// The line in it, counted from 1; none where lines mean nothing.
    pub line: Option<u64>,
    /// The stable name of what was wrong.
    pub kind: ProblemKind,
    /// What was wrong and what is allowed, in words.
    pub message: String,
}

/// The stable names of what can be wrong with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file could not be opened or read.
    Unreadable,
    /// A path that does not exist.
    NotFound,
    /// No text in it.
    Empty,
    /// Bytes that are no text.
    Binary,
    /// Larger than the limit.
    TooLarge,
    /// Broken JSON, broken markup.
    Malformed,
    /// A record without a text field.
    NoText,
    /// A link that leads back into the folder it stands in.
    LinkLoop,
    /// The article was read, but analysing it failed: a fault of ours.
    Internal,
}

impl ProblemKind {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotFound => "not_found",
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::TooLarge => "too_large",
            Self::Malformed => "malformed",
            Self::NoText => "no_text",
            Self::LinkLoop => "link_loop",
            Self::Internal => "internal",
        }
    }
}
