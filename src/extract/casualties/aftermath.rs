//! What did the harm, where another sentence tells it: "A ferry sank off Orlik. Thirty people drowned."

use super::beside::{EVENT, is_elsewhere, is_own, is_tried, tokens_of};
use super::causes::{is_cause, is_date, is_setting, whole};
use super::claim::{Claim, Harm, Scope, Status};
use super::clause::Clause;
use super::culprits::{FIGHTERS, is_assault};
use super::kind::Kind;
use super::words::Words;
use crate::rules::Reading;
use crate::text::{Case, TokenRange};

/// Sentences before a harm in which its cause may be told.
const BEFORE: usize = 2;
/// Units of such a sentence in which the cause is sought.
const NEAR: usize = 24;

/// What is no one event that harms.
const GENERAL: &[&str] = &[
    "war",
    "wars",
    "conflict",
    "violence",
    "fight",
    "fighting",
    "battle",
    "battles",
    "crackdown",
    "combat",
    "heat",
    "unrest",
    "invasion",
    "confrontation",
    "standoff",
    "illness",
    "terrorism",
    "terror",
    "crime",
    "abuse",
    "murder",
    "robbery",
    "execution",
    "executions",
    "protest",
    "protests",
    "disease",
    "diseases",
];

/// Gives claims that lack one the cause of the sentences before theirs.
pub(super) fn attach(reading: &Reading<'_>, words: &Words, claims: &mut [Claim]) {
    let mut told: Option<(usize, Option<TokenRange>)> = None;
    for n in 0..claims.len() {
        let sentence = claims[n].sentence;
        if is_of_nobody(&claims[n]) {
            claims[n].cause = harmless(reading, words, &claims[..n], sentence);
            continue;
        }
        if !lacks_cause(reading, &claims[n]) || is_own(reading, &claims[n]) || is_tried(reading, &claims[n]) {
            continue;
        }
        let known = told.filter(|(number, _)| *number == sentence);
        let (_, cause) = known.unwrap_or_else(|| (sentence, told_before(reading, words, &claims[..n], sentence)));
        told = Some((sentence, cause));
        let open = !is_armed(reading, &claims[n]) && claims[n].agent.is_none();
        claims[n].cause = cause.filter(|cause| open || is_assault(reading, words, *cause));
    }
}

/// "Nobody was hurt": what hurt nobody may be told before.
fn is_of_nobody(claim: &Claim) -> bool {
    let harm = matches!(claim.harm, Harm::Killed | Harm::Injured | Harm::Casualties);
    let told = matches!(claim.status, Status::Asserted | Status::Claimed) && claim.scope == Scope::Incident && !claim.background;
    harm && told && claim.cause.is_none() && claim.high == Some(0) && claim.part_of.is_none()
}

/// "A shell exploded near the mill. [No one was hurt]": what the sentence right before tells, where it harmed nobody either.
fn harmless(reading: &Reading<'_>, words: &Words, told: &[Claim], sentence: usize) -> Option<TokenRange> {
    let before = sentence.checked_sub(1).filter(|&before| !is_elsewhere(reading, sentence, before))?;
    // "when one of the machines landed": told in its own sentence.
    let here = tokens_of(reading, sentence)?;
    let own = here.iter().any(|at| reading.is_any(at, &["when", "after", "as", "in", "during", "by", "from"]));
    let harmed = told.iter().rev().take(8).any(|claim| claim.sentence == before);
    if own || harmed { None } else { event(reading, words, before) }
}

pub(super) fn lacks_cause(reading: &Reading<'_>, claim: &Claim) -> bool {
    // "A blast shook Orlik. Gunmen killed nine": an attack's, where no other doer is named.
    let attackers = |agent: TokenRange| agent.iter().take(4).any(|at| reading.is_any(at, &FIGHTERS));
    claim.cause.is_none()
        && claim.agent.is_none_or(attackers)
        && !matches!(claim.harm, Harm::Detained | Harm::Abducted)
        && matches!(claim.status, Status::Asserted | Status::Claimed | Status::Feared)
        && matches!(claim.scope, Scope::Incident | Scope::Increment)
        && (claim.best.is_some_and(|best| best > 0) || claim.high.is_some() && claim.low.is_some_and(|low| low > 0))
        && !claim.background
        && claim.rule != EVENT
}

/// "shot", "stabbed": what no storm does.
pub(super) fn is_armed(reading: &Reading<'_>, claim: &Claim) -> bool {
    reading
        .is_any(claim.trigger, &["shot", "stabbed", "beheaded", "executed", "murdered", "assassinated", "poisoned", "suicide", "tortured"])
}

/// What the sentences right before tell.
fn told_before(reading: &Reading<'_>, words: &Words, told: &[Claim], sentence: usize) -> Option<TokenRange> {
    for back in 1..=BEFORE.min(sentence) {
        let apart = is_elsewhere(reading, sentence, sentence - back);
        let before = told.iter().rev().take(8).filter(|claim| claim.sentence == sentence - back);
        let open = |claim: &&Claim| matches!(claim.scope, Scope::Incident | Scope::Increment) && claim.status != Status::Hypothetical;
        // An outbreak and a storm are in many places, a blast in one.
        // "Two were shot dead. Nine were hurt": how others were harmed is not told.
        let deed = |cause: &TokenRange| reading.phrase(cause.first(), words.harm_verb).is_some();
        let goes_on = |cause: &TokenRange| !deed(cause) && !is_general(reading, *cause) && (!apart || is_wide(reading, words, *cause));
        let found = before.clone().filter(open).find_map(|claim| claim.cause.filter(goes_on));
        let found = found.or_else(|| if apart { None } else { event(reading, words, sentence - back) });
        if found.is_some() || apart || before.clone().next().is_some() {
            return found;
        }
    }
    None
}

/// "Cholera", "the floods": what harms in many places.
fn is_wide(reading: &Reading<'_>, words: &Words, cause: TokenRange) -> bool {
    let last = cause.end().saturating_sub(1);
    reading.phrase(last, words.cause).is_some_and(|phrase| reading.column(phrase, "kind") == "wide")
}

/// "[An earthquake] struck", "[A ferry] sank", "after [an explosion]"
pub(super) fn event(reading: &Reading<'_>, words: &Words, sentence: usize) -> Option<TokenRange> {
    let tokens = tokens_of(reading, sentence)?;
    tokens.iter().find(|&at| reading.phrase(at, words.cause).is_some())?;
    // "won in a landslide", "was arrested in a raid"
    let others = ["election", "elections", "vote", "voters", "victory", "win", "won", "arrested", "arrest", "arrests", "detained"];
    if tokens.iter().any(|at| reading.is_any(at, &others)) {
        return None;
    }
    let clause = Clause::new(reading, words, tokens);
    let told = |n: usize| is_cause(&clause, n) && is_one(reading, clause.tokens(n)) && happens(&clause, n) && !is_date(&clause, n);
    let found = (0..clause.units.len().min(NEAR)).find(|&n| told(n))?;
    Some(whole(&clause, found))
}

/// "an explosion", "the storm", "Hurricane Orla", "two trains", "Strong quake hits", "floods": one event, and not war or violence
/// as such.
pub(super) fn is_one(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    let (first, last) = (tokens.first(), tokens.end().saturating_sub(1));
    let word = reading.word(last);
    let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    let article = reading.is_any(first, &["a", "an"]) || reading.is_any(first, &["the", "this", "that"]) && !plural;
    let named = reading.token(last).is_some_and(|token| token.case != Case::Lower) && !plural;
    let opens = !plural && first == reading.sentence(first).first();
    let mass =
        reading.is_any(last, &["fire", "gunfire", "shelling", "bombardment", "clashes", "floods", "storms", "rains", "riots", "wildfires"]);
    // What a page offers to watch.
    let offered = tokens.iter().take(4).any(|at| reading.is_any(at, &["watch", "video", "photos", "caption", "no", "smoke"]));
    let one = article || named || opens || mass || reading.is_in_number(first) || tokens.len() == 1 && !plural;
    one && !offered && !reading.is_in_person(first) && (mass || !is_general(reading, tokens))
}

/// "violence", "attacks"; and "the first explosion", which has no tolls of all.
fn is_general(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    let last = tokens.end().saturating_sub(1);
    let part = tokens
        .iter()
        .take(3)
        .any(|at| reading.is_any(at, &["first", "second", "third", "another", "latest", "last", "several", "many", "other", "past"]));
    let several = tokens.len() == 1 && reading.word(last).ends_with('s') && reading.token(last).is_some_and(|t| t.case == Case::Lower);
    part || several || reading.is_any(last, GENERAL) || reading.is_any(tokens.first(), GENERAL)
}

/// Whether the noun at `unit` is what happened, and not only what somebody speaks of.
fn happens(clause: &Clause<'_>, unit: usize) -> bool {
    let verb = clause.after(unit).and_then(|n| clause.verb(n)).filter(|v| !v.negated && !v.modal && !v.to);
    let main = (unit + 1..unit + 9)
        .take_while(|&n| !matches!(clause.kind(n), Some(Kind::Stop | Kind::But | Kind::Comma) | None))
        .filter_map(|n| clause.verb(n).filter(|v| !v.negated && !v.modal && !v.to)?.main);
    let moves = [clause.words.wreck, clause.words.collide, clause.words.attack];
    let moved = |main: usize| moves.iter().any(|class| clause.reading.phrase(main, *class).is_some());
    if is_setting(clause, unit) {
        return clause.before(unit).is_none_or(|n| clause.kind(n) != Some(Kind::Preposition)) && main.into_iter().any(moved);
    }
    let left = clause.before(unit);
    let led = left.is_some_and(|n| clause.says(n, &["after", "in", "by", "from", "following", "during", "when", "as"]));
    let made = left.and_then(|n| clause.verb(n)?.main);
    let made = made.is_some_and(|main| clause.reading.is_any(main, &["caused", "triggered", "was", "were", "sparked", "brought"]));
    verb.is_some() || led || made
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::text::Document;

    /// The cause of the last claim; "-" where there is none.
    fn cause(extractors: &Extractors, text: &str) -> String {
        let document = Document::new(text.to_owned());
        let mut reading = extractors.read(&document);
        let claims = extractors.extract(&mut reading, None).claims;
        claims.last().unwrap().cause.map_or("-".into(), |cause| document.words(cause).to_owned())
    }

    #[test]
    fn the_cause_may_stand_in_the_sentence_before() {
        let extractors = Extractors::new().unwrap();
        for (text, want) in [
            ("A car bomb exploded in Orlik. Nine people were killed.", "A car bomb"),
            ("An earthquake struck Orlik on Monday. At least 40 people died.", "An earthquake"),
            ("A bus carrying pilgrims plunged into a river. Twelve people drowned.", "A bus"),
            ("Police said the explosion happened at a plant. Four workers were hurt.", "the explosion"),
            ("Cholera has broken out in Orlik. At least 45 people have died.", "Cholera"),
            ("Nine people died in a fire at a mill. Some 30 people were hurt.", "a fire"),
            ("Nine people were stuck after a landslide. Rescuers found two bodies.", "a landslide"),
            ("The clashes began at dawn. Nine people were killed.", "The clashes"),
            ("A storm hit Orlik. Between nine and 12 people were missing.", "A storm"),
            ("A mortar shell exploded near the mill. No one was hurt, and each side blamed the other.", "A mortar shell"),
            ("A blast shook Orlik. Nine clerks died when gunmen stormed a mill.", "A blast"),
            // What is none, or of another event.
            ("The riots followed the death of Dana Karel.", "-"),
            ("Orlik suffers from floods and is outraged by the killing of Dana Karel.", "-"),
            ("The Front killed Dana Karel in retaliation for a raid.", "-"),
            ("The mayor spoke of violence and war. Two men were hurt.", "-"),
            ("A storm hit Orlik. A clerk was stabbed.", "stabbed"),
            ("A storm hit Orlik on Monday. On Friday two men died.", "-"),
            ("A storm hit Orlik. Separately, two men died.", "-"),
            ("He boarded a bus. Two men died.", "-"),
            ("A storm hit Orlik. Nobody was hurt when a stair was mended.", "-"),
            ("A storm hit Orlik and killed two men. No policeman was hurt.", "-"),
            ("A storm hit Orlik. Police arrested two men.", "-"),
        ] {
            assert_eq!(cause(&extractors, text), want, "{text}");
        }
    }
}
