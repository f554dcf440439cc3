//! What stands around a claim: how sure it is, and whether it is told in passing.

use super::claim::Status;
use super::clause::Clause;
use super::denial;
use super::kind::{Form, Kind, VerbGroup};
use super::presupposed::is_known_before;
use super::willed;
use crate::rules::Class;
use crate::text::TokenRange;

/// Tokens before a number in which a guess at it is named.
const GUESS: usize = 20;

/// How sure the clause is of what its unit `unit` says.
pub(super) fn status(clause: &Clause<'_>, unit: usize) -> Status {
    let words = clause.words;
    let group = clause.verb(unit).unwrap_or_default();
    let here = clause.tokens(unit);
    let shared = shares_auxiliary(clause, unit);
    if shared.is_some_and(|n| n != unit && clause.verb(n).is_some_and(|v| v.to && !v.modal)) {
        return shared.map_or(Status::Asserted, |n| status(clause, n));
    }
    let (negated, modal, may) = chain(clause, shared.unwrap_or(unit));
    // "didn't have to die"
    if group.negated && group.have && group.to {
        return Status::Asserted;
    }
    if clause.is_noun(unit) && is_forecast(clause, unit) {
        return Status::Hypothetical;
    }
    // "did not die in vain", "it should not take the killing of two"
    let in_vain = (here.end()..here.end() + 6).any(|at| clause.reading.is(at, "in") && clause.reading.is(at + 1, "vain"));
    // "did not die alone", "did not die of a wound": how, and not whether.
    let dies = clause.harm_of(unit).is_some_and(|p| clause.reading.column(p, "valency") == "i");
    let how = dies && clause.reading.is_any(here.end(), &["alone", "of", "from", "because", "quietly", "peacefully", "easily"]);
    if in_vain || how && group.negated && !group.modal {
        return Status::Asserted;
    }
    // "are not going to arrest a thousand"
    let going = clause.before(unit).and_then(|n| clause.verb(n)?.main).is_some_and(|main| clause.reading.is(main, "going"));
    if group.to && going {
        return Status::Hypothetical;
    }
    // "will not be killed", "can't be executed": nobody thinks that they were.
    if (group.negated || negated) && modal && !has_have(clause, unit) {
        return Status::Hypothetical;
    }
    // "do not forget the murder of": what is not done about it.
    let denies = [
        "cause",
        "caused",
        "report",
        "reported",
        "result",
        "lead",
        "confirm",
        "confirmed",
        "order",
        "ordered",
        "commit",
        "committed",
        "claim",
        "be",
    ];
    let about = clause.is_noun(unit)
        && clause.before(unit).and_then(|n| clause.verb(n)?.main).is_some_and(|main| !clause.reading.is_any(main, &denies));
    let negated = (group.negated || negated) && !about && !denial::is_emphasis(clause, unit);
    if negated && denial::is_of_no_fact(clause, unit) {
        return Status::Hypothetical;
    }
    if negated || denial::is_denied(clause, unit) && !denies_part(clause, unit) {
        return Status::Denied;
    }
    // "would later die" tells what came to be.
    let came = here.iter().any(|at| clause.reading.is_any(at, &["later", "eventually", "subsequently"]));
    if modal && came {
        return Status::Asserted;
    }
    if modal && !(may && (group.have || group.be && clause.reading.is_any(here.first() + 1, &["have", "be"]))) {
        return if may && has_have(clause, unit) { Status::Feared } else { Status::Hypothetical };
    }
    if may && modal {
        return Status::Feared;
    }
    if is_doubted(clause, unit) || is_suspected(clause, unit) {
        return Status::Feared;
    }
    // "went on to kill two"
    let went_on = clause.before(unit).is_some_and(|n| clause.says(n, &["on"]) && n > 0 && clause.says(n - 1, &["went", "goes", "going"]));
    // "the third to die"
    let counts = group.to
        && !group.modal
        && clause.subject(unit).filter(|&n| clause.count(n).is_some()).is_some_and(|n| {
            let ranks =
                ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest", "last", "only"];
            clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &ranks))
        });
    // "used a rifle to kill nine", "deployed vans to kill"
    let tool = clause.before(unit).filter(|&n| clause.is_noun(n)).and_then(|n| clause.before(n)).and_then(|n| clause.verb(n));
    let tools = ["used", "using", "deployed", "fired", "drove", "detonated", "employed"];
    let wielded = tool.is_some_and(|v| !v.modal && !v.to && !v.negated && v.main.is_some_and(|m| clause.reading.is_any(m, &tools)));
    let wished = group.to
        && !wielded
        && !went_on
        && !counts
        && !clause.before(unit).is_some_and(|n| {
            clause.says(n, &["managed", "helped", "went", "back", "able", "came", "used", "began", "continued", "proceeded"])
        });
    if wished && (said_before(clause, unit, words.unreal, 8) || group.form == Some(Form::Base) && !group.be) {
        return Status::Hypothetical;
    }
    let planned = group.form == Some(Form::Ing) && said_before(clause, unit, words.unreal, 3);
    if planned || willed::is_willed(clause, unit) || in_condition(clause, unit) {
        return Status::Hypothetical;
    }
    let sentence = clause.sentence;
    let near = TokenRange::new(here.first().saturating_sub(8).max(sentence.first()), (here.end() + 4).min(sentence.end()));
    // "the reported arrest of"
    // "are reported dead"
    let told = clause.before(unit).and_then(|n| clause.verb(n)).filter(|v| v.be).and_then(|v| v.main);
    let reported = clause.is_noun(unit) && here.iter().any(|at| clause.reading.is(at, "reported"))
        || clause.kind(unit) == Some(Kind::State) && told.is_some_and(|main| clause.reading.is(main, "reported"));
    let hearsay = |at: usize| {
        clause.reading.phrase(at, words.hearsay).is_some_and(|p| !claims_lives(clause, at) && !is_known_before(clause, p.tokens, unit))
    };
    if reported || near.iter().any(hearsay) { Status::Claimed } else { Status::Asserted }
}

/// "The crash [claimed] five lives", "claimed responsibility for": not somebody's word against others'.
fn claims_lives(clause: &Clause<'_>, at: usize) -> bool {
    let claims = clause.reading.is_any(at, &["claim", "claims", "claimed", "claiming"]);
    claims && (at + 1..at + 6).any(|at| clause.reading.is_any(at, &["life", "lives", "responsibility", "credit"]))
}

/// "denied any role in the murder of": the murder is not what is denied.
fn denies_part(clause: &Clause<'_>, unit: usize) -> bool {
    let part = ["involvement", "role", "responsibility", "part", "links", "complicity", "insisted", "insists", "ordering", "knowing"];
    let first = clause.tokens(unit).first();
    clause.is_noun(unit) && (first.saturating_sub(12).max(clause.sentence.first())..first).any(|at| clause.reading.is_any(at, &part))
}

/// "could lead to 300 deaths", "a prediction of 300 deaths", "300 deaths could be prevented": a noun's harm that did not come.
fn is_forecast(clause: &Clause<'_>, unit: usize) -> bool {
    let goes_on = |n: &usize| matches!(clause.kind(*n), Some(Kind::Noun | Kind::Preposition | Kind::Adverb | Kind::Verb(_)));
    let mut before = (unit.saturating_sub(5)..unit).rev().take_while(goes_on);
    let comes = [
        "lead",
        "cause",
        "result",
        "contribute",
        "mean",
        "bring",
        "exceed",
        "reach",
        "see",
        "total",
        "top",
        "produce",
        "cost",
        "yield",
        "restore",
        "reinstate",
        "resume",
        "allow",
        "permit",
        "authorise",
        "authorize",
        "enable",
        "require",
        "trigger",
        "spark",
        "provoke",
    ];
    // "may indict the guard for": a verb that no list knows opens what looks like a noun phrase.
    let brings = |n: usize| clause.says(n + 1, &comes) || !clause.is_noun(n + 1) || clause.says(n + 2, &["to"]);
    let modal = before
        .find_map(|n| Some((n, clause.verb(n)?)))
        .is_some_and(|(n, v)| v.modal && !v.have && v.main.map_or_else(|| v.be || brings(n), |main| clause.reading.is_any(main, &comes)));
    let first = clause.tokens(unit).first();
    let guess = [
        "predicted",
        "predicts",
        "predict",
        "predicting",
        "prediction",
        "forecast",
        "forecasts",
        "projected",
        "projects",
        "projection",
        "projecting",
        "predictions",
        "projections",
    ];
    let guessed =
        (first.saturating_sub(GUESS).max(clause.sentence.first())..clause.tokens(unit).end()).any(|at| clause.reading.is_any(at, &guess));
    let spared = (unit + 1..unit + 6)
        .find_map(|n| clause.verb(n))
        .is_some_and(|v| v.modal && v.main.is_some_and(|m| clause.reading.is_any(m, &["prevented", "avoided", "averted", "saved"])));
    let stop = ["avert", "prevent", "avoid", "averting", "preventing", "avoiding", "averted", "prevented", "avoided"];
    // "failing to prevent the killing of"
    let fails = ["fail", "fails", "failed", "failing", "failure", "unable", "late", "not"];
    let failed = first > 2 && clause.reading.is(first - 2, "to") && clause.reading.is_any(first - 3, &fails);
    let averted = first > 0 && !failed && clause.reading.is_any(first - 1, &stop);
    modal || guessed || spared || averted
}

/// Negation and modal verbs of the groups that stand right before: "may have been" [killed]; "is not" [dead].
fn chain(clause: &Clause<'_>, unit: usize) -> (bool, bool, bool) {
    let (mut negated, mut modal, mut may) = (false, false, false);
    let mut at = unit;
    for _ in 0..4 {
        if let Some(group) = clause.verb(at) {
            negated |= group.negated;
            modal |= group.modal;
            may |= group.modal && clause.tokens(at).iter().take(3).any(|t| clause.reading.is_any(t, &["may", "might"]));
        } else if at != unit && clause.kind(at) != Some(Kind::State) && clause.kind(at) != Some(Kind::And) {
            break;
        }
        match clause.before(at) {
            Some(left) => at = left,
            None => break,
        }
    }
    (negated, modal, may)
}

/// "could have killed dozens and [wounded] hundreds": the verb before, whose auxiliaries serve both.
fn shares_auxiliary(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    clause.verb(unit).filter(|v| !v.is_finite() && !v.to && v.main.is_some())?;
    let and = clause.before(unit).filter(|&n| clause.kind(n) == Some(Kind::And))?;
    let verb =
        (and.saturating_sub(8)..and).rev().find(|&n| !matches!(clause.kind(n), Some(Kind::Noun | Kind::Preposition | Kind::Adverb)))?;
    // "to kill guards and [slaughter] survivors"
    let shares = |v: VerbGroup| v.modal || v.to && clause.verb(unit).is_some_and(|v| v.form == Some(Form::Base));
    clause.harm_of(verb).filter(|_| clause.verb(verb).is_some_and(shares)).map(|_| verb)
}

fn has_have(clause: &Clause<'_>, unit: usize) -> bool {
    clause.tokens(unit).iter().any(|at| clause.reading.is(at, "have"))
        || clause.before(unit).is_some_and(|n| clause.tokens(n).iter().any(|at| clause.reading.is(at, "have")))
}

/// "feared", "believed to have been": right before the verb, or before its subject.
pub(super) fn is_doubted(clause: &Clause<'_>, unit: usize) -> bool {
    let here = clause.tokens(unit);
    let first = here.first().saturating_sub(3).max(clause.sentence.first());
    TokenRange::new(first, here.end()).iter().any(|at| clause.reading.phrase(at, clause.words.doubt).is_some())
}

/// "They suspect that Karel was killed"
fn is_suspected(clause: &Clause<'_>, unit: usize) -> bool {
    let suspects = ["suspected", "suspects", "suspect", "feared", "fears", "fear"];
    let that = clause.subject(unit).and_then(|n| clause.before(n)).filter(|&n| clause.says(n, &["that"]));
    // "expressed hope that they had killed"
    let hopes = ["hope", "hopes", "hoped", "fear", "fears", "suspicion", "suspicions"];
    if that.is_some_and(|n| clause.reading.is_any(clause.tokens(n).first().saturating_sub(1), &hopes)) {
        return true;
    }
    let verb = that.and_then(|n| clause.before(n)).and_then(|n| clause.verb(n));
    verb.filter(|v| !v.be).and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &suspects))
}

fn said_before(clause: &Clause<'_>, unit: usize, class: Class, far: usize) -> bool {
    let end = clause.tokens(unit).first();
    let first = end.saturating_sub(far).max(clause.sentence.first());
    (first..end).rev().take_while(|&at| !clause.reading.is_any(at, &[";", "but"])).any(|at| clause.reading.phrase(at, class).is_some())
}

/// "if ...", "unless ..." opens the clause; "if true" the sentence.
fn in_condition(clause: &Clause<'_>, unit: usize) -> bool {
    let first = clause.sentence.first();
    let unsure = ["true", "confirmed", "verified"];
    if (first..first + 2).any(|at| clause.reading.is(at, "if") && clause.reading.is_any(at + 1, &unsure)) {
        return true;
    }
    // "in cases where a guard is killed"
    let opens = |n: usize| clause.says(n, &["where", "when"]) || clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["in"]);
    let cases = |n: usize| {
        let last = clause.tokens(n.saturating_sub(1)).end().saturating_sub(1);
        opens(n) && n > 0 && clause.reading.is_any(last, &["cases", "instances", "situations", "occasions", "event"])
    };
    (unit.saturating_sub(10)..unit)
        .rev()
        .take_while(|&n| !matches!(clause.kind(n), Some(Kind::Stop | Kind::Comma)))
        // "whether Karel left before he was shot"
        .take_while(|&n| !(clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["before", "after"])))
        .any(|n| clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["if", "unless", "whether"]) || cases(n))
}

/// Whether the claim is told in passing, as what another clause is about: "suspected of killing", "in protest at the death of".
pub(super) fn is_background(clause: &Clause<'_>, unit: usize) -> bool {
    let event = clause.is_noun(unit) || clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing) && !v.be);
    let words = [
        "of",
        "for",
        "over",
        "against",
        "about",
        "into",
        "to",
        "with",
        "on",
        "despite",
        "avenge",
        "mourn",
        "condemn",
        "condemned",
        "investigating",
        "condemning",
        "protesting",
        "claimed",
        "deny",
        "denied",
        "avenging",
        "mourning",
        "investigate",
    ];
    let led = clause.before(unit).is_some_and(|n| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &words)));
    let results = clause.before(unit).and_then(|n| clause.before(n)).is_some_and(|n| {
        clause.tokens(n).iter().any(|at| {
            clause.reading.is_any(
                at,
                &[
                    "led",
                    "resulted",
                    "leading",
                    "resulting",
                    "lead",
                    "result",
                    "leads",
                    "results",
                    "number",
                    "toll",
                    "total",
                    "reports",
                    "report",
                    "contributed",
                ],
            )
        })
    });
    // "was treated after being shot"
    let dated = clause.says(unit, &["being"]) && clause.before(unit).is_some_and(|n| clause.says(n, &["after", "before"]));
    event && led && !results || dated
}
