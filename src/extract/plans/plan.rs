//! What a plan and its steps are, before actors and deadlines are linked.

use crate::text::{Span, TokenRange};

/// How binding a step is. Names as in the `modality` column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// "will", "is to", "shall"
    Will,
    /// "would"
    Would,
    /// "must", "has to", "needs to", "demands that"
    Must,
    /// "should", "ought to"
    Should,
    /// "may", "can", "could", "is allowed to"
    May,
    /// A bare verb or noun.
    #[default]
    Plain,
}

impl Modality {
    /// The name as written in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Will => "will",
            Self::Would => "would",
            Self::Must => "must",
            Self::Should => "should",
            Self::May => "may",
            Self::Plain => "plain",
        }
    }
}

/// A plan: an announcement, or only its steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The bytes of its first announcement, the noun phrase that names it ("four-point plan").
    pub span: Span,
    /// The same, in tokens.
    pub tokens: TokenRange,
    /// Where it is named: first the place that says who offers it, then the others in order.
    pub names: Vec<TokenRange>,
    /// How many steps the text says that it has.
    pub announced: Option<u32>,
    /// Who proposes it, as the clause says.
    pub proposer: Option<TokenRange>,
    /// Between whom, as the text says.
    pub parties: Vec<TokenRange>,
    /// What for: "averting any US-led military strike".
    pub purpose: Option<TokenRange>,
    /// Its steps, in order of mention.
    pub steps: Vec<Step>,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1: the share of such finds that are right.
    pub confidence: f32,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The bytes of its clause.
    pub span: Span,
    /// Its number, from 1.
    pub number: u32,
    /// The cue: "Secondly", "Phase two", "(c)".
    pub marker: Option<TokenRange>,
    /// The clause that states it.
    pub clause: Clause,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1: the share of such finds that are right.
    pub confidence: f32,
}

/// The clause that states a step, with its parts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clause {
    /// Its words, without marker and final punctuation.
    pub tokens: TokenRange,
    /// Who acts, as written.
    pub actor: Option<TokenRange>,
    /// How binding it is.
    pub modality: Modality,
    /// The main verb's lemma: "declare"; none for a step that is a noun phrase.
    pub action: Option<String>,
    /// What is acted on.
    pub object: Option<TokenRange>,
    /// To or for whom.
    pub recipient: Option<TokenRange>,
    /// Until when, as written.
    pub deadline: Option<TokenRange>,
    /// On what condition, as written.
    pub condition: Option<TokenRange>,
    /// Who says so, as written.
    pub speaker: Option<TokenRange>,
    /// It states what somebody does: a verb that can be carried out, or what was announced as a noun.
    pub(super) verbal: bool,
    /// Its verb tells what is or was, without a modal.
    pub(super) told: bool,
    /// Its verb tells what happened.
    pub(super) past: bool,
}
