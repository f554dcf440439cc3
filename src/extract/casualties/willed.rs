//! Harm that is wanted and not done: asked for, proposed, opposed, banned, talked of.
//!
//! "They called for the arrest of 12 clerks", "She opposes executing two guards", "a warrant for the arrest of", "joked about
//! killing two": what governs the deed says that it is a matter of will. "An inquiry into the killing of two" is about a deed
//! that was done, and so is "protested against the killing of two".

use super::clause::Clause;
use super::kind::Form;

/// Words between what governs a deed and the deed: "opposes [the] execution", "talked about [maybe] killing".
const BETWEEN: usize = 1;

/// How far the governor of a deed reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Over deeds and doings: "opposed the execution of two", "opposed executing two".
    Deed,
    /// Over doings alone: "talked of killing two"; "talked of the killing of two" is about what was done.
    Doing,
    /// Over deeds as such: "laws against the killing of prisoners".
    Kind,
}

/// Whether the harm at `unit` is only what somebody wants, or does not want.
pub(super) fn is_willed(clause: &Clause<'_>, unit: usize) -> bool {
    match reach(clause, unit) {
        Some(Reach::Deed) => true,
        Some(Reach::Doing) => is_doing(clause, unit),
        _ => is_subjunctive(clause, unit),
    }
}

/// Whether it is so of nobody in particular: "calls for killing rebels", "a motion against killings of farmers".
pub(super) fn is_of_a_kind(clause: &Clause<'_>, unit: usize) -> bool {
    is_willed(clause, unit) || reach(clause, unit) == Some(Reach::Kind)
}

fn reach(clause: &Clause<'_>, unit: usize) -> Option<Reach> {
    if !clause.is_noun(unit) && !is_doing(clause, unit) {
        return None;
    }
    let reading = clause.reading;
    let end = clause.tokens(unit).first();
    let first = end.saturating_sub(4).max(clause.sentence.first());
    let governor = (first..end).find_map(|at| {
        let phrase = reading.phrase(at, clause.words.will)?;
        (phrase.tokens.end() <= end && phrase.tokens.end() + BETWEEN >= end).then_some(phrase)
    })?;
    let between = governor.tokens.end()..end;
    if !between.into_iter().all(|at| reading.phrase(at, clause.words.adverb).is_some()) {
        return None;
    }
    Some(match reading.column(governor, "kind") {
        "doing" => Reach::Doing,
        "any" => Reach::Kind,
        "arrest" if !is_ordered(clause, unit) => return None,
        _ => Reach::Deed,
    })
}

/// "a warrant for the [arrest] of", not "for the [murder] of", which was done.
fn is_ordered(clause: &Clause<'_>, unit: usize) -> bool {
    let last = clause.tokens(unit).end().saturating_sub(1);
    let ordered = ["arrest", "arrests", "apprehension", "capture", "detention", "execution", "executions"];
    is_doing(clause, unit) || clause.reading.is_any(last, &ordered)
}

fn is_doing(clause: &Clause<'_>, unit: usize) -> bool {
    clause.verb(unit).is_some_and(|v| v.form == Some(Form::Ing) && !v.be && !v.have)
}

/// "demand that two guards [be executed]"
pub(super) fn is_subjunctive(clause: &Clause<'_>, unit: usize) -> bool {
    let bare = clause.verb(unit).is_some_and(|v| v.be && v.main.is_some() && !v.modal && !v.to && !v.have && v.form != Some(Form::Ing));
    bare && clause.says(unit, &["be"])
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_is_wanted_is_not_done() {
        check(&[
            ("Venn called for the arrest of 12 clerks.", &["detained 12/12/12 hypothetical"]),
            ("Venn calls for rounding up 3,000 clerks.", &["detained 3000/3000/3000 hypothetical"]),
            ("The agency issued notices for the capture of nine clerks.", &["detained 9/9/9 hypothetical"]),
            ("A judge signed a warrant for the arrest of nine clerks.", &["detained 9/9/9 hypothetical"]),
            ("She opposes the execution of two guards.", &["killed 2/2/2 hypothetical"]),
            ("They demand that nine rebels be executed.", &["killed 9/9/9 hypothetical"]),
            ("He joked about killing two judges.", &["killed 2/2/2 hypothetical"]),
            // Of nobody in particular.
            ("He calls for killing rebels. Rules against killing prisoners were made.", &[]),
            ("They passed a motion against targeted killings of farmers.", &[]),
            ("Venn wanted him hanged. We do not want clerks getting arrested.", &[]),
            // About what was done.
            ("They demanded an inquiry into the killing of two clerks.", &["killed 2/2/2"]),
            ("They protested against the killing of two clerks.", &["killed 2/2/2"]),
            ("Police hold a warrant for the murders of two clerks.", &["killed 2/2/2"]),
            ("He talked about the killing of two clerks.", &["killed 2/2/2"]),
            ("They may indict the guard for the shooting death of Dana Karel.", &["killed 1/1/1"]),
        ]);
    }
}
