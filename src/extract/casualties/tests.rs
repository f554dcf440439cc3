//! The rules' own examples, run through all extractors.

use super::*;
use crate::extract::Extractors;
use crate::rules::check::{Find, check_rules};
use crate::text::Document;

fn finds(extractors: &Extractors, text: &str) -> Vec<Find> {
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let claims = extractors.extract(&mut reading, None).claims;
    claims
        .iter()
        .map(|claim| {
            let show = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
            let victims = claim.victims.map_or("", |v| document.words(v));
            let count = format!("{}/{}/{}", show(claim.low), show(claim.best), show(claim.high));
            let gives = format!("{} {count} {} {victims}", claim.harm.name(), claim.qualifier.name());
            Find { rule: claim.rule, text: claim.span.of(text).to_owned(), start: claim.span.start(), gives: gives.trim_end().to_owned() }
        })
        .collect()
}

#[test]
fn rules_find_what_they_say() {
    let extractors = Extractors::new().unwrap();
    let mut vocabulary = crate::extract::vocabulary(&[]).unwrap();
    let set = RuleSet::new(&[rules::RULES], &mut vocabulary);
    let faults = check_rules(&set, &mut vocabulary, |text| finds(&extractors, text));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
