//! Where a claim's harm was done: "in the city of NAME", "near NAME".

use super::Finder;
use crate::extract::actors::ActorKind;
use crate::extract::casualties::{Claim, Scope};
use crate::rules::ValueKind;
use crate::text::{Case, TokenKind, TokenRange};

/// What is in another place than the harm: "taken to hospital in NAME", "talks in NAME".
const ELSEWHERE: [&str; 11] =
    ["court", "courts", "prison", "jail", "talks", "summit", "conference", "trial", "custody", "interview", "hearing"];

/// Capitalised words behind "in" and "at" that are no places.
const NO_PLACES: [&str; 15] = [
    "covid",
    "sars",
    "ebola",
    "holocaust",
    "bible",
    "twitter",
    "facebook",
    "instagram",
    "youtube",
    "christmas",
    "easter",
    "ramadan",
    "congress",
    "parliament",
    "king",
];

/// What may stand before "of NAME".
const TOWNS: [&str; 8] = ["city", "town", "village", "province", "region", "capital", "port", "district"];

/// Tokens to either side of a claim in which a place is sought.
const NEAR: usize = 40;

impl Finder<'_> {
    /// The nearest place of the claim's sentence, else of the sentence before.
    pub(super) fn place(&self, claim: &Claim) -> Option<TokenRange> {
        let reading = self.reading;
        let sentence = reading.sentence(claim.trigger);
        // "four [in] the capital": the word that makes the claim names its place.
        let own = usize::from(claim.rule != "casualty/part-by-place");
        let end = sentence.end().min(claim.trigger + NEAR);
        let from = claim.trigger + own;
        let behind = || {
            (from..end).filter(|&at| !self.is_of_noun(at) && !self.is_of_relative(claim, at)).find_map(|at| self.place_at(at, end.max(at)))
        };
        let inside = || claim.tokens.iter().take(NEAR).find_map(|at| self.place_at(at, sentence.end()));
        let before = || {
            let first = claim.trigger.saturating_sub(NEAR).max(sentence.first());
            (first..claim.trigger).rev().find_map(|at| self.place_at(at, sentence.end()))
        };
        let earlier = || {
            let end = sentence.first();
            let of = reading.sentence(end.checked_sub(1)?);
            let first = of.first().max(end.saturating_sub(NEAR));
            (first..end)
                .rev()
                .find_map(|at| self.place_at(at, end))
                .or_else(|| self.last_place(TokenRange::new(first, end)).filter(|_| self.is_there(claim)))
        };
        if self.is_there(claim) {
            return before().or_else(earlier);
        }
        inside().or_else(behind).or_else(before).or_else(|| earlier().filter(|_| claim.scope != Scope::Historical))
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

    /// "He died there", not "died there were".
    fn is_there(&self, claim: &Claim) -> bool {
        let there = |at: usize| self.reading.is(at, "there") && self.reading.phrase_named(at + 1, "auxiliary").is_none();
        (claim.trigger + 1..claim.trigger + 3).any(there) || there(claim.tokens.end())
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
            !["ian", "ish", "ese", "qi", "eli", "can"].iter().any(|t| self.reading.word(tokens.end() - 1).ends_with(t))
        };
        self.within(tokens)
            .filter(|mention| place(mention.actor) && !mention.form.is_nominal() && named(mention.tokens))
            .last()
            .map(|mention| mention.tokens)
    }

    /// "in the city of NAME", "near NAME": the place with what tells where from it ("outside").
    fn place_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let plain = reading.is_any(at, &["in", "at"]);
        if !plain && !reading.is_any(at, &["near", "outside", "inside", "around", "north", "south", "east", "west"]) {
            return None;
        }
        // "in south-west NAME"
        let before = at.saturating_sub(1);
        if !plain && reading.is(before, "-") {
            return None;
        }
        // "talks held in NAME", "Venn, who is in NAME, told"
        let held = reading.is_any(before, &["held", "hosted"]) && reading.is_any(before.saturating_sub(1), &ELSEWHERE);
        let who = reading.is_any(before, &["is", "was"]) && reading.is(before.saturating_sub(1), "who");
        if held || who {
            return None;
        }
        // "born in NAME"
        let brought = reading.is_any(before, &["hospital", "hospitals", "morgue"])
            && (before.saturating_sub(3)..before).any(|at| reading.is(at, "to"));
        if brought
            || reading.is_any(before, &ELSEWHERE)
            || reading.is_any(before, &["born", "based", "raised", "educated", "lives", "lived", "headquartered", "grew"])
        {
            return None;
        }
        let mut first = at + 1;
        if reading.is(first, "of") {
            first += 1;
        }
        let start = first;
        let compass = reading.is_any(start, &["north", "south"]) && reading.is(start + 1, "-");
        if compass {
            first += 2;
        }
        while first < end.min(start + 6) && !self.is_name(first) {
            let passes = reading.token(first).is_some_and(|t| t.kind == TokenKind::Word)
                && reading.value(first).is_none_or(|v| v.kind == ValueKind::Actor);
            if !passes
                || reading.phrase_named(first, "auxiliary").is_some()
                || reading.phrase_named(first, "conjunction").is_some()
                || (reading.phrase_named(first, "preposition").is_some() && !reading.is(first, "of"))
            {
                return None;
            }
            first += 1;
        }
        if first >= end.min(start + 6) {
            return None;
        }
        let mut last = first + 1;
        // "St. Orlik"
        if reading.is_any(first, &["st", "mt", "ft"]) && reading.is(last, ".") && self.is_name(last + 1) {
            last += 2;
        }
        while last < end && (self.is_name(last) || (reading.is_any(last, &["-", "of", "de", "al"]) && self.is_name(last + 1))) {
            last += 1;
        }
        let found = self.place_named(TokenRange::new(first, last), end)?;
        last = found.end();
        // "at the Norland consulate"
        let places = [
            "area",
            "areas",
            "village",
            "town",
            "township",
            "city",
            "district",
            "province",
            "region",
            "county",
            "camp",
            "state",
            "valley",
            "neighbourhood",
            "neighborhood",
            "border",
            "suburb",
            "division",
            "governorate",
            "municipality",
            "upazila",
            "tehsil",
            "sector",
        ];
        let goes_on = reading.token(last).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && !t.glued)
            && last < end
            && !reading.is_any(last, &places)
            && reading.phrases_at(last).iter().any(|p| matches!(reading.vocabulary().class_name(p.class), "harm_thing" | "harm_cause"));
        if reading.is(first - 1, "the") && goes_on {
            return None;
        }
        let kinds = || self.within(found).filter_map(|mention| self.actors.get(mention.actor)).map(|actor| actor.kind);
        let other = kinds().any(|kind| !matches!(kind, ActorKind::Place | ActorKind::Other));
        if other && !kinds().any(|kind| kind == ActorKind::Place) {
            return None;
        }
        Some(match (plain, compass) {
            (true, false) => found,
            (true, true) => TokenRange::new(start, last),
            _ => TokenRange::new(at, last),
        })
    }

    /// The capitalised words `found`, without what runs on behind the name of a place ("Norvik Read More"); for "the Norland
    /// capital of Norvik" the city, for "the Norland capital" both words. None for "U.S. dollars".
    fn place_named(&self, found: TokenRange, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        if reading.is_any(found.first(), &NO_PLACES) {
            return None;
        }
        // "in Norland's southern city of Norvik"
        let owner = found.iter().chain([found.end()]).find(|&at| reading.is_any(at, &["'s", "’s"]));
        if let Some(owner) = owner {
            let of = (owner + 1..owner + 6).find(|&at| reading.is(at, "of") && reading.is_any(at - 1, &TOWNS) && self.is_name(at + 1));
            if let Some(of) = of.filter(|&of| of < end) {
                let stop = (of + 1..end).find(|&at| !self.is_name(at)).unwrap_or(end);
                return Some(TokenRange::new(of + 1, stop));
            }
        }
        let mention = self.within(found).find(|mention| mention.tokens.first() == found.first());
        let place = |n: usize| self.actors.get(n).is_some_and(|actor| actor.kind == ActorKind::Place);
        if let Some(mention) = mention.filter(|m| m.tokens.end() < found.end() && place(m.actor)) {
            return Some(mention.tokens);
        }
        let last = found.end();
        if reading.is_any(last, &["dollars", "currency", "history", "custody", "troops", "forces", "hands"]) {
            return None;
        }
        // "in the South Norlandian island nation", "in a Norlandian city"
        let lands = ["island", "nation", "country", "desert", "coast", "peninsula", "waters", "hospital", "prison", "airspace"];
        let city = ["city", "town", "village", "province", "region"];
        let adjective = ["ian", "ese", "ish", "ean"].iter().any(|tail| reading.word(last - 1).ends_with(tail))
            || reading.is_any(last - 1, &["Asian", "African", "American", "German", "Iraqi", "Israeli", "Pakistani", "Afghan"]);
        if adjective && (reading.is_any(last, &lands) || reading.is_any(last, &city) && !reading.is(last + 1, "of")) {
            return None;
        }
        if last < end && reading.is_any(last, &["capital", "city", "town", "province", "region", "village"]) {
            let name = last + 2;
            if reading.is(last + 1, "of") && self.is_name(name) {
                let stop = (name..end).find(|&at| !self.is_name(at)).unwrap_or(end);
                return Some(TokenRange::new(name, stop));
            }
            if reading.is(last, "capital") {
                return Some(TokenRange::new(found.first(), last + 1));
            }
        }
        Some(found)
    }

    /// A capitalised word; where all is in capitals, one that the name of an actor covers.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let reading = self.reading;
        let document = reading.document();
        let shouting = document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting);
        let capital = reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
        let value = reading.value(at).map(|value| value.kind);
        let dated = reading.value_of(at, ValueKind::Date).is_some();
        let counts = reading.phrase_named(at, "number_vague").is_some();
        !counts && capital && !dated && (!shouting || value == Some(ValueKind::Actor))
    }
}
