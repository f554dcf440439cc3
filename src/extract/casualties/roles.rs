//! Whom a verb harms: what follows it, or what stands before it.

use super::causes;
use super::clause::{Clause, Victims};
use super::kind::{Form, Kind};
use super::nouns;
use super::verbs::HarmVerb;
use crate::text::{Case, TokenRange};

/// Whether a noun phrase that can be a victim follows at once: "killed 12", not "killed Monday", "killed in".
pub(super) fn takes_object(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let mut next = verb.unit + 1;
    while clause.kind(next) == Some(Kind::Adverb) {
        next += 1;
    }
    // "struck and killed" a mother of two
    next += usize::from(clause.kind(next) == Some(Kind::Quote) && clause.says(next + 1, &["a", "an"]));
    match clause.kind(next) {
        // "shot and killed two men", "arrested and deported him"
        Some(Kind::And) => {
            let verb = clause.verb(next + 1).is_some_and(|v| v.main.is_some() && !v.is_finite() && !v.to);
            verb && matches!(clause.kind(next + 2), Some(Kind::Noun | Kind::Pronoun))
        }
        // "two guards killed, 5 hurt"
        Some(Kind::Noun) => {
            // "five clerks killed, seven guards injured"
            let counted = |n: usize| clause.count(n).is_some_and(|c| c.words.is_some());
            let subject = || clause.before(verb.unit).is_some_and(counted);
            let next_claim = clause.is_bare_number(next) || counted(next) && subject();
            !(next_claim && is_telegraphic(clause, next + 1))
        }
        Some(Kind::Pronoun) => true,
        // "murdered, at gunpoint, a guard"
        Some(Kind::Comma) => {
            clause.kind(next + 1) == Some(Kind::Preposition) && clause.kind(next + 3) == Some(Kind::Comma) && clause.is_noun(next + 4) && {
                let opened = ["a", "an", "the", "one", "two", "three"];
                clause.says(next + 4, &opened) && clause.subject(verb.unit).is_some()
            }
        }
        _ => false,
    }
}

/// Whether a harm word without auxiliary stands here: "killed 5 [hurt] in blast".
fn is_telegraphic(clause: &Clause<'_>, unit: usize) -> bool {
    let past = clause.verb(unit).is_some_and(|v| !v.is_finite() && matches!(v.form, Some(Form::Past | Form::Participle)));
    past && clause.harm_of(unit).is_some() && clause.unit_ends_clause(unit)
}

/// The objects of an active verb.
pub(super) fn objects(clause: &Clause<'_>, verb: &HarmVerb) -> Option<Victims> {
    let mut next = verb.unit + 1;
    for _ in 0..4 {
        match clause.kind(next)? {
            // "Stop killing" and "Leave"
            Kind::Quote if clause.kind(next + 1) == Some(Kind::And) => return None,
            Kind::Adverb | Kind::Quote => next += 1,
            Kind::And | Kind::Verb(_) if next <= verb.unit + 2 => next += 1,
            _ => break,
        }
    }
    // "murdered, at gunpoint, a guard"
    if clause.kind(next) == Some(Kind::Comma)
        && clause.kind(next + 1) == Some(Kind::Preposition)
        && clause.kind(next + 3) == Some(Kind::Comma)
    {
        next += 4;
    }
    let victims = clause.victims_after(next)?;
    let end = victims.tokens.end();
    // "executing its national 'ghetto plan'", "stabbed his friend in the back"
    let goes_on = victims.count.words.is_none() && clause.kind(next + 1) == Some(Kind::Quote) && clause.is_noun(next + 2);
    if goes_on || clause.reading.is(end, "in") && clause.reading.is(end + 1, "the") && clause.reading.is(end + 2, "back") && verb.weak {
        return None;
    }
    // "killed himself" is the verb's own; "killed it" nobody.
    (!clause.says(next, &["it", "itself", "themselves", "that", "this", "what", "they", "us", "me", "you", "your", "i", "we"]))
        .then_some(victims)
}

/// The subject of what befalls it.
pub(super) fn subjects(clause: &Clause<'_>, verb: &HarmVerb) -> Option<Victims> {
    let root = clause.subject(verb.unit)?;
    let root = clause.among_those(root).unwrap_or(root);
    let root = spoken_of(clause, root).unwrap_or(root);
    if causes::is_cause(clause, root) || clause.is_age(root) {
        return None;
    }
    // "shot at a car", "were shot at" hit nobody.
    if verb.weak
        && clause.reading.is(verb.phrase.tokens.first(), "shot")
        && clause.says(verb.unit + 1, &["at"])
        && !clause.is_noun(verb.unit + 2)
    {
        return None;
    }
    if verb.weak && !clause.verb(verb.unit)?.be && clause.says(verb.unit + 1, &["at", "into", "from"]) {
        return None;
    }
    let root = of_all(clause, verb, root).or_else(|| of_each(clause, root)).unwrap_or(root);
    let mut victims = two_named(clause, verb.unit, root)
        .or_else(|| named_before_aside(clause, verb.unit, root))
        .or_else(|| clause.victims_before(root))
        .or_else(|| before_and(clause, root))?;
    agree(clause, verb.unit, &mut victims);
    last_alone(clause, verb.unit, &mut victims);
    // "a bill which died": which is of things, but for groups that are counted.
    let which = clause.before(verb.unit).is_some_and(|n| clause.kind(n) == Some(Kind::Relative) && clause.says(n, &["which"]));
    if which && victims.count.words.is_none() {
        return None;
    }
    let group = clause.verb(verb.unit)?;
    let last = clause.end_of_phrase(root);
    let closed =
        if clause.kind(last + 1) == Some(Kind::Open) { (last..last + 6).find(|&n| clause.kind(n) == Some(Kind::Close)) } else { None };
    let comma = closed.unwrap_or(last) + 1;
    let inserts = clause.kind(comma) == Some(Kind::Comma) && comma + 1 < verb.unit;
    // "1,800 families, or some 9,000 people, had fled": the same in persons.
    let persons = Some(comma + 2).filter(|_| inserts && clause.says(comma + 1, &["or"])).and_then(|n| clause.count(n).map(|c| (n, c)));
    if let Some((n, count)) = persons.filter(|(_, c)| c.words.is_some() && victims.count.words.is_some() && c.best > victims.count.best) {
        victims.tokens = victims.tokens.cover(clause.tokens(n));
        victims.count = count;
        victims.members.clear();
    }
    let inserted = inserts.then(|| clause.companions(comma + 1, comma + 2)).flatten();
    if let Some(more) = inserted.or_else(|| clause.companions(verb.unit + 1, verb.unit + 8)) {
        victims.join(more);
    }
    // Without an auxiliary a subject must be people for sure: "Rebels wounded" may be either.
    (group.is_finite() || victims.count.trust >= 0.6).then_some(victims)
}

/// "The officer and [the two boys] arrested": a participle is of the last of those whom an article each sets apart.
fn last_alone(clause: &Clause<'_>, verb: usize, victims: &mut Victims) {
    let reduced = clause.verb(verb).is_some_and(|v| !v.is_finite() && v.form == Some(Form::Past));
    let the = |tokens: TokenRange| clause.reading.is_any(tokens.first(), &["the", "those", "these"]);
    let Some((last, others)) = victims.members.split_last().filter(|(last, others)| !others.is_empty() && reduced && the(last.tokens))
    else {
        return;
    };
    let beside = clause.before(verb).is_some_and(|n| clause.tokens(n) == last.tokens);
    if let Some(unit) = clause.unit_at(last.tokens.first()).filter(|_| beside && others.iter().all(|m| the(m.tokens))) {
        *victims = Victims::one(last.count, last.tokens, unit);
    }
}

/// "[Dana Karel, Odo Rik and Orla Venn], all of Orlik, were killed": a list of single persons before what is told of all, or of the
/// last.
fn named_before_aside(clause: &Clause<'_>, verb: usize, root: usize) -> Option<Victims> {
    let single = |c: super::count::Count| c.words.is_none() && c.best == Some(1) && !c.definite && c.trust >= 0.7;
    let one = clause.tokens(verb).iter().any(|at| clause.reading.is_any(at, &["was", "is", "has"]));
    if one || clause.before(verb).is_none_or(|n| clause.kind(n) != Some(Kind::Comma)) || !clause.count(root).is_some_and(single) {
        return None;
    }
    let all = clause.victims_listed(root, false)?;
    let last = clause.unit_at(all.tokens.end().saturating_sub(1))?;
    let aside = clause.kind(last + 1) == Some(Kind::Comma) && last + 2 < verb;
    (aside && all.members.len() > 1 && all.members.iter().all(|m| single(m.count))).then_some(all)
}

/// "[Dana Karel and Orla Venn], a teacher, have been killed": two names before what tells who the second is.
fn two_named(clause: &Clause<'_>, verb: usize, root: usize) -> Option<Victims> {
    let other = root + 2;
    let joined = clause.kind(root + 1) == Some(Kind::And) && clause.is_plain_name(root) && clause.is_plain_name(other);
    let aside = other + 2 < verb && clause.kind(other + 1) == Some(Kind::Comma) && clause.says(other + 2, &["a", "an", "the"]);
    let mut victims = clause.victims_before(root).filter(|_| joined && aside)?;
    let count = clause.count(other)?;
    victims.join(Victims::one(count, clause.tokens(other), other));
    Some(victims)
}

/// "18 of [the 25 people] killed", "one of [four pupils] who were hurt": all whom "of" counts, where they are who was harmed.
fn of_all(clause: &Clause<'_>, verb: &HarmVerb, root: usize) -> Option<usize> {
    if !(clause.says(root + 1, &["of"]) && root + 2 < verb.unit && clause.is_bare_number(root)) {
        return None;
    }
    let before = clause.before(verb.unit)?;
    let reduced = !clause.verb(verb.unit)?.is_finite() && clause.is_noun(before) && clause.reading.column(verb.phrase, "valency") == "t";
    let were = || clause.tokens(verb.unit).iter().any(|at| clause.reading.is_any(at, &["were", "are", "have"]));
    let one = || clause.kind(before) == Some(Kind::Relative) && clause.count(root).is_some_and(|c| c.best == Some(1));
    let counted = |n: &usize| clause.count(*n).is_some_and(|c| c.words.is_some() && c.trust >= 0.85);
    Some(root + 2).filter(|_| reduced || one() && were()).filter(counted)
}

/// "every one of [the six clerks]", "each of the six clerks", "all of the six"
fn of_each(clause: &Clause<'_>, root: usize) -> Option<usize> {
    let each = clause.says(root, &["every", "each", "all"]) && clause.says(root + 1, &["of"]);
    Some(root + 2).filter(|&n| each && clause.count(n).is_some_and(|c| c.words.is_some()))
}

/// "Five guards were taken to a ward where [they] died": the counted subject of the verb before.
fn spoken_of(clause: &Clause<'_>, pronoun: usize) -> Option<usize> {
    if !clause.says(pronoun, &["they", "all", "both"]) || clause.tokens(pronoun).len() > 1 {
        return None;
    }
    let opens = pronoun.checked_sub(1).filter(|&n| clause.says(n, &["where", "when", "before", "after", "while", "as"]))?;
    let verb = (opens.saturating_sub(8)..opens).rev().find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    clause.subject(verb).filter(|&n| clause.count(n).is_some_and(|c| c.words.is_some() && c.trust >= 0.7))
}

/// "The head of the board and of a number of clinics was killed": whoever stands before "and", where what follows is no victim.
fn before_and(clause: &Clause<'_>, root: usize) -> Option<Victims> {
    let and = clause.before(root).filter(|&n| clause.kind(n) == Some(Kind::And))?;
    clause
        .victims_before(clause.root(clause.before(and)?, true)?)
        .filter(|victims| victims.count.best == Some(1) || clause.is_plain_name(root) || shares_number(clause, victims, root))
}

/// "Dozens of [managers and executives] were hurt": a plural that no list knows shares the number of the noun before it.
fn shares_number(clause: &Clause<'_>, victims: &Victims, root: usize) -> bool {
    let last = clause.reading.word(clause.tokens(root).first());
    let plural = clause.tokens(root).len() == 1 && last.ends_with('s') && last.starts_with(|c: char| c.is_lowercase());
    plural
        && victims.count.words.is_some()
        && victims.count.trust >= 0.9
        && !nouns::is_thing(clause.reading, clause.words, clause.tokens(root))
}

/// "A doctor and driver were killed" tells of two, "a doctor and activist was killed" and "a Norvik & Orlik officer was" of one.
fn agree(clause: &Clause<'_>, verb: usize, victims: &mut Victims) {
    // "A doctor and driver were ambushed and shot dead": the first verb of a chain has the number.
    let behind = clause.unit_at(victims.tokens.end()).filter(|&n| n < verb && clause.verb(n).is_some_and(|v| v.be));
    let numbered = if clause.verb(verb).is_some_and(|v| v.be) { verb } else { behind.unwrap_or(verb) };
    let has = |words: &[&str]| clause.tokens(numbered).iter().any(|at| clause.reading.is_any(at, words));
    let all = victims.tokens;
    let joined = |words: &[&str]| all.iter().any(|at| clause.reading.is_any(at, words));
    let count = &mut victims.count;
    if count.words.is_some() {
        return;
    }
    // "Karel and Venn were": a name that nobody knows opens the sentence.
    let opening = || {
        let and = clause.before(victims.first).filter(|&n| clause.says(n, &["and"]) && clause.is_plain_name(victims.first))?;
        clause.before(and).filter(|&n| n == 0 && clause.is_plain_name(n))
    };
    if count.best == Some(1) && has(&["were", "are"]) {
        let named = opening();
        if let Some(name) = named {
            victims.tokens = clause.tokens(name).cover(victims.tokens);
            (victims.first, count.victims) = (name, Some(victims.tokens));
        }
        if named.is_some() || joined(&["and"]) {
            (count.low, count.best, count.high) = (Some(2), Some(2), Some(2));
        }
    }
    // "A father and teacher was killed"
    let bare = |tokens: TokenRange| clause.reading.token(tokens.first()).is_some_and(|token| token.case == Case::Lower);
    let opened = |tokens: TokenRange| clause.reading.phrase(tokens.first(), clause.words.determiner).is_some();
    let same = matches!(&victims.members[..], [_, other] if bare(other.tokens) && !opened(other.tokens) && other.count.words.is_none());
    if count.best == Some(2) && has(&["was", "is"]) && (same || joined(&["&"])) {
        (count.low, count.best, count.high) = (Some(1), Some(1), Some(1));
        victims.members.clear();
    }
}

/// "Nine people died: six guards and three clerks", "nine people (six guards, three clerks)": who the victims are, where the list
/// adds up to them.
pub(super) fn list_behind(clause: &Clause<'_>, verb: usize, victims: &mut Victims) {
    let goes_on = |n: &usize| matches!(clause.kind(*n), Some(Kind::Noun | Kind::Preposition | Kind::Date | Kind::Adverb | Kind::Verb(_)));
    let Some(mark) = (verb + 1..verb + 8).find(|n| !goes_on(n)) else { return };
    let opens = clause.kind(mark) == Some(Kind::Open) || clause.says(mark, &[":", "–", "—", "--"]);
    if !opens || victims.members.len() > 1 || victims.count.best.is_none_or(|n| n < 2) {
        return;
    }
    let list = clause.items_after(mark + 1);
    let sum = list.iter().try_fold(0, |sum: u64, item| Some(sum.saturating_add(item.count.best?)));
    if list.len() > 1 && sum == victims.count.best && list.iter().all(|item| item.count.victims.is_some()) {
        victims.members = list.into_iter().flat_map(|item| item.members).collect();
    }
}
