//! Words that look like others: ages, which stand beside whoever they are of and count nobody: "aged five", "aged 3, 5 and 7", "aged 60 and over".

use super::kind::Kind;
use super::words::{Words, number};
use crate::rules::{Phrase, Reading};

impl Words {
    /// Whether an adverb is a preposition too: "aboard", "on board".
    pub(super) fn leads(&self, reading: &Reading<'_>, phrase: Phrase) -> bool {
        let same = |p: &Phrase| p.tokens == phrase.tokens && (p.class == self.preposition_more || p.class == self.preposition);
        reading.phrases_at(phrase.tokens.first()).iter().any(same)
    }

    /// "a trash can": behind what it holds, or before a verb that has no base.
    pub(super) fn is_vessel(&self, reading: &Reading<'_>, at: usize, before: Option<Kind>) -> bool {
        let holds = ["trash", "garbage", "rubbish", "litter", "oil", "petrol", "gas", "water", "milk", "beer", "tin", "jerry", "soda"];
        let past = reading.phrase(at + 1, self.harm_verb).is_some_and(|p| reading.column(p, "form") == "past");
        before == Some(Kind::Noun) && (at > 0 && reading.is_any(at - 1, &holds) || past)
    }

    /// Where "aged five", "aged five and seven", "aged 3, 5 and 7" ends.
    pub(super) fn end_of_ages(&self, reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
        if !reading.is_any(at, &["aged", "ages"]) {
            return None;
        }
        let age = |at: usize| {
            let last = number(reading, at).map(|q| q.tokens.end())?;
            let counts = reading.phrase(last, self.person).is_some() || reading.is_any(last, &["other", "others", "more", "-", "–"]);
            (last <= end && !counts).then_some(last)
        };
        let mut last = age(at + 1).or_else(|| age(at + 2).filter(|_| reading.is(at + 1, "between")))?;
        for _ in 0..6 {
            let bound =
                reading.is_any(last, &["and", "or"]) && reading.is_any(last + 1, &["over", "above", "older", "under", "younger", "up"]);
            let mut next = last + usize::from(reading.is_any(last, &[",", "and", "or", "to", "-", "–"]));
            next += usize::from(next > last && reading.is_any(next, &["and", "or"]));
            match age(next).filter(|_| next > last) {
                _ if bound => last += 2,
                Some(further) => last = further,
                None => break,
            }
        }
        Some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn ages_count_nobody() {
        check(&[
            ("A boy aged five and a girl aged seven were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
            ("Two sisters aged five and seven drowned.", &["killed 2/2/2"]),
            ("A boy, aged five, and his uncle were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
            ("A boy, 5, and his uncle were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
            ("Nine clerks aged 60 and over were hurt.", &["injured 9/9/9"]),
        ]);
    }
}
