//! Files in files: gzip (`.gz`) and Zstandard (`.zst`) around one file, ZIP (`.zip`) around many.
//!
//! What is inside is read by the reader that its own name or content asks for (`news.jsonl.gz` holds JSON Lines), as a
//! stream: nothing is unpacked to disk or held in memory. A file that would unpack to more than two hundred times its
//! size, and to more than 128 MiB, is taken for a bomb: reading it ends there, with a problem that says so.

pub(super) mod zip;
mod zstd;

use std::io::{BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use self::zstd::Frames;
use super::input::{Bounded, Input, Place};
use super::{Articles, ReadOptions, articles_of, single};

pub use self::zip::read as read_zip;

/// A file may always unpack to this many bytes.
const ALWAYS_ALLOWED: u64 = 128 << 20;
/// Beyond that, to so many times its size: text shrinks to a tenth, and hardly ever to a hundredth.
const MOST_TIMES: u64 = 200;

/// Reads what a gzip file holds.
pub fn read_gzip(input: Input, options: &ReadOptions) -> Articles {
    unwrapped(input, options, |bytes| Box::new(MultiGzDecoder::new(bytes)))
}

/// Reads what a Zstandard file holds.
pub fn read_zstd(input: Input, options: &ReadOptions) -> Articles {
    unwrapped(input, options, |bytes| Box::new(Frames::new(bytes)))
}

type Bytes = Box<dyn BufRead + Send>;

fn unwrapped(mut input: Input, options: &ReadOptions, unpack: fn(Bytes) -> Box<dyn Read + Send>) -> Articles {
    let packed = std::mem::replace(&mut input.bytes, Box::new(std::io::empty()));
    let unpacked = bounded(unpack(packed), input.size);
    let name = without_wrapper(&input.place.path).to_owned();
    match input.inner(input.place.clone(), unpacked) {
        Ok(inner) => articles_of(inner, &name, options),
        Err(problem) => single(Err(problem)),
    }
}

/// The stream, ended where it gives far too much; `size` is that of the file it comes from.
fn bounded(unpacked: Box<dyn Read + Send>, size: u64) -> Bytes {
    let limit = most_of(size);
    Box::new(BufReader::new(Bounded::new(unpacked, limit, bomb(limit))))
}

/// The most bytes that a file of this size may unpack to.
pub(super) fn most_of(size: u64) -> u64 {
    size.saturating_mul(MOST_TIMES).max(ALWAYS_ALLOWED)
}

/// What is said of a file that unpacks to more.
pub(super) fn bomb(limit: u64) -> String {
    format!("unpacks to more than {limit} bytes, {MOST_TIMES} times its size: taken for a bomb, the rest is left out")
}

/// A name without the extension of its wrapper.
fn without_wrapper(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((inner, "gz" | "GZ" | "zst" | "ZST")) => inner,
        _ => name,
    }
}

/// The place of a file inside an archive.
fn inside(place: &Place, name: &str) -> Place {
    let stem =
        name.rsplit_once('.').filter(|(stem, extension)| !stem.is_empty() && !extension.contains('/')).map_or(name, |(stem, _)| stem);
    Place { path: format!("{}/{name}", place.path), id: format!("{}/{stem}", place.id) }
}
