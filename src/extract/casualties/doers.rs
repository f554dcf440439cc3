//! Who did it, and with what.

use super::causes::is_cause;
use super::clause::Clause;
use super::deeds;
use super::kind::{Form, Kind};
use super::nouns;
use super::pronouns;
use crate::text::{Case, TokenRange};

/// Units to either side in which a claim of responsibility is sought.
const NEAR: usize = 40;

/// "by NAME" behind the verb, unless it is a cause.
pub(super) fn agent_behind(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let stops =
        |n: &usize| !matches!(clause.kind(*n), Some(Kind::Stop | Kind::But | Kind::Comma | Kind::Verb(_) | Kind::Subordinate) | None);
    // "was beaten, allegedly by guards"
    let alleged =
        |n: usize| clause.kind(n) == Some(Kind::Comma) && clause.says(n + 1, &["allegedly", "reportedly", "apparently", "possibly"]);
    let goes_on = |n: &usize| stops(n) || alleged(*n);
    let by = (unit + 1..unit + 9).take_while(goes_on).find(|&n| clause.says(n, &["by"]))?;
    // "by what villagers said were soldiers"
    if clause.says(by + 1, &["what"]) {
        let was = (by + 2..by + 7).find(|&n| clause.verb(n).is_some_and(|v| v.be && v.main.is_none()))?;
        return is_doer(clause, was + 1).then(|| noun_with_of(clause, was + 1));
    }
    is_doer(clause, by + 1).then(|| noun_with_of(clause, by + 1))
}

/// The noun phrase at `unit` with what follows it by "of".
pub(super) fn noun_with_of(clause: &Clause<'_>, unit: usize) -> TokenRange {
    let mut last = unit;
    for _ in 0..2 {
        if clause.says(last + 1, &["of"]) && clause.is_noun(last + 2) {
            last += 2;
        }
    }
    let tokens = clause.tokens(unit).cover(clause.tokens(last));
    // "suspected Dana Karel": a verb that looks like an adjective of the name behind it.
    let capital = |at: usize| clause.reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
    let verb =
        clause.reading.word(tokens.first()).ends_with("ed") && !capital(tokens.first()) && tokens.len() > 1 && capital(tokens.first() + 1);
    let tokens = if verb { TokenRange::new(tokens.first() + 1, tokens.end()) } else { tokens };
    // "In May 2014 gunmen": the year is no part of them.
    let word = clause.reading.word(tokens.first());
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit());
    let used = tokens.iter().take(8).find(|&at| at > tokens.first() && clause.reading.is(at, "used"));
    let tokens = TokenRange::new(tokens.first(), used.unwrap_or(tokens.end()));
    // "the gunman [authorities] say is responsible": who says so.
    let tellers = ["authorities", "police", "officials", "investigators", "prosecutors"];
    let says = clause.reading.is_any(tokens.end(), &["say", "says", "said", "believe", "allege"]);
    let opened = clause.reading.is_any(tokens.first(), &["the", "a", "an"]);
    let person = opened && tokens.len() > 2 && clause.reading.phrase(tokens.end() - 2, clause.words.person).is_some();
    let told = says && person && clause.reading.is_any(tokens.end() - 1, &tellers);
    let tokens = TokenRange::new(tokens.first(), tokens.end() - usize::from(told));
    let tokens = without_manner(clause, tokens);
    TokenRange::new(tokens.first() + usize::from(year && tokens.len() > 1), tokens.end())
}

/// "villagers [armed] with machetes", "males [related] to the case": without what tells how they are.
fn without_manner(clause: &Clause<'_>, tokens: TokenRange) -> TokenRange {
    let apart = tokens.len() > 1 && clause.reading.is_any(tokens.end() - 1, &["armed", "related", "dressed", "disguised"]);
    TokenRange::new(tokens.first(), tokens.end() - usize::from(apart))
}

/// The subject of an active verb, unless it is a cause; and, where somebody is accused, who accuses.
pub(super) fn agent_before(clause: &Clause<'_>, unit: usize) -> (Option<TokenRange>, Option<TokenRange>) {
    if let Some(found) = accused(clause, unit) {
        return found;
    }
    let acts = |n: usize| {
        let who = without_manner(clause, clause.tokens(n));
        clause.kind(n) == Some(Kind::Pronoun) || nouns::can_act(clause.reading, clause.words, who)
    };
    // "an attack targeting a base, which killed": the attack did.
    let aim = |n: usize| {
        let verb = clause.before(n).filter(|&v| clause.verb(v).is_some_and(|v| v.form == Some(Form::Ing) && !v.be));
        verb.and_then(|v| clause.before(v)).is_some_and(|n| is_cause(clause, n))
    };
    // "An airliner crashed, killing": what is wrecked did not do it.
    let wrecked = |n: usize| {
        (n + 1..unit)
            .take(6)
            .any(|v| clause.verb(v).and_then(|v| v.main).is_some_and(|m| clause.reading.phrase(m, clause.words.wreck).is_some()))
    };
    // "those killed": nobody.
    let vague = |n: usize| {
        clause.says(n, &["no"])
            || clause.tokens(n).len() == 1 && clause.says(n, &["both", "all", "some", "many", "those", "these", "this", "that"])
    };
    let root = clause.subject(unit).map(|n| past_speaker(clause, n, unit)).map(|n| past_arms(clause, n));
    if let Some(meant) = root.and_then(|n| pronouns::doer_meant(clause, n)) {
        return (Some(meant), None);
    }
    let subject = root.filter(|&n| {
        !is_cause(clause, n)
            && clause.is_noun(n)
            && acts(n)
            && !aim(n)
            && !clause.is_bare_number(n)
            && !wrecked(n)
            && !vague(n)
            && !is_vehicle(clause, n)
    });
    // "A pair of suspected strikes killed": what did it is no doer.
    let several =
        |who: &TokenRange| who.iter().take(4).any(|at| clause.reading.is_any(at, &["pair", "series", "wave", "string", "couple"]));
    let strikes = |who: &TokenRange| !several(who) || clause.unit_at(who.end() - 1).is_none_or(|n| !is_cause(clause, n));
    (subject.map(|n| kin_of(clause, n, unit).unwrap_or_else(|| whole(clause, n))).filter(strikes), None)
}

/// "[a man] wielding an axe killed": who carries what the subject seems to be.
fn past_arms(clause: &Clause<'_>, subject: usize) -> usize {
    let left = clause.before(subject).filter(|_| is_cause(clause, subject));
    let wields = |n: usize| {
        clause.verb(n).and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &["wielding", "brandishing", "carrying"]))
    };
    let who = left.filter(|&n| wields(n)).and_then(|n| clause.before(n)).filter(|&n| clause.is_noun(n));
    who.unwrap_or(subject)
}

/// "the girlfriend of [the gunman] who killed": not whose kin is spoken of.
fn kin_of(clause: &Clause<'_>, subject: usize, unit: usize) -> Option<TokenRange> {
    let relative = clause.before(unit).filter(|&n| clause.kind(n) == Some(Kind::Relative) && clause.says(n, &["who"]))?;
    let near = clause.before(relative).filter(|&n| n > subject && is_doer(clause, n) && clause.says(n - 1, &["of"]))?;
    let head = clause.tokens(subject).end().saturating_sub(1);
    let other = ["girlfriend", "lawyer", "lawyers", "attorney", "friend", "friends", "trial", "home", "victims", "arrest", "case"];
    let kin = clause.reading.phrase(head, clause.words.kin).is_some() || clause.reading.is_any(head, &other);
    kin.then(|| clause.tokens(near))
}

/// "[the man] who police say killed": who did it, not who says so.
fn past_speaker(clause: &Clause<'_>, subject: usize, unit: usize) -> usize {
    let says = clause.before(unit).is_some_and(|n| n > subject && clause.is_speech(n));
    let relative = clause.before(subject).filter(|&n| says && clause.kind(n) == Some(Kind::Relative));
    let left = relative.and_then(|n| clause.past_comma(clause.before(n)?));
    left.filter(|&n| clause.is_noun(n)).unwrap_or(subject)
}

/// Whether the noun phrase at `unit` can do something, and is no cause.
pub(super) fn is_doer(clause: &Clause<'_>, unit: usize) -> bool {
    clause.is_noun(unit) && !is_cause(clause, unit) && nouns::can_act(clause.reading, clause.words, clause.tokens(unit))
}

/// "[Norland and Orlik troops] killed", "[Karel and Venn] shot": all who do it.
fn whole(clause: &Clause<'_>, unit: usize) -> TokenRange {
    let one = noun_with_of(clause, unit);
    let and = |n: usize| clause.kind(n) == Some(Kind::And) && clause.says(n, &["and", "&"]);
    let opened = |n: usize| {
        clause.before(n).is_none_or(|b| {
            matches!(clause.kind(b), Some(Kind::Stop | Kind::Quote | Kind::Comma | Kind::Subordinate | Kind::But)) || clause.is_speech(b)
        })
    };
    let left = clause.before(unit).filter(|&n| and(n)).and_then(|n| clause.before(n)).and_then(|n| clause.root(n, true));
    if let Some(other) = left.filter(|&n| is_doer(clause, n) && opened(n)) {
        return clause.tokens(other).cover(one);
    }
    let last = clause.unit_at(one.end().saturating_sub(1)).unwrap_or(unit);
    let right =
        Some(last + 2).filter(|&n| and(last + 1) && is_doer(clause, n) && clause.verb(n + 1).is_some_and(|v| v.form != Some(Form::Ing)));
    right.map_or(one, |n| one.cover(clause.tokens(n)))
}

/// Who harmed them where another clause tells it: "12 were killed when gunmen attacked a bus", "NAME claimed responsibility".
pub(super) fn agent_around(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    attacker(clause, unit).or_else(|| claimant(clause, unit)).or_else(|| shooter(clause, unit)).or_else(|| deeds::whose(clause, unit))
}

/// "[The gunman] opened fire in a hall where pupils were dancing, wounding two": the subject of the sentence's first verb.
fn shooter(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    clause.verb(unit).filter(|v| v.form == Some(Form::Ing) && !v.be && !v.to)?;
    let first = unit.saturating_sub(NEAR);
    let verb = (first..unit).find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    let main = clause.verb(verb).filter(|v| !v.be && !v.negated && !v.modal)?.main?;
    let turns = (first..verb).any(|n| matches!(clause.kind(n), Some(Kind::Subordinate | Kind::Relative)));
    if turns || !attacks(clause, main) {
        return None;
    }
    let subject = clause.subject(verb).filter(|&n| is_doer(clause, n) && !is_vehicle(clause, n))?;
    Some(noun_with_of(clause, subject))
}

/// What carries people and has no will: "a Norland airliner crashed, killing 12", "the shuttle Karel".
pub(super) fn is_vehicle(clause: &Clause<'_>, unit: usize) -> bool {
    let tokens = clause.tokens(unit);
    let vehicle = |at: usize| clause.reading.phrase(at, clause.words.thing).is_some_and(|p| clause.reading.column(p, "kind") == "vehicle");
    let name = |at: usize| clause.reading.token(at).is_some_and(|t| t.case != Case::Lower);
    let last = tokens.end().saturating_sub(1);
    let named = tokens.iter().take(6).find(|&at| vehicle(at)).is_some_and(|at| (at + 1..tokens.end()).take(6).all(name));
    named || clause.reading.is_any(last, &["max", "flight"])
}

/// "when [gunmen] opened fire"
fn attacker(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let goes_on = |n: &usize| !matches!(clause.kind(*n), Some(Kind::Stop | Kind::But) | None);
    let mut behind = (unit + 1..unit + 14).take_while(goes_on);
    let when = behind.find(|&n| clause.kind(n) == Some(Kind::Subordinate) && clause.says(n, &["when", "after", "as", "while"]))?;
    let verb = (when + 1..when + 8).take_while(goes_on).find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
    let main = clause.verb(verb).filter(|v| !v.be && !v.negated)?.main?;
    let subject = clause.subject(verb).filter(|&n| attacks(clause, main) && n > when && is_doer(clause, n))?;
    Some(noun_with_of(clause, subject))
}

/// "stormed", "opened fire", "blew himself up"
pub(super) fn attacks(clause: &Clause<'_>, main: usize) -> bool {
    let fires = clause.reading.is(main, "opened") && clause.reading.is(main + 1, "fire");
    let with_himself = clause.reading.is(main, "blew") && clause.reading.is_any(main + 1, &["himself", "herself", "themselves"]);
    fires || with_himself || clause.reading.phrase(main, clause.words.attack).is_some()
}

/// "[NAME] claimed responsibility"
fn claimant(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let first = unit.saturating_sub(NEAR).max(1);
    let taken = (first..(unit + NEAR).min(clause.units.len())).find(|&n| clause.says(n, &["responsibility"]))?;
    let verb = clause.before(taken)?;
    let main = clause.verb(verb).filter(|v| !v.be && !v.negated)?.main?;
    let claims = clause.reading.is_any(main, &["claimed", "claims", "claiming", "claim", "taken", "took", "accepted", "admitted"]);
    let subject = clause.subject(verb).filter(|&n| claims && clause.is_noun(n) && !clause.says(n, &["no", "none", "nobody"]))?;
    nouns::can_act(clause.reading, clause.words, clause.tokens(subject)).then(|| noun_with_of(clause, subject))
}

/// What courts and police do to whoever did it.
const TRIED: &[&str] = &["sentenced", "jailed", "imprisoned", "indicted", "tried", "wanted", "sought", "guilty"];

/// "X accused Y of killing", "Y, which X holds responsible for killing", "Y was jailed for the murder of": who is accused, and who
/// accuses.
pub(super) fn accused(clause: &Clause<'_>, unit: usize) -> Option<(Option<TokenRange>, Option<TokenRange>)> {
    let links = ["of", "for", "with", "in", "to", "over", "on suspicion of", "accused"];
    let preposition = clause.before(unit).filter(|&n| clause.says(n, &links))?;
    if clause.says(preposition, &["accused"]) {
        return Some((is_accused(clause, preposition), None));
    }
    // "indicted in the death of", "pleaded guilty to killing"
    let court = clause.says(preposition, &["in", "to", "over"]);
    // "arrested on suspicion [of] killing"
    let suspected = preposition > 1 && clause.says(preposition, &["of"]) && clause.says(preposition - 1, &["suspicion"]);
    if suspected || clause.tokens(preposition).iter().any(|at| clause.reading.is(at, "suspicion")) {
        let held = (preposition.saturating_sub(6)..preposition).rev().find(|&n| clause.verb(n).is_some_and(|v| v.main.is_some()))?;
        let object = Some(held + 1).filter(|&n| clause.is_noun(n) && clause.verb(held).is_some_and(|v| !v.be));
        let passive = || clause.subject(held).or_else(|| aged(clause, held)).filter(|_| clause.verb(held).is_some_and(|v| v.be));
        let who = object.or_else(passive)?;
        return Some((Some(noun_with_of(clause, who)), None));
    }
    let first = preposition.saturating_sub(8);
    let near = (first..preposition).rev().take_while(|&n| clause.kind(n) != Some(Kind::Stop));
    let verb = near.filter(|&n| !clause.is_noun(n) || clause.says(n, &["guilty"])).find(|&n| {
        let says = |words: &[&str]| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, words));
        let accuses = ["accused", "accuses", "accuse", "accusing", "blamed", "blames", "blame", "blaming", "suspected"];
        if court {
            return says(TRIED) || says(&["charged", "convicted"]);
        }
        says(&accuses)
            || says(&["charged", "convicted"])
            || says(TRIED)
            || (says(&["holds", "hold", "held"]) && (n..preposition).any(|m| clause.says(m, &["responsible", "accountable"])))
    })?;
    let tried = clause.tokens(verb).iter().any(|at| clause.reading.is_any(at, TRIED));
    // "jailed for ten years" has no object.
    let reach = if tried { (verb + 2).min(preposition) } else { preposition };
    let object = (verb + 1..reach).find(|&n| clause.is_noun(n) && !clause.says(n, &["responsible", "accountable"]));
    let subject = clause.before(verb).filter(|&n| clause.is_noun(n)).and_then(|n| clause.root(n, true)).or_else(|| clause.subject(verb));
    let subject = subject.or_else(|| aged(clause, verb));
    let antecedent = subject.and_then(|s| antecedent(clause, s));
    let span = |n: Option<usize>| n.map(|n| noun_with_of(clause, n));
    // "a man charged with killing": who is meant has no verb before it.
    if object.is_none() && antecedent.is_none() && clause.verb(verb).is_some_and(|v| !v.be) && !clause.says(verb, &["guilty"]) {
        let left = clause.before(verb).and_then(|n| clause.past_comma(n));
        return Some((span(left.filter(|&n| clause.is_noun(n))), None));
    }
    let passive = clause.verb(verb).is_none_or(|v| v.be);
    Some(if passive { (span(subject), None) } else { (span(object.or(antecedent)), span(subject).filter(|_| !tried)) })
}

/// "[the wife of a clerk], who": whom the relative clause that opens right before `unit` is about.
fn antecedent(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let relative = clause.before(unit).filter(|&n| clause.kind(n) == Some(Kind::Relative))?;
    let left = clause.past_comma(clause.before(relative)?)?;
    clause.is_noun(left).then(|| of_root(clause, left))
}

/// "[Karel], 34, is accused of killing", "[the wife of a clerk], who is accused of", "a trial of [a clerk] accused of".
fn is_accused(clause: &Clause<'_>, accused: usize) -> Option<TokenRange> {
    let left = clause.before(accused)?;
    let who = if clause.verb(left).is_some_and(|v| v.be && v.main.is_none()) {
        antecedent(clause, left).or_else(|| clause.subject(left)).or_else(|| aged(clause, left))?
    } else {
        clause.past_comma(left)?
    };
    (is_doer(clause, who) && clause.kind(who) != Some(Kind::Pronoun)).then(|| noun_with_of(clause, who))
}

/// "[Dana Karel], 34, is accused of": who stands before an age.
fn aged(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    let comma = |n: usize| clause.before(n).filter(|&c| clause.kind(c) == Some(Kind::Comma));
    let age = comma(verb).and_then(|c| clause.before(c)).filter(|&n| clause.is_bare_number(n))?;
    comma(age).and_then(|c| clause.before(c)).filter(|&n| clause.is_noun(n))
}

/// "[the regime] of President X", whatever stands before it by another preposition.
fn of_root(clause: &Clause<'_>, unit: usize) -> usize {
    let mut root = unit;
    for _ in 0..3 {
        match root.checked_sub(2) {
            Some(left) if clause.says(root - 1, &["of"]) && clause.is_noun(left) => root = left,
            _ => break,
        }
    }
    root
}

/// "The rebels said they had killed": the subject of an active verb is whoever says so.
pub(super) fn is_boast(clause: &Clause<'_>, unit: usize) -> bool {
    let active = clause.verb(unit).is_some_and(|v| !v.be && v.main.is_some());
    // "The rebels claim to have killed"
    let claims = ["claim", "claims", "claimed", "claiming"];
    let to = clause.verb(unit).is_some_and(|v| v.to && v.have);
    if active && to && clause.reading.is_any(clause.tokens(unit).first().saturating_sub(1), &claims) {
        return true;
    }
    let own = |n: usize| clause.says(n, &["they", "it", "its", "their", "we"]) && (n.saturating_sub(5)..n).any(|m| clause.is_speech(m));
    active && clause.subject(unit).is_some_and(own)
}
