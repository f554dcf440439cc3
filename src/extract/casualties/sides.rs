//! On which side of a fight victims stood: the dead of one side are others than those of the other.
//!
//! "A guard was killed. Troops killed four militants in return": five died. Whoever is only "people" or "men" may have been of
//! either side, and so may those of a list that names both.

use super::words::Words;
use crate::rules::Reading;
use crate::text::TokenRange;

/// A side of a fight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Those who fight a state or attack others: "militants", "the Taliban", "gunmen".
    Armed,
    /// Whoever is said to be something else: "soldiers", "villagers".
    Other,
}

/// How many words of victims are looked at.
const LONGEST: usize = 16;
/// Roles of armed groups among those of actors: insurgents, rebels, separatists, criminals, armed forces of nobody known.
const ARMED: &[&str] = &["INS", "REB", "SEP", "CRM", "UAF"];
/// Nouns that say nothing of a side.
const ANYBODY: &[&str] = &[
    "people",
    "person",
    "persons",
    "other",
    "others",
    "victim",
    "victims",
    "man",
    "men",
    "youth",
    "youths",
    "individual",
    "individuals",
    "member",
    "members",
    "body",
    "bodies",
    "leader",
    "leaders",
    "commander",
    "commanders",
    "suspect",
    "suspects",
];

/// The side of all victims of this noun phrase; none where it tells none, or both.
pub(super) fn side(reading: &Reading<'_>, words: &Words, victims: TokenRange) -> Option<Side> {
    let end = victims.end().min(victims.first() + LONGEST);
    let mut sides = [false; 2];
    let mut first = victims.first();
    while first < end {
        let parts = |at: &usize| reading.is_any(*at, &["and", ",", "or"]);
        let part_end = (first..end).find(parts).unwrap_or(end);
        match side_of(reading, words, TokenRange::new(first, part_end)) {
            Some(side) => sides[side as usize] = true,
            None if part_end > first => return None,
            None => {}
        }
        first = part_end + 1;
    }
    match sides {
        [true, false] => Some(Side::Armed),
        [false, true] => Some(Side::Other),
        _ => None,
    }
}

/// The side of a noun phrase without "and".
fn side_of(reading: &Reading<'_>, words: &Words, part: TokenRange) -> Option<Side> {
    let armed = |at: usize| {
        reading.phrase(at, words.armed_group).is_some()
            || reading.phrase(at, words.agent).is_some_and(|phrase| ARMED.contains(&reading.column(phrase, "code")))
            || reading.phrase(at, words.person).is_some_and(|phrase| reading.column(phrase, "kind") == "attacker")
    };
    if part.iter().any(armed) {
        return Some(Side::Armed);
    }
    let somebody = |at: usize| reading.phrase(at, words.person).is_some() && !reading.is_any(at, ANYBODY);
    let anybody = part.iter().any(|at| reading.is_any(at, ANYBODY));
    (!anybody && part.iter().any(somebody)).then_some(Side::Other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn a_side_is_told_by_all_of_the_victims_or_by_none() {
        let extractors = Extractors::new().unwrap();
        for (text, expected) in [
            ("Two soldiers were killed.", Some(Side::Other)),
            ("Two guards and a cook were killed.", Some(Side::Other)),
            ("Two Taliban fighters were killed.", Some(Side::Armed)),
            ("Two gunmen and a rebel leader were killed.", Some(Side::Armed)),
            ("Two soldiers and a militant were killed.", None),
            ("Two people were killed.", None),
            ("Two men and a soldier were killed.", None),
            ("Two were killed.", None),
        ] {
            let document = Document::new(text.to_owned());
            let claims = extractors.extract(&mut extractors.read(&document), None).claims;
            assert_eq!(claims.first().map(|claim| claim.side), Some(expected), "{text}");
        }
    }
}
