//! A sentence in units, and steps from one to the next.

use super::count::Count;
use super::kept::Kept;
use super::kind::{Kind, VerbGroup};
use super::pronouns::{self, Told};
use super::units::{self, Unit};
use super::verbs::{HarmVerb, Voice};
use super::words::Words;
use crate::rules::{Phrase, Reading};
use crate::text::{Case, TokenRange};
use std::cell::OnceCell;

/// Units that a walk looks at before it gives up.
pub(super) const FAR: usize = 40;

/// A sentence in units.
pub(super) struct Clause<'r> {
    pub reading: &'r Reading<'r>,
    pub words: &'r Words,
    pub sentence: TokenRange,
    pub units: Vec<Unit>,
    /// Who was spoken of before, once somebody asks.
    told: OnceCell<Told>,
    /// The units that may tell who says something, once somebody asks.
    pub tellers: OnceCell<Vec<usize>>,
    pub subjects: Kept<Option<usize>>,
    pub counts: Kept<Option<Count>>,
    pub harms: Kept<Option<(HarmVerb, Voice)>>,
}

/// Noun phrases that share a fate, with their count.
#[derive(Debug, Clone)]
pub(super) struct Victims {
    pub count: Count,
    /// From the first to the last of them.
    pub tokens: TokenRange,
    /// The unit of the first.
    pub first: usize,
    /// The noun phrases one by one; a single one where nothing is joined.
    pub members: Vec<Member>,
}

/// One of several noun phrases that share a fate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub count: Count,
    pub tokens: TokenRange,
}

impl Victims {
    /// A single noun phrase.
    pub fn one(count: Count, tokens: TokenRange, first: usize) -> Self {
        Self { count, tokens, first, members: vec![Member { count, tokens }] }
    }

    /// Adds those who share what befell them: "along with two clerks".
    pub fn join(&mut self, more: Self) {
        let who = self.count.victims;
        self.count = Count { victims: who.or(more.count.victims), ..self.count.plus(more.count) };
        self.tokens = self.tokens.cover(more.tokens);
        self.members.extend(more.members);
    }
}

impl<'r> Clause<'r> {
    pub fn new(reading: &'r Reading<'r>, words: &'r Words, sentence: TokenRange) -> Self {
        let units = units::read(reading, words, sentence);
        let (told, tellers) = (OnceCell::new(), OnceCell::new());
        let (subjects, counts, harms) = (Kept::new(), Kept::new(), Kept::new());
        Self { reading, words, sentence, units, told, tellers, subjects, counts, harms }
    }

    /// Who was spoken of in the sentences before.
    pub fn told_before(&self) -> Told {
        *self.told.get_or_init(|| pronouns::told_before(self))
    }

    /// The unit that token `at` belongs to.
    pub fn unit_at(&self, at: usize) -> Option<usize> {
        self.sentence.holds(at).then(|| self.units.partition_point(|unit| unit.tokens.end() <= at))
    }

    pub fn kind(&self, unit: usize) -> Option<Kind> {
        self.units.get(unit).map(|u| u.kind)
    }

    pub fn tokens(&self, unit: usize) -> TokenRange {
        self.units.get(unit).map_or(TokenRange::default(), |u| u.tokens)
    }

    pub fn is_noun(&self, unit: usize) -> bool {
        self.kind(unit) == Some(Kind::Noun)
    }

    /// The first word of a unit is one of these.
    #[inline(always)]
    pub fn says(&self, unit: usize, words: &[&str]) -> bool {
        self.units.get(unit).is_some_and(|u| self.reading.is_any(u.tokens.first(), words))
    }

    pub fn verb(&self, unit: usize) -> Option<VerbGroup> {
        match self.kind(unit)? {
            Kind::Verb(group) => Some(group),
            _ => None,
        }
    }

    /// The harm phrase that a verb unit's main verb is.
    pub fn harm_of(&self, unit: usize) -> Option<Phrase> {
        self.reading.phrase(self.verb(unit)?.main?, self.words.harm_verb)
    }

    pub fn is_speech(&self, unit: usize) -> bool {
        let speech = |at: usize| self.reading.phrase(at, self.words.speech).is_some() && !self.is_confession(at);
        self.verb(unit).and_then(|v| v.main).is_some_and(speech)
    }

    /// "claimed the attack", "an attack claimed by the Front", "the flood claimed nine lives"
    fn is_confession(&self, at: usize) -> bool {
        let claims = self.reading.is_any(at, &["claimed", "claims", "claiming", "claim"]);
        let object = |at: usize| {
            self.reading.is_any(at, &["responsibility", "by", "lives", "life"]) || self.reading.phrase(at, self.words.assault).is_some()
        };
        claims && (at + 1..at + 4).take_while(|&at| !self.reading.is_any(at, &["that", "to", ","])).any(object)
    }

    /// The unit before `unit`, past adverbs, dates ("on Monday"), brackets and what stands between dashes; none at the start.
    pub fn before(&self, unit: usize) -> Option<usize> {
        let mut at = unit.checked_sub(1)?;
        for _ in 0..FAR {
            match self.kind(at)? {
                Kind::Adverb | Kind::Quote => at = at.checked_sub(1)?,
                Kind::Date => {
                    at = at.checked_sub(1)?;
                    if self.kind(at) == Some(Kind::Preposition) {
                        at = at.checked_sub(1)?;
                    }
                }
                Kind::Close => {
                    let open = (at.saturating_sub(FAR)..at).rev().find(|&n| self.kind(n) == Some(Kind::Open))?;
                    at = open.checked_sub(1)?;
                }
                Kind::Stop if self.is_dash(at) => match self.dash_before(at) {
                    Some(open) => at = open.checked_sub(1)?,
                    None => return Some(at),
                },
                _ => return Some(at),
            }
        }
        None
    }

    /// The unit itself, or the one before where it is a comma.
    pub fn past_comma(&self, unit: usize) -> Option<usize> {
        if self.kind(unit) == Some(Kind::Comma) { self.before(unit) } else { Some(unit) }
    }

    fn is_dash(&self, unit: usize) -> bool {
        self.says(unit, &["-", "--", "–", "—"])
    }

    /// "two guards [–] a cook's sons – were": where what stands between two dashes begins; it has no verb.
    fn dash_before(&self, close: usize) -> Option<usize> {
        // "Karel – his brother is a clerk – was": a clause of its own, where the verb of the outer one follows.
        let verb = self.verb(close + 1).is_some_and(|v| v.is_finite() || v.form == Some(super::kind::Form::Past));
        let inner = |n: usize| verb && self.verb(n).is_some() && self.harm_of(n).is_none();
        let aside = |n: &usize| !matches!(self.kind(*n), Some(Kind::Verb(_) | Kind::State)) || inner(*n) || self.is_dash(*n);
        (close.saturating_sub(FAR)..close).rev().take_while(aside).find(|&n| self.is_dash(n))
    }

    /// The unit behind `unit`, past adverbs, dates and brackets.
    pub fn after(&self, unit: usize) -> Option<usize> {
        let mut at = unit + 1;
        for _ in 0..FAR {
            match self.kind(at)? {
                Kind::Adverb | Kind::Quote | Kind::Date => at += 1,
                Kind::Preposition if self.kind(at + 1) == Some(Kind::Date) => at += 2,
                Kind::Open => at = (at..(at + FAR).min(self.units.len())).find(|&n| self.kind(n) == Some(Kind::Close))? + 1,
                _ => return Some(at),
            }
        }
        None
    }

    /// Whether a noun for people stands within the noun phrase behind token `at`.
    pub fn is_person_behind(&self, at: usize) -> bool {
        let unit = self.unit_at(at).map_or(TokenRange::default(), |n| self.tokens(n));
        unit.iter().any(|t| t > at && self.reading.phrase(t, self.words.person).is_some())
    }

    /// "In addition, a cook was hurt."
    pub fn is_in_addition(&self) -> bool {
        let first = self.sentence.first();
        self.reading.is(first, "in") && self.reading.is(first + 1, "addition") || self.reading.is(first, "additionally")
    }

    /// Whether no object follows the verb at `unit`.
    pub fn unit_ends_clause(&self, unit: usize) -> bool {
        !matches!(self.kind(unit + 1), Some(Kind::Noun | Kind::Pronoun))
    }

    /// A few capitalised words and nothing else: "Norvik", "Dr. Dana Karel".
    pub fn is_plain_name(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        let capital =
            |at: usize| self.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper)) || self.reading.is(at, ".");
        let opened = self.reading.phrase(tokens.first(), self.words.determiner).is_some();
        self.is_noun(unit) && !opened && tokens.len() <= 4 && tokens.iter().all(capital)
    }
}
