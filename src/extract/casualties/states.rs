//! Claims that an adjective makes: "12 dead", "found dead", "left 30 homeless", "three wounded soldiers".

use super::causes;
use super::circumstance;
use super::claim::{Harm, Status};
use super::clause::{Clause, Victims};
use super::doers;
use super::draft::{Draft, Trigger};
use super::generic;
use super::kind::{Kind, VerbGroup};
use super::natural;
use super::stories;
use super::verbs;
use super::words;
use crate::rules::{Phrase, Qualifier, ValueKind};
use crate::text::{Case, TokenRange};

/// Said of the noun phrase before it: "12 dead", "was found dead", "leaving two dead".
pub(super) fn predicate<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let unit = clause.unit_at(trigger.tokens.first()).filter(|&n| clause.kind(n) == Some(Kind::State))?;
    let phrase = clause.reading.phrase(trigger.tokens.first(), clause.words.harm_state)?;
    let harm = Harm::parse(clause.reading.column(phrase, "harm"))?;
    // "all but dead", "taken 'hostage'"
    let before = trigger.tokens.first().saturating_sub(1);
    // "dead even nationwide", "the American people hostage"
    let crowd =
        |n: usize| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &["public", "country", "nation", "economy", "government"]));
    let captive = clause.reading.is_any(trigger.tokens.first(), &["hostage", "captive"]);
    let nation = |n: usize| crowd(n) || clause.says(n, &["the"]) && clause.reading.is(clause.tokens(n).end().saturating_sub(1), "people");
    if clause.reading.is_any(trigger.tokens.end(), &["even", "set", "certain", "last", "serious", "wrong", "center", "ahead"])
        || clause.reading.is(trigger.tokens.end(), "to") && clause.reading.is(trigger.tokens.end() + 1, "rights")
        || clause.reading.is(trigger.tokens.end(), "in") && clause.reading.is(trigger.tokens.end() + 2, "water")
        || captive && clause.before(unit).is_some_and(nation)
    {
        return None;
    }
    // "who plays a clerk and friend of the late"; a title, "Walking Dead"
    let quoted = |at: usize| clause.reading.is_any(at, &["\"", "“", "”", "‘", "’"]);
    let capital = clause.reading.token(trigger.tokens.first()).is_some_and(|t| t.case == Case::Capital);
    let title = capital
        && quoted(trigger.tokens.end())
        && (trigger.tokens.first().saturating_sub(5)..trigger.tokens.first()).any(quoted)
        && clause.before(unit).is_none_or(|n| clause.verb(n).is_none());
    let number = |at: usize| clause.reading.word(at).starts_with(|c: char| c.is_ascii_digit());
    let dated = |at: usize| number(at) && clause.reading.value_of(at, ValueKind::Date).is_some();
    if title || stories::is_told(clause, trigger.tokens.first()) && !clause.sentence.iter().any(dated) {
        return None;
    }
    // "one of the five dead": told by the rule of those.
    let counted = words::number(clause.reading, before).map(|number| number.tokens.first());
    let of_them = counted.filter(|&at| at > 2 && clause.reading.is(at - 1, "the") && clause.reading.is(at - 2, "of"));
    let dead = clause.reading.is(trigger.tokens.first(), "dead");
    if of_them.filter(|_| dead).and_then(|at| clause.unit_at(at - 3)).is_some_and(|n| clause.is_bare_number(n)) {
        return None;
    }
    if clause.reading.is(before, "but") || unit > 0 && clause.kind(unit - 1) == Some(Kind::Quote) {
        return None;
    }
    // "hold the town's success hostage"
    let of = |n: usize| n.checked_sub(2).filter(|&m| clause.says(n - 1, &["of"]) && clause.count(m).is_some_and(|c| c.words.is_some()));
    let held =
        || clause.before(unit).filter(|&n| clause.is_noun(n) && clause.reading.is_any(trigger.tokens.first(), &["hostage", "captive"]));
    // "the names of 17 dead", "with at least 80 dead"
    let number = unit.checked_sub(1).filter(|&n| clause.is_bare_number(n) && n > 0 && clause.kind(n - 1) == Some(Kind::Preposition));
    let number = number.filter(|_| clause.reading.is(trigger.tokens.first(), "dead"));
    // "lowered an earlier figure of 21 dead"
    let stale = number.is_some_and(|n| {
        let of = n.checked_sub(2).map(|m| clause.tokens(m)).filter(|_| clause.says(n - 1, &["of"]));
        of.is_some_and(|t| t.iter().take(4).any(|at| clause.reading.is_any(at, &["earlier", "previous", "initial", "first"])))
    });
    if stale {
        return None;
    }
    let root = number.or_else(|| held().map(|n| of(n).unwrap_or(n))).or_else(|| left(clause, unit)).or_else(|| clause.subject(unit))?;
    if causes::is_cause(clause, root) || clause.is_age(root) {
        return None;
    }
    // "is missing a tooth", "missing about $2 billion"
    let object = clause.is_noun(unit + 1) || clause.says(unit + 1, &["about", "out", "the"]);
    // "frustrated to be missing it", "What is the plan missing?"
    let verb = clause.before(unit).filter(|&n| clause.verb(n).is_some());
    let infinitive = verb.is_some_and(|n| clause.verb(n).is_some_and(|v| v.to) && !circumstance::is_doubted(clause, n));
    let asked = clause.says(0, &["what"]) || clause.says(root.saturating_sub(2), &["what"]);
    if harm == Harm::Missing && (infinitive || asked) || generic::is_anybody(clause, clause.tokens(root)) {
        return None;
    }
    if harm == Harm::Missing && object && !clause.says(unit + 1, &["people", "persons"]) {
        return None;
    }
    let mut victims = clause.victims_before(root)?;
    // "was found dead along with a clerk"
    let with = if clause.verb(unit.saturating_sub(1)).is_some() { clause.companions(unit + 1, unit + 5) } else { None };
    if let Some(more) = with {
        victims.join(more);
    }
    // "shot two thieves dead": the verb tells it.
    let shot = victims.first.checked_sub(1).is_some_and(|n| verbs::is_shot(clause, n));
    if shot && clause.reading.is(trigger.tokens.first(), "dead") && clause.before(unit) == Some(root) {
        return None;
    }
    // "the one story that is missing from the news", "a handshake that was missing"
    let relative = clause.before(unit).and_then(|n| clause.before(n)).is_some_and(|n| clause.kind(n) == Some(Kind::Relative));
    if harm == Harm::Missing && (clause.says(unit + 1, &["from"]) || relative) && victims.count.trust < 0.85 {
        return None;
    }
    // "35 city sites had been burned"
    if clause.reading.is(trigger.tokens.first(), "burned") && victims.count.trust < 0.85 {
        return None;
    }
    // "150,000 people are homeless here": how they live, unless something drove them out.
    let made = ["left", "leaving", "leaves", "made", "making", "makes", "rendered", "rendering"];
    let beside = ["dead", "missing", "killed", "injured", "died"];
    let near = trigger.tokens.first().saturating_sub(12).max(clause.sentence.first())..trigger.tokens.first();
    let driven = near.into_iter().any(|at| clause.reading.is_any(at, &made) || clause.reading.is_any(at, &beside));
    if clause.reading.is(trigger.tokens.first(), "homeless") && !driven && causes::cause(clause, unit).is_none() {
        return None;
    }
    // "may keep an immigrant in custody", "hard to keep defendants behind bars"
    let keeps = clause.before(root).and_then(|n| clause.verb(n)).is_some_and(|v| (v.modal || v.to) && !v.have);
    if keeps && matches!(harm, Harm::Detained | Harm::Abducted) && victims.count.words.is_none() {
        return None;
    }
    // "were killed under the rubble", "found under the rubble"
    let stays = ["remain", "remained", "remains", "trapped", "buried", "stuck", "still"];
    let stay = |v: VerbGroup| v.main.map_or(v.be, |main| clause.reading.is_any(main, &stays));
    if clause.reading.is_any(trigger.tokens.first(), &["under", "beneath"])
        && !clause.before(unit).and_then(|n| clause.verb(n)).is_some_and(stay)
    {
        return None;
    }
    let linked = clause.before(unit).is_some_and(|n| clause.verb(n).is_some());
    let counted = victims.count.words.is_some();
    // "people who are homeless", "sick of hearing about it": news counts them where it tells of an event.
    let standing = !matches!(harm, Harm::Killed | Harm::Missing | Harm::Detained | Harm::Abducted);
    let one = victims.count.words.is_some_and(|w| clause.reading.is(w.first(), "one") && w == victims.tokens)
        && !(clause.reading.is(trigger.tokens.first(), "in") && clause.says(root + 1, &["of"]));
    if standing && circumstance::status(clause, unit) == Status::Denied {
        return None;
    }
    // "A boy is in a critical condition after the crash"
    let condition = || {
        let hurt =
            clause.reading.is_any(trigger.tokens.first(), &["in", "fighting"]) && harm == Harm::Injured && victims.count.best == Some(1);
        hurt && victims.count.trust >= 0.85 && natural::is_beside_harm(clause.reading, clause.words, trigger.tokens.first())
            || hurt && causes::cause(clause, unit).is_some_and(|c| !natural::is_illness(clause.reading, clause.words, c.end() - 1))
    };
    if standing && (!counted || one) && victims.count.qualifier != Qualifier::None && !condition() {
        return None;
    }
    // "friends of the Norland dead"
    let of_dead = |n: usize| n != root && clause.says(n, &["the"]) && n > 0 && clause.says(n - 1, &["of"]);
    if !linked && clause.mourns(root) && clause.before(unit).is_some_and(of_dead) {
        return None;
    }
    if !linked && !counted && victims.count.trust < 0.75 {
        return None;
    }
    let victims_of_one = victims.count.best == Some(1) && causes::cause(clause, unit).is_none();
    let mut draft = Draft::new(clause, trigger, or_harm(clause, unit).unwrap_or(harm), unit, victims);
    draft.certain = if counted { 0.93 } else { 0.88 };
    // "The rule could leave 300 people homeless."
    let may = left(clause, unit).and_then(|n| clause.before(n)).is_some_and(|n| clause.verb(n).is_some_and(|v| v.modal && !v.have));
    // "You would have had 90 more dead."
    let would = clause.before(root).and_then(|n| clause.verb(n)).is_some_and(|v| v.modal && v.have);
    draft.status = (may || would).then_some(Status::Hypothetical);
    // "[The rebels] took nine guards hostage"
    let taker = || clause.before(root).filter(|&n| clause.verb(n).is_some_and(|v| !v.be && v.main.is_some()));
    let teller = |who: &TokenRange| clause.unit_at(who.end()).is_some_and(|n| clause.is_speech(n));
    draft.agent = taker().filter(|_| captive).and_then(|n| doers::agent_before(clause, n).0).filter(|who| !teller(who));
    // How one of several fares is no figure of the article.
    draft.background |= standing && !counted && victims_of_one;
    Some(draft)
}

/// "a bombing that left [86 people] dead", "leaving [six people], including a boy, dead"
pub(super) fn left(clause: &Clause<'_>, unit: usize) -> Option<usize> {
    let verbs = ["left", "leaving", "leaves", "leave"];
    let is_left = |n: &usize| {
        let verb = clause.before(*n).filter(|_| clause.is_noun(*n)).and_then(|n| clause.verb(n)?.main);
        clause.count(*n).is_some_and(|c| c.words.is_some()) && verb.is_some_and(|main| clause.reading.is_any(main, &verbs))
    };
    let before = clause.before(unit)?;
    if clause.kind(before) != Some(Kind::Comma) {
        return Some(before).filter(is_left);
    }
    let inserted = |n: &usize| !clause.verb(*n).is_some_and(|v| v.is_finite());
    (before.saturating_sub(16)..before).rev().take_while(inserted).filter(|&n| clause.kind(n + 1) == Some(Kind::Comma)).find(is_left)
}

/// "dead or injured"
fn or_harm(clause: &Clause<'_>, unit: usize) -> Option<Harm> {
    let or = clause.says(unit + 1, &["or", "and/or"]) && (clause.harm_of(unit + 2).is_some() || clause.kind(unit + 2) == Some(Kind::State));
    or.then_some(Harm::Casualties)
}

/// Before its noun, which has a count: "three wounded soldiers", "a dead body" aside.
pub(super) fn modifier<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let at = trigger.tokens.first();
    let unit = clause.unit_at(at).filter(|&n| clause.is_noun(n))?;
    let tokens = clause.tokens(unit);
    let reading = clause.reading;
    let phrase = reading.phrase(at, clause.words.harm_verb).or_else(|| reading.phrase(at, clause.words.harm_state))?;
    // "three dead bodies" are counted as bodies.
    let bodies = |p: Phrase| reading.column(p, "force") == "body";
    if reading.phrase_named(tokens.end().saturating_sub(1), "harm_count").is_some_and(bodies) {
        return None;
    }
    // "two long-dead senators"
    if reading.token(at).is_some_and(|t| t.glued) {
        return None;
    }
    let participle = matches!(reading.column(phrase, "form"), "past" | "participle" | "");
    let last = trigger.tokens.end() >= tokens.end();
    if !participle || last || reading.column(phrase, "valency") == "i" || reading.column(phrase, "force") == "weak" {
        return None;
    }
    // "few homeless people", "sick individuals": how people are, and nothing that befell them.
    let harm = Harm::parse(reading.column(phrase, "harm")).filter(|harm| !matches!(harm, Harm::Displaced | Harm::Sick | Harm::Affected))?;
    // "The ward can treat 12 injured people a day."
    if (unit.saturating_sub(4)..unit).any(|n| clause.verb(n).is_some_and(|v| v.modal)) {
        return None;
    }
    let count = clause.count(unit).filter(|c| c.words.is_some_and(|w| w.end() <= at) && !c.definite && c.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, harm, unit, Victims::one(count, tokens, unit));
    draft.certain = 0.75;
    Some(draft)
}
