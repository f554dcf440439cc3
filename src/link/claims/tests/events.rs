//! Where and when, as sentences tell it that count nobody: published on Wednesday, 6 May 2020.

use super::check;

#[test]
fn a_sentence_without_a_claim_places_and_dates_its_event() {
    check(&[
        (
            "A fire broke out at a mill in Orlik on Monday night. The cause is not known. Two men were taken to hospital with burns.",
            &["injured incident Orlik 2020-05-04"],
        ),
        (
            "A woman was killed in a crash in Varn. The collision, between a bus and a van, occurred at about 6pm on Monday. The van's driver suffered burns.",
            &["killed incident Varn 2020-05-04", "injured incident Varn 2020-05-04"],
        ),
        ("A gunman entered the Karel college and opened fire. Eight clerks were hurt.", &["injured incident Karel college"]),
        (
            "The body of a clerk was found on Callow Moor on Sunday. His death was not suspicious.",
            &["killed incident Callow Moor 2020-05-03"],
        ),
        ("A van crashed into Lake Orlik on Saturday. All five people on board were killed.", &["killed incident Lake Orlik 2020-05-02"]),
        // The day that owns the event, further on.
        (
            "Nine guards were killed when a bomb exploded in Varn. The mill burned. It was dawn. No group claimed Monday's attack.",
            &["killed incident Varn 2020-05-04"],
        ),
        // An hour is of that day, and opens no other clause.
        (
            "A knife attack in Varn hurt two pupils. It was short. The attack happened just after 9am on Tuesday.",
            &["injured incident Varn 2020-05-05"],
        ),
        // Of the one who did it, and long ago.
        (
            "A mill was fined after a clerk died in a blast. The incident occurred in Orlik on 18 November 2015.",
            &["killed incident Orlik 2015-11-18"],
        ),
    ]);
}

#[test]
fn another_event_is_not_where_and_when_the_articles_was() {
    check(&[
        // Two days, of which the last is that of the news.
        (
            "Nine guards were killed in Varn. Four clerks were killed in other attacks on Sunday and Monday. The mill was the aim of Tuesday's bomb.",
            &["killed incident Varn 2020-05-05", "killed incident Varn 2020-05-03..2020-05-04"],
        ),
        (
            "The jail in Varn saw a riot on Sunday that killed four clerks. It was the site of another melee in May 2015. Two guards also died.",
            &["killed incident Varn 2020-05-03", "killed historical - 2015-05-01..2015-05-31"],
        ),
        // What only reacts to it, works in a dispute, or is another noun's.
        ("Hundreds mourned in Varn on Tuesday for four clerks who were killed in a crash.", &["killed incident -"]),
        ("A court in Varn on Tuesday jailed a man who shot two clerks.", &["detained incident - 2020-05-05", "injured incident -"]),
        ("Dockers began a strike at Varn on Monday. The port is large. It is old. Nobody was hurt.", &["injured incident -"]),
        ("A house stands in the storm-hit ruins of Varn. Nine clerks were hurt.", &["injured incident -"]),
        ("Venn attacked his critics at noon in Varn. It is old. The port is large. Nobody was hurt.", &["injured incident -"]),
        (
            "A blast in Varn hurt nine clerks. It was dawn. The mill burned. They recalled another tragedy, in which a gunman killed four.",
            &["injured incident Varn", "killed incident -"],
        ),
        ("Two men remain in custody until late March.", &["detained incident -"]),
    ]);
}

#[test]
fn a_home_is_not_where_somebody_died() {
    check(&[
        (
            "A blast in Orlik hurt nine clerks. A baker of 75, from Clay Hill, south Varn, died.",
            &["injured incident Orlik", "killed incident Orlik"],
        ),
        ("A storm whose force was felt in Varn killed nine clerks.", &["killed incident -"]),
        ("In one of the poorest countries in Africa nine clerks died.", &["killed incident -"]),
        ("Nine clerks died in an accident Instead, drivers were told to wait.", &["killed incident -"]),
    ]);
}

#[test]
fn a_name_within_a_name_is_the_nearer_place() {
    check(&[
        ("Nine clerks were killed in the US state of Kansas.", &["killed incident Kansas"]),
        ("A tornado hit the US state of Kansas, killing nine.", &["killed incident Kansas"]),
        ("Nine clerks were killed in the Varn district of Kenya.", &["killed incident Varn"]),
        ("Nine clerks were killed in raids on Kenya's Orlik.", &["killed incident Orlik"]),
        ("A clerk was killed in a crash on St Karel's Road.", &["killed incident St Karel's Road"]),
        ("Two clerks were kidnapped from a clinic in Orlik.", &["abducted incident Orlik"]),
        ("Gunmen raided Varn village in Kenya, killing nine clerks.", &["killed incident Varn"]),
        ("Gunmen raided Varn and Orlik villages on Monday, killing nine clerks.", &["killed incident Varn and Orlik 2020-05-04"]),
        ("A shell landed at a school at Varn, in southern Kenya, and hurt nine clerks.", &["injured incident Varn"]),
        ("Nine clerks died in Kenya's Orlik province.", &["killed incident Orlik"]),
        ("The shelling of Nairobi killed nine clerks.", &["killed incident Nairobi"]),
        ("Missiles slammed into Nairobi, killing nine clerks.", &["killed incident Nairobi"]),
        ("Nine clerks were killed across Kenya.", &["killed incident Kenya"]),
        ("Nine clerks were killed as riots spread across Kenya.", &["killed incident -"]),
        // Where the report was filed, though its sentence speaks of another land.
        ("NORVIK, May 5 - Nine clerks from Kenya's north were killed in raids that Uganda condemned.", &["killed incident -"]),
    ]);
}
