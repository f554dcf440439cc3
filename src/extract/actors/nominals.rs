//! Actors without a name: "opposition forces", "the Syrian president", "the Kenyan people".

use super::lexicon;
use super::mention::{ActorForm, ActorKind, ActorMention};
use crate::rules::{Example, Match, Phrase, Reading, Rule, RuleSet, longest};
use crate::text::TokenRange;

/// Finds what names nobody and speaks of an actor; `names` are what was found by name, in order.
pub(super) fn find(rules: &RuleSet<ActorMention>, reading: &Reading<'_>, names: &[ActorMention]) -> Vec<ActorMention> {
    let mut found = Vec::with_capacity(32);
    rules.find(reading, |_, mention| found.push((mention.tokens, mention)));
    let mut roles = vec![false; reading.document().tokens().len()];
    for role in names.iter().filter_map(|name| name.role) {
        role.iter().for_each(|at| roles[at] = true);
    }
    let free = |mention: &ActorMention| is_free(names, mention.tokens) && !mention.tokens.iter().any(|at| roles[at]);
    longest(found).into_iter().map(|(_, mention)| mention).filter(free).collect()
}

/// Whether a nominal overlaps no name, unless the name is the country that it starts with.
fn is_free(names: &[ActorMention], tokens: TokenRange) -> bool {
    let from = names.partition_point(|name| name.tokens.end() <= tokens.first());
    let over = |name: &&ActorMention| name.tokens.overlaps(tokens);
    let starts = |name: &ActorMention| {
        name.tokens.first() == tokens.first()
            && name.tokens.len() < tokens.len()
            && matches!(name.kind, ActorKind::People | ActorKind::Place)
    };
    names[from..].iter().take_while(over).all(starts)
}

fn mention(hit: &Match<'_>, kind: ActorKind, form: ActorForm, confidence: f32) -> Option<ActorMention> {
    let tokens = hit.get("name")?;
    let class = ["demonym", "country"].into_iter().find(|class| hit.phrase("land", class).is_some());
    let column = |name| class.map(|class| hit.column("land", class, name)).filter(|field| !field.is_empty());
    Some(ActorMention {
        span: hit.reading.document().span(tokens),
        tokens,
        kind,
        form,
        entry: None,
        role: None,
        country: column("country"),
        code: None,
        rule: hit.rule,
        confidence,
    })
}

/// Whether a single noun in the singular ("the opposition") stands for an actor: behind an article or a land, and not before
/// the noun that it only describes ("the military strike").
fn stands_alone(hit: &Match<'_>, phrase: Phrase) -> bool {
    let (reading, agent) = (hit.reading, phrase.tokens);
    let word = reading.document().words(agent);
    let several = word.ends_with('s') || word.ends_with("men") || word.ends_with("people") || word.ends_with("police");
    if !several && matches!(reading.column(phrase, "kind"), "people" | "other") {
        return false;
    }
    if agent.len() > 1 || word.ends_with('s') || word.ends_with("men") || word.eq_ignore_ascii_case("police") {
        return true;
    }
    let land = hit.get("land").is_some_and(|land| !land.is_empty());
    let article = agent.first() > 0 && reading.is_any(agent.first() - 1, &["the", "'s", "’s", "an", "a", "their", "his", "its"]);
    let next = reading.word(agent.end());
    let told = reading.phrase_named(agent.end(), "verb").is_some_and(|verb| reading.column(verb, "form").contains("past"));
    let verb = told || next.ends_with("ed") || next.ends_with('s') || !next.starts_with(|c: char| c.is_ascii_lowercase());
    let function = ["auxiliary", "modal", "preposition", "conjunction", "speech", "pronoun", "negation"];
    (land || article) && (verb || function.iter().any(|class| reading.phrase_named(agent.end(), class).is_some()))
}

fn agent(hit: &Match<'_>) -> Option<ActorMention> {
    let phrase = hit.phrase("agent", "agent")?;
    let land = hit.get("land").is_some_and(|land| !land.is_empty());
    // "Kenyan officials" act for somebody; "officials", "residents" and "men" are nobody that a table of actors should list.
    if !land && hit.reading.column(phrase, "role") == "plain" || !stands_alone(hit, phrase) {
        return None;
    }
    let kind = lexicon::kind(hit.reading, phrase)?;
    let sure = if land { 0.85 } else { 0.7 };
    let found = mention(hit, kind, ActorForm::Nominal, sure)?;
    Some(ActorMention { entry: Some(phrase.entry), code: lexicon::column(hit.reading, phrase, "code"), ..found })
}

fn title(hit: &Match<'_>) -> Option<ActorMention> {
    let phrase = hit.phrase("title", "title")?;
    let land = hit.get("land").is_some_and(|land| !land.is_empty());
    let role = hit.reading.column(phrase, "role");
    // One head of state is known by "the"; there are many diplomats.
    let known = hit.reading.is(hit.tokens.first(), "the");
    let high = ["head", "minister", "royal"].contains(&role) && (known || land) || role == "diplomat" && land;
    let plural = |word: &str| word.ends_with('s') && !word.ends_with("ss");
    let first = hit.reading.word(phrase.tokens.first());
    if !(high || hit.words("title").starts_with("Pope")) || plural(hit.words("title")) || plural(first) {
        return None;
    }
    let found = mention(hit, ActorKind::Person, ActorForm::Title, if land { 0.8 } else { 0.6 })?;
    Some(ActorMention { role: hit.get("name"), code: lexicon::column(hit.reading, phrase, "code"), ..found })
}

fn people(hit: &Match<'_>) -> Option<ActorMention> {
    mention(hit, ActorKind::People, ActorForm::Nominal, 0.85)
}

/// The rules.
pub(super) const RULES: &[Rule<ActorMention>] = &[
    Rule {
        name: "nominal/people",
        pattern: "name=(land=(@demonym | @country) (people | nation | public | citizens | nationals | civilians | voters | refugees))",
        make: people,
        hits: &[
            Example { text: "He spoke to the [Kenyan people] then.", gives: "people KEN" },
            Example { text: "They took in [Malian refugees] then.", gives: "people MLI" },
        ],
        misses: &["He spoke to the people then."],
    },
    Rule {
        name: "nominal/agent",
        pattern: "name=(land=(@demonym | @country) (\"'s\" | \"’s\")? agent=@agent | agent=@agent) !(~ \"-\")",
        make: agent,
        hits: &[
            Example { text: "They blamed [rebel fighters] then.", gives: "armed_group" },
            Example { text: "Then [Kenyan police] came.", gives: "government KEN" },
            Example { text: "Then [Kenya's army] came.", gives: "military KEN" },
        ],
        misses: &["It is a forceful army-green coat."],
    },
    Rule {
        name: "nominal/title",
        pattern: "((the | a | an) name=(land=(@demonym | @country) title=@title | title=@title) | name=(land=@country (\"'s\" | \"’s\") title=@title)) !(<cap> | @title | \"-\")",
        make: title,
        hits: &[
            Example { text: "They met the [Kenyan president] then.", gives: "person KEN Kenyan president" },
            Example { text: "They saw the [foreign minister] there.", gives: "person foreign minister" },
            Example { text: "Then [Kenya's president] came.", gives: "person KEN Kenya's president" },
        ],
        misses: &["They met the president Dorn Marlow."],
    },
];
