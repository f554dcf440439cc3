//! What the mention of an actor is, before mentions are linked.

use crate::text::{Span, TokenRange};

/// What an actor is. Names as in the `kind` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// A person.
    Person,
    /// A company, party, union, international body.
    Organization,
    /// Rebels, militants, militias.
    ArmedGroup,
    /// A government, ministry, parliament, court, police.
    Government,
    /// Armed forces of a state or of states.
    Military,
    /// Newspapers, agencies, broadcasters.
    Media,
    /// A country, region, city.
    Place,
    /// A nationality, religion, population.
    People,
    /// Works, events, ships and whatever else has a name.
    Other,
}

impl ActorKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organization,
        Self::ArmedGroup,
        Self::Government,
        Self::Military,
        Self::Media,
        Self::Place,
        Self::People,
        Self::Other,
    ];

    /// The name as written in the table and in lexicons.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::ArmedGroup => "armed_group",
            Self::Government => "government",
            Self::Military => "military",
            Self::Media => "media",
            Self::Place => "place",
            Self::People => "people",
            Self::Other => "other",
        }
    }

    /// The kind of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How an actor is mentioned. Names as in the `form` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorForm {
    /// Its full name.
    Name,
    /// Its acronym.
    Acronym,
    /// A part of its name: the surname.
    Partial,
    /// Its title alone: "the Syrian president".
    Title,
    /// What it is: "opposition forces".
    Nominal,
    /// "he", "she".
    Pronoun,
}

impl ActorForm {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Acronym => "acronym",
            Self::Partial => "partial",
            Self::Title => "title",
            Self::Nominal => "nominal",
            Self::Pronoun => "pronoun",
        }
    }

    /// Whether it is mentioned without any name.
    pub fn is_nominal(self) -> bool {
        matches!(self, Self::Title | Self::Nominal | Self::Pronoun)
    }
}

/// A mention of an actor.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorMention {
    /// Its bytes: the name without title and article.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// What the actor is, as far as this mention tells.
    pub kind: ActorKind,
    /// How it is mentioned, as far as this mention tells: linking may turn `Name` into `Partial`.
    pub form: ActorForm,
    /// The entry of the vocabulary that it was found by.
    pub entry: Option<usize>,
    /// The tokens of its title or office, beside the name ("US Secretary of State", "a rebel commander").
    pub role: Option<TokenRange>,
    /// ISO 3166-1 alpha-3 of the country that it is or acts for, where the mention or its title says so.
    pub country: Option<&'static str>,
    /// The CAMEO code that its entry or title gives: whole ("IGOUNO") or the part behind the country ("GOV").
    pub code: Option<&'static str>,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1: the share of such finds that are right.
    pub confidence: f32,
}
