//! Who says so.

use super::clause::Clause;
use super::doers::{is_cause, noun_with_of};
use super::kind::{Form, Kind};
use super::nouns;
use super::words;
use crate::text::{Case, TokenRange};

/// Units to either side in which a speaker is sought.
const NEAR: usize = 40;

/// Whether a noun phrase can say something: who can act, or what is written.
fn is_source(clause: &Clause<'_>, unit: usize) -> bool {
    let tokens = clause.tokens(unit);
    let last = tokens.end().saturating_sub(1);
    let written = [
        "report",
        "reports",
        "study",
        "studies",
        "survey",
        "analysis",
        "estimate",
        "radio",
        "television",
        "tv",
        "statement",
        "statements",
        "sources",
        "source",
        "records",
        "documents",
        "media",
        "accounts",
        "newspaper",
    ];
    let owner =
        clause.reading.is_any(last, &["'s", "’s"]) || words::number(clause.reading, tokens.first()).is_some_and(|q| q.tokens == tokens);
    // "earlier noted reports of": a verb that looks like a noun.
    let verb = tokens.len() == 1 && [clause.words.speech, clause.words.verb].iter().any(|c| clause.reading.phrase(last, *c).is_some());
    let owner = owner || verb;
    let acts = nouns::can_act(clause.reading, clause.words, tokens) || !nouns::is_thing(clause.reading, clause.words, tokens);
    !owner && !is_no_noun(clause, tokens) && !is_cause(clause, unit) && (acts || clause.reading.is_any(last, &written))
}

/// "no less telling", "leaving fliers", "forced", "However": what stands where a speaker might.
fn is_no_noun(clause: &Clause<'_>, tokens: TokenRange) -> bool {
    let reading = clause.reading;
    let first = tokens.first();
    let lower = reading.token(first).is_some_and(|t| t.case == Case::Lower);
    let ends = |tails: &[&str]| tails.iter().any(|tail| reading.word(first).ends_with(tail));
    let participle = lower && (ends(&["ing"]) || tokens.len() == 1 && ends(&["ed", "ly"]));
    let none = ["however", "support", "sponsor", "subsequent", "no", "more", "less", "meanwhile", "instead", "moreover"];
    participle || reading.is_any(first, &none) && (tokens.len() == 1 || reading.is_any(first, &["no", "less"]))
}

/// Who says so: "police said", "according to NAME"; of what stands in a quotation that goes on, who opened it.
pub(super) fn speaker(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    said(clause, unit).or_else(|| quoted(clause, unit)).or_else(|| answered(clause, unit))
}

/// Tokens back that a quotation may have been opened.
const QUOTATION: usize = 150;

/// "Two men were hurt, Karel said. "We had hoped for peace. Today [two guards] died.""
fn quoted(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let mark = (first.saturating_sub(QUOTATION)..first).rev().find(|&at| reading.is_any(at, &["\"", "“", "”"]))?;
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    let opens = reading.is(mark, "“") || reading.is(mark, "\"") && glued(mark + 1) && !glued(mark);
    let sentence = reading.sentence(mark);
    if !opens || sentence.first() != mark {
        return None;
    }
    let before = Clause::new(reading, clause.words, reading.sentence(mark.checked_sub(1)?));
    // The verb that ends the sentence before: "Karel said", "Karel told a paper on Saturday".
    let verb = (0..before.units.len()).rev().take(8).find(|&n| before.verb(n).is_some())?;
    let subject = before.before(verb).filter(|&n| before.is_speech(verb) && before.is_noun(n))?;
    let root = before.root(subject, true).filter(|&n| is_source(&before, n))?;
    Some(noun_with_of(&before, root))
}

/// ""They were brave. Two [guards died]. We need help," Karel replied.": who speaks behind the end of a quotation.
fn answered(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let reading = clause.reading;
    let first = clause.tokens(unit).first();
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    let marks = ["\"", "“", "”"];
    let opened = (first.saturating_sub(QUOTATION)..first).rev().find(|&at| reading.is_any(at, &marks))?;
    let opens = |at: usize| reading.is(at, "“") || reading.is(at, "\"") && glued(at + 1) && !glued(at);
    let from = clause.sentence.end();
    let closed = (first..first + QUOTATION).find(|&at| reading.is_any(at, &marks)).filter(|&at| at >= from && !opens(at))?;
    if !opens(opened) {
        return None;
    }
    let last = Clause::new(reading, clause.words, reading.sentence(closed));
    let mark = last.unit_at(closed)?;
    let verb = (mark + 1..mark + 6).find(|&n| last.verb(n).is_some()).filter(|&n| last.is_speech(n))?;
    let before = last.before(verb).filter(|&n| n > mark && last.is_noun(n)).and_then(|n| last.root(n, true));
    let source = before.or_else(|| last.is_noun(verb + 1).then_some(verb + 1)).filter(|&n| n > mark && is_source(&last, n))?;
    Some(noun_with_of(&last, source))
}

fn said(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let goes_on = |n: &usize| !clause.says(*n, &[";"]);
    let before = (unit.saturating_sub(NEAR)..=unit).rev().take_while(goes_on);
    let behind = (unit + 1..(unit + NEAR).min(clause.units.len())).take_while(goes_on);
    for n in before.chain(behind) {
        if clause.says(n, &["according"]) && clause.is_noun(n + 1) {
            return Some(noun_with_of(clause, n + 1));
        }
        let Some(main) = clause.verb(n).and_then(|v| v.main) else { continue };
        // "A report found that 12 had died", "models show that"
        let finds = ["found", "finds", "showed", "shows", "show", "concluded", "concludes", "revealed", "reveals", "learned"];
        let found = clause.reading.is_any(main, &finds) && clause.reading.is(clause.tokens(n).end(), "that");
        let says = found || clause.reading.phrase(main, clause.words.speech).is_some() && !clause.reading.is_any(main, &["vowed", "vows"]);
        // "claim the right", "claimed responsibility"
        let claims = clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &["claim", "claims", "claimed", "claiming"]))
            && (clause.is_noun(unit) && n < unit
                || clause.says(n + 1, &["responsibility"])
                || clause.is_noun(n + 1) && !(n + 2..n + 6).any(|m| clause.verb(m).is_some()));
        if says && n < unit && is_presupposed(clause, n, unit) {
            return None;
        }
        if n == unit || !says || claims || clause.verb(n).is_some_and(|v| v.be && v.form != Some(Form::Ing) || v.to || v.modal && v.have) {
            continue;
        }
        let before = match clause.before(n) {
            // "with activists reporting 12 dead"
            Some(b)
                if clause.is_noun(b)
                    && b > 0
                    && clause.says(b - 1, &["with"])
                    && clause.verb(n).and_then(|v| v.form) == Some(Form::Ing) =>
            {
                Some(b)
            }
            Some(b) if clause.is_noun(b) => clause.root(b, true),
            Some(b) if clause.says(b, &["he", "she", "they"]) => Some(b),
            // "The ministry, which runs the port, said"
            Some(b)
                if clause.kind(b) == Some(Kind::Comma)
                    && (!clause.is_noun(n + 1) || clause.verb(n + 2).is_some() || clause.says(n, &["told", "tells"])) =>
            {
                let inserted = (n.saturating_sub(10)..b).any(|m| clause.kind(m) == Some(Kind::Relative));
                // "Dana Karel, head of the board, said"
                let opens = |s: usize| {
                    clause.is_plain_name(s) && clause.before(s).is_none_or(|b| matches!(clause.kind(b), Some(Kind::Stop | Kind::Quote)))
                };
                clause
                    .subject(n)
                    .filter(|&s| inserted || n < unit && opens(s))
                    .or_else(|| before_apposition(clause, b).filter(|_| n < unit))
            }
            _ => None,
        };
        let befallen = clause.verb(unit).filter(|v| v.be).and_then(|_| clause.subject(unit));
        let before = before.filter(|&s| s != unit && Some(s) != befallen);
        // "When Karel died, Venn said the town ...": what is said stands behind.
        let told = clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &["told", "tells", "telling"]));
        let ends = matches!(
            clause.after(n).and_then(|next| clause.kind(next)),
            Some(Kind::Stop | Kind::Comma | Kind::Preposition | Kind::Close | Kind::And | Kind::But) | None
        );
        let says_other = n > unit && !told && !ends || clause.says(n, &["spoke", "speaking", "spoken"]);
        let before = before.filter(|_| !says_other);
        let opens = matches!(clause.kind(n.saturating_sub(1)), Some(Kind::Comma | Kind::Quote | Kind::Stop));
        let behind = (clause.is_noun(n + 1) && n > unit && opens && !told).then_some(n + 1);
        let source = |found: &usize| clause.kind(*found) == Some(Kind::Pronoun) || is_source(clause, *found);
        if let Some(found) = before.or(behind).filter(source) {
            return Some(noun_with_of(clause, found));
        }
    }
    None
}

/// "[A spokesman], Sgt. Orla Venn, said": the noun phrase that a comma and another noun phrase follow.
fn before_apposition(clause: &Clause<'_>, comma: usize) -> Option<usize> {
    let inner = |n: &usize| matches!(clause.kind(*n), Some(Kind::Noun | Kind::Preposition | Kind::And));
    let open = (comma.saturating_sub(10)..comma).rev().find(|n| !inner(n)).filter(|&n| n + 1 < comma)?;
    let left = open.checked_sub(1).filter(|&n| clause.kind(open) == Some(Kind::Comma) && clause.is_noun(n))?;
    let root = clause.root(left, true)?;
    clause.before(root).is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Quote))).then_some(root)
}

/// Whether the harm is only what the words are about: "asked about the raid that killed two", "said that Karel's death".
fn is_presupposed(clause: &Clause<'_>, speech: usize, unit: usize) -> bool {
    let between = || speech + 1..unit;
    // "denied the charge before he died"
    let denies = clause.tokens(speech).iter().any(|at| clause.reading.is_any(at, &["denied", "denies", "denying"]));
    let aside = |n: usize| clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["before", "after", "until", "when"]);
    if denies && between().any(aside) {
        return true;
    }
    let definite = |n: usize| {
        let tokens = clause.tokens(n);
        clause.reading.is_any(tokens.first(), &["the", "this", "that", "these", "those", "his", "her", "their", "last"])
            || tokens.iter().any(|at| clause.reading.is_any(at, &["'s", "’s"]))
    };
    let tells = |n: usize| clause.verb(n).is_some_and(|v| v.main.is_some() || v.be || v.have);
    // "the raid that killed two, including a guard"
    let relative = between().any(|r| {
        let head = clause.before(r).map_or(r, |b| if clause.kind(b) == Some(Kind::Comma) { b.saturating_sub(1) } else { b });
        let head = clause.root(head, true).unwrap_or(head);
        // "told the paper that two guards": no relative clause.
        let told = clause.says(r, &["that"]) && !(speech + 1..r).any(tells) && clause.says(speech, &["told", "tells", "telling"]);
        clause.kind(r) == Some(Kind::Relative)
            && !told
            && head > speech
            && definite(head)
            && (r + 1..unit).all(|n| !tells(n) || clause.harm_of(n).is_some())
    });
    // "[he] was moved after a raid that killed two", "nobody had seen her since she was abducted"
    let when = between().find(|&n| clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["after", "since", "before", "until"]));
    let own = |n: &usize| clause.says(*n, &["he", "she", "it"]);
    let ends = |w: usize| (w + 1..unit).all(|n| !tells(n)) && between().take_while(|&n| n < w).any(tells);
    let dated = when.is_some_and(|w| {
        let after = clause.says(w, &["after"]);
        let behind_relative =
            clause.before(unit).is_some_and(|n| clause.kind(n) == Some(Kind::Relative)) && (speech + 1..w).any(|n| own(&n));
        behind_relative || !after && ends(w)
    });
    // "said that greed was at play in the death of Karel"
    let event = clause.is_noun(unit) && definite(unit) && between().any(tells);
    // "The bill, which the council says would help, was"
    let inserted = clause.before(speech).and_then(|s| clause.before(s)).is_some_and(|n| clause.kind(n) == Some(Kind::Relative))
        && between().any(|n| clause.kind(n) == Some(Kind::Comma) && tells(n + 1));
    relative || dated || event || inserted
}
