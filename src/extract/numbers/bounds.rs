//! What stands around a number and bounds it.

use super::Classes;
use super::words::Core;
use crate::rules::{Phrase, Qualifier, QuantityForm, QuantityKind, Reading};

/// Words of a qualifier before a number, at the most.
const LONGEST: usize = 4;

/// The qualifier that ends right before token `at`: its first token and what it says. The longest wins.
pub(super) fn before(classes: &Classes, reading: &Reading<'_>, at: usize, first: usize) -> Option<(usize, Qualifier)> {
    if at > first && reading.is(at - 1, "between") {
        return Some((at - 1, Qualifier::Exact));
    }
    let start = (at.saturating_sub(LONGEST).max(first)..at)
        .find_map(|start| reading.phrases_at(start).iter().find(|p| p.class == classes.qualifier && p.tokens.end() == at).copied())?;
    Some((start.tokens.first(), parse(reading.column(start, "qualifier"))))
}

/// The qualifier that starts at token `at`, behind a number: one past its last token and what it says.
pub(super) fn after(classes: &Classes, reading: &Reading<'_>, at: usize, end: usize) -> Option<(usize, Qualifier)> {
    if at >= end {
        return None;
    }
    if reading.word(at) == "+" {
        return Some((at + 1, Qualifier::AtLeast));
    }
    // "10 and more than 30"
    let own = |phrase: &Phrase| phrase.tokens.end() <= end && !reading.is(phrase.tokens.end(), "than");
    let phrase = reading.phrase(at, classes.tail).filter(own)?;
    Some((phrase.tokens.end(), parse(reading.column(phrase, "qualifier"))))
}

fn parse(name: &str) -> Qualifier {
    match name {
        "at_least" => Qualifier::AtLeast,
        "more_than" => Qualifier::MoreThan,
        "at_most" => Qualifier::AtMost,
        "less_than" => Qualifier::LessThan,
        "about" => Qualifier::About,
        _ => Qualifier::Exact,
    }
}

/// Bounds of a number under a qualifier: low, best, high, and the qualifier that remains. See the table in the module text.
pub(super) fn apply(core: &Core, range: Option<f64>, qualifier: Qualifier) -> (Option<f64>, Option<f64>, Option<f64>, Qualifier) {
    if let Some(high) = range {
        return (core.best, None, Some(high), Qualifier::Range);
    }
    if core.form == QuantityForm::Vague {
        return (core.least, core.best, None, Qualifier::Vague);
    }
    let Some(n) = core.best.filter(|_| core.kind != QuantityKind::Ordinal) else {
        return (core.best, core.best, core.best, Qualifier::Exact);
    };
    let whole = n.fract() == 0.0 && core.kind == QuantityKind::Cardinal;
    let (below, above) = if whole { ((n * 0.85).floor(), (n * 1.15).round()) } else { (n * 0.85, n * 1.15) };
    let step = if whole { 1.0 } else { 0.0 };
    match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (Some(n), Some(n), None, qualifier),
        Qualifier::AtMost => (Some(0.0), Some(n), Some(n), qualifier),
        Qualifier::LessThan => (Some(0.0), Some(n - step), Some(n - step), qualifier),
        Qualifier::About => (Some(below), Some(n), Some(above), qualifier),
        _ => (Some(n), Some(n), Some(n), Qualifier::Exact),
    }
}
