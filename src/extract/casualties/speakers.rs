//! Who says so: a verb of saying that the harm stands under, before or behind it, and who stands with that verb.

use super::clause::Clause;
use super::kind::{Form, Kind};
use super::presupposed::is_presupposed;
use super::quotations;
use super::sources::{behind, in_front, is_source};
use super::{doers, pronouns};
use crate::text::TokenRange;

/// Units to either side in which a speaker is sought.
const NEAR: usize = 40;

/// Who says so: "police said", "according to NAME"; of what stands in a quotation that goes on, who opened it.
pub(super) fn speaker(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let found = said(clause, unit).or_else(|| quotations::speaker(clause, unit))?;
    Some(pronouns::speaker_meant(clause, found).unwrap_or(found))
}

/// Whether the unit at `n` may tell who says something, or is a semicolon, which parts what is told from what is not.
fn may_tell(clause: &Clause<'_>, n: usize) -> bool {
    let classes = [clause.words.cites, clause.words.account, clause.words.speech];
    let tells = |main: usize| clause.reading.phrases_at(main).iter().any(|phrase| classes.contains(&phrase.class));
    clause.verb(n).and_then(|v| v.main).is_some_and(tells) || clause.says(n, &["according", ";"])
}

fn said(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let goes_on = |n: &usize| !clause.says(*n, &[";"]);
    let tellers = clause.tellers.get_or_init(|| (0..clause.units.len()).filter(|&n| may_tell(clause, n)).collect());
    let (before, behind_it) = tellers.split_at(tellers.partition_point(|&n| n <= unit));
    let before = before.iter().rev().copied().take_while(|n| n + NEAR >= unit).take_while(goes_on);
    let behind_it = behind_it.iter().copied().take_while(|&n| n < unit + NEAR).take_while(goes_on);
    for n in before.chain(behind_it) {
        if clause.says(n, &["according"]) && clause.is_noun(n + 1) {
            let whose = doers::noun_with_of(clause, n + 1);
            // "according to a report by [the union]"
            let by = clause.unit_at(whose.end()).filter(|&by| clause.says(by, &["by", "from"]) && clause.is_noun(by + 1));
            return Some(by.map_or(whose, |by| whose.cover(doers::noun_with_of(clause, by + 1))));
        }
        let Some(how) = saying(clause, n, unit) else { continue };
        // ""We said so when a guard was hurt," said Karel": who tells it is somebody else.
        if clause.before(n).is_some_and(|s| clause.says(s, &["we", "i", "you"])) {
            continue;
        }
        if n < unit && is_presupposed(clause, n, unit) {
            return None;
        }
        if how == Saying::Cites {
            let cited = Some(n + 1).filter(|&o| is_source(clause, o)).map(|o| doers::noun_with_of(clause, o));
            if cited.is_some() {
                return cited;
            }
            continue;
        }
        // "When Karel died, Venn said the town ...": what is said stands behind.
        let told = clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &["told", "tells", "telling"]));
        let next = clause.after(n).and_then(|next| clause.kind(next));
        let ends = matches!(next, Some(Kind::Stop | Kind::Comma | Kind::Preposition | Kind::Close | Kind::And | Kind::But) | None);
        let says_other = n > unit && !told && !ends || clause.says(n, &["spoke", "speaking", "spoken"]);
        let opens = matches!(clause.kind(n.saturating_sub(1)), Some(Kind::Comma | Kind::Quote | Kind::Stop));
        // ", said Karel": who says it stands behind.
        let turned = opens && !told && clause.is_noun(n + 1) && clause.verb(n + 2).is_none();
        let inverted = turned
            && clause.says(n, &["said", "says"])
            && matches!(clause.after(n + 1).and_then(|m| clause.kind(m)), Some(Kind::Stop | Kind::Comma | Kind::Preposition) | None);
        // "The toll varies, with activists reporting 12 dead"
        let reports =
            clause.before(n).is_some_and(|s| s > 0 && clause.says(s - 1, &["with"])) && (n + 1..n + 3).any(|m| clause.is_counted(m));
        let found = match () {
            () if turned && (n > unit || inverted) && is_source(clause, n + 1) => behind(clause, n),
            () if says_other && !reports => None,
            () => in_front(clause, n).filter(|&found| !is_befallen(clause, unit, found)),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether what is found is who was harmed, or the harm itself.
fn is_befallen(clause: &Clause<'_>, unit: usize, found: TokenRange) -> bool {
    let befallen = clause.verb(unit).filter(|v| v.be).and_then(|_| clause.subject(unit));
    // "12 cases, 7 deaths reported"
    let harm = clause.reading.phrase_named(found.end().saturating_sub(1), "harm_count").is_some();
    harm || found == clause.tokens(unit) || befallen.is_some_and(|n| found.overlaps(clause.tokens(n)) && clause.is_noun(n))
}

/// How a verb tells what somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Saying {
    /// "said", "counted"
    Says,
    /// "citing officials", "quoted Karel as saying"
    Cites,
}

/// How the verb at `n` tells the harm at `unit`; none where it tells nothing of it.
fn saying(clause: &Clause<'_>, n: usize, unit: usize) -> Option<Saying> {
    let verb = clause.verb(n).filter(|_| n != unit)?;
    let main = verb.main?;
    let reading = clause.reading;
    if reading.phrase(main, clause.words.cites).is_some() {
        return Some(if verb.be && verb.form != Some(Form::Ing) { Saying::Says } else { Saying::Cites });
    }
    // "A report found that 12 had died", "the ward counted 12 dead"
    let account = reading.phrase(main, clause.words.account).is_some_and(|phrase| {
        let that = reading.is(clause.tokens(n).end(), "that");
        if reading.column(phrase, "kind") == "that" { that } else { n < unit && (that || clause.is_noun(n + 1)) }
    });
    // "claim the right", "claimed responsibility"
    let claims = clause.tokens(n).iter().any(|at| reading.is_any(at, &["claim", "claims", "claimed", "claiming"]))
        && (clause.is_noun(unit) && n < unit
            || clause.says(n + 1, &["responsibility"])
            || clause.is_noun(n + 1) && !(n + 2..n + 6).any(|m| clause.verb(m).is_some()));
    let says = account || reading.phrase(main, clause.words.speech).is_some() && !reading.is_any(main, &["vowed", "vows"]);
    let passive = verb.be && verb.form != Some(Form::Ing);
    // "blamed the rebels for the murder of": the murder is not what is said.
    let blames = clause.is_noun(unit) && clause.tokens(n).iter().any(|at| reading.is_any(at, &["blamed", "blames", "blame", "blaming"]));
    let other = claims || blames || passive || verb.to || verb.modal && verb.have;
    (says && !other).then_some(Saying::Says)
}
