//! From the form of a verb to its lemma: "declared" to "declare".
//!
//! Common verbs stand in `verbs.tsv`. What stands nowhere is read by its ending ([`guess`]); a caller that must be sure
//! that a word can be a verb at all asks [`Verbs::at`].

use std::borrow::Cow;

use crate::rules::{Class, Reading, Vocabulary};

/// What a word can be as the form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerbForm {
    /// The lemma: "declare".
    pub lemma: &'static str,
    /// It can be an infinitive, an imperative, or a present plural: "declare".
    pub base: bool,
    /// It can be a third person: "declares".
    pub third: bool,
    /// It can be a past tense: "declared", "went".
    pub past: bool,
    /// It can be a past participle: "declared", "gone".
    pub participle: bool,
    /// It ends in "-ing": "declaring".
    pub gerund: bool,
}

/// The list of verbs, resolved once.
#[derive(Debug, Clone, Copy)]
pub struct Verbs {
    class: Class,
}

impl Verbs {
    /// Resolves the class of the list.
    pub fn new(vocabulary: &mut Vocabulary) -> Self {
        Self { class: vocabulary.intern_class("verb") }
    }

    /// The class of the list, for who asks for several classes at once.
    pub fn class(self) -> Class {
        self.class
    }

    /// What the word at token `at` can be as a verb; none where the list doesn't have it.
    pub fn at(&self, reading: &Reading<'_>, at: usize) -> Option<VerbForm> {
        let phrase = reading.phrases_at(at).iter().copied().find(|phrase| phrase.class == self.class && phrase.tokens.len() == 1)?;
        let (vocabulary, entry) = (reading.vocabulary(), reading.entry(phrase));
        let lemma = vocabulary.column(entry, "lemma");
        let mut form = VerbForm { lemma, base: false, third: false, past: false, participle: false, gerund: false };
        // The names of forms part at their first letters: as nothing else stands there, the rest of each is passed over.
        let mut names = vocabulary.column(entry, "form").as_bytes();
        while let Some(initial) = names.first() {
            let (flag, length) = match (initial, names.get(2)) {
                (b'b', _) => (&mut form.base, "base".len()),
                (b't', _) => (&mut form.third, "third".len()),
                (b'g', _) => (&mut form.gerund, "gerund".len()),
                (_, Some(b's')) => (&mut form.past, "past".len()),
                _ => (&mut form.participle, "participle".len()),
            };
            *flag = true;
            names = names.get(length + 1..).unwrap_or_default();
        }
        Some(form)
    }

    /// The lemma of the word at token `at`, which is known to be a verb: from the list, or else by its ending.
    pub fn lemma(&self, reading: &Reading<'_>, at: usize) -> Cow<'static, str> {
        self.at(reading, at).map_or_else(|| Cow::Owned(guess(reading.word(at))), |form| Cow::Borrowed(form.lemma))
    }
}

/// The lemma of a verb that no list has, by its ending: "crowdfunded" to "crowdfund". Small letters.
pub fn guess(word: &str) -> String {
    let word = word.to_lowercase();
    let stem = if let Some(stem) = word.strip_suffix("ing").filter(|stem| stem.len() >= 3) {
        stem
    } else if let Some(stem) = word.strip_suffix("ied").or_else(|| word.strip_suffix("ies")).filter(|stem| stem.len() >= 2) {
        return format!("{stem}y");
    } else if let Some(stem) = word.strip_suffix("ed").filter(|stem| stem.len() >= 3) {
        stem
    } else if word.ends_with('s') && !word.ends_with("ss") && word.len() >= 4 {
        let sibilant = ["shes", "ches", "sses", "xes", "zzes"].iter().any(|end| word.ends_with(end));
        return word[..word.len() - if sibilant { 2 } else { 1 }].to_owned();
    } else {
        return word;
    };
    let mut ends = stem.chars().rev();
    let (last, before, third) = (ends.next(), ends.next(), ends.next());
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    match (last, before) {
        // "clapped": the doubled letter goes; "passed", "installed" keep it.
        (Some(a), Some(b)) if a == b && !"lsz".contains(a) && !vowel(Some(a)) => stem[..stem.len() - a.len_utf8()].to_owned(),
        // "created", "forced", "solved": an "e" was dropped.
        (Some('v' | 'c' | 'z' | 'u'), _) | (Some('g'), Some('d' | 'r' | 'n')) if before != Some('n') || last != Some('g') => {
            format!("{stem}e")
        }
        (Some('t'), Some('a'))
        | (Some('s'), Some('i' | 'u' | 'o' | 'a'))
        | (Some('r'), Some('u' | 'i'))
        | (Some('l'), Some('b' | 'd' | 'g')) => {
            format!("{stem}e")
        }
        (Some('k' | 'm' | 'p' | 'd' | 'n'), Some('a' | 'i' | 'o' | 'u')) if !vowel(third) && stem.len() <= 4 => format!("{stem}e"),
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::super::Extractors;
    use super::*;
    use crate::text::Document;

    #[test]
    fn a_form_leads_to_its_lemma() {
        let extractors = Extractors::new().unwrap();
        let document = Document::new("Declares went putting bound organised crowdfunded the".into());
        let reading = extractors.read(&document);
        let verbs = Verbs { class: reading.vocabulary().class("verb").unwrap() };
        let lemmas: Vec<_> = (0..6).map(|at| verbs.lemma(&reading, at).into_owned()).collect();
        assert_eq!(lemmas, ["declare", "go", "put", "bind", "organise", "crowdfund"]);
        assert!(verbs.at(&reading, 0).is_some_and(|form| form.third && !form.base));
        assert!(verbs.at(&reading, 2).is_some_and(|form| form.gerund));
        assert_eq!(verbs.at(&reading, 6), None);
    }

    #[test]
    fn a_verb_of_no_list_is_read_by_its_ending() {
        for (word, lemma) in [
            ("regifting", "regift"),
            ("blogged", "blog"),
            ("photocopied", "photocopy"),
            ("livestreams", "livestream"),
            ("deepfakes", "deepfake"),
            ("co-evolving", "co-evolve"),
            ("Rebooting", "reboot"),
            ("s", "s"),
        ] {
            assert_eq!(guess(word), lemma);
        }
    }

    /// Each verb of the list has all of its forms, so that nobody needs to remember which are there.
    #[test]
    fn a_verb_stands_in_all_its_forms() {
        let mut forms: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for line in include_str!("verbs.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut fields = line.split('\t').skip(2);
            let (Some(lemma), Some(form)) = (fields.next(), fields.next()) else { panic!("{line}") };
            forms.entry(lemma).or_default().extend(form.split(' '));
        }
        // Their other forms belong to a verb that news uses more ("wound", "found"), or to themselves twice.
        let shared = ["find", "found", "lie", "see", "saw", "fell", "grind", "ground"];
        let lacking: Vec<_> = forms
            .iter()
            .filter(|(lemma, has)| !shared.contains(*lemma) && ["third", "past", "participle", "gerund"].iter().any(|f| !has.contains(f)))
            .collect();
        assert!(lacking.is_empty(), "{lacking:?}");
    }
}
