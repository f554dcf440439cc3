//! What identifies a file to those who ask later whether it is still the same: its length and its SHA-256, which any
//! machine can compute again (`sha256sum FILE`).

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Source;

/// A file as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileHash {
    /// The path as shown.
    pub path: String,
    /// How many bytes it has; none where it could not be read.
    pub bytes: Option<u64>,
    /// Their SHA-256 in hexadecimal digits.
    pub sha256: Option<String>,
}

impl FileHash {
    /// Of an input; `problems` will say why one could not be read.
    pub fn of(source: &Source) -> Self {
        match of_file(source.file()) {
            Ok((bytes, sha256)) => Self { path: source.path.clone(), bytes: Some(bytes), sha256: Some(sha256) },
            Err(_) => Self { path: source.path.clone(), bytes: None, sha256: None },
        }
    }
}

/// The length and the hash of a file.
///
/// # Errors
/// When it cannot be read.
pub fn of_file(path: &Path) -> io::Result<(u64, String)> {
    let mut file = BufReader::with_capacity(1 << 16, File::open(path)?);
    let (mut hasher, mut bytes) = (Sha256::new(), 0);
    loop {
        let piece = file.fill_buf()?;
        let length = piece.len();
        if length == 0 {
            return Ok((bytes, written(hasher)));
        }
        hasher.update(piece);
        bytes += length as u64;
        file.consume(length);
    }
}

/// The hash of bytes that lie in memory.
pub fn of_bytes(bytes: &[u8]) -> String {
    written(Sha256::new_with_prefix(bytes))
}

fn written(hasher: Sha256) -> String {
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_that_of_sha256sum() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of_bytes(b"abc"), abc);
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("abc");
        std::fs::write(&file, "abc").expect("a file");
        assert_eq!(of_file(&file).expect("read"), (3, abc.to_owned()));
    }
}
