//! With what, or in what, where no noun of the sentence names it: the verb that does ("were stabbed", "opened fire on a bus,
//! killing nine"), or what a verb sends down ("the MV Orla capsized and nine drowned").

use super::causes::is_setting;
use super::claim::{Claim, Harm};
use super::clause::Clause;
use super::doers::is_vehicle;
use super::kind::Kind;
use crate::rules::Reading;
use crate::text::{Case, TokenRange};

/// Units before and behind a harm in which its means are sought.
const BEFORE: usize = 14;
const BEHIND: usize = 10;

/// The verb that tells with what a claim's harm was done, or what was wrecked in it.
pub(super) fn of_verb(clause: &Clause<'_>, claim: &Claim) -> Option<TokenRange> {
    if matches!(claim.harm, Harm::Detained | Harm::Abducted | Harm::Affected | Harm::Missing) {
        return wrecked(clause, clause.unit_at(claim.trigger)?).filter(|_| claim.harm == Harm::Missing);
    }
    let unit = clause.unit_at(claim.trigger)?;
    let fits = |n: usize| means(clause, n).filter(|_| claim.harm != Harm::Displaced || clause.harm_of(n).is_none());
    let own = fits(unit);
    let others =
        |n: &usize| clause.harm_of(*n).is_none() || !(unit..*n).any(|m| clause.kind(m) == Some(Kind::And) && clause.is_noun(m + 1));
    own.or_else(|| behind(clause, unit).filter(others).find_map(fits))
        .or_else(|| before(clause, unit).find_map(fits))
        .or_else(|| wrecked(clause, unit))
}

/// The units behind the harm at `unit` that still tell of it: "were killed when their convoy was [ambushed]".
fn behind(clause: &Clause<'_>, unit: usize) -> impl Iterator<Item = usize> {
    let turns = move |n: usize| match clause.kind(n) {
        Some(Kind::Stop | Kind::But | Kind::Relative) | None => true,
        Some(Kind::Subordinate) => !clause.says(n, &["when", "after", "as"]),
        // "Nine were killed and two were hurt when a man opened fire"
        Some(Kind::And) => clause.is_noun(n + 1) && clause.verb(n + 2).is_some() && clause.harm_of(n + 2).is_none(),
        _ => false,
    };
    (unit + 1..unit + BEHIND).take_while(move |&n| !turns(n))
}

/// Those before it, from the nearest: "[ambushed] a convoy, killing".
fn before(clause: &Clause<'_>, unit: usize) -> impl Iterator<Item = usize> {
    let turns = move |n: usize| match clause.kind(n) {
        Some(Kind::Stop | Kind::But | Kind::Relative) | None => true,
        Some(Kind::Subordinate) => clause.says(n, &["before", "since", "because", "although", "though", "while", "if"]),
        _ => clause.is_speech(n),
    };
    (unit.saturating_sub(BEFORE)..unit).rev().take_while(move |&n| !turns(n)).filter(move |&n| !is_aside(clause, n, unit))
}

/// "Karel, who was [shot] in May, died": in a relative clause that ends before the harm.
fn is_aside(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    let opens = (n.saturating_sub(6)..n).rev().take_while(|&m| clause.kind(m) != Some(Kind::Comma));
    // "A cook was [shot] dead and two clerks were hurt": what another was harmed by.
    let own = || clause.subject(unit);
    let other = || (n..unit).any(|m| clause.kind(m) == Some(Kind::And) && own().is_some_and(|subject| subject > m));
    if clause.harm_of(n).is_some() && other() {
        return true;
    }
    let relative = opens.into_iter().any(|m| clause.kind(m) == Some(Kind::Relative));
    relative && (n..unit).any(|m| clause.kind(m) == Some(Kind::Comma))
}

/// "shot", "opened fire": what the verb at `unit` names.
fn means(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let verb = clause.verb(unit).filter(|v| !v.negated && !v.modal && !v.to)?;
    let phrase = of_tokens(clause.reading, TokenRange::new(verb.main?, clause.tokens(unit).end().max(verb.main? + 2)))?;
    // "shot back", "shot down a bill"
    let other = clause.reading.is_any(phrase.end(), &["back", "video", "footage", "film", "photos", "pictures", "up"]);
    (!other).then_some(phrase)
}

/// The first words in `tokens` that name means.
fn of_tokens(reading: &Reading<'_>, tokens: TokenRange) -> Option<TokenRange> {
    tokens.iter().take(4).find_map(|at| reading.phrase_named(at, "harm_means")).map(|phrase| phrase.tokens)
}

/// Whether a cause is a verb, and whether somebody does it on purpose.
pub(super) fn is_deed(reading: &Reading<'_>, cause: TokenRange) -> bool {
    reading.phrase_named(cause.first(), "harm_means").is_some_and(|p| p.tokens == cause && reading.column(p, "kind") != "mishap")
}

/// "[The MV Orla] capsized and nine drowned", "all 62 were killed when [the airliner] crashed": what a verb sends down.
fn wrecked(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let sent = |n: usize| {
        let main = clause.verb(n).filter(|v| !v.negated && !v.modal && !v.to)?.main?;
        // "a canoe hit a rock"
        let hit = clause.reading.phrase(main, clause.words.collide).is_some();
        let wreck = |s: usize| if hit { is_craft(clause, s) } else { is_wreck(clause, s) };
        clause.reading.phrase(main, clause.words.wreck).or_else(|| clause.reading.phrase(main, clause.words.collide))?;
        let subject = clause.subject(n).filter(|&s| clause.is_noun(s) && wreck(s))?;
        Some(clause.tokens(subject))
    };
    let from = unit.saturating_sub(BEFORE);
    let stops = |n: &usize| !matches!(clause.kind(*n), Some(Kind::Stop) | None);
    let left = (from..unit).rev().take_while(stops).find_map(sent);
    left.or_else(|| (unit + 1..unit + BEHIND).take_while(stops).find_map(sent))
}

/// "a canoe": what carries people.
fn is_craft(clause: &Clause<'_>, unit: usize) -> bool {
    let last = clause.tokens(unit).end().saturating_sub(1);
    let vehicle = clause.reading.phrase(last, clause.words.thing).is_some_and(|p| clause.reading.column(p, "kind") == "vehicle");
    vehicle || is_vehicle(clause, unit)
}

/// What carries people, holds water or stands over them: "an airliner", "rivers", "the MV Orla".
fn is_wreck(clause: &Clause<'_>, unit: usize) -> bool {
    let tokens = clause.tokens(unit);
    let last = tokens.end().saturating_sub(1);
    let water = clause.reading.is_any(last, &["river", "rivers", "dam", "dams", "dyke", "levee", "embankment", "reservoir", "lake"]);
    let named = tokens.len() > 1
        && tokens.iter().take(2).any(|at| clause.reading.is_any(at, &["mv", "ms", "ss", "flight"]))
        && clause.reading.token(last).is_some_and(|token| token.case != Case::Lower);
    water || named || is_setting(clause, unit) || is_craft(clause, unit)
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn a_verb_tells_with_what() {
        let extractors = Extractors::new().unwrap();
        for (text, want) in [
            ("Nine clerks were shot dead.", "shot"),
            ("A man stabbed two clerks to death.", "stabbed"),
            ("Rebels ambushed a convoy near Orlik, killing nine soldiers.", "ambushed"),
            ("The soldiers were killed when their convoy was ambushed.", "ambushed"),
            ("Gunmen opened fire on a bus, killing nine clerks.", "opened fire"),
            ("A pilot was killed when his helicopter was shot down.", "shot down"),
            ("A worker was trampled to death.", "trampled"),
            // What is sent down.
            ("The MV Orla capsized and at least 500 people drowned.", "The MV Orla"),
            ("An airliner crashed on Monday and all 62 on board were killed.", "An airliner"),
            ("Rivers burst their banks and about 700 people died.", "Rivers"),
            // A noun names it, or it is that of another harm.
            ("A clerk was stabbed with a sword.", "a sword"),
            ("Police shot a man who had killed two clerks.", "-"),
            ("A cook was shot dead and two clerks were hurt.", "-"),
            ("Dana Karel, who was shot in May, was killed on Monday.", "-"),
            ("Police arrested a man who stabbed a cook.", "stabbed"),
            ("Talks collapsed and two clerks were killed.", "-"),
        ] {
            let document = Document::new(text.to_owned());
            let mut reading = extractors.read(&document);
            let claims = extractors.extract(&mut reading, None).claims;
            let cause = claims.last().unwrap().cause.map_or("-", |cause| document.words(cause));
            assert_eq!(cause, want, "{text}");
        }
    }
}
