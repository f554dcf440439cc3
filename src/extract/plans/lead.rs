//! What leads to a list: the name of a plan, a verb of demand, or a count of reasons, which speaks against it.

use super::Modality;
use super::announce::Announcement;
use super::demand;
use super::eye::{Eye, before};

/// Whether a noun leads to a list: in its sentence, or in the one before it that ends with ":" or says "include".
pub(super) fn leads(eye: Eye, name: &Announcement, first: usize, sentence: usize) -> bool {
    let at = eye.reading.document().sentence_of(name.name.first());
    let end = eye.reading.sentence(name.name.first()).end().min(first);
    let opens =
        end > 0 && eye.word(end - 1) == ":" || (name.name.end()..end.min(name.name.end() + 12)).any(|at| eye.has(at, eye.words.include));
    // "He has a plan. Among its points:"
    let between = eye.reading.document().sentences().get(sentence.saturating_sub(1)).map(|s| s.tokens);
    let headed = at + 2 == sentence && between.is_some_and(|s| s.len() <= 8 && eye.word(before(s.end())) == ":");
    (at == sentence && first - name.name.end().min(first) <= 24) || (at + 1 == sentence && opens) || headed
}

/// Whether only "to", "that" or a subject stands between a verb of demand and the list.
pub(super) fn governs(eye: Eye, verb: &Announcement, first: usize) -> bool {
    first - verb.name.end().min(first) <= 14 && (verb.name.end()..first).all(|at| !matches!(eye.word(at), "." | ";"))
}

/// Where a count of reasons, options and the like stands shortly before the series.
pub(super) fn distracted(eye: Eye, first: usize, sentence: usize) -> Option<usize> {
    let sentences = eye.reading.document().sentences();
    let from = sentences.get(sentence.saturating_sub(1)).map_or(first, |s| s.tokens.first()).max(first.saturating_sub(80));
    (from..first).rev().find(|&at| {
        eye.has(at, eye.words.distractor)
            && ((at.saturating_sub(4)..at).any(|i| eye.reading.quantity(i).is_some())
                || eye.word(at + 1) == ":"
                || eye.any(before(at), &["these", "following", "several", "many"]))
    })
}

/// The modality that a lead-in ending in ":" gives to bare items: "an agreement should include:".
pub(super) fn lead_in(eye: Eye, first: usize) -> Option<Modality> {
    // "recommended that (a) ..., (b) ..."
    if let Some(modality) = demand::mandate(eye, first) {
        return Some(modality);
    }
    let mut at = first.checked_sub(1)?;
    if eye.word(at) == ":" {
        at = at.checked_sub(1)?;
    }
    let from = at.saturating_sub(4);
    (from..=at)
        .rev()
        .take_while(|&i| !eye.is_mark(i))
        .find_map(|i| eye.modality(i).filter(|_| i == at || eye.any(i + 1, &["include", "involve", "be", "mean", "consist"])))
}
