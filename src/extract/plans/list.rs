//! Inline lists: "calls for | closing two depots, | selling the fleet and | hiring guards".
//!
//! A list is parallel: its items begin alike. Where the first begins with "-ing", "to", "that" or a bare verb, a comma or
//! "and" parts two items only before the same; what stands between other commas belongs to the item before. Nouns are
//! parted by every comma and by the "and" behind the last one.

use super::eye::{Eye, before};
use super::govern;
use super::hanging;
use super::verbs;
use super::wanted;
use crate::text::TokenRange;

/// How far a list is read.
pub(super) const REACH: usize = 160;

/// How an item begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    That,
    Infinitive,
    Base,
    Gerund,
    Noun,
    /// Something that only goes on: "in May", "which ...".
    Rest,
}

/// A list and how its first item begins.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub items: Vec<TokenRange>,
    pub shape: Option<Shape>,
}

pub(super) fn shape(eye: Eye, at: usize) -> Shape {
    let at = skip(eye, at);
    if eye.any(at, &["that"]) {
        Shape::That
    } else if eye.any(at, &["to"]) && eye.is_base(at + 1) {
        Shape::Infinitive
    } else if eye.is_gerund(at) && !eye.has(at, eye.words.aside) {
        Shape::Gerund
    } else if eye.has(at, eye.words.aside)
        || eye.has(at, eye.words.preposition)
        || eye.is_relative(at)
        || hanging::is_share_of_which(eye, at)
        || eye.any(at, &["if", "when", "because", "as", "while", "although", "such", "then", "including", "so", "rather"])
        || eye.is_mark(at) && !eye.is_quote(at)
    {
        Shape::Rest
    } else if verbs::is_imperative(eye, at) && !is_compound(eye, at) {
        Shape::Base
    } else {
        Shape::Noun
    }
}

/// "single-track lines": half of an adjective, no verb; "fast-track the case" is one.
fn is_compound(eye: Eye, at: usize) -> bool {
    eye.is(at + 1, "-") && !(eye.is_base(at + 2) && eye.is_determiner(at + 3))
}

/// Past "and", "as well as", "also", quotes.
pub(super) fn skip(eye: Eye, mut at: usize) -> usize {
    let first = at;
    while at - first < 6 {
        let link = eye.any(at, &["and", "also", "or", "but", "immediately", "not", "plus", "then"])
            || eye.is_quote(at)
            || eye.is_comma(at)
            || eye.is_adverb(at) && eye.is_base(at + 1);
        let words = if link { 1 } else { joins(eye, at) };
        if words == 0 {
            break;
        }
        at += words;
    }
    at
}

/// How many words join an item to a list here, as "and" does: "as well as", "along with".
fn joins(eye: Eye, at: usize) -> usize {
    let then = |second: &str| eye.reading.is(at + 1, second);
    if eye.any(at, &["as"]) && then("well") && eye.any(at + 2, &["as"]) {
        3
    } else if eye.any(at, &["while"]) && eye.is_gerund(at + 1) {
        1
    } else if eye.any(at, &["along", "together", "combined", "coupled"]) && then("with") {
        2
    } else if eye.any(at, &["in"]) && then("addition") && eye.any(at + 2, &["to"]) {
        3
    } else {
        0
    }
}

/// Without "as well as" in front.
pub(super) fn unjoined(eye: Eye, item: TokenRange) -> TokenRange {
    let item = eye.trim(item);
    TokenRange::new((item.first() + joins(eye, item.first())).min(item.end()), item.end())
}

/// ", Marlow said, as ...": who says so, behind the comma at `at`.
fn says(eye: Eye, at: usize, end: usize) -> bool {
    if !eye.is_comma(at) || !(eye.is_capital(at + 1) || eye.is_determiner(at + 1) || eye.has(at + 1, eye.words.pronoun)) {
        return false;
    }
    let verb = (at + 2..end.min(at + 12)).take_while(|&i| !eye.is_comma(i) && eye.modality(i).is_none() && !eye.is_gerund(i)).find(|&i| {
        eye.any(i, &["said", "says", "added", "explained", "told", "wrote"])
            && !eye.any(before(i), &["is", "are", "was", "has", "have", "had"])
    });
    verb.is_some_and(|verb| {
        verb + 1 >= end || eye.is_mark(verb + 1) || eye.any(verb + 1, &["in", "on", "at", "as", "during", "after", "when"])
    })
}

/// The items of the list in `region`; `first`: how its items begin, where what leads to it says so.
pub(super) fn read(eye: Eye, region: TokenRange, first: Option<Shape>) -> List {
    let region = TokenRange::new(region.first(), region.end().min(region.first() + REACH));
    if region.is_empty() {
        return List::default();
    }
    let shape = first.unwrap_or_else(|| shape(eye, region.first()));
    // "plans to cut fees, has said that ...": there the subject goes on with another verb.
    // And "the plan, which calls for pauses, aid and talks, was handed over".
    let ends = |at: &usize| eye.is_comma(*at) && (eye.is_auxiliary(at + 1) || eye.modality(at + 1).is_some());
    let ends = |at: &usize| ends(at) || says(eye, *at, region.end()) || hanging::is_choice(eye, *at, shape) || hanging::is_clause(eye, *at);
    let region = TokenRange::new(region.first(), region.iter().skip(2).find(ends).unwrap_or(region.end()));
    let cuts = cuts(eye, region);
    let items = if cuts.iter().any(|cut| eye.is(*cut, ";")) {
        let parted = part(region, cuts.iter().copied().filter(|cut| eye.is(*cut, ";")));
        match shape {
            Shape::Base | Shape::Infinitive if hanging::are_examples(eye, &parted) => parted[..1].to_vec(),
            // "to stop the pumps and open the gates; to pay the crew"
            Shape::Base | Shape::Infinitive => parted.into_iter().flat_map(|item| wanted::two_deeds(eye, item)).collect(),
            _ => parted,
        }
    } else {
        match shape {
            Shape::Noun => nouns(eye, region, &cuts),
            Shape::Rest => Vec::new(),
            Shape::Gerund => {
                let items = verbal(eye, region, &cuts, shape);
                // "naming a trustee and an overhaul of the port"
                let noun = |cut: &usize| eye.is_determiner(cut + 1) && (cut + 2..cut + 5).any(|at| eye.has(at, eye.words.deed));
                match cuts.iter().copied().find(noun).filter(|_| items.len() < 2) {
                    Some(cut) => part(region, std::iter::once(cut)),
                    None => items,
                }
            }
            _ => verbal(eye, region, &cuts, shape),
        }
    };
    let items: Vec<TokenRange> = items
        .into_iter()
        .map(|item| eye.trim(unmarked(eye, unjoined(eye, item))))
        .filter(|item| !(item.is_empty() || is_told(eye, *item) || item.len() == 1 && eye.is_adverb(item.first())))
        .collect();
    List { items, shape: Some(shape) }
}

/// Without "(1)" or "1)" in front.
fn unmarked(eye: Eye, item: TokenRange) -> TokenRange {
    let mut first = eye.trim(item).first();
    first += usize::from(eye.is(first, "("));
    let marked = eye.word(first).len() <= 2 && eye.is(first + 1, ")") && first + 2 < item.end();
    if marked { TokenRange::new(first + 2, item.end()) } else { item }
}

/// "Marlow tells our reporter": who says so, in the middle of the list.
fn is_told(eye: Eye, item: TokenRange) -> bool {
    let says = |at: usize| {
        eye.has(at, eye.words.speech)
            && !eye.any(before(at), &["is", "are", "was", "were", "be", "been", "not"])
            && !eye.any(at, &["claims", "reports", "estimates", "states", "notes"])
            // "gives towns a say"
            && !eye.is_determiner(before(at))
    };
    item.len() <= 12 && item.iter().skip(1).any(says) && !eye.is_gerund(item.first())
}

/// Commas, semicolons and "and" outside brackets.
pub(super) fn cuts(eye: Eye, region: TokenRange) -> Vec<usize> {
    let mut depth = 0_i32;
    let mut cuts = Vec::new();
    for at in region.iter() {
        match eye.word(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            "," if depth <= 0 && parts_adjectives(eye, at) => {}
            // ", and, critically, an audit"
            "," if depth <= 0 && eye.is_adverb(at + 1) && eye.is_comma(at + 2) => {}
            "," if depth <= 0 && at >= region.first() + 2 && eye.is_adverb(at - 1) && eye.is_comma(at - 2) => {}
            "," | ";" if depth <= 0 => cuts.push(at),
            word if depth <= 0 && word.eq_ignore_ascii_case("and") && at > region.first() => cuts.push(at),
            _ if depth <= 0 && at > region.first() && joins(eye, at) > 0 && !eye.is_comma(at - 1) && !eye.any(at, &["while"]) => {
                cuts.push(at)
            }
            _ => {}
        }
    }
    cuts
}

/// "a small, quiet harbour": a comma between two adjectives.
fn parts_adjectives(eye: Eye, comma: usize) -> bool {
    if comma < 2 || !eye.any(comma - 2, &["a", "an"]) {
        return false;
    }
    let plain = !eye.is_determiner(comma + 1)
        && !eye.is_capital(comma + 1)
        && !eye.is_gerund(comma + 1)
        && !eye.is_base(comma + 1)
        && eye.reading.quantity(comma + 1).is_none()
        && !eye.any(comma + 1, &["and", "or", "as", "which", "who", "including", "such"])
        && !eye.has(comma + 1, eye.words.preposition);
    let noun =
        (comma + 1..comma + 5).take_while(|&at| !eye.is_mark(at) && !eye.has(at, eye.words.preposition) && !eye.any(at, &["to"])).last();
    plain && noun.is_some_and(|noun| noun > comma + 1 && !eye.word(noun).ends_with(['s', 'S']))
}

pub(super) fn part(region: TokenRange, cuts: impl Iterator<Item = usize>) -> Vec<TokenRange> {
    let mut items = split(region, cuts, |cut| cut + 1);
    items.retain(|item| !item.is_empty());
    items
}

/// The region in pieces: each ends at a cut, and `next` says where the one behind a cut begins.
pub(super) fn split(region: TokenRange, cuts: impl Iterator<Item = usize>, next: impl Fn(usize) -> usize) -> Vec<TokenRange> {
    let mut items = Vec::new();
    let mut first = region.first();
    for cut in cuts {
        items.push(TokenRange::new(first, cut));
        first = next(cut);
    }
    items.push(TokenRange::new(first, region.end()));
    items
}

/// Items that begin alike; where one of them does behind a comma, nouns between commas are items too.
fn verbal(eye: Eye, region: TokenRange, cuts: &[usize], wanted: Shape) -> Vec<TokenRange> {
    // "would bring them to the table, to try to end the row": what for.
    let to = |cut: usize| eye.any(cut + 1, &["to"]) && eye.is_comma(cut);
    let purposes = cuts.iter().filter(|cut| to(**cut)).count() == 1 || hanging::has_purpose(eye, region.first(), cuts);
    let ends_in = |cut: usize| purposes && to(cut) && !cuts.iter().any(|&and| hanging::closes(eye, and, cut));
    let begins = |cut: usize| {
        let next = skip(eye, cut + 1);
        match wanted {
            Shape::Base | Shape::Infinitive => {
                // "would open the port and would close the camps"
                let again = !eye.is_comma(cut) && eye.modality(cut + 1).is_some_and(super::sequel::is_binding) && eye.is_base(cut + 2);
                let verb = again
                    || shape(eye, cut + 1) == Shape::Infinitive && !ends_in(cut)
                    || verbs::is_imperative(eye, next)
                    || is_lone_verb(eye, next)
                    || is_phrasal(eye, next);
                // "a politics of envy and fear that ..."
                let noun = eye.any(next + 1, &["that"]) && eye.verb(next).is_some_and(|verb| eye.has_lemma(verb.lemma, eye.words.idle));
                verb && !noun && !hanging::hangs(eye, region, cut)
            }
            _ => shape(eye, cut + 1) == wanted,
        }
    };
    let last_comma = cuts.iter().copied().rfind(|cut| eye.is_comma(*cut));
    let alike = cuts.iter().filter(|cut| begins(**cut)).count();
    let commas = cuts.iter().filter(|cut| eye.is_comma(**cut)).count();
    // "testing the wells, new pumps and repairing the dam" mixes; "reopening schools, shops and offices" is one item.
    let mixed = wanted == Shape::Gerund && alike > 0 && commas > 0;
    let plain = |at: usize| eye.is_plain(at) && !eye.has(at, eye.words.preposition) && !eye.any(at, &["and", "or", "of"]);
    let is_particle = |at: usize| eye.any(at, &["for", "out", "up", "down", "off"]) && (eye.can_be_object(at + 1) || plain(at + 1));
    let may_be_verb = |cut: usize| {
        let next = skip(eye, cut + 1);
        eye.is_base(next)
            && !eye.is_capital(next)
            && !eye.any(next, &["top"])
            && (plain(next + 1) || is_particle(next + 1) || eye.can_be_object(next + 1))
            && !is_compound(eye, next)
    };
    let verbs = matches!(wanted, Shape::Base | Shape::Infinitive);
    // "close the mill, free the crew and fund schools": the "and" that closes a list of verbs has a verb behind it.
    let closing = cuts.iter().copied().rfind(|cut| eye.any(*cut, &["and"])).filter(|&and| {
        let oxford = eye.is_comma(and - 1);
        let earlier = || cuts.iter().any(|&cut| cut + 1 < and && eye.is_comma(cut) && begins(cut));
        let inner = || cuts.iter().any(|&cut| cut < and && eye.any(cut, &["and"]) && begins(cut));
        verbs && (oxford || earlier() && !inner()) && cuts.last() == Some(&and) && may_be_verb(and)
    });
    // "cut the toll, limit night work and free the crew": what may be a verb is one between two verbs.
    let last = cuts.iter().copied().rfind(|cut| begins(*cut)).max(closing);
    let between = |cut: usize| verbs && eye.is_comma(cut) && last.is_some_and(|last| last > cut + 1) && may_be_verb(cut);
    // "repeal and replace the act" is one deed.
    let paired = |cut: usize| {
        eye.any(cut, &["and"]) && cut == region.first() + 1 + usize::from(eye.modality(region.first()).is_some()) && eye.is_base(cut + 1)
    };
    let mut chosen: Vec<usize> = Vec::new();
    for &cut in cuts.iter().filter(|cut| !paired(**cut)) {
        let behind = last_comma.is_some_and(|comma| cut > comma);
        if mixed && behind && chosen.iter().any(|&other| last_comma.is_some_and(|comma| other > comma)) {
            continue;
        }
        let noun = mixed
            && shape(eye, cut + 1) == Shape::Noun
            && (eye.is_comma(cut) || behind)
            && !super::frame::is_share(eye, cut + 1)
            && !(eye.is_comma(cut) && hanging::explains(eye, cut));
        if begins(cut) || closing == Some(cut) || between(cut) || (noun && !is_last_of_pair(eye, cut, cuts)) {
            chosen.push(cut);
        }
    }
    if hanging::is_manner(eye, wanted, &chosen) {
        chosen.clear();
    }
    part(region, chosen.into_iter())
}

/// "and step up raids", "cut back subsidies"
fn is_phrasal(eye: Eye, at: usize) -> bool {
    let object = eye.is_plain(at + 2) && !eye.has(at + 2, eye.words.preposition) && !eye.any(at + 2, &["and", "or", "to"]);
    eye.is_base(at) && eye.any(at + 1, &["up", "down", "out", "back", "off"]) && (object || eye.can_be_object(at + 2))
}

/// "and resign": a verb with nothing behind it, at the end of a list.
fn is_lone_verb(eye: Eye, at: usize) -> bool {
    eye.is_base(at) && !eye.has(at, eye.words.ambiguous) && (eye.is_mark(at + 1) || eye.has(at + 1, eye.words.preposition))
}

/// The "and" of a pair of nouns inside an item: "bread and water" before another comma.
fn is_last_of_pair(eye: Eye, cut: usize, cuts: &[usize]) -> bool {
    !eye.is_comma(cut) && cuts.iter().any(|&other| other > cut && eye.is_comma(other))
}

/// Nouns: by every comma that doesn't open an aside, and by the "and" behind the last one.
fn nouns(eye: Eye, region: TokenRange, cuts: &[usize]) -> Vec<TokenRange> {
    // "a board to look at all mills, including old ones, and mines": what is counted there are no items.
    let goes_on =
        |cut: usize| cuts.iter().any(|&other| other > cut && (eye.is_determiner(skip(eye, other + 1)) || joins(eye, other + 1) == 3));
    let examples = cuts.iter().copied().find(|&cut| eye.any(cut + 1, &["including", "such"]) && eye.is_comma(cut) && !goes_on(cut));
    let region = TokenRange::new(region.first(), examples.unwrap_or(region.end()));
    let cuts: Vec<usize> = cuts.iter().copied().filter(|cut| region.holds(*cut)).collect();
    let cuts = &cuts[..];
    let commas: Vec<usize> = cuts
        .iter()
        .copied()
        .filter(|&cut| eye.is_comma(cut) && !matches!(shape(eye, cut + 1), Shape::Rest) && !is_apposition(eye, cut, cuts))
        .collect();
    let Some(&last) = commas.last() else { return pair(eye, region, cuts) };
    let mut chosen = commas;
    let behind = eye.any(last + 1, &["and"]) || joins(eye, last + 1) > 0;
    if behind {
        // "new wells, more pumps and cheaper pipes, as well as a dam": what "as well as" adds stands behind the list's own "and".
        let earlier = chosen.iter().rev().nth(1).copied();
        let and = cuts.iter().copied().find(|&cut| earlier.is_some_and(|comma| cut > comma + 1) && cut < last && eye.any(cut, &["and"]));
        if let Some(and) = and.filter(|_| joins(eye, last + 1) > 0) {
            chosen.push(and);
            chosen.sort_unstable();
        }
        return part(region, chosen.into_iter());
    }
    let ands = || cuts.iter().copied().filter(|&cut| cut > last && (eye.any(cut, &["and"]) || joins(eye, cut) > 0));
    match ands().find(|&cut| eye.is_determiner(cut + 1) || eye.is_gerund(cut + 1)).or_else(|| ands().next()) {
        // "a rise for the guard, a body that watches the port and jails": what the first is, no second item.
        Some(and) if chosen.len() == 1 && hanging::explains(eye, last) && !eye.is_determiner(and + 1) && !eye.is_gerund(and + 1) => {
            Vec::new()
        }
        Some(and) => {
            chosen.push(and);
            part(region, chosen.into_iter())
        }
        // Without "and" the commas part asides, not items.
        None => Vec::new(),
    }
}

/// "a ceasefire and a swap", "the release of prisoners and closing the camp".
fn pair(eye: Eye, region: TokenRange, cuts: &[usize]) -> Vec<TokenRange> {
    let first = skip(eye, region.first());
    // "free ferries and two weeks of leave"
    let opens = |at: usize| eye.is_determiner(at) || eye.is_amount(at) || govern::is_more(eye, at);
    let and = cuts.iter().copied().find(|&cut| {
        eye.is_gerund(cut + 1) && !hanging::is_adjective(eye, cut + 1)
            || eye.any(cut + 1, &["that"]) && eye.is_determiner(first)
            || eye.has(cut + 1, eye.words.deed) && eye.any(cut + 2, &["of"]) && (first..first + 3).any(|at| eye.has(at, eye.words.deed))
            || opens(first) && opens(cut + 1)
    });
    and.map_or_else(Vec::new, |and| part(region, std::iter::once(and)))
}

/// ", a rare step,": a noun between two commas that opens with an article, in a list that goes on behind it.
fn is_apposition(eye: Eye, cut: usize, cuts: &[usize]) -> bool {
    let next = cuts.iter().copied().find(|&other| other > cut);
    eye.any(cut + 1, &["a", "an", "the"]) && next.is_some_and(|next| eye.is_comma(next) && eye.is_relative(next + 1))
}
