//! From a folder of news articles to tables.

pub mod error;
pub mod ingest;
pub mod rules;
pub mod text;
