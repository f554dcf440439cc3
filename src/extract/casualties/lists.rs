//! Lists of noun phrases: where they go on, where they end, and which of them mean the same victims.

use std::cell::LazyCell;

use super::claim::VictimClass;
use super::clause::{Clause, FAR, Victims};
use super::count::Count;
use super::kind::{Form, Kind};
use super::verbs;
use super::words;
use crate::rules::Qualifier;
use crate::text::Case;

impl Clause<'_> {
    /// The same one by one: "three children", "a pregnant woman".
    pub fn items_after(&self, unit: usize) -> Vec<Victims> {
        self.items(unit, false)
    }

    pub(super) fn items(&self, unit: usize, of: bool) -> Vec<Victims> {
        // Whether what looks like the subject of a verb behind it may still belong to the list: asked only where a list goes on.
        let whole = LazyCell::new(|| {
            let event = of && self.lists_all(unit.saturating_sub(2), self.is_plain_name(unit));
            event || self.is_in_subject(unit) || self.is_shot_dead(unit)
        });
        let mut items = Vec::new();
        if !matches!(self.kind(unit), Some(Kind::Noun | Kind::Pronoun)) {
            return items;
        }
        let Some(mut count) = self.count(unit) else { return items };
        let (mut first, mut last) = (unit, self.end_of_phrase(unit));
        let from_places = count.words.is_some() && last > first && self.says(last - 1, &["from"]);
        for _ in 0..12 {
            let Some((next, and)) = self.next_item(last).or_else(|| self.own_behind_place(last)) else { break };
            // "the murder of Dana Karel and of [Orla Venn]"
            let next = next + usize::from(of && and && self.says(next, &["of"]) && self.is_noun(next + 1));
            // "killed two clerks and then [himself]"
            let then = and && self.says(next, &["then", "later", "finally"]) && self.says(next + 1, &["himself", "herself"]);
            let next = next + usize::from(then);
            // "her husband, [Odo], and their two sons": who the husband is.
            if self.is_named_aside(next) && count.words.is_none() && count.best == Some(1) {
                last = next;
                continue;
            }
            // "Dana Karel, [a nurse], and Orla Venn": what the first one is.
            let aside_end = self.end_of_phrase(next);
            if !and && self.is_aside(next) && self.goes_on_with_name(aside_end) {
                last = aside_end;
                continue;
            }
            // "two men from Norland, [Tarsk] and Vellia"
            if from_places && items.is_empty() && self.is_place_of(last, next) {
                last = next;
                continue;
            }
            // "killed 12 people, seven in Norvik and five in Orlik"
            let placed = self.is_bare_number(next) && self.says(next + 1, &["in", "at", "near"]) && self.is_noun(next + 2);
            if placed && count.words.is_some()
                || !(self.is_noun(next) || and && self.says(next, &["himself", "herself"]))
                || self.is_alias(next)
                || self.is_aside(next) && !(self.is_of_somebody(next) && self.list_goes_on(self.end_of_phrase(next), *whole))
                || self.is_age(next)
                || self.starts_with_verb(next)
                || self.is_money(next)
            {
                break;
            }
            let end = self.end_of_phrase(next);
            if self.begins_clause(end) && !*whole || (!and && !self.list_goes_on(end, *whole)) {
                break;
            }
            let Some(more) = self.count(next).filter(|c| c.trust >= 0.5) else { break };
            match self.same_victims(count, first, more, next) {
                Some(same) => count = same,
                None => {
                    items.push(Victims::one(count, self.tokens(first).cover(self.tokens(last)), first));
                    (count, first) = (more, next);
                }
            }
            last = end;
        }
        items.push(Victims::one(count, self.tokens(first).cover(self.tokens(last)), first));
        items
    }

    /// ", and Orla Venn", ", and her driver", ", and two guards"
    fn goes_on_with_name(&self, last: usize) -> bool {
        let and = self.kind(last + 1) == Some(Kind::Comma) && self.kind(last + 2) == Some(Kind::And);
        and && (self.is_plain_name(last + 3) || self.is_counted(last + 3) || self.says(last + 3, &["his", "her"]))
    }

    /// Two joined noun phrases are the same victims where the second says of the first what else it is ("founder and aid
    /// worker") or shares its number ("15 Taliban and other militants").
    pub(super) fn same_victims(&self, a: Count, at: usize, b: Count, behind: usize) -> Option<Count> {
        let tokens = self.tokens(behind);
        let bare = b.words.is_none() && b.best == Some(1) && !self.reading.token(tokens.first()).is_some_and(|t| t.case != Case::Lower);
        let opened =
            self.says(behind, &["a", "an", "the", "his", "her", "their", "one", "another", "its", "my", "our", "himself", "herself"]);
        // "at least 27 and up to 30 villagers"
        let limits = a.qualifier == Qualifier::AtLeast && b.qualifier == Qualifier::AtMost && self.is_bare_number(at);
        // "between several hundred and 1,000 villagers"
        let opening = [self.tokens(at).first(), self.tokens(at).first().saturating_sub(1)];
        let between = opening.iter().any(|&t| self.reading.is(t, "between")) && a.words.is_some() && b.words.is_some();
        if between && a.low < b.high.or(b.best) {
            return Some(Count { low: a.low, best: None, high: b.high, qualifier: Qualifier::Range, ..a.plus(b) });
        }
        if limits && a.best <= b.best {
            return Some(Count { low: a.low, best: None, qualifier: Qualifier::Range, ..b });
        }
        // "1,800 families, or some 9,000 people": the same in persons.
        let or = behind.checked_sub(1).filter(|&n| self.says(n, &["or"]));
        let again = or.is_some_and(|n| n > 0 && self.kind(n - 1) == Some(Kind::Comma));
        if again && a.words.is_some() && b.words.is_some() && a.best < b.best {
            return Some(b);
        }
        // "no pupil or teacher", "8,000 men and boys"
        let nobody = a.qualifier == Qualifier::None;
        let numberless = b.words.is_none() && b.best.is_none() && !b.definite && !opened;
        let vague = ["others", "dozens", "hundreds", "thousands", "scores", "many", "several", "some"];
        let shared = numberless && self.is_counted(at) && a.best.or(a.high).is_some() && !self.says(behind, &vague);
        let others = self.says(behind, &["other"]) && (a.words.is_some() || b.best == Some(1));
        if nobody || shared || others || (bare && !opened && !self.is_kin(behind) && a.best == Some(1) && self.tokens(at).len() > 1) {
            let class = match () {
                () if !shared || b.class == a.class || b.class == VictimClass::Unspecified => a.class,
                () => self.class_of_modified(at, behind).unwrap_or(VictimClass::Mixed),
            };
            return Some(Count { victims: a.victims.map(|v| v.cover(b.victims.unwrap_or(tokens))), class, ..a });
        }
        None
    }

    /// "his mother and [sister]" are two, as nobody is both; "founder and driver" may be one.
    pub(super) fn is_kin(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        let kin = |at: usize| self.reading.phrase(at, self.words.kin).is_some();
        // "his wife Orla"
        kin(tokens.end().saturating_sub(1)) || tokens.len() > 2 && self.says(unit, &["his", "her", "their"]) && kin(tokens.first() + 1)
    }

    /// "his driver": somebody else than he, where a list goes on.
    pub(super) fn is_of_somebody(&self, unit: usize) -> bool {
        self.says(unit, &["his", "her", "their"]) || self.is_kin(unit)
    }

    pub(super) fn is_counted(&self, unit: usize) -> bool {
        words::number(self.reading, self.tokens(unit).first()).is_some()
    }

    /// The next unit behind a comma or "and", and whether it was "and".
    fn next_item(&self, last: usize) -> Option<(usize, bool)> {
        let mut at = last + 1;
        // "four men of the Norvik Front (NF) and two clerks"
        if self.kind(at)? == Kind::Open {
            at = (at..at + 8).find(|&n| self.kind(n) == Some(Kind::Close))? + 1;
        }
        // "Dana Karel, 42; Orla Venn, 19"
        let aged = self.kind(at)? == Kind::Comma && self.is_bare_number(at + 1) && self.is_age(at + 1);
        at += if aged { 2 } else { 0 };
        let semicolon = aged && self.says(at, &[";"]);
        let comma = semicolon || self.kind(at)? == Kind::Comma;
        at += usize::from(comma);
        let and = semicolon || self.kind(at)? == Kind::And;
        at += usize::from(semicolon && self.kind(at)? == Kind::And);
        if semicolon {
            return Some((at, true));
        }
        at += usize::from(and);
        (comma || and).then_some((at, and))
    }

    /// Two names of nobody: what a noun phrase is from.
    fn is_place_of(&self, last: usize, next: usize) -> bool {
        let place = |n: usize| self.is_plain_name(n) && !self.tokens(n).iter().any(|at| self.reading.is_in_person(at));
        place(last) && place(next)
    }

    /// "killed a trader in Norvik and [his clerk]": who belongs to somebody is told of with him, past the place.
    fn own_behind_place(&self, last: usize) -> Option<(usize, bool)> {
        let placed = self.says(last + 1, &["in", "at", "near", "outside"]) && self.is_noun(last + 2);
        let own = self.says(last + 4, &["his", "her", "their"]);
        (placed && self.kind(last + 3) == Some(Kind::And) && own).then_some((last + 4, true))
    }

    /// The last unit of the noun phrase at `unit`: "members of the family".
    pub fn end_of_phrase(&self, unit: usize) -> usize {
        let mut end = unit;
        for _ in 0..3 {
            if self.says(end + 1, &["of", "from"]) && self.is_noun(end + 2) {
                end += 2;
            }
        }
        end
    }

    /// Whether a list behind the event at `unit` may hold what looks like the subject of a verb: "the murder of a monk and [two nuns]
    /// shocked", where no verb stands before it, but not "after the murder of Dana Karel, [Orla Venn and others] met".
    fn lists_all(&self, unit: usize, named: bool) -> bool {
        let opens = |n: &usize| matches!(self.kind(*n), Some(Kind::Stop)) || self.says(*n, &["that", "because", "while", "although"]);
        let mut before = (unit.saturating_sub(FAR)..unit).rev().take_while(|n| !opens(n));
        let acts = before.any(|n| matches!(self.kind(n), Some(Kind::Verb(_) | Kind::And | Kind::But | Kind::State)));
        let times = ["after", "before", "since", "until"];
        let led = self.before(unit).is_some_and(|n| self.kind(n) == Some(Kind::Preposition) || self.says(n, &times));
        if acts { named } else { !led }
    }

    /// "shot [two boys] and a cook dead"
    fn is_shot_dead(&self, unit: usize) -> bool {
        let ends = |n: &usize| matches!(self.kind(*n), Some(Kind::Verb(_) | Kind::State | Kind::Stop));
        let dead = |n: usize| self.kind(n) == Some(Kind::State) && self.says(n, &["dead"]);
        unit > 0 && verbs::is_shot(self, unit - 1) && (unit + 1..unit + 24).find(ends).is_some_and(dead)
    }

    /// "A fire that killed [two boys] and a cook was arson": the verb behind the list is the fire's.
    fn is_in_subject(&self, unit: usize) -> bool {
        let Some(that) = self.before(unit).filter(|&n| self.verb(n).is_some()).and_then(|n| self.before(n)) else { return false };
        let acts = |n: usize| matches!(self.kind(n), Some(Kind::Verb(_) | Kind::State | Kind::Subordinate));
        // "The officer who shot Karel and [his partner] were on duty": the officer and his partner.
        let verb = (unit..unit + 12).find(|&n| self.verb(n).is_some());
        let many = verb.is_some_and(|n| self.says(n, &["were", "are", "have"]));
        let one = |n: usize| !self.reading.word(self.tokens(n).end().saturating_sub(1)).ends_with('s');
        self.kind(that) == Some(Kind::Relative)
            && self.before(that).is_some_and(|n| self.is_noun(n) && !(many && one(n)))
            && !(that.saturating_sub(FAR)..that).rev().take_while(|&n| self.kind(n) != Some(Kind::Stop)).any(acts)
    }

    /// Whether a verb of its own follows: "and 30 [were wounded]".
    fn begins_clause(&self, last: usize) -> bool {
        let Some(mut next) = self.after(last) else { return false };
        // "and four guards, including a boy, were hurt"
        if self.kind(next) == Some(Kind::Comma) && self.says(next + 1, &["including"]) {
            next = (next + 2..next + 8).find(|&n| self.kind(n) == Some(Kind::Comma)).map_or(next, |n| n + 1);
        }
        // "and nine others, mostly women, were hurt"
        if self.kind(next) == Some(Kind::Comma) && self.is_counted(last) {
            let close = (next + 2..next + 6).find(|&n| self.kind(n) == Some(Kind::Comma));
            let plain =
                |close: usize| (next + 1..close).all(|n| matches!(self.kind(n), Some(Kind::Noun | Kind::Adverb | Kind::Preposition)));
            let verb = close.filter(|&n| plain(n)).map(|n| n + 1).filter(|&n| self.verb(n).is_some_and(|v| v.be && !v.modal));
            next = verb.unwrap_or(next);
        }
        match self.kind(next) {
            Some(Kind::Verb(group)) => group.form != Some(Form::Ing),
            Some(Kind::State) => true,
            Some(Kind::Preposition) => (next..next + 5).any(|n| self.verb(n).is_some_and(|v| v.be)),
            _ => false,
        }
    }

    /// Whether "and" and a last noun phrase follow within the list.
    fn list_goes_on(&self, last: usize, whole: bool) -> bool {
        for n in last + 1..last + 16 {
            match self.kind(n) {
                Some(Kind::And) => return self.is_noun(n + 1) && (whole || !self.begins_clause(n + 1)),
                Some(Kind::Noun | Kind::Comma | Kind::Preposition | Kind::Open | Kind::Close) => {}
                _ => return false,
            }
        }
        false
    }
}
