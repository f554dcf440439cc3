//! What a claim of harm is, before it is linked to who, when and where.

use super::sides::Side;
use crate::rules::Qualifier;
use crate::text::{Span, TokenRange};

/// What happened to the victims. Names as in the `harm` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Harm {
    Killed,
    Injured,
    /// Killed or injured, undivided.
    Casualties,
    Missing,
    Displaced,
    Detained,
    Abducted,
    Sick,
    Affected,
}

impl Harm {
    /// All harms.
    pub const ALL: [Self; 9] = [
        Self::Killed,
        Self::Injured,
        Self::Casualties,
        Self::Missing,
        Self::Displaced,
        Self::Detained,
        Self::Abducted,
        Self::Sick,
        Self::Affected,
    ];

    /// The name as written in the table and in lexicons.
    pub fn name(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Casualties => "casualties",
            Self::Missing => "missing",
            Self::Displaced => "displaced",
            Self::Detained => "detained",
            Self::Abducted => "abducted",
            Self::Sick => "sick",
            Self::Affected => "affected",
        }
    }

    /// The harm of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|harm| harm.name() == name)
    }
}

/// Who the victims are. Names as in the `victim_class` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum VictimClass {
    Civilian,
    Combatant,
    Police,
    Child,
    Woman,
    Journalist,
    AidWorker,
    Medic,
    Official,
    Migrant,
    Prisoner,
    Attacker,
    Mixed,
    Unspecified,
}

impl VictimClass {
    /// All classes.
    pub const ALL: [Self; 14] = [
        Self::Civilian,
        Self::Combatant,
        Self::Police,
        Self::Child,
        Self::Woman,
        Self::Journalist,
        Self::AidWorker,
        Self::Medic,
        Self::Official,
        Self::Migrant,
        Self::Prisoner,
        Self::Attacker,
        Self::Mixed,
        Self::Unspecified,
    ];

    /// The name as written in the table and in lexicons.
    pub fn name(self) -> &'static str {
        match self {
            Self::Civilian => "civilian",
            Self::Combatant => "combatant",
            Self::Police => "police",
            Self::Child => "child",
            Self::Woman => "woman",
            Self::Journalist => "journalist",
            Self::AidWorker => "aid_worker",
            Self::Medic => "medic",
            Self::Official => "official",
            Self::Migrant => "migrant",
            Self::Prisoner => "prisoner",
            Self::Attacker => "attacker",
            Self::Mixed => "mixed",
            Self::Unspecified => "unspecified",
        }
    }

    /// The class of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// How sure the text is. Names as in the `status` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The article says so itself.
    Asserted,
    /// Somebody says so.
    Claimed,
    /// Somebody says it is not so.
    Denied,
    /// "feared dead", "presumed"
    Feared,
    /// "could kill thousands"
    Hypothetical,
}

impl Status {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
            Self::Feared => "feared",
            Self::Hypothetical => "hypothetical",
        }
    }
}

/// What the figure counts. Names as in the `scope` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The victims of the event that the sentence tells.
    Incident,
    /// What is added to an earlier figure: "two more bodies".
    Increment,
    /// A running total: "raising the toll to 45", "since 2011".
    Cumulative,
    /// An earlier event: last year's attack, an anniversary.
    Historical,
}

impl Scope {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Incident => "incident",
            Self::Increment => "increment",
            Self::Cumulative => "cumulative",
            Self::Historical => "historical",
        }
    }
}

/// A claim of harm.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The bytes it was read from: from its first to its last word (count, victims, verb).
    pub span: Span,
    /// The same, in tokens.
    pub tokens: TokenRange,
    /// The token of the harm word: "killed", "dead".
    pub trigger: usize,
    /// What happened.
    pub harm: Harm,
    /// The lower bound of the count; none where the text gives none.
    pub low: Option<u64>,
    /// The best single number.
    pub best: Option<u64>,
    /// The upper bound; none where the text gives none.
    pub high: Option<u64>,
    /// The words of the count ("at least 12"); none where a singular or a name counts.
    pub count: Option<TokenRange>,
    /// How the count bounds.
    pub qualifier: Qualifier,
    /// The victims' noun phrase without its count ("civilians").
    pub victims: Option<TokenRange>,
    /// Who they are.
    pub victim_class: VictimClass,
    /// On which side of a fight they stood, where their noun phrase tells.
    pub side: Option<Side>,
    /// How sure the text is, as far as the clause tells; linking a speaker may turn `Asserted` into `Claimed`.
    pub status: Status,
    /// What the figure counts.
    pub scope: Scope,
    /// The claim of the same list that this one is a subset of.
    pub part_of: Option<usize>,
    /// Who did it, as the clause says: the active subject or the by-phrase. A cause ("a bomb") stands in `cause`.
    pub agent: Option<TokenRange>,
    /// With what, or in what: "a chemical weapons attack".
    pub cause: Option<TokenRange>,
    /// Who says so, as the clause says: "police said", "according to NAME".
    pub speaker: Option<TokenRange>,
    /// Its sentence.
    pub sentence: usize,
    /// Whether its words point back at victims told of before: "the twelve", "he".
    pub definite: bool,
    /// Whether its count sums several noun phrases: "two men and a child".
    pub joined: bool,
    /// Whether it is one of the noun phrases that another claim of the list sums.
    pub member: bool,
    /// Whether its words add to victims told of before: "also", "three others", "a fourth".
    pub adds: bool,
    /// Whether it is told in passing, as what another clause is about: "suspected of killing two".
    pub background: bool,
    /// Whether those who tell it did it: "The rebels said they had killed 60".
    pub boast: bool,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1: the share of such finds that are right.
    pub confidence: f32,
}
