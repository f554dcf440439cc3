//! Names that a list knows.

use super::super::clue::Clue;
use crate::rules::{Example, Match, Rule};

/// How telling a name of several words is beyond one of a single word.
fn listed(hit: &Match<'_>, class: &str, weight: f32) -> Option<Clue> {
    let several = if hit.tokens.len() > 1 { 0.5 } else { 0.0 };
    Clue::listed(hit, class, weight + several)
}

/// One rule a list.
pub const RULES: &[Rule<Clue>] = &[
    Rule {
        name: "list/country",
        pattern: "name=@country",
        make: |hit| listed(hit, "country", 3.0),
        hits: &[
            Example { text: "She flew to [Chad] on Friday.", gives: "place TCD" },
            Example { text: "It was late. She flew to [Chad] on Friday.", gives: "place TCD" },
        ],
        misses: &["The turkey was eaten in chad."],
    },
    Rule {
        name: "list/capital",
        pattern: "name=@capital",
        make: |hit| listed(hit, "capital", 2.5),
        hits: &[
            Example { text: "He lives in [Nairobi] now.", gives: "place KEN" },
            Example { text: "It was late. He lives in [Nairobi] now.", gives: "place KEN" },
        ],
        misses: &["It is the capital of the arts."],
    },
    Rule {
        name: "list/demonym",
        pattern: "name=@demonym",
        make: |hit| listed(hit, "demonym", 3.0),
        hits: &[
            Example { text: "The [Kenyan] team rested.", gives: "people KEN" },
            Example { text: "It was late. The [Kenyan] team rested.", gives: "people KEN" },
        ],
        misses: &["They ate polish sausage."],
    },
    Rule {
        name: "list/leader",
        pattern: "name=@leader",
        make: |hit| listed(hit, "leader", 3.5),
        hits: &[
            Example { text: "They met [Robert Mugabe] twice.", gives: "person ZWE" },
            Example { text: "It was late. They met [Robert Mugabe] twice.", gives: "person ZWE" },
        ],
        misses: &["They met a robert mugabe lookalike."],
    },
    Rule {
        name: "list/armed-group",
        pattern: "name=@armed_group",
        make: |hit| listed(hit, "armed_group", 3.0),
        hits: &[
            Example { text: "Fighters of [Boko Haram] fled.", gives: "armed_group NGA" },
            Example { text: "It was late. Fighters of [Boko Haram] fled.", gives: "armed_group NGA" },
        ],
        misses: &["It is haram, they said."],
    },
    Rule {
        name: "list/organization",
        pattern: "name=@organization",
        make: |hit| listed(hit, "organization", 3.0),
        hits: &[
            Example { text: "She joined the [World Health Organization] then.", gives: "organization" },
            Example { text: "It was late. She joined the [World Health Organization] then.", gives: "organization" },
        ],
        misses: &["The world health report came."],
    },
    Rule {
        name: "list/government",
        pattern: "name=@government",
        make: |hit| listed(hit, "government", 3.0),
        hits: &[
            Example { text: "He works for the [White House] now.", gives: "government USA" },
            Example { text: "It was late. He works for the [White House] now.", gives: "government USA" },
        ],
        misses: &["They live in a white house."],
    },
    Rule {
        name: "list/military",
        pattern: "name=@military",
        make: |hit| listed(hit, "military", 3.0),
        hits: &[
            Example { text: "He served in the [U.S. Navy] then.", gives: "military USA" },
            Example { text: "It was late. He served in the [U.S. Navy] then.", gives: "military USA" },
        ],
        misses: &["They wore navy coats."],
    },
    Rule {
        name: "list/party",
        pattern: "name=@party",
        make: |hit| listed(hit, "party", 3.0),
        hits: &[
            Example { text: "She left [Fianna Fail] then.", gives: "organization IRL" },
            Example { text: "It was late. She left [Fianna Fail] then.", gives: "organization IRL" },
        ],
        misses: &["The party was loud."],
    },
    Rule {
        name: "list/media",
        pattern: "name=@media",
        make: |hit| listed(hit, "media", 3.0),
        hits: &[
            Example { text: "She writes for [Le Monde] now.", gives: "media FRA" },
            Example { text: "It was late. She writes for [Le Monde] now.", gives: "media FRA" },
        ],
        misses: &["The times are hard."],
    },
    Rule {
        name: "list/company",
        pattern: "name=@company",
        make: |hit| listed(hit, "company", 3.0),
        hits: &[
            Example { text: "He sold his shares in [Volkswagen] then.", gives: "organization DEU" },
            Example { text: "It was late. He sold his shares in [Volkswagen] then.", gives: "organization DEU" },
        ],
        misses: &["He has a general idea of motors."],
    },
    Rule {
        name: "list/city",
        pattern: "name=@city",
        make: |hit| listed(hit, "city", 2.0),
        hits: &[
            Example { text: "She was born in [Hamburg] then.", gives: "place DEU" },
            Example { text: "It was late. She was born in [Hamburg] then.", gives: "place DEU" },
        ],
        misses: &["They had a nice time."],
    },
];
