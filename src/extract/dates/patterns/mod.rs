//! The rules, by family. Each finds one piece: `join` puts "Friday" and "night" together, `resolve` says which day it is.
//!
//! | family | finds |
//! |---|---|
//! | [`absolute`] | days, months and years of their own: "15 March 2023", "1999", "the 1980s" |
//! | [`numeric`] | "2013-09-12", "03/05/2012" |
//! | [`cycle`] | what comes back: "Friday", "May 8", "August", "the first Monday of June" |
//! | [`list`] | days that share their month: "April 19, 26 and May 7" |
//! | [`week`] | weekends, "the week of May 20" |
//! | [`span`] | parts of years: "the third quarter", "last summer", "year-end" |
//! | [`business`] | "Q3 2018", "FY2019", "fiscal 2012" |
//! | [`deictic`] | counted from the article: "yesterday", "last week", "two years ago" |
//! | [`anaphoric`] | counted from what was spoken of: "the next day", "a year earlier", "the quarter" |
//! | [`clock`] | times of day |
//! | [`duration`] | lengths |
//! | [`age`] | how long a thing has lasted: "two-week-old" |
//! | [`set`] | what recurs |
//! | [`holiday`] | holidays and days with a name |
//! | [`vague`] | "now", "recently", "the future" |

mod absolute;
mod age;
mod anaphoric;
mod business;
mod clock;
mod count;
mod cycle;
mod deictic;
mod duration;
mod guard;
mod holiday;
mod list;
mod numeric;
mod set;
mod span;
mod vague;
mod week;

use super::meaning::Found;
use crate::rules::{Reading, Rule, RuleSet, Vocabulary};

/// The rules of all families.
const FAMILIES: &[&[Rule<Found>]] = &[
    absolute::RULES,
    numeric::RULES,
    holiday::RULES,
    cycle::RULES,
    list::RULES,
    week::RULES,
    span::RULES,
    business::RULES,
    deictic::RULES,
    anaphoric::RULES,
    clock::RULES,
    set::RULES,
    duration::RULES,
    age::RULES,
    vague::RULES,
];

/// Whether the article speaks of somebody called May: "Mrs May", "Theresa May".
pub fn names_a_may(reading: &Reading<'_>) -> bool {
    let tokens = reading.document().tokens();
    (1..tokens.len()).any(|at| {
        reading.word(at) == "May"
            && guard::is_capital(reading, at - 1)
            && reading.is_any(at - 1, &["Mrs", "Mr", "Ms", "Theresa", "Minister", "Lady"])
    })
}

/// Whether a bare "May" may be that person: only "in May", "last May" and the like surely are not.
pub fn may_be_a_may(reading: &Reading<'_>, piece: &Found) -> bool {
    let at = piece.tokens.first();
    let bare = piece.rule == "cycle/month" && piece.tokens.len() == 1 && reading.word(at) == "May";
    bare && !(at > 0 && reading.is_any(at - 1, &["in", "since", "until", "early", "late", "mid", "-", "during", "through"]))
}

/// Compiles all families.
pub fn compile(vocabulary: &mut Vocabulary) -> RuleSet<Found> {
    RuleSet::new(FAMILIES, vocabulary)
}
