//! Lists whose bullets were lost on the way: lines that begin alike behind a line that ends with ":".

use super::cue::{Cue, Kind, Order};
use super::eye::Eye;
use super::lead;
use super::list::{self, Shape};
use super::sequel::is_binding;
use crate::text::TokenRange;

/// Lines that a list may have.
const MOST: usize = 20;
/// How long a label may be.
const LABEL: usize = 5;
/// How far a clause behind a label is read for its modal.
const CLAUSE: usize = 24;
/// The longest line of a list, in tokens.
const LONGEST: usize = 80;
/// The longest line that is a noun phrase.
const NOUN: usize = 25;

/// How a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Gerund,
    Base,
    /// "Directs the agency to": the plan of the line above is the subject.
    Third,
    /// "Holders of papers would be protected": a clause that binds, under a line that counts what follows.
    Clause,
    Noun,
}

/// The markers of such lines, which have no words: each stands before the first token of its line.
pub(super) fn cues(eye: Eye) -> Vec<Cue> {
    let blocks = blocks(eye);
    let mut found = Vec::new();
    for (n, block) in blocks.iter().enumerate() {
        if block.is_empty() || eye.word(block.end() - 1) != ":" {
            continue;
        }
        let offered = lead::offered(eye, block.end()).is_some();
        let counts =
            block.iter().rev().take(40).any(|at| eye.has(at, eye.words.part) && eye.reading.quantity(at.saturating_sub(2)).is_some());
        // "A guarantee that the board will meet": what is offered may be told at length.
        let opening = |line: &TokenRange| {
            opening(eye, *line)
                .or((offered && eye.is_determiner(line.first()) && is_open(eye, *line)).then_some(Opening::Noun))
                .or((counts && states(eye, *line)).then_some(Opening::Clause))
        };
        let Some(first) = blocks.get(n + 1).and_then(opening) else { continue };
        let alike = |line: &TokenRange| opening(line) == Some(first);
        let mut lines: Vec<TokenRange> = match offered {
            // Items without a full stop go on until a paragraph that has one.
            true => blocks[n + 1..].iter().take(MOST).take_while(|line| is_open(eye, **line)).copied().collect(),
            false => Vec::new(),
        };
        lines.truncate(lines.iter().rposition(alike).map_or(0, |last| last + 1));
        if lines.len() < 2 {
            lines = blocks[n + 1..].iter().take(MOST).take_while(|line| alike(line)).copied().collect();
        }
        let least = if first == Opening::Noun && !offered { 3 } else { 2 };
        if lines.len() >= least {
            found.extend(lines.iter().map(|line| Cue {
                tokens: TokenRange::new(line.first(), line.first()),
                order: Order::Next,
                kind: Kind::Bullet,
                unit: None,
                rule: "step/line",
            }));
        }
    }
    labelled(eye, &blocks, &mut found);
    found
}

/// Lines in a row that each begin with what they are about: "Parking: Drivers will pay", "**Buses.** A line will open".
fn labelled(eye: Eye, blocks: &[TokenRange], found: &mut Vec<Cue>) {
    let rest: Vec<Option<usize>> = blocks.iter().map(|block| behind_label(eye, *block)).collect();
    for run in rest.chunk_by(|a, b| a.is_some() == b.is_some()).filter(|run| run.len() >= 3) {
        found.extend(run.iter().flatten().map(|&at| Cue {
            tokens: TokenRange::new(at, at),
            order: Order::Next,
            kind: Kind::Bullet,
            unit: None,
            rule: "step/line",
        }));
    }
}

/// Where the clause behind a label begins.
fn behind_label(eye: Eye, line: TokenRange) -> Option<usize> {
    let star = |at: usize| matches!(eye.word(at), "*" | "**" | "_" | "__");
    let bold = (line.first()..line.end().min(line.first() + 2)).take_while(|&at| star(at)).count();
    let first = line.first() + bold;
    let close = (first + 1..line.end().min(first + 1 + LABEL))
        .take_while(|&at| !(eye.is_mark(at) && bold == 0) || matches!(eye.word(at), ":" | "-" | "–" | "—"))
        .find(|&at| eye.is_mark(at) && (eye.is(at, ":") || eye.is_dash(at) || bold > 0 && eye.is(at, ".")))?;
    let from = (close..line.end()).find(|&at| !eye.is_mark(at))?;
    let named = eye.reading.value_of(first, crate::rules::ValueKind::Actor).is_some();
    let dated = (first..close).any(|at| eye.reading.value_of(at, crate::rules::ValueKind::Date).is_some());
    // "Parking: Drivers will pay": what is to be done, not what is told.
    let end = eye.reading.sentence(from).end().min(from + CLAUSE);
    let binds =
        || (from + 1..end).any(|at| eye.modality(at).is_some_and(is_binding) || eye.any(at, &["is", "are"]) && eye.any(at + 1, &["to"]));
    let told = eye.is_capital(first) && eye.is_capital(from) && !named && !dated && binds();
    told.then_some(from)
}

/// The tokens of each block.
fn blocks(eye: Eye) -> Vec<TokenRange> {
    let sentences = eye.reading.document().sentences();
    let mut blocks = Vec::with_capacity(sentences.len());
    for block in sentences.chunk_by(|a, b| a.block == b.block) {
        if let (Some(first), Some(last)) = (block.first(), block.last()) {
            blocks.push(TokenRange::new(first.tokens.first(), last.tokens.end()));
        }
    }
    blocks
}

/// "Holders of papers, who came long ago, would be protected": whether the line says what will or must be done.
fn states(eye: Eye, line: TokenRange) -> bool {
    let asks = eye.any(line.first(), &["what", "how", "why", "who", "when", "where", "if"]);
    !asks && line.iter().skip(1).take(CLAUSE).any(|at| eye.modality(at).is_some_and(is_binding))
}

/// A line that ends like a heading or an item.
fn is_open(eye: Eye, line: TokenRange) -> bool {
    let last = eye.word(line.end().saturating_sub(1));
    line.len() >= 2 && line.len() <= LONGEST && !eye.is_mark(line.first()) && !matches!(last, "." | "?" | "!" | ":" | "…")
}

fn opening(eye: Eye, line: TokenRange) -> Option<Opening> {
    let first = line.first();
    if line.len() < 2 || line.len() > LONGEST || eye.is_mark(first) || eye.is(line.end() - 1, ":") {
        return None;
    }
    let third = eye.verb(first).is_some_and(|verb| verb.third && !verb.base) && !eye.is_auxiliary(first);
    match list::shape(eye, first) {
        Shape::Gerund => Some(Opening::Gerund),
        Shape::Base => Some(Opening::Base),
        Shape::Noun if third && !eye.is_finite(first + 1) => Some(Opening::Third),
        Shape::Noun => {
            let short = line.len() <= NOUN && !matches!(eye.word(line.end() - 1), "." | "?" | "!" | "\"" | "”");
            let states = line.iter().skip(1).any(|at| eye.is_surely_finite(at));
            (short && !states && (eye.is_determiner(first) || eye.reading.quantity(first).is_none())).then_some(Opening::Noun)
        }
        _ => None,
    }
}
