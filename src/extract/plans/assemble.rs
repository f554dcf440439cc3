//! From announcements, series and lists to plans.
//!
//! Announcements that speak of one plan form a chain, named by the first of them: a count that is repeated
//! ("four-step plan", later "four-point plan"), and "the plan" behind it. Each series of markers and each inline list
//! belongs to the chain that announces it; a list without any may still be a plan of its own.

use super::announce::{Announcement, Kind};
use super::cue::{self, Cue};
use super::demand;
use super::draft::{self, Draft, Found};
use super::eye::{Eye, before};
use super::govern::{self, Hold, Inline};
use super::heads::Heads;
use super::judge::{self, Lead};
use super::lead;
use super::onward;
use super::sequel;
use super::series::{self, Series};
use super::timing;
use super::unmarked;
use super::{Modality, Plan, propose};
use crate::text::TokenRange;

/// Sentences between an announcement and its list.
const WINDOW: usize = 12;
/// Announcements before a series that are looked at.
const LOOK: usize = 40;
/// Sentences between a plan's name and its list where no count is said.
const NEAR: usize = 2;

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

struct Desk<'a> {
    eye: Eye<'a>,
    drafts: Vec<Draft>,
    /// Announcements with a count: their place, and the draft that they belong to.
    heads: Heads,
}

impl Desk<'_> {
    fn sentence(&self, at: usize) -> usize {
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

    /// Gives a series to the plan that announces it, if it is one.
    fn add_series(&mut self, series: &Series, announcements: &[Announcement], taken: &mut Vec<TokenRange>) {
        let first = series.first_token();
        let sentence = self.sentence(first);
        let counted = self.counted_head(series, sentence);
        let named = self.named_head(series, announcements);
        let against = lead::distracted(self.eye, first, sentence);
        let loose = lead::loose(self.eye, first, sentence).filter(|_| counted.is_none() && named.is_none());
        let wanted = lead::wants(self.eye, first);
        let loose = loose.filter(|_| wanted.is_none());
        let (announced, draft) = match (counted, named, loose) {
            (Some((head, draft)), ..) => (Lead::Announced(head.kind), Some(draft)),
            (None, Some(head), _) => (Lead::Announced(head.kind), None),
            (None, None, Some(_)) => (Lead::Loose, None),
            _ if wanted.is_some() => (Lead::Wanted, None),
            _ => (Lead::None, None),
        };
        let against = against.filter(|(at, _)| counted.is_none_or(|(head, _)| *at > head.name.first())).map(|(_, against)| against);
        let count = counted.map(|(head, _)| head).or(loose).and_then(|head| head.count.map(|count| count as usize));
        let Some(confidence) = judge::series(self.eye, series, announced, count, against) else { return };
        let named = named.or(loose).or(wanted.filter(|_| announced == Lead::Wanted));
        if draft.is_none() && series.members.len() < 2 {
            return;
        }
        let inherited = named.or(counted.map(|(head, _)| head)).and_then(|_| lead::lead_in(self.eye, first));
        let committed = named.filter(|verb| verb.kind == Kind::Demand).and_then(|verb| demand::committed(self.eye, verb.name, first));
        let draft = draft.unwrap_or_else(|| {
            let name = named.unwrap_or_else(|| unnamed(series));
            self.drafts.push(Draft {
                names: self.first_named(name, announcements),
                steps: Vec::new(),
                confidence,
                last: sentence,
                listed: None,
                others: false,
            });
            self.drafts.len() - 1
        });
        let draft = &mut self.drafts[draft];
        if draft.steps.iter().any(|step| step.number.is_some()) {
            // A second list under one announcement: the first one was it.
            return;
        }
        draft.confidence = draft.confidence.max(confidence);
        let mut speaker = None;
        for (n, member) in series.members.iter().enumerate() {
            let between = n.checked_sub(1).and_then(|before| unmarked::between(self.eye, &series.members[before], member));
            let found = |clause| Found {
                number: Some(member.number - 1),
                marker: None,
                clause,
                rule: "step/between",
                confidence: confidence * 0.8,
            };
            draft.steps.extend(between.map(found));
            let mut clause = member.clause.clone();
            speaker = clause.speaker.or(speaker);
            clause.speaker = speaker;
            if let (Some(modality), Modality::Plain) = (inherited, clause.modality) {
                clause.modality = modality;
            }
            clause.actor = clause.actor.or(committed);
            timing::add(self.eye, series, n, &mut clause);
            taken.push(clause.tokens);
            draft.steps.push(Found {
                number: Some(member.number),
                marker: Some(member.cue.tokens).filter(|marker| !marker.is_empty()),
                clause,
                rule: member.cue.rule,
                confidence,
            });
        }
        draft.last = series.last;
        if series.kind() != cue::Kind::Bullet {
            let more = unmarked::also(self.eye, series.last);
            draft.steps.extend(more.into_iter().map(|clause| Found {
                number: None,
                marker: None,
                clause,
                rule: "step/also",
                confidence: confidence * 0.8,
            }));
        }
    }

    /// The announcement with a count that stands nearest before the series, or within it.
    fn counted_head(&self, series: &Series, sentence: usize) -> Option<(Announcement, usize)> {
        let first = series.first_token();
        let fits = |head: &Announcement| {
            let at = self.sentence(head.name.first());
            let many = head.count.is_some_and(|n| n as usize >= series.members.len());
            let listed = matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed);
            // Bullets far from a name belong to something else, unless there are as many as announced.
            let exact = if listed { head.count == Some(series.members.len() as u32) } else { many };
            let window = if head.kind == Kind::Parts && series.kind() == cue::Kind::Front { 6 } else { WINDOW * 2 };
            (at <= sentence && sentence - at <= window && head.name.first() < first && (exact || sentence - at <= 4))
                || (at >= sentence && at <= sentence + 2)
        };
        let before = self.heads.before(first).find(|(head, _)| fits(head));
        before.or_else(|| self.heads.behind(first).find(|(head, _)| fits(head))).copied()
    }

    /// The plan noun that leads to the series: shortly before it, or right behind its marker ("the first part of the plan").
    fn named_head(&self, series: &Series, announcements: &[Announcement]) -> Option<Announcement> {
        let first = series.first_token();
        let sentence = self.sentence(first);
        let listed = matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed);
        let after = announcements.partition_point(|a| a.name.first() < first);
        let before = announcements[..after].iter().rev().take(LOOK).take_while(|a| sentence - self.sentence(a.name.first()) <= NEAR).find(
            |a| match a.kind {
                Kind::Named => !listed || lead::leads(self.eye, a, first, sentence),
                Kind::Bill => listed && self.eye.word(before(first)) == ":" && lead::leads(self.eye, a, first, sentence),
                Kind::Demand => lead::governs(self.eye, a, first),
                Kind::Parts => a.count.is_none(),
                _ => false,
            },
        );
        let behind = || {
            let end = series.members.first().filter(|member| member.cue.kind == cue::Kind::Unit)?.cue.tokens.end();
            let of = self.eye.any(end, &["of"]);
            announcements[after..].iter().find(|a| of && a.kind == Kind::Named && a.name.first() <= end + 10)
        };
        behind().or(before).copied()
    }

    /// Inline lists: of announcements in their own sentence, or in those behind.
    fn add_lists(&mut self, announcements: &[Announcement], taken: &[TokenRange]) {
        let mut read_to = 0;
        for (n, announcement) in announcements.iter().enumerate() {
            if announcement.name.first() < read_to {
                continue;
            }
            let held = self.heads.overlapping(announcement.name);
            let head = held.filter(|(head, _)| head.name == announcement.name).map(|(_, draft)| draft);
            if announcement.count.is_none() && held.is_some() {
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
                list = list.or_else(|| sequel::run(self.eye, announcement)).or_else(|| {
                    let far = (sentence + 3..=sentence + 5).filter(|at| *at <= next).filter_map(|at| sentences.get(at));
                    far.into_iter().find_map(|s| sequel::includes(self.eye, s.tokens, Hold::of(announcement, false)))
                });
            } else if list.is_none() && matches!(announcement.kind, Kind::Named | Kind::Parts) {
                let next = self.eye.reading.document().sentences().get(sentence + 1);
                list = next.and_then(|s| sequel::named(self.eye, announcement.name, s.tokens));
            }
            let Some(mut list) = list else { continue };
            list = onward::all(self.eye, list);
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
        let chain = head.or_else(|| self.near(announcement, sentence).filter(|draft| definite || fits(draft)));
        if chain.is_none() && announcement.count.is_none() && !judge::list(self.eye, &list.steps) {
            return;
        }
        let confidence = match announcement.kind {
            Kind::Counted => 0.85,
            Kind::Parts => 0.75,
            Kind::Named | Kind::Bill => 0.6,
            Kind::Demand | Kind::Loose => 0.5,
        };
        let draft = chain.unwrap_or_else(|| {
            self.drafts.push(Draft {
                names: self.first_named(*announcement, announcements),
                steps: Vec::new(),
                confidence,
                last: sentence,
                listed: None,
                others: false,
            });
            self.drafts.len() - 1
        });
        let name = announcement.name;
        let others = (name.first().saturating_sub(1)..name.end()).any(|at| self.eye.any(at, &["other", "remaining"]));
        let draft = &mut self.drafts[draft];
        let marked = draft.steps.iter().filter_map(|step| step.number.filter(|_| step.marker.is_some())).min();
        let steps = list.steps.into_iter();
        let found = steps.map(|clause| Found { number: None, marker: None, clause, rule: "step/inline", confidence });
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

    /// The names of a plan without a count: "the package" was "a package" when it was first spoken of.
    fn first_named(&self, name: Announcement, announcements: &[Announcement]) -> Vec<Announcement> {
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
    fn near(&self, announcement: &Announcement, sentence: usize) -> Option<usize> {
        let (head, draft) = self.heads.before(announcement.name.first()).next()?;
        (self.sentence(head.name.first()) + WINDOW >= sentence || self.drafts[*draft].last + WINDOW >= sentence).then_some(*draft)
    }

    /// "the plan", "his proposal", "that deal".
    fn is_definite(&self, name: TokenRange) -> bool {
        let at = before(name.first());
        let hyphen = self.eye.word(at) == "-" && self.eye.reading.quantity(before(at)).is_some();
        hyphen || self.eye.any(at, &["the", "his", "her", "their", "its", "this", "that", "these", "those", "our"])
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

/// Whether a step of a series lies over these tokens. `taken` is sorted.
fn is_taken(taken: &[TokenRange], tokens: TokenRange) -> bool {
    let after = taken.partition_point(|range| range.first() < tokens.end());
    taken[..after].iter().rev().take(4).any(|range| range.overlaps(tokens))
}

/// A plan that nobody names: it is called by its first marker.
fn unnamed(series: &Series) -> Announcement {
    let name = series.members.first().map_or(TokenRange::default(), |member| match member.cue.tokens {
        cue if cue.is_empty() => member.clause.tokens,
        cue => cue,
    });
    Announcement { name, count: None, kind: Kind::Named, rule: "plan/steps" }
}
