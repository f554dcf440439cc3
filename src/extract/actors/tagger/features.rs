//! What the tagger sees of each token: its form, its neighbours, what the lists and rules say of it, what capitals say here.
//!
//! Only tokens that may be part of a name are looked at: words with a capital, what the rules drafted as a name, and the small
//! words, marks and numbers among them ("of", "al", "-"). The others are outside of names, and part the text in stretches.

use super::facts::{Affixes, Facts, mix, number};
use crate::extract::actors::clue::Place;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::lexicon::is;
use crate::extract::actors::page::{Capitals, Page};
use crate::text::{Case, TokenKind, TokenRange};

/// How far ahead a small word looks for a word with a capital.
const AHEAD: usize = 3;
/// How far the words around a run of names are looked for.
const RUN: usize = 12;
/// Of how many tokens the facts are kept: more than are looked at from one token.
const RECENT: usize = 32;

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

    /// The stretches, counted among the tokens of all of them.
    pub fn numbered(&self) -> impl Iterator<Item = TokenRange> {
        self.stretches.iter().scan(0, |start, stretch| {
            let first = *start;
            *start += stretch.len();
            Some(TokenRange::new(first, *start))
        })
    }

    /// Reads a document.
    pub(in crate::extract::actors) fn new(page: &Page<'_>, draft: &Draft) -> Self {
        let mut reader = Reader::new(page, draft);
        let mut sheet = Self { stretches: Vec::with_capacity(page.reading.document().tokens().len() / 8), ..Self::default() };
        let count = reader.active.iter().filter(|active| **active).count();
        sheet.words.reserve_exact(count);
        sheet.starts.reserve_exact(count + 1);
        sheet.features.reserve(count * 40);
        for (sentence, capitals) in page.reading.document().sentences().iter().zip(page.all_capitals()) {
            let tokens = sentence.tokens;
            let plain = *capitals == Capitals::Name;
            let mut first_word = None;
            let mut at = tokens.first();
            while at < tokens.end() {
                let length = reader.active[at..tokens.end()].iter().take_while(|active| **active).count();
                if length > 0 {
                    let first_word = *first_word.get_or_insert_with(|| page.first_word(tokens));
                    let stretch = TokenRange::new(at, at + length);
                    sheet.add(&mut reader, &Around { sentence: tokens, stretch, first_word, plain });
                }
                at += length.max(1);
            }
        }
        sheet.starts.push(sheet.features.len());
        sheet
    }

    fn add(&mut self, reader: &mut Reader<'_, '_>, around: &Around) {
        self.stretches.push(around.stretch);
        let mut window = reader.window(around.stretch.first(), around.sentence);
        for at in around.stretch.iter() {
            if at > around.stretch.first() {
                let [_, a, b, c, d] = window;
                window = [a, b, c, d, reader.fact(Some(at + 2), around.sentence)];
            }
            self.starts.push(self.features.len());
            self.words.push(window[2].word);
            reader.features(at, &window, around, &mut self.features);
        }
    }
}

/// Where a token stands.
struct Around {
    sentence: TokenRange,
    stretch: TokenRange,
    first_word: usize,
    /// Whether capitals name in its sentence.
    plain: bool,
}

struct Reader<'p, 'r> {
    page: &'p Page<'r>,
    /// The tokens last read and their facts, each at the place that its number has among so many.
    recent: [(usize, Facts); RECENT],
    active: Vec<bool>,
    /// What the draft says of each token: 0 where nothing.
    drafted: Vec<u16>,
    /// The number of each token in `listings`; 0 where no list knows it.
    listed: Vec<u16>,
    /// What lists say of a token; the first is nothing.
    listings: Vec<u64>,
    /// What single rules say, by token.
    notes: Vec<(usize, u64)>,
    /// How many of the notes stand before the token that is read.
    noted: usize,
}

/// Where a token stands in a name: alone, first, within, last.
fn position(tokens: TokenRange, at: usize) -> u16 {
    u16::from(at == tokens.first()) + 2 * u16::from(at + 1 == tokens.end())
}

impl<'p, 'r> Reader<'p, 'r> {
    fn new(page: &'p Page<'r>, draft: &Draft) -> Self {
        let document = page.reading.document();
        let count = document.tokens().len();
        let mut reader = Self {
            page,
            recent: [(usize::MAX, Facts::default()); RECENT],
            active: vec![false; count],
            drafted: vec![0; count],
            listed: vec![0; count],
            listings: vec![0],
            notes: Vec::with_capacity(draft.clues.len()),
            noted: 0,
        };
        reader.read_draft(draft);
        for sentence in document.sentences() {
            reader.read_active(sentence.tokens);
        }
        reader
    }

    fn read_draft(&mut self, draft: &Draft) {
        for (candidate, mention) in draft.candidates.iter().zip(&draft.mentions) {
            let state = match mention {
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                Some(mention) => 8 + 8 * mention.kind as u16 + u16::from(mention.confidence > 0.6) + u16::from(mention.confidence > 0.8),
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
                if let (Some(here), Ok(number)) = (self.listed.get_mut(at), u16::try_from(self.listings.len())) {
                    *here = number;
                    self.listings.push(mix(rule, u64::from(position(*tokens, at))));
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
            if self.is_strong(at) {
                ahead = 0;
                self.active[at] = true;
                continue;
            }
            ahead = ahead.saturating_add(1);
            if ahead <= AHEAD {
                let small = is::FUNCTION | if ahead <= 2 { is::PARTICLE } else { 0 };
                self.active[at] = self.page.looks(at, small) || self.is_number(at) || self.joins(at);
            }
        }
        // A small word goes on with a name, it starts none.
        let mut before = false;
        for at in sentence.iter() {
            let starts = || self.is_strong(at) || self.page.looks(at, is::PARTICLE) || self.is_number(at);
            let ends =
                || self.page.looks(at.saturating_sub(1), is::ABBREVIATION) && (self.is_number(at) || self.page.reading.word(at) == ".");
            before = if self.active[at] { before || starts() } else { before && ends() };
            self.active[at] = before;
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

    fn fact(&mut self, at: Option<usize>, sentence: TokenRange) -> Facts {
        let Some(at) = at.filter(|at| sentence.holds(*at)) else { return Facts::default() };
        let recent = &mut self.recent[at % RECENT];
        if recent.0 != at {
            let document = self.page.reading.document();
            *recent = (at, document.tokens().get(at).map_or(Facts::default(), |token| Facts::new(token, document.text())));
        }
        recent.1
    }

    /// The facts of token `at`, of the two before it and the two behind it.
    fn window(&mut self, at: usize, sentence: TokenRange) -> [Facts; 5] {
        [at.checked_sub(2), at.checked_sub(1), Some(at), Some(at + 1), Some(at + 2)].map(|at| self.fact(at, sentence))
    }

    fn features(&mut self, at: usize, window: &[Facts; 5], around: &Around, out: &mut Vec<u64>) {
        let page = self.page;
        let Around { sentence, stretch, first_word, plain } = *around;
        let affixes =
            |at: usize| page.reading.token(at).map_or(Affixes::default(), |token| Affixes::new(token, page.reading.document().text()));
        let [far_before, before, here, behind, far_behind] = *window;
        let [look_before, look, look_behind] = self.around(at, sentence, |at| u64::from(page.look(at)));
        let [drafted_before, drafted, drafted_behind] = self.around(at, sentence, |at| u64::from(self.drafted[at]));
        let (plain, first) = (u64::from(plain), u64::from(first_word == at));
        let everyday = u64::from(page.lower(at) / 10) + 16 * u64::from(page.also_small(at));
        let from = stretch.first().checked_sub(1).filter(|from| *from >= sentence.first() && at - from <= RUN);
        let to = Some(stretch.end()).filter(|to| *to < sentence.end() && to - at < RUN);
        let (run_before, run_behind) = (self.fact(from, sentence).word, self.fact(to, sentence).word);
        let (from, to) = (from.map_or(0, |from| (at - from) as u64), to.map_or(0, |to| (to - at) as u64));
        let here_affixes = affixes(at);
        let (last, last_affixes) = match to {
            0 => (Facts::default(), Affixes::default()),
            1 => (here, here_affixes),
            _ => (self.fact(Some(stretch.end() - 1), sentence), affixes(stretch.end() - 1)),
        };
        let listed = self.listings.get(usize::from(self.listed[at])).copied().unwrap_or(0);
        out.extend_from_slice(&[
            feature(1, [plain]),
            feature(2, [here.word]),
            feature(3, [before.word]),
            feature(4, [behind.word]),
            feature(5, [far_before.word]),
            feature(6, [far_behind.word]),
            feature(7, [before.word, here.word]),
            feature(8, [here.word, behind.word]),
            feature(9, [here_affixes.prefix]),
            feature(10, [here_affixes.suffixes[0]]),
            feature(11, [here_affixes.suffixes[1]]),
            feature(12, [here_affixes.suffixes[2]]),
            feature(13, [here.shape, plain]),
            feature(14, [before.shape, here.shape]),
            feature(15, [here.shape, behind.shape]),
            feature(16, [before.shape, here.shape, behind.shape]),
            feature(17, [everyday, first, here.shape, plain]),
            feature(18, [drafted]),
            feature(19, [drafted_before, drafted, drafted_behind]),
            feature(20, [drafted, here.shape, everyday]),
            feature(21, [listed]),
            feature(22, [listed, before.word]),
            feature(23, [look, here.shape]),
            feature(24, [look_before, look]),
            feature(25, [look, look_behind]),
            feature(26, [run_before, drafted / 4]),
            feature(27, [run_behind, drafted / 4]),
            feature(28, [run_before, from]),
            feature(29, [run_behind, to]),
            feature(30, [last.word, to.min(4)]),
            feature(31, [last_affixes.suffixes[1]]),
            feature(32, [u64::from(page.glued(at)), u64::from(page.glued(at + 1)), before.shape, behind.shape]),
        ]);
        self.noted += self.notes[self.noted..].iter().take_while(|(token, _)| *token < at).count();
        out.extend(self.notes[self.noted..].iter().take_while(|(token, _)| *token == at).map(|(_, note)| mix(*note, 0xA0)));
        let mut bits = look & 0xFFFF;
        while bits != 0 {
            out.push(mix(0xB1, u64::from(bits.trailing_zeros())));
            bits &= bits - 1;
        }
    }

    /// What is said of the token before `at`, of that at `at` and of the one behind; 0 outside of the sentence.
    fn around(&self, at: usize, sentence: TokenRange, of: impl Fn(usize) -> u64) -> [u64; 3] {
        [at.checked_sub(1), Some(at), Some(at + 1)].map(|at| at.filter(|at| sentence.holds(*at)).map_or(0, &of))
    }
}

/// The feature that these values have under a template, which are counted from 1.
#[inline]
fn feature<const N: usize>(template: u64, values: [u64; N]) -> u64 {
    values.iter().fold(mix(template, 0x5EED), |hash, value| mix(hash, *value))
}
