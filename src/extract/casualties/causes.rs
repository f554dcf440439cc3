//! With what, or in what: the weapon, attack or disaster that the harm's verb, its subject or a phrase beside it names.
//!
//! What merely stands near is none: where people sat ("in a car"), what they carried ("shot two men carrying rifles"), what
//! the harm led to ("protests over the death of"), what only dates it ("since the coup").

use super::clause::Clause;
use super::kind::{Form, Kind};
use super::nouns;
use crate::text::{Case, TokenRange};

/// Units before and behind a harm in which its cause is sought.
const BEFORE: usize = 14;
const BEHIND: usize = 10;
/// Units of ", most of them herders,", which stand between.
const INSERTED: usize = 5;

/// Whether the head of the noun phrase at `unit` is what harms: "a car bomb".
pub(super) fn is_cause(clause: &Clause<'_>, unit: usize) -> bool {
    if !clause.is_noun(unit) {
        return false;
    }
    let tokens = clause.tokens(unit);
    let mut end = tokens.end();
    // "Cyclone Orla" is a cyclone.
    let capital = |at: usize| clause.reading.token(at).is_some_and(|t| t.case == Case::Capital);
    let named = (tokens.first()..end).take(3).find(|&at| {
        let opens = at == tokens.first() || !capital(at - 1);
        opens
            && capital(at)
            && clause.reading.phrase(at, clause.words.cause).is_some()
            && (at + 1..end).take(4).all(capital)
            && at + 1 < end
    });
    if let Some(at) = named {
        end = at + 1;
    }
    !is_other(clause, tokens)
        && (tokens.first().max(end.saturating_sub(4))..end)
            .any(|at| clause.reading.phrases_at(at).iter().any(|p| p.tokens.end() == end && p.class == clause.words.cause))
}

/// "a coal mine", "a tweet storm": what only bears the name of what harms.
fn is_other(clause: &Clause<'_>, tokens: TokenRange) -> bool {
    let last = tokens.end().saturating_sub(1);
    let before = last.saturating_sub(1);
    let dug = ["coal", "gold", "copper", "salt", "diamond", "iron", "silver", "zinc", "cobalt", "lead"];
    let told = ["tweet", "twitter", "media", "perfect", "political", "social"];
    let mine = clause.reading.is_any(last, &["mine", "mines"]) && clause.reading.is_any(before, &dug);
    // "a cease-fire", "no bomb"
    let none = clause.reading.is_any(last, &["fire"]) && clause.reading.is(before, "-") || clause.reading.is(tokens.first(), "no");
    // "prisoners of war"
    let held = clause.reading.is(last, "war") && last > 1 && clause.reading.is_any(last - 2, &["prisoner", "prisoners"]);
    mine || none || held || clause.reading.is_any(last, &["storm", "firestorm"]) && clause.reading.is_any(before, &told)
}

/// Whether the cause is that of an arrest: a raid, or a protest; what somebody is held for is none.
pub(super) fn is_of_arrest(clause: &Clause<'_>, cause: TokenRange) -> bool {
    let raids = [
        "raid",
        "raids",
        "operation",
        "operations",
        "crackdown",
        "protest",
        "protests",
        "riot",
        "riots",
        "unrest",
        "clash",
        "clashes",
        "siege",
        "strike",
        "coup",
        "fighting",
        "battle",
        "offensive",
        "ambush",
        "war",
        "conflict",
    ];
    let of = cause.iter().find(|&at| at > cause.first() && clause.reading.is_any(at, &["of", "in", "on"]));
    clause.reading.is_any(of.unwrap_or(cause.end()).saturating_sub(1), &raids)
}

/// With what, or in what: the subject itself, else what stands behind the verb, else before it.
pub(super) fn cause(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let stops = |n: &usize| !matches!(clause.kind(*n), Some(Kind::Stop | Kind::But) | None);
    let acts = clause.verb(unit).is_some_and(|v| !v.be);
    // "A car bomb killed 12 in the second such attack", "An aftershock caused no deaths"
    let subject = if acts { clause.subject(unit) } else { led_to(clause, unit).and_then(|verb| clause.subject(verb)) };
    let subject = subject.and_then(|n| if is_cause(clause, n) { Some(first_of(clause, n)) } else { root_of(clause, n) });
    // "Nine drowned, seven were struck by lightning": what befell others.
    let others = |n: usize| clause.kind(n) == Some(Kind::Comma) && clause.is_bare_number(n + 1) && clause.verb(n + 2).is_some();
    let inserted = (unit + 1..unit + INSERTED).any(|n| clause.says(n, &["of"]) && clause.says(n + 1, &["them", "whom"]));
    let far = if inserted { BEHIND + INSERTED } else { BEHIND };
    let behind = || (unit + 1..unit + far).take_while(|n| stops(n) && !others(*n)).find(|&n| is_meant(clause, n, unit));
    // "Shells landed on a mill but no one was hurt": what did no harm.
    let but_nobody = |n: usize| clause.kind(n) == Some(Kind::But) && clause.says(n + 1, &["no", "nobody", "none", "there"]);
    let before = || {
        let from = (unit.saturating_sub(BEFORE)..unit).rev().take_while(|n| stops(n) || but_nobody(*n)).last()?;
        // "12 died in riots, and in May nine were shot": the riots are not of May.
        let own = clause.subject(unit);
        let and = (from..unit).rev().find(|&n| clause.kind(n) == Some(Kind::And) && own.is_some_and(|s| s > n));
        let dated = |and: usize| (and + 1..own.unwrap_or(and)).any(|n| clause.kind(n) == Some(Kind::Date));
        let other = and.filter(|&and| dated(and) && (from..and).any(|n| clause.harm_of(n).is_some()));
        (other.unwrap_or(from)..unit).rev().find(|&n| is_meant(clause, n, unit))
    };
    // "Floods after days of [rain] have killed"
    let shared = |v: usize| clause.verb(v).is_some() && (v..unit).any(|m| clause.kind(m) == Some(Kind::And));
    let of_subject = |n: usize| {
        let own = acts && clause.after(n).is_some_and(|v| v == unit || v < unit && shared(v));
        if own { first_of(clause, n) } else { n }
    };
    let none = clause.says(unit, &["no", "zero", "few"]);
    let noun = |n: &usize| none || !clause.is_noun(unit) || !is_apart(clause, *n, unit);
    let found = subject.or_else(|| behind().filter(noun)).or_else(|| before().filter(noun).map(of_subject))?;
    Some(whole(clause, met(clause, found).unwrap_or(found)))
}

/// "riots following the death of", "Karel's killing ignited protests", "suffers from a flood and is outraged by the killing of":
/// what another clause tells, or what the harm of a noun led to.
fn is_apart(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    let leads = ["sparked", "ignited", "triggered", "provoked", "prompted", "fuelled", "fueled", "stirred", "inspired"];
    let led = |m: usize| {
        let orders = clause.says(m, &["following", "after", "over", "since"]);
        orders && n < unit || clause.verb(m).and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &leads))
    };
    let outcomes = [
        "led",
        "resulted",
        "caused",
        "claimed",
        "left",
        "ended",
        "brought",
        "meant",
        "took",
        "taken",
        "cost",
        "killed",
        "raising",
        "bringing",
        "taking",
        "leads",
        "leading",
        "results",
        "resulting",
        "causes",
        "causing",
        "claims",
        "claiming",
        "leaves",
        "leaving",
        "takes",
        "gave",
        "gives",
        "giving",
        "produced",
    ];
    let outcome = |main: usize| clause.reading.is_any(main, &outcomes);
    // "put lives at risk and resulted in injury to three"
    let governed = (n..unit).rev().find_map(|m| clause.verb(m)?.main).is_some_and(outcome);
    let other = |m: usize| {
        let acts = clause.verb(m).and_then(|v| v.main).is_some_and(|main| {
            let moves = [clause.words.wreck, clause.words.collide, clause.words.attack, clause.words.wield];
            let tells = outcome(main) || clause.is_speech(m) || moves.iter().any(|class| clause.reading.phrase(main, *class).is_some());
            !tells && clause.harm_of(m).is_none()
        });
        acts || clause.kind(m) == Some(Kind::And) && clause.verb(m + 1).is_some()
    };
    let between = n.min(unit) + 1..n.max(unit);
    between.clone().any(led) || n < unit && !governed && !is_tally(clause, n, unit) && between.into_iter().any(other)
}

/// "[The virus] has spread and has a death toll of 3,000": whose deaths and cases are counted is the disease that the clause is about.
fn is_tally(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    let tallies = ["deaths", "cases", "infections", "toll", "fatalities", "dead"];
    let ills = ["virus", "coronavirus", "pandemic", "epidemic", "outbreak", "disease", "flu"];
    let last = clause.tokens(n).end().saturating_sub(1);
    let ill = clause.reading.is_any(last, &ills);
    // "followed the deaths of two men", but "a death toll of 3,000"
    let of = clause.says(unit + 1, &["of"]) && !clause.tokens(unit).iter().take(8).any(|at| clause.reading.is(at, "toll"));
    ill && !of && clause.tokens(unit).iter().take(8).any(|at| clause.reading.is_any(at, &tallies))
}

/// "[Floods] after two weeks of rain have killed": the first cause of a noun phrase that goes on by prepositions.
fn first_of(clause: &Clause<'_>, unit: usize) -> usize {
    let phrase = |n: &usize| {
        let after = clause.kind(*n) == Some(Kind::Subordinate) && clause.says(*n, &["after"]);
        after || matches!(clause.kind(*n), Some(Kind::Noun | Kind::Preposition | Kind::Date | Kind::Adverb | Kind::Number))
    };
    let parts = (unit.saturating_sub(BEFORE)..unit).rev().take_while(phrase);
    let opens = |n: usize| clause.before(n).is_none_or(|left| clause.kind(left) != Some(Kind::Preposition));
    parts.filter(|&n| is_cause(clause, n) && !is_setting(clause, n) && opens(n)).last().unwrap_or(unit)
}

/// "[An aftershock] of magnitude 5.0 in the afternoon damaged a mill but caused no deaths": what a noun phrase that goes on by
/// prepositions is about.
fn root_of(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let phrase = |n: &usize| matches!(clause.kind(*n), Some(Kind::Noun | Kind::Preposition | Kind::Date | Kind::Number));
    let first = (unit.saturating_sub(BEFORE)..unit).rev().take_while(phrase).filter(|&n| clause.is_noun(n)).last()?;
    let goes_on = clause.kind(first + 1) == Some(Kind::Preposition) && clause.says(first + 1, &["of", "in", "at", "on", "near"]);
    let opens = clause.before(first).is_none_or(|left| !matches!(clause.kind(left), Some(Kind::Preposition | Kind::Subordinate)));
    let article = clause.says(first, &["a", "an", "the", "this", "that"]);
    Some(first).filter(|&n| goes_on && opens && article && is_cause(clause, n) && !is_setting(clause, n))
}

/// "their vehicle ran over [a roadside bomb]": what the vehicle at `unit` met.
fn met(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let meets = ["ran", "hit", "struck", "drove", "rolled", "triggered", "detonated", "activated"];
    let verb = clause.after(unit).filter(|&n| clause.verb(n).and_then(|v| v.main).is_some_and(|m| clause.reading.is_any(m, &meets)))?;
    let arms = ["bomb", "mine", "landmine", "IED", "device", "explosive", "explosives", "booby-trap"];
    let object = verb + 1 + usize::from(clause.kind(verb + 1) == Some(Kind::Preposition));
    let last = clause.tokens(object).end().saturating_sub(1);
    (is_setting(clause, unit) && clause.is_noun(object) && clause.reading.is_any(last, &arms)).then_some(object)
}

/// "led to 300 deaths", "causing no deaths": the verb whose outcome the harm at `unit` is.
fn led_to(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    // "has made 90 sick"
    let stands = clause.kind(unit) == Some(Kind::State) && clause.before(unit).is_some_and(|n| clause.is_noun(n));
    let noun = if stands { clause.before(unit)? } else { unit };
    let left = clause.before(noun).filter(|_| clause.is_noun(noun))?;
    let verb = if clause.says(left, &["to", "in"]) { clause.before(left)? } else { left };
    let leads = [
        "made",
        "makes",
        "making",
        "led",
        "leading",
        "resulted",
        "resulting",
        "caused",
        "causing",
        "left",
        "leaving",
        "claimed",
        "claiming",
    ];
    clause.verb(verb).filter(|v| !v.be && v.main.is_some_and(|main| clause.reading.is_any(main, &leads))).map(|_| verb)
}

/// Whether the cause at `n` is one of the harm at `unit`.
fn is_meant(clause: &Clause<'_>, n: usize, unit: usize) -> bool {
    if !is_cause(clause, n) || is_date(clause, n) {
        return false;
    }
    let left = clause.before(n);
    let says = |words: &[&str]| left.is_some_and(|l| clause.says(l, words));
    let verb = left.and_then(|l| clause.verb(l)).filter(|v| !v.be || v.form == Some(Form::Ing));
    let wields = |kind: &str| {
        let phrase = verb.and_then(|v| v.main).and_then(|main| clause.reading.phrase(main, clause.words.wield));
        phrase.is_some_and(|p| clause.reading.column(p, "kind") == kind)
    };
    // "killed by a bus", "when a wall collapsed", "a jet bombed the camp", "drove a lorry into a crowd"
    if is_setting(clause, n) {
        // "a boat [carrying migrants] sank"
        let next = (n + 1..n + 8)
            .take_while(|&m| m != unit && matches!(clause.kind(m), Some(Kind::Noun | Kind::Preposition | Kind::Verb(_) | Kind::Adverb)))
            .filter_map(|m| clause.verb(m)?.main);
        let moving = [clause.words.wreck, clause.words.attack, clause.words.collide];
        // "Men on motorcycles raided a market": they did, and not what they rode.
        let ridden = left.filter(|&l| clause.says(l, &["on", "in", "aboard"])).and_then(|l| clause.before(l));
        let ridden = ridden.is_some_and(|n| nouns::can_act(clause.reading, clause.words, clause.tokens(n)) && clause.is_noun(n));
        let moves = |main: usize| {
            let attacks = clause.reading.phrase(main, clause.words.attack).is_some();
            moving.iter().any(|c| clause.reading.phrase(main, *c).is_some()) && !(ridden && attacks)
        };
        let drives = wields("into") && clause.after(n).is_some_and(|m| clause.says(m, &["into", "through", "at"]));
        let acts = clause.after(n) == Some(unit) && left.is_none_or(|l| clause.kind(l) != Some(Kind::Preposition));
        return next.into_iter().any(moves) || says(&["by"]) || acts || drives;
    }
    // "carrying explosives", "traded fire"; but "set off a bomb"
    let arms = is_weapon(clause, n) && verb.is_some_and(|v| v.main.is_some());
    if arms && !wields("") && left.is_none_or(|l| clause.harm_of(l).is_none()) {
        return false;
    }
    // "dogs and listening devices had been brought in"
    let idle = is_weapon(clause, n)
        && clause.after(n).filter(|&m| m != unit && clause.verb(m).is_some_and(|v| v.be)).is_some()
        && left.is_none_or(|l| clause.kind(l) != Some(Kind::Preposition));
    // "set the mill on fire"
    let lit = says(&["on"]) && clause.says(n, &["fire"]);
    // "was undergoing surgery"
    let treated = says(&["undergoing", "undergo", "underwent", "needing", "performed", "performing"]);
    // "in retaliation for air strikes", "in response to a raid"
    let answers = ["retaliation", "response", "reaction", "revenge", "reprisal", "retribution", "retaliating"];
    // but "in retaliation for a raid that killed nine"
    let itself = || (n + 1..unit).any(|m| clause.kind(m) == Some(Kind::Relative) && clause.after(m) == Some(unit));
    let answered = says(&["for", "to"])
        && left.is_some_and(|l| clause.reading.is_any(clause.tokens(l).first().saturating_sub(1), &answers))
        && !itself();
    !idle && !lit && !treated && !answered && !says(&["to", "despite", "without", "against", "like", "apart from", "about"])
}

/// "rifles", "fire": what is held before it is used.
fn is_weapon(clause: &Clause<'_>, unit: usize) -> bool {
    let last = clause.tokens(unit).end().saturating_sub(1);
    let held = clause.reading.phrase(last, clause.words.thing).is_some_and(|p| clause.reading.column(p, "kind") == "vehicle");
    held || clause.reading.is_any(last, &["fire", "gunfire", "knife", "knives", "machete", "machetes", "axe", "axes", "acid"])
}

/// Vehicles and buildings, and what harms nobody by itself: a protest, a dispute, an incident.
pub(super) fn is_setting(clause: &Clause<'_>, unit: usize) -> bool {
    let tokens = clause.tokens(unit);
    let last = tokens.end().saturating_sub(1);
    let first = tokens.first().max(last.saturating_sub(3));
    (first..=last)
        .find_map(|at| clause.reading.phrases_at(at).iter().copied().find(|p| p.tokens.end() == last + 1 && p.class == clause.words.cause))
        .is_some_and(|p| clause.reading.column(p, "kind") == "setting")
}

/// "Hours after the strike an airliner crashed": what only dates the harm.
pub(super) fn is_date(clause: &Clause<'_>, n: usize) -> bool {
    let times = ["hours", "days", "weeks", "months", "years", "minutes", "hour", "day", "week", "month", "year"];
    let first = clause.tokens(n).first();
    let orders = ["after", "before", "since"];
    (first.saturating_sub(1)..=first).any(|at| {
        at > 0 && clause.reading.is_any(at, &orders) && clause.reading.is_any(at - 1, &times)
            || at > 1 && clause.reading.is_any(at - 1, &orders) && clause.reading.is_any(at - 2, &times)
    })
}

/// The cause with what it is joined to: "an explosion and fire", "the collapse of the mill".
pub(super) fn whole(clause: &Clause<'_>, unit: usize) -> TokenRange {
    let tokens = clause.tokens(unit);
    let left = unit.checked_sub(1).filter(|&n| clause.kind(n) == Some(Kind::And) && clause.says(n, &["and"]) || clause.says(n, &["of"]));
    let several = ["exchange", "exchanges", "series", "wave", "barrage", "volley", "hail", "string", "spate"];
    let many = |n: usize| clause.reading.is_any(clause.tokens(n).end().saturating_sub(1), &several);
    let other =
        left.and_then(|n| n.checked_sub(1)).filter(|&n| clause.is_noun(n) && (is_cause(clause, n) && !is_setting(clause, n) || many(n)));
    let opened = |n: usize| clause.says(n, &["the", "a", "an"]) || clause.is_plain_name(n);
    let of = Some(unit + 2).filter(|&n| clause.says(unit + 1, &["of"]) && clause.is_noun(n) && opened(n));
    let tokens = of.map_or(tokens, |n| tokens.cover(clause.tokens(n)));
    let all = other.map_or(tokens, |n| clause.tokens(n).cover(tokens));
    // "Monday's first blast", whose day is a date.
    let owned = usize::from(clause.reading.is_any(all.first(), &["'s", "’s"]));
    // "an out-of-control blaze" was cut at "of".
    let cut = if clause.reading.is(all.first(), "-") && all.len() > 2 { 2 } else { owned };
    // "the army [used] poison gas" may look like one noun.
    let cut = all.iter().take(8).find(|&at| clause.reading.is(at, "used")).map_or(cut, |at| at + 1 - all.first());
    let friendly = usize::from(all.first() > 0 && clause.reading.is(all.first() - 1, "friendly"));
    TokenRange::new(all.first() + cut - friendly, all.end().max(all.first() + cut))
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn a_clause_names_its_cause() {
        let extractors = Extractors::new().unwrap();
        for (text, want) in [
            ("The virus has reached nine ports and has a toll of 340.", "The virus"),
            ("Smoke from wildfires causes some 25,000 deaths a year.", "wildfires"),
            ("It was retaliation for a drone strike near Orlik that killed Dana Karel.", "a drone strike"),
            ("An aftershock of magnitude 5.0 in the afternoon brought down a chimney in Orlik but caused no deaths.", "An aftershock"),
            ("Rebels killed 34 people, most of them old herders, in a series of raids.", "a series of raids"),
            // What another clause tells, or what is none.
            ("The protests, which began after the virus closed shops, followed the deaths of two men.", "-"),
            ("The Front killed Dana Karel in retaliation for a drone strike.", "-"),
            ("The rebels killed nine and took four prisoners of war.", "-"),
        ] {
            let document = Document::new(text.to_owned());
            let mut reading = extractors.read(&document);
            let claims = extractors.extract(&mut reading, None).claims;
            assert_eq!(claims[0].cause.map_or("-", |cause| document.words(cause)), want, "{text}");
        }
    }
}
