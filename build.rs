//! Makes one automaton of all word lists, so that a run need not: see `src/rules/automaton.rs`.
#![allow(dead_code, unused_imports, unreachable_pub)] // of what is shared with the program, little is used here

#[path = "src/error.rs"]
mod error;
#[path = "src/rules/mod.rs"]
mod rules;
#[path = "src/text/mod.rs"]
mod text;

#[path = "src/extract/lexicons.rs"]
mod lexicons;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in ["build.rs", "src/error.rs", "src/rules", "src/text", "src/extract/lexicons.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let lists: Vec<rules::Lexicon> = lexicons::LEXICONS.iter().map(|list| **list).collect();
    for list in &lists {
        println!("cargo::rerun-if-changed={}", list.file);
    }
    let path = std::path::Path::new(&std::env::var("OUT_DIR")?).join("vocabulary.bin");
    Ok(std::fs::write(path, rules::compile(&lists)?)?)
}
