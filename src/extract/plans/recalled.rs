//! Counts behind what they count: "The league could buy the mill. It could close the road. These two steps would cost little."

use super::announce::Announcement;
use super::clause::{self, Role};
use super::eye::Eye;
use super::govern::{self, Inline};
use super::list::{self, Shape};
use super::{Clause, Modality, judge};
use crate::text::TokenRange;

/// The most steps that are looked for before their count.
const MOST: usize = 9;

/// What steps are called where they are looked back on.
const UNITS: &[&str] = &["steps", "measures", "points", "demands", "proposals", "moves", "actions", "changes", "reforms", "conditions"];

/// The steps told right before "these two points": in one list, or sentence by sentence.
pub(super) fn before(eye: Eye, announcement: &Announcement) -> Option<Inline> {
    let name = announcement.name;
    let count = announcement.count.map(|count| count as usize).filter(|count| *count <= MOST)?;
    let document = eye.reading.document();
    let number = document.sentence_of(name.first());
    let opens = name.first().checked_sub(1).filter(|at| eye.any(*at, &["these"]) && eye.reading.sentence(*at).first() == *at)?;
    if !eye.any(name.end() - 1, UNITS) {
        return None;
    }
    let last = document.sentences().get(number.checked_sub(1)?)?.tokens;
    if let Some(list) = listed(eye, last, count) {
        return Some(list);
    }
    let told = document.sentences().get(number.checked_sub(count)?..number)?;
    let step =
        |tokens: TokenRange| clause::read(eye, tokens, Role::Sentence).filter(|step| step.verbal && step.modality != Modality::Plain);
    let steps: Vec<Clause> = told.iter().map_while(|sentence| step(sentence.tokens)).collect();
    let first = told.first()?.tokens.first();
    (steps.len() == count && judge::list(eye, &steps)).then(|| Inline { tokens: TokenRange::new(first, opens), steps })
}

/// "the way out is to close the mill and to call a council"
fn listed(eye: Eye, sentence: TokenRange, count: usize) -> Option<Inline> {
    let is = |at: &usize| eye.any(*at, &["is", "are", "was", "were"]) && eye.any(at + 1, &["to"]) && eye.is_base(at + 2);
    let to = sentence.iter().take(40).find(is)? + 1;
    let list = list::read(eye, govern::without_speaker(eye, to + 1, sentence.end()), Some(Shape::Base));
    (list.items.len() == count).then(|| govern::inline(eye, to + 1, sentence.end(), &list, None))
}
