//! How many one noun phrase stands for, with what follows it by "of" and who stands beside: "a family of five", "12 of the
//! villagers", "all but three of the 40", "Dana Karel, a commander".

use super::animals;
use super::claim::VictimClass;
use super::clause::Clause;
use super::count::Count;
use super::kind::Kind;
use super::nouns;
use crate::rules::Qualifier;

impl Clause<'_> {
    /// The count of the noun phrase at `unit`, with what follows it by "of": "a family of five", "bodies of 12 people".
    pub fn count(&self, unit: usize) -> Option<Count> {
        self.counts.get(unit, self.units.len(), || self.counted(unit))
    }

    fn counted(&self, unit: usize) -> Option<Count> {
        if self.kind(unit) == Some(Kind::Pronoun) {
            return self.pronoun(unit);
        }
        if !self.is_noun(unit) || self.is_speaker(unit) {
            return None;
        }
        let tokens = self.tokens(unit);
        if animals::is_named(self, unit) {
            return None;
        }
        // "one in [five deaths]": a share.
        let first = tokens.first();
        let shares = first > 1 && self.reading.is_any(first - 1, &["in"]) && self.is_bare_number(unit.saturating_sub(2));
        let of_all = self.is_bare_number(unit) && self.says(unit + 1, &["in"]) && self.is_counted(unit + 2);
        let people = || nouns::count(self.reading, self.words, self.tokens(unit + 2)).is_some_and(|c| c.trust >= 0.9);
        if shares && self.is_counted(unit) || of_all && people() {
            return None;
        }
        // "a guard's" is of somebody who is no victim.
        if self.reading.is_any(tokens.end().saturating_sub(1), &["'s", "’s"]) {
            return None;
        }
        let own = nouns::count(self.reading, self.words, tokens).map(|own| self.told_who(unit, own));
        // "all but three of the 40 passengers"
        if first > 1 && self.reading.is(first - 1, "but") && self.reading.is(first - 2, "all") {
            return own.and_then(|but| self.all_but(unit, but));
        }
        // "a third of the population"
        let share = own.is_some_and(|c| c.words.is_none() && c.increment) && self.says(unit + 1, &["of"]);
        if share && self.tokens(unit + 2).iter().any(|at| self.reading.is_any(at, &["population", "world", "country", "nation", "people"]))
        {
            return None;
        }
        if !self.says(unit + 1, &["of"]) {
            return own;
        }
        let Some(of) = self.units.get(unit + 2).filter(|u| u.kind == Kind::Noun).map(|u| u.tokens) else {
            return own;
        };
        let inner = nouns::count(self.reading, self.words, of);
        // "the rest of his life"
        if inner.is_none() && self.reading.is_any(tokens.end().saturating_sub(1), &["rest", "remainder"]) {
            return None;
        }
        let head = tokens.end().saturating_sub(1);
        let group = self.reading.phrase(head, self.words.person).is_some_and(|p| self.reading.column(p, "number") == "g");
        let counts = self.reading.is_any(
            head,
            &["total", "number", "hundreds", "dozens", "thousands", "scores", "lot", "handful", "couple", "majority", "group"],
        );
        match (own, inner) {
            // "a family of five", "a group of 12 men", "a total of 45 people"
            (Some(a), Some(b)) if (group || counts) && b.words.is_some() && a.words.is_none() => Some(Count { class: b.class, ..b }),
            // "a lot of Norlanders"
            (None, Some(b)) if counts && b.words.is_none() && b.best == Some(1) => {
                Some(Count { best: None, high: None, low: Some(2), qualifier: Qualifier::Vague, ..b })
            }
            (None, Some(b)) if counts => Some(b),
            // "some of the guards"
            (None, Some(b))
                if self.reading.is_any(head, &["some", "many", "most"]) && b.words.is_none() && b.trust >= 0.8 && b.best.is_none() =>
            {
                Some(Count { qualifier: Qualifier::Vague, definite: false, ..b })
            }
            // "any of its troops"
            (None, Some(b)) if self.reading.is(head, "any") => Some(b),
            // "12 of the villagers", "three of his bodyguards": the first counts, the second names them.
            (Some(a), Some(b)) if a.words.is_some_and(|w| w.end() == tokens.end()) => {
                Some(Count { victims: Some(of), class: b.class, trust: a.trust.max(b.trust), definite: a.definite, ..a })
            }
            // "a number of clinics"
            (Some(a), None) if a.qualifier == Qualifier::Vague && self.reading.is(head, "number") => None,
            // "three of their number"
            (Some(a), None) if a.words.is_some_and(|w| w.end() == tokens.end()) && self.reading.is(of.end() - 1, "number") => Some(a),
            // "one of the things", "5,700 categories of goods"
            (Some(a), None) if a.words.is_some() && a.trust < 0.9 && nouns::is_thing(self.reading, self.words, of) => None,
            // "20 of its rivals"
            (Some(a), None) if a.words.is_some_and(|w| w.end() == tokens.end()) && self.says(unit + 2, &["its", "his", "her", "their"]) => {
                Some(Count { victims: a.victims.or(Some(of)), ..a })
            }
            // "two members of the battalion"
            (Some(a), Some(b)) if self.reading.is_any(head, &["member", "members", "men"]) && b.class == VictimClass::Combatant => {
                Some(Count { class: b.class, ..a })
            }
            (Some(a), _) => Some(a),
            (None, _) => None,
        }
    }

    /// "all but three [of the 40 passengers]": the others.
    fn all_but(&self, unit: usize, but: Count) -> Option<Count> {
        let of = self.tokens(unit + 2);
        let all = nouns::count(self.reading, self.words, of).filter(|_| self.says(unit + 1, &["of"]))?;
        let rest = |all: Option<u64>| all?.checked_sub(but.best?);
        let best = all.words.and(rest(all.best))?;
        Some(Count { low: rest(all.low), best: Some(best), high: rest(all.high), definite: false, ..all })
    }

    /// Who it is by what stands beside: "Dana Karel, a [commander]", "killed one [gunman] and wounded another".
    fn told_who(&self, unit: usize, own: Count) -> Count {
        let person = |n: usize| nouns::count(self.reading, self.words, self.tokens(n)).filter(|c| c.trust >= 0.85);
        if self.says(unit, &["another"]) && self.tokens(unit).len() == 1 {
            let nouns = (unit.saturating_sub(8)..unit).rev().filter(|&n| self.is_noun(n));
            let apart = |n: usize| (n + 1..unit).any(|m| self.verb(m).is_some());
            let before = nouns.filter(|&n| apart(n)).find_map(|n| person(n).filter(|c| c.best == Some(1) && c.victims.is_some()));
            return before.map_or(own, |c| Count { victims: c.victims, class: c.class, ..own });
        }
        let aside = unit + 2;
        let named = own.class == VictimClass::Unspecified && self.kind(unit + 1) == Some(Kind::Comma) && self.is_plain_name(unit);
        let ends = matches!(self.kind(aside + 1), Some(Kind::Comma | Kind::Stop | Kind::Preposition | Kind::Relative));
        let told = named && ends && self.says(aside, &["a", "an", "the"]) && self.is_noun(aside);
        let class = if told { person(aside).filter(|c| c.best == Some(1)).map(|c| c.class) } else { None };
        Count { class: class.unwrap_or(own.class), ..own }
    }

    fn pronoun(&self, unit: usize) -> Option<Count> {
        let tokens = self.tokens(unit);
        // Who speaks of himself is seldom a victim ("we were shot at from all sides"), and "they" are told of elsewhere.
        if self.is_speaker(unit) {
            return None;
        }
        let one = ["he", "she", "him", "her", "himself", "herself", "someone", "somebody"];
        let mut count = nouns::count(self.reading, self.words, tokens);
        if self.says(unit, &one) {
            count = Some(Count::singular(tokens));
        } else if self.reading.phrase(tokens.first(), self.words.nobody).is_some() {
            count = Some(Count::none(tokens));
        }
        count
    }

    /// "we", "I", "they": by their word alone, as a capital may make them look like a name.
    fn is_speaker(&self, unit: usize) -> bool {
        self.tokens(unit).len() == 1
            && self.says(
                unit,
                &["we", "i", "you", "it", "us", "me", "they", "this", "that", "i'm", "i’m", "we're", "we’re", "you're", "you’re"],
            )
    }
}
