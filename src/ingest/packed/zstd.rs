//! Zstandard: frames one after another, as appending tools write them.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// What all frames of a stream hold.
pub(super) struct Frames {
    bytes: Box<dyn BufRead + Send>,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl Frames {
    pub(super) fn new(bytes: Box<dyn BufRead + Send>) -> Self {
        Self { bytes, decoder: FrameDecoder::new(), in_frame: false }
    }

    /// Begins a frame, or passes over one that holds no data.
    fn begin(&mut self) -> io::Result<()> {
        match self.decoder.init(&mut self.bytes) {
            Ok(()) => self.in_frame = true,
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                io::copy(&mut self.bytes.by_ref().take(u64::from(length)), &mut io::sink())?;
            }
            Err(error) => return Err(broken(&error)),
        }
        Ok(())
    }
}

impl Read for Frames {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.in_frame {
                if target.is_empty() || self.bytes.fill_buf()?.is_empty() {
                    return Ok(0);
                }
                self.begin()?;
                continue;
            }
            if self.decoder.can_collect() > 0 {
                return self.decoder.read(target);
            }
            if self.decoder.is_finished() {
                self.in_frame = false;
            } else {
                self.decoder.decode_blocks(&mut self.bytes, BlockDecodingStrategy::UptoBlocks(1)).map_err(|error| broken(&error))?;
            }
        }
    }
}

fn broken(error: &FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
