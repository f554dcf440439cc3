//! `actors`: one row an actor; `actor_mentions`: one row a mention.

use super::CellKind::{Id, List, Number, Share, Text};
use super::{Cell, Column};

pub(super) const ACTORS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "actor_id", kind: Id, about: "Id of the actor", cell: |_, n| Cell::id('a', n) },
    Column { name: "name", kind: Text, about: "Its fullest form in the document", cell: |v, n| v.name(v.linked.actors[n].name) },
    Column {
        name: "kind",
        kind: Text,
        about: "person, organization, armed_group, government, military, media, place, people, other",
        cell: |v, n| Cell::text(v.linked.actors[n].kind.name()),
    },
    Column {
        name: "role",
        kind: Text,
        about: "Its title or office, as written",
        cell: |v, n| v.linked.actors[n].role.map_or(Cell::Empty, |role| v.name(role)),
    },
    Column {
        name: "country_iso3",
        kind: Text,
        about: "ISO 3166-1 alpha-3 of the country that it is or acts for",
        cell: |v, n| Cell::maybe(v.linked.actors[n].country),
    },
    Column {
        name: "affiliation",
        kind: Id,
        about: "The actor that it belongs to",
        cell: |v, n| Cell::maybe_id('a', v.linked.actors[n].affiliation),
    },
    Column { name: "cameo_code", kind: Text, about: "CAMEO actor code", cell: |v, n| Cell::maybe(v.linked.actors[n].cameo.as_deref()) },
    Column {
        name: "aliases",
        kind: List,
        about: "Every other form of its name",
        cell: |v, n| Cell::List(v.linked.actors[n].aliases.iter().map(|form| v.document.line(*form)).collect()),
    },
    Column { name: "mentions", kind: Number, about: "How often it is mentioned", cell: |v, n| Cell::count(v.linked.actors[n].mentions) },
    Column {
        name: "start_char",
        kind: Number,
        about: "First code point in the text",
        cell: |v, n| v.start(v.linked.mentions[v.linked.actors[n].mention].span),
    },
    Column {
        name: "end_char",
        kind: Number,
        about: "One past the last code point",
        cell: |v, n| v.end(v.linked.mentions[v.linked.actors[n].mention].span),
    },
    Column {
        name: "sentence",
        kind: Number,
        about: "The sentence, counted from 0",
        cell: |v, n| v.sentence(v.linked.mentions[v.linked.actors[n].mention].tokens),
    },
    Column {
        name: "text",
        kind: Text,
        about: "The words, exactly as they stand",
        cell: |v, n| v.words(v.linked.mentions[v.linked.actors[n].mention].span),
    },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(v.linked.actors[n].rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(v.linked.actors[n].confidence),
    },
];

pub(super) const MENTIONS: &[Column] = &[
    Column { name: "doc_id", kind: Id, about: "The document", cell: |v, _| Cell::text(&v.meta.doc_id) },
    Column { name: "actor_id", kind: Id, about: "The actor", cell: |v, n| Cell::id('a', v.linked.mentions[n].actor) },
    Column { name: "mention_id", kind: Id, about: "Id of the mention", cell: |_, n| Cell::id('m', n) },
    Column {
        name: "form",
        kind: Text,
        about: "name, acronym, partial, title, nominal, pronoun",
        cell: |v, n| Cell::text(v.linked.mentions[n].form.name()),
    },
    Column { name: "start_char", kind: Number, about: "First code point in the text", cell: |v, n| v.start(v.linked.mentions[n].span) },
    Column { name: "end_char", kind: Number, about: "One past the last code point", cell: |v, n| v.end(v.linked.mentions[n].span) },
    Column { name: "sentence", kind: Number, about: "The sentence, counted from 0", cell: |v, n| v.sentence(v.linked.mentions[n].tokens) },
    Column { name: "text", kind: Text, about: "The words, exactly as they stand", cell: |v, n| v.words(v.linked.mentions[n].span) },
    Column { name: "rule", kind: Text, about: "The rule that made the row", cell: |v, n| Cell::text(v.linked.mentions[n].rule) },
    Column {
        name: "confidence",
        kind: Share,
        about: "Share of such rows that are right, 0 to 1",
        cell: |v, n| Cell::Share(v.linked.mentions[n].confidence),
    },
];
