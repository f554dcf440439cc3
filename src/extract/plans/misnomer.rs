//! Words that look like the name of a plan and name none: "law enforcement", "any plan", "violations of the plan", "they plan
//! to", "in terms of".

use crate::rules::{Match, ValueKind};
use crate::text::{Case, TokenKind, TokenRange};

/// Words before a name that leave open whether there is such a plan.
const NONE: &[&str] = &["any", "no", "whatever", "whichever", "which", "every", "such"];

/// "Osei dislikes any plan that includes ...", "such a bill would pass"
pub(super) fn is_open(hit: &Match<'_>, first: usize) -> bool {
    let reading = hit.reading;
    first.checked_sub(1).is_some_and(|at| reading.is_any(at, NONE))
        || first.checked_sub(2).is_some_and(|at| reading.is_any(at, NONE) && reading.word(at + 2) != "-")
}

/// "the deal lifts funding", not "the program cuts would": a verb with something to act on.
pub(super) fn acts(hit: &Match<'_>, verb: usize) -> bool {
    let reading = hit.reading;
    let third = reading.word(verb).ends_with('s') && reading.phrase_named(verb, "verb").is_some();
    let next = verb + 1;
    let closed = ["preposition", "modal", "auxiliary", "conjunction", "plan_include", "speech"]
        .iter()
        .any(|class| reading.phrase_named(next, class).is_some());
    reading.phrase_named(next, "determiner").is_some()
        || third && !closed && reading.token(next).is_some_and(|token| token.kind == TokenKind::Word)
}

/// "the Budget Office"
pub(super) fn is_in_name(hit: &Match<'_>) -> bool {
    let capital = |at: usize| hit.reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Mixed));
    capital(hit.tokens.end() - 1) && capital(hit.tokens.end())
}

/// "welders are in demand"; "the offer", where "the gangs offer to" is one.
pub(super) fn is_no_demand(hit: &Match<'_>, first: usize) -> bool {
    let reading = hit.reading;
    let Some(before) = first.checked_sub(1) else { return reading.is(first, "offer") };
    let plural = reading.word(before).ends_with(['s', 'S']) && !reading.is_any(before, &["its", "his", "this"]);
    // "Orbo plans to", not "the plans to"
    let plans = reading.is_any(first, &["plans", "planned"]);
    if plans
        && (!reading.is(first + 1, "to")
            || reading.phrase_named(before, "determiner").is_some()
            || reading.phrase_named(before, "auxiliary").is_some())
    {
        return true;
    }
    // "accepted to share", not "accepted a cut"
    if reading.is(first, "accepted") && !reading.is(first + 1, "to") {
        return true;
    }
    reading.is(before, "in") || reading.is(first, "offer") && !(reading.is(first + 1, "to") && plural)
}

/// "act": only the "Act" of a name is a law; "to draft a bill": no draft.
pub(super) fn is_deed(hit: &Match<'_>, at: usize) -> bool {
    if hit.reading.is(at, "draft") && at.checked_sub(1).is_some_and(|at| hit.reading.is(at, "to")) {
        return true;
    }
    let capital = |at: usize| hit.reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper | Case::Mixed));
    let before = at.checked_sub(1);
    // "the act would": named before
    let again = before.is_some_and(|at| hit.reading.is(at, "the")) && hit.reading.phrase_named(at + 1, "modal").is_some();
    hit.reading.is(at, "act") && !again && !(capital(at) && before.is_some_and(capital))
}

/// "violations of the party platform include ..."
pub(super) fn is_told_of(hit: &Match<'_>, first: usize) -> bool {
    let reading = hit.reading;
    let from = reading.sentence(first).first().max(first.saturating_sub(5));
    let word = |at: &usize| reading.token(*at).is_some_and(|token| token.kind != TokenKind::Mark);
    let of = (from..first).rev().take_while(word).find(|&at| reading.is(at, "of"));
    of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| reading.phrase_named(noun, "plan_distractor").is_some())
}

/// "the process fees", "law enforcement agencies": what stands before another noun does not name a plan.
pub(super) fn is_modifier(hit: &Match<'_>, at: usize) -> bool {
    // "deal making"
    if hit.reading.is(at, "making") {
        return true;
    }
    let reading = hit.reading;
    let Some(token) = reading.token(at) else { return false };
    let word = reading.word(at);
    let closed = ["preposition", "determiner", "modal", "auxiliary", "conjunction", "pronoun", "speech", "negation", "plan_include"]
        .iter()
        .chain(&["plan_aside", "plan_opener", "plan_front"])
        .any(|class| reading.phrase_named(at, class).is_some());
    let verb = reading.phrase_named(at, "verb").is_some() || word.ends_with("ed") || word.ends_with("ing");
    let parts = reading.phrase_named(at, "plan_part").is_some();
    let adverb = word.ends_with("ly") || reading.phrase_named(at, "plan_around").is_some();
    token.kind == TokenKind::Word
        && token.case == Case::Lower
        && word.len() > 3
        && (parts || !verb)
        && !(closed || adverb)
        && reading.value_of(at, ValueKind::Date).is_none()
}

/// "they plan to", "to deal with", "will offer", "Marlow plans to": the noun is a verb here.
pub(super) fn is_verb(hit: &Match<'_>, noun: TokenRange) -> bool {
    let reading = hit.reading;
    let third = reading.is_any(noun.first(), &["plans", "offers", "proposes"]) && reading.is(noun.end(), "to");
    if third
        && noun.first().checked_sub(1).is_some_and(|at| {
            reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper | Case::Mixed))
                || reading.is_any(at, &["he", "she", "it", "who"])
                || reading.word(at) == ","
        })
    {
        return true;
    }
    // "the roads Syldavians plan to mend"
    if reading.is(noun.first(), "plan") && reading.is(noun.end(), "to") && is_of_people(hit, noun.first()) {
        return true;
    }
    // "his friends plan not to"
    if reading.is_any(noun.first(), &["plan", "plans"]) && reading.is(noun.end(), "not") {
        return true;
    }
    // "the gangs offer to"
    let plural =
        noun.first().checked_sub(1).is_some_and(|at| reading.word(at).ends_with('s') && !reading.is_any(at, &["its", "his", "this"]));
    if plural && reading.is(noun.first(), "offer") && reading.is(noun.end(), "to") {
        return true;
    }
    let Some(before) =
        noun.first().checked_sub(1).filter(|_| reading.is_any(noun.first(), &["plan", "deal", "offer", "demand", "propose", "compromise"]))
    else {
        return false;
    };
    reading.is_any(before, &["to", "they", "we", "i", "you", "who", "not", "n't", "n’t", "did", "do", "does"])
        || reading.phrase_named(before, "modal").is_some()
        || reading.phrase_named(before, "negation").is_some()
}

/// "two data points", "one of ten conditions": no parts of a plan, or told of elsewhere.
pub(super) fn is_no_part(hit: &Match<'_>, count: usize, part: usize) -> bool {
    let reading = hit.reading;
    let before = |at: usize, words: &[&str]| at.checked_sub(1).is_some_and(|at| reading.is_any(at, words));
    let points = reading.is(part, "points") && before(part, &["data", "process", "talking", "sticking", "bullet", "discussion", "price"]);
    // "one of five demands, which also include ...", "one of five demands Osei made"
    let named = reading.token(part + 1).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper));
    let goes_on = named || matches!(reading.word(part + 1), "," | ":" | "—" | "–");
    points || before(count, &["of"]) && before(count - 1, &["one"]) && !goes_on
}

/// "The raids came | in three waves": told, not planned.
pub(super) fn has_come(hit: &Match<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|verb| hit.reading.is_any(verb, &["came", "arrived", "struck", "fell", "happened"]))
}

/// "the roads Syldavians | plan to mend": people behind what they act on.
fn is_of_people(hit: &Match<'_>, verb: usize) -> bool {
    let plural = |at: Option<usize>, case: Case| {
        at.is_some_and(|at| {
            let word = hit.reading.word(at);
            word.len() > 4 && word.ends_with('s') && hit.reading.token(at).is_some_and(|token| token.case == case)
        })
    };
    plural(verb.checked_sub(1), Case::Capital) && plural(verb.checked_sub(2), Case::Lower)
}

/// "in terms of", "terms of service", "talking points".
pub(super) fn is_idiom(hit: &Match<'_>, noun: TokenRange) -> bool {
    let reading = hit.reading;
    let before = noun.first().checked_sub(1);
    let of = reading.is(noun.end(), "of");
    let terms = reading.is(noun.first(), "terms") && of;
    let years = reading.is(noun.first(), "terms") && before.is_some_and(|at| reading.is_any(at, &["year", "prison", "jail"]));
    let points = reading.is(noun.first(), "points");
    let of_plan = reading.is_any(noun.end(), &["of", "in", ":"])
        || before.is_some_and(|at| reading.is_any(at, &["main", "key", "these", "following"]));
    // "various measures of his fame"
    let measured = reading.is(noun.first(), "measures") && of;
    // "there is an agreement that all swans are white"
    let opinion = reading.is_any(noun.first(), &["agreement", "accord"]) && reading.is(noun.end(), "that");
    // "He used the platform to"
    let stage = reading.is(noun.first(), "platform") && reading.is(noun.end(), "to");
    points && !of_plan
        || years
        || stage
        || measured
        || opinion
        || before.is_some_and(|at| terms && reading.is(at, "in") || points && reading.is_any(at, &["talking", "tipping", "sticking"]))
        || terms && reading.is_any(noun.end() + 1, &["service", "use"])
}
