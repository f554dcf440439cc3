//! Where a claim's harm was done.
//!
//! From the nearest evidence to the farthest:
//!
//! 1. A [`phrase`] of place ("in NAME", "off NAME") in the claim's own words, its clause, the clauses before, the rest of the
//!    sentence; what is [`elsewhere`], or belongs to the clause around it ([`outer`]), counts for nothing.
//! 2. A place that is an [`attribute`] of what was hit: "a NAME farm", "shook NAME".
//! 3. For "there" and "the town" the last place named; for what goes on with the sentence before, that one's place.
//! 4. For what tells of the article's event, the [`scene`] that headline and lead set; of another event, it has none.
//! 5. The dateline, where nothing else places the event and its sentence names no land: it is where the report was filed.

mod attribute;
pub(super) mod elsewhere;
mod outer;
mod phrase;
pub(super) mod scene;
mod words;

use super::event;
use super::story::{goes_on_to_now, is_speech, tells_harm};
use super::when::LEAD;
use super::{Finder, TOLL};
use crate::extract::actors::ActorKind;
use crate::extract::casualties::{Claim, Scope, Status};
use crate::rules::ValueKind;
use crate::text::TokenRange;
use scene::Scene;
use words::{SPOTS, TOWNS};

/// Tokens to either side of a claim in which a place is sought.
const NEAR: usize = 40;
/// Tokens between a word of speech and where it was said.
const SAID: usize = 3;
/// Tokens of a dateline behind its place: ", Norland, May 5 (Agency) -".
const LINE: usize = 12;
/// Sentences of a paragraph, at the most.
const PARAGRAPH: usize = 8;
/// Tokens between a sum and what it counts from.
const SINCE: usize = 3;
/// Tokens between a claim and "in the same town".
const FAR: usize = 10;
/// Sentences back in which "there" has its place.
const THERE: usize = 3;

/// What opens a clause that tells something else.
pub(super) const TURNS: [&str; 18] = [
    "after",
    "before",
    "since",
    "because",
    "while",
    "whereas",
    "although",
    "though",
    "following",
    "amid",
    "despite",
    "who",
    "whose",
    "whom",
    "which",
    ";",
    "—",
    "but",
];

impl Finder<'_> {
    /// "900 people have been killed [since 2015]", behind a sentence that speaks of a day or year of its own.
    fn is_behind_a_day(&self, claim: &Claim) -> bool {
        let since = (claim.tokens.end()..claim.tokens.end() + SINCE).any(|at| self.reading.is(at, "since"));
        let before = self.reading.sentence(claim.trigger).first().checked_sub(1).filter(|_| since).map(|at| self.reading.sentence(at));
        before.is_some_and(|before| before.iter().take(NEAR).any(|at| self.reading.value_of(at, ValueKind::Date).is_some()))
    }

    /// The place of the claim, and whether it is its own rather than that of the article's event; `local`: that of the claim
    /// before, where this one goes on with it.
    /// `chained`: its day is that of the sentence before.
    pub(super) fn place(&self, claim: &Claim, scene: &Scene, local: Option<TokenRange>, chained: bool) -> Option<(TokenRange, bool)> {
        let own = |place: Option<TokenRange>| place.map(|place| (place, true));
        let of_event = || scene.place(self, claim).map(|place| (place, false)).filter(|_| !self.is_of_another(claim));
        if self.is_there(claim) {
            let named = || self.named_before(claim).or_else(|| self.last_named(claim));
            return own(self.before(claim)).or_else(|| own(named())).or_else(of_event);
        }
        let sentence = self.of_sentence(claim);
        if sentence.is_none() && self.is_same_spot(claim) {
            return own(self.last_named(claim).or(scene.last()));
        }
        let nationwide = self.is_nationwide(claim);
        let earlier = || {
            let goes_on = (claim.scope != Scope::Historical || chained) && !nationwide && !goes_on_to_now(self.reading, claim);
            let lead = claim.sentence < LEAD;
            // "In June nine died in Orlik. Some 90,000 have been killed since 2015": of no one day, and not where that was.
            let sum = claim.scope == Scope::Cumulative && claim.rule != TOLL && !chained && self.is_behind_a_day(claim);
            let told = goes_on && !sum && (chained || lead || self.is_same_block(claim) || self.points_back(claim));
            let found = local.filter(|_| !nationwide).or_else(|| self.earlier(claim).filter(|_| told));
            // "The clerk flew to Orlik. In Varn, crowds mourned the death of": neither here nor there.
            found.filter(|_| !self.is_spoken_of_elsewhere(claim))
        };
        let teller = || self.of_tellers(claim).map(|place| (place, false));
        let land = || self.last_state(claim).filter(|_| nationwide && self.is_in_land(claim)).map(|place| (place, false));
        own(sentence).or_else(|| own(earlier())).or_else(|| of_event().filter(|_| !nationwide)).or_else(teller).or_else(land)
    }

    /// "killed 600 in the country"
    fn is_in_land(&self, claim: &Claim) -> bool {
        let reading = self.reading;
        let land =
            |at: usize| reading.is(at, "the") && reading.is_any(at + 1, &["country", "nation"]) && !reading.is_any(at + 2, &["'s", "’s"]);
        let last = claim.tokens.end();
        (claim.trigger..last + 3).take(NEAR).any(|at| reading.is_any(at, &["in", "within", "across", "throughout"]) && land(at + 1))
    }

    /// The state named last before a claim: "the country".
    fn last_state(&self, claim: &Claim) -> Option<TokenRange> {
        let end = claim.tokens.first();
        let near = TokenRange::new(end.saturating_sub(THERE * NEAR), end);
        let state = |tokens: TokenRange| self.is_state(tokens.first()) && self.last_place(tokens).is_some();
        self.within(near).map(|mention| mention.tokens).filter(|tokens| state(*tokens)).last()
    }

    /// Whether the claim's sentence names a land from `first` on.
    pub(super) fn names_land(&self, claim: &Claim, first: usize) -> bool {
        let end = (claim.tokens.end() + NEAR).min(self.reading.sentence(claim.trigger).end());
        let near = TokenRange::new(first.min(claim.trigger).max(claim.trigger.saturating_sub(NEAR)), end);
        let land = |at: usize| self.is_state(at) && self.is_land(at);
        self.within(near).any(|mention| !mention.form.is_nominal() && land(mention.tokens.first()))
    }

    /// Whether nothing but one sentence, which names no place, stands between a claim and sentence `before` of its paragraph.
    pub(super) fn is_one_paragraph(&self, claim: &Claim, before: usize) -> bool {
        let sentences = self.reading.document().sentences();
        let (Some(there), Some(between), Some(here)) = (sentences.get(before), sentences.get(before + 1), sentences.get(claim.sentence))
        else {
            return false;
        };
        let place = |tokens: TokenRange| self.is_land(tokens.first());
        let silent = || !self.within(between.tokens).any(|mention| !mention.form.is_nominal() && place(mention.tokens));
        there.block == here.block && between.block == here.block && self.is_same_block(claim) && silent()
    }

    /// Where the words begin that stand behind a dateline.
    pub(super) fn behind(&self, line: TokenRange, claim: &Claim) -> usize {
        let sentence = self.reading.sentence(claim.trigger);
        if sentence.holds(line.first()) { line.end() + LINE } else { sentence.first() }
    }

    /// "It came after a similar raid in NAME. Nine had died": told of an event that was elsewhere.
    fn is_of_another(&self, claim: &Claim) -> bool {
        let here = self.reading.sentence(claim.trigger);
        let before = here.first().checked_sub(1).map(|at| self.reading.sentence(at));
        let near = |sentence: TokenRange| TokenRange::new(sentence.first().max(sentence.end().saturating_sub(NEAR)), sentence.end());
        let named = |sentence: TokenRange| self.last_place(near(sentence)).is_some();
        event::is_apart(self.reading, claim) || event::is_another(self.reading, claim) && (named(here) || before.is_some_and(named))
    }

    /// "The gunman", "The kidnapping of", "They had killed": what goes on with the sentence before, in whatever paragraph.
    fn points_back(&self, claim: &Claim) -> bool {
        let first = self.reading.sentence(claim.trigger).first();
        let noun = |at: usize| {
            let person =
                self.reading.phrase_named(at, "harm_person").is_some() || self.reading.is_any(at, &["gunman", "shooter", "attacker"]);
            self.is_harm_cause(at) || person
        };
        let they = (first..first + 8).take_while(|&at| at <= claim.trigger).any(|at| self.reading.is_any(at, &["he", "she", "they", "it"]));
        let event = self.reading.is_any(first, &["the", "this", "that"]) && (noun(first + 1) || noun(first + 2));
        let within = (claim.trigger..claim.trigger + 8).any(|at| {
            let deed = self.is_harm_cause(at + 1)
                || self
                    .reading
                    .is_any(at + 1, &["mission", "operation", "incident", "demonstration", "rally", "protest", "march", "scene"]);
            self.reading.is_any(at, &["the", "this", "that"]) && deed && !self.reading.is(at + 2, "of")
        });
        (they || event || within) && claim.status != Status::Hypothetical
    }

    /// "displaced within the country": in more than the place of the sentence before.
    fn is_nationwide(&self, claim: &Claim) -> bool {
        let last = claim.tokens.end();
        let land = |at: usize| self.reading.is(at, "the") && self.reading.is_any(at + 1, &["country", "nation", "world"]);
        let everywhere = |at: usize| self.reading.is_any(at, &["worldwide", "globally", "nationwide"]);
        let first = claim.tokens.first().saturating_sub(12).max(self.reading.sentence(claim.trigger).first());
        (claim.trigger..last + 3).take(NEAR).any(land) || (first..last + 3).take(NEAR).any(everywhere)
    }

    /// The place that the claim's own sentence gives it.
    pub(super) fn of_sentence(&self, claim: &Claim) -> Option<TokenRange> {
        let reading = self.reading;
        let sentence = reading.sentence(claim.trigger);
        // "four [in] the capital": the word that makes the claim names its place.
        let own = usize::from(claim.rule != "casualty/part-by-place");
        let end = sentence.end().min(claim.trigger + NEAR);
        let from = claim.trigger + own;
        let turn = (claim.tokens.end().max(from)..end).find(|&at| reading.is_any(at, &TURNS)).unwrap_or(end);
        let fits =
            |at: usize| !self.is_of_noun(at) && !self.is_of_relative(claim, at) && !elsewhere::is_of_another_clause(reading, claim, at);
        let behind = |from: usize, to: usize| (from..to).find_map(|at| self.place_at(at, end.max(at)).filter(|_| fits(at)));
        let inside = || claim.tokens.iter().take(NEAR).find_map(|at| self.place_at(at, sentence.end()));
        let beside = || {
            let first = claim.trigger.saturating_sub(NEAR).max(sentence.first());
            let before = (first..claim.trigger).rev().find(|&at| self.attribute_at(at, end).is_some());
            let stop = |at: &usize| (reading.is_any(at - 1, &TOWNS) || !reading.is(*at, ",")) && !reading.is_any(*at, &["and", ":"]);
            let behind = || (claim.trigger + 1..turn).take_while(stop).find(|&at| self.attribute_at(at, end).is_some() && fits(at));
            before.or_else(behind).and_then(|at| self.attribute_at(at, end))
        };
        let before = || self.where_it_was(claim).or_else(|| self.before(claim));
        inside().or_else(|| behind(from, turn)).or_else(before).or_else(|| behind(turn, end)).or_else(beside)
    }

    /// The nearest place before the claim in its sentence that isn't where somebody told it.
    fn before(&self, claim: &Claim) -> Option<TokenRange> {
        let sentence = self.reading.sentence(claim.trigger);
        let first = claim.trigger.saturating_sub(NEAR).max(sentence.first());
        let frame = |place: TokenRange| place.first() <= sentence.first() + 2 && self.reading.is(place.end(), ",");
        let of_harm = |at: usize, place: TokenRange| {
            frame(place) || !elsewhere::is_of_speaker(self.reading, claim, at) && !self.is_of_outer(claim, place)
        };
        let found =
            (first..claim.trigger).rev().find_map(|at| Some((at, self.place_at(at, sentence.end()).filter(|&place| of_harm(at, place))?)));
        let (at, place) = found?;
        // "landed at [NAME], in southern NAME": what the wider place is told of.
        let narrower = || (first.max(at.saturating_sub(8))..at - 1).rev().find_map(|n| self.place_at(n, at).filter(|p| p.end() == at - 1));
        Some(if at > first && self.reading.is(at - 1, ",") { narrower().unwrap_or(place) } else { place })
    }

    /// "Police in NAME said": the last resort.
    fn of_tellers(&self, claim: &Claim) -> Option<TokenRange> {
        let sentence = self.reading.sentence(claim.trigger);
        let first = claim.trigger.saturating_sub(NEAR).max(sentence.first());
        let tellers = [
            "police",
            "officials",
            "authorities",
            "activists",
            "residents",
            "doctors",
            "medics",
            "rescuers",
            "witnesses",
            "villagers",
            "detectives",
            "investigators",
            "prosecutors",
        ];
        let police = |at: usize| (at.saturating_sub(8).max(first)..at).any(|n| self.reading.is_any(n, &tellers));
        (first..claim.trigger).rev().filter(|&at| police(at)).find_map(|at| self.place_at(at, sentence.end()))
    }

    /// The place of the sentence before, where that speaks of harm.
    fn earlier(&self, claim: &Claim) -> Option<TokenRange> {
        let end = self.reading.sentence(claim.trigger).first();
        let first = self.reading.sentence(end.checked_sub(1)?).first().max(end.saturating_sub(NEAR));
        let told = tells_harm(self.reading, TokenRange::new(first, end));
        let said = |at: usize| (at.saturating_sub(SAID).max(first)..at).any(|n| is_speech(self.reading, n));
        (first..end).rev().filter(|&at| told && !said(at)).find_map(|at| self.place_at(at, end))
    }

    /// Whether the sentence before stands in the same paragraph; none is as long as an article that is laid out in one.
    pub(super) fn is_same_block(&self, claim: &Claim) -> bool {
        let sentences = self.reading.document().sentences();
        let block = |n: usize| sentences.get(n).map(|sentence| sentence.block);
        let here = block(claim.sentence);
        let near = claim.sentence.saturating_sub(PARAGRAPH)..claim.sentence + PARAGRAPH;
        let short = near.filter(|&n| block(n) == here).count() <= PARAGRAPH;
        short && claim.sentence.checked_sub(1).is_some_and(|before| block(before) == here)
    }

    /// The last place before the sentence of the claim: one that something is told of, else any.
    fn last_named(&self, claim: &Claim) -> Option<TokenRange> {
        let mut sentences = Vec::with_capacity(THERE);
        let mut end = self.reading.sentence(claim.trigger).first();
        for _ in 0..THERE {
            let Some(before) = end.checked_sub(1) else { break };
            let first = self.reading.sentence(before).first();
            sentences.push(TokenRange::new(end.saturating_sub(NEAR).max(first), end));
            end = first;
        }
        let phrase = |s: &TokenRange| s.iter().rev().find_map(|at| self.attribute_at(at, s.end()).or_else(|| self.place_at(at, s.end())));
        sentences.iter().find_map(phrase).or_else(|| sentences.iter().find_map(|s| self.last_place(*s)))
    }

    /// "killed a guard, who lived in [NAME]": of whoever was killed; but "the guard, who died in [NAME]".
    fn is_of_relative(&self, claim: &Claim, at: usize) -> bool {
        let reading = self.reading;
        let pronoun = (claim.tokens.end()..at).rev().find(|&n| reading.is_any(n, &["who", "whose", "which", "whom"]));
        let harmed = |n: usize| {
            reading.phrase_named(n, "harm_verb").is_some_and(|verb| reading.column(verb, "harm") == claim.harm.name())
                || reading.is_any(n, &["death", "killing", "murder", "shooting", "occurred", "happened", "took", "shot"])
        };
        pronoun.is_some_and(|pronoun| !(pronoun..at).any(harmed))
    }

    /// "He died there", "had fled the town"; not "died there were", "the town of NAME".
    fn is_there(&self, claim: &Claim) -> bool {
        let there = |at: usize| self.reading.is(at, "there") && self.reading.phrase_named(at + 1, "auxiliary").is_none();
        let last = claim.tokens.end();
        (claim.trigger + 1..claim.trigger + 3).any(there)
            || (last..last + 2).any(there)
            || (claim.trigger..last + 2).any(|at| self.is_town(at))
    }

    /// "the town", and not "the town of NAME"
    fn is_town(&self, at: usize) -> bool {
        let reading = self.reading;
        reading.is(at, "the") && reading.is_any(at + 1, &TOWNS) && !reading.is_any(at + 2, &["of", "'s", "’s"])
    }

    /// "at a stop in the same town", "at almost the same place", "died of burns in the district"
    fn is_same_spot(&self, claim: &Claim) -> bool {
        let reading = self.reading;
        let same = |at: usize| {
            let noun = at + usize::from(reading.is(at, "almost"));
            reading.is(noun, "the") && reading.is(noun + 1, "same") && reading.is_any(noun + 2, &SPOTS)
        };
        let in_town = |at: usize| reading.is_any(at, &["in", "within", "across"]) && self.is_town(at + 1);
        let there = |at: usize| reading.is(at, "there") && reading.is_any(at + 1, &[".", ",", ";", "on", "in", "last"]);
        let (last, sentence) = (claim.tokens.end(), reading.sentence(claim.trigger));
        let turn = |at: &usize| !reading.is_any(*at, &TURNS) && !is_speech(reading, *at) && !reading.is(*at, ",");
        let mut behind = (last..sentence.end().min(last + FAR)).take_while(turn);
        let mut before = sentence.first().max(claim.trigger.saturating_sub(FAR))..claim.trigger;
        // "A blast there in May killed nine"
        let noun = |at: usize| reading.is(at, "there") && self.is_harm_cause(at.wrapping_sub(1));
        behind.any(|at| in_town(at) || same(at) || there(at)) || before.any(|at| same(at) || noun(at))
    }

    /// "by the war in NAME", "of a cell in NAME": where something else is.
    fn is_of_noun(&self, at: usize) -> bool {
        let other =
            ["war", "conflict", "cell", "network", "branch", "government", "regime", "parliament", "university", "allies", "headquarters"];
        at > 0 && self.reading.is_any(at - 1, &other)
    }

    /// The last place that is named within `tokens`.
    fn last_place(&self, tokens: TokenRange) -> Option<TokenRange> {
        let place = |n: usize| self.actors.get(n).is_some_and(|actor| actor.kind == ActorKind::Place);
        let named = |tokens: TokenRange| {
            let adjective =
                ["ian", "ish", "ese", "qi", "eli", "can", "ean"].iter().any(|t| self.reading.word(tokens.end() - 1).ends_with(t));
            !adjective && self.reading.phrase_named(tokens.first(), "demonym").is_none_or(|p| p.tokens != tokens)
        };
        self.within(tokens)
            .filter(|mention| place(mention.actor) && !mention.form.is_nominal() && named(mention.tokens))
            .last()
            .map(|mention| mention.tokens)
    }
}
