//! What a rule says of a name: where it stands, what it is, and how telling that is.

use super::mention::ActorKind;
use crate::rules::{Match, Phrase, RuleName};
use crate::text::TokenRange;

/// The rule by which a name of the user's own lists is found.
pub(super) const OWN: &str = "list/own";
/// What the user says outweighs all else.
const OWN_WEIGHT: f32 = 12.0;

/// Which name a clue speaks of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// These tokens are a name of a list.
    Whole(TokenRange),
    /// The name that starts at this token.
    Starts(usize),
    /// The name that ends before this token.
    Ends(usize),
    /// The name that holds this token.
    Holds(usize),
}

/// What a rule says of a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clue {
    pub place: Place,
    pub kind: ActorKind,
    /// How telling: 1 for a hint, 3 for what seldom errs.
    pub weight: f32,
    /// The entry of the vocabulary.
    pub entry: Option<usize>,
    /// The title or office beside the name.
    pub role: Option<TokenRange>,
    /// Tokens that belong to a title and so to no name.
    pub title: Option<TokenRange>,
    pub country: Option<&'static str>,
    pub code: Option<&'static str>,
    pub rule: RuleName,
}

impl Clue {
    /// A clue of the rule that was hit.
    pub fn new(hit: &Match<'_>, place: Place, kind: ActorKind, weight: f32) -> Self {
        Self { place, kind, weight, entry: None, role: None, title: None, country: None, code: None, rule: hit.rule_name }
    }

    /// The clue that the name captured as `name` starts where it does.
    pub fn starts(hit: &Match<'_>, kind: ActorKind, weight: f32) -> Option<Self> {
        Some(Self::new(hit, Place::Starts(hit.get("name")?.first()), kind, weight))
    }

    /// The clue that the name captured as `name` ends where it does.
    pub fn ends(hit: &Match<'_>, kind: ActorKind, weight: f32) -> Option<Self> {
        Some(Self::new(hit, Place::Ends(hit.get("name")?.end()), kind, weight))
    }

    /// The clue that the phrase captured as `name` is a name of the list `class`.
    pub fn listed(hit: &Match<'_>, class: &str, weight: f32) -> Option<Self> {
        let phrase = hit.phrase("name", class)?;
        let (vocabulary, entry) = (hit.reading.vocabulary(), hit.reading.entry(phrase));
        let kind = ActorKind::parse(vocabulary.column(entry, "kind"))?;
        let [code, country] = ["code", "country"].map(|name| Some(vocabulary.column(entry, name)).filter(|field| !field.is_empty()));
        let clue = Self { entry: Some(phrase.entry), country, code, ..Self::new(hit, Place::Whole(phrase.tokens), kind, weight) };
        let own = hit.reading.vocabulary().is_own(phrase.entry);
        Some(if own { Self { weight: OWN_WEIGHT, rule: &OWN, ..clue } } else { clue })
    }

    /// The phrase of one of `classes` that ends right before token `at`; the longest of at most six tokens.
    pub fn phrase_before(hit: &Match<'_>, at: usize, classes: &[&str]) -> Option<Phrase> {
        let reading = hit.reading;
        let first = reading.sentence(at).first().max(at.saturating_sub(6));
        let fits = |p: &&Phrase| p.tokens.end() == at && classes.contains(&reading.vocabulary().class_name(p.class));
        (first..at).find_map(|from| reading.phrases_at(from).iter().find(fits).copied())
    }
}
