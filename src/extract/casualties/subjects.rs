//! From a verb back to its subject: past adverbs, insertions and relative clauses, along chains of verbs.

use super::clause::{Clause, FAR};
use super::kind::{Form, Kind, VerbGroup};
use super::nouns;
use super::relatives;
use super::willed;

/// Verbs that share one subject ("was abducted, beaten and killed"), at the most.
const LONGEST_CHAIN: usize = 8;

impl Clause<'_> {
    /// The noun phrase that is the subject of the verb (or state) at `unit`.
    pub fn subject(&self, unit: usize) -> Option<usize> {
        self.subjects.get(unit, self.units.len(), || self.subject_in_chain(unit, LONGEST_CHAIN))
    }

    /// The same, for a verb that may share the subject of `links` verbs before it.
    fn subject_in_chain(&self, unit: usize, links: usize) -> Option<usize> {
        let root = self.subject_root(unit, links)?;
        let opened = self.says(root.saturating_sub(1), &["including", "among"]);
        let own = opened && self.before(unit).is_some_and(|n| self.kind(n) == Some(Kind::Relative));
        self.before_including(root).filter(|_| !own).or(Some(root))
    }

    /// "[44 people], including 33 passengers and four [hijackers] were": the list is a part of what stands before it.
    fn before_including(&self, root: usize) -> Option<usize> {
        if self.opens_with_others(root) {
            return None;
        }
        for n in (root.saturating_sub(24)..root).rev() {
            match self.kind(n)? {
                Kind::Preposition if self.says(n, &["including", "among"]) => {
                    let left = self.past_comma(self.before(n)?)?;
                    // "Nine died, including a boy, and two others were hurt": the list belongs to the verb before it.
                    return if self.harm_of(left).is_some() { None } else { self.root(left, true) };
                }
                // "killed 13, including four women, with 31 more hurt"
                Kind::Preposition if self.says(n, &["with"]) => return None,
                Kind::Noun | Kind::And | Kind::Comma | Kind::Adverb | Kind::Preposition | Kind::Pronoun | Kind::Open | Kind::Close => {}
                _ => return None,
            }
        }
        None
    }

    /// "nine died, among them two boys, [and others] were hurt": who stands behind the comma is nobody told of before.
    pub fn opens_with_others(&self, unit: usize) -> bool {
        let and = self.before(unit).filter(|&n| self.kind(n) == Some(Kind::And));
        let comma = and.and_then(|n| self.before(n)).is_some_and(|n| self.kind(n) == Some(Kind::Comma));
        comma && self.tokens(unit).iter().any(|at| self.reading.is_any(at, &["other", "others"]))
    }

    fn subject_root(&self, unit: usize, links: usize) -> Option<usize> {
        // "Twelve men believed to be guards died": nothing but a finite verb.
        let dies = self.harm_of(unit).is_some_and(|p| self.reading.column(p, "valency") == "i")
            && self.verb(unit).is_some_and(|v| v.form == Some(Form::Past));
        // "A bomb planted by the Front killed nine guards": what has an object is no participle.
        let object = matches!(self.kind(unit + 1), Some(Kind::Noun | Kind::Pronoun)) && self.harm_of(unit).is_some();
        let acts = object && self.verb(unit).is_some_and(|v| v.form == Some(Form::Past));
        // "an order requiring that families be held": the nearest.
        let finite = dies || acts || self.verb(unit).is_some_and(|v| v.is_finite()) && !willed::is_subjunctive(self, unit);
        let being = self.says(unit, &["being"]);
        let mut at = self.before(unit)?;
        for _ in 0..6 {
            match self.kind(at)? {
                // "was kidnapped and later killed", "is believed dead": one subject for a chain of verbs.
                Kind::And | Kind::But => {
                    let left = self.past_comma(self.before(at)?)?;
                    return self.shared_subject(self.before_aside(left), links);
                }
                // "Gunmen shot a clerk before being shot dead"
                // "was treated after being shot", but "died after being shot"
                _ if being && self.says(at, &["before", "after"]) => {
                    let left = self.past_comma(self.before(at)?)?;
                    let died = |n: usize| self.harm_of(n).is_some_and(|p| self.reading.column(p, "harm") == "killed");
                    let again = self.says(at, &["after"]) && (left.saturating_sub(6)..=left).any(died);
                    let acts = |n: &usize| self.verb(*n).is_some_and(|v| v.main.is_some() || v.be);
                    let verb = (left.saturating_sub(12)..=left).rev().find(acts).filter(|&n| !again && !self.is_speech(n))?;
                    return self.subject_in_chain(verb, links.checked_sub(1)?);
                }
                Kind::Verb(_) | Kind::State => at = self.before(at)?,
                // "two clerks passing by were hurt"
                Kind::Preposition if at > 0 && self.says(at, &["by"]) && self.verb(at - 1).is_some_and(|v| v.main.is_some()) => {
                    at = self.before(at)?
                }
                // "two men abducted in May; found dead in June"
                Kind::Stop if self.says(at, &[";"]) => return self.shared_subject(self.before(at)?, links),
                // "were kidnapped, beaten and killed", "was attacked, stabbed and killed"
                Kind::Comma if !finite && at > 0 && self.befalls(at - 1, unit) => {
                    return self.shared_subject(at - 1, links);
                }
                Kind::Comma if !finite && relatives::is_trailed(self, at) => return self.antecedent(at - 1),
                // "Dana Karel, 34, and Orla Venn, 19, were"
                Kind::Comma => return self.last_of_aged(at).or_else(|| self.before_insertion(at)),
                Kind::Relative => {
                    let left = self.before_part(self.past_comma(self.before(at)?)?);
                    // "nine guards, including a sergeant, who was arrested"
                    let one = self.reading.is_any(self.tokens(unit).first(), &["was", "is", "has"]);
                    let listed = left > 0 && self.says(left - 1, &["including", "among"]);
                    if one && listed && self.count(left).is_some_and(|c| c.best == Some(1)) {
                        return Some(left);
                    }
                    return self.antecedent(left);
                }
                // "parents of [children] killed", "silence for [guards] killed"
                Kind::Noun if !finite && self.verb(unit).is_some() => return self.antecedent(at),
                _ => return self.root(at, finite),
            }
        }
        None
    }

    /// Whether the verb at `first` befalls its subject, so that the participle at `unit` behind a comma may do so too.
    fn befalls(&self, first: usize, unit: usize) -> bool {
        let past = |n: usize| self.verb(n).is_some_and(|v| v.main.is_some() && matches!(v.form, Some(Form::Past | Form::Participle)));
        self.verb(first).is_some_and(|v| v.be) && (self.harm_of(first).is_some() || past(first) && past(unit))
    }

    /// The subject of the verb group that ends at or before `at`: "was abducted by men and [killed]".
    fn shared_subject(&self, at: usize, links: usize) -> Option<usize> {
        let links = links.checked_sub(1)?;
        for n in (at.saturating_sub(12)..=at).rev() {
            match self.kind(n)? {
                Kind::Verb(group) if group.is_finite() || self.harm_of(n).is_some() => {
                    return if self.is_speech(n) { None } else { self.subject_in_chain(n, links) };
                }
                Kind::Stop => return None,
                _ => {}
            }
        }
        // "Gunmen slipped past a gate and killed"
        let told = |n: &usize| self.verb(*n).is_some_and(|v| v.form == Some(Form::Past) && !v.to);
        let verb = (at.saturating_sub(12)..=at).rev().find(told).filter(|&n| !self.is_speech(n))?;
        self.subject_in_chain(verb, links)
    }

    /// "Shells hit a school, [where pupils were sleeping], and killed": what stands before the aside that ends at `at`.
    fn before_aside(&self, at: usize) -> usize {
        let comma = |n: usize| self.kind(n) == Some(Kind::Comma);
        if !comma(at + 1) {
            return at;
        }
        let opens = |n: &usize| self.says(*n, &["where", "which", "who"]) && *n > 1 && comma(*n - 1);
        let inside = |n: &usize| !comma(*n) && self.kind(*n) != Some(Kind::Stop);
        let aside = (at.saturating_sub(8)..at).rev().take_while(inside).find(opens);
        aside.filter(|&n| !(n..=at).any(|m| self.harm_of(m).is_some())).map_or(at, |n| n - 2)
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
                        Kind::Preposition => match self.before(self.first_preposition(left)) {
                            // "In Kabul" opens the sentence: no subject.
                            None => return None,
                            Some(further) => match self.kind(further)? {
                                Kind::Noun | Kind::Pronoun => at = further,
                                Kind::Verb(group) if self.is_passed(further, group, finite) => at = further,
                                // "resulted in [nine clerks] dead"
                                Kind::Verb(_) if !finite && self.results(further) => return candidate,
                                // "two guards, including a sergeant were", "six men, suspected of theft were"
                                Kind::Comma if self.says(left, &["including"]) || finite && self.is_participial(left) => {
                                    at = self.before(further).filter(|&n| self.is_noun(n))?
                                }
                                _ => return None,
                            },
                        },
                        Kind::Verb(group) if self.is_passed(left, group, finite) => at = left,
                        Kind::Comma => match self.place_around(at, left) {
                            Some(inner) => at = inner,
                            None => return candidate,
                        },
                        _ => return candidate,
                    }
                }
                Kind::Verb(group) if self.is_passed(at, group, finite) => match self.before(at) {
                    Some(left) if matches!(self.kind(left), Some(Kind::Noun | Kind::Pronoun)) => at = left,
                    Some(left) if self.kind(left) == Some(Kind::Relative) => {
                        let further = self.before(left)?;
                        at = self.past_comma(further)?;
                    }
                    // "a clerk favoured to win was"
                    Some(left) if self.verb(left).is_some_and(|v| self.is_passed(left, v, finite)) => at = left,
                    // "a clerk, identified as Dana Karel was"
                    Some(left) if self.kind(left) == Some(Kind::Comma) => at = self.before(left).filter(|&n| self.is_noun(n))?,
                    _ => return None,
                },
                _ => return candidate,
            }
        }
        candidate
    }

    /// "resulted in", "ended with"
    fn results(&self, unit: usize) -> bool {
        let verbs = ["resulted", "resulting", "results", "ended", "ending", "ends", "culminated"];
        self.verb(unit).and_then(|v| v.main).is_some_and(|main| self.reading.is_any(main, &verbs))
    }

    /// "switched [over] from": the first of prepositions in a row.
    fn first_preposition(&self, unit: usize) -> usize {
        let mut first = unit;
        while first > 0 && unit - first < 3 && self.kind(first - 1) == Some(Kind::Preposition) {
            first -= 1;
        }
        first
    }

    /// "suspected of", "belonging to": a preposition that a participle makes.
    fn is_participial(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        let word = self.reading.word(tokens.first());
        tokens.len() > 1 && (word.ends_with("ed") || word.ends_with("ing"))
    }

    /// "in [Norvik], Norland", "in [Norvik], Tarsk, Norland": the place that the name at `unit`, behind the comma at `comma`,
    /// lies around.
    fn place_around(&self, unit: usize, comma: usize) -> Option<usize> {
        let mut inner = comma.checked_sub(1).filter(|&n| self.is_plain_name(n))?;
        let listed = |n: usize| n > 1 && self.kind(n - 1) == Some(Kind::Comma) && self.is_plain_name(n - 2);
        if listed(inner) && !self.is_speech(unit + 1) {
            inner -= 2;
        }
        let within = inner.checked_sub(1).is_some_and(|n| self.says(n, &["in", "near", "at", "of", "from", "outside"]));
        (within && self.is_plain_name(unit) && self.is_plain_name(inner)).then_some(inner)
    }

    /// The verb of a relative clause, or a participle behind its noun ("people travelling"): not the clause's own verb.
    fn is_passed(&self, unit: usize, group: VerbGroup, finite: bool) -> bool {
        let relative = unit.checked_sub(1).is_some_and(|n| self.kind(n) == Some(Kind::Relative));
        // "favoured to win", "believed to be guards"
        let infinitive = group.to
            && !group.modal
            && self.before(unit).and_then(|n| self.verb(n)).is_some_and(|v| !v.is_finite() && !v.to && v.form == Some(Form::Past));
        let participle =
            infinitive || !group.is_finite() && !group.to && matches!(group.form, Some(Form::Past | Form::Ing | Form::Participle));
        relative || (finite && participle && (!self.is_speech(unit) || self.verb(unit + 1).is_some_and(|v| v.to)))
    }

    /// Whether a clause of its own opens with the "and" at `and`, behind a comma, and counts its subject before `comma`.
    fn opens_clause(&self, and: usize, comma: usize) -> bool {
        let counted = || self.is_noun(and + 1) && self.count(and + 1).is_some_and(|c| c.words.is_some() && c.trust >= 0.7);
        let inserted = || self.kind(and + 2) == Some(Kind::Comma) && !(and..comma).any(|n| self.verb(n).is_some_and(|v| v.is_finite()));
        let told = || (and.saturating_sub(FAR)..and).any(|n| self.verb(n).is_some_and(|v| v.main.is_some() && !v.to));
        and > 0 && !self.says(and, &["or"]) && self.kind(and - 1) == Some(Kind::Comma) && counted() && inserted() && told()
    }

    /// The noun phrase before an insertion that ends with the comma at `comma`: "[Villagers], three children among them, were".
    fn before_insertion(&self, comma: usize) -> Option<usize> {
        let mut start = comma;
        // The last "and" before the insertion: a clause of its own opens there where a verb stands before it.
        let (mut and, mut opened) = (None, false);
        for n in (comma.saturating_sub(FAR)..comma).rev() {
            if self.kind(n) == Some(Kind::And) && opened && !self.says(n, &["or"]) && self.is_noun(n + 1) {
                and = and.or(Some(n));
            }
            opened |= self.kind(n) == Some(Kind::Comma);
            match self.kind(n)? {
                // "Gunmen fired at a school where pupils slept, killing": past the place.
                // "an attack in which Dana Karel, a clerk, was hurt"
                Kind::Relative if self.says(n, &["which", "whom"]) && n > 0 && self.kind(n - 1) == Some(Kind::Preposition) => break,
                // "a driver, while on his way home, was shot", "a driver with clerks as passengers, was shot"
                // "Two guards died while nine clerks, among them a cook, were hurt"
                Kind::Subordinate
                    if self.says(n, &["while", "where"])
                        && self.is_noun(n + 1)
                        && self.kind(n + 2) == Some(Kind::Comma)
                        && n + 2 < comma =>
                {
                    break;
                }
                Kind::Subordinate if self.says(n, &["where"]) => {}
                Kind::Subordinate
                    if self.says(n, &["while", "as"])
                        && !(n..comma).any(|m| self.verb(m).is_some_and(|v| v.is_finite() || v.form == Some(Form::Past))) => {}
                Kind::Stop | Kind::Subordinate | Kind::But => break,
                // "Rebels stormed a hotel, and [12 people], among them a cook, died"
                Kind::And if self.opens_clause(n, comma) => {
                    start = n + 1;
                    break;
                }
                // "Two guards, believed to be twins, suffered"
                Kind::Verb(group) if group.to && !group.modal && self.verb(n.saturating_sub(1)).is_some() => {}
                Kind::Verb(group)
                    if !group.is_finite()
                        && self.verb(n + 1).is_some_and(|v| v.to)
                        && n.checked_sub(1).is_some_and(|m| self.kind(m) == Some(Kind::Comma)) => {}
                // "According to police, 12 people, among them a boy, were"
                Kind::Verb(_) if self.says(n, &["according"]) => {}
                Kind::Verb(group) if group.is_finite() || self.is_speech(n) && group.form != Some(Form::Ing) => {
                    // "X, who was driving home, was killed": the verb belongs to the insertion.
                    let relative = (n.saturating_sub(4)..n).rev().find(|&m| self.kind(m) == Some(Kind::Relative));
                    if relative.is_none() {
                        // "A guard was killed in a blast and [nine others], mostly women, were"
                        start = and.filter(|_| !self.is_speech(n)).map_or(start, |and| and + 1);
                        break;
                    }
                }
                // "Two guards died and [a child], who was near, was hurt"
                Kind::Verb(_) if and.is_some() && self.harm_of(n).is_some_and(|p| self.reading.column(p, "valency") == "i") => {
                    start = and.map_or(start, |and| and + 1);
                    break;
                }
                // "A blast killed a guard and [nine others], mostly women, were"
                Kind::Verb(group)
                    if and.is_some() && group.form == Some(Form::Past) && self.harm_of(n).is_some() && self.is_noun(n + 1) =>
                {
                    start = and.map_or(start, |and| and + 1);
                    break;
                }
                _ => {}
            }
            start = n;
        }
        // "Hours after the strike, a tram fell over, killing"
        let opened = start > 1
            && self.says(start - 1, &["after", "before", "since"])
            && matches!(self.kind(start - 2), Some(Kind::Noun | Kind::Date))
            && self.is_noun(start)
            && self.count(start).is_none_or(|c| c.words.is_none());
        if opened && self.kind(start + 1) == Some(Kind::Comma) && start + 2 < comma {
            start += 2;
        }
        // "Orla Venn, whose daughter, Dana, was shot"
        let whose = (start..comma).rev().find(|&n| self.says(n, &["whose"]));
        if let Some(owned) = whose.map(|n| n + 1).filter(|&n| self.is_noun(n) && !(n..comma).any(|m| self.verb(m).is_some())) {
            return Some(owned);
        }
        // Past what opens the sentence: "On Monday,", "In Kabul,".
        let mut at = start;
        let opens = |at: usize| {
            matches!(
                self.kind(at),
                Some(Kind::Preposition | Kind::Date | Kind::Adverb | Kind::And | Kind::Comma | Kind::Open | Kind::Close | Kind::Quote)
            ) || self.says(at, &["according"])
        };
        while opens(at) && at < comma {
            at = match self.kind(at)? {
                Kind::Open => (at..comma).find(|&n| self.kind(n) == Some(Kind::Close)).map_or(at, |n| n) + 1,
                // "On Monday [12 people], among them a boy, were"
                Kind::Preposition if self.kind(at + 1) == Some(Kind::Date) => at + 2,
                Kind::Verb(_) | Kind::Preposition => (at..comma).find(|&n| self.kind(n) == Some(Kind::Comma)).map_or(comma, |n| n + 1),
                _ => at + 1,
            };
        }
        // "According to a paper, which broke the story, Karel, 41, was arrested"
        if self.kind(at) == Some(Kind::Relative) && at > start {
            at = (at..comma).find(|&n| self.kind(n) == Some(Kind::Comma)).map_or(at, |n| n + 1);
        }
        // "In Norvik, Norland, Dana Karel, 40, was killed"
        while at > start && at + 2 < comma && self.is_plain_name(at) && self.kind(at + 1) == Some(Kind::Comma) && self.is_plain_name(at + 2)
        {
            at += 2;
        }
        let first = (at..comma.min(at + 4)).find(|&n| matches!(self.kind(n), Some(Kind::Noun | Kind::Pronoun)))?;
        (nouns::count(self.reading, self.words, self.tokens(first)).is_some() || self.is_noun(first)).then_some(first)
    }
}
