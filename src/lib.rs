//! From a folder of news articles to tables.

pub mod cli;
pub mod emit;
pub mod error;
pub mod extract;
pub mod ingest;
pub mod link;
pub mod pipeline;
pub mod rules;
pub mod tables;
pub mod text;
