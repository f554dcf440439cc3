//! What stands around digits and names that only look like dates.

use crate::rules::{Match, Reading};
use crate::text::{Case, TokenKind};

/// Prepositions and the like that years and months stand behind.
const BEFORE_DATE: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "during",
    "from",
    "by",
    "of",
    "before",
    "after",
    "through",
    "throughout",
    "to",
    "between",
    "and",
    "around",
    "about",
    "circa",
    "or",
    "early",
    "late",
    "mid",
    "last",
    "this",
    "next",
    "for",
    "on",
    "that",
    "end",
    "beginning",
    "middle",
    "later",
    "earlier",
    "previous",
    "following",
    "each",
    "every",
    "past",
    "coming",
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
];

/// The years that four digits alone may mean.
pub const YEARS: std::ops::RangeInclusive<i16> = 1000..=2100;

/// The word before the match, within its sentence; empty at its start.
pub fn word_before<'r>(hit: &Match<'r>, at: usize) -> &'r str {
    let sentence = hit.reading.sentence(at);
    if at > sentence.first() { hit.reading.word(at - 1) } else { "" }
}

/// Whether the word before token `at` is one that dates stand behind.
pub fn is_introduced(hit: &Match<'_>, at: usize) -> bool {
    is_one_of(word_before(hit, at), BEFORE_DATE)
}

/// Whether a word is one of these, in any case.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Whether token `at` is a capitalised word.
pub fn is_capital(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && matches!(t.case, Case::Capital | Case::Upper))
}

/// Whether token `at` clings to the one before it.
pub fn is_glued(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is_some_and(|token| token.glued)
}

/// Whether the sentence of token `at` is in capitals.
pub fn is_shouting(reading: &Reading<'_>, at: usize) -> bool {
    let document = reading.document();
    document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting)
}

/// "In" at the head of a sentence, before token `at`.
fn opens_sentence(hit: &Match<'_>, at: usize) -> bool {
    at > 0 && hit.reading.is(at - 1, "in") && hit.reading.sentence(at).first() + 1 == at
}

/// Whether four digits at token `at` can be a year: no count, price, route or resolution.
pub fn is_year(hit: &Match<'_>, at: usize) -> bool {
    let reading = hit.reading;
    let Ok(year) = reading.word(at).parse::<i16>() else { return false };
    if !YEARS.contains(&year) {
        return false;
    }
    let sentence = reading.sentence(at);
    let next = at + 1;
    let clings = next < sentence.end() && is_glued(reading, next);
    let more_digits = clings
        && reading.is_any(next, &["%", "°", ":", "/", "@", "+", "$", "€", "£"])
        && !(reading.is(next, "/") && reading.token(next + 1).is_some_and(|t| t.kind == TokenKind::Number));
    let suffixed = clings && reading.token(next).is_some_and(|t| t.kind == TokenKind::Word) && !reading.word(next).ends_with('s');
    // "In 2017 rebels attacked": nobody counts so many of them.
    let people = opens_sentence(hit, at) && (1900..=2059).contains(&year) && reading.phrase_named(next, "counted_noun").is_some();
    let counts = next < sentence.end()
        && !people
        && ["counted_noun", "percent_word", "currency_word", "number_scale", "time_units"]
            .iter()
            .any(|class| reading.phrase_named(next, class).is_some());
    let hyphened = clings && reading.is(next, "-") && reading.phrase_named(at + 2, "time_unit").is_some();
    if more_digits || suffixed || counts || hyphened {
        return false;
    }
    let before = word_before(hit, at);
    let money = at > 0 && reading.phrase_named(at - 1, "currency_mark").is_some();
    let joined = is_glued(reading, at) && !["(", "[", "-", "–", "—", "/", "\"", "“", "'", "‘", "``", "--"].contains(&before);
    let tag = at > 0
        && reading.is_any(
            at - 1,
            &[
                "no",
                "nos",
                "number",
                "page",
                "pp",
                "p",
                "room",
                "flight",
                "#",
                "x",
                "over",
                "than",
                "least",
                "some",
                "nearly",
                "almost",
                "approximately",
                "roughly",
                "exactly",
                "only",
                "another",
            ],
        );
    if money || joined || tag {
        return false;
    }
    let introduced = before.is_empty() || is_introduced(hit, at);
    let named = is_capital(reading, at.wrapping_sub(1))
        && !before.is_empty()
        && !introduced
        && reading.phrase_named(at - 1, "determiner").is_none();
    if named && !is_shouting(reading, at) {
        return reading.is_any(at - 1, &["mid"]) || at == sentence.first();
    }
    introduced || (1900..=2059).contains(&year)
}

/// Whether the name of a month at `first..end` is the month and not a word or a person.
pub fn is_month(hit: &Match<'_>, first: usize, end: usize) -> bool {
    let reading = hit.reading;
    let month = reading.word(first);
    let sentence = reading.sentence(first);
    let introduced = is_introduced(hit, first) || word_before(hit, first) == "," || word_before(hit, first) == "-";
    let doubtful = ["may", "march", "august", "april", "june"].iter().any(|m| m.eq_ignore_ascii_case(month));
    if !doubtful {
        return true;
    }
    let before = word_before(hit, first);
    let title = before == "." || (is_capital(reading, first.wrapping_sub(1)) && !introduced && !before.is_empty());
    let name = end < sentence.end() && is_capital(reading, end) && reading.phrase_named(end, "weekday").is_none();
    let verb = ["may", "march"].iter().any(|m| m.eq_ignore_ascii_case(month));
    if is_shouting(reading, first) {
        return introduced && !before.eq_ignore_ascii_case("that") && !before.eq_ignore_ascii_case("and") || !verb;
    }
    match (verb, introduced) {
        (_, true) if name => before.eq_ignore_ascii_case("in") || before.eq_ignore_ascii_case("last"),
        (_, true) => true,
        (true, false) => false,
        (false, false) => !title && !name,
    }
}
