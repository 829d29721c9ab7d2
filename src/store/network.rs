//! Whether a file lies on a network drive, where a write-ahead log is not safe: its index is shared memory,
//! which two machines do not share.

use std::path::Path;

/// File systems that live on another machine.
const REMOTE: [&str; 10] = ["nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "afs", "fuse.sshfs", "fuse.rclone"];

/// Whether `path` lies on a network drive, as far as can be told: a UNC path, or a mount of a remote file
/// system where the system lists its mounts.
pub fn is_remote(path: &Path) -> bool {
    if is_unc(&path.to_string_lossy()) {
        return true;
    }
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return false };
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    is_on_remote_mount(&path, &mounts)
}

fn is_unc(path: &str) -> bool {
    // `\\?\C:\…` is a long local path, `\\?\UNC\server\…` a long remote one.
    match path.strip_prefix(r"\\?\") {
        Some(long) => long.starts_with(r"UNC\"),
        None => path.starts_with(r"\\"),
    }
}

fn is_on_remote_mount(path: &Path, mounts: &str) -> bool {
    mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (point, kind) = (fields.nth(1)?.replace("\\040", " "), fields.next()?);
            path.starts_with(&point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .is_some_and(|(_, kind)| REMOTE.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remote_places_are_recognised() {
        let mounts =
            "/dev/sda1 / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sdb1 /home/ana/My\\040disk vfat rw 0 0\n";
        assert!(is_on_remote_mount(Path::new("/home/ana/tesis.emaslim"), mounts));
        assert!(!is_on_remote_mount(Path::new("/home/ana/My disk/tesis.emaslim"), mounts));
        assert!(!is_on_remote_mount(Path::new("/tmp/tesis.emaslim"), mounts));
        assert!(is_unc(r"\\server\share\tesis.emaslim"));
        assert!(is_unc(r"\\?\UNC\server\share\tesis.emaslim"));
        assert!(!is_unc(r"\\?\C:\tesis.emaslim"));
        assert!(!is_unc(r"C:\tesis.emaslim"));
    }
}
