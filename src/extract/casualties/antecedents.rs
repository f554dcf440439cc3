//! From a relative clause or a participle back to whom it is about: "members of a family who were", "six monks, two of them Danes,
//! who were".

use super::causes;
use super::clause::Clause;
use super::kind::{Form, Kind};
use super::nouns;

impl Clause<'_> {
    /// "[six monks], two of them Danes, who were": what stands before the part that ends at `at`.
    pub(super) fn before_part(&self, at: usize) -> usize {
        let of = (at.saturating_sub(3)..at).rev().find(|&n| self.says(n, &["of"]) && self.says(n + 1, &["them"]));
        let whole = of.filter(|&n| n > 2 && self.is_bare_number(n - 1) && self.kind(n - 2) == Some(Kind::Comma)).map(|n| n - 3);
        whole.filter(|&n| self.is_noun(n)).unwrap_or(at)
    }

    /// Whom a relative clause behind `left` is about: "[members] of a family who", but "a picture of [a cook] who", "a bus
    /// with [pilgrims] who".
    pub(super) fn antecedent(&self, left: usize) -> Option<usize> {
        let root = self.root(left, false);
        // "[two guards] running a clinic killed"
        let runs = self.before(left).filter(|&n| self.verb(n).is_some_and(|v| v.form == Some(Form::Ing) && !v.be));
        let runner = runs.and_then(|n| self.before(n)).filter(|&n| self.count(n).is_some_and(|c| c.words.is_some() && c.trust >= 0.85));
        if runner.is_some() && nouns::is_thing(self.reading, self.words, self.tokens(left)) {
            return runner;
        }
        let joins = |words: &[&str]| left.checked_sub(1).is_some_and(|n| self.says(n, words));
        // "a mother of five who died"
        let one = |n: usize| self.count(n).is_some_and(|c| c.words.is_none() && c.best == Some(1) && c.trust >= 0.85);
        if joins(&["of"]) && self.is_bare_number(left) && root.is_some_and(|n| n + 2 == left && one(n)) {
            return root;
        }
        // "the pilot of the helicopter that was shot"
        let that = (left + 1..left + 3).any(|n| self.kind(n) == Some(Kind::Relative) && self.says(n, &["that", "which"]));
        if that && nouns::is_thing(self.reading, self.words, self.tokens(left)) {
            return Some(left);
        }
        // "one for each guard killed"
        if self.says(left, &["each", "every"]) {
            return Some(left);
        }
        let people = |n: usize| nouns::count(self.reading, self.words, self.tokens(n)).is_some_and(|c| c.trust >= 0.7);
        let nearer = joins(&["with", "for", "to", "against", "by", "like", "about", "on", "as", "over", "such as", "among", "amongst"])
            || joins(&["of"]) && root.is_none_or(|n| !people(n) && !causes::is_cause(self, n) || self.mourns(n));
        if nearer && people(left) { Some(left) } else { root }
    }

    /// "parents of children who were killed": those who are left behind.
    pub(super) fn mourns(&self, unit: usize) -> bool {
        let left = [
            "parents",
            "parent",
            "families",
            "family",
            "relatives",
            "relative",
            "friends",
            "friend",
            "photos",
            "names",
            "widow",
            "widows",
            "mother",
            "mothers",
            "father",
            "fathers",
            "supporters",
            "colleagues",
            "survivors",
            "lawyer",
            "lawyers",
            "sons",
            "siblings",
            "lives",
            "life",
            "memory",
        ];
        self.reading.is_any(self.tokens(unit).end().saturating_sub(1), &left)
    }

    /// "Nine were among [those] killed": who was among them.
    pub fn among_those(&self, root: usize) -> Option<usize> {
        let those = self.says(root, &["those", "the"]) && self.count(root).is_none_or(|c| c.words.is_none());
        let among = self.before(root).filter(|&n| those && self.says(n, &["among"]))?;
        let verb = self.before(among).filter(|&n| self.verb(n).is_some_and(|v| v.be && v.main.is_none()))?;
        self.subject(verb)
    }
}
