//! Who did it, who says so, where and when, on sentences of our own.

mod days;
mod events;
mod others;

use crate::extract::Extractors;
use crate::extract::dates::Reference;
use crate::text::Document;

/// Perpetrator, speaker, place and date of the first claim; "-" where there is none.
fn first(text: &str) -> String {
    let extractors = Extractors::new().unwrap();
    let document = Document::new(text.to_owned());
    let published = Reference::parse("2020-05-06");
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, published);
    let linked = crate::link::link(&reading, found, published);
    let claim = linked.claims.first().unwrap();
    let show = |span: Option<crate::text::Span>| span.map_or("-", |span| span.of(text));
    let date = claim.date.map_or("-", |n| linked.dates[n].value.as_str());
    format!("{} | {} | {} | {date}", show(claim.perpetrator), show(claim.attributed_to), show(claim.place))
}

#[test]
fn claims_have_who_and_where_and_when() {
    let cases = [
        ("Rebels killed 12 guards near Orlik on Monday, police said.", "Rebels | police | near Orlik | 2020-05-04"),
        // Who did it in the clause beside.
        ("Twelve people were killed when gunmen attacked a bus.", "gunmen | - | - | -"),
        ("The Norvik Front claimed responsibility for a raid that killed 12 guards.", "The Norvik Front | - | - | -"),
        ("An attack targeting a police post, which wounded 16 clerks, failed.", "- | - | - | -"),
        // Who says so.
        ("The mayor put the toll at 8.", "- | The mayor | - | -"),
        ("According to Dana Karel, nine clerks were hurt.", "- | Dana Karel | - | -"),
        ("The ministry, which runs the port, said 16 guards were hurt.", "- | The ministry | - | -"),
        // The place, and not its adjective or where else somebody was.
        ("Two men were shot dead in the Afghan capital of Kabul.", "- | - | Kabul | -"),
        ("Two men were hurt and taken to a hospital in Kabul.", "- | - | - | -"),
        // The day of the harm, and not of what is said or done about it.
        ("Police said on Monday that two men were shot dead.", "- | Police | - | -"),
        ("Two men hurt in the raid were released on Monday.", "- | - | - | -"),
        (
            "They named the Norvik Front, which Kenya holds responsible for killing nine clerks in a raid on an office outside Orlik on May 3.",
            "the Norvik Front | Kenya | outside Orlik | 2020-05-03",
        ),
        ("A raid in Orlik killed two men on Monday.", "- | - | Orlik | 2020-05-04"),
        ("Venn on Monday urged calm after two men were shot dead.", "- | - | - | -"),
        ("As of Monday, 49 clubgoers who lost their lives had been named.", "- | - | - | -"),
        ("A clerk who had left Norvik three months ago was shot dead.", "- | - | - | -"),
        ("Two men will be tried for killing a guard, as four clerks were shot in June 2021.", "Two men | - | - | -"),
        ("Two men were shot dead in St. Orlik on Monday.", "- | - | St. Orlik | 2020-05-04"),
        // Who says so behind the clause, in a quotation that goes on, and who only looks back on it.
        ("Guards shot and killed the gunman, said Norvik Police Chief Dana Karel.", "Guards | Norvik Police Chief Dana Karel | - | -"),
        ("He was hurt on Monday, according to reports.", "- | reports | - | 2020-05-04"),
        ("A report by the council found that floods killed 15 people.", "- | A report | - | -"),
        ("It was calm, Karel said late Monday. \"We hoped so. Today some guards were hurt.\"", "- | Karel | - | 2020-05-06"),
        ("Venn announced that he left after the Front claimed responsibility for a raid that killed a guard.", "the Front | - | - | -"),
        ("An army spokesman, Sgt. Orla Venn, said Tuesday that about 90 guards had been killed.", "- | Sgt. Orla Venn | - | -"),
        ("Two guards were hurt in Orlik, with activists reporting a raid.", "- | - | Orlik | -"),
        ("The toll varies, with activists reporting between 32 and 130 killed.", "- | activists | - | -"),
        ("\"Help us. Nine nurses died. The ward needs funds,\" chief nurse Orla Venn replied.", "- | chief nurse Orla Venn | - | -"),
        ("Venn said the council asked about the raid in Orlik that killed four clerks.", "- | - | Orlik | -"),
        ("The bill, which councillors say would help, would ban guns, as was used in the fatal shooting of Dana Karel.", "- | - | - | -"),
        ("The mayor confirmed the death of two guards.", "- | The mayor | - | -"),
        // Who says so behind an insertion, in a relative clause, by a verb of counting; all who say it; and who "he" is.
        ("Nine clerks were hurt, the mayor, Dana Karel, told reporters.", "- | Dana Karel | - | -"),
        ("Dr. Dana al-Venn, head of the ward, said by telephone that nine clerks were hurt.", "- | Dr. Dana al-Venn | - | -"),
        ("The Norvik Network, which opposes the council and lives on gifts, confirmed two deaths.", "- | The Norvik Network | - | -"),
        ("The trucks were hired by the Norvik Front, which said that nine clerks were hurt.", "- | the Norvik Front | - | -"),
        ("The Norvik Front had counted nine bodies.", "- | The Norvik Front | - | -"),
        ("Nine clerks were hurt, the army and a local group said.", "- | the army and a local group | - | -"),
        ("Karel condemned the raid, adding that nine clerks were hurt.", "- | Karel | - | -"),
        ("A paper, citing police, said nine clerks were hurt.", "- | A paper | - | -"),
        ("Nine clerks were hurt, a paper wrote, citing the police.", "- | a paper | - | -"),
        ("Orla Venn, a grocer, said she hid. Her brother was killed, she said.", "- | Orla Venn | - | -"),
        ("The council announced a reform of its jails, in which nine guards were killed.", "- | - | - | -"),
        ("Venn said Karel's death in the jail was a loss.", "- | - | - | -"),
        ("The Norvik League denies the raid that claimed nine lives.", "- | - | - | -"),
        ("Police say inquiries into the killing of two clerks go on.", "- | - | - | -"),
        ("Police say a fire left nine clerks dead.", "- | Police | - | -"),
        ("Venn spoke of Dana Karel, who drowned on Monday.", "- | - | - | 2020-05-04"),
        // The place of the harm itself, and not of whoever was harmed or did it.
        ("The rebel who killed him was Karel, who attended the university in Orlik.", "The rebel | - | - | -"),
        ("One guard in Paris was shot, while several guards in London were beaten.", "- | - | Paris | -"),
        ("A bomb went off on a train in south-west London, injuring 29 people.", "- | - | south-west London | -"),
        ("A bomb went off in Kenya's southern city of Orlik, killing nine clerks.", "- | - | Orlik | -"),
        ("The consul helped save Libya's eastern city of Benghazi. He was killed there.", "- | - | Benghazi | -"),
        // Whose day it is.
        ("Norland on Friday spurned the offer after the Norlandian killing of a commander in Orlik.", "- | - | Orlik | -"),
        ("The raid killed two clerks, including the son of a cleric executed in 2011.", "- | - | - | -"),
        // Who did it: the sentence's first verb, whose deed it was; never what crashed.
        ("The gunman opened fire in a hall where pupils had been dancing, seriously wounding Dana Karel.", "The gunman | - | - | -"),
        ("There were police killings of two clerks.", "police | - | - | -"),
        ("They condemned Kenya's killing of two clerks.", "Kenya | - | - | -"),
        ("A Kenyan airliner crashed into a hill, killing 12 people.", "- | - | - | -"),
        // Who laid, planted or carried out what did it; all who did it; and who "they" are.
        ("Mines laid by the Norvik Front have killed nine guards.", "the Norvik Front | - | - | -"),
        ("The raid that killed nine guards was carried out by the Norvik Front.", "the Norvik Front | - | - | -"),
        ("They mourned the murder of two clerks by a guard.", "a guard | - | - | -"),
        ("A gunman retaliating by killing two guards fled.", "A gunman | - | - | -"),
        ("Orla Venn and Dana Karel killed nine guards.", "Orla Venn and Dana Karel | - | - | -"),
        ("Norlandian and Kenyan troops traded fire across the line, killing nine clerks.", "Norlandian and Kenyan troops | - | - | -"),
        ("Police reservists returned fire. They killed one gunman.", "Police reservists | - | - | -"),
        ("The battalion said in reply that it had killed nine guards.", "The battalion | The battalion | - | -"),
        ("Those rebels killed nine guards.", "Those rebels | - | - | -"),
        ("The girlfriend of the gunman who killed nine guards wept.", "the gunman | - | - | -"),
        ("Rebels have taken responsibility for the raid that left 12 guards dead.", "Rebels | - | - | -"),
        ("Government jets bombed a camp, killing nine guards.", "Government | - | - | -"),
    ];
    for (text, expected) in cases {
        assert_eq!(first(text), expected, "{text}");
    }
}

/// What the claims of a text tell in columns: harm, scope, place, first and last day.
fn rows(text: &str, published: &str) -> Vec<String> {
    let extractors = Extractors::new().unwrap();
    let document = Document::new(text.to_owned());
    let published = Reference::parse(published);
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, published);
    let claims = crate::link::link(&reading, found, published).claims;
    let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
    let row = |claim: &crate::link::LinkedClaim| {
        let days = if claim.days.0 == claim.days.1 { day(claim.days.0) } else { format!("{}..{}", day(claim.days.0), day(claim.days.1)) };
        let place = claim.place.map_or("-", |place| place.of(text));
        format!("{} {} {place} {days}", claim.claim.harm.name(), claim.claim.scope.name()).trim_end().to_owned()
    };
    claims.iter().map(row).collect()
}

/// Holds for each text, published on Wednesday, 6 May 2020, that its [`rows`] are these.
fn check(cases: &[(&str, &[&str])]) {
    let fault = |(text, expected): &(&str, &[&str])| {
        let rows = rows(text, "2020-05-06");
        (rows != *expected).then(|| format!("{text}\n  gives {rows:?}\n  not   {expected:?}"))
    };
    let faults: Vec<String> = cases.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_dateline_is_where_the_report_was_filed() {
    check(&[
        (
            "NORVIK, Kenya, May 5 - A ferry sank on Lake Orlik on Monday and nine clerks drowned. At least 12 people were missing.",
            &["killed incident Lake Orlik 2020-05-04", "missing incident Lake Orlik 2020-05-04"],
        ),
        ("NORVIK, Kenya, May 5 - Nine clerks were killed on Monday.", &["killed incident NORVIK 2020-05-04"]),
        ("NORVIK, Kenya, May 5 - Nine clerks died in a fire in Orlik.", &["killed incident Orlik"]),
    ]);
}

#[test]
fn a_place_is_told_in_many_ways() {
    check(&[
        ("A boat sank off the Orlik islands, killing nine clerks.", &["killed incident off the Orlik islands"]),
        ("Land mines have killed clerks along the Red Sea coast.", &["killed cumulative Red Sea coast"]),
        ("Nine clerks died on the road between Nairobi and Mombasa.", &["killed incident between Nairobi and Mombasa"]),
        ("Nine clerks died in floods in three provinces of Kenya.", &["killed incident Kenya"]),
        ("Nine pupils were hurt at Orlik Secondary School.", &["injured incident Orlik Secondary School"]),
        ("The blast destroyed much of the ancient town of Orlik and killed nine clerks.", &["killed incident Orlik"]),
        (
            "A raid in Orlik killed nine guards. Four of the dead were from a single village, Varn, near the border.",
            &["killed incident Orlik", "killed incident Varn"],
        ),
        ("A quake shook Nairobi, killing four clerks.", &["killed incident Nairobi"]),
        ("Gunmen attacked a Nairobi market, killing nine clerks.", &["killed incident Nairobi"]),
        ("Kenya has reported 12 deaths, and Uganda nine deaths.", &["killed incident Kenya", "killed incident Uganda"]),
        ("Some 200 people were killed on Kenya's roads.", &["killed incident Kenya"]),
        ("The plane fell on the Norlandian island of Orlik, killing nine.", &["killed incident Orlik"]),
        // A name with its article, and what is no place.
        ("Clashes near Qasr al-Orlik killed nine clerks.", &["killed incident near Qasr al-Orlik"]),
        ("Nine clerks were killed in World War II.", &["killed historical -"]),
        ("Nine clerks were killed in President Karel's time.", &["killed incident -"]),
        // The place told of before.
        (
            "A raid in Orlik killed nine guards. It was dawn. The mill burned. In May two clerks were shot dead at a stop in the same town.",
            &["killed incident Orlik", "killed incident Orlik 2020-05-01..2020-05-31"],
        ),
        ("A bus fell off a cliff in Orlik. Nine clerks died of burns in the district.", &["killed incident Orlik"]),
        ("Kenya shook. The raid killed 600 clerks in the country.", &["killed incident Kenya"]),
        // The nearer of two, and what a weapon is named after.
        ("Gunmen killed nine guards in Orlik, 60 km south of Varn.", &["killed incident Orlik"]),
        ("Nine clerks died in a U.S. airstrike.", &["killed incident -"]),
    ]);
}

#[test]
fn a_place_is_not_where_others_are() {
    check(&[
        // Who tells it, where the wounded were taken, why somebody was arrested.
        (
            "Four clerks were killed in Orlik. Two guards were hurt, said Dana Karel, who heads a clinic in the town of Varn.",
            &["killed incident Orlik", "injured incident Orlik"],
        ),
        (
            "A raid near Orlik killed nine guards. Four others died, a doctor at a hospital in Varn said.",
            &["killed incident near Orlik", "killed incident near Orlik"],
        ),
        ("Nine guards were hurt and were flown to a hospital in Varn.", &["injured incident -"]),
        ("Police in Varn arrested two men in connection with a raid in Orlik on Monday.", &["detained incident Varn"]),
        // Another clause, and more than one place.
        ("A raid in Orlik killed nine guards, a year after a fire in Varn.", &["killed incident Orlik"]),
        (
            "A raid in Orlik killed nine guards. It was dawn. The mill burned. About 600,000 people are displaced within the country.",
            &["killed incident Orlik", "displaced cumulative -"],
        ),
    ]);
}

#[test]
fn what_follows_is_where_and_when_its_event_was() {
    check(&[
        (
            "A raid on Monday killed nine guards in Orlik. It was dawn. The mill burned. Two guards were hurt.",
            &["killed incident Orlik 2020-05-04", "injured incident Orlik 2020-05-04"],
        ),
        ("A mill fell in the village of Orlik. It was dawn. Nine clerks died there.", &["killed incident Orlik"]),
        ("On Monday a shell hit a mill near Orlik. No one was hurt.", &["injured incident near Orlik 2020-05-04"]),
        // What goes on, and what is told of everybody, is of no such day.
        (
            "A raid in Orlik on Monday killed nine guards. It was dawn. The mill burned. The day ended. The virus has killed 300 people worldwide.",
            &["killed incident Orlik 2020-05-04", "killed cumulative -"],
        ),
    ]);
}

#[test]
fn a_day_is_that_of_the_harm() {
    check(&[
        (
            "A tram fell near Orlik on Monday night, and nine bodies had been recovered by Tuesday.",
            &["killed incident near Orlik 2020-05-04"],
        ),
        ("Yesterday, two weeks after a raid left four clerks dead, the mayor released a list.", &["killed incident -"]),
        ("His 16 April explanation of how four clerks died was short.", &["killed incident -"]),
        ("Fear is greater after the killing of nine clerks than at any time since May 2001.", &["killed incident -"]),
        ("The raid killed nine clerks, the worst loss since May 2001.", &["killed incident -"]),
        ("A raid in Orlik killed nine guards, a day after a fire in Varn.", &["killed incident Orlik"]),
        ("Between 1999 and 2013 raids in Orlik killed 90 clerks.", &["killed historical Orlik 1999-01-01..2013-12-31"]),
        ("The civil war, which broke out in May 2013, had led to 3,000 deaths.", &["killed cumulative - 2013-05-01..2020-05-06"]),
        ("Raids have killed 300 clerks this year.", &["killed cumulative - 2020-01-01..2020-05-06"]),
    ]);
}

#[test]
fn an_earlier_event_is_history() {
    let event = "A raid in Orlik killed nine guards on Monday. It was dawn. The mill burned.";
    let first = "killed incident Orlik 2020-05-04";
    let cases: &[(&str, &[&str])] = &[
        (
            "Last month a raid in Varn killed two clerks and wounded four.",
            &["killed historical Varn 2020-04-01..2020-04-30", "injured historical Varn 2020-04-01..2020-04-30"],
        ),
        ("In March a tram fell near Varn, killing two.", &["killed historical near Varn 2020-03-01..2020-03-31"]),
        // What a paragraph goes on with, and the parts of a whole.
        (
            "In November 2014 gunmen killed 28 clerks near Varn. About 900 people were displaced.",
            &["killed historical near Varn 2014-11-01..2014-11-30", "displaced historical near Varn 2014-11-01..2014-11-30"],
        ),
        (
            "In May 2017 rebels killed 34 herders in Varn, including three boys.",
            &["killed historical Varn 2017-05-01..2017-05-31", "killed historical Varn 2017-05-01..2017-05-31"],
        ),
        // The parts of a sum.
        (
            "Cholera has made 90 people sick since March 2019. Kenya has reported nine deaths.",
            &["sick cumulative - 2019-03-01..2020-05-06", "killed cumulative Kenya 2019-03-01..2020-05-06"],
        ),
        // A sum goes on with a sum; what names its own place is of the day.
        (
            "More than 90 people have been killed in Varn since March 2019. Thousands have fled.",
            &["killed cumulative Varn 2019-03-01..2020-05-06", "displaced cumulative Varn 2019-03-01..2020-05-06"],
        ),
        ("Four pupils have been missing since the raid.", &["missing incident Orlik 2020-05-04"]),
        // What a war did, and what was done since.
        ("The war killed 60,000 people.", &["killed historical -"]),
        ("The war has killed 60,000 people.", &["killed cumulative -"]),
        ("Troops have killed 40 rebels in the past week.", &["killed cumulative -"]),
    ];
    for (text, expected) in cases {
        let all: Vec<&str> = std::iter::once(first).chain(expected.iter().copied()).collect();
        assert_eq!(rows(&format!("{event} {text}"), "2020-05-06"), all, "{text}");
    }
    // In an article of no known year: a month alone, and a day weeks before its own.
    let told = "NORVIK, 3 May - Gunmen killed nine guards in Orlik on Monday. It was dawn. The mill burned. In March two clerks were killed. On 11 April four clerks were shot dead.";
    assert_eq!(rows(told, ""), ["killed incident Orlik", "killed historical -", "killed historical -"]);
}

#[test]
fn an_increment_adds_to_a_number_that_rises() {
    check(&[
        (
            "A raid in Orlik hurt nine clerks. Guards killed one gunman and wounded another.",
            &["injured incident Orlik", "killed incident Orlik", "injured incident Orlik"],
        ),
        ("The toll rose to nine after two more bodies were found.", &["killed cumulative -", "killed increment -"]),
        ("A raid killed nine clerks. Two more clerks died overnight.", &["killed incident - 2020-05-06", "killed increment - 2020-05-06"]),
    ]);
}

/// With what the first claim's harm was done; "-" where the text tells nothing.
fn cause(text: &str) -> String {
    let extractors = Extractors::new().unwrap();
    let document = Document::new(text.to_owned());
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, None);
    found.claims.first().unwrap().cause.map_or("-", |tokens| document.words(tokens)).to_owned()
}

#[test]
fn claims_have_a_cause() {
    let cases = [
        ("A car bomb killed nine clerks.", "A car bomb"),
        ("Gunmen killed three guards with knives.", "knives"),
        ("Nine clerks died in a flood near Orlik.", "a flood"),
        // A death is the cause of the protests over it, and what only dates a crash is none of it.
        ("Protests over the death of Dana Karel went on.", "-"),
        ("Hours after the strike, a tram fell over, killing 12.", "a tram"),
        // What led to it, and all of it.
        ("An aftershock brought down a tower but caused no injuries.", "An aftershock"),
        ("An explosion and fire killed nine clerks.", "An explosion and fire"),
        ("Floods after days of heavy rain have killed nine clerks.", "Floods"),
        ("An exchange of fire in Orlik killed nine clerks.", "An exchange of fire"),
        ("Cholera has made 90 people sick since the outbreak began.", "Cholera"),
        ("Shells landed on a mill but no one was hurt.", "Shells"),
        ("It was calm since the collapse of the mill, in which nine clerks died.", "the collapse of the mill"),
        ("Nine clerks died when a bus overturned.", "a bus"),
        ("A school shooting in Orlik that killed nine pupils led to new laws.", "A school shooting"),
        ("A mass shooting at a mill in Orlik killed nine clerks.", "A mass shooting"),
        ("A guard shooting at a crowd killed nine clerks.", "-"),
        // Where people were, what they carried, and what another harm was done with.
        ("Gunmen shot dead a clerk in his car.", "shot"),
        ("Guards shot dead two men who were carrying rifles.", "shot"),
        ("Three were hurt in a crash in Orlik, and in May nine clerks were killed.", "a crash"),
        ("More than 300 people have been killed since the coup.", "-"),
        // What somebody is held for, and what only bears the name.
        ("Police arrested two men in connection with the bombing of a market.", "-"),
        ("Police detained nine clerks in a raid.", "a raid"),
        ("Nine clerks were killed in a coal mine.", "-"),
        ("A tweet storm broke out after nine clerks were killed.", "-"),
    ];
    for (text, expected) in cases {
        assert_eq!(cause(text), expected, "{text}");
    }
}

#[test]
fn what_goes_on_has_the_day_and_no_increment() {
    let extractors = Extractors::new().unwrap();
    let text =
        "Nine guards were killed in a raid on Monday. Another 20 people were wounded. Norvik has seen 90 people killed since March 2019.";
    let document = Document::new(text.to_owned());
    let published = Reference::parse("2020-05-06");
    let mut reading = extractors.read(&document);
    let found = extractors.extract(&mut reading, published);
    let claims = crate::link::link(&reading, found, published).claims;
    let show = |claim: &crate::link::LinkedClaim| {
        let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
        format!("{} {}..{}", claim.claim.scope.name(), day(claim.days.0), day(claim.days.1))
    };
    let shown: Vec<String> = claims.iter().map(show).collect();
    assert_eq!(shown, ["incident 2020-05-04..2020-05-04", "incident 2020-05-04..2020-05-04", "cumulative 2019-03-01..2020-05-06"]);
}
