//! From mentions to what they speak of, within one article.
//!
//! 1. [`actors`]: mentions of one actor become one [`Actor`] (full name and surname, acronym in brackets, title, demonym).
//! 2. [`claims`]: each claim of harm gets its perpetrator, speaker, place and date.
//! 3. [`steps`]: each step of a plan gets its actor, deadline and speaker; each plan its proposer.
//! 4. [`figures`]: the article's one figure for killed and for injured.
//! 5. `repeats`: a claim that the article tells twice becomes one.

pub mod actors;
pub mod claims;
mod dateline;
pub mod figures;
mod repeats;
pub mod steps;

pub use actors::{Actor, Mention};
pub use claims::LinkedClaim;
pub use figures::{Figure, Figures};
pub use steps::{LinkedPlan, LinkedStep};

use crate::extract::Mentions;
use crate::extract::dates::{DateMention, Reference};
use crate::rules::Reading;
use crate::text::Span;

/// All that an article says, joined. Numbers that stand for a row are its place in the list.
#[derive(Debug, Default)]
pub struct Linked {
    /// Each actor once, by first mention.
    pub actors: Vec<Actor>,
    /// All mentions of actors, in order.
    pub mentions: Vec<Mention>,
    /// Temporal expressions, in order.
    pub dates: Vec<DateMention>,
    /// Claims of harm, in order.
    pub claims: Vec<LinkedClaim>,
    /// Plans, in order.
    pub plans: Vec<LinkedPlan>,
    /// The place of the dateline.
    pub dateline: Option<Span>,
    /// The article's figures.
    pub figures: Figures,
}

/// Joins what was found in one article. `published`: its date, on which offices are held.
pub fn link(reading: &Reading<'_>, found: Mentions, published: Option<Reference>) -> Linked {
    let (actors, mentions) = actors::link(reading, found.actors, published);
    let claims = claims::link(reading, found.claims, &found.dates, &actors, &mentions, published);
    let plans = steps::link(reading, found.plans, &found.dates, &mentions);
    let figures = figures::choose(&claims);
    let mut claims = repeats::drop(reading, claims, &actors, &mentions);
    claims::name_victims(reading, &mut claims);
    Linked { actors, mentions, dates: found.dates, claims, plans, dateline: dateline::place(reading), figures }
}
