//! Ids that are unique in a run.
//!
//! Records carry ids of their own, and two feeds may count from 1. The caller shows ids in the order of the input, so
//! that the same input gives the same ids whatever the number of threads: the second `n1` becomes `n1~2`.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The ids that were given so far, as hashes: 16 bytes a document, the only memory of this stage that grows with the
/// number of articles. Two ids of one hash would cost the second a number behind it, nothing more.
#[derive(Debug, Default)]
pub struct UniqueIds {
    given: HashMap<u64, u64>,
}

impl UniqueIds {
    /// The id itself when it is new, else the id with the first free number behind it.
    pub fn unique(&mut self, id: String) -> String {
        let own = hash(&id);
        let mut number = self.given.get(&own).copied().unwrap_or(0);
        let mut candidate = id.clone();
        while self.given.contains_key(&hash(&candidate)) {
            number = number.max(1) + 1;
            candidate = format!("{id}~{number}");
        }
        self.given.insert(own, number.max(1));
        self.given.entry(hash(&candidate)).or_insert(1);
        candidate
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
    fn many_of_one_take_linear_time() {
        let mut ids = UniqueIds::default();
        let last = (0..100_000).map(|_| ids.unique("same".to_owned())).last();
        assert_eq!(last.as_deref(), Some("same~100000"));
    }
}
