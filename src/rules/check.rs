//! The test that every rule carries in its own record, and the test of the registry.
//!
//! An extractor's test calls [`check_rules`] with its set and with a function that runs it on a text.

use std::collections::BTreeSet;

use super::ruleset::RuleSet;
use super::vocabulary::Vocabulary;

/// What an extractor found in a text, as examples speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// The name of the rule that found it.
    pub rule: &'static str,
    /// The words.
    pub text: String,
    /// The first byte.
    pub start: usize,
    /// The value in the extractor's short form.
    pub gives: String,
}

/// Text before an example, so that nothing is tested at offset zero only, or in ASCII only.
const BEFORE: [&str; 2] = ["", "Über 🕊 naïve Gäste sprach man.\n\n"];

/// Tries every rule on its own hits and misses, through the whole extractor; gives the faults, none where all is well.
pub fn check_rules<T>(set: &RuleSet<T>, vocabulary: &mut Vocabulary, extract: impl Fn(&str) -> Vec<Find>) -> Vec<String> {
    let mut faults = Vec::new();
    let mut names = BTreeSet::new();
    for (n, rule) in set.rules().iter().enumerate() {
        let mut fault = |what: String| faults.push(format!("{}: {what}", rule.name));
        if !names.insert(rule.name) {
            fault("the name stands twice".into());
        }
        if rule.name.split('/').count() != 2
            || rule.name.contains(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "/-".contains(c)))
        {
            fault("the name is not family/what-it-finds in small letters".into());
        }
        if let Some(what) = set.fault(n, vocabulary) {
            fault(format!("pattern, {what}"));
            continue;
        }
        if rule.hits.is_empty() || rule.misses.is_empty() {
            fault("it needs hits and misses".into());
        }
        for hit in rule.hits {
            let Some((plain, from, words)) = unbracket(hit.text) else {
                fault(format!("no [brackets] in the hit {:?}", hit.text));
                continue;
            };
            for before in BEFORE {
                let finds = extract(&format!("{before}{plain}"));
                let good = |f: &Find| f.rule == rule.name && f.start == before.len() + from && f.text == words && f.gives == hit.gives;
                if !finds.iter().any(good) {
                    fault(format!("{:?} should give {:?}; found {finds:?}", hit.text, hit.gives));
                    break;
                }
            }
        }
        for miss in rule.misses {
            if let Some(find) = extract(miss).iter().find(|f| f.rule == rule.name) {
                fault(format!("{miss:?} must not be hit; found {find:?}"));
            }
        }
    }
    faults
}

/// The text without its brackets, where the bracketed words start, and the words.
fn unbracket(text: &str) -> Option<(String, usize, String)> {
    let (head, rest) = text.split_once('[')?;
    let (words, tail) = rest.split_once(']')?;
    Some((format!("{head}{words}{tail}"), head.len(), words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::{Example, Lexicon, LexiconCase, Match, Reading, Rule};
    use super::*;
    use crate::text::Document;

    const MONTHS: Lexicon =
        Lexicon { file: "months", class: "month", case: LexiconCase::Exact, data: "month\tnumber\nMay\t5\nMay Day\t0\n" };

    fn month(hit: &Match<'_>) -> Option<String> {
        Some(format!("{}-{}", hit.column("month", "month", "number"), hit.words("day")))
    }

    const RULES: &[Rule<String>] = &[
        Rule {
            name: "test/day-month",
            pattern: "!nil (on | by) day=<d2> (st | th)? month=@month !(~ nil) (\",\" <d4>){0,2}",
            make: month,
            hits: &[Example { text: "He left [on 3 May].", gives: "5-3" }, Example { text: "She left [by 12th May] again", gives: "5-12" }],
            misses: &["On 3 may, on 12345 May", "on May"],
        },
        Rule { name: "Bad", pattern: "<any> (a", make: month, hits: &[], misses: &[] },
        Rule { name: "test/open", pattern: "a? <any>", make: month, hits: &[Example { text: "[b]", gives: "" }], misses: &["b"] },
    ];

    #[test]
    fn a_rule_is_tested_by_its_own_record() {
        let mut vocabulary = Vocabulary::new(&[&MONTHS]).unwrap();
        let set = RuleSet::new(&[RULES], &mut vocabulary);
        let extract = |text: &str| {
            let vocabulary = &mut Vocabulary::new(&[&MONTHS]).unwrap();
            let set = RuleSet::new(&[&RULES[..1]], vocabulary);
            let document = Document::new(text.to_owned());
            let reading = Reading::new(&document, vocabulary);
            let mut finds = Vec::new();
            set.find(&reading, |tokens, gives| {
                let span = document.span(tokens);
                finds.push(Find { rule: "test/day-month", text: span.of(text).to_owned(), start: span.start(), gives });
            });
            finds
        };
        assert_eq!(
            check_rules(&set, &mut vocabulary, extract),
            [
                "Bad: the name is not family/what-it-finds in small letters",
                "Bad: pattern, at byte 8: expected a closing bracket",
                "test/open: pattern, it can start with any word: give it a trigger (a word, @class, #value, <cap>, <digits> ...)",
            ]
        );
    }
}
