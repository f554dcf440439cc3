//! Announcements with a count, in the order of the text, each with the plan that it speaks of.

use super::announce::Announcement;
use crate::text::TokenRange;

/// How many of them are looked at on either side of a place.
const LOOK: usize = 24;

/// The announcements with a count, by place.
#[derive(Debug, Default)]
pub(super) struct Heads {
    list: Vec<(Announcement, usize)>,
}

impl Heads {
    /// Adds the next announcement, which speaks of the plan of this number; not where it overlaps the one before.
    pub fn push(&mut self, announcement: Announcement, draft: usize) {
        self.list.push((announcement, draft));
    }

    /// The last one.
    pub fn last(&self) -> Option<&Announcement> {
        self.list.last().map(|(head, _)| head)
    }

    /// The plan of the last one, back to front, that is like `wanted`.
    pub fn latest(&self, wanted: impl Fn(&Announcement) -> bool) -> Option<usize> {
        self.list.iter().rev().find(|(head, _)| wanted(head)).map(|(_, draft)| *draft)
    }

    /// The one that overlaps `name`, with its plan.
    pub fn overlapping(&self, name: TokenRange) -> Option<(Announcement, usize)> {
        let after = self.list.partition_point(|(head, _)| head.name.end() <= name.first());
        self.list.get(after).filter(|(head, _)| head.name.overlaps(name)).copied()
    }

    /// Those that begin before token `at`, the nearest first.
    pub fn before(&self, at: usize) -> impl Iterator<Item = &(Announcement, usize)> {
        let after = self.list.partition_point(|(head, _)| head.name.first() < at);
        self.list.iter().take(after).rev().take(LOOK)
    }

    /// Those that begin at token `at` or behind it, in order.
    pub fn behind(&self, at: usize) -> impl Iterator<Item = &(Announcement, usize)> {
        let after = self.list.partition_point(|(head, _)| head.name.first() < at);
        self.list.iter().skip(after).take(LOOK)
    }
}
