//! Whose points a count counts: those of a plan, or what somebody wants.

use crate::rules::Match;

/// "They want three things": what is wanted is a demand, whatever it is called.
pub(super) fn is_wanted(hit: &Match<'_>, count: usize) -> bool {
    count > 0
        && hit.reading.is_any(count - 1, &["want", "wants", "wanted", "need", "needs", "demand", "demands", "demanded", "seek", "seeks"])
}

/// "the first of the five points", "his plan for the port has five points", "a road map of six items": what is counted belongs to a plan.
pub(super) fn is_of_plan(hit: &Match<'_>, count: usize) -> bool {
    let reading = hit.reading;
    let link = count.checked_sub(1).filter(|&at| reading.is_any(at, &["of", "in", "with", "has", "have", "had", "contains", "comprises"]));
    let from = reading.sentence(count).first().max(count.saturating_sub(8));
    let ordinal = count >= 3
        && reading.is(count - 1, "the")
        && reading.is(count - 2, "of")
        && reading.phrase_named(count - 3, "plan_order").is_some();
    ordinal
        || names_plan(hit)
        || link.is_some_and(|link| {
            (from..link).any(|at| ["plan_noun", "plan_bill", "plan_document"].iter().any(|class| reading.phrase_named(at, class).is_some()))
        })
}

/// "two provisions of the order": the plan stands behind its parts.
fn names_plan(hit: &Match<'_>) -> bool {
    let reading = hit.reading;
    let end = hit.tokens.end();
    let plan =
        |at: usize| ["plan_noun", "plan_bill"].iter().any(|class| reading.phrase_named(at, class).is_some()) || reading.is(at, "order");
    reading.is(end, "of") && reading.phrase_named(end + 1, "determiner").is_some() && (end + 2..end + 4).any(plan)
}
