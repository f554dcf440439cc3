//! The rules, by family. Each finds one piece: `join` puts "Friday" and "night" together, `resolve` says which day it is.
//!
//! | family | finds |
//! |---|---|
//! | [`absolute`] | days, months and years of their own: "15 March 2023", "1999", "the 1980s" |
//! | [`numeric`] | "2013-09-12", "03/05/2012" |
//! | [`cycle`] | what comes back: "Friday", "May 8", "August", "the first Monday of June" |
//! | [`span`] | parts of years: "the third quarter", "last summer", "fiscal 2012" |
//! | [`deictic`] | counted from the article: "yesterday", "last week", "two years ago" |
//! | [`anaphoric`] | counted from what was spoken of: "the next day", "a year earlier", "the quarter" |
//! | [`clock`] | times of day |
//! | [`duration`] | lengths |
//! | [`set`] | what recurs |
//! | [`holiday`] | holidays and days with a name |
//! | [`vague`] | "now", "recently", "the future" |

mod absolute;
mod anaphoric;
mod clock;
mod cycle;
mod deictic;
mod duration;
mod guard;
mod holiday;
mod numeric;
mod set;
mod span;
mod vague;

use super::meaning::Found;
use crate::rules::{Rule, RuleSet, Vocabulary};

/// The rules of all families.
const FAMILIES: &[&[Rule<Found>]] = &[
    absolute::RULES,
    numeric::RULES,
    cycle::RULES,
    span::RULES,
    deictic::RULES,
    anaphoric::RULES,
    clock::RULES,
    set::RULES,
    duration::RULES,
    holiday::RULES,
    vague::RULES,
];

/// Compiles all families.
pub fn compile(vocabulary: &mut Vocabulary) -> Vec<RuleSet<Found>> {
    FAMILIES.iter().map(|rules| RuleSet::new(rules, vocabulary)).collect()
}
