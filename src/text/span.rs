//! Half-open ranges: of bytes ([`Span`]) and of tokens ([`TokenRange`]).

/// Bytes `start..end` of a document's text. `start <= end` always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// From `start` to `end`, in bytes; an `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { start, end: end.max(start) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words it stands for; empty where it doesn't fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or("")
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Tokens `first..end` of a document. `first <= end` always holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenRange {
    first: u32,
    end: u32,
}

impl TokenRange {
    /// An empty range behind all tokens of any document.
    pub const LAST: Self = Self { first: u32::MAX, end: u32::MAX };

    /// From token `first` to before token `end`; an `end` before `first` gives an empty range.
    pub fn new(first: usize, end: usize) -> Self {
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Self { first, end: end.max(first) }
    }

    /// The first token.
    pub fn first(self) -> usize {
        self.first as usize
    }

    /// One past the last token.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        (self.end - self.first) as usize
    }

    /// Whether it holds no token.
    pub fn is_empty(self) -> bool {
        self.first == self.end
    }

    /// Whether the two share at least one token.
    pub fn overlaps(self, other: Self) -> bool {
        self.first < other.end && other.first < self.end
    }

    /// Whether `other` lies within.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.end <= self.end
    }

    /// Whether token `at` lies within.
    pub fn holds(self, at: usize) -> bool {
        self.first() <= at && at < self.end()
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), end: self.end.max(other.end) }
    }

    /// The tokens' numbers, in order.
    pub fn iter(self) -> std::ops::Range<usize> {
        self.first()..self.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_never_ends_before_it_starts() {
        assert!(Span::new(7, 3).is_empty());
        assert_eq!(Span::new(7, 3).start(), 7);
        assert_eq!(Span::new(3, 7).of("añb"), "");
        assert_eq!(Span::new(1, 3).of("añb"), "ñ");
    }
}
