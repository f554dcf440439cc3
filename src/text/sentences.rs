//! From the tokens of a block to sentences.
//!
//! A full stop ends a sentence unless what stands before it says otherwise: an abbreviation that something must follow
//! ("Gen.", "Aug. 21", "No. 4"), an initial ("J. P. Marlow"), or a word that may end a sentence or not ("U.S.", "a.m.",
//! "Inc."), where the next word decides. Closing quotes and brackets belong to the sentence that they close.

use super::{Case, Token, TokenKind, TokenRange};

/// Abbreviations after which the sentence always goes on: titles and the like.
const GOES_ON: &[&str] = &[
    "adm", "atty", "brig", "capt", "cmdr", "col", "cpl", "dr", "ed", "fr", "gen", "gov", "hon", "lt", "maj", "messrs", "mr", "mrs", "ms",
    "mt", "pfc", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "sheik", "spc", "spec", "ssgt", "st", "supt", "vs",
    "wm",
];

/// Abbreviations after which a sentence goes on before a digit alone.
const BEFORE_NUMBER: &[&str] = &[
    "art", "no", "nos", "p", "pp", "para", "res", "sec", "vol", "apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct",
    "sep", "sept",
];

/// Abbreviations after which a sentence goes on unless a capital follows that can only start one.
const MAY_END: &[&str] = &[
    "al", "assn", "ave", "bros", "blvd", "co", "corp", "dept", "est", "etc", "ft", "inc", "intl", "jr", "ltd", "min", "natl", "plc", "sq",
    "sr", "st", "univ", "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md",
    "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
    "apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct", "sept", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    "sat", "sun",
];

/// Capitalised words that start a sentence rather than go on after "U.S." or "Inc.".
const STARTERS: &[&str] = &[
    "a",
    "after",
    "all",
    "although",
    "an",
    "and",
    "as",
    "at",
    "both",
    "but",
    "by",
    "during",
    "each",
    "earlier",
    "even",
    "for",
    "from",
    "he",
    "her",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "it",
    "its",
    "last",
    "many",
    "meanwhile",
    "more",
    "most",
    "no",
    "not",
    "of",
    "on",
    "one",
    "other",
    "our",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "to",
    "two",
    "under",
    "until",
    "we",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "with",
    "yet",
    "you",
];

/// Closing marks behind a sentence that are looked at, at the most.
const MOST_CLOSING: usize = 16;

/// Tokens of a quotation that are looked back over, at the most.
const LONGEST_QUOTATION: usize = 80;

/// Cuts `block`, a range of tokens, into sentences.
pub(super) fn split(text: &str, tokens: &[Token], block: TokenRange, sentences: &mut Vec<TokenRange>) {
    let (mut first, mut at) = (block.first(), block.first());
    while let Some(skipped) = tokens[at..block.end()].iter().position(|token| may_end(text.as_bytes(), token)) {
        at += skipped;
        if !ends_here(text, tokens, first, at, block.end()) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < block.end() && closes(text, tokens, end, block.end()) {
            end += 1;
        }
        sentences.push(TokenRange::new(first, end));
        first = end;
        at = end;
    }
    if first < block.end() {
        sentences.push(TokenRange::new(first, block.end()));
    }
}

/// Whether the token looks as if a sentence might end there. Few do: a word whose last byte is a full stop, a mark that starts as
/// one of these do.
fn may_end(text: &[u8], token: &Token) -> bool {
    match token.kind {
        TokenKind::Word => text.get(token.span.end().wrapping_sub(1)) == Some(&b'.'),
        TokenKind::Mark => matches!(text.get(token.span.start()), Some(b'.' | b'!' | b'?' | 0xE2)),
        TokenKind::Number | TokenKind::Url => false,
    }
}

/// Whether the token at `at`, which may end a sentence, ends the one that began at `first`.
fn ends_here(text: &str, tokens: &[Token], first: usize, at: usize, end: usize) -> bool {
    let (word, mark) = (tokens[at].span.of(text), tokens[at].kind == TokenKind::Mark);
    if mark && !matches!(word, "." | "!" | "?" | "…" | "..." | "..") {
        return false;
    }
    let reach = end.min(at + 1 + MOST_CLOSING);
    let Some(next) = (at + 1..reach).find(|&i| !closes(text, tokens, i, end)) else { return mark && at + 1 == end };
    match word {
        // "said the aide!" he cried; "Yahoo! said": a lower-case word goes on.
        "!" | "?" => starts(text, tokens, next) && !tokens[next].glued,
        // What is left out of a quotation does not end it: "influential countries... Take military action".
        "..." | ".." | "…" => {
            starts_word(text, tokens, next) && at != first && (closes(text, tokens, at + 1, end) || !is_quoting(text, tokens, first, at))
        }
        "." => full_stop_ends(text, tokens, first, at, next),
        // "U.S. The": the stop belongs to the word and may end the sentence too.
        _ => !tokens[next].glued && is_starter(text, tokens, next),
    }
}

/// Whether a quotation that began in this sentence is still open at `at`.
fn is_quoting(text: &str, tokens: &[Token], first: usize, at: usize) -> bool {
    let from = at.saturating_sub(LONGEST_QUOTATION).max(first);
    let mut open = false;
    for token in &tokens[from..at] {
        match token.span.of(text) {
            "\"" => open = !open,
            "“" | "``" | "«" => open = true,
            "”" | "''" | "»" => open = false,
            _ => {}
        }
    }
    open
}

fn full_stop_ends(text: &str, tokens: &[Token], first: usize, at: usize, next: usize) -> bool {
    // "example.org", "3.b"; but "said.He" is a lost space.
    if tokens[next].glued && next == at + 1 && !(tokens[next].case == Case::Capital && lower_word(text, tokens, at)) {
        return false;
    }
    if at == first || !tokens[at].glued {
        return starts(text, tokens, next);
    }
    let before = tokens[at - 1].span.of(text);
    let written_out = tokens[at - 1].kind != TokenKind::Word;
    if written_out {
        // "1. Close the camps": the number is a list marker where it opens the block, or behind the "[TEXT]" of a transcript.
        let opens = at == first + 1 || tokens[at - 2].span.of(text) == "]";
        return !opens && starts(text, tokens, next);
    }
    if is_initial(text, tokens, first, at - 1) {
        return false;
    }
    if tokens[next].kind == TokenKind::Number && listed(BEFORE_NUMBER, before) {
        return false;
    }
    let small = tokens[at - 1].case == Case::Lower;
    if !small && listed(GOES_ON, before) {
        return false;
    }
    if !small && listed(MAY_END, before) || before.eq_ignore_ascii_case("etc") {
        return is_starter(text, tokens, next) || tokens[next].kind == TokenKind::Mark && starts(text, tokens, next);
    }
    starts(text, tokens, next)
}

/// A capital letter alone before a stop, with a name before or behind it, is an initial.
fn is_initial(text: &str, tokens: &[Token], first: usize, at: usize) -> bool {
    let word = tokens[at].span.of(text);
    let mut letters = word.chars();
    if !letters.next().is_some_and(char::is_uppercase) || letters.next().is_some() {
        return false;
    }
    let no_starter = tokens.get(at + 2).is_some_and(|_| !is_starter(text, tokens, at + 2));
    let next_is_name = tokens.get(at + 2).is_some_and(|t| matches!(t.case, Case::Capital | Case::Upper));
    let after_name = at > first && tokens[at - 1].case == Case::Capital;
    no_starter && (next_is_name || after_name && word != "I")
}

fn lower_word(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].case == Case::Lower && tokens[at - 1].span.of(text).len() > 1
}

/// Whether the token is a closing mark that belongs to the sentence before it.
fn closes(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let word = tokens[at].span.of(text);
    match word {
        ")" | "]" | "”" | "’" | "»" | "''" => tokens[at].glued,
        // A straight quote closes where it clings to what stands before it and not to what follows.
        "\"" | "'" => {
            tokens[at].glued && (at + 1 >= end || !tokens[at + 1].glued || matches!(tokens[at + 1].span.of(text), ")" | "]" | "." | ","))
        }
        "." | "!" | "?" => tokens[at].glued,
        _ => false,
    }
}

/// Whether a sentence can start at the token: a capital, a digit, an opening quote or bracket, another script.
fn starts(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].kind {
        TokenKind::Word => tokens[at].case != Case::Lower || !tokens[at].span.of(text).is_ascii(),
        TokenKind::Number | TokenKind::Url => true,
        TokenKind::Mark => matches!(
            tokens[at].span.of(text),
            "\"" | "'"
                | "“"
                | "‘"
                | "«"
                | "„"
                | "``"
                | "("
                | "["
                | "¿"
                | "¡"
                | "•"
                | "-"
                | "--"
                | "–"
                | "—"
                | "`"
                | "*"
                | "$"
                | "£"
                | "€"
                | "#"
                | "@"
        ),
    }
}

/// Whether a word with a capital, perhaps behind an opening quote, stands here.
fn starts_word(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = if tokens[at].kind == TokenKind::Mark { at + 1 } else { at };
    starts(text, tokens, at) && tokens.get(word).is_some_and(|t| t.kind == TokenKind::Word && t.case != Case::Lower)
}

fn is_starter(text: &str, tokens: &[Token], at: usize) -> bool {
    let at = if tokens[at].kind == TokenKind::Mark { at + 1 } else { at };
    tokens.get(at).is_some_and(|token| matches!(token.case, Case::Capital) && listed(STARTERS, token.span.of(text)))
}

fn listed(list: &[&str], word: &str) -> bool {
    list.iter().any(|entry| entry.len() == word.len() && entry.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::new(text.to_owned());
        document.sentences().iter().map(|s| s.span.of(document.text()).to_owned()).collect()
    }

    /// Each text stands with `¦` where a sentence ends.
    #[test]
    fn news_is_cut_where_a_reader_would() {
        for text in [
            "Gen. J. P. Marlow met U.S. Rep. Ann Dole on Aug. 21. ¦They talked.",
            "Bus No. 4 left at 9 a.m. on Friday. ¦It came back at 5 p.m. ¦The driver slept.",
            "\"We were warned.\" ¦He paused. ¦\"Nobody listened,\" she said.",
            "He fears \"influential countries... Take sides without a vote\".",
            "He paused... ¦Then he left. ¦“We wait...” ¦He left.",
            "It rose 3.5 percent. ¦Nobody knew why.",
            "It went to the U.S. ¦The envoy stayed. ¦A U.S. envoy left.",
            "Was it over? ¦Yes! ¦\"Why now?\" he asked.",
            "THE ARMY LEFT. ¦THE REBELS CAME ON 3 MAY. ¦NOBODY SPOKE.",
            "Acme Inc. said so. ¦Acme Corp. ¦But no one at Acme Ltd. agreed.",
            "He met Lt. Col. Daw Kyi Jr. in St. Louis, Mo., in Sept. 2013. ¦They left.",
            "“Да.” ¦Он ушёл. ¦“No.” ¦He stayed.",
            "He left (he said.) ¦She stayed [alone]. ¦They met.",
            "He called it plan B. ¦The rest agreed with George W. Bush.",
            "1. Close the camps. ¦Then open the road.",
            "It ended 2-1. ¦3,000 people watched.",
        ] {
            let want: Vec<String> = text.split('¦').map(|s| s.trim().to_owned()).collect();
            assert_eq!(sentences(&text.replace('¦', "")), want);
        }
    }

    #[test]
    fn lines_of_their_own_are_sentences() {
        assert_eq!(
            sentences("Truce holds\n\nThe truce held.\n- one item\n- another"),
            ["Truce holds", "The truce held.", "- one item", "- another"]
        );
    }
}
