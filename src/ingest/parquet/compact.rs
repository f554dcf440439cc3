//! The little of Thrift's compact form that is looked at before the reader of Parquet sees it.
//!
//! That reader believes what a file declares: it follows a schema as deep as it goes, counts through lists that take no
//! bytes, and makes room for a page of any size. So what is declared is read here first, and refused where no table of
//! articles needs it.

/// Groups in groups, at the most; a table has one level, and lists three more.
const DEEPEST: usize = 64;
/// Structures in structures that are passed over.
const DEEPEST_SKIPPED: u8 = 16;

/// Types of values, as the form numbers them.
const INTEGER: u8 = 5;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Whether the description at the end of a file can be read in bounded time and depth.
pub(super) fn is_tame(footer: &[u8]) -> bool {
    let mut bytes = Compact::new(footer);
    let is_read = bytes.fields(|bytes, id, kind| if (id, kind) == (2, LIST) { bytes.schema() } else { bytes.skip(kind, DEEPEST_SKIPPED) });
    is_read.is_some()
}

/// The larger of the sizes that the head of a page declares, packed and unpacked; none for a head that isn't whole.
pub(super) fn page_size(head: &[u8]) -> Option<u64> {
    let mut largest = 0;
    Compact::new(head).fields(|bytes, id, kind| {
        if (id == 2 || id == 3) && kind == INTEGER {
            largest = largest.max(u64::try_from(bytes.integer()?).ok()?);
            return Some(());
        }
        bytes.skip(kind, DEEPEST_SKIPPED)
    })?;
    Some(largest)
}

struct Compact<'a> {
    bytes: &'a [u8],
    /// Items of lists that may still come: no more than there are bytes.
    items: u64,
}

impl<'a> Compact<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, items: bytes.len() as u64 }
    }

    fn take(&mut self, count: u64) -> Option<()> {
        self.bytes = self.bytes.get(usize::try_from(count).ok()?..)?;
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn natural(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn integer(&mut self) -> Option<i64> {
        let number = self.natural()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    /// Reads a structure; each field is given with its id and type, and must be read.
    fn fields(&mut self, mut field: impl FnMut(&mut Self, i64, u8) -> Option<()>) -> Option<()> {
        let mut id = 0;
        loop {
            let head = self.byte()?;
            let (step, kind) = (head >> 4, head & 0x0F);
            if kind == 0 {
                return Some(());
            }
            id = if step == 0 { self.integer()? } else { id + i64::from(step) };
            field(self, id, kind)?;
        }
    }

    /// The length of a list and the type of its items.
    fn list(&mut self) -> Option<(u64, u8)> {
        let head = self.byte()?;
        let count = if head >> 4 == 15 { self.natural()? } else { u64::from(head >> 4) };
        self.items = self.items.checked_sub(count)?;
        Some((count, head & 0x0F))
    }

    fn skip(&mut self, kind: u8, depth: u8) -> Option<()> {
        let deeper = depth.checked_sub(1)?;
        match kind {
            1 | 2 => Some(()),
            3 => self.take(1),
            4..=6 => self.natural().map(|_| ()),
            7 => self.take(8),
            8 => {
                let length = self.natural()?;
                self.take(length)
            }
            LIST | 10 => {
                let (count, kind) = self.list()?;
                (0..count).try_for_each(|_| self.skip(kind, deeper))
            }
            STRUCT => self.fields(|bytes, _, kind| bytes.skip(kind, deeper)),
            13 => self.take(16),
            // Maps are in no part of the format.
            _ => None,
        }
    }

    /// Reads the elements of a schema, each followed by its children, and minds how deep they stand.
    fn schema(&mut self) -> Option<()> {
        let (count, kind) = self.list()?;
        let mut open: Vec<i64> = Vec::new();
        for _ in 0..(if kind == STRUCT { count } else { return None }) {
            let mut children = 0;
            self.fields(|bytes, id, kind| {
                if (id, kind) == (5, INTEGER) {
                    children = bytes.integer()?;
                    return Some(());
                }
                bytes.skip(kind, DEEPEST_SKIPPED)
            })?;
            if let Some(left) = open.last_mut() {
                *left -= 1;
            }
            if children > 0 {
                open.push(children);
            }
            while open.last() == Some(&0) {
                open.pop();
            }
            if open.len() > DEEPEST {
                return None;
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A description whose schema is a chain of groups, each the only child of the one before.
    fn chain(length: u8) -> Vec<u8> {
        let group = [0x48, 1, b'g', 0x15, 2, 0];
        let leaf = [0x48, 1, b'l', 0];
        [&[0x29, 0xFC, length][..], &group.repeat(usize::from(length) - 1), &leaf, &[0]].concat()
    }

    #[test]
    fn what_is_too_deep_or_too_long_is_refused() {
        assert!(is_tame(&chain(10)));
        assert!(!is_tame(&chain(100)));
        assert!(!is_tame(&chain(10)[..30]));
        // A list of a billion truths, which take no bytes.
        assert!(!is_tame(&[0x39, 0xF1, 0x80, 0x94, 0xEB, 0xDC, 0x03, 0]));
    }

    #[test]
    fn a_page_has_the_size_that_its_head_declares_anywhere() {
        let head = [0x15, 0, 0x15, 20, 0x15, 24, 0];
        assert_eq!(page_size(&head), Some(12));
        assert_eq!(page_size(&head[..6]), None);
        assert_eq!(page_size(&[0x15, 0, 0x15, 20, 0x15, 24, 0x05, 4, 0x80, 0x01, 0]), Some(64));
        assert_eq!(page_size(&[0x15, 0, 0x15, 21, 0]), None, "less than nothing");
    }
}
