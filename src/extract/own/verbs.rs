//! The forms of a regular English verb.

/// A form of a verb: how lists of verbs call it, and its words.
pub(super) type Form = (&'static str, String);

/// The forms of the verb with the base `base`. `given` are those that the user names; the regular ones stand for the others.
/// Of several words ("gun down") the first is the verb.
pub(super) fn forms(base: &str, given: &[&str]) -> Vec<Form> {
    let (verb, rest) = base.split_once(' ').unwrap_or((base, ""));
    let whole = |form: String| if rest.is_empty() { form } else { format!("{form} {rest}") };
    let mut forms: Vec<Form> = vec![("base", base.to_owned())];
    forms.extend(given.iter().map(|form| (form_of(form), (*form).to_owned())));
    for (form, words) in [("s", third(verb)), ("past", past(verb)), ("ing", ing(verb))] {
        if !forms.iter().any(|(given, _)| *given == form) {
            forms.push((form, whole(words)));
        }
    }
    forms
}

fn form_of(words: &str) -> &'static str {
    match words.split(' ').next().unwrap_or("") {
        verb if verb.ends_with("ing") => "ing",
        verb if verb.ends_with('s') && !verb.ends_with("ss") => "s",
        _ => "past",
    }
}

fn third(verb: &str) -> String {
    match verb {
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ if ends_in_consonant_y(verb) => format!("{}ies", &verb[..verb.len() - 1]),
        _ => format!("{verb}s"),
    }
}

fn past(verb: &str) -> String {
    match verb {
        _ if verb.ends_with('e') => format!("{verb}d"),
        _ if ends_in_consonant_y(verb) => format!("{}ied", &verb[..verb.len() - 1]),
        _ => format!("{}ed", doubled(verb)),
    }
}

fn ing(verb: &str) -> String {
    match verb {
        _ if verb.ends_with("ie") => format!("{}ying", &verb[..verb.len() - 2]),
        _ if verb.ends_with('e') && !["ee", "oe", "ye"].iter().any(|end| verb.ends_with(end)) => format!("{}ing", &verb[..verb.len() - 1]),
        _ => format!("{}ing", doubled(verb)),
    }
}

fn is_vowel(ch: char) -> bool {
    matches!(ch, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_in_consonant_y(verb: &str) -> bool {
    let mut last = verb.chars().rev();
    last.next() == Some('y') && last.next().is_some_and(|ch| !is_vowel(ch))
}

/// "gun" as in "gunned": a single vowel before a single last consonant, in one syllable.
fn doubled(verb: &str) -> String {
    let vowels = verb.chars().filter(|ch| is_vowel(*ch)).count();
    let mut last = verb.chars().rev();
    match (last.next(), last.next(), last.next()) {
        (Some(end), Some(vowel), Some(before))
            if vowels == 1 && is_vowel(vowel) && !is_vowel(before) && !is_vowel(end) && !matches!(end, 'w' | 'x' | 'y') =>
        {
            format!("{verb}{end}")
        }
        _ => verb.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_stand_for_those_that_are_not_given() {
        let shown = |base: &str, given: &[&str]| forms(base, given).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ");
        assert_eq!(shown("firebomb", &[]), "firebomb firebombs firebombed firebombing");
        assert_eq!(shown("gas", &["gassed", "gassing", "gasses"]), "gas gassed gassing gasses");
        assert_eq!(shown("club", &[]), "club clubs clubbed clubbing");
        assert_eq!(shown("bury", &[]), "bury buries buried burying");
        assert_eq!(shown("maim", &[]), "maim maims maimed maiming");
        assert_eq!(shown("gun down", &[]), "gun down guns down gunned down gunning down");
        assert_eq!(shown("slay", &["slew", "slain"]), "slay slew slain slays slaying");
        assert_eq!(shown("lynch", &[]), "lynch lynches lynched lynching");
    }
}
