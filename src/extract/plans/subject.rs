//! Sentences behind a plan that have it for their subject: "It also bans tolls", "For small mills, the bill sets up a fund",
//! "There is $3 million for boats".

use super::does;
use super::eye::Eye;
use super::govern::{self, Inline};
use super::led;
use super::sequel;
use super::{Clause, Modality};
use crate::rules::ValueKind;
use crate::text::TokenRange;

/// How long what stands in front of the subject may be: "For small mills,".
const FRONT: usize = 9;
/// How far back a name is looked for.
const BEFORE: usize = 160;

/// What the sentence says that the plan does beside what was told before, which ended with `last`.
pub(super) fn adds(eye: Eye, sentence: TokenRange, last: &Clause) -> Option<Inline> {
    let end = sentence.end();
    if let Some(first) = there(eye, sentence) {
        let list = govern::items(eye, first, end, None, govern::Hold { how: govern::Governs::Chained, count: None });
        let one = || led::alone(eye, first, end).filter(|list| list.steps.iter().all(|step| govern::deed(eye, step.tokens)));
        return list.or_else(one);
    }
    let verb = verb(eye, sentence)?;
    let also = eye.any(verb, &["also"]);
    // "It bans tolls" goes on with what is told so, or with nouns, not with what somebody wants to do.
    let first = last.tokens.first();
    let third = eye.verb(first).is_some_and(|verb| verb.third && !verb.base);
    let same = last.modality == Modality::Plain && (third || !last.verbal) && !eye.is_quote(sentence.first());
    let verb = verb + usize::from(also);
    ((also || same) && acts(eye, verb)).then(|| does::list(eye, verb, end, 1))?
}

/// "bans tolls", not "shows that", nor "changes" in "The budget changes come as ...".
pub(super) fn acts(eye: Eye, verb: usize) -> bool {
    let next = verb + 1;
    // "limits campaign gifts", "eases permits": what may be a noun as well is what it is done to.
    let object = eye.can_be_object(next) || eye.has(next, eye.words.ambiguous) || eye.has(next, eye.words.deed);
    let noun = eye.verb(next).is_some_and(|next| next.base || next.past || next.third) && !object;
    does::begins(eye, verb) && !eye.any(verb + 1, &["that"]) && !noun
}

/// Whether the sentence goes on with what a plan is to do, as far as its first words say.
pub(super) fn goes_on(eye: Eye, sentence: TokenRange) -> bool {
    let goes_on = |verb: usize| {
        let verb = verb + usize::from(eye.any(verb, &["also"]));
        eye.modality(verb).is_some_and(sequel::is_binding) || eye.has(verb, eye.words.include) || acts(eye, verb)
    };
    verb(eye, sentence).is_some_and(goes_on)
}

/// The token behind the subject, where that is the plan: "it", "the bill", "the Senate measure".
pub(super) fn verb(eye: Eye, sentence: TokenRange) -> Option<usize> {
    let first = does::behind_front(eye, sequel::unquoted(eye, sentence));
    let first = first + usize::from(eye.any(first, &["and", "but"]));
    let comma = (first + 1..sentence.end().min(first + FRONT)).find(|&at| eye.is_comma(at));
    let front = comma.filter(|_| eye.any(first, &["for", "on", "in", "to", "at", "among", "beyond"]));
    let first = front.map_or(first, |comma| comma + 1);
    if eye.any(first, &["it"]) {
        return Some(first + 1);
    }
    let noun = |at: usize| {
        [eye.words.noun, eye.words.bill, eye.words.document].into_iter().find_map(|class| eye.phrase(at, class)).map(|noun| noun.tokens)
    };
    let opens = eye.any(first, &["the", "this", "that", "its", "his", "her", "their"]);
    // "the Orbo bill" may be another one.
    let word = |at: usize| !eye.is_mark(at) && !eye.is_capital(at) && !eye.has(at, eye.words.preposition) && eye.modality(at).is_none();
    let name = (first + 1..first + 4).take_while(|&at| at == first + 1 || word(at - 1)).find_map(noun).filter(|_| opens)?;
    // "The three steps would follow one another": of its parts, not of the plan.
    let parts = eye.any(name.end() - 1, &["conditions", "demands", "points", "priorities", "requests", "steps"]);
    (!parts).then_some(name.end())
}

/// "A rival budget passed": whether the sentence speaks of a plan that was not named before.
pub(super) fn brings_in(eye: Eye, sentence: TokenRange) -> bool {
    let plan = |at: usize| eye.has(at, eye.words.noun) || eye.has(at, eye.words.bill);
    let new = |at: usize| eye.any(at, &["a", "an", "another"]) && (at + 1..at + 4).take_while(|&at| !eye.is_mark(at)).any(plan);
    sentence.iter().any(new)
}

/// Whether the subject up to `end` is somebody who was not spoken of shortly before: another one's demand goes on with nothing.
pub(super) fn is_new(eye: Eye, first: usize, end: usize) -> bool {
    let mut names = (first..end).filter(|&at| eye.is_capital(at) && eye.reading.value_of(at, ValueKind::Actor).is_some()).peekable();
    let known = |at: usize| (first.saturating_sub(BEFORE)..first).any(|other| eye.any(other, &[eye.word(at)]));
    // "the guard's brother"
    let kin = (first..end).find(|&at| matches!(eye.word(at), "'s" | "’s")).is_some_and(|of| eye.is_plain(of + 1) && !known(of + 1));
    kin || names.peek().is_some() && !names.any(known)
}

/// "There is $3 million for boats", "There would also be a levy": where what there is stands.
pub(super) fn there(eye: Eye, sentence: TokenRange) -> Option<usize> {
    let first = does::behind_front(eye, sequel::unquoted(eye, sentence));
    let at = first + 1;
    let also = at + usize::from(eye.modality(at).is_some());
    let also = also + usize::from(eye.any(also, &["is", "are", "'s", "’s", "be"]));
    let open = also + usize::from(eye.any(also, &["also"])) + usize::from(eye.any(also + 1, &["be"]));
    let money = eye.is_money(open);
    (eye.any(first, &["there"]) && also > at && (money || open > also)).then_some(open)
}
