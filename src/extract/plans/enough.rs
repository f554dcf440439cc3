//! Whether two deeds in a row are two steps: "close the mill and sell the fleet", not "go ahead and try".

use super::eye::{Eye, before};
use super::list::{self, List};
use crate::text::TokenRange;

/// Whether a list of deeds says enough for a plan: three of them, or two that are told plainly, each with what it is done to.
pub(super) fn deeds(eye: Eye, list: &List) -> bool {
    let [first, second] = list.items[..] else { return list.items.len() >= 3 };
    let plain = |at: usize| !eye.is_comma(at) && !eye.is_dash(at) && !eye.is_surely_finite(at) && !eye.is_quote(at);
    let alone = eye.any(before(second.first()), &["and"]) && before(second.first()) == first.end();
    let verb = |item: TokenRange| {
        let verb = list::skip(eye, item.first());
        verb + usize::from(eye.any(verb, &["to"]) || eye.modality(verb).is_some())
    };
    let is = |item: TokenRange, class| eye.verb(verb(item)).is_none_or(|verb| eye.has_lemma(verb.lemma, class));
    let told = |item: TokenRange| {
        let verb = verb(item);
        let goes_on = |lemma: &str| matches!(lemma, "continue" | "keep" | "try" | "start" | "begin" | "plead" | "cover" | "span");
        !is(item, eye.words.idle)
            && !is(item, eye.words.outcome)
            && !eye.verb(verb).is_some_and(|verb| goes_on(verb.lemma))
            && !eye.is_capital(verb)
            && item.end() >= verb + 2
            && (verb + 1..item.end()).all(plain)
    };
    let effects = is(first, eye.words.effect) && is(second, eye.words.effect);
    alone && !effects && told(first) && told(second)
}
