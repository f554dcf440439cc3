//! What news tells of harm, and what it does not, phenomenon by phenomenon.

use super::tests::check;

#[test]
fn counts_come_in_every_form() {
    check(&[
        // All harms.
        ("Nine pupils fell ill after lunch.", &["sick 9/9/9"]),
        ("The flood affected 3,000 families.", &["affected 3000/3000/3000"]),
        ("The storm made 400 people homeless.", &["displaced 400/400/400"]),
        ("Four men were fatally shot. A driver fatally struck a boy.", &["killed 4/4/4", "killed 1/1/1"]),
        ("He jumped to his death from a bridge.", &["killed 1/1/1"]),
        ("The fatal shooting of two clerks shocked Orlik.", &["killed 2/2/2"]),
        ("A guard suffered fatal stab wounds.", &["killed 1/1/1"]),
        ("SCHOOL SHOOTING LEAVES 10 DEAD IN ORLIK.", &["killed 10/10/10"]),
        ("Guards killed a gunman who may have planned more.", &["killed 1/1/1 attacker"]),
        ("Gunmen attacked a satirical magazine, killing eight. The film director was shot dead.", &["killed 8/8/8", "killed 1/1/1"]),
        (
            "A medic stands next to the body of a soldier. Unrest followed in Norvik over the death of a clerk.",
            &["killed 1/1/1", "killed 1/1/1"],
        ),
        // Counts with their bounds.
        ("Up to 20 guards were killed.", &["killed 0/20/20"]),
        ("As many as 30 people were hurt. A raid hit Norvik, killing as many as 40.", &["injured 0/30/30", "killed 0/40/40"]),
        ("At least seven and as many as 11 people were killed.", &["killed 7//11"]),
        ("There were 14 homicides in Norvik.", &["killed 14/14/14"]),
        ("More than 50 people were killed.", &["killed 50/50/"]),
        ("Fewer than ten people were hurt.", &["injured 0/9/9"]),
        ("Nearly 300 people were killed.", &["killed 255/300/300"]),
        ("Two or three guards were killed.", &["killed 2//3"]),
        ("Ten to 15 guards were killed.", &["killed 10//15"]),
        ("Dozens were killed and scores were hurt.", &["killed 24/24/", "injured 40/40/"]),
        ("A dozen clerks were killed.", &["killed 12/12/12"]),
        ("A lot of Norlanders died.", &["killed 2//"]),
        ("Both guards were killed. Her parents died.", &["killed 2/2/2", "killed 2/2/2"]),
        ("He put the number of injured at 10-12.", &["injured 10//12 cumulative"]),
        // Singular and named victims, bare plurals, nobody.
        ("A shepherd was shot dead.", &["killed 1/1/1"]),
        ("Dana Karel, who ran the club, was found dead at her home.", &["killed 1/1/1"]),
        ("Karel, 40, a bus driver, was killed at Orlik.", &["killed 1/1/1"]),
        ("Dana Karel ran a school. Karel was shot dead on Monday.", &["killed 1/1/1"]),
        ("Civilians were killed in Orlik.", &["killed 2//"]),
        ("A blast hit a home in Norvik, causing injuries.", &["injured 2//"]),
        ("None of the guards was hurt.", &["injured 0/0/0"]),
        ("There were no civilian casualties. No serious injuries were reported.", &["casualties 0/0/0", "injured 0/0/0"]),
    ]);
}

#[test]
fn victims_are_joined_and_inserted() {
    check(&[
        // Groups and whom "and" joins.
        (
            "His mother and sister were killed. A doctor and driver were killed.",
            &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1", "killed 2/2/2"],
        ),
        ("A teacher and activist was killed. A Norvik & Orlik officer was killed.", &["killed 1/1/1", "killed 1/1/1"]),
        ("A commander, along with three other rebels of the Front, was shot dead.", &["killed 4/4/4", "<killed 1/1/1", "<killed 3/3/3"]),
        ("Venn, 42; Dana Karel, 19; and a guard were killed.", &["killed 3/3/3", "<killed 1/1/1", "<killed 1/1/1", "<killed 1/1/1"]),
        (
            "The deaths of Dana Karel, Orla Venn and Rik Lund shocked Norvik.",
            &["killed 3/3/3", "<killed 1/1/1", "<killed 1/1/1", "<killed 1/1/1"],
        ),
        ("At least six rebels of the NF and LK were killed.", &["killed 6/6/"]),
        ("A guard and his family were shot and killed.", &["killed 3//", "<killed 1/1/1"]),
        // Who stands behind an insertion, a participle, a relative clause.
        ("Six men, suspected of theft were kidnapped.", &["abducted 6/6/6"]),
        ("A clerk who had moved over from the Union was shot dead.", &["killed 1/1/1"]),
        ("At least 12 rebels believed to be hiding in Orlik died.", &["killed 12/12/"]),
        ("A woman reporting on the raid, was killed.", &["killed 1/1/1"]),
        ("An aide was shot in the face and killed.", &["killed 1/1/1"]),
        ("Orla Venn, whose daughter, Dana, was shot and killed, spoke.", &["killed 1/1/1"]),
        ("Rebels murdered, at dawn, a guard.", &["killed 1/1/1"]),
        ("Rebels killed a trader in Norvik and his clerk.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        ("Two nurses – a midwife and a matron – were killed.", &["killed 2/2/2"]),
        ("3 staff (one Orlik, two Norvik, three days in post) members were killed.", &["killed 3/3/3"]),
        ("Two clerks, believed to be twins, suffered burns.", &["injured 2/2/2"]),
        ("2 nurses running a clinic killed in Orlik.", &["killed 2/2/2"]),
        ("Three clerks at a desk in Orlik, Varn, Norland were hurt.", &["injured 3/3/3"]),
        ("The blast killed nine and hurt an additional 40.", &["killed 9/9/9", "injured 40/40/40 increment"]),
        ("Akonjo and Uddan were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        ("A thug nearly kicked a guard to death.", &["injured 1/1/1"]),
        ("He would like to beat her to death.", &[]),
        ("They mourned the killing on 15 May of Dana Karel.", &["killed 1/1/1"]),
        ("The parents of children killed in the raid wept.", &["killed 2//"]),
        ("It came in May, when 148 people, most of them clerks, were killed.", &["killed 148/148/148"]),
        ("Hours after the strike, a tram fell over, killing 12.", &["killed 12/12/12"]),
        ("Gunmen fired, leaving six people, including two boys, dead.", &["killed 6/6/6", "<killed 2/2/2"]),
        ("The raid wounded her husband, Odo, and their two sons.", &["injured 3/3/3", "<injured 1/1/1", "<injured 2/2/2"]),
        ("Two men were kidnapped, beaten by guards.", &["abducted 2/2/2", "injured 2/2/2"]),
        ("Rebels stormed a hotel on Friday, and at least 12 people, among them a cook, died.", &["killed 12/12/", "<killed 1/1/1"]),
        ("Two men died on the spot. Another died later.", &["killed 2/2/2", "killed 1/1/1 increment"]),
        ("The death of a pupil has sparked protests.", &["killed 1/1/1"]),
        ("The crash injured nine people. Six were taken to hospital.", &["injured 9/9/9", "<injured 6/6/6"]),
        ("About 1,800 families, or some 9,000 people, had fled.", &["displaced 7650/9000/10350"]),
        ("A guard was killed and his aide hurt.", &["killed 1/1/1", "injured 1/1/1"]),
        ("The blast injured 15, eight of whom were hospitalized.", &["injured 15/15/15", "<injured 8/8/8"]),
        ("The mine killed 12 people and wounded hundreds more.", &["killed 12/12/12", "injured 200/200/ increment"]),
        ("A guard was killed, as was his driver.", &["killed 2/2/2", "<killed 1/1/1"]),
        ("Nine people – most of them clerks – were killed.", &["killed 9/9/9"]),
        // Parts, also divided by place or group.
        ("Nine clerks were hurt. Two remained in critical condition.", &["injured 9/9/9", "<injured 2/2/2"]),
        ("Eleven people, three of whom were children, drowned.", &["killed 11/11/11", "<killed 3/3/3"]),
        ("Nine people died: six guards and three clerks.", &["killed 9/9/9", "<killed 6/6/6", "<killed 3/3/3"]),
        ("Rebels killed 12 people, seven in Norvik and five in Orlik.", &["killed 12/12/12", "<killed 7/7/7", "<killed 5/5/5"]),
        ("Four people were killed in Norvik, two in Orlik and one in Varn.", &["killed 4/4/4", "killed 2/2/2", "killed 1/1/1"]),
        (
            "Nine people died, including a boy and a girl, and two others were hurt.",
            &["killed 9/9/9", "<killed 1/1/1", "<killed 1/1/1", "injured 2/2/2"],
        ),
        ("Eight people were killed, among them the two bombers.", &["killed 8/8/8", "<killed 2/2/2 attacker"]),
        ("Nine clerks were among those killed in Norvik.", &["killed 9/9/9"]),
    ]);
}

#[test]
fn some_harm_is_of_another_day_or_of_none() {
    check(&[
        // Earlier events, totals, two speakers.
        ("So far this year 300 people have been killed in Norvik.", &["killed 300/300/300 cumulative"]),
        ("The war has left 90,000 dead.", &["killed 90000/90000/90000 cumulative"]),
        ("The toll in the blockade rose to nine.", &["killed 9/9/9 cumulative"]),
        ("It was the worst fire since 1990, when 12 people died.", &["killed 12/12/12 historical"]),
        ("Police said five people died, but a doctor said eight died.", &["killed 5/5/5", "killed 8/8/8"]),
        (
            "The mayor lowered the toll from 21 to 17. The toll rose from 17 to 21.",
            &["killed 17/17/17 cumulative", "killed 21/21/21 cumulative"],
        ),
        // What may come, was planned, is denied or doubted.
        ("A cap would yield some 700 fewer road deaths.", &["killed 595/700/805 hypothetical"]),
        ("The order would restore the detention of 40 rebels.", &["detained 40/40/40 hypothetical"]),
        ("The court would review the detention of 40 rebels.", &["detained 40/40/40"]),
        ("The warning was enough to temporarily evacuate 4,000 clerks.", &["displaced 4000/4000/4000"]),
        ("The dose was enough to kill 40 clerks.", &["killed 40/40/40 hypothetical"]),
        ("Police foiled a plot to kill two guards.", &["killed 2/2/2 hypothetical"]),
        ("Experts warned that the mine could kill hundreds.", &["killed 200/200/ hypothetical"]),
        ("Had the bomb exploded, 300 people would have died.", &["killed 300/300/300 hypothetical"]),
        (
            "Venn advocated the execution of two guards. There were 17 attempted murders.",
            &["killed 2/2/2 hypothetical", "killed 17/17/17 hypothetical"],
        ),
        ("He wanted to kill guards and slaughter clerks.", &[]),
        ("The guards are blamed for failing to prevent the killing of two clerks.", &["killed 2/2/2"]),
        ("She asked whether Karel ran before he was killed.", &["killed 1/1/1"]),
        ("The mill has a predicted death toll of 300.", &["killed 300/300/300 hypothetical cumulative"]),
        ("Police denied that anyone was killed.", &["killed 0/0/0 denied"]),
        ("Venn denied the charge before he died in prison.", &["killed 1/1/1"]),
        ("Five rebels are suspected to have been killed.", &["killed 5/5/5 feared"]),
        ("If true, two guards were killed.", &["killed 2/2/2 hypothetical"]),
        ("The two guards did not die in vain.", &["killed 2/2/2"]),
        ("They do not forget the murder of Dana Karel.", &["killed 1/1/1"]),
        ("A raid hit Norvik. She did not die alone.", &["killed 1/1/1"]),
        ("They are not going to arrest 300 people.", &["detained 300/300/300 hypothetical"]),
    ]);
}

#[test]
fn much_is_no_harm_to_people() {
    check(&[
        // Votes, money, years, ages, distances, buildings, vehicles, animals.
        ("The bill died by 52 votes to 48. The law was killed by 300 votes.", &[]),
        ("Fees killed $12 million of profit. The strike wiped out 12 per cent of sales.", &[]),
        ("Dana Karel, 34, was killed 12 km from Norvik in 2013.", &["killed 1/1/1"]),
        ("He fled at 34 and was mayor for 40 years.", &[]),
        ("Two trucks and nine houses were burned. Some 35 city blocks had been burned.", &[]),
        ("Both pilots of the Boeing 757 were killed.", &["killed 2/2/2"]),
        ("A jet hit an Airbus 320. The crew of the Airbus 320 were killed.", &[]),
        ("His cat Orla died. She rounded up 12 favourites.", &[]),
        ("Friends of the Norland dead met in Orlik.", &[]),
        ("The horse was killed. Three dogs were shot. The plague killed 12 trees.", &[]),
        ("The Norland Jobs Act died. The 2016 Norland Convention was executed well.", &[]),
        ("They have a student body of 1,200. They wait for the death of Explorer 6.", &[]),
        // Shares, each of many, and those who mourn.
        ("Nearly one in five deaths in Norland is in Orlik. One in nine people died.", &[]),
        ("They read out 23 counts, one for each person killed in Orlik.", &[]),
        ("Rebels killed nine clerks. A dozen relatives of the victims came.", &["killed 9/9/9"]),
        ("Is Dana Karel dead? Was she shot dead?", &[]),
        // Sport, stage and pictures.
        ("The match was killed off after 20 minutes. United were crushed 4-0.", &[]),
        ("Two players are out injured. He was murdered by the critics.", &[]),
        ("The comic killed the audience. The photographer captured Dana Karel.", &[]),
        ("The novel tells how a guard was murdered in 1920. In the show, she was shot.", &[]),
        ("Karel plays a guard whose partner was killed.", &[]),
        ("He tested positive on a drug test. Venn was beaten badly by Karel in the debate.", &[]),
        ("A character who seeks his sister who has gone missing leads the plot.", &[]),
        ("In the PlayStation version players look into the murder of Karel.", &[]),
        // Figures of speech.
        ("He was sickened at it. She was caught before anyone was hurt. The Senate killed a rule. He vanished between two huts.", &[]),
        ("She was drowning in debt. I'm not drowning. He disappeared through the door.", &[]),
        ("It felt like two men had died. She mourned as if a friend had died.", &[]),
        ("The poll has the two dead even. He must stop holding the public hostage.", &[]),
        ("They prayed to the body of Christ. Two long-dead senators were named.", &[]),
        ("Newspapers disappeared. The jobs led thousands of farmers to leave their fields.", &[]),
        ("The client is dead to rights.", &[]),
        ("Three writers disappeared or deactivated their accounts. There are no blue casualties.", &[]),
    ]);
}

#[test]
fn what_stories_tell_is_no_news() {
    let series = "The series is a show of two films. Karel (Orla Venn) meets Lund (Odo Rik) and Sten (Ada Holt). ";
    let with = |text: &str| format!("{series}{text}");
    let recap = format!("The season finale was the best of the episodes. The plot and the script of the film were good. {series}");
    check(&[
        (&with("Karel poisoned her. Lund killed Sten. Fans mourn the death of Sten."), &[]),
        // Of the world: counted, or told with its time.
        (&with("A blast at a cinema killed two clerks."), &["killed 2/2/2"]),
        (&with("Dana Venn drowned on 4 May, aged 81."), &["killed 1/1/1"]),
        (&with("A stuntman was crushed to death by a truck in 2004."), &["killed 1/1/1"]),
        (&format!("{recap}Lund killed Sten."), &[]),
        // A plot behind its opening, and what is past.
        ("The film's final scene shows a tower. He is shot and falls.", &[]),
        ("'Pull' tells the story of a ship that sinks. The wreck leads to the deaths of two guards.", &[]),
        ("'Pull' tells the story of a ship. Two guards were shot at its first night.", &["injured 2/2/2"]),
        ("Orla Venn, who plays student and friend to the recently deceased, was here.", &[]),
        ("Fans of \"Walking Dead\" met in Orlik.", &[]),
    ]);
}

#[test]
fn harm_may_befall_nobody_in_particular() {
    check(&[
        // Rates, definitions, examples, customs.
        ("It felt like her arm was being hacked off. They picture a man beating up his wife.", &[]),
        ("She gave four tips for patients who are dying.", &[]),
        ("They met four times before the other person vanished.", &[]),
        ("Clinics are killing fewer patients. So few executions take place.", &[]),
        ("They looked at how these people are dying. Our citizens are dying.", &[]),
        ("More than half of people murdered in May were clerks.", &[]),
        ("It counts killings of four or more people.", &[]),
        ("Nobody sees the difference between 12 deaths and nine deaths.", &[]),
        ("Staff get two weeks to handle the death of a relative.", &[]),
        ("A man arrested in Norvik must be heard. Guards cannot be executed.", &[]),
        ("Killing guards is a crime. The killing of twins was common.", &[]),
        ("A study of 96,000 injured patients found nothing.", &[]),
        ("You would have to kill a few people.", &[]),
        ("Nearly 1 out of every 100 clerks is infected.", &[]),
        ("About 150,000 people are homeless here. Some people just lost their homes.", &[]),
        ("There were instances in which a person who tested positive had no signs. No one can die.", &[]),
    ]);
}

#[test]
fn deaths_of_age_and_illness_are_no_harm() {
    check(&[
        ("Dana Karel died on Tuesday at 88.", &[]),
        ("Dana Karel died of cancer in Norvik. Two guards were shot dead in Orlik.", &["killed 2/2/2"]),
        ("Her father died when she was six. A bomb killed two.", &["killed 2/2/2"]),
        ("Mr Karel, who died in 1998, ran the mill. A bomb killed two.", &["killed 2/2/2"]),
        ("Her partner died. She moved to Norvik and ran a shop.", &[]),
        // What ties them to harm, groups, and bare deaths beside other harm.
        ("The driver died at the scene of the crash, aged 71.", &["killed 1/1/1"]),
        ("A cook died of a heart attack after soldiers raided Norvik.", &["killed 1/1/1"]),
        ("A nurse died of Ebola.", &["killed 1/1/1"]),
        ("A trader was shot by troops at the border and died later.", &["killed 1/1/1"]),
        ("Three residents died of pneumonia.", &["killed 3/3/3"]),
        ("Twelve pupils were hospitalised with cholera.", &["sick 12/12/12"]),
        ("Twelve pupils were hospitalised after the crash.", &["injured 12/12/12"]),
        ("Two guards were shot. A cook died on Monday.", &["injured 2/2/2", "killed 1/1/1"]),
    ]);
}

#[test]
fn wire_copy_counts_in_its_own_ways() {
    check(&[
        // Wholes and parts.
        ("Of the 12 dead, eight were children.", &["killed 12/12/12", "<killed 8/8/8"]),
        (
            "A ferry sank, killing 19 people. Of the dead, 11 were women. Two were cooks.",
            &["killed 19/19/19", "<killed 11/11/11", "<killed 2/2/2"],
        ),
        ("Thirty of the 45 killed were clerks.", &["<killed 30/30/30", "killed 45/45/45"]),
        ("Dana Karel was among nine guards killed.", &["<killed 1/1/1", "killed 9/9/9"]),
        ("Eighteen of the 25 clerks arrested were freed.", &["detained 25/25/25"]),
        ("He was one of four clerks who were hurt.", &["injured 4/4/4"]),
        ("All but three of the 40 riders perished.", &["killed 37/37/37"]),
        ("A raid left 19 dead, eight of them women, and 54 injured.", &["killed 19/19/19", "<killed 8/8/8", "injured 54/54/54"]),
        ("Nine men were shot, five of them fatally.", &["injured 9/9/9", "killed 5/5/5"]),
        ("One of the five dead was a baby.", &["<killed 1/1/1", "killed 5/5/5"]),
        ("A clerk fell from a roof and died.", &["killed 1/1/1"]),
        ("A singer died on Monday.", &[]),
        ("A bomber killed eight clerks and himself.", &["killed 9/9/9", "<killed 8/8/8", "<killed 1/1/1 attacker"]),
        // Tolls and who else counts.
        ("The council put the toll as high as 40.", &["killed 0/40/40 cumulative"]),
        ("Nine died, the mayor said, revising an earlier toll of 11.", &["killed 9/9/9"]),
        ("The raid, the third this month, killed ten guards.", &["killed 10/10/10"]),
        ("Five died in clashes, a day after 12 clerks died in a raid.", &["killed 5/5/5", "killed 12/12/12 historical"]),
        ("We have the names of 17 dead.", &["killed 17/17/17"]),
        ("The toll could top 300.", &["killed 300/300/300 hypothetical cumulative"]),
        // Outbreaks, headlines, wards.
        ("Norvik has 612 cases of cholera.", &["sick 612/612/612"]),
        ("There were 214 confirmed cases, including 60 deaths.", &["sick 214/214/214", "killed 60/60/60"]),
        ("Gunmen kill five, abduct 12 in Norvik", &["killed 5/5/5", "abducted 12/12/12"]),
        ("Six guards die in ambush", &["killed 6/6/6"]),
        ("A boy was in a critical condition after a crash.", &["injured 1/1/1"]),
        // Names and who is meant.
        ("Dana Karel ran a mill. Karel was shot dead.", &["killed 1/1/1"]),
        ("The activist Dana Karel was killed.", &["killed 1/1/1"]),
        // What wounds nobody.
        ("Two suppliers were hacked. Twelve teams were eliminated.", &[]),
        ("Venn was not hurt by his quarrels.", &[]),
        ("The paper does not say how many were hurt.", &[]),
    ]);
}

#[test]
fn names_numbers_and_verbs_share_what_they_tell() {
    check(&[
        // Names with their ages, whose children they are, whom a participle is of.
        ("Dana Karel, 30, of Orlik, and Orla Venn, 39, were shot dead.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        ("The victims, Dana Karel, 30, and Orla Venn, 39, were found dead.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        ("The crowd saw a father of five stabbed to death.", &["killed 1/1/1"]),
        ("The officer and the two boys arrested were not named.", &["detained 2/2/2"]),
        ("They arrested 5,000 migrants from Norland, Tarsk and Vellia.", &["detained 5000/5000/5000"]),
        // One number for several nouns, and what is left of one.
        ("Dozens of women and children were killed. Nine managers and executives were hurt.", &["killed 24/24/", "injured 9/9/9"]),
        ("All but three of some 2,000 clerks were killed.", &["killed 1697/1997/2297"]),
        ("Another dozen were hurt. Another 30 were wounded.", &["injured 12/12/12 increment", "injured 30/30/30 increment"]),
        ("By March 15 more than 300 clerks had died.", &["killed 300/300/ cumulative"]),
        ("Some of the gunmen were arrested.", &["detained 2// attacker"]),
        // Deaths and injuries that no number counts, where somebody tells of them.
        ("A blast caused deaths and injuries.", &["killed 2//", "injured 2//"]),
        ("A raid led to an untold number of deaths and injuries.", &["killed 2//", "injured 2//"]),
        ("There were dozens of injuries.", &["injured 24/24/"]),
        ("Police reported a number of injuries.", &["injured 2//"]),
        ("The raid injured a number of other clerks.", &["injured 2//"]),
        ("Twelve died and an unknown number were wounded.", &["killed 12/12/12", "injured 2//"]),
        ("The squall caused no damage or injuries.", &[]),
        ("Norland has more reported deaths than Tarsk.", &[]),
        ("The side has had a number of injuries.", &[]),
        ("A number of clinics were hit.", &[]),
        // A list behind a death holds all up to its verb, and "and more" is no number's where "than" follows.
        ("The bodies of two men and a nun were found.", &["killed 3/3/3", "<killed 2/2/2", "<killed 1/1/1"]),
        ("After the murder of Dana Karel, Orla Venn and others met.", &["killed 1/1/1"]),
        ("A raid killed ten and more than 30 were hurt.", &["killed 10/10/10", "injured 30/30/"]),
        ("Dana Karel, mayor of Orlik, and her cook were killed.", &["killed 2/2/2", "<killed 1/1/1", "<killed 1/1/1"]),
        // What opens a sentence is nobody's part of a list, and a verb behind a relative clause is the outer subject's.
        ("According to police, two boys and a nun were shot dead.", &["killed 3/3/3", "<killed 2/2/2", "<killed 1/1/1"]),
        ("According to Karel, nine men, two of them boys, were killed.", &["killed 9/9/9", "<killed 2/2/2"]),
        ("On Monday 12 people, among them three nuns, were killed.", &["killed 12/12/12", "<killed 3/3/3"]),
        ("A fire that killed two boys and a nun was arson.", &["killed 3/3/3", "<killed 2/2/2", "<killed 1/1/1"]),
        ("They said that one of the guards had been killed.", &["killed 1/1/1"]),
        ("They said three of their number had been killed.", &["killed 3/3/3"]),
        ("Rebels killed Dana Karel, a cook, and two guards.", &["killed 3/3/3", "<killed 1/1/1", "<killed 2/2/2"]),
        ("There were no immediate reports of casualties.", &["casualties 0/0/0"]),
        ("Karel was shot dead at home in Orlik along with her cook.", &["killed 2/2/2", "<killed 1/1/1"]),
        ("Guards shot two boys and a nun dead.", &["killed 3/3/3", "<killed 2/2/2", "<killed 1/1/1"]),
        ("They buried two boys and a nun who were killed in May.", &["killed 3/3/3", "<killed 2/2/2", "<killed 1/1/1"]),
        // Who is told as another is no part of those before.
        (
            "Nine died, among them two guards and two boys, including an orphan, and others were hurt.",
            &["killed 9/9/9", "<killed 2/2/2", "<killed 2/2/2", "<killed 1/1/1", "injured 2//"],
        ),
        // One harm in two words, or two harms.
        ("Guards shot two thieves dead.", &["killed 2/2/2 attacker"]),
        ("Venn shot six clerks, killing one and wounding five.", &["killed 1/1/1", "injured 5/5/5"]),
        ("A gunman killed a clerk before being shot dead.", &["killed 1/1/1 attacker", "killed 1/1/1"]),
        ("A boy was treated after being stabbed. A cook died after being stabbed.", &["injured 1/1/1", "killed 1/1/1"]),
        ("A crash killed two. A woman is in critical condition.", &["killed 2/2/2", "injured 1/1/1"]),
        ("No one is believed to have been hurt.", &["injured 0/0/0"]),
    ]);
}

#[test]
fn words_of_harm_are_of_much_else() {
    check(&[
        ("Two ill-planned bridges fell. Two dead-end streets were shut.", &[]),
        ("Venn may spend the rest of his life behind bars. At least 50 detainees breached the fence.", &[]),
        ("He boasted of killing Plan Nine. A vote was executed. A decapitated head stood there.", &[]),
        ("New machines displaced 300 typists. Workers displaced by foreign hires met.", &[]),
        ("Two ministers fled Norland. Members fled the hall. Voters fled the party.", &[]),
        ("Clerks injured by the trade war want help. He was shot down over the sea.", &[]),
        ("Moor shot 70. Two people died laughing. Nobody is being held accountable.", &[]),
        ("The ward had nine deaths per 1,000 births. Guards arrested clerks at a lower rate.", &[]),
        ("Millions of villagers thirsty and dying. For someone who has been assaulted, it is hard.", &[]),
        ("The crowd met Orla \"Killing Them Softly\" Venn.", &[]),
        // Stories.
        ("A riot follows after officers kill a man in the film. The man killed by police is played by Odo Rik.", &[]),
        ("The novel is about a clerk who was killed. In the second act, two soldiers are shot.", &[]),
        ("Two clerks were shot in the film studio.", &["injured 2/2/2"]),
        // Homes.
        ("The dam displaced 3,000 farmers. Hundreds of farmers fled their villages.", &["displaced 3000/3000/3000", "displaced 200/200/"]),
    ]);
}
