//! Ids that are unique in a run.
//!
//! Records carry ids of their own, and two feeds may count from 1. The caller shows ids in the order of the input, so
//! that the same input gives the same ids whatever the number of threads: the second `n1` becomes `n1~2`.
//!
//! Ids are not kept but marked, in a Bloom filter of 4 MiB for each million of them: 4 bytes an id. One new id in a
//! million may be taken for one that was given, and gets a number behind it; two documents never share one.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Ids that one block of the filter holds.
const BLOCK_IDS: usize = 1 << 20;
/// Bits of a block: 32 an id.
const BLOCK_BITS: u64 = 1 << 25;
/// Bits that an id sets.
const MARKS: u64 = 12;

/// The ids that were given so far.
#[derive(Debug, Default)]
pub struct UniqueIds {
    blocks: Vec<Vec<u64>>,
    /// How many ids the last block holds.
    held: usize,
    /// The last number that was put behind an id, for ids that came again.
    numbers: HashMap<u64, u64>,
}

impl UniqueIds {
    /// The id itself when it is new, else the id with the first free number behind it.
    pub fn unique(&mut self, id: String) -> String {
        let own = hash(&id);
        if self.mark(own) {
            return id;
        }
        let mut number = self.numbers.get(&own).copied().unwrap_or(1);
        loop {
            number += 1;
            let candidate = format!("{id}~{number}");
            if self.mark(hash(&candidate)) {
                self.numbers.insert(own, number);
                return candidate;
            }
        }
    }

    /// Marks an id as given; false when it was already.
    fn mark(&mut self, id: u64) -> bool {
        // An odd step meets all bits of a block before it comes back.
        let step = (id >> 32) | 1;
        let bits = || {
            (0..MARKS)
                .map(|mark| id.wrapping_add(step.wrapping_mul(mark)) % BLOCK_BITS)
                .map(|bit| ((bit / 64) as usize, 1_u64 << (bit % 64)))
        };
        let is_marked = |block: &Vec<u64>| bits().all(|(word, bit)| block.get(word).is_some_and(|held| held & bit != 0));
        if self.blocks.iter().any(is_marked) {
            return false;
        }
        if self.blocks.is_empty() || self.held == BLOCK_IDS {
            self.blocks.push(vec![0; (BLOCK_BITS / 64) as usize]);
            self.held = 0;
        }
        self.held += 1;
        if let Some(block) = self.blocks.last_mut() {
            for (word, bit) in bits() {
                if let Some(held) = block.get_mut(word) {
                    *held |= bit;
                }
            }
        }
        true
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_numbered_and_never_meets_a_third() {
        let mut ids = UniqueIds::default();
        let given: Vec<_> = ["n1", "n1", "n1~2", "n1", "n2"].iter().map(|id| ids.unique(id.to_string())).collect();
        assert_eq!(given, ["n1", "n1~2", "n1~2~2", "n1~3", "n2"]);
    }

    #[test]
    fn many_that_differ_keep_their_names_in_bounded_memory() {
        let mut ids = UniqueIds::default();
        let count = 3 * BLOCK_IDS / 2;
        let renamed = (0..count).filter(|number| ids.unique(format!("record-{number}")).contains('~')).count();
        assert!(renamed <= 20, "{renamed}");
        assert_eq!((ids.blocks.len(), ids.numbers.len()), (2, renamed));
    }

    #[test]
    fn many_of_one_take_linear_time() {
        let mut ids = UniqueIds::default();
        let last = (0..100_000).map(|_| ids.unique("same".to_owned())).last();
        assert_eq!(last.as_deref(), Some("same~100000"));
    }
}
