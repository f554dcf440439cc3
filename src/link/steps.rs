//! Steps get their actors and deadlines; plans get their proposers and dates.
//!
//! What a plan says in words ("the rebels", "by May 1") lies over what was found as mentions and dates: of several that
//! overlap the words, the one that shares most of them is meant, and of equals the first.

use super::actors::Mention;
use crate::extract::dates::{DateMention, TimexType};
use crate::extract::plans::{Plan, Step};
use crate::rules::Reading;
use crate::text::TokenRange;

/// A plan with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedPlan {
    /// The plan as found; its steps stand in `steps`.
    pub plan: Plan,
    /// The actor who proposes it.
    pub proposer_id: Option<usize>,
    /// When it was proposed: the place of the expression in the list of dates.
    pub date: Option<usize>,
    /// Its steps.
    pub steps: Vec<LinkedStep>,
}

/// A step with what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedStep {
    /// The step as found.
    pub step: Step,
    /// The actor who acts.
    pub actor_id: Option<usize>,
    /// Until when: the place of the expression in the list of dates.
    pub deadline: Option<usize>,
}

/// Attaches actors and dates to plans and steps.
pub fn link(reading: &Reading<'_>, plans: Vec<Plan>, dates: &[DateMention], mentions: &[Mention]) -> Vec<LinkedPlan> {
    let actor = |words: Option<TokenRange>| words.and_then(|words| most_shared(mentions, |m| m.tokens, words)).map(|n| mentions[n].actor);
    plans
        .into_iter()
        .map(|mut plan| {
            let date = announced_on(reading, &plan, dates);
            let steps = std::mem::take(&mut plan.steps);
            let steps = steps
                .into_iter()
                .map(|step| LinkedStep {
                    actor_id: actor(step.clause.actor),
                    deadline: step.clause.deadline.and_then(|words| most_shared(dates, |date| date.tokens, words)),
                    step,
                })
                .collect();
            LinkedPlan { proposer_id: actor(plan.proposer), date, plan, steps }
        })
        .collect()
}

/// The place in `list` (in order of its tokens) of what shares most tokens with `words`; the first of equals.
fn most_shared<T>(list: &[T], tokens: impl Fn(&T) -> TokenRange, words: TokenRange) -> Option<usize> {
    let from = list.partition_point(|item| tokens(item).end() <= words.first());
    let shared = |range: TokenRange| range.end().min(words.end()).saturating_sub(range.first().max(words.first()));
    let mut best: Option<(usize, usize)> = None;
    for (n, item) in list.iter().enumerate().skip(from).take_while(|(_, item)| tokens(item).first() < words.end()) {
        let share = shared(tokens(item));
        if share > best.map_or(0, |(most, _)| most) {
            best = Some((share, n));
        }
    }
    best.map(|(_, n)| n)
}

/// Places that name a plan which are asked for its day.
const NAMES: usize = 8;

/// When the plan was offered: the first of its names that has a day beside it says so.
fn announced_on(reading: &Reading<'_>, plan: &Plan, dates: &[DateMention]) -> Option<usize> {
    plan.names.iter().take(NAMES).find_map(|name| day_beside(reading, plan, *name, dates))
}

/// The day in the sentence of the name, outside the plan's steps and not behind a modal ("will last till Friday"): the
/// nearest one to the name.
fn day_beside(reading: &Reading<'_>, plan: &Plan, name: TokenRange, dates: &[DateMention]) -> Option<usize> {
    let sentence = reading.sentence(name.first());
    let from = dates.partition_point(|date| date.tokens.first() < sentence.first());
    let near = |range: TokenRange| name.first().abs_diff(range.first());
    let to_come = |range: TokenRange| {
        (name.end()..range.first()).take(40).any(|at| reading.phrase_named(at, "modal").is_some())
            || reading.is_any(range.first().wrapping_sub(1), &["by", "until", "till"])
    };
    dates
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, date)| date.tokens.first() < sentence.end())
        .filter(|(_, date)| matches!(date.timex_type, TimexType::Date | TimexType::Time))
        .filter(|(_, date)| {
            !date.tokens.overlaps(name) && !to_come(date.tokens) && !plan.steps.iter().any(|step| step.clause.tokens.overlaps(date.tokens))
        })
        .min_by_key(|(n, date)| (near(date.tokens), *n))
        .map(|(n, _)| n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_mentions_the_one_that_shares_most_words_is_meant() {
        let list = [TokenRange::new(0, 2), TokenRange::new(3, 4), TokenRange::new(5, 9)];
        let find = |first, end| most_shared(&list, |range| *range, TokenRange::new(first, end));
        assert_eq!(find(1, 8), Some(2));
        assert_eq!(find(1, 4), Some(0));
        assert_eq!(find(2, 3), None);
        assert_eq!(find(20, 30), None);
    }
}
