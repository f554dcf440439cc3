//! Mentions by name: clues, runs, pieces, votes.

use super::Actors;
use super::clue::{Clue, Place};
use super::cut::{Piece, cut};
use super::lexicon::is;
use super::mention::{ActorForm, ActorKind, ActorMention};
use super::page::{Capitals, Page};
use super::runs::{Marks, Runs};
use super::vote::{self, Candidate};
use crate::rules::longest;
use crate::text::{Case, TokenRange};

/// Finds names, in order, not overlapping.
pub(super) fn find(actors: &Actors, page: &Page<'_>) -> Vec<ActorMention> {
    let mut clues = Vec::new();
    for set in actors.rules.sets() {
        set.find(page.reading, |_, clue: Clue| clues.push(clue));
    }
    let marks = marks(page, &clues);
    let runs = Runs { page, marks: &marks };
    let mut pieces: Vec<Piece> = Vec::new();
    for sentence in page.reading.document().sentences() {
        runs.each(sentence.tokens, |units| cut(page, &clues, units, &mut pieces));
    }
    let mut found = vote::candidates(page, &clues, &pieces);
    vote::vote(page, &mut found);
    found.iter().filter_map(|candidate| mention(page, &clues, candidate)).collect()
}

/// The listed names that stand, and the tokens that belong to titles.
fn marks(page: &Page<'_>, clues: &[Clue]) -> Marks {
    let tokens = page.reading.document().tokens().len();
    let mut marks = Marks { listed: vec![None; tokens], titles: vec![false; tokens] };
    let whole = |(n, clue): (usize, &Clue)| match clue.place {
        Place::Whole(tokens) if stands(page, tokens, clue) => Some((tokens, n)),
        _ => None,
    };
    let mut covered = vec![false; tokens];
    for (tokens, n) in longest(clues.iter().enumerate().filter_map(whole).collect()) {
        if let Some(here) = marks.listed.get_mut(tokens.first()) {
            *here = Some((tokens, n));
        }
        tokens.iter().filter(|_| tokens.len() > 1).for_each(|at| covered[at] = true);
    }
    for title in clues.iter().filter_map(|clue| clue.title) {
        if title.iter().any(|at| covered[at]) || ends_in_head(page, title) {
            continue;
        }
        title.iter().for_each(|at| marks.titles[at] = true);
    }
    marks
}

/// Whether a capital title starts the name of a body: "Justice Department", "General Assembly".
fn ends_in_head(page: &Page<'_>, title: TokenRange) -> bool {
    let end = page.reading.sentence(title.first()).end();
    let run = (title.end()..end).take(5).take_while(|at| page.named(*at)).last();
    title.iter().all(|at| page.capital(at)) && run.is_some_and(|last| page.looks(last, is::HEAD) && !page.looks(title.end(), is::GIVEN))
}

/// Whether a phrase of a list stands as a name here.
fn stands(page: &Page<'_>, tokens: TokenRange, clue: &Clue) -> bool {
    let first = tokens.first();
    let small = !page.capital(first);
    if tokens.len() == 1 {
        return (page.named(first) || small) && !(page.capitals(first) == Capitals::Nothing && page.lower(first) >= 60);
    }
    let nominal = clue.kind != ActorKind::People && !page.capital(tokens.end() - 1) && page.capitals(first) == Capitals::Name;
    !nominal && tokens.iter().any(|at| page.named(at))
}

/// The mention that a candidate turns out to be.
fn mention(page: &Page<'_>, clues: &[Clue], candidate: &Candidate) -> Option<ActorMention> {
    let (kind, sum, lead, rule) = candidate.tally.winner()?;
    let tokens = candidate.tokens;
    let single = tokens.iter().filter(|at| page.capital(*at)).count() == 1;
    let listed = candidate.listed.and_then(|n| clues.get(n)).filter(|clue| clue.kind == kind);
    let role = candidate.role.and_then(|n| clues.get(n)).filter(|_| kind == ActorKind::Person);
    if listed.is_none() && (sum < 0.45 || single && is_plain(page, tokens) && sum < 2.0) {
        return None;
    }
    let upper = tokens.len() == 1 && page.reading.token(tokens.first()).is_some_and(|token| token.case == Case::Upper);
    let form = match kind {
        ActorKind::Person if candidate.partial && single => ActorForm::Partial,
        ActorKind::Person | ActorKind::Place | ActorKind::People => ActorForm::Name,
        _ if upper && page.capitals(tokens.first()) == Capitals::Name => ActorForm::Acronym,
        _ => ActorForm::Name,
    };
    Some(ActorMention {
        span: page.reading.document().span(tokens),
        tokens,
        kind,
        form,
        entry: listed.and_then(|clue| clue.entry),
        role: role.and_then(|clue| clue.role),
        country: role.and_then(|clue| clue.country).or(listed.and_then(|clue| clue.country)),
        code: listed.and_then(|clue| clue.code).or(role.and_then(|clue| clue.code)),
        rule,
        confidence: (0.4 + 0.17 * lead).clamp(0.3, 0.97),
    })
}

/// Whether its only capital word is an everyday word.
fn is_plain(page: &Page<'_>, tokens: TokenRange) -> bool {
    tokens.iter().any(|at| page.capital(at) && (page.lower(at) >= 40 || page.looks(at, is::NOT_NAME | is::HEAD)))
}
