//! The words of a number alone: digits, number words, and what multiplies them.

use super::{Classes, VagueWords};
use crate::rules::{Class, Phrase, QuantityForm, QuantityKind, Reading};
use crate::text::TokenKind;

/// A number by its own words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Core {
    /// Its first token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Its value; for a vague word the best guess, if any.
    pub best: Option<f64>,
    /// For a vague word, the least that it can mean.
    pub least: Option<f64>,
    /// What its scale words multiply by ("1.5 million": a million); 1 where there is none.
    pub scale: f64,
    pub form: QuantityForm,
    pub kind: QuantityKind,
}

/// Reads the number that starts at token `at`, within tokens up to `end`.
pub(super) fn core(classes: &Classes, reading: &Reading<'_>, at: usize, end: usize) -> Option<Core> {
    let words = Words { classes, reading, end };
    words
        .vague(at)
        .or_else(|| words.fraction(at))
        .or_else(|| words.ordinal(at))
        .or_else(|| words.digits(at))
        .or_else(|| words.counted(at))
        .filter(|core| core.end <= end)
}

struct Words<'r> {
    classes: &'r Classes,
    reading: &'r Reading<'r>,
    end: usize,
}

impl Words<'_> {
    fn phrase(&self, at: usize, class: Class) -> Option<Phrase> {
        if at < self.end { self.reading.phrase(at, class).filter(|phrase| phrase.tokens.end() <= self.end) } else { None }
    }

    fn value(&self, at: usize, class: Class) -> Option<f64> {
        self.reading.column(self.phrase(at, class)?, "best").parse().ok()
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.end && self.reading.is(at, word)
    }

    fn glued(&self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|token| token.glued)
    }

    /// "12", "1,500", "1.5 million", "30k".
    fn digits(&self, at: usize) -> Option<Core> {
        let token = self.reading.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let word = token.span.of(self.reading.document().text());
        let number: f64 = if word.contains(',') { word.replace(',', "").parse().ok()? } else { dotted(word)? };
        let half = self.is(at + 1, "½") && self.glued(at + 1);
        let (number, next) = if half { (number + 0.5, at + 2) } else { (number, at + 1) };
        let suffix = self.value(next, self.classes.suffix).filter(|_| self.glued(next));
        let (scale, stop) = suffix.map_or_else(|| self.scales(next), |scale| (scale, next + 1));
        Some(Core {
            start: at,
            end: stop,
            best: Some(number * scale),
            least: None,
            scale,
            form: QuantityForm::Digits,
            kind: QuantityKind::Cardinal,
        })
    }

    /// "million", "hundred thousand": the product, and where the words end.
    fn scales(&self, mut at: usize) -> (f64, usize) {
        let mut product = 1.0;
        while let Some(scale) = self.value(at, self.classes.scale) {
            // "30 score" is no number, and "two hundred-metre races" no two hundred.
            product *= scale;
            at += 1;
        }
        (product, at)
    }

    /// "twelve", "forty-three", "two hundred and fifty-one", "a dozen", "half a million", "two and a half".
    fn counted(&self, at: usize) -> Option<Core> {
        let (mut total, mut group, mut next) = (0.0, 0.0, at);
        let (mut seen, mut largest) = (false, 1.0_f64);
        if self.is(at, "a") || self.is(at, "an") || self.is(at, "another") {
            self.value(at + 1, self.classes.scale)?;
            (group, next, seen) = (1.0, at + 1, true);
        }
        loop {
            if let Some((value, stop)) = self.below_hundred(next).filter(|_| group % 100.0 == 0.0) {
                (group, next, seen) = (group + value, stop, true);
            } else if let Some(scale) = self.value(next, self.classes.scale).filter(|_| seen) {
                largest = largest.max(scale);
                if scale <= 100.0 {
                    group = group.max(1.0) * scale;
                } else {
                    (total, group) = (total + group.max(1.0) * scale, 0.0);
                }
                next += 1;
            } else if seen && largest > 1.0 && self.is(next, "and") && self.below_hundred(next + 1).is_some() && !self.is(next + 1, "one") {
                next += 1;
            } else {
                break;
            }
            if next - at > 12 {
                break;
            }
        }
        if !seen {
            return None;
        }
        let mut best = total + group;
        if self.is(next, "and") && self.is(next + 1, "a") && self.is(next + 2, "half") {
            next += 3;
            let (scale, stop) = self.scales(next);
            best = (best + 0.5) * scale;
            next = stop;
        }
        Some(Core {
            start: at,
            end: next,
            best: Some(best),
            least: None,
            scale: largest,
            form: QuantityForm::Words,
            kind: QuantityKind::Cardinal,
        })
    }

    /// "seven", "forty", "forty-three", "forty three".
    fn below_hundred(&self, at: usize) -> Option<(f64, usize)> {
        if let Some(unit) = self.value(at, self.classes.unit) {
            return Some((unit, at + 1));
        }
        let ten = self.value(at, self.classes.ten)?;
        let unit_at = if self.is(at + 1, "-") { at + 2 } else { at + 1 };
        match self.value(unit_at, self.classes.unit).filter(|unit| (1.0..10.0).contains(unit)) {
            Some(unit) => Some((ten + unit, unit_at + 1)),
            None => Some((ten, at + 1)),
        }
    }

    /// "dozens", "several hundred", "a few", "tens of thousands".
    fn vague(&self, at: usize) -> Option<Core> {
        let phrase = self.phrase(at, self.classes.vague)?;
        let column = |name| self.reading.column(phrase, name).parse::<f64>().ok();
        let coded = column("acled").filter(|_| self.classes.vague_words == VagueWords::Acled);
        let (scale, end) = self.scales(phrase.tokens.end());
        let least = coded.or(column("low"))? * scale;
        let best = coded.or(column("best")).map(|n| n * scale);
        let least = if scale > 1.0 { best.unwrap_or(least) } else { least };
        Some(Core { start: at, end, best, least: Some(least), scale, form: QuantityForm::Vague, kind: QuantityKind::Cardinal })
    }

    /// "half", "half a million", "a third", "two-thirds", "three quarters", "½".
    fn fraction(&self, at: usize) -> Option<Core> {
        let core = |end, best, kind| Core { start: at, end, best: Some(best), least: None, scale: 1.0, form: QuantityForm::Words, kind };
        if self.is(at, "half") {
            let article = usize::from(self.is(at + 1, "a"));
            let (scale, end) = self.scales(at + 1 + article);
            return Some(if scale > 1.0 {
                core(end, scale / 2.0, QuantityKind::Cardinal)
            } else {
                core(at + 1, 0.5, QuantityKind::Fraction)
            });
        }
        if self.is(at, "½") {
            return Some(core(at + 1, 0.5, QuantityKind::Fraction));
        }
        let over = if self.is(at, "a") { 1.0 } else { self.value(at, self.classes.unit).filter(|n| *n >= 1.0)? };
        let part_at = if self.is(at + 1, "-") { at + 2 } else { at + 1 };
        let part = self.value(part_at, self.classes.part)?;
        let plural = self.reading.word(part_at).ends_with('s');
        let of = self.is(part_at + 1, "of");
        // "a quarter of a million"
        let (scale, end) = self.scales(part_at + 3);
        if of && self.is(part_at + 2, "a") && scale > 1.0 {
            return Some(core(end, scale * over / part, QuantityKind::Cardinal));
        }
        // "a third man" and "a quarter past" are no parts, "a third of them" is.
        ((over > 1.0 && plural) || (over <= 1.0 && of)).then(|| core(part_at + 1, over / part, QuantityKind::Fraction))
    }

    /// "third", "twenty-first", "21st".
    fn ordinal(&self, at: usize) -> Option<Core> {
        let core = |end, best, form| Core { start: at, end, best: Some(best), least: None, scale: 1.0, form, kind: QuantityKind::Ordinal };
        if let Some(value) = self.value(at, self.classes.ordinal) {
            return Some(core(at + 1, value, QuantityForm::Words));
        }
        if let Some(ten) = self.value(at, self.classes.ten) {
            let unit = self.value(at + 2, self.classes.ordinal).filter(|n| *n < 10.0 && self.is(at + 1, "-"))?;
            return Some(core(at + 3, ten + unit, QuantityForm::Words));
        }
        let digits = self.reading.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let suffix = self.glued(at + 1) && ["st", "nd", "rd", "th"].iter().any(|s| self.is(at + 1, s));
        let value = digits.span.of(self.reading.document().text()).parse().ok().filter(|_| suffix)?;
        Some(core(at + 2, value, QuantityForm::Digits))
    }
}

/// "1.5" is one and a half; "10.000" and "1.234.567" hold separators.
fn dotted(word: &str) -> Option<f64> {
    let Some((first, rest)) = word.split_once('.') else { return word.parse().ok() };
    let grouped = rest.contains('.') || rest == "000" && !first.starts_with('0');
    if grouped { word.replace('.', "").parse().ok() } else { word.parse().ok() }
}
