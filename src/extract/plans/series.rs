//! From markers to series: first, second, finally; phase one, phase two; bullet under bullet.

use super::Clause;
use super::clause::{self, Role};
use super::cue::{Cue, Kind, Order};
use super::eye::Eye;
use super::lead;
use super::phase;
use super::wish;
use crate::text::TokenRange;

/// How many sentences may lie between two markers of a series.
const GAP: usize = 14;
/// How far a clause may reach back before its marker, in tokens.
const LONGEST: usize = 100;
/// Series that are kept open at once.
const OPEN: usize = 6;

/// A marker with the step that it announces.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub cue: Cue,
    /// Its number, by the marker or by the order of mention.
    pub number: u32,
    pub clause: Clause,
}

/// Markers that belong together.
#[derive(Debug, Clone, Default)]
pub(super) struct Series {
    pub members: Vec<Member>,
    /// The sentence of the last marker.
    pub last: usize,
    /// Whether "last" has been said.
    closed: bool,
    highest: u32,
    /// Whether its phases have parts: "1a", "1b", "2".
    lettered: bool,
}

impl Series {
    /// The sentence of the first marker.
    pub fn first_token(&self) -> usize {
        self.members.iter().map(|m| m.cue.tokens.first()).min().unwrap_or(0)
    }

    pub fn kind(&self) -> Kind {
        self.members.first().map_or(Kind::Bullet, |member| member.cue.kind)
    }

    /// Whether it stands only where its noun was counted: "four packages", "the first package"; or begins far from the first.
    pub fn takes_up(&self, eye: Eye) -> Option<usize> {
        let first = self.members.first().filter(|first| first.cue.kind == Kind::Unit)?;
        let unit = first.cue.unit?;
        let soft = eye.phrase(unit, eye.words.unit).is_some_and(|phrase| eye.reading.column(phrase, "value") == "counted");
        (soft || first.number > 3).then_some(unit)
    }

    fn add(&mut self, member: Member) {
        self.highest = self.highest.max(member.number);
        self.lettered |= member.cue.kind == Kind::Unit && member.cue.order == Order::Next && member.cue.tokens.len() == 3;
        self.members.push(member);
    }
}

/// Groups the markers of a document, in order, and reads the clause of each.
pub(super) fn group(eye: Eye, cues: &[Cue]) -> Vec<Series> {
    let mut done: Vec<Series> = Vec::new();
    let mut open: Vec<Series> = Vec::new();
    for (n, cue) in cues.iter().enumerate() {
        // A bullet or number in front of "First," says less than the word.
        let next = cues.get(n + 1);
        if matches!(cue.kind, Kind::Bullet | Kind::Listed)
            && next.is_some_and(|next| {
                matches!(next.kind, Kind::Front | Kind::Unit)
                    && next.tokens.first() <= cue.tokens.end() + 2
                    && (cue.tokens.end()..next.tokens.first()).all(|at| eye.is_mark(at) || eye.any(at, &["the"]))
            })
        {
            continue;
        }
        let sentence = eye.reading.document().sentence_of(cue.tokens.first());
        let at = open.iter().rposition(|series| joins(eye, series, cue, sentence));
        let region_end = next.filter(|next| next.kind != Kind::Bullet).map(|next| next.tokens.first());
        let Some(clause) = step(eye, cue, region_end) else { continue };
        match at {
            Some(at) => {
                let series = &mut open[at];
                let number = match cue.order {
                    Order::Number(number) if number <= series.highest && series.lettered => series.highest + 1,
                    Order::Number(number) => number,
                    Order::Next | Order::Last => series.highest + 1,
                };
                if number <= series.highest && series.members.iter().any(|member| member.number == number) {
                    continue;
                }
                series.closed |= cue.order == Order::Last;
                series.last = sentence;
                series.add(Member { cue: *cue, number, clause });
            }
            None => {
                let number = match cue.order {
                    Order::Number(number) => number,
                    Order::Next if cue.kind == Kind::Bullet => 1,
                    Order::Next if cue.kind == Kind::Unit => 2,
                    _ => continue,
                };
                // "The fifth principle": where a count leads to it, what comes before may be left out.
                let starts =
                    number <= 1 || matches!(cue.kind, Kind::Unit | Kind::Front) && number <= 3 || cue.kind == Kind::Unit && number <= 12;
                if starts {
                    if open.len() == OPEN {
                        done.push(open.remove(0));
                    }
                    let mut series = Series { last: sentence, ..Series::default() };
                    series.add(Member { cue: *cue, number, clause });
                    open.push(series);
                }
            }
        }
    }
    done.append(&mut open);
    done.sort_by_key(Series::first_token);
    done
}

/// Whether the marker goes on with the series.
fn joins(eye: Eye, series: &Series, cue: &Cue, sentence: usize) -> bool {
    let Some(last) = series.members.last() else { return false };
    let gap = sentence.saturating_sub(series.last);
    let greater = match cue.order {
        Order::Number(number) => number > series.highest && number <= series.highest + 4,
        Order::Next => gap <= 4,
        Order::Last => true,
    };
    let sentences = eye.reading.document().sentences();
    let block = |n: usize| sentences.get(n).map_or(0, |s| s.block);
    match (series.kind(), cue.kind) {
        (Kind::Bullet, Kind::Bullet) => {
            let same = match (cue.tokens.is_empty(), last.cue.tokens.is_empty()) {
                (false, false) => eye.word(cue.tokens.first()) == eye.word(last.cue.tokens.first()),
                (one, other) => one == other,
            };
            // "Within a month:" between two bullets
            let headed = || lead::heading(eye, cue.tokens.first()).is_some();
            (block(sentence) <= block(series.last) + 1 || block(sentence) == block(series.last) + 2 && headed()) && same
        }
        (Kind::Listed, Kind::Listed) => {
            let next = matches!(cue.order, Order::Number(number) if number == series.highest + 1);
            next && gap <= GAP * 2 && (eye.is(cue.tokens.first(), "(") || eye.word(last.cue.tokens.first()) != "(")
        }
        (Kind::Bullet | Kind::Listed, _) | (_, Kind::Bullet | Kind::Listed) => false,
        (_, Kind::Front) => greater && !series.closed && gap <= GAP,
        (_, Kind::Bare) => greater && !series.closed && gap <= 4,
        (_, Kind::Unit) => {
            // Phases may be told backwards and again.
            let known = match cue.order {
                Order::Number(_) => gap <= GAP * 2,
                _ => gap <= GAP && !series.closed,
            };
            let unit = series.members.iter().find_map(|member| member.cue.unit);
            known && unit.is_none_or(|unit| similar(eye, unit, cue.unit))
        }
    }
}

fn similar(eye: Eye, unit: usize, other: Option<usize>) -> bool {
    let stages = |at: usize| eye.any(at, &["phase", "stage", "step", "part", "phases", "stages", "steps", "parts"]);
    other.is_some_and(|other| eye.word(unit).eq_ignore_ascii_case(eye.word(other)) || (stages(unit) && stages(other)))
}

/// The clause of the step that a marker announces. `limit`: the next marker.
fn step(eye: Eye, cue: &Cue, limit: Option<usize>) -> Option<Clause> {
    let sentence = eye.reading.sentence(cue.tokens.first());
    let end = limit.filter(|limit| sentence.holds(*limit)).map_or(sentence.end(), |limit| back(eye, limit, cue.tokens.end()));
    match cue.kind {
        Kind::Front => {
            let mut clause = clause::read(eye, TokenRange::new(cue.tokens.end(), end), Role::Sentence)?;
            clause.speaker = clause.speaker.or_else(|| speaker(eye, cue.tokens.first(), sentence.first()));
            Some(clause)
        }
        Kind::Bullet | Kind::Listed => {
            let first = cue.tokens.end();
            // "Directs the agency to ...": the plan is the subject.
            let third =
                eye.verb(first).is_some_and(|verb| verb.third && !verb.base) && !eye.is_auxiliary(first) && !eye.is_finite(first + 1);
            let role = if third { Role::Predicate } else { Role::Sentence };
            if let Some(wanted) = wish::read(eye, first, line_end(eye, first, end)) {
                return Some(wanted);
            }
            let mut clause = clause::read(eye, TokenRange::new(first, line_end(eye, first, end)), role)?;
            clause.told &= !third;
            Some(clause)
        }
        Kind::Bare | Kind::Unit => phase::read(eye, cue, sentence, end),
    }
}

/// Where the line of an item ends: a capital behind a line break begins something else.
fn line_end(eye: Eye, first: usize, end: usize) -> usize {
    let document = eye.reading.document();
    let breaks = |at: usize| {
        eye.is_capital(at) && document.tokens().get(at).is_some_and(|token| !token.glued) && {
            let gap = document.words(TokenRange::new(at - 1, at + 1));
            gap.contains('\n')
        }
    };
    (first + 1..end).take(LONGEST).find(|&at| breaks(at)).unwrap_or(end)
}

/// "Marlow said" right before a marker.
fn speaker(eye: Eye, marker: usize, from: usize) -> Option<TokenRange> {
    let verb = marker.checked_sub(1).filter(|verb| *verb > from && eye.has(*verb, eye.words.speech))?;
    let mut first = verb;
    while first > from && verb - first < 10 && !eye.is_mark(first - 1) {
        first -= 1;
    }
    (first < verb).then(|| TokenRange::new(first, verb))
}

/// Before the preposition and the article of the next marker.
fn back(eye: Eye, mut at: usize, first: usize) -> usize {
    let stop = at.saturating_sub(3).max(first);
    while at > stop && (eye.any(at - 1, &["and", "in", "under", "during", "the", "a", "while", "only"]) || eye.is_comma(at - 1)) {
        at -= 1;
    }
    at
}
