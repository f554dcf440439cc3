//! Markers of steps: "Secondly,", "as a first step", "the second phase", "Phase II", "(c)", "•".

use super::eye::before;
use crate::rules::{Example, Match, Reading, Rule, ValueKind};
use crate::text::{Case, TokenKind, TokenRange};

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

/// How far before "the second" the first may stand, in its sentence.
const GAP: usize = 60;

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
            Example {
                text: "It is a two-step deal. Firstly, Syldavia will open its border, and thirdly, [it will name an envoy].",
                gives: "3 will name",
            },
        ],
        misses: &["First she locked the gate, then she rang her brother.", "Kenya finished second and Ghana third."],
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
        pattern: "part=@plan_unit number=(<d2> | @plan_numeral)",
        make: numbered,
        hits: &[
            Example {
                text: "The plan is ready. Phase one [would close the schools]. Phase two would reopen them.",
                gives: "1 would close",
            },
            Example { text: "The reopening has two steps. Step 1: [Shops will open]. Step 2: Schools will open.", gives: "1 will open" },
        ],
        misses: &["A phase 3 trial of the drug began. Stage 4 cancer is rare."],
    },
    Rule {
        name: "step/pair",
        pattern: "(phases | stages | steps | points | parts) number=(<d2> | @plan_numeral) (and | to | \"-\" | \"–\") (<d2> | @plan_numeral)",
        make: pair,
        hits: &[Example {
            text: "It is a four-stage plan. In stage one, mills will open. In stage two, schools will. Stages three and four will [bring back the fairs].",
            gives: "3 will bring",
        }],
        misses: &["Phases 2 and 3 of the trial ended in May."],
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
            "He (2) and she (3) play in Group a) of the cup.",
            "The judges announced the following winners:\n1. Osei came by boat.\n2. His brother walked.",
        ],
    },
    Rule {
        name: "step/bullet",
        pattern: "(\"•\" | \"-\" | \"–\" | \"—\" | \"--\" | \"*\" | \"·\" | \"►\" | \"▪\" | \"●\" | \"■\" | \"➢\" | \"‣\" | \"✓\" | \"+\" | o)",
        make: bullet,
        hits: &[
            Example { text: "The plan includes:\n• [Cutting the fuel tax].\n• Closing two depots.", gives: "1 plain cut" },
            Example { text: "Other measures are:\n- [A ban on fireworks]\n- A curfew from ten", gives: "1 plain A ban on fireworks" },
        ],
        misses: &["Also on the site:\n- Storm hits the coast\n- Mayor resigns"],
    },
];

fn order_of(value: &str) -> Option<Order> {
    Some(match value {
        "next" => Order::Next,
        "last" => Order::Last,
        number => Order::Number(number.parse().ok()?),
    })
}

/// "Secondly,": at the beginning of a sentence or of one of its parts.
fn front(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let (at, after) = (hit.tokens.first(), hit.tokens.end());
    let sentence = reading.sentence(at);
    let order = order_of(hit.column("order", "plan_front", "value"))?;
    let adverb = reading.word(at).to_ascii_lowercase().ends_with("ly") || hit.tokens.len() > 1;
    let mark = matches!(reading.word(after), "," | ":" | "…" | "..." | "—" | "–" | "--");
    let mut before = at;
    while before > sentence.first()
        && at - before < 4
        && (reading.token(before - 1).is_some_and(|t| t.kind == TokenKind::Mark) || reading.is_any(before - 1, &["and", "but", "so", "o"]))
    {
        before -= 1;
    }
    let begins = before == sentence.first();
    let joined = before < at && (matches!(reading.word(before), ";" | ":" | "," | "—" | "–" | "--") || reading.is(before, "and"))
        || (at > sentence.first() && reading.phrase_named(at - 1, "speech").is_some());
    let clause = ["determiner", "pronoun"].iter().any(|class| reading.phrase_named(after, class).is_some())
        || reading.is_any(after, &["on", "by", "in", "from", "there", "come", "comes", "within", "under"]);
    let follows = match order {
        // "Then" and "next" open a sentence; "then" within one only tells.
        Order::Next => begins && (mark || clause || reading.is(at, "then")),
        // "One, we stop": a count without a comma counts something.
        _ if hit.get("order").is_some_and(|order| reading.phrase_named(order.end() - 1, "plan_numeral").is_some()) => begins && mark,
        _ if begins => mark || adverb || clause,
        // "and lastly the parties will meet"
        _ => {
            joined
                && (mark && (adverb || matches!(reading.word(before), ";" | ":" | "," | "and"))
                    || adverb && clause && reading.is_any(at, &["finally", "lastly"]))
        }
    };
    (follows && after < sentence.end()).then_some(Cue { tokens: hit.tokens, order, kind: Kind::Front, unit: None, rule: hit.rule })
}

/// "as a first step".
fn as_step(hit: &Match<'_>) -> Option<Cue> {
    let order = order_of(hit.column("order", "plan_order", "value"))?;
    Some(Cue { tokens: hit.tokens, order, kind: Kind::Front, unit: hit.get("part").map(TokenRange::first), rule: hit.rule })
}

/// "the second phase", not "the second phase of the trial".
fn unit(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let part = hit.get("part")?;
    let order = order_of(hit.column("order", "plan_order", "value"))?;
    let mut first = hit.tokens.first();
    if first > reading.sentence(first).first() {
        let before = first - 1;
        if reading.is_any(before, &["the", "a", "an", "this", "its", "his", "her", "their", "our"]) {
            first = before;
        }
        if reading.is_any(before, &["at", "for"]) || (first > 0 && reading.is(first - 1, "as")) {
            return None;
        }
    }
    let numeral = (hit.tokens.first()..part.first()).any(|at| reading.phrase_named(at, "plan_numeral").is_some());
    (!numeral && !is_topical(hit, part.end())).then_some(Cue {
        tokens: TokenRange::new(first, part.end()),
        order,
        kind: Kind::Unit,
        unit: Some(part.first()),
        rule: hit.rule,
    })
}

/// "Phase II", not "phase 3 trial".
fn numbered(hit: &Match<'_>) -> Option<Cue> {
    let number = hit.get("number")?;
    let word = hit.words("number");
    let value = word.parse().ok().or_else(|| hit.column("number", "plan_numeral", "value").parse().ok())?;
    let topical = hit.reading.phrase_named(number.end(), "plan_topic").is_some() || is_topical(hit, number.end()) || value > 20;
    (!topical).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Number(value),
        kind: Kind::Unit,
        unit: Some(hit.tokens.first()),
        rule: hit.rule,
    })
}

/// "Phases two and three": a group has the number of its first.
fn pair(hit: &Match<'_>) -> Option<Cue> {
    let word = hit.words("number");
    let value = word.parse().ok().or_else(|| hit.column("number", "plan_numeral", "value").parse().ok())?;
    (!is_topical(hit, hit.tokens.end()) && value <= 20).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Number(value),
        kind: Kind::Unit,
        unit: Some(hit.tokens.first()),
        rule: hit.rule,
    })
}

/// "of the trial", within four words.
fn is_topical(hit: &Match<'_>, at: usize) -> bool {
    let reading = hit.reading;
    let plan = |at| reading.phrase_named(at, "plan_noun").is_some();
    let range = at..at + 6;
    reading.is_any(at, &["of", "in", "trial", "trials", "study"])
        && range
            .clone()
            .take_while(|&at| reading.token(at).is_some_and(|t| t.kind == TokenKind::Word))
            .any(|at| reading.phrase_named(at, "plan_topic").is_some())
        && !range.clone().any(plan)
}

/// "The second is ...".
fn bare(hit: &Match<'_>) -> Option<Cue> {
    let order = hit.get("order")?;
    let last = before(hit.tokens.first());
    let within = hit.reading.is_any(last, &["in", "under", "during"]);
    // "In a first step, ... In a second, ..."
    if hit.reading.is(hit.tokens.first(), "a") && !(within && hit.reading.word(order.end()) == ",") {
        return None;
    }
    // "The third and largest, in Marlow, will follow"
    let end = hit.get("more").map_or(order.end(), TokenRange::end);
    let end = end + usize::from(hit.reading.is(end, "one"));
    let comma = hit.reading.word(order.end()) == ",";
    let first = hit.column("order", "plan_order", "value") == "1";
    if (hit.reading.phrase_named(last, "preposition").is_some() || comma && first && !closes(hit.reading, order.end())) && !within {
        return None;
    }
    let value = order_of(hit.column("order", "plan_order", "value"))?;
    let tokens = TokenRange::new(hit.tokens.first(), end);
    let opens = goes_on(hit.reading, tokens, within, value != Order::Number(1));
    opens.then_some(Cue { tokens, order: value, kind: Kind::Bare, unit: None, rule: hit.rule })
}

/// "The first, lasting six weeks, is to": whether an aside closes before a verb.
fn closes(reading: &Reading<'_>, comma: usize) -> bool {
    let verb = |at: usize| ["modal", "auxiliary"].iter().any(|class| reading.phrase_named(at, class).is_some());
    (comma + 2..reading.sentence(comma).end().min(comma + 14)).any(|at| reading.word(at) == "," && verb(at + 1))
}

/// Whether what stands behind "the second" lets it stand alone: "is", "would", a date, the end; behind others "asks the guards".
fn goes_on(reading: &Reading<'_>, cue: TokenRange, within: bool, later: bool) -> bool {
    let at = cue.end();
    let has = |at: usize, classes: &[&str]| classes.iter().any(|class| reading.phrase_named(at, class).is_some());
    let aside = reading.word(at) == "," && !reading.is_any(at + 1, &["and", "but", "or"]);
    let plain = ["is", "was", "would", "will", "should", "must", "can", "may", "calls", "involves", "requires", "this", "at"];
    let last = at >= reading.sentence(at - 1).end();
    let ends = last || within && matches!(reading.word(at), "." | ";" | ")");
    let verb = later
        && reading.token(at).is_some_and(|token| token.case == Case::Lower)
        && reading.word(at).ends_with('s')
        && has(at, &["verb"])
        && !has(at, &["auxiliary", "preposition"]);
    let clause = within && later && has(at, &["determiner", "pronoun"]);
    let dated = reading.value_of(at, ValueKind::Date).is_some_and(|date| date.tokens.first() == at);
    // "The first of the five points calls for"
    let counted = reading.is(at, "of") && (at + 1..at + 5).any(|at| has(at, &["plan_part"]));
    // "The first stage is a truce, the second an exchange of captives"
    let from = reading.sentence(cue.first()).first().max(cue.first().saturating_sub(GAP));
    let linked = matches!(reading.word(before(cue.first())), "," | ";") || reading.is(before(cue.first()), "and");
    let gapped =
        later && linked && (from..cue.first()).any(|at| has(at, &["plan_order"]) && reading.is_any(before(at), &["the", "its", "a"]));
    let item = has(at, &["determiner"]) || reading.token(at).is_some_and(|token| token.case == Case::Lower) && !has(at, &["plan_unit"]);
    aside || dated || ends || verb || clause || counted || gapped && item || reading.is_any(at, &plain)
}

/// "First is ...", "Another is to ...", at the beginning of a sentence or behind ":" and ";".
fn is(hit: &Match<'_>) -> Option<Cue> {
    let order = hit.get("order")?;
    let first = hit.tokens.first();
    let opens = hit.reading.sentence(first).first() == first || matches!(hit.reading.word(before(first)), ":" | ";" | "—" | "–" | "--");
    let value = order_of(hit.column("order", "plan_front", "value"))?;
    opens.then_some(Cue { tokens: order, order: value, kind: Kind::Bare, unit: None, rule: hit.rule })
}

/// "No. 1, we ...", "Number one: ...": where a sentence begins.
fn spoken(hit: &Match<'_>) -> Option<Cue> {
    let number = hit.get("number")?;
    let first = hit.tokens.first();
    let sentence = hit.reading.sentence(first);
    let opens = (sentence.first()..first)
        .all(|at| hit.reading.token(at).is_some_and(|token| token.kind == TokenKind::Mark) || hit.reading.is_any(at, &["and", "but"]));
    let value = hit.words("number").parse().ok().or_else(|| hit.column("number", "plan_numeral", "value").parse().ok())?;
    let tokens = TokenRange::new(first, number.end());
    (opens && value <= 40).then_some(Cue { tokens, order: Order::Number(value), kind: Kind::Front, unit: None, rule: hit.rule })
}

/// "(2)", "2)", "b)" anywhere; "2." where a line begins.
fn listed(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let at = hit.get("number")?.first();
    let word = reading.word(at);
    let opens = reading.word(hit.tokens.first()) == "(";
    let closes = reading.word(hit.tokens.end() - 1);
    let first = reading.sentence(at).first() == hit.tokens.first();
    let small = word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase() || (first && b.is_ascii_alphabetic()));
    let numeral =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].iter().any(|n| word.eq_ignore_ascii_case(n));
    // "(from June 4)": the end of a date.
    let dated = !opens && reading.value_of(at, ValueKind::Date).is_some_and(|date| date.tokens.first() < at);
    if !small
        || dated
        || numeral
        || (opens && closes != ")")
        || (!opens && closes == "." && !first)
        || !reading.token(at + 1).is_some_and(|t| t.glued)
    {
        return None;
    }
    let letter = || hit.column("number", "plan_letter", "value").parse().ok();
    let value = word.parse().ok().or_else(letter).or_else(|| hit.column("number", "plan_numeral", "value").parse().ok())?;
    (value <= 40 && hit.tokens.end() < reading.sentence(at).end()).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Number(value),
        kind: Kind::Listed,
        unit: None,
        rule: hit.rule,
    })
}

/// A bullet where a line begins.
fn bullet(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let document = reading.document();
    let number = document.sentence_of(at);
    let sentence = document.sentences().get(number)?;
    let begins = number == 0 || document.sentences().get(number - 1).is_some_and(|before| before.block != sentence.block);
    let next = reading.token(at + 1)?;
    // "-Ends the tax": a hyphen before a capital.
    let hyphen = reading.word(at) == "-" && matches!(next.case, Case::Capital);
    let spaced = !next.glued || hyphen || !matches!(reading.word(at), "-" | "o" | "+");
    (begins && sentence.tokens.first() == at && spaced && sentence.tokens.len() > 2).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Next,
        kind: Kind::Bullet,
        unit: None,
        rule: hit.rule,
    })
}
