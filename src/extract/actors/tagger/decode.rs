//! From a page to names: what is seen of its tokens becomes scores, and all of them together decide ([`super::count`]).

use std::sync::{LazyLock, Mutex, PoisonError};

use super::count::Count;
use super::features::{Sheet, read};
use super::lattice::{Lattice, Tag};
use super::memo::Memo;
use super::model::Model;
use crate::extract::actors::draft::Draft;
use crate::extract::actors::page::Page;
use crate::text::TokenRange;

/// The weights; `docs/names.md` tells where they come from and how they are made.
pub static WEIGHTS: &[u8] = include_bytes!("names.model");
/// How right a name is of which the weights are sure.
const SURE: f32 = 0.96;

/// A name that the tagger found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: TokenRange,
    /// What it is.
    pub tag: Tag,
    /// The share of all ways to label its stretch that have this name.
    pub share: f32,
}

impl Tagged {
    /// Of names with this share, the share that is right: `docs/confidence.md`.
    pub fn confidence(&self) -> f32 {
        SURE * self.share * self.share.sqrt()
    }
}

/// Finds names by weights.
pub(in crate::extract::actors) struct Tagger {
    /// Those that no worker needs right now.
    desks: Mutex<Vec<Desk>>,
}

/// What a worker keeps from article to article.
struct Desk {
    memo: Memo<'static>,
    lattice: Lattice,
    count: Count,
}

/// The weights, their header read.
static MODEL: LazyLock<Option<Model<'static>>> = LazyLock::new(|| Model::new(WEIGHTS));

impl Tagger {
    /// No worker has been here.
    pub fn new() -> Self {
        Self { desks: Mutex::default() }
    }

    /// Finds names, in order, not overlapping.
    pub fn tag(&self, page: &Page<'_>, draft: &Draft) -> Vec<Tagged> {
        let Some(model) = MODEL.as_ref() else { return Vec::new() };
        let desks = || self.desks.lock().unwrap_or_else(PoisonError::into_inner);
        let left = desks().pop();
        let new = || Desk { memo: Memo::new(model), lattice: Lattice::default(), count: Count::default() };
        let mut desk = left.unwrap_or_else(new);
        let Desk { memo, lattice, count } = &mut desk;
        let stretches = read(page, draft, memo, |memo, seen, notes| {
            let mut sum = seen.sum;
            sum.add(memo.sum(seen));
            sum.add(model.sum(&seen.own()));
            lattice.push(&model.scores_with(sum, notes));
        });
        let tagged = count.decide(model.transitions(), &stretches, lattice);
        lattice.clear();
        desks().push(desk);
        tagged
    }
}

/// Finds the names of a document, in order, not overlapping.
pub fn tag(model: &Model<'_>, sheet: &Sheet) -> Vec<Tagged> {
    let count = sheet.stretches.words.len();
    let mut lattice = Lattice::with_room(count);
    (0..count).for_each(|n| lattice.push(&model.scores(sheet.features(n))));
    Count::default().decide(model.transitions(), &sheet.stretches, &mut lattice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn the_weights_are_a_model_of_less_than_a_megabyte() {
        assert!(MODEL.is_some());
        assert!(WEIGHTS.len() < 1_000_000);
    }

    #[test]
    fn what_is_kept_says_what_the_weights_say() {
        let extractors = Extractors::new().unwrap();
        let actors = &extractors.actors;
        let syllables = ["bre", "Ork", "lat", "Mar", "low", "an", "Vel", "til"];
        let word = |n: usize| [n / 512, n / 64, n / 8, n].map(|n| syllables[n % 8]).concat();
        let many: String = (0..4096).map(|n| format!("{} met {} of the Mor{} Party. ", word(n), word(4095 - n), word(n))).collect();
        let texts = [
            "Kenyan Foreign Minister Dorn Marlow met ÉMILE BRÖLL of Brellat-Orlikmannschaftsburg in Nairobi. Marlow left.",
            &many,
            "MARLOW SLEPT IN NAIROBI, said Dorn Marlow of the Orlik Party, a marlow of Brellat's.",
        ];
        for text in texts.into_iter().chain(texts) {
            let document = Document::new(text.to_owned());
            let reading = extractors.read(&document);
            let page = Page::new(&reading, &actors.classes);
            let draft = Draft::new(actors, &page);
            let names = actors.tagger.tag(&page, &draft);
            assert!(!names.is_empty());
            assert_eq!(names, tag(MODEL.as_ref().unwrap(), &Sheet::new(&page, &draft)));
        }
    }
}
