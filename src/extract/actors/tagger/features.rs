//! What the tagger sees of each token: its form, its neighbours, what the lists and rules say of it, what capitals say here.
//!
//! Only tokens that may be part of a name are looked at: words with a capital, what the rules drafted as a name, and the small
//! words, marks and numbers among them ("of", "al", "-"). The others are outside of names, and part the text in stretches. A
//! stretch of which no word is written as a name ("But on Monday") is outside too.

use smallvec::SmallVec;

use super::facts::{Affixes, Facts, mix};
use super::memo::Memo;
use super::model::{Model, Sum};
use super::seen::{Apart, Seen, TEMPLATES, drafts_key, looks_key, shapes_key};
use crate::extract::actors::bits::Bits;
use crate::extract::actors::clue::Place;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::lexicon::is;
use crate::extract::actors::page::{Capitals, Page};
use crate::rules::ValueKind;
use crate::text::{Case, TokenKind, TokenRange};

/// How far ahead a small word looks for a word with a capital.
const AHEAD: usize = 3;
/// How far the words around a run of names are looked for.
const RUN: usize = 12;
/// Of 100 uses of a word, how many are written small where it may be a name without being written as one.
const RARE: u8 = 80;
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
    let count = reader.notes.strong.count();
    let mut notes = SmallVec::new();
    let mut stretches = Stretches { places: Vec::with_capacity(count), words: Vec::with_capacity(2 * count) };
    for (sentence, capitals) in document.sentences().iter().zip(page.all_capitals()) {
        let (sentence, plain) = (sentence.tokens, *capitals == Capitals::Name);
        let from = stretches.places.len();
        reader.find_stretches(sentence, |stretch| {
            if !plain || reader.may_name(stretch) {
                stretches.places.push(stretch);
            }
        });
        let mut first_word = None;
        for stretch in stretches.places[from..].iter().copied() {
            let first_word = *first_word.get_or_insert_with(|| page.first_word(sentence));
            let around = Around { sentence, stretch, first_word, plain };
            reader.read_words(&around);
            for at in stretch.iter() {
                let seen = reader.seen(at, &around);
                stretches.words.push(seen.words[2]);
                reader.notes_of(at, &mut notes);
                see(&mut *reader.memo, &seen, &notes);
            }
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
    facts: Vec<Facts>,
    /// What the words of each of these, and those around it, say of it; room before and behind for what nobody asks.
    sums: Vec<Sum>,
    /// What the last word of the stretch says of all.
    last: Sum,
    /// The tokens with a capital, and what the rules drafted: those about which a stretch lies.
    strong: Bits,
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
        notes.strong.copy_from(page.large());
        let mut reader = Self { page, memo, notes, noted: 0 };
        reader.read_draft(draft);
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
                    self.notes.strong.add(at);
                }
            }
        }
        for (tokens, clue) in draft.marks.all_listed() {
            let rule = draft.clues.get(clue).map_or(0, |clue| self.memo.rule(clue.rule));
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
            self.notes.by_rules.push((at, mix(mix(self.memo.rule(clue.rule), place), 0xA0)));
        }
        self.notes.by_rules.sort_unstable();
        self.notes.by_rules.dedup();
    }

    /// Calls `found` with the stretches of a sentence: its strong tokens, with the small words, marks and numbers among them.
    fn find_stretches(&self, sentence: TokenRange, mut found: impl FnMut(TokenRange)) {
        let mut strong = self.notes.strong.within(sentence);
        let (mut next, mut open) = (strong.next(), None);
        let mut at = sentence.first();
        while at < sentence.end() {
            let ahead = next.map_or(usize::MAX, |next| next - at);
            let small = (1..=AHEAD).contains(&ahead) && self.is_small(at, ahead);
            // A small word goes on with a name, it starts none.
            let goes_on = match open {
                _ if ahead == 0 => true,
                Some(_) => small || self.keeps(at),
                None => small && (self.page.looks(at, is::PARTICLE) || self.is_number(at)),
            };
            if ahead == 0 {
                next = strong.next();
            }
            match open {
                None if goes_on => open = Some(at),
                None if ahead > AHEAD => {
                    at = next.map_or(sentence.end(), |next| next - AHEAD);
                    continue;
                }
                Some(first) if !goes_on => {
                    found(TokenRange::new(first, at));
                    open = None;
                }
                _ => {}
            }
            at += 1;
        }
        if let Some(first) = open {
            found(TokenRange::new(first, sentence.end()));
        }
    }

    /// Whether a token so many before a strong one may stand with it in a name.
    fn is_small(&self, at: usize, ahead: usize) -> bool {
        let small = is::FUNCTION | if ahead <= 2 { is::PARTICLE } else { 0 };
        self.page.looks(at, small) || self.is_number(at) || self.joins(at)
    }

    /// Whether a token behind an abbreviation stays with it: its full stop, or a number.
    fn keeps(&self, at: usize) -> bool {
        self.page.looks(at.saturating_sub(1), is::ABBREVIATION) && (self.is_number(at) || self.page.reading.word(at) == ".")
    }

    /// Whether a stretch of a sentence in which capitals name holds a word that may be the word of a name. Of the others, the
    /// first words of sentences and days most of all, none is a name.
    fn may_name(&self, stretch: TokenRange) -> bool {
        stretch.iter().any(|at| self.notes.drafted[at] > 0 || self.page.named(at) || self.is_rare(at) || self.page.reading.word(at) == "&")
    }

    /// Whether it is a word with a capital that is rarely written without, and neither a day nor a pronoun or the like.
    fn is_rare(&self, at: usize) -> bool {
        let (page, reading) = (self.page, self.page.reading);
        let large = page.lower(at) < RARE && reading.token(at).is_some_and(|token| !matches!(token.case, Case::Lower | Case::None));
        large && !page.looks(at, is::FUNCTION) && reading.value_of(at, ValueKind::Date).is_none()
    }

    fn is_number(&self, at: usize) -> bool {
        self.page.reading.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn joins(&self, at: usize) -> bool {
        self.page.glued(at) || self.page.glued(at + 1) || self.page.reading.word(at) == "&"
    }

    fn read_words(&mut self, around: &Around) {
        let Around { sentence, stretch, .. } = *around;
        let document = self.page.reading.document();
        let Notes { facts, sums, last, .. } = &mut self.notes;
        let count = stretch.len() + 2 * BESIDE;
        facts.clear();
        sums.clear();
        sums.resize(count + 2 * BESIDE, Sum::default());
        for n in 0..count {
            let at = (stretch.first() + n).checked_sub(BESIDE).filter(|at| sentence.holds(*at));
            let row = match at.and_then(|at| document.tokens().get(at)) {
                Some(token) => self.memo.row(token, document.text()),
                None => &self.memo.nothing,
            };
            facts.push(row.facts);
            if let Some([far_before, before, here, behind, far_behind]) = sums.get_mut(n..).and_then(|sums| sums.first_chunk_mut()) {
                far_before.add(row.far_behind);
                before.add(row.behind);
                here.add(row.here);
                behind.add(row.before);
                far_behind.add(row.far_before);
            }
            if n + BESIDE < count {
                *last = row.last;
            }
        }
    }

    fn seen(&self, at: usize, around: &Around) -> Seen {
        let page = self.page;
        let Around { sentence, stretch, first_word, plain } = *around;
        let facts = |n: usize| self.notes.facts.get(n).copied().unwrap_or_default();
        let here = at - stretch.first();
        let five: [Facts; 1 + 2 * BESIDE] = self.notes.facts.get(here..).and_then(|facts| facts.first_chunk()).copied().unwrap_or_default();
        let from = stretch.first().checked_sub(1).filter(|from| *from >= sentence.first() && at - from <= RUN);
        let to = Some(stretch.end()).filter(|to| *to < sentence.end() && to - at < RUN);
        let last_at = to.map(|to| to - 1);
        let facts_of = |at: Option<usize>| at.map_or(self.memo.nothing.facts, |at| facts(at + BESIDE - stretch.first()));
        let [run_before, run_behind, last] = [from, to, last_at].map(facts_of);
        let mut sum = self.notes.sums.get(here + 2 * BESIDE).copied().unwrap_or_default();
        sum.add(if to.is_some() { self.notes.last } else { self.memo.nothing.last });
        let words = five.map(|facts| facts.word);
        let shapes = [five[1], five[2], five[3]].map(|facts| facts.shape);
        let apart = |word, steps: Option<usize>| Apart { word, steps: steps.unwrap_or(0) as u64 };
        let run = [apart(run_before.word, from.map(|from| at - from)), apart(run_behind.word, to.map(|to| to - at))];
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
            last: apart(last.word, to.map(|to| to - at)),
            last_at,
        }
    }

    /// What single rules say of token `at`. Tokens are asked about in order.
    fn notes_of(&mut self, at: usize, notes: &mut SmallVec<[u64; 8]>) {
        let all = &self.notes.by_rules;
        notes.clear();
        while let Some((token, note)) = all.get(self.noted).filter(|(token, _)| *token <= at) {
            if *token == at {
                notes.push(*note);
            }
            self.noted += 1;
        }
    }

    /// What is said of the token before `at`, of that at `at` and of the one behind; 0 outside of the sentence.
    fn around<T: Copy + Default>(&self, at: usize, sentence: TokenRange, of: impl Fn(usize) -> T) -> [T; 3] {
        [at.checked_sub(1), Some(at), Some(at + 1)].map(|at| at.filter(|at| sentence.holds(*at)).map_or(T::default(), &of))
    }
}
