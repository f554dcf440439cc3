//! The user's own lists: names and words that ours lack, or that the user knows better.
//!
//! A list is CSV or TSV with the columns of ours ([`table`]). A row is a name, whose `kind` is that of an actor, or a word,
//! whose `kind` is the class of words that it joins:
//!
//! | `kind` | `name` and `aliases` | `role` |
//! |---|---|---|
//! | `person`, `armed_group`, ... | a name and its other forms, as they are written | the office of a person |
//! | `title` | a title or office, in any case | `head`, `minister`, `military`, ... |
//! | `harm_verb` | a verb that does harm to somebody, and its irregular forms | `killed`, `injured`, ... |
//! | `harm_event` | a noun for an event of harm, and its plural | `killed`, `injured`, ... |
//! | `harm_person` | a noun for a victim, and its plural | `civilian`, `combatant`, ... |
//! | `plan_noun` | a noun for a plan | |
//!
//! `country` is ISO 3166-1 alpha-3, `code` the CAMEO code, `from` and `to` the days, months or years between which the row
//! holds: of several rows of one name, an article is read with the one that holds on its date.
//! What is wrong with a list is an error by file and line; a list that was read has no faults left.

mod table;
mod verbs;

use std::collections::{BTreeMap, BTreeSet};

use self::table::{Fault, Record, fault};
use super::actors::{ActorKind, TITLE_ROLES, country_codes};
use super::casualties::{Harm, VictimClass};
use crate::error::Error;
use crate::rules::{Lexicon, LexiconCase};

/// The classes of words that a list may add to.
const WORDS: [&str; 5] = ["title", "harm_verb", "harm_event", "harm_person", "plan_noun"];

/// A list of the user's, read and checked.
#[derive(Debug, Clone)]
pub struct OwnLexicon {
    lists: Vec<Lexicon>,
    rows: usize,
}

impl OwnLexicon {
    /// Reads a list from the text of a file; `file` names it in errors.
    /// What is read lives as long as the process: lists are read once, before the first article.
    ///
    /// # Errors
    /// All lines that are wrong, each with what is allowed.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<Error>> {
        let mut faults = Vec::new();
        let records = match table::read(file, text, &mut faults) {
            Ok(records) => records,
            Err((_, error)) => return Err(vec![error]),
        };
        let countries = country_codes();
        let mut seen = BTreeMap::new();
        for record in &records {
            faults.extend(checked(file, record, &countries).err());
            let key = ["name", "kind", "from", "to"].map(|column| record.field(column));
            if let Some(before) = seen.insert(key, record.line) {
                let allowed = format!("a name once for a kind and its dates: it stands in line {before} too");
                faults.push(fault(file, record.line, record.field("name"), allowed));
            }
        }
        if faults.is_empty() {
            return Ok(Self { lists: lists(file, &records), rows: records.len() });
        }
        faults.sort_by_key(|(line, _)| *line);
        Err(faults.into_iter().map(|(_, error)| error).collect())
    }

    /// Its rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The same in the form of our own lists.
    pub(super) fn lists(&self) -> &[Lexicon] {
        &self.lists
    }
}

/// Whether the fields of a row are what their columns allow.
fn checked(file: &str, record: &Record, countries: &BTreeSet<&str>) -> Result<(), Fault> {
    let wrong = |found: &str, allowed: String| Err(fault(file, record.line, found, allowed));
    let (name, kind) = (record.field("name"), record.field("kind"));
    for phrase in std::iter::once(name).chain(aliases(record)) {
        if !phrase.contains(char::is_alphanumeric) {
            return wrong(phrase, "a name with letters; aliases parted by semicolons".into());
        }
    }
    let actor = ActorKind::parse(kind).is_some();
    if !actor && !WORDS.contains(&kind) {
        let kinds = ActorKind::ALL.iter().map(|kind| kind.name()).chain(WORDS).collect::<Vec<_>>();
        return wrong(kind, format!("one of the kinds {}", kinds.join(", ")));
    }
    let role = record.field("role");
    let roles: Vec<&str> = match kind {
        "title" => TITLE_ROLES.to_vec(),
        "harm_verb" | "harm_event" => Harm::ALL.iter().map(|harm| harm.name()).collect(),
        "harm_person" => VictimClass::ALL.iter().map(|class| class.name()).collect(),
        _ => Vec::new(),
    };
    if !roles.is_empty() && !roles.contains(&role) {
        return wrong(role, format!("as role of a {kind} one of {}", roles.join(", ")));
    }
    let country = record.field("country");
    if !country.is_empty() && !countries.contains(country) {
        return wrong(country, "an ISO 3166-1 alpha-3 code in capitals, such as SYR, or nothing".into());
    }
    let code = record.field("code");
    let letters = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    if !letters || !code.len().is_multiple_of(3) || code.len() > 15 {
        return wrong(code, "a CAMEO code: groups of three capitals, such as SYRREB, or nothing".into());
    }
    for date in [record.field("from"), record.field("to")] {
        if !is_date(date) {
            return wrong(date, "a year (2013), month (2013-08) or day (2013-08-21), or nothing".into());
        }
    }
    let (from, to) = (record.field("from"), record.field("to"));
    let common = from.len().min(to.len());
    if from.get(..common) > to.get(..common) {
        return wrong(to, format!("an end that is not before the beginning, {from}"));
    }
    let idle = if actor { None } else { ["country", "from", "to"].into_iter().find(|column| !record.field(column).is_empty()) };
    match idle {
        Some(column) => wrong(record.field(column), format!("no {column} for a word of the class {kind}")),
        None => Ok(()),
    }
}

/// Whether it is a year, month or day, or nothing.
fn is_date(date: &str) -> bool {
    let bound = |part: &str, most: u8| part.len() == 2 && part.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    let mut parts = date.split('-');
    let year = parts.next().is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    date.is_empty()
        || year
            && parts.next().is_none_or(|month| bound(month, 12))
            && parts.next().is_none_or(|day| bound(day, 31))
            && parts.next().is_none()
}

fn aliases(record: &Record) -> impl Iterator<Item = &str> {
    record.field("aliases").split(';').map(str::trim).filter(|alias| !alias.is_empty())
}

/// The rows in the form of our own lists: names as written, titles and other words in any case.
fn lists(file: &str, records: &[Record]) -> Vec<Lexicon> {
    const NAMES: &str = "name\tclass\tkind\trole\tcountry\tcode\taliases\tfrom\tto\n";
    let (mut names, mut titles) = (NAMES.to_owned(), NAMES.to_owned());
    // The rows of one name stand together, so that the one that holds on a day is found from any of them.
    let mut records: Vec<&Record> = records.iter().collect();
    records.sort_by_key(|record| record.field("name"));
    let mut words = "name\tclass\tharm\tform\tvalency\tforce\tkind\tnumber\n".to_owned();
    for record in records {
        let [name, kind, role, country, code, _, from, to] = record.fields.each_ref().map(String::as_str);
        let others = aliases(record).collect::<Vec<_>>();
        let mut word = |name: &str, about: [&str; 6]| words.push_str(&format!("{name}\t{kind}\t{}\n", about.join("\t")));
        match kind {
            "harm_verb" => verbs::forms(name, &others).iter().for_each(|(form, verb)| word(verb, [role, form, "t", "strong", "", ""])),
            "harm_event" => with_number(name, &others, |noun, number| word(noun, [role, number, "", "", "", ""])),
            "harm_person" => with_number(name, &others, |noun, number| word(noun, ["", "", "", "", role, number])),
            "plan_noun" => with_number(name, &others, |noun, _| word(noun, [""; 6])),
            _ => {
                let (list, of) = if kind == "title" { (&mut titles, "person") } else { (&mut names, kind) };
                let class = class(kind, country, code);
                list.push_str(&format!("{name}\t{class}\t{of}\t{role}\t{country}\t{code}\t{}\t{from}\t{to}\n", others.join(";")));
            }
        }
    }
    let list = |case, data: String| Lexicon { file: kept(file.to_owned()), class: "", case, data: kept(data) };
    vec![list(LexiconCase::Exact, names), list(LexiconCase::Any, titles), list(LexiconCase::Any, words)]
}

/// Words that live as long as the process, as those of our own lists do.
fn kept(words: String) -> &'static str {
    Box::leak(words.into_boxed_str())
}

fn with_number(name: &str, plurals: &[&str], mut word: impl FnMut(&str, &str)) {
    word(name, "s");
    plurals.iter().for_each(|plural| word(plural, "p"));
}

/// The class of our lists that an actor's name joins.
fn class(kind: &str, country: &str, code: &str) -> &'static str {
    match kind {
        "title" => "title",
        "person" => "leader",
        "armed_group" => "armed_group",
        "government" => "government",
        "military" => "military",
        "media" => "media",
        "place" if !country.is_empty() && country == code => "country",
        "place" => "city",
        "people" => "demonym",
        _ => "organization",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_named_with_what_is_allowed() {
        let text = "name,kind,role,country,code,aliases,from,to\n\
                    Orlik Front,armed group\n\
                    Orlik Front,armed_group,,Syria\n\
                    Orlik Band,armed_group,,SYR,SYRREBEL\n\
                    Orlik Front,armed_group,,SYR,SYRREB,,2013-13\n\
                    Orlik Front,armed_group,,SYR,SYRREB,OF,2013-08,2012\n\
                    garrot,harm_verb,dead\n\
                    ...,other\n\
                    Brell,other,,,,;-\n\
                    a,title,head,KEN\n\
                    Brell,other\n\
                    Brell,other,,,,,,,9\n";
        let faults = OwnLexicon::parse("mine.csv", text).unwrap_err();
        let lines: Vec<String> = faults.iter().map(|fault| fault.to_string().chars().take(72).collect()).collect();
        assert_eq!(
            lines,
            [
                "mine.csv, line 2: found \"armed group\", allowed is one of the kinds perso",
                "mine.csv, line 3: found \"Syria\", allowed is an ISO 3166-1 alpha-3 code i",
                "mine.csv, line 4: found \"SYRREBEL\", allowed is a CAMEO code: groups of t",
                "mine.csv, line 5: found \"2013-13\", allowed is a year (2013), month (2013",
                "mine.csv, line 6: found \"2012\", allowed is an end that is not before the",
                "mine.csv, line 7: found \"dead\", allowed is as role of a harm_verb one of",
                "mine.csv, line 8: found \"...\", allowed is a name with letters; aliases p",
                "mine.csv, line 9: found \"-\", allowed is a name with letters; aliases par",
                "mine.csv, line 10: found \"KEN\", allowed is no country for a word of the ",
                "mine.csv, line 11: found \"Brell\", allowed is a name once for a kind and ",
                "mine.csv, line 12: found \"9\", allowed is 8 fields, as in the header; a f",
            ]
        );
    }

    #[test]
    fn what_was_read_is_a_list_like_ours() {
        let text =
            "name;kind;role;aliases\nOrlik Front;armed_group;;\"OF; Orlikists\"\nfirebomb;harm_verb;injured;\nsage;title;religious;sages\n";
        let own = OwnLexicon::parse("mine.csv", text).unwrap();
        assert_eq!(own.rows(), 3);
        let classes: Vec<_> = own.lists().iter().flat_map(|list| list.classes().unwrap()).collect();
        assert_eq!(classes, ["armed_group", "title", "harm_verb"]);
        assert!(own.lists()[0].data.contains("Orlik Front\tarmed_group\tarmed_group\t\t\t\tOF;Orlikists\t\t\n"));
        assert!(own.lists()[2].data.contains("firebombed\tharm_verb\tinjured\tpast\tt\tstrong\t\t\n"));
    }
}
