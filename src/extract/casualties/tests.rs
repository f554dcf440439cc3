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
    let set = RuleSet::new(&[rules::RULES, sayings::RULES, parts::RULES], &mut vocabulary);
    let faults = check_rules(&set, &mut vocabulary, |text| finds(&extractors, text));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the claims of a text are: harm, low/best/high, status or scope where they are not the plain ones, and `<` before a part.
fn claims(extractors: &Extractors, text: &str) -> Vec<String> {
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let claims = extractors.extract(&mut reading, None).claims;
    let show = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
    let one = |claim: &Claim| {
        let part = if claim.part_of.is_some() { "<" } else { "" };
        let status = if matches!(claim.status, Status::Asserted | Status::Claimed) { "" } else { claim.status.name() };
        let scope = if claim.scope == Scope::Incident { "" } else { claim.scope.name() };
        let class = if claim.victim_class == VictimClass::Attacker { "attacker" } else { "" };
        let count = format!("{part}{} {}/{}/{}", claim.harm.name(), show(claim.low), show(claim.best), show(claim.high));
        [count.as_str(), status, scope, class].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(" ")
    };
    claims.iter().map(one).collect()
}

/// Holds for each text that its [`claims`] are these.
pub(super) fn check(cases: &[(&str, &[&str])]) {
    let extractors = Extractors::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(claims(&extractors, text), *expected, "{text}");
    }
}

/// Who did what the last claim tells; "-" where nobody is named.
pub(super) fn doer(extractors: &Extractors, text: &str) -> String {
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let claims = extractors.extract(&mut reading, None).claims;
    claims.last().unwrap().agent.map_or("-".into(), |agent| document.words(agent).to_owned())
}

/// Whom the claims of a text are about: the victims, and their class.
fn victims(extractors: &Extractors, text: &str) -> Vec<String> {
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let claims = extractors.extract(&mut reading, None).claims;
    claims.iter().map(|c| format!("{} {}", c.victims.map_or("-", |v| document.words(v)), c.victim_class.name())).collect()
}

/// Holds for each text that whom its claims are about are these.
pub(super) fn victims_are(cases: &[(&str, &[&str])]) {
    let extractors = Extractors::new().unwrap();
    for (text, expected) in cases {
        assert_eq!(victims(&extractors, text), *expected, "{text}");
    }
}

#[test]
fn victims_are_who_was_harmed() {
    victims_are(&[
        // What counts the harm is nobody.
        ("There were 12 deaths. Police found nine bodies.", &["- unspecified", "- unspecified"]),
        // Who the part is, and that the whole is not all civilian.
        ("At least 17 people, six of them civilians, were killed.", &["people mixed", "civilians civilian"]),
        ("A raid killed 12 people. Four of the dead were soldiers.", &["people mixed", "soldiers combatant"]),
        ("A raid killed 12 people, including two soldiers.", &["people mixed", "soldiers combatant"]),
        // Ranks, titles that several share, and what stands beside a name or a pronoun.
        ("Lt. Col. Dana Karel was killed.", &["Lt. Col. Dana Karel combatant"]),
        ("On Monday Kenyan rebel Dana Karel was killed.", &["Kenyan rebel Dana Karel combatant"]),
        (
            "Rebels shot dead police officers Rik Lund and Ida Holm.",
            &["police officers Rik Lund and Ida Holm police", "police officers Rik Lund police", "Ida Holm police"],
        ),
        ("Dana Karel, a commander of the battalion, was killed.", &["Dana Karel combatant"]),
        ("The guard's brother was killed.", &["guard's brother civilian"]),
        ("Two members of the battalion were killed.", &["members combatant"]),
        ("He was found after he blew himself up.", &["he attacker"]),
        ("Guards killed one gunman and wounded another.", &["gunman attacker", "gunman attacker"]),
        ("The rebels killed 20 of their rivals.", &["their rivals unspecified"]),
        ("About 1,800 families, or some 9,000 people, had fled.", &["people civilian"]),
    ]);
}

#[test]
fn news_tells_harm_in_many_ways() {
    check(&[
        // Verbs, nouns, idioms.
        ("The 14 miners lost their lives when the shaft flooded.", &["killed 14/14/14"]),
        ("Three hikers succumbed to their injuries.", &["killed 3/3/3"]),
        ("Rebels wiped out a family of five.", &["killed 5/5/5"]),
        ("The bodies of nine sailors were recovered.", &["killed 9/9/9"]),
        ("The storm left 30 hurt.", &["injured 30/30/30"]),
        ("Six tourists were taken hostage.", &["abducted 6/6/6"]),
        ("Police rounded up 80 protesters.", &["detained 80/80/80"]),
        ("Some 71,000 people in the valley were displaced.", &["displaced 60350/71000/81650"]),
        ("Eleven fishermen are unaccounted for.", &["missing 11/11/11"]),
        ("Some 400 villagers fled.", &["displaced 340/400/460"]),
        ("1 nurse abducted in Norvik; found dead in May.", &["abducted 1/1/1", "killed 1/1/1"]),
        ("Five guards were taken to a ward where they died.", &["killed 5/5/5"]),
        ("Karel stabbed Sergeant Orla Venn to death.", &["killed 1/1/1"]),
        ("A raid killed 12 and wounded 30.", &["killed 12/12/12", "injured 30/30/30"]),
        ("Five killed and seven injured in Norvik.", &["killed 5/5/5", "injured 7/7/7"]),
        ("Five clerks killed, seven guards injured.", &["killed 5/5/5", "injured 7/7/7"]),
        // Singulars, groups, sums with their parts, nobody, undivided counts.
        ("A commander and three bodyguards were killed.", &["killed 4/4/4", "<killed 1/1/1", "<killed 3/3/3"]),
        ("Troops shot dead two reporters, Dana Karel and Orla Venn.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        ("A 12-strong patrol was wiped out.", &["killed 12/12/12"]),
        ("At least 20 guards and rebels were killed.", &["killed 20/20/"]),
        ("There were no deaths among the guards, but a driver died.", &["killed 0/0/0", "killed 1/1/1"]),
        ("About 40 were killed or wounded.", &["casualties 34/40/46"]),
        ("A man burst in, shooting and killing four people.", &["killed 4/4/4"]),
        ("The ministry gave the death toll as 12.", &["killed 12/12/12 cumulative"]),
        ("A bomb hit the hall, killing and wounding over 40 people.", &["casualties 40/40/"]),
        ("A sergeant, Dana Karel, and three clerks were killed.", &["killed 4/4/4", "<killed 1/1/1", "<killed 3/3/3"]),
        ("A Norland-speaking trader and his son were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        (
            "Twelve people died. Eight were killed in Norvik. Four were killed in Orlik.",
            &["killed 12/12/12", "<killed 8/8/8", "<killed 4/4/4"],
        ),
        ("Nine people died. Five of the victims drowned and four were burned.", &["killed 9/9/9", "<killed 5/5/5", "injured 4/4/4"]),
        ("Thirty riders were hurt. Four of the injured were nurses.", &["injured 30/30/30", "<injured 4/4/4"]),
        // What is not this event, or none.
        ("Last year an attack killed 50 people.", &["killed 50/50/50 historical"]),
        ("The war has killed 20,000 people since 2011.", &["killed 20000/20000/20000 cumulative"]),
        ("Norvik marked the anniversary of a fire that killed nine people.", &["killed 9/9/9 historical"]),
        ("The town was quiet since Karel died in a raid.", &["killed 1/1/1"]),
        ("She was the third person to die in the blast.", &["killed 1/1/1"]),
        ("Dana Karel didn't have to die in that raid.", &["killed 1/1/1"]),
        (
            "The model predicts 300 deaths, and heat could lead to 90 deaths.",
            &["killed 300/300/300 hypothetical", "killed 90/90/90 hypothetical"],
        ),
        ("He threatened to kill two guards.", &["killed 2/2/2 hypothetical"]),
        ("If the wall falls, 20 people would die.", &["killed 20/20/20 hypothetical"]),
        ("They mourned the attempted murder of Dana Karel.", &["killed 1/1/1 hypothetical"]),
        ("The ministry denied that 12 soldiers were killed.", &["killed 12/12/12 denied"]),
        ("Four attackers were also killed.", &["killed 4/4/4 attacker"]),
        ("The famine killed between several hundred and 1,000 villagers.", &["killed 300//1000"]),
        ("Venn denied any role in the murder of Dana Karel.", &["killed 1/1/1"]),
        ("Venn denied the murder of Dana Karel.", &["killed 1/1/1 denied"]),
        ("The toll was expected to rise as crews searched for 12 people.", &[]),
        // Things, sport, figures of speech, plots, habits.
        ("Plastic killed 300 sea creatures, and she killed nine monsters.", &[]),
        ("A film tells of a plot to kill two guards. A hoax said that three nurses were shot.", &[]),
        ("Many will die while others flourish. Many residents are fleeing.", &[]),
        ("There is no good way to kill a person. You would have to kill people.", &[]),
        ("She wants Karel to die. Killing prisoners is a crime. He has views about killing prisoners.", &[]),
        ("Four sailors were medically evacuated. They spoke of the character assassination of two clerks.", &[]),
        ("They recalled the disappearance of Flight 370 and a dispute between the two bodies.", &[]),
        ("The pupils read \"The Life and Death of Dana Karel\" and saw Norvik To Die For.", &[]),
        ("Twelve cows and 300 sheep were killed.", &[]),
        ("Lopez killed off the game, and he shot 12 birdies.", &[]),
        ("Venn was nearly killed, and the plan died down.", &[]),
        ("In the film, a killer murders six students.", &[]),
        ("Eight million savers succumbed to debt, and 172 had beaten the market.", &[]),
        ("Who arrests criminals? Migrants are fleeing to the north.", &[]),
        ("The army destroyed 12 trucks, and 30 houses burned down.", &[]),
        ("Any player who tested positive stays at home. How many people will die?", &[]),
        ("Drugs kill people, and smoke harms the worker.", &[]),
        ("A breach affected 400,000 customers, and two leading bodies met.", &[]),
        ("It helps to kill an infection. What is the plan missing?", &[]),
        ("Rangers met 40 lynching victims. Good ideas get drowned out.", &[]),
        ("The raid angered shoppers, including three nurses.", &[]),
        ("The firm is missing about $2 billion, and many rules drown it.", &[]),
    ]);
}
