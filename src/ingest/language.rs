//! The language of a text, as an ISO 639-1 code.
//!
//! Most texts are English, so that is looked for first: words such as "the" and "which" make a tenth of any English
//! prose and hardly any of other languages, and counting them in the first lines costs a few microseconds. Only what
//! has few of them is shown to [`whatlang`]. Leaving an article out is worse than analysing it in vain, so a text that
//! is short, or in Latin letters and doubtful, has no language and is analysed as English.

use whatlang::{Lang, Script};

/// How much of a text is looked at, in bytes.
const HEAD: usize = 2_000;
/// A text with fewer words in Latin letters may be a list of names, which look like any language.
const FEWEST_WORDS: usize = 30;
/// A text with fewer letters of other scripts is not judged either.
const FEWEST_LETTERS: usize = 40;

/// The code of the language of English.
pub const ENGLISH_CODE: &str = "en";

/// The language of a text, where it can be known.
pub fn detect(text: &str) -> Option<&'static str> {
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let (words, english) = count(head);
    if is_enough(words, english) {
        return Some(ENGLISH_CODE);
    }
    let info = whatlang::detect(head)?;
    let is_mixed = english > 0 && english * 40 >= words;
    let is_sure = match info.script() {
        // Some English between foreign words, or the other way round: nobody knows.
        _ if is_mixed && info.lang() != Lang::Eng => false,
        Script::Latin => words >= FEWEST_WORDS && info.is_reliable(),
        // Which of its neighbours it is may be doubtful; that it is not English is not.
        _ => head.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count() >= FEWEST_LETTERS,
    };
    if !is_sure {
        return None;
    }
    CODES.iter().find(|(long, _)| *long == info.lang().code()).map(|(_, short)| *short)
}

/// How many words in Latin letters the text has, and how many of them are English; as soon as they are enough for what may still
/// come, the rest is not read.
fn count(text: &str) -> (usize, usize) {
    let (mut words, mut english, mut rest) = (0, 0, text.len());
    let (bytes, mut at) = (text.as_bytes(), 0);
    while at < bytes.len() {
        let (start, mut letters) = (at, 0);
        while let Some(small) = bytes.get(at).map(|byte| SMALL[usize::from(*byte)]).filter(|small| *small != 0) {
            letters = letters << 8 | u64::from(small);
            at += 1;
        }
        let length = at - start;
        at += 1;
        if length > 0 {
            words += 1;
            english += usize::from(is_english(letters, length));
            rest = rest.saturating_sub(length + 1);
            if is_enough(words + rest.div_ceil(2), english) {
                break;
            }
        }
    }
    (words, english)
}

/// Whether a text with so many words, and so many English ones among them, is English.
fn is_enough(words: usize, english: usize) -> bool {
    english >= 3 && english * 12 >= words
}

/// The letters of a word of at most eight, in lower case, as one number.
const fn letters(word: &[u8]) -> u64 {
    let (mut letters, mut n) = (0, 0);
    while n < word.len() {
        letters = letters << 8 | word[n].to_ascii_lowercase() as u64;
        n += 1;
    }
    letters
}

/// Words that are frequent in English, and are no words of other languages in Latin letters.
const ENGLISH: [u64; 22] = [
    letters(b"the"),
    letters(b"and"),
    letters(b"that"),
    letters(b"with"),
    letters(b"said"),
    letters(b"from"),
    letters(b"which"),
    letters(b"they"),
    letters(b"were"),
    letters(b"have"),
    letters(b"has"),
    letters(b"been"),
    letters(b"this"),
    letters(b"would"),
    letters(b"their"),
    letters(b"after"),
    letters(b"about"),
    letters(b"into"),
    letters(b"its"),
    letters(b"who"),
    letters(b"when"),
    letters(b"of"),
];
/// For the last letter of each, by its last bits, whether there is one.
const LAST_LETTERS: u32 = {
    let (mut bits, mut n) = (0, 0);
    while n < ENGLISH.len() {
        bits |= 1 << (ENGLISH[n] % 32);
        n += 1;
    }
    bits
};

/// Each byte of a word in lower case; 0 for those that part words.
const SMALL: [u8; 256] = {
    let (mut small, mut byte) = ([0; 256], 0);
    while byte < small.len() {
        if byte >= 128 || (byte as u8).is_ascii_alphabetic() {
            small[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// Whether a word of so many letters is one of these.
fn is_english(letters: u64, length: usize) -> bool {
    (2..=5).contains(&length) && LAST_LETTERS >> (letters % 32) & 1 != 0 && ENGLISH.contains(&letters)
}

/// ISO 639-3, which the library gives, to ISO 639-1.
const CODES: &[(&str, &str)] = &[
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_library_has_a_code() {
        for language in Lang::all() {
            assert!(CODES.iter().any(|(long, _)| *long == language.code()), "{}", language.code());
        }
        assert!(CODES.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn languages_are_told_apart() {
        for (text, language) in [
            ("The ferry sank after it had left the harbour, and the coast guard said that 12 people were missing.", Some("en")),
            ("THE FERRY SANK AFTER IT HAD LEFT THE HARBOUR, AND 12 WERE MISSING.", Some("en")),
            (
                "Die Fähre sank kurz nach der Abfahrt aus dem Hafen. Zwölf Menschen werden noch vermisst, sagte die Küstenwache am \
                 Freitag. Die Suche wird fortgesetzt, doch das Wetter ist schlecht, und die Hoffnung schwindet von Stunde zu Stunde.",
                Some("de"),
            ),
            (
                "Le traversier a coulé peu après son départ du port. Douze personnes sont toujours portées disparues, ont annoncé les \
                 garde-côtes vendredi. Les recherches continuent, mais le temps est mauvais et l'espoir diminue d'heure en heure.",
                Some("fr"),
            ),
            ("Паром затонул вскоре после выхода из порта. Двенадцать человек пропали без вести, сообщила береговая охрана.", Some("ru")),
            ("غرقت العبارة بعد وقت قصير من مغادرتها الميناء، ولا يزال اثنا عشر شخصا في عداد المفقودين.", Some("ar")),
            (
                "渡轮离开港口后不久沉没。海岸警卫队周五表示，仍有十二人失踪。搜索工作仍在继续，但天气恶劣，希望正在逐渐减少，家属们在码头等待。",
                Some("zh"),
            ),
            ("", None),
            ("It rained.", None),
            ("Pérez 12, Müller 9, Rossi 4, Dupont 3, Silva 2", None),
        ] {
            assert_eq!(detect(text), language, "{text}");
        }
    }
}
