//! Words before one noun that "and" joins: "four brave and loyal soldiers", "12 police and army recruits" are of one kind, and
//! "12 soldiers and clerks" of two.

use super::claim::VictimClass;
use super::clause::Clause;
use super::nouns;
use crate::text::Case;

/// Forces that name whose people somebody is: "police recruits".
const FORCES: [&str; 14] = [
    "police",
    "army",
    "navy",
    "air",
    "military",
    "militia",
    "paramilitary",
    "security",
    "defence",
    "defense",
    "border",
    "coast",
    "intelligence",
    "prison",
];

impl Clause<'_> {
    /// The class of the noun phrase that ends with the unit at `behind`, where what stands at `at` before "and" only tells more of
    /// its noun.
    pub(super) fn class_of_modified(&self, at: usize, behind: usize) -> Option<VictimClass> {
        let (front, back) = (self.tokens(at), self.tokens(behind));
        let last = front.end().saturating_sub(1);
        let force = |at: usize| self.reading.is_any(at, &FORCES);
        let forces = force(last) && force(back.first()) && back.len() > 1;
        // A plural that no list knows may be people: "12 drummers and soldiers".
        let word = self.reading.word(last);
        let noun = self.reading.phrase(last, self.words.person).is_some() || word.ends_with('s') && !word.ends_with("ss");
        // "six Norland and Tarsk soldiers", but "15 Taliban and Norland soldiers"
        let capital = |at: usize| self.reading.token(at).is_some_and(|t| t.case == Case::Capital);
        let anybody = || {
            let class = nouns::count(self.reading, self.words, front).map(|count| count.class);
            matches!(class, None | Some(VictimClass::Civilian | VictimClass::Unspecified))
        };
        let peoples = capital(last) && !word.ends_with('s') && capital(back.first()) && back.len() > 1 && anybody();
        let modifies = forces || peoples || !noun && front.len() > 1;
        modifies.then(|| nouns::count(self.reading, self.words, front.cover(back))).flatten().map(|count| count.class)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn modifiers_make_no_second_group() {
        let extractors = Extractors::new().unwrap();
        for (text, class) in [
            ("Four brave and loyal soldiers were killed.", "combatant"),
            ("Six tall and unarmed guards were killed.", "combatant"),
            ("Gunmen killed 12 police and army recruits.", "police"),
            ("The blast killed nine security and defence force members.", "combatant"),
            ("They killed 30 clerks and forced survivors into camps.", "civilian"),
            ("Nine mayors and candidates were killed.", "official"),
            ("Nine Sunni and Shia militants were killed.", "combatant"),
            ("Six American and Ugandan soldiers were killed.", "combatant"),
            // Two groups.
            ("Six Americans and Ugandan soldiers were killed.", "mixed"),
            ("Nine soldiers and clerks were killed.", "mixed"),
            ("Gunmen killed 12 police and soldiers.", "mixed"),
            ("Nine police and unarmed clerks were killed.", "mixed"),
            ("Twelve drummers and soldiers were killed.", "mixed"),
        ] {
            let document = Document::new(text.to_owned());
            let claims = extractors.extract(&mut extractors.read(&document), None).claims;
            assert_eq!(claims.first().map(|claim| claim.victim_class.name()), Some(class), "{text}");
        }
    }
}
