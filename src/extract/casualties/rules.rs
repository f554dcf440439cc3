//! The rules: what starts a claim, how its clause is read, what it must find and what it must leave.

use super::draft::{One, Read, Trigger};
use super::{bodies, events, killers, states, tolls, verbs, worth};
use crate::rules::{Example, Match, Rule};

pub(super) fn trigger(hit: &Match<'_>, read: One) -> Option<Trigger> {
    Some(Trigger { rule: hit.rule, tokens: hit.tokens, read: Read::One(read), alone: true })
}

/// The rules of whole claims, those that are surest of a trigger first; those of several words are in `sayings`, those of parts in `parts`.
pub(super) const RULES: &[Rule<Trigger>] = &[
    Rule {
        name: "casualty/passive",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::passive),
        hits: &[
            Example { text: "Police said [at least 12 farmers were killed] in the raid.", gives: "killed 12/12/ at_least farmers" },
            Example { text: "[Two men, a woman and a child were shot dead].", gives: "killed 4/4/4 exact men, a woman and a child" },
            Example { text: "[Dana Karel, a baker from Norvik, was abducted] on Monday.", gives: "abducted 1/1/1 exact Dana Karel" },
            Example { text: "[Nobody was hurt].", gives: "injured 0/0/0 none" },
        ],
        misses: &["The engine was killed.", "Twelve sheep were killed.", "The bill was killed in committee."],
    },
    Rule {
        name: "casualty/active",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::active),
        hits: &[
            Example {
                text: "A bomb ripped through a market, [killing 12 traders] and wounding 30.",
                gives: "killed 12/12/12 exact traders",
            },
            Example { text: "Rebels [killed a teacher and two pupils] in Norvik.", gives: "killed 3/3/3 exact teacher and two pupils" },
        ],
        misses: &["The delay killed the deal.", "They killed 300 cattle.", "The captain killed the game off with 12 minutes left."],
    },
    Rule {
        name: "casualty/intransitive",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::intransitive),
        hits: &[
            Example { text: "[Forty-three passengers perished].", gives: "killed 43/43/43 exact passengers" },
            Example {
                text: "In Norvik [the couple and their two daughters drowned] at sea.",
                gives: "killed 4/4/4 exact couple and their two daughters",
            },
        ],
        misses: &["The bill died in committee.", "The engine died after 20 minutes."],
    },
    Rule {
        name: "casualty/reduced",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::reduced),
        hits: &[
            Example { text: "[3 nurses killed] in raid on clinic.", gives: "killed 3/3/3 exact nurses" },
            Example { text: "Two guards were killed and [six injured].", gives: "injured 6/6/6 exact" },
            Example { text: "One guard was killed and [another wounded] in Orlik.", gives: "injured 1/1/1 exact guard" },
            Example { text: "[The five people he killed] were buried in May.", gives: "killed 5/5/5 exact people" },
            Example { text: "They named [two guards the gunman killed].", gives: "killed 2/2/2 exact guards" },
            Example { text: "They met [a teacher, whom rebels abducted].", gives: "abducted 1/1/1 exact teacher" },
            Example { text: "[A clerk was attacked, robbed and killed].", gives: "killed 1/1/1 exact clerk" },
        ],
        misses: &[
            "Police killed the lights.",
            "Rates hurt in May.",
            "One of the few plans he shot down was bold.",
            "The firm announced another slew of apps.",
        ],
    },
    Rule {
        name: "casualty/predicate",
        pattern: "@harm_state",
        make: |hit| trigger(hit, states::predicate),
        hits: &[
            Example { text: "The storm left [30 people homeless].", gives: "displaced 30/30/30 exact people" },
            Example { text: "[A shepherd was found dead].", gives: "killed 1/1/1 exact shepherd" },
        ],
        misses: &["The talks are dead.", "Two trucks are missing."],
    },
    Rule {
        name: "casualty/modifier",
        pattern: "(@harm_verb | @harm_state)",
        make: |hit| trigger(hit, states::modifier),
        hits: &[
            Example { text: "A nurse saw [three wounded soldiers] there.", gives: "injured 3/3/3 exact wounded soldiers" },
            Example { text: "They found [two dead policemen].", gives: "killed 2/2/2 exact dead policemen" },
        ],
        misses: &["He saw the wounded soldiers.", "Three injured dogs were found."],
    },
    Rule {
        name: "casualty/event",
        pattern: "@harm_event",
        make: |hit| worth::event(hit, events::of_victims),
        hits: &[
            Example { text: "The [deaths of 12 cadets], aged 17 to 20, shocked the town.", gives: "killed 12/12/12 exact cadets" },
            Example { text: "The flood claimed the [lives of two boys].", gives: "killed 2/2/2 exact boys" },
        ],
        misses: &["The death of the old economy came fast.", "He wrote the lives of two kings."],
    },
    Rule {
        name: "casualty/possessive",
        pattern: "@harm_event",
        make: |hit| worth::event(hit, events::possessed),
        hits: &[
            Example { text: "Nobody was charged with [Dana Karel's murder].", gives: "killed 1/1/1 exact Dana Karel" },
            Example { text: "They mourned [the three nurses' deaths].", gives: "killed 3/3/3 exact nurses" },
        ],
        misses: &["The plan's death came fast.", "The town's murder rate fell.", "He saw the play's execution of the idea."],
    },
    Rule {
        name: "casualty/count",
        pattern: "@harm_count",
        make: |hit| worth::count(hit, events::counted),
        hits: &[
            Example { text: "The brigade suffered [300 casualties].", gives: "casualties 300/300/300 exact" },
            Example { text: "Divers counted [20-25 bodies].", gives: "killed 20//25 range" },
        ],
        misses: &["They live nine lives.", "A student body met."],
    },
    Rule {
        name: "casualty/bodies",
        pattern: "(his | her | their) (dead | lifeless | charred | decomposed | mutilated | bullet-riddled | partially | badly){0,2} (body | bodies | corpse | corpses | remains) (was | were | had been | have been | has been) (later | also | then | finally){0,1} (found | recovered | discovered | dumped | retrieved | pulled) | (his | her | their) (dead | lifeless | charred | decomposed | mutilated | headless | decapitated){0,2} (body | bodies | corpse | corpses) (later)? (turned up | surfaced | washed up | washed ashore)",
        make: |hit| trigger(hit, bodies::found),
        hits: &[
            Example {
                text: "Three clerks were kidnapped in May. [Their bodies were found] on Monday.",
                gives: "killed 3/3/3 exact clerks",
            },
            Example { text: "Dana Karel went out alone. [Her body was later found] near Orlik.", gives: "killed 1/1/1 exact Her" },
        ],
        misses: &["Their bodies were strong.", "His remains were buried in Norvik."],
    },
    Rule {
        name: "casualty/none",
        pattern: "@harm_count",
        make: |hit| worth::count(hit, events::none),
        hits: &[
            Example { text: "There were [no casualties] in the blast.", gives: "casualties 0/0/0 none" },
            Example { text: "There were no reports of [injuries].", gives: "injured 0/0/0 none" },
        ],
        misses: &["There were no further casualties.", "The team has no captains."],
    },
    Rule {
        name: "casualty/killer",
        pattern: "(killer | killers | murderer | murderers | assassin | assassins | slayer | slayers | kidnappers | abductors) of",
        make: |hit| trigger(hit, killers::dead),
        hits: &[
            Example { text: "The [killers of two nuns] were named in May.", gives: "killed 2/2/2 exact nuns" },
            Example { text: "The [killer of Dana Karel] fled.", gives: "killed 1/1/1 exact Dana Karel" },
            Example { text: "The [kidnappers of two nuns] want money.", gives: "abducted 2/2/2 exact nuns" },
        ],
        misses: &[
            "He was a killer of women.",
            "The would-be assassins of the king fled.",
            "It is the killer of the deal.",
            "It is a killer of a thriller.",
        ],
    },
    Rule {
        name: "casualty/toll",
        pattern: "@harm_toll",
        make: |hit| trigger(hit, tolls::toll),
        hits: &[
            Example { text: "Two more bodies were found, raising the [toll to 45].", gives: "killed 45/45/45 exact" },
            Example { text: "The mayor lowered the [toll from 33 to 29].", gives: "killed 29/29/29 exact" },
            Example { text: "Reports put [the dead at nine].", gives: "killed 9/9/9 exact" },
        ],
        misses: &["The toll road opened in 2010.", "The injury takes its toll."],
    },
];
