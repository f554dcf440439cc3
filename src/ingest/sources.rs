//! From the paths that a user named to the files that will be read.
//!
//! The list is sorted as a whole, by the bytes of the path, so that neither the order on the command line nor that of
//! the file system shows in the tables. A file is listed once, even when it is named twice or a link leads to it:
//! canonical paths are compared. In a folder only files that some reader knows are taken, and names that start with
//! `.`, `_`, `README` or `LICENSE` are passed over; a file that is named outright is always read, as text when its extension says nothing.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::ids::UniqueIds;
use super::{READERS, Reader, problem, unreadable};
use crate::error::{Problem, ProblemKind};

/// One file to be read.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as it is shown: as named, with `/` between folders.
    pub path: String,
    /// The id of the document: the path from the named folder on, without extension (`war/airstrike`).
    pub id: String,
    file: PathBuf,
    reader: &'static Reader,
}

impl Source {
    /// The path to open.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The format that the extension stands for.
    pub fn reader(&self) -> &'static Reader {
        self.reader
    }

    fn new(file: &Path, relative: &Path) -> Self {
        Self {
            path: shown(file),
            id: shown(&without_extension(relative)),
            file: file.to_owned(),
            reader: known_reader(file).unwrap_or(&READERS[0]),
        }
    }

    /// The id with its extension, for files that differ in nothing else.
    fn id_with_extension(&self) -> String {
        match self.file.extension() {
            Some(extension) => format!("{}.{}", self.id, extension.to_string_lossy()),
            None => self.id.clone(),
        }
    }
}

/// All files under the named paths, in a stable order, and what could not be reached.
pub fn find(paths: &[PathBuf]) -> (Vec<Source>, Vec<Problem>) {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        match path.metadata() {
            Err(error) => problems.push(unreachable_path(path, &error)),
            Ok(metadata) if metadata.is_dir() => walk(path, &mut sources, &mut problems),
            Ok(_) => sources.push(Source::new(path, Path::new(path.file_name().unwrap_or(path.as_os_str())))),
        }
    }
    // Of one file under two ids the longer says more: that of the outermost folder that was named.
    sources.sort_by(|a, b| (a.path.as_bytes(), b.id.len(), &a.file).cmp(&(b.path.as_bytes(), a.id.len(), &b.file)));
    let mut seen = HashSet::new();
    sources.retain(|source| seen.insert(source.file.canonicalize().unwrap_or_else(|_| source.file.clone())));
    make_ids_unique(&mut sources);
    problems.sort_by(|a, b| (&a.path, &a.message).cmp(&(&b.path, &b.message)));
    problems.dedup();
    (sources, problems)
}

/// Takes the files of one folder and all folders in it.
fn walk(root: &Path, sources: &mut Vec<Source>, problems: &mut Vec<Problem>) {
    let entries = WalkDir::new(root).follow_links(true).into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
        match entry {
            Ok(entry) => sources.extend(source_of(&entry, root)),
            Err(error) => problems.extend(problem_of(&error)),
        }
    }
}

fn source_of(entry: &DirEntry, root: &Path) -> Option<Source> {
    if !entry.file_type().is_file() || known_reader(entry.path()).is_none() {
        return None;
    }
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    Some(Source::new(entry.path(), relative))
}

/// What kept the walk from an entry; nothing where the entry would have been passed over anyway.
fn problem_of(error: &walkdir::Error) -> Option<Problem> {
    let path = error.path().unwrap_or(Path::new(""));
    if path.file_name().is_some_and(is_hidden) {
        return None;
    }
    if let Some(ancestor) = error.loop_ancestor() {
        let message = format!("the link leads back to {}, which was walked already", shown(ancestor));
        return Some(problem(&shown(path), ProblemKind::LinkLoop, message));
    }
    match error.io_error() {
        Some(error) if error.kind() == io::ErrorKind::NotFound && known_reader(path).is_none() => None,
        Some(error) => Some(unfollowed(path, error)),
        None => Some(problem(&shown(path), ProblemKind::Unreadable, error.to_string())),
    }
}

fn unreachable_path(path: &Path, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => {
            let message = "no such file or folder; allowed are files and folders that exist";
            problem(&shown(path), ProblemKind::NotFound, message)
        }
        _ => unfollowed(path, error),
    }
}

/// A link that leads back to itself cannot be followed; that, and whatever else the system said.
///
/// The standard library does not tell the kind of the first apart yet, so it is what remains of a link's failures.
fn unfollowed(path: &Path, error: &io::Error) -> Problem {
    let is_other = !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied);
    if is_other && path.is_symlink() {
        return problem(&shown(path), ProblemKind::LinkLoop, format!("the link cannot be followed: {error}"));
    }
    unreadable(&shown(path), error)
}

/// Lets ids that are shared grow until they differ: by extension, by the whole path, at last by a number.
fn make_ids_unique(sources: &mut [Source]) {
    grow_shared_ids(sources, Source::id_with_extension);
    grow_shared_ids(sources, |source| source.path.clone());
    let mut ids = UniqueIds::default();
    for source in sources {
        source.id = ids.unique(std::mem::take(&mut source.id));
    }
}

/// The path without its extension, and without that of what is wrapped in it (`news.jsonl.gz`).
fn without_extension(path: &Path) -> PathBuf {
    let stem = path.with_extension("");
    let is_wrapper = known_reader(path).is_some_and(|reader| matches!(reader.name, "gzip" | "zstd"));
    if is_wrapper && known_reader(&stem).is_some() { stem.with_extension("") } else { stem }
}

fn grow_shared_ids(sources: &mut [Source], longer: impl Fn(&Source) -> String) {
    let mut holders: HashMap<String, usize> = HashMap::new();
    for source in &*sources {
        *holders.entry(source.id.clone()).or_default() += 1;
    }
    for source in sources {
        if holders.get(&source.id).is_some_and(|&count| count > 1) {
            source.id = longer(source);
        }
    }
}

pub(super) fn known_reader(path: &Path) -> Option<&'static Reader> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Files and folders that are passed over in a folder: hidden ones, and what tells about the folder (README, LICENSE).
pub(super) fn is_hidden(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    matches!(name.first(), Some(b'.' | b'_')) || ["README", "LICENSE"].iter().any(|about| name.starts_with(about.as_bytes()))
}

/// A path as the tables show it: `/` between folders on every system.
fn shown(path: &Path) -> String {
    let mut shown = String::new();
    for component in path.components() {
        if !shown.is_empty() && !shown.ends_with('/') {
            shown.push('/');
        }
        match component {
            Component::RootDir => shown.push_str(if shown.ends_with('/') { "" } else { "/" }),
            other => shown.push_str(&other.as_os_str().to_string_lossy()),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A folder with these files, each holding its own name.
    fn folder_of(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, file).expect("a file");
        }
        folder
    }

    fn ids(sources: &[Source]) -> Vec<&str> {
        sources.iter().map(|source| source.id.as_str()).collect()
    }

    #[test]
    fn files_come_sorted_known_and_visible_only() {
        let folder = folder_of(&[
            "zebra.txt",
            "war/airstrike.HTML",
            "war.txt",
            "a.json",
            "notes.pdf",
            ".hidden.txt",
            "_draft.txt",
            ".git/x.txt",
            "Über/ä.md",
        ]);
        let (sources, problems) = find(&[folder.path().to_owned()]);
        assert_eq!(ids(&sources), ["a", "war", "war/airstrike", "zebra", "Über/ä"]);
        assert_eq!(problems, []);
        assert_eq!(sources[2].reader().name, "html");
        assert!(sources[2].path.ends_with("war/airstrike.HTML"));
    }

    #[test]
    fn the_order_of_naming_changes_nothing_and_a_file_is_read_once() {
        let folder = folder_of(&["b.txt", "war/a.txt"]);
        let named = |names: &[&str]| names.iter().map(|name| folder.path().join(name)).collect::<Vec<_>>();
        let (forth, _) = find(&named(&["", "war", "war/a.txt", "b.txt", "war/../b.txt"]));
        let (back, _) = find(&named(&["war/../b.txt", "b.txt", "war/a.txt", "war", ""]));
        assert_eq!(ids(&forth), ["b", "war/a"]);
        assert_eq!(ids(&forth), ids(&back));
        assert_eq!(forth[1].path, back[1].path);
    }

    #[test]
    fn ids_that_would_collide_keep_what_tells_them_apart() {
        let folder = folder_of(&["x/a.txt", "x/a.html", "y/a.txt", "x/b.txt"]);
        let (sources, _) = find(&[folder.path().join("x"), folder.path().join("y")]);
        let found = ids(&sources);
        assert_eq!(found[0], "a.html");
        assert_eq!(found[2], "b");
        assert!(found[1].ends_with("x/a.txt") && found[3].ends_with("y/a.txt"), "{found:?}");
    }

    #[test]
    fn a_named_file_is_read_whatever_it_is_called() {
        let folder = folder_of(&["_notes.log", "plain"]);
        let (sources, _) = find(&[folder.path().join("_notes.log"), folder.path().join("plain")]);
        assert_eq!(ids(&sources), ["_notes", "plain"]);
        assert!(sources.iter().all(|source| source.reader().name == "text"));
    }

    #[test]
    fn a_path_that_does_not_exist_is_a_problem() {
        let (sources, problems) = find(&[PathBuf::from("no/such/place")]);
        assert!(sources.is_empty());
        assert_eq!((problems[0].path.as_str(), problems[0].kind), ("no/such/place", ProblemKind::NotFound));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_once_and_loops_are_told() {
        use std::os::unix::fs::symlink;
        let folder = folder_of(&["a.txt", "sub/b.txt"]);
        symlink("..", folder.path().join("sub/up")).expect("a link");
        symlink("a.txt", folder.path().join("same.txt")).expect("a link");
        symlink("self.txt", folder.path().join("self.txt")).expect("a link");
        symlink("nowhere.txt", folder.path().join("broken.txt")).expect("a link");
        let (sources, problems) = find(&[folder.path().to_owned()]);
        assert_eq!(ids(&sources), ["a", "sub/b"]);
        let kinds: Vec<_> = problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(kinds.len(), 3, "{problems:?}");
        assert_eq!(kinds[0], ProblemKind::NotFound);
        assert_eq!(kinds[2], ProblemKind::LinkLoop);
        let (_, problems) = find(&[folder.path().join("self.txt")]);
        assert_eq!(problems[0].kind, ProblemKind::LinkLoop);
    }
}
