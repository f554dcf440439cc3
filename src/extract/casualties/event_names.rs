//! Words in "-ing" that name an event behind another noun: "a school shooting in Orlik", and not "a guard shooting at a crowd".

use super::words::Words;
use crate::rules::Reading;

impl Words {
    /// Whether the word at `at` names an event, as its verb behind it or its article before it tells.
    pub(super) fn is_event_named(&self, reading: &Reading<'_>, at: usize, next: usize) -> bool {
        if !reading.is_any(at, &["shooting", "bombing", "stabbing", "killing", "shelling"]) {
            return false;
        }
        let does = ["left", "leaves", "rises", "rose", "climbs", "climbed", "reaches", "claimed", "took", "injures", "wounds"];
        let harms = reading.phrase_named(next, "harm_verb").is_some_and(|p| reading.column(p, "form") == "past");
        let acts = reading.is_any(next, &does) || harms || reading.phrase(next, self.auxiliary).is_some();
        let police = at > 1 && reading.is(at - 1, "police") && reading.is_any(at - 2, &["a", "the", "another", "this"]);
        // "A mass shooting in Orlik", "the school bombing that", "The Orlik shooting, in which"; "a guard shooting at" acts.
        let closes = reading.is_any(next, &["in", "at", "on", "near", "outside", "that", "which", ",", "."])
            && !reading.is_any(next + 1, &["least", "most"])
            && reading.is_any(at, &["shooting", "bombing", "stabbing"]);
        let thing = || {
            let before = at.saturating_sub(1);
            let kind = reading.phrase(before, self.thing).map(|phrase| reading.column(phrase, "kind"));
            let opened = (at.saturating_sub(4)..before).any(|n| reading.phrase(n, self.determiner).is_some());
            let many = reading.word(before).ends_with('s') && !reading.is(before, "mass");
            let who = many || kind == Some("vehicle") || reading.phrase(before, self.person).is_some();
            opened && !who
        };
        acts || police || closes && thing()
    }
}
