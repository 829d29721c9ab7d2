//! The bare pages of a database file with the newest state of a left-over log laid over them. Nothing is
//! written and nothing in the file is asked to act: this reads where the database itself gives up.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

/// The size of pages where the file does not say any more; what this program makes.
const USUAL_SIZE: u32 = 4096;

/// The pages of a database file, numbered from 1.
pub(super) struct Pages {
    file: File,
    length: u64,
    log: Option<File>,
    /// Where in the log a page lies.
    in_log: HashMap<u32, u64>,
    /// Bytes of a page.
    size: u32,
    /// Pages that can be asked for.
    count: u32,
    /// The first bytes of the file.
    header: [u8; 100],
}

impl Pages {
    /// The pages of the file, and of `log` where there is one.
    pub fn open(path: &Path, log: &Path) -> std::io::Result<Self> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut header = [0; 100];
        let there = usize::try_from(length).unwrap_or(usize::MAX).min(100);
        file.read_exact(&mut header[..there])?;
        let size = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65536,
            size if size >= 512 && size.is_power_of_two() => u32::from(size),
            _ => USUAL_SIZE,
        };
        let mut pages = Self { file, length, log: None, in_log: HashMap::new(), size, count: 0, header };
        pages.count = u32::try_from(length.div_ceil(u64::from(size))).unwrap_or(u32::MAX - 1);
        if let Ok(log) = File::open(log) {
            pages.lay_over(log);
        }
        if let Some(first) = pages.in_log.contains_key(&1).then(|| pages.read(1)).flatten() {
            pages.header.copy_from_slice(&first[..100]);
        }
        Ok(pages)
    }

    /// How many pages can be asked for.
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The bytes of a page that trees use.
    pub fn usable(&self) -> usize {
        let reserved = usize::from(self.header[20]);
        let size = self.size as usize;
        if reserved <= 32 && size - reserved >= 480 { size - reserved } else { size }
    }

    /// The schema version that the file names.
    pub fn version(&self) -> u32 {
        self.number_at(60)
    }

    /// The first page of the list of free pages.
    pub fn free(&self) -> u32 {
        self.number_at(32)
    }

    fn number_at(&self, at: usize) -> u32 {
        u32::from_be_bytes([self.header[at], self.header[at + 1], self.header[at + 2], self.header[at + 3]])
    }

    /// A page; one that the end of the file cuts is filled up with zeros. Nothing beyond the end, or where the
    /// disk refuses.
    pub fn read(&mut self, number: u32) -> Option<Vec<u8>> {
        let mut page = vec![0; self.size as usize];
        if let (Some(at), Some(log)) = (self.in_log.get(&number), &mut self.log) {
            log.seek(SeekFrom::Start(*at)).ok()?;
            log.read_exact(&mut page).ok()?;
            return Some(page);
        }
        let at = u64::from(number.checked_sub(1)?) * u64::from(self.size);
        let there = usize::try_from(self.length.checked_sub(at)?).unwrap_or(usize::MAX).min(page.len());
        if there == 0 {
            return None;
        }
        self.file.seek(SeekFrom::Start(at)).ok()?;
        self.file.read_exact(&mut page[..there]).ok()?;
        Some(page)
    }

    /// Takes the committed pages of a log in; it ends at the first frame that is not what it was written as.
    fn lay_over(&mut self, mut log: File) {
        let mut header = [0; 32];
        if log.read_exact(&mut header).is_err() {
            return;
        }
        let word =
            |bytes: &[u8], at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let is_big = match word(&header, 0) {
            0x377F_0682 => false,
            0x377F_0683 => true,
            _ => return,
        };
        let size = word(&header, 8);
        if !(512..=65536).contains(&size) || !size.is_power_of_two() {
            return;
        }
        let mut sum = checksum((0, 0), &header[..24], is_big);
        if sum != (word(&header, 24), word(&header, 28)) || (size != self.size && self.length > 0) {
            return;
        }
        let mut begun = Vec::new();
        let mut frame = vec![0; 24 + size as usize];
        let mut at = 32;
        while log.read_exact(&mut frame).is_ok() {
            sum = checksum(checksum(sum, &frame[..8], is_big), &frame[24..], is_big);
            if frame[8..16] != header[16..24] || sum != (word(&frame, 16), word(&frame, 20)) {
                break;
            }
            begun.push((word(&frame, 0), at + 24));
            let pages_after = word(&frame, 4);
            if pages_after > 0 {
                self.in_log.extend(begun.drain(..));
                // What a log can hold bounds how far it can make the file grow.
                let held = u32::try_from(self.in_log.len()).unwrap_or(u32::MAX);
                self.count = pages_after.min(self.count.saturating_add(held));
            }
            at += 24 + u64::from(size);
        }
        self.log = Some(log);
    }
}

/// The running sum of a log over whole pairs of words.
fn checksum(sum: (u32, u32), bytes: &[u8], is_big: bool) -> (u32, u32) {
    bytes.chunks_exact(8).fold(sum, |(a, b), pair| {
        let word = |at: usize| {
            let four = [pair[at], pair[at + 1], pair[at + 2], pair[at + 3]];
            if is_big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
        };
        let a = a.wrapping_add(word(0)).wrapping_add(b);
        (a, b.wrapping_add(word(4)).wrapping_add(a))
    })
}
