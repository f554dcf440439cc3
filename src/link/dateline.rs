//! The place of the dateline: "GENEVA, Sept 12 (Agency) -", "GOMA, Democratic Republic of Congo, 3 May —".

use crate::rules::Reading;
use crate::text::{Case, Span, TokenRange};

/// Sentences at the head of an article in which a dateline may stand: behind headline, byline and the like.
const HEAD: usize = 6;
/// Tokens of a dateline, at the most.
const LONGEST: usize = 16;

/// What a newsroom puts before a text in the same way: "EXCLUSIVE -".
const LABELS: [&str; 17] = [
    "advisory",
    "analysis",
    "breaking",
    "column",
    "commentary",
    "corrected",
    "correction",
    "editorial",
    "exclusive",
    "explainer",
    "factbox",
    "feature",
    "live",
    "opinion",
    "update",
    "video",
    "watch",
];

/// The place as written, without the country behind it.
pub(super) fn place(reading: &Reading<'_>) -> Option<Span> {
    tokens(reading).map(|tokens| reading.document().span(tokens))
}

/// The same, in tokens.
pub(super) fn tokens(reading: &Reading<'_>) -> Option<TokenRange> {
    let document = reading.document();
    document.sentences().iter().take(HEAD).find_map(|sentence| {
        let first = sentence.tokens.first();
        let upper = |at: usize| reading.token(at).is_some_and(|t| t.case == Case::Upper && (t.span.len() > 2 || at > first));
        if !upper(first) || reading.is_any(first, &LABELS) || sentence.shouting && dash(reading, sentence.tokens).is_none() {
            return None;
        }
        let end = (first..sentence.tokens.end().min(first + LONGEST)).find(|&at| !upper(at))?;
        dash(reading, sentence.tokens).map(|_| TokenRange::new(first, end))
    })
}

/// All of it up to its dash: the place, the country behind it, date and agency.
pub(super) fn line(reading: &Reading<'_>) -> Option<TokenRange> {
    let first = tokens(reading)?.first();
    Some(TokenRange::new(first, dash(reading, reading.sentence(first))?))
}

/// The dash that parts the head of the sentence from its words, or the place and date that are the whole line.
fn dash(reading: &Reading<'_>, sentence: TokenRange) -> Option<usize> {
    let end = sentence.end().min(sentence.first() + LONGEST);
    (sentence.first() + 1..end).find(|at| {
        let spaced = !reading.token(*at).is_some_and(|t| t.glued) || !reading.token(at + 1).is_some_and(|t| t.glued);
        matches!(reading.word(*at), "-" | "--" | "–" | "—" | "_") && spaced
    })
}
