//! Places that stand without a preposition of place: "a NAME farm", "hit NAME", "the town of NAME", "NAME reported two deaths".

use super::words::{DISASTERS, STRIKES, TARGETS, TOWNS};
use crate::link::claims::Finder;
use crate::rules::ValueKind;
use crate::text::{Case, TokenKind, TokenRange};

impl Finder<'_> {
    /// The place whose name starts at `at`, where its noun, its verb or its town says that the harm was there.
    pub(super) fn attribute_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let other = || self.attacked_at(at, end).or_else(|| self.village_at(at, end)).or_else(|| self.bombed_at(at, end));
        let name = if self.is_name(at) { self.town_at(at, end).or_else(other) } else { None };
        name.or_else(|| {
            let first = self.within(TokenRange::new(at, at + 1)).find(|m| m.tokens.first() == at && !m.form.is_nominal())?.tokens;
            let named = self.is_land(at) && self.last_place(first).is_some() && first.end() < end;
            if named && self.is_struck(first) {
                return self.place_named(first, end);
            }
            (named && (self.is_of_target(first, end) || self.reports(first))).then_some(first)
        })
    }

    /// "a [Norlandic market town]": an adjective with the noun that it places.
    pub(in crate::link::claims) fn with_target(&self, place: TokenRange) -> TokenRange {
        let adjective = self.reading.phrase_named(place.first(), "demonym").is_some_and(|people| people.tokens == place);
        let target = |n: usize| self.reading.is_any(n, &TARGETS) && self.is_lower(n);
        let behind = (place.end()..place.end() + 3).take_while(|&n| adjective && self.is_lower(n) && (target(n) || !self.is_closed(n)));
        behind.filter(|&n| target(n)).last().map_or(place, |n| TokenRange::new(place.first(), n + 1))
    }

    /// "the ancient town of NAME", "a single village, NAME"
    fn town_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let town = |n: usize| n < at && reading.is_any(n, &TOWNS);
        let of = reading.is(at.wrapping_sub(1), "of") && town(at.wrapping_sub(2));
        let apposed = reading.is(at.wrapping_sub(1), ",") && town(at.wrapping_sub(2)) && self.is_lower(at.wrapping_sub(3));
        if !(of || apposed) || !self.is_name(at) {
            return None;
        }
        let joins = ["-", "al", "de", "el"];
        let mut last = self.name_end(at, end, &joins);
        if of && reading.is(last, "and") && self.is_name(last + 1) && reading.word(at.wrapping_sub(2)).ends_with('s') {
            last = self.name_end(last + 1, end, &joins);
        }
        (of || reading.is_any(last, &[",", "."])).then(|| TokenRange::new(at, last))
    }

    /// "raided [NAME] village", where nothing but its clause goes on.
    fn village_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let towns = ["village", "villages", "town", "district", "township", "neighbourhood", "neighborhood"];
        let town = (at + 1..end.min(at + 6)).find(|&n| self.reading.is_any(n, &towns))?;
        let goes_on = |n: usize| {
            let noun = self.reading.token(n).is_some_and(|token| token.kind == TokenKind::Word) && !self.is_closed(n);
            !noun
                || self.reading.is_any(n, &["and", "on", "early", "late", "overnight", "before"])
                || self.reading.value_of(n, ValueKind::Date).is_some()
        };
        self.named_town(town).filter(|name| name.first() == at && goes_on(town + 1))
    }

    /// "the shelling of [NAME]", "air strikes on [NAME]"
    fn bombed_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let of = self.reading.is(at.wrapping_sub(1), "of") && self.reading.phrase_named(at.wrapping_sub(2), "harm_assault").is_some();
        let named =
            (of && at < end && self.is_name(at)).then(|| self.within(TokenRange::new(at, at + 1)).find(|m| m.tokens.first() == at))??;
        // "the assassination of a US governor"
        let next = named.tokens.end();
        let ends = !self.is_lower(next) || self.is_closed(next);
        Some(named.tokens).filter(|tokens| ends && self.is_land(at) && self.last_place(*tokens).is_some())
    }

    /// "stormed the [Orlik shrine]", "entered the [Karel school]": what is attacked bears a name.
    fn attacked_at(&self, at: usize, end: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let entered = ["entered", "attacked", "stormed", "targeted", "struck", "hit", "raided", "bombed", "besieged", "assaulted"];
        if !reading.is(at.wrapping_sub(1), "the") || !reading.is_any(at.wrapping_sub(2), &entered) || !self.is_name(at) {
            return None;
        }
        let last = self.name_end(at, end, &["-", "al", "de", "el"]);
        (last < end && reading.is_any(last, &TARGETS) && self.is_lower(last)).then(|| TokenRange::new(at, last + 1))
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
    }

    /// "a quake shook NAME", "NAME was hit by floods"
    fn is_struck(&self, name: TokenRange) -> bool {
        let reading = self.reading;
        let article = usize::from(name.first() > 0 && reading.is(name.first() - 1, "the"));
        let verb = name.first().wrapping_sub(1 + article);
        let through = usize::from(reading.is_any(verb, &["through", "across", "into"]));
        let struck = reading.is_any(verb.wrapping_sub(through), &STRIKES);
        let passive = reading.is_any(name.end(), &["was", "were", "is", "got", "been"]) && reading.is_any(name.end() + 1, &STRIKES);
        struck || passive
    }

    /// "a NAME farm", "the NAME school massacre"; a land's strike is what it does, a town's what befalls it.
    fn is_of_target(&self, name: TokenRange, end: usize) -> bool {
        let reading = self.reading;
        let state = self.is_state(name.first());
        let noun = |n: usize| {
            let cause = !state && self.is_harm_cause(n) || reading.is_any(n, &DISASTERS);
            // "in the NAME suburb of NAME"
            let of = reading.is(n + 1, "of") && self.is_name(n + 2);
            (reading.is_any(n, &TARGETS) || cause) && !of
        };
        (name.end()..end.min(name.end() + 3)).take_while(|&n| self.is_lower(n)).any(noun)
    }

    /// "NAME has reported nine deaths", ", and NAME 276 cases"
    fn reports(&self, name: TokenRange) -> bool {
        let reading = self.reading;
        let next = name.end() + usize::from(reading.is_any(name.end(), &["has", "have", "had"]));
        let opens =
            name.first() == reading.sentence(name.first()).first() || reading.is_any(name.first() - 1, &[",", "and", "the", "while", ";"]);
        let counts = reading.value_of(next, ValueKind::Number).is_some_and(|value| value.tokens.first() == next);
        let number = |n: usize| reading.value_of(n, ValueKind::Number).is_some();
        let reported =
            reading.is_any(next, &["reported", "recorded", "registered", "confirmed", "seen"]) && (next + 1..next + 4).any(number);
        let worst = reading.is_any(next, &["is", "was"]) && reading.is(next + 1, "the") && reading.is(next + 2, "worst");
        opens && (reported || worst || counts && (next > name.end() || reading.is(name.first().wrapping_sub(1), "and")))
    }
}
