//! Mentions of one actor become one actor.
//!
//! 1. [`choices`] tell what an acronym of several bodies means; [`terms`]: entries of lists hold for their time, seen from the
//!    article's date.
//! 2. [`join`] finds which mentions speak of one actor: one entry of a list, one wording, an acronym and what it stands for, a
//!    short name and a full one. [`persons`] are known by surname and given name, [`lands`] by their people and capital,
//!    [`titles`] by who bears them ([`offices`]), [`pronouns`] where only one person can be meant.
//! 3. [`describe`] makes a row of each group: the fullest name, the kind that most mentions have, role and affiliation
//!    ([`roles`]), country and code.
//! 4. [`evidence`] is the country that the article speaks of: that of "rebels" and of "the Senate" without a country of their own.
//!
//! The groups are a union of pairs; every pair is found through a map over words, never by comparing all with all.

mod choices;
mod describe;
mod evidence;
mod groups;
mod join;
mod lands;
mod offices;
mod persons;
mod pronouns;
mod roles;
mod terms;
mod titles;
mod words;

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::extract::actors::{ActorForm, ActorKind, ActorMention};
use crate::extract::dates::Reference;
use crate::rules::Reading;
use crate::text::{Span, TokenRange};

/// An actor: a row of the `actors` table before it has an id.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Its fullest form in the document.
    pub name: TokenRange,
    /// What it is.
    pub kind: ActorKind,
    /// Its title or office, as written.
    pub role: Option<TokenRange>,
    /// ISO 3166-1 alpha-3 of the country that it is or acts for.
    pub country: Option<&'static str>,
    /// The actor that it belongs to.
    pub affiliation: Option<usize>,
    /// Its CAMEO code: "USAGOV".
    pub cameo: Option<Cow<'static, str>>,
    /// Every other form of its name, in order of mention.
    pub aliases: SmallVec<[TokenRange; 2]>,
    /// The mention that its row points at: the first one of its fullest form.
    pub mention: usize,
    /// How often it is mentioned.
    pub mentions: usize,
    /// The rule that found or joined it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
}

/// A mention with the actor that it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The actor.
    pub actor: usize,
    /// How it is mentioned.
    pub form: ActorForm,
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
}

/// Joins mentions; gives the actors by first mention, and the mentions in order. `published`: the day on which offices are held.
pub fn link(reading: &Reading<'_>, found: Vec<ActorMention>, published: Option<Reference>) -> (Vec<Actor>, Vec<Mention>) {
    let mut found = found;
    let mut numbers = join::join(reading, &mut found, published);
    pronouns::add(reading, &mut found, &mut numbers);
    let actors = describe::rows(reading, &found, &numbers);
    let mention = |(mention, actor): (ActorMention, usize)| Mention {
        actor,
        form: mention.form,
        span: mention.span,
        tokens: mention.tokens,
        rule: mention.rule,
        confidence: mention.confidence,
    };
    (actors, found.into_iter().zip(numbers).map(mention).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractors;
    use crate::text::Document;

    fn actors(extractors: &Extractors, text: &str, published: &str) -> (Document, Vec<Actor>, Vec<Mention>) {
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let published = Reference::parse(published);
        let found = extractors.extract(&mut reading, published).actors;
        let (actors, mentions) = link(&reading, found, published);
        assert!(mentions.iter().all(|mention| mention.actor < actors.len()));
        (document, actors, mentions)
    }

    /// The rows as "name (kind, role, country): aliases".
    fn rows(extractors: &Extractors, text: &str) -> Vec<String> {
        let (document, actors, _) = actors(extractors, text, "");
        let row = |actor: &Actor| {
            let about = [Some(actor.kind.name()), actor.role.map(|role| document.words(role)), actor.country];
            let about: Vec<&str> = about.into_iter().flatten().collect();
            let aliases: Vec<&str> = actor.aliases.iter().map(|form| document.words(*form)).collect();
            format!("{} ({}): {}", document.words(actor.name), about.join(", "), aliases.join("; "))
        };
        actors.iter().map(row).collect()
    }

    #[test]
    fn one_actor_is_one_row() {
        let extractors = Extractors::new().unwrap();
        for (text, row) in [
            (
                "Kenyan Foreign Minister Dorn Marlow left. Marlow said so. Later the foreign minister slept.",
                "Dorn Marlow (person, Kenyan Foreign Minister, KEN): Marlow; foreign minister",
            ),
            ("The Brellian Farmers Union (BFU) met in Nairobi. BFU members slept.", "Brellian Farmers Union (organization): BFU"),
            ("It rained in Kenya. A Kenyan farmer slept.", "Kenya (place, KEN): Kenyan"),
            ("The plan, offered by Moscow, was good for Russia.", "Russia (place, RUS): Moscow"),
            ("It rained in Moscow, but not in Russia.", "Moscow (place, RUS): "),
            ("Kenyans slept in Kenya.", "Kenyans (people, KEN): "),
            (
                "Shares of Orlik Cables Inc. fell. Orlik said sales fell. Analysts said Orlik would sell a mill.",
                "Orlik Cables Inc. (organization): Orlik",
            ),
            ("The Northern Brelland Army (NBLA) fled. NBLA men slept. The NBLA left.", "Northern Brelland Army (military): NBLA"),
        ] {
            let rows = rows(&extractors, text);
            assert!(rows.iter().any(|found| found == row), "{text}: {rows:#?}");
        }
    }

    #[test]
    fn two_of_one_surname_or_office_stay_two() {
        let extractors = Extractors::new().unwrap();
        let text = "Mr. Dorn Marlow met Mrs. Vesna Marlow. President Ann Orlik met President Tomas Brelnik. The president slept.";
        let rows = rows(&extractors, text);
        for name in ["Dorn Marlow", "Vesna Marlow", "Ann Orlik", "Tomas Brelnik"] {
            assert!(rows.iter().any(|row| row.starts_with(name)), "{name}: {rows:#?}");
        }
    }

    #[test]
    fn codes_come_from_lists_titles_and_whom_somebody_serves() {
        let extractors = Extractors::new().unwrap();
        for (text, published, name, code) in [
            ("Barack Obama slept.", "2006-05-04", "Barack Obama", Some("USALEG")),
            ("Barack Obama slept.", "2012", "Barack Obama", Some("USAGOV")),
            ("Barack Obama slept.", "2018-01", "Barack Obama", Some("USAELI")),
            ("Barack Obama slept.", "", "Barack Obama", Some("USAGOV")),
            ("It rained in Turkey. The CHP left.", "", "CHP", Some("TURPTY")),
            ("It rained in Kenya. The PNP left.", "", "PNP", None),
            ("Dorn Marlow, a spokesman for Boko Haram, slept in Nigeria.", "", "Dorn Marlow", Some("NGAREB")),
            ("Dorn Marlow, president of the chess club, slept in Nigeria. Nigerian farmers left.", "", "Dorn Marlow", None),
            ("Former Kenyan Foreign Minister Dorn Marlow slept.", "", "Dorn Marlow", Some("KENELI")),
            ("NAIROBI, Kenya - Police slept. The police left.", "", "Police", Some("KENCOP")),
            ("NAIROBI, Kenya - Somali clans met. Somali elders and rebels fled.", "", "rebels", Some("REB")),
        ] {
            let (document, actors, _) = actors(&extractors, text, published);
            let found = actors.iter().find(|actor| document.words(actor.name) == name).map(|actor| actor.cameo.as_deref());
            assert_eq!(found, Some(code), "{text} {published}: {actors:#?}");
        }
    }

    #[test]
    fn pronouns_and_titles_go_to_who_alone_can_be_meant() {
        let extractors = Extractors::new().unwrap();
        let count = |text: &str, published: &str, name: &str| {
            let (document, actors, mentions) = actors(&extractors, text, published);
            let number = actors.iter().position(|actor| document.words(actor.name) == name);
            mentions.iter().filter(|mention| Some(mention.actor) == number).count()
        };
        assert_eq!(count("Dorn Marlow left. He slept.", "", "Dorn Marlow"), 2);
        assert_eq!(count("Maria Marlow left. He slept.", "", "Maria Marlow"), 1);
        assert_eq!(count("Dorn Marlow met Tom Orlik. He slept.", "", "Dorn Marlow"), 1);
        assert_eq!(count("Barack Obama left. It rained. The US president slept.", "2012-03-04", "Barack Obama"), 2);
        assert_eq!(count("Barack Obama left. It rained. The US president slept.", "2018-03-04", "Barack Obama"), 1);
        assert_eq!(count("Dorn Marlow met Vesna Marlow. Marlow slept. Marlow left.", "", "Vesna Marlow"), 1);
    }
}
