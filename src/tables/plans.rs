//! `plans`: one row a plan; `plan_steps`: one row a step.

use std::borrow::Cow;

use super::CellKind::{Id, List, Number, Share, Text};
use super::{Cell, Column, View};
use crate::link::LinkedStep;

pub(super) const PLANS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "plan_id", kind: Id, about: "Id of the plan", cell: |_, n| Cell::id('p', n) },
    Column { name: "name", kind: Text, about: "What the text calls it", cell: |v, n| v.phrase(Some(v.linked.plans[n].plan.tokens)) },
    Column {
        name: "announced_steps",
        kind: Number,
        about: "How many steps the text says that it has",
        cell: |v, n| Cell::number(v.linked.plans[n].plan.announced.map(u64::from)),
    },
    Column { name: "found_steps", kind: Number, about: "Rows in plan_steps", cell: |v, n| Cell::count(v.linked.plans[n].steps.len()) },
    Column {
        name: "proposed_by",
        kind: Text,
        about: "Who proposes it, as written",
        cell: |v, n| v.phrase(v.linked.plans[n].plan.proposer),
    },
    Column {
        name: "proposed_by_id",
        kind: Id,
        about: "The actor who proposes it",
        cell: |v, n| Cell::maybe_id('a', v.linked.plans[n].proposer_id),
    },
    Column {
        name: "parties",
        kind: List,
        about: "Between whom, as written",
        cell: |v, n| Cell::List(v.linked.plans[n].plan.parties.iter().map(|p| Cow::Borrowed(v.document.words(*p))).collect()),
    },
    Column { name: "purpose", kind: Text, about: "What for, as written", cell: |v, n| v.phrase(v.linked.plans[n].plan.purpose) },
    Column {
        name: "date_id",
        kind: Id,
        about: "When it was proposed: a row of dates",
        cell: |v, n| Cell::maybe_id('d', v.linked.plans[n].date),
    },
    Column { name: "start_char", kind: Number, about: "First code point in the text", cell: |v, n| v.start(v.linked.plans[n].plan.span) },
    Column { name: "end_char", kind: Number, about: "One past the last code point", cell: |v, n| v.end(v.linked.plans[n].plan.span) },
    Column {
        name: "sentence",
        kind: Number,
        about: "The sentence, counted from 0",
        cell: |v, n| v.sentence(v.linked.plans[n].plan.tokens),
    },
    Column { name: "text", kind: Text, about: "The words, exactly as they stand", cell: |v, n| v.words(v.linked.plans[n].plan.span) },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(v.linked.plans[n].plan.rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(v.linked.plans[n].plan.confidence),
    },
];

pub(super) const STEPS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "plan_id", kind: Id, about: "The plan", cell: |v, n| Cell::maybe_id('p', v.steps().get(n).map(|(plan, _)| *plan)) },
    Column { name: "step_id", kind: Id, about: "Id of the step", cell: |_, n| Cell::id('s', n) },
    Column { name: "number", kind: Number, about: "Its number, from 1", cell: |v, n| Cell::Number(u64::from(step(v, n).step.number)) },
    Column { name: "marker", kind: Text, about: "The cue: Secondly, Phase two, (c)", cell: |v, n| v.phrase(step(v, n).step.marker) },
    Column { name: "actor", kind: Text, about: "Who acts, as written", cell: |v, n| v.phrase(step(v, n).step.clause.actor) },
    Column { name: "actor_id", kind: Id, about: "The actor who acts", cell: |v, n| Cell::maybe_id('a', step(v, n).actor_id) },
    Column {
        name: "modality",
        kind: Text,
        about: "will, would, must, should, may, plain",
        cell: |v, n| Cell::text(step(v, n).step.clause.modality.name()),
    },
    Column {
        name: "action",
        kind: Text,
        about: "Lemma of the main verb",
        cell: |v, n| Cell::maybe(step(v, n).step.clause.action.as_deref()),
    },
    Column { name: "object", kind: Text, about: "What is acted on", cell: |v, n| v.phrase(step(v, n).step.clause.object) },
    Column { name: "recipient", kind: Text, about: "To or for whom", cell: |v, n| v.phrase(step(v, n).step.clause.recipient) },
    Column { name: "deadline", kind: Text, about: "Until when, as written", cell: |v, n| v.phrase(step(v, n).step.clause.deadline) },
    Column {
        name: "deadline_date_id",
        kind: Id,
        about: "Until when: a row of dates",
        cell: |v, n| Cell::maybe_id('d', step(v, n).deadline),
    },
    Column {
        name: "condition",
        kind: Text,
        about: "On what condition, as written",
        cell: |v, n| v.phrase(step(v, n).step.clause.condition),
    },
    Column { name: "attributed_to", kind: Text, about: "Who says so, as written", cell: |v, n| v.phrase(step(v, n).step.clause.speaker) },
    Column { name: "start_char", kind: Number, about: "First code point in the text", cell: |v, n| v.start(step(v, n).step.span) },
    Column { name: "end_char", kind: Number, about: "One past the last code point", cell: |v, n| v.end(step(v, n).step.span) },
    Column {
        name: "sentence",
        kind: Number,
        about: "The sentence, counted from 0",
        cell: |v, n| v.sentence(step(v, n).step.clause.tokens),
    },
    Column { name: "text", kind: Text, about: "The words, exactly as they stand", cell: |v, n| v.words(step(v, n).step.span) },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(step(v, n).step.rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(step(v, n).step.confidence),
    },
];

/// The step of row `n`.
fn step<'a>(view: &'a View<'_>, n: usize) -> &'a LinkedStep {
    let (plan, step) = view.steps()[n];
    &view.linked.plans[plan].steps[step]
}
