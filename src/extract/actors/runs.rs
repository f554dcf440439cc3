//! Runs: names of lists and words written as names, as far as they stand together.
//!
//! "Ministry of Trade and Industry", "Hamdi al-Brelli", "J. F. Marlow", "Brellco Inc." are one run each. A run may still
//! hold several names ("Marlow Kenya"): [`super::cut`] parts them.

use super::bits::Bits;
use super::lexicon::is;
use super::page::{Capitals, Page};
use crate::text::TokenRange;

/// The most tokens in one run.
const MOST_TOKENS: usize = 16;

/// A name of a list, or a word written as a name with the marks that cling to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub tokens: TokenRange,
    /// The clue by which a list knows it.
    pub listed: Option<usize>,
}

/// What the runs are made from.
pub(super) struct Marks {
    /// Listed names in order, each with its clue.
    names: Vec<(TokenRange, usize)>,
    /// For each token, one more than the number of the listed name that starts there.
    starts: Vec<u32>,
    /// Where runs may start.
    runs: Bits,
    /// Whether each token belongs to a title.
    pub titles: Vec<bool>,
}

impl Marks {
    /// No listed names yet.
    pub fn new(page: &Page<'_>) -> Self {
        let tokens = page.reading.document().tokens().len();
        Self {
            names: Vec::with_capacity(tokens / 8),
            starts: vec![0; tokens],
            runs: page.run_starts().clone(),
            titles: vec![false; tokens],
        }
    }

    /// Adds a listed name with its clue, behind those that were added before.
    pub fn add_listed(&mut self, tokens: TokenRange, clue: usize) {
        self.names.push((tokens, clue));
        self.runs.add(tokens.first());
        if let (Some(start), Ok(number)) = (self.starts.get_mut(tokens.first()), u32::try_from(self.names.len())) {
            *start = number;
        }
    }

    /// The listed name that starts at token `at`, with its clue.
    pub fn listed(&self, at: usize) -> Option<(TokenRange, usize)> {
        self.numbered(*self.starts.get(at)?)
    }

    /// All listed names in order.
    pub fn all_listed(&self) -> impl Iterator<Item = (TokenRange, usize)> {
        self.names.iter().copied()
    }

    fn numbered(&self, number: u32) -> Option<(TokenRange, usize)> {
        self.names.get((number as usize).checked_sub(1)?).copied()
    }

    fn title(&self, at: usize) -> bool {
        self.titles.get(at).copied().unwrap_or(false)
    }
}

/// Reads the runs of one sentence.
pub(super) struct Runs<'p, 'r> {
    pub page: &'p Page<'r>,
    pub marks: &'p Marks,
}

impl Runs<'_, '_> {
    /// Calls `found` with the units of each run of the sentence, in order. `units` is where they are gathered.
    pub fn each(&self, sentence: TokenRange, units: &mut Vec<Unit>, mut found: impl FnMut(&[Unit])) {
        let mut end = sentence.first();
        for at in self.marks.runs.within(sentence) {
            if at < end {
                continue;
            }
            units.clear();
            self.run(at, sentence.end(), units);
            if let Some(last) = units.last() {
                end = last.tokens.end();
                found(units);
            }
        }
    }

    fn run(&self, at: usize, end: usize, units: &mut Vec<Unit>) {
        let Some(first) = self.unit(at, end, true) else { return };
        units.push(first);
        while let Some(last) = units.last().copied() {
            if last.tokens.end() - at >= MOST_TOKENS {
                break;
            }
            let Some(next) = self.goes_on(units, last.tokens.end(), end) else { break };
            units.push(next);
        }
    }

    /// The unit that starts at `at`. `first`: whether it would start a run.
    fn unit(&self, at: usize, end: usize, first: bool) -> Option<Unit> {
        if at >= end {
            return None;
        }
        if let Some((tokens, clue)) = self.marks.listed(at) {
            return Some(Unit { tokens, listed: Some(clue) });
        }
        if self.marks.title(at) {
            return None;
        }
        let page = self.page;
        if page.named(at) {
            if first && page.looks(at, is::NOT_NAME) {
                return None;
            }
            return Some(Unit { tokens: TokenRange::new(at, self.clinging(at + 1, end)), listed: None });
        }
        // "al-Brelli", "bin Orlik", "de Marlow": a particle starts a name where a name follows.
        if page.looks(at, is::PARTICLE) && (!first || page.looks(at, is::PARTICLE_FIRST)) && page.capitals(at) == Capitals::Name {
            let hyphen = page.reading.word(at + 1) == "-" && page.glued(at + 1) && page.glued(at + 2);
            let next = if hyphen { at + 2 } else { at + 1 };
            let plain = hyphen || !page.looks(at, is::FUNCTION);
            if plain && next < end && page.named(next) && self.marks.listed(next).is_none_or(|(tokens, _)| tokens.len() == 1) {
                return Some(Unit { tokens: TokenRange::new(at, self.clinging(next + 1, end)), listed: None });
            }
        }
        None
    }

    /// Where a word that ends before `at` ends with the full stop, hyphenated parts and apostrophes that cling to it.
    fn clinging(&self, at: usize, end: usize) -> usize {
        let (page, start) = (self.page, at - 1);
        let mut at = at;
        for _ in 0..4 {
            let party = at == start + 1 && page.reading.word(start).len() == 1; // "D-Ohio"
            let hyphen = at + 1 < end && !party && page.reading.word(at) == "-" && page.glued(at) && page.glued(at + 1);
            let stop = at < end && page.reading.word(at) == "." && page.glued(at);
            if hyphen && self.is_syllable(start, at + 1) {
                return at + 2;
            }
            if hyphen && (page.named(at + 1) || page.looks(at + 1, is::PARTICLE) && self.named_behind(at + 2, end)) {
                at += 2;
            } else if stop && self.keeps_stop(at, end) {
                return at + 1;
            } else {
                break;
            }
        }
        at
    }

    /// "Orl Bren-ho": the small second syllable of a given name behind a surname.
    fn is_syllable(&self, start: usize, at: usize) -> bool {
        let page = self.page;
        let word = page.reading.word(at);
        let small = page.reading.token(at).is_some_and(|token| token.case == crate::text::Case::Lower);
        small && word.len() <= 6 && page.lower(at) == 0 && !page.looks(at, is::FUNCTION | is::TITLE) && start > 0 && page.named(start - 1)
    }

    fn named_behind(&self, at: usize, end: usize) -> bool {
        self.page.reading.word(at) == "-" && at + 1 < end && self.page.named(at + 1)
    }

    /// Whether the full stop at `at` belongs to the word before it: initials before a name, "Inc.", "St." before a name.
    fn keeps_stop(&self, at: usize, end: usize) -> bool {
        let (page, before) = (self.page, at - 1);
        let single = page.reading.word(before).chars().count() == 1;
        let next_named = at + 1 < end && (page.named(at + 1) || page.capital(at + 1));
        if single {
            return next_named && !page.looks(at + 1, is::FUNCTION);
        }
        let ends = at + 1 >= end || page.glued(at + 1) && !matches!(page.reading.word(at + 1), "," | "'s" | "’s" | ")");
        page.looks(before, is::ABBREVIATION) && (page.looks(before, is::HEAD | is::NAME_END) && !ends || next_named)
    }

    /// The unit with which a run goes on at `at`.
    fn goes_on(&self, units: &[Unit], at: usize, end: usize) -> Option<Unit> {
        let page = self.page;
        if at >= end {
            return None;
        }
        let last = units.last()?.tokens.end() - 1;
        let word = page.reading.word(at);
        if page.glued(at) {
            // "People's Party", "Workers' Union"; "AT&T".
            let owned = matches!(word, "'s" | "’s" | "'" | "’")
                && page.lower(last) >= 40
                && !page.glued(at + 1)
                && units.last().is_some_and(|unit| unit.listed.is_none());
            let joint = word == "&" && page.named(at + 1) && page.glued(at + 1);
            return if owned || joint { self.joined(at, at + 1, end) } else { None };
        }
        if let Some(unit) = self.unit(at, end, false) {
            return Some(unit);
        }
        match word {
            "&" => self.joined(at, at + 1, end),
            "of" | "for" | "to" | "on" | "against" => {
                let head = self.is_head(units);
                let fits = match word {
                    "of" => head || page.looks(last, is::OF_HEAD | is::HEAD_OF),
                    "for" => head || page.looks(last, is::OF_HEAD),
                    _ => page.looks(last, is::OF_HEAD) && page.lower(at + 1) >= 40,
                };
                let article = usize::from(page.reading.is(at + 1, "the"));
                if fits { self.joined(at, at + 1 + article, end) } else { None }
            }
            "and" => {
                let list = page.lower(last) >= 40 && page.lower(at + 1) >= 40 && page.capital(at + 1);
                let has_of = units.iter().any(|unit| page.looks(unit.tokens.first().saturating_sub(1), is::FUNCTION));
                let headed = (at + 2..(at + 5).min(end)).any(|n| page.looks(n, is::HEAD) && page.named(n));
                if list && (has_of || headed) { self.joined(at, at + 1, end) } else { None }
            }
            _ => None,
        }
    }

    /// The unit at `from` together with the joining words from `at`.
    fn joined(&self, at: usize, from: usize, end: usize) -> Option<Unit> {
        let unit = self.unit(from, end, false)?;
        Some(Unit { tokens: TokenRange::new(at, unit.tokens.end()), listed: None })
    }

    /// Whether the run ends with a word that "of" may follow in a name: "Ministry", "Organisation", "Doctors".
    fn is_head(&self, units: &[Unit]) -> bool {
        let Some(last) = units.last() else { return false };
        let at = last.tokens.end() - 1;
        let page = self.page;
        let ends = page.looks(at, is::HEAD) && !page.looks(at, is::OF_HEAD);
        last.listed.is_none()
            && page.capitals(at) == Capitals::Name
            && page.lower(at) >= 50
            && !ends
            && !page.looks(at, is::GIVEN | is::TITLE)
    }
}
