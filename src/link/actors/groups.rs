//! Groups of mentions that grow by pairs.

/// Which mention stands for the group of each.
pub(super) struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    /// Each mention alone.
    pub fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    /// The first mention of the group that mention `n` belongs to.
    pub fn first(&mut self, n: usize) -> usize {
        let mut at = n;
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    /// Makes one group of two.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.parents[a.max(b)] = a.min(b);
    }

    /// The number of each mention's group, groups numbered by first mention.
    pub fn numbers(mut self) -> Vec<usize> {
        let mut numbers = vec![usize::MAX; self.parents.len()];
        let mut next = 0;
        for n in 0..self.parents.len() {
            let first = self.first(n);
            if first == n {
                numbers[n] = next;
                next += 1;
            } else {
                numbers[n] = numbers[first];
            }
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_numbered_by_first_mention() {
        let mut groups = Groups::new(5);
        groups.join(4, 1);
        groups.join(3, 4);
        assert_eq!(groups.numbers(), [0, 1, 2, 1, 1]);
    }
}
