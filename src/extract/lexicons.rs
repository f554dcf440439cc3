//! All word lists: to add one, add its line here.
//!
//! `build.rs` makes one automaton of them, so this file uses nothing but `rules`. Where two lists have the same phrase, the
//! first comes first. Names match as written ("US", "Turkey"); all other words in any case.

use crate::rules::Lexicon;
use crate::rules::LexiconCase::{self, Any, Exact};

const fn list(class: &'static str, case: LexiconCase, file: &'static str, data: &'static str) -> Lexicon {
    Lexicon { file, class, case, data }
}

/// The word lists, by extractor. An empty class: each row names its own.
pub const LEXICONS: &[&Lexicon] = &[
    &list("", Any, "src/extract/english/words.tsv", include_str!("english/words.tsv")),
    &list("verb", Any, "src/extract/english/verbs.tsv", include_str!("english/verbs.tsv")),
    &list("", Any, "src/extract/numbers/numbers.tsv", include_str!("numbers/numbers.tsv")),
    &list("", Exact, "src/extract/dates/lexicon/calendar.tsv", include_str!("dates/lexicon/calendar.tsv")),
    &list("", Any, "src/extract/dates/lexicon/words.tsv", include_str!("dates/lexicon/words.tsv")),
    &list("", Exact, "src/extract/dates/lexicon/holidays.tsv", include_str!("dates/lexicon/holidays.tsv")),
    &list("", Any, "src/extract/dates/lexicon/verbs.tsv", include_str!("dates/lexicon/verbs.tsv")),
    &list("country", Exact, "src/extract/actors/lexicon/countries.tsv", include_str!("actors/lexicon/countries.tsv")),
    &list("capital", Exact, "src/extract/actors/lexicon/capitals.tsv", include_str!("actors/lexicon/capitals.tsv")),
    &list("demonym", Exact, "src/extract/actors/lexicon/demonyms.tsv", include_str!("actors/lexicon/demonyms.tsv")),
    &list("leader", Exact, "src/extract/actors/lexicon/leaders.tsv", include_str!("actors/lexicon/leaders.tsv")),
    &list("organization", Exact, "src/extract/actors/lexicon/organizations.tsv", include_str!("actors/lexicon/organizations.tsv")),
    &list("government", Exact, "src/extract/actors/lexicon/governments.tsv", include_str!("actors/lexicon/governments.tsv")),
    &list("military", Exact, "src/extract/actors/lexicon/military.tsv", include_str!("actors/lexicon/military.tsv")),
    &list("armed_group", Exact, "src/extract/actors/lexicon/armed_groups.tsv", include_str!("actors/lexicon/armed_groups.tsv")),
    &list("party", Exact, "src/extract/actors/lexicon/parties.tsv", include_str!("actors/lexicon/parties.tsv")),
    &list("media", Exact, "src/extract/actors/lexicon/media.tsv", include_str!("actors/lexicon/media.tsv")),
    &list("company", Exact, "src/extract/actors/lexicon/companies.tsv", include_str!("actors/lexicon/companies.tsv")),
    &list("city", Exact, "src/extract/actors/lexicon/cities.tsv", include_str!("actors/lexicon/cities.tsv")),
    &list("title", Any, "src/extract/actors/lexicon/titles.tsv", include_str!("actors/lexicon/titles.tsv")),
    &list("agent", Any, "src/extract/actors/lexicon/agents.tsv", include_str!("actors/lexicon/agents.tsv")),
    &list("given_name", Exact, "src/extract/actors/lexicon/given_names.tsv", include_str!("actors/lexicon/given_names.tsv")),
    &list("surname", Exact, "src/extract/actors/lexicon/surnames.tsv", include_str!("actors/lexicon/surnames.tsv")),
    &list("", Any, "src/extract/actors/lexicon/words.tsv", include_str!("actors/lexicon/words.tsv")),
    &list("", Any, "src/extract/casualties/harm.tsv", include_str!("casualties/harm.tsv")),
    &list("", Any, "src/extract/casualties/nouns.tsv", include_str!("casualties/nouns.tsv")),
    &list("", Any, "src/extract/casualties/clause.tsv", include_str!("casualties/clause.tsv")),
    &list("", Any, "src/extract/plans/plans.tsv", include_str!("plans/plans.tsv")),
    &list("", Any, "src/extract/actors/lexicon/common.tsv", include_str!("actors/lexicon/common.tsv")),
];
