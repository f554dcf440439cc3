//! A plan while it is put together, and the plan that it becomes.

use super::announce::{Announcement, Kind};
use super::eye::Eye;
use super::{Clause, Plan, Step, govern, propose, unmarked};
use crate::text::TokenRange;

/// A plan while it is put together.
pub(super) struct Draft {
    /// All announcements of it, the first first.
    pub names: Vec<Announcement>,
    pub steps: Vec<Found>,
    pub confidence: f32,
    /// The sentence of the last announcement or step.
    pub last: usize,
    /// The noun that its list stands behind, and whether it says "other".
    pub listed: Option<TokenRange>,
    pub others: bool,
}

/// A step while its plan is put together.
pub(super) struct Found {
    pub number: Option<u32>,
    pub marker: Option<TokenRange>,
    pub clause: Clause,
    pub rule: &'static str,
    pub confidence: f32,
}

/// Puts a step that is told beside the name in front of steps that don't begin with the first.
pub(super) fn complete(eye: Eye, draft: &mut Draft) {
    let Some(first) = draft.steps.first() else { return };
    let at = first.clause.tokens.first();
    let others = draft.others;
    if !(others || first.number.is_some_and(|number| number == 2)) {
        return;
    }
    let names = draft.names.iter().map(|name| name.name).chain(draft.listed);
    let told = names.filter(|name| name.first() < at).find_map(|name| govern::beforehand(eye, name));
    let counted = draft.names.iter().rev().find(|name| name.count.is_some() && name.name.first() < at);
    let told = told.or_else(|| counted.and_then(|name| unmarked::first(eye, name.name, at)));
    if let Some(clause) = told.filter(|told| told.tokens.end() <= at) {
        let confidence = first.confidence * 0.8;
        draft.steps.insert(0, Found { number: Some(1), marker: None, clause, rule: "step/beside", confidence });
    }
}

/// The plan, with who proposes it, between whom and what for.
pub(super) fn plan(eye: Eye, draft: Draft) -> Option<Plan> {
    let document = eye.reading.document();
    let name = draft.names.first()?;
    let announced = draft.names.iter().find_map(|name| name.count);
    // "offered by Osei" tells more than who merely spoke of it.
    let mut names: Vec<TokenRange> = draft.names.iter().map(|name| name.name).collect();
    names.sort_by_key(|name| propose::author(eye, *name).is_none());
    let author = names.first().and_then(|name| propose::author(eye, *name));
    let demander = || draft.names.iter().find(|name| name.kind == Kind::Demand).and_then(|name| propose::demander(eye, name.name.first()));
    let proposer = author.or_else(demander).or_else(|| draft.names.iter().find_map(|name| propose::proposer(eye, name.name)));
    let proposer = proposer
        .or_else(|| draft.names.iter().find_map(|name| propose::speaker(eye, name.name)))
        .or_else(|| propose::earlier(eye, name.name));
    let parties = draft.names.iter().map(|name| propose::parties(eye, name.name)).find(|parties| !parties.is_empty()).unwrap_or_default();
    let purpose = draft.names.iter().find_map(|name| propose::purpose(eye, name.name));
    let mut steps = Vec::new();
    let mut number = 0;
    for found in draft.steps {
        number = found.number.unwrap_or(number + 1);
        steps.push(Step {
            span: document.span(found.clause.tokens),
            number,
            marker: found.marker,
            clause: found.clause,
            rule: found.rule,
            confidence: found.confidence.clamp(0.05, 0.95),
        });
    }
    Some(Plan {
        span: document.span(name.name),
        tokens: name.name,
        names,
        announced,
        proposer,
        parties,
        purpose,
        steps,
        rule: name.rule,
        confidence: draft.confidence.clamp(0.05, 0.95),
    })
}
