//! Markers of steps: "Secondly,", "as a first step", "the second phase", "Phase II", "(c)", "•".

use super::marker::{as_step, bare, bullet, front, group, is, listed, numbered, pair, spoken, unit};
use crate::rules::{Example, Rule};
use crate::text::TokenRange;

/// Which step a marker announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Number(u32),
    /// "then", "the next step"; and bullets.
    Next,
    /// "finally", "the last phase".
    Last,
}

/// What a marker is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "Secondly," in front of its clause.
    Front,
    /// "the second phase", "Phase II": the lexeme of its noun tells series apart.
    Unit,
    /// "the second": its noun is left out.
    Bare,
    /// "(2)", "b)".
    Listed,
    /// "•".
    Bullet,
}

/// A marker at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cue {
    /// Its words.
    pub tokens: TokenRange,
    pub order: Order,
    pub kind: Kind,
    /// The token of the noun that it speaks of ("phase").
    pub unit: Option<usize>,
    pub rule: &'static str,
}

/// The rules.
pub(super) const RULES: &[Rule<Cue>] = &[
    Rule {
        name: "step/front",
        pattern: "order=@plan_front",
        make: front,
        hits: &[
            Example {
                text: "The plan is simple. First, the brigade will leave the valley. Second, [observers will arrive].",
                gives: "2 will arrive",
            },
            Example { text: "First, close the red valve. Second, [open both windows]. Third, ring the bell.", gives: "2 plain open" },
            Example { text: "It takes two steps. First, close the pass. At the same time, [open the gates].", gives: "2 plain open" },
            Example {
                text: "It is a two-step deal. Firstly, Syldavia will open its border, and thirdly, [it will name an envoy].",
                gives: "3 will name",
            },
        ],
        misses: &[
            "First she locked the gate, then she rang her brother.",
            "Kenya finished second and Ghana third.",
            "First, the bell rang. At the same time, the dog ran off.",
        ],
    },
    Rule {
        name: "step/as",
        pattern: "as (a | an | the | its | his | her | their) order=@plan_order <word>? part=@plan_unit",
        make: as_step,
        hits: &[
            Example {
                text: "It is a two-step plan. As a first step, [the agency will open its books]. Then it will sell the mines.",
                gives: "1 will open",
            },
            Example {
                text: "He set out a plan: as an initial step, [the port would reopen]. Finally, the fleet would sail.",
                gives: "1 would reopen",
            },
        ],
        misses: &["As a first step, the agency will open its books."],
    },
    Rule {
        name: "step/unit",
        pattern: "order=@plan_order (\",\"? and <word>{1,3})? <word>? part=@plan_unit",
        make: unit,
        hits: &[
            Example {
                text: "The roadmap has two phases. The first phase [would open the crossings]. The second phase would close the camps.",
                gives: "1 would open",
            },
            Example {
                text: "The roadmap has two phases. In the first phase, [the crossings will open]. In the final phase, camps will close.",
                gives: "1 will open",
            },
        ],
        misses: &["The first phase of the trial ended on Monday. The second phase of the trial will start in May."],
    },
    Rule {
        name: "step/numbered",
        pattern: "part=@plan_unit number=(<d2> | @plan_numeral | @plan_letter)",
        make: numbered,
        hits: &[
            Example {
                text: "The plan is ready. Phase one [would close the schools]. Phase two would reopen them.",
                gives: "1 would close",
            },
            Example { text: "The reopening has two steps. Step 1: [Shops will open]. Step 2: Schools will open.", gives: "1 will open" },
            Example {
                text: "Mills reopen in two steps.\nStep 1 (18 May)\n[Small mills may open]\nStep 2 (8 June)\nAll mills may open",
                gives: "1 may open",
            },
            Example {
                text: "The plan has two phases. Phase 1 is to last six weeks: [guards will leave the hill]. Phase 2 will open the pass.",
                gives: "1 will leave",
            },
        ],
        misses: &["A phase 3 trial of the drug began. Stage 4 cancer is rare."],
    },
    Rule {
        name: "step/pair",
        pattern: "(phases | stages | steps | points | parts) number=(<d2> | @plan_numeral) (and | to | \"-\" | \"–\") (<d2> | @plan_numeral)",
        make: pair,
        hits: &[Example {
            text: "It is a four-stage plan. In stage one, mills will open. In stage two, schools will. Stages three and four [will bring back the fairs].",
            gives: "3 will bring",
        }],
        misses: &["Phases 2 and 3 of the trial ended in May.", "If steps 1 to 4 have been taken, the talks will begin."],
    },
    Rule {
        name: "step/group",
        pattern: "#number of (the | these | those | its | their)? part=(points | demands | conditions | measures | proposals | recommendations | them)",
        make: group,
        hits: &[Example {
            text: "The crew has five demands. Two of them deal with [longer breaks]. The third calls for the return of a cook.",
            gives: "1 plain longer breaks",
        }],
        misses: &["The crew has five demands. Two of them were old. The third was new."],
    },
    Rule {
        name: "step/bare",
        pattern: "(the | a) order=@plan_order more=(and <word>)? !@plan_unit",
        make: bare,
        hits: &[
            Example {
                text: "The bill takes two steps. The first is [a new tax on fuel]. The second is a ban on imports.",
                gives: "1 plain a new tax on fuel",
            },
            Example {
                text: "He took two measures. The first was to [close the pass]. The second was to call the army.",
                gives: "1 plain close",
            },
            Example {
                text: "The pact has two points. The first is a truce. The second asks [the guards to leave the hill].",
                gives: "2 plain leave",
            },
            Example {
                text: "It is done in two phases. [Mills can open from May] in the first. Schools can open in the second.",
                gives: "1 may open",
            },
        ],
        misses: &["Two men came. The first was tall. The second was armed."],
    },
    Rule {
        name: "step/is",
        pattern: "order=@plan_front (is | would be)",
        make: is,
        hits: &[
            Example {
                text: "It is a two-step process: First is [a vote of the council]. Second is a trial at the mine.",
                gives: "1 plain a vote of the council",
            },
            Example { text: "The union has two demands. One is to [close the pass]. Another is to call the army.", gives: "1 plain close" },
        ],
        misses: &["There are two reasons. One is that the mill burned. Another is that the toll rose."],
    },
    Rule {
        name: "step/number",
        pattern: "(no | number) \".\"? number=(<d2> | @plan_numeral) (\",\" | \":\" | is | would | should)",
        make: spoken,
        hits: &[Example {
            text: "We should do three things. No. 1, we should close the pass. No. 2, [we should free the crew].",
            gives: "2 should free",
        }],
        misses: &["No. 1, the mill, is old. No. 2, the dam, is new."],
    },
    Rule {
        name: "step/listed",
        pattern: "\"(\"? number=(<d2> | @plan_letter | @plan_numeral) (\")\" | \".\")",
        make: listed,
        hits: &[
            Example {
                text: "The cabinet agreed to (1) [close the airport], (2) recall three officers and (3) reopen the inquiry.",
                gives: "1 plain close",
            },
            Example {
                text: "The demands are:\n1. [All forces must return to barracks].\n2. All weapons must be stored.",
                gives: "1 must return",
            },
            Example {
                text: "Osei laid out three priorities for the port:\n1) He wants [a wider lock]\n2) A ban on night work\n3) Lower the toll",
                gives: "1 plain a wider lock",
            },
            Example {
                text: "The command:\n1. ORDERS THAT [ALL UNITS LEAVE THE HILL].\n2. CALLS ON THE MILL TO PAY.",
                gives: "1 must leave",
            },
        ],
        misses: &[
            "The council would like to convey the following:\n1. All should be proud.\n2. The dyke held.",
            "He (2) and she (3) play in Group a) of the cup.",
            "The judges announced the following winners:\n1. Osei came by boat.\n2. His brother walked.",
        ],
    },
    Rule {
        name: "step/bullet",
        pattern: "^ (\"•\" | \"-\" | \"–\" | \"—\" | \"--\" | \"*\" | \"·\" | \"►\" | \"▪\" | \"●\" | \"■\" | \"➢\" | \"‣\" | \"✓\" | \"+\" | o)",
        make: bullet,
        hits: &[
            Example { text: "The plan includes:\n• [Cutting the fuel tax].\n• Closing two depots.", gives: "1 plain cut" },
            Example { text: "Other measures are:\n- [A ban on fireworks]\n- A curfew from ten", gives: "1 plain A ban on fireworks" },
        ],
        misses: &["Also on the site:\n- Storm hits the coast\n- Mayor resigns"],
    },
];
