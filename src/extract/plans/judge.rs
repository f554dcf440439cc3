//! Whether a series of markers or a list tells a plan, and how sure that is.
//!
//! What speaks for it and against it is weighed and added: what leads to the steps (a count, a name, a verb of demand, or
//! reasons, options and events, which are told in the same way), whether there are as many as announced, and what the
//! steps themselves state: that somebody must or will do something, or what is and has been. No single cue decides.

use super::announce;
use super::cue;
use super::eye::{Eye, before};
use super::govern::{Governs, Hold};
use super::series::Series;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// What must come together for a series to be a plan.
const ENOUGH: f32 = 0.7;

/// What speaks for a plan before its steps are read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Lead {
    /// An announcement of this kind governs or precedes the series.
    Announced(announce::Kind),
    /// "two obligations:", "in several ways.": a count of anything.
    Loose,
    /// A line that ends with ":" and says that something is wanted.
    Wanted,
    /// "She announced the following concessions:".
    Offered,
    None,
}

impl Lead {
    fn weight(self, series: &Series) -> f32 {
        let listed = is_listed(series);
        match self {
            Self::Announced(announce::Kind::Counted) => 1.6,
            Self::Announced(announce::Kind::Parts) if series.kind() == cue::Kind::Front => 0.6,
            Self::Announced(announce::Kind::Parts) => 1.0,
            Self::Announced(announce::Kind::Loose) => 0.15,
            Self::Announced(_) if listed => 0.8,
            Self::Announced(_) => 0.35,
            Self::Wanted => 0.5,
            Self::Offered => 0.7,
            Self::Loose => 0.15,
            Self::None if listed => -0.2,
            Self::None => 0.0,
        }
    }
}

fn is_front(series: &Series) -> bool {
    series.kind() == cue::Kind::Front
}

/// "First, close the gate": an order, which whoever reads it can carry out.
fn is_order(eye: Eye, step: &Clause) -> bool {
    let first = step.tokens.first();
    let idle = step.action.as_deref().is_some_and(|action| eye.has_lemma(action, eye.words.idle));
    step.verbal && !step.told && step.modality == Modality::Plain && step.actor.is_none() && eye.is_base(first) && !idle
}

fn is_listed(series: &Series) -> bool {
    matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed)
}

/// What is counted shortly before a series, and speaks against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Against {
    /// Reasons, options, events: told in the same way, and no plan.
    Surely,
    /// Things, ways, problems: a plan where duties follow.
    Perhaps,
}

/// The confidence in a series as a plan; none where it is no plan. `count`: how many steps were announced; `procedure`: as
/// steps, stages or phases.
pub(super) fn series(
    eye: Eye,
    series: &Series,
    lead: Lead,
    count: Option<usize>,
    procedure: bool,
    against: Option<Against>,
) -> Option<f32> {
    let steps: Vec<&Clause> = series.members.iter().map(|member| &member.clause).collect();
    if steps.is_empty() || steps.iter().any(|step| is_question(eye, step) || is_page(eye, step)) {
        return None;
    }
    // "It takes three steps. First, the board names a trustee": a procedure is told in the present.
    let course = procedure && count == Some(steps.len());
    let orders = is_front(series) && series.members.iter().all(|member| is_order(eye, &member.clause));
    let present = |step: &Clause| course && step.told && !step.past && step.modality == Modality::Plain && acts(eye, step);
    // "Second, the league takes in one guest": among duties the present tells one too.
    let duties = steps.iter().filter(|step| step.modality != Modality::Plain || promises(step)).count() * 2 >= steps.len();
    let beside =
        |step: &Clause| duties && lead != Lead::None && step.told && !step.past && step.modality == Modality::Plain && acts(eye, step);
    // "The first suspends visas, the second cuts the quota": what each of those counted does.
    let does = |step: &Clause| {
        let third = eye.verb(step.tokens.first()).is_some_and(|verb| verb.third && !verb.base);
        count == Some(steps.len())
            && series.kind() == cue::Kind::Bare
            && matches!(lead, Lead::Announced(_))
            && !procedure
            && third
            && step.told
            && !eye.is_auxiliary(step.tokens.first())
    };
    let mean = mean(
        steps
            .iter()
            .map(|step| {
                if present(step) {
                    0.1
                } else if beside(step) {
                    weigh(eye, step).max(0.1)
                } else if does(step) {
                    0.3
                } else if orders {
                    0.6
                } else {
                    weigh(eye, step)
                }
            })
            .collect(),
    );
    let mut sum = lead.weight(series) + mean;
    sum += match lead {
        _ if count != Some(steps.len()) => 0.0,
        Lead::Loose => 0.1,
        _ => 0.3,
    };
    sum += if steps.len() >= 3 { 0.15 } else { 0.0 };
    let urged = steps.iter().all(|step| matches!(step.modality, Modality::Must | Modality::Should) || is_needed(step));
    // "1. All must leave the hill. 2. Boats must stay. 3. ...": orders need no name.
    sum += if series.kind() == cue::Kind::Listed && steps.len() >= 3 && urged { 0.2 } else { 0.0 };
    sum -= match against {
        Some(Against::Surely) => 1.5,
        Some(Against::Perhaps) if !urged => 0.5,
        _ => 0.0,
    };
    let counted = matches!(lead, Lead::Announced(announce::Kind::Counted));
    let staged = matches!(series.kind(), cue::Kind::Unit | cue::Kind::Front | cue::Kind::Bare);
    let bare = !matches!(lead, Lead::Announced(_));
    sum -= if staged && !urged && (bare || series.kind() != cue::Kind::Front && !counted) && is_topical(eye, series) { 1.0 } else { 0.0 };
    if series.kind() == cue::Kind::Unit && !counted {
        sum += phases(eye, series, &steps)?;
    }
    (sum >= ENOUGH).then(|| (0.25 + 0.35 * sum).clamp(0.3, 0.95))
}

fn acts(eye: Eye, step: &Clause) -> bool {
    step.actor.is_some() && !step.action.as_deref().is_some_and(|action| eye.has_lemma(action, eye.words.idle))
}

/// The mean weight; of four steps and more, the worst may be misread and doesn't count.
fn mean(mut weights: Vec<f32>) -> f32 {
    weights.sort_by(f32::total_cmp);
    let from = usize::from(weights.len() >= 4);
    weights[from..].iter().sum::<f32>() / (weights.len() - from).max(1) as f32
}

/// What phases and steps say by themselves: "the next phase" twice are not two steps, "step one, step two" are.
fn phases(eye: Eye, series: &Series, steps: &[&Clause]) -> Option<f32> {
    let numbered = series.members.iter().filter(|member| matches!(member.cue.order, cue::Order::Number(_))).count();
    let begins = series.members.first().is_some_and(|member| member.number == 1);
    let near =
        series.members.windows(2).all(|pair| pair[1].cue.tokens.first() - pair[0].cue.tokens.first().min(pair[1].cue.tokens.first()) < 60);
    let headed = numbered >= 2 && series.members.iter().all(|member| eye.is(member.cue.tokens.end(), ":"));
    // "The first step is to move the patients."
    let to_do = steps.iter().any(|step| step.verbal && eye.any(before(step.tokens.first()), &["to"]));
    // "Phase 1 closes the schools. Phase 2 allows ... Phase 3 allows ..."
    let third = |step: &&Clause| eye.verb(step.tokens.first()).is_some_and(|verb| verb.third && !verb.base) && !step.told;
    let does = if numbered >= 3 && begins && steps.iter().all(third) { 0.2 } else { 0.0 };
    (numbered >= 2 || near && begins).then_some(does + if headed { 0.4 } else { 0.15 } + if to_do { 0.3 } else { 0.0 })
}

/// What a step speaks for: somebody must do something, will do it, something is to be done; or it is told what is or was.
fn weigh(eye: Eye, step: &Clause) -> f32 {
    let idle = step.action.as_deref().is_some_and(|action| eye.has_lemma(action, eye.words.idle));
    let agent = step.actor.is_some();
    if step.past && step.modality == Modality::Plain {
        return -1.2;
    }
    if is_needed(step) {
        return 0.6;
    }
    match step.modality {
        Modality::Must | Modality::Should if idle => 0.1,
        Modality::Must | Modality::Should => {
            if agent {
                0.9
            } else {
                0.7
            }
        }
        Modality::Will | Modality::Would if idle => -0.1,
        Modality::Will | Modality::Would => {
            if agent {
                0.6
            } else {
                0.45
            }
        }
        Modality::May => 0.2,
        Modality::Plain if step.told && promises(step) => 0.4,
        Modality::Plain if step.told => {
            if is_plan(eye, step) {
                0.6
            } else {
                -0.9
            }
        }
        Modality::Plain if step.verbal => {
            if idle {
                0.0
            } else {
                0.35
            }
        }
        // "a two-phase storm: first, with rain"
        Modality::Plain if eye.has(step.tokens.first(), eye.words.preposition) || eye.is_adverb(step.tokens.first()) => -0.5,
        Modality::Plain => weigh_item(eye, step.tokens, step).clamp(-0.7, 0.3),
    }
}

/// "Syldavia has committed itself to close the pass"
fn promises(step: &Clause) -> bool {
    step.told && matches!(step.action.as_deref(), Some("agree" | "commit" | "pledge" | "promise" | "undertake" | "vow"))
}

/// "more wells are needed"
fn is_needed(step: &Clause) -> bool {
    step.told && step.action.as_deref() == Some("need")
}

/// "My plan cuts the rates", "it would": the plan is the subject, and what it does is what it proposes.
fn is_plan(eye: Eye, step: &Clause) -> bool {
    let first = step.tokens.first();
    (first..step.tokens.end().min(first + 4)).any(|at| eye.has(at, eye.words.noun) || eye.has(at, eye.words.bill))
}

fn is_deed(eye: Eye, item: TokenRange) -> bool {
    super::govern::deed(eye, item)
}

/// Whether the items of an inline list are steps.
pub(super) fn items(eye: Eye, items: &[TokenRange], steps: &[Clause], hold: Hold) -> bool {
    let count = items.len();
    if count < 2 || steps.len() < count {
        return false;
    }
    // "in two ways: from above and from below"
    if hold.how == Governs::Loose && !steps.iter().all(|step| step.verbal && step.modality == Modality::Plain) {
        return false;
    }
    // "urged: plans and drills should be made ready" is one clause.
    let clause = |step: &Clause| step.verbal && step.actor.is_some() && !matches!(step.modality, Modality::Plain);
    if count == 2 && steps.iter().any(clause) && steps.iter().any(|step| !step.verbal && step.modality == Modality::Plain) {
        return false;
    }
    let governs = match hold.how {
        Governs::Counted => 1.0,
        Governs::Parts => 0.9,
        Governs::Loose => 0.05,
        Governs::Chained => 0.8,
        Governs::Named => 0.45,
    };
    // "two parts: the board and the guild" counts what there is, not what is done.
    // "four pillars: human development, spatial design, ..."
    let deeds = items.iter().filter(|item| is_deed(eye, **item)).count();
    let short = deeds * 2 < count
        && items
            .iter()
            .all(|item| item.len() <= 4 && !item.iter().any(|at| eye.has(at, eye.words.deed) || eye.has(at, eye.words.preposition)));
    let calendar = items.iter().all(|item| item.iter().any(|at| eye.reading.value_of(at, crate::rules::ValueKind::Date).is_some()));
    let deedless = hold.how == Governs::Parts
        && !calendar
        && !steps.iter().any(|step| step.verbal)
        && (short || !items.iter().any(|item| item.len() > 6 && !eye.is_capital(item.first() + 1) || is_deed(eye, *item)));
    let governs = if deedless { governs - 1.1 } else { governs };
    if matches!(hold.how, Governs::Parts | Governs::Loose) && items.iter().any(|item| eye.any(before(item.first()), &["or"])) {
        return false;
    }
    let agrees = if hold.count == Some(count) { 0.6 } else { 0.0 };
    let several = if count >= 3 { 0.25 } else { 0.0 };
    let mean = items.iter().zip(steps).map(|(item, step)| weigh_item(eye, *item, step)).sum::<f32>() / count as f32;
    governs + agrees + several + mean >= ENOUGH + 0.02
}

/// "a wide range of provisions", "all of the amendments": which, is not said.
pub(super) fn is_vague(eye: Eye, item: TokenRange) -> bool {
    let many = |at: &usize| {
        let counts = eye.any(*at, &["all", "bag", "host", "number", "raft", "range", "series", "set", "three", "variety"]);
        counts && eye.any(at + 1, &["of"])
    };
    let what = |at: usize| eye.has(at, eye.words.part) || eye.has(at, eye.words.bill);
    eye.any(item.first(), &["nothing", "none", "little"])
        || item.iter().take(4).find(many).is_some_and(|at| (at + 2..item.end()).take(3).any(what))
}

fn weigh_item(eye: Eye, item: TokenRange, step: &Clause) -> f32 {
    let words = item.iter().filter(|&at| !eye.is_mark(at) && !eye.is_determiner(at)).count();
    let first = item.first();
    let states = !step.verbal && eye.has(first, eye.words.pronoun) && !eye.is_determiner(first);
    if step.told || step.past || states || is_vague(eye, item) {
        return -1.2;
    }
    // "three steps: shops from 4 May, theatres in June"
    if words >= 3 && item.iter().skip(1).any(|at| eye.reading.value_of(at, crate::rules::ValueKind::Date).is_some()) {
        return 0.3;
    }
    if step.verbal || is_deed(eye, item) {
        return if words >= 2 { 0.4 } else { 0.0 };
    }
    // "the extent to which the tax is fair" is what something is judged by.
    let scale = item.iter().take(3).any(|at| eye.any(at, &["extent", "degree", "likelihood", "ability", "level", "number"]));
    let open = first + usize::from(eye.any(first, &["the"]));
    let actor = |at: usize| eye.reading.value_of(at, crate::rules::ValueKind::Actor);
    // "the former mayor, Ana Osei", "former mayor Ana Osei"
    let titled = actor(before(item.end())).is_some_and(|who| who.tokens.len() >= 2 && who.tokens.first() <= open + 3)
        && !item.iter().any(|at| eye.has(at, eye.words.preposition));
    let name = titled || eye.is_capital(open) && actor(open).is_some();
    if name {
        -1.2
    } else if words < 2 || scale {
        -0.7
    } else {
        0.0
    }
}

/// Whether a list that no count announces tells what is to be done, item by item.
pub(super) fn list(eye: Eye, steps: &[Clause]) -> bool {
    let idle = |step: &Clause| step.action.as_deref().is_some_and(|action| eye.has_lemma(action, eye.words.idle));
    // "that the mayor appear before the court" is asked of him all the same; "will stay" may stand beside what will be done.
    let idle = steps.iter().filter(|step| idle(step) && !matches!(step.modality, Modality::Must | Modality::Should)).count();
    // "Senators urge ... | Mayor resigns": a line of headlines
    let headline = |step: &Clause| step.tokens.iter().take(40).any(|at| eye.is(at, "|"));
    // "to surrender, to stop the raids and to come home": a verb alone, beside others with more words
    let alone = |step: &Clause| step.tokens.len() < 2 && !(step.verbal && steps.len() >= 3);
    let states = |step: &Clause| alone(step) || step.told && step.modality == Modality::Plain || headline(step);
    idle * 2 <= steps.len().saturating_sub(usize::from(steps.len() == 1)) && !steps.iter().any(states)
}

/// Whether the series tells of a rocket, a trial or a race: their stages are no steps of a plan.
fn is_topical(eye: Eye, series: &Series) -> bool {
    let sentence = eye.reading.sentence(series.first_token());
    (sentence.first().saturating_sub(30)..series.first_token() + 14).any(|at| eye.has(at, eye.words.natural))
}

/// "Follow us on Twitter", "Click here": what a page asks of its readers.
fn is_page(eye: Eye, step: &Clause) -> bool {
    let page = step.tokens.iter().take(10).any(|at| eye.any(at, &["twitter", "facebook", "newsletter", "here"]));
    page && eye.any(step.tokens.first(), &["follow", "like", "click", "check", "subscribe", "join", "visit", "read"])
}

/// "How quickly it will be allowed", "Whether it will snap back", "Why ...".
fn is_question(eye: Eye, step: &Clause) -> bool {
    let at = step.tokens.first();
    let forbids = eye.any(at, &["do"]) && eye.any(at + 1, &["not", "n't", "n’t"]);
    !forbids && eye.any(at, &["how", "whether", "why", "what", "who", "when", "where"])
        // "Is it safe", not "(the second phase) is planned for May"
        || !forbids && eye.is_capital(at) && eye.any(at, &["is", "are", "do", "does", "can"])
        || eye.is(step.tokens.end(), "?")
        || eye.any(step.tokens.end() - 1, &["?"])
}
