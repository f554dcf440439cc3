//! Rules, and the set that tries each of them only where its pattern can start.

use smallvec::{SmallVec, smallvec};

use super::chooser::{Chooser, Chosen, MOST_RULES, first_steps};
use super::matcher::{MOST_CAPTURES, Matcher, Slots, UNSET};
use super::pattern::{self, PatternFault, Program, Shape, Step};
use super::reading::{Phrase, Reading, Scratch};
use super::value::Quantity;
use super::vocabulary::{Vocabulary, is_same};
use crate::text::{Span, TokenRange};

/// A text that a rule must hit: what it finds stands in square brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The text, with the extent of the find in `[` and `]`.
    pub text: &'static str,
    /// What is made of it, in the short form that its extractor gives to values.
    pub gives: &'static str,
}

/// One rule: name, pattern, meaning, and its own test.
pub struct Rule<T: 'static> {
    /// Stable and unique, `family/what-it-finds`: the `rule` column.
    pub name: &'static str,
    /// What starts it and what it matches: see the module text.
    pub pattern: &'static str,
    /// From the match to the find, or nothing where the match turns out to be none.
    pub make: fn(&Match<'_>) -> Option<T>,
    /// Texts in which it finds.
    pub hits: &'static [Example],
    /// Texts in which it finds nothing, taken from what news says.
    pub misses: &'static [&'static str],
}

/// The name of a rule by where it is written: half as long as the name itself, for what is copied a lot.
pub type RuleName = &'static &'static str;

/// A rule's match at its place.
#[derive(Debug, Clone, Copy)]
pub struct Match<'r> {
    /// The document, as read.
    pub reading: &'r Reading<'r>,
    /// All tokens of the match.
    pub tokens: TokenRange,
    /// The name of the rule.
    pub rule: &'static str,
    /// The same name, by where it is written.
    pub rule_name: RuleName,
    names: &'r [&'static str],
    slots: Slots,
}

impl<'r> Match<'r> {
    /// The tokens captured under `name`.
    #[inline(always)] // names are written at the call, and compared fastest there
    pub fn get(&self, name: &str) -> Option<TokenRange> {
        let slot = self.names.iter().position(|n| is_same(n, name))?;
        self.slots.get(slot).copied().filter(|range| *range != UNSET)
    }

    /// The words captured under `name`; empty where it captured nothing.
    pub fn words(&self, name: &str) -> &'r str {
        self.get(name).map_or("", |range| self.reading.document().words(range))
    }

    /// The bytes of the whole match.
    pub fn span(&self) -> Span {
        self.reading.document().span(self.tokens)
    }

    /// The phrase of class `class` that the capture `name` consists of.
    #[inline(always)] // names are written at the call, and compared fastest there
    pub fn phrase(&self, name: &str, class: &str) -> Option<Phrase> {
        let range = self.get(name)?;
        let vocabulary = self.reading.vocabulary();
        self.reading.phrases_at(range.first()).iter().find(|p| p.tokens == range && is_same(vocabulary.class_name(p.class), class)).copied()
    }

    /// What the phrase captured under `name` has in a column of its list; empty where there is none.
    #[inline]
    pub fn column(&self, name: &str, class: &str, column: &str) -> &'static str {
        self.phrase(name, class).map_or("", |phrase| self.reading.column(phrase, column))
    }

    /// The number captured under `name`.
    pub fn quantity(&self, name: &str) -> Option<&'r Quantity> {
        self.reading.quantity(self.get(name)?.first())
    }
}

/// All rules of one extractor, compiled.
pub struct RuleSet<T: 'static> {
    rules: Vec<&'static Rule<T>>,
    /// The number of the family of each rule.
    families: Vec<usize>,
    programs: Vec<Program>,
    chooser: Chooser,
}

impl<T> RuleSet<T> {
    /// Compiles the patterns of all families. The words in them become known to `vocabulary`, so build all sets before
    /// reading documents. A pattern that is not well-formed never matches: `check_rules` names it.
    pub fn new(families: &[&'static [Rule<T>]], vocabulary: &mut Vocabulary) -> Self {
        let rules: Vec<&'static Rule<T>> = families.iter().flat_map(|family| family.iter()).collect();
        let families = families.iter().enumerate().flat_map(|(n, family)| family.iter().map(move |_| n)).collect();
        let programs: Vec<Program> = rules.iter().map(|rule| pattern::compile(rule.pattern, vocabulary).unwrap_or_default()).collect();
        let chooser = Chooser::new(&programs, vocabulary);
        Self { rules, families, programs, chooser }
    }

    /// The rules.
    pub fn rules(&self) -> &[&'static Rule<T>] {
        &self.rules
    }

    /// What is wrong with the pattern of rule `n`, if anything: not well-formed, no trigger, too many captures, a rule too many.
    pub(super) fn fault(&self, n: usize, vocabulary: &mut Vocabulary) -> Option<String> {
        let program = match pattern::compile(self.rules[n].pattern, vocabulary) {
            Err(PatternFault { at, expected }) => return Some(format!("at byte {at}: expected {expected}")),
            Ok(program) => program,
        };
        let open =
            |step: &Step| matches!(step, Step::Accept | Step::Glue | Step::Not(_) | Step::Shape(Shape::Any | Shape::Word | Shape::Lower));
        if first_steps(&program, 0).iter().any(|(_, step)| open(step)) {
            return Some("it can start with any word: give it a trigger (a word, @class, #value, <cap>, <digits> ...)".into());
        }
        if n >= MOST_RULES {
            return Some(format!("more than {MOST_RULES} rules in the set"));
        }
        (program.captures.len() > MOST_CAPTURES).then(|| format!("more than {MOST_CAPTURES} captures"))
    }

    /// Calls `found` for every match that its rule makes something of: by place, then in the order of the rules.
    pub fn find(&self, reading: &Reading<'_>, mut found: impl FnMut(TokenRange, T)) {
        self.find_with_family(reading, |_, tokens, made| found(tokens, made));
    }

    /// The same with the number of the rule's family.
    pub fn find_with_family(&self, reading: &Reading<'_>, mut found: impl FnMut(usize, TokenRange, T)) {
        let Scratch { mut chosen, later } = reading.take_scratch();
        let mut matcher = Matcher::new(reading, later);
        for (first, places) in reading.starts(self.chooser.set) {
            self.chooser.choose(reading, first, places, &mut chosen);
            for Chosen { rule: n, at, end } in chosen.drain(..) {
                let (Some(rule), Some(program)) = (self.rules.get(n), self.programs.get(n)) else { continue };
                let Some(stop) = matcher.run(program, at, end).filter(|stop| *stop > at) else { continue };
                let tokens = TokenRange::new(at, stop);
                let hit = Match { reading, tokens, rule: rule.name, rule_name: &rule.name, names: &program.captures, slots: matcher.slots };
                if let Some(made) = (rule.make)(&hit) {
                    found(self.families.get(n).copied().unwrap_or_default(), tokens, made);
                }
            }
        }
        reading.keep_scratch(Scratch { chosen, later: matcher.later });
    }
}

/// The numbers of finds that a longer one overlaps: seldom many.
type Lost = SmallVec<[usize; 16]>;

/// Of finds that overlap, keeps the longest; of equally long ones, the first.
pub fn longest<T>(mut finds: Vec<(TokenRange, T)>) -> Vec<(TokenRange, T)> {
    if !finds.is_sorted_by_key(|(range, _)| range.first()) {
        finds.sort_by_key(|(range, _)| range.first());
    }
    let mut lost = Lost::new();
    let mut from = 0;
    while let Some((range, _)) = finds.get(from) {
        // Most finds overlap no other.
        let (mut end, mut to) = (range.end(), from + 1);
        while let Some((next, _)) = finds.get(to).filter(|(next, _)| next.first() < end) {
            (end, to) = (end.max(next.end()), to + 1);
        }
        if to > from + 1 {
            lose(&finds[from..to], from, end, &mut lost);
        }
        from = to;
    }
    lost.sort_unstable();
    let (mut lost, mut n) = (lost.into_iter().peekable(), 0..);
    if lost.peek().is_some() {
        finds.retain(|_| n.next().is_none_or(|n| lost.next_if_eq(&n).is_none()));
    }
    finds
}

/// Adds the numbers of those of some finds that a longer one overlaps. `first`: the number of the first of them, which end before `end`.
fn lose<T>(finds: &[(TokenRange, T)], first: usize, end: usize, lost: &mut Lost) {
    let from = finds.first().map_or(end, |(range, _)| range.first());
    let mut order: SmallVec<[(usize, TokenRange); 8]> = finds.iter().enumerate().map(|(n, (range, _))| (first + n, *range)).collect();
    order.sort_by_key(|(_, range)| std::cmp::Reverse(range.len()));
    // What is kept is never shorter than what comes after, so it covers an end of whatever it overlaps.
    let mut covered: SmallVec<[bool; 64]> = smallvec![false; end.saturating_sub(from)];
    for (n, range) in order {
        match covered.get_mut(range.first() - from..range.end() - from) {
            Some(tokens @ ([false, .., false] | [false])) => tokens.fill(true),
            _ => lost.push(n),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Lexicon, LexiconCase, ValueKind};
    use super::*;
    use crate::text::Document;

    const DAYS: Lexicon = Lexicon { file: "days", class: "day", case: LexiconCase::Any, data: "day\nmay\nmay day\nmay day eve\nday eve\n" };

    const fn rule(name: &'static str, pattern: &'static str) -> Rule<&'static str> {
        Rule { name, pattern, make: |hit| Some(hit.rule), hits: &[], misses: &[] }
    }

    /// Starts with words, shapes, values and phrases; more of one shape than are looked at one by one.
    const RULES: &[Rule<&str>] = &[
        rule("day-left", "@day (left | <cap>)"),
        rule("day", "&<cap> @day"),
        rule("opens", "^ <cap>{1,2} left"),
        rule("opens-low", "^ &<lower> (the | a) @day? <d2>"),
        rule("date", "#date (left | \".\")"),
        rule("date-day", "(the | a)? #date !@day"),
        rule("word", "(the | a) (day | @day <d2>)"),
        rule("glued", "<d2> ~ \".\""),
        rule("cap-1", "<cap> left"),
        rule("cap-2", "<cap> the"),
        rule("cap-3", "<cap> <d2>"),
        rule("cap-4", "<cap> @day"),
        rule("cap-5", "<cap> \".\""),
        rule("cap-6", "<cap>{2,3} (left | #date)"),
        rule("cap-7", "<cap> (a | the) eve"),
        rule("cap-8", "<cap>"),
        rule("cap-9", "<cap> !left <lower>"),
    ];

    /// What is found where every rule is tried at every token.
    fn everywhere(set: &RuleSet<&'static str>, reading: &Reading<'_>) -> Vec<(TokenRange, &'static str)> {
        let mut found = Vec::new();
        for sentence in reading.document().sentences() {
            for at in sentence.tokens.iter() {
                for (rule, program) in set.rules.iter().zip(&set.programs) {
                    let may = (!program.opens || at == sentence.tokens.first()) && reading.marks(at).holds(&program.here);
                    let stop = Matcher::new(reading, Vec::new()).run(program, at, sentence.tokens.end()).filter(|stop| may && *stop > at);
                    found.extend(stop.map(|stop| (TokenRange::new(at, stop), rule.name)));
                }
            }
        }
        found
    }

    proptest! {
        #[test]
        fn no_match_is_passed_over(words in prop::collection::vec(prop::sample::select(
            vec!["May", "may", "day", "Day", "eve", "Eve", "left", "the", "a", "The", "12", "Orlik", "7.", ". Orlik"],
        ), 0..30)) {
            let mut vocabulary = Vocabulary::new(&[&DAYS]).unwrap();
            let set = RuleSet::new(&[&RULES[..5], &RULES[5..]], &mut vocabulary);
            let document = Document::new(words.join(" "));
            let mut reading = Reading::new(&document, &vocabulary);
            let count = document.tokens().len();
            let dates = (0..count).filter(|at| document.word(*at) == "12").map(|at| TokenRange::new(at, (at + 2).min(count)));
            reading.mark(ValueKind::Date, dates);
            let mut found = Vec::new();
            set.find_with_family(&reading, |family, tokens, name| {
                assert_eq!(family, usize::from(RULES[5..].iter().any(|rule| rule.name == name)));
                found.push((tokens, name));
            });
            prop_assert_eq!(found, everywhere(&set, &reading));
        }
    }
}
