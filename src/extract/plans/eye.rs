//! What the readers of plans ask about single tokens.

use super::Modality;
use crate::extract::english::{VerbForm, Verbs};
use crate::rules::{Class, Phrase, QuantityKind, Reading, ValueKind, Vocabulary};
use crate::text::{Case, TokenKind, TokenRange};

/// The classes of the word lists, resolved once.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// Verbs that are asked for by their lemma, sorted by their class.
    pub lemmas: Vec<(Class, &'static str)>,
    pub verbs: Verbs,
    pub modal: Class,
    pub auxiliary: Class,
    pub determiner: Class,
    pub preposition: Class,
    pub pronoun: Class,
    pub negation: Class,
    pub speech: Class,
    /// Verbs of being, thought, speech and loss, which nobody carries out as a step.
    pub idle: Class,
    /// Verbs of what comes of something.
    pub effect: Class,
    /// Verbs of what comes of a plan and nobody proposes: "cripple", "constitute".
    pub outcome: Class,
    pub noun: Class,
    /// Names of plans that name something else as often.
    pub vague: Class,
    pub bill: Class,
    /// What a plan is written in: "paper", "letter".
    pub document: Class,
    pub demand: Class,
    pub unit: Class,
    pub include: Class,
    pub cause: Class,
    pub propose: Class,
    pub commit: Class,
    pub urge: Class,
    pub natural: Class,
    pub thing: Class,
    pub distractor: Class,
    pub agent: Class,
    pub deed: Class,
    /// "more", "stricter": what a thing that is wished for opens with.
    pub more: Class,
    pub part: Class,
    pub aside: Class,
    pub opener: Class,
    pub ambiguous: Class,
}

impl Words {
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        let verbs = Verbs::new(vocabulary);
        let (propose, cause) = (vocabulary.intern_class("plan_propose"), vocabulary.intern_class("plan_cause"));
        let idle = vocabulary.intern_class("plan_idle");
        let effect = vocabulary.intern_class("plan_effect");
        let outcome = vocabulary.intern_class("plan_outcome");
        let members = [propose, cause, idle, effect, outcome].into_iter().flat_map(|class| vocabulary.members(class));
        let mut lemmas: Vec<_> = members.map(|entry| vocabulary.entry(entry)).map(|entry| (entry.class, entry.name())).collect();
        lemmas.sort_unstable();
        let mut class = |name| vocabulary.intern_class(name);
        Self {
            lemmas,
            verbs,
            modal: class("modal"),
            auxiliary: class("auxiliary"),
            determiner: class("determiner"),
            preposition: class("preposition"),
            pronoun: class("pronoun"),
            negation: class("negation"),
            speech: class("speech"),
            idle,
            effect,
            outcome,
            noun: class("plan_noun"),
            vague: class("plan_vague"),
            bill: class("plan_bill"),
            document: class("plan_document"),
            demand: class("plan_demand"),
            unit: class("plan_unit"),
            include: class("plan_include"),
            cause,
            propose,
            commit: class("plan_commit"),
            urge: class("plan_urge"),
            natural: class("plan_natural"),
            thing: class("plan_thing"),
            distractor: class("plan_distractor"),
            agent: class("plan_agent"),
            deed: class("plan_deed"),
            more: class("plan_more"),
            part: class("plan_part"),
            aside: class("plan_aside"),
            opener: class("plan_opener"),
            ambiguous: class("plan_ambiguous"),
        }
    }
}

/// The token before `at`; for the first one, a place behind every text.
pub(super) fn before(at: usize) -> usize {
    at.checked_sub(1).unwrap_or(usize::MAX / 2)
}

/// A document with the words that plans are read by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Eye<'a> {
    pub reading: &'a Reading<'a>,
    pub words: &'a Words,
}

impl<'a> Eye<'a> {
    /// Whether a phrase of the class starts at token `at`.
    pub fn has(self, at: usize, class: Class) -> bool {
        self.phrase(at, class).is_some()
    }

    /// The longest phrase of the class that starts at token `at`.
    pub fn phrase(self, at: usize, class: Class) -> Option<Phrase> {
        self.reading.phrase(at, class)
    }

    /// Whether the class has this word, wherever it stands.
    pub fn has_lemma(self, lemma: &str, class: Class) -> bool {
        self.words.lemmas.binary_search(&(class, lemma)).is_ok()
    }

    /// Whether the verb at `at` makes somebody else act: "allows", "ordered".
    pub fn causes(self, at: usize) -> bool {
        self.verb(at).is_some_and(|verb| self.has_lemma(verb.lemma, self.words.cause))
    }

    /// The token, as written.
    pub fn word(self, at: usize) -> &'a str {
        self.reading.word(at)
    }

    /// Whether the token is one of these words, in any case.
    #[inline(always)]
    pub fn any(self, at: usize, words: &[&str]) -> bool {
        self.reading.is_any(at, words)
    }

    /// Whether the token is this mark.
    #[inline]
    pub fn is(self, at: usize, mark: &str) -> bool {
        self.reading.is(at, mark)
    }

    /// Whether the word ends so, in any case.
    #[inline]
    pub fn ends(self, at: usize, ends: &[&str]) -> bool {
        let word = self.word(at).as_bytes();
        let tail = |end: &str| word.len().checked_sub(end.len()).and_then(|from| word.get(from..));
        ends.iter().any(|end| tail(end).is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes())))
    }

    /// The first byte of the token, which parts it from most others; 0 past the end.
    #[inline]
    fn first_byte(self, at: usize) -> u8 {
        let bytes = self.reading.document().text().as_bytes();
        self.reading.token(at).and_then(|token| bytes.get(token.span.start())).copied().unwrap_or(0)
    }

    pub fn is_mark(self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Mark)
    }

    pub fn is_comma(self, at: usize) -> bool {
        self.first_byte(at) == b',' && self.word(at) == ","
    }

    pub fn is_dash(self, at: usize) -> bool {
        match self.first_byte(at) {
            b'-' if self.word(at) == "-" => self.reading.token(at).is_some_and(|token| !token.glued),
            b'-' => self.word(at) == "--",
            0xE2 => matches!(self.word(at), "—" | "–"),
            _ => false,
        }
    }

    pub fn is_quote(self, at: usize) -> bool {
        matches!(self.first_byte(at), b'"' | b'\'' | b'`' | 0xE2)
            && matches!(self.word(at), "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'")
    }

    /// A word in small letters, or in a text that has capitals alone.
    pub fn is_plain(self, at: usize) -> bool {
        self.reading.token(at).is_some_and(|token| token.kind == TokenKind::Word) && !self.is_capital(at)
    }

    /// Whether a capital says that this is a name: not where everything is in capitals.
    pub fn is_capital(self, at: usize) -> bool {
        let document = self.reading.document();
        let shouting = || document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| sentence.shouting);
        self.reading.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Upper | Case::Mixed)) && !shouting()
    }

    pub fn verb(self, at: usize) -> Option<VerbForm> {
        let form = self.words.verbs.at(self.reading, at)?;
        // A name that is spelt like a verb ("Grant", "May") is none.
        let name = self.is_capital(at) && self.reading.value_of(at, ValueKind::Actor).is_some();
        (!name).then_some(form)
    }

    /// Whether an object can only begin here: "the", "them", "Syldavia", "six".
    pub fn can_be_object(self, at: usize) -> bool {
        self.is_determiner(at) || self.has(at, self.words.pronoun) || self.is_capital(at) || self.is_amount(at)
    }

    /// "six", "$3 million", "two weeks"
    pub fn is_amount(self, at: usize) -> bool {
        let time = || self.reading.value_of(at, ValueKind::Date).is_some_and(|time| time.tokens.first() == at);
        self.reading.quantity(at).is_some()
            || matches!(self.word(at), "$" | "£" | "€")
            || !self.is_capital(at) && time() && !self.is_determiner(at)
    }

    /// Whether an amount of money begins here.
    pub fn is_money(self, at: usize) -> bool {
        self.is_amount(at) && self.reading.quantity(at).is_none_or(|quantity| quantity.kind == QuantityKind::Money)
    }

    /// A word that can be nothing but the form of a verb in "-ing".
    pub fn is_gerund(self, at: usize) -> bool {
        self.verb(at).map_or_else(
            || {
                let word = self.word(at);
                word.len() > 6 && self.ends(at, &["ing"]) && !self.has(at, self.words.preposition)
            },
            |verb| verb.gerund,
        )
    }

    pub fn is_base(self, at: usize) -> bool {
        self.verb(at).is_some_and(|verb| verb.base) && !self.has(at, self.words.preposition)
    }

    pub fn is_determiner(self, at: usize) -> bool {
        self.has(at, self.words.determiner)
    }

    /// "also", "immediately", "not": what stands within a group of verbs.
    pub fn is_adverb(self, at: usize) -> bool {
        let word = self.word(at);
        (word.len() > 4
            && self.ends(at, &["ly"])
            && !self.any(at, &["family", "supply", "apply", "reply", "rally", "assembly", "ally", "italy"]))
            || self.any(
                at,
                &[
                    "also",
                    "not",
                    "never",
                    "then",
                    "now",
                    "only",
                    "soon",
                    "still",
                    "even",
                    "again",
                    "therefore",
                    "thus",
                    "always",
                    "instead",
                    "first",
                    "at",
                    "all",
                    "once",
                    "just",
                ],
            ) && !(self.any(at, &["at", "all", "first", "once"]))
    }

    pub fn is_relative(self, at: usize) -> bool {
        self.any(at, &["which", "who", "whom", "whose", "where"])
    }

    /// "they'll": a subject that holds its modal.
    pub fn is_contracted(self, at: usize) -> bool {
        let last = self.reading.token(at).and_then(|token| self.reading.document().text().as_bytes().get(token.span.end().checked_sub(1)?));
        matches!(last, Some(b'l' | b'L')) && self.ends(at, &["'ll", "’ll"])
    }

    /// How the modal at `at` binds.
    pub fn modality(self, at: usize) -> Option<Modality> {
        if self.is_contracted(at) {
            return Some(Modality::Will);
        }
        let phrase = self.phrase(at, self.words.modal)?;
        Some(match self.reading.column(phrase, "modality") {
            "will" => Modality::Will,
            "would" => Modality::Would,
            "must" => Modality::Must,
            "should" => Modality::Should,
            _ => Modality::May,
        })
        // "in May", "May 1" is a month.
        .filter(|_| !(self.word(at) == "May" && self.reading.sentence(at).first() != at))
    }

    /// Whether a verb that can carry a sentence begins here: a modal, an auxiliary, a past or a third person.
    pub fn is_finite(self, at: usize) -> bool {
        self.may_be_finite(at) && (self.modality(at).is_some() || self.is_auxiliary(at) || (at > 0 && self.is_plain_finite(at)))
    }

    /// Whether the token is in one of the lists that hold all that is finite: one look where three would follow.
    fn may_be_finite(self, at: usize) -> bool {
        let classes = [self.words.modal, self.words.auxiliary, self.words.verbs.class()];
        self.reading.phrases_at(at).iter().any(|phrase| classes.contains(&phrase.class)) || self.is_contracted(at)
    }

    /// Like [`Self::is_finite`], but not where it may be a participle that hangs on a noun ("premiums paid to the fund").
    pub fn is_surely_finite(self, at: usize) -> bool {
        self.may_be_finite(at)
            && (self.modality(at).is_some()
                || self.is_auxiliary(at)
                || (at > 0 && self.is_plain_finite(at) && !self.verb(at).is_some_and(|verb| verb.participle)))
    }

    pub fn is_auxiliary(self, at: usize) -> bool {
        self.has(at, self.words.auxiliary)
            && !self.any(at, &["be", "been", "being", "having", "getting", "get", "gets", "got", "gotten"])
            // "Assad's" is rarely "Assad is".
            && (!matches!(self.word(at), "'s" | "’s") || self.has(before(at), self.words.pronoun))
    }

    /// A past or a third person without auxiliary, where a verb can stand.
    fn is_plain_finite(self, at: usize) -> bool {
        let Some(verb) = self.verb(at).filter(|verb| verb.past || verb.third) else { return false };
        if self.is_capital(at) {
            return false;
        }
        let before = at - 1;
        let after_noun = !self.is_determiner(before)
            && !self.has(before, self.words.auxiliary)
            && self.modality(before).is_none()
            && !self.has(before, self.words.preposition)
            && !self.is_mark(before)
            && !self.any(before, &["and", "or", "to", "of", "'s", "’s", "most"]);
        let wants = matches!(verb.lemma, "need" | "want" | "seek" | "aim" | "intend" | "agree" | "vote") && self.any(at + 1, &["to"]);
        // A word that is a noun too ("plans", "demands") needs something to act on.
        let calls = verb.lemma == "call" && self.any(at + 1, &["on", "for"])
            || matches!(verb.lemma, "allow" | "permit" | "require" | "enable") && !self.is_mark(at + 1);
        // "takes in one guest"
        let particle =
            self.any(at + 1, &["in", "up", "out", "over", "off", "on", "back", "down"]) && self.reading.quantity(at + 2).is_some();
        let acts = particle || calls || !verb.third || verb.past || self.can_be_object(at + 1) || self.any(at + 1, &["that"]) || wants;
        after_noun && acts && !(verb.participle && self.any(at + 1, &["by", "for", "as", "on"]))
    }

    /// Without marks, "and" and "but" at its ends; a closing quote stays where its opening one is inside.
    pub fn trim(self, range: TokenRange) -> TokenRange {
        let (mut first, mut end) = (range.first(), range.end());
        while first < end && (self.is_separator(first) || matches!(self.word(first), ")" | "]" | "”")) {
            first += 1;
        }
        while end > first && (self.is_separator(end - 1) || matches!(self.word(end - 1), "(" | "[")) {
            end -= 1;
        }
        self.unquote(TokenRange::new(first, end))
    }

    fn is_separator(self, at: usize) -> bool {
        if self.first_byte(at).is_ascii_alphanumeric() {
            return self.any(at, &["and", "but", "or"]);
        }
        matches!(self.word(at), "," | ";" | ":" | "." | "!" | "?" | "..." | "…" | "•" | "*") || self.is_dash(at)
    }

    /// Drops a quote at an end that has no partner inside.
    fn unquote(self, range: TokenRange) -> TokenRange {
        let (mut first, mut end) = (range.first(), range.end());
        let quotes = |first: usize, end: usize| {
            (first..end.min(first + 400)).filter(|at| self.is_quote(*at) && !matches!(self.word(*at), "‘" | "’" | "'")).count()
        };
        if end > first && self.is_quote(end - 1) && quotes(first, end) % 2 == 1 {
            end -= 1;
        }
        if end > first && self.is_quote(first) && quotes(first, end) % 2 == 1 {
            first += 1;
        }
        while end > first && matches!(self.word(end - 1), "." | "," | ";") {
            end -= 1;
        }
        TokenRange::new(first, end)
    }
}
