//! Who shares a fate: noun phrases joined before or behind a verb, and how many they are together.

use super::claim::VictimClass;
use super::clause::{Clause, FAR, Member, Victims};
use super::count::Count;
use super::kind::Kind;
use super::nouns;
use super::words;
use crate::rules::Qualifier;
use crate::text::TokenRange;

/// Words for anybody: a list behind them says who they are.
const CROWD: [&str; 14] = [
    "people",
    "persons",
    "civilians",
    "others",
    "villagers",
    "residents",
    "relatives",
    "victims",
    "passengers",
    "members",
    "staff",
    "workers",
    "employees",
    "personnel",
];

impl Clause<'_> {
    /// The subject's noun phrases, joined by commas and "and", with their count.
    pub fn victims_before(&self, root: usize) -> Option<Victims> {
        let mut count = self.count(root)?;
        let mut first = root;
        let mut listed = false;
        let mut members = vec![Member { count, tokens: self.tokens(root) }];
        // "buried two boys and [their mother], who were killed": more than the last one.
        let who = || self.after(root).map(|n| if self.kind(n) == Some(Kind::Comma) { n + 1 } else { n });
        let many = count.best == Some(1) && who().is_some_and(|n| self.says(n, &["who"]) && self.says(n + 1, &["were", "have"]));
        for _ in 0..12 {
            let Some(mut left) = self.before(first) else { break };
            let and = self.kind(left) == Some(Kind::And);
            if and {
                let Some(further) = self.before(left) else { break };
                left = if self.kind(further) == Some(Kind::Comma) || self.says(further, &[";"]) { further } else { left };
            }
            // "Karel, 42; Venn, 19; and a guard"
            let semicolon = self.says(left, &[";"]) && self.before(left).is_some_and(|n| self.is_aged(n));
            let comma = semicolon || self.kind(left) == Some(Kind::Comma);
            let headline = comma && self.is_headline_pair(left, first);
            let telegraphic = comma && (self.is_counted(first) || headline);
            if !and && !(comma && (listed || telegraphic)) {
                break;
            }
            let age = self.before(left).and_then(|n| self.aged_until(n));
            // "a boy, aged five, and": both commas are of the age.
            let beside = self.before(left).filter(|&n| !comma || self.kind(n) != Some(Kind::Comma));
            let beside = beside.or_else(|| self.before(left).and_then(|n| self.before(n)));
            let Some(other) = age.or(beside).and_then(|at| self.root(at, false)) else { break };
            // "[Dana Karel], a trader, and her brother": what she is.
            let what = and && comma && self.is_aside(other) && !self.says(other, &["his", "her"]);
            let named = other.checked_sub(2).filter(|_| what).and_then(|n| self.root(n, false));
            let other = named.unwrap_or(other);
            // "Nine died, including a woman and a man, and ten others were hurt": others than all of these.
            if self.opens_with_others(first) && (other.saturating_sub(FAR)..other).any(|n| self.harm_of(n).is_some()) {
                break;
            }
            let opens = self.before(other).is_none_or(|n| match self.kind(n) {
                // "According to [police], two men and a boy were"
                _ if self.says(n, &["according"]) => false,
                Some(Kind::Subordinate | Kind::Stop | Kind::Comma | Kind::But | Kind::And | Kind::Relative) => true,
                Some(Kind::Verb(group)) => {
                    many || self.is_speech(n)
                        || group.main.is_some_and(|m| self.reading.is_any(m, &["left", "leaving", "leaves", "found", "reported", "leave"]))
                }
                Some(Kind::Preposition) => self.says(n, &["with", "including"]),
                // "In Norvik [the couple] and their sons"
                Some(Kind::Noun) => self.before(n).is_some_and(|p| self.kind(p) == Some(Kind::Preposition) && self.before(p).is_none()),
                _ => false,
            });
            // "19 dead, 8 of them women, and 54 injured": a part of those before.
            if self.says(other + 1, &["of"]) && self.says(other + 2, &["them", "whom"]) {
                break;
            }
            // "a clerk, [Dana Karel], and two guards": who the clerk is.
            if self.is_named_aside(other) {
                let Some(before) = other.checked_sub(2).and_then(|n| self.root(n, false)) else { break };
                let Some(head) = self.count(before) else { break };
                count = head.plus(count);
                members.insert(0, Member { count: head, tokens: self.tokens(before).cover(self.tokens(other)) });
                first = before;
                listed = true;
                continue;
            }
            // "Dana Karel, [his wife Orla] and their driver": one of a list.
            let apart = !self.is_aside(other) || self.is_of_somebody(other) && (and || listed);
            let Some(more) = self.count(other).filter(|c| opens && c.trust >= 0.5 && apart) else { break };
            if self.is_age(first) || (!and && !listed && !headline && !self.is_counted(other)) {
                break;
            }
            // "All four swam ashore, and [none] was hurt"
            if count.qualifier == Qualifier::None && more.qualifier != Qualifier::None {
                break;
            }
            // "six men of the NF and LK": both are what the men are of.
            let aside =
                self.before(left).is_some_and(|n| n != other && self.is_plain_name(n)) && self.is_plain_name(first) && more.words.is_some();
            match self.same_victims(more, other, count, first).or(Some(more).filter(|_| aside)) {
                Some(same) => {
                    count = same;
                    members = vec![Member { count, tokens: self.tokens(other).cover(self.tokens(root)) }];
                }
                None => {
                    count = more.plus(count);
                    members.insert(0, Member { count: more, tokens: self.tokens(other) });
                }
            }
            first = other;
            listed = true;
        }
        let mut all = Victims { count, tokens: self.tokens(first).cover(self.tokens(root)), first, members };
        // "The victims, Dana Karel, 34, and Orla Venn, 19, were": as many as are named.
        if let Some((head, list)) = all.members.split_first().filter(|(head, list)| head.count.definite && list.len() > 1) {
            let names =
                list.iter().all(|m| m.count.words.is_none() && m.count.class == VictimClass::Unspecified && m.count.best == Some(1));
            let who = head.count.words.is_none() && head.count.best.is_none() && self.reading.is(head.tokens.end(), ",");
            if names && who {
                let several = Some(list.len() as u64);
                all.count = Count { low: several, best: several, high: several, qualifier: Qualifier::Exact, ..head.count };
                all.members.remove(0);
            }
        }
        // "Two guards, a woman and her son, were": the list says who the first ones are.
        if let Some((head, list)) = all.members.split_first().filter(|(head, list)| head.count.words.is_some() && list.len() > 1) {
            let sum = list.iter().try_fold(0, |sum: u64, member| Some(sum.saturating_add(member.count.best?)));
            let crowd = head.tokens.iter().any(|at| self.reading.is_any(at, &CROWD))
                || list.iter().all(|m| m.count.class == VictimClass::Unspecified);
            if crowd && sum == head.count.best && self.reading.is(head.tokens.end(), ",") && list.iter().all(|m| m.count.words.is_none()) {
                all.count = head.count;
                all.members.clear();
            }
        }
        self.share_title(&mut all);
        Some(all)
    }

    /// "[Mother, 3 children] killed in crash": two that open a headline, without an article.
    fn is_headline_pair(&self, comma: usize, second: usize) -> bool {
        let person = |n: usize| {
            self.is_noun(n)
                && self.tokens(n).len() <= 3
                && self.reading.phrase(self.tokens(n).first(), self.words.determiner).is_none()
                && self.count(n).is_some_and(|c| c.trust >= 0.9 && c.best.is_some())
        };
        let closed = self.units.len().checked_sub(1).is_some_and(|last| self.kind(last) == Some(Kind::Stop));
        comma == 1 && !closed && person(0) && person(second)
    }

    /// "officers [Dana Karel and Orla Venn]": the title before the first name is that of all.
    fn share_title(&self, all: &mut Victims) {
        let Some((head, list)) = all.members.split_first_mut().filter(|(_, list)| !list.is_empty()) else { return };
        let titles = head.tokens.iter().take(8).any(|at| {
            self.reading
                .phrase(at, self.words.person)
                .is_some_and(|p| self.reading.column(p, "number") == "p" && p.tokens.end() < head.tokens.end())
        });
        let names = titles && list.iter().all(|m| m.count.class == VictimClass::Unspecified && m.count.words.is_none());
        if names && head.count.best == Some(1) {
            list.iter_mut().for_each(|m| m.count.class = head.count.class);
            all.count.class = head.count.class;
        }
    }

    /// Who shares the subject's fate behind it: "along with 15 militants", ", as was his driver".
    pub fn companions(&self, from: usize, to: usize) -> Option<Victims> {
        let ends = |n: usize| matches!(self.kind(n), Some(Kind::Stop)) || self.harm_of(n).is_some();
        (from..to).take(8).take_while(|&n| !ends(n)).find_map(|n| {
            if self.says(n, &["as", "so"]) && self.verb(n + 1).is_some_and(|v| v.be && v.main.is_none()) {
                return self.victims_after(n + 2).filter(|v| v.count.trust >= 0.7);
            }
            // "shot by men like Karel as well as his sons" tells of those who shoot.
            let near = n < from + 4 || !self.says(n, &["as"]);
            let with = self.kind(n) == Some(Kind::And) && near && self.says(n, &["along", "together", "as", "alongside"]);
            // "fought and died alongside Norlanders"
            let beside = self.says(n, &["alongside"]);
            with.then(|| self.victims_after(n + 1)).flatten().filter(|v| v.count.trust >= 0.7 && (!beside || v.count.best.is_some()))
        })
    }

    /// The objects from `unit` on, joined by commas and "and", with their count.
    pub fn victims_after(&self, unit: usize) -> Option<Victims> {
        self.victims_listed(unit, false)
    }

    /// The same; with `of` behind an event that a verb may follow: "the deaths of Karel, Venn and Lund [shocked] Norvik".
    pub fn victims_listed(&self, unit: usize, of: bool) -> Option<Victims> {
        let mut items = self.items(unit, of);
        // "a clerk and two guards, Dana Karel and Orla Venn": the names are the guards'.
        if let Some(last) = (1..items.len()).find(|&n| self.is_named_behind(&items[n..])) {
            items.truncate(last + 1);
        }
        let named = self.is_named_behind(&items);
        let mut items = items.into_iter();
        let mut all = items.next()?;
        if named {
            all.members.clear();
        }
        for item in items {
            if !named {
                all.count = all.count.plus(item.count);
            }
            all.tokens = all.tokens.cover(item.tokens);
            all.members.extend(item.members);
        }
        // "killed eight people and himself"
        if all.members.len() > 1 {
            let own = |tokens: TokenRange| self.reading.is_any(tokens.first(), &["himself", "herself"]);
            all.members.iter_mut().filter(|m| own(m.tokens)).for_each(|m| m.count.class = VictimClass::Attacker);
        }
        self.share_title(&mut all);
        Some(all)
    }

    /// "two clerks, Dana Karel and Orla Venn", "three villagers, two women and a man": the list says who the first ones are.
    fn is_named_behind(&self, items: &[Victims]) -> bool {
        let Some((head, list)) = items.split_first().filter(|(head, list)| head.count.words.is_some() && !list.is_empty()) else {
            return false;
        };
        let total = list.iter().try_fold(0, |sum: u64, item| Some(sum.saturating_add(item.count.best?)));
        let comma = list.first().and_then(|item| item.first.checked_sub(1)).is_some_and(|n| self.kind(n) == Some(Kind::Comma));
        let opened = ["a", "an", "the", "his", "her", "their", "one", "another"];
        let named = list.iter().all(|item| item.count.words.is_none() && !self.says(item.first, &opened));
        let anybody = head.tokens.iter().any(|at| self.reading.is_any(at, &CROWD));
        comma && total.is_some() && total == head.count.best && (named || anybody)
    }

    /// A name between commas behind "a teacher": it tells who that is, and adds nobody.
    pub(super) fn is_named_aside(&self, unit: usize) -> bool {
        let comma = |n: usize| self.kind(n) == Some(Kind::Comma);
        let Some(head) = unit.checked_sub(2).filter(|_| comma(unit - 1) && comma(unit + 1)).and_then(|n| self.root(n, false)) else {
            return false;
        };
        let single = self.says(head, &["a", "an", "the", "one", "his", "her", "another"]);
        let person = nouns::count(self.reading, self.words, self.tokens(head)).is_some_and(|c| c.best == Some(1) && c.trust >= 0.85);
        single && person && self.is_plain_name(unit)
    }

    /// "Karel, a.k.a. the Owl"
    pub(super) fn is_alias(&self, unit: usize) -> bool {
        self.says(unit, &["aka", "a.k.a.", "a.k.a", "alias", "nicknamed"])
    }

    /// "a teacher" behind a name and a comma: it tells who that is, and adds nobody.
    pub(super) fn is_aside(&self, unit: usize) -> bool {
        let Some(left) = unit.checked_sub(2).filter(|_| unit > 1 && self.kind(unit - 1) == Some(Kind::Comma)) else { return false };
        let named = self.count(left).is_some_and(|c| c.words.is_none() && c.trust < 0.8);
        // "Dana Karel, mayor of Orlik, and her driver"
        let role = || {
            let office = nouns::count(self.reading, self.words, self.tokens(unit)).is_some_and(|c| c.best == Some(1) && c.trust >= 0.85);
            office && !self.is_plain_name(unit) && self.says(unit + 1, &["of", "at"])
        };
        named && (self.says(unit, &["a", "an", "the", "his", "her"]) || role())
    }

    /// "and [caused extensive damage]": a verb that looks like an adjective of the noun behind it.
    pub(super) fn starts_with_verb(&self, unit: usize) -> bool {
        let first = self.tokens(unit).first();
        let past = self.reading.phrase(first, self.words.verb).is_some_and(|p| self.reading.column(p, "kind") == "past");
        // "and [forced survivors] into camps"
        let forced = self.reading.is(first, "forced") && self.says(unit + 1, &["into", "to", "from", "out", "onto"]);
        self.tokens(unit).len() > 1 && (past || forced)
    }

    /// "millions in losses"
    pub(super) fn is_money(&self, unit: usize) -> bool {
        let money = ["losses", "damage", "damages", "property", "cash", "aid", "debt", "dollars"];
        self.is_bare_number(unit) && self.says(unit + 1, &["in"]) && self.tokens(unit + 2).iter().any(|at| self.reading.is_any(at, &money))
    }

    /// A number and nothing else: "nine".
    pub fn is_bare_number(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        self.is_noun(unit) && words::number(self.reading, tokens.first()).is_some_and(|q| q.tokens == tokens)
    }

    /// The age behind a name and a comma in a list: "Dana Karel, [34]; Orla Venn".
    fn is_aged(&self, unit: usize) -> bool {
        let own = |n: usize| self.says(n, &["his", "her", "their"]) && self.count(n).is_some_and(|c| c.best == Some(1));
        let single = |n: usize| self.count(n).is_some_and(|c| c.words.is_none() && c.best == Some(1) && c.trust >= 0.85);
        unit > 1
            && self.is_bare_number(unit)
            && self.kind(unit - 1) == Some(Kind::Comma)
            && (self.is_plain_name(unit - 2) || self.is_noun(unit - 2) && (own(unit - 2) || single(unit - 2)))
    }

    /// Whose age, or age and town, ends at `last`: "[Dana Karel], 34", "[Dana Karel], 34, of Orlik".
    fn aged_until(&self, last: usize) -> Option<usize> {
        let town = last > 2 && self.is_noun(last) && self.says(last - 1, &["of", "from"]) && self.kind(last - 2) == Some(Kind::Comma);
        let age = if town { last - 3 } else { last };
        self.is_aged(age).then(|| age - 2)
    }

    /// "Dana Karel, 34, and [Orla Venn], 19, were": the last of several who are told with their ages, before the comma at `comma`.
    pub(super) fn last_of_aged(&self, comma: usize) -> Option<usize> {
        let last = self.aged_until(comma.checked_sub(1)?)?;
        let and = self.before(last).filter(|&n| self.kind(n) == Some(Kind::And))?;
        let further = self.past_comma(self.before(and)?)?;
        (self.aged_until(further).is_some() || self.is_plain_name(further)).then_some(last)
    }

    /// A bare number behind a name and a comma: "Dana Karel, 34,".
    pub fn is_age(&self, unit: usize) -> bool {
        let tokens = self.tokens(unit);
        let bare = words::number(self.reading, tokens.first()).is_some_and(|q| q.tokens == tokens && q.core == tokens);
        // "believed to be 36"
        let first = tokens.first();
        if bare && (first.saturating_sub(3)..first).any(|at| self.reading.is_any(at, &["ages", "aged"])) {
            return true;
        }
        if bare && unit > 0 && self.verb(unit - 1).is_some_and(|v| v.be && v.to) {
            return true;
        }
        // "not one person under 30"
        let bounded = self.is_bare_number(unit) && self.says(unit, &["under", "over", "below", "above", "aged"]);
        if bounded && unit > 0 && matches!(self.kind(unit - 1), Some(Kind::Noun | Kind::Pronoun)) {
            return true;
        }
        bare && unit > 1
            && self.kind(unit - 1) == Some(Kind::Comma)
            && self.is_noun(unit - 2)
            && matches!(self.kind(unit + 1), Some(Kind::Comma | Kind::And | Kind::Close | Kind::Stop) | None)
    }
}
