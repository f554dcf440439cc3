//! Whose attack the cause of a claim was: "a strike by the coalition", "police gunfire", "the militia's raid", "clashes with
//! rebels".

use super::beside::{EVENT, LONGEST};
use super::claim::Claim;
use super::clause::Clause;
use super::culprits::{is_armed, is_assault, is_open, somebody};
use super::kind::Kind;
use crate::rules::{Reading, ValueKind};
use crate::text::{Case, TokenRange};

/// Units in which what tells whose it was stands.
const NEAR: usize = 8;

/// Whose attack the cause of a claim was.
pub(super) fn by_cause(clause: &Clause<'_>, claim: &Claim) -> Option<TokenRange> {
    let armed = ["jet", "jets", "warplane", "warplanes", "planes", "helicopters", "gunships", "tanks", "aircraft"];
    let arms = |cause: TokenRange| clause.reading.is_any(cause.end().saturating_sub(1), &armed);
    let cause = claim.cause.filter(|_| is_open(claim))?;
    let unit = clause.unit_at(cause.end().checked_sub(1)?)?;
    // "It said [its guns] had killed four soldiers"
    let forces = ["guns", "artillery", "forces", "planes", "drones", "missiles", "strikes", "airstrikes", "rockets", "jets"];
    if clause.reading.is_any(cause.first(), &["its", "their"]) && clause.reading.is_any(cause.end() - 1, &forces) {
        // "the army's press office said": the army's guns.
        let whose = |who: TokenRange| who.iter().take(8).find(|&at| clause.reading.is_any(at, &["'s", "’s"])).unwrap_or(who.end());
        return claim.speaker.map(|who| TokenRange::new(who.first(), whose(who)));
    }
    // "a landmine planted by rebels": what is nobody's by itself.
    // "Norland's shelling of a market"
    let of = cause.iter().find(|&at| at > cause.first() && clause.reading.is(at, "of"));
    let core = TokenRange::new(cause.first(), of.unwrap_or(cause.end()));
    if !(is_assault(clause.reading, clause.words, core) || arms(core)) {
        return done_by(clause, claim, unit, false);
    }
    done_by(clause, claim, unit, true).or_else(|| owner(clause, core)).or_else(|| possessor(clause, core))
}

/// "a strike by [the coalition]", "air strikes carried out by [the army]", "an attack on a base claimed by [the Front]"
/// `assault`: the cause is somebody's deed also without a verb that says so.
fn done_by(clause: &Clause<'_>, claim: &Claim, unit: usize, assault: bool) -> Option<TokenRange> {
    // "The strikes, which villagers said were carried out by [the army], killed"
    let aside = |n: usize| clause.kind(n) == Some(Kind::Comma) && clause.says(n + 1, &["which"]);
    let stops = |n: &usize| {
        matches!(clause.kind(*n), Some(Kind::Stop | Kind::But | Kind::Comma | Kind::Subordinate | Kind::And) | None) && !aside(*n)
    };
    if let Some(with) = Some(unit + 1).filter(|&n| clause.says(n, &["with"]) && is_contest(clause.reading, clause.tokens(unit))) {
        // "skirmishes with marchers after the death of Karel": another matter.
        if claim.rule == EVENT && clause.tokens(unit).first() < claim.trigger {
            return None;
        }
        let foe = if clause.is_noun(with + 1) && is_crowd(clause.reading, clause.tokens(with + 1)) && clause.says(with + 2, &["of"]) {
            with + 3
        } else {
            with + 1
        };
        let own =
            |tokens: TokenRange| claim.tokens.iter().take(LONGEST).any(|at| clause.reading.is(at, clause.reading.word(tokens.end() - 1)));
        return somebody(clause, foe).filter(|tokens| is_armed(clause, *tokens) && !own(*tokens));
    }
    let by = (unit + 1..unit + NEAR).take_while(|n| !stops(n)).find(|&n| clause.says(n, &["by"]))?;
    let left = clause.before(by)?;
    let left = if clause.says(left, &["out"]) { clause.before(left)? } else { left };
    let done = clause.verb(left).and_then(|v| v.main).is_some_and(|main| {
        clause.reading.phrase(main, clause.words.wield).is_some()
            || clause.reading.is_any(main, &["claimed", "ordered", "laid", "left", "set", "attributed"])
    });
    (left == unit && assault || done).then(|| somebody(clause, by + 1)).flatten()
}

/// "clashes with [the Front]", "a shootout with [police]"
fn is_contest(reading: &Reading<'_>, cause: TokenRange) -> bool {
    let contests = [
        "clash",
        "clashes",
        "battle",
        "battles",
        "gunbattle",
        "firefight",
        "shootout",
        "shoot-out",
        "gunfight",
        "encounter",
        "skirmish",
        "skirmishes",
        "fighting",
        "exchange",
    ];
    cause.end().checked_sub(1).is_some_and(|last| reading.is_any(last, &contests) || reading.is(last, "out"))
}

/// "members of the Front", "a group of gunmen": who they are stands behind "of".
fn is_crowd(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    reading.is_any(tokens.end().saturating_sub(1), &["group", "gang", "band", "mob", "crowd"])
}

/// "[Norland] shelling", "a [police] raid", "[the Front]'s attack"
fn owner(clause: &Clause<'_>, cause: TokenRange) -> Option<TokenRange> {
    let reading = clause.reading;
    let acts = [
        "police",
        "army",
        "military",
        "navy",
        "rebel",
        "rebels",
        "militant",
        "insurgent",
        "government",
        "coalition",
        "regime",
        "jihadist",
        "islamist",
        "separatist",
        "guerrilla",
        "bandit",
        "paramilitary",
        "militia",
        "gang",
        "mob",
        "settler",
        "vigilante",
    ];
    // "U.S. strikes", "an RSF raid"; but "a U.S. shooting" is where it was.
    let head = cause.end().saturating_sub(1);
    let told_of = ["shooting", "shootings", "massacre", "stabbing", "stabbings", "explosion", "blast", "bombs", "explosions"];
    let open = ["attack", "attacks", "assault", "bombing", "bombings", "ambush"];
    let placed = |at: usize| reading.is_any(head, &told_of) || reading.is_any(head, &open) && reading.phrase_named(at, "country").is_some();
    let initials = |at: usize| {
        let upper = reading.token(at).is_some_and(|t| t.case == Case::Upper) && reading.word(at).len() > 2;
        let other = reading.is_any(at, &["ied", "svbied", "vbied", "who", "imf", "ngo", "hiv", "covid", "fpv", "uav", "uavs"]);
        upper && !other && !placed(at) && reading.value_of(at, ValueKind::Actor).is_some_and(|v| v.tokens.len() == 1)
    };
    let force = |at: usize| {
        let people = ["demonym", "armed_group", "military"].iter().any(|class| reading.phrase_named(at, class).is_some());
        let named = || reading.value_of(at, ValueKind::Actor).is_some_and(|v| v.tokens.first() == at && is_force(reading, v.tokens));
        // "Norland's shelling"
        let state = || reading.phrase_named(at, "country").is_some_and(|p| reading.is_any(p.tokens.end(), &["'s", "’s"]));
        reading.is_any(at, &acts)
            || people && reading.token(at).is_some_and(|t| t.case != Case::Lower)
            || named()
            || state()
            || initials(at)
    };
    let first = cause.iter().take(4).find(|&at| force(at))?;
    let end = reading.value_of(first, ValueKind::Actor).map_or(first + 1, |v| v.tokens.end());
    // "a Norland-led coalition air strike"
    let led = |at: usize| reading.is_any(at, &["-", "led", "backed", "allied"]);
    let end = (end..cause.end()).take(6).take_while(|&at| force(at) || led(at)).filter(|&at| force(at)).last().map_or(end, |at| at + 1);
    // "a Norlander shot in the raid", "Norland gun attack"
    let tools = ["air", "drone", "artillery", "rocket", "missile", "mortar", "tank", "gun", "suicide", "bomb", "'s", "’s", "-"];
    let between = (end..cause.end() - 1).all(|at| reading.is_any(at, &tools));
    (end < cause.end() && between).then(|| TokenRange::new(first, end))
}

/// "[the security forces]' raid", "[the militia]'s attack"
fn possessor(clause: &Clause<'_>, cause: TokenRange) -> Option<TokenRange> {
    let owns = |at: usize| clause.reading.is_any(at, &["'s", "’s", "'", "’"]);
    let end = cause.iter().take(8).find(|&at| at > cause.first() && owns(at))?;
    let who = TokenRange::new(cause.first(), end);
    is_armed(clause, who).then_some(who)
}

/// "the Norvik Front", "the Army of the Valley"
fn is_force(reading: &Reading<'_>, name: TokenRange) -> bool {
    let forces = ["front", "army", "brigade", "battalion", "militia", "guard", "legion", "forces", "force", "cartel", "gang", "police"];
    name.iter().take(LONGEST).any(|at| reading.is_any(at, &forces))
}
