//! Who "he" is: whoever the claim before is about, where that tells of one person and of no other who may be meant.

use super::LinkedClaim;
use crate::rules::Reading;
use crate::text::TokenRange;

/// The rule of harm that somebody does.
const ACTIVE: &str = "casualty/active";
/// Tokens before such harm in which "he" did it.
const DOER: usize = 12;

/// Men and women, whom the other pronoun does not mean.
const MEN: [&str; 10] = ["man", "boy", "father", "son", "brother", "husband", "uncle", "grandfather", "nephew", "gunman"];
const WOMEN: [&str; 10] = ["woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "grandmother", "niece", "nun"];

/// Gives claims about "he" or "she" the victim of the claim before: "A cook was shot on Monday. He died in hospital."
pub fn name_victims(reading: &Reading<'_>, claims: &mut [LinkedClaim]) {
    for n in 1..claims.len() {
        let Some(pronoun) = claims[n].claim.victims.filter(|victims| is_pronoun(reading, *victims)) else { continue };
        let (before, here) = (&claims[n - 1].claim, &claims[n].claim);
        // "He was also killed": another one.
        let near = !here.adds && here.sentence <= before.sentence + 1 && before.part_of.is_none() && before.best == Some(1);
        // "A gunman killed a guard. He was shot": either.
        let one = |who: TokenRange| {
            !["two", "three", "men", "police", "troops"].iter().any(|word| says(reading, who, word)) && is_one(reading, who)
        };
        // "He shot a guard. He was jailed": whoever did it.
        let first = reading.sentence(before.trigger).first().max(before.trigger.saturating_sub(DOER));
        let subject = |at: usize| reading.is_any(at, &["he", "she"]) && reading.is(at, reading.word(pronoun.first()));
        let doer = before.rule == ACTIVE && (first..before.trigger).any(subject);
        let other = doer || before.agent.is_some_and(one);
        let meant = before.victims.filter(|who| near && !other && !is_pronoun(reading, *who) && agrees(reading, *who, pronoun));
        if let Some(who) = meant {
            let class = before.victim_class;
            (claims[n].claim.victims, claims[n].claim.victim_class) = (Some(who), class);
        }
    }
}

fn is_pronoun(reading: &Reading<'_>, victims: TokenRange) -> bool {
    victims.len() == 1 && reading.is_any(victims.first(), &["he", "she", "him", "her"])
}

fn says(reading: &Reading<'_>, tokens: TokenRange, word: &str) -> bool {
    tokens.iter().take(12).any(|at| reading.is(at, word))
}

/// "a gunman", "Dana Karel": not "gunmen", "soldiers", "the militia".
fn is_one(reading: &Reading<'_>, who: TokenRange) -> bool {
    let last = reading.word(who.end().saturating_sub(1));
    let article = reading.is_any(who.first(), &["a", "an", "another"]);
    article && !last.ends_with("en") || !article && reading.is_in_person(who.first())
}

/// Whether a pronoun may mean `who`.
fn agrees(reading: &Reading<'_>, who: TokenRange, pronoun: TokenRange) -> bool {
    let she = reading.is_any(pronoun.first(), &["she", "her"]);
    let others = if she { MEN } else { WOMEN };
    let sex = if she { "male" } else { "female" };
    let plural = reading.is_any(who.end().saturating_sub(1), &["girls", "boys", "men", "women"]);
    !plural && !says(reading, who, sex) && !others.iter().any(|word| reading.is(who.end().saturating_sub(1), word))
}
