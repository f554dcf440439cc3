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
        if name == "run.json" {
            continue; // when the run was
        }
        assert!(
            fs::read(&fresh).unwrap() == fs::read(accepted.join(name)).unwrap(),
            "output/{} is not what this run writes",
            name.to_string_lossy()
        );
        compared += 1;
    }
    assert_eq!(compared, 17);
}

#[test]
fn accepting_takes_the_tables_over_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (article, tables) = (path("article.txt"), path("tables"));
    let check = |more: &[&str]| {
        let ran = factbox(&[&["check", &article, "--against", &tables, "--date", "2019-03-14"], more].concat());
        (ran.status.code(), String::from_utf8_lossy(&ran.stdout).into_owned())
    };
    fs::write(&article, "Gunmen killed three herders near Tessalit on Tuesday.").unwrap();
    assert_eq!(check(&["--accept"]).0, Some(0));
    assert_eq!(check(&[]), (Some(0), "no differences\n".to_owned()));
    fs::write(&article, "Gunmen killed four herders near Tessalit on Tuesday.").unwrap();
    let (code, said) = check(&[]);
    assert!(code == Some(1) && said.contains("killed"), "{said}");
    assert_eq!(check(&["--accept"]).0, Some(0));
    assert_eq!(check(&[]), (Some(0), "no differences\n".to_owned()));
    let mut names: Vec<_> = fs::read_dir(&tables).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name == "run.json" || !(name.ends_with(".csv") || name.ends_with(".json")));
    assert_eq!(names, [""; 0]);
}
