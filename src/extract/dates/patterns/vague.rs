//! The past, the present and the future, without a date. Which words count was measured on annotated news: "now" and
//! "recently" do, "soon" and "already" mostly don't.

use super::guard;
use crate::extract::dates::meaning::{Found, Meaning};
use crate::rules::{Example, Match, Rule};

pub const RULES: &[Rule<Found>] = &[
    Rule {
        name: "vague/now",
        pattern: "(right | just)? w=now | w=(currently | nowadays | presently) | w=(these days)",
        make: present,
        hits: &[Example { text: "The economy is [now] shrinking.", gives: "PRESENT_REF" }],
        misses: &["Now, he said, that is odd.", "He knows it now and then."],
    },
    Rule {
        name: "vague/recently",
        pattern: "(more | most)? recently",
        make: past,
        hits: &[Example { text: "The group has [recently] grown.", gives: "PAST_REF" }],
        misses: &["A recent study found it."],
    },
    Rule {
        name: "vague/the-past",
        pattern: "the past",
        make: the_past,
        hits: &[Example { text: "It failed in [the past].", gives: "PAST_REF" }],
        misses: &["It fell in the past two years.", "He went to the past president."],
    },
    Rule {
        name: "vague/the-future",
        pattern: "(the (near | foreseeable | distant | immediate | not so distant | not too distant)? future | (near | foreseeable) future | future !(of))",
        make: future,
        hits: &[Example { text: "Talks could resume in [the near future].", gives: "FUTURE_REF" }],
        misses: &["Cotton futures fell.", "Its future leader spoke."],
    },
    Rule {
        name: "vague/one-day",
        pattern: "(@modal | to | hope | hopes | hoped) <any>{0,2} w=one day",
        make: one_day,
        hits: &[Example { text: "She will [one day] return.", gives: "FUTURE_REF" }],
        misses: &["It will take one day of work.", "He will leave for one day."],
    },
];

fn present(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (first, end) = (hit.tokens.first(), hit.tokens.end());
    // "Now, he said": a word of speech, no time.
    let opens = first == reading.sentence(first).first() && reading.is(end, ",");
    let compound = guard::is_glued(reading, end) && reading.is(end, "-");
    let idiom = compound
        || reading.is(end, "and") && reading.is(end + 1, "then")
        || guard::is_glued(reading, first) && reading.is(first.wrapping_sub(1), "-");
    (!opens && !idiom).then(|| Found::new(hit, Meaning::Vague("PRESENT_REF"), 0.75))
}

fn one_day(hit: &Match<'_>) -> Option<Found> {
    let reading = hit.reading;
    let (first, end) = (hit.get("w")?.first(), hit.tokens.end());
    let length = reading
        .is_any(first - 1, &["for", "in", "within", "after", "than", "least", "only", "just", "last", "take", "about", "by", "be"])
        || reading.is_any(end, &["of", "before", "after", "earlier", "later", "-"]);
    let tokens = crate::text::TokenRange::new(first, end);
    (!length).then(|| Found::new(hit, Meaning::Vague("FUTURE_REF"), 0.7).over(tokens))
}

fn past(hit: &Match<'_>) -> Option<Found> {
    Some(Found::new(hit, Meaning::Vague("PAST_REF"), 0.65))
}

/// "the past" as a noun: nothing follows that it could describe.
fn the_past(hit: &Match<'_>) -> Option<Found> {
    let end = hit.tokens.end();
    let reading = hit.reading;
    let alone = end >= reading.sentence(end - 1).end()
        || reading.token(end).is_some_and(|t| t.kind == crate::text::TokenKind::Mark && !reading.is(end, "-"))
        || reading.is_any(
            end,
            &["and", "but", "have", "has", "when", "that", "to", "as", "it", "he", "they", "by", "because", "with", "or", "for"],
        );
    alone.then(|| Found::new(hit, Meaning::Vague("PAST_REF"), 0.7))
}

fn future(hit: &Match<'_>) -> Option<Found> {
    let article = hit.reading.is(hit.tokens.first(), "the");
    let end = hit.tokens.end();
    let introduced = guard::word_before(hit, hit.tokens.first()).eq_ignore_ascii_case("in");
    let noun = hit.reading.is(end, "of")
        || hit.reading.is(end, "'s")
        || end < hit.reading.sentence(end - 1).end() && guard::is_glued(hit.reading, end) && hit.reading.is(end, "-");
    ((article || introduced) && !noun).then(|| Found::new(hit, Meaning::Vague("FUTURE_REF"), 0.65))
}
