//! The word classes that the reading of clauses asks for, and questions about single tokens.

use crate::rules::{Class, Quantity, QuantityForm, Reading, ValueKind, Vocabulary};
use crate::text::Case;

/// Several classes, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Classes([u64; 8]);

impl Classes {
    fn of(classes: &[Class]) -> Self {
        let mut all = Self::default();
        for class in classes {
            if let Some(bits) = all.0.get_mut(class.index() / 64) {
                *bits |= 1 << (class.index() % 64);
            }
        }
        all
    }

    pub fn has(&self, class: Class) -> bool {
        self.0.get(class.index() / 64).is_some_and(|bits| bits >> (class.index() % 64) & 1 > 0)
    }
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
    pub adjective: Class,
    pub noun_form: Class,
    pub verb: Class,
    pub adverb: Class,
    pub connective: Class,
    pub determiner: Class,
    pub auxiliary: Class,
    pub modal: Class,
    pub negation: Class,
    pub pronoun: Class,
    pub preposition: Class,
    pub preposition_more: Class,
    pub nobody: Class,
    pub hoax: Class,
    pub story: Class,
    pub story_verb: Class,
    pub kin: Class,
    pub institution: Class,
    pub collide: Class,
    pub deed: Class,
    pub study: Class,
    pub custom: Class,
    pub share: Class,
    pub picture: Class,
    pub contest: Class,
    pub blow: Class,
    pub work: Class,
    pub drug: Class,
    pub record: Class,
    pub burden: Class,
    pub rank: Class,
    pub wield: Class,
    pub wreck: Class,
    pub attack: Class,
    pub assault: Class,
    pub agent: Class,
    pub armed_group: Class,
    pub cites: Class,
    pub account: Class,
    pub source: Class,
    pub will: Class,
    pub trade: Class,
    /// What tells how a token stands in its clause.
    pub telling: Classes,
    /// What neither is nor opens the name of a thing.
    pub closed: Classes,
    plain: Classes,
}

impl Words {
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        let mut class = |name| vocabulary.intern_class(name);
        let mut words = Self {
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
            hoax: class("harm_hoax"),
            story: class("harm_story"),
            story_verb: class("harm_story_verb"),
            kin: class("harm_kin"),
            institution: class("harm_institution"),
            collide: class("harm_collide"),
            deed: class("harm_deed"),
            study: class("harm_study"),
            custom: class("harm_custom"),
            share: class("harm_share"),
            picture: class("harm_picture"),
            contest: class("harm_contest"),
            blow: class("harm_blow"),
            work: class("harm_work"),
            drug: class("harm_drug"),
            record: class("harm_record"),
            burden: class("harm_burden"),
            rank: class("harm_rank"),
            wield: class("harm_wield"),
            wreck: class("harm_wreck"),
            attack: class("harm_attack"),
            assault: class("harm_assault"),
            agent: class("agent"),
            armed_group: class("armed_group"),
            cites: class("harm_cites"),
            account: class("harm_account"),
            source: class("harm_source"),
            will: class("harm_will"),
            trade: class("harm_trade"),
            telling: Classes::default(),
            closed: Classes::default(),
            plain: Classes::default(),
        };
        words.set_classes();
        words
    }

    /// Classes that are asked for together.
    fn set_classes(&mut self) {
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
        let open = [self.harm_verb, self.harm_state, self.speech, self.verb, self.adjective, self.noun_form, self.person];
        self.closed = Classes::of(&closed);
        self.telling = Classes::of(&[&closed[..], &open, &[self.nobody]].concat());
        self.plain = Classes::of(&[&closed[..], &open, &[self.thing, self.cause, self.unreal]].concat());
    }

    /// Whether a list of this extractor or of the language has a word of this class: then it is no name that nobody knows.
    pub fn is_plain(&self, class: Class) -> bool {
        self.plain.has(class)
    }
}

/// The number that covers token `at`, also where the name of an actor hides it ("the Norvik Five"); a date's is none.
pub(super) fn number<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Quantity> {
    if !reading.is_in_number(at) || reading.value_of(at, ValueKind::Date).is_some() {
        return None;
    }
    let all = reading.quantities();
    let found = all.get(all.partition_point(|q| q.tokens.end() <= at)).filter(|q| q.tokens.holds(at))?;
    // "a killing 04:28", on a video
    let end = found.tokens.end();
    if reading.is(end, ":") && reading.token(end).is_some_and(|t| t.glued) && reading.token(end + 1).is_some_and(|t| t.glued) {
        return None;
    }
    // "No. 2 in the party"
    let first = found.tokens.first();
    if first > 1 && reading.is(first - 1, ".") && reading.is_any(first - 2, &["no", "nos"]) {
        return None;
    }
    // "the loss of Flight 370"
    if first > 0 && reading.is_any(first - 1, &["flight", "flights"]) && reading.token(first - 1).is_some_and(|t| t.case == Case::Capital) {
        return None;
    }
    // "aboard the Boeing 757"
    if first > 0 && reading.is_any(first - 1, &["boeing", "airbus", "antonov", "tupolev", "cessna", "embraer", "ilyushin"]) {
        return None;
    }
    // "On 10 May 2023 at least six": a year bounds nothing.
    reading.value_of(found.core.first(), ValueKind::Date).is_none().then_some(found)
}

/// A bare "2013" counts nothing.
pub(super) fn is_year(reading: &Reading<'_>, quantity: &Quantity) -> bool {
    let year = quantity.best.is_some_and(|n| (1900.0..2100.0).contains(&n));
    year && quantity.tokens.len() == 1 && quantity.form == QuantityForm::Digits && reading.word(quantity.tokens.first()).len() == 4
}

/// Whether the sentence of token `at` is written in capitals throughout.
pub(super) fn is_shouting(reading: &Reading<'_>, at: usize) -> bool {
    let document = reading.document();
    document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting)
}

/// Whether a word ends so and is longer, in any case.
pub(super) fn ends_with(word: &[u8], tail: &[u8]) -> bool {
    word.len() > tail.len() && word[word.len() - tail.len()..].eq_ignore_ascii_case(tail)
}
