//! From a noun phrase to a count of victims: "at least 12 people", "a family of five", "his wife", "civilians".

use super::claim::VictimClass;
use super::count::{Count, from};
use super::words::{self, Words, is_shouting};
use crate::rules::{Phrase, Qualifier, Quantity, QuantityForm, QuantityKind, Reading, ValueKind};
use crate::text::{Case, TokenKind, TokenRange};

/// A noun phrase with what its words tell.
struct Phrasing<'r> {
    reading: &'r Reading<'r>,
    words: &'r Words,
    tokens: TokenRange,
    /// Its last noun.
    head: usize,
    quantity: Option<Quantity>,
}

/// The count of victims that a noun phrase stands for; none where it can't be people.
pub(super) fn count(reading: &Reading<'_>, words: &Words, tokens: TokenRange) -> Option<Count> {
    let head = tokens.iter().rev().find(|&at| !matches!(reading.word(at), "'" | "’" | "\"" | "”" | "'s" | "’s" | "."))?;
    let quantity = tokens
        .iter()
        .take(12)
        .find_map(|at| words::number(reading, at))
        .copied()
        .filter(|q| tokens.contains(q.tokens) || q.tokens.overlaps(tokens));
    // "both [a nurse] and a cook"
    let both = reading.is(tokens.first(), "both") && reading.is_any(tokens.first() + 1, &["a", "an", "his", "her"]);
    let tokens = TokenRange::new(tokens.first() + usize::from(both), tokens.end());
    Phrasing { reading, words, tokens, head, quantity }.count()
}

/// Whether the head of a noun phrase can't be people: cattle, trucks, votes.
pub(super) fn is_thing(reading: &Reading<'_>, words: &Words, tokens: TokenRange) -> bool {
    let head = tokens.end().saturating_sub(1);
    Phrasing { reading, words, tokens, head, quantity: None }.is_thing()
}

/// Whether a noun phrase can stand for somebody who does something: a person, a group, a name.
pub(super) fn can_act(reading: &Reading<'_>, words: &Words, tokens: TokenRange) -> bool {
    let head = tokens.end().saturating_sub(1);
    let phrasing = Phrasing { reading, words, tokens, head, quantity: None };
    let named = || tokens.iter().any(|at| reading.value_of(at, ValueKind::Actor).is_some());
    let force = phrasing.ending_at_head(|class| class == words.agent).is_some();
    force
        || phrasing.person().is_some()
        || !phrasing.is_thing() && !phrasing.is_harm() && (phrasing.is_agent() || phrasing.is_name(head) || named())
}

impl Phrasing<'_> {
    fn count(&self) -> Option<Count> {
        // "scores", "an unknown number": a count alone, though its last word may name a thing.
        if let Some(vague) = self.quantity.filter(|q| q.tokens == self.tokens && q.qualifier == Qualifier::Vague && self.is_thing()) {
            return from(&vague).map(|count| Count { trust: 0.8, ..count });
        }
        if self.is_thing() {
            return None;
        }
        let quantity = self.quantity.filter(|q| !self.is_compound(q) && q.kind == QuantityKind::Cardinal);
        let mut found = match quantity {
            Some(q) => self.counted(&q)?,
            None if quantity.is_none() && self.is_ordinal() && self.starts_with(&["a", "an", "another"]) => {
                Count { increment: true, trust: 0.85, ..Count::one() }
            }
            None => match self.quantity.filter(|q| self.is_strength(q)) {
                Some(q) => from(&q)?,
                None => self.uncounted()?,
            },
        };
        found.class = self.class();
        let strength = if found.words.is_some() && quantity.is_none() { self.quantity.filter(|q| self.is_strength(q)) } else { None };
        let first = match strength {
            // "a 12-strong [patrol]"
            Some(q) => q.tokens.end() + 2,
            None => found.words.map_or(self.after_determiner(), |w| w.end()),
        };
        // ""five or six" soldiers"
        let first = first + usize::from(self.reading.is_any(first, &["\"", "”", "’", "'"]));
        // "suspected Dana Karel": a verb that looks like an adjective of the name behind it.
        let verb = self.is_name(first + 1)
            && !self.is_name(first)
            && self.is_name(self.head)
            && first < self.head
            && !self.is_title(first)
            && (self.reading.phrase_named(first, "verb").is_some() || self.reading.word(first).ends_with("ed"));
        let first = first + usize::from(verb && found.words.is_none());
        let rest = TokenRange::new(first.clamp(self.tokens.first(), self.tokens.end()), self.tokens.end());
        let more = rest.len() == 1 && self.reading.is(rest.first(), "more");
        found.victims = (!rest.is_empty() && !more).then_some(rest);
        // "three more", not "more than three"
        let adds = |at: usize| self.reading.phrase(at, self.words.increment).is_some() && !self.reading.is(at + 1, "than");
        found.increment |= self.tokens.iter().take(4).any(adds);
        Some(found)
    }

    /// "12 people", "the 12", "40 of them".
    fn counted(&self, quantity: &Quantity) -> Option<Count> {
        if quantity.kind != QuantityKind::Cardinal || self.is_measure(quantity) {
            return None;
        }
        let mut found = from(quantity)?;
        found.definite = self.starts_with(&["the", "these", "those", "all", "both", "his", "her", "their", "its"]);
        let more = quantity.tokens.end() + 1 == self.tokens.end() && self.reading.is(self.head, "more");
        let bare = more || quantity.tokens.end() >= self.tokens.end();
        // "the one"
        // but "said that one of the guards"
        let of = self.starts_with(&["that"]) && self.reading.is(self.tokens.end(), "of");
        if bare && quantity.best == Some(1.0) && self.starts_with(&["the", "this", "that", "no"]) && !of {
            return None;
        }
        // "Internet Explorer 6": a version.
        let before = quantity.tokens.first();
        let named = before > self.tokens.first() && self.is_name(before - 1) && !self.is_title(before - 1);
        // "Plan Nine"
        let titled = named && quantity.form == QuantityForm::Words && quantity.tokens.len() == 1 && self.is_name(before);
        if bare && (named && quantity.form == QuantityForm::Digits || titled) {
            return None;
        }
        // "tens upon tens of millions"
        if bare && self.reading.is(quantity.tokens.end(), "upon") {
            return None;
        }
        // "Orbo 3 plugins"
        if !bare && named && quantity.form == QuantityForm::Digits && self.person().is_none() {
            return None;
        }
        // "shot a 64", but "an additional 64"
        if bare && quantity.form == QuantityForm::Digits && self.starts_with(&["a", "an"]) && before == self.tokens.first() + 1 {
            return None;
        }
        found.trust = match self.person() {
            Some(_) => 0.95,
            None if bare => 0.85,
            None if self.is_name(self.head) => 0.8,
            // "many regulations"
            None if quantity.qualifier == Qualifier::Vague && !self.is_agent() => 0.4,
            None if self.is_plural() => 0.7,
            None if quantity.best == Some(1.0) => 0.7,
            None => 0.5,
        };
        Some(found)
    }

    /// No number: a name, a singular, a group, a plural, nobody.
    fn uncounted(&self) -> Option<Count> {
        let reading = self.reading;
        let person = self.person();
        let number = person.map_or("", |p| reading.column(p, "number"));
        if self.starts_with(&["no", "neither"]) {
            return person.map(|_| Count { trust: 0.9, ..Count::of(0, Some(0), Some(0), Qualifier::None) });
        }
        let definite = self.starts_with(&["the", "this", "that", "these", "those"]);
        let several = || Count { definite, trust: 0.8, ..Count::of(2, None, None, Qualifier::Vague) };
        if let Some(size) = person.and_then(|p| reading.column(p, "size").parse::<u64>().ok()) {
            return Some(Count { definite, ..Count::of(size, Some(size), Some(size), Qualifier::Exact) });
        }
        let every = self.starts_with(&["all", "both", "some", "many", "these", "those", "most", "every", "each"]);
        match number {
            "g" => Some(Count { trust: 0.4, ..several() }),
            "p" if self.starts_with(&["his", "her"]) && reading.is(self.head, "parents") => {
                Some(Count { definite: true, trust: 0.8, ..Count::of(2, Some(2), Some(2), Qualifier::Exact) })
            }
            // "both brothers", but not "both soldiers and clerks"
            "p" if self.starts_with(&["both"]) && !self.is_both_and() => {
                Some(Count { definite: true, trust: 0.9, ..Count::of(2, Some(2), Some(2), Qualifier::Exact) })
            }
            "p" if self.starts_with(&["a", "an", "another"]) => Some(Count { trust: 0.8, ..Count::one() }),
            "p" => Some(several()),
            "s" if every => None,
            // "Victim was beaten", as a recorder notes it
            "s" if self.tokens.len() == 1 && self.starts_with(&["victim", "deceased"]) => {
                Some(Count { definite: true, trust: 0.9, ..Count::one() })
            }
            "s" => Some(Count { definite, trust: 0.9, ..Count::one() }),
            _ if self.is_pet() => None,
            _ if self.names_somebody() => Some(Count { trust: 0.75, ..Count::one() }),
            _ if self.starts_with(&["a", "an", "another", "one"]) && self.is_agent() => Some(Count { trust: 0.7, ..Count::one() }),
            _ if self.starts_with(&["a", "an", "another"]) && !self.is_plural() && !self.is_harm() => {
                Some(Count { trust: 0.5, ..Count::one() })
            }
            // "a woman and her carer"
            _ if self.starts_with(&["his", "her", "their"]) && self.is_agent() => Some(Count { trust: 0.42, ..Count::one() }),
            // "the 32-year-old who was killed"
            _ if definite && reading.is(self.head, "old") && reading.is_any(self.head.saturating_sub(2), &["year", "month"]) => {
                Some(Count { definite, trust: 0.9, ..Count::one() })
            }
            _ if definite && self.is_agent() => Some(Count { definite, trust: 0.6, ..Count::one() }),
            _ if self.is_plural() && self.is_agent() => Some(Count { trust: 0.6, ..several() }),
            _ => None,
        }
    }

    /// "both soldiers and clerks", but "killed both pilots and hurt a clerk"
    fn is_both_and(&self) -> bool {
        let next = self.tokens.end();
        let verb = self.reading.phrase(next + 1, self.words.harm_verb).is_some_and(|p| !self.reading.column(p, "form").is_empty());
        let number = words::number(self.reading, next + 1).is_some();
        self.reading.is_any(next, &["and", "as"]) && !verb && !number
    }

    /// The person that the head names; a name in front of it tells nothing.
    fn person(&self) -> Option<Phrase> {
        self.ending_at_head(|class| class == self.words.person)
    }

    fn ending_at_head(&self, wanted: impl Fn(crate::rules::Class) -> bool) -> Option<Phrase> {
        let first = self.tokens.first().max(self.head.saturating_sub(4));
        (first..=self.head)
            .find_map(|at| self.reading.phrases_at(at).iter().copied().find(|p| p.tokens.end() == self.head + 1 && wanted(p.class)))
    }

    /// Animals, vehicles, buildings, money, votes. A name is no thing ("the Ford family"), a person neither.
    fn is_thing(&self) -> bool {
        let Some(thing) = self.ending_at_head(|class| class == self.words.thing) else { return false };
        let person = self.person();
        // "Dana Karel's Emails"
        let owned = (self.tokens.first()..self.head).any(|at| self.reading.is_any(at, &["'s", "’s"]));
        person.is_none_or(|p| p.tokens.len() < thing.tokens.len()) && (!self.is_name(self.head) || self.tokens.len() == 1 || owned)
    }

    fn class(&self) -> VictimClass {
        let kind = |p: Phrase| VictimClass::parse(self.reading.column(p, "kind"));
        let head = self.person().and_then(kind);
        // "the sheriff's sergeant"
        let law = ["sheriff", "police", "constabulary", "sheriffs"];
        let polices = || self.tokens.iter().take(6).any(|at| self.reading.is_any(at, &law));
        if head == Some(VictimClass::Combatant) && polices() {
            return VictimClass::Police;
        }
        if head.is_some_and(|class| !matches!(class, VictimClass::Unspecified | VictimClass::Civilian)) {
            return head.unwrap_or(VictimClass::Unspecified);
        }
        if head.is_none() && self.has_rank() {
            return if polices() { VictimClass::Police } else { VictimClass::Combatant };
        }
        // "the guard's brother" is no guard.
        let owner = self.tokens.iter().rev().take(24).find(|&at| self.reading.is_any(at, &["'s", "’s"]));
        let first = owner.map_or(self.tokens.first(), |at| at + 1);
        // "a deputy principal" is no sheriff's.
        let office = |at: &usize| *at == self.head || !self.reading.is(*at, "deputy");
        let inside =
            || (first..self.tokens.end()).filter(office).filter_map(|at| self.reading.phrase(at, self.words.person)).filter_map(kind);
        let specific = |class: &VictimClass| !matches!(class, VictimClass::Civilian | VictimClass::Unspecified);
        // "Norland rebel Dana Karel" is a rebel.
        inside()
            .find(specific)
            .or_else(|| inside().next())
            .filter(|class| head.is_none() || !matches!(class, VictimClass::Civilian | VictimClass::Unspecified))
            .or(head)
            .unwrap_or(VictimClass::Unspecified)
    }

    /// "Lt. Col. Dana Karel", "Staff Sergeant Orla Venn"
    fn has_rank(&self) -> bool {
        let capital = |at: usize| self.reading.token(at).is_some_and(|t| t.case != Case::Lower);
        self.tokens.iter().take(8).any(|at| {
            let rank = self.reading.phrase(at, self.words.rank).filter(|_| capital(at));
            rank.is_some_and(|p| p.tokens.end() < self.tokens.end() && (self.reading.is(p.tokens.end(), ".") || capital(p.tokens.end())))
        })
    }

    fn is_name(&self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper)) && !is_shouting(self.reading, at)
    }

    /// "his cat Orla"
    fn is_pet(&self) -> bool {
        let animal = |at: usize| self.reading.phrase(at, self.words.thing).is_some_and(|p| self.reading.column(p, "kind") == "animal");
        (self.tokens.first()..self.head).any(|at| !self.is_name(at) && self.is_name(at + 1) && animal(at))
    }

    /// "Maria Lopes"; in capitals throughout, words that no list knows.
    fn names_somebody(&self) -> bool {
        let reading = self.reading;
        let head = self.head;
        // "the terrorist Dana Karel"
        let called =
            |at: &usize| !self.is_name(*at) && reading.phrase(*at, self.words.person).is_some_and(|p| reading.column(p, "number") == "s");
        let last = (self.tokens.first()..head).rev().take(5).find(|&at| !self.is_name(at)).filter(called);
        if self.starts_with(&["the"]) && last.is_some() && self.is_name(head) && reading.phrase(head, self.words.institution).is_none() {
            return true;
        }
        // "THE BUSINESSMAN JULIO PRADA", in capitals throughout
        if self.starts_with(&["the"]) && is_shouting(reading, head) && self.is_titled_name() {
            return true;
        }
        if self.starts_with(&["the", "a", "an", "this", "that", "some", "any", "many", "most", "such", "each", "every", "its"]) {
            return false;
        }
        // "his Norland Jobs Act"
        if reading.phrase(head, self.words.institution).is_some() {
            return false;
        }
        let titled = self.tokens.iter().any(|at| reading.phrase(at, self.words.person).is_some_and(|p| reading.column(p, "number") == "s"));
        let unknown = !reading.phrases_at(head).iter().any(|p| self.words.is_plain(p.class))
            && reading.token(head).is_some_and(|t| t.kind == TokenKind::Word);
        if is_shouting(reading, head) {
            let actor = reading.value_of(head, ValueKind::Actor).is_some();
            return unknown && (titled || actor || (2..=7).contains(&self.tokens.len()));
        }
        let known_cause = self.ending_at_head(|class| class == self.words.cause).is_some();
        let first = self.tokens.first();
        let starts = reading.sentence(first).first() == first;
        let acronym = reading.token(head).is_some_and(|t| t.case == Case::Upper);
        // "Karel, 40, a passenger": who opens the sentence and has an age or a calling; "Karel was shot": whose name is known.
        let told =
            reading.is(head + 1, ",") && (words::number(reading, head + 2).is_some() || reading.is_any(head + 2, &["a", "an", "the"]));
        self.is_name(head) && !known_cause && !acronym && (titled || !starts || self.tokens.len() > 1 || told || reading.is_in_person(head))
    }

    /// A person of the lists and behind it one to three words that no list knows.
    fn is_titled_name(&self) -> bool {
        let reading = self.reading;
        let last = (self.tokens.first() + 1..self.head).rev().take(3).find_map(|at| {
            let title = reading.phrases_at(at).iter().find(|p| p.class == self.words.person && p.tokens.end() <= self.head)?;
            (reading.column(*title, "number") == "s").then_some(title.tokens.end())
        });
        let unknown = |at: usize| {
            reading.token(at).is_some_and(|t| t.kind == TokenKind::Word)
                && !reading.phrases_at(at).iter().any(|p| self.words.is_plain(p.class))
        };
        last.is_some_and(|last| (last..=self.head).all(unknown))
    }

    /// "chief Karel", "journalist Dana Karel"
    fn is_title(&self, at: usize) -> bool {
        let known = |c| [self.words.person, self.words.adjective, self.words.determiner].contains(&c);
        self.reading.phrases_at(at).iter().any(|p| known(p.class)) || self.reading.word(at).starts_with(|c: char| !c.is_alphabetic())
    }

    /// "a fourth"
    fn is_ordinal(&self) -> bool {
        words::number(self.reading, self.head).is_some_and(|q| matches!(q.kind, QuantityKind::Ordinal | QuantityKind::Fraction))
    }

    fn is_harm(&self) -> bool {
        self.ending_at_head(|class| class == self.words.cause || class == self.words.harm_verb || class == self.words.harm_state).is_some()
    }

    /// Whether an unlisted word names somebody who does something: "a drummer".
    fn is_agent(&self) -> bool {
        let word = self.reading.word(self.head).to_ascii_lowercase();
        let stem = word.strip_suffix('s').unwrap_or(&word);
        let tails = ["er", "or", "ist", "man", "men", "woman", "women", "ian", "eer", "ard"];
        let known = self.reading.phrases_at(self.head).iter().any(|p| p.class == self.words.cause || p.class == self.words.thing);
        !known && stem.len() > 4 && tails.iter().any(|tail| stem.ends_with(tail))
    }

    fn is_plural(&self) -> bool {
        let word = self.reading.word(self.head);
        (word.ends_with('s') || word.ends_with('S')) && !word.ends_with("ss") && word.len() > 3
    }

    #[inline(always)]
    fn starts_with(&self, words: &[&str]) -> bool {
        self.reading.is_any(self.tokens.first(), words)
    }

    fn after_determiner(&self) -> usize {
        let first = self.tokens.first();
        first + usize::from(self.tokens.len() > 1 && self.starts_with(&["the", "a", "an", "another", "his", "her", "their", "no", "its"]))
    }

    /// "34-year-old", "12-strong", "five-man": the number belongs to an adjective.
    fn is_compound(&self, quantity: &Quantity) -> bool {
        let next = quantity.tokens.end();
        let glued = self.reading.token(next).is_some_and(|t| t.glued) && matches!(self.reading.word(next), "-" | "–");
        let aged = self.reading.is_any(next, &["year", "month", "week", "day", "years", "months"]);
        // "COVID-19"
        let first = quantity.tokens.first();
        if self.reading.token(first).is_some_and(|t| t.glued) && first > 0 && matches!(self.reading.word(first - 1), "-" | "–") {
            return true;
        }
        let inside = next + 1 < self.tokens.end();
        inside && (glued || aged)
    }

    /// "12-strong", "five-member": a compound that counts heads.
    fn is_strength(&self, quantity: &Quantity) -> bool {
        let next = quantity.tokens.end();
        self.reading.is_any(next + 1, &["strong", "member", "man", "person", "woman", "men", "members"])
    }

    /// "12 km", "20 minutes": a number that measures; or a bare age.
    fn is_measure(&self, quantity: &Quantity) -> bool {
        let reading = self.reading;
        let next = quantity.tokens.end();
        next < self.tokens.end() && reading.phrase(next, self.words.thing).is_some_and(|p| p.tokens.end() == self.head + 1)
            || (next..self.tokens.end().min(next + 2)).any(|at| {
                reading.is_any(at, &["km", "miles", "mile", "meters", "metres", "percent", "per", "kg", "times", "digits", "figures"])
                    || reading.is_any(at, &["kilometers", "kilometres"])
            })
    }
}
