//! Claims of harm: who was killed, hurt, displaced, and how many.
//!
//! 1. A word of harm ([`rules`](self)) says that there may be a claim: "killed", "dead", "toll".
//! 2. Its sentence is read into units: noun phrases, verb groups, what stands between them.
//! 3. The rule's reader walks the units to the victims: the subject of "were killed", the object of "killing".
//! 4. Their noun phrase gives the count: "at least 12 people" 12, "the couple and their two sons" 4, "civilians" 2 and more.
//!    What can't be people (cattle, trucks, votes) ends the matter. Injuries that nobody counts are two or more (`uncounted`).
//! 5. What stands around gives status (asserted, denied, feared, hypothetical), scope, cause, agent and speaker; where no noun
//!    names the cause, the verb does (`means`). Who did it may be told by what did it (`owners`) or by the attack in another clause
//!    (`assaults`).
//!    Animals, what stories tell, and what somebody merely wants are no claims, or hypothetical ones (`animals`, `stories`, `willed`).
//! 6. Natural deaths of single persons are no harm.
//! 7. Claims that "and" joins share what did the harm (`shared`). Where its own sentence is silent, those beside it tell what did
//!    it (`aftermath`) and who (`culprits`), if they are of the same event (`beside`); the one event of an article does its harm
//!    `throughout`, and so does who is named for it. Whoever was shot and is told dead is not counted as hurt too (`fates`).
//! 8. Parts ("including three children") are tied to the claim that they are part of, also where later sentences' numbers
//!    add up to it, or speak of some of its victims `again`.
//!
//! Incomplete: victims of the sentence before ("The attackers fled. Three died") are read; whom "he" and "she" stand for is told
//! when claims are linked, other pronouns are not; possessive pronouns ("her death") make no claim, but for
//! bodies that are found.

mod aboard;
mod aftermath;
mod again;
mod ages;
mod animals;
mod antecedents;
mod as_many;
mod assaults;
mod attach;
mod beside;
mod bodies;
mod catches;
mod causes;
mod circumstance;
mod claim;
mod clause;
mod count;
mod culprits;
mod deeds;
mod denial;
mod doers;
mod draft;
mod event_names;
mod events;
mod fates;
mod figurative;
mod generic;
mod held;
mod idioms;
mod inverted;
mod kept;
mod killers;
mod kind;
mod lists;
mod losses;
mod means;
mod modifiers;
mod natural;
mod notes;
mod nouns;
mod outdone;
mod outlived;
mod owners;
mod parts;
mod phrases;
mod posts;
mod presupposed;
mod pronouns;
mod quotations;
mod relatives;
mod roles;
mod rules;
mod sayings;
mod scope;
mod shared;
mod sides;
mod sources;
mod spans;
mod speakers;
mod states;
mod stories;
mod subjects;
mod subsets;
mod tags;
mod throughout;
mod tolls;
mod uncounted;
mod units;
mod verbs;
mod victims;
mod willed;
mod words;
mod worth;

pub use attach::keep;
pub use claim::{Claim, Harm, Scope, Status, VictimClass};
pub use sides::Side;

use crate::rules::{Reading, RuleSet, Vocabulary};
use clause::Clause;
use draft::Trigger;
use words::Words;

/// Finds claims of harm.
pub struct Casualties {
    words: Words,
    rules: RuleSet<Trigger>,
}

impl Casualties {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { words: Words::new(vocabulary), rules: RuleSet::new(&[rules::RULES, sayings::RULES, parts::RULES], vocabulary) }
    }

    /// Finds claims, in order of their text.
    pub fn extract(&self, reading: &Reading<'_>) -> Vec<Claim> {
        let mut triggers = Vec::with_capacity(32);
        self.rules.find(reading, |_, trigger| triggers.push(trigger));
        let mut claims = Vec::new();
        for group in
            triggers.chunk_by(|a, b| reading.document().sentence_of(a.tokens.first()) == reading.document().sentence_of(b.tokens.first()))
        {
            let Some(first) = group.first().filter(|_| group.iter().any(|trigger| trigger.alone)) else { continue };
            let clause = Clause::new(reading, &self.words, reading.sentence(first.tokens.first()));
            let from = claims.len();
            for trigger in group {
                for mut claim in trigger.read.claims(&clause, trigger) {
                    claim.agent = claim.agent.or_else(|| owners::by_cause(&clause, &claim));
                    claim.cause = claim.cause.or_else(|| means::of_verb(&clause, &claim));
                    claim.agent = claim.agent.or_else(|| assaults::told(&clause, &claim, &claims[from..]));
                    if claim.harm == Harm::Injured && natural::is_sick(reading, &claim) {
                        claim.harm = Harm::Sick;
                    }
                    if !claims.iter().skip(from).rev().take(8).any(|other| is_same(other, &claim)) {
                        claims.push(claim);
                    }
                }
            }
            claims[from..].sort_by_key(|claim: &Claim| (claim.tokens.first(), claim.trigger));
            bodies::count_bodies(reading, &mut claims, from);
            held::settle(reading, &mut claims, from);
            as_many::settle(&mut claims, from);
            outlived::settle(reading, &mut claims, from);
            attach::attach(reading, &mut claims, from);
            attach::attach_back(reading, &mut claims, from);
            attach::attach_beside(&mut claims, from);
            inverted::settle(&mut claims, from);
            shared::attach(reading, &mut claims, from);
        }
        if !claims.is_empty() && stories::is_about_hoaxes(reading, &self.words) {
            keep(&mut claims, |_, claim| claim.count.is_some());
        }
        if !claims.is_empty() && stories::is_recap(reading, &self.words) {
            keep(&mut claims, |_, claim| stories::is_of_the_world(reading, claim));
        }
        natural::drop_bare(reading, &self.words, &mut claims);
        aftermath::attach(reading, &self.words, &mut claims);
        throughout::attach(reading, &self.words, &mut claims);
        culprits::attach(reading, &self.words, &mut claims);
        throughout::attach_doer(reading, &self.words, &mut claims);
        throughout::attach_captor(reading, &mut claims);
        attach::attach_sums(&mut claims);
        again::settle(reading, &mut claims);
        fates::settle(reading, &self.words, &mut claims);
        claims
    }
}

/// Two words of one claim: "shot dead", "killed in a shooting that left one dead" with one count.
fn is_same(a: &Claim, b: &Claim) -> bool {
    a.harm == b.harm && a.count == b.count && a.victims == b.victims && a.tokens.overlaps(b.tokens)
}

#[cfg(test)]
mod phenomena;
#[cfg(test)]
mod tests;
