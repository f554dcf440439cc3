//! Whether words that may announce a plan do so where they stand: "five points" of a match, "the plan" that is a verb.

use super::announce::{Announcement, Kind};
use super::counted;
use super::misnomer;
use crate::rules::{Match, QuantityForm, QuantityKind};
use crate::text::{Case, TokenKind, TokenRange};

/// Steps that a plan may have.
const MOST: f64 = 99.0;

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
pub(super) fn counted(hit: &Match<'_>) -> Option<Announcement> {
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
pub(super) fn parts(hit: &Match<'_>) -> Option<Announcement> {
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
    let staged_in = value == "staged" && first > 0 && reading.is(first - 1, "in") && !misnomer::has_come(hit, first - 1);
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
    (many && plain && !topic && !score && !staged && !advice && !misnomer::is_no_part(hit, first, part.first())).then_some(Announcement {
        name: TokenRange::new(first, part.end()),
        count: Some(count),
        kind: if loose { Kind::Loose } else { Kind::Parts },
        rule: hit.rule,
    })
}

/// "the following changes": their number is not said.
pub(super) fn following(hit: &Match<'_>) -> Option<Announcement> {
    let many = hit.column("part", "plan_part", "value") == "many";
    let name = TokenRange::new(hit.tokens.first() + 1, hit.tokens.end());
    many.then_some(Announcement { name, count: None, kind: Kind::Parts, rule: hit.rule })
}

/// "will be closed in stages"
pub(super) fn staged(hit: &Match<'_>) -> Option<Announcement> {
    let part = hit.get("part")?;
    let at = hit.tokens.first();
    let from = hit.reading.sentence(at).first().max(at.saturating_sub(10));
    let ahead = (from..at).any(|at| hit.reading.is_any(at, &["will", "would", "shall", "must", "should"]));
    ahead.then_some(Announcement { name: part, count: None, kind: Kind::Parts, rule: hit.rule })
}

pub(super) fn bill(hit: &Match<'_>) -> Option<Announcement> {
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
pub(super) fn named(hit: &Match<'_>) -> Option<Announcement> {
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

pub(super) fn demand(hit: &Match<'_>) -> Option<Announcement> {
    if misnomer::is_no_demand(hit, hit.tokens.first()) {
        return None;
    }
    Some(Announcement { name: hit.tokens, count: None, kind: Kind::Demand, rule: hit.rule })
}
