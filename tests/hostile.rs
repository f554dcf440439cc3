//! A folder that holds everything that can go wrong: each file is read, or named in `problems`, and the rest completes.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

fn utf16(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// Whether permissions mean anything to this user: root reads everything.
fn can_be_refused(path: &Path) -> bool {
    fs::read(path).is_err()
}

#[test]
fn a_bad_file_is_a_row_and_never_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a_empty.txt"), "").unwrap();
    fs::write(at("b_binary.txt"), [0_u8, 159, 146, 150, 0, 0, 1, 2, 3, 255, 254, 0, 0]).unwrap();
    fs::write(
        at("c_line.jsonl"),
        format!("{{\"text\": \"{}\"}}\n{{\"id\": \"small\", \"text\": \"It rained on Friday.\"}}\n", "x".repeat(50 << 20)),
    )
    .unwrap();
    fs::write(
        at("d_broken.jsonl"),
        "{\"id\": \"good\", \"text\": \"It rained.\"}\n{\"id\": \"cut\", \"te\n{\"id\": \"next\", \"text\": \"It stopped.\"}\n",
    )
    .unwrap();
    fs::write(at("e_secret.txt"), "Nobody may read this.").unwrap();
    fs::set_permissions(at("e_secret.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    symlink(folder.path(), at("f_loop")).unwrap();
    fs::write(at("g_utf16.txt"), utf16("Rain – again\n\nIt rained in São Tomé on Friday.")).unwrap();
    fs::write(at("h_cut.json"), "[{\"text\": \"It rained.\"}, {\"text\": \"It").unwrap();
    fs::write(at("i_nothing.json"), "{\"headline\": \"Rain\"}").unwrap();
    let out = tempfile::tempdir().unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_factbox")).arg("extract").arg(folder.path()).arg("-o").arg(out.path()).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));

    let mut rows = csv::Reader::from_path(out.path().join("problems.csv")).unwrap();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut problems: Vec<(String, String, String)> =
        rows.records().flatten().map(|row| (name(&row[0]), row[2].to_owned(), row[3].to_owned())).collect();
    problems.sort();
    let mut want = vec![
        ("a_empty.txt", "", "empty"),
        ("b_binary.txt", "", "binary"),
        ("c_line.jsonl", "1", "too_large"),
        ("d_broken.jsonl", "2", "malformed"),
        ("f_loop", "", "link_loop"),
        ("h_cut.json", "1", "malformed"),
        ("i_nothing.json", "", "no_text"),
    ];
    if can_be_refused(&at("e_secret.txt")) {
        want.insert(4, ("e_secret.txt", "", "unreadable"));
    }
    let problems: Vec<(&str, &str, &str)> = problems.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(problems, want);
    assert_eq!(String::from_utf8_lossy(&ran.stderr).lines().count(), want.len(), "a line on standard error for each");

    let mut rows = csv::Reader::from_path(out.path().join("documents.csv")).unwrap();
    let read: Vec<String> = rows.records().flatten().map(|row| row[0].to_owned()).filter(|id| id != "e_secret").collect();
    assert_eq!(read, ["small", "good", "next", "g_utf16", "h_cut#1"]);
    let left: Vec<_> =
        fs::read_dir(out.path()).unwrap().flatten().filter(|e| e.file_name().to_string_lossy().contains("partial")).collect();
    assert!(left.is_empty(), "temporary files stay behind: {left:?}");
}
