//! What a token or a unit is in its clause.

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "kill"
    Base,
    /// "kills"
    Present,
    /// "killed": finite or participle.
    Past,
    /// "taken hostage": participle alone.
    Participle,
    /// "killing"
    Ing,
}

impl Form {
    pub fn parse(name: &str) -> Self {
        match name {
            "base" => Self::Base,
            "s" | "pres" => Self::Present,
            "participle" => Self::Participle,
            "ing" => Self::Ing,
            _ => Self::Past,
        }
    }
}

/// A verb with what belongs to it: "could not have been killed".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct VerbGroup {
    /// The first token of the main verb; none for a bare auxiliary ("was").
    pub main: Option<usize>,
    /// Its form.
    pub form: Option<Form>,
    /// "was", "were", "been", "got"
    pub be: bool,
    /// "has", "had"
    pub have: bool,
    /// "could", "may", "will"
    pub modal: bool,
    /// "not"
    pub negated: bool,
    /// "to kill"
    pub to: bool,
}

impl VerbGroup {
    /// Whether it has an auxiliary, so that it can't be a participle behind its noun.
    pub fn is_finite(&self) -> bool {
        self.be || self.have || self.modal
    }
}

/// What a token, or a unit of several, is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A noun phrase; of a token: a noun, a name, an adjective before them.
    Noun,
    /// A verb with its auxiliaries; never a token.
    Verb(VerbGroup),
    /// "dead", "missing": said of somebody, not standing before a noun.
    State,
    Pronoun,
    Preposition,
    And,
    But,
    Comma,
    Stop,
    Open,
    Close,
    Quote,
    Subordinate,
    Relative,
    Adverb,
    Date,
    /// Of tokens alone, from here on: what a noun phrase may begin with.
    Number,
    Determiner,
    /// What a verb group is made of.
    Auxiliary,
    Modal,
    Negation,
    /// "to" before a verb.
    To,
    /// The main verb.
    Main(Form),
}
