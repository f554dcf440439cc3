//! Deaths that nobody records as harm: of one who was old or ill.
//!
//! "Dana Karel died on Tuesday at 88", "his father died of cancer", "Venn, who died in 1998, founded the school". Whatever ties
//! the death to an event of harm (wounds, an attack, a crash, an outbreak, custody, a protest, heat) makes it a claim again. A
//! bare "Karel died" is one where the article tells of other harm.

use super::claim::{Claim, Harm, VictimClass};
use super::words::{self, Words};
use crate::rules::{Reading, ValueKind};
use crate::text::TokenRange;

/// Tokens behind a death in which age and illness are told.
const BEHIND: usize = 12;
/// Tokens to either side in which an event of harm is told.
const NEAR: usize = 16;
/// An age at which a death alone tells nothing of harm.
const OLD: f64 = 60.0;

/// What tells a death and not how it came.
const DIES: [&str; 7] = ["died", "dies", "die", "dying", "death", "passed", "dead"];

/// What brings one who is ill to a ward.
const WARD: [&str; 18] = [
    "clot",
    "chest",
    "surgery",
    "infection",
    "fever",
    "heart",
    "blood",
    "flu",
    "pains",
    "symptoms",
    "kidney",
    "exhaustion",
    "dehydration",
    "virus",
    "coronavirus",
    "depression",
    "tests",
    "treatment",
];

/// Whether the death of one person is told as one of age or illness, or his stay in a ward as one of illness.
pub(super) fn is_natural(reading: &Reading<'_>, words: &Words, claim: &Claim) -> bool {
    let ward = is_ward(reading, claim);
    if !ward && !is_bare(reading, words, claim) {
        return false;
    }
    let sentence = reading.sentence(claim.trigger);
    let near =
        TokenRange::new(claim.tokens.first().saturating_sub(NEAR).max(sentence.first()), (claim.tokens.end() + NEAR).min(sentence.end()));
    if ward {
        let ill = |at: usize| reading.is_any(at, &WARD) || is_illness(reading, words, at);
        return near.iter().any(ill) && !tells_harm(reading, words, near, claim.trigger);
    }
    let end = (claim.trigger + 1 + BEHIND).min(sentence.end());
    let told = |at: usize| is_told(reading, words, at) || is_of_year(reading, claim, at) || is_of_childhood(reading, at);
    // "When she was nine, her uncle died"
    let child = || is_of_childhood(reading, sentence.first());
    let natural = claim.cause.is_some() || (claim.trigger + 1..end).any(told) || child();
    natural && !tells_harm(reading, words, near, claim.trigger)
}

/// "hospitalised with cholera", "taken to hospital with suspected food poisoning"
pub(super) fn is_sick(reading: &Reading<'_>, claim: &Claim) -> bool {
    let hospital = (claim.trigger..claim.trigger + 4).any(|at| reading.is_any(at, &["hospitalized", "hospitalised", "hospital"]));
    let Some(cause) = claim.cause.filter(|cause| hospital && cause.first() > claim.trigger && cause.first() <= claim.trigger + 8) else {
        return false;
    };
    let wounds = ["burns", "wounds", "injuries", "smoke", "gunshot", "bullet", "shrapnel", "stab"];
    (cause.first() - 3..cause.first()).any(|at| reading.is(at, "with")) && !cause.iter().any(|at| reading.is_any(at, &wounds))
}

/// Whether bare deaths of single persons are all that an article tells of harm: then those that nothing beside them ties to harm
/// are none.
pub(super) fn drop_bare(reading: &Reading<'_>, words: &Words, claims: &mut Vec<Claim>) {
    if claims.iter().all(|claim| is_bare(reading, words, claim)) {
        super::keep(claims, |_, claim| {
            let before = reading.sentence(reading.sentence(claim.trigger).first().saturating_sub(1));
            let behind = reading.sentence(reading.sentence(claim.trigger).end());
            let first = before.first().max(claim.trigger.saturating_sub(4 * NEAR));
            let end = behind.end().max(reading.sentence(claim.trigger).end()).min(claim.trigger + 4 * NEAR);
            tells_harm(reading, words, TokenRange::new(first, end.max(first)), claim.trigger)
        });
    }
}

/// Whether the sentence of the token at `at`, or the one before, tells an event of harm, and no illness.
pub(super) fn is_beside_harm(reading: &Reading<'_>, words: &Words, at: usize) -> bool {
    let own = reading.sentence(at);
    let first = reading.sentence(own.first().saturating_sub(1)).first().max(at.saturating_sub(4 * NEAR));
    let near = TokenRange::new(first, own.end().min(at + NEAR).max(first));
    let ill = |at: usize| reading.is_any(at, &WARD) || is_illness(reading, words, at);
    !near.iter().any(ill) && tells_harm(reading, words, near, at)
}

/// "Karel was hospitalized"
fn is_ward(reading: &Reading<'_>, claim: &Claim) -> bool {
    let one = claim.best == Some(1) && claim.count.is_none() && claim.harm == Harm::Injured && !claim.member;
    one && reading.is_any(claim.trigger, &["hospitalized", "hospitalised"])
}

/// One person's death, and no harm that did it.
fn is_bare(reading: &Reading<'_>, words: &Words, claim: &Claim) -> bool {
    let ill = |cause: TokenRange| is_illness(reading, words, cause.end().saturating_sub(1)) || is_illness(reading, words, cause.first());
    claim.harm == Harm::Killed
        && claim.best == Some(1)
        && claim.count.is_none()
        && !claim.member
        && claim.agent.is_none()
        && !matches!(claim.victim_class, VictimClass::AidWorker | VictimClass::Migrant | VictimClass::Prisoner | VictimClass::Combatant)
        && reading.is_any(claim.trigger, &DIES)
        && !reading.is(claim.trigger.saturating_sub(1), "found")
        && claim.cause.is_none_or(ill)
}

/// "of cancer", "at 88", "aged 88", "peacefully", "in his sleep", "after a long illness"
fn is_told(reading: &Reading<'_>, words: &Words, at: usize) -> bool {
    let old = |at: usize| words::number(reading, at).and_then(|q| q.best).is_some_and(|n| (OLD..120.0).contains(&n));
    reading.is_any(at, &["peacefully", "sleep"])
        || reading.is_any(at, &["at", "aged", "age", "of"]) && old(at + 1) && !reading.is(at + 2, "people")
        || is_illness(reading, words, at)
}

/// "in 1998": a year, and no day.
fn is_of_year(reading: &Reading<'_>, claim: &Claim, at: usize) -> bool {
    let word = reading.word(at + 1);
    let year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && (word.starts_with("19") || word.starts_with("20"));
    year && reading.is(at, "in") && at <= claim.tokens.end().max(claim.trigger) + 4 && reading.value_of(at + 1, ValueKind::Date).is_some()
}

/// "when she was six"
fn is_of_childhood(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_any(at, &["when", "while"])
        && reading.is_any(at + 1, &["he", "she", "i", "they", "we"])
        && reading.is_any(at + 2, &["was", "were"])
        && (at + 3..at + 5)
            .any(|n| words::number(reading, n).is_some() || reading.is_any(n, &["young", "child", "boy", "girl", "baby", "teenager"]))
}

/// Whether the token at `at` is in the name of an illness that spreads to nobody.
pub(super) fn is_illness(reading: &Reading<'_>, words: &Words, at: usize) -> bool {
    let ill = |at: usize| reading.phrase(at, words.cause).is_some_and(|p| reading.column(p, "kind") == "illness");
    ill(at) || at > 0 && reading.phrase(at - 1, words.cause).is_some_and(|p| p.tokens.holds(at) && reading.column(p, "kind") == "illness")
}

/// Whether what stands in `tokens` tells of an event of harm, but for the death at `death`.
fn tells_harm(reading: &Reading<'_>, words: &Words, tokens: TokenRange, death: usize) -> bool {
    let tied = [
        "accused",
        "asylum",
        "autopsy",
        "avenge",
        "blamed",
        "caused",
        "causing",
        "charged",
        "circumstances",
        "coroner",
        "custody",
        "detention",
        "duty",
        "evacuated",
        "execution",
        "frontline",
        "homicide",
        "infected",
        "infections",
        "injured",
        "injuries",
        "inquest",
        "jail",
        "manslaughter",
        "migrant",
        "negligence",
        "ordnance",
        "overdose",
        "poison",
        "poisoned",
        "police",
        "prison",
        "protest",
        "protesters",
        "protestors",
        "protests",
        "refugee",
        "restrained",
        "resulted",
        "resulting",
        "revenge",
        "rioters",
        "suicide",
        "suspicious",
        "toll",
        "trapped",
        "unarmed",
        "victim",
        "victims",
        "volunteer",
        "volunteering",
        "wound",
        "wounds",
    ];
    let event = |at: usize| {
        reading.phrases_at(at).iter().any(|p| {
            let kind = || reading.column(*p, "kind");
            match p.class {
                c if c == words.cause => {
                    !matches!(kind(), "illness" | "setting") && !is_illness(reading, words, at) && !is_figure(reading, words, at)
                }
                c if c == words.harm_verb || c == words.harm_state => {
                    let weak = reading.column(*p, "force") == "weak";
                    let hurt = || is_befallen(reading, at) || beats(reading, words, at);
                    !reading.is_any(at, &DIES) && (!weak || hurt() && reading.column(*p, "harm") == "injured")
                }
                c if c == words.attack => true,
                _ => false,
            }
        })
    };
    // "fell from a roof and died"
    let sentence = reading.sentence(death);
    let mishap = |at: usize| at >= sentence.first() && at < death && is_mishap(reading, at);
    tokens.iter().any(|at| at != death && (reading.is_any(at, &tied) || event(at) || mishap(at))) || is_at_once(reading, death)
}

/// "fell from a roof", "slipped", "swallowed a battery"
fn is_mishap(reading: &Reading<'_>, at: usize) -> bool {
    let down = ["from", "off", "down", "into", "through", "overboard", "onto", "and", "while", "on", "over", "under"];
    let falls = reading.is_any(at, &["fell", "falling", "plunged", "tumbled", "slid"])
        || reading.is_any(at, &["jumped", "leapt"]) && !reading.is_any(at + 1, &["into", "on"]);
    falls && reading.is_any(at + 1, &down) && !reading.is(at + 2, "disrepute")
        || reading.is_any(at, &["slipped", "tripped", "choked", "choking"]) && !reading.is_any(at + 1, &["away", "up"])
        || reading.is(at, "swallowed") && reading.is_any(at + 1, &["a", "an"])
}

/// "died at the scene", "died on the spot", "died instantly": what befell him stands elsewhere; "responsible for the death of".
fn is_at_once(reading: &Reading<'_>, death: usize) -> bool {
    let place = |at: usize| {
        let the = reading.is_any(at, &["at", "on"]) && reading.is(at + 1, "the");
        the && reading.is_any(at + 2, &["scene", "spot", "site"]) || reading.is_any(at, &["instantly", "instantaneously"])
    };
    let first = death.saturating_sub(4);
    let blamed = (first..death).any(|at| reading.is(at, "responsible") && reading.is(at + 1, "for"));
    blamed || reading.is_any(death, &["died", "dies", "dead", "dying"]) && (death + 1..death + 4).any(place)
}

/// "beat a rider"
fn beats(reading: &Reading<'_>, words: &Words, at: usize) -> bool {
    let person = |at: usize| reading.phrase(at, words.person).is_some();
    reading.is_any(at, &["beat", "beating", "stabbed", "shot"])
        && reading.is_any(at + 1, &["a", "an", "the"])
        && (at + 2..at + 4).any(person)
}

/// "was shot", "had been badly beaten"
fn is_befallen(reading: &Reading<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|at| reading.is_any(at, &["was", "were", "been", "being"]))
}

/// "a long battle with cancer", "a fight against the disease", "the second world war"
fn is_figure(reading: &Reading<'_>, words: &Words, at: usize) -> bool {
    let fights = reading.is_any(at, &["battle", "fight"]) && reading.is_any(at + 1, &["with", "against"]);
    fights && (at + 2..at + 6).any(|n| is_illness(reading, words, n)) || reading.is_any(at, &["war", "wars"])
}
