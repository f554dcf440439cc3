//! The rules: what starts a claim, how its clause is read, what it must find and what it must leave.

use super::draft::{One, Read, Trigger};
use super::{bodies, events, idioms, killers, losses, states, tolls, verbs};
use crate::rules::{Example, Match, Rule};

pub(super) fn trigger(hit: &Match<'_>, read: One) -> Option<Trigger> {
    Some(Trigger { rule: hit.rule, tokens: hit.tokens, read: Read::One(read), alone: true })
}

/// The rules of whole claims, those that are surest of a trigger first; those of parts are in `parts`.
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
            Example { text: "One guard was killed and [another wounded] in Orlik.", gives: "injured 1/1/1 exact guard" },
            Example { text: "[The five people he killed] were buried in May.", gives: "killed 5/5/5 exact people" },
            Example { text: "They named [two guards the gunman killed].", gives: "killed 2/2/2 exact guards" },
            Example { text: "They met [a teacher, whom rebels abducted].", gives: "abducted 1/1/1 exact teacher" },
            Example { text: "[A clerk was attacked, robbed and killed].", gives: "killed 1/1/1 exact clerk" },
        ],
        misses: &[
            "Police killed the lights.",
            "Rates hurt in May.",
            "One of the few plans he shot down was bold.",
            "The firm announced another slew of apps.",
        ],
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
        make: |hit| trigger(hit, losses::losing),
        hits: &[
            Example { text: "The group said it [lost three fighters] at Orlik.", gives: "killed 3/3/3 exact fighters" },
            Example { text: "We [lost seven of our men] there.", gives: "killed 7/7/7 exact our men" },
            Example { text: "The army [lost 40 troops and clerks] there.", gives: "killed 40/40/40 exact troops and clerks" },
            Example { text: "She [lost two sons] in the flood.", gives: "killed 2/2/2 exact sons" },
        ],
        misses: &[
            "Norvik lost three players in May.",
            "The party lost 40 members and voters.",
            "The soldiers lost two trucks.",
            "It lost 12 clerks to a rival.",
            "The team lost two of its men to a rival.",
            "The club lost three coaches in May.",
        ],
    },
    Rule {
        name: "casualty/survive",
        pattern: "(survived | survive | survives)",
        make: |hit| trigger(hit, losses::not_surviving),
        hits: &[
            Example { text: "A jet crashed, and [neither of the pilots survived].", gives: "killed 2/2/2 exact pilots" },
            Example { text: "[None of the nine passengers survived].", gives: "killed 9/9/9 exact passengers" },
            Example { text: "[The two climbers did not survive] the fall.", gives: "killed 2/2/2 exact climbers" },
        ],
        misses: &[
            "None of the nine plans survived.",
            "The two clerks survived.",
            "The two teams did not survive the first round.",
            "The two clerks may not survive.",
        ],
    },
    Rule {
        name: "casualty/loss",
        pattern: "loss of #number",
        make: |hit| trigger(hit, losses::loss),
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
            Example { text: "The raid [forced 90 families from their homes].", gives: "displaced 90/90/90 exact families" },
        ],
        misses: &[
            "The rain forced the band to leave the stage.",
            "They forced 300 cattle from the hills.",
            "It prompted 20 clerks to strike.",
        ],
    },
    Rule {
        name: "casualty/to-death",
        pattern: "(stoned | stoning | bludgeoned | bludgeoning | battered | battering | tortured | torturing | trampled | mauled | whipped | beat | beats | beating | hacked | hacking | kicked | kicking | burned | burnt | burning | crushed | crushing | choked | choking | knifed | clubbed | clubbing | axed | axing | flogged | flogging | pummelled | speared | strangled | strangling | throttled) <any>{1,8} to death",
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
        name: "casualty/killer",
        pattern: "(killer | killers | murderer | murderers | assassin | assassins) of",
        make: |hit| trigger(hit, killers::dead),
        hits: &[
            Example { text: "The [killers of two nuns] were named in May.", gives: "killed 2/2/2 exact nuns" },
            Example { text: "The [killer of Dana Karel] fled.", gives: "killed 1/1/1 exact Dana Karel" },
        ],
        misses: &[
            "He was a killer of women.",
            "The would-be assassins of the king fled.",
            "It is the killer of the deal.",
            "It is a killer of a thriller.",
        ],
    },
    Rule {
        name: "casualty/throat",
        pattern: "(slit | slits | slitting | slashed | slashing | cut | cutting) the (throat | throats) of",
        make: |hit| trigger(hit, idioms::throat),
        hits: &[
            Example { text: "Rebels [slit the throats of two guards].", gives: "killed 2/2/2 exact guards" },
            Example { text: "They fled after [slitting the throat of a monk].", gives: "killed 1/1/1 exact monk" },
        ],
        misses: &["The cook cut the throat of the goose.", "They cut the ropes of two boats."],
    },
    Rule {
        name: "casualty/toll",
        pattern: "@harm_toll",
        make: |hit| trigger(hit, tolls::toll),
        hits: &[
            Example { text: "Two more bodies were found, raising the [toll to 45].", gives: "killed 45/45/45 exact" },
            Example { text: "The mayor lowered the [toll from 33 to 29].", gives: "killed 29/29/29 exact" },
            Example { text: "Reports put [the dead at nine].", gives: "killed 9/9/9 exact" },
        ],
        misses: &["The toll road opened in 2010.", "The injury takes its toll."],
    },
];
