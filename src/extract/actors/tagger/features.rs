//! What the tagger sees of each token: its form, its neighbours, what the lists and rules say of it, what capitals say here.
//!
//! Only tokens that may be part of a name are looked at: words with a capital, what the rules drafted as a name, and the small
//! words, marks and numbers among them ("of", "al", "-"). The others are outside of names, and part the text in stretches.

use smallvec::SmallVec;

use super::facts::{Affixes, mix, number};
use super::memo::{Memo, Row};
use super::model::Model;
use super::seen::{Apart, Seen, TEMPLATES, drafts_key, looks_key, shapes_key};
use crate::extract::actors::clue::Place;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::lexicon::is;
use crate::extract::actors::page::{Capitals, Page};
use crate::text::{Case, TokenKind, TokenRange};

/// How far ahead a small word looks for a word with a capital.
const AHEAD: usize = 3;
/// How far the words around a run of names are looked for.
const RUN: usize = 12;
/// How many tokens before and behind one are looked at.
const BESIDE: usize = 2;

/// The tokens of a document that may be part of a name.
#[derive(Debug, Default)]
pub struct Stretches {
    /// Those that stand together, in order.
    places: Vec<TokenRange>,
    /// The word of each, as a number that is the same in any case.
    pub(super) words: Vec<u64>,
}

impl Stretches {
    /// The stretches, in order.
    pub fn iter(&self) -> impl Iterator<Item = TokenRange> {
        self.places.iter().copied()
    }

    /// The stretches, counted among the tokens of all of them.
    pub(super) fn numbered(&self) -> impl Iterator<Item = TokenRange> {
        self.places.iter().scan(0, |start, stretch| {
            let first = *start;
            *start += stretch.len();
            Some(TokenRange::new(first, *start))
        })
    }
}

/// The features of the tokens of a document that may be part of a name: what is learnt from.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Those tokens.
    pub stretches: Stretches,
    features: Vec<u64>,
    /// Where the features of each token of the stretches end.
    ends: Vec<usize>,
}

impl Sheet {
    /// The features of the token that is number `n` among those of all stretches.
    pub fn features(&self, n: usize) -> &[u64] {
        let from = n.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(n).and_then(|to| self.features.get(from..*to)).unwrap_or(&[])
    }

    /// Reads a document.
    pub(in crate::extract::actors) fn new(page: &Page<'_>, draft: &Draft) -> Self {
        let (mut sheet, blank) = (Self::default(), Model::blank());
        let document = page.reading.document();
        let affixes = |at: Option<usize>| {
            at.and_then(|at| document.tokens().get(at)).map_or(Affixes::default(), |token| Affixes::new(token, document.text()))
        };
        sheet.stretches = read(page, draft, &mut Memo::new(&blank), |_, seen, notes| {
            let features = seen.features([affixes(Some(seen.at)), affixes(seen.last_at)]);
            let (templates, looks) = features.split_at(TEMPLATES);
            [templates, notes, looks].into_iter().for_each(|some| sheet.features.extend_from_slice(some));
            sheet.ends.push(sheet.features.len());
        });
        sheet
    }
}

/// Shows `see` each token that may be part of a name, in order, with what single rules say of it.
pub(in crate::extract::actors) fn read<'m>(
    page: &Page<'_>,
    draft: &Draft,
    memo: &mut Memo<'m>,
    mut see: impl FnMut(&mut Memo<'m>, &Seen, &[u64]),
) -> Stretches {
    let document = page.reading.document();
    let mut reader = Reader::new(page, draft, memo);
    let count = reader.notes.active.iter().filter(|active| **active).count();
    let mut stretches = Stretches { places: Vec::with_capacity(count), words: Vec::with_capacity(count) };
    for (sentence, capitals) in document.sentences().iter().zip(page.all_capitals()) {
        let tokens = sentence.tokens;
        let plain = *capitals == Capitals::Name;
        let mut first_word = None;
        let mut at = tokens.first();
        while at < tokens.end() {
            let length = reader.notes.active[at..tokens.end()].iter().take_while(|active| **active).count();
            if length > 0 {
                let first_word = *first_word.get_or_insert_with(|| page.first_word(tokens));
                let stretch = TokenRange::new(at, at + length);
                let around = Around { sentence: tokens, stretch, first_word, plain };
                stretches.places.push(stretch);
                reader.read_rows(&around);
                for at in stretch.iter() {
                    let seen = reader.seen(at, &around);
                    stretches.words.push(seen.words[2]);
                    let notes = reader.notes_of(at);
                    see(&mut *reader.memo, &seen, &notes);
                }
            }
            at += length.max(1);
        }
    }
    reader.memo.notes = reader.notes;
    stretches
}

/// Where a token stands.
struct Around {
    sentence: TokenRange,
    stretch: TokenRange,
    first_word: usize,
    /// Whether capitals name in its sentence.
    plain: bool,
}

struct Reader<'p, 'r, 'm, 'k> {
    page: &'p Page<'r>,
    memo: &'k mut Memo<'m>,
    notes: Notes,
    /// How many of the notes by rules stand before the token that is read.
    noted: usize,
}

/// The most places of a list that are kept for the next document.
const KEPT: usize = 1 << 14;

/// Makes a list one of so many that say nothing.
fn blank<T: Clone + Default>(list: &mut Vec<T>, count: usize) {
    list.clear();
    list.shrink_to(KEPT.max(count));
    list.resize(count, T::default());
}

/// What is noted of a document's tokens before they are read one by one.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The words of the stretch that is read, of the tokens before it and of those behind it.
    rows: Vec<Row>,
    /// Whether each token may be part of a name.
    active: Vec<bool>,
    /// What the draft says of each token: 0 where nothing.
    drafted: Vec<u16>,
    /// The number of each token in `listings`; 0 where no list knows it.
    listed: Vec<u16>,
    /// What lists say of a token; the first is nothing.
    listings: Vec<u64>,
    /// What single rules say, by token.
    by_rules: Vec<(usize, u64)>,
}

impl Notes {
    /// Nothing, for so many tokens.
    fn clear(&mut self, count: usize) {
        blank(&mut self.active, count);
        blank(&mut self.drafted, count);
        blank(&mut self.listed, count);
        blank(&mut self.listings, 1);
        blank(&mut self.by_rules, 0);
    }
}

/// Where a token stands in a name: alone, first, within, last.
fn position(tokens: TokenRange, at: usize) -> u16 {
    u16::from(at == tokens.first()) + 2 * u16::from(at + 1 == tokens.end())
}

impl<'p, 'r, 'm, 'k> Reader<'p, 'r, 'm, 'k> {
    fn new(page: &'p Page<'r>, draft: &Draft, memo: &'k mut Memo<'m>) -> Self {
        let document = page.reading.document();
        let count = document.tokens().len();
        let mut notes = std::mem::take(&mut memo.notes);
        notes.clear(count);
        let mut reader = Self { page, memo, notes, noted: 0 };
        reader.read_draft(draft);
        for sentence in document.sentences() {
            reader.read_active(sentence.tokens);
        }
        reader
    }

    fn read_draft(&mut self, draft: &Draft) {
        for (candidate, verdict) in draft.candidates.iter().zip(&draft.verdicts) {
            let state = match verdict {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                Some(verdict) => 8 + 8 * verdict.kind as u16 + u16::from(verdict.confidence > 0.6) + u16::from(verdict.confidence > 0.8),
                None => 4,
            };
            for at in candidate.tokens.iter() {
                if let Some(here) = self.notes.drafted.get_mut(at) {
                    *here = state * 4 + position(candidate.tokens, at);
                }
            }
        }
        for (tokens, clue) in draft.marks.all_listed() {
            let rule = draft.clues.get(clue).map_or(0, |clue| number(clue.rule.as_bytes()));
            for at in tokens.iter() {
                if let (Some(here), Ok(number)) = (self.notes.listed.get_mut(at), u16::try_from(self.notes.listings.len())) {
                    *here = number;
                    self.notes.listings.push(mix(rule, u64::from(position(tokens, at))));
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
            self.notes.by_rules.push((at, mix(number(clue.rule.as_bytes()), place)));
        }
        self.notes.by_rules.sort_unstable();
        self.notes.by_rules.dedup();
    }

    fn read_active(&mut self, sentence: TokenRange) {
        let mut ahead = usize::MAX;
        for at in sentence.iter().rev() {
            if self.is_strong(at) {
                ahead = 0;
                self.notes.active[at] = true;
                continue;
            }
            ahead = ahead.saturating_add(1);
            if ahead <= AHEAD {
                let small = is::FUNCTION | if ahead <= 2 { is::PARTICLE } else { 0 };
                self.notes.active[at] = self.page.looks(at, small) || self.is_number(at) || self.joins(at);
            }
        }
        // A small word goes on with a name, it starts none.
        let mut before = false;
        for at in sentence.iter() {
            let starts = || self.is_strong(at) || self.page.looks(at, is::PARTICLE) || self.is_number(at);
            let ends =
                || self.page.looks(at.saturating_sub(1), is::ABBREVIATION) && (self.is_number(at) || self.page.reading.word(at) == ".");
            before = if self.notes.active[at] { before || starts() } else { before && ends() };
            self.notes.active[at] = before;
        }
    }

    fn is_strong(&self, at: usize) -> bool {
        self.page.capital(at) || self.notes.drafted[at] > 0 || self.page.reading.token(at).is_some_and(|token| token.case == Case::Mixed)
    }

    fn is_number(&self, at: usize) -> bool {
        self.page.reading.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn joins(&self, at: usize) -> bool {
        self.page.glued(at) || self.page.glued(at + 1) || self.page.reading.word(at) == "&"
    }

    fn read_rows(&mut self, around: &Around) {
        let Around { sentence, stretch, .. } = *around;
        let document = self.page.reading.document();
        self.notes.rows.clear();
        for at in (0..stretch.len() + 2 * BESIDE).map(|n| (stretch.first() + n).checked_sub(BESIDE)) {
            let token = at.filter(|at| sentence.holds(*at)).and_then(|at| document.tokens().get(at));
            match token {
                Some(token) => self.memo.read(token, document.text(), &mut self.notes.rows),
                None => self.notes.rows.push(self.memo.nothing),
            }
        }
    }

    fn seen(&self, at: usize, around: &Around) -> Seen {
        let page = self.page;
        let Around { sentence, stretch, first_word, plain } = *around;
        let row = |n: usize| self.notes.rows.get(n).unwrap_or(&self.memo.nothing);
        let [far_before, before, here, behind, far_behind] = [0, 1, 2, 3, 4].map(|n| row(at - stretch.first() + n));
        let from = stretch.first().checked_sub(1).filter(|from| *from >= sentence.first() && at - from <= RUN);
        let to = Some(stretch.end()).filter(|to| *to < sentence.end() && to - at < RUN);
        let last_at = to.map(|to| to - 1);
        let row_of = |at: Option<usize>| at.map_or(&self.memo.nothing, |at| row(at + BESIDE - stretch.first()));
        let [run_before, run_behind, last] = [from, to, last_at].map(row_of);
        let mut sum = here.here;
        for more in [before.before, behind.behind, far_before.far_before, far_behind.far_behind, last.last] {
            sum.add(more);
        }
        let words = [far_before, before, here, behind, far_behind].map(|row| row.facts.word);
        let shapes = [before, here, behind].map(|row| row.facts.shape);
        let apart = |word, steps: Option<usize>| Apart { word, steps: steps.unwrap_or(0) as u64 };
        let run = [apart(run_before.facts.word, from.map(|from| at - from)), apart(run_behind.facts.word, to.map(|to| to - at))];
        let drafted = self.around(at, sentence, |at| self.notes.drafted[at]);
        let everyday = page.lower(at) / 10 + 16 * u8::from(page.also_small(at));
        let listed = self.notes.listings.get(usize::from(self.notes.listed[at])).copied().unwrap_or(0);
        Seen {
            at,
            words,
            sum,
            shapes: shapes_key(shapes, plain, [page.glued(at), page.glued(at + 1)]),
            drafts: drafts_key(shapes[1], drafted, everyday, first_word == at, plain, listed),
            looks: looks_key(shapes[1], self.around(at, sentence, |at| page.look(at))),
            drafted: u64::from(drafted[1]),
            listed,
            run,
            last: apart(last.facts.word, to.map(|to| to - at)),
            last_at,
        }
    }

    /// What single rules say of token `at`. Tokens are asked about in order.
    fn notes_of(&mut self, at: usize) -> SmallVec<[u64; 8]> {
        let notes = &self.notes.by_rules;
        self.noted += notes[self.noted..].iter().take_while(|(token, _)| *token < at).count();
        notes[self.noted..].iter().take_while(|(token, _)| *token == at).map(|(_, note)| mix(*note, 0xA0)).collect()
    }

    /// What is said of the token before `at`, of that at `at` and of the one behind; 0 outside of the sentence.
    fn around<T: Copy + Default>(&self, at: usize, sentence: TokenRange, of: impl Fn(usize) -> T) -> [T; 3] {
        [at.checked_sub(1), Some(at), Some(at + 1)].map(|at| at.filter(|at| sentence.holds(*at)).map_or(T::default(), &of))
    }
}
