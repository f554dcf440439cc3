//! The article's one figure for killed, and one for injured.

use super::claims::LinkedClaim;
use crate::extract::casualties::{Harm, Scope, Status};

/// A figure with its bounds; nothing known where all are empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    /// The lower bound.
    pub low: Option<u64>,
    /// The best single number.
    pub best: Option<u64>,
    /// The upper bound.
    pub high: Option<u64>,
}

/// The main incident's figures, as a recorder would code them from this article alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Killed.
    pub killed: Figure,
    /// Injured.
    pub injured: Figure,
}

/// Chooses the figures: 0 where the text says none, nothing where it says nothing.
pub fn choose(claims: &[LinkedClaim]) -> Figures {
    Figures { killed: figure(claims, Harm::Killed), injured: figure(claims, Harm::Injured) }
}

fn figure(claims: &[LinkedClaim], harm: Harm) -> Figure {
    let usable = |c: &&LinkedClaim| {
        let toll = c.claim.rule == "casualty/toll";
        c.claim.part_of.is_none()
            && matches!(c.status, Status::Asserted | Status::Claimed | Status::Feared)
            && (c.claim.scope != Scope::Historical && (c.claim.scope != Scope::Cumulative || toll))
            && (c.claim.harm == harm)
    };
    let mut total: Option<Figure> = None;
    for group in claims.chunk_by(|a, b| a.claim.sentence == b.claim.sentence) {
        let mut sum: Option<Figure> = None;
        for c in group.iter().filter(usable) {
            let one = Figure { low: c.claim.low, best: c.claim.best, high: c.claim.high };
            if one.low.or(one.best).unwrap_or(0) == 0 && one.high == Some(0) {
                continue;
            }
            sum = Some(match sum {
                None => one,
                Some(s) => Figure { low: add(s.low, one.low), best: add(s.best, one.best), high: add(s.high, one.high) },
            });
        }
        total = match (total, sum) {
            (Some(a), Some(b)) if key(a) >= key(b) => Some(a),
            (a, b) => b.or(a),
        };
    }
    if let Some(total) = total {
        return total;
    }
    let zero = claims.iter().any(|c| c.claim.high == Some(0) && (c.claim.harm == harm || c.claim.harm == Harm::Casualties));
    if zero { Figure { low: Some(0), best: Some(0), high: Some(0) } } else { Figure::default() }
}

fn key(figure: Figure) -> u64 {
    figure.best.or(figure.low).unwrap_or(0)
}

fn add(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    Some(a?.saturating_add(b?))
}
