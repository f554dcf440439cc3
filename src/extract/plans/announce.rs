//! Announcements: words that name a plan, with or without the number of its steps.

use super::counted;
use super::misnomer;
use crate::rules::{Example, Match, QuantityForm, QuantityKind, Rule};
use crate::text::{Case, TokenKind, TokenRange};

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

/// Steps that a plan may have.
const MOST: f64 = 99.0;

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
                text: "The [bill], which runs to ninety pages, includes grants for mills, pay for crews and a ban on tolls.",
                gives: "?: grants for mills | pay for crews | a ban on tolls",
            },
        ],
        misses: &[
            "The bill was paid. First, the board will meet. Second, it will eat.",
            "The law includes closing depots and hiring guards.",
            "Such a bill would pass the house, win over the left and please the guards.",
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
            Example {
                text: "Under the [deal]:\n- The army will leave the valley.\n- The rebels will hand over their guns.",
                gives: "?: leave | hand",
            },
        ],
        misses: &[
            "The plan includes peace, stability and development.",
            "The deal was signed on Monday. It was raining.",
            "They plan to cross the river, close the mill and sell the fleet.",
            "Osei used the platform to mock the judges, praise the guards and sell his book.",
            "Violations of the plan include closing two depots, selling the fleet and hiring guards.",
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
            Example { text: "We [call on] the guards to leave the hill. We urge the mill to pay them.", gives: "?: leave | pay" },
            Example {
                text: "The cabinet [agreed] to (1) close the airport, (2) recall three officers and (3) reopen the inquiry in March.",
                gives: "?: close | recall | reopen",
            },
        ],
        misses: &[
            "The guards demanded an apology.",
            "The toll met the demands on the guild. It also called for patience.",
            "He wants to close the door, read a book and go to bed.",
            "Welders are in demand to mend the pipes, to build the sluice and to train the boys.",
            "If the mills agreed to wait, to lower the toll and to pay, all would be well.",
            "Detainers are requests that the men be held and that the guards be told.",
            "He urged calm, patience and unity.",
            "Most voters agreed that the toll should fall, that the mill should close and that wages should rise.",
        ],
    },
];

/// The count as a number of steps.
fn count(hit: &Match<'_>) -> Option<u32> {
    let quantity = hit.quantity("count")?;
    let plain = quantity.kind == QuantityKind::Cardinal && quantity.form != QuantityForm::Vague;
    let best = quantity.best.filter(|n| plain && (2.0..=MOST).contains(n) && n.fract() == 0.0)?;
    // The bound keeps it a small whole number.
    Some(best as u32)
}

fn is_topic(hit: &Match<'_>, at: usize) -> bool {
    hit.reading.phrase_named(at, "plan_topic").is_some()
}

/// "four-step plan": the noun phrase up to its head.
fn counted(hit: &Match<'_>) -> Option<Announcement> {
    let count = count(hit)?;
    let part = hit.get("part")?;
    let first = hit.quantity("count")?.core.first();
    if hit.column("part", "plan_part", "value") != "one" {
        return None;
    }
    let reading = hit.reading;
    let hyphened = reading.word(part.first() - 1) == "-";
    let end = reading.sentence(first).end();
    let mut at = part.end();
    let mut head = None;
    while at < end && at < part.end() + 6 {
        let token = reading.token(at)?;
        if let Some(noun) = reading.phrase_named(at, "plan_noun") {
            head = Some((noun.tokens.end() - 1, true));
            // "peace plan proposal" is rare; "plan Marlow outlined" isn't.
            break;
        }
        let word = token.kind == TokenKind::Word || matches!(reading.word(at), "-" | "“" | "\"");
        if !word
            || ["preposition", "determiner", "modal", "auxiliary", "conjunction", "pronoun", "speech"]
                .iter()
                .any(|class| reading.phrase_named(at, class).is_some())
        {
            break;
        }
        let shouting = token.case == Case::Upper && reading.token(part.first())?.case == Case::Upper;
        if token.case == Case::Lower || shouting {
            head = Some((at, false));
        }
        at += 1;
    }
    let (last, known) = head?;
    let unit = reading.word(part.first()).to_ascii_lowercase();
    let loose = matches!(unit.as_str(), "step" | "stage" | "phase" | "pronged" | "prong" | "phased" | "track");
    if is_topic(hit, last) || !(known || (loose && hyphened)) || (at + 1 < end && reading.is_any(last + 1, &["trial", "study"])) {
        return None;
    }
    Some(Announcement { name: TokenRange::new(first, last + 1), count: Some(count), kind: Kind::Counted, rule: hit.rule })
}

/// "six measures", "four other demands".
fn parts(hit: &Match<'_>) -> Option<Announcement> {
    let count = count(hit)?;
    let part = hit.get("part")?;
    let quantity = hit.quantity("count")?;
    let first = quantity.core.first();
    let between = TokenRange::new(quantity.tokens.end(), part.first());
    let reading = hit.reading;
    let plain = between.iter().all(|at| {
        !["preposition", "determiner", "modal", "auxiliary", "conjunction", "pronoun", "plan_distractor", "plan_part"]
            .iter()
            .any(|class| reading.phrase_named(at, class).is_some())
    });
    let value = hit.column("part", "plan_part", "value");
    // "in three waves"
    let staged_in = value == "staged" && first > 0 && reading.is(first - 1, "in");
    let (many, loose) = (
        staged_in || value == "many" || value == "any",
        value == "any" && !counted::is_of_plan(hit, first) && !counted::is_wanted(hit, first),
    );
    let definite = first > 0 && reading.is_any(first - 1, &["the", "these", "those"]);
    let topic = (part.end()..part.end() + 5)
        .take_while(|&at| reading.token(at).is_some_and(|t| t.kind == TokenKind::Word))
        .any(|at| is_topic(hit, at) && !(reading.is_any(at - 1, &["a", "an", "his", "her"]) && reading.is_any(at - 2, &["in", "during"])));
    // "ahead by five points", "12 points in six games"
    let score = reading.is_any(part.first(), &["points", "parts"]) && {
        let behind = [":", "of", "to", "that", "--", "—", "–", "which", "include", "includes"];
        let listed = reading.word(reading.sentence(first).end() - 1) == ":";
        !listed && !definite && !reading.is_any(part.end(), &behind) && !counted::is_of_plan(hit, first)
            || (reading.is(part.first(), "points")
                && first > 0
                && reading.is_any(first - 1, &["by", "than", "about", "of"])
                && !counted::is_of_plan(hit, first))
    };
    // "The vaccine is tested in three phases"
    let staged = reading.is_any(part.first(), &["phases", "stages", "rounds"])
        && (reading.sentence(first).first().max(first.saturating_sub(12))..first)
            .any(|at| reading.phrase_named(at, "plan_natural").is_some());
    // "five ways to save"
    let advice = reading.is(part.first(), "ways") && reading.is(part.end(), "to");
    (many && plain && !topic && !score && !staged && !advice).then_some(Announcement {
        name: TokenRange::new(first, part.end()),
        count: Some(count),
        kind: if loose { Kind::Loose } else { Kind::Parts },
        rule: hit.rule,
    })
}

/// "the following changes": their number is not said.
fn following(hit: &Match<'_>) -> Option<Announcement> {
    let many = hit.column("part", "plan_part", "value") == "many";
    let name = TokenRange::new(hit.tokens.first() + 1, hit.tokens.end());
    many.then_some(Announcement { name, count: None, kind: Kind::Parts, rule: hit.rule })
}

/// "will be closed in stages"
fn staged(hit: &Match<'_>) -> Option<Announcement> {
    let part = hit.get("part")?;
    let at = hit.tokens.first();
    let from = hit.reading.sentence(at).first().max(at.saturating_sub(10));
    let ahead = (from..at).any(|at| hit.reading.is_any(at, &["will", "would", "shall", "must", "should"]));
    ahead.then_some(Announcement { name: part, count: None, kind: Kind::Parts, rule: hit.rule })
}

fn bill(hit: &Match<'_>) -> Option<Announcement> {
    let open = hit.tokens.first();
    if misnomer::is_open(hit, open)
        || misnomer::is_modifier(hit, hit.tokens.end())
        || misnomer::is_deed(hit, open)
        || misnomer::is_in_name(hit)
    {
        return None;
    }
    Some(Announcement { name: hit.tokens, count: None, kind: Kind::Bill, rule: hit.rule })
}

/// "the deal", "other steps": the noun with what stands between it and its determiner.
fn named(hit: &Match<'_>) -> Option<Announcement> {
    let noun = hit.get("noun")?;
    let reading = hit.reading;
    if misnomer::is_open(hit, noun.first())
        || misnomer::is_told_of(hit, noun.first())
        || misnomer::is_verb(hit, noun)
        || misnomer::is_idiom(hit, noun)
        || misnomer::is_modifier(hit, noun.end())
    {
        return None;
    }
    let mut first = noun.first();
    let sentence = reading.sentence(first);
    while first > sentence.first() && noun.first() - first < 3 {
        let before = first - 1;
        let word = reading.token(before).is_some_and(|t| t.kind == TokenKind::Word);
        let closed = ["preposition", "determiner", "modal", "auxiliary", "conjunction", "pronoun", "speech"]
            .iter()
            .any(|class| reading.phrase_named(before, class).is_some());
        if !word || closed || reading.is_any(before, &["'s", "’s"]) {
            break;
        }
        if reading.phrase_named(before, "verb").is_some()
            && !reading.is_any(before, &["proposed", "revised", "planned", "reform", "trade", "aid", "work", "exchange", "rescue"])
        {
            break;
        }
        first = before;
    }
    // "a long-term deal": half a word is no name.
    if first < noun.first() && first > sentence.first() && reading.word(first - 1) == "-" {
        first = noun.first();
    }
    // "program cuts"
    if reading.phrase_named(noun.end(), "plan_deed").is_some() && !misnomer::acts(hit, noun.end()) {
        return None;
    }
    Some(Announcement { name: TokenRange::new(first, noun.end()), count: None, kind: Kind::Named, rule: hit.rule })
}

fn demand(hit: &Match<'_>) -> Option<Announcement> {
    if misnomer::is_no_demand(hit, hit.tokens.first()) {
        return None;
    }
    Some(Announcement { name: hit.tokens, count: None, kind: Kind::Demand, rule: hit.rule })
}
