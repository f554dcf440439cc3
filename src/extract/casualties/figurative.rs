//! Harm verbs that harm nobody: figures of speech, contests, names.

use super::causes;
use super::claim::{Harm, VictimClass};
use super::clause::Clause;
use super::count::Count;
use super::doers;
use super::draft::Trigger;
use super::kind::Form;
use super::verbs::HarmVerb;
use crate::rules::ValueKind;
use crate::text::{Case, TokenRange};

/// "Two teams were eliminated", "The bank's suppliers were hacked", "Dorne was not hurt by his quarrels": a word of violence
/// only of those whom something wounds.
pub(super) fn is_unhurt(clause: &Clause<'_>, unit: usize, trigger: &Trigger, count: &Count) -> bool {
    let reading = clause.reading;
    let first = trigger.tokens.first();
    let by = clause.says(unit + 1, &["by"]);
    let traded = || clause.tokens(unit + 2).iter().take(6).any(|at| reading.phrase(at, clause.words.trade).is_some());
    // "hurt by flying glass"
    let flies = ["glass", "debris", "rubble", "stones", "rocks", "bricks", "tiles", "splinters", "flames", "fragments", "branches"];
    let strikes = || reading.is_any(clause.tokens(unit + 2).end().saturating_sub(1), &flies);
    let wounds = || causes::is_cause(clause, unit + 2) || doers::is_doer(clause, unit + 2) || strikes();
    let spoken = || by && reading.is_any(clause.tokens(unit + 2).end().saturating_sub(1), &WORDS);
    let harmed = ["arrested", "beaten", "hurt", "injured", "shot", "stabbed", "wounded"];
    let blades = ["machete", "machetes", "axe", "axes", "knife", "knives", "pieces", "sword", "swords", "cleaver", "off"];
    match () {
        // "farmers injured by the trade war"
        () if by && reading.is_any(first, &["hurt", "injured", "wounded", "harmed"]) && traded() => true,
        // "wounded by the board's remarks", "arrested by doubts"
        () if reading.is_any(first, &harmed) && spoken() => true,
        // "Many voters are worried, hurt and tired."
        () if reading.is(first, "hurt") && is_felt(clause, unit, count) => true,
        // "those who paid the ultimate price"
        () if reading.is_any(first, &["paid", "paying", "made", "making"]) => {
            count.words.is_none() || count.class != VictimClass::Combatant && count.class != VictimClass::Police
        }
        () if reading.is_any(first, &["eliminated", "eliminating"]) => count.class != VictimClass::Combatant,
        () if reading.is(first, "hacked") && trigger.tokens.len() == 1 => {
            !(by && wounds() && count.trust >= 0.7 || (first..first + 12).any(|at| reading.is_any(at, &blades)))
        }
        () if reading.is(first, "hurt") && clause.verb(unit).is_some_and(|v| v.be) && count.words.is_none() => {
            by && !wounds() || clause.says(unit + 1, &["more"])
        }
        () => false,
    }
}

/// What is said, felt or written, and wounds nobody's body.
const WORDS: [&str; 26] = [
    "accusations",
    "allegations",
    "article",
    "articles",
    "betrayal",
    "comment",
    "comments",
    "criticism",
    "criticisms",
    "defeat",
    "doubt",
    "doubts",
    "fear",
    "fears",
    "grief",
    "guilt",
    "headlines",
    "insults",
    "jokes",
    "rejection",
    "remark",
    "remarks",
    "reviews",
    "shame",
    "taunts",
    "words",
];

/// "worried, hurt and tired": a feeling among feelings, where nothing did it and nobody counts them.
fn is_felt(clause: &Clause<'_>, unit: usize, count: &Count) -> bool {
    let reading = clause.reading;
    let feelings = [
        "afraid",
        "angry",
        "ashamed",
        "betrayed",
        "bitter",
        "confused",
        "disappointed",
        "disillusioned",
        "frustrated",
        "insulted",
        "lonely",
        "offended",
        "sad",
        "tired",
        "upset",
        "worried",
    ];
    let here = clause.tokens(unit);
    let near = here.first().saturating_sub(4).max(clause.sentence.first())..(here.end() + 3).min(clause.sentence.end());
    count.best.is_none() && near.into_iter().any(|at| reading.is_any(at, &feelings)) && causes::cause(clause, unit).is_none()
}

/// "The party's members fled the hall", "Two ministers fled Norland", "Voters fled the party": who leaves, and whom nothing drove
/// from home.
pub(super) fn is_leaving(clause: &Clause<'_>, verb: &HarmVerb, count: &Count) -> bool {
    let reading = clause.reading;
    if !reading.is_any(verb.phrase.tokens.first(), &["fled", "flee", "flees", "fleeing"]) {
        return false;
    }
    let wanted = [VictimClass::Official, VictimClass::Attacker, VictimClass::Prisoner, VictimClass::Police];
    let clubs = ["party", "fund", "bank", "industry", "sector", "firm", "company", "market", "stock", "stocks", "sport", "league"];
    let rooms = ["hall", "chamber", "court", "courtroom", "room", "scene", "stage", "podium", "floor", "debate", "capitol", "parliament"];
    let last =
        if clause.is_noun(verb.unit + 1) { clause.tokens(verb.unit + 1).end().saturating_sub(1) } else { verb.phrase.tokens.first() };
    wanted.contains(&count.class)
        || reading.is_any(last, &clubs)
        || reading.is_any(last, &rooms) && causes::cause(clause, verb.unit).is_none()
}

/// "Imports displaced 300 weavers", "workers displaced by foreign hires": out of a job or a market, and not from home.
pub(super) fn is_outcompeted(clause: &Clause<'_>, verb: &HarmVerb, victims: TokenRange) -> bool {
    let reading = clause.reading;
    let stems = ["displaced", "displace", "displaces", "displacing", "uproot", "uproots", "uprooted", "uprooting"];
    if !reading.is_any(verb.phrase.tokens.first(), &stems) {
        return false;
    }
    let trades = |n: usize| clause.tokens(n).iter().take(8).any(|at| reading.phrase(at, clause.words.trade).is_some());
    let staff = ["workers", "labor", "labour", "employees", "labourers", "laborers", "staff"];
    let hires = |n: usize| clause.tokens(n).iter().take(8).any(|at| reading.is_any(at, &staff));
    let by = clause.says(verb.unit + 1, &["by"]) && (trades(verb.unit + 2) || hires(verb.unit + 2));
    let subject = clause.verb(verb.unit).is_some_and(|v| !v.be) && clause.subject(verb.unit).is_some_and(trades);
    let plans = reading.is(victims.end(), "from")
        && (victims.end() + 1..victims.end() + 4).any(|at| {
            reading.is_any(at, &["plan", "plans", "job", "jobs", "work", "workforce", "market", "markets", "team", "seat", "post", "posts"])
        });
    by || subject || plans
}

/// Words behind a harm verb that turn it into a figure of speech: "tempers died down", "killed off the game", "succumbed to
/// pressure".
pub(super) fn is_idle(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let reading = clause.reading;
    let next = verb.phrase.tokens.end();
    // "was almost killed"
    if reading.is_any(verb.phrase.tokens.first().saturating_sub(1), &["almost", "nearly", "/", "zero"]) {
        return true;
    }
    if reading.is_any(verb.phrase.tokens.first(), &["succumbed", "succumb", "succumbs", "succumbing"]) && reading.is(next, "to") {
        if !clause.is_noun(verb.unit + 2) {
            return false;
        }
        let behind = clause.tokens(verb.unit + 2);
        return !behind.iter().chain(behind.end()..behind.end() + 3).take(12).any(|at| {
            reading.phrase(at, clause.words.cause).is_some()
                || reading
                    .is_any(at, &["injuries", "injury", "wounds", "wound", "burns", "illness", "disease", "cancer", "infection", "virus"])
        });
    }
    // "good ideas get drowned out", "drowning in debt"
    let water = reading.is(next, "out")
        || reading.is(next, "in") && (next + 1..next + 3).any(|at| reading.phrase(at, clause.words.burden).is_some());
    if reading.is_any(verb.phrase.tokens.first(), &["drown", "drowns", "drowned", "drowning"]) && water {
        return true;
    }
    // "sickened at the extent of it"
    if reading.is(verb.phrase.tokens.first(), "sickened") && reading.is_any(next, &["at", "that"]) {
        return true;
    }
    // "he disappeared through the door", "disappeared from view"
    let gone = ["disappeared", "disappears", "disappear", "disappearing", "vanished", "vanishes", "vanish"];
    let out_of_sight = ["through", "into", "behind", "between", "inside", "under", "around", "altogether", "down", "up"];
    let view = reading.is(next, "from") && (next + 1..next + 5).any(|at| reading.phrase(at, clause.words.record).is_some());
    let simply = reading.is_any(verb.phrase.tokens.first().saturating_sub(1), &["simply", "all", "virtually"]);
    let pages = ["accounts", "account", "site", "sites", "posts", "pages", "profiles", "tweets"];
    let online = (next..next + 8).any(|at| reading.is_any(at, &pages));
    if reading.is_any(verb.phrase.tokens.first(), &gone) && (simply || online || view || reading.is_any(next, &out_of_sight)) {
        return true;
    }
    // "Guards stopped dying."
    let intransitive = reading.column(verb.phrase, "valency") == "i" && clause.verb(verb.unit).is_some_and(|v| v.form == Some(Form::Ing));
    if intransitive
        && reading.is_any(verb.phrase.tokens.first().saturating_sub(1), &["stopped", "stop", "stops", "risk", "risked", "risks"])
    {
        return true;
    }
    // "Nobody is being held accountable."
    let bound = ["accountable", "responsible", "to", "up", "back", "together", "down", "liable"];
    if verb.weak && reading.is(verb.phrase.tokens.first(), "being") && reading.is_any(next, &bound) {
        return true;
    }
    // "which stands for susceptible, infected"
    if (verb.phrase.tokens.first().saturating_sub(8)..verb.phrase.tokens.first())
        .any(|at| reading.is(at, "stands") && reading.is(at + 1, "for"))
    {
        return true;
    }
    // "He tested positive on a drug test"
    let near = verb.phrase.tokens.first().saturating_sub(6)..next + 8;
    if reading.is_any(verb.phrase.tokens.first(), &["tested", "tests", "testing"])
        && near.into_iter().any(|at| reading.phrase(at, clause.words.drug).is_some())
    {
        return true;
    }
    // "The sailors were medically evacuated": they are sick, and their homes are safe.
    if verb.harm == Harm::Displaced && clause.tokens(verb.unit).iter().any(|at| reading.is(at, "medically")) {
        return true;
    }
    // "I have been dying to come", "forced to leave their offices"
    let first = verb.phrase.tokens.first();
    if reading.is_any(first, &["die", "dying"]) && reading.is(next, "to") || reading.is(next, "laughing") {
        return true;
    }
    // "shot 70", on a golf course
    let round = reading.quantity(next).is_some_and(|q| q.tokens == q.core && q.best.is_some_and(|n| (55.0..100.0).contains(&n)));
    let digits = reading.word(next).starts_with(|c: char| c.is_ascii_digit());
    if reading.is_any(first, &["shot", "shoots", "shooting", "shoot"]) && round && digits && !clause.is_person_behind(next) {
        return true;
    }
    // "They just lost their homes": nothing drove them out.
    let lost = reading.is_any(first, &["lost", "lose", "losing"]) && verb.harm == Harm::Displaced;
    if lost && causes::cause(clause, verb.unit).is_none() {
        return true;
    }
    if reading.is(first, "forced")
        && verb.harm == Harm::Displaced
        && (next..next + 3).any(|at| reading.phrase(at, clause.words.work).is_some())
    {
        return true;
    }
    let down = clause.verb(verb.unit).is_some_and(|v| !v.be) && reading.is_any(next, &["down", "out", "away"]);
    (down && reading.column(verb.phrase, "valency") == "i")
        || reading.is(next, "off")
            && reading.is_any(verb.phrase.tokens.first(), &["killed", "kill", "kills", "killing", "died", "die", "dying"])
}

/// "captured", "beaten", "crushed" of one person: a picture or a match, unless how or by whom tells otherwise.
pub(super) fn is_contest(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let reading = clause.reading;
    let at = verb.phrase.tokens.first();
    let end = verb.phrase.tokens.end();
    let blow = clause.tokens(verb.unit).iter().chain(end..end + 2).any(|at| reading.phrase(at, clause.words.blow).is_some());
    // "He was shot down over the sea", as a pilot is, but "shot down in the street"
    let downed = reading.is(at, "shot") && reading.is(end, "down") && !reading.is_any(end + 1, &["in", "outside", "at", "while"]);
    downed
        || reading.is_any(at, &["captured", "capture", "captures", "capturing"]) && reading.is_any(end, &["him", "her"])
        || reading.is_any(at, &["beaten", "burnt", "burned", "crushed", "bruised"]) && (!blow || near_contest(clause, verb))
}

/// "beaten badly in the debate"
fn near_contest(clause: &Clause<'_>, verb: &HarmVerb) -> bool {
    let end = verb.phrase.tokens.end();
    (end..(end + 14).min(clause.sentence.end())).any(|at| clause.reading.phrase(at, clause.words.contest).is_some())
}

/// "murdered by the critics", "killed the audience", "The photographer captured Karel": what happens to a work or in a picture.
pub(super) fn is_shown(clause: &Clause<'_>, verb: &HarmVerb, victims: TokenRange) -> bool {
    let reading = clause.reading;
    let end = verb.phrase.tokens.end();
    let critics = ["critics", "reviewers", "pundits", "bookmakers", "judges"];
    let by = reading.is(end, "by") && (end + 1..end + 4).any(|at| reading.is_any(at, &critics));
    let audience = reading.is_any(victims.end().saturating_sub(1), &["audience", "audiences"]);
    let captures =
        reading.is_any(verb.phrase.tokens.first(), &["captured", "captures", "capture", "capturing", "shot", "shoots", "caught"]);
    let active = clause.verb(verb.unit).is_some_and(|v| !v.be);
    let head = |n: usize| reading.phrase(clause.tokens(n).end().saturating_sub(1), clause.words.picture).is_some();
    let maker = || active && clause.subject(verb.unit).is_some_and(head);
    // "shot by a photographer"
    let posed = !active && clause.says(verb.unit + 1, &["by"]) && head(verb.unit + 2);
    by || audience || captures && (posed || maker())
}

/// A surname ("Mary Slaughter"), a compound ("a cop-killing film"), another verb ("wound up in court").
pub(super) fn is_other_word(clause: &Clause<'_>, trigger: &Trigger) -> bool {
    let reading = clause.reading;
    let at = trigger.tokens.first();
    let named = reading.value_of(at, ValueKind::Actor).is_some();
    let compound = reading.token(at).is_some_and(|t| t.glued) && at > 0 && reading.is_any(at - 1, &["-", "–"]);
    // "The Way To Die", a title
    let capital = |at: usize| reading.token(at).is_some_and(|t| t.case == Case::Capital);
    let title = at > 0 && reading.is(at - 1, "to") && capital(at - 1) && capital(at) && at > clause.sentence.first() + 1;
    // "Elizabeth "Killing Them Softly" Moor"
    let nickname = at > clause.sentence.first() + 1
        && reading.is_any(at - 1, &["\"", "“", "‘", "'"])
        && capital(at)
        && capital(at + 1)
        && reading.token(at - 2).is_some_and(|t| t.case == Case::Capital);
    // "another slew of sequels"
    let many = reading.is(at, "slew") && reading.is(trigger.tokens.end(), "of");
    named || compound || title || nickname || many || (reading.is(at, "wound") && reading.is_any(trigger.tokens.end(), &["up", "down"]))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn words_and_pictures_hurt_nobody() {
        check(&[
            ("The head of the board left after being arrested by doubts.", &[]),
            ("A model wept after being shot by a famous photographer.", &[]),
            ("A clerk walked out after being wounded by the board's remarks.", &[]),
            ("Many voters are worried, hurt and tired after the debate.", &[]),
            ("A clerk was treated after being shot by a guard.", &["injured 1/1/1"]),
            ("A clerk was jailed after being arrested by police.", &["detained 1/1/1"]),
            ("Many voters were attacked, hurt and robbed.", &["injured 2//"]),
        ]);
    }
}
