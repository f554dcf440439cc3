//! Whether words that may mark a step do so where they stand: "the second" before a verb, "(2)" where an item begins.

use super::cue::{Cue, Kind, Order};
use super::eye::before;
use crate::rules::{Match, Reading, ValueKind};
use crate::text::{Case, TokenKind, TokenRange};

/// How far before "the second" the first may stand, in its sentence.
const GAP: usize = 60;

fn order_of(value: &str) -> Option<Order> {
    Some(match value {
        "next" => Order::Next,
        "last" => Order::Last,
        number => Order::Number(number.parse().ok()?),
    })
}

fn ends_in_ly(word: &str) -> bool {
    word.as_bytes().last_chunk().is_some_and(|end: &[u8; 2]| end.eq_ignore_ascii_case(b"ly"))
}

/// "Secondly,": at the beginning of a sentence or of one of its parts.
pub(super) fn front(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let (at, after) = (hit.tokens.first(), hit.tokens.end());
    let sentence = reading.sentence(at);
    let order = order_of(hit.column("order", "plan_front", "value"))?;
    let adverb = ends_in_ly(reading.word(at)) || hit.tokens.len() > 1;
    let mark = matches!(reading.word(after), "," | ":" | "…" | "..." | "—" | "–" | "--");
    let mut before = at;
    while before > sentence.first()
        && at - before < 4
        && (reading.token(before - 1).is_some_and(|t| t.kind == TokenKind::Mark) || reading.is_any(before - 1, &["and", "but", "so", "o"]))
    {
        before -= 1;
    }
    let begins = before == sentence.first();
    let joined = || {
        before < at && (matches!(reading.word(before), ";" | ":" | "," | "—" | "–" | "--") || reading.is(before, "and"))
            || (at > sentence.first() && reading.phrase_named(at - 1, "speech").is_some())
    };
    let clause = || {
        ["determiner", "pronoun"].iter().any(|class| reading.phrase_named(after, class).is_some())
            || reading.is_any(after, &["on", "by", "in", "from", "there", "come", "comes", "within", "under"])
    };
    // "At the same time, repeal the cuts": among orders; elsewhere it only tells.
    let orders = |at: usize| reading.phrase_named(at, "verb").is_some_and(|verb| reading.column(verb, "form").contains("base"));
    if reading.is(at, "at") && !(begins && mark && orders(after + 1)) {
        return None;
    }
    let follows = match order {
        // "Then" and "next" open a sentence; "then" within one only tells.
        Order::Next => begins && (mark || reading.is(at, "then") || clause()),
        // "One, we stop": a count without a comma counts something.
        _ if hit.get("order").is_some_and(|order| reading.phrase_named(order.end() - 1, "plan_numeral").is_some()) => begins && mark,
        _ if begins => mark || adverb || clause(),
        // "and lastly the parties will meet"
        _ => {
            joined()
                && (mark && (adverb || matches!(reading.word(before), ";" | ":" | "," | "and"))
                    || adverb && reading.is_any(at, &["finally", "lastly"]) && clause())
        }
    };
    (follows && after < sentence.end()).then_some(Cue { tokens: hit.tokens, order, kind: Kind::Front, unit: None, rule: hit.rule })
}

/// "as a first step".
pub(super) fn as_step(hit: &Match<'_>) -> Option<Cue> {
    let order = order_of(hit.column("order", "plan_order", "value"))?;
    Some(Cue { tokens: hit.tokens, order, kind: Kind::Front, unit: hit.get("part").map(TokenRange::first), rule: hit.rule })
}

/// "the second phase", not "the second phase of the trial".
pub(super) fn unit(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let part = hit.get("part")?;
    let order = order_of(hit.column("order", "plan_order", "value"))?;
    let mut first = hit.tokens.first();
    // "a final agreement" has its own noun; "the second agreement" may be one of those counted.
    let counted = hit.column("part", "plan_unit", "value") == "counted";
    if counted && !(matches!(order, Order::Number(_)) && first > 0 && reading.is(first - 1, "the")) {
        return None;
    }
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
pub(super) fn numbered(hit: &Match<'_>) -> Option<Cue> {
    let number = hit.get("number")?;
    let word = hit.words("number");
    // "Part A", not "phase a"
    let capital = hit.reading.token(number.first()).is_some_and(|token| token.case != Case::Lower);
    let letter = || hit.column("number", "plan_letter", "value").parse().ok().filter(|_| capital);
    let value = word.parse().ok().or_else(|| hit.column("number", "plan_numeral", "value").parse().ok()).or_else(letter)?;
    // "Phase 1b": a part of the first
    let letter = hit.reading.token(number.end()).is_some_and(|token| token.glued)
        && matches!(hit.reading.word(number.end()), "a" | "b" | "c" | "d" | "A" | "B" | "C" | "D");
    let end = number.end() + usize::from(letter);
    let topical = hit.reading.phrase_named(end, "plan_topic").is_some() || is_topical(hit, end) || value > 20;
    let order = if letter && !hit.reading.is(number.end(), "a") { Order::Next } else { Order::Number(value) };
    (!topical).then_some(Cue {
        tokens: TokenRange::new(hit.tokens.first(), end),
        order,
        kind: Kind::Unit,
        unit: Some(hit.tokens.first()),
        rule: hit.rule,
    })
}

/// "Phases two and three": a group has the number of its first.
pub(super) fn pair(hit: &Match<'_>) -> Option<Cue> {
    let word = hit.words("number");
    let value = word.parse().ok().or_else(|| hit.column("number", "plan_numeral", "value").parse().ok())?;
    // "If steps 1 to 4 have been carried out"
    let told = hit.reading.is_any(before(hit.tokens.first()), &["if", "when", "once", "after", "until", "before", "of", "from"]);
    (!told && !is_topical(hit, hit.tokens.end()) && value <= 20).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Number(value),
        kind: Kind::Unit,
        unit: Some(hit.tokens.first()),
        rule: hit.rule,
    })
}

/// "Two of the points deal with the quay": a group has the number of its first.
pub(super) fn group(hit: &Match<'_>) -> Option<Cue> {
    let points = hit.get("part")?;
    let first = hit.tokens.first();
    let opens = hit.reading.sentence(first).first() == first || matches!(hit.reading.word(before(first)), ";" | ":" | "—" | "--");
    let lead = &["concern", "deal", "call", "demand", "cover", "provide", "ask", "involve", "require"];
    (opens && hit.reading.is_any(hit.tokens.end(), lead)).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Number(1),
        kind: Kind::Bare,
        unit: Some(points.first()),
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
pub(super) fn bare(hit: &Match<'_>) -> Option<Cue> {
    let order = hit.get("order")?;
    let last = before(hit.tokens.first());
    let within = hit.reading.is_any(last, &["in", "under", "during", "by"]);
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
    let copulas = &["is", "was", "would", "will", "should", "must", "can", "may", "calls", "involves", "requires", "this", "at"];
    let last = at >= reading.sentence(at - 1).end();
    let ends = last || within && matches!(reading.word(at), "." | ";" | ")");
    let opens = matches!(reading.word(before(cue.first())), ":" | ";") || reading.sentence(at - 1).first() == cue.first();
    let plain = |at: usize| {
        let document = reading.document();
        let shouting = document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting);
        reading.token(at).is_some_and(|token| token.case == Case::Lower || shouting && token.kind == TokenKind::Word)
    };
    let verb = (later || opens)
        && plain(at)
        && reading.word(at).ends_with(['s', 'S'])
        && has(at, &["verb"])
        && !has(at, &["auxiliary", "preposition"]);
    let clause = within && later && has(at, &["determiner", "pronoun"]);
    let dated = reading.value_of(at, ValueKind::Date).is_some_and(|date| date.tokens.first() == at);
    // "The first of the five points calls for"
    let counted =
        reading.is(at, "of") && ((at + 1..at + 5).any(|at| has(at, &["plan_part"])) || reading.is_any(at + 1, &["them", "these"]));
    // "The first stage is a truce, the second an exchange of captives"
    let from = reading.sentence(cue.first()).first().max(cue.first().saturating_sub(GAP));
    let linked = matches!(reading.word(before(cue.first())), "," | ";") || reading.is(before(cue.first()), "and");
    let gapped =
        later && linked && (from..cue.first()).any(|at| has(at, &["plan_order"]) && reading.is_any(before(at), &["the", "its", "a"]));
    let ends_so = |ends: &[&str]| ends.iter().any(|end| reading.word(at).to_ascii_lowercase().ends_with(end));
    let past = has(at, &["verb"]) && !ends_so(&["s", "ing"]);
    let item = has(at, &["determiner"]) || !past && plain(at) && !has(at, &["plan_unit"]);
    aside || dated || ends || verb || clause || counted || gapped && item || reading.is_any(at, copulas)
}

/// "First is ...", "Another is to ...", at the beginning of a sentence or behind ":" and ";".
pub(super) fn is(hit: &Match<'_>) -> Option<Cue> {
    let order = hit.get("order")?;
    let first = hit.tokens.first();
    let opens = hit.reading.sentence(first).first() == first || matches!(hit.reading.word(before(first)), ":" | ";" | "—" | "–" | "--");
    let value = order_of(hit.column("order", "plan_front", "value"))?;
    opens.then_some(Cue { tokens: order, order: value, kind: Kind::Bare, unit: None, rule: hit.rule })
}

/// "No. 1, we ...", "Number one: ...": where a sentence begins.
pub(super) fn spoken(hit: &Match<'_>) -> Option<Cue> {
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
pub(super) fn listed(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let at = hit.get("number")?.first();
    let word = reading.word(at);
    let opens = reading.word(hit.tokens.first()) == "(";
    let closes = reading.word(hit.tokens.end() - 1);
    // "[TEXT] 1. The guards must ..."
    let first = reading.sentence(at).first() == hit.tokens.first() || reading.word(before(hit.tokens.first())) == "]";
    let small = word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase() || (first && b.is_ascii_alphabetic()));
    let numeral =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].iter().any(|n| word.eq_ignore_ascii_case(n));
    // "(May 4-17)": the bracket is an older one's.
    let from = reading.sentence(at).first().max(at.saturating_sub(10));
    let inside =
        !opens && closes == ")" && (from..at).rev().find(|&i| matches!(reading.word(i), "(" | ")")).is_some_and(|i| reading.word(i) == "(");
    // "(from June 4)": the end of a date.
    let dated = !opens && reading.value_of(at, ValueKind::Date).is_some_and(|date| date.tokens.first() < at);
    if !small
        || inside
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
pub(super) fn bullet(hit: &Match<'_>) -> Option<Cue> {
    let reading = hit.reading;
    let at = hit.tokens.first();
    let document = reading.document();
    let number = document.sentence_of(at);
    let sentence = document.sentences().get(number)?;
    let begins = number == 0 || document.sentences().get(number - 1).is_some_and(|before| before.block != sentence.block);
    let next = reading.token(at + 1)?;
    // "-Ends the tax": a hyphen before a capital.
    let hyphen = reading.word(at) == "-" && matches!(next.case, Case::Capital);
    // "**Housing.**" is a label.
    if reading.word(at) == "*" && reading.word(at + 1) == "*" {
        return None;
    }
    let spaced = !next.glued || hyphen || !matches!(reading.word(at), "-" | "o" | "+");
    (begins && spaced && sentence.tokens.len() > 2).then_some(Cue {
        tokens: hit.tokens,
        order: Order::Next,
        kind: Kind::Bullet,
        unit: None,
        rule: hit.rule,
    })
}
