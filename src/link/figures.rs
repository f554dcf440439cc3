//! The article's one figure for killed, and one for injured: what a recorder would code from this article alone.
//!
//! Told are claims of this harm that are asserted, claimed or feared; not history, not conflict-long totals ("since 2011"),
//! not parts of other claims, not what is told in passing ("suspected of killing two"), not a suicide bomber's own death, as
//! long as there is anything else. From these, in order of the text:
//!
//! 1. The lead is the first sentence that tells any. Its claims add up; where two speakers differ, they bound the figure.
//! 2. Later claims that say that they add ("a fourth", "was also killed", "three others") are added; where the lead counts
//!    five and more, only those within two sentences. So are the dead of the other side of a fight ("Troops killed four
//!    militants", where guards were told of before), attackers among them: those who record conflicts count all deaths.
//! 3. Other later claims tell the same victims again, by name or in parts, and count only where they are single claims
//!    with a number greater than the figure so far, or give a number where the lead gave none.
//! 4. A running total of the event ("raising the toll to 45") stands over all that is not greater.
//!
//! A vague number ("dozens") and what those claim who did it ("the rebels said they had killed 60") never stand over a number
//! that is counted. A running total since weeks counts where the lead itself tells it.
//!
//! Where nothing is told, a claim that nobody was harmed gives 0. "He died", "two of the wounded died": these move from the
//! injured to the killed.

use jiff::civil::Date;

use super::claims::LinkedClaim;
use crate::extract::casualties::{Harm, Scope, Side, Status, VictimClass};
use crate::rules::Qualifier;

/// A figure with its bounds; nothing known where all are empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figure {
    /// The lower bound.
    pub low: Option<u64>,
    /// The best single number.
    pub best: Option<u64>,
    /// The upper bound.
    pub high: Option<u64>,
}

/// The main incident's figures, as a recorder would code them from this article alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Killed.
    pub killed: Figure,
    /// Injured.
    pub injured: Figure,
}

/// A running total of the event: "raising the toll to 45".
const TOLL: &str = "casualty/toll";
/// What somebody else counts: "the ministry confirmed nine".
const ELLIPTIC: &str = "casualty/elliptic";
/// The attacker's own death.
const SUICIDE: &str = "casualty/suicide";

/// Sentences behind the lead that may still add to it or correct it; what stands further on tells it again, or of others.
const NEAR: usize = 8;

/// Sentences behind the lead in which "also killed" adds to a figure of many.
const BESIDE: usize = 2;
/// From this figure on a lead tells all that died.
const MANY: u64 = 5;

const ZERO: Figure = Figure { low: Some(0), best: Some(0), high: Some(0) };

/// Chooses the figures: 0 where the text says none, nothing where it says nothing.
pub fn choose(claims: &[LinkedClaim]) -> Figures {
    let killed = figure(claims, Harm::Killed);
    let mut injured = figure(claims, Harm::Injured);
    let dies = died_later(claims) || claims.iter().any(|c| c.moved && is_told(c));
    if injured.best == Some(1) && killed.best == Some(1) && dies {
        injured = ZERO;
    }
    // One who died of his wounds is seldom counted among many wounded.
    let few = key(injured) < MANY;
    let moved = claims.iter().filter(|c| c.moved && is_told(c) && (few || c.claim.count.is_some())).filter_map(|c| c.claim.best).sum();
    injured = less(injured, moved);
    Figures { killed, injured }
}

/// Without `n` of them; the figure as it is where it counts no more than these.
fn less(figure: Figure, n: u64) -> Figure {
    if figure.best.is_none_or(|best| best <= n) {
        return figure;
    }
    let less = |count: Option<u64>| count.map(|count| count.saturating_sub(n));
    Figure { low: less(figure.low), best: less(figure.best), high: less(figure.high) }
}

fn figure(claims: &[LinkedClaim], harm: Harm) -> Figure {
    let told = |c: &LinkedClaim| is_told(c) && c.claim.harm == harm;
    let plain = |c: &LinkedClaim| told(c) && !c.claim.background && c.claim.rule != SUICIDE;
    let any_plain = claims.iter().any(plain);
    // "In 2011 nobody was hurt" says nothing of today.
    let now = |c: &LinkedClaim| c.claim.scope != Scope::Historical;
    let none = |c: &LinkedClaim| c.claim.high == Some(0) && now(c) && (c.claim.harm == harm || c.claim.harm == Harm::Casualties);
    // "There were no casualties", and somebody told in passing is of another event.
    if !any_plain && claims.iter().any(none) {
        return ZERO;
    }
    // "The toll of the war rose to nine" is no figure of the day that another claim tells.
    let other = claims.iter().any(|c| told(c) && c.claim.rule != TOLL);
    let passing = |c: &LinkedClaim| told(c) && !(other && c.claim.rule == TOLL && c.claim.background);
    let mut chosen: Vec<&LinkedClaim> = claims.iter().filter(|c| if any_plain { plain(c) } else { passing(c) }).collect();
    // "The guards were killed": how many is told elsewhere.
    let numbered = |c: &&LinkedClaim| c.claim.best.is_some() || !c.claim.definite;
    if chosen.iter().any(numbered) {
        chosen.retain(numbered);
    }
    if !chosen.is_empty() {
        // "Two died and 19 others were hurt": others than the dead, and no more than were told of before.
        let other = if harm == Harm::Killed { Harm::Injured } else { Harm::Killed };
        let beside: Vec<usize> = claims.iter().filter(|c| c.claim.harm == other && is_told(c)).map(|c| c.claim.sentence).collect();
        return total(&chosen, if harm == Harm::Killed { &[] } else { &beside });
    }
    Figure::default()
}

/// Whether a claim tells victims of the article's event, and not a part of what another one tells.
fn is_told(c: &LinkedClaim) -> bool {
    c.claim.part_of.is_none()
        && c.claim.high != Some(0)
        && matches!(c.status, Status::Asserted | Status::Claimed | Status::Feared)
        && (c.claim.scope != Scope::Historical && (c.claim.scope != Scope::Cumulative || c.claim.rule == TOLL || c.recent))
}

fn total(chosen: &[&LinkedClaim], beside: &[usize]) -> Figure {
    let is_toll = |c: &LinkedClaim| c.claim.rule == TOLL && c.claim.qualifier != Qualifier::AtMost;
    // "put the number of injured at dozens" stands over no number.
    let counted = |c: &&&LinkedClaim| c.claim.qualifier != Qualifier::Vague;
    let numbered = chosen.iter().filter(counted).any(|c| !is_toll(c) && c.claim.best.is_some());
    let tolls = chosen.iter().filter(|c| is_toll(c) && (!numbered || counted(c))).map(|c| of(c)).max_by_key(|f| key(*f));
    let rest: Vec<&LinkedClaim> = chosen.iter().copied().filter(|c| !is_toll(c)).collect();
    let start = rest.first().map_or(0, |c| c.claim.sentence);
    let mut sentences = rest.chunk_by(|a, b| a.claim.sentence == b.claim.sentence);
    let first = sentences.next().unwrap_or_default();
    let mut figure = lead(first);
    let mut side = side_of(first);
    // Whether a part of the figure was told again, so that "another" may be one of its parts.
    let mut retold = false;
    for c in sentences.flatten().take_while(|c| c.claim.sentence <= start + NEAR) {
        let one = of(c);
        let indefinite = c.claim.count.is_some() && !c.claim.definite;
        let counted = indefinite && !c.claim.joined;
        // "Another victim died", "Two guards and a cook were also killed"
        let listed = c.claim.joined && key(figure) >= MANY;
        let another = c.claim.scope == Scope::Increment && key(one) == 1 && !retold;
        let single = key(one) == 1 && !c.claim.definite && !retold && key(figure) < MANY && c.claim.sentence <= start + BESIDE;
        let more = c.claim.adds && !listed && (indefinite || single || another);
        // "Some 60 are feared dead" is no toll where one is known.
        let feared = c.status == Status::Feared && figure.best.is_some();
        // "Between 14 and 17 died": a smaller number tells some of them.
        let some = figure.high.is_some() && key(one) < key(figure);
        let fuller = counted && !feared && (figure.best.is_none() && one.best.is_some() && !some || key(one) > key(figure));
        let again = key(one) > 1 && key(one) == key(figure);
        // "Dozens were hurt" is no more than "16 were hurt", and who harmed them may boast.
        // "As many as 40 may have died" bounds it.
        let loose = figure.best.is_some() && (matches!(c.claim.qualifier, Qualifier::Vague | Qualifier::AtMost) || c.claim.boast);
        // "Troops then killed four militants": others than the guards told of before.
        let sides = side.zip(c.claim.side).is_some_and(|(before, here)| before != here);
        let other_side = sides && !feared && !loose && first.iter().all(|before| is_same_event(before, c));
        // "Three people were killed. Five attackers were killed": no fuller count of them.
        let attackers = c.claim.victim_class == VictimClass::Attacker && figure.best.is_some();
        let fuller = fuller && !loose && !attackers;
        // Far behind a lead that counts many, "also" tells who some of them were.
        let told_of = key(figure) >= MANY && c.claim.sentence > start + BESIDE;
        if other_side && figure.best.is_some() && one.best.is_some() {
            figure = sum(figure, one);
            side = None;
        } else if more && !told_of && !again && !beside.contains(&c.claim.sentence) {
            figure = sum(figure, one);
        } else if fuller {
            figure = one;
        } else {
            retold = true;
        }
    }
    match tolls {
        Some(toll) if key(toll) >= key(figure) || rest.is_empty() => toll,
        Some(toll) if first_is_toll(chosen) => toll,
        _ => figure,
    }
}

/// The side on which all of these victims stood.
fn side_of(claims: &[&LinkedClaim]) -> Option<Side> {
    let first = claims.first()?.claim.side;
    first.filter(|_| claims.iter().all(|c| c.claim.side == first))
}

/// Whether nothing says that two claims tell of different days, or that two speakers each count for themselves.
fn is_same_event(a: &LinkedClaim, b: &LinkedClaim) -> bool {
    let apart = |a: Option<Date>, b: Option<Date>| a.zip(b).is_some_and(|(a, b)| a < b);
    let days = apart(a.days.1, b.days.0) || apart(b.days.1, a.days.0);
    let speakers = a.attributed_id.zip(b.attributed_id).is_some_and(|(a, b)| a != b);
    !days && !speakers
}

fn first_is_toll(chosen: &[&LinkedClaim]) -> bool {
    chosen.first().is_some_and(|c| c.claim.rule == TOLL)
}

/// The claims of one sentence: their sum, or where speakers differ the first one's figure, bounded by all.
fn lead(claims: &[&LinkedClaim]) -> Figure {
    let Some(first) = claims.first() else { return Figure::default() };
    let mut figure = of(first);
    for c in claims.iter().skip(1) {
        let other_speaker = c.claim.rule == ELLIPTIC
            || c.claim.speaker.is_some() && first.claim.speaker.is_some() && c.claim.speaker != first.claim.speaker;
        // "A guard was killed and the gunman was shot dead"
        let done_to = matches!(c.claim.rule, "casualty/passive" | "casualty/active");
        let opposed = done_to && first.claim.side.zip(c.claim.side).is_some_and(|(a, b)| a != b);
        let same = !c.claim.adds && c.claim.count.is_none() && c.claim.definite && !opposed;
        if other_speaker {
            let bound = of(c);
            // "The rebels said they had killed 60; the ministry confirmed nine."
            if first.claim.boast && !c.claim.boast {
                figure.best = bound.best.or(figure.best);
            }
            figure.low = figure.low.min(bound.low);
            figure.high = figure.high.max(bound.high);
        } else if !same {
            figure = sum(figure, of(c));
        }
    }
    figure
}

/// "He died", "She succumbed": one who was told of before.
fn died_later(claims: &[LinkedClaim]) -> bool {
    let hurt = claims.iter().position(|c| is_told(c) && c.claim.harm == Harm::Injured);
    let died = claims.iter().position(|c| is_told(c) && c.claim.harm == Harm::Killed);
    let dies = ["casualty/intransitive", "casualty/predicate"];
    let later = |n: usize| claims.get(n).is_some_and(|c| dies.contains(&c.claim.rule) && c.claim.definite);
    hurt.zip(died).is_some_and(|(hurt, died)| hurt < died && later(died))
}

fn of(c: &LinkedClaim) -> Figure {
    // "As many as two were killed" tells of two.
    let low = if c.claim.qualifier == Qualifier::AtMost { c.claim.best.or(c.claim.low) } else { c.claim.low };
    Figure { low, best: c.claim.best, high: c.claim.high }
}

fn key(figure: Figure) -> u64 {
    figure.best.or(figure.low).unwrap_or(0)
}

fn sum(a: Figure, b: Figure) -> Figure {
    let add = |a: Option<u64>, b: Option<u64>| Some(a?.saturating_add(b?));
    // "Five and several others" are five and more.
    let best = add(a.best, b.best).or(add(a.low, b.low).filter(|_| a.best.is_some() || b.best.is_some()));
    Figure { low: add(a.low, b.low), best, high: add(a.high, b.high) }
}

#[cfg(test)]
mod tests {
    use crate::extract::Extractors;
    use crate::extract::dates::Reference;
    use crate::text::Document;

    #[test]
    fn an_article_has_one_figure() {
        let extractors = Extractors::new().unwrap();
        let cases: &[(&str, Option<u64>, Option<u64>)] = &[
            ("A blast killed 12 traders and wounded 30.", Some(12), Some(30)),
            // Parts and what is told again are not added.
            ("Eleven villagers, including three children, died. The eleven villagers were buried on Friday.", Some(11), None),
            ("Two clerks and a guard were shot dead. The guard was 20.", Some(3), None),
            // Totals of the event stand over increments, those of a war beside it.
            ("Two more bodies were found, raising the toll to 45.", Some(45), None),
            ("The raid killed four people. The war has killed 9,000 since 2011.", Some(4), None),
            // The wounded who die move.
            ("Six people were wounded. One of them later died.", Some(1), Some(5)),
            // The dead of the other side are others, but not where nobody's side is told.
            ("Gunmen killed five guards. Two of the attackers were also killed.", Some(7), None),
            ("An officer was killed and his aide fired back, killing the gunman.", Some(2), None),
            ("A clerk was killed and the gunman took his own life.", Some(1), None),
            ("Five were shot, two of whom died.", Some(2), Some(3)),
            ("Two farmers died in the raid. Troops then killed four militants and hurt five rebels.", Some(6), Some(5)),
            ("Nine insurgents were killed. Seven soldiers also lost their lives.", Some(16), None),
            ("Nine people were killed. The army killed four militants.", Some(9), None),
            ("A raid killed two militants and a guard. The army killed a militant.", Some(3), None),
            ("Four guards were killed. Dozens of militants died.", Some(4), None),
            ("Troops killed five rebels on Tuesday. On Sunday, fighters attacked a post and killed four soldiers.", Some(5), None),
            ("The army said 90 gunmen were killed. The ministry said that 19 residents were killed.", Some(90), None),
            ("Divers have recovered 43 bodies so far.", Some(43), None),
            // "Also" adds near the lead; far behind one that counts many it tells who some of them were.
            ("A raid killed nine people. Two guards were also killed.", Some(11), None),
            ("A raid killed nine people. It was dawn. Norvik is small. Two cooks were also killed.", Some(9), None),
            // A vague number and a boast are no more than what is counted; how many were injured stands with who died.
            ("At least 16 people were hurt. A clinic said dozens were injured.", None, Some(16)),
            // Who adds need not be counted by a number.
            ("Seven people were killed. Another victim died on Tuesday.", Some(8), None),
            ("Five men were killed. Two were killed in Norvik. Another man was gunned down in Orlik.", Some(5), None),
            ("A raid killed four clerks. Two guards and a cook were also killed.", Some(7), None),
            ("A clerk was shot dead in Norvik. Another clerk was killed in Orlik.", Some(2), None),
            // Who was spoken of before opens no figure where another claim counts.
            ("The guards – all of Norvik – were killed. The deaths of 19 guards shook Norvik.", Some(19), None),
            // The wounded are told of by name, or as "he".
            ("Two policemen were shot. Captain Karel later died of his wounds.", Some(1), Some(1)),
            ("A priest was shot. He was later pronounced dead.", Some(1), Some(0)),
            ("The rebels said they had killed 60 soldiers; the ministry confirmed nine.", Some(9), None),
            ("One of the six injured later died.", Some(1), Some(5)),
            // A toll of a war is not that of the day, and who is told of in passing is of another event.
            ("Dana Karel died on Monday. The toll in the blockade rose to nine.", Some(1), None),
            ("There were no casualties. He was on trial for killing two guards.", Some(0), Some(0)),
            // Nobody, or nothing said.
            ("No one was hurt in the blast.", None, Some(0)),
            ("No one was hurt in the earlier attack.", None, None),
            ("The mine could kill hundreds.", None, None),
        ];
        for (text, killed, injured) in cases {
            let document = Document::new((*text).to_owned());
            let mut reading = extractors.read(&document);
            let published = Reference::parse("2015-06-24");
            let found = extractors.extract(&mut reading, published);
            let figures = crate::link::link(&reading, found, published).figures;
            assert_eq!((figures.killed.best, figures.injured.best), (*killed, *injured), "{text}");
        }
    }
}
