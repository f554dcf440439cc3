//! The verb of a clause, and the nouns around it.

use super::Modality;
use super::eye::{Eye, before};
use crate::text::TokenRange;

/// How far a clause is read for its verb.
const REACH: usize = 60;

/// A group of verbs: "would soon be allowed".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Group {
    /// Its first token: the modal or auxiliary, or the verb itself.
    pub first: usize,
    /// The main verb.
    pub main: usize,
    /// How it binds; none without modal.
    pub modality: Option<Modality>,
    /// It carries a sentence.
    pub finite: bool,
    /// "be allowed".
    pub passive: bool,
    /// "is", "would be" without another verb.
    pub copula: bool,
    /// "to leave".
    pub infinitive: bool,
    /// An imperative or "-ing" at the beginning.
    pub bare: bool,
    /// It tells what happened.
    pub past: bool,
}

/// What a stretch of words is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Site {
    /// A sentence, or words that may be one.
    Clause,
    /// Most likely a noun phrase: "paid" is a participle there.
    Noun,
    /// It begins with its verb: the subject is elsewhere.
    Verb,
}

/// The main group of verbs of a clause.
pub(super) fn main(eye: Eye, region: TokenRange, site: Site) -> Option<Group> {
    let first = region.first();
    let end = region.end().min(first + REACH);
    let mut start = first;
    while start < end && eye.is_adverb(start) {
        start += 1;
    }
    if eye.any(start, &["to"]) && eye.is_base(start + 1) && start + 1 < end {
        return Some(Group { first: start, infinitive: true, ..group_of(start + 1) });
    }
    if site == Site::Verb && eye.verb(start).is_some_and(|verb| (verb.third && !verb.base) || verb.past) && !eye.is_auxiliary(start) {
        return group_at(eye, start, end);
    }
    let finite = finite(eye, first, end, site);
    let third = !eye.is_auxiliary(start) && eye.verb(start).is_some_and(|verb| verb.third && !verb.base) && eye.can_be_object(start + 1);
    let bare = (start < end && (third || is_imperative(eye, start) || eye.is_gerund(start))).then(|| Group {
        first: start,
        bare: true,
        ..group_of(start)
    });
    // "an overhaul of the way beds are counted", "removal of all mines laid in the valley": what is told of a noun.
    let noun = |group: Group| {
        let deed = (first..end.min(first + 4)).any(|at| eye.has(at, eye.words.deed));
        let participle = !eye.is_auxiliary(group.first) && eye.verb(group.main).is_some_and(|verb| verb.participle);
        deed && (participle || site == Site::Noun && eye.is_determiner(first))
            && group.modality.is_none()
            && (first + 1..group.first).any(|at| eye.any(at, &["of"]))
    };
    let finite = finite.filter(|group| !noun(*group));
    match (finite, bare) {
        (Some(finite), Some(bare)) if is_later_clause(eye, bare, finite) => Some(bare),
        (Some(finite), _) => Some(finite),
        (None, None) if site == Site::Clause => present(eye, first, end),
        (None, bare) => bare,
    }
}

/// "Both sides refrain from raids", "Syldavia grants safe passage": a present behind a plural or a name.
fn present(eye: Eye, first: usize, end: usize) -> Option<Group> {
    let at = (first + 1..end.min(first + 24)).find(|&at| {
        let Some(verb) = eye.verb(at).filter(|_| !eye.is_capital(at)) else { return false };
        let last = eye.word(at - 1);
        // "Grades 8 and 9 return": a number behind a plural
        let numbered = eye.reading.quantity(at - 1).is_some() && eye.ends(first, &["s"]) && verb.base;
        let plural = numbered || last.len() > 3 && eye.ends(at - 1, &["s"]) && !eye.is_capital(at - 1) && !eye.is_adverb(at - 1);
        let name = eye.reading.value_of(at - 1, crate::rules::ValueKind::Actor).is_some();
        let goes_on = at + 1 < end && !eye.is_mark(at + 1);
        if verb.lemma == "need" && eye.any(at + 1, &["to"]) {
            return true;
        }
        let open = eye.is_determiner(first) && !eye.has(at + 1, eye.words.preposition);
        let acts = open && plural || eye.can_be_object(at + 1) || eye.any(at + 1, &["from", "to", "into", "back"]);
        let pronoun = eye.any(at - 1, &["we", "they", "you", "i"]) && at == first + 1;
        numbered && goes_on
            || pronoun && verb.base && goes_on
            || (plural || eye.is_comma(at - 1)) && verb.base && goes_on && (acts || !eye.has(at, eye.words.ambiguous))
            || name && verb.third && goes_on && !eye.has(at + 1, eye.words.preposition)
    })?;
    if eye.verb(at).is_some_and(|verb| verb.lemma == "need") {
        return group_at(eye, at, end);
    }
    Some(group_of(at))
}

fn group_of(main: usize) -> Group {
    Group { first: main, main, modality: None, finite: false, passive: false, copula: false, infinitive: false, bare: false, past: false }
}

/// Whether the finite verb belongs to a clause within what the first verb governs ("stop raids that would hurt", "see whether it can").
fn is_later_clause(eye: Eye, bare: Group, finite: Group) -> bool {
    let link = |at: usize| {
        eye.any(
            at,
            &[
                "that", "if", "whether", "how", "what", "when", "until", "unless", "as", "because", "so", "while", "after", "before",
                "once", "they", "it", "he", "she", "we",
            ],
        ) || eye.is_relative(at)
            || eye.is_comma(at)
    };
    (bare.main + 1..finite.first).any(link) || finite.modality.is_none()
}

/// "that the mayor resign", "that wages be paid", "that it not return": the verb of what is demanded.
pub(super) fn mandative(eye: Eye, region: TokenRange) -> Option<Group> {
    let end = region.end().min(region.first() + REACH);
    let first_finite = (region.first() + 1..end).find(|&at| eye.is_finite(at)).unwrap_or(end);
    let at = (region.first() + 1..end.min(first_finite + 1)).find(|&at| {
        let opens = eye.is_base(at) || eye.any(at, &["be"]);
        // "that people stay at home"
        let many = eye.ends(at - 1, &["s"]) || eye.any(at - 1, &["people", "men", "women", "children"]);
        let noun = (eye.has(at, eye.words.ambiguous) && !is_imperative(eye, at) && !many)
            || eye.is_determiner(at - 1)
            || eye.has(at - 1, eye.words.preposition)
            || eye.any(at - 1, &["to", "and"]);
        opens && !noun && !eye.any(at, &["one"]) && eye.modality(at).is_none()
    })?;
    let main = if eye.any(at, &["be"]) && eye.verb(at + 1).is_some_and(|verb| verb.participle) { at + 1 } else { at };
    Some(Group { first: at, main, modality: Some(Modality::Must), finite: true, passive: main > at, ..group_of(main) })
}

/// A base form that opens a clause and isn't a noun: "cut taxes", "release the crew", not "back pay", "access to ports".
pub(super) fn is_imperative(eye: Eye, at: usize) -> bool {
    if !eye.is_base(at) || eye.has(at, eye.words.pronoun) || eye.is_determiner(at) || eye.any(at + 1, &["of"]) {
        return false;
    }
    let next = at + 1;
    let particle = eye.any(next, &["up", "out", "down", "back", "off", "over", "on", "in"]) && eye.can_be_object(next + 1);
    let acts = particle || eye.can_be_object(next) || eye.is_adverb(next) || eye.is_quote(next);
    let many = |at: usize| eye.word(at).len() > 3 && eye.ends(at, &["s"]) && !matches!(eye.word(at + 1), "'s" | "’s");
    let others = !eye.has(next, eye.words.preposition) && !eye.any(next, &["and", "or", ","]);
    // "tax increases", "aid cuts": a noun
    let changes = eye.any(next, &["breaks", "credits", "cuts", "hikes", "increases", "raises", "reductions"]);
    if eye.has(at, eye.words.ambiguous) && changes && !eye.any(at, &["end", "limit", "oppose"]) && !eye.is_determiner(next + 1) {
        return false;
    }
    // "offer paid leave"
    let described = eye.verb(next).is_some_and(|verb| verb.participle && !verb.base)
        && !eye.is_mark(next + 1)
        && !eye.has(next + 1, eye.words.preposition);
    acts || described || !eye.has(at, eye.words.ambiguous) || (others && (many(next) || many(next + 1)))
}

/// The first finite verb that isn't within a relative clause or another clause that hangs on the subject.
fn finite(eye: Eye, first: usize, end: usize, site: Site) -> Option<Group> {
    let mut hanging = 0_u32;
    let mut relative = false;
    let mut at = first;
    while at < end {
        // "firms that make losses will be sold": the clause has its verb right there.
        if at > first && (eye.is_relative(at) || eye.any(at, &["that"])) && eye.is_base(at + 1) && !eye.any(at + 1, &["be"]) {
            at += 2;
            continue;
        }
        if eye.is_relative(at)
            || (at > first
                && eye.any(
                    at,
                    &["that", "if", "whether", "when", "because", "while", "unless", "how", "after", "before", "once", "until", "as"],
                )
                && !(eye.any(at, &["because"]) && eye.any(at + 1, &["of"]))
                && eye_clause_follows(eye, at))
        {
            hanging += 1;
            relative |= eye.is_relative(at);
        } else if (eye.is_surely_finite(at) || (site != Site::Noun && eye.is_finite(at))) && !hangs(eye, at, end) {
            let group = group_at(eye, at, end);
            if let Some(group) = group {
                // "a trial, which lasts a week and thus costs more": the second verb hangs on "which" as well.
                let link = at.saturating_sub(1 + usize::from(eye.is_adverb(before(at))));
                let shared = relative && eye.any(link, &["and", "but"]) && eye.modality(at).is_none();
                if hanging == 0 && !shared {
                    return Some(group);
                }
                hanging = hanging.saturating_sub(1);
                at = group.main;
            }
        }
        at += 1;
    }
    None
}

/// "vendors | caught | in the act would be fined": a participle whose noun has its verb, with a modal, behind it.
fn hangs(eye: Eye, at: usize, end: usize) -> bool {
    let participle = !eye.is_auxiliary(at) && eye.modality(at).is_none() && eye.verb(at).is_some_and(|verb| verb.participle);
    participle
        && (at + 1..end.min(at + 10))
            .take_while(|&i| !eye.is_mark(i) && !eye.is_relative(i) && !eye.any(i, &["that", "and", "but", "if", "to"]))
            .any(|i| eye.modality(i).is_some())
}

/// Whether "after", "that" and the like open a clause here, not "after the war".
fn eye_clause_follows(eye: Eye, at: usize) -> bool {
    (at + 1..at + 9).take_while(|&i| !eye.is_comma(i)).any(|i| i > at && (eye.is_finite(i)))
}

/// The group of verbs that begins at `at`.
fn group_at(eye: Eye, at: usize, end: usize) -> Option<Group> {
    let mut group = Group { finite: true, ..group_of(at) };
    let mut here = at;
    let mut be = false;
    if let Some(modality) = eye.modality(at) {
        group.modality = Some(modality);
        here = skip_adverbs(eye, at + 1, end);
        while eye.any(here, &["be", "have", "been"]) && here < end {
            be |= !eye.any(here, &["have"]);
            let next = skip_adverbs(eye, here + 1, end);
            if eye.any(here, &["have"]) && eye.any(next, &["to"]) {
                group.modality = Some(Modality::Must);
                here = next;
                break;
            }
            here = next;
        }
        if eye.any(here, &["to"]) {
            here = skip_adverbs(eye, here + 1, end);
        }
        if be && eye.any(here, &["able", "willing", "ready", "free", "set", "likely"]) && eye.any(here + 1, &["to"]) {
            here += 2;
            be = eye.any(here, &["be"]);
            here += usize::from(be);
        }
    } else if eye.is_auxiliary(at) {
        let is = eye.any(at, &["is", "are", "was", "were", "am", "'re", "’re", "isn't", "aren't", "'s", "’s"]);
        let has = eye.any(at, &["has", "have", "had", "'ve"]);
        be = is;
        group.past = eye.any(at, &["was", "were", "had", "did"]);
        here = skip_adverbs(eye, at + 1, end);
        // "is first to sell"
        here += usize::from(eye.any(here, &["first", "then"]) && eye.any(here + 1, &["to"]));
        if eye.any(here, &["to"]) && (is || has) {
            group.modality = Some(if has { Modality::Must } else { Modality::Will });
            here += 1;
            be = false;
        } else if is
            && eye.any(here, &["likely", "expected", "going", "set", "due", "scheduled", "supposed", "about"])
            && eye.any(here + 1, &["to"])
        {
            group.modality = Some(Modality::Will);
            here += 2;
            be = false;
        } else if is && eye.any(here, &["allowed", "permitted"]) {
            group.modality = Some(Modality::May);
        } else if has && eye.any(here, &["been"]) {
            be = true;
            here = skip_adverbs(eye, here + 1, end);
        }
        if eye.any(here, &["be"]) {
            be = true;
            here = skip_adverbs(eye, here + 1, end);
        }
    } else {
        let verb = eye.verb(at)?;
        group.past = verb.past;
        if verb.lemma == "need" && eye.any(at + 1, &["to"]) {
            group.modality = Some(Modality::Must);
            group.past = false;
            here = skip_adverbs(eye, at + 2, end);
            if eye.any(here, &["be"]) {
                be = true;
                here += 1;
            }
        }
    }
    let verb = eye.verb(here).filter(|_| here < end);
    // "be winched": what no list knows is a participle by its ending.
    group.passive = be && here < end && verb.map_or_else(|| eye.word(here).len() > 4 && eye.ends(here, &["ed"]), |verb| verb.participle);
    group.copula = be && !group.passive && !verb.is_some_and(|verb| verb.gerund && !is_gerund_object(eye, here));
    if group.copula {
        group.main = here.saturating_sub(1).max(at);
        return Some(group);
    }
    if verb.is_none() && group.modality.is_none() && !eye.is_auxiliary(at) {
        return None;
    }
    group.main = here.min(end.saturating_sub(1)).max(at);
    Some(group)
}

/// "is deciding": whether the "-ing" behind a copula is what the subject consists of. A step "would be deciding".
fn is_gerund_object(eye: Eye, at: usize) -> bool {
    eye.any(before(at), &["be", "is", "was"]) && eye.is_gerund(at)
}

fn skip_adverbs(eye: Eye, mut at: usize, end: usize) -> usize {
    while at < end && eye.is_adverb(at) {
        at += 1;
    }
    at
}

/// A noun phrase that starts at `first`: up to a preposition that isn't "of", a verb or a mark.
pub(super) fn noun_phrase(eye: Eye, first: usize, end: usize) -> Option<TokenRange> {
    let limit = end.min(first + 24);
    // "up to 300 men"
    let mut named = eye.reading.quantity(first).map_or(first, |quantity| quantity.tokens.end());
    let stop = (first..limit)
        .find(|&at| {
            // "the Union for the Defence of Marlow" is one name.
            if let Some(actor) = eye.reading.value_of(at, crate::rules::ValueKind::Actor) {
                named = named.max(actor.tokens.end());
            }
            if at < named {
                return false;
            }
            (eye.is_mark(at) && !is_inside(eye, at))
                || (eye.has(at, eye.words.preposition) && !eye.any(at, &["of"]))
                || eye.is_relative(at)
                || (at > first
                    && (eye.is_finite(at) && !is_counted_participle(eye, at)
                        || eye.any(at, &["to", "that", "as", "if", "when", "once", "while", "because"])
                        || (eye.is_gerund(at) && !eye.any(at - 1, &["the", "a"]))))
        })
        .unwrap_or(limit);
    let short = stop > first && eye.is(stop, "(") && eye.is(stop + 2, ")") && eye.is_capital(stop + 1) && stop + 3 <= end;
    (stop > first).then(|| TokenRange::new(first, if short { stop + 3 } else { stop }))
}

/// "31 detained men": a participle behind a count.
fn is_counted_participle(eye: Eye, at: usize) -> bool {
    let counted = eye.reading.quantity(before(at)).is_some_and(|quantity| quantity.tokens.end() == at);
    counted && eye.verb(at).is_some_and(|verb| verb.participle) && !eye.is_mark(at + 1)
}

/// A hyphen or an apostrophe within a word.
fn is_inside(eye: Eye, at: usize) -> bool {
    matches!(eye.word(at), "-" | "'" | "’" | "&" | "/" | "$" | "£" | "€" | "%" | "“" | "”" | "\"") && !eye.is_dash(at)
}

/// What the verb acts on.
pub(super) fn object(eye: Eye, group: Group, end: usize) -> Option<TokenRange> {
    if group.passive || group.copula {
        return None;
    }
    let mut first = group.main + 1;
    if eye.any(first, &["up", "out", "down", "back", "off", "over", "on", "in"]) && (eye.is_determiner(first + 1)) {
        first += 1;
    }
    let object = noun_phrase(eye, first, end)?;
    let last = object.end() - 1;
    let question = eye.any(object.end(), &["where", "how", "who", "what", "whether", "when", "why"]) && object.end() < end;
    let object = match eye.any(last, &["and", "or"]) && last > object.first() {
        // "the sites and where they lie" is one object.
        true if question => TokenRange::new(object.first(), (object.end()..end).find(|&at| eye.is_mark(at)).unwrap_or(end)),
        true => TokenRange::new(object.first(), last),
        false => object,
    };
    Some(object).filter(|object| !eye.any(object.first(), &["to", "that", "and", "or"]) && !eye.is_adverb(object.first()))
}

/// "to the inspectors", behind the object.
pub(super) fn recipient(eye: Eye, at: usize, end: usize) -> Option<TokenRange> {
    let to = eye.any(at, &["to", "for"]) && at < end && !eye.is_base(at + 1) && !eye.is_gerund(at + 1);
    noun_phrase(eye, at + 1, end).filter(|_| to)
}
