//! What was found out of the units of a sentence, kept: many readers ask for the subject of one verb, or the count of one noun phrase.

use std::cell::RefCell;

/// The answers for the units that somebody asked of.
#[derive(Debug)]
pub(super) struct Kept<T> {
    /// For each unit, one more than the place of its answer; 0 where there is none yet.
    places: RefCell<Vec<u32>>,
    answers: RefCell<Vec<T>>,
}

impl<T: Copy> Kept<T> {
    pub fn new() -> Self {
        Self { places: RefCell::new(Vec::new()), answers: RefCell::new(Vec::new()) }
    }

    /// The answer for one of `units` units, found where nobody asked before; to find it, others may be asked of.
    pub fn get(&self, unit: usize, units: usize, find: impl FnOnce() -> T) -> T {
        let place = self.places.borrow().get(unit).copied().unwrap_or(0) as usize;
        if let Some(known) = place.checked_sub(1).and_then(|place| self.answers.borrow().get(place).copied()) {
            return known;
        }
        let found = find();
        let (mut places, mut answers) = (self.places.borrow_mut(), self.answers.borrow_mut());
        places.resize(units, 0);
        if let Some(place) = places.get_mut(unit) {
            answers.push(found);
            *place = u32::try_from(answers.len()).unwrap_or(0);
        }
        found
    }
}
