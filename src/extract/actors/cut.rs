//! From a run to names: where one name ends and the next begins.

use super::clue::Clue;
use super::lexicon::is;
use super::mention::ActorKind;
use super::page::Page;
use super::runs::Unit;
use crate::text::TokenRange;

/// A name as it stands, with the list's clue where a list knows it whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub tokens: TokenRange,
    pub listed: Option<usize>,
}

/// Parts the units of a run into names, in order.
pub(super) fn cut(page: &Page<'_>, clues: &[Clue], units: &[Unit], pieces: &mut Vec<Piece>) {
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
    let whole = first.tokens.cover(last.tokens);
    if let [only] = units {
        pieces.push(Piece { tokens: only.tokens, listed: only.listed });
        return;
    }
    if is_headed(page, units) {
        pieces.push(Piece { tokens: whole, listed: None });
        return;
    }
    if let [before, body] = units {
        if completes(page, clues, before, body) {
            pieces.push(Piece { tokens: whole, listed: None });
            return;
        }
    }
    let mut at = 0;
    while at < units.len() {
        let taken = take(page, clues, &units[at..]);
        let tokens = units[at].tokens.cover(units[at + taken - 1].tokens);
        pieces.push(Piece { tokens, listed: if taken == 1 { units[at].listed } else { None } });
        at += taken;
    }
}

/// Whether the run is one name by its head: it ends with one, or has one before "of".
fn is_headed(page: &Page<'_>, units: &[Unit]) -> bool {
    let Some(last) = units.last() else { return false };
    let end = last.tokens.end() - 1;
    let end = if page.reading.word(end) == "." && end > 0 { end - 1 } else { end };
    let joined = units.iter().skip(1).any(|unit| !page.capital(unit.tokens.first()) && page.looks(unit.tokens.first(), is::FUNCTION));
    joined || (last.listed.is_none() && page.looks(end, is::HEAD | is::OTHER_HEAD) && page.capital(end))
}

/// Whether a listed body is named more fully by the word before it: "Kenyan" before "Labour Party", "International" before "Red Cross".
fn completes(page: &Page<'_>, clues: &[Clue], before: &Unit, body: &Unit) -> bool {
    let listed = |unit: &Unit| unit.listed.and_then(|n| clues.get(n)).map(|clue| clue.kind);
    let (first, last) = (before.tokens.first(), body.tokens.end() - 1);
    if listed(body) != Some(ActorKind::Organization) || body.tokens.len() < 2 {
        return false;
    }
    match listed(before) {
        Some(ActorKind::People) => page.looks(last, is::HEAD) || page.reading.is(last, "cross"),
        None => before.tokens.len() == 1 && page.lower(first) >= 40,
        Some(_) => false,
    }
}

/// How many units the first name takes.
fn take(page: &Page<'_>, clues: &[Clue], units: &[Unit]) -> usize {
    let kind = |unit: &Unit| unit.listed.and_then(|n| clues.get(n)).map(|clue| clue.kind);
    let short = |unit: &Unit| unit.tokens.len() == 1;
    let Some(first) = units.first() else { return 1 };
    let start = first.tokens.first();
    match kind(first) {
        None => {
            let named = page.looks(start, is::GIVEN) || page.reading.word(first.tokens.end() - 1) == ".";
            let direction = page.looks(start, is::PLACE_START) && !page.looks(start, is::GIVEN);
            let mut taken = 0;
            for (n, unit) in units.iter().enumerate() {
                let fits = match kind(unit) {
                    None => true,
                    // "Jack London", "Neil Jordan": behind a given name, a place is a surname.
                    Some(ActorKind::Place | ActorKind::People) => n > 0 && ((named && n <= 2 && short(unit)) || (direction && n == 1)),
                    Some(_) => false,
                };
                if !fits {
                    break;
                }
                taken = n + 1;
                if kind(unit).is_some() {
                    break;
                }
            }
            taken.max(1)
        }
        // "Brellat Stock": everyday words behind a place belong to its name.
        Some(ActorKind::Place | ActorKind::People) => {
            let rest = units[1..].iter().take_while(|unit| kind(unit).is_none()).count();
            let everyday = |unit: &Unit| unit.tokens.iter().all(|at| page.lower(at) >= 40 || !page.capital(at));
            if rest > 0 && !page.looks(units[1].tokens.first(), is::TITLE) && units[1..=rest].iter().all(everyday) { 1 + rest } else { 1 }
        }
        // "Marlow Jr"
        Some(ActorKind::Person) => 1 + usize::from(units.get(1).is_some_and(|unit| page.looks(unit.tokens.first(), is::NAME_END))),
        Some(_) => 1,
    }
}
