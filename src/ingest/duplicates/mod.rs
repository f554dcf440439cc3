//! Which article repeats an earlier one: wire stories are printed by many papers.
//!
//! Each text is drawn as a [`Sketch`] of 32 bytes, in any thread. [`Seen`] is then shown the sketches in the order of the
//! input, which makes the answer the same whatever the number of threads: the first of several prints is the original,
//! and the others name it.
//!
//! Memory is bounded: a table of 2 MiB, and a sketch and an id for each of the last 65,536 stories that repeated none
//! (about 5 MiB). A copy that comes later than that many other stories is not known for one. Sketches are fixed by
//! constants of this program, so equal input gives equal answers on every machine.
//!
//! What counts as a copy: two texts that share some two thirds of their runs of five words, letter case and punctuation
//! aside. A new headline, a cut last paragraph or an added line leave a copy a copy; so does a toll that was brought up
//! to date in an otherwise equal text. Another agency's report of the same event is none.

mod sketch;

pub use sketch::{Bands, Sketch};

/// Stories that are remembered.
const REMEMBERED: usize = 1 << 16;
/// Places in the table that leads from a band to the story that had it last.
const PLACES: usize = 1 << 20;

/// The stories that were seen.
#[derive(Debug)]
pub struct Seen {
    /// The sketches of stories, and their ids; when all places are taken, the newest takes that of the oldest.
    sketches: Vec<Sketch>,
    ids: Vec<Box<str>>,
    /// The place that the next story takes.
    next: usize,
    /// For each band's hash, the story that had it last.
    table: Vec<u16>,
}

impl Default for Seen {
    fn default() -> Self {
        Self { sketches: Vec::new(), ids: Vec::new(), next: 0, table: vec![0; PLACES] }
    }
}

impl Seen {
    /// The id of the first story that this one repeats; a story that repeats none is remembered under its own.
    pub fn original(&mut self, bands: &Bands, sketch: Sketch, id: &str) -> Option<String> {
        if sketch.is_empty() {
            return None;
        }
        let candidates = bands.iter().filter_map(|&band| self.table.get(band as usize % PLACES)).map(|&place| usize::from(place));
        let alike = candidates.filter(|&place| self.sketches.get(place).is_some_and(|other| sketch.is_like(other)));
        if let Some(original) = alike.max_by_key(|&place| self.age(place)).and_then(|place| self.ids.get(place)) {
            return Some(original.to_string());
        }
        self.remember(bands, sketch, id);
        None
    }

    fn remember(&mut self, bands: &Bands, sketch: Sketch, id: &str) {
        let place = self.next;
        match (self.sketches.get_mut(place), self.ids.get_mut(place)) {
            (Some(old), Some(old_id)) => (*old, *old_id) = (sketch, id.into()),
            _ => {
                self.sketches.push(sketch);
                self.ids.push(id.into());
            }
        }
        self.next = (place + 1) % REMEMBERED;
        let Ok(short) = u16::try_from(place) else { return };
        for &band in bands {
            if let Some(slot) = self.table.get_mut(band as usize % PLACES) {
                *slot = short;
            }
        }
    }

    /// How many stories came after it.
    fn age(&self, place: usize) -> usize {
        (self.next + REMEMBERED - 1 - place) % REMEMBERED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Prose of many different words, made of a number.
    fn story(seed: u64, words: usize) -> String {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) + 1;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            format!("w{}", state % 5000)
        };
        (0..words).map(|_| next()).collect::<Vec<_>>().join(" ")
    }

    fn original(seen: &mut Seen, text: &str, id: &str) -> Option<String> {
        let (sketch, bands) = Sketch::of(text);
        seen.original(&bands, sketch, id)
    }

    #[test]
    fn copies_name_the_first() {
        let mut seen = Seen::default();
        let wire = story(1, 400);
        assert_eq!(original(&mut seen, &story(2, 400), "other"), None);
        assert_eq!(original(&mut seen, &wire, "first"), None);
        assert_eq!(original(&mut seen, &format!("Another headline\n\n{wire}"), "second"), Some("first".to_owned()));
        let shorter: String = wire.split_inclusive(' ').take(340).collect();
        assert_eq!(original(&mut seen, &shorter.to_uppercase(), "third"), Some("first".to_owned()));
        let half: String = wire.split_inclusive(' ').take(200).collect();
        assert_eq!(original(&mut seen, &half, "half"), None);
    }

    #[test]
    fn of_many_stories_none_is_a_copy_and_all_copies_are_found() {
        let mut seen = Seen::default();
        let count = 5_000;
        assert!((0..count).all(|n| original(&mut seen, &story(n, 120), &n.to_string()).is_none()));
        let missed = (0..count).filter(|&n| {
            let copy = format!("{} and a new last line", story(n, 120));
            original(&mut seen, &copy, "copy") != Some(n.to_string())
        });
        assert!(missed.count() <= 5);
    }

    #[test]
    fn short_texts_are_copies_only_when_they_are_equal() {
        let mut seen = Seen::default();
        assert_eq!(original(&mut seen, "Two people were killed in a clash near the border.", "a"), None);
        assert_eq!(original(&mut seen, "Two people were killed in a clash near the river.", "b"), None);
        assert_eq!(original(&mut seen, "“Two people were killed, in a clash near the border”", "c"), Some("a".to_owned()));
        assert_eq!(original(&mut seen, "It rained.", "d"), None);
        assert_eq!(original(&mut seen, "It rained.", "e"), None);
    }

    #[test]
    fn what_is_remembered_has_a_bound() {
        let mut seen = Seen::default();
        for n in 0..(REMEMBERED as u64 + 100) {
            original(&mut seen, &story(n, 12), &n.to_string());
        }
        assert_eq!((seen.sketches.len(), seen.ids.len(), seen.table.len()), (REMEMBERED, REMEMBERED, PLACES));
    }
}
