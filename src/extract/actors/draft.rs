//! Names as the rules see them: clues, runs, pieces, votes. The tagger reads this draft and decides.

use super::Actors;
use super::clue::{Clue, OWN, Place};
use super::cut::{Piece, cut};
use super::lexicon::is;
use super::mention::{ActorForm, ActorKind, ActorMention};
use super::page::{Capitals, Page};
use super::runs::{Marks, Runs, Unit};
use super::vote::{self, Candidate};
use crate::rules::longest;
use crate::text::{Case, TokenKind, TokenRange};

/// What makes an adjective of a name and a hyphen, which says no more than where something lies or whence someone comes.
pub(super) const ADJECTIVES: &[&str] = &["based", "born", "bound", "wide", "style", "listed", "area", "speaking", "educated", "trained"];

/// What the rules say of a document.
pub(super) struct Draft {
    pub clues: Vec<Clue>,
    pub marks: Marks,
    /// Names, in order, not overlapping, each for itself.
    pub weighed: Vec<Candidate>,
    /// The same after their vote.
    pub candidates: Vec<Candidate>,
    /// What each candidate is; none where the rules take it for no name.
    pub verdicts: Vec<Option<Verdict>>,
}

/// What the rules take a candidate for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdict {
    pub kind: ActorKind,
    pub rule: &'static str,
    pub confidence: f32,
}

impl Draft {
    /// Lets the rules read a page.
    pub fn new(actors: &Actors, page: &Page<'_>) -> Self {
        let clues = actors.rules.clues(page.reading);
        let marks = marks(page, &clues);
        let runs = Runs { page, marks: &marks };
        let (mut units, mut pieces): (Vec<Unit>, Vec<Piece>) = (Vec::with_capacity(16), Vec::with_capacity(clues.len()));
        for sentence in page.reading.document().sentences() {
            runs.each(sentence.tokens, &mut units, |units| cut(page, &clues, units, &mut pieces));
        }
        let weighed = weigh(actors, page, &clues, &pieces, &[]);
        let mut candidates = Vec::with_capacity(weighed.len());
        weighed.iter().for_each(|candidate| candidates.push(*candidate));
        vote::vote(page, &mut candidates);
        let verdicts = candidates.iter().map(|candidate| verdict(page, &clues, candidate)).collect();
        Self { clues, marks, weighed, candidates, verdicts }
    }

    /// The candidates that the rules take for names, with what they take them for.
    pub fn names(&self) -> impl Iterator<Item = (&Candidate, Verdict)> {
        self.candidates.iter().zip(&self.verdicts).filter_map(|(candidate, verdict)| Some((candidate, (*verdict)?)))
    }
}

/// Lets the clues and lists say what the pieces are. `known`: those of which that is known, in order.
pub(super) fn weigh(actors: &Actors, page: &Page<'_>, clues: &[Clue], pieces: &[Piece], known: &[Candidate]) -> Vec<Candidate> {
    vote::candidates(page, clues, pieces, known, |candidate| {
        leader(actors, page, candidate);
        shouted(actors, page, candidate);
    })
}

/// "Marlow" alone, where a leader of that surname is listed.
fn leader(actors: &Actors, page: &Page<'_>, candidate: &mut Candidate) {
    let last = candidate.tokens.end() - 1;
    let single = candidate.capitals == 1;
    let acronym = page.reading.token(last).is_some_and(|token| token.case == Case::Upper) && page.capitals(last) == Capitals::Name;
    if !single || acronym || candidate.listed.is_some() || page.lower(last) >= 40 {
        return;
    }
    if let Some(leader) = actors.leaders.find(candidate.last_key(page)) {
        candidate.tally.add(ActorKind::Person, 1.5, &"name/leader");
        candidate.known = Some((ActorKind::Person, leader.entry)).filter(|_| leader.only);
    }
}

/// "GENEVA": a place that its list writes "Geneva".
fn shouted(actors: &Actors, page: &Page<'_>, candidate: &mut Candidate) {
    let upper = |at: usize| page.reading.token(at).is_some_and(|token| token.case == Case::Upper || token.kind == TokenKind::Mark);
    let (first, last) = (candidate.tokens.first(), candidate.tokens.end() - 1);
    let length = page.reading.word(last).len();
    if candidate.listed.is_some() || length < 4 && first == last || !candidate.tokens.iter().all(upper) {
        return;
    }
    if let Some((entry, sure)) = actors.places.find(candidate.key).filter(|(_, sure)| *sure || page.lower(first) < 40) {
        candidate.tally.add(ActorKind::Place, if sure { 3.5 } else { 2.0 }, &"list/shouted");
        candidate.known.get_or_insert((ActorKind::Place, entry));
    }
}

/// The listed names that stand, and the tokens that belong to titles.
fn marks(page: &Page<'_>, clues: &[Clue]) -> Marks {
    let tokens = page.reading.document().tokens().len();
    let mut marks = Marks::new(page);
    let whole = |(n, clue): (usize, &Clue)| match clue.place {
        Place::Whole(tokens) if stands(page, tokens, clue) => Some((tokens, n)),
        _ => None,
    };
    let mut covered = vec![false; tokens];
    let of = |own: bool| clues.iter().enumerate().filter(move |(_, clue)| (*clue.rule == OWN) == own).filter_map(whole);
    for (tokens, n) in longest(of(true).chain(of(false)).collect()) {
        marks.add_listed(tokens, n);
        tokens.iter().filter(|_| tokens.len() > 1).for_each(|at| covered[at] = true);
    }
    let at_capitals = page.large().within(TokenRange::new(0, tokens)).filter(|at| page.capital(*at));
    let offices = at_capitals.flat_map(|at| page.reading.phrases_at(at)).filter(|phrase| phrase.tokens.len() > 1 && page.is_office(phrase));
    for title in clues.iter().filter_map(|clue| clue.title).chain(offices.map(|phrase| phrase.tokens)) {
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
    if *clue.rule == OWN {
        return true;
    }
    let first = tokens.first();
    let small = !page.capital(first);
    if small && tokens.len() > 1 && page.looks(first, is::PLACE_START) && !page.looks(first, is::PARTICLE) {
        return false;
    }
    if tokens.len() == 1 {
        let upper = page.reading.token(first).is_some_and(|token| token.case == Case::Upper) && page.capitals(first) == Capitals::Name;
        return (page.named(first) || small || upper) && !(page.capitals(first) == Capitals::Nothing && page.lower(first) >= 60);
    }
    let number = page.reading.token(first).is_some_and(|token| token.kind == TokenKind::Number);
    if number && !page.glued(first + 1) {
        return false; // "3 M" is no "3M"
    }
    let nominal = clue.kind != ActorKind::People
        && page.reading.token(tokens.end() - 1).is_some_and(|token| token.case == Case::Lower)
        && page.capitals(first) == Capitals::Name;
    !nominal && tokens.iter().any(|at| page.named(at))
}

/// What a candidate turns out to be by the rules; none where they take it for no name.
fn verdict(page: &Page<'_>, clues: &[Clue], candidate: &Candidate) -> Option<Verdict> {
    let (kind, sum, lead, rule) = candidate.tally.winner()?;
    let tokens = candidate.tokens;
    let listed = candidate.listed.and_then(|n| clues.get(n)).filter(|clue| clue.kind == kind);
    let single = candidate.capitals == 1;
    if listed.is_none() && (sum < 0.45 || single && is_plain(page, candidate) && sum < 2.0) {
        return None;
    }
    let end = tokens.end();
    if page.reading.word(end) == "-" && page.glued(end) && page.glued(end + 1) && page.reading.is_any(end + 1, ADJECTIVES) {
        return None;
    }
    if listed.is_none() && !candidate.partial && is_office(page, candidate) {
        return None;
    }
    Some(Verdict { kind, rule, confidence: (0.4 + 0.17 * lead).clamp(0.3, 0.97) })
}

/// The mention of a candidate, being what the verdict says.
pub(super) fn mention_of(page: &Page<'_>, clues: &[Clue], candidate: &Candidate, verdict: Verdict) -> ActorMention {
    let Verdict { kind, rule, confidence } = verdict;
    let tokens = candidate.tokens;
    let single = tokens.iter().filter(|at| page.capital(*at)).count() == 1;
    let listed = candidate.listed.and_then(|n| clues.get(n)).filter(|clue| clue.kind == kind);
    let role = candidate.role.and_then(|n| clues.get(n)).filter(|_| kind == ActorKind::Person);
    let upper = tokens.len() == 1 && page.reading.token(tokens.first()).is_some_and(|token| token.case == Case::Upper);
    let form = match kind {
        ActorKind::Person if candidate.partial && single => ActorForm::Partial,
        ActorKind::Person | ActorKind::Place | ActorKind::People => ActorForm::Name,
        _ if upper && page.capitals(tokens.first()) == Capitals::Name => ActorForm::Acronym,
        _ => ActorForm::Name,
    };
    let known = candidate.known.filter(|(of, _)| kind == *of && !candidate.partial).map(|(_, entry)| entry);
    let of_known = |column| {
        let vocabulary = page.reading.vocabulary();
        known.map(|entry| vocabulary.column(vocabulary.entry(entry), column)).filter(|field| !field.is_empty())
    };
    ActorMention {
        span: page.reading.document().span(tokens),
        tokens,
        kind,
        form,
        entry: listed.and_then(|clue| clue.entry).or(known),
        role: role.and_then(|clue| clue.role),
        country: role.and_then(|clue| clue.country).or(listed.and_then(|clue| clue.country)).or(of_known("country")),
        code: listed.and_then(|clue| clue.code).or(of_known("code")).or(role.and_then(|clue| clue.code)),
        rule,
        confidence,
    }
}

/// Whether its words are those of an office ("Foreign Secretary"), or a head without a name ("the Party").
fn is_office(page: &Page<'_>, candidate: &Candidate) -> bool {
    let mut words = candidate.tokens.iter().filter(|at| page.capital(*at));
    let often =
        candidate.mentions > 2 && page.capitals(candidate.tokens.first()) == Capitals::Name && !page.also_small(candidate.tokens.first());
    let bare = !often
        && candidate.tokens.len() == 1
        && page.looks(candidate.tokens.first(), is::HEAD)
        && page.lower(candidate.tokens.first()) >= 40;
    bare || words.all(|at| page.looks(at, is::TITLE))
}

/// Whether its only capital word is an everyday word.
fn is_plain(page: &Page<'_>, candidate: &Candidate) -> bool {
    let sure = match candidate.mentions {
        0 | 1 => 40,
        3.. if !page.also_small(candidate.tokens.end() - 1) => 101,
        _ => 70,
    };
    candidate.tokens.iter().any(|at| page.capital(at) && (page.lower(at) >= sure || page.looks(at, is::NOT_NAME | is::HEAD)))
}
