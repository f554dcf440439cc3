//! The closed word classes of English, as lexicon classes that all extractors may use in patterns and code.
//!
//! | class | words |
//! |---|---|
//! | `auxiliary` | is, was, been, has, had, do ... |
//! | `modal` | will, would, must ...; column `modality` |
//! | `determiner` | the, a, this, his, some ... |
//! | `preposition` | in, of, by, between ... |
//! | `pronoun` | he, they, who ... |
//! | `conjunction` | and, or, but, because ... |
//! | `negation` | not, no, never, without ... |
//! | `speech` | said, told, according to ...: verbs and phrases that name a speaker |
//! | `verb` | common verbs in all their forms; columns `lemma` and `form`; read through [`Verbs`] |

mod lemma;

pub use lemma::{VerbForm, Verbs, guess};
