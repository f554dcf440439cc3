//! `casualties`: one row a claim.

use super::CellKind::{Day, Id, Number, Share, Text};
use super::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "casualty_id", kind: Id, about: "Id of the claim", cell: |_, n| Cell::id('c', n) },
    Column {
        name: "harm",
        kind: Text,
        about: "What happened: killed, injured, casualties, missing, displaced, detained, abducted, sick, affected",
        cell: |v, n| Cell::text(v.linked.claims[n].claim.harm.name()),
    },
    Column { name: "count_low", kind: Number, about: "Lower bound of the count", cell: |v, n| Cell::number(v.linked.claims[n].claim.low) },
    Column { name: "count_best", kind: Number, about: "Best single number", cell: |v, n| Cell::number(v.linked.claims[n].claim.best) },
    Column {
        name: "count_high",
        kind: Number,
        about: "Upper bound of the count",
        cell: |v, n| Cell::number(v.linked.claims[n].claim.high),
    },
    Column { name: "count_text", kind: Text, about: "The words of the count", cell: |v, n| v.phrase(v.linked.claims[n].claim.count) },
    Column {
        name: "qualifier",
        kind: Text,
        about: "How the count bounds: exact, at_least, range, vague, none ...",
        cell: |v, n| Cell::text(v.linked.claims[n].claim.qualifier.name()),
    },
    Column {
        name: "victims",
        kind: Text,
        about: "The noun phrase of the victims; for a pronoun the one that it stands for, where the claim before tells it",
        cell: |v, n| v.phrase(v.linked.claims[n].claim.victims),
    },
    Column {
        name: "victim_class",
        kind: Text,
        about: "Who they are: civilian, combatant, child ...",
        cell: |v, n| Cell::text(v.linked.claims[n].claim.victim_class.name()),
    },
    Column {
        name: "status",
        kind: Text,
        about: "asserted, claimed, denied, feared, hypothetical",
        cell: |v, n| Cell::text(v.linked.claims[n].status.name()),
    },
    Column {
        name: "scope",
        kind: Text,
        about: "incident, increment, cumulative, historical",
        cell: |v, n| Cell::text(v.linked.claims[n].claim.scope.name()),
    },
    Column {
        name: "part_of",
        kind: Id,
        about: "The claim that this one is a subset of",
        cell: |v, n| Cell::maybe_id('c', v.linked.claims[n].claim.part_of),
    },
    Column { name: "perpetrator", kind: Text, about: "Who did it, as written", cell: |v, n| v.maybe_words(v.linked.claims[n].perpetrator) },
    Column {
        name: "perpetrator_id",
        kind: Id,
        about: "The actor who did it",
        cell: |v, n| Cell::maybe_id('a', v.linked.claims[n].perpetrator_id),
    },
    Column {
        name: "cause",
        kind: Text,
        about: "With what, or in what; the verb (\"shot\") where no noun names it",
        cell: |v, n| v.phrase(v.linked.claims[n].claim.cause),
    },
    Column {
        name: "attributed_to",
        kind: Text,
        about: "Who says so, as written",
        cell: |v, n| v.maybe_words(v.linked.claims[n].attributed_to),
    },
    Column {
        name: "attributed_id",
        kind: Id,
        about: "The actor who says so",
        cell: |v, n| Cell::maybe_id('a', v.linked.claims[n].attributed_id),
    },
    Column { name: "place", kind: Text, about: "Where, as written", cell: |v, n| v.maybe_words(v.linked.claims[n].place) },
    Column {
        name: "place_id",
        kind: Id,
        about: "The actor that the place is",
        cell: |v, n| Cell::maybe_id('a', v.linked.claims[n].place_id),
    },
    Column { name: "date_id", kind: Id, about: "When: a row of dates", cell: |v, n| Cell::maybe_id('d', v.linked.claims[n].date) },
    Column { name: "date_start", kind: Day, about: "First day of that date", cell: |v, n| Cell::day(v.linked.claims[n].days.0) },
    Column {
        name: "date_end",
        kind: Day,
        about: "Last day of that date; of what has gone on since, the day of publication",
        cell: |v, n| Cell::day(v.linked.claims[n].days.1),
    },
    Column { name: "start_char", kind: Number, about: "First code point in the text", cell: |v, n| v.start(v.linked.claims[n].claim.span) },
    Column { name: "end_char", kind: Number, about: "One past the last code point", cell: |v, n| v.end(v.linked.claims[n].claim.span) },
    Column {
        name: "sentence",
        kind: Number,
        about: "The sentence, counted from 0",
        cell: |v, n| v.sentence(v.linked.claims[n].claim.tokens),
    },
    Column { name: "text", kind: Text, about: "The words, exactly as they stand", cell: |v, n| v.words(v.linked.claims[n].claim.span) },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(v.linked.claims[n].claim.rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(v.linked.claims[n].claim.confidence),
    },
];
