//! What the tagger sees of each token: its form, its neighbours, what the lists and rules say of it, what capitals say here.
//!
//! Only tokens that may be part of a name are looked at: words with a capital, what the rules drafted as a name, and the small
//! words, marks and numbers among them ("of", "al", "-"). The others are outside of names, and part the text in stretches.

use super::facts::{Facts, mix, number};
use crate::extract::actors::clue::Place;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::lexicon::is;
use crate::extract::actors::page::{Capitals, Page};
use crate::text::{Case, TokenKind, TokenRange};

/// How far ahead a small word looks for a word with a capital.
const AHEAD: usize = 3;
/// How far from a token that may be part of a name the words are that tell of it.
const NEAR: usize = 2;
/// How far the words around a run of names are looked for.
const RUN: usize = 12;

/// The features of the tokens of a document that may be part of a name.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Tokens that stand together, in order.
    pub stretches: Vec<TokenRange>,
    /// The word of each token of the stretches, as a number that is the same in any case.
    pub(super) words: Vec<u64>,
    features: Vec<u64>,
    /// Where the features of each token of the stretches begin; one more at the end.
    starts: Vec<usize>,
}

impl Sheet {
    /// The features of the token that is number `n` among those of all stretches.
    pub fn features(&self, n: usize) -> &[u64] {
        match (self.starts.get(n), self.starts.get(n + 1)) {
            (Some(from), Some(to)) => self.features.get(*from..*to).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Reads a document.
    pub(in crate::extract::actors) fn new(page: &Page<'_>, draft: &Draft) -> Self {
        let reader = Reader::new(page, draft);
        let mut sheet = Self::default();
        for sentence in page.reading.document().sentences() {
            let mut at = sentence.tokens.first();
            while at < sentence.tokens.end() {
                let length = (at..sentence.tokens.end()).take_while(|at| reader.active[*at]).count();
                if length > 0 {
                    sheet.stretches.push(TokenRange::new(at, at + length));
                }
                at += length.max(1);
            }
        }
        for at in sheet.stretches.iter().flat_map(|stretch| stretch.iter()) {
            sheet.starts.push(sheet.features.len());
            sheet.words.push(reader.facts[at].word);
            reader.features(at, &mut sheet.features);
        }
        sheet.starts.push(sheet.features.len());
        sheet
    }
}

struct Reader<'p, 'r> {
    page: &'p Page<'r>,
    facts: Vec<Facts>,
    active: Vec<bool>,
    /// What the draft says of each token: 0 where nothing.
    drafted: Vec<u64>,
    /// What lists say.
    listed: Vec<u64>,
    /// What single rules say, by token.
    notes: Vec<(usize, u64)>,
}

/// Where a token stands in a name: alone, first, within, last.
fn position(tokens: TokenRange, at: usize) -> u64 {
    u64::from(at == tokens.first()) + 2 * u64::from(at + 1 == tokens.end())
}

impl<'p, 'r> Reader<'p, 'r> {
    fn new(page: &'p Page<'r>, draft: &Draft) -> Self {
        let document = page.reading.document();
        let count = document.tokens().len();
        let mut reader = Self {
            page,
            active: vec![false; count],
            drafted: vec![0; count],
            listed: vec![0; count],
            notes: Vec::new(),
            facts: vec![Facts::default(); count],
        };
        reader.read_draft(draft);
        for sentence in document.sentences() {
            reader.read_active(sentence.tokens);
        }
        for (at, token) in document.tokens().iter().enumerate() {
            if reader.active[at.saturating_sub(NEAR)..(at + NEAR + 1).min(count)].contains(&true) {
                reader.facts[at] = Facts::new(token, document.text());
            }
        }
        reader
    }

    fn read_draft(&mut self, draft: &Draft) {
        for (candidate, mention) in draft.candidates.iter().zip(&draft.mentions) {
            let state = match mention {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                Some(mention) => 8 + 8 * mention.kind as u64 + u64::from(mention.confidence > 0.6) + u64::from(mention.confidence > 0.8),
                None => 4,
            };
            for at in candidate.tokens.iter() {
                if let Some(here) = self.drafted.get_mut(at) {
                    *here = state * 4 + position(candidate.tokens, at);
                }
            }
        }
        for (tokens, clue) in draft.marks.listed.iter().flatten() {
            let rule = draft.clues.get(*clue).map_or(0, |clue| number(clue.rule.as_bytes()));
            for at in tokens.iter() {
                if let Some(here) = self.listed.get_mut(at) {
                    *here = mix(rule, position(*tokens, at));
                }
            }
        }
        for clue in &draft.clues {
            let (at, place) = match clue.place {
                Place::Whole(_) => continue,
                Place::Starts(at) => (at, 1),
                Place::Ends(at) => (at.saturating_sub(1), 2),
                Place::Holds(at) => (at, 3),
            };
            self.notes.push((at, mix(number(clue.rule.as_bytes()), place)));
        }
        self.notes.sort_unstable();
        self.notes.dedup();
    }

    fn read_active(&mut self, sentence: TokenRange) {
        let mut ahead = usize::MAX;
        for at in sentence.iter().rev() {
            let strong = self.is_strong(at);
            ahead = if strong { 0 } else { ahead.saturating_add(1) };
            let near = ahead <= AHEAD;
            let opens = ahead <= 2 && (self.page.looks(at, is::PARTICLE) || self.is_number(at));
            self.active[at] = strong || opens || near && (self.page.looks(at, is::FUNCTION) || self.is_number(at) || self.joins(at));
        }
        // A small word goes on with a name, it starts none.
        let mut before = false;
        for at in sentence.iter() {
            let starts = self.is_strong(at) || self.page.looks(at, is::PARTICLE) || self.is_number(at);
            let ends = before
                && (self.is_number(at) || self.page.reading.word(at) == ".")
                && self.page.looks(at.saturating_sub(1), is::ABBREVIATION);
            self.active[at] = self.active[at] && (before || starts) || ends;
            before = self.active[at];
        }
    }

    fn is_strong(&self, at: usize) -> bool {
        self.page.capital(at) || self.drafted[at] > 0 || self.page.reading.token(at).is_some_and(|token| token.case == Case::Mixed)
    }

    fn is_number(&self, at: usize) -> bool {
        self.page.reading.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn joins(&self, at: usize) -> bool {
        self.page.glued(at) || self.page.glued(at + 1) || self.page.reading.word(at) == "&"
    }

    fn fact(&self, at: Option<usize>, sentence: TokenRange) -> Facts {
        at.filter(|at| sentence.holds(*at)).and_then(|at| self.facts.get(at)).copied().unwrap_or_default()
    }

    fn features(&self, at: usize, out: &mut Vec<u64>) {
        let page = self.page;
        let sentence = page.reading.sentence(at);
        let [far_before, before, here, behind, far_behind] =
            [at.checked_sub(2), at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(|at| self.fact(at, sentence));
        let mut template = 0;
        let mut add = |values: &[u64]| {
            template += 1;
            out.push(values.iter().fold(mix(template, 0x5EED), |hash, value| mix(hash, *value)));
        };
        let plain = page.capitals(at) == Capitals::Name;
        let everyday = u64::from(page.lower(at) / 10) + 16 * u64::from(page.also_small(at));
        let first = u64::from(page.first_word(sentence) == at);
        let look = |at: Option<usize>| at.filter(|at| sentence.holds(*at)).map_or(0, |at| u64::from(page.look(at)));
        let drafted = |at: Option<usize>| at.filter(|at| sentence.holds(*at)).map_or(0, |at| self.drafted[at]);
        let from = (sentence.first().max(at.saturating_sub(RUN))..at).rev().find(|at| !self.active[*at]);
        let to = (at + 1..sentence.end().min(at + RUN)).find(|at| !self.active[*at]);
        let (run_before, run_behind) = (self.fact(from, sentence), self.fact(to, sentence));
        let last = self.fact(to.map(|to| to - 1), sentence);

        add(&[u64::from(plain)]);
        add(&[here.word]);
        add(&[before.word]);
        add(&[behind.word]);
        add(&[far_before.word]);
        add(&[far_behind.word]);
        add(&[before.word, here.word]);
        add(&[here.word, behind.word]);
        add(&[here.prefix]);
        add(&[here.suffixes[0]]);
        add(&[here.suffixes[1]]);
        add(&[here.suffixes[2]]);
        add(&[here.shape, u64::from(plain)]);
        add(&[before.shape, here.shape]);
        add(&[here.shape, behind.shape]);
        add(&[before.shape, here.shape, behind.shape]);
        add(&[everyday, first, here.shape, u64::from(plain)]);
        add(&[drafted(Some(at))]);
        add(&[drafted(at.checked_sub(1)), drafted(Some(at)), drafted(Some(at + 1))]);
        add(&[drafted(Some(at)), here.shape, everyday]);
        add(&[self.listed[at]]);
        add(&[self.listed[at], before.word]);
        add(&[look(Some(at)), here.shape]);
        add(&[look(at.checked_sub(1)), look(Some(at))]);
        add(&[look(Some(at)), look(Some(at + 1))]);
        add(&[run_before.word, drafted(Some(at)) / 4]);
        add(&[run_behind.word, drafted(Some(at)) / 4]);
        add(&[run_before.word, from.map_or(0, |from| (at - from) as u64)]);
        add(&[run_behind.word, to.map_or(0, |to| (to - at) as u64)]);
        add(&[last.word, to.map_or(0, |to| (to - at) as u64).min(4)]);
        add(&[last.suffixes[1]]);
        add(&[u64::from(page.glued(at)), u64::from(page.glued(at + 1)), before.shape, behind.shape]);
        let notes = self.notes.partition_point(|(token, _)| *token < at);
        for (_, note) in self.notes[notes..].iter().take_while(|(token, _)| *token == at) {
            out.push(mix(*note, 0xA0));
        }
        let bits = look(Some(at));
        out.extend((0..16).filter(|bit| bits >> bit & 1 == 1).map(|bit| mix(0xB1, bit)));
    }
}
