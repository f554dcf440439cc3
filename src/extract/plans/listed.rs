//! Inline lists: those that an announcement governs in its own sentence, and in the sentences behind it.

use super::announce::{Announcement, Kind};
use super::assemble::Desk;
use super::does;
use super::doubt;
use super::draft::{Draft, Found};
use super::eye::before;
use super::govern::{self, Hold, Inline};
use super::judge;
use super::onward;
use super::pieces;
use super::propose;
use super::prose;
use super::recalled;
use super::running;
use super::sequel;
use super::term;
use super::{Clause, Modality};
use crate::text::TokenRange;

/// How many sentences behind a plan "the plan" may go on with it.
const NEAR: usize = 3;

/// How many announcements behind a count are asked whether they tell its plan.
const SOON: usize = 4;

/// How many announcements before "the plan" are asked whether they brought in another.
const SINCE: usize = 12;

/// How many plans and steps of them that were told last may lie over what a count recalls.
const FEW: usize = 12;

/// A single step of a plan, which is none yet.
struct Piece {
    announcement: Announcement,
    sentence: usize,
    list: Inline,
}

impl Desk<'_> {
    /// Inline lists: of announcements in their own sentence, or in those behind.
    pub(super) fn add_lists(&mut self, announcements: &[Announcement], taken: &[TokenRange]) {
        let mut read_to = 0;
        let mut pending: Option<Piece> = None;
        for (n, announcement) in announcements.iter().enumerate() {
            if announcement.name.first() < read_to {
                continue;
            }
            let held = self.heads.overlapping(announcement.name);
            let head = held.filter(|(head, _)| head.name == announcement.name).map(|(_, draft)| draft);
            // "a road map of six items": the count announces it.
            let parts = announcements.get(n + 1).is_some_and(|a| a.count.is_some() && a.name.first() == announcement.name.end() + 1);
            if announcement.count.is_none() && (held.is_some() || parts) {
                continue;
            }
            let sentence = self.sentence(announcement.name.first());
            let near = self.near(announcement, sentence);
            let chained = match announcement.kind {
                Kind::Named => self.is_definite(announcement.name) && near.is_some(),
                Kind::Demand => near.is_some_and(|draft| self.drafts[draft].steps.is_empty() && self.drafts[draft].last + 1 >= sentence),
                _ => false,
            };
            let mut list = govern::list(self.eye, announcement, chained);
            if list.is_none() && head.is_some() {
                let last = |draft: &'_ Draft| draft.steps.iter().rev().take(FEW).map(|step| step.clause.tokens).collect::<Vec<_>>();
                let near = self.drafts.iter().rev().take(FEW).flat_map(last);
                let free = |list: &Inline| near.into_iter().all(|step| !step.overlaps(list.tokens));
                list = recalled::before(self.eye, announcement).filter(free);
            }
            if list.is_none() && head.is_some() {
                list = sequel::intended(self.eye, announcement.name, Hold::of(announcement, false));
            }
            if list.is_none() && head.is_some() {
                let sentences = self.eye.reading.document().sentences();
                let other = announcements[n + 1..].iter().find(|a| a.count.is_some() && !a.name.overlaps(announcement.name));
                let next = other.map_or(usize::MAX, |a| self.sentence(a.name.first()));
                list = (sentence + 1..=sentence + 2)
                    .filter(|at| *at <= next)
                    .filter_map(|at| sentences.get(at))
                    .find_map(|s| sequel::counted(self.eye, s.tokens, Hold::of(announcement, false)));
                // "The plan includes ..." behind it tells more than sentences do.
                let told = |a: &&Announcement| {
                    a.count.is_none() && a.kind == Kind::Named && self.is_definite(a.name) && govern::list(self.eye, a, true).is_some()
                };
                let soon =
                    announcements[n + 1..].iter().take(SOON).take_while(|a| self.sentence(a.name.first()) <= sentence + 2).find(told);
                let prose = || {
                    if soon.is_some() {
                        None
                    } else {
                        prose::told(self.eye, announcement, next).or_else(|| prose::ordered(self.eye, announcement))
                    }
                };
                list = list.or_else(prose).or_else(|| {
                    let far = (sentence + 3..=sentence + 5).filter(|at| *at <= next).filter_map(|at| sentences.get(at));
                    far.into_iter().find_map(|s| sequel::includes(self.eye, s.tokens, Hold::of(announcement, false)))
                });
            } else if list.is_none() && announcement.kind == Kind::Loose {
                let next = self.eye.reading.document().sentences().get(sentence + 1);
                // "The order does two things. It halts dredging and caps fees."
                let does = next.and_then(|next| does::told(self.eye, next.tokens, 2));
                list = prose::vowed(self.eye, announcement).or(does.filter(|list| announcement.count == Some(list.steps.len() as u32)));
            } else if list.is_none() && matches!(announcement.kind, Kind::Named | Kind::Parts) {
                let next = self.eye.reading.document().sentences().get(sentence + 1);
                list = next.and_then(|s| sequel::named(self.eye, announcement.name, s.tokens));
                if list.is_none() && announcement.count.is_none() {
                    list = prose::dated(self.eye, announcement)
                        .or_else(|| prose::in_order(self.eye, announcement))
                        .or_else(|| prose::vowed(self.eye, announcement))
                        .or_else(|| prose::ordered(self.eye, announcement))
                        .or_else(|| prose::unfolded(self.eye, announcement));
                }
            }
            let piece = || match announcement.count {
                None => pieces::first(self.eye, announcement).or_else(|| pieces::next(self.eye, announcement)),
                Some(_) => None,
            };
            let running = || match announcement.kind {
                Kind::Named | Kind::Bill => running::told(self.eye, announcement),
                _ => None,
            };
            let whole = list.is_some();
            let piece = list.or_else(piece).map(|list| onward::all(self.eye, list));
            // What the plan does, all of it, where the pieces tell less.
            let steps = piece.as_ref().map_or(0, |list| list.steps.len());
            let told = if whole { None } else { running().filter(|list| list.steps.len() > steps) };
            let Some(mut list) = told.or(piece) else { continue };
            // "Once enacted, the law will ..."
            let front = term::condition_before(self.eye, announcement.name.first());
            for step in list.steps.iter_mut().filter(|step| front.is_some() && self.sentence(step.tokens.first()) == sentence) {
                step.condition = step.condition.or(front);
            }
            let goes_on = |piece: &Piece| {
                let other = || self.is_of_another(piece.list.tokens.end(), &announcements[..n]);
                self.goes_on(announcement)
                    && !other()
                    && piece.sentence + NEAR >= sentence
                    && piece.list.tokens.end() <= list.tokens.first()
            };
            let earlier = pending.take().filter(goes_on);
            let told = || chained || earlier.is_some() || self.recent(announcement, &announcements[..n], sentence).is_some();
            if announcement.count.is_none() && list.steps.len() < 2 && !told() {
                let one = is_plan(announcement.kind) && !self.eye.word(before(announcement.name.end())).ends_with(['s', 'S']);
                pending = one.then_some(Piece { announcement: *announcement, sentence, list });
                continue;
            }
            let mut announcement = announcement;
            if let Some(piece) = &earlier {
                list.steps.splice(0..0, piece.list.steps.iter().cloned());
                announcement = &piece.announcement;
            }
            if list.steps.iter().any(|step| is_taken(taken, step.tokens)) {
                continue;
            }
            read_to = list.tokens.end();
            // "the five-point plan demands that ...": the noun names it.
            let noun = announcements[..n].iter().rev().take(3).find(|a| {
                announcement.kind == Kind::Demand
                    && a.kind != Kind::Demand
                    && announcement.name.first() >= a.name.end()
                    && announcement.name.first() - a.name.end() <= 1
            });
            match noun {
                Some(noun) => {
                    let head = self.heads.overlapping(noun.name).map(|(_, draft)| draft);
                    self.add_list(noun, announcements, head, sentence, list);
                }
                None => self.add_list(announcement, announcements, head, sentence, list),
            }
        }
    }

    fn add_list(
        &mut self,
        announcement: &Announcement,
        announcements: &[Announcement],
        head: Option<usize>,
        sentence: usize,
        list: Inline,
    ) {
        let definite = announcement.kind == Kind::Named && self.is_definite(announcement.name);
        // "a paper that calls for A, B and C", where a paper of three steps was announced
        let fits = |draft: &usize| {
            let draft = &self.drafts[*draft];
            let count = draft.names.iter().find_map(|name| name.count);
            announcement.kind == Kind::Demand && draft.steps.is_empty() && count.is_some_and(|n| n as usize >= list.steps.len())
        };
        let chain = head
            .or_else(|| self.near(announcement, sentence).filter(|draft| definite || fits(draft)))
            .or_else(|| self.recent(announcement, earlier(announcements, announcement), sentence));
        if chain.is_none() && announcement.count.is_none() && !judge::list(self.eye, &list.steps) {
            return;
        }
        let confidence = match announcement.kind {
            Kind::Counted => 0.85,
            Kind::Parts if announcement.count.is_some() => 0.75,
            Kind::Loose => 0.5,
            _ if chain.is_some() => 0.6,
            _ => match doubt::confidence(self.eye, announcement, &list) {
                Some(confidence) => confidence,
                None => return,
            },
        };
        let draft = chain.unwrap_or_else(|| self.open(*announcement, announcements, confidence, sentence));
        let name = announcement.name;
        let taker = propose::taker(self.eye, name);
        let others = (name.first().saturating_sub(1)..name.end()).any(|at| self.eye.any(at, &["other", "remaining"]));
        let draft = &mut self.drafts[draft];
        let marked = draft.steps.iter().filter_map(|step| step.number.filter(|_| step.marker.is_some())).min();
        let steps = list.steps.into_iter();
        let found = steps.map(|clause| {
            let actor = clause.actor.or(taker.filter(|_| clause.modality == Modality::Plain));
            Found { number: None, marker: None, clause: Clause { actor, ..clause }, rule: "step/inline", confidence }
        });
        match marked {
            // "The package includes a bill to ... The second part would ...": the list tells what the markers leave out.
            Some(lowest) if lowest > 1 => {
                let mut found: Vec<Found> = found.take(lowest as usize - 1).collect();
                found.append(&mut draft.steps);
                draft.steps = found;
            }
            Some(_) => return,
            None => draft.steps.extend(found),
        }
        draft.confidence = draft.confidence.max(confidence);
        draft.last = draft.last.max(sentence);
        draft.listed = Some(announcement.name);
        draft.others = others;
    }

    /// "the plan", "his bill": it goes on with what was told before.
    fn goes_on(&self, announcement: &Announcement) -> bool {
        let at = before(announcement.name.first());
        let whose = matches!(self.eye.word(at), "'s" | "’s");
        // "The terms demanded by the guild include": another list, with its own author.
        let end = announcement.name.end();
        let own = self.eye.any(end, &["demanded", "proposed", "set", "posed"]) && self.eye.any(end + 1, &["by"]);
        // "Its friends deny that the bill would ...": nothing more of it
        let supposed = || doubt::is_supposed(self.eye, announcement.name);
        is_plan(announcement.kind) && !supposed() && !own && !self.eye.any(at, &["their"]) && (whose || self.is_definite(announcement.name))
    }

    /// "a rival budget passed": whether another plan was brought in since the earlier one was told, so that "the plan" is the new one.
    fn is_of_another(&self, told: usize, named: &[Announcement]) -> bool {
        let new = |at: usize| self.eye.any(at, &["a", "an", "another"]);
        let article =
            |name: TokenRange| (name.first().saturating_sub(3)..name.first()).rev().take_while(|&at| !self.eye.is_mark(at)).any(new);
        let since = named.iter().rev().take(SINCE).take_while(|other| other.name.first() >= told);
        since.filter(|other| is_plan(other.kind)).any(|other| article(other.name))
    }

    /// The plan without a count that was told a sentence or two before, where "the plan" goes on with it.
    fn recent(&self, announcement: &Announcement, named: &[Announcement], sentence: usize) -> Option<usize> {
        let draft = self.drafts.len().checked_sub(1).filter(|_| self.goes_on(announcement))?;
        let last = &self.drafts[draft];
        let listed = last.listed.is_some() && last.names.iter().all(|name| name.count.is_none() && is_plan(name.kind));
        let other = || last.steps.last().is_some_and(|step| self.is_of_another(step.clause.tokens.end(), named));
        (listed && last.last + NEAR >= sentence && last.last <= sentence && !other()).then_some(draft)
    }
}

/// The announcements before this one.
fn earlier<'a>(announcements: &'a [Announcement], announcement: &Announcement) -> &'a [Announcement] {
    &announcements[..announcements.partition_point(|other| other.name.first() < announcement.name.first())]
}

fn is_plan(kind: Kind) -> bool {
    matches!(kind, Kind::Named | Kind::Bill)
}

/// Whether a step of a series lies over these tokens. `taken` is sorted.
fn is_taken(taken: &[TokenRange], tokens: TokenRange) -> bool {
    let after = taken.partition_point(|range| range.first() < tokens.end());
    taken[..after].iter().rev().take(4).any(|range| range.overlaps(tokens))
}
