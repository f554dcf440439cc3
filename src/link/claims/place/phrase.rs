//! The phrase that names a place: "in the city of NAME", "near NAME", "off the NAME islands".

use super::elsewhere;
use super::words::{GROUNDS, LANDS, LEADS, NO_PLACES, TOWNS, UNITS};
use crate::extract::actors::ActorKind;
use crate::link::claims::Finder;
use crate::rules::ValueKind;
use crate::text::{Case, TokenKind, TokenRange};

impl Finder<'_> {
    /// "in the city of NAME", "near NAME": the place with what tells where from it ("outside").
    pub(super) fn place_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        if !reading.is_any(at, &LEADS) {
            return None;
        }
        let plain = reading.is_any(at, &["in", "at"]);
        // "crashed into Lake NAME"
        let fell = [
            "slammed", "slamming", "smashed", "crashed", "crashing", "plunged", "plunging", "fell", "falling", "veered", "careered",
            "drove", "ran",
        ];
        let into = reading.is_any(at, &["into", "onto"]) && at > 0 && reading.is_any(at - 1, &fell);
        let over = into || reading.is_any(at, &["on", "across", "along", "throughout"]);
        let off = reading.is(at, "off");
        let compass_point = reading.is_any(at, &["north", "south", "east", "west"]);
        if !into && reading.is_any(at, &["into", "onto"]) {
            return None;
        }
        // "in Orlik, 60 km south of Norvik": the nearer of the two.
        if compass_point && at > 0 && reading.is_any(at - 1, &UNITS) {
            let first = at.saturating_sub(10).max(reading.sentence(at).first());
            if (first..at - 1).rev().any(|n| !reading.is_any(n, &["north", "south", "east", "west"]) && self.place_at(n, at).is_some()) {
                return None;
            }
        }
        // "raided NAME village in NAME": the nearer of the two.
        if let Some(village) = Some(at).filter(|_| plain && at > 1 && reading.is_any(at - 1, &TOWNS)).and_then(|_| self.named_town(at - 1))
        {
            return Some(village);
        }
        // "in south-west NAME"
        let before = at.saturating_sub(1);
        if !plain && reading.is(before, "-") {
            return None;
        }
        if elsewhere::is_told_elsewhere(reading, at) {
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
            // "in three provinces of NAME"
            let several = reading.value_of(first, ValueKind::Number).is_some()
                && (first + 1..first + 4).any(|n| reading.is_any(n, &TOWNS) && reading.is(n + 1, "of"));
            let passes = several
                || reading.token(first).is_some_and(|t| t.kind == TokenKind::Word)
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
        last = self.name_end(last, end, &["-", "of", "de", "al"]);
        if reading.is(at, "between") {
            let pair = reading.is(last, "and") && self.is_name(last + 1) && self.last_place(TokenRange::new(first, last)).is_some();
            let stop = (last + 1..end).find(|&n| !self.is_name(n)).unwrap_or(end);
            return pair.then(|| TokenRange::new(at, stop));
        }
        if over || off {
            let land = |n: usize| reading.is_any(n, &LANDS);
            let opened = (at + 1..first).any(|n| reading.is_any(n, &TOWNS) && reading.is(n + 1, "of"));
            let noun = reading.token(last).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower) && !self.is_closed(last);
            let struck = reading.is(at, "on") && at > 0 && self.is_harm_cause(at - 1) && self.is_land(first) && !noun;
            let within = (first..last).any(land);
            // "killed nine across NAME", "slammed into NAME"
            let harmed = ["harm_verb", "harm_state", "harm_person", "harm_count"];
            let counted = at > 0 && harmed.iter().any(|class| reading.phrase_named(at - 1, class).is_some());
            let struck = struck || (into || counted && reading.is_any(at, &["across", "throughout"])) && self.is_land(first) && !noun;
            // "on NAME's roads", "on St Orlik's Road", "strikes on Norland's Orlik"
            if reading.is_any(last, &["'s", "’s"]) {
                let stop = self.name_end(last + 1, end, &["-", "of", "de", "al"]);
                if land(last + 1) && !self.is_name(last + 1) {
                    return Some(TokenRange::new(first, last));
                }
                if stop > last + 1 && land(stop - 1) {
                    return Some(TokenRange::new(first, stop));
                }
                let attacks = ["strikes", "raids", "attack", "attacks", "assault", "raid"];
                let struck = at > 0 && (self.is_harm_cause(at - 1) || reading.is_any(at - 1, &attacks));
                if struck && stop > last + 1 && self.is_land(first) {
                    return Some(TokenRange::new(last + 1, stop));
                }
            }
            // "on the Norlandian island of NAME"
            if land(last) && reading.is(last + 1, "of") && self.is_name(last + 2) {
                return Some(TokenRange::new(last + 2, self.name_end(last + 2, end, &["-", "of", "de", "al"])));
            }
            if land(last) && last < end {
                last += 1;
            } else if !(within || opened || struck || off && self.is_land(first)) {
                return None;
            }
            return Some(TokenRange::new(if off { at } else { first }, last));
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
        let goes_on = found.first() == first
            && reading.token(last).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && !t.glued)
            && last < end
            && !reading.is_any(last, &places)
            && reading.phrases_at(last).iter().any(|p| matches!(reading.vocabulary().class_name(p.class), "harm_thing" | "harm_cause"));
        // "in a U.S. airstrike"
        if goes_on && (reading.is(first - 1, "the") || reading.is_any(first - 1, &["a", "an"]) && self.is_state(first)) {
            return None;
        }
        let kinds = || self.within(found).filter_map(|mention| self.actors.get(mention.actor)).map(|actor| actor.kind);
        let other = kinds().any(|kind| !matches!(kind, ActorKind::Place | ActorKind::Other));
        let grounds = reading.is_any(found.end().saturating_sub(1), &GROUNDS)
            || found.iter().any(|at| reading.is_any(at, &["University", "College"]));
        if other && !grounds && !kinds().any(|kind| kind == ActorKind::Place) {
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
    pub(super) fn place_named(&self, found: TokenRange, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let letter = found.len() == 1 && reading.word(found.first()).len() == 1;
        if letter || reading.is_any(found.first(), &NO_PLACES) {
            return None;
        }
        // "in Norland's southern city of Norvik"
        let owner = found.iter().chain([found.end()]).find(|&at| reading.is_any(at, &["'s", "’s"]));
        if let Some(owner) = owner {
            let of = (owner + 1..owner + 6).find(|&at| reading.is(at, "of") && reading.is_any(at - 1, &TOWNS) && self.is_name(at + 1));
            // "in Norland's [Orlik] state"
            let sides = ["northern", "southern", "eastern", "western", "central", "restive", "coastal"];
            let start = owner + 1 + (owner + 1..owner + 3).take_while(|&at| reading.is_any(at, &sides)).count();
            let stop = self.name_end(start, end, &["-", "al", "de", "el"]);
            if stop > start
                && self.is_state(found.first())
                && (reading.is_any(stop, &TOWNS) || reading.is(stop, "state") || self.is_land(start))
            {
                return Some(TokenRange::new(start, stop));
            }
            if let Some(of) = of.filter(|&of| of < end) {
                let stop = (of + 1..end).find(|&at| !self.is_name(at)).unwrap_or(end);
                return Some(TokenRange::new(of + 1, stop));
            }
        }
        let mention = self.within(found).find(|mention| mention.tokens.first() == found.first());
        let place = |n: usize| self.actors.get(n).is_some_and(|actor| actor.kind == ActorKind::Place);
        if let Some(mention) = mention.filter(|m| m.tokens.end() < found.end() && place(m.actor) && !self.is_arabic(m.tokens.end())) {
            return Some(mention.tokens);
        }
        // "in World War II", "the Berlin Christmas market"
        if found.iter().any(|at| reading.is_any(at, &["war", "wars"])) {
            return None;
        }
        let feast = found.iter().find(|&at| at > found.first() && reading.is_any(at, &["christmas", "easter", "ramadan"]));
        let found = TokenRange::new(found.first(), feast.unwrap_or(found.end()));
        let last = found.end();
        if reading.is_any(last, &["dollars", "currency", "history", "custody", "troops", "forces", "hands"]) {
            return None;
        }
        // "missiles shot at a Norland military base"
        if self.is_state(found.first()) && reading.is_any(last, &["military", "base", "bases"]) {
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
        if last < end && reading.is_any(last, &TOWNS) || reading.is(last, "state") {
            let name = last + 2;
            // "the Norland city of [NAME]", "the Norlandian state of [NAME]"; but "the [NAME] district of Norland"
            let towns = ["capital", "city", "town", "village", "port", "island", "suburb"];
            let wider = self.is_state(found.first()) || adjective || reading.phrase_named(found.first(), "demonym").is_some();
            let within = reading.is_any(last, &towns) && !self.is_state(name) || wider;
            if within && reading.is(last + 1, "of") && self.is_name(name) {
                // "Qasr al-Orlik": the whole name, where it is known for one.
                let whole = reading.value_of(name, ValueKind::Actor).map_or(name, |value| value.tokens.end());
                let stop = (whole.max(name)..end).find(|&at| !self.is_name(at)).unwrap_or(end);
                return Some(TokenRange::new(name, stop));
            }
            if reading.is(last, "capital") {
                return Some(TokenRange::new(found.first(), last + 1));
            }
        }
        Some(found)
    }

    /// "[NAME] village", "[NAME and NAME] villages": what stands before the word at `town`.
    pub(super) fn named_town(&self, town: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let several = reading.word(town).ends_with('s');
        let part = |at: usize| self.is_name(at) || several && reading.is_any(at, &["and", ","]) && self.is_name(at - 1);
        let first = town - (town.saturating_sub(6)..town).rev().take_while(|&at| at > 0 && part(at)).count();
        let people = reading.phrase_named(first, "demonym").is_some_and(|p| p.tokens.end() == town);
        let opens = first == reading.sentence(town).first() || first > 0 && reading.is_any(first - 1, &["a", "an", "-"]);
        let opens = opens || !self.is_lower(town);
        (first < town && self.is_name(first) && !people && !opens && !self.is_state(first)).then(|| TokenRange::new(first, town))
    }

    /// A capitalised word; where all is in capitals, one that the name of an actor covers.
    pub(in crate::link::claims) fn is_name(&self, at: usize) -> bool {
        let reading = self.reading;
        if !reading.token(at).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper)) {
            return false;
        }
        let document = reading.document();
        let shouting = document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting);
        let value = reading.value(at).map(|value| value.kind);
        let counts = || reading.phrase_named(at, "number_vague").is_some();
        value != Some(ValueKind::Date) && (!shouting || value == Some(ValueKind::Actor)) && !counts()
    }

    /// A word of a closed class, or a verb: what may stand behind a noun phrase.
    pub(super) fn is_closed(&self, at: usize) -> bool {
        let classes = ["preposition", "auxiliary", "conjunction", "verb", "harm_verb", "modal", "speech"];
        classes.iter().any(|class| self.reading.phrase_named(at, class).is_some()) || self.reading.is_any(at, &["which", "who", "where"])
    }

    /// Where the name that goes on at `at` ends: past its capitalised words, what `joins` them, and "-e-" between two of them.
    pub(super) fn name_end(&self, at: usize, end: usize, joins: &[&str]) -> usize {
        let mut at = at;
        while at < end {
            // "after Shooting At Mill In Norvik", a headline
            if self.reading.phrase_named(at, "preposition").is_some() && !self.reading.is_any(at, joins) {
                break;
            }
            let joined = self.reading.is_any(at, joins) && self.is_name(at + 1);
            // "Qasr al-Orlik"
            let glued = |n: usize| self.reading.token(n).is_some_and(|token| token.glued);
            let article = self.is_arabic(at) && glued(at + 1) && self.reading.is(at + 1, "-") && self.is_name(at + 2);
            if article && at + 2 < end {
                at += 3;
                continue;
            }
            // "Orlik-a-Varn"
            let dash = |n: usize| self.reading.is(n, "-");
            if dash(at) && dash(at + 2) && glued(at + 1) && glued(at + 3) && self.is_name(at + 3) && at + 3 < end {
                at += 4;
                continue;
            }
            let hyphened = self.reading.is(at, "-") && self.reading.token(at + 1).is_some_and(|t| t.glued) && self.is_name(at + 2);
            at += match (self.is_name(at) || joined, hyphened && at + 2 < end) {
                (true, _) => 1,
                (false, true) => 2,
                _ => break,
            };
        }
        at
    }

    /// "al", of "al-Orlik"
    fn is_arabic(&self, at: usize) -> bool {
        self.reading.is_any(at, &["al", "el", "ad", "ar", "as", "ash", "an", "at", "az"])
    }

    /// Whether the name of a state starts here.
    pub(super) fn is_state(&self, at: usize) -> bool {
        self.reading.phrase_named(at, "country").is_some_and(|country| self.reading.column(country, "role") != "region")
    }

    /// Whether the name of a place starts here.
    pub(super) fn is_land(&self, at: usize) -> bool {
        let found = self.within(TokenRange::new(at, at + 1)).find(|mention| !mention.form.is_nominal());
        found.and_then(|mention| self.actors.get(mention.actor)).is_some_and(|actor| actor.kind == ActorKind::Place)
    }

    /// "bombing", "floods": a word of what harms.
    pub(super) fn is_harm_cause(&self, at: usize) -> bool {
        let class = ["harm_cause", "harm_event"];
        self.reading.phrases_at(at).iter().any(|p| class.contains(&self.reading.vocabulary().class_name(p.class)))
    }
}
