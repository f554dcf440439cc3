//! From a folder of news articles to tables.

pub mod error;
pub mod extract;
pub mod ingest;
pub mod link;
pub mod rules;
pub mod text;
