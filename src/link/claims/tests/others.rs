//! Whom a pronoun means, what dates an arrest, and what a sum counts from.

use super::{check, rows};
use crate::extract::Extractors;
use crate::extract::dates::Reference;
use crate::text::Document;

/// Whom the last claim of a text is about.
fn victim(extractors: &Extractors, text: &str) -> String {
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, None);
    let claims = crate::link::link(&reading, found, None).claims;
    let victims = claims.last().unwrap().claim.victims;
    victims.map_or("-", |victims| document.words(victims)).to_owned()
}

#[test]
fn he_is_who_was_told_of_alone() {
    let extractors = Extractors::new().unwrap();
    for (text, expected) in [
        ("A farmer was shot by two men on Monday. He died in hospital.", "farmer"),
        ("Orla Venn was abducted on Monday. She was found dead on Tuesday.", "Orla Venn"),
        ("His client said he was tortured after he was arrested in Orlik.", "he"),
        // Either of two, another one, or none of these.
        ("A gunman shot a guard. He was killed.", "He"),
        ("A woman was killed. He was also shot dead.", "He"),
        ("Two men were shot. He died in hospital.", "He"),
    ] {
        assert_eq!(victim(&extractors, text), expected, "{text}");
    }
}

/// The last claim: scope, place, day and who says so.
fn last(extractors: &Extractors, text: &str) -> String {
    let document = Document::new(text.to_owned());
    let published = Reference::parse("2020-05-06");
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, published);
    let linked = crate::link::link(&reading, found, published);
    let claim = linked.claims.last().unwrap();
    let show = |span: Option<crate::text::Span>| span.map_or("-", |span| span.of(text));
    let day = claim.days.0.map_or("-".into(), |day| day.to_string());
    let end = claim.days.1.filter(|end| Some(*end) != claim.days.0).map_or(String::new(), |end| format!("..{end}"));
    format!("{} {} | {} | {day}{end}", claim.claim.scope.name(), show(claim.place), show(claim.attributed_to))
}

#[test]
fn what_goes_on_in_a_list_a_paragraph_or_a_fight() {
    let extractors = Extractors::new().unwrap();
    for (text, expected) in [
        // Who reports, where a list goes on with another place.
        ("Kenya has reported 90 cases and nine deaths, and Uganda 60 cases and three deaths.", "incident Uganda | Uganda | -"),
        ("Kenya reported nine deaths, and the police reported 12 deaths.", "incident Kenya | the police | -"),
        // A paragraph of one place; a sum is of none.
        ("Ten people were missing in Kenya. A girl was pulled out alive. Her parents were dead.", "incident Kenya | - | -"),
        (
            "In June a shell hurt nine people in Kenya. A group said 900 people had been killed since 2015.",
            "cumulative - | A group | 2015-01-01..2020-05-06",
        ),
        ("Nobody knows how. It rained. It was late. It was dark. Clerks have been killed by others as well.", "cumulative - | - | -"),
        // An adjective with the noun that it places.
        ("Strike on Kenyan market town kills nine people. It rained in Kenya.", "incident Kenyan market town | - | -"),
        ("Strike on Kenyan soldiers kills nine people. It rained in Kenya.", "incident - | - | -"),
        // Prisoners of the fight, and not of the law.
        (
            "Rebels killed 12 guards in Kenya on Monday. Shops were shut. It rained. The army said it had captured nine fighters.",
            "incident Kenya | The army | 2020-05-04",
        ),
        (
            "Rebels killed 12 guards in Kenya on Monday. Shops were shut. It rained. Police said they had captured nine fighters.",
            "incident - | Police | -",
        ),
        // What fighters say they did in all is not of the day of one death.
        (
            "Fighting in Orlik killed 17 people on Sunday. Karel was killed on Monday. The army said it had killed 20 rebels.",
            "incident Orlik | The army | 2020-05-03",
        ),
        ("It said 450 people were killed on roads in the first three months of the year.", "cumulative - | It | 2020-01-01..2020-03-31"),
    ] {
        assert_eq!(last(&extractors, text), expected, "{text}");
    }
}

#[test]
fn a_sum_is_since_what_is_no_harm_of_its_own() {
    check(&[
        ("Since Monday's bombing left nine dead, shops have been shut.", &["killed incident - 2020-05-04"]),
        ("Gunmen killed nine clerks on Monday, the third raid since March.", &["killed incident - 2020-05-04"]),
        ("Since March, 300 clerks have been killed.", &["killed cumulative - 2020-03-01..2020-05-06"]),
    ]);
}

#[test]
fn an_arrest_is_not_of_the_day_of_the_deed() {
    assert_eq!(rows("The March 9 murder of a clerk led to the arrest of three men.", "2020-05-06")[1], "detained incident -");
    assert_eq!(rows("Three men were arrested in Monday's raid.", "2020-05-06"), ["detained incident - 2020-05-04"]);
    let vigil = "A vigil was held on Monday night for the two clerks killed in a raid. The raid also hurt nine clerks.";
    assert!(rows(vigil, "2020-05-06").iter().all(|row| row.ends_with('-')));
}
