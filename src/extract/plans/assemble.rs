//! From announcements, series and lists to plans.
//!
//! Announcements that speak of one plan form a chain, named by the first of them: a count that is repeated
//! ("four-step plan", later "four-point plan"), and "the plan" behind it. Each series of markers and each inline list
//! belongs to the chain that announces it; a list without any may still be a plan of its own.

use super::announce::{Announcement, Kind};
use super::cue::Cue;
use super::draft::{self, Draft};
use super::eye::{Eye, before};
use super::heads::Heads;
use super::series;
use super::{Plan, propose};
use crate::text::TokenRange;

/// Sentences between an announcement and its list.
pub(super) const WINDOW: usize = 12;
/// Announcements before a series that are looked at.
pub(super) const LOOK: usize = 40;

/// Puts the plans of a document together, in order.
pub(super) fn plans(eye: Eye, announcements: &[Announcement], cues: &[Cue]) -> Vec<Plan> {
    let mut desk = Desk { eye, drafts: Vec::new(), heads: Heads::default() };
    desk.chain(announcements);
    let series = series::group(eye, cues);
    let mut taken: Vec<TokenRange> = Vec::new();
    for series in &series {
        desk.add_series(series, announcements, &mut taken);
    }
    taken.sort_unstable();
    desk.add_lists(announcements, &taken);
    desk.finish()
}

pub(super) struct Desk<'a> {
    pub(super) eye: Eye<'a>,
    pub(super) drafts: Vec<Draft>,
    /// Announcements with a count: their place, and the draft that they belong to.
    pub(super) heads: Heads,
}

impl Desk<'_> {
    pub(super) fn sentence(&self, at: usize) -> usize {
        self.eye.reading.document().sentence_of(at)
    }

    /// Joins the announcements with a count into chains.
    fn chain(&mut self, announcements: &[Announcement]) {
        for announcement in announcements.iter().filter(|a| a.count.is_some() && a.kind != Kind::Loose) {
            if self.heads.last().is_some_and(|last| last.name.overlaps(announcement.name)) {
                continue;
            }
            let sentence = self.sentence(announcement.name.first());
            let other =
                (announcement.name.first().saturating_sub(1)..announcement.name.end()).any(|at| self.eye.any(at, &["other", "remaining"]));
            let known = self.heads.latest(|head| head.count == announcement.count || other);
            let draft = known.unwrap_or_else(|| {
                self.drafts.push(Draft {
                    names: Vec::new(),
                    steps: Vec::new(),
                    confidence: 0.0,
                    last: sentence,
                    listed: None,
                    others: false,
                });
                self.drafts.len() - 1
            });
            self.drafts[draft].names.push(*announcement);
            self.heads.push(*announcement, draft);
        }
        // "The plan, offered by Osei, is aimed at ...": it only tells more of a plan that has been announced.
        for announcement in announcements.iter().filter(|a| a.kind == Kind::Named) {
            if !self.is_definite(announcement.name) {
                continue;
            }
            let sentence = self.sentence(announcement.name.first());
            let apart = self.heads.overlapping(announcement.name).is_none();
            let Some(draft) = self.near(announcement, sentence).filter(|_| apart) else { continue };
            if propose::author(self.eye, announcement.name).is_some() {
                self.drafts[draft].names.push(*announcement);
            }
        }
    }

    /// Opens a plan of this name, without steps; gives its place among the drafts.
    pub(super) fn open(&mut self, name: Announcement, announcements: &[Announcement], confidence: f32, sentence: usize) -> usize {
        let names = self.first_named(name, announcements);
        self.drafts.push(Draft { names, steps: Vec::new(), confidence, last: sentence, listed: None, others: false });
        self.drafts.len() - 1
    }

    /// The names of a plan without a count: "the package" was "a package" when it was first spoken of.
    pub(super) fn first_named(&self, name: Announcement, announcements: &[Announcement]) -> Vec<Announcement> {
        let last = |name: &Announcement| self.eye.word(before(name.name.end()));
        let sentence = self.sentence(name.name.first());
        let after = announcements.partition_point(|a| a.name.first() < name.name.first());
        let first = announcements[..after].iter().rev().take(LOOK).find(|a| {
            let same = a.kind == name.kind && last(a).eq_ignore_ascii_case(last(&name));
            same && !self.is_definite(a.name) && self.sentence(a.name.first()) + WINDOW >= sentence
        });
        let known = name.kind == Kind::Named && self.is_definite(name.name);
        first.filter(|_| known).copied().into_iter().chain([name]).collect()
    }

    /// The plan with a count that was spoken of shortly before.
    pub(super) fn near(&self, announcement: &Announcement, sentence: usize) -> Option<usize> {
        let (head, draft) = self.heads.before(announcement.name.first()).next()?;
        (self.sentence(head.name.first()) + WINDOW >= sentence || self.drafts[*draft].last + WINDOW >= sentence).then_some(*draft)
    }

    /// "the plan", "his proposal", "that deal".
    pub(super) fn is_definite(&self, name: TokenRange) -> bool {
        let at = before(name.first());
        let hyphen = self.eye.is(at, "-") && self.eye.reading.quantity(before(at)).is_some();
        hyphen || self.eye.any(at, &["the", "his", "her", "their", "its", "this", "that", "these", "those", "our", "my"])
    }

    /// The drafts with two steps and more, as plans.
    fn finish(self) -> Vec<Plan> {
        let eye = self.eye;
        let mut drafts = self.drafts;
        drafts.iter_mut().for_each(|draft| draft::complete(eye, draft));
        let mut plans: Vec<Plan> =
            drafts.into_iter().filter(|draft| draft.steps.len() >= 2).filter_map(|draft| draft::plan(eye, draft)).collect();
        plans.sort_by_key(|plan| (plan.tokens.first(), plan.tokens.end()));
        // A caption that is printed twice tells one plan.
        let text = |plan: &Plan| plan.steps.iter().map(|step| step.span.of(eye.reading.document().text())).collect::<Vec<_>>();
        let mut seen = std::collections::BTreeSet::new();
        plans.retain(|plan| seen.insert(text(plan)));
        plans
    }
}
