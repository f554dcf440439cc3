//! The pages of a column, each looked at before the reader of Parquet unpacks it, and again before it reads its values.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use parquet::basic::Encoding;
use parquet::column::page::{Page, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::ColumnChunkMetaData;
use parquet::file::reader::{ChunkReader, Length, SerializedPageReader};

use super::compact;
use crate::ingest::input::ReadSeek;

/// A page may have so many bytes, packed or not: a thousand long articles.
const LARGEST_PAGE: u64 = 128 << 20;
/// Different values of one group that may stand in its dictionary.
const MOST_DIFFERENT: u32 = 1 << 22;
/// What is read to see the head of a page, and what it may have where it quotes values.
const HEADS: [u64; 2] = [4 << 10, 1 << 20];

/// The bytes of a file.
pub(super) struct Stored {
    bytes: Mutex<Box<dyn ReadSeek>>,
    pub size: u64,
}

impl Stored {
    pub fn new(mut bytes: Box<dyn ReadSeek>) -> io::Result<Self> {
        let size = bytes.seek(SeekFrom::End(0))?;
        Ok(Self { bytes: Mutex::new(bytes), size })
    }

    pub fn at(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        if start.checked_add(length).is_none_or(|end| end > self.size) {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "it ends before what it declares"));
        }
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.seek(SeekFrom::Start(start))?;
        let mut read = Vec::new();
        bytes.by_ref().take(length).read_to_end(&mut read)?;
        Ok(read)
    }
}

impl Length for Stored {
    fn len(&self) -> u64 {
        self.size
    }
}

impl ChunkReader for Stored {
    type T = Cursor<Vec<u8>>;

    /// The head of the page that begins here.
    fn get_read(&self, start: u64) -> Result<Self::T> {
        for length in HEADS {
            let head = self.at(start, length.min(self.size.saturating_sub(start)))?;
            if let Some(size) = compact::page_size(&head) {
                check_size(size)?;
                return Ok(Cursor::new(head));
            }
        }
        Err(ParquetError::General("the head of a page is damaged".to_owned()))
    }

    /// The bytes of a page.
    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        check_size(length as u64)?;
        Ok(self.at(start, length as u64)?.into())
    }
}

fn check_size(size: u64) -> io::Result<()> {
    if size > LARGEST_PAGE {
        let message = format!("a page of {size} bytes; allowed are {LARGEST_PAGE} (128 MiB): write smaller pages");
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    Ok(())
}

/// The pages of one column in one group of rows.
pub(super) struct Pages {
    pages: SerializedPageReader<Stored>,
    has_dictionary: bool,
}

impl Pages {
    pub fn new(stored: &Arc<Stored>, column: &ColumnChunkMetaData, rows: usize) -> Result<Self> {
        let start = column.dictionary_page_offset().unwrap_or(column.data_page_offset());
        if start < 0 || column.compressed_size() < 0 {
            return Err(ParquetError::General("a column before the beginning of the file".to_owned()));
        }
        Ok(Self { pages: SerializedPageReader::new(Arc::clone(stored), column, rows, None)?, has_dictionary: false })
    }

    /// Refuses what the reader of values would make too much room for, or could not go on from.
    fn check(&mut self, page: &Page) -> Result<()> {
        let wrong = |message: String| Err(ParquetError::General(message));
        if let Page::DictionaryPage { buf, num_values, .. } = page {
            self.has_dictionary = true;
            if *num_values > MOST_DIFFERENT || *num_values as usize > buf.len() {
                return wrong(format!("a dictionary of {num_values} values in {} bytes", buf.len()));
            }
            return Ok(());
        }
        match page.encoding() {
            Encoding::PLAIN | Encoding::RLE | Encoding::DELTA_BINARY_PACKED => Ok(()),
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY if self.has_dictionary => Ok(()),
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY => wrong("a page without its dictionary".to_owned()),
            other => wrong(format!("encoded as {other}, which is not read; allowed are plain values and dictionaries")),
        }
    }
}

impl PageReader for Pages {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        let page = self.pages.get_next_page()?;
        page.as_ref().map_or(Ok(()), |page| self.check(page))?;
        Ok(page)
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.pages.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.pages.skip_next_page()
    }
}

impl Iterator for Pages {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}
