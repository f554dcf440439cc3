//! A set of tokens: a bit for each, so that those between two places are found 64 at once.

use crate::text::TokenRange;

/// Some of a document's tokens.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// None of so many tokens.
    pub fn new(tokens: usize) -> Self {
        Self(vec![0; tokens.div_ceil(64)])
    }

    /// Adds a token.
    pub fn add(&mut self, at: usize) {
        if let Some(block) = self.0.get_mut(at / 64) {
            *block |= 1 << (at % 64);
        }
    }

    /// Makes it those of another set, in the room that it has.
    pub fn copy_from(&mut self, other: &Self) {
        self.0.clear();
        self.0.extend_from_slice(&other.0);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|block| block.count_ones() as usize).sum()
    }

    /// Those of a range, in order.
    pub fn within(&self, range: TokenRange) -> impl Iterator<Item = usize> {
        let mut block = range.first() / 64;
        let mut bits = self.0.get(block).copied().unwrap_or(0) & u64::MAX << (range.first() % 64);
        std::iter::from_fn(move || {
            while bits == 0 {
                block += 1;
                if 64 * block >= range.end() {
                    return None;
                }
                bits = self.0.get(block).copied().unwrap_or(0);
            }
            let at = 64 * block + bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(at).filter(|at| *at < range.end())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_of_a_range_are_found_in_order() {
        let all = [0, 1, 63, 64, 127, 128, 199];
        let mut bits = Bits::new(200);
        all.into_iter().for_each(|at| bits.add(at));
        for (first, end) in [(0, 200), (0, 0), (0, 1), (1, 64), (2, 63), (63, 65), (64, 128), (128, 199), (199, 200), (64, 64), (129, 190)]
        {
            let found: Vec<usize> = bits.within(TokenRange::new(first, end)).collect();
            assert_eq!(found, all.into_iter().filter(|at| (first..end).contains(at)).collect::<Vec<_>>());
        }
    }
}
