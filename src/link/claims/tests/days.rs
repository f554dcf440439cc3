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
fn a_clause_that_speaks_of_harm_has_a_day_of_its_own() {
    check(&[
        ("It was revealed on Monday that nine clerks were killed in Orlik.", &["killed incident Orlik"]),
        ("The mayor comforted on Sunday the families of the nine clerks killed in Orlik.", &["killed incident Orlik"]),
        ("Leaders arrived on Monday as the killing of a clerk in Orlik angered many.", &["killed incident Orlik"]),
        ("Gunmen killed nine clerks in Orlik; on Monday the council met.", &["killed incident Orlik"]),
        // The harm's own.
        ("The April 1 killing of a clerk in Orlik angered many.", &["killed incident Orlik 2020-04-01"]),
        ("A raid on Monday, in which nine clerks were killed, angered many.", &["killed incident - 2020-05-04"]),
        ("Since Monday's raid in Orlik, in which nine clerks were killed, many are angry.", &["killed incident Orlik 2020-05-04"]),
        (
            "On Monday a clerk was shot in Orlik; police detained two men.",
            &["injured incident Orlik 2020-05-04", "detained incident Orlik 2020-05-04"],
        ),
    ]);
}

#[test]
fn where_others_spoke_or_were_is_no_place_of_harm() {
    check(&[
        ("The Front killed nine clerks in retaliation for raids in Varn.", &["killed incident -"]),
        ("Chad has reported 90 deaths, nine of them in Orlik.", &["killed incident Chad", "killed incident Orlik"]),
        ("The killing of a clerk was welcomed in Orlik.", &["killed incident -"]),
        (
            "A market in Orlik was bombed before. A blast there in April 2019 killed nine clerks.",
            &["killed incident Orlik 2019-04-01..2019-04-30"],
        ),
    ]);
}

#[test]
fn the_clause_around_a_harm_has_a_place_and_a_day_of_its_own() {
    check(&[
        ("Clerks marched in Varn on Monday against the killing of a baker.", &["killed incident -"]),
        ("A paper in Varn told on Monday of nine clerks who died in March.", &["killed incident - 2020-03-01..2020-03-31"]),
        (
            "A man in Varn was charged on Monday with killing nine clerks in Orlik in March.",
            &["killed incident Orlik 2020-03-01..2020-03-31"],
        ),
        (
            "A mill in Varn was founded in 1950 by a man who was killed in Orlik in 1960.",
            &["killed historical Orlik 1960-01-01..1960-12-31"],
        ),
        // Where they point.
        ("The mayor left Varn for Nairobi, where nine clerks were killed on Monday.", &["killed incident Nairobi 2020-05-04"]),
        ("Varn sent doctors to Nairobi after a quake killed nine clerks there.", &["killed incident Nairobi"]),
        ("The market at Mombasa, Kenya, where nine clerks were killed, is shut.", &["killed incident Mombasa"]),
        // The place of whoever asks into it.
        ("Police in Orlik are looking into the death of a clerk.", &["killed incident Orlik"]),
        ("EXCLUSIVE - Gunmen killed nine clerks.", &["killed incident -"]),
    ]);
}

#[test]
fn before_a_year_is_not_in_it() {
    check(&[("Before 1950 some 300 clerks were killed in Orlik.", &["killed historical Orlik ..1949-12-31"])]);
}
