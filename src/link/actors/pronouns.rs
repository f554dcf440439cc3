//! "He" and "she", where only one person can be meant.
//!
//! One person alone is named in the sentence before and in what precedes the pronoun in its own, and the pronoun doesn't
//! contradict the given name or title. Within a quotation, somebody else speaks: nothing is said of it.

use super::persons::{Sex, sex};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;
use crate::text::{Document, Token, TokenRange};

/// The share of such finds that are right.
const CONFIDENCE: f32 = 0.93;

/// Bytes of the longest pronoun and mark that are looked for.
const LONGEST: usize = 3;

/// Adds pronouns to the mentions and, for each, the number of its actor.
pub(super) fn add(reading: &Reading<'_>, found: &mut Vec<ActorMention>, numbers: &mut Vec<usize>) {
    let sexes = sexes(reading, found, numbers);
    let mut added: Vec<(ActorMention, usize)> = Vec::new();
    // The persons of the sentence before and of this one: numbers of actors.
    let (mut before, mut here): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut next = 0;
    let document = reading.document();
    for sentence in document.sentences() {
        std::mem::swap(&mut before, &mut here);
        here.clear();
        let tokens = sentence.tokens;
        let mut name_until = |at: usize, here: &mut Vec<usize>| {
            while let Some(mention) = found.get(next).filter(|mention| mention.tokens.first() <= at) {
                if mention.kind == ActorKind::Person && mention.tokens.first() >= tokens.first() {
                    here.push(numbers[next]);
                }
                next += 1;
            }
        };
        let mut quoted = false;
        for (at, token) in tokens.iter().zip(&document.tokens()[tokens.iter()]) {
            match Sign::of(document, token) {
                Some(Sign::Opens) => quoted = true,
                Some(Sign::Closes) => quoted = false,
                Some(Sign::Turns) => quoted = !quoted,
                Some(Sign::Pronoun(sex)) if !quoted => {
                    name_until(at, &mut here);
                    if let Some(actor) = only(&before, &here, sex, &sexes) {
                        here.push(actor);
                        added.push((mention(reading, at), actor));
                    }
                }
                _ => {}
            }
        }
        name_until(tokens.end().saturating_sub(1), &mut here);
    }
    insert(found, numbers, added);
}

/// What a token says that counts here.
enum Sign {
    Pronoun(Sex),
    /// A quotation opens, closes, or does one of these.
    Opens,
    Closes,
    Turns,
}

impl Sign {
    /// Few tokens are as short as these.
    fn of(document: &Document, token: &Token) -> Option<Self> {
        if token.span.len() > LONGEST {
            return None;
        }
        match document.text().as_bytes().get(token.span.start()..token.span.end())? {
            b"He" | b"he" => Some(Self::Pronoun(Sex::Male)),
            b"She" | b"she" => Some(Self::Pronoun(Sex::Female)),
            b"\xE2\x80\x9C" | b"``" => Some(Self::Opens),
            b"\xE2\x80\x9D" | b"''" => Some(Self::Closes),
            b"\"" => Some(Self::Turns),
            _ => None,
        }
    }
}

/// The only person of two sentences, if the pronoun may speak of this one.
fn only(before: &[usize], here: &[usize], pronoun: Sex, sexes: &[Option<Sex>]) -> Option<usize> {
    let mut persons = before.iter().chain(here).copied();
    let first = persons.next()?;
    let fits = sexes.get(first).copied().flatten().is_none_or(|sex| sex == pronoun);
    (fits && persons.all(|other| other == first)).then_some(first)
}

/// For each actor, what its titles and given names say.
fn sexes(reading: &Reading<'_>, found: &[ActorMention], numbers: &[usize]) -> Vec<Option<Sex>> {
    let mut sexes = vec![None; numbers.iter().max().map_or(0, |most| most + 1)];
    for (mention, actor) in found.iter().zip(numbers) {
        if mention.kind == ActorKind::Person && sexes[*actor].is_none() {
            sexes[*actor] = sex(reading, mention);
        }
    }
    sexes
}

fn mention(reading: &Reading<'_>, at: usize) -> ActorMention {
    let tokens = TokenRange::new(at, at + 1);
    ActorMention {
        span: reading.document().span(tokens),
        tokens,
        kind: ActorKind::Person,
        form: ActorForm::Pronoun,
        entry: None,
        role: None,
        country: None,
        code: None,
        rule: "pronoun/only-person",
        confidence: CONFIDENCE,
    }
}

/// Puts what was added where it stands.
fn insert(found: &mut Vec<ActorMention>, numbers: &mut Vec<usize>, added: Vec<(ActorMention, usize)>) {
    if added.is_empty() {
        return;
    }
    let mut all: Vec<(ActorMention, usize)> = std::mem::take(found).into_iter().zip(std::mem::take(numbers)).chain(added).collect();
    all.sort_by_key(|(mention, _)| (mention.tokens.first(), std::cmp::Reverse(mention.tokens.end())));
    (*found, *numbers) = all.into_iter().unzip();
}
