//! What the words beside a name say: "in", "the town of", "shares", a dateline.

use crate::extract::actors::clue::{Clue, Place};
use crate::extract::actors::mention::ActorKind;
use crate::rules::{Example, Match, Rule};

fn cue(hit: &Match<'_>) -> Option<Clue> {
    let strong = hit.column("cue", "place_cue", "side") == "strong";
    Clue::starts(hit, ActorKind::Place, if strong { 1.2 } else { 0.4 })
}

fn dateline(hit: &Match<'_>) -> Option<Clue> {
    let name = hit.get("name")?;
    let plain = hit.reading.word(name.first()) != "-" && hit.words("name").chars().any(char::is_alphabetic);
    Clue::starts(hit, ActorKind::Place, 4.0).filter(|_| plain)
}

fn of_country(hit: &Match<'_>) -> Option<Clue> {
    let name = hit.get("name")?;
    let opens = hit.reading.sentence(name.first()).first() == name.first();
    Clue::ends(hit, ActorKind::Place, if opens { 0.4 } else { 1.5 })
}

fn in_brackets(hit: &Match<'_>) -> Option<Clue> {
    Some(Clue::new(hit, Place::Starts(hit.get("name")?.first()), ActorKind::Organization, 1.0))
}

/// The rules.
pub const RULES: &[Rule<Clue>] = &[
    Rule {
        name: "place/cue",
        pattern: "cue=@place_cue name=<cap>",
        make: cue,
        hits: &[
            Example { text: "It rained in [Brellat] then.", gives: "place" },
            Example { text: "It rained near [Ostrel] then.", gives: "place" },
        ],
        misses: &["It rained in August.", "They slept in."],
    },
    Rule {
        name: "place/of",
        pattern: "@place_of of name=<cap>",
        make: |hit| Clue::starts(hit, ActorKind::Place, 2.0),
        hits: &[
            Example { text: "They left the town of [Brellat] then.", gives: "place" },
            Example { text: "They left the village of [Ostrel] then.", gives: "place" },
        ],
        misses: &["They left the town of their birth."],
    },
    Rule {
        name: "place/noun-behind",
        pattern: "name=<cap> @place_noun",
        make: |hit| Clue::ends(hit, ActorKind::Place, 1.8),
        hits: &[
            Example { text: "They left [Brellat] province then.", gives: "place" },
            Example { text: "They left the [Ostrel] district then.", gives: "place" },
        ],
        misses: &["They left the wrong province."],
    },
    Rule {
        name: "place/of-country",
        pattern: "name=<cap> \",\" (@country | @capital | @city)",
        make: of_country,
        hits: &[
            Example { text: "It was [Brellat], Kenya, then.", gives: "place" },
            Example { text: "So [Ostrel], Chad, slept.", gives: "place" },
        ],
        misses: &["They left then, Chad slept."],
    },
    Rule {
        name: "place/dateline",
        pattern: "^ name=(<upper> | \"-\" | \".\"){1,5} (\",\" <cap>{1,3} \".\"?)? (#date | <d4> | \"(\" <cap> | \"-\" | \"--\" | \"–\" | \"—\")",
        make: dateline,
        hits: &[
            Example { text: "[BRELLAT] (Newswire) - It rained.", gives: "place" },
            Example { text: "[NEW OSTREL] -- It rained.", gives: "place" },
        ],
        misses: &["They left OSTREL (the town) then."],
    },
    Rule {
        name: "other/index",
        pattern: "name=<cap> (industrial | composite | share | stock)? (average | index)",
        make: |hit| Clue::ends(hit, ActorKind::Other, 5.0),
        hits: &[
            Example { text: "The [Brellan] index rose then.", gives: "other" },
            Example { text: "The [Ostrel] share average fell.", gives: "other" },
        ],
        misses: &["The average fell."],
    },
    Rule {
        name: "organization/noun-behind",
        pattern: "name=<cap> @org_noun",
        make: |hit| Clue::ends(hit, ActorKind::Organization, 0.9),
        hits: &[
            Example { text: "They bought [Brellco] shares then.", gives: "organization" },
            Example { text: "An [Ostrelco] spokesman slept.", gives: "organization" },
        ],
        misses: &["They bought more shares."],
    },
    Rule {
        name: "organization/noun-before",
        pattern: "@org_before name=<cap>",
        make: |hit| Clue::starts(hit, ActorKind::Organization, 1.2),
        hits: &[
            Example { text: "They left the company [Brellco] then.", gives: "organization" },
            Example { text: "They joined the group [Ostrel] then.", gives: "organization" },
        ],
        misses: &["They left the company Friday."],
    },
    Rule {
        name: "organization/acronym-behind",
        pattern: "name=<cap> \"(\" <upper> \")\"",
        make: |hit| Clue::ends(hit, ActorKind::Organization, 2.0),
        hits: &[
            Example { text: "It was the [Brellian Ostrel Relief] (BOR) then.", gives: "organization" },
            Example { text: "So [Ostrel Brellco] (OB) slept.", gives: "organization" },
        ],
        misses: &["They came on Friday (UTC) then."],
    },
    Rule {
        name: "organization/acronym-in-brackets",
        pattern: "\"(\" name=<upper> \")\"",
        make: in_brackets,
        hits: &[
            Example { text: "It was Brellian Ostrel Relief ([BOR]) then.", gives: "organization" },
            Example { text: "So Ostrel Brellco ([OBX]) slept.", gives: "organization" },
        ],
        misses: &["It was late (HE said)."],
    },
];
