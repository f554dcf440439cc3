//! The word classes that the reading of clauses asks for, and what a token is in its clause.

use crate::rules::{Class, Phrase, Quantity, QuantityForm, QuantityKind, Reading, ValueKind, Vocabulary};
use crate::text::{Case, TokenKind};

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "kill"
    Base,
    /// "kills"
    Present,
    /// "killed": finite or participle.
    Past,
    /// "taken hostage": participle alone.
    Participle,
    /// "killing"
    Ing,
}

impl Form {
    fn parse(name: &str) -> Self {
        match name {
            "base" => Self::Base,
            "s" | "pres" => Self::Present,
            "participle" => Self::Participle,
            "ing" => Self::Ing,
            _ => Self::Past,
        }
    }
}

/// What a token, or the phrase that starts at it, is in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Number,
    Determiner,
    /// Nouns, names, adjectives before them.
    Noun,
    Adverb,
    Preposition,
    Auxiliary,
    Modal,
    Negation,
    /// "to" before a verb.
    To,
    Verb(Form),
    /// "dead", "missing": said of somebody, not standing before a noun.
    State,
    Pronoun,
    And,
    But,
    Comma,
    Stop,
    Open,
    Close,
    Quote,
    Subordinate,
    Relative,
    Date,
}

/// The classes, resolved once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub harm_verb: Class,
    pub harm_state: Class,
    pub person: Class,
    pub thing: Class,
    pub cause: Class,
    pub speech: Class,
    pub unreal: Class,
    pub doubt: Class,
    pub denial: Class,
    pub hearsay: Class,
    pub historical: Class,
    pub running: Class,
    pub increment: Class,
    adjective: Class,
    noun_form: Class,
    pub verb: Class,
    adverb: Class,
    connective: Class,
    determiner: Class,
    auxiliary: Class,
    modal: Class,
    negation: Class,
    pronoun: Class,
    preposition: Class,
    preposition_more: Class,
    pub nobody: Class,
}

impl Words {
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut class = |name| vocabulary.intern_class(name);
        Self {
            harm_verb: class("harm_verb"),
            harm_state: class("harm_state"),
            person: class("harm_person"),
            thing: class("harm_thing"),
            cause: class("harm_cause"),
            speech: class("speech"),
            unreal: class("harm_unreal"),
            doubt: class("harm_doubt"),
            denial: class("harm_denial"),
            hearsay: class("harm_hearsay"),
            historical: class("harm_historical"),
            running: class("harm_running"),
            increment: class("harm_increment"),
            adjective: class("harm_adjective"),
            noun_form: class("harm_noun_form"),
            verb: class("harm_other_verb"),
            adverb: class("harm_adverb"),
            connective: class("harm_connective"),
            determiner: class("determiner"),
            auxiliary: class("auxiliary"),
            modal: class("modal"),
            negation: class("negation"),
            pronoun: class("pronoun"),
            preposition: class("preposition"),
            preposition_more: class("harm_preposition_more"),
            nobody: class("harm_nobody"),
        }
    }

    /// Whether a list of this extractor or of the language has a word of this class: then it is no name that nobody knows.
    pub fn is_plain(&self, class: Class) -> bool {
        [
            self.person,
            self.thing,
            self.cause,
            self.harm_verb,
            self.harm_state,
            self.verb,
            self.adverb,
            self.adjective,
            self.noun_form,
            self.determiner,
            self.auxiliary,
            self.modal,
            self.negation,
            self.pronoun,
            self.preposition,
            self.preposition_more,
            self.connective,
            self.speech,
            self.unreal,
        ]
        .contains(&class)
    }

    /// What stands at token `at` behind a token of tag `before`, and where it ends.
    pub fn tag(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Tag>) -> (Tag, usize) {
        if let Some(value) = reading.value_of(at, ValueKind::Date) {
            return (Tag::Date, value.tokens.end().max(at + 1));
        }
        if let Some(quantity) = number(reading, at) {
            if is_year(reading, quantity) && reading.phrase(quantity.tokens.end(), self.person).is_none() {
                return (Tag::Date, quantity.tokens.end());
            }
            let tag = if quantity.kind == QuantityKind::Ordinal { Tag::Noun } else { Tag::Number };
            return (tag, quantity.tokens.end().max(at + 1));
        }
        let Some(token) = reading.token(at) else { return (Tag::Stop, at + 1) };
        match token.kind {
            TokenKind::Mark => (mark(reading, at, end), at + 1),
            TokenKind::Number | TokenKind::Url => (Tag::Noun, at + 1),
            TokenKind::Word => self.word(reading, at, end, before),
        }
    }

    fn word(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Tag>) -> (Tag, usize) {
        let case = reading.token(at).map_or(Case::Lower, |token| token.case);
        if reading.is_any(at, &["'s", "’s"]) {
            return (Tag::Noun, at + 1);
        }
        let name = case == Case::Upper && !is_shouting(reading, at);
        let phrases = reading.phrases_at(at);
        let longest = phrases.first().map_or(0, |p| p.tokens.len());
        if let Some(linker) = phrases.iter().find(|p| p.class == self.connective && p.tokens.len() == longest && !name) {
            return (connective(reading, *linker, before), linker.tokens.end());
        }
        let inner_name =
            before.is_some() && case != Case::Lower && !is_shouting(reading, at) && !matches!(before, Some(Tag::Stop | Tag::Quote));
        for phrase in phrases.iter().filter(|p| p.tokens.end() <= end) {
            let next = phrase.tokens.end();
            let one = phrase.tokens.len() == 1;
            let tag = match phrase.class {
                c if c == self.nobody => Some(Tag::Pronoun),
                _ if one && name => None,
                c if c == self.harm_verb => self.harm_tag(reading, *phrase, end, before),
                c if c == self.harm_state && !self.starts_noun(reading, next, end) => {
                    (before != Some(Tag::Determiner) && before != Some(Tag::Preposition)).then_some(Tag::State)
                }
                c if c == self.determiner && one && reading.is(at, "her") && !self.starts_noun(reading, next, end) => Some(Tag::Pronoun),
                // "were both killed"
                c if c == self.determiner
                    && one
                    && before == Some(Tag::Auxiliary)
                    && reading.is_any(at, &["both", "all"])
                    && !self.opens_noun(reading, next, end) =>
                {
                    Some(Tag::Adverb)
                }
                c if c == self.determiner => Some(Tag::Determiner),
                c if c == self.auxiliary => Some(Tag::Auxiliary),
                c if c == self.modal && (case == Case::Lower || before.is_none() || is_shouting(reading, at)) => Some(Tag::Modal),
                c if c == self.negation && !reading.is_any(at, &["none", "nobody", "without"]) => Some(Tag::Negation),
                c if c == self.preposition && one && reading.is(at, "to") && self.starts_verb(reading, next) => Some(Tag::To),
                c if c == self.preposition || c == self.preposition_more => Some(Tag::Preposition),
                c if c == self.pronoun => Some(Tag::Pronoun),
                c if c == self.adverb => Some(Tag::Adverb),
                c if (c == self.speech || c == self.verb) && !inner_name => self.verb_tag(reading, *phrase, end, before),
                c if c == self.person || c == self.adjective || c == self.noun_form => Some(Tag::Noun),
                _ => None,
            };
            if let Some(tag) = tag {
                return (tag, next);
            }
        }
        (self.shape(reading, at, end, before), at + 1)
    }

    /// A harm word is a verb, or an adjective or noun within a noun phrase.
    fn harm_tag(&self, reading: &Reading<'_>, phrase: Phrase, end: usize, before: Option<Tag>) -> Option<Tag> {
        let form = Form::parse(reading.column(phrase, "form"));
        let next = phrase.tokens.end();
        let noun_follows = self.starts_noun(reading, next, end);
        let opens = self.opens_noun(reading, next, end);
        let verbal = matches!(before, Some(Tag::To | Tag::Modal | Tag::Auxiliary | Tag::Negation));
        let of_follows = reading.is(next, "of");
        let is_verb = match form {
            // "died" stands before no noun.
            Form::Past if reading.column(phrase, "valency") == "i" => before != Some(Tag::Determiner),
            Form::Past | Form::Participle => match before {
                Some(Tag::Determiner) => false,
                Some(Tag::Number | Tag::Preposition) => !noun_follows,
                // "evacuating wounded people"
                Some(Tag::Verb(Form::Ing)) => !noun_follows,
                None | Some(Tag::Comma | Tag::And | Tag::Stop) => !noun_follows || opens || self.is_name(reading, next),
                _ => true,
            },
            Form::Ing => !(before == Some(Tag::Determiner) || of_follows || (before == Some(Tag::Preposition) && !(opens || noun_follows))),
            Form::Base => {
                verbal || before == Some(Tag::Adverb) || (before == Some(Tag::Noun) && opens) || (before == Some(Tag::And) && opens)
            }
            Form::Present => matches!(before, Some(Tag::Noun | Tag::Relative | Tag::And | Tag::Pronoun)) && opens,
        };
        is_verb.then_some(Tag::Verb(form)).or(Some(Tag::Noun))
    }

    fn verb_tag(&self, reading: &Reading<'_>, phrase: Phrase, end: usize, before: Option<Tag>) -> Option<Tag> {
        let word = reading.word(phrase.tokens.end().saturating_sub(1)).as_bytes();
        let form = match reading.column(phrase, "kind") {
            "" if ends_with(word, b"ing") => Form::Ing,
            "" if ends_with(word, b"s") => Form::Present,
            "" => Form::Past,
            kind => Form::parse(kind),
        };
        // "Scores were killed", "Reports of": a plural noun opens the sentence.
        let next = phrase.tokens.end();
        if before.is_none() && form == Form::Present && (reading.phrase(next, self.auxiliary).is_some() || reading.is(next, "of")) {
            return Some(Tag::Noun);
        }
        if phrase.tokens.len() == 1 && self.is_adjective_place(reading, phrase.tokens.end(), end, before) {
            return Some(Tag::Noun);
        }
        (!matches!(before, Some(Tag::Determiner))).then_some(Tag::Verb(form)).or(Some(Tag::Noun))
    }

    /// Words of no list: verbs by their ending, where they stand like verbs.
    fn shape(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Tag>) -> Tag {
        let word = reading.word(at).as_bytes();
        let capital = reading.token(at).is_some_and(|token| token.case != Case::Lower) && before.is_some() && !is_shouting(reading, at);
        let glued = reading.token(at + 1).is_some_and(|t| t.glued) && reading.word(at + 1) == "-";
        if capital || glued || word.len() < 5 {
            return Tag::Noun;
        }
        let form = match () {
            () if ends_with(word, b"ed") => Form::Past,
            () if ends_with(word, b"ing") => Form::Ing,
            () if ends_with(word, b"ly") => return Tag::Adverb,
            () => return Tag::Noun,
        };
        if before == Some(Tag::Determiner) || self.is_adjective_place(reading, at + 1, end, before) { Tag::Noun } else { Tag::Verb(form) }
    }

    /// "armed men": a participle between what opens a noun phrase and a noun.
    fn is_adjective_place(&self, reading: &Reading<'_>, next: usize, end: usize, before: Option<Tag>) -> bool {
        let inside =
            !matches!(before, Some(Tag::Noun | Tag::Auxiliary | Tag::Pronoun | Tag::Relative | Tag::To | Tag::Modal | Tag::Negation));
        inside && self.starts_noun(reading, next, end) && !(before == Some(Tag::Adverb) && self.is_name(reading, next))
    }

    fn is_name(&self, reading: &Reading<'_>, at: usize) -> bool {
        reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper)) && !is_shouting(reading, at)
    }

    /// Whether a noun phrase begins here for certain: a determiner, a number, a name.
    pub fn opens_noun(&self, reading: &Reading<'_>, at: usize, end: usize) -> bool {
        if at >= end || reading.value_of(at, ValueKind::Date).is_some() {
            return false;
        }
        number(reading, at).is_some()
            || reading.phrase(at, self.determiner).is_some()
            || reading.is_any(at, &["him", "them", "people", "others", "civilians", "himself"])
            || reading.phrase(at, self.person).is_some()
            || self.is_name(reading, at)
    }

    /// Whether a plain noun or adjective stands here.
    fn starts_noun(&self, reading: &Reading<'_>, at: usize, end: usize) -> bool {
        let Some(token) = reading.token(at).filter(|t| at < end && t.kind == TokenKind::Word) else { return false };
        if reading.value_of(at, ValueKind::Date).is_some() || number(reading, at).is_some() || token.glued {
            return false;
        }
        let word = reading.word(at);
        !ends_with(word.as_bytes(), b"ly")
            && !reading.phrases_at(at).iter().any(|p| {
                let c = p.class;
                let closed = [
                    self.connective,
                    self.determiner,
                    self.auxiliary,
                    self.modal,
                    self.negation,
                    self.pronoun,
                    self.preposition,
                    self.preposition_more,
                    self.adverb,
                ];
                closed.contains(&c) && !(c == self.pronoun && token.case == Case::Upper)
            })
    }

    fn starts_verb(&self, reading: &Reading<'_>, at: usize) -> bool {
        let base = |p: &Phrase| {
            (p.class == self.harm_verb || p.class == self.verb)
                && !matches!(reading.column(*p, "form"), "past" | "ing" | "s" | "participle")
        };
        reading.phrases_at(at).iter().any(|p| base(p) || p.class == self.auxiliary)
    }
}

fn connective(reading: &Reading<'_>, phrase: Phrase, before: Option<Tag>) -> Tag {
    match reading.column(phrase, "kind") {
        "rel" => Tag::Relative,
        "and" => Tag::And,
        "but" => Tag::But,
        // "acting as her guards"
        _ if reading.is(phrase.tokens.first(), "as") && phrase.tokens.len() == 1 && matches!(before, Some(Tag::Verb(_))) => {
            Tag::Preposition
        }
        _ if reading.is(phrase.tokens.first(), "that") && before == Some(Tag::Noun) => Tag::Relative,
        _ => Tag::Subordinate,
    }
}

fn mark(reading: &Reading<'_>, at: usize, end: usize) -> Tag {
    let glued = |n: usize| n < end && reading.token(n).is_some_and(|t| t.glued);
    match reading.word(at) {
        "," => Tag::Comma,
        "(" | "[" | "{" => Tag::Open,
        ")" | "]" | "}" => Tag::Close,
        "-" | "–" | "/" | "." if glued(at) && glued(at + 1) => Tag::Noun,
        "'" | "’" if glued(at) && !glued(at + 1) => Tag::Noun,
        "\"" | "'" | "’" | "‘" | "“" | "”" | "``" | "''" | "«" | "»" => Tag::Quote,
        "&" => Tag::And,
        "%" | "#" | "@" | "$" | "€" | "£" => Tag::Noun,
        _ => Tag::Stop,
    }
}

/// The number that covers token `at`, also where the name of an actor hides it ("the Norvik Five"); a date's is none.
pub(super) fn number<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Quantity> {
    if reading.value_of(at, ValueKind::Date).is_some() {
        return None;
    }
    let all = reading.quantities();
    all.get(all.partition_point(|q| q.tokens.end() <= at)).filter(|q| q.tokens.holds(at))
}

/// A bare "2013" counts nothing.
fn is_year(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let year = quantity.best.is_some_and(|n| (1900.0..2100.0).contains(&n));
    year && quantity.tokens.len() == 1 && quantity.form == QuantityForm::Digits && reading.word(quantity.tokens.first()).len() == 4
}

/// Whether the sentence of token `at` is written in capitals throughout.
pub(super) fn is_shouting(reading: &Reading<'_>, at: usize) -> bool {
    let document = reading.document();
    document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting)
}

fn ends_with(word: &[u8], tail: &[u8]) -> bool {
    word.len() > tail.len() && word[word.len() - tail.len()..].eq_ignore_ascii_case(tail)
}
