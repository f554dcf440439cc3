//! The tables in `output/` are those of `corpus/`: whoever changes one sees it in the diff of the other.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::Command;

fn factbox(args: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_factbox")).current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

#[test]
fn check_finds_no_differences() {
    let ran = factbox(&["check", "corpus", "--against", "output"]);
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.trim() == "no differences", "factbox check corpus --against output:\n{said}");
}

#[test]
fn extract_writes_the_committed_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let ran = factbox(&["extract", "corpus", "-o", folder.path().to_str().unwrap()]);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let accepted = Path::new(env!("CARGO_MANIFEST_DIR")).join("output");
    let mut compared = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let fresh = entry.unwrap().path();
        let name = fresh.file_name().unwrap();
        assert!(
            fs::read(&fresh).unwrap() == fs::read(accepted.join(name)).unwrap(),
            "output/{} is not what this run writes",
            name.to_string_lossy()
        );
        compared += 1;
    }
    assert_eq!(compared, 16);
}
