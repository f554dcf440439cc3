//! Claims that a noun makes: "the deaths of 12", "no casualties", "20 bodies", "the death toll rose to 45".

use super::claim::{Harm, Status};
use super::clause::{Clause, Victims};
use super::count::{self, Count};
use super::draft::{Draft, Trigger};
use super::kind::{Form, Kind, VerbGroup};
use super::nouns;
use super::stories;
use super::uncounted;
use super::willed;
use super::words;
use crate::rules::{Phrase, Qualifier};
use crate::text::{Case, TokenRange};

/// "the deaths of 12 people", "claimed the lives of three", "injuries to two".
pub(super) fn of_victims<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let (unit, phrase) = noun(clause, trigger, "harm_event")?;
    let reading = clause.reading;
    let harm = Harm::parse(reading.column(phrase, "harm"))?;
    let force = reading.column(phrase, "force");
    let to = harm == Harm::Injured && clause.says(unit + 1, &["to"]);
    let ends = trigger.tokens.end() == clause.tokens(unit).end();
    // "the killing on 15 May of Dana Karel"
    let dated = clause
        .after(unit)
        .filter(|&n| clause.says(n, &["of"]) && n > unit + 1 && (unit + 1..n).any(|m| clause.kind(m) == Some(Kind::Date)));
    let of = dated.unwrap_or(unit + 1);
    if !ends || !(to || clause.says(of, &["of"])) || clause.says(unit, &["no"]) {
        return None;
    }
    if force == "life" && !takes_lives(clause, unit) {
        return None;
    }
    let victims = clause.victims_listed(of + 1, true)?;
    // "injuries to the head"
    let body = ["head", "face", "neck", "chest", "leg", "legs", "arm", "arms", "hand", "hands", "back", "stomach", "eye", "eyes", "body"];
    if to && victims.count.words.is_none() && reading.is_any(clause.tokens(unit + 2).end().saturating_sub(1), &body) {
        return None;
    }
    // "the character assassination of the women"
    if reading.is(trigger.tokens.first().saturating_sub(1), "character") {
        return None;
    }
    // "the Body of Christ"
    // "the demise of the co-operative"
    if reading.is(trigger.tokens.first(), "demise") && victims.count.words.is_none() && victims.count.trust < 0.9 {
        return None;
    }
    let named = reading.token(trigger.tokens.first()).is_some_and(|t| t.case == Case::Capital)
        && trigger.tokens.first() > clause.sentence.first() + 1;
    // "The Life and Death of Karel", quoted as a title
    let quotes = ["\"", "“", "‘"];
    let first = trigger.tokens.first();
    let quoted = named && (first.saturating_sub(9)..first).any(|at| reading.is_any(at, &quotes));
    if force == "body" && named || quoted {
        return None;
    }
    // "a student body of 1,200"
    if reading.is(trigger.tokens.first(), "body") && victims.count.best != Some(1) {
        return None;
    }
    // "In the video game, players investigate the murder of a king"
    let dated = (unit.saturating_sub(2)..unit + 7).any(|n| clause.kind(n) == Some(Kind::Date));
    if !dated && stories::is_told(clause, trigger.tokens.first()) {
        return None;
    }
    // "controlling the bodies of women", "the body of Christ"
    let one = victims.count.best == Some(1) && victims.tokens.len() > 1;
    if force == "body" && !one && victims.count.words.is_none() && !is_found(clause, unit) {
        return None;
    }
    // "the death of the middle class"
    let class = reading.is_any(trigger.tokens.first(), &["death", "demise", "murder", "killing"])
        && victims.count.definite
        && victims.count.best.is_none();
    let crowd = class || (matches!(harm, Harm::Displaced | Harm::Affected) && victims.count.words.is_none());
    let sure = !crowd && victims.count.trust >= 0.7 && !(force == "weak" && victims.count.words.is_none() && victims.count.best.is_none());
    if !sure {
        return None;
    }
    let mut draft = Draft::new(clause, trigger, harm, unit, victims);
    draft.certain = if force == "weak" { 0.65 } else { 0.88 };
    // "the attempted murder of"
    let before = trigger.tokens.first().saturating_sub(1);
    // "had ordered the arrest of"
    let orders = ["ordered", "ordering", "orders", "order", "seek", "seeks", "sought", "seeking", "urged"];
    let wanted = harm == Harm::Detained && (first.saturating_sub(2)..first).any(|at| reading.is_any(at, &orders));
    draft.status = (wanted
        || (before.saturating_sub(1)..=before).any(|at| at >= clause.sentence.first() && reading.is_any(at, &UNDONE))
        || willed::is_willed(clause, unit))
    .then_some(Status::Hypothetical);
    Some(draft)
}

/// Before a harm that was not done.
const UNDONE: [&str; 7] = ["attempted", "proposed", "planned", "foiled", "failed", "threatened", "averted"];

/// "the three nurses' murder", "Karel's assassination": told in passing.
pub(super) fn possessed<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let (unit, phrase) = noun(clause, trigger, "harm_event")?;
    let reading = clause.reading;
    let harm = Harm::parse(reading.column(phrase, "harm")).filter(|harm| matches!(harm, Harm::Killed | Harm::Abducted))?;
    let tokens = clause.tokens(unit);
    let life = reading.column(phrase, "force") == "life";
    let body = reading.column(phrase, "force") == "body" && is_body_found(clause, unit);
    let told = reading.column(phrase, "force").is_empty() || life && takes_life(clause, unit) || body;
    let plain = told && trigger.tokens.end() == tokens.end() && !clause.says(unit + 1, &["of"]);
    let first = tokens.first().max(trigger.tokens.first().saturating_sub(4));
    let mark = (first..trigger.tokens.first()).rev().find(|&at| reading.is_any(at, &["'s", "’s", "'", "’"])).filter(|_| plain)?;
    let owner = TokenRange::new(tokens.first(), mark);
    let count = nouns::count(reading, clause.words, owner).filter(|c| c.best.is_some_and(|n| n > 0) && c.trust >= 0.7)?;
    let mut draft = Draft::new(clause, trigger, harm, unit, Victims::one(count, owner, unit));
    draft.certain = 0.8;
    draft.background = !life && !body;
    draft.status = willed::is_willed(clause, unit).then_some(Status::Hypothetical);
    Some(draft)
}

/// "[a woman's body] was found", "recovered [the clerk's body]"
fn is_body_found(clause: &Clause<'_>, unit: usize) -> bool {
    let finds = ["found", "discovered", "recovered", "retrieved", "exhumed", "unearthed"];
    let found = |n: usize| clause.verb(n).filter(|v| !v.modal && !v.negated).and_then(|v| v.main);
    let finds = |n: usize| found(n).is_some_and(|main| clause.reading.is_any(main, &finds));
    finds(unit + 1) && clause.verb(unit + 1).is_some_and(|v| v.be) || unit > 0 && finds(unit - 1)
}

/// "claimed [a boy's life]"
fn takes_life(clause: &Clause<'_>, unit: usize) -> bool {
    let verbs = ["claimed", "claiming", "claims", "took", "taking", "cost", "costing", "ended"];
    let verb = unit.checked_sub(1).and_then(|n| clause.verb(n)).filter(|v| !v.modal && !v.negated);
    verb.and_then(|v| v.main).is_some_and(|main| clause.reading.is_any(main, &verbs))
}

/// "claimed", "took", "cost" before "lives".
fn takes_lives(clause: &Clause<'_>, unit: usize) -> bool {
    let verbs = [
        "claimed", "claiming", "claims", "claim", "took", "taking", "taken", "takes", "cost", "costing", "costs", "loss", "snuffed",
        "ended", "lost",
    ];
    (unit.saturating_sub(3)..unit).any(|n| clause.tokens(n).iter().any(|at| clause.reading.is_any(at, &verbs)))
        || (unit + 1..unit + 5).any(|n| clause.verb(n).is_some_and(|v| v.be && v.main.is_some_and(|m| clause.reading.is(m, "lost"))))
}

/// "12 deaths", "300 casualties", "20-25 bodies", "a body was found".
pub(super) fn counted<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let (unit, phrase) = noun(clause, trigger, "harm_count")?;
    let reading = clause.reading;
    let tokens = clause.tokens(unit);
    let harm = Harm::parse(reading.column(phrase, "harm"))?;
    let force = reading.column(phrase, "force");
    if phrase.tokens.end() != tokens.end() || is_none(clause, unit) {
        return None;
    }
    // "two leading international bodies", "united in one body"
    let named = ["dead", "lifeless", "human", "charred", "decomposed", "mutilated", "headless", "unidentified", "burnt", "burned"];
    let bare = tokens
        .iter()
        .take(8)
        .find_map(|at| words::number(reading, at))
        .is_some_and(|q| q.tokens.end() == phrase.tokens.first() && q.qualifier != Qualifier::Vague && q.best.is_none_or(|n| n > 3.0));
    if force == "body" && !bare && !tokens.iter().any(|at| reading.is_any(at, &named)) && !is_found(clause, unit) {
        return None;
    }
    // "a dispute between the two bodies"
    if force == "body" && reading.is(tokens.first(), "the") && reading.is(tokens.end() - 1, "bodies") && !is_found(clause, unit) {
        return None;
    }
    let plain = tokens.len() <= 3
        && (tokens.len() == 2
            || phrase.tokens.len() == 2
            || reading.is_any(
                tokens.first() + 1,
                &["decomposed", "unidentified", "charred", "headless", "mutilated", "human", "lifeless", "second", "third", "further"],
            ));
    let one = plain
        && force == "body"
        && reading.is_any(tokens.first(), &["a", "one", "another"])
        && reading.is_any(tokens.end() - 1, &["body", "corpse"]);
    let number = tokens.iter().take(8).find_map(|at| words::number(reading, at)).filter(|q| q.tokens.end() <= phrase.tokens.first());
    let mut count = match number {
        Some(quantity) => count::from(quantity)?,
        None if one && !clause.says(unit + 1, &["of"]) && is_found(clause, unit) => Count::singular(tokens),
        None => uncounted::several(clause, unit, phrase)?,
    };
    if number.is_some_and(|q| reading.word(q.tokens.end()) == "-")
        || reading.is(phrase.tokens.first(), "lives") && !takes_lives(clause, unit)
        || reading.is(phrase.tokens.first(), "life") && !takes_life(clause, unit)
    {
        return None;
    }
    // "one in five deaths": a share.
    let share = number.is_some_and(|q| reading.is(q.tokens.first().saturating_sub(1), "in") && unit > 1 && clause.is_bare_number(unit - 2));
    if share {
        return None;
    }
    // "COVID-19 deaths"
    let glued = number.is_some_and(|q| {
        reading.token(q.tokens.first()).is_some_and(|t| t.glued) && reading.is_any(q.tokens.first().saturating_sub(1), &["-", "–"])
    });
    let ill = reading.is(phrase.tokens.first(), "cases") && is_of_outbreak(clause, unit);
    if glued || force == "weak" && !ill && reading.is_any(phrase.tokens.first(), &["cases", "losses"]) {
        return None;
    }
    // "At least 50 detainees breached the fence": that they are held is no news.
    let passes = ["went", "passed", "remained", "spent", "arrived", "stayed", "released", "freed", "held", "transferred"];
    let acts = |v: VerbGroup| !v.be && v.form == Some(Form::Past) && v.main.is_some_and(|main| !reading.is_any(main, &passes));
    let held = reading.phrase(phrase.tokens.end().saturating_sub(1), clause.words.person).is_some();
    if held && harm == Harm::Detained && force == "weak" && clause.verb(unit + 1).is_some_and(acts) && clause.harm_of(unit + 1).is_none() {
        return None;
    }
    // "multiple traumatic injuries" are one man's
    if harm == Harm::Injured && number.is_some_and(|q| reading.is(q.core.first(), "multiple")) {
        return None;
    }
    // "12 captives", but not "12 deaths": only who was harmed.
    count.victims = Some(phrase.tokens).filter(|v| clause.reading.phrase(v.end().saturating_sub(1), clause.words.person).is_some());
    // "12 deaths among miners"
    let who = clause.says(unit + 1, &["among", "amongst"]).then(|| clause.count(unit + 2)).flatten().filter(|who| who.trust >= 0.7);
    if let Some(who) = who {
        (count.victims, count.class) = (who.victims, who.class);
    }
    count.increment |= tokens.iter().any(|at| reading.phrase(at, clause.words.increment).is_some() && !reading.is(at + 1, "than"));
    count.trust = if force == "weak" { 0.6 } else { 0.9 };
    let mut draft = Draft::new(clause, trigger, harm, unit, Victims::one(count, tokens, unit));
    draft.certain = 0.9;
    // "17 attempted murders"
    // "700 fewer road deaths"
    let fewer = (tokens.first()..phrase.tokens.first()).any(|at| reading.is(at, "fewer") && !reading.is(at + 1, "than"));
    draft.status = (fewer || tokens.iter().any(|at| reading.is_any(at, &UNDONE))).then_some(Status::Hypothetical);
    Some(draft)
}

/// "612 cases of cholera", "1,530 cases and 19 deaths"
fn is_of_outbreak(clause: &Clause<'_>, unit: usize) -> bool {
    let reading = clause.reading;
    if reading.is_any(clause.tokens(unit).first(), &["every", "many", "how"]) {
        return false;
    }
    let spreads =
        ["cholera", "measles", "malaria", "dengue", "ebola", "coronavirus", "covid", "polio", "typhoid", "influenza", "mpox", "diphtheria"];
    let of = clause.says(unit + 1, &["of"]) && clause.tokens(unit + 2).iter().take(4).any(|at| reading.is_any(at, &spreads));
    let joined = matches!(clause.kind(unit + 1), Some(Kind::And | Kind::Comma)) && {
        let beside = clause.tokens(unit + 2);
        clause.is_counted(unit + 2) && reading.is_any(beside.end().saturating_sub(1), &["deaths", "fatalities", "death"])
    };
    of || joined
}

/// Somebody finds it: a body that nobody finds is a figure of speech.
fn is_found(clause: &Clause<'_>, unit: usize) -> bool {
    let verbs = [
        "found",
        "counted",
        "laid",
        "visible",
        "covered",
        "sprawled",
        "carried",
        "arrived",
        "discovered",
        "recovered",
        "pulled",
        "retrieved",
        "dumped",
        "saw",
        "seen",
        "spotted",
        "washed",
        "lay",
        "lying",
        "floating",
        "identified",
        "brought",
        "taken",
        "buried",
        "exhumed",
        "find",
        "finding",
        "removed",
        "discover",
        "recover",
        "hanging",
        "fished",
    ];
    (unit.saturating_sub(10)..unit + 10).any(|n| clause.tokens(n).iter().take(8).any(|at| clause.reading.is_any(at, &verbs)))
}

/// "no casualties", "without injuries", "no reports of deaths", "did not cause any casualties".
pub(super) fn none<'c, 'r>(clause: &'c Clause<'r>, trigger: &Trigger) -> Option<Draft<'c, 'r>> {
    let (unit, phrase) = noun(clause, trigger, "harm_count")?;
    let harm = Harm::parse(clause.reading.column(phrase, "harm"))?;
    let tokens = clause.tokens(unit);
    let body = clause.reading.column(phrase, "force") == "body" || matches!(harm, Harm::Sick | Harm::Detained | Harm::Abducted);
    // "a word that no longer lives"
    let lives = clause.reading.is_any(phrase.tokens.first(), &["lives", "life"]) && !takes_lives(clause, unit);
    let losses = clause.reading.is(phrase.tokens.first(), "losses");
    if phrase.tokens.end() != tokens.end() || body || lives || losses || !is_none(clause, unit) {
        return None;
    }
    let count = Count::none(TokenRange::new(tokens.first(), phrase.tokens.first().max(tokens.first() + 1)));
    let mut draft = Draft::new(clause, trigger, harm, unit, Victims::one(count, tokens, unit));
    draft.certain = 0.93;
    Some(draft)
}

fn is_none(clause: &Clause<'_>, unit: usize) -> bool {
    let reading = clause.reading;
    let tokens = clause.tokens(unit);
    let left = |n: usize| unit.checked_sub(n);
    let any = reading.is_any(tokens.first(), &["any", "injuries", "casualties", "deaths", "fatalities"])
        || clause.says(unit, &["injury", "casualty", "further"]);
    // "no life-threatening injuries"
    if reading.is(tokens.first().saturating_sub(1), "threatening") {
        return false;
    }
    let negated = (unit.saturating_sub(5)..unit)
        .rev()
        .take_while(|&n| clause.kind(n) != Some(Kind::Stop))
        .any(|n| clause.verb(n).is_some_and(|v| v.negated));
    // "not the main driver of deaths"
    let of = left(1).is_some_and(|n| clause.says(n, &["of", "at", "for"]));
    let further = reading.is_any(tokens.first() + 1, &["further", "other", "more", "additional"]);
    // "no blue casualties"
    let plain = [
        "civilian",
        "serious",
        "major",
        "immediate",
        "reported",
        "confirmed",
        "known",
        "significant",
        "visible",
        "new",
        "apparent",
        "human",
        "such",
        "actual",
    ];
    let known = |at: usize| {
        let classes = [
            clause.words.person,
            clause.words.adjective,
            clause.words.noun_form,
            clause.words.harm_verb,
            clause.words.cause,
            clause.words.adverb,
        ];
        reading.phrases_at(at).iter().any(|p| classes.contains(&p.class) || p.tokens.end() == tokens.end())
            || reading.is_any(at, &plain)
            || reading.word(at) == "-"
    };
    let odd =
        (tokens.first() + 1..tokens.end().saturating_sub(1)).take(6).any(|at| !known(at) || reading.is_any(at, &["red", "blue", "green"]));
    let no = reading.is_any(tokens.first(), &["no", "zero"]) && !further && !odd;
    let without = left(1).is_some_and(|n| clause.says(n, &["without"])) && words::number(reading, tokens.first()).is_none();
    let told = ["report", "reports", "sign", "signs", "word", "news", "indication", "indications", "record", "mention", "evidence"];
    // "no immediate reports of casualties"
    let link = tokens.first().saturating_sub(1);
    let no_reports = left(1).is_some_and(|n| clause.says(n, &["of"]))
        && reading.is_any(link.saturating_sub(1), &told)
        && (link.saturating_sub(4).max(clause.sentence.first())..link).any(|at| reading.is(at, "no"));
    no || without || no_reports || (any && negated && !further && !of)
}

/// The noun unit that the trigger stands in, and its phrase of this class; none within a longer one ("fatal shooting").
fn noun(clause: &Clause<'_>, trigger: &Trigger, class: &str) -> Option<(usize, Phrase)> {
    let at = trigger.tokens.first();
    let longer = |n: usize| clause.reading.phrase_named(n, class).is_some_and(|p| p.tokens.end() == trigger.tokens.end());
    if at > clause.sentence.first() && (at.saturating_sub(2).max(clause.sentence.first())..at).any(longer) {
        return None;
    }
    let unit = clause.unit_at(at).filter(|&n| clause.is_noun(n))?;
    let phrase = clause
        .reading
        .phrases_at(at)
        .iter()
        .copied()
        .find(|p| p.tokens == trigger.tokens && clause.reading.vocabulary().class_name(p.class) == class)?;
    Some((unit, phrase))
}
