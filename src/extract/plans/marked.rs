//! Series of markers: the plan that announces each of them, and its steps.

use super::Modality;
use super::announce::{Announcement, Kind};
use super::assemble::{Desk, LOOK, WINDOW};
use super::cue;
use super::demand;
use super::draft::Found;
use super::eye::before;
use super::judge::{self, Lead};
use super::lead;
use super::series::{Member, Series};
use super::timing;
use super::unmarked;
use super::wish;
use crate::text::TokenRange;

/// Words before a name that say that it is told only now.
const NEW: &[&str] = &["additional", "further", "following", "new", "other", "several"];
/// Sentences between a plan's name and its list where no count is said.
const NEAR: usize = 2;

impl Desk<'_> {
    /// Gives a series to the plan that announces it, if it is one.
    pub(super) fn add_series(&mut self, series: &Series, announcements: &[Announcement], taken: &mut Vec<TokenRange>) {
        let first = series.first_token();
        let sentence = self.sentence(first);
        let counted = self.counted_head(series, sentence);
        // "The first package": only where packages were counted.
        let same = |unit: usize| {
            let noun = |(head, _): (Announcement, usize)| self.eye.word(before(head.name.end())).trim_end_matches(['s', 'S']);
            counted.is_some_and(|head| self.eye.word(unit).trim_end_matches(['s', 'S']).eq_ignore_ascii_case(noun(head)))
        };
        if series.takes_up(self.eye).is_some_and(|unit| !same(unit)) {
            return;
        }
        // "The programme was new. Secondly, ...": a word that names a plan only now and then leads to nothing far from it.
        let listed = matches!(series.kind(), cue::Kind::Bullet | cue::Kind::Listed);
        let vague = |head: &Announcement| head.kind == Kind::Named && self.eye.has(before(head.name.end()), self.eye.words.vague);
        // "... and partly by further measures. First, ..."
        let close = |head: &Announcement| head.name.end() + 1 == first && self.eye.any(before(head.name.first()), NEW);
        let named = self.named_head(series, announcements).filter(|head| listed || close(head) || !vague(head));
        let against = lead::distracted(self.eye, first, sentence);
        // What leads to it stands above the line that says when its first item is due.
        let first = lead::heading(self.eye, first).map_or(first, TokenRange::first);
        let loose = lead::loose(self.eye, first, sentence).filter(|_| counted.is_none() && named.is_none());
        let offered = lead::offered(self.eye, first).filter(|_| listed);
        let wanted = offered.or_else(|| lead::wants(self.eye, first)).or_else(|| wish::orders(self.eye, series).map(ordered));
        let loose = loose.filter(|_| wanted.is_none());
        let (announced, draft) = match (counted, named, loose) {
            (Some((head, draft)), ..) => (Lead::Announced(head.kind), Some(draft)),
            (None, Some(head), _) => (Lead::Announced(head.kind), None),
            (None, None, Some(_)) => (Lead::Loose, None),
            _ if offered.is_some() => (Lead::Offered, None),
            _ if wanted.is_some() => (Lead::Wanted, None),
            _ => (Lead::None, None),
        };
        let against = against.filter(|(at, _)| counted.is_none_or(|(head, _)| *at > head.name.first())).map(|(_, against)| against);
        let count = counted.map(|(head, _)| head).or(loose).or(offered).and_then(|head| head.count.map(|count| count as usize));
        let series = &complete(series, count);
        let unit = |head: &Announcement| self.eye.any(before(head.name.end()), &["steps", "stages", "phases"]);
        let procedure = counted.is_some_and(|(head, _)| head.kind == Kind::Parts && unit(&head));
        let Some(confidence) = judge::series(self.eye, series, announced, count, procedure, against) else { return };
        let named = named.or(loose).or(wanted.filter(|_| matches!(announced, Lead::Wanted | Lead::Offered)));
        if draft.is_none() && series.members.len() < 2 {
            return;
        }
        let inherited = named.or(counted.map(|(head, _)| head)).and_then(|_| lead::lead_in(self.eye, first));
        let undertaken = named.or(counted.map(|(head, _)| head)).and_then(|_| lead::undertaken(self.eye, first));
        let inherited = inherited.or(undertaken.map(|(modality, _)| modality));
        let committed = named.filter(|verb| verb.kind == Kind::Demand).and_then(|verb| demand::committed(self.eye, verb.name, first));
        let draft = draft.unwrap_or_else(|| {
            let name = named.unwrap_or_else(|| unnamed(series));
            self.open(name, announcements, confidence, sentence)
        });
        let draft = &mut self.drafts[draft];
        if draft.steps.iter().any(|step| step.number.is_some()) {
            // A second list under one announcement: the first one was it.
            return;
        }
        draft.confidence = draft.confidence.max(confidence);
        // "The final phase" of five is the fifth.
        let numbered = |member: &Member| {
            let last = member.cue.order == cue::Order::Last && member.cue.kind == cue::Kind::Unit;
            count.filter(|count| last && *count as u32 > member.number).map_or(member.number, |count| count as u32)
        };
        let (mut speaker, mut when) = (None, None);
        for (n, member) in series.members.iter().enumerate() {
            let between =
                n.checked_sub(1).and_then(|before| unmarked::between(self.eye, &series.members[before], member, numbered(member)));
            let found = |clause| Found {
                number: Some(numbered(member) - 1),
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
            let bare = clause.verbal && (self.eye.is_base(clause.tokens.first()) || self.eye.any(clause.tokens.first(), &["to"]));
            let undertaker = undertaken.and_then(|(_, actor)| actor).filter(|_| bare);
            clause.actor = clause.actor.or(committed).or(undertaker);
            timing::add(self.eye, series, n, &mut clause);
            when = if listed { lead::heading(self.eye, member.cue.tokens.first()).or(when) } else { None };
            clause.deadline = clause.deadline.or(when);
            taken.push(clause.tokens);
            draft.steps.push(Found {
                number: Some(numbered(member)),
                marker: Some(member.cue.tokens).filter(|marker| !marker.is_empty()),
                clause,
                rule: member.cue.rule,
                confidence,
            });
        }
        draft.last = series.last;
        if series.kind() != cue::Kind::Bullet {
            let mut more = unmarked::also(self.eye, series.last);
            let highest = series.members.iter().map(|member| member.number as usize).max().unwrap_or(0);
            let missing = count.unwrap_or(0).saturating_sub(highest.max(draft.steps.len()) + more.len());
            let rest = if missing > 0 { unmarked::rest(self.eye, series.last, missing + more.len()) } else { Vec::new() };
            if rest.len() > more.len() {
                more = rest;
            }
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
            // "three bills" passed to-day are seldom what the page's bullets tell.
            let bills = head.kind == Kind::Parts && self.eye.any(before(head.name.end()), &["bills", "amendments"]);
            if listed && bills && head.name.end() + 2 < first {
                return false;
            }
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
                Kind::Bill => listed && self.eye.is(before(first), ":") && lead::leads(self.eye, a, first, sentence),
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
        // "the following measures": all of it, not only its noun.
        let whole = |found: &Announcement| {
            let wider = |a: &&Announcement| a.kind == Kind::Parts && a.count.is_none() && a.name.overlaps(found.name);
            announcements[..after].iter().rev().take(LOOK).find(wider).copied().unwrap_or(*found)
        };
        behind().or(before).map(whole)
    }
}

/// The series without what only goes on from its last announced step: "Then the mill burned", "are fit for the last phase already".
fn complete(series: &Series, count: Option<usize>) -> Series {
    let told = |number: usize| series.members.iter().any(|member| member.number as usize == number);
    let mut series = series.clone();
    if let Some(count) = count.filter(|count| (1..=*count).all(told)) {
        let over = |member: &Member| member.number as usize > count && !matches!(member.cue.order, cue::Order::Number(_));
        series.members.retain(|member| !(over(member) && (member.clause.told || member.clause.past)));
    }
    series
}

/// A plan that nobody names: it is called by its first marker.
fn unnamed(series: &Series) -> Announcement {
    let name = series.members.first().map_or(TokenRange::default(), |member| match member.cue.tokens {
        cue if cue.is_empty() => member.clause.tokens,
        cue => cue,
    });
    Announcement { name, count: None, kind: Kind::Named, rule: "plan/steps" }
}

/// "The command: 1. Orders that ...": it is called by the verb of its first item.
fn ordered(verb: TokenRange) -> Announcement {
    Announcement { name: verb, count: None, kind: Kind::Demand, rule: "plan/wanted" }
}
