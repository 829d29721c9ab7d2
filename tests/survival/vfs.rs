//! A file system for SQLite that passes everything on to the system's own and fails where it is told to: the n-th
//! call that changes the disk, once or from then on, or with the power going off there. What was not brought to the
//! disk by then is dropped, kept, or kept in part.

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use rusqlite::ffi;
use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::fs;
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

/// A call that changes the disk, or one that reads it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Call {
    Create,
    Write,
    Sync,
    Truncate,
    Delete,
    Read,
}

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// The disk answers with an error.
    Io,
    /// The disk is full.
    Full,
    /// The disk cannot be read. Counts reads, all others count changes.
    Read,
    /// The power goes off.
    Power,
}

/// Where it goes wrong.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub fault: Fault,
    /// The call, from 1.
    pub at: u64,
    /// Whether every call after it fails too.
    pub is_lasting: bool,
}

/// What is left of the writes that were not brought to the disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    Nothing,
    All,
    /// A part of the sectors, drawn by this seed.
    Some(u64),
}

enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

/// A file as the disk holds it.
#[derive(Default)]
struct Held {
    /// What has been brought to the disk; nothing where not even the name has.
    synced: Option<Vec<u8>>,
    pending: Vec<Change>,
    /// Deleted, and the deletion has not been brought to the disk.
    is_deleted: bool,
}

#[derive(Default)]
struct State {
    plan: Option<Plan>,
    calls: u64,
    hit: Option<Call>,
    is_failing: bool,
    is_off: bool,
    files: BTreeMap<PathBuf, Held>,
}

/// The folders that are watched.
static STATES: Mutex<BTreeMap<PathBuf, State>> = Mutex::new(BTreeMap::new());
static REAL: AtomicPtr<ffi::sqlite3_vfs> = AtomicPtr::new(ptr::null_mut());
const SECTOR: usize = 512;

fn states() -> MutexGuard<'static, BTreeMap<PathBuf, State>> {
    STATES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets `act` act on the state of the folder in which a file lies, if that is watched.
fn with<T>(file: &Path, act: impl FnOnce(&mut State) -> T) -> Option<T> {
    states().get_mut(file.parent()?).map(act)
}

/// The file system, watched in one folder.
pub struct Watched {
    folder: PathBuf,
    files: BTreeMap<PathBuf, Held>,
}

impl Watched {
    pub fn new(folder: &Path) -> Self {
        register();
        Self { folder: folder.to_owned(), files: BTreeMap::new() }
    }

    /// From now on calls are counted, and fail as planned.
    pub fn arm(&self, plan: Option<Plan>) {
        states().insert(self.folder.clone(), State { plan, ..State::default() });
    }

    /// All goes well again. The call that failed first, if it came to that.
    pub fn disarm(&mut self) -> Option<Call> {
        let state = states().remove(&self.folder).expect("it was armed");
        self.files = state.files;
        state.hit
    }

    /// Puts on the disk what a power cut leaves there. `renamed` is where a draft has landed.
    pub fn lose_power(&mut self, left: Left, renamed: &Path) {
        let files = std::mem::take(&mut self.files);
        let mut rng = StdRng::seed_from_u64(if let Left::Some(seed) = left { seed } else { 0 });
        for (path, held) in files {
            let target = if path.exists() || held.is_deleted { path.clone() } else { renamed.to_owned() };
            if left == Left::All || (!held.is_deleted && !target.exists()) {
                continue;
            }
            let mut keeps = || left != Left::Nothing && rng.random_bool(0.5);
            if held.is_deleted {
                if let (Some(synced), false, false) = (&held.synced, keeps(), target.exists()) {
                    fs::write(&target, synced).expect("a file that came back");
                }
                continue;
            }
            let mut is_there = held.synced.is_some();
            let mut bytes = held.synced.unwrap_or_default();
            for change in &held.pending {
                match change {
                    Change::Truncate(size) => {
                        if keeps() {
                            bytes.resize(*size, 0);
                        }
                    }
                    Change::Write(at, words) => {
                        let mut from = 0;
                        while from < words.len() {
                            let to = (((at + from) / SECTOR + 1) * SECTOR - at).min(words.len());
                            if keeps() {
                                is_there = true;
                                put(&mut bytes, at + from, &words[from..to]);
                            }
                            from = to;
                        }
                    }
                }
            }
            if is_there {
                fs::write(&target, bytes).expect("what the disk holds");
            } else {
                fs::remove_file(&target).expect("a name that never reached the disk");
            }
        }
        for entry in fs::read_dir(&self.folder).expect("the folder").flatten() {
            if entry.file_name().to_string_lossy().ends_with("-shm") {
                fs::remove_file(entry.path()).expect("shared memory is lost");
            }
        }
    }
}

fn put(bytes: &mut Vec<u8>, at: usize, words: &[u8]) {
    if bytes.len() < at + words.len() {
        bytes.resize(at + words.len(), 0);
    }
    bytes[at..at + words.len()].copy_from_slice(words);
}

const fn code(call: Call, fault: Fault) -> c_int {
    match (call, fault) {
        (Call::Create, _) => ffi::SQLITE_CANTOPEN,
        (Call::Write, Fault::Full) => ffi::SQLITE_FULL,
        (Call::Write, _) => ffi::SQLITE_IOERR_WRITE,
        (Call::Sync, _) => ffi::SQLITE_IOERR_FSYNC,
        (Call::Truncate, _) => ffi::SQLITE_IOERR_TRUNCATE,
        (Call::Delete, _) => ffi::SQLITE_IOERR_DELETE,
        (Call::Read, _) => ffi::SQLITE_IOERR_READ,
    }
}

/// Counts a call; the error, if it is to fail.
fn fails(state: &mut State, call: Call) -> Option<c_int> {
    if state.is_off {
        return Some(code(call, Fault::Io));
    }
    let plan = state.plan;
    let counts_reads = plan.is_some_and(|plan| plan.fault == Fault::Read);
    if (call == Call::Read) != counts_reads {
        return None;
    }
    state.calls += 1;
    let plan = plan?;
    if state.is_failing {
        return Some(code(call, plan.fault));
    }
    if state.calls != plan.at {
        return None;
    }
    state.hit = Some(call);
    state.is_failing = plan.is_lasting;
    state.is_off = plan.fault == Fault::Power;
    Some(code(call, plan.fault))
}

#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    /// Null where the file is not watched.
    path: *mut PathBuf,
}

unsafe fn real(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    unsafe { file.cast::<File>().add(1).cast() }
}

unsafe fn path<'a>(file: *mut ffi::sqlite3_file) -> Option<&'a PathBuf> {
    unsafe { (*file.cast::<File>()).path.as_ref() }
}

macro_rules! pass {
    ($file:ident, $method:ident $(, $argument:expr)*) => {{
        let real = real($file);
        (*(*real).pMethods).$method.expect("a method of the system's file")(real $(, $argument)*)
    }};
}

macro_rules! passes {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*) -> $answer:ty;)+) => {
        $(unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $argument: $kind)*) -> $answer {
            unsafe { pass!(file, $method $(, $argument)*) }
        })+
    };
}

passes! {
    file_size = xFileSize(size: *mut i64) -> c_int;
    lock = xLock(level: c_int) -> c_int;
    unlock = xUnlock(level: c_int) -> c_int;
    check_lock = xCheckReservedLock(answer: *mut c_int) -> c_int;
    control = xFileControl(operation: c_int, argument: *mut c_void) -> c_int;
    sector_size = xSectorSize() -> c_int;
    device = xDeviceCharacteristics() -> c_int;
    shm_map = xShmMap(page: c_int, size: c_int, extends: c_int, at: *mut *mut c_void) -> c_int;
    shm_lock = xShmLock(offset: c_int, n: c_int, flags: c_int) -> c_int;
    shm_barrier = xShmBarrier() -> ();
    shm_unmap = xShmUnmap(deletes: c_int) -> c_int;
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    unsafe {
        let answer = pass!(file, xClose);
        let path = (*file.cast::<File>()).path;
        if !path.is_null() {
            drop(Box::from_raw(path));
        }
        answer
    }
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, size: c_int, at: i64) -> c_int {
    unsafe {
        if let Some(path) = path(file)
            && let Some(Some(error)) = with(path, |state| fails(state, Call::Read))
        {
            return error;
        }
        pass!(file, xRead, into, size, at)
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, size: c_int, at: i64) -> c_int {
    unsafe {
        let Some(path) = path(file) else { return pass!(file, xWrite, from, size, at) };
        let failed = with(path, |state| {
            let was_off = state.is_off;
            let failed = fails(state, Call::Write);
            if !was_off {
                let words = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(size).expect("a size"));
                let at = usize::try_from(at).expect("a place");
                state.files.entry(path.clone()).or_default().pending.push(Change::Write(at, words.to_vec()));
            }
            (failed, was_off)
        });
        match failed.unwrap_or((None, false)) {
            (None, _) => pass!(file, xWrite, from, size, at),
            (Some(error), true) => error,
            // Half of it had got through.
            (Some(error), false) => {
                let _half = pass!(file, xWrite, from, size / 2, at);
                error
            }
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: i64) -> c_int {
    unsafe {
        if let Some(path) = path(file) {
            let failed = with(path, |state| {
                let failed = fails(state, Call::Truncate);
                if failed.is_none() {
                    let size = usize::try_from(size).expect("a size");
                    state.files.entry(path.clone()).or_default().pending.push(Change::Truncate(size));
                }
                failed
            });
            if let Some(Some(error)) = failed {
                return error;
            }
        }
        pass!(file, xTruncate, size)
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    unsafe {
        let Some(path) = path(file) else { return pass!(file, xSync, flags) };
        let failed = with(path, |state| {
            let failed = fails(state, Call::Sync);
            if failed.is_none() {
                let held = state.files.entry(path.clone()).or_default();
                let synced = held.synced.get_or_insert_default();
                for change in held.pending.drain(..) {
                    match change {
                        Change::Write(at, words) => put(synced, at, &words),
                        Change::Truncate(size) => synced.resize(size, 0),
                    }
                }
                // A new file reaches the disk with its folder, and so do deletions in it. No machine goes off
                // for real here, so the system's own sync is left out.
                state.files.retain(|_, held| !held.is_deleted);
            }
            failed
        });
        failed.flatten().unwrap_or(ffi::SQLITE_OK)
    }
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_lock),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The path, where it lies in a folder that is watched.
unsafe fn watched(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    let path = PathBuf::from(unsafe { CStr::from_ptr(name) }.to_str().expect("UTF-8"));
    states().contains_key(path.parent()?).then_some(path)
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    unsafe {
        let shim = file.cast::<File>();
        ptr::write(shim, File { base: ffi::sqlite3_file { pMethods: ptr::null() }, path: ptr::null_mut() });
        let watched = watched(name);
        if let Some(path) = &watched {
            let is_new = !path.exists();
            let failed = with(path, |state| {
                if state.is_off {
                    return Some(ffi::SQLITE_CANTOPEN);
                }
                if is_new && flags & ffi::SQLITE_OPEN_CREATE != 0 {
                    let failed = fails(state, Call::Create);
                    if failed.is_none() {
                        state.files.insert(path.clone(), Held::default());
                    }
                    return failed;
                }
                if !is_new && !state.files.contains_key(path) {
                    state.files.insert(path.clone(), Held { synced: fs::read(path).ok(), ..Held::default() });
                }
                None
            });
            if let Some(Some(error)) = failed {
                return error;
            }
        }
        let real_vfs = REAL.load(Ordering::Acquire);
        let real = real(file);
        let answer = (*real_vfs).xOpen.expect("xOpen")(real_vfs, name, real, flags, out);
        if answer == ffi::SQLITE_OK {
            (*shim).base.pMethods = &raw const METHODS;
            (*shim).path = watched.map_or(ptr::null_mut(), |path| Box::into_raw(Box::new(path)));
        } else if !(*real).pMethods.is_null() {
            (*(*real).pMethods).xClose.expect("xClose")(real);
        }
        answer
    }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, syncs: c_int) -> c_int {
    unsafe {
        if let Some(path) = watched(name).filter(|path| path.exists()) {
            let failed = with(&path, |state| {
                let failed = fails(state, Call::Delete);
                if failed.is_none() {
                    if let Some(held) = state.files.get_mut(&path) {
                        held.is_deleted = true;
                    }
                    if syncs != 0 {
                        state.files.retain(|_, held| !held.is_deleted);
                    }
                }
                failed
            });
            if let Some(Some(error)) = failed {
                return error;
            }
        }
        let real_vfs = REAL.load(Ordering::Acquire);
        (*real_vfs).xDelete.expect("xDelete")(real_vfs, name, 0)
    }
}

/// Makes it the file system of every connection of this process.
fn register() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| unsafe {
        assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK);
        let real = ffi::sqlite3_vfs_find(ptr::null());
        REAL.store(real, Ordering::Release);
        let mut shim = *real;
        shim.szOsFile += c_int::try_from(size_of::<File>()).expect("a size");
        shim.zName = c"failing".as_ptr();
        shim.pNext = ptr::null_mut();
        shim.xOpen = Some(open);
        shim.xDelete = Some(delete);
        assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(shim)), 1), ffi::SQLITE_OK);
    });
}
