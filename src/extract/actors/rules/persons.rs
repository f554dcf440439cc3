//! What makes a name a person's: a title, a given name, an age, a verb of speech.

use crate::extract::actors::clue::Clue;
use crate::extract::actors::lexicon;
use crate::extract::actors::mention::ActorKind;
use crate::rules::{Example, Match, Rule};
use crate::text::{Case, TokenRange};

/// Classes whose names stand before a title ("US", "Russian", "UN").
const BEFORE_TITLE: &[&str] =
    &["country", "demonym", "organization", "government", "military", "armed_group", "party", "city", "capital", "media", "company"];
/// Words that belong to the title behind them.
const MODIFIERS: &[&str] = &[
    "former",
    "acting",
    "deputy",
    "vice",
    "chief",
    "senior",
    "top",
    "outgoing",
    "interim",
    "incoming",
    "then",
    "rebel",
    "opposition",
    "military",
    "embattled",
    "late",
    "newly",
    "elected",
    "assistant",
    "first",
    "retired",
    "caretaker",
    "exiled",
    "ousted",
    "veteran",
];

/// The whole office around a title: "former US" before "secretary of state", and the country that it names.
fn office(hit: &Match<'_>, title: TokenRange) -> (TokenRange, Option<&'static str>) {
    let reading = hit.reading;
    let floor = reading.sentence(title.first()).first();
    let (mut first, mut country) = (title.first(), None);
    for _ in 0..4 {
        if first > floor && reading.is_any(first - 1, MODIFIERS) && !reading.token(first).is_some_and(|t| t.glued) {
            first -= 1;
        } else if let Some(phrase) = Clue::phrase_before(hit, first, BEFORE_TITLE) {
            first = phrase.tokens.first();
            country = country.or_else(|| lexicon::column(reading, phrase, "country"));
        } else if first >= floor + 2 && reading.is_any(first - 1, &["'s", "’s"]) && country.is_none() {
            let Some(phrase) = Clue::phrase_before(hit, first - 1, BEFORE_TITLE) else { break };
            country = lexicon::column(reading, phrase, "country");
            break;
        } else {
            break;
        }
    }
    (TokenRange::new(first, title.end()), country)
}

fn titled(hit: &Match<'_>, mut clue: Clue) -> Option<Clue> {
    let title = hit.get("title")?;
    let word = hit.words("title");
    let several = title.len() == 1 && word.ends_with('s') && !word.ends_with("ss") && word.starts_with(|c: char| c.is_ascii_lowercase());
    if several || hit.phrase("title", "particle").is_some() {
        return None; // "who heads the agency", "residents"
    }
    let (role, country) = office(hit, title);
    let honorific = hit.column("title", "title", "role") == "honorific";
    clue.role = Some(role).filter(|_| !honorific);
    clue.country = country;
    clue.code = Some(hit.column("title", "title", "code")).filter(|code| !code.is_empty());
    Some(clue)
}

fn title_before(hit: &Match<'_>) -> Option<Clue> {
    let title = hit.get("title")?;
    let token = hit.reading.token(title.first())?;
    let glued = token.glued && hit.reading.word(title.first().saturating_sub(1)) == "-";
    let named = token.case == Case::Capital && title.len() == 1 && hit.phrase("title", "given_name").is_some();
    if named && hit.column("title", "title", "role") == "honorific" {
        return None; // "Don Marlow": a given name
    }
    let weight = if token.case == Case::Lower { 2.2 } else { 3.2 };
    let clue = Clue::starts(hit, ActorKind::Person, weight)?;
    titled(hit, Clue { title: Some(title), ..clue }).filter(|_| !glued)
}

fn title_behind(hit: &Match<'_>) -> Option<Clue> {
    titled(hit, Clue::ends(hit, ActorKind::Person, 1.6)?)
}

fn given(hit: &Match<'_>) -> Option<Clue> {
    let ordinary = !hit.column("given", "given_name", "code").is_empty();
    Clue::starts(hit, ActorKind::Person, if ordinary { 1.4 } else { 2.4 })
}

fn byline(hit: &Match<'_>) -> Option<Clue> {
    let name = hit.get("name")?;
    let reading = hit.reading;
    let whole = reading.sentence(name.first()) == hit.tokens && reading.document().sentence_of(name.first()) < 8;
    Clue::starts(hit, ActorKind::Person, 1.5).filter(|_| whole)
}

/// The rules.
pub const RULES: &[Rule<Clue>] = &[
    Rule {
        name: "person/title",
        pattern: "title=@title name=(<cap> | al | el | bin | de | van | von)",
        make: title_before,
        hits: &[
            Example { text: "He met US Secretary of State [Dorn Marlow] there.", gives: "person USA US Secretary of State" },
            Example { text: "He met rebel commander [Dorv al-Brelli] there.", gives: "person rebel commander" },
        ],
        misses: &["The president Friday left.", "He read the General Accounting Office report."],
    },
    Rule {
        name: "person/office-behind",
        pattern: "name=<cap> \",\" (the | a | an)? (@demonym | @country)? (title=@title | <lower> title=@title | <lower> <lower> title=@title) !@speech",
        make: title_behind,
        hits: &[
            Example { text: "It was [Dorv Orlik], a rebel commander.", gives: "person rebel commander" },
            Example { text: "There [Dorn Marlow], the Kenyan finance minister, slept.", gives: "person KEN Kenyan finance minister" },
        ],
        misses: &["In Damascus, the president said so."],
    },
    Rule {
        name: "person/given-name",
        pattern: "name=given=@given_name (<cap> | al | el | bin | ibn | de | van | von | da)",
        make: given,
        hits: &[
            Example { text: "They saw [Maria Brellner] there.", gives: "person" },
            Example { text: "It was [Ahmed bin Orlik] there.", gives: "person" },
        ],
        misses: &["They saw the Maria Brellner Foundation there."],
    },
    Rule {
        name: "person/age",
        pattern: "name=<cap> (\",\" | \"(\") <d2> (\",\" | \".\" | \")\")",
        make: |hit| Clue::ends(hit, ActorKind::Person, 2.6),
        hits: &[
            Example { text: "There [Orlik Brelnik], 45, slept.", gives: "person" },
            Example { text: "There [Orlik] (45) slept.", gives: "person" },
        ],
        misses: &["It was in August, 45, he said."],
    },
    Rule {
        name: "person/says",
        pattern: "name=<cap> (@speech | @person_verb)",
        make: |hit| Clue::ends(hit, ActorKind::Person, 0.8),
        hits: &[
            Example { text: "On Friday [Orlik] said so.", gives: "person" },
            Example { text: "So [Brelnik] told them.", gives: "person" },
        ],
        misses: &["The Friday said so."],
    },
    Rule {
        name: "person/said",
        pattern: "(said | says | added | asked | told | wrote) name=<cap>",
        make: |hit| Clue::starts(hit, ActorKind::Person, 0.9),
        hits: &[
            Example { text: "It rained, said [Orlik Brelnik].", gives: "person" },
            Example { text: "It rained, added [Brelnik].", gives: "person" },
        ],
        misses: &["He said Friday it rained."],
    },
    Rule {
        name: "person/who",
        pattern: "name=<cap> \",\"? (who | whom | himself | herself)",
        make: |hit| Clue::ends(hit, ActorKind::Person, 1.3),
        hits: &[
            Example { text: "It was [Orlik], who slept.", gives: "person" },
            Example { text: "It was [Brelnik] himself.", gives: "person" },
        ],
        misses: &["It was Friday, who knows."],
    },
    Rule {
        name: "person/byline",
        pattern: "^ by? name=(<cap> \".\"?){2,4}",
        make: byline,
        hits: &[
            Example { text: "Rain falls again\n[Orlik Brelnik]\nIt rained.", gives: "person" },
            Example { text: "Rain falls again\nBy [Orlik Brelnik]\nIt rained.", gives: "person" },
        ],
        misses: &["Orlik Brelnik slept."],
    },
];
