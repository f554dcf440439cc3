//! All word lists as one table of bytes, which is made when the program is built and borrowed when it runs.
//!
//! A phrase is a path of lexemes through a trie. Nodes are numbered breadth first, so that the children of a node are
//! neighbours, and the child that edge `n` leads to is node `n + 1`: an edge is its lexeme and nothing else. The first
//! step, which is the one that nearly every token ends at, is one look into a table by lexeme.
//!
//! The table is a row of parts, each of numbers of 32 bits, lowest byte first, where nothing else is said.
//! [`compile`](super::compile) writes it.

use super::letters::{BriefWord, SLOT, eight};

/// The parts of the table, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A hash table of lexemes by their words: a [`Slot`] each.
    Slots,
    /// For each lexeme, where its word ends in `Words`, in units of eight bytes.
    WordEnds,
    /// The words of all lexemes, one after another, each filled up with zeros to a multiple of eight bytes.
    Words,
    /// For each lexeme, the node that it leads to from the root; 0 for none.
    Roots,
    /// For each node, its first edge and the first phrase that ends there; one more at the end.
    Nodes,
    /// For each edge, its lexeme; sorted within a node.
    Lexemes,
    /// Phrases: entry, its class with a bit above it where case counts, and first byte and length in its list.
    Phrases,
    /// Entries: class, list, first byte of its line in the list, length, its first field in `FieldEnds`.
    Entries,
    /// For each field of each entry, where it ends in its line: numbers of 16 bits.
    FieldEnds,
    /// The names of all classes, a line each; the first is no name.
    ClassNames,
    /// For each class, the first entry of it in `Members`; one more at the end.
    ClassMembers,
    /// Entries, by class.
    Members,
    /// For each lexeme, a byte: the percentage of its uses that are written small; 0 for words that are rare or mostly names.
    Lower,
}

/// Numbers of an entry.
pub(super) const ENTRY: usize = 5;
/// Numbers of a phrase.
pub(super) const PHRASE: usize = 4;
/// The bit of a phrase that says that it must be written as in its list.
pub(super) const EXACT: u32 = 1 << 31;
/// How many parts there are.
pub(super) const PARTS: usize = 13;
/// The bit of a lexeme in a slot that says that its word has more letters than the slot.
pub(super) const LONG: u32 = 1 << 31;

/// A slot: the letters of a word of up to 12 bytes, zeros behind them, and its lexeme, 0 where nothing is. Of a longer word it has
/// the first eight bytes and the hash.
pub(super) type Slot = [u8; 16];

/// A place that phrases lead to.
pub(super) struct Node {
    /// The first edge that leads on, and the one behind the last.
    edges: (usize, usize),
    /// The phrases that end here: the first one, and the one behind the last.
    phrases: (usize, usize),
}

/// A phrase that ends at a node: its numbers, as they stand in the table.
pub(super) type PhraseNumbers = [[u8; 4]; PHRASE];

impl Node {
    /// Whether phrases go on from here.
    pub fn goes_on(&self) -> bool {
        self.edges.0 < self.edges.1
    }
}

/// The table, as it is used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton {
    parts: [&'static [u8]; PARTS],
}

impl Automaton {
    /// Takes the table apart: it starts with the length of each part, in bytes.
    pub fn new(bytes: &'static [u8]) -> Self {
        let mut rest = bytes.get(4 * PARTS..).unwrap_or_default();
        let mut parts = [&[][..]; PARTS];
        for (n, part) in parts.iter_mut().enumerate() {
            (*part, rest) = rest.split_at(rest.len().min(number(bytes, n) as usize));
        }
        Self { parts }
    }

    /// Numbers of a part from the `n`th on; zeros past its end.
    pub fn numbers<const N: usize>(&self, part: Part, n: usize) -> [u32; N] {
        let numbers = self.parts[part as usize].as_chunks().0.get(n..n.saturating_add(N)).and_then(|some| some.first_chunk::<N>());
        numbers.map_or([0; N], |numbers| numbers.map(u32::from_le_bytes))
    }

    /// Number `n` of a part; 0 past its end.
    pub fn number(&self, part: Part, n: usize) -> u32 {
        let [number] = self.numbers(part, n);
        number
    }

    /// How many numbers a part has.
    pub fn count(&self, part: Part) -> usize {
        self.parts[part as usize].len() / 4
    }

    /// The lexeme of a folded word with this [`hash`]; 0 where no list has it.
    pub fn lexeme(&self, word: &[u8], hash: u32) -> u32 {
        let rest = word.get(8..).filter(|_| word.len() <= SLOT).map_or(0, |rest| eight(rest) as u32);
        self.lexeme_where(hash, eight(word), rest, word.len(), |other| {
            word.len().div_ceil(8) == other.len() && word.chunks(8).zip(other).all(|(a, b)| eight(a) == eight(b))
        })
    }

    /// The lexeme of a brief word; 0 where no list has it.
    #[inline]
    pub fn lexeme_of(&self, word: &BriefWord) -> u32 {
        self.lexeme_where(word.hash, word.eight, word.four, 0, |_| false)
    }

    /// The lexeme of a word with this hash and length, and these first eight and next four bytes. `is_word` compares a longer one.
    #[inline]
    fn lexeme_where(&self, hash: u32, eight: u64, four: u32, length: usize, is_word: impl Fn(&[[u8; 8]]) -> bool) -> u32 {
        let (slots, _) = self.parts[Part::Slots as usize].as_chunks();
        let (rest, long) = if length > SLOT { (hash, LONG) } else { (four, 0) };
        let wanted = u128::from(eight) | u128::from(rest) << 64;
        for n in 0..slots.len() {
            let slot = slots.get((hash as usize).wrapping_add(n) & (slots.len() - 1)).copied().map_or(0, u128::from_le_bytes);
            let lexeme = (slot >> 96) as u32;
            if lexeme == 0 {
                break;
            }
            let alike = (slot ^ wanted) << 32 == 0 && lexeme & LONG == long;
            if alike && (long == 0 || is_word(self.word(lexeme & !LONG))) {
                return lexeme & !LONG;
            }
        }
        0
    }

    /// The word of a lexeme, eight bytes at once, with zeros behind the last.
    fn word(&self, lexeme: u32) -> &'static [[u8; 8]] {
        let [start, end] = self.numbers(Part::WordEnds, (lexeme as usize).saturating_sub(1)).map(|end| end as usize);
        self.parts[Part::Words as usize].as_chunks().0.get(start..end).unwrap_or_default()
    }

    /// A node.
    pub fn node(&self, node: u32) -> Node {
        let [edge, phrase, edges_end, phrases_end] = self.numbers(Part::Nodes, 2 * node as usize);
        Node { edges: (edge as usize, edges_end as usize), phrases: (phrase as usize, phrases_end as usize) }
    }

    /// The phrases that end at a node.
    pub fn phrases(&self, node: &Node) -> &'static [PhraseNumbers] {
        let phrases = self.parts[Part::Phrases as usize].as_chunks().0.as_chunks().0;
        phrases.get(..node.phrases.1).and_then(|phrases| phrases.get(node.phrases.0..)).unwrap_or_default()
    }

    /// The node that a lexeme leads to from another node than the root.
    pub fn step(&self, node: &Node, lexeme: u32) -> Option<u32> {
        let (mut low, mut high) = node.edges;
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.number(Part::Lexemes, middle).cmp(&lexeme) {
                std::cmp::Ordering::Equal => return u32::try_from(middle + 1).ok(),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// Byte `n` of a part; 0 past its end.
    pub fn byte(&self, part: Part, n: usize) -> u8 {
        self.parts[part as usize].get(n).copied().unwrap_or(0)
    }

    /// The numbers of 16 bits of a part from number `n` on.
    pub fn short_numbers(&self, part: Part, n: usize) -> &'static [[u8; 2]] {
        self.parts[part as usize].as_chunks().0.get(n..).unwrap_or_default()
    }

    /// A part that is text.
    pub fn text(&self, part: Part) -> &'static str {
        std::str::from_utf8(self.parts[part as usize]).unwrap_or_default()
    }

    /// From number `n` of a part to the one behind it.
    pub fn range(&self, part: Part, n: usize) -> (usize, usize) {
        let [from, to] = self.numbers(part, n);
        (from as usize, to as usize)
    }
}

fn number(bytes: &[u8], n: usize) -> u32 {
    bytes.as_chunks().0.get(n).map_or(0, |number| u32::from_le_bytes(*number))
}
