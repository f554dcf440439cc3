//! Whether a series of markers tells a plan, and how sure that is.
//!
//! For it speak an announcement and steps that are to be done; against it speak reasons, options, questions, and what has
//! happened already.

use super::Modality;
use super::announce;
use super::clause::Clause;
use super::cue;
use super::eye::Eye;
use super::series::Series;

/// What speaks for a plan before its steps are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// An announcement of this kind governs or precedes the series.
    Announced(announce::Kind),
    None,
}

/// The confidence in a series as a plan; none where it is no plan.
pub(super) fn series(eye: Eye, series: &Series, lead: Lead) -> Option<f32> {
    let steps: Vec<&Clause> = series.members.iter().map(|member| &member.clause).collect();
    let count = steps.len();
    if count == 0 || steps.iter().any(|step| is_question(eye, step)) {
        return None;
    }
    let ahead = steps.iter().filter(|step| is_ahead(step)).count();
    let binding = steps
        .iter()
        .filter(|step| step.modality.is_some_and(|m| matches!(m, Modality::Will | Modality::Would | Modality::Must | Modality::Should)))
        .count();
    let told = steps.iter().filter(|step| step.told).count();
    let past = steps.iter().filter(|step| step.past && step.modality.is_none_or(|m| m == Modality::Plain)).count();
    let share = |n: usize| n as f32 / count as f32;
    let sentences = steps.iter().filter(|step| step.verbal).count();
    let listed = matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed);
    match lead {
        Lead::Announced(announce::Kind::Counted) => {
            (share(past) < 0.75 || series.kind() == cue::Kind::Unit).then_some(0.75 + 0.2 * share(ahead))
        }
        Lead::Announced(announce::Kind::Parts) => {
            let fine = if series.kind() == cue::Kind::Front {
                binding * 2 >= count && sentences * 2 > count
            } else {
                share(past) <= 0.5 && share(told) <= 0.5
            };
            fine.then_some(0.6 + 0.3 * share(ahead))
        }
        Lead::Announced(_) if listed => (share(past) <= 0.34 && share(told) <= 0.5).then_some(0.45 + 0.4 * share(ahead)),
        Lead::Announced(_) if series.kind() == cue::Kind::Unit => (past == 0 && share(told) < 0.5).then_some(0.5 + 0.3 * share(ahead)),
        Lead::Announced(_) => (share(past) < 0.34 && binding * 2 >= count).then_some(0.4 + 0.4 * share(binding)),
        Lead::None if series.kind() == cue::Kind::Unit => {
            let numbered = series.members.iter().filter(|member| matches!(member.cue.order, cue::Order::Number(_))).count();
            let near = series
                .members
                .windows(2)
                .all(|pair| pair[1].cue.tokens.first() - pair[0].cue.tokens.first().min(pair[1].cue.tokens.first()) < 40);
            // "the next phase" twice are not two steps.
            let begins = series.members.first().is_some_and(|member| member.number == 1);
            (binding * 2 >= count && past == 0 && count >= 2 && (numbered >= 2 || near && begins)).then_some(0.4 + 0.2 * share(binding))
        }
        Lead::None if series.kind() == cue::Kind::Listed => (binding == count && count >= 2).then_some(0.5),
        Lead::None if series.kind() == cue::Kind::Front => {
            let agents = steps.iter().filter(|step| step.actor.is_some() || step.modality == Some(Modality::Must)).count();
            (count >= 3 && binding * 4 >= count * 3 && agents * 2 >= count && past == 0).then_some(0.4 + 0.1 * share(binding))
        }
        Lead::None => None,
    }
}

/// Something that is to be done: a modal, an imperative, "-ing", a noun.
fn is_ahead(step: &Clause) -> bool {
    !step.told || step.modality.is_some_and(|m| m != Modality::Plain)
}

/// "How quickly it will be allowed", "Whether it will snap back", "Why ...".
fn is_question(eye: Eye, step: &Clause) -> bool {
    let at = step.tokens.first();
    eye.any(at, &["how", "whether", "why", "what", "who", "when", "where"])
        // "Is it safe", not "(the second phase) is planned for May"
        || eye.is_capital(at) && eye.any(at, &["is", "are", "do", "does", "can"])
        || eye.word(step.tokens.end()) == "?"
        || eye.any(step.tokens.end() - 1, &["?"])
}
