//! Whether a series of markers tells a plan, and how sure that is.
//!
//! For it speak an announcement and steps that are to be done; against it speak reasons, options, questions, and what has
//! happened already.

use super::announce;
use super::cue;
use super::eye::{Eye, before};
use super::series::Series;
use super::{Clause, Modality};

/// What speaks for a plan before its steps are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// An announcement of this kind governs or precedes the series.
    Announced(announce::Kind),
    None,
}

/// Whether a list that no count announces tells what is to be done, item by item.
pub(super) fn list(eye: Eye, steps: &[Clause]) -> bool {
    steps.iter().all(|step| {
        let idle = step.action.as_deref().is_some_and(|action| eye.has_lemma(action, eye.words.idle));
        step.tokens.len() >= 2 && !idle && !(step.told && step.modality == Modality::Plain)
    })
}

/// The confidence in a series as a plan; none where it is no plan.
pub(super) fn series(eye: Eye, series: &Series, lead: Lead) -> Option<f32> {
    let steps: Vec<&Clause> = series.members.iter().map(|member| &member.clause).collect();
    let count = steps.len();
    if count == 0 || steps.iter().any(|step| is_question(eye, step)) {
        return None;
    }
    let ahead = steps.iter().filter(|step| is_ahead(step)).count();
    let binding =
        steps.iter().filter(|step| matches!(step.modality, Modality::Will | Modality::Would | Modality::Must | Modality::Should)).count();
    let told = steps.iter().filter(|step| step.told).count();
    let past = steps.iter().filter(|step| step.past && step.modality == Modality::Plain).count();
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
            // "The first step is to move the patients."
            let to_do = steps.iter().filter(|step| step.verbal && eye.any(before(step.tokens.first()), &["to"])).count();
            // "Step one: ... Step two: ..."
            let headed = numbered >= 2 && series.members.iter().all(|member| eye.word(member.cue.tokens.end()) == ":");
            let open = steps.iter().filter(|step| step.modality == Modality::May).count();
            let firm = (headed || numbered >= 2) && (binding + open) * 2 >= count
                || binding * 2 >= count
                || (binding + to_do) * 3 >= count * 2 && to_do > 0 && begins;
            (firm && past == 0 && count >= 2 && !is_topical(eye, series) && (numbered >= 2 || near && begins))
                .then_some(0.4 + 0.2 * share(binding))
        }
        Lead::None if series.kind() == cue::Kind::Listed => {
            let to_do = steps.iter().filter(|step| step.verbal && !step.told).count();
            (binding == count && count >= 2 || to_do == count && count >= 3 && wants(eye, series.first_token())).then_some(0.5)
        }
        Lead::None if series.kind() == cue::Kind::Front && !is_topical(eye, series) => {
            let agents = steps.iter().filter(|step| step.actor.is_some() || step.modality == Modality::Must).count();
            (count >= 3 && binding * 4 >= count * 3 && agents * 2 >= count && past == 0).then_some(0.4 + 0.1 * share(binding))
        }
        Lead::None => None,
    }
}

/// Whether the series tells of a rocket, a trial or a race: their stages are no steps of a plan.
fn is_topical(eye: Eye, series: &Series) -> bool {
    let sentence = eye.reading.sentence(series.first_token());
    (sentence.first().saturating_sub(30)..sentence.first() + 40).any(|at| eye.has(at, eye.words.natural))
}

/// Something that is to be done: a modal, an imperative, "-ing", a noun.
fn is_ahead(step: &Clause) -> bool {
    !step.told || step.modality != Modality::Plain
}

/// "What the council wants to do:": a line that ends with ":" and says that something is to be done.
fn wants(eye: Eye, first: usize) -> bool {
    let Some(colon) = first.checked_sub(1).filter(|at| eye.word(*at) == ":") else { return false };
    let from = eye.reading.sentence(colon).first().max(colon.saturating_sub(30));
    let wanted = |at: usize| {
        eye.modality(at).is_some()
            || eye.verb(at).is_some_and(|verb| matches!(verb.lemma, "want" | "plan" | "propose" | "demand" | "seek" | "intend"))
    };
    (from..colon).any(wanted) && !(from..colon).any(|at| eye.has(at, eye.words.distractor) || eye.has(at, eye.words.natural))
}

/// "How quickly it will be allowed", "Whether it will snap back", "Why ...".
fn is_question(eye: Eye, step: &Clause) -> bool {
    let at = step.tokens.first();
    let forbids = eye.any(at, &["do"]) && eye.any(at + 1, &["not", "n't", "n’t"]);
    !forbids && eye.any(at, &["how", "whether", "why", "what", "who", "when", "where"])
        // "Is it safe", not "(the second phase) is planned for May"
        || !forbids && eye.is_capital(at) && eye.any(at, &["is", "are", "do", "does", "can"])
        || eye.word(step.tokens.end()) == "?"
        || eye.any(step.tokens.end() - 1, &["?"])
}
