//! Who stands with a verb of saying: "the mayor, Dana Karel, told reporters", "the army and a paper said", "which said that".

use super::causes::is_cause;
use super::clause::Clause;
use super::doers::noun_with_of;
use super::kind::{Form, Kind};
use super::nouns;
use super::words;
use crate::rules::ValueKind;
use crate::text::{Case, TokenRange};

/// Units back from a verb that an insertion behind its subject may begin.
const INSERTED: usize = 24;

/// Whether the noun phrase at `unit` can say something: who acts, or what is written.
pub(super) fn is_source(clause: &Clause<'_>, unit: usize) -> bool {
    let reading = clause.reading;
    let tokens = clause.tokens(unit);
    let last = tokens.end().saturating_sub(1);
    let owner = reading.is_any(last, &["'s", "’s"]) || words::number(reading, tokens.first()).is_some_and(|q| q.tokens == tokens);
    // "earlier noted reports of": a verb that looks like a noun.
    let verb = tokens.len() == 1 && [clause.words.speech, clause.words.verb].iter().any(|c| reading.phrase(last, *c).is_some());
    let written = reading.phrase(last, clause.words.source).is_some();
    let acts = nouns::can_act(reading, clause.words, tokens) || !nouns::is_thing(reading, clause.words, tokens);
    clause.is_noun(unit) && (!owner && !verb || written) && !is_no_noun(clause, tokens) && !is_cause(clause, unit) && (acts || written)
}

/// "no less telling", "leaving fliers", "forced", "However": what stands where a speaker might.
fn is_no_noun(clause: &Clause<'_>, tokens: TokenRange) -> bool {
    let reading = clause.reading;
    let first = tokens.first();
    // "a town that's nine-tenths calm says"
    if reading.is_any(first, &["'s", "’s"]) {
        return true;
    }
    let lower = reading.token(first).is_some_and(|t| t.case == Case::Lower);
    let ends = |tails: &[&str]| tails.iter().any(|tail| reading.word(first).ends_with(tail));
    let participle = lower && (ends(&["ing"]) || tokens.len() == 1 && ends(&["ed", "ly"]));
    let none =
        ["however", "support", "sponsor", "subsequent", "no", "more", "less", "meanwhile", "instead", "moreover", "always", "once", "also"];
    participle || reading.is_any(first, &none) && (tokens.len() == 1 || reading.is_any(first, &["no", "less"]))
}

/// Who says it, in front of the verb of saying at `verb`.
pub(super) fn in_front(clause: &Clause<'_>, verb: usize) -> Option<TokenRange> {
    let left = clause.before(verb)?;
    let ing = clause.verb(verb).is_some_and(|v| v.form == Some(Form::Ing) && !v.be);
    match clause.kind(left)? {
        Kind::Pronoun => clause.says(left, &["he", "she", "they", "it"]).then(|| clause.tokens(left)),
        // "with activists reporting 12 dead"
        Kind::Noun if ing && left > 0 && clause.says(left - 1, &["with"]) => is_source(clause, left).then(|| clause.tokens(left)),
        Kind::Noun => {
            named_around(clause, left).or_else(|| clause.root(left, true).filter(|&n| is_source(clause, n)).map(|n| joined(clause, n)))
        }
        // "the agency, which said that"
        Kind::Relative if clause.says(left, &["which", "who"]) => {
            let further = clause.before(left)?;
            let head = clause.past_comma(further)?;
            (clause.is_noun(head) && is_source(clause, head)).then(|| noun_with_of(clause, head))
        }
        // "acknowledged the raid and said", "condemned the raid, saying"
        Kind::And => {
            let own = clause.subject(verb).filter(|&n| is_source(clause, n)).map(|n| noun_with_of(clause, n));
            own.or_else(|| going_on(clause, left))
        }
        Kind::Comma if ing => going_on(clause, left),
        Kind::Comma => inserted(clause, left),
        _ => None,
    }
}

/// Who says it, in front of the verb of saying at `verb` or else behind it.
pub(super) fn around(clause: &Clause<'_>, verb: usize) -> Option<TokenRange> {
    in_front(clause, verb).or_else(|| behind(clause, verb))
}

/// "The [Observatory for Roads and Markets] counted": a name of several noun phrases.
fn named_around(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let last = clause.tokens(unit).end().checked_sub(1)?;
    let name = clause.reading.value_of(last, ValueKind::Actor)?.tokens;
    let first = clause.unit_at(name.first()).filter(|&n| n < unit && clause.is_noun(n) && name.end() == last + 1)?;
    // "[researchers] at the School of Mines and Energy"
    let who = clause.before(first).filter(|&n| clause.says(n, &["at", "from", "with", "for"])).and_then(|n| clause.before(n));
    let first = who.filter(|&n| clause.is_noun(n) && is_source(clause, n)).unwrap_or(first);
    Some(clause.tokens(first).cover(name))
}

/// "Karel said two guards were hurt, [adding] that": who spoke before, else who acts.
fn going_on(clause: &Clause<'_>, comma: usize) -> Option<TokenRange> {
    let told = |n: &usize| clause.verb(*n).is_some_and(|v| v.form == Some(Form::Past) && !v.be && !v.to);
    let first = comma.saturating_sub(INSERTED);
    let verb = (first..comma).rev().filter(told).find(|&n| clause.is_speech(n)).or_else(|| (first..comma).find(told))?;
    let subject = clause.subject(verb).filter(|&n| clause.kind(n) == Some(Kind::Pronoun) || is_source(clause, n))?;
    let acts = clause.is_speech(verb) || nouns::can_act(clause.reading, clause.words, clause.tokens(subject));
    acts.then(|| noun_with_of(clause, subject))
}

/// "[the army and a local group] said": all who say it.
fn joined(clause: &Clause<'_>, root: usize) -> TokenRange {
    let whole = noun_with_of(clause, root);
    let other = clause
        .before(root)
        .filter(|&n| clause.kind(n) == Some(Kind::And) && clause.says(n, &["and", "&"]))
        .and_then(|and| clause.before(and))
        .filter(|&n| clause.is_noun(n))
        .and_then(|n| clause.root(n, true))
        .filter(|&n| is_source(clause, n) && is_opened(clause, n));
    other.map_or(whole, |n| clause.tokens(n).cover(whole))
}

/// Whether nothing stands before the noun phrase that it belongs to.
fn is_opened(clause: &Clause<'_>, root: usize) -> bool {
    clause
        .before(root)
        .is_none_or(|n| matches!(clause.kind(n), Some(Kind::Stop | Kind::Quote | Kind::Comma | Kind::Subordinate | Kind::And | Kind::But)))
}

/// Who stands before what the comma at `comma` ends: "[the agency], which runs the port, said", "the mayor, [Dana Karel], told".
fn inserted(clause: &Clause<'_>, comma: usize) -> Option<TokenRange> {
    let first = comma.saturating_sub(INSERTED);
    let goes_on = |n: &usize| !matches!(clause.kind(*n), Some(Kind::Stop | Kind::Quote));
    let mut back = (first..comma).rev().take_while(goes_on);
    let relative = back.clone().find(|&n| {
        clause.kind(n) == Some(Kind::Relative) && n > 0 && clause.kind(n - 1) == Some(Kind::Comma) && !clause.says(n, &["that"])
    });
    if let Some(head) = relative.and_then(|n| clause.before(n - 1)) {
        let root = clause.root(head, true).filter(|&n| is_source(clause, n) && is_opened(clause, n))?;
        return Some(noun_with_of(clause, root));
    }
    let open = back.find(|&n| clause.kind(n) == Some(Kind::Comma))?;
    let inner = open + 1;
    let finite = (inner..comma).any(|n| clause.verb(n).is_some_and(|v| v.is_finite() || v.main.is_none()));
    let mut left = clause.before(open)?;
    // "Dana Karel, 34, a guard, said"
    if clause.is_bare_number(left) {
        left = clause.before(left).filter(|&n| clause.kind(n) == Some(Kind::Comma)).and_then(|n| clause.before(n))?;
    }
    let root = clause.root(left, true).filter(|&n| !finite && is_source(clause, n) && is_opened(clause, n))?;
    let named = is_named(clause, inner) && !is_named(clause, root) && inner + 1 == comma;
    Some(if named { clause.tokens(inner) } else { noun_with_of(clause, root) })
}

/// Behind the verb: "said [Dana Karel]", "said the mayor, [Dana Karel]".
pub(super) fn behind(clause: &Clause<'_>, verb: usize) -> Option<TokenRange> {
    let unit = Some(verb + 1).filter(|&n| clause.is_noun(n) && is_source(clause, n))?;
    let last = noun_with_of(clause, unit);
    let name = clause.unit_at(last.end()).filter(|&n| clause.kind(n) == Some(Kind::Comma)).map(|n| n + 1);
    let ends = |n: usize| matches!(clause.kind(n + 1), Some(Kind::Stop | Kind::Comma) | None);
    let name = name.filter(|&n| !is_named(clause, unit) && is_named(clause, n) && ends(n));
    Some(name.map_or(last, |n| clause.tokens(n)))
}

/// A name, be it long or with a rank: "Lt. Col. Orla Venn", "Dana al-Karel".
pub(super) fn is_named(clause: &Clause<'_>, unit: usize) -> bool {
    let tokens = clause.tokens(unit);
    let capital = |at: usize| clause.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
    let opened = clause.reading.phrase(tokens.first(), clause.words.determiner).is_some();
    let part = |at: usize| capital(at) || clause.reading.word(at).len() <= 3;
    let (first, last) = (tokens.first(), tokens.end().saturating_sub(1));
    clause.is_noun(unit) && !opened && tokens.len() <= 9 && capital(first) && capital(last) && tokens.iter().all(part)
}
