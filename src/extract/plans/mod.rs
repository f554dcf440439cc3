//! Plans: what was proposed, step by step.
//!
//! 1. [`announce`] finds words that name a plan, by rules: "a four-point plan", "three demands", "the deal"; [`announced`] and
//!    [`misnomer`] know what only looks like one, [`counted`] whose points a count counts.
//! 2. [`cue`] finds markers of steps, by rules: "Secondly,", "the third phase", "(c)", a bullet; [`marker`] tells whether they
//!    are any where they stand, [`lines`] finds the lines that have lost theirs.
//! 3. [`series`] groups markers that go on from each other; [`clause`] reads the clause behind each of them, [`phase`] around
//!    it, after [`frame`] took off who says so and what is put in front, [`term`] read when and on what condition, and
//!    [`verbs`] found its verb; [`wish`] knows items that say who wants what; [`timing`] looks for a term in the sentences
//!    behind, [`unmarked`] for steps of the series that have no marker.
//! 4. [`govern`] reads inline lists that a plan governs, [`would`] what it would do, [`led`] those that words like "includes" lead to, [`demand`] those
//!    of demands and promises, [`does`] what a plan does verb by verb, [`sequel`] those that only follow, [`under`] what is
//!    told under a plan's name, [`prose`] steps that are told by sentences alone, [`recalled`] those before their count;
//!    [`pieces`] reads the first step of a plan that is told sentence after sentence, and [`onward`] what goes on, [`subject`] where
//!    the plan is what does so, [`running`] all of it where nothing else does; [`list`]
//!    parts their items, [`wanted`] into as many as there should be, [`hanging`] knows cuts that part none, [`enough`]
//!    when two deeds are two steps.
//! 5. [`assemble`] joins announcements that speak of one plan; [`marked`] gives each series its announcement or what else
//!    leads to it ([`lead`]), [`listed`] does so for the lists. Whether it is a plan at all is weighed by [`judge`] and, where
//!    no count announces it, by [`doubt`]: reasons, options and what has happened are told in the same way, and so is what
//!    comes of a plan ([`outcome`]).
//!
//! The running example: "Marlow set out a two-step plan. First, the brigade will leave the valley. Finally, observers will arrive."
//! is a counted announcement (2), two markers in one series, and the steps "leave" and "arrive" with the modality
//! `will` and the actors "the brigade" and "observers". The count that was announced is never made to fit what was found.

mod announce;
mod announced;
mod assemble;
mod clause;
mod counted;
mod cue;
mod demand;
mod does;
mod doubt;
mod draft;
mod enough;
mod eye;
mod frame;
mod govern;
mod hanging;
mod heads;
mod judge;
mod lead;
mod led;
mod lines;
mod list;
mod listed;
mod marked;
mod marker;
mod misnomer;
mod onward;
mod outcome;
mod phase;
mod pieces;
mod plan;
mod propose;
mod prose;
mod recalled;
mod running;
mod sequel;
mod series;
mod subject;
mod term;
mod timing;
mod under;
mod unmarked;
mod verbs;
mod wanted;
mod wish;
mod would;

pub use plan::{Clause, Modality, Plan, Step};

use crate::rules::{Reading, RuleSet, Vocabulary};

use announce::Announcement;
use cue::Cue;
use eye::{Eye, Words};

/// Finds plans and their steps.
pub struct Plans {
    words: Words,
    announcements: RuleSet<Announcement>,
    cues: RuleSet<Cue>,
}

impl Plans {
    /// Compiles the rules.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self {
            words: Words::new(vocabulary),
            announcements: RuleSet::new(&[announce::RULES], vocabulary),
            cues: RuleSet::new(&[cue::RULES], vocabulary),
        }
    }

    /// Finds plans, in order.
    pub fn extract(&self, reading: &Reading<'_>) -> Vec<Plan> {
        let eye = Eye { reading, words: &self.words };
        let mut announcements = Vec::with_capacity(32);
        self.announcements.find(reading, |_, found| announcements.push(found));
        let mut cues: Vec<Cue> = Vec::with_capacity(32);
        self.cues.find(reading, |_, found| {
            // Of two markers at one place the first rule's counts: "as a first step" holds "a first step".
            if cues.last().is_none_or(|last| !last.tokens.overlaps(found.tokens)) {
                cues.push(found);
            }
        });
        cues.extend(lines::cues(eye));
        cues.sort_by_key(|cue| (cue.tokens.first(), cue.tokens.end()));
        assemble::plans(eye, &announcements, &cues)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use proptest::prelude::*;

    use super::super::Extractors;
    use super::*;
    use crate::rules::check::{Find, check_rules};
    use crate::text::Document;

    fn plans(text: &str) -> Vec<Find> {
        static EXTRACTORS: OnceLock<Extractors> = OnceLock::new();
        let extractors = EXTRACTORS.get_or_init(|| Extractors::new().unwrap());
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let mut finds = Vec::new();
        for plan in extractors.extract(&mut reading, None).plans {
            let deed = |step: &Step| step.clause.action.clone().unwrap_or_else(|| step.span.of(text).to_owned());
            let deeds: Vec<String> = plan.steps.iter().map(deed).collect();
            let count = plan.announced.map_or("?".to_owned(), |n| n.to_string());
            let find = |rule, span: crate::text::Span, gives| Find { rule, text: span.of(text).to_owned(), start: span.start(), gives };
            finds.push(find(plan.rule, plan.span, format!("{count}: {}", deeds.join(" | "))));
            finds.extend(
                plan.steps
                    .iter()
                    .map(|step| find(step.rule, step.span, format!("{} {} {}", step.number, step.clause.modality.name(), deed(step)))),
            );
        }
        finds
    }

    #[test]
    fn reasons_reports_and_names_alone_are_no_plans() {
        for text in [
            "There are two factors. First, fuel will cost more. Second, the mills must buy abroad.",
            "Osei offered three options: (1) leave the valley, (2) pay the toll, or (3) join the guard.",
            "The talks stalled on three points:\n• How fast the camps will close.\n• Whether the toll will end.",
            "First she locked the gate, then she rang her brother. Finally, she left.",
            "Marlow presented a five-point plan on debt and trade. It was raining.",
            "The four-phase project will cost a million. The first phase will open in May.",
        ] {
            assert_eq!(plans(text), [], "{text}");
        }
    }

    #[test]
    fn a_plan_told_twice_is_one_plan() {
        let text = "A four-step plan was ready. The plan, offered by Osei, was short. Of the four-point plan, one paper said as a first step, \
                    Syldavia would sign the treaty. Secondly, it will open its depots. And finally, step would be deciding how to burn the stock.";
        let found = plans(text);
        assert_eq!(found.iter().filter(|find| find.rule.starts_with("plan/")).count(), 1);
        assert_eq!(found[0].gives, "4: sign | open | decide");
    }

    #[test]
    fn long_hostile_texts_take_linear_time() {
        for piece in [
            "(((((",
            "plan includes a, ",
            "First, we will go. ",
            "the second phase would ",
            "• go on\n",
            "two-step plan ",
            "said that ",
            "under the plan, he would go, ",
            "begin with a truce, followed by a vote, ",
            "the law would force us to go, ",
            "A plan. It would go; we would go; ",
            "The plan would cut fees. It would also cut tolls. ",
            "Under the deal, the men would go. ",
            "the plan bans it, ends it and ",
            "The plan has five points. They would go, and we would go. ",
            "a truce makes up the second phase, ",
            "demanded the release of men, the end of raids and ",
            "We call on the men to go and we ask the mill to pay and ",
            "It could go. These two steps would go. ",
        ] {
            let begun = std::time::Instant::now();
            plans(&piece.repeat(200_000 / piece.len()));
            assert!(begun.elapsed().as_secs() < 20, "{piece}");
        }
    }

    proptest! {
        #[test]
        fn no_order_of_words_makes_it_fail(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..40)) {
            let text = words.join(" ");
            for find in plans(&text) {
                prop_assert!(!find.text.is_empty());
            }
        }
    }

    /// Words that open, mark and govern plans.
    const WORDS: &[&str] = &[
        "two-step",
        "plan",
        "first",
        "First,",
        "second",
        "phase",
        "Phase II",
        "would",
        "is",
        "to",
        "leave",
        "the",
        "in",
        "by",
        "that",
        "said",
        "demanded",
        "called for",
        "includes",
        "including",
        ":",
        ",",
        ";",
        "(1)",
        "(",
        ")",
        "\n-",
        "\n1.",
        ".",
        "and",
        "then",
        "finally",
        "which",
        "three demands",
        "other",
        "part of",
        "Osei",
        "'s",
        "if",
        "May 1",
        "it",
        "not",
        "closing",
        "releasing",
        "\"",
        "—",
        "after which",
        "whereby",
    ];

    #[test]
    fn announcement_rules_hit_and_miss_what_they_say() {
        let mut vocabulary = super::super::vocabulary(&[]).unwrap();
        let set = RuleSet::new(&[announce::RULES], &mut vocabulary);
        let faults = check_rules(&set, &mut vocabulary, plans);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn marker_rules_hit_and_miss_what_they_say() {
        let mut vocabulary = super::super::vocabulary(&[]).unwrap();
        let set = RuleSet::new(&[cue::RULES], &mut vocabulary);
        let faults = check_rules(&set, &mut vocabulary, plans);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
