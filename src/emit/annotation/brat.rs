//! `brat/`: a `.txt` and an `.ann` a document, in the standoff format of brat, and an `annotation.conf`.
//!
//! A mark is a line `T1<tab>actor-person 12 20<tab>John Doe`; its id in the tables and the rule that made it stand in a
//! note of its own. A line of an `.ann` can't hold a line break: a mark that goes over one is written in fragments, as brat
//! does. Which types there are, `annotation.conf` says when all documents have been seen.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use super::names::Names;
use super::{LAYERS, Mark, Marked};
use crate::emit::output::{OutputFolder, Whole};
use crate::emit::{DocumentRows, Writer};
use crate::error::Result;
use crate::tables::Rows;

/// Writes the folder `brat`.
pub(in crate::emit) struct BratWriter {
    folder: OutputFolder,
    names: Names,
    /// The types that were used, under their layers.
    types: BTreeMap<&'static str, BTreeSet<String>>,
}

impl BratWriter {
    pub fn create(folder: &Path) -> Result<Self> {
        let types = LAYERS.iter().map(|layer| (layer.name, BTreeSet::new())).collect();
        Ok(Self { folder: OutputFolder::create(folder, "brat")?, names: Names::default(), types })
    }
}

impl Writer for BratWriter {
    fn document(&mut self, rows: &DocumentRows<'_>) -> Result<()> {
        let marked = Marked::read(rows);
        let mut notes = String::new();
        for (number, mark) in (1..).zip(&marked.marks) {
            standoff(number, mark, &marked, &mut notes);
            if mark.kind != mark.layer {
                self.types.entry(mark.layer).or_default().insert(kind(mark));
            }
        }
        let written = || -> std::io::Result<()> {
            let (mut text, name) = self.names.file(self.folder.path(), marked.doc_id, ".txt")?;
            text.write_all(marked.text.as_bytes())?;
            std::fs::write(self.folder.path().join(format!("{name}.ann")), &notes)
        }();
        written.map_err(|source| self.folder.failed(source))
    }

    fn finish(self: Box<Self>, _: &Rows<'_>) -> Result<Vec<Whole>> {
        let written = std::fs::write(self.folder.path().join("annotation.conf"), configuration(&self.types));
        written.map_err(|source| self.folder.failed(source))?;
        Ok(vec![self.folder.whole()])
    }
}

fn kind(mark: &Mark<'_>) -> String {
    if mark.kind == mark.layer { mark.layer.into() } else { format!("{}-{}", mark.layer, mark.kind) }
}

/// One mark, and the note of where it is from.
fn standoff(number: usize, mark: &Mark<'_>, marked: &Marked<'_>, out: &mut String) {
    let fragments = fragments(mark, marked);
    let places: Vec<_> = fragments.iter().map(|(start, end, _)| format!("{start} {end}")).collect();
    let words: Vec<_> = fragments.iter().map(|(_, _, words)| *words).collect();
    out.push_str(&format!("T{number}\t{} {}\t{}\n", kind(mark), places.join(";"), words.join(" ")));
    out.push_str(&format!("#{number}\tAnnotatorNotes T{number}\t{} {}\n", mark.id, mark.rule));
}

/// The pieces of a mark between tabs and whatever a reader may take for the end of a line.
fn fragments<'a>(mark: &Mark<'_>, marked: &Marked<'a>) -> Vec<(usize, usize, &'a str)> {
    let mut fragments = Vec::new();
    let mut start = mark.start;
    for (point, c) in (mark.start..).zip(marked.words(mark.start, mark.end).chars().chain(['\n'])) {
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            if point > start {
                fragments.push((start, point, marked.words(start, point)));
            }
            start = point + 1;
        }
    }
    fragments
}

fn configuration(types: &BTreeMap<&'static str, BTreeSet<String>>) -> String {
    let mut out = "[entities]\n".to_owned();
    for (layer, kinds) in types {
        out.push_str(&format!("{layer}\n"));
        for kind in kinds {
            out.push_str(&format!("\t{kind}\n"));
        }
    }
    out + "[relations]\n[events]\n[attributes]\n"
}
