//! All word lists as one table of bytes, which is made when the program is built and borrowed when it runs.
//!
//! A phrase is a path of lexemes through a trie. Nodes are numbered breadth first, so that the children of a node are
//! neighbours, and the child that edge `n` leads to is node `n + 1`: an edge is its lexeme and nothing else. The first
//! step, which is the one that nearly every token ends at, is one look into a table by lexeme.
//!
//! The table is a row of parts, each of numbers of 32 bits, lowest byte first, but for two of text and one of bytes.
//! [`compile`](super::compile) writes it.

/// The parts of the table, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A hash table of lexemes by their words: lexeme, and 8 bits of the hash above it. 0 where nothing is.
    Slots,
    /// For each lexeme, where its word ends in `Words`.
    WordEnds,
    /// The words of all lexemes, one after another.
    Words,
    /// For each lexeme, the node that it leads to from the root; 0 for none.
    Roots,
    /// For each node, its first edge; one more at the end.
    Edges,
    /// For each edge, its lexeme; sorted within a node.
    Lexemes,
    /// For each node, the first phrase that ends there; one more at the end.
    Ends,
    /// Phrases: entry, and first byte and length in its list.
    Phrases,
    /// Entries: class, list, first byte of its line in the list, length.
    Entries,
    /// For each class, 1 where some phrase of it has two tokens or more.
    LongClasses,
    /// The names of all classes, a line each; the first is no name.
    ClassNames,
    /// For each class, the first entry of it in `Members`; one more at the end.
    ClassMembers,
    /// Entries, by class.
    Members,
    /// For each lexeme, a byte: the percentage of its uses that are written small; 0 for words that are rare or mostly names.
    Lower,
}

/// How many parts there are.
pub(super) const PARTS: usize = 14;
/// Bits of a slot that are the lexeme; those above are of the hash.
pub(super) const LEXEME_BITS: u32 = 24;

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

    /// Number `n` of a part; 0 past its end.
    pub fn number(&self, part: Part, n: usize) -> u32 {
        number(self.parts[part as usize], n)
    }

    /// How many numbers a part has.
    pub fn count(&self, part: Part) -> usize {
        self.parts[part as usize].len() / 4
    }

    /// The lexeme of a folded word with this [`hash`]; 0 where no list has it.
    pub fn lexeme(&self, word: &[u8], hash: u32) -> u32 {
        let slots = self.count(Part::Slots);
        for n in 0..slots {
            let slot = self.number(Part::Slots, (hash as usize).wrapping_add(n) & (slots - 1));
            let lexeme = slot & ((1 << LEXEME_BITS) - 1);
            if lexeme == 0 {
                break;
            }
            if slot >> LEXEME_BITS == hash >> LEXEME_BITS && self.word(lexeme) == word {
                return lexeme;
            }
        }
        0
    }

    /// The word of a lexeme.
    fn word(&self, lexeme: u32) -> &'static [u8] {
        let end = |n: u32| self.number(Part::WordEnds, n as usize) as usize;
        self.parts[Part::Words as usize].get(end(lexeme.saturating_sub(1))..end(lexeme)).unwrap_or_default()
    }

    /// The node that a lexeme leads to.
    pub fn step(&self, node: u32, lexeme: u32) -> Option<u32> {
        if node == 0 {
            return Some(self.number(Part::Roots, lexeme as usize)).filter(|node| *node != 0);
        }
        let (mut low, mut high) = self.range(Part::Edges, node as usize);
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

    /// A part that is text.
    pub fn text(&self, part: Part) -> &'static str {
        std::str::from_utf8(self.parts[part as usize]).unwrap_or_default()
    }

    /// From number `n` of a part to the one behind it.
    pub fn range(&self, part: Part, n: usize) -> (usize, usize) {
        (self.number(part, n) as usize, self.number(part, n + 1) as usize)
    }
}

fn number(bytes: &[u8], n: usize) -> u32 {
    match bytes.get(4 * n..4 * n + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    }
}

/// A hash of a word, the same on every machine.
pub(super) fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut hash = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR);
    }
    (hash >> 32) as u32
}
