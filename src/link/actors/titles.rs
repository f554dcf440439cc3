//! Who is meant by a title alone: "the Kenyan president", "the foreign minister".
//!
//! The one who was last named with that office before; or the leader of the lists who held it on the article's day and is
//! named in the article; or the only one who is named with it later; or else nobody that has a name: then all such titles
//! are one nameless person.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::groups::Groups;
use super::lands::class;
use super::offices::{Office, holds, office};
use crate::extract::actors::{ActorForm, ActorMention};
use crate::rules::Reading;

/// Bearers of one office that are kept, and leaders that are asked, at the most.
const MOST: usize = 16;

/// A person who is named with an office.
#[derive(Debug, Clone, Copy)]
struct Bearer {
    mention: usize,
    country: Option<&'static str>,
}

/// Joins titles with who bears them. `in_office`: for each mention, whether a leader of the lists holds the office then.
pub(super) fn join(reading: &Reading<'_>, found: &[ActorMention], in_office: &[bool], groups: &mut Groups) {
    let offices: Vec<Option<Office>> = found.iter().map(|mention| mention.role.and_then(|role| office(reading, role))).collect();
    let leaders = leaders(reading, found, in_office);
    // For each office, those who are named with it anywhere, by first mention.
    let mut all: FxHashMap<usize, SmallVec<[Bearer; 2]>> = FxHashMap::default();
    for (n, mention) in found.iter().enumerate() {
        let Some(office) = offices[n].filter(|office| mention.form != ActorForm::Title && !office.former) else { continue };
        let bearers = all.entry(office.entry).or_default();
        let bearer = Bearer { mention: groups.first(n), country: mention.country };
        if bearers.len() < MOST && !bearers.iter().any(|b| b.mention == bearer.mention && b.country == bearer.country) {
            bearers.push(bearer);
        }
    }
    let mut before: FxHashMap<usize, SmallVec<[Bearer; 2]>> = FxHashMap::default();
    let mut nameless: FxHashMap<(usize, Option<&str>), usize> = FxHashMap::default();
    for (n, mention) in found.iter().enumerate() {
        let Some(office) = offices[n] else { continue };
        if mention.form != ActorForm::Title {
            if !office.former {
                let bearer = Bearer { mention: n, country: mention.country };
                for entry in [Some(office.entry), Some(office.general).filter(|general| *general != office.entry)].into_iter().flatten() {
                    let bearers = before.entry(entry).or_default();
                    bearers.retain(|other| other.country != bearer.country);
                    bearers.push(bearer);
                    if bearers.len() > MOST {
                        bearers.remove(0);
                    }
                }
            }
            continue;
        }
        if office.former {
            continue;
        }
        let fits = |bearer: &&Bearer| mention.country.is_none() || bearer.country == mention.country;
        let earlier = before.get(&office.entry).and_then(|bearers| bearers.iter().rev().find(fits));
        let later = || all.get(&office.entry).map(|bearers| bearers.iter().filter(fits).collect::<Vec<_>>());
        let only =
            || later().filter(|bearers| bearers.iter().all(|b| b.mention == bearers[0].mention)).and_then(|b| b.first().map(|b| b.mention));
        let whole = earlier
            .map(|bearer| bearer.mention)
            .or_else(|| leader(reading, found, &leaders, office.entry, mention.country))
            .or_else(only)
            .unwrap_or_else(|| *nameless.entry((office.entry, mention.country)).or_insert(n));
        groups.join(whole, n);
    }
}

/// The leaders in office whom the article names.
fn leaders(reading: &Reading<'_>, found: &[ActorMention], in_office: &[bool]) -> Vec<usize> {
    let mut leaders: Vec<usize> = Vec::new();
    for (n, mention) in found.iter().enumerate() {
        let leads = in_office[n] && mention.entry.is_some() && class(reading, mention) == "leader";
        if leads && leaders.len() < MOST && !leaders.iter().any(|m| found[*m].entry == mention.entry) {
            leaders.push(n);
        }
    }
    leaders
}

/// The only leader who holds the office: that of the country, where the title names one.
fn leader(reading: &Reading<'_>, found: &[ActorMention], leaders: &[usize], entry: usize, country: Option<&str>) -> Option<usize> {
    let mut who = leaders.iter().filter(|n| (country.is_none() || found[**n].country == country) && holds(reading, &found[**n], entry));
    let first = who.next().copied();
    first.filter(|_| who.next().is_none())
}
