//! Walking a sentence's units: from a verb to its subject and objects, from a noun to what is said of it.

use super::nouns::{self, Count};
use super::units::{self, Kind, Unit, VerbGroup};
use super::words::{self, Form, Words};
use crate::rules::{Phrase, Reading};
use crate::text::{Case, TokenRange};

/// Units that a walk looks at before it gives up.
const FAR: usize = 40;

/// A sentence in units.
pub(super) struct Clause<'r> {
    pub reading: &'r Reading<'r>,
    pub words: &'r Words,
    pub sentence: TokenRange,
    pub units: Vec<Unit>,
    /// The unit of each token, counted from the sentence's first.
    unit_of: Vec<u32>,
}

/// Noun phrases that share a fate, with their count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Victims {
    pub count: Count,
    /// From the first to the last of them.
    pub tokens: TokenRange,
    /// The unit of the first.
    pub first: usize,
}

impl<'r> Clause<'r> {
    pub fn new(reading: &'r Reading<'r>, words: &'r Words, sentence: TokenRange) -> Self {
        let units = units::read(reading, words, sentence);
        let mut unit_of = Vec::with_capacity(sentence.len());
        for (n, unit) in units.iter().enumerate() {
            unit_of.resize(unit.tokens.end() - sentence.first(), u32::try_from(n).unwrap_or(u32::MAX));
        }
        Self { reading, words, sentence, units, unit_of }
    }

    /// The unit that token `at` belongs to.
    pub fn unit_at(&self, at: usize) -> Option<usize> {
        self.unit_of.get(at.checked_sub(self.sentence.first())?).map(|n| *n as usize)
    }

    pub fn kind(&self, unit: usize) -> Option<Kind> {
        self.units.get(unit).map(|u| u.kind)
    }

    pub fn tokens(&self, unit: usize) -> TokenRange {
        self.units.get(unit).map_or(TokenRange::default(), |u| u.tokens)
    }

    pub fn is_noun(&self, unit: usize) -> bool {
        self.kind(unit) == Some(Kind::Noun)
    }

    /// The first word of a unit is one of these.
    pub fn says(&self, unit: usize, words: &[&str]) -> bool {
        self.units.get(unit).is_some_and(|u| self.reading.is_any(u.tokens.first(), words))
    }

    pub fn verb(&self, unit: usize) -> Option<VerbGroup> {
        match self.kind(unit)? {
            Kind::Verb(group) => Some(group),
            _ => None,
        }
    }

    /// The harm phrase that a verb unit's main verb is.
    pub fn harm_of(&self, unit: usize) -> Option<Phrase> {
        self.reading.phrase(self.verb(unit)?.main?, self.words.harm_verb)
    }

    fn is_speech(&self, unit: usize) -> bool {
        self.verb(unit).and_then(|v| v.main).is_some_and(|at| self.reading.phrase(at, self.words.speech).is_some())
    }

    /// The unit before `unit`, past adverbs, dates ("on Monday") and brackets; none at the start.
    pub fn before(&self, unit: usize) -> Option<usize> {
        let mut at = unit.checked_sub(1)?;
        for _ in 0..FAR {
            match self.kind(at)? {
                Kind::Adverb | Kind::Quote => at = at.checked_sub(1)?,
                Kind::Date => {
                    at = at.checked_sub(1)?;
                    if self.kind(at) == Some(Kind::Preposition) {
                        at = at.checked_sub(1)?;
                    }
                }
                Kind::Close => {
                    let open = (at.saturating_sub(FAR)..at).rev().find(|&n| self.kind(n) == Some(Kind::Open))?;
                    at = open.checked_sub(1)?;
                }
                _ => return Some(at),
            }
        }
        None
    }

    /// The unit behind `unit`, past adverbs, dates and brackets.
    pub fn after(&self, unit: usize) -> Option<usize> {
        let mut at = unit + 1;
        for _ in 0..FAR {
            match self.kind(at)? {
                Kind::Adverb | Kind::Quote | Kind::Date => at += 1,
                Kind::Preposition if self.kind(at + 1) == Some(Kind::Date) => at += 2,
                Kind::Open => at = (at..(at + FAR).min(self.units.len())).find(|&n| self.kind(n) == Some(Kind::Close))? + 1,
                _ => return Some(at),
            }
        }
        None
    }

    /// The noun phrase that is the subject of the verb (or state) at `unit`.
    pub fn subject(&self, unit: usize) -> Option<usize> {
        let root = self.subject_root(unit)?;
        self.before_including(root).or(Some(root))
    }

    /// "[44 people], including 33 passengers and four [hijackers] were": the list is a part of what stands before it.
    fn before_including(&self, root: usize) -> Option<usize> {
        for n in (root.saturating_sub(24)..root).rev() {
            match self.kind(n)? {
                Kind::Preposition if self.says(n, &["including", "among"]) => {
                    let left = self.before(n)?;
                    let left = if self.kind(left) == Some(Kind::Comma) { self.before(left)? } else { left };
                    return self.root(left, true);
                }
                Kind::Noun | Kind::And | Kind::Comma | Kind::Adverb | Kind::Preposition | Kind::Pronoun | Kind::Open | Kind::Close => {}
                _ => return None,
            }
        }
        None
    }

    fn subject_root(&self, unit: usize) -> Option<usize> {
        let finite = self.verb(unit).is_some_and(|v| v.is_finite());
        let mut at = self.before(unit)?;
        for _ in 0..6 {
            match self.kind(at)? {
                // "was kidnapped and later killed", "is believed dead": one subject for a chain of verbs.
                Kind::And | Kind::But => {
                    let mut left = self.before(at)?;
                    if self.kind(left) == Some(Kind::Comma) {
                        left = self.before(left)?;
                    }
                    return self.shared_subject(left);
                }
                Kind::Verb(_) | Kind::State => at = self.before(at)?,
                // "two men abducted in May; found dead in June"
                Kind::Stop if self.says(at, &[";"]) => return self.shared_subject(self.before(at)?),
                Kind::Comma => return self.before_insertion(at),
                Kind::Relative => {
                    let left = self.before(at)?;
                    let left = if self.kind(left) == Some(Kind::Comma) { self.before(left)? } else { left };
                    return self.root(left, false);
                }
                _ => return self.root(at, finite),
            }
        }
        None
    }

    /// "Nine were among [those] killed": who was among them.
    pub fn among_those(&self, root: usize) -> Option<usize> {
        let among = self.before(root).filter(|&n| self.says(root, &["those", "the"]) && self.says(n, &["among"]))?;
        let verb = self.before(among).filter(|&n| self.verb(n).is_some_and(|v| v.be && v.main.is_none()))?;
        self.subject(verb)
    }

    /// The subject of the verb group that ends at or before `at`: "was abducted by men and [killed]".
    fn shared_subject(&self, at: usize) -> Option<usize> {
        for n in (at.saturating_sub(12)..=at).rev() {
            match self.kind(n)? {
                Kind::Verb(group) if group.is_finite() || self.harm_of(n).is_some() => {
                    return if self.is_speech(n) { None } else { self.subject(n) };
                }
                Kind::Stop => return None,
                _ => {}
            }
        }
        None
    }

    /// The head of the noun phrase that ends at `at`: "[members] of a family in the village". With `finite`, a participle
    /// behind a noun is passed too: "[people] travelling in a bus".
    pub fn root(&self, at: usize, finite: bool) -> Option<usize> {
        let mut at = at;
        let mut candidate = None;
        for _ in 0..FAR {
            match self.kind(at)? {
                Kind::Noun | Kind::Pronoun => {
                    candidate = Some(at);
                    let Some(left) = self.before(at) else { return candidate };
                    match self.kind(left)? {
                        // "eight people among [them] an elder"
                        Kind::Pronoun if left > 0 && self.says(left - 1, &["among", "amongst", "of"]) => match left.checked_sub(2) {
                            Some(further) => at = further,
                            None => return candidate,
                        },
                        Kind::Preposition => match self.before(left) {
                            // "In Kabul" opens the sentence: no subject.
                            None => return None,
                            Some(further) => match self.kind(further)? {
                                Kind::Noun | Kind::Pronoun => at = further,
                                Kind::Verb(group) if self.is_passed(further, group, finite) => at = further,
                                Kind::Comma | Kind::And | Kind::Subordinate | Kind::Stop | Kind::Relative => return None,
                                _ => return None,
                            },
                        },
                        Kind::Verb(group) if self.is_passed(left, group, finite) => at = left,
                        _ => return candidate,
                    }
                }
                Kind::Verb(group) if self.is_passed(at, group, finite) => match self.before(at) {
                    Some(left) if matches!(self.kind(left), Some(Kind::Noun | Kind::Pronoun)) => at = left,
                    Some(left) if self.kind(left) == Some(Kind::Relative) => {
                        let further = self.before(left)?;
                        at = if self.kind(further) == Some(Kind::Comma) { self.before(further)? } else { further };
                    }
                    _ => return None,
                },
                _ => return candidate,
            }
        }
        candidate
    }

    /// The verb of a relative clause, or a participle behind its noun ("people travelling"): not the clause's own verb.
    fn is_passed(&self, unit: usize, group: VerbGroup, finite: bool) -> bool {
        let relative = unit.checked_sub(1).is_some_and(|n| self.kind(n) == Some(Kind::Relative));
        let participle = !group.is_finite() && !group.to && matches!(group.form, Some(Form::Past | Form::Ing | Form::Participle));
        relative || (finite && participle && !self.is_speech(unit))
    }

    /// The noun phrase before an insertion that ends with the comma at `comma`: "[Villagers], three children among them, were".
    fn before_insertion(&self, comma: usize) -> Option<usize> {
        let mut start = comma;
        for n in (comma.saturating_sub(FAR)..comma).rev() {
            match self.kind(n)? {
                Kind::Stop | Kind::Subordinate | Kind::But => break,
                Kind::Verb(group) if group.is_finite() || self.is_speech(n) => {
                    // "X, who was driving home, was killed": the verb belongs to the insertion.
                    let relative = (n.saturating_sub(4)..n).rev().find(|&m| self.kind(m) == Some(Kind::Relative));
                    if relative.is_none() {
                        break;
                    }
                }
                _ => {}
            }
            start = n;
        }
        // Past what opens the sentence: "On Monday,", "In Kabul,".
        let mut at = start;
        let opens = |at: usize| {
            matches!(
                self.kind(at),
                Some(Kind::Preposition | Kind::Date | Kind::Adverb | Kind::And | Kind::Comma | Kind::Open | Kind::Close | Kind::Quote)
            )
        };
        while opens(at) && at < comma {
            at = match self.kind(at)? {
                Kind::Open => (at..comma).find(|&n| self.kind(n) == Some(Kind::Close)).map_or(at, |n| n) + 1,
                Kind::Preposition => (at..comma).find(|&n| self.kind(n) == Some(Kind::Comma)).map_or(comma, |n| n + 1),
                _ => at + 1,
            };
        }
        let first = (at..comma.min(at + 4)).find(|&n| matches!(self.kind(n), Some(Kind::Noun | Kind::Pronoun)))?;
        (nouns::count(self.reading, self.words, self.tokens(first)).is_some() || self.is_noun(first)).then_some(first)
    }

    /// The count of the noun phrase at `unit`, with what follows it by "of": "a family of five", "bodies of 12 people".
    pub fn count(&self, unit: usize) -> Option<Count> {
        if self.kind(unit) == Some(Kind::Pronoun) {
            return self.pronoun(unit);
        }
        if !self.is_noun(unit) {
            return None;
        }
        let tokens = self.tokens(unit);
        let own = nouns::count(self.reading, self.words, tokens);
        if !self.says(unit + 1, &["of"]) {
            return own;
        }
        let Some(of) = self.units.get(unit + 2).filter(|u| u.kind == Kind::Noun).map(|u| u.tokens) else {
            return own;
        };
        let inner = nouns::count(self.reading, self.words, of);
        let head = tokens.end().saturating_sub(1);
        let group = self.reading.phrase(head, self.words.person).is_some_and(|p| self.reading.column(p, "number") == "g");
        let counts = self.reading.is_any(
            head,
            &["total", "number", "hundreds", "dozens", "thousands", "scores", "lot", "handful", "couple", "majority", "group"],
        );
        match (own, inner) {
            // "a family of five", "a group of 12 men", "a total of 45 people"
            (Some(a), Some(b)) if (group || counts) && b.words.is_some() && a.words.is_none() => Some(Count { class: b.class, ..b }),
            (None, Some(b)) if counts => Some(b),
            // "12 of the villagers", "three of his bodyguards": the first counts, the second names them.
            (Some(a), Some(b)) if a.words.is_some_and(|w| w.end() == tokens.end()) => {
                Some(Count { victims: Some(of), class: b.class, trust: a.trust.max(b.trust), definite: a.definite, ..a })
            }
            (Some(a), _) => Some(a),
            (None, _) => None,
        }
    }

    fn pronoun(&self, unit: usize) -> Option<Count> {
        let tokens = self.tokens(unit);
        let one = ["he", "she", "him", "her", "himself", "herself", "someone", "somebody"];
        let mut count = nouns::count(self.reading, self.words, tokens);
        if self.says(unit, &one) {
            count = Some(Count::singular(tokens));
        } else if self.reading.phrase(tokens.first(), self.words.nobody).is_some() {
            count = Some(Count::none(tokens));
        }
        count
    }

    /// The subject's noun phrases, joined by commas and "and", with their count.
    pub fn victims_before(&self, root: usize) -> Option<Victims> {
        let mut count = self.count(root)?;
        let mut first = root;
        let mut listed = false;
        for _ in 0..12 {
            let Some(mut left) = self.before(first) else { break };
            let and = self.kind(left) == Some(Kind::And);
            if and {
                let Some(further) = self.before(left) else { break };
                left = if self.kind(further) == Some(Kind::Comma) { further } else { left };
            }
            let comma = self.kind(left) == Some(Kind::Comma);
            let telegraphic = comma && self.is_counted(first);
            if !and && !(comma && (listed || telegraphic)) {
                break;
            }
            let Some(other) = self.before(left).and_then(|at| self.root(at, false)) else { break };
            let opens = self.before(other).is_none_or(|n| match self.kind(n) {
                Some(Kind::Subordinate | Kind::Stop | Kind::Comma | Kind::But | Kind::And | Kind::Relative) => true,
                Some(Kind::Verb(group)) => {
                    self.is_speech(n)
                        || group.main.is_some_and(|m| self.reading.is_any(m, &["left", "leaving", "leaves", "found", "reported", "leave"]))
                }
                Some(Kind::Preposition) => self.says(n, &["with", "including"]),
                // "In Norvik [the couple] and their sons"
                Some(Kind::Noun) => self.before(n).is_some_and(|p| self.kind(p) == Some(Kind::Preposition) && self.before(p).is_none()),
                _ => false,
            });
            let Some(more) = self.count(other).filter(|c| opens && c.trust >= 0.5 && !self.is_aside(other)) else { break };
            if self.is_age(first) || (!and && !listed && !self.is_counted(other)) {
                break;
            }
            count = self.join(more, other, count, first);
            first = other;
            listed = true;
        }
        Some(Victims { count, tokens: self.tokens(first).cover(self.tokens(root)), first })
    }

    /// Who shares the subject's fate behind it: "along with 15 militants".
    pub fn companions(&self, from: usize, to: usize) -> Option<Victims> {
        (from..to).take(8).take_while(|&n| self.kind(n) != Some(Kind::Stop)).find_map(|n| {
            let with = self.kind(n) == Some(Kind::And) && self.says(n, &["along", "together", "as", "alongside"]);
            with.then(|| self.victims_after(n + 1)).flatten().filter(|v| v.count.trust >= 0.7)
        })
    }

    /// The objects from `unit` on, joined by commas and "and", with their count.
    pub fn victims_after(&self, unit: usize) -> Option<Victims> {
        let first = match self.kind(unit)? {
            Kind::Noun | Kind::Pronoun => unit,
            _ => return None,
        };
        let mut count = self.count(first)?;
        let mut last = self.end_of_phrase(first);
        for _ in 0..12 {
            let Some((next, and)) = self.next_item(last) else { break };
            if !self.is_noun(next) || self.is_aside(next) || self.is_age(next) {
                break;
            }
            let end = self.end_of_phrase(next);
            if self.begins_clause(end) || (!and && !self.list_goes_on(end)) {
                break;
            }
            let Some(more) = self.count(next).filter(|c| c.trust >= 0.5) else { break };
            count = self.join(count, first, more, next);
            last = end;
        }
        Some(Victims { count, tokens: self.tokens(first).cover(self.tokens(last)), first })
    }

    /// Two joined noun phrases: their sum, unless the second says of the first what else it is ("founder and aid worker") or
    /// shares its number ("15 Taliban and other militants").
    fn join(&self, a: Count, at: usize, b: Count, behind: usize) -> Count {
        let tokens = self.tokens(behind);
        let bare = b.words.is_none() && b.best == Some(1) && !self.reading.token(tokens.first()).is_some_and(|t| t.case != Case::Lower);
        let opened = self.says(behind, &["a", "an", "the", "his", "her", "their", "one", "another", "its", "my", "our"]);
        if self.says(behind, &["other"]) || (bare && !opened && a.best == Some(1) && self.tokens(at).len() > 1) {
            return Count { victims: a.victims.map(|v| v.cover(tokens)), ..a };
        }
        a.plus(b)
    }

    fn is_counted(&self, unit: usize) -> bool {
        words::number(self.reading, self.tokens(unit).first()).is_some()
    }

    /// The next unit behind a comma or "and", and whether it was "and".
    fn next_item(&self, last: usize) -> Option<(usize, bool)> {
        let mut at = last + 1;
        let comma = self.kind(at)? == Kind::Comma;
        at += usize::from(comma);
        let and = self.kind(at)? == Kind::And;
        at += usize::from(and);
        (comma || and).then_some((at, and))
    }

    /// The last unit of the noun phrase at `unit`: "members of the family".
    fn end_of_phrase(&self, unit: usize) -> usize {
        let mut end = unit;
        for _ in 0..3 {
            if self.says(end + 1, &["of", "from"]) && self.is_noun(end + 2) {
                end += 2;
            }
        }
        end
    }

    /// Whether a verb of its own follows: "and 30 [were wounded]".
    fn begins_clause(&self, last: usize) -> bool {
        let Some(next) = self.after(last) else { return false };
        match self.kind(next) {
            Some(Kind::Verb(group)) => group.form != Some(Form::Ing),
            Some(Kind::State) => true,
            Some(Kind::Preposition) => (next..next + 5).any(|n| self.verb(n).is_some_and(|v| v.be)),
            _ => false,
        }
    }

    /// Whether "and" and a last noun phrase follow within the list.
    fn list_goes_on(&self, last: usize) -> bool {
        for n in last + 1..last + 16 {
            match self.kind(n) {
                Some(Kind::And) => return self.is_noun(n + 1) && !self.begins_clause(n + 1),
                Some(Kind::Noun | Kind::Comma | Kind::Preposition | Kind::Open | Kind::Close) => {}
                _ => return false,
            }
        }
        false
    }

    /// "a teacher" behind a name and a comma: it tells who that is, and adds nobody.
    fn is_aside(&self, unit: usize) -> bool {
        let Some(left) = unit.checked_sub(2).filter(|_| unit > 1 && self.kind(unit - 1) == Some(Kind::Comma)) else { return false };
        let named = self.count(left).is_some_and(|c| c.words.is_none() && c.trust < 0.8);
        named && self.says(unit, &["a", "an", "the", "his", "her"])
    }

    /// A bare number behind a name and a comma: "Dana Karel, 34,".
    pub fn is_age(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        let bare = words::number(self.reading, tokens.first()).is_some_and(|q| q.tokens == tokens && q.core == tokens);
        bare && unit > 1
            && self.kind(unit - 1) == Some(Kind::Comma)
            && self.is_noun(unit - 2)
            && matches!(self.kind(unit + 1), Some(Kind::Comma | Kind::And | Kind::Close | Kind::Stop) | None)
    }
}
