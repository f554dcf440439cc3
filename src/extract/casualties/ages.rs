//! Ages, which stand beside whoever they are of and count nobody: "aged five", "aged 3, 5 and 7", "aged 60 and over".

use super::words::{Words, number};
use crate::rules::Reading;

impl Words {
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
