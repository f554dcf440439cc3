//! Who did it, who says so, where and when, on sentences of our own.

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
        ("Two men will be tried for killing a guard, as four clerks were shot in June 2021.", "- | - | - | -"),
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
        ("Venn spoke of Dana Karel, who died on Monday.", "- | - | - | 2020-05-04"),
        // The place of the harm itself, and not of whoever was harmed or did it.
        ("The rebel who killed him was Karel, who attended the university in Orlik.", "The rebel | - | - | -"),
        ("One guard in Paris was shot, while several guards in London were beaten.", "- | - | Paris | -"),
        ("A bomb went off on a train in south-west London, injuring 29 people.", "- | - | south-west London | -"),
        ("A bomb went off in Kenya's southern city of Orlik, killing nine clerks.", "- | - | Orlik | -"),
        ("The consul helped save Libya's eastern city of Benghazi. He died there.", "- | - | Benghazi | -"),
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
    ];
    for (text, expected) in cases {
        assert_eq!(first(text), expected, "{text}");
    }
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
        ("Hours after the strike, a tram fell over, killing 12.", "-"),
        // What led to it, and all of it.
        ("An aftershock brought down a tower but caused no injuries.", "An aftershock"),
        ("An explosion and fire killed nine clerks.", "An explosion and fire"),
        ("It was calm since the collapse of the mill, in which nine clerks died.", "the collapse of the mill"),
        ("Nine clerks died when a bus overturned.", "a bus"),
        // Where people were, what they carried, and what another harm was done with.
        ("Gunmen shot dead a clerk in his car.", "-"),
        ("Guards shot dead two men who were carrying rifles.", "-"),
        ("Three were hurt in a crash in Orlik, and in May nine clerks were killed.", "a crash"),
        ("More than 300 people have been killed since the coup.", "-"),
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
