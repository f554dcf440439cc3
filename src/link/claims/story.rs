//! What the claims before tell of a claim: the day and place of what it goes on with, and whether that is history.

use super::place::scene::Scene;
use super::when::{Days, LEAD, STORY, When};
use super::{Finder, LinkedClaim, TOLL, past};
use crate::extract::casualties::{Claim, Harm, Scope};
use crate::rules::Reading;
use crate::text::{Case, TokenRange};

/// Sentences behind which "he" is still who was spoken of.
const PRONOUN: usize = 3;

/// An article's claims on their way, told so far.
pub(super) struct Story<'a> {
    pub finder: &'a Finder<'a>,
    pub when: &'a When<'a>,
    pub scene: Scene,
    /// The place of the dateline.
    pub dateline: Option<TokenRange>,
    /// The last place that a claim had of its own.
    local: Option<Local>,
    /// Harms whose number an earlier claim tells.
    told: Vec<Harm>,
}

/// A place that a claim had of its own.
#[derive(Clone, Copy)]
struct Local {
    sentence: usize,
    history: bool,
    place: TokenRange,
}

/// When a claim's harm was done, and how that is known.
pub(super) struct Dated {
    /// The date of the claim's own sentence.
    pub own: Option<usize>,
    /// The claim's date.
    pub date: Option<usize>,
    /// The days that it covers.
    pub days: Days,
    /// Whether it is that of the sentence before.
    before: bool,
    /// Whether its sentence has none.
    undated: bool,
    /// Whether it is a sum, or history, that the sentence before began.
    chained: bool,
}

impl<'a> Story<'a> {
    pub fn new(finder: &'a Finder<'a>, when: &'a When<'a>, dateline: Option<TokenRange>, claims: &[Claim]) -> Self {
        Self { finder, when, scene: Scene::new(finder, claims), dateline, local: None, told: Vec::new() }
    }

    /// Dates the next claim, and settles its scope.
    pub fn date(&mut self, claim: &mut Claim, linked: &[LinkedClaim]) -> Dated {
        let (when, reading) = (self.when, self.finder.reading);
        let block = self.finder.is_same_block(claim);
        let whole = claim.part_of.and_then(|whole| linked.get(whole));
        let own = when.own(claim);
        let undated = own.is_none() && when.is_undated(claim);
        let last = linked.last().filter(|_| undated);
        let next = linked.last().is_some_and(|last| last.claim.sentence + 1 == claim.sentence);
        let goes_on = last.filter(|_| next && (block || claim.rule == TOLL));
        let beside = last.filter(|last| last.claim.sentence == claim.sentence && last.claim.scope == Scope::Historical);
        let sum = next && linked.last().is_some_and(|last| last.claim.scope == Scope::Cumulative);
        // "A baker died on Friday. The rebels said they had killed 20": not all of them on that day.
        let tally = claim.boast && claim.best.is_some_and(|n| n > 1) && linked.last().is_some_and(|last| last.claim.best == Some(1));
        let before = when.before(claim, block).filter(|_| !sum && !tally);
        if claim.scope == Scope::Incident && when.is_history(claim, own.or(before).or_else(|| when.acted(claim))) {
            claim.scope = Scope::Historical;
        }
        // "The ministry put the toll at 90": that of the event told of last.
        if claim.rule == TOLL && goes_on.is_some_and(|last| last.claim.scope == Scope::Historical) {
            claim.scope = Scope::Historical;
        }
        // What a lead goes on with is its event, whatever it looks back on.
        let alone = before.is_some() || claim.sentence < LEAD || self.finder.of_sentence(claim).is_some();
        past::settle(reading, claim, (linked.last(), goes_on.or(beside).filter(|_| !alone)), whole, &self.told, own.or(before));
        let chained = goes_on.filter(|last| last.claim.scope == claim.scope && claim.scope != Scope::Incident && when.goes_on(claim));
        // "He was arrested in April": when others did the harm is not told.
        let held = |last: &LinkedClaim| last.claim.harm == Harm::Detained && claim.harm != Harm::Detained;
        let same = goes_on.filter(|_| block && claim.scope == Scope::Incident && !goes_on_to_now(reading, claim));
        let same = same.filter(|last| !held(last) && !tally && when.goes_on(claim));
        let inherited = whole.or(chained).or(same).map(|from| (from.date, from.days)).filter(|(date, _)| date.is_some());
        let (date, days) = match own.or(before) {
            Some(date) => (Some(date), when.days(claim, Some(date))),
            None if when.is_counted(claim) => (None, (None, None)),
            None => inherited.or_else(|| when.event(claim).map(|(date, days)| (Some(date), days))).unwrap_or_default(),
        };
        if claim.count.is_some() && claim.scope != Scope::Historical && !self.told.contains(&claim.harm) {
            self.told.push(claim.harm);
        }
        Dated { own, date, days, before: own.is_none() && before.is_some(), undated, chained: chained.is_some() }
    }

    /// Places the claim that was dated last, and says whether it has the place of its whole.
    pub fn place(&mut self, claim: &Claim, dated: &Dated) -> Option<TokenRange> {
        let history = claim.scope == Scope::Historical;
        let goes_on = |local: &Local| {
            let same = local.history == history && (!history || dated.undated);
            local.sentence == claim.sentence && local.history == history || same && (dated.chained || self.follows(claim, local.sentence))
        };
        let local = self.local.filter(goes_on).map(|local| local.place);
        let found = self.finder.place(claim, &self.scene, local, dated.before);
        if let Some((place, true)) = found {
            self.scene.heed(place);
            self.local = Some(Local { sentence: claim.sentence, history, place });
        }
        found.map(|(place, _)| place)
    }

    /// The dateline, where nothing else places the article's event and the sentence speaks of no other land; an earlier event was
    /// elsewhere.
    pub fn filed(&self, claim: &Claim) -> Option<TokenRange> {
        let of_event = claim.scope != Scope::Historical && claim.sentence <= LEAD + STORY;
        let line = self.dateline.filter(|_| of_event && !self.scene.is_placed())?;
        (!self.finder.names_land(claim, self.finder.behind(line, claim))).then_some(line)
    }

    /// Whether a claim goes on with who was spoken of in sentence `before`: in the next one, or as "he".
    fn follows(&self, claim: &Claim, before: usize) -> bool {
        let reading = self.finder.reading;
        let pronouns = ["he", "she", "they", "him", "her", "them"];
        let pronoun = claim.victims.is_some_and(|v| v.len() == 1 && reading.is_any(v.first(), &pronouns));
        let sum = matches!(claim.scope, Scope::Cumulative | Scope::Historical);
        // "Ten were missing in Orlik. A girl was pulled out alive. Her parents were dead": a paragraph of one place.
        let same = claim.sentence == before + 2 && !claim.background && self.finder.is_one_paragraph(claim, before);
        let next = (claim.sentence <= before + 1 || same) && !sum && (self.finder.is_same_block(claim) || !claim.background);
        let he = pronoun && claim.scope != Scope::Historical && claim.sentence <= before + PRONOUN;
        !goes_on_to_now(reading, claim) && (next || he)
    }
}

/// "have died": of no one place and day.
pub(super) fn goes_on_to_now(reading: &Reading<'_>, claim: &Claim) -> bool {
    // Who "is missing" went missing on the day.
    if claim.harm == Harm::Missing {
        return false;
    }
    let first = claim.tokens.first().saturating_sub(6).max(reading.sentence(claim.trigger).first());
    let now = ["has", "have", "are", "remain", "now", "is", "being", "worldwide", "globally", "nationwide"];
    (first..claim.tokens.end() + 2).take(64).any(|at| reading.is_any(at, &now))
}

/// "two men who were hurt": harm told in a relative clause of its victims.
pub(super) fn is_relative(reading: &Reading<'_>, claim: &Claim) -> bool {
    claim.tokens.iter().take_while(|&at| at < claim.trigger).any(|at| reading.is_any(at, &["who", "that", "which"]))
}

/// A word of speech that is said of nobody: "said", not "was declared", nor "the United States".
pub(super) fn is_speech(reading: &Reading<'_>, at: usize) -> bool {
    let passive = at > 0 && reading.is_any(at - 1, &["was", "were", "been", "is", "are"]);
    let name = reading.token(at).is_some_and(|token| token.case == Case::Capital) && at > reading.sentence(at).first();
    !passive && !name && reading.phrase_named(at, "speech").is_some()
}

/// Whether words of harm, or of what harms, stand in `tokens`.
pub(super) fn tells_harm(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    let classes = ["harm_cause", "harm_event", "harm_verb", "harm_count"];
    let attacks = [
        "attacked",
        "stormed",
        "raided",
        "ambushed",
        "exploded",
        "detonated",
        "crashed",
        "collapsed",
        "capsized",
        "hit",
        "struck",
        "melee",
        "brawl",
        "riot",
    ];
    let harm = |class: &str| classes.contains(&class);
    let told = |at: usize| reading.phrases_at(at).iter().any(|p| harm(reading.vocabulary().class_name(p.class)));
    tokens.iter().any(|at| told(at) || reading.is_any(at, &attacks))
}
