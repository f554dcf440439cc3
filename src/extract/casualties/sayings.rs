//! The rules of what news says in several words, and of the shorthand of notes: "suffered burns", "lost two sons", "Killed: 2 guards".

use super::draft::Trigger;
use super::parts::beside;
use super::rules::trigger;
use super::{aboard, as_many, idioms, inverted, losses, notes, worth};
use crate::rules::{Example, Rule};

/// Between the rules of verbs and those of adjectives and nouns: the surest of a trigger come first.
pub(super) const RULES: &[Rule<Trigger>] = &[
    Rule {
        name: "casualty/inverted",
        pattern: "(killed | injured | wounded | hurt | abducted | kidnapped | arrested | detained | dead | slain | martyred)",
        make: |hit| trigger(hit, inverted::behind),
        hits: &[
            Example { text: "[Killed in the raid were a guard and two cooks].", gives: "killed 3/3/3 exact guard and two cooks" },
            Example { text: "Also [injured was Dana Karel].", gives: "injured 1/1/1 exact Dana Karel" },
        ],
        misses: &["Killed were the talks.", "Injured in May, he was back.", "Dead trees were two of a kind."],
    },
    Rule {
        name: "casualty/tally",
        pattern: "(killed | dead | deaths | fatalities | injured | wounded | injuries | missing | abducted | kidnapped) \":\" #number",
        make: |hit| trigger(hit, notes::tally),
        hits: &[
            Example { text: "[Killed: 2 guards and a cook].", gives: "killed 3/3/3 exact guards and a cook" },
            Example { text: "Fatalities: 3. [Injuries: 11].", gives: "injured 11/11/11 exact" },
        ],
        misses: &["Deaths: 12 per cent.", "Missing: 12 trucks.", "What the raid killed: 2 ideas."],
    },
    Rule {
        name: "casualty/critical",
        pattern: "#number critical",
        make: |hit| trigger(hit, notes::critical),
        hits: &[Example { text: "Two dead, [three critical] in Norvik crash", gives: "injured 3/3/3 exact" }],
        misses: &["Two died in three critical hours.", "Two were critical of it."],
    },
    Rule {
        name: "casualty/gapped",
        pattern: "((the)? (another | other | third | second | fourth) | a (third | second | fourth) | #number) (more | others){0,1} (later | in | at | on | from | en route)",
        make: |hit| beside(trigger(hit, notes::gapped)),
        hits: &[
            Example { text: "One clerk died at the scene and [another in] hospital.", gives: "killed 1/1/1 exact clerk" },
            Example { text: "Two died on the spot, and [a third on] Monday.", gives: "killed 1/1/1 exact third" },
        ],
        misses: &["One clerk died and another in the bank wept.", "One clerk died in May and another in June was hurt."],
    },
    Rule {
        name: "casualty/no-survivors",
        pattern: "no survivors",
        make: |hit| trigger(hit, aboard::no_survivors),
        hits: &[Example { text: "There were [no survivors among the nine people] on board.", gives: "killed 9/9/9 exact people" }],
        misses: &["There were no survivors.", "It had no survivors of the nine plans on board."],
    },
    Rule {
        name: "casualty/all-aboard",
        pattern: "(all | everyone | everybody) ((those | of those | of them | passengers | the passengers){0,1} (aboard | on board | inside) | of them | on it) (died | perished | drowned | was killed | were killed | lost their lives) | (killing | killed) (all | everyone | everybody) (those | of those | of them){0,1} (aboard | on board | inside) | (there were | leaving) no survivors",
        make: |hit| trigger(hit, aboard::all_lost),
        hits: &[
            Example { text: "A bus carrying 12 pupils sank. [All on board drowned].", gives: "killed 12/12/12 exact pupils" },
            Example { text: "A plane with nine clerks on board crashed, [killing everyone aboard].", gives: "killed 9/9/9 exact clerks" },
            Example {
                text: "A tram with nine clerks aboard fell off a bridge. [There were no survivors].",
                gives: "killed 9/9/9 exact clerks",
            },
        ],
        misses: &["There were no survivors.", "All of them died.", "Nine plans were on board. All of them died."],
    },
    Rule {
        name: "casualty/as-many",
        pattern: "as many (others | more | again){0,1}",
        make: |hit| trigger(hit, as_many::as_many),
        hits: &[
            Example { text: "The raid killed nine guards and wounded [as many others].", gives: "injured 9/9/9 exact" },
            Example { text: "Nine clerks were killed and [as many] wounded.", gives: "injured 9/9/9 exact" },
        ],
        misses: &["As many as 30 came.", "They killed the plan and as many others.", "Nine came and as many left."],
    },
    Rule {
        name: "casualty/no-victims",
        pattern: "(there (were | are | was | have been) no | without) victims",
        make: |hit| trigger(hit, notes::no_victims),
        hits: &[Example { text: "The bomb was found in time and [there were no victims].", gives: "casualties 0/0/0 none" }],
        misses: &["It is a crime without victims.", "There were no victims in the last scene.", "There were no victims of the plan."],
    },
    Rule {
        name: "casualty/throat-cut",
        pattern: "(with | had | having) (his | her | their) (throat | throats) (cut | slit | slashed)",
        make: |hit| trigger(hit, idioms::throat_cut),
        hits: &[
            Example { text: "[A monk was found with his throat slit].", gives: "killed 1/1/1 exact monk" },
            Example { text: "[Two monks had their throats cut] by rebels.", gives: "killed 2/2/2 exact monks" },
        ],
        misses: &["The goose was found with its throat cut.", "They cut their throats with high prices."],
    },
    Rule {
        name: "casualty/limb",
        pattern: "(lost | losing | loses) (a | an | his | her | their | both | both his | both her | one | two){0,1} (left | right){0,1} (leg | legs | arm | arms | hand | hands | foot | feet | limb | limbs | eye | eyes | fingers)",
        make: |hit| trigger(hit, idioms::losing_limb),
        hits: &[
            Example { text: "[A guard lost both legs] in a mine blast.", gives: "injured 1/1/1 exact guard" },
            Example { text: "[Two boys lost limbs] when a shell went off.", gives: "injured 2/2/2 exact boys" },
        ],
        misses: &["The chair lost a leg in the crash.", "He lost his hand at cards.", "A clerk lost an eye to an illness."],
    },
    Rule {
        name: "casualty/suffer",
        pattern: "(suffered | sustained | received | suffering | sustaining | receiving | suffers | sustains | suffer) <any>{0,4} (injuries | injury | wounds | wound | burns | fracture | fractures | bruises | concussion | smoke inhalation | broken (spine | leg | legs | arm | arms | neck | ribs | bones | back | skull | pelvis)) | (had | has | have) <any>{0,3} (injuries | wounds | wound | burns)",
        make: |hit| trigger(hit, idioms::suffering),
        hits: &[
            Example { text: "[Two drivers suffered minor injuries].", gives: "injured 2/2/2 exact drivers" },
            Example { text: "[Her brother received serious stab wounds].", gives: "injured 1/1/1 exact brother" },
            Example { text: "[A rider suffered a broken leg].", gives: "injured 1/1/1 exact rider" },
            Example { text: "[Dana Karel had bullet wounds] in both arms.", gives: "injured 1/1/1 exact Dana Karel" },
        ],
        misses: &[
            "The two teams suffered injuries.",
            "He suffered no injuries.",
            "He had injuries in May.",
            "They had burns to treat.",
            "The town suffered a defeat.",
        ],
    },
    Rule {
        name: "casualty/hospital",
        pattern: "((taken | admitted | rushed | airlifted | transported | flown | sent | sending) <any>{0,6} (hospital | hospitals) | (are | were | remain | remained) (still)? in (the)? (hospital | hospitals) | (leaves | left | leaving) <any>{1,6} in (the)? hospital | (ended up | landed) in (the)? hospital)",
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
            "Nine clerks ended up in hospital management.",
        ],
    },
    Rule {
        name: "casualty/lose",
        pattern: "(lost | losing)",
        make: |hit| worth::lost(hit, losses::losing),
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
            Example { text: "A jet crashed, and [all but two of the nine passengers survived].", gives: "killed 2/2/2 exact passengers" },
            Example { text: "[Only two of the nine passengers survived].", gives: "killed 7/7/7 exact passengers" },
        ],
        misses: &[
            "None of the nine plans survived.",
            "The two clerks survived.",
            "The two teams did not survive the first round.",
            "The two clerks may not survive.",
            "All but two of the nine banks survived.",
            "Only two of the nine clerks survived the first round.",
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
        pattern: "with <any>{0,3} (injuries | injury | wounds | burns | fractures | bruises | broken (bones | limbs | legs | ribs))",
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
        pattern: "(treated | treating | diagnosed | (receiving | undergoing | received | underwent) (medical | hospital){0,1} treatment)",
        make: |hit| trigger(hit, idioms::treated),
        hits: &[
            Example { text: "[Nine clerks were being treated] in two hospitals.", gives: "injured 9/9/9 exact clerks" },
            Example { text: "The clinic [treated 64 people] for burns.", gives: "injured 64/64/64 exact people" },
            Example { text: "[A driver was treated] for minor injuries.", gives: "injured 1/1/1 exact driver" },
            Example { text: "[Nine clerks were receiving treatment] after the blast.", gives: "injured 9/9/9 exact clerks" },
            Example { text: "[Nine clerks were diagnosed] with brain injuries.", gives: "injured 9/9/9 exact clerks" },
        ],
        misses: &[
            "Nine clerks were diagnosed with cancer.",
            "Nine clerks were treated for cholera in a hospital.",
            "The clinic treated 64 people.",
            "He was treated badly.",
        ],
    },
    Rule {
        name: "casualty/forced",
        pattern: "(forced | forcing | forces | force | driving | drove | drive | drives | prompted | prompting | caused | causing)",
        make: |hit| worth::forced(hit, idioms::forced),
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
        pattern: "(macheted | stoned | stoning | bludgeoned | bludgeoning | battered | battering | tortured | torturing | trampled | mauled | whipped | beat | beats | beating | hacked | hacking | kicked | kicking | burned | burnt | burning | crushed | crushing | choked | choking | knifed | clubbed | clubbing | axed | axing | flogged | flogging | pummelled | speared | strangled | strangling | throttled) <any>{1,8} to death",
        make: |hit| trigger(hit, idioms::to_death),
        hits: &[
            Example { text: "The crowd [beat a clerk to death].", gives: "killed 1/1/1 exact clerk" },
            Example { text: "They caught Dana Karel and [beat him to death].", gives: "killed 1/1/1 exact him" },
        ],
        misses: &["They beat the idea to death.", "He beat three rivals, and worked himself to death."],
    },
    Rule {
        name: "casualty/alive",
        pattern: "(burned | burnt | burning | burn | buried | burying | roasted | cremated) <any>{1,6} alive",
        make: |hit| trigger(hit, idioms::alive),
        hits: &[
            Example { text: "The mob [burned two clerks alive].", gives: "killed 2/2/2 exact clerks" },
            Example { text: "They [buried a monk alive].", gives: "killed 1/1/1 exact monk" },
        ],
        misses: &["They burned houses, and came out alive.", "They burned to keep hope alive."],
    },
    Rule {
        name: "casualty/struck",
        pattern: "(hit | struck | grazed) by <any>{0,3} (shrapnel | bullet | bullets | pellets | splinters | gunfire | gunshots | debris | rocks | stones | car | cars | bus | truck | lorry | van | train | tram | vehicle | taxi | jeep | motorcycle | motorbike | driver) | (run over | knocked down | knocked over | bitten | mauled | gored) by | overcome by <any>{0,2} (smoke | fumes | gas)",
        make: |hit| trigger(hit, idioms::struck),
        hits: &[
            Example { text: "[A clerk was hit by shrapnel].", gives: "injured 1/1/1 exact clerk" },
            Example { text: "[Two boys were struck by stray bullets].", gives: "injured 2/2/2 exact boys" },
            Example { text: "[Two boys were hit by a car] in Orlik.", gives: "injured 2/2/2 exact boys" },
            Example { text: "[A clerk was run over by] a tram.", gives: "injured 1/1/1 exact clerk" },
            Example { text: "[Nine clerks were overcome by smoke].", gives: "injured 9/9/9 exact clerks" },
        ],
        misses: &[
            "A bus was hit by bullets.",
            "A clerk hit by gunfire died.",
            "He was nearly hit by a bullet.",
            "A clerk was hit by a car and killed.",
            "A bus was hit by a truck.",
            "The firm was bitten by debt.",
        ],
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
        name: "casualty/throat",
        pattern: "(slit | slits | slitting | slashed | slashing | cut | cutting) the (throat | throats) of",
        make: |hit| trigger(hit, idioms::throat),
        hits: &[
            Example { text: "Rebels [slit the throats of two guards].", gives: "killed 2/2/2 exact guards" },
            Example { text: "They fled after [slitting the throat of a monk].", gives: "killed 1/1/1 exact monk" },
        ],
        misses: &["The cook cut the throat of the goose.", "They cut the ropes of two boats."],
    },
];
