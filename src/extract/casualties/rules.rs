//! The rules: what starts a claim, how its clause is read, what it must find and what it must leave.

use super::draft::{Each, One, Read, Trigger};
use super::{bodies, events, idioms, states, subsets, tolls, verbs};
use crate::rules::{Example, Match, Rule};

fn trigger(hit: &Match<'_>, read: One) -> Option<Trigger> {
    Some(Trigger { rule: hit.rule, tokens: hit.tokens, read: Read::One(read), alone: true })
}

fn each(hit: &Match<'_>, read: Each) -> Option<Trigger> {
    Some(Trigger { rule: hit.rule, tokens: hit.tokens, read: Read::Each(read), alone: true })
}

/// Of a word that claims nothing where no other word of its sentence does.
fn beside(trigger: Option<Trigger>) -> Option<Trigger> {
    trigger.map(|trigger| Trigger { alone: false, ..trigger })
}

/// All rules, those that are surest of a trigger first.
pub(super) const RULES: &[Rule<Trigger>] = &[
    Rule {
        name: "casualty/passive",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::passive),
        hits: &[
            Example { text: "Police said [at least 12 farmers were killed] in the raid.", gives: "killed 12/12/ at_least farmers" },
            Example { text: "[Two men, a woman and a child were shot dead].", gives: "killed 4/4/4 exact men, a woman and a child" },
            Example { text: "[Dana Karel, a baker from Norvik, was abducted] on Monday.", gives: "abducted 1/1/1 exact Dana Karel" },
            Example { text: "[Nobody was hurt].", gives: "injured 0/0/0 none" },
        ],
        misses: &["The engine was killed.", "Twelve sheep were killed.", "The bill was killed in committee."],
    },
    Rule {
        name: "casualty/active",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::active),
        hits: &[
            Example {
                text: "A bomb ripped through a market, [killing 12 traders] and wounding 30.",
                gives: "killed 12/12/12 exact traders",
            },
            Example { text: "Rebels [killed a teacher and two pupils] in Norvik.", gives: "killed 3/3/3 exact teacher and two pupils" },
        ],
        misses: &["The delay killed the deal.", "They killed 300 cattle.", "The captain killed the game off with 12 minutes left."],
    },
    Rule {
        name: "casualty/intransitive",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::intransitive),
        hits: &[
            Example { text: "[Forty-three passengers perished].", gives: "killed 43/43/43 exact passengers" },
            Example {
                text: "In Norvik [the couple and their two daughters drowned] at sea.",
                gives: "killed 4/4/4 exact couple and their two daughters",
            },
        ],
        misses: &["The bill died in committee.", "The engine died after 20 minutes."],
    },
    Rule {
        name: "casualty/reduced",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, verbs::reduced),
        hits: &[
            Example { text: "[3 nurses killed] in raid on clinic.", gives: "killed 3/3/3 exact nurses" },
            Example { text: "Two guards were killed and [six injured].", gives: "injured 6/6/6 exact" },
        ],
        misses: &["Police killed the lights.", "Rates hurt in May."],
    },
    Rule {
        name: "casualty/suffer",
        pattern: "(suffered | sustained | received | suffering | sustaining | receiving | suffers | sustains | suffer) <any>{0,4} (injuries | injury | wounds | wound | burns | fracture | fractures | bruises | concussion | smoke inhalation)",
        make: |hit| trigger(hit, idioms::suffering),
        hits: &[
            Example { text: "[Two drivers suffered minor injuries].", gives: "injured 2/2/2 exact drivers" },
            Example { text: "[Her brother received serious stab wounds].", gives: "injured 1/1/1 exact brother" },
        ],
        misses: &["The two teams suffered injuries.", "He suffered no injuries.", "The town suffered a defeat."],
    },
    Rule {
        name: "casualty/hospital",
        pattern: "((taken | admitted | rushed | airlifted | transported | flown | sent | sending) <any>{0,6} (hospital | hospitals) | (are | were | remain | remained) (still)? in (the)? (hospital | hospitals) | (leaves | left | leaving) <any>{1,6} in (the)? hospital)",
        make: |hit| trigger(hit, idioms::hospital),
        hits: &[
            Example { text: "[Nine people were taken to hospital] after the crash.", gives: "injured 9/9/9 exact people" },
            Example { text: "The crash [sent three clerks to the hospital].", gives: "injured 3/3/3 exact clerks" },
            Example { text: "A wall fell on a bus, and [nine clerks were in hospital] on Monday.", gives: "injured 9/9/9 exact clerks" },
        ],
        misses: &[
            "Nine people were taken to hospital with cholera.",
            "Three bodies were taken to the hospital.",
            "She sent nine letters to the hospital.",
        ],
    },
    Rule {
        name: "casualty/lose",
        pattern: "(lost | losing)",
        make: |hit| trigger(hit, idioms::losing),
        hits: &[Example { text: "The group said it [lost three fighters] at Orlik.", gives: "killed 3/3/3 exact fighters" }],
        misses: &["Norvik lost three players in May.", "The soldiers lost two trucks.", "It lost 12 clerks to a rival."],
    },
    Rule {
        name: "casualty/loss",
        pattern: "loss of #number",
        make: |hit| trigger(hit, idioms::loss),
        hits: &[
            Example { text: "The Front acknowledged the [loss of four men].", gives: "killed 4/4/4 exact men" },
            Example { text: "The raid ended with the [loss of two soldiers].", gives: "killed 2/2/2 exact soldiers" },
        ],
        misses: &["The loss of 12 clerks hurt the firm.", "The loss of two trucks delayed it."],
    },
    Rule {
        name: "casualty/cost-lives",
        pattern: "(cost | costs | costing) <any>{1,6} (their lives | his life | her life)",
        make: |hit| trigger(hit, idioms::cost_lives),
        hits: &[Example { text: "The blast [cost 11 people their lives].", gives: "killed 11/11/11 exact people" }],
        misses: &["It cost the firm its life.", "The delay cost 11 people their seats and their lives changed."],
    },
    Rule {
        name: "casualty/contracted",
        pattern: "(contracted | contracting | caught | catching) <any>{0,2} (cholera | measles | malaria | dengue | Ebola | coronavirus | COVID-19 | Covid-19 | virus | disease | plague | typhoid | polio | influenza | flu | hepatitis | mpox | diphtheria | meningitis)",
        make: |hit| trigger(hit, idioms::contracting),
        hits: &[Example { text: "[Twelve clerks contracted cholera] in May.", gives: "sick 12/12/12 exact clerks" }],
        misses: &["He contracted malaria.", "Twelve ships caught the virus.", "They caught 12 thieves."],
    },
    Rule {
        name: "casualty/left-with",
        pattern: "with <any>{0,3} (injuries | injury | wounds | burns | fractures)",
        make: |hit| trigger(hit, idioms::left_with),
        hits: &[
            Example { text: "The blast left [at least 12 people with serious injuries].", gives: "injured 12/12/ at_least people" },
            Example { text: "A fire left [two clerks, both of Orlik, with burns].", gives: "injured 2/2/2 exact clerks" },
            Example { text: "[Thirty riders escaped with minor injuries].", gives: "injured 30/30/30 exact riders" },
        ],
        misses: &["He left the ward with minor injuries.", "The crash left three trucks with burns."],
    },
    Rule {
        name: "casualty/treated",
        pattern: "(treated | treating | (receiving | undergoing | received | underwent) (medical | hospital){0,1} treatment)",
        make: |hit| trigger(hit, idioms::treated),
        hits: &[
            Example { text: "[Nine clerks were being treated] in two hospitals.", gives: "injured 9/9/9 exact clerks" },
            Example { text: "The clinic [treated 64 people] for burns.", gives: "injured 64/64/64 exact people" },
            Example { text: "[A driver was treated] for minor injuries.", gives: "injured 1/1/1 exact driver" },
            Example { text: "[Nine clerks were receiving treatment] after the blast.", gives: "injured 9/9/9 exact clerks" },
        ],
        misses: &["Nine clerks were treated for cholera in a hospital.", "The clinic treated 64 people.", "He was treated badly."],
    },
    Rule {
        name: "casualty/forced",
        pattern: "(forced | forcing | forces | force | driving | drove | drive | drives | prompted | prompting | caused | causing)",
        make: |hit| trigger(hit, idioms::forced),
        hits: &[
            Example { text: "The flood [forced some 300 people] to leave their homes.", gives: "displaced 255/300/345 about people" },
            Example { text: "The raid [prompted 90 families] to flee.", gives: "displaced 90/90/90 exact families" },
        ],
        misses: &[
            "The rain forced the band to leave the stage.",
            "They forced 300 cattle from the hills.",
            "It prompted 20 clerks to strike.",
        ],
    },
    Rule {
        name: "casualty/to-death",
        pattern: "(stoned | stoning | bludgeoned | bludgeoning | battered | battering | tortured | torturing | trampled | mauled | whipped | beat | beats | beating | hacked | hacking | kicked | kicking | burned | burnt | burning | crushed | crushing | choked | choking | knifed | clubbed | clubbing) <any>{1,8} to death",
        make: |hit| trigger(hit, idioms::to_death),
        hits: &[
            Example { text: "The crowd [beat a clerk to death].", gives: "killed 1/1/1 exact clerk" },
            Example { text: "They caught Dana Karel and [beat him to death].", gives: "killed 1/1/1 exact him" },
        ],
        misses: &["They beat the idea to death.", "He beat three rivals, and worked himself to death."],
    },
    Rule {
        name: "casualty/suicide",
        pattern: "@harm_verb",
        make: |hit| trigger(hit, idioms::suicide),
        hits: &[
            Example { text: "[The bomber blew himself up] at a gate, killing two clerks.", gives: "killed 1/1/1 exact bomber" },
            Example { text: "[A clerk shot himself] in May.", gives: "killed 1/1/1 exact clerk" },
        ],
        misses: &["The phone blew up.", "The army blew up the bridge."],
    },
    Rule {
        name: "casualty/predicate",
        pattern: "@harm_state",
        make: |hit| trigger(hit, states::predicate),
        hits: &[
            Example { text: "The storm left [30 people homeless].", gives: "displaced 30/30/30 exact people" },
            Example { text: "[A shepherd was found dead].", gives: "killed 1/1/1 exact shepherd" },
        ],
        misses: &["The talks are dead.", "Two trucks are missing."],
    },
    Rule {
        name: "casualty/modifier",
        pattern: "(@harm_verb | @harm_state)",
        make: |hit| trigger(hit, states::modifier),
        hits: &[
            Example { text: "A nurse saw [three wounded soldiers] there.", gives: "injured 3/3/3 exact wounded soldiers" },
            Example { text: "They found [two dead policemen].", gives: "killed 2/2/2 exact dead policemen" },
        ],
        misses: &["He saw the wounded soldiers.", "Three injured dogs were found."],
    },
    Rule {
        name: "casualty/event",
        pattern: "@harm_event",
        make: |hit| trigger(hit, events::of_victims),
        hits: &[
            Example { text: "The [deaths of 12 cadets], aged 17 to 20, shocked the town.", gives: "killed 12/12/12 exact cadets" },
            Example { text: "The flood claimed the [lives of two boys].", gives: "killed 2/2/2 exact boys" },
        ],
        misses: &["The death of the old economy came fast.", "He wrote the lives of two kings."],
    },
    Rule {
        name: "casualty/possessive",
        pattern: "@harm_event",
        make: |hit| trigger(hit, events::possessed),
        hits: &[
            Example { text: "Nobody was charged with [Dana Karel's murder].", gives: "killed 1/1/1 exact Dana Karel" },
            Example { text: "They mourned [the three nurses' deaths].", gives: "killed 3/3/3 exact nurses" },
        ],
        misses: &["The plan's death came fast.", "The town's murder rate fell.", "He saw the play's execution of the idea."],
    },
    Rule {
        name: "casualty/count",
        pattern: "@harm_count",
        make: |hit| trigger(hit, events::counted),
        hits: &[
            Example { text: "The brigade suffered [300 casualties].", gives: "casualties 300/300/300 exact" },
            Example { text: "Divers counted [20-25 bodies].", gives: "killed 20//25 range" },
        ],
        misses: &["They live nine lives.", "A student body met."],
    },
    Rule {
        name: "casualty/bodies",
        pattern: "(his | her | their) (dead | lifeless | charred | decomposed | mutilated | bullet-riddled | partially | badly){0,2} (body | bodies | corpse | corpses | remains) (was | were | had been | have been | has been) (later | also | then | finally){0,1} (found | recovered | discovered | dumped | retrieved | pulled)",
        make: |hit| trigger(hit, bodies::found),
        hits: &[
            Example {
                text: "Three clerks were kidnapped in May. [Their bodies were found] on Monday.",
                gives: "killed 3/3/3 exact clerks",
            },
            Example { text: "Dana Karel went out alone. [Her body was later found] near Orlik.", gives: "killed 1/1/1 exact Her" },
        ],
        misses: &["Their bodies were strong.", "His remains were buried in Norvik."],
    },
    Rule {
        name: "casualty/none",
        pattern: "@harm_count",
        make: |hit| trigger(hit, events::none),
        hits: &[
            Example { text: "There were [no casualties] in the blast.", gives: "casualties 0/0/0 none" },
            Example { text: "There were no reports of [injuries].", gives: "injured 0/0/0 none" },
        ],
        misses: &["There were no further casualties.", "The team has no captains."],
    },
    Rule {
        name: "casualty/toll",
        pattern: "@harm_toll",
        make: |hit| trigger(hit, tolls::toll),
        hits: &[
            Example { text: "Two more bodies were found, raising the [toll to 45].", gives: "killed 45/45/45 exact" },
            Example { text: "The mayor lowered the [toll from 33 to 29].", gives: "killed 29/29/29 exact" },
        ],
        misses: &["The toll road opened in 2010.", "The injury takes its toll."],
    },
    Rule {
        name: "casualty/part-including",
        pattern: "including",
        make: |hit| beside(each(hit, subsets::including)),
        hits: &[
            Example { text: "Eleven villagers, [including three children], were killed.", gives: "killed 3/3/3 exact children" },
            Example { text: "Nine people died, [including two nurses] and a cook.", gives: "killed 2/2/2 exact nurses" },
            Example { text: "Nine people died, [including two nurses and a cook].", gives: "killed 1/1/1 exact cook" },
        ],
        misses: &["Eleven towns, including three ports, were shelled.", "He sold 12 books, including three novels."],
    },
    Rule {
        name: "casualty/part-among",
        pattern: "among (them | the dead | the victims | the injured | the wounded | those (killed | hurt | injured | wounded)) (were | was | is | are)?",
        make: |hit| each(hit, subsets::including),
        hits: &[
            Example { text: "Ten people, [among them two guards], died.", gives: "killed 2/2/2 exact guards" },
            Example { text: "Ten people died. [Among the dead were two guards].", gives: "killed 2/2/2 exact guards" },
        ],
        misses: &["He sold 12 books, among them three novels.", "Among the dead were two guards."],
    },
    Rule {
        name: "casualty/part-among-number",
        pattern: "(was | were) (also)? among the? #number",
        make: |hit| beside(trigger(hit, subsets::among_number)),
        hits: &[
            Example { text: "[An infant was among five] people killed in Norvik.", gives: "killed 1/1/1 exact infant" },
            Example { text: "[Dana Karel was among nine] guards shot dead.", gives: "killed 1/1/1 exact Dana Karel" },
        ],
        misses: &["Dana Karel was among nine guards praised.", "An infant was among five people on a bus that crashed."],
    },
    Rule {
        name: "casualty/part-identified",
        pattern: "(victims | victim | deceased | dead | injured | wounded | killed) ((was | were | is | are | have been | has been) (later | also | all){0,2} ((identified | named) as?)? | include | included | includes)",
        make: |hit| each(hit, subsets::identified),
        hits: &[
            Example {
                text: "Two clerks were killed. The [victims were identified as Dana Karel] and Orla Venn.",
                gives: "killed 1/1/1 exact Dana Karel",
            },
            Example {
                text: "A raid hurt five men. The [injured are two guards], a cook and two clerks.",
                gives: "injured 2/2/2 exact guards",
            },
        ],
        misses: &["The victims were identified as Dana Karel and Orla Venn.", "Two clerks were killed. The dead were buried on Monday."],
    },
    Rule {
        name: "casualty/part-of-them",
        pattern: "of (them | whom)",
        make: |hit| beside(trigger(hit, subsets::of_them)),
        hits: &[
            Example { text: "Thirty riders were hurt, [four of them] badly.", gives: "injured 4/4/4 exact" },
            Example { text: "Four men were killed, [two of whom] were guards.", gives: "killed 2/2/2 exact guards" },
        ],
        misses: &["She bought 12 cars, nine of them red.", "Some of them left."],
    },
    Rule {
        name: "casualty/part-of-the-dead",
        pattern: "of (the | those) (dead | deceased | killed | victims | injured | wounded)",
        make: |hit| trigger(hit, subsets::of_the_dead),
        hits: &[
            Example { text: "Eleven people died in Norvik. [Three of the dead] were children.", gives: "killed 3/3/3 exact children" },
            Example { text: "A raid hurt 30 people. [Four of the injured] were nurses.", gives: "injured 4/4/4 exact nurses" },
        ],
        misses: &["Three of the dead were children.", "Eleven people died. Three of the dead trees fell."],
    },
    Rule {
        name: "casualty/of-the-number",
        pattern: "of the #number (injured | wounded | hospitalized | hospitalised | dead | killed)",
        make: |hit| each(hit, subsets::of_the_number),
        hits: &[
            Example { text: "One [of the six injured] later died.", gives: "injured 6/6/6 exact" },
            Example { text: "Two [of the nine wounded] are guards.", gives: "injured 9/9/9 exact" },
            Example { text: "Thirty [of the 45 killed] were clerks.", gives: "killed 45/45/45 exact" },
            Example { text: "[Of the 12 dead], eight were children.", gives: "killed 12/12/12 exact" },
        ],
        misses: &["One of the six injured dogs died.", "One of the injured died.", "Two of the six dead dogs were found."],
    },
    Rule {
        name: "casualty/part-were",
        pattern: "#number (were | was)",
        make: |hit| trigger(hit, subsets::number_were),
        hits: &[
            Example { text: "Eleven people drowned at Norvik. [Two were] sailors.", gives: "killed 2/2/2 exact sailors" },
            Example { text: "A raid killed 12 people. Nine were nurses and [three were] clerks.", gives: "killed 3/3/3 exact clerks" },
        ],
        misses: &["He met 12 men. Two were sailors.", "Eleven people drowned. Twelve were sailors.", "Two people died. One was red."],
    },
    Rule {
        name: "casualty/part-by-place",
        pattern: "(in | at | near)",
        make: |hit| beside(trigger(hit, subsets::by_place)),
        hits: &[
            Example { text: "Nine people died: [four in] the capital and five in the port.", gives: "killed 4/4/4 exact" },
            Example { text: "Nine people died: four in Norvik and [five in] Orlik.", gives: "killed 5/5/5 exact" },
        ],
        misses: &["Nine people died, four in May.", "He bought nine: four in May and five in June."],
    },
    Rule {
        name: "casualty/part-by-severity",
        pattern: "(fatally | critically | seriously | severely | badly | gravely | slightly | lightly)",
        make: |hit| beside(trigger(hit, subsets::by_severity)),
        hits: &[
            Example { text: "Seven officers were injured, [two seriously].", gives: "injured 2/2/2 exact" },
            Example { text: "The blast hurt 30 people, [nine critically].", gives: "injured 9/9/9 exact" },
            Example { text: "Nine people were stabbed, [five fatally].", gives: "killed 5/5/5 exact" },
        ],
        misses: &["He bought 12 chairs, two badly worn.", "Two slightly old cars burned."],
    },
    Rule {
        name: "casualty/elliptic",
        pattern: "(confirmed | confirms | reported | reports | counted | counts | acknowledged | admitted | (number | figure) stood at | (put | puts | putting) (the | its){0,1} (figure | number | count | total) at)",
        make: |hit| beside(trigger(hit, subsets::elliptic)),
        hits: &[
            Example { text: "The rebels said they had killed 40 guards; the army [confirmed nine].", gives: "killed 9/9/9 exact" },
            Example { text: "Police said 30 people were hurt, but a doctor [counted 41].", gives: "injured 41/41/41 exact" },
            Example { text: "Police counted nine bodies, and by noon the [number stood at 12].", gives: "killed 12/12/12 exact" },
            Example { text: "The rebels said they had killed 40 guards; the army [put the figure at nine].", gives: "killed 9/9/9 exact" },
        ],
        misses: &["The ministry confirmed nine.", "Two men died. The bank reported nine loans."],
    },
];
