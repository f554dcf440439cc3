//! Whom a pronoun means, what dates an arrest, and what a sum counts from.

use super::{check, rows};
use crate::extract::Extractors;
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
