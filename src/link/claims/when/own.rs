//! Whose day a date of the claim's sentence is.

use jiff::ToSpan;
use jiff::civil::Date;

use super::acts::is_of_act;
use super::{When, gap, is_of_speech, is_report};
use crate::extract::casualties::{Claim, Harm, Scope, Status};
use crate::extract::dates::{DateMention, Granularity};
use crate::link::claims::place::elsewhere::is_reason;
use crate::link::claims::story::{is_relative, is_speech};
use crate::rules::Reading;
use crate::text::TokenRange;

/// Days before the lead's date within which no history is.
const RECENT: i32 = 40;
/// Tokens between a date and harm that is told in passing.
const BESIDE: usize = 4;
/// The same where only phrases of the harm stand between.
const BREATH: usize = 12;
/// Tokens that a date of the clause around a claim counts as farther off.
const OUTER: usize = 40;
/// A participle behind its noun: "two men hurt".
const REDUCED: &str = "casualty/reduced";
/// Harm told by a noun: "the killing of two men", "Karel's death".
const EVENT: &str = "casualty/event";
const POSSESSED: &str = "casualty/possessive";

/// How far a date is from the claim: one before a harm that is told in passing is farther off than any behind it.
pub(super) fn distance(reading: &Reading<'_>, claim: &Claim, date: TokenRange) -> usize {
    let hangs = claim.rule == REDUCED || is_relative(reading, claim);
    let before = hangs && date.end() <= claim.tokens.first();
    gap(date, claim.tokens) + if before { OUTER } else { 0 }
}

impl When<'_> {
    /// Whether a date of the claim's sentence can be that of its harm.
    pub(super) fn belongs(&self, claim: &Claim, date: &DateMention) -> bool {
        // "said on Monday that", "Wednesday marks the anniversary of", "as of Monday"
        let first = date.tokens.first();
        if self.is_in_line(date) || is_report(self.reading, date.tokens) || first > claim.trigger && is_reason(self.reading, claim, first) {
            return false;
        }
        let act = claim.harm != Harm::Detained && is_of_act(self.reading, date, claim.tokens);
        if act || is_of_speech(self.reading, date.tokens) || self.is_of_another(claim, date) {
            return false;
        }
        // "three men arrested over the Feb 9 murder": the day of what they are held for.
        let raids =
            ["raid", "raids", "operation", "arrest", "arrests", "crackdown", "protest", "protests", "sweep", "siege", "clash", "clashes"];
        let next = date.tokens.end() + usize::from(self.reading.is_any(date.tokens.end(), &["'s", "’s"]));
        let deed = ["harm_assault", "harm_event"].iter().any(|class| self.reading.phrase_named(next, class).is_some());
        let relative = self.reading.is_any(next + 1, &["in", "which", "that", "when"]);
        if claim.harm == Harm::Detained && deed && !relative && !self.reading.is_any(next, &raids) {
            return false;
        }
        // "remain in custody until late March"
        if self.reading.is_any(first.wrapping_sub(1), &["until", "till"]) {
            return false;
        }
        // "nine at a college; in June nine more": that of another item.
        let marks = |from: usize, to: usize| (from..to).take(64).filter(|&at| self.reading.is(at, ";")).count();
        let noun = matches!(claim.rule, EVENT | POSSESSED);
        let other_item = marks(claim.trigger, first) > 0 || marks(first, claim.trigger) > usize::from(!noun);
        if other_item || self.is_of_outer(claim, date) {
            return false;
        }
        // "more than at any time since May 2001": a day that only measures.
        let wounds = matches!(claim.harm, Harm::Killed | Harm::Injured | Harm::Casualties) && claim.scope != Scope::Cumulative;
        if wounds && first > claim.trigger && (first.saturating_sub(2)..first).any(|at| self.reading.is(at, "since")) {
            return false;
        }
        // What happened has no day that is still to come.
        let sure = matches!(claim.status, Status::Asserted | Status::Claimed);
        if sure && date.begin.zip(self.published).is_some_and(|(begin, published)| begin > published) {
            return false;
        }
        let near = |begin: Date| self.now.is_some_and(|now| begin.checked_add(RECENT.days()).is_ok_and(|later| later >= now));
        if claim.scope == Scope::Historical && date.begin == date.end && date.begin.is_some_and(near) {
            return false;
        }
        // "a worker who had left three months ago was shot": the day of what is told of him.
        let told_of = claim.victims.map_or(claim.tokens.first(), |v| v.end())..date.tokens.first();
        if date.tokens.first() < claim.trigger && told_of.take(32).any(|at| self.reading.is_any(at, &["who", "which", "that"])) {
            return false;
        }
        let distance = gap(date.tokens, claim.tokens);
        if claim.background && distance > BESIDE && !self.in_one_breath(claim, date) {
            return false;
        }
        // "Two men hurt in the raid were released on Sunday", "the wounded, he told them on Friday"
        let between = claim.tokens.end()..date.tokens.first();
        let relative = claim.tokens.iter().take(32).any(|at| self.reading.is_any(at, &["who", "which", "that"]));
        let reduced = claim.rule == REDUCED || relative;
        let other = |at: usize| {
            if reduced { self.reading.phrase_named(at, "auxiliary").is_some() } else { is_speech(self.reading, at) }
        };
        !between.take(64).any(other)
    }

    /// "World leaders arrived Thursday as the killing of a clerk", "offered comfort on Sunday to the families of the 12 killed": the
    /// day of the clause that speaks of a harm told by a noun or a participle.
    fn is_of_outer(&self, claim: &Claim, date: &DateMention) -> bool {
        let reading = self.reading;
        let (next, first) = (date.tokens.end(), claim.tokens.first());
        let links = ["of", "to", "for", "with", "as", "by", "over", "about", "after"];
        let linked = (next..=first).take(BESIDE).any(|at| reading.is_any(at, &links));
        // "ran a story on Friday about nine men who died"
        let relative = linked && is_relative(reading, claim);
        if !(matches!(claim.rule, EVENT | POSSESSED | REDUCED) || relative)
            || claim.part_of.is_some()
            || date.tokens.first() > first
            || next + BESIDE > first && !linked
        {
            return false;
        }
        let told = !relative && claim.tokens.iter().take(32).any(|at| reading.phrase_named(at, "auxiliary").is_some());
        let classes = ["harm_verb", "harm_attack", "harm_wreck", "harm_cause", "harm_event", "harm_state", "event_noun"];
        let harm = |at: usize| classes.iter().any(|class| reading.phrase_named(at, class).is_some());
        let counted = reading.is(first.saturating_sub(1), "with");
        !(told || counted || (next..first).take(64).any(harm))
    }

    /// The day of what was done about a claim's harm, told in its sentence: the harm is no later.
    pub fn acted(&self, claim: &Claim) -> Option<usize> {
        let done = |date: &DateMention| is_of_act(self.reading, date, claim.tokens) || self.is_of_outer(claim, date);
        let act = |date: &DateMention| date.begin.is_some() && done(date);
        self.of_sentence(self.reading.sentence(claim.trigger)).find(|(_, date)| act(date)).map(|(n, _)| n)
    }

    /// "as of Monday", "Venn on Monday urged calm after": the day of another verb.
    fn is_of_another(&self, claim: &Claim, date: &DateMention) -> bool {
        let reading = self.reading;
        let first = date.tokens.first();
        let as_of = first > 1 && reading.is(first - 1, "of") && reading.is(first - 2, "as");
        let next = date.tokens.end();
        let verb = reading.phrase_named(next, "speech").is_some()
            || reading.is_any(next, &["urged", "vowed", "met", "visited", "condemned", "called", "signed"]);
        // "Hundreds mourned in Norvik on Tuesday for", "A court on Tuesday jailed two for"
        let rites = ["mourned", "prayed", "jailed", "convicted", "sentenced"];
        let rite = next < claim.tokens.first()
            && (first.saturating_sub(4)..next + 3).any(|at| at < claim.tokens.first() && reading.is_any(at, &rites))
            && !reading.is_any(claim.trigger, &rites);
        // "Norland on Monday spurned the offer after the killing of", "by Monday 90 had died"
        let over = ["after", "over", "amid", "about", "following", "since"];
        let does = reading.word(next).ends_with("ed") && reading.phrase_named(next, "harm_verb").is_none();
        let reacts = does && (next + 1..claim.trigger).take(64).any(|at| reading.is_any(at, &over)) && next < claim.trigger;
        let reacts = reacts || next < claim.trigger && reading.is_any(next, &["amid", "after", "over", "following"]);
        let around = claim.tokens.first().min(first)..claim.tokens.end().max(first);
        // "Yesterday, two months after the raid left four dead, the mayor released"
        let mut between =
            (next..claim.trigger).take(64).collect::<Vec<_>>().into_iter().rev().take_while(|&at| !reading.is_any(at, &[",", ";"]));
        let day = date.granularity <= Granularity::Week;
        let reacts = reacts || day && between.any(|at| reading.is_any(at, &["after", "since", "following", "retaliation"]));
        let perfect = around.clone().take(64).any(|at| reading.is_any(at, &["had", "have", "has", "will"]));
        let by = perfect && first > 0 && reading.is(first - 1, "by");
        // "Soldiers recovered nine bodies on Sunday": the day on which they were found.
        let bodies = claim.tokens.iter().take(16).any(|at| reading.is_any(at, &["bodies", "body", "remains"]));
        let found = ["recovered", "found", "counted", "pulled", "retrieved", "identified", "discovered", "brought"];
        let by = by || bodies && around.into_iter().take(64).any(|at| reading.is_any(at, &found));
        // "killed two, including the daughter of a cleric executed in 2011": the day of a participle's harm.
        let between = claim.tokens.end()..first;
        let noun = |at: usize| at > 2 && reading.is_any(at - 2, &["a", "an", "the", "another"]) && reading.word(at).ends_with("ed");
        let reduced = between.clone().take(64).any(|at| noun(at) && reading.phrase_named(at, "harm_verb").is_some());
        let relative = between.into_iter().take(64).any(|at| reading.is(at, "who") && reading.is(at + 1, "had"));
        rite || as_of || by || reacts || reduced || relative || verb && next < claim.tokens.first()
    }

    /// "killing nine in a raid near the old mill on May 3": nothing but phrases of the harm stands between it and the date.
    fn in_one_breath(&self, claim: &Claim, date: &DateMention) -> bool {
        let between = claim.tokens.end()..date.tokens.first();
        let parts = |at: usize| {
            let told = self.reading.phrase_named(at, "verb").is_some_and(|verb| self.reading.column(verb, "form").starts_with("past"));
            let class = ["auxiliary", "modal", "speech", "pronoun", "conjunction"];
            told || self.reading.is_any(at, &[",", ";", ":", "(", "–", "—"])
                || class.iter().any(|c| self.reading.phrase_named(at, c).is_some())
        };
        !between.is_empty() && between.len() <= BREATH && !between.into_iter().any(parts)
    }
}
