//! What rules fire on, and how a reader's find becomes a claim.

use super::animals;
use super::causes;
use super::circumstance;
use super::claim::{Claim, Harm, Scope, Status, VictimClass};
use super::clause::{Clause, Member, Victims};
use super::doers;
use super::generic;
use super::kind::Kind;
use super::natural;
use super::posts;
use super::scope;
use super::sides::{self, Side};
use super::speakers;
use super::stories;
use crate::rules::Qualifier;
use crate::text::TokenRange;

/// Reads the clause around a trigger.
#[derive(Debug, Clone, Copy)]
pub(super) enum Read {
    /// The word makes one claim at most.
    One(One),
    /// The word opens a list: each item is a claim ("including three children and a woman").
    Each(Each),
}

pub(super) type One = for<'c, 'r> fn(&'c Clause<'r>, &Trigger) -> Option<Draft<'c, 'r>>;
pub(super) type Each = for<'c, 'r> fn(&'c Clause<'r>, &Trigger) -> Vec<Draft<'c, 'r>>;

impl Read {
    /// What the clause claims: each claim with its members behind it.
    pub fn claims(self, clause: &Clause<'_>, trigger: &Trigger) -> Vec<Claim> {
        match self {
            Self::One(read) => read(clause, trigger).map_or_else(Vec::new, Draft::claims),
            Self::Each(read) => read(clause, trigger).into_iter().flat_map(Draft::claims).collect(),
        }
    }
}

/// A word that may claim harm, and how its clause is to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    pub rule: &'static str,
    pub tokens: TokenRange,
    pub read: Read,
    /// Whether it may claim something where no other word of its sentence does.
    pub alone: bool,
}

/// A find on its way to a claim.
pub(super) struct Draft<'c, 'r> {
    clause: &'c Clause<'r>,
    rule: &'static str,
    word: TokenRange,
    harm: Harm,
    unit: usize,
    victims: Victims,
    pub status: Option<Status>,
    pub scope: Option<Scope>,
    pub agent: Option<TokenRange>,
    pub speaker: Option<TokenRange>,
    pub part_of: Option<usize>,
    /// Whether it is told in passing whatever stands around.
    pub background: bool,
    /// How often such finds are right, before what the noun phrase adds.
    pub certain: f32,
}

/// How far before the harm word "also" may stand.
const ALSO: usize = 4;

impl<'c, 'r> Draft<'c, 'r> {
    pub fn new(clause: &'c Clause<'r>, trigger: &Trigger, harm: Harm, unit: usize, victims: Victims) -> Self {
        Self {
            clause,
            rule: trigger.rule,
            word: trigger.tokens,
            harm,
            unit,
            victims,
            status: None,
            scope: None,
            agent: None,
            speaker: None,
            part_of: None,
            background: false,
            certain: 0.9,
        }
    }

    /// The claim, and where it sums several noun phrases, each of them; nothing where it is too doubtful to be one.
    pub fn claims(mut self) -> Vec<Claim> {
        let members = std::mem::take(&mut self.victims.members);
        let Some(claim) = self.claim() else { return Vec::new() };
        let joined = members.len() > 1 && claim.qualifier != Qualifier::None;
        let member = |member: Member| Claim {
            span: self.clause.reading.document().span(member.tokens),
            tokens: member.tokens,
            low: member.count.low,
            best: member.count.best,
            high: member.count.high,
            count: member.count.words,
            qualifier: member.count.qualifier,
            victims: member.count.victims,
            // "four girls: Dana Karel and ...": what the whole says of all.
            victim_class: if member.count.class == VictimClass::Unspecified && claim.victim_class != VictimClass::Mixed {
                claim.victim_class
            } else {
                posts::class(self.clause, member.count.victims, member.count.class)
            },
            side: self.side(member.count.victims),
            definite: member.count.definite,
            joined: false,
            adds: false,
            member: true,
            ..claim.clone()
        };
        let members = members.into_iter().filter(|m| joined && m.count.trust >= 0.5).map(member).collect::<Vec<_>>();
        std::iter::once(claim).chain(members).collect()
    }

    fn side(&self, victims: Option<TokenRange>) -> Option<Side> {
        sides::side(self.clause.reading, self.clause.words, victims?)
    }

    fn claim(&self) -> Option<Claim> {
        let count = self.victims.count;
        let confidence = self.certain * count.trust.max(0.3);
        if count.trust < 0.4 {
            return None;
        }
        let mut status = self.status.unwrap_or_else(|| circumstance::status(self.clause, self.unit));
        if count.qualifier == Qualifier::None {
            status = if status == Status::Hypothetical { status } else { Status::Asserted };
        }
        // "Is Karel dead?"
        let asks = self.clause.reading.is(self.clause.sentence.end().saturating_sub(1), "?")
            && self.clause.verb(0).is_some_and(|v| v.main.is_none() || v.be)
            && !(0..self.unit).any(|n| matches!(self.clause.kind(n), Some(Kind::Relative | Kind::Subordinate)));
        if asks && count.words.is_none() {
            return None;
        }
        // "No one can die": nothing that was counted.
        if count.qualifier == Qualifier::None && status == Status::Hypothetical {
            return None;
        }
        let befalls = self.clause.verb(self.unit).is_some() || self.clause.kind(self.unit) == Some(Kind::State);
        if befalls && animals::are_meant(self.clause, &self.victims) {
            return None;
        }
        if generic::is_nobody(self.clause, self.unit, &self.victims, status) {
            return None;
        }
        if stories::is_plot(self.clause, self.unit) || stories::is_of_story(self.clause, self.unit, self.victims.tokens) {
            return None;
        }
        let is_also = |at: usize| self.clause.reading.is_any(at, &["also", "too"]);
        // "were also killed", "seven guards also lost their lives"
        let ahead = self.word.first().saturating_sub(ALSO)..self.word.first();
        let also = self.clause.tokens(self.unit).iter().any(is_also) || ahead.filter(|at| *at >= self.victims.tokens.end()).any(is_also);
        let other = count.victims.is_some_and(|v| v.iter().take(2).any(|at| self.clause.reading.is_any(at, &["other", "others"])));
        let agent = self.agent.or_else(|| doers::agent_around(self.clause, self.unit));
        let boast = doers::is_boast(self.clause, self.unit);
        let tokens = self.word.cover(self.victims.tokens).cover(count.words.unwrap_or(self.word));
        let any = status == Status::Denied
            && count.words.is_none()
            && self.clause.tokens(self.victims.first).iter().any(|at| self.clause.reading.is_any(at, &["any", "anyone", "anybody"]));
        let claim = Claim {
            span: self.clause.reading.document().span(tokens),
            tokens,
            trigger: self.word.first(),
            harm: self.harm,
            low: if any { Some(0) } else { count.low },
            best: if any { Some(0) } else { count.best },
            high: if any { Some(0) } else { count.high },
            count: count.words,
            qualifier: if any { Qualifier::None } else { count.qualifier },
            victims: count.victims,
            victim_class: posts::class(self.clause, count.victims, count.class),
            side: self.side(count.victims),
            status,
            scope: self.scope.unwrap_or_else(|| scope::scope(self.clause, tokens, count.increment, count.best.is_some_and(|n| n <= 2))),
            part_of: self.part_of,
            agent,
            cause: causes::cause(self.clause, self.unit).filter(|c| self.harm != Harm::Detained || causes::is_of_arrest(self.clause, *c)),
            // "Gunmen who abducted three demanded": who did it doesn't tell it.
            speaker: self
                .speaker
                .or_else(|| speakers::speaker(self.clause, self.unit))
                .filter(|s| boast || agent.is_none_or(|a| a != *s))
                .or(agent.filter(|_| boast)),
            sentence: self.clause.reading.document().sentence_of(tokens.first()),
            definite: count.definite,
            joined: count.joined,
            member: false,
            adds: also || other || count.increment || self.clause.is_in_addition(),
            background: self.background || circumstance::is_background(self.clause, self.unit),
            boast,
            rule: self.rule,
            confidence: confidence.clamp(0.05, 0.99),
        };
        (!natural::is_natural(self.clause.reading, self.clause.words, &claim)).then_some(claim)
    }
}
