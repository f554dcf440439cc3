//! How many units: the number before a unit, its bounds, and where the expression starts.

use crate::extract::dates::lexicon;
use crate::extract::dates::meaning::Count;
use crate::extract::dates::mention::TimexMod;
use crate::rules::{Match, Qualifier, QuantityForm, QuantityKind};

/// The `mod` of a number's words.
fn modifier(qualifier: Qualifier) -> Option<TimexMod> {
    match qualifier {
        Qualifier::AtLeast => Some(TimexMod::EqualOrMore),
        Qualifier::AtMost => Some(TimexMod::EqualOrLess),
        Qualifier::MoreThan => Some(TimexMod::MoreThan),
        Qualifier::LessThan => Some(TimexMod::LessThan),
        Qualifier::About => Some(TimexMod::Approx),
        _ => None,
    }
}

/// How many: the number captured as `n`, or one where `a` was captured.
pub fn count(hit: &Match<'_>) -> Option<(Count, Option<TimexMod>)> {
    let Some(words) = hit.get("n") else { return hit.get("a").map(|_| (Count::Number(1.0), None)) };
    let Some(quantity) = hit.reading.quantity(words.first()).filter(|q| q.core.first() >= words.first() && q.tokens.end() <= words.end())
    else {
        let spoken = || lexicon::word_value(hit, "n", "spoken_unit")?.parse().ok();
        let number = hit.reading.word(words.first()).parse::<f64>().ok().or_else(spoken)?;
        return Some((Count::Number(number), None));
    };
    let under = quantity.qualifier == Qualifier::LessThan && quantity.core.len() == 1;
    if quantity.kind != QuantityKind::Cardinal && quantity.kind != QuantityKind::Fraction {
        return None;
    }
    let pair = [quantity.core.first(), quantity.core.end() - 1].into_iter().any(|at| hit.reading.is(at, "couple"));
    if pair {
        return Some((Count::Number(2.0), Some(TimexMod::Approx)));
    }
    if quantity.form == QuantityForm::Vague {
        return Some((Count::Vague, None));
    }
    let number = quantity.best.or(quantity.low).filter(|n| n.is_finite() && *n < 1e9)?;
    // "less than 3" has 2 as its best number.
    let number = if under && number.fract() == 0.0 { number + 1.0 } else { number };
    Some((Count::Number(number), modifier(quantity.qualifier)))
}

/// Where the expression starts: at the number's qualifier where that bounds it ("about"), not at "only" or "a total of".
pub fn first_token(hit: &Match<'_>) -> usize {
    let Some(words) = hit.get("n").filter(|words| words.first() == hit.tokens.first()) else { return hit.tokens.first() };
    match hit.reading.quantity(words.first()) {
        Some(q) if q.tokens.first() == words.first() && matches!(q.qualifier, Qualifier::Exact | Qualifier::Vague | Qualifier::Range) => {
            q.core.first()
        }
        _ => words.first(),
    }
}
