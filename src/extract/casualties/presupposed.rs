//! Harm that the words of a speaker are only about: "asked about the raid that killed two", "denied the charge before he died".

use super::causes::is_cause;
use super::clause::Clause;
use super::kind::Kind;
use super::sources::is_named;
use crate::text::TokenRange;

/// Whether the harm is only what the words are about: "asked about the raid that killed two", "said that Karel's death".
pub(super) fn is_presupposed(clause: &Clause<'_>, speech: usize, unit: usize) -> bool {
    let between = || speech + 1..unit;
    let tells = |n: usize| clause.verb(n).is_some_and(|v| v.main.is_some() || v.be || v.have);
    // "denied the charge before he died", "announced a reform of the jails, in which 300 died": said was something else.
    let object = clause.after(speech).is_some_and(|n| clause.is_noun(n) && !is_cause(clause, n));
    let aside = |n: usize| match clause.kind(n) {
        Some(Kind::Subordinate) => clause.says(n, &["before", "after", "until", "when", "since", "in which", "in", "at", "during"]),
        Some(Kind::Relative) => !clause.says(n, &["that"]) && clause.before(n).is_some_and(|b| !is_cause(clause, b)),
        _ => false,
    };
    let that = between().any(|n| clause.says(n, &["that"]));
    if object && !that && between().take_while(|&n| !tells(n)).any(aside) {
        return true;
    }
    let definite = |n: usize| {
        let tokens = clause.tokens(n);
        clause.reading.is_any(tokens.first(), &["the", "this", "that", "these", "those", "his", "her", "their", "last"])
            || tokens.iter().any(|at| clause.reading.is_any(at, &["'s", "’s"]))
    };
    // "the raid that claimed nine lives"
    let leads = |n: usize| {
        let main = clause.verb(n).and_then(|v| v.main);
        main.is_some_and(|main| clause.reading.is_any(main, &["claimed", "left", "took", "cost", "caused"]))
    };
    // "the raid that killed two, including a guard"
    let relative = between().any(|r| {
        let head = clause.before(r).map_or(r, |b| if clause.kind(b) == Some(Kind::Comma) { b.saturating_sub(1) } else { b });
        let head = clause.root(head, true).unwrap_or(head);
        // "told the paper that two guards": no relative clause.
        let told = clause.says(r, &["that"]) && !(speech + 1..r).any(tells) && clause.says(speech, &["told", "tells", "telling"]);
        clause.kind(r) == Some(Kind::Relative)
            && !told
            && head > speech
            && (definite(head) || is_named(clause, head) && !clause.says(r, &["that"]))
            && (r + 1..unit).all(|n| !tells(n) || clause.harm_of(n).is_some() || leads(n))
    });
    // "[he] was moved after a raid that killed two", "nobody had seen her since she was abducted"
    let when = between().find(|&n| clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["after", "since", "before", "until"]));
    let own = |n: &usize| clause.says(*n, &["he", "she", "it"]);
    let ends = |w: usize| (w + 1..unit).all(|n| !tells(n) && !clause.says(n, &["that"])) && between().take_while(|&n| n < w).any(tells);
    let dated = when.is_some_and(|w| {
        let after = clause.says(w, &["after"]);
        let behind_relative =
            clause.before(unit).is_some_and(|n| clause.kind(n) == Some(Kind::Relative)) && (speech + 1..w).any(|n| own(&n));
        behind_relative || !after && ends(w)
    });
    // "said that greed was at play in the death of Karel", "said Karel's death was a loss"
    let last = clause.tokens(unit).end().saturating_sub(1);
    // A body that is found is what is told.
    let deed = clause.reading.phrase_named(last, "harm_event");
    let deed = deed.is_some_and(|phrase| clause.reading.column(phrase, "force") != "body");
    let loss = || {
        (unit + 1..unit + 6).take_while(|&n| clause.kind(n) != Some(Kind::Stop)).any(tells)
            && clause.before(unit).is_some_and(|n| n == speech || clause.says(n, &["that", "into", "over", "behind", "about", "following"]))
    };
    let event = clause.is_noun(unit) && definite(unit) && (between().any(tells) || deed && loss());
    // "The bill, which the council says would help, was"
    let inserted = clause.before(speech).and_then(|s| clause.before(s)).is_some_and(|n| clause.kind(n) == Some(Kind::Relative))
        && between().any(|n| clause.kind(n) == Some(Kind::Comma) && tells(n + 1));
    relative || dated || event || inserted
}

/// "a report that Venn, who was hurt in May, had sued", "reports that fuel was found on the bodies of two clerks": the report is
/// of something else that befell the victims, or was found on them.
pub(super) fn is_known_before(clause: &Clause<'_>, report: TokenRange, unit: usize) -> bool {
    let last = report.end().saturating_sub(1);
    let that = clause.reading.is(last, "that") || clause.reading.is(report.end(), "that");
    let Some(from) = clause.unit_at(last).filter(|&n| that && n < unit) else { return false };
    let Some(before) = clause.before(unit).filter(|&n| n > from + 1) else { return false };
    let who = clause.kind(before) == Some(Kind::Relative) && clause.says(before, &["who", "whom", "which"]);
    let told = || (from + 1..before).any(|n| clause.verb(n).is_some_and(|v| v.main.is_some()));
    let of = clause.is_noun(unit) && clause.says(before, &["on", "of", "over", "about", "for", "with", "from", "behind"]);
    who || of && told()
}

#[cfg(test)]
mod tests {
    use crate::extract::{Extractors, casualties::Status};
    use crate::text::Document;

    #[test]
    fn a_report_of_something_else_leaves_harm_told() {
        let extractors = Extractors::new().unwrap();
        for (text, status) in [
            ("A report that Orla Venn, the clerk who was killed in May, had sued was false.", Status::Asserted),
            ("Reports that fuel was found on the bodies of two clerks were false.", Status::Asserted),
            ("Reports that two clerks were killed reached Norvik.", Status::Claimed),
            ("Reports that a raid led to the deaths of two clerks reached Norvik.", Status::Claimed),
        ] {
            let document = Document::new(text.to_owned());
            let claims = extractors.extract(&mut extractors.read(&document), None).claims;
            assert_eq!(claims.first().map(|claim| claim.status), Some(status), "{text}");
        }
    }
}
