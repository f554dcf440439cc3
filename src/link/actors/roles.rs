//! The title or office beside a name, as far as it goes, and whom its bearer belongs to.
//!
//! What is found beside a name is a title of the list ("director"). The words say more: "veteran diplomat", "director of the
//! Office of Canals", "Brellco spokesman". The whole of them is the role; the actor named in or right beside them is the
//! one that the bearer belongs to.

use super::offices::{Office, office};
use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::rules::Reading;
use crate::text::{Case, TokenKind, TokenRange};

/// Mentions around one that are looked at.
const NEAR: usize = 6;

/// What the words beside a mention say of its actor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Role {
    /// All its words.
    pub tokens: TokenRange,
    /// The office that the list's title names.
    pub office: Option<Office>,
    /// The mention of whom the bearer belongs to.
    pub of: Option<usize>,
    /// Whether it is an office in something that is no actor that we know: "president of the chess club".
    pub elsewhere: bool,
}

impl Role {
    /// Whether the title says little without what it is in: "president", "director", "spokesman".
    pub fn is_general(&self) -> bool {
        self.office.is_none_or(|office| matches!(office.class, "head" | "minister" | "official" | "spokesperson" | "rebel" | "business"))
    }
}

/// The role of mention `n`, where words beside it tell one.
pub(super) fn role(reading: &Reading<'_>, found: &[ActorMention], n: usize) -> Option<Role> {
    let mention = &found[n];
    let title = mention.role?;
    let behind = title.first() >= mention.tokens.end();
    let mut tokens = title;
    if behind {
        tokens = TokenRange::new(described_from(reading, mention.tokens.end(), title.first()), titles_end(reading, title.end()));
    }
    let mut of = inside(reading, found, n, title);
    let mut elsewhere = false;
    if behind || mention.form == ActorForm::Title {
        let whom = behind_of(reading, found, n, tokens.end());
        elsewhere = whom.is_none() && reading.is_any(tokens.end(), &["of", "for", "at", "with"]);
        if let Some(whom) = whom {
            if behind {
                tokens = tokens.cover(found[whom].tokens);
            }
            of = of.filter(|m| is_body(&found[*m])).or(Some(whom));
        }
    } else if of.is_none() {
        // "Brellco spokesman Dorn Marlow"
        let before = |m: &usize| {
            let other = found[*m].tokens;
            let owned = reading.is_any(other.end(), &["'s", "’s"]) && other.end() + 1 == title.first();
            is_body(&found[*m]) && (other.end() == title.first() || owned)
        };
        of = neighbours(found, n).find(before).or_else(|| behind_of(reading, found, n, mention.tokens.end()));
        of = of.or_else(|| constituency(reading, found, n));
    }
    Some(Role { tokens, office: office(reading, title), of, elsewhere })
}

/// Whom an actor belongs to by what stands in or behind its own words: "Kenyan police", "Dorn Marlow of the Orlik Party".
pub(super) fn belongs(reading: &Reading<'_>, found: &[ActorMention], n: usize) -> Option<usize> {
    let mention = &found[n];
    match mention.form {
        ActorForm::Nominal => inside(reading, found, n, mention.tokens),
        _ if mention.kind == ActorKind::Person => behind_of(reading, found, n, mention.tokens.end()).filter(|m| is_body(&found[*m])),
        _ => None,
    }
}

/// Parties, groups, ministries, companies: what persons belong to.
fn is_body(mention: &ActorMention) -> bool {
    let body = !matches!(mention.kind, ActorKind::Person | ActorKind::Place | ActorKind::People | ActorKind::Other);
    body && !mention.form.is_nominal()
}

/// The mentions around one, by place.
fn neighbours(found: &[ActorMention], n: usize) -> impl Iterator<Item = usize> + use<> {
    (n.saturating_sub(NEAR)..(n + NEAR + 1).min(found.len())).filter(move |m| *m != n)
}

/// The actor named within `words`: the last body, or else the first of any kind but persons.
fn inside(reading: &Reading<'_>, found: &[ActorMention], n: usize, words: TokenRange) -> Option<usize> {
    // "Secretary of Labor" is in no party.
    let matter = |tokens: TokenRange| tokens.first() > words.first() && reading.is_any(tokens.first() - 1, &["of", "for"]);
    let names = |m: &usize| {
        let other = &found[*m];
        words.contains(other.tokens)
            && other.kind != ActorKind::Person
            && !(is_body(other) && other.tokens.len() == 1 && matter(other.tokens))
    };
    let within = || neighbours(found, n).filter(names);
    within().filter(|m| is_body(&found[*m])).last().or_else(|| within().next())
}

/// The actor behind "of", "for", "at" at `at`.
fn behind_of(reading: &Reading<'_>, found: &[ActorMention], n: usize, at: usize) -> Option<usize> {
    if !reading.is_any(at, &["of", "for", "at", "with", "from"]) {
        return None;
    }
    let named = |m: &usize| !found[*m].form.is_nominal() && !matches!(found[*m].kind, ActorKind::Person | ActorKind::Other);
    let starts = |at: usize| neighbours(found, n).filter(named).find(|m| found[*m].tokens.first() == at);
    let first = starts(at + 1).or_else(|| starts(at + 2).filter(|_| reading.is_any(at + 1, &["the", "a", "an"])))?;
    // "the Kenyan Farmers Party", found as two names.
    starts(found[first].tokens.end()).filter(|next| is_body(&found[*next])).or(Some(first))
}

/// Whom a legislator speaks for: "(D-Ohio)", ", R-Texas,".
fn constituency(reading: &Reading<'_>, found: &[ActorMention], n: usize) -> Option<usize> {
    let at = found[n].tokens.end();
    let party = reading.is_any(at, &["(", ","]) && matches!(reading.word(at + 1), "D" | "R" | "I") && reading.is(at + 2, "-");
    neighbours(found, n).find(|m| party && found[*m].tokens.first() == at + 3 && found[*m].kind == ActorKind::Place)
}

/// Where the words that describe a title start: "political" in ", a political adviser".
fn described_from(reading: &Reading<'_>, floor: usize, title: usize) -> usize {
    let closed = ["determiner", "preposition", "conjunction", "pronoun", "auxiliary", "modal", "negation", "speech"];
    let describes = |at: usize| {
        let word = reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
        word && !closed.iter().any(|class| reading.phrase_named(at, class).is_some())
    };
    let from = floor.max(title.saturating_sub(3));
    (from..title).rev().take_while(|at| describes(*at)).last().unwrap_or(title)
}

/// Where the titles that follow each other from `at` end: "diplomat" behind "veteran".
fn titles_end(reading: &Reading<'_>, at: usize) -> usize {
    let small = |at: usize| reading.token(at).is_some_and(|token| token.case == Case::Lower);
    let mut end = at;
    for _ in 0..2 {
        let Some(next) = reading.phrase_named(end, "title").filter(|next| small(next.tokens.first())) else { break };
        end = next.tokens.end();
    }
    end
}
