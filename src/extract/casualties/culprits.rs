//! Who did it, where the clause of the harm doesn't tell: by the sentence before ("Gunmen stormed a hotel. Twelve guests were
//! killed"), by one behind ("The Front claimed the attack").

use super::assaults;
use super::beside::{EVENT, LONGEST, is_elsewhere, is_own, tokens_of};
use super::claim::{Claim, Harm, Scope, Status, VictimClass};
use super::clause::{Clause, FAR};
use super::deeds::doer;
use super::doers::{attacks, is_vehicle};
use super::kind::Kind;
use super::means;
use super::nouns;
use super::words::Words;
use crate::rules::Reading;
use crate::text::TokenRange;

/// Sentences before a harm in which an attack may be told.
const BEFORE: usize = 2;
/// Sentences behind it in which somebody may claim it.
const BEHIND: usize = 3;
/// The rule of those who kill others with themselves.
const SUICIDE: &str = "casualty/suicide";
/// A participle behind its noun.
const REDUCED: &str = "casualty/reduced";
/// Who attacks, and is fought.
pub(super) const FIGHTERS: [&str; 15] = [
    "fighters",
    "militants",
    "rebels",
    "insurgents",
    "gunmen",
    "gunman",
    "attackers",
    "attacker",
    "assailants",
    "terrorists",
    "suspects",
    "suspect",
    "bomber",
    "bombers",
    "extremists",
];
/// Who fights them for a state.
const STATE_FORCES: [&str; 16] = [
    "army",
    "military",
    "police",
    "troops",
    "soldiers",
    "forces",
    "coalition",
    "commandos",
    "marines",
    "rangers",
    "navy",
    "warplanes",
    "jets",
    "helicopters",
    "gunships",
    "paramilitaries",
];
/// Units in which a verb's parts stand.
const NEAR: usize = 8;

/// Gives claims that lack them the attackers of sentences beside theirs.
pub(super) fn attach(reading: &Reading<'_>, words: &Words, claims: &mut [Claim]) {
    let mut from = 0;
    while let Some(first) = claims.get(from) {
        let sentence = first.sentence;
        let to = from + claims[from..].iter().take_while(|claim| claim.sentence == sentence).count();
        if claims[from..to].iter().any(is_open) {
            let (told, here) = claims.split_at_mut(from);
            let mut before = None;
            let mut behind = None;
            for claim in here[..to - from].iter_mut().filter(|claim| is_open(claim) && !is_own(reading, claim)) {
                let assault = claim.cause.map(|cause| is_assault(reading, words, cause));
                if assault == Some(false) && !claim.cause.is_some_and(|cause| is_fight(reading, cause)) {
                    continue;
                }
                // "the death of" speaks of something known.
                let told_anew = claim.rule != EVENT && !claim.background;
                let attacker = *before.get_or_insert_with(|| told_before(reading, words, told, sentence));
                let attacker = attacker.filter(|attacker| told_anew && !is_among(reading, *attacker, claim));
                let mut claimed = || *behind.get_or_insert_with(|| claimed_behind(reading, words, sentence));
                claim.agent = attacker.or_else(|| if assault == Some(true) { claimed() } else { None });
            }
        }
        from = to;
    }
}

/// Whether somebody may have done it who is not named yet.
pub(super) fn is_open(claim: &Claim) -> bool {
    claim.agent.is_none() && is_deed(claim)
}

/// Whether it is a harm of the event told that somebody did.
pub(super) fn is_deed(claim: &Claim) -> bool {
    matches!(claim.harm, Harm::Killed | Harm::Injured | Harm::Casualties | Harm::Abducted)
        && matches!(claim.status, Status::Asserted | Status::Claimed)
        && matches!(claim.scope, Scope::Incident | Scope::Increment)
        && claim.victim_class != VictimClass::Attacker
        && claim.low != Some(0)
        && (claim.best.is_some() || claim.high.is_some())
}

/// "the bombing", "gunfire", "artillery fire": what somebody does; "a fire" is nobody's.
pub(super) fn is_assault(reading: &Reading<'_>, words: &Words, cause: TokenRange) -> bool {
    let Some(last) = cause.end().checked_sub(1) else { return false };
    let shots = || last > cause.first() && reading.is(last, "fire") && reading.phrase(last - 1, words.determiner).is_none();
    reading.phrase(last, words.assault).is_some() || shots() || means::is_deed(reading, cause)
}

/// "fighting": in which either side kills.
pub(super) fn is_fight(reading: &Reading<'_>, cause: TokenRange) -> bool {
    cause.iter().take(4).any(|at| reading.is(at, "fighting"))
}

/// "Rebels attacked. Three rebels were killed": whom the sentence before calls attackers.
pub(super) fn is_among(reading: &Reading<'_>, attacker: TokenRange, claim: &Claim) -> bool {
    let head = attacker.end() - 1;
    // "Police opened fire. Two officers were hurt."
    let police = claim.victim_class == VictimClass::Police
        && attacker.iter().take(4).any(|at| reading.is_any(at, &["police", "officers", "officer", "authorities", "agents"]));
    // "The army struck a camp. Nine fighters were killed."
    let force = is_force(reading, attacker);
    let fights = |at: usize| !force && reading.is_any(at, &FIGHTERS);
    police || claim.tokens.iter().take(LONGEST).any(|at| reading.is(at, reading.word(head)) || fights(at))
}

/// "the army", "Norland": who fights attackers for a state.
pub(super) fn is_force(reading: &Reading<'_>, who: TokenRange) -> bool {
    let head = who.end().saturating_sub(1);
    reading.is_any(head, &STATE_FORCES) || reading.phrase_named(head, "country").is_some()
}

/// Who attacked in the sentences right before.
fn told_before(reading: &Reading<'_>, words: &Words, told: &[Claim], sentence: usize) -> Option<TokenRange> {
    for back in 1..=BEFORE.min(sentence) {
        if is_elsewhere(reading, sentence, sentence - back) {
            return None;
        }
        let before = tokens_of(reading, sentence - back)?;
        let claims = || told.iter().rev().take(8).filter(|claim| claim.sentence == sentence - back);
        let bomber = || claims().filter(|claim| claim.rule == SUICIDE).find_map(|claim| claim.victims);
        // "They killed two", "Norland and Orlik troops traded fire": nobody, or either.
        let pronoun = |agent: &TokenRange| reading.is_any(agent.first(), &["he", "she", "they", "it", "who"]);
        let named = |agent: &TokenRange| !pronoun(agent) && !agent.iter().any(|at| reading.is(at, "and"));
        let agent = claims()
            // "A bomber struck the funeral of a guard killed by rebels": the rebels did another deed.
            .filter(|claim| is_deed(claim) && !claim.background && !matches!(claim.rule, EVENT | REDUCED))
            // "Troops stormed the hotel, killing four extremists": what ended another's deed.
            .filter(|claim| !claim.tokens.iter().take(LONGEST).any(|at| reading.is_any(at, &FIGHTERS)))
            .find_map(|claim| claim.agent.filter(named))
            .or_else(bomber);
        let found = agent.or_else(|| attacker(reading, words, before));
        if found.is_some() {
            return found;
        }
        // What another sentence tells of harm is another matter.
        if claims().next().is_some() {
            return None;
        }
    }
    None
}

/// "[Gunmen] stormed a hotel", "[A bomber] blew himself up"
pub(super) fn attacker(reading: &Reading<'_>, words: &Words, tokens: TokenRange) -> Option<TokenRange> {
    let fires = |at: usize| reading.is(at, "fire") && reading.is_any(at.saturating_sub(1), &["opened", "open", "opens"]);
    // "The clashes began when rebels attacked a barracks": the dead are of both sides.
    let both = ["clash", "clashes", "firefight", "gunfight", "shootout", "skirmish", "skirmishes"];
    let fight = tokens.iter().any(|at| reading.is_any(at, &both));
    if fight || !tokens.iter().any(|at| fires(at) || reading.phrase(at, words.attack).is_some()) {
        return None;
    }
    let clause = Clause::new(reading, words, tokens);
    let acts = |n: usize| {
        let main = clause.verb(n).filter(|v| !v.be && !v.negated && !v.modal && !v.to)?.main?;
        let back = reading.is_any(main + 1, &["back", "off", "out", "down"]);
        if back || !attacks(&clause, main) {
            return None;
        }
        actor(&clause, n).filter(|tokens| !assaults::is_open(reading, main) || is_armed(&clause, *tokens))
    };
    // "and opened fire" may look like a noun.
    let fired = || tokens.iter().find(|&at| fires(at)).and_then(|at| opener(&clause, clause.unit_at(at)?));
    (0..clause.units.len()).find_map(acts).or_else(fired)
}

/// "gunmen", "the army", "Norland warplanes": whose attack is no criticism.
pub(super) fn is_armed(clause: &Clause<'_>, tokens: TokenRange) -> bool {
    let arms = |class: VictimClass| matches!(class, VictimClass::Combatant | VictimClass::Police | VictimClass::Attacker);
    let class = nouns::count(clause.reading, clause.words, tokens).map(|count| count.class);
    let listed = |at: usize| ["agent", "armed_group", "military"].iter().any(|class| clause.reading.phrase_named(at, class).is_some());
    class.is_some_and(arms) || tokens.iter().take(8).any(listed)
}

/// "[The Front] claimed the attack", "Officials blamed [the Front]"
fn claimed_behind(reading: &Reading<'_>, words: &Words, sentence: usize) -> Option<TokenRange> {
    let verbs = ["claimed", "claims", "claiming", "blamed", "blames"];
    (0..=BEHIND).filter_map(|ahead| tokens_of(reading, sentence + ahead)).find_map(|tokens| {
        tokens.iter().find(|&at| reading.is_any(at, &verbs))?;
        let clause = Clause::new(reading, words, tokens);
        (0..clause.units.len()).find_map(|n| claimant(&clause, n).or_else(|| nominal_claimant(&clause, n)))
    })
}

/// Who claims an attack by the verb at `unit`, or is blamed for it.
fn claimant(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let verb = clause.verb(unit).filter(|v| !v.negated && !v.modal && !v.to)?;
    let main = verb.main?;
    let claims = clause.reading.is_any(main, &["claimed", "claims", "claiming"]);
    let blames = clause.reading.is_any(main, &["blamed", "blames"]);
    let object = clause.after(unit)?;
    let of_attack = |n: usize| {
        let last = clause.tokens(n).end().saturating_sub(1);
        clause.says(n, &["responsibility"]) || clause.is_noun(n) && clause.reading.phrase(last, clause.words.assault).is_some()
    };
    if claims && verb.be {
        let subject = clause.subject(unit).filter(|&n| of_attack(n))?;
        return clause.says(object, &["by"]).then(|| somebody(clause, object + 1).filter(|_| subject < unit)).flatten();
    }
    // "The council claimed the attack was carried out by"
    let clause_behind = clause.after(object).is_some_and(|n| clause.verb(n).is_some());
    if claims && of_attack(object) && !clause_behind {
        return actor(clause, unit);
    }
    let on = (unit + 1..unit + NEAR).find(|&n| clause.says(n, &["on"]));
    if blames && verb.be {
        return clause.subject(unit).filter(|&n| of_attack(n)).and(on).and_then(|on| somebody(clause, on + 1));
    }
    if blames && of_attack(object) {
        return on.and_then(|on| somebody(clause, on + 1));
    }
    let for_it = || (object + 1..object + 4).any(|n| clause.says(n, &["for"]) && (of_attack(n + 1) || clause.says(n + 1, &["it"])));
    let ends = || clause.after(object).is_none_or(|n| clause.kind(n) == Some(Kind::Stop));
    if blames && (ends() || for_it()) { somebody(clause, object) } else { None }
}

/// Who does what the verb at `unit` says: its subject, or who opens the sentence ("[A gunman], 17, entered a school and opened fire").
pub(super) fn actor(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    clause.subject(unit).and_then(|n| somebody(clause, n)).or_else(|| opener(clause, unit))
}

/// Who opens the sentence, where no other clause stands before `unit`.
fn opener(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let turns =
        |n: usize| clause.is_speech(n) || matches!(clause.kind(n), Some(Kind::Subordinate | Kind::Relative | Kind::Stop | Kind::But));
    somebody(clause, 0).filter(|_| unit < FAR && !(0..unit).any(turns))
}

/// "The Front later [claimed responsibility]", which may look like a noun.
fn nominal_claimant(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let tokens = clause.tokens(unit);
    let claims = clause.is_noun(unit) && clause.says(unit, &["claimed"]) && clause.reading.is(tokens.first() + 1, "responsibility");
    if claims { clause.before(unit).and_then(|n| somebody(clause, n)).or_else(|| opener(clause, unit)) } else { None }
}

/// Who the noun phrase at `unit` is; none where it is nobody, or what carries people.
pub(super) fn somebody(clause: &Clause<'_>, unit: usize) -> Option<TokenRange> {
    let nobody = clause.says(unit, &["no", "none", "nobody", "neither"]) || is_vehicle(clause, unit);
    doer(clause, unit).filter(|_| !nobody)
}

#[cfg(test)]
mod tests {
    use super::super::tests::doer;
    use crate::extract::Extractors;

    #[test]
    fn who_did_it_is_told_by_the_cause_or_by_another_sentence() {
        let extractors = Extractors::new().unwrap();
        for (text, who) in [
            // By what did it, and by whom courts name.
            ("Nine clerks were killed in a strike by the coalition.", "the coalition"),
            ("Nine clerks were killed in air strikes carried out by the air force.", "the air force"),
            ("Nine clerks died in a raid claimed by the Norvik Front.", "the Norvik Front"),
            ("Nine clerks were killed in police gunfire.", "police"),
            ("A man charged with killing his brother was held.", "A man"),
            ("An officer was jailed for ten years for the murder of two clerks.", "An officer"),
            ("The militia is responsible for the deaths of 40 clerks.", "The militia"),
            ("The man who police say killed two clerks fled.", "The man"),
            ("Karel, the gunman police believe is responsible for killing two clerks, fled.", "the gunman"),
            // By the sentence before.
            ("Gunmen stormed a hotel on Friday. Police said twelve guests were killed.", "Gunmen"),
            ("The army shelled Orlik. Twelve people were killed.", "The army"),
            ("A gunman entered a school and opened fire. Eight pupils were hurt.", "A gunman"),
            ("A suicide bomber blew himself up in Orlik. At least 20 people were killed.", "suicide bomber"),
            ("Armed men abducted 12 pupils. A teacher was wounded.", "Armed men"),
            // By one behind.
            (
                "Nine clerks were killed in a bombing. Police closed the road. The Norvik Front later claimed responsibility.",
                "The Norvik Front",
            ),
            ("Nine clerks were killed in a bombing. The mayor blamed the Norvik Front.", "the Norvik Front"),
            // What is another matter.
            ("Gunmen stormed a hotel. A fire at a mill killed three workers.", "-"),
            ("Rebels attacked a camp. Three rebels were killed.", "-"),
            ("Police opened fire. Two officers were hurt.", "-"),
            ("A gunman opened fire. He was killed.", "-"),
            ("Critics hit back at the mayor. Two clerks were killed.", "-"),
            ("Gunmen stormed a hotel on Friday. On Sunday two clerks were killed.", "-"),
            ("Nine clerks were killed in a bombing. Nobody claimed responsibility.", "-"),
            ("Nine clerks were killed in a crash. The Norvik Front claimed the victory.", "-"),
        ] {
            assert_eq!(doer(&extractors, text), who, "{text}");
        }
    }
}
