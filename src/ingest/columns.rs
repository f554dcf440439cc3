//! What the columns of a table are called, where a row is an article.

use super::ReadOptions;
use super::json::fields::Field;
use crate::error::ProblemKind;

/// The name of a column: that of a field, where it differs from it in case and spaces alone.
pub(super) fn name(written: &str, options: &ReadOptions) -> String {
    let name = written.trim().to_owned();
    if options.fields.holds(&name) {
        return name;
    }
    let plain = name.replace([' ', '-'], "_");
    known_names().find(|known| known.eq_ignore_ascii_case(&plain)).map_or(name, str::to_owned)
}

/// Whether a column of this name says something about an article.
pub(super) fn is_known(name: &str, options: &ReadOptions) -> bool {
    options.fields.holds(name) || known_names().any(|known| known == name)
}

/// Says what is wrong with a table none of whose columns may hold the text.
pub(super) fn check_for_text(names: &[String], options: &ReadOptions) -> Result<(), (ProblemKind, String)> {
    let usual = Field::Text.usual_names();
    if names.iter().any(|name| usual.contains(&name.as_str()) || options.fields.holds(name)) {
        return Ok(());
    }
    let found: Vec<_> = names.iter().take(20).map(|name| name.chars().take(30).collect::<String>()).collect();
    let (found, usual) = (found.join(", "), usual.join(", "));
    let message = format!("no column with text among {found}; allowed are {usual} and names given by --columns text=NAME");
    Err((ProblemKind::NoText, message))
}

fn known_names() -> impl Iterator<Item = &'static str> {
    Field::ALL.iter().flat_map(|field| field.usual_names()).copied()
}
