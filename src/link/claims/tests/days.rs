//! Whose day a date is, in its own sentence and in the next: published on Wednesday, 6 May 2020.

use super::check;

#[test]
fn what_is_done_about_harm_has_a_day_of_its_own() {
    check(&[
        ("A video released on Sunday showed rebels shooting nine guards.", &["injured incident -"]),
        ("The officer who shot nine clerks was charged on Monday.", &["injured incident -"]),
        ("As a paper reported in these pages on Sunday, two men were hanged in Orlik.", &["killed incident Orlik"]),
        ("On Monday, a court sentenced a man who shot two clerks.", &["injured incident -"]),
        ("Autopsies of nine victims of a raid were released on Monday. Nine clerks died of burns.", &["killed incident -"]),
        ("The council slammed the board on Monday over a raid. Nine clerks were killed.", &["killed incident -"]),
        // The harm's own.
        ("A lorry slammed into a mill on Monday. Nine clerks were killed.", &["killed incident - 2020-05-04"]),
        ("Gunmen fired at a bus on Monday, killing nine clerks.", &["killed incident - 2020-05-04"]),
        ("The Front claimed an April 1 raid that hurt nine clerks.", &["injured incident - 2020-04-01"]),
    ]);
}

#[test]
fn the_sentence_before_dates_what_goes_on_with_it() {
    check(&[
        ("A bomb went off in Orlik on Monday. Nine clerks were killed.", &["killed incident Orlik 2020-05-04"]),
        ("A bomb went off in Orlik on Monday. Nine clerks were killed at a mill in Orlik.", &["killed incident Orlik 2020-05-04"]),
        // Another place, a sum, whoever they were, where a time begins.
        ("A bomb went off in Orlik on Monday. Nine clerks were killed in Varn.", &["killed incident Varn"]),
        ("A train crashed in Orlik on Monday. Combined, the crashes killed 346 clerks.", &["killed incident Orlik"]),
        (
            "Nine guards were shot dead on Monday. It honours guards killed in the line of duty.",
            &["killed incident - 2020-05-04", "killed incident -"],
        ),
        ("The port has seen raids since 1962. Nine clerks were killed.", &["killed incident -"]),
        // The arrest of one, and the harm of others.
        (
            "Dana Karel was arrested in April. The cell killed nine clerks.",
            &["detained incident - 2020-04-01..2020-04-30", "killed incident -"],
        ),
    ]);
}

#[test]
fn before_a_year_is_not_in_it() {
    check(&[("Before 1950 some 300 clerks were killed in Orlik.", &["killed historical Orlik ..1949-12-31"])]);
}
