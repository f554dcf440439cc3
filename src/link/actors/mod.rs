//! Mentions of one actor become one actor.
//!
//! 1. [`join`] finds which mentions speak of one actor: one entry of a list, one wording, a surname and its full name, an acronym
//!    and what it stands for, an adjective and its country, a title and who bears it.
//! 2. [`describe`] makes a row of each group: the fullest name, the kind that most mentions have, role, country and code.
//!
//! The groups are a union of pairs; every pair is found through a map over words, never by comparing all with all.

mod describe;
mod groups;
mod join;
mod words;

use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;
use crate::text::{Span, TokenRange};

/// An actor: a row of the `actors` table before it has an id.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its fullest form in the document.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its title or office, as written.
    pub role: Option<String>,
    /// ISO 3166-1 alpha-3 of the country that it is or acts for.
    pub country: Option<&'static str>,
    /// The actor that it belongs to.
    pub affiliation: Option<usize>,
    /// Its CAMEO code: "USAGOV".
    pub cameo: Option<String>,
    /// Every other form of its name, in order of mention.
    pub aliases: Vec<String>,
    /// The mention that its row points at: the first one of its fullest form.
    pub mention: usize,
    /// How often it is mentioned.
    pub mentions: usize,
    /// The rule that found or joined it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
}

/// A mention with the actor that it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The actor.
    pub actor: usize,
    /// How it is mentioned.
    pub form: ActorForm,
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
}

/// Joins mentions; gives the actors by first mention, and the mentions in order.
pub fn link(reading: &Reading<'_>, found: Vec<ActorMention>) -> (Vec<Actor>, Vec<Mention>) {
    let mut found = found;
    let numbers = join::join(reading, &mut found);
    let actors = describe::rows(reading, &found, &numbers);
    let mention = |(mention, actor): (ActorMention, usize)| Mention {
        actor,
        form: mention.form,
        span: mention.span,
        tokens: mention.tokens,
        rule: mention.rule,
        confidence: mention.confidence,
    };
    (actors, found.into_iter().zip(numbers).map(mention).collect())
}
