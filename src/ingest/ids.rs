//! Ids that are unique in a run.
//!
//! Records carry ids of their own, and two feeds may count from 1. The caller shows ids in the order of the input, so
//! that the same input gives the same ids whatever the number of threads: the second `n1` becomes `n1~2`.

use std::collections::HashMap;

/// The ids that were given so far.
///
/// It holds one id a document: the only memory of this stage that grows with the number of articles.
#[derive(Debug, Default)]
pub struct UniqueIds {
    given: HashMap<String, u64>,
}

impl UniqueIds {
    /// The id itself when it is new, else the id with the first free number behind it.
    pub fn unique(&mut self, id: &str) -> String {
        let mut candidate = id.to_owned();
        let mut number = self.given.get(id).copied().unwrap_or(0);
        while self.given.contains_key(&candidate) {
            number = number.max(1) + 1;
            candidate = format!("{id}~{number}");
        }
        self.given.insert(id.to_owned(), number.max(1));
        self.given.entry(candidate.clone()).or_insert(1);
        candidate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_numbered_and_never_meets_a_third() {
        let mut ids = UniqueIds::default();
        let given: Vec<_> = ["n1", "n1", "n1~2", "n1", "n2"].iter().map(|id| ids.unique(id)).collect();
        assert_eq!(given, ["n1", "n1~2", "n1~2~2", "n1~3", "n2"]);
    }

    #[test]
    fn many_of_one_take_linear_time() {
        let mut ids = UniqueIds::default();
        let last = (0..100_000).map(|_| ids.unique("same")).last();
        assert_eq!(last.as_deref(), Some("same~100000"));
    }
}
