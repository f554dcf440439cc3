//! What a name is, by all that the document says of it.
//!
//! Each mention of a name collects clues; all mentions of one name vote together. Then surnames learn from full names.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::clue::{Clue, Place};
use super::common::{key, key_of};
use super::cut::Piece;
use super::lexicon::is;
use super::mention::ActorKind;
use super::page::Page;
use crate::rules::RuleName;
use crate::text::{Case, TokenRange};

const KINDS: usize = ActorKind::ALL.len();

/// Clues for one name or one mention, summed by kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally {
    sums: [f32; KINDS],
    /// The most telling clue for each kind: its weight and its rule.
    best: [f32; KINDS],
    rules: [RuleName; KINDS],
}

impl Default for Tally {
    fn default() -> Self {
        Self { sums: [0.0; KINDS], best: [0.0; KINDS], rules: [&""; KINDS] }
    }
}

impl Tally {
    /// Adds a clue.
    pub fn add(&mut self, kind: ActorKind, weight: f32, rule: RuleName) {
        let n = kind as usize;
        self.sums[n] += weight;
        if weight > self.best[n] {
            (self.best[n], self.rules[n]) = (weight, rule);
        }
    }

    /// Adds what clues of another tally sum up to, each `times` as telling.
    fn add_sums(&mut self, other: &[f32; KINDS], times: f32) {
        self.sums.iter_mut().zip(other).for_each(|(sum, more)| *sum += times * more);
    }

    /// Takes the most telling clues of another tally, each `times` as telling.
    fn take_best(&mut self, other: &Self, times: f32) {
        let others = other.best.map(|weight| times * weight);
        for (n, weight) in others.into_iter().enumerate() {
            if weight > self.best[n] {
                (self.best[n], self.rules[n]) = (weight, other.rules[n]);
            }
        }
    }

    /// The kind among these with the highest sum, and its most telling rule; none where nothing speaks for any.
    pub fn best_of(&self, kinds: &[ActorKind]) -> Option<(ActorKind, &'static str)> {
        let best = kinds.iter().copied().max_by(|a, b| self.sums[*a as usize].total_cmp(&self.sums[*b as usize]).then(b.cmp(a)))?;
        (self.best[best as usize] > 0.0).then(|| (best, *self.rules[best as usize]))
    }

    /// The kind with the highest sum, its sum, the lead over the next, and its most telling rule.
    pub fn winner(&self) -> Option<(ActorKind, f32, f32, &'static str)> {
        let (mut best, mut most, mut next) = (ActorKind::ALL[0], 0.0_f32, 0.0_f32);
        for kind in ActorKind::ALL {
            let sum = self.sums[kind as usize];
            if sum > most {
                (best, most, next) = (kind, sum, most);
            } else {
                next = next.max(sum);
            }
        }
        (most > 0.0).then(|| (best, most, most - next, *self.rules[best as usize]))
    }
}

/// A mention of a name while it is weighed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub tokens: TokenRange,
    pub key: u64,
    /// How many of its words have a capital at their start.
    pub capitals: usize,
    pub tally: Tally,
    /// The most telling clue that gives a role, and the list's clue.
    pub role: Option<usize>,
    pub listed: Option<usize>,
    /// What it is and the entry, where a list knows it in another form: a leader's surname, a place in capitals.
    pub known: Option<(ActorKind, usize)>,
    /// How often the document has its name.
    pub mentions: u32,
    /// How much stands beside it that speaks of a place, and of a person.
    pub beside: (f32, f32),
    /// Whether it is part of a fuller name.
    pub partial: bool,
}

impl Candidate {
    /// The key of its last word.
    pub fn last_key(&self, page: &Page<'_>) -> u64 {
        if self.tokens.len() == 1 { self.key } else { key_of(page.reading.word(self.tokens.end() - 1)) }
    }
}

/// Gives each piece its own clues, and `more` a look at it. `known`: what was made of pieces by the same clues, in order.
pub(super) fn candidates(
    page: &Page<'_>,
    clues: &[Clue],
    pieces: &[Piece],
    known: &[Candidate],
    more: impl Fn(&mut Candidate),
) -> Vec<Candidate> {
    let mut holds: Vec<u32> = vec![0; page.reading.document().tokens().len()];
    let mut found: Vec<Candidate> = Vec::with_capacity(pieces.len());
    let mut new: Vec<usize> = Vec::with_capacity(pieces.len());
    let mut known = known;
    for (n, piece) in pieces.iter().enumerate() {
        while let Some((_, rest)) = known.split_first().filter(|(first, _)| first.tokens.first() < piece.tokens.first()) {
            known = rest;
        }
        if let Some(same) = known.first().filter(|first| first.tokens == piece.tokens && first.listed == piece.listed) {
            found.push(*same);
            continue;
        }
        for at in piece.tokens.iter() {
            if let Some(here) = holds.get_mut(at) {
                *here = u32::try_from(n + 1).unwrap_or(0);
            }
        }
        let mut candidate = Candidate {
            tokens: piece.tokens,
            key: key(page.reading, piece.tokens),
            capitals: piece.tokens.iter().filter(|at| page.capital(*at)).count(),
            tally: Tally::default(),
            role: None,
            listed: piece.listed,
            known: None,
            mentions: 1,
            beside: (0.0, 0.0),
            partial: false,
        };
        own_words(page, piece, candidate.capitals, &mut candidate.tally);
        new.push(n);
        found.push(candidate);
    }
    // Pieces don't overlap: the one that starts or ends at a token is the one that holds it.
    let holding = |at: usize| holds.get(at).filter(|n| **n > 0).map(|n| *n as usize - 1);
    let starting = |at: usize| holding(at).filter(|n| pieces[*n].tokens.first() == at);
    let ending = |at: usize| holding(at.checked_sub(1)?).filter(|n| pieces[*n].tokens.end() == at);
    for (number, clue) in clues.iter().enumerate() {
        let n = match clue.place {
            Place::Whole(_) => continue,
            Place::Starts(at) => starting(at),
            Place::Ends(at) => ending(at).or_else(|| ending(at + 1).filter(|_| page.reading.word(at) == ".")),
            Place::Holds(at) => holding(at),
        };
        let Some(candidate) = n.and_then(|n| found.get_mut(n)) else { continue };
        candidate.tally.add(clue.kind, clue.weight, clue.rule);
        if clue.role.is_some() || clue.title.is_some() {
            let before = candidate.role.and_then(|n| clues.get(n)).map_or(0.0, |clue| clue.weight);
            if clue.weight > before {
                candidate.role = Some(number);
            }
        }
    }
    for n in new {
        let Some(candidate) = found.get_mut(n) else { continue };
        candidate.beside = (candidate.tally.sums[ActorKind::Place as usize], candidate.tally.sums[ActorKind::Person as usize]);
        if let Some(clue) = candidate.listed.and_then(|n| clues.get(n)) {
            candidate.tally.add(clue.kind, clue.weight, clue.rule);
        }
        more(candidate);
    }
    found
}

/// What the words of a name say beyond the rules.
fn own_words(page: &Page<'_>, piece: &Piece, capitals: usize, tally: &mut Tally) {
    let tokens = piece.tokens;
    let word = |at: usize| page.reading.word(at);
    let (first, last) = (tokens.first(), tokens.end() - 1);
    if piece.listed.is_none() {
        let everyday = tokens.iter().filter(|at| page.capital(*at) && page.lower(*at) >= 40).count();
        if capitals >= 2 && page.looks(last, is::SURNAME) && tokens.len() <= 6 {
            tally.add(ActorKind::Person, 0.9, &"name/surname");
        }
        if capitals == 1 && page.looks(last, is::SURNAME) {
            tally.add(ActorKind::Person, 0.5, &"name/surname");
        }
        if capitals == 1 && page.looks(first, is::GIVEN) {
            tally.add(ActorKind::Person, 0.5, &"name/given");
        }
        if (2..=3).contains(&capitals) && everyday == 0 && tokens.len() <= 6 {
            tally.add(ActorKind::Person, 0.5, &"name/unknown");
        }
        if capitals >= 2 && everyday * 2 >= capitals {
            tally.add(ActorKind::Other, 0.6, &"name/unknown");
            tally.add(ActorKind::Organization, 0.5, &"name/unknown");
            tally.add(ActorKind::Person, -1.0, &"name/unknown");
        }
        let particle = || tokens.iter().any(|at| page.looks(at, is::PARTICLE) && !page.capital(at));
        let initial = || tokens.iter().skip(1).any(|at| word(at) == "." && word(at - 1).chars().count() == 1);
        if particle() || initial() {
            tally.add(ActorKind::Person, 1.2, &"name/particle");
        }
        if tokens.iter().any(|at| word(at) == "&") {
            tally.add(ActorKind::Organization, 2.5, &"name/ampersand");
        }
        if capitals >= 2 && page.looks(last, is::OF_HEAD) || capitals >= 3 && page.looks(last, is::HEAD) {
            tally.add(ActorKind::Person, -1.5, &"name/head");
        }
        let direction = tokens.len() == 3
            && matches!(word(first), "N" | "S" | "E" | "W")
            && word(first + 1) == "."
            && ["country", "demonym", "city"].iter().any(|class| page.reading.phrase_named(last, class).is_some());
        if direction {
            tally.add(ActorKind::Place, 4.0, &"name/direction");
        }
        let adjective = || word(last).len() >= 7 && ["ian", "ean", "ese", "ish"].iter().any(|ending| word(last).ends_with(ending));
        let before_noun = || page.lower(last + 1) >= 60 && !page.capital(last + 1) && !page.looks(last + 1, is::FUNCTION | is::SPEECH);
        if capitals == 1 && before_noun() && adjective() {
            tally.add(ActorKind::People, 2.5, &"name/adjective");
        }
        suffix(page, last, tally);
    }
    let article = first.checked_sub(1).is_some_and(|before| page.reading.is(before, "the"));
    if article {
        tally.add(ActorKind::Person, -1.2, &"name/article");
        tally.add(ActorKind::Organization, 0.3, &"name/article");
    }
}

/// Endings of places and of surnames.
fn suffix(page: &Page<'_>, last: usize, tally: &mut Tally) {
    const PLACES: &[&str] =
        &["stan", "land", "ville", "burg", "grad", "abad", "shire", "ford", "ton", "town", "bourg", "polis", "pur", "iya", "chester"];
    const PERSONS: &[&str] = &[
        "ov", "ev", "sky", "ski", "vic", "vich", "sson", "enko", "dze", "shvili", "yan", "escu", "poulos", "opoulos", "eva", "ova",
        "skaya", "berg", "stein", "mann", "wicz", "akis", "oglu", "zadeh",
    ];
    let word = page.reading.word(last);
    let upper = page.reading.token(last).is_some_and(|token| token.case == Case::Upper);
    if word.len() < 6 || upper {
        return;
    }
    let last = word.as_bytes().last();
    let ends = |endings: &[&str]| endings.iter().any(|ending| ending.as_bytes().last() == last && word.ends_with(ending));
    if ends(PERSONS) {
        tally.add(ActorKind::Person, 0.7, &"name/ending");
    } else if ends(PLACES) {
        tally.add(ActorKind::Place, 0.6, &"name/ending");
    }
}

/// All mentions of one name.
#[derive(Default)]
struct Group {
    /// What all say, where there are several.
    tally: Tally,
    mentions: u32,
    /// How much more stands beside them that speaks of a place than of a person.
    beside: f32,
}

/// Lets all mentions of one name vote together, and surnames learn from full names.
pub(super) fn vote(page: &Page<'_>, found: &mut [Candidate]) {
    let mut names: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(found.len(), FxBuildHasher);
    let mut groups: Vec<Group> = Vec::with_capacity(found.len());
    let mut group_of = Vec::with_capacity(found.len());
    for candidate in &*found {
        let n = *names.entry(candidate.key).or_insert(groups.len());
        if n == groups.len() {
            groups.push(Group::default());
        }
        groups[n].mentions += 1;
        groups[n].beside += candidate.beside.0 - candidate.beside.1;
        group_of.push(n);
    }
    for (candidate, n) in found.iter().zip(&group_of) {
        let group = &mut groups[*n];
        if group.mentions > 1 {
            group.tally.add_sums(&candidate.tally.sums, 1.0);
            group.tally.take_best(&candidate.tally, 1.0);
        }
    }
    for (candidate, n) in found.iter_mut().zip(&group_of) {
        let group = &groups[*n];
        if group.mentions > 1 {
            candidate.mentions = group.mentions;
            let mut others = group.tally.sums;
            others.iter_mut().zip(candidate.tally.sums).for_each(|(sum, own)| *sum -= own);
            #[allow(clippy::cast_precision_loss)]
            let share = (2.0 / (group.mentions - 1).max(2) as f32).min(0.8);
            candidate.tally.add_sums(&others, share);
            candidate.tally.take_best(&group.tally, share);
        }
    }
    teach_parts(page, found, |n| group_of.get(n).and_then(|n| groups.get(*n)).map_or(0.0, |group| group.beside));
}

/// What a single word is part of: the last word of a person's full name, or the first of an organisation's. `beside`: how much
/// more stands beside the mentions of a candidate's name that speaks of a place than of a person.
fn teach_parts(page: &Page<'_>, found: &mut [Candidate], beside: impl Fn(usize) -> f32) {
    let mut parts: FxHashMap<u64, (ActorKind, f32)> = FxHashMap::with_capacity_and_hasher(found.len(), FxBuildHasher);
    for candidate in found.iter() {
        if candidate.capitals < 2 {
            continue;
        }
        let words = || candidate.tokens.iter().filter(|at| page.capital(*at)).take(8);
        let count = candidate.capitals.min(8);
        let Some((kind, sum, _, _)) = candidate.tally.winner().filter(|(_, sum, ..)| *sum >= 0.5) else { continue };
        match kind {
            ActorKind::Person => {
                for (n, at) in words().enumerate() {
                    let weight = (sum * 1.2).min(if n + 1 == count { 3.4 } else { 2.0 });
                    let part = parts.entry(key_of(page.reading.word(at))).or_insert((kind, weight));
                    if weight > part.1 {
                        *part = (kind, weight);
                    }
                }
            }
            ActorKind::Organization | ActorKind::Media => {
                if let Some(at) = words().next().filter(|at| page.lower(*at) < 40) {
                    parts.entry(key_of(page.reading.word(at))).or_insert((kind, 1.2));
                }
            }
            _ => {}
        }
    }
    for (n, candidate) in found.iter_mut().enumerate() {
        if candidate.capitals != 1 {
            continue;
        }
        if let Some((kind, weight)) = parts.get(&candidate.last_key(page)) {
            // "Jordan said" after "Neil Jordan": the surname wins over the country where nothing speaks of a place.
            let homonym = candidate.listed.is_some() && *kind == ActorKind::Person && *weight >= 2.8 && beside(n) <= 0.0;
            let times = if homonym { 3.0 } else { 1.0 };
            candidate.tally.add(
                *kind,
                *weight * times,
                if *kind == ActorKind::Person { &"name/surname-again" } else { &"name/part-again" },
            );
            candidate.partial = true;
        }
    }
}
