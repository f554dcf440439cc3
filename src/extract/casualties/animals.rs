//! Animals that a number or a pronoun stands for: "Two cubs were born, but one died", "The hippo came in May. He died."

use super::clause::{Clause, Victims};
use super::kind::Kind;
use super::words::Words;
use crate::rules::Reading;
use crate::text::Case;

/// Sentences back that a pronoun or a number may point.
const BACK: usize = 4;
/// Tokens back, at the most.
const FAR: usize = 120;

/// Words that are animals and much else.
const DOUBTFUL: [&str; 47] = [
    "bacteria", "bass", "bear", "bears", "birdie", "birdies", "bogey", "bug", "bugs", "cells", "cod", "coral", "corals", "crop", "crops",
    "duck", "ducks", "flies", "flower", "flowers", "fly", "game", "germ", "germs", "microbe", "microbes", "plants", "rice", "seal",
    "seals", "species", "steer", "steers", "tick", "ticks", "tree", "trees", "tumor", "tumors", "tumour", "tumours", "virus", "viruses",
    "weed", "weeds", "wheat", "zombie",
];

/// Whether the victims are animals told of before: what stands nearest before them are animals, and no people beside.
pub(super) fn are_meant(clause: &Clause<'_>, victims: &Victims) -> bool {
    let reading = clause.reading;
    let first = victims.tokens.first();
    let one = victims.tokens.len() == 1 && reading.is_any(first, &["he", "she", "him", "her"]);
    let other = |at: usize| reading.is_any(at, &["other", "others", "more"]);
    let bare = victims.count.words.is_some() && victims.count.victims.is_none_or(|v| v.iter().all(other));
    if !one && !bare || victims.members.len() > 1 {
        return false;
    }
    let (mut from, mut end) = (reading.sentence(first).first(), first);
    for _ in 0..if one { BACK } else { 2 } {
        if let Some(animals) = told(reading, clause.words, from.max(first.saturating_sub(FAR)), end, bare) {
            return animals;
        }
        let Some(last) = from.checked_sub(1) else { return false };
        (from, end) = (reading.sentence(last).first(), from);
    }
    false
}

/// Whether the tokens from `first` to `end` tell of animals and of no people, if they tell of either; with `last` it is the last of
/// them that matters ("Rescuers saved three [dolphins], but two died").
fn told(reading: &Reading<'_>, words: &Words, first: usize, end: usize, last: bool) -> Option<bool> {
    let mut animals = None;
    let mut at = first;
    while at < end {
        let animal = animal_at(reading, words, at);
        // "A goose was tagged by researchers."
        if at > first && reading.is(at - 1, "by") && reading.phrase(at, words.person).is_some() {
            at += 1;
            continue;
        }
        if reading.is_in_person(at) && animal.is_none() || reading.phrase(at, words.person).is_some() && animal.is_none() {
            // "a police dog"
            let next = reading.phrase(at, words.person).map_or(at + 1, |p| p.tokens.end());
            if animal_at(reading, words, next).is_none() {
                animals = Some(false);
                if !last {
                    return animals;
                }
            }
            at = next.max(at + 1);
            continue;
        }
        if let Some(next) = animal {
            animals = Some(true);
            at = next;
            // "the hippo Odo"
            at += usize::from(reading.is_in_person(at));
        } else {
            at += 1;
        }
    }
    animals
}

/// Where the word for an animal at `at` ends.
fn animal_at(reading: &Reading<'_>, words: &Words, at: usize) -> Option<usize> {
    // "Fox News"
    let lower = reading.token(at).is_some_and(|t| t.case == Case::Lower) || reading.sentence(at).first() == at;
    let thing = reading.phrases_at(at).iter().find(|p| p.class == words.thing && reading.column(**p, "kind") == "animal")?;
    (lower && !reading.is_any(at, &DOUBTFUL)).then_some(thing.tokens.end())
}

/// "Max, a police [dog], was shot": an animal with a name.
pub(super) fn is_named(clause: &Clause<'_>, unit: usize) -> bool {
    let aside = unit + 2;
    clause.kind(unit + 1) == Some(Kind::Comma)
        && clause.says(aside, &["a", "an", "the", "his", "her", "their", "its"])
        && clause.is_noun(aside)
        && animal_at(clause.reading, clause.words, clause.tokens(aside).end().saturating_sub(1)).is_some()
        && clause.is_plain_name(unit)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn animals_are_nobody() {
        check(&[
            ("Two cubs were born, but one died.", &[]),
            ("Rescuers saved three dolphins, but two died on Monday.", &[]),
            ("The hippo came in May. He had suffered multiple wounds.", &[]),
            ("A goose was tagged by researchers in May. Last week he was found dead.", &[]),
            ("Max, a police dog, was shot dead.", &[]),
            // People told of beside them.
            ("A shark attacked a diver. He was killed.", &["killed 1/1/1"]),
            ("A boy and his dog came. He was killed.", &["killed 1/1/1"]),
        ]);
    }
}
