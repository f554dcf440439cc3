//! From word lists to the table of [`Automaton`](super::automaton): run when the program is built, and at the start of a run
//! that has lists of the user's.

use rustc_hash::FxHashMap;

use super::automaton::{ENTRY, EXACT, LONG, PARTS, PHRASE, Slot};
use super::letters::{eight, hash};
use super::lexicon::{Lexicon, LexiconCase};
use super::vocabulary::fold_into;
use crate::error::Result;
use crate::text::{Token, tokens_of};

/// The table over all lists; where two have the same phrase, the first list comes first.
///
/// # Errors
/// When a line of a list is not well-formed: file, line and what is allowed.
pub fn compile(lexicons: &[Lexicon]) -> Result<Vec<u8>> {
    let mut maker = Maker { nodes: vec![Node::default()], ..Maker::default() };
    maker.class("");
    for (list, lexicon) in lexicons.iter().enumerate() {
        maker.read(list, lexicon)?;
    }
    Ok(maker.table())
}

#[derive(Default)]
struct Maker {
    lexemes: FxHashMap<Box<str>, u32>,
    words: Vec<Box<str>>,
    classes: Vec<&'static str>,
    lower: Vec<u8>,
    entries: Vec<[u32; ENTRY]>,
    field_ends: Vec<u16>,
    nodes: Vec<Node>,
    tokens: Vec<Token>,
    folded: String,
}

#[derive(Default)]
struct Node {
    children: FxHashMap<u32, usize>,
    /// Phrases that end here: entry, class and case, first byte in its list, length.
    phrases: Vec<[u32; PHRASE]>,
}

impl Maker {
    fn class(&mut self, name: &'static str) -> usize {
        self.classes.iter().position(|class| *class == name).unwrap_or_else(|| {
            self.classes.push(name);
            self.classes.len() - 1
        })
    }

    fn read(&mut self, list: usize, lexicon: &Lexicon) -> Result<()> {
        let column = |name| Ok(lexicon.columns()?.iter().position(|c| *c == name));
        if let Some(lower) = column("lower")? {
            return self.read_everyday(lexicon, lower);
        }
        let aliases = column("aliases")?;
        let place = |words: &str| (words.as_ptr() as usize).wrapping_sub(lexicon.data.as_ptr() as usize);
        let exact = if lexicon.case == LexiconCase::Exact { EXACT } else { 0 };
        for row in lexicon.rows()? {
            let class = self.class(row.class);
            let entry = number(self.entries.len());
            let others = aliases.map_or("", |n| row.field(n));
            for phrase in std::iter::once(row.field(0)).chain(others.split(';')).filter(|phrase| !phrase.is_empty()) {
                self.add(phrase, [entry, number(class) | exact, number(place(phrase)), number(phrase.len())]);
            }
            let fields = number(self.field_ends.len());
            let tabs = row.words.bytes().enumerate().filter(|(_, byte)| *byte == b'\t').map(|(at, _)| at);
            self.field_ends.extend(tabs.chain([row.words.len()]).map(|end| u16::try_from(end).unwrap_or(u16::MAX)));
            self.entries.push([number(class), number(list), number(place(row.words)), number(row.words.len()), fields]);
        }
        Ok(())
    }

    fn read_everyday(&mut self, lexicon: &Lexicon, lower: usize) -> Result<()> {
        for row in lexicon.rows()? {
            let lexeme = self.lexeme(row.field(0)) as usize;
            self.lower.resize(self.lower.len().max(lexeme + 1), 0);
            self.lower[lexeme] = row.field(lower).parse().unwrap_or(0);
        }
        Ok(())
    }

    fn add(&mut self, phrase: &str, ending: [u32; PHRASE]) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens_of(phrase, &mut tokens);
        let mut node = 0;
        for token in &tokens {
            let lexeme = self.lexeme(token.span.of(phrase));
            let next = self.nodes.len();
            node = *self.nodes[node].children.entry(lexeme).or_insert(next);
            if node == next {
                self.nodes.push(Node::default());
            }
        }
        if node != 0 {
            self.nodes[node].phrases.push(ending);
        }
        self.tokens = tokens;
    }

    fn lexeme(&mut self, word: &str) -> u32 {
        self.folded.clear();
        fold_into(word, false, &mut self.folded);
        if let Some(lexeme) = self.lexemes.get(self.folded.as_str()) {
            return *lexeme;
        }
        let lexeme = number(self.words.len() + 1);
        self.words.push(self.folded.as_str().into());
        self.lexemes.insert(self.folded.as_str().into(), lexeme);
        lexeme
    }

    /// Numbers the lexemes anew: everyday words first, and short before long, so that what most texts ask for lies together.
    fn renumber(&mut self) {
        let lower = |lexeme: u32| self.lower.get(lexeme as usize).copied().unwrap_or(0);
        let mut order: Vec<u32> = (1..=number(self.words.len())).collect();
        order.sort_by_key(|lexeme| (lower(*lexeme) == 0, self.words[*lexeme as usize - 1].len()));
        let mut numbers = vec![0; order.len() + 1];
        order.iter().zip(1..).for_each(|(old, new)| numbers[*old as usize] = new);
        self.lower = [0].into_iter().chain(order.iter().map(|lexeme| lower(*lexeme))).collect();
        self.words = order.iter().map(|lexeme| std::mem::take(&mut self.words[*lexeme as usize - 1])).collect();
        for node in &mut self.nodes {
            node.children = node.children.drain().map(|(lexeme, child)| (numbers[lexeme as usize], child)).collect();
        }
    }

    /// Numbers the nodes breadth first and writes all parts.
    fn table(mut self) -> Vec<u8> {
        self.renumber();
        let (mut nodes, mut lexemes, mut phrases) = (Vec::new(), Vec::new(), Vec::new());
        let mut order = vec![0];
        let mut roots = vec![0; self.words.len() + 1];
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            nodes.extend([number(lexemes.len()), number(phrases.len() / PHRASE)]);
            let node = std::mem::take(&mut self.nodes[node]);
            let mut children: Vec<(u32, usize)> = node.children.into_iter().collect();
            children.sort_unstable();
            for (lexeme, child) in children {
                lexemes.push(lexeme);
                order.push(child);
                if at == 0 {
                    roots[lexeme as usize] = number(lexemes.len());
                }
            }
            phrases.extend(node.phrases.into_iter().flatten());
            at += 1;
        }
        nodes.extend([number(lexemes.len()), number(phrases.len() / PHRASE)]);
        let (class_members, members) = self.members();
        let numbers = |numbers: Vec<u32>| numbers.into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>();
        let word_ends = std::iter::once(0).chain(self.words.iter().scan(0, |end, word| {
            *end += word.len().div_ceil(8);
            Some(number(*end))
        }));
        let parts: [Vec<u8>; PARTS] = [
            self.slots(),
            numbers(word_ends.collect()),
            self.words.iter().flat_map(|word| word.as_bytes().chunks(8)).flat_map(|part| eight(part).to_le_bytes()).collect(),
            numbers(roots),
            numbers(nodes),
            numbers(lexemes),
            numbers(phrases),
            numbers(self.entries.into_iter().flatten().collect()),
            self.field_ends.into_iter().flat_map(u16::to_le_bytes).collect(),
            self.classes.join("\n").into_bytes(),
            numbers(class_members),
            numbers(members),
            self.lower,
        ];
        numbers(parts.iter().map(|part| number(part.len())).collect()).into_iter().chain(parts.concat()).collect()
    }

    fn slots(&self) -> Vec<u8> {
        let count = (self.words.len() * 4 / 3 + 2).next_power_of_two();
        let mut slots = vec![[0; size_of::<Slot>()]; count];
        for (word, lexeme) in self.words.iter().zip(1_u32..) {
            let hash = hash(word.as_bytes());
            let mut at = hash as usize & (count - 1);
            while slots[at] != [0; size_of::<Slot>()] {
                at = (at + 1) & (count - 1);
            }
            let mut letters = [0; 12];
            let (rest, lexeme) = match letters.get_mut(..word.len()) {
                Some(all) => {
                    all.copy_from_slice(word.as_bytes());
                    (eight(&letters[8..]) as u32, lexeme)
                }
                None => (hash, lexeme | LONG),
            };
            slots[at][..8].copy_from_slice(&eight(word.as_bytes()).to_le_bytes());
            slots[at][8..12].copy_from_slice(&rest.to_le_bytes());
            slots[at][12..].copy_from_slice(&lexeme.to_le_bytes());
        }
        slots.concat()
    }

    /// The entries by class, and where those of each class begin.
    fn members(&self) -> (Vec<u32>, Vec<u32>) {
        let (mut starts, mut members) = (vec![0], Vec::new());
        for class in 0..self.classes.len() {
            let of_class = self.entries.iter().zip(0..).filter(|(entry, _)| entry[0] == number(class)).map(|(_, n)| n);
            members.extend(of_class);
            starts.push(number(members.len()));
        }
        (starts, members)
    }
}

/// Lists hold less than four thousand million bytes.
fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
