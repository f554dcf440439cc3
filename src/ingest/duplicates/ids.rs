//! The ids of the last stories, one behind another in one buffer.

use std::collections::VecDeque;

use super::REMEMBERED;

/// Bytes of all ids together, at the most.
const MOST_BYTES: usize = 1 << 20;

/// Ids, from the oldest to the newest.
#[derive(Debug, Default)]
pub(super) struct LastIds {
    bytes: VecDeque<u8>,
    lengths: VecDeque<u16>,
    /// Where each begins, counted from the first id of the run.
    starts: VecDeque<u32>,
}

impl LastIds {
    /// Adds an id, and forgets the oldest where there are too many, or too long ones.
    pub(super) fn push(&mut self, id: &str) {
        let Ok(length) = u16::try_from(id.len()) else {
            return self.push("");
        };
        while self.starts.len() >= REMEMBERED || self.bytes.len() + id.len() > MOST_BYTES {
            let (Some(oldest), Some(_)) = (self.lengths.pop_front(), self.starts.pop_front()) else { break };
            self.bytes.drain(..usize::from(oldest).min(self.bytes.len()));
        }
        let end = self.starts.back().zip(self.lengths.back()).map_or(0, |(start, length)| start.wrapping_add(u32::from(*length)));
        self.starts.push_back(end);
        self.lengths.push_back(length);
        self.bytes.extend(id.bytes());
    }

    /// The id that so many others came after; none where it is forgotten.
    pub(super) fn get(&self, age: usize) -> Option<String> {
        let place = self.starts.len().checked_sub(age + 1)?;
        let first = self.starts.front()?;
        let start = self.starts.get(place)?.wrapping_sub(*first) as usize;
        let end = start + usize::from(*self.lengths.get(place)?);
        if end > self.bytes.len() || start == end {
            return None;
        }
        String::from_utf8(self.bytes.range(start..end).copied().collect()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_are_known_and_all_are_bounded() {
        let mut ids = LastIds::default();
        for number in 0..200_000 {
            ids.push(&format!("ü{number}"));
        }
        assert_eq!(ids.get(0).as_deref(), Some("ü199999"));
        assert_eq!(ids.get(REMEMBERED - 1).as_deref(), Some("ü134464"));
        assert_eq!(ids.get(REMEMBERED), None);
        (0..5_000).for_each(|_| ids.push(&"x".repeat(1_000)));
        assert!(ids.bytes.len() <= MOST_BYTES && ids.starts.len() == MOST_BYTES / 1_000);
        assert_eq!(ids.get(1_047).map(|id| id.len()), Some(1_000));
        assert_eq!(ids.get(1_048), None);
    }
}
