//! The rules of parts: what starts them, and what they must find and leave.

use super::draft::{Each, Read, Trigger};
use super::rules::trigger;
use super::subsets;
use crate::rules::{Example, Match, Rule};

fn each(hit: &Match<'_>, read: Each) -> Option<Trigger> {
    Some(Trigger { rule: hit.rule, tokens: hit.tokens, read: Read::Each(read), alone: true })
}

/// Of a word that claims nothing where no other word of its sentence does.
pub(super) fn beside(trigger: Option<Trigger>) -> Option<Trigger> {
    trigger.map(|trigger| Trigger { alone: false, ..trigger })
}

/// The rules of parts and of what takes its harm from the claim before.
pub(super) const RULES: &[Rule<Trigger>] = &[
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
        pattern: "((identified | named | names | identifies) the (victims | dead | deceased | injured | wounded) as | #number were (later | also | all){0,2} (identified | named) as | (victims | victim | deceased | dead | injured | wounded | killed) ((was | were | is | are | have been | has been) (later | also | all){0,2} ((identified | named) as?)? | include | included | includes))",
        make: |hit| each(hit, subsets::identified),
        hits: &[
            Example {
                text: "Two clerks were killed. The [victims were identified as Dana Karel] and Orla Venn.",
                gives: "killed 1/1/1 exact Dana Karel",
            },
            Example {
                text: "A raid killed three men. The [three were identified as Dana Karel], Odo Rik and Orla Venn.",
                gives: "killed 1/1/1 exact Dana Karel",
            },
            Example {
                text: "A raid killed two men. Police [identified the dead as Dana Karel] and Odo Rik.",
                gives: "killed 1/1/1 exact Dana Karel",
            },
            Example {
                text: "A raid hurt five men. The [injured are two guards], a cook and two clerks.",
                gives: "injured 2/2/2 exact guards",
            },
        ],
        misses: &[
            "A raid hurt five men. The three were identified as Dana Karel, Odo Rik and Orla Venn.",
            "The victims were identified as Dana Karel and Orla Venn.",
            "Two clerks were killed. The dead were buried on Monday.",
        ],
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
            Example { text: "The storm left 12 dead in Norvik and [seven in] Orlik.", gives: "killed 7/7/7 exact" },
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
