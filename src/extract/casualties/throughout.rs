//! What did the harm of an article's one event, for those of its claims that name nothing: a quake's missing, ten sentences on.
//!
//! One event is what all causes of an article's claims name alike ("the bombing", "the blast"), from its lead on. A claim that
//! speaks of another time or place is of none. Who did it is whoever its lead names, until a claim names others.

use super::aftermath::{event, is_armed, is_one, lacks_cause};
use super::beside::{EVENT, is_look_back, is_own, is_placed_apart, is_tried, tokens_of};
use super::claim::{Claim, Harm, Scope, Status, VictimClass};
use super::culprits::{FIGHTERS, attacker, is_among, is_assault, is_deed, is_fight, is_force, is_open};
use super::words::Words;
use crate::rules::{Reading, ValueKind};
use crate::text::TokenRange;

/// Sentences in which an article tells its event.
const LEAD: usize = 3;
/// Sentences from the cause to a claim of its event, at the most.
const REACH: usize = 24;
/// Tokens in which a sentence opens with its day.
const FRAME: usize = 3;
/// Claims of an article that are looked at.
const MANY: usize = 64;
/// Times of a day, which are those of the event's.
const HOURS: [&str; 9] = ["noon", "midday", "midnight", "dawn", "dusk", "nightfall", "daybreak", "sunrise", "sunset"];

/// Words that tell one event.
const ALIKE: [&[&str]; 8] = [
    &["attack", "bomb", "bomber", "bombing", "blast", "explosion", "device", "explosive", "detonation", "assault"],
    &["attack", "shooting", "gunfire", "massacre", "rampage", "assault", "gunshot", "bullet"],
    &["fighting", "clash", "battle", "gunfire", "firefight", "shelling", "rocket", "shell"],
    &["attack", "strike", "airstrike", "raid", "bomb", "bombing", "bombardment", "missile", "shelling", "shell"],
    &["earthquake", "quake", "tremor", "aftershock"],
    &["flood", "flooding", "rain", "storm", "hurricane", "cyclone", "typhoon", "landslide", "mudslide"],
    &["crash", "accident", "collision", "bus", "train", "plane", "airliner", "boat", "ferry", "truck", "sinking", "derailment"],
    &["fire", "blaze", "inferno", "smoke", "wildfire", "explosion", "blast"],
];

/// Gives claims of the article's one event its cause.
pub(super) fn attach(reading: &Reading<'_>, words: &Words, claims: &mut [Claim]) {
    if !claims.iter().take(MANY).any(|claim| lacks_cause(reading, claim)) {
        return;
    }
    let Some((sentence, cause)) = told(reading, words, claims) else { return };
    let Some(source) = tokens_of(reading, sentence) else { return };
    // Behind a cause that is none like it, another event is told; how some of its dead died, and what hurt nobody, are none.
    let turns = |claim: &&Claim| is_of_event(claim) && claim.part_of.is_none() && claim.high != Some(0);
    let turn = claims.iter().filter(turns).find(|claim| claim.cause.is_some_and(|c| !is_alike(reading, cause, c)));
    let end = turn.map_or(usize::MAX, |claim| claim.sentence).min(sentence + REACH);
    for claim in claims.iter_mut().take(MANY).filter(|claim| lacks_cause(reading, claim) && claim.sentence < end) {
        let other = is_own(reading, claim)
            || is_tried(reading, claim)
            || is_perfect(reading, claim)
            || is_illness(reading, words, cause) && claim.harm == Harm::Injured
            || claim.victim_class == VictimClass::Attacker
            || (is_armed(reading, claim) || claim.agent.is_some()) && !is_assault(reading, words, cause)
            || is_of_another(reading, claim, source);
        if !other {
            claim.cause = Some(cause);
        }
    }
}

/// Gives arrests of the article's one event those who made them: "Police arrested six. The six were held in a raid".
pub(super) fn attach_captor(reading: &Reading<'_>, claims: &mut [Claim]) {
    let arrest = |claim: &Claim| claim.harm == Harm::Detained && is_of_event(claim) && is_told(claim);
    let Some((sentence, captor)) = claims
        .iter()
        .take_while(|claim| claim.sentence < LEAD)
        .filter(|claim| arrest(claim))
        .filter_map(|claim| Some((claim.sentence, claim.agent?)))
        .find(|(_, captor)| is_group(reading, *captor))
    else {
        return;
    };
    let Some(source) = tokens_of(reading, sentence) else { return };
    let other = |claim: &&Claim| arrest(claim) && claim.agent.is_some_and(|agent| !is_same_doer(reading, captor, agent));
    let end = claims.iter().find(other).map_or(usize::MAX, |claim| claim.sentence).min(sentence + REACH);
    for claim in claims.iter_mut().take(MANY).filter(|claim| arrest(claim) && claim.agent.is_none() && claim.sentence < end) {
        if !is_apart(reading, claim, source) {
            claim.agent = Some(captor);
        }
    }
}

fn is_told(claim: &Claim) -> bool {
    matches!(claim.status, Status::Asserted | Status::Claimed) && claim.low != Some(0)
}

/// Gives claims of the article's one event those who did it, where its lead names them and no claim names others.
pub(super) fn attach_doer(reading: &Reading<'_>, words: &Words, claims: &mut [Claim]) {
    let of_lead = |claim: &&Claim| is_deed(claim) && is_of_event(claim) && claim.rule != EVENT;
    let lead = claims.iter().take_while(|claim| claim.sentence < LEAD).filter(of_lead);
    let named = |claim: &Claim| Some((claim.sentence, claim.agent?, claim.cause));
    if !claims.iter().any(is_open) {
        return;
    }
    let counted = lead.filter_map(named).find(|(_, doer, _)| is_group(reading, *doer));
    // "Gunmen stormed a school. The siege ended at noon. Twelve pupils died."
    let fights = |doer: &TokenRange| doer.iter().take(4).any(|at| reading.is_any(at, &FIGHTERS));
    let attacked = || (0..LEAD).find_map(|n| Some((n, attacker(reading, words, tokens_of(reading, n)?).filter(fights)?, None)));
    let Some((sentence, doer, means)) = counted.or_else(attacked).filter(|(_, doer, _)| is_group(reading, *doer)) else { return };
    let forces = is_force(reading, doer);
    let Some(source) = tokens_of(reading, sentence) else { return };
    let other = |claim: &&Claim| claim.agent.is_some_and(|agent| !is_same_doer(reading, doer, agent)) && is_of_event(claim);
    let end = claims.iter().filter(|claim| is_deed(claim)).find(other).map_or(usize::MAX, |claim| claim.sentence).min(sentence + REACH);
    for claim in claims.iter_mut().take(MANY).filter(|claim| is_open(claim) && is_of_event(claim) && claim.sentence < end) {
        let nature = claim.cause.is_some_and(|cause| !is_assault(reading, words, cause));
        // "Its aircraft had struck a mill": an air strike is what a force does.
        let arms = ["strike", "strikes", "airstrike", "airstrikes", "shelling", "bombardment"];
        let own = |cause: TokenRange| reading.is_any(cause.end().saturating_sub(1), &arms);
        let alike = |cause: TokenRange| means.map_or(!forces || own(cause), |m| is_alike(reading, m, cause));
        let unlike = claim.cause.is_some_and(|cause| is_noun(reading, cause) && !alike(cause));
        // "one of six bombings that killed 90": the others' too.
        let one_of = |at: usize| at > 1 && reading.is(at - 1, "of") && reading.is(at - 2, "one");
        let several = claim.cause.is_some_and(|cause| one_of(cause.first()));
        // "Police stormed the hotel, freeing 126 hostages": what they did not do.
        let fought = forces && (claim.harm == Harm::Abducted || is_guard(claim));
        let apart = nature
            || unlike
            || several
            || fought
            || is_own(reading, claim)
            || is_among(reading, doer, claim)
            || is_apart(reading, claim, source);
        if !apart {
            claim.agent = Some(doer);
        }
    }
}

/// Whether a claim speaks of another deed than the lead in `source`: one that was told or tried before, of another month or event.
fn is_apart(reading: &Reading<'_>, claim: &Claim, source: TokenRange) -> bool {
    claim.rule == EVENT
        || is_tried(reading, claim)
        || is_perfect(reading, claim)
        || is_of_another_month(reading, claim, source)
        || is_of_another(reading, claim, source)
}

/// "in March, when a clerk was abducted": a month that the lead doesn't name.
fn is_of_another_month(reading: &Reading<'_>, claim: &Claim, source: TokenRange) -> bool {
    let known = |at: usize| source.iter().any(|told| reading.is(told, reading.word(at)));
    tokens_of(reading, claim.sentence).is_some_and(|here| here.iter().any(|at| reading.phrase_named(at, "month").is_some() && !known(at)))
}

/// A cause told by a noun.
fn is_noun(reading: &Reading<'_>, cause: TokenRange) -> bool {
    reading.phrase_named(cause.first(), "harm_means").is_none_or(|verb| verb.tokens != cause)
}

fn is_guard(claim: &Claim) -> bool {
    matches!(claim.victim_class, VictimClass::Police | VictimClass::Combatant)
}

/// "gunmen on motorcycles", "the Norvik Front", "a gunman": who has no pronoun's name, and is of one side.
fn is_group(reading: &Reading<'_>, doer: TokenRange) -> bool {
    let pronoun = ["he", "she", "they", "it", "who", "we", "someone", "somebody", "others"];
    !reading.is_any(doer.first(), &pronoun) && !doer.iter().take(MANY).any(|at| reading.is(at, "and"))
}

/// "The gunmen", "the attackers": spoken of again.
fn is_same_doer(reading: &Reading<'_>, doer: TokenRange, agent: TokenRange) -> bool {
    let again = ["attackers", "attacker", "assailants", "assailant", "gunman", "gunmen", "they", "he", "suspect", "bomber", "shooter"];
    let head = agent.end().saturating_sub(1);
    doer.iter().take(MANY).any(|at| reading.is(at, reading.word(head))) || agent.iter().take(4).any(|at| reading.is_any(at, &again))
}

/// The cause that the lead's claims or its event name, and the sentence that does.
fn told(reading: &Reading<'_>, words: &Words, claims: &[Claim]) -> Option<(usize, TokenRange)> {
    let harms = |claim: &&Claim| is_of_event(claim) && claim.high != Some(0);
    let named = claims.iter().take_while(|claim| claim.sentence < LEAD).filter(harms);
    let mut named = named.filter_map(|claim| Some((claim.sentence, claim.cause?))).filter(|(_, cause)| is_noun(reading, *cause));
    // "Rivals [battle] for a port", of a headline, is a verb.
    let headline = |cause: TokenRange| cause.len() > 2 && reading.is_any(cause.end() - 1, &["battle", "clash", "fight"]);
    let first = named.find(|(_, cause)| !headline(*cause));
    let lead = || (0..LEAD).find_map(|sentence| Some((sentence, event(reading, words, sentence)?)));
    let one = |cause: TokenRange| {
        (is_one(reading, cause) || is_fight(reading, cause)) && !reading.is_any(cause.first(), &["one", "his", "her", "their"])
    };
    first.or_else(lead).filter(|(_, cause)| one(*cause))
}

fn is_of_event(claim: &Claim) -> bool {
    matches!(claim.scope, Scope::Incident | Scope::Increment) && !claim.background
}

/// "450 people have been killed": in more than one event.
fn is_perfect(reading: &Reading<'_>, claim: &Claim) -> bool {
    let first = claim.tokens.first().max(claim.trigger.saturating_sub(4));
    claim.harm != Harm::Missing && (first..claim.trigger).any(|at| reading.is_any(at, &["has", "have"]))
}

/// "cholera": what hurts nobody otherwise.
fn is_illness(reading: &Reading<'_>, words: &Words, cause: TokenRange) -> bool {
    let wide = reading.phrase(cause.end().saturating_sub(1), words.cause).is_some_and(|p| reading.column(p, "kind") == "wide");
    wide && !ALIKE
        .iter()
        .any(|alike| alike.iter().any(|word| reading.word(cause.end() - 1).trim_end_matches('s').eq_ignore_ascii_case(word)))
}

/// Whether two causes name one event: the same noun, or one like it.
fn is_alike(reading: &Reading<'_>, a: TokenRange, b: TokenRange) -> bool {
    let head = |tokens: TokenRange| {
        let of = tokens.iter().find(|&at| at > tokens.first() && reading.is_any(at, &["of", "in", "on", "at"]));
        let word = reading.word(of.unwrap_or(tokens.end()).saturating_sub(1));
        word.strip_suffix('s').unwrap_or(word)
    };
    let (a, b) = (head(a), head(b));
    let holds = |words: &&[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    a.eq_ignore_ascii_case(b) || ALIKE.iter().any(|words| holds(words, a) && holds(words, b))
}

/// Whether the sentence of a claim speaks of another time or place than `source`.
fn is_of_another(reading: &Reading<'_>, claim: &Claim, source: TokenRange) -> bool {
    let Some(here) = tokens_of(reading, claim.sentence) else { return true };
    // "On Friday two men died"
    let opens = TokenRange::new(here.first(), here.end().min(here.first() + FRAME));
    let is_day = |at: usize| reading.value_of(at, ValueKind::Date).is_some() && !reading.is_any(at, &HOURS);
    let day = |tokens: TokenRange| tokens.iter().find(|&at| is_day(at));
    let other_day = day(opens).is_some_and(|at| day(source).is_some_and(|told| !reading.is(told, reading.word(at))));
    let apart = ["last", "earlier", "previous", "previously", "separately", "elsewhere", "separate", "worldwide", "every"];
    here != source
        && (other_day
            || here.iter().any(|at| is_look_back(reading, at) || reading.is_any(at, &apart))
            || is_placed_apart(reading, here, source))
}

#[cfg(test)]
mod tests {
    use super::super::tests::doer;
    use crate::extract::Extractors;
    use crate::text::Document;

    #[test]
    fn one_event_has_one_doer() {
        let extractors = Extractors::new().unwrap();
        let told = "Gunmen killed nine clerks in Orlik. Shops were shut. The mayor came. A ward was full.";
        for (lead, text, who) in [
            (told, "A baker was wounded in the hand.", "Gunmen"),
            (told, "Two of the attackers were killed.", "-"),
            (told, "In March a baker was wounded.", "-"),
            (told, "Rain fell. A fire killed a baker.", "-"),
            (told, "A baker was wounded in Varn.", "-"),
            (told, "Soldiers killed a clerk. The sun rose. It was cold. It was late. A baker was wounded.", "-"),
            ("Gunmen stormed a school. Shops were shut.", "It was late. It was cold. Twelve pupils died.", "Gunmen"),
            ("Children stormed a school. Shops were shut.", "It was late. It was cold. Twelve pupils died.", "-"),
            ("Police arrested nine clerks in Orlik. Shops were shut.", "The mayor came. The nine were held in a raid.", "Police"),
        ] {
            assert_eq!(doer(&extractors, &format!("{lead} {text}")), who, "{lead} {text}");
        }
    }

    #[test]
    fn one_event_has_one_cause() {
        let extractors = Extractors::new().unwrap();
        let told = "The bombing of a market in Orlik killed nine clerks. Shops were shut. The mayor came. A ward was full.";
        for (lead, text, want) in [
            (told, "Two others lost a leg and 20 were hurt.", "The bombing of a market"),
            (told, "A baker died at noon.", "The bombing of a market"),
            ("A quake hit Orlik. Shops were shut. The mayor came.", "Nine people were hurt.", "A quake"),
            ("Cholera has killed 31 people in Orlik. Shops were shut. The mayor came.", "Nine people fell ill.", "Cholera"),
            (told, "By nightfall a doctor had counted 31 bodies.", "The bombing of a market"),
            ("Fighting in Orlik killed nine people. Shops were shut. The mayor came.", "Some 300 families had fled.", "Fighting"),
            (
                "A flood killed nine people in Orlik. Two of the dead were electrocuted by cables. It rained.",
                "Three were missing.",
                "A flood",
            ),
            // Of another time, place, kind, or of many events.
            (told, "Last year a raid on a mill hurt 20 clerks. Nine others were hurt earlier.", "-"),
            (told, "In Varn, nine clerks were hurt.", "-"),
            (told, "The gunman was killed.", "-"),
            (told, "In a fire, two men died. A ward was full. It rained. Nine people were hurt.", "-"),
            (told, "Some 90 people have been killed.", "-"),
            ("He won in a landslide. Shops were shut. The mayor came.", "Nine people were hurt.", "-"),
            ("Cholera has killed 31 people in Orlik. Shops were shut. The mayor came.", "Nine clerks were injured.", "-"),
        ] {
            let document = Document::new(format!("{lead} {text}"));
            let mut reading = extractors.read(&document);
            let claims = extractors.extract(&mut reading, None).claims;
            let cause = claims.last().unwrap().cause.map_or("-", |cause| document.words(cause));
            assert_eq!(cause, want, "{lead} {text}");
        }
    }
}
