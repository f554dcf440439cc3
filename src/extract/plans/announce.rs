//! Announcements: words that name a plan, with or without the number of its steps.

use super::announced::{bill, counted, demand, following, named, parts, staged};
use crate::rules::{Example, Rule};
use crate::text::TokenRange;

/// What announces a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "four-step plan"
    Counted,
    /// "six measures"
    Parts,
    /// "three things": a count of what may be steps, if they are told as such.
    Loose,
    /// "the deal"
    Named,
    /// "the draft law": it announces what it would do, no list.
    Bill,
    /// "demanded that"
    Demand,
}

/// An announcement at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Announcement {
    /// The noun phrase that names the plan, or the verb.
    pub name: TokenRange,
    /// How many steps it says that there are.
    pub count: Option<u32>,
    pub kind: Kind,
    pub rule: &'static str,
}

/// The rules.
pub(super) const RULES: &[Rule<Announcement>] = &[
    Rule {
        name: "plan/counted",
        pattern: "count=#number \"-\"? part=@plan_part (\"-\" <word>)?",
        make: counted,
        hits: &[
            Example {
                text: "Marlow presented a [three-point plan]: reopen the port, free the crew and pay the dockers.",
                gives: "3: reopen | free | pay",
            },
            Example { text: "Look at the [two-track policy] of closing mills while opening others.", gives: "2: close | open" },
            Example {
                text: "The union wants a [two-stage process]. First, the board will publish the books. Second, it will name a trustee.",
                gives: "2: publish | name",
            },
        ],
        misses: &[
            "They held a three-point lead. First, Marlow will rest. Second, Dole will play.",
            "The two-part documentary covers the flood, the camps and the trial.",
        ],
    },
    Rule {
        name: "plan/parts",
        pattern: "count=#number (!@plan_part <word>){0,3} part=@plan_part",
        make: parts,
        hits: &[
            Example {
                text: "The drivers made [three demands]: paid leave, safer buses and the return of a colleague.",
                gives: "3: paid leave | safer buses | the return of a colleague",
            },
            Example {
                text: "Osei has [three priorities], to free the crew, repair the port and lower the toll.",
                gives: "3: free | repair | lower",
            },
            Example {
                text: "The board could sell the mill. It could open the pass. These [two steps] would cost little.",
                gives: "2: sell | open",
            },
            Example {
                text: "A recall takes [two steps]. First, the clerk checks the names. Second, the voters choose a mayor.",
                gives: "2: check | choose",
            },
            Example {
                text: "The board passed [three measures] closing the camp; raising the toll; and freeing the crew.",
                gives: "3: close | raise | free",
            },
            Example {
                text: "It will be done in [two phases]. The first phase will clear the road. The second phase will repair the dam.",
                gives: "2: clear | repair",
            },
        ],
        misses: &[
            "The mill burned. The bank closed. These two steps ruined the town.",
            "He gave two reasons. First, the road will be closed. Second, the dam must be repaired.",
            "There are two phases to a debate. First, the opening. Second, the questions.",
            "Osei knows 5 ways to trim bills, cut waste and save fuel.",
            "The programme has two parts: the harbour model and the prison model.",
        ],
    },
    Rule {
        name: "plan/following",
        pattern: "the following <word>{0,2} part=@plan_part",
        make: following,
        hits: &[Example {
            text: "The paper sets out the [following changes]. First, the board will publish the books. Second, it will name a trustee.",
            gives: "?: publish | name",
        }],
        misses: &["The following changes surprised her. First, the shop closed. Second, the mill burned down."],
    },
    Rule {
        name: "plan/staged",
        pattern: "(in (several | successive | separate)? part=(stages | phases | steps) | part=(step by step))",
        make: staged,
        hits: &[Example {
            text: "The camps will be closed in [stages]. First, the sick will go home. Finally, the guards will leave.",
            gives: "?: go | leave",
        }],
        misses: &["The illness is told in stages. First, the patient will feel cold. Finally, fever will set in."],
    },
    Rule {
        name: "plan/bill",
        pattern: "noun=@plan_bill",
        make: bill,
        hits: &[
            Example {
                text: "The [draft law] would oblige the mills to publish their books, close two depots and hire guards.",
                gives: "?: publish | close | hire",
            },
            Example { text: "The [bill] would close two depots. And it would name a trustee.", gives: "?: close | name" },
            Example {
                text: "The [bill] would hand out boats and sets up a fund. There is $3 million for piers.",
                gives: "?: hand | set | $3 million for piers",
            },
            Example {
                text: "The [bill], which runs to ninety pages, includes grants for mills, pay for crews and a ban on tolls.",
                gives: "?: grants for mills | pay for crews | a ban on tolls",
            },
        ],
        misses: &[
            "The bill was paid. First, the board will meet. Second, it will eat.",
            "The law includes closing depots and hiring guards.",
            "Such a bill would pass the house, win over the left and please the guards.",
            "The bill would open the port. It will need sixty votes and will reach the floor on Friday.",
            "The bill would not close the mills or sell the fleet.",
            "The law office lists what it does: closing deals, selling land and hiring guards.",
        ],
    },
    Rule {
        name: "plan/named",
        pattern: "noun=@plan_noun",
        make: named,
        hits: &[
            Example {
                text: "The [plan] calls for closing two depots, selling the fleet and hiring guards.",
                gives: "?: close | sell | hire",
            },
            Example {
                text: "Osei presented a [package] that would merge two banks, phase out the toll and sell the port.",
                gives: "?: merge | phase | sell",
            },
            Example {
                text: "His [proposals] — tax empty houses, plant trees, open the baths — are old.", gives: "?: tax | plant | open"
            },
            Example {
                text: "He has a [plan] that aims to cancel all fines. The plan calls for closing the office.",
                gives: "?: cancel | close",
            },
            Example { text: "Osei has a [plan] to close two depots and sell the fleet.", gives: "?: close | sell" },
            Example { text: "The guards' [demands] are an end to raids and higher wages.", gives: "?: an end to raids | higher wages" },
            Example {
                text: "In the [deal], Osei agreed to open the pass. In return, Marlow would free the crew.",
                gives: "?: open | free",
            },
            Example {
                text: "Osei signed an [accord] calling for the guards to leave the hill and free the crew.",
                gives: "?: leave | free",
            },
            Example {
                text: "Under the [deal]:\n- The army will leave the valley.\n- The rebels will hand over their guns.",
                gives: "?: leave | hand",
            },
        ],
        misses: &[
            "The plan includes peace, stability and development.",
            "The deal was signed on Monday. It was raining.",
            "They plan to cross the river, close the mill and sell the fleet.",
            "He took steps to hide the letters, burn the books and leave town.",
            "Osei used the platform to mock the judges, praise the guards and sell his book.",
            "Violations of the plan include closing two depots, selling the fleet and hiring guards.",
            "Savings plans will help the guards and cut costs.",
            "The toll was kept so the plan would win over the guards and free the crew.",
            "Measures such as chains and flares keep the pass safe.",
            "Whatever plan includes closing two depots, selling the fleet and hiring guards will fail.",
        ],
    },
    Rule {
        name: "plan/demand",
        pattern: "verb=@plan_demand",
        make: demand,
        hits: &[
            Example {
                text: "The guards [demanded] that the mayor resign, that the depot reopen and that wages be paid.",
                gives: "?: resign | reopen | pay",
            },
            Example { text: "The United Nations [wants] to open the port, free the crew and hire guards.", gives: "?: open | free | hire" },
            Example {
                text: "We [call on] the men forced to fight to drop their guns, to leave the hill and to go home.",
                gives: "?: drop | leave | go",
            },
            Example {
                text: "Osei [called on] the mill to stop the pumps. He also called on its owner to pay the crew.",
                gives: "?: stop | pay",
            },
            Example {
                text: "The guild [demanded] the release of two men. It was cold. In addition, it asked that the toll be lifted.",
                gives: "?: the release of two men | lift",
            },
            Example {
                text: "The rebels [promised] the release of two men, the surrender of the hill and an end to raids.",
                gives: "?: the release of two men | the surrender of the hill | an end to raids",
            },
            Example { text: "The guild [called upon] Osei to open the pass and to pay the crew.", gives: "?: open | pay" },
            Example { text: "We [call on] the guards to leave the hill. We urge the mill to pay them.", gives: "?: leave | pay" },
            Example {
                text: "The cabinet [agreed] to (1) close the airport, (2) recall three officers and (3) reopen the inquiry in March.",
                gives: "?: close | recall | reopen",
            },
        ],
        misses: &[
            "He is making promises he can't keep, writing notes and going home.",
            "The guards demanded an apology.",
            "The toll met the demands on the guild. It also called for patience.",
            "He wants to close the door, read a book and go to bed.",
            "Welders are in demand to mend the pipes, to build the sluice and to train the boys.",
            "If the mills agreed to wait, to lower the toll and to pay, all would be well.",
            "Detainers are requests that the men be held and that the guards be told.",
            "He urged calm, patience and unity.",
            "Their fathers demanded fewer rules and more freedom.",
            "Most voters agreed that the toll should fall, that the mill should close and that wages should rise.",
        ],
    },
];
