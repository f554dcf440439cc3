//! Whom "he", "they" and "it" speak of: who spoke, or who acted, in the same sentence or in those right before.

use super::causes::is_cause;
use super::claim::VictimClass;
use super::clause::Clause;
use super::doers::noun_with_of;
use super::kind::Kind;
use super::nouns;
use super::sources::{around, in_front, is_source};
use crate::text::TokenRange;

/// Sentences back that a pronoun may point.
const BACK: usize = 3;

/// Units before a pronoun in which the verb of its own clause's frame is sought.
const NEAR: usize = 8;

/// Who was spoken of before a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    /// Who spoke last.
    speaker: Option<TokenRange>,
    /// Who did harm last.
    armed: Option<TokenRange>,
    /// The one person that the last sentence is about.
    person: Option<TokenRange>,
    /// Who or what the last sentence is about.
    subject: Option<TokenRange>,
}

/// Who was spoken of before the sentence of `clause`.
pub(super) fn told_before(clause: &Clause<'_>) -> Told {
    let mut told = Told::default();
    let mut end = clause.sentence.first();
    for back in 0..BACK {
        let Some(last) = end.checked_sub(1) else { break };
        let before = Clause::new(clause.reading, clause.words, clause.reading.sentence(last));
        end = before.sentence.first();
        told.speaker = told.speaker.or_else(|| last_speaker(&before));
        if back == 0 {
            told.armed = armed(&before);
            let subject = subject_of_first(&before);
            told.subject = subject.filter(|&n| is_source(&before, n)).map(|n| noun_with_of(&before, n));
            told.person = subject.filter(|&n| is_one(&before, n)).map(|n| noun_with_of(&before, n));
        }
    }
    told
}

fn last_speaker(before: &Clause<'_>) -> Option<TokenRange> {
    let nominal = |found: &TokenRange| before.unit_at(found.first()).is_some_and(|n| before.is_noun(n));
    let spoke = (0..before.units.len()).rev().filter(|&n| before.is_speech(n)).take(4);
    spoke.into_iter().find_map(|n| around(before, n).filter(nominal))
}

fn subject_of_first(before: &Clause<'_>) -> Option<usize> {
    let verb = (0..before.units.len()).take(40).find(|&n| before.verb(n).is_some_and(|v| v.main.is_some()))?;
    before.subject(verb).filter(|&n| before.is_noun(n) && !is_cause(before, n))
}

fn is_one(clause: &Clause<'_>, unit: usize) -> bool {
    clause.count(unit).is_some_and(|c| c.best == Some(1) && c.words.is_none() && c.trust >= 0.7)
}

/// The subject of a sentence that attacks or harms, or is armed.
fn armed(before: &Clause<'_>) -> Option<TokenRange> {
    let arms = |class: VictimClass| matches!(class, VictimClass::Combatant | VictimClass::Police | VictimClass::Attacker);
    let class = |n: usize| nouns::count(before.reading, before.words, before.tokens(n)).map(|c| c.class);
    // "Police reservists who live nearby returned fire": who opens the sentence.
    let opens = Some(0).filter(|&n| before.is_noun(n) && class(n).is_some_and(arms));
    let subject = opens.or_else(|| subject_of_first(before))?;
    let attacks = |n: usize| {
        before.verb(n).filter(|v| !v.be).and_then(|v| v.main).is_some_and(|main| {
            before.reading.phrase(main, before.words.attack).is_some() || before.reading.phrase(main, before.words.harm_verb).is_some()
        })
    };
    let does = (subject + 1..before.units.len()).take(12).find(|&n| before.verb(n).is_some_and(|v| v.main.is_some())).is_some_and(attacks);
    let acts = nouns::can_act(before.reading, before.words, before.tokens(subject));
    (acts && (does || class(subject).is_some_and(arms))).then(|| noun_with_of(before, subject))
}

/// The speaker that a pronoun stands for; none where it is none, or where nobody spoke.
pub(super) fn speaker_meant(clause: &Clause<'_>, speaker: TokenRange) -> Option<TokenRange> {
    let unit = clause.unit_at(speaker.first()).filter(|&n| clause.kind(n) == Some(Kind::Pronoun))?;
    let told = clause.told_before();
    let one = clause.says(unit, &["he", "she"]);
    // "The agency called it baseless. It said two had died."
    let group = told.subject.filter(|_| clause.says(unit, &["it"]) && told.subject != told.person);
    group.or(told.speaker).or(told.person.filter(|_| one))
}

/// Whom the pronoun at `unit`, the subject of a verb that harms, stands for.
pub(super) fn doer_meant(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    if clause.kind(unit) != Some(Kind::Pronoun) {
        return None;
    }
    let group = clause.says(unit, &["they", "it"]);
    let one = clause.says(unit, &["he", "she"]);
    if !group && !one {
        return None;
    }
    // "The rebels said in reply that they had killed": whoever says so.
    let speech = (unit.saturating_sub(NEAR)..unit).rev().find(|&n| clause.is_speech(n));
    let nominal = |found: &TokenRange| clause.unit_at(found.first()).is_some_and(|n| clause.is_noun(n) && is_source(clause, n));
    let said = speech.filter(|_| group).and_then(|n| in_front(clause, n)).filter(nominal);
    let opens = (0..unit).all(|n| !clause.is_noun(n) && clause.verb(n).is_none());
    let told = || if group { clause.told_before().armed } else { clause.told_before().person };
    said.or_else(|| if opens { told() } else { None })
}
