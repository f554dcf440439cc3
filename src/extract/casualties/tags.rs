//! What each token is in its clause, judged by its lists, its ending and what stands around it.

use super::kind::{Form, Kind};
use super::words::{Words, ends_with, is_shouting, is_year, number};
use crate::rules::{Phrase, QuantityKind, Reading, ValueKind};
use crate::text::{Case, TokenKind};

/// Auxiliaries that stand before a base: "did not kill".
const DO: [&str; 8] = ["do", "does", "did", "don't", "doesn't", "didn't", "don’t", "didn’t"];

impl Words {
    /// What stands at token `at` behind a token of tag `before`, and where it ends.
    pub fn tag(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Kind>) -> (Kind, usize) {
        if let Some(value) = reading.value_of(at, ValueKind::Date) {
            return (Kind::Date, value.tokens.end().max(at + 1));
        }
        if let Some(quantity) = number(reading, at) {
            if is_year(reading, quantity) && reading.phrase(quantity.tokens.end(), self.person).is_none() {
                return (Kind::Date, quantity.tokens.end());
            }
            let tag = if quantity.kind == QuantityKind::Ordinal { Kind::Noun } else { Kind::Number };
            return (tag, quantity.tokens.end().max(at + 1));
        }
        let Some(token) = reading.token(at) else { return (Kind::Stop, at + 1) };
        match token.kind {
            TokenKind::Mark => (mark(reading, at, end), at + 1),
            TokenKind::Number | TokenKind::Url => (Kind::Noun, at + 1),
            TokenKind::Word => self.word(reading, at, end, before),
        }
    }

    fn word(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Kind>) -> (Kind, usize) {
        if let Some(end) = self.end_of_ages(reading, at, end) {
            return (Kind::Adverb, end);
        }
        let case = reading.token(at).map_or(Case::Lower, |token| token.case);
        if reading.is_any(at, &["'s", "’s"]) {
            return (Kind::Noun, at + 1);
        }
        let name = case == Case::Upper && !is_shouting(reading, at);
        let phrases = reading.phrases_at(at);
        // "10 [and more] than 30"
        let longest = || phrases.iter().find(|p| p.tokens.len() == 1 || !reading.is(p.tokens.end(), "than")).map_or(0, |p| p.tokens.len());
        if let Some(linker) = phrases.iter().find(|p| p.class == self.connective && p.tokens.len() == longest() && !name) {
            return (connective(reading, *linker, before), linker.tokens.end());
        }
        let inner_name =
            before.is_some() && case != Case::Lower && !is_shouting(reading, at) && !matches!(before, Some(Kind::Stop | Kind::Quote));
        for phrase in phrases.iter().filter(|p| self.telling.has(p.class) && p.tokens.end() <= end) {
            let next = phrase.tokens.end();
            let one = phrase.tokens.len() == 1;
            let tag = match phrase.class {
                c if c == self.nobody => Some(Kind::Pronoun),
                _ if one && name => None,
                c if c == self.harm_verb => self.harm_tag(reading, *phrase, end, before),
                c if c == self.harm_state && !self.starts_noun(reading, next, end) && !is_joined_behind(reading, next) => {
                    (before != Some(Kind::Determiner) && before != Some(Kind::Preposition)).then_some(Kind::State)
                }
                c if c == self.determiner
                    && one
                    && reading.is(at, "her")
                    && !self.starts_noun(reading, next, end)
                    && number(reading, next).is_none() =>
                {
                    Some(Kind::Pronoun)
                }
                // "were both killed"
                c if c == self.determiner
                    && one
                    && before == Some(Kind::Auxiliary)
                    && reading.is_any(at, &["both", "all"])
                    && (!self.opens_noun(reading, next, end) || reading.phrase(next, self.harm_verb).is_some()) =>
                {
                    Some(Kind::Adverb)
                }
                c if c == self.determiner => Some(Kind::Determiner),
                c if c == self.auxiliary => Some(Kind::Auxiliary),
                // "a trash can"
                c if c == self.modal && reading.is(at, "can") && self.is_vessel(reading, at, before) => Some(Kind::Noun),
                c if c == self.modal && (case == Case::Lower || before.is_none() || is_shouting(reading, at)) => Some(Kind::Modal),
                c if c == self.negation && !reading.is_any(at, &["none", "nobody", "without"]) => Some(Kind::Negation),
                c if c == self.preposition && one && reading.is(at, "to") && self.starts_verb(reading, next) => Some(Kind::To),
                c if c == self.preposition && one && reading.is(at, "to") && self.does_something(reading, next) => Some(Kind::To),
                c if c == self.preposition || c == self.preposition_more => Some(Kind::Preposition),
                c if c == self.pronoun => Some(Kind::Pronoun),
                // "on board the ferry"
                c if c == self.adverb && reading.phrase(next, self.determiner).is_some() && self.leads(reading, *phrase) => {
                    Some(Kind::Preposition)
                }
                c if c == self.adverb => Some(Kind::Adverb),
                c if (c == self.speech || c == self.verb) && !inner_name => self.verb_tag(reading, *phrase, end, before),
                // "are suspected to have", "a guard suspected of"
                c if c == self.adjective
                    && ends_with(reading.word(at).as_bytes(), b"ed")
                    && (before == Some(Kind::Auxiliary) || before == Some(Kind::Comma))
                    && reading.is_any(next, &["to", "of", "by", "as"]) =>
                {
                    Some(Kind::Main(Form::Past))
                }
                // "Twelve clerks contracted cholera", but "clerks contracted by the port"
                c if c == self.adjective && reading.is(at, "contracted") && self.catches(reading, next) => Some(Kind::Main(Form::Past)),
                c if c == self.person || c == self.adjective || c == self.noun_form => Some(Kind::Noun),
                _ => None,
            };
            if let Some(tag) = tag {
                return (tag, next);
            }
        }
        (self.shape(reading, at, end, before), at + 1)
    }

    /// An illness, or "the virus".
    fn catches(&self, reading: &Reading<'_>, at: usize) -> bool {
        let ill = |at: usize| reading.phrase(at, self.cause).is_some_and(|p| reading.column(p, "kind") != "setting");
        (at..at + 2).any(|at| ill(at) || reading.is_any(at, &["typhoid", "polio", "diphtheria", "meningitis"]))
    }

    /// A harm word is a verb, or an adjective or noun within a noun phrase.
    fn harm_tag(&self, reading: &Reading<'_>, phrase: Phrase, end: usize, before: Option<Kind>) -> Option<Kind> {
        let form = Form::parse(reading.column(phrase, "form"));
        let next = phrase.tokens.end();
        // "was shot and killed leaving home"
        let goes_on = before == Some(Kind::And) && ends_with(reading.word(next).as_bytes(), b"ing");
        let noun_follows = self.starts_noun(reading, next, end) && !goes_on;
        let opens = self.opens_noun(reading, next, end);
        let verbal = matches!(before, Some(Kind::To | Kind::Modal | Kind::Auxiliary | Kind::Negation));
        let of_follows = reading.is(next, "of");
        // "the theatre shooting victim", "a gang rape suspect"
        let compound = matches!(form, Form::Base | Form::Ing)
            && matches!(before, Some(Kind::Noun | Kind::Number | Kind::Preposition))
            && reading.is_any(next, &["victim", "victims", "suspect", "suspects", "survivor", "survivors", "spree", "scene"]);
        // "Karel's brutal killing has"
        let at = phrase.tokens.first();
        let owned = |n: usize| reading.is_any(at.saturating_sub(n), &["'s", "’s"]);
        let deed = form == Form::Ing && (owned(1) || owned(2) && reading.phrase(at.saturating_sub(1), self.adjective).is_some());
        let is_verb = match form {
            // "SHOOTING LEAVES 10 DEAD"
            Form::Ing if reading.is_any(next, &["leaves", "kills", "injures", "left"]) => false,
            _ if compound || deed => false,
            // "The mill shooting left nine dead", "a police shooting in Norvik"
            Form::Ing if before == Some(Kind::Noun) && self.is_event_named(reading, at, next) => false,
            // "died" stands before no noun; "another died" has none.
            Form::Past if reading.column(phrase, "valency") == "i" => {
                before != Some(Kind::Determiner) || reading.is_any(at.saturating_sub(1), &["another", "some", "all", "both"])
            }
            Form::Past | Form::Participle => match before {
                // "one was killed and another wounded"
                Some(Kind::Determiner) => reading.is(at.saturating_sub(1), "another") && !noun_follows,
                Some(Kind::Number | Kind::Preposition) => !noun_follows,
                // "evacuating wounded people", "to detain arrested drivers"
                Some(Kind::Main(Form::Ing | Form::Base)) => !noun_follows,
                None | Some(Kind::Comma | Kind::And | Kind::Stop) => !noun_follows || opens || self.is_name(reading, next),
                // "while injured people waited"
                Some(Kind::Subordinate | Kind::Adverb | Kind::Quote) => {
                    !noun_follows || reading.phrase(next, self.determiner).is_some() || number(reading, next).is_some()
                }
                _ => true,
            },
            Form::Ing => {
                !(before == Some(Kind::Determiner)
                    || of_follows
                    || (before == Some(Kind::Preposition) && !(opens || noun_follows || phrase.tokens.len() > 1)))
            }
            // "Meat is murder"
            Form::Base if before == Some(Kind::Auxiliary) && !reading.is_any(phrase.tokens.first().saturating_sub(1), &DO) => false,
            // "Four die in Norvik", "Six die as boat sinks", "Two die, five hurt"
            Form::Base if before == Some(Kind::Number) && reading.column(phrase, "valency") == "i" && self.is_headline(reading, end) => {
                next >= end || !noun_follows
            }
            // "Gunmen kill 5, abduct 12", "Six soldiers die in ambush"
            Form::Base if before == Some(Kind::Comma) && opens && self.is_headline(reading, end) => true,
            Form::Base if before == Some(Kind::Noun) && reading.column(phrase, "valency") == "i" && self.is_headline(reading, end) => {
                next >= end || reading.phrase(next, self.preposition).is_some()
            }
            Form::Base => {
                verbal || before == Some(Kind::Adverb) || (before == Some(Kind::Noun) && opens) || (before == Some(Kind::And) && opens)
            }
            // "Blast kills 5, hurts 18", "Boy, 9, drowns in river"
            Form::Present if matches!(before, Some(Kind::Comma | Kind::Noun)) && self.is_headline(reading, end) => {
                opens || reading.column(phrase, "valency") == "i" && (next >= end || !noun_follows)
            }
            Form::Present => matches!(before, Some(Kind::Noun | Kind::Relative | Kind::And | Kind::Pronoun)) && opens,
        };
        is_verb.then_some(Kind::Main(form)).or(Some(Kind::Noun))
    }

    /// Whether the sentence that ends at `end` has no full stop.
    fn is_headline(&self, reading: &Reading<'_>, end: usize) -> bool {
        end.checked_sub(1).and_then(|at| reading.token(at)).is_some_and(|token| token.kind != TokenKind::Mark)
    }

    fn verb_tag(&self, reading: &Reading<'_>, phrase: Phrase, end: usize, before: Option<Kind>) -> Option<Kind> {
        let word = reading.word(phrase.tokens.end().saturating_sub(1)).as_bytes();
        let form = match reading.column(phrase, "kind") {
            "" if ends_with(word, b"ing") => Form::Ing,
            "" if ends_with(word, b"s") => Form::Present,
            "" => Form::Past,
            kind => Form::parse(kind),
        };
        // "a guard on leave"
        let bare = matches!(form, Form::Base | Form::Present);
        if bare && before == Some(Kind::Preposition) && reading.is(phrase.tokens.first().saturating_sub(1), "on") {
            return Some(Kind::Noun);
        }
        let (speech, at) = (phrase.class == self.speech, phrase.tokens.first());
        // "the Norland-led force"
        if reading.token(at).is_some_and(|t| t.glued) && at > 0 && reading.word(at - 1) == "-" {
            return None;
        }
        // "according to reports"
        let according = reading.is(at.saturating_sub(1), "to") && reading.is(at.saturating_sub(2), "according");
        if (before == Some(Kind::Preposition) || according) && form == Form::Present && speech {
            return Some(Kind::Noun);
        }
        // ", said Karel"; "earlier noted deaths"
        let says = speech && form == Form::Past && self.is_name(reading, phrase.tokens.end());
        if says && matches!(before, Some(Kind::Comma | Kind::Quote)) || speech && form == Form::Past && before == Some(Kind::Date) {
            return Some(Kind::Main(form));
        }
        // "Scores were killed", "Reports of": a plural noun opens the sentence.
        let next = phrase.tokens.end();
        if before.is_none() && form == Form::Present && (reading.phrase(next, self.auxiliary).is_some() || reading.is(next, "of")) {
            return Some(Kind::Noun);
        }
        // "; found dead"
        let state = reading.phrase(next, self.harm_state).is_some();
        let told = reading.is(at, "told") || reading.is(at, "said") && before != Some(Kind::Determiner);
        if phrase.tokens.len() == 1 && !state && !told && self.is_adjective_place(reading, next, end, before) {
            return Some(Kind::Noun);
        }
        (!matches!(before, Some(Kind::Determiner))).then_some(Kind::Main(form)).or(Some(Kind::Noun))
    }

    /// Words of no list: verbs by their ending, where they stand like verbs.
    fn shape(&self, reading: &Reading<'_>, at: usize, end: usize, before: Option<Kind>) -> Kind {
        let word = reading.word(at).as_bytes();
        let capital = reading.token(at).is_some_and(|token| token.case != Case::Lower) && before.is_some() && !is_shouting(reading, at);
        let glued = reading.token(at + 1).is_some_and(|t| t.glued) && reading.word(at + 1) == "-";
        // "a Norland-speaking trader"
        let joined = reading.token(at).is_some_and(|t| t.glued) && at > 0 && reading.word(at - 1) == "-";
        if capital || glued || joined || word.len() < 5 && before != Some(Kind::To) {
            return Kind::Noun;
        }
        let form = match () {
            () if before == Some(Kind::To) => Form::Base,
            () if ends_with(word, b"ed") => Form::Past,
            () if ends_with(word, b"izes") || ends_with(word, b"ises") && before == Some(Kind::And) => Form::Present,
            () if ends_with(word, b"ing") => Form::Ing,
            () if ends_with(word, b"ly") => return Kind::Adverb,
            () => return Kind::Noun,
        };
        // ", causing injuries", "Karel, 40, suffered burns"
        let suffers = ["suffered", "sustained", "received"];
        let causes = reading.is_any(at, &["causing", "suffered", "sustained", "received"]) && before == Some(Kind::Comma)
            || before == Some(Kind::Number)
                && reading.is_any(at, &suffers)
                && (at + 1..at + 4).any(|n| reading.is_any(n, &["injuries", "injury", "wounds", "wound", "burns"]));
        if !causes && (before == Some(Kind::Determiner) || self.is_adjective_place(reading, at + 1, end, before)) {
            Kind::Noun
        } else {
            Kind::Main(form)
        }
    }

    /// "armed men": a participle between what opens a noun phrase and a noun.
    fn is_adjective_place(&self, reading: &Reading<'_>, next: usize, end: usize, before: Option<Kind>) -> bool {
        // "the last surviving member"
        let ranked =
            next > 1 && before == Some(Kind::Noun) && reading.is_any(next - 2, &["last", "first", "only", "next", "second", "third"]);
        let inside = ranked
            || !matches!(
                before,
                Some(Kind::Noun | Kind::Auxiliary | Kind::Pronoun | Kind::Relative | Kind::To | Kind::Modal | Kind::Negation)
            );
        inside && self.starts_noun(reading, next, end) && !(before == Some(Kind::Adverb) && self.is_name(reading, next))
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
                self.closed.has(c) && !(c == self.pronoun && token.case == Case::Upper)
            })
    }

    /// "to win the race": behind "to", a word of no list before what opens a noun phrase.
    fn does_something(&self, reading: &Reading<'_>, at: usize) -> bool {
        let word = reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && !t.glued);
        let known = reading.phrases_at(at).iter().any(|p| self.is_plain(p.class));
        word && !known && reading.phrase(at + 1, self.determiner).is_some()
    }

    fn starts_verb(&self, reading: &Reading<'_>, at: usize) -> bool {
        // "to permanently uproot"
        let at = at + usize::from(ends_with(reading.word(at).as_bytes(), b"ly") && reading.phrase(at + 1, self.harm_verb).is_some());
        let base = |p: &Phrase| {
            (p.class == self.harm_verb || p.class == self.verb)
                && !matches!(reading.column(*p, "form"), "past" | "ing" | "s" | "participle")
        };
        reading.phrases_at(at).iter().any(|p| base(p) || p.class == self.auxiliary)
    }
}

fn connective(reading: &Reading<'_>, phrase: Phrase, before: Option<Kind>) -> Kind {
    match reading.column(phrase, "kind") {
        "rel" => Kind::Relative,
        "and" => Kind::And,
        "but" => Kind::But,
        // "acting as her guards"
        _ if reading.is(phrase.tokens.first(), "as") && phrase.tokens.len() == 1 && matches!(before, Some(Kind::Main(_))) => {
            Kind::Preposition
        }
        _ if reading.is(phrase.tokens.first(), "that") && before == Some(Kind::Noun) => Kind::Relative,
        // "have since been killed"
        _ if reading.is(phrase.tokens.first(), "since") && before == Some(Kind::Auxiliary) => Kind::Adverb,
        _ => Kind::Subordinate,
    }
}

/// "dead-end", "ill-planned": a hyphen that makes one word of what stands around it.
fn is_joined_behind(reading: &Reading<'_>, at: usize) -> bool {
    let glued = |at: usize| reading.token(at).is_some_and(|t| t.glued);
    reading.is_any(at, &["-", "–"]) && glued(at) && glued(at + 1)
}

/// "Mr", "Sen", "F": what a full stop shortens.
fn is_short_name(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower) && reading.word(at).len() <= 4
}

/// "'tortured to death'": whether a single quote opens before the one at `at`.
fn is_quoted(reading: &Reading<'_>, at: usize) -> bool {
    // "of the 'Abu Karel' family": a name is one with its noun.
    if at == 0 || reading.token(at - 1).is_none_or(|t| t.case != Case::Lower) {
        return false;
    }
    let opens = |n: usize| matches!(reading.word(n), "'" | "‘" | "’") && reading.token(n + 1).is_some_and(|t| t.glued);
    let before = |n: usize| n == 0 || !reading.token(n).is_some_and(|t| t.glued);
    (at.saturating_sub(8)..at).any(|n| opens(n) && before(n))
}

fn mark(reading: &Reading<'_>, at: usize, end: usize) -> Kind {
    let glued = |n: usize| n < end && reading.token(n).is_some_and(|t| t.glued);
    match reading.word(at) {
        "," => Kind::Comma,
        "(" | "[" | "{" => Kind::Open,
        ")" | "]" | "}" => Kind::Close,
        "-" | "–" | "/" if glued(at) && glued(at + 1) => Kind::Noun,
        "." if glued(at) && glued(at + 1) && reading.token(at + 1).is_some_and(|t| t.kind != TokenKind::Mark) => Kind::Noun,
        // "Mr. Venn": a full stop within a sentence ends nothing.
        "." if glued(at) && at + 1 < end && is_short_name(reading, at.saturating_sub(1)) => Kind::Noun,
        "'" | "’" if glued(at) && !glued(at + 1) && !is_quoted(reading, at) => Kind::Noun,
        "\"" | "'" | "’" | "‘" | "“" | "”" | "``" | "''" | "«" | "»" => Kind::Quote,
        "&" => Kind::And,
        "%" | "#" | "@" | "$" | "€" | "£" => Kind::Noun,
        _ => Kind::Stop,
    }
}
