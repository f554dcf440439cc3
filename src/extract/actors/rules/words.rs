//! What the words of a name itself say: "Ministry", "Inc", "River", "John".

use crate::extract::actors::clue::{Clue, Place};
use crate::extract::actors::lexicon;
use crate::extract::actors::mention::ActorKind;
use crate::rules::{Example, Match, Rule};
use crate::text::Case;

fn capital(hit: &Match<'_>, at: usize) -> bool {
    hit.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper))
}

fn of_kind(hit: &Match<'_>, class: &str, weight: f32, place: Place) -> Option<Clue> {
    let head = hit.get("head")?;
    let phrase = hit.phrase("head", class)?;
    if !capital(hit, head.first()) {
        return None;
    }
    Some(Clue::new(hit, place, lexicon::kind(hit.reading, phrase)?, weight))
}

fn head_last(hit: &Match<'_>) -> Option<Clue> {
    of_kind(hit, "head", 3.0, Place::Ends(hit.get("head")?.end()))
}

fn head_first(hit: &Match<'_>) -> Option<Clue> {
    let head = hit.get("head")?;
    let both = hit.column("head", "head", "side") == "both";
    if both { of_kind(hit, "head", 3.2, Place::Holds(head.first())) } else { None }
}

fn place_of(hit: &Match<'_>) -> Option<Clue> {
    of_kind(hit, "head_of", 3.0, Place::Starts(hit.get("head")?.first()))
}

fn place_start(hit: &Match<'_>) -> Option<Clue> {
    of_kind(hit, "place_start", 1.0, Place::Starts(hit.get("head")?.first()))
}

fn other(hit: &Match<'_>) -> Option<Clue> {
    let head = hit.get("head")?;
    let starts = hit.column("head", "other_head", "side") == "both" && capital(hit, head.end());
    let (weight, place) = if starts { (3.5, Place::Starts(head.first())) } else { (3.0, Place::Ends(head.end())) };
    of_kind(hit, "other_head", weight, place)
}

fn acronym(hit: &Match<'_>) -> Option<Clue> {
    let short = hit.get("name")?;
    let word = hit.words("name");
    let plain = word.len() >= 2 && word.len() <= 7 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.' || b.is_ascii_digit());
    let behind = short.first() > hit.reading.sentence(short.first()).first() && capital(hit, short.first() - 1);
    (plain && !behind).then(|| Clue::new(hit, Place::Ends(short.end()), ActorKind::Organization, 0.8))
}

/// The rules.
pub const RULES: &[Rule<Clue>] = &[
    Rule {
        name: "word/head-last",
        pattern: "&<cap> head=@head",
        make: head_last,
        hits: &[
            Example { text: "He joined the [Brelland Farmers Party] then.", gives: "organization" },
            Example { text: "They fear the [Ostrava River] now.", gives: "place" },
        ],
        misses: &["They joined a party of friends.", "The Party was over."],
    },
    Rule {
        name: "word/head-first",
        pattern: "&<cap> head=@head (of | for) the? <cap>",
        make: head_first,
        hits: &[
            Example { text: "She asked the [Ministry of Canals] for help.", gives: "government" },
            Example { text: "He led the [Front for Brelland] then.", gives: "armed_group" },
        ],
        misses: &["The bank of the Danube was dry."],
    },
    Rule {
        name: "word/place-of",
        pattern: "&<cap> head=@head_of (of the? <cap> | <cap>)",
        make: place_of,
        hits: &[
            Example { text: "They sailed the [Gulf of Morwen] then.", gives: "place" },
            Example { text: "They climbed [Mount Brell] then.", gives: "place" },
        ],
        misses: &["They saw the gulf of Siam."],
    },
    Rule {
        name: "word/place-start",
        pattern: "&<cap> head=@place_start <cap>",
        make: place_start,
        hits: &[
            Example { text: "They came to [Puerto Brello] then.", gives: "place" },
            Example { text: "They saw [Upper Brelland] then.", gives: "place" },
        ],
        misses: &["They went north Monday."],
    },
    Rule {
        name: "word/no-actor",
        pattern: "&<cap> head=@other_head",
        make: other,
        hits: &[
            Example { text: "They signed the [Morwen Treaty] then.", gives: "other" },
            Example { text: "They won the [Brelland Cup] then.", gives: "other" },
        ],
        misses: &["It was a bad war."],
    },
    Rule {
        name: "word/no-actor-first",
        pattern: "&<cap> head=@other_first of",
        make: |hit| of_kind(hit, "other_first", 4.5, Place::Holds(hit.get("head")?.first())),
        hits: &[
            Example { text: "They fought the [Battle of Morwen] then.", gives: "other" },
            Example { text: "They signed the [Treaty of Brellat] then.", gives: "other" },
        ],
        misses: &["They fought the battle of their lives."],
    },
    Rule {
        name: "word/acronym",
        pattern: "name=<upper>",
        make: acronym,
        hits: &[
            Example { text: "He left the [BRLX] then.", gives: "organization" },
            Example { text: "He saw [KZV] men there.", gives: "organization" },
        ],
        misses: &["HE SAID SO TO THEM."],
    },
];
