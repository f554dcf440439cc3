//! Whose deed it was, where the harm is told by a noun or by what did it: "the police killing of", "mines laid by the Front".

use super::causes::is_cause;
use super::clause::Clause;
use super::doers::{accused, agent_behind, is_doer, noun_with_of};
use super::kind::{Form, Kind};
use crate::text::{Case, TokenRange};

/// Whose deed the harm at `unit` was.
pub(super) fn whose(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    owner(clause, unit)
        .or_else(|| agent_behind(clause, unit).filter(|_| clause.is_noun(unit)))
        .or_else(|| charged(clause, unit))
        .or_else(|| responsible(clause, unit))
        .or_else(|| by_doing(clause, unit))
        .or_else(|| of_cause(clause, unit))
}

/// "the [police] killing of", "[Norland's] killing of": whose deed it was.
fn owner(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let tokens = clause.tokens(unit);
    let last = tokens.end().checked_sub(1)?;
    if !clause.is_noun(unit) || clause.reading.phrase(last, clause.words.deed).is_none() || !clause.says(unit + 1, &["of"]) {
        return None;
    }
    let owns = |at: usize| clause.reading.is_any(at, &["'s", "’s"]);
    let acts = |at: usize| clause.reading.is_any(at, &["police", "army", "military", "rebel", "u.s.", "us", "u.s"]);
    let from = tokens.iter().find(|&at| clause.reading.phrase(at, clause.words.determiner).is_none())?;
    let end = if last > from && owns(last - 1) { last - 1 } else { last };
    let named = end < last && clause.reading.token(from).is_some_and(|t| t.case != Case::Lower);
    let whole = end > from && (named || (from..end).all(|at| acts(at) || clause.reading.is(at, ".")));
    whole.then(|| TokenRange::new(from, end))
}

/// "[An officer] was convicted of the murder of"
fn charged(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let (who, _) = accused(clause, unit)?;
    who.filter(|who| clause.unit_at(who.first()).is_some_and(|n| is_doer(clause, n)))
}

/// "[The warlord] is responsible for the deaths of"
fn responsible(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let left = clause.before(unit).filter(|&n| clause.says(n, &["for"]))?;
    let state = clause
        .before(left)
        .filter(|&n| clause.says(n, &["responsible"]) || clause.tokens(n).iter().any(|at| clause.reading.is(at, "responsible")))?;
    let verb = if clause.verb(state).is_some() {
        state
    } else {
        clause.before(state).filter(|&n| clause.verb(n).is_some_and(|v| v.be && !v.negated))?
    };
    doer(clause, clause.subject(verb)?)
}

/// "[A gunman] retaliating by killing two", "By killing two, [the gunman] has shown", "Osei said by killing two, [he] had".
fn by_doing(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    clause.verb(unit).filter(|v| v.form == Some(Form::Ing) && !v.be)?;
    let by = clause.before(unit).filter(|&n| clause.says(n, &["by"]))?;
    if by == 0 || clause.is_speech(by - 1) || clause.says(by - 1, &["that"]) || clause.kind(by - 1) == Some(Kind::Comma) {
        let told = |n: &usize| clause.kind(*n) == Some(Kind::Comma) && clause.verb(n + 2).is_some_and(|v| v.is_finite());
        return doer(clause, (unit + 1..unit + 14).find(told)? + 1);
    }
    let verb = (by.saturating_sub(6)..by).rev().find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    doer(clause, clause.subject(verb)?)
}

/// Who did what did the harm: "mines laid by [the Front] killed", "the raid that killed two was carried out by [the Front]",
/// "[Karel] set off the bomb that killed".
fn of_cause(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let subject = clause.subject(unit).filter(|&n| is_cause(clause, n))?;
    let laid = (subject + 1..unit).take(6).find(|&n| clause.says(n, &["by"]));
    let relative = clause.before(unit).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    let passive = || {
        let verb = (unit + 1..unit + 10).find(|&n| clause.verb(n).is_some_and(|v| v.be && v.main.is_some()))?;
        let main = clause.verb(verb)?.main.filter(|&main| clause.reading.phrase(main, clause.words.wield).is_some())?;
        (verb + 1..verb + 4).find(|&n| clause.says(n, &["by"]) && main < clause.tokens(n).first())
    };
    if let Some(by) = laid.or_else(|| if relative { passive() } else { None }) {
        return doer(clause, by + 1);
    }
    if !relative {
        return None;
    }
    // "Karel and Venn were responsible for the attack that killed"
    let left = clause.before(subject)?;
    let charged =
        clause.says(left, &["for"]) && left > 1 && (clause.says(left - 1, &["responsible"]) || clause.says(left - 2, &["responsible"]));
    let verb = (left.saturating_sub(3)..=left).rev().find(|&n| clause.verb(n).is_some())?;
    let wields = clause.verb(verb).filter(|v| !v.be && !v.negated)?.main;
    let wields = wields.is_some_and(|main| clause.reading.phrase(main, clause.words.wield).is_some()) && verb == left;
    if wields || charged { doer(clause, clause.subject(verb)?) } else { None }
}

/// The noun phrase at `unit`, where it can do something.
pub(super) fn doer(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    is_doer(clause, unit).then(|| noun_with_of(clause, unit))
}

#[cfg(test)]
mod tests {
    use super::super::tests::doer;
    use crate::extract::Extractors;

    #[test]
    fn who_did_it_is_told_in_many_ways() {
        let extractors = Extractors::new().unwrap();
        for (text, who) in [
            ("Dana Karel, 34, is accused of killing nine farmers.", "Dana Karel"),
            ("A man accused of the murder of nine farmers was tried.", "A man"),
            ("Gunmen armed with rifles killed nine farmers.", "Gunmen"),
            ("A man wielding an axe killed nine farmers.", "A man"),
            ("The rebels took nine farmers hostage.", "The rebels"),
            ("A militia attack on Orlik killed nine farmers.", "militia"),
        ] {
            assert_eq!(doer(&extractors, text), who, "{text}");
        }
    }

    #[test]
    fn by_doing_names_the_clause_own_subject() {
        let extractors = Extractors::new().unwrap();
        for (text, who) in [
            ("By killing nine farmers, the militia has shown its face.", "the militia"),
            ("Osei told the crowd that by killing nine farmers, the militia had shown its face.", "the militia"),
        ] {
            assert_eq!(doer(&extractors, text), who, "{text}");
        }
    }
}
