//! From announcements, series and lists to plans.
//!
//! Announcements that speak of one plan form a chain, named by the first of them: a count that is repeated
//! ("four-step plan", later "four-point plan"), and "the plan" behind it. Each series of markers and each inline list
//! belongs to the chain that announces it; a list without any may still be a plan of its own.

use super::announce::{Announcement, Kind};
use super::clause::Clause;
use super::cue::{self, Cue};
use super::eye::Eye;
use super::govern::{self, Inline};
use super::judge::{self, Lead};
use super::series::{self, Series};
use super::{Modality, Plan, Step, propose};
use crate::text::TokenRange;

/// Sentences between an announcement and its list.
const WINDOW: usize = 12;
/// Sentences between a plan's name and its list where no count is said.
const NEAR: usize = 2;

/// A plan while it is put together.
struct Draft {
    /// All announcements of it, the first first.
    names: Vec<Announcement>,
    steps: Vec<Found>,
    confidence: f32,
    /// The sentence of the last announcement or step.
    last: usize,
}

/// A step while its plan is put together.
struct Found {
    number: Option<u32>,
    marker: Option<TokenRange>,
    clause: Clause,
    rule: &'static str,
    confidence: f32,
}

/// Puts the plans of a document together, in order.
pub(super) fn plans(eye: Eye, announcements: &[Announcement], cues: &[Cue]) -> Vec<Plan> {
    let mut desk = Desk { eye, drafts: Vec::new(), heads: Vec::new() };
    desk.chain(announcements);
    let series = series::group(eye, cues);
    let mut taken: Vec<TokenRange> = Vec::new();
    for series in &series {
        desk.add_series(series, announcements, &mut taken);
    }
    desk.add_lists(announcements, &taken);
    desk.finish()
}

struct Desk<'a> {
    eye: Eye<'a>,
    drafts: Vec<Draft>,
    /// Announcements with a count: their place, and the draft that they belong to.
    heads: Vec<(Announcement, usize)>,
}

impl Desk<'_> {
    fn sentence(&self, at: usize) -> usize {
        self.eye.reading.document().sentence_of(at)
    }

    /// Joins the announcements with a count into chains.
    fn chain(&mut self, announcements: &[Announcement]) {
        for announcement in announcements.iter().filter(|a| a.count.is_some()) {
            if self.heads.last().is_some_and(|(last, _)| last.name.overlaps(announcement.name)) {
                continue;
            }
            let sentence = self.sentence(announcement.name.first());
            let other =
                (announcement.name.first().saturating_sub(1)..announcement.name.end()).any(|at| self.eye.any(at, &["other", "remaining"]));
            let known = self.heads.iter().rev().find(|(head, _)| head.count == announcement.count || other).map(|(_, draft)| *draft);
            let draft = known.unwrap_or_else(|| {
                self.drafts.push(Draft { names: Vec::new(), steps: Vec::new(), confidence: 0.0, last: sentence });
                self.drafts.len() - 1
            });
            self.drafts[draft].names.push(*announcement);
            self.heads.push((*announcement, draft));
        }
    }

    /// Gives a series to the plan that announces it, if it is one.
    fn add_series(&mut self, series: &Series, announcements: &[Announcement], taken: &mut Vec<TokenRange>) {
        let first = series.first_token();
        let sentence = self.sentence(first);
        let counted = self.counted_head(series, sentence);
        let named = self.named_head(series, announcements);
        let distracted = self.distracted(first, sentence);
        let (lead, draft) = match (counted, named) {
            (Some((head, _)), _) if distracted.is_some_and(|at| at > head.name.first()) => return,
            (Some((head, draft)), _) => (Lead::Announced(head.kind), Some(draft)),
            _ if distracted.is_some() => return,
            (None, Some(head)) => (Lead::Announced(head.kind), None),
            (None, None) => (Lead::None, None),
        };
        let Some(confidence) = judge::series(self.eye, series, lead) else { return };
        if draft.is_none() && series.members.len() < 2 {
            return;
        }
        let inherited = named.or(counted.map(|(head, _)| head)).and_then(|_| self.lead_in(first));
        let draft = draft.unwrap_or_else(|| {
            let name = named.unwrap_or_else(|| unnamed(series));
            self.drafts.push(Draft { names: vec![name], steps: Vec::new(), confidence, last: sentence });
            self.drafts.len() - 1
        });
        let draft = &mut self.drafts[draft];
        if draft.steps.iter().any(|step| step.marker.is_some()) {
            // A second list under one announcement: the first one was it.
            return;
        }
        draft.confidence = draft.confidence.max(confidence);
        let mut speaker = None;
        for member in &series.members {
            let mut clause = member.clause.clone();
            speaker = clause.speaker.or(speaker);
            clause.speaker = speaker;
            if let (Some(modality), true) = (inherited, clause.modality.is_none_or(|m| m == Modality::Plain)) {
                clause.modality = Some(modality);
            }
            taken.push(clause.tokens);
            draft.steps.push(Found {
                number: Some(member.number),
                marker: Some(member.cue.tokens),
                clause,
                rule: member.cue.rule,
                confidence,
            });
        }
        draft.last = series.last;
        if series.kind() != cue::Kind::Bullet {
            let more = also(self.eye, series.last);
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
            let exact = head.count.is_some_and(|n| n as usize >= series.members.len());
            let window = if head.kind == Kind::Parts && series.kind() == cue::Kind::Front { 6 } else { WINDOW * 2 };
            (at <= sentence && sentence - at <= window && head.name.first() < first && (exact || sentence - at <= 4))
                || (at >= sentence && at <= sentence + 2)
        };
        let before = self.heads.iter().rev().find(|(head, _)| head.name.first() < first && fits(head));
        before.or_else(|| self.heads.iter().find(|(head, _)| head.name.first() >= first && fits(head))).copied()
    }

    /// The plan noun that leads to the series: shortly before it, or right behind its marker ("the first part of the plan").
    fn named_head(&self, series: &Series, announcements: &[Announcement]) -> Option<Announcement> {
        let first = series.first_token();
        let sentence = self.sentence(first);
        let listed = matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed);
        let after = announcements.partition_point(|a| a.name.first() < first);
        let before =
            announcements[..after].iter().rev().take_while(|a| sentence - self.sentence(a.name.first()) <= NEAR).find(|a| match a.kind {
                Kind::Named => !listed || self.leads(a, first, sentence),
                Kind::Demand => self.governs(a, first),
                _ => false,
            });
        let behind = || {
            let end = series.members.first().filter(|member| member.cue.kind == cue::Kind::Unit)?.cue.tokens.end();
            let of = self.eye.any(end, &["of"]);
            announcements[after..].iter().find(|a| of && a.kind == Kind::Named && a.name.first() <= end + 10)
        };
        behind().or(before).copied()
    }

    /// Whether a noun leads to a list: in its sentence, or in the one before it that ends with ":" or says "include".
    fn leads(&self, name: &Announcement, first: usize, sentence: usize) -> bool {
        let eye = self.eye;
        let at = self.sentence(name.name.first());
        let end = eye.reading.sentence(name.name.first()).end().min(first);
        let opens = end > 0 && eye.word(end - 1) == ":"
            || (name.name.end()..end.min(name.name.end() + 12)).any(|at| eye.has(at, eye.words.include));
        (at == sentence && first - name.name.end().min(first) <= 24) || (at + 1 == sentence && opens)
    }

    /// Whether only "to", "that" or a subject stands between a verb of demand and the list.
    fn governs(&self, verb: &Announcement, first: usize) -> bool {
        first - verb.name.end().min(first) <= 14 && (verb.name.end()..first).all(|at| !matches!(self.eye.word(at), "." | ";"))
    }

    /// Where a count of reasons, options and the like stands shortly before the series.
    fn distracted(&self, first: usize, sentence: usize) -> Option<usize> {
        let sentences = self.eye.reading.document().sentences();
        let from = sentences.get(sentence.saturating_sub(1)).map_or(first, |s| s.tokens.first()).max(first.saturating_sub(80));
        (from..first).rev().find(|&at| {
            self.eye.has(at, self.eye.words.distractor)
                && ((at.saturating_sub(4)..at).any(|i| self.eye.reading.quantity(i).is_some())
                    || self.eye.word(at + 1) == ":"
                    || self.eye.any(at.wrapping_sub(1), &["these", "following", "several", "many"]))
        })
    }

    /// The modality that a lead-in ending in ":" gives to bare items: "an agreement should include:".
    fn lead_in(&self, first: usize) -> Option<Modality> {
        let eye = self.eye;
        let mut at = first.checked_sub(1)?;
        if eye.word(at) == ":" {
            at = at.checked_sub(1)?;
        }
        let from = at.saturating_sub(4);
        (from..=at)
            .rev()
            .take_while(|&i| !eye.is_mark(i))
            .find_map(|i| eye.modality(i).filter(|_| i == at || eye.any(i + 1, &["include", "involve", "be", "mean", "consist"])))
    }

    /// Inline lists: of announcements in their own sentence, or in those behind.
    fn add_lists(&mut self, announcements: &[Announcement], taken: &[TokenRange]) {
        let mut read_to = 0;
        for (n, announcement) in announcements.iter().enumerate() {
            if announcement.name.first() < read_to {
                continue;
            }
            let head = self.heads.iter().find(|(head, _)| head.name == announcement.name).map(|(_, draft)| *draft);
            let overlapped = announcement.count.is_none() && self.heads.iter().any(|(head, _)| head.name.overlaps(announcement.name));
            if overlapped {
                continue;
            }
            let sentence = self.sentence(announcement.name.first());
            let chained =
                announcement.kind == Kind::Named && self.is_definite(announcement.name) && self.near(announcement, sentence).is_some();
            let mut list = govern::list(self.eye, announcement, chained);
            if list.is_none() && head.is_some() {
                let sentences = self.eye.reading.document().sentences();
                let other = announcements[n + 1..].iter().find(|a| a.count.is_some() && !a.name.overlaps(announcement.name));
                let next = other.map_or(usize::MAX, |a| self.sentence(a.name.first()));
                list = (sentence + 1..=sentence + 2)
                    .filter(|at| *at <= next)
                    .filter_map(|at| sentences.get(at))
                    .find_map(|s| govern::next_sentence(self.eye, s.tokens));
            }
            let Some(list) = list else { continue };
            if list.steps.iter().any(|step| taken.iter().any(|range| range.overlaps(step.tokens))) {
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
                    let head = self.heads.iter().find(|(head, _)| head.name.overlaps(noun.name)).map(|(_, draft)| *draft);
                    self.add_list(noun, head, sentence, list);
                }
                None => self.add_list(announcement, head, sentence, list),
            }
        }
    }

    fn add_list(&mut self, announcement: &Announcement, head: Option<usize>, sentence: usize, list: Inline) {
        let definite = announcement.kind == Kind::Named && self.is_definite(announcement.name);
        let chain = head.or_else(|| self.near(announcement, sentence).filter(|_| definite));
        let confidence = match announcement.kind {
            Kind::Counted => 0.85,
            Kind::Parts => 0.75,
            Kind::Named => 0.6,
            Kind::Demand => 0.5,
        };
        let draft = chain.unwrap_or_else(|| {
            self.drafts.push(Draft { names: vec![*announcement], steps: Vec::new(), confidence, last: sentence });
            self.drafts.len() - 1
        });
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
    }

    /// The plan with a count that was spoken of shortly before.
    fn near(&self, announcement: &Announcement, sentence: usize) -> Option<usize> {
        let (head, draft) = self.heads.iter().rev().find(|(head, _)| head.name.first() < announcement.name.first())?;
        (self.sentence(head.name.first()) + WINDOW >= sentence || self.drafts[*draft].last + WINDOW >= sentence).then_some(*draft)
    }

    /// "the plan", "his proposal", "that deal".
    fn is_definite(&self, name: TokenRange) -> bool {
        let before = name.first().wrapping_sub(1);
        let hyphen = self.eye.word(before) == "-" && self.eye.reading.quantity(before.wrapping_sub(1)).is_some();
        hyphen || self.eye.any(before, &["the", "his", "her", "their", "its", "this", "that", "these", "those", "our"])
    }

    /// The drafts with two steps and more, as plans.
    fn finish(self) -> Vec<Plan> {
        let eye = self.eye;
        let mut plans: Vec<Plan> =
            self.drafts.into_iter().filter(|draft| draft.steps.len() >= 2).filter_map(|draft| plan(eye, draft)).collect();
        plans.sort_by_key(|plan| (plan.tokens.first(), plan.tokens.end()));
        plans
    }
}

/// A plan that nobody names: it is called by its first marker.
fn unnamed(series: &Series) -> Announcement {
    let name = series.members.first().map_or(TokenRange::default(), |member| member.cue.tokens);
    Announcement { name, count: None, kind: Kind::Named, rule: "plan/steps" }
}

/// Sentences that go on with a series without a marker: "The ministry will also ...".
fn also(eye: Eye, last: usize) -> Vec<Clause> {
    let sentences = eye.reading.document().sentences();
    let mut found = Vec::new();
    for sentence in sentences.iter().skip(last + 1).take(4) {
        let tokens = sentence.tokens;
        let additionally = eye.any(tokens.first(), &["additionally", "furthermore", "moreover"]);
        let binding =
            |at: usize| eye.modality(at).is_some_and(|m| matches!(m, Modality::Will | Modality::Would | Modality::Must | Modality::Should));
        let modal = tokens.iter().take(16).find(|&at| binding(at));
        let also = modal.is_some_and(|at| at > tokens.first() && (eye.any(at + 1, &["also"]) || eye.any(at - 1, &["also"])));
        if (also || additionally && modal.is_some())
            && let Some(clause) = super::clause::read(eye, tokens, super::clause::Role::Sentence)
        {
            found.push(clause);
        }
    }
    found
}

fn plan(eye: Eye, draft: Draft) -> Option<Plan> {
    let document = eye.reading.document();
    let name = draft.names.first()?;
    let announced = draft.names.iter().find_map(|name| name.count);
    let proposer = draft.names.iter().find_map(|name| propose::proposer(eye, name.name));
    let parties = draft.names.iter().map(|name| propose::parties(eye, name.name)).find(|parties| !parties.is_empty()).unwrap_or_default();
    let purpose = draft.names.iter().find_map(|name| propose::purpose(eye, name.name));
    let mut steps = Vec::new();
    let mut number = 0;
    for found in draft.steps {
        number = found.number.unwrap_or(number + 1);
        let clause = found.clause;
        steps.push(Step {
            span: document.span(clause.tokens),
            tokens: clause.tokens,
            number,
            marker: found.marker,
            actor: clause.actor,
            modality: clause.modality.unwrap_or(Modality::Plain),
            action: clause.action,
            object: clause.object,
            recipient: clause.recipient,
            deadline: clause.deadline,
            condition: clause.condition,
            speaker: clause.speaker,
            rule: found.rule,
            confidence: found.confidence.clamp(0.05, 0.95),
        });
    }
    Some(Plan {
        span: document.span(name.name),
        tokens: name.name,
        announced,
        proposer,
        parties,
        purpose,
        steps,
        rule: name.rule,
        confidence: draft.confidence.clamp(0.05, 0.95),
    })
}
