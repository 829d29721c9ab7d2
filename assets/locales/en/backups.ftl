# Backups: errors, answers of the command line, and their window.

error-stopped = Stopped before it was done. Nothing has been changed.
error-unsound = What is in this file has not passed its check ({ $n ->
    [one] 1 problem
   *[other] { $n } problems
}), so the copy was not kept; older backups are still there. See what is wrong with emaslim check, or restore the last backup.
error-backup-no-place = This system names no folder for the program’s data, so there is no place for backups. Set the variable EMASLIM_DATA to a folder, or save a copy yourself.
error-backup-folder = The folder of backups cannot be written. Allow writing there or free some space, then try again: { $path }
error-backup-none = There is no backup of this project on this computer yet: { $path }
error-backup-unknown = There is no backup { $name }. See the list with emaslim restore PROJECT --list.
error-backup-several = Several backups begin with { $name }. Name one of them: { $known }
error-backup-other = That is a backup of another project ({ $name }), so it is not restored here. Choose a backup of this project.
error-in-use = This project is open in another window or command. Close it there, then try again.
error-in-use-by = This project is open by { $coder } on { $device } since { $at }. Close it there, then try again.
notice-not-migrated = This file is of an older form and has not been brought up to date because no backup of it could be made, so it is open for reading only. { $why }

cli-help-backup = Make a checked backup, save a copy with -o, or list the backups
cli-help-restore = Restore a backup; says first what would be lost and brought back
cli-help-compact = Compact the project file: give back the empty room in it
cli-arg-copy = Save a copy of the project as this file instead of a backup
cli-arg-list = List the backups
cli-arg-backup = Name of a backup or its beginning, a file, or latest for the last one
cli-arg-restore-dry-run = Say what would be lost and brought back without changing anything

cli-column-backup = Backup
cli-column-why = Why
cli-column-size = Size
cli-column-steps = Steps
cli-column-since = Since

cli-backup-made = Backup made and checked ({ $size }): { $path }
cli-backup-already = Nothing has changed since the last backup ({ $size }): { $path }
cli-backup-none = There is no backup of this project yet. Make one with emaslim backup.
cli-backup-folder = Folder of the backups: { $path }
cli-copy-saved = Copy saved and checked ({ $size }): { $path }
cli-restore-would = Nothing was changed; without --dry-run this backup is restored.
cli-restored = Backup restored: { $path }
cli-restore-aside = The file that lay there is kept: { $path }

compacted = The file was compacted from { $before } to { $after }.
compacted-already = The file is compact already ({ $after }).

backup-why-hourly = hourly
backup-why-session = start or end of a session
backup-why-asked = asked for
backup-why-before-migration = before bringing it up to date
backup-why-before-irreversible = before something that cannot be undone
backup-why-before-restore = before restoring

restore-unreadable = The present file is gone or cannot be read. This backup holds { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} and { $codings ->
    [one] 1 coding
   *[other] { $codings } codings
}.
restore-loses-nothing = Nothing would be lost: all that is in the present file is in this backup.
restore-loses = Would be lost from the present file: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, with { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} and { $codings ->
    [one] 1 coding
   *[other] { $codings } codings
}.
restore-lost-sources = Sources lost: { $names }
restore-lost-step = – { $what }
restore-lost-more = – and { $n ->
    [one] 1 step
   *[other] { $n } steps
} before
restore-brings = Would be brought back: { $sources ->
    [one] 1 source
   *[other] { $sources } sources
} and { $codings ->
    [one] 1 coding
   *[other] { $codings } codings
}.
restore-found-sources = Sources brought back: { $names }

backup-failed = No automatic backup could be made; your work is saved all the same. { $why }
backups-restored = Backup restored; the file as it was stays in the list of backups.

command-save-copy = Save a copy…
command-back-up = Back up now
command-backups = Backups…
command-compact = Compact the file
dialog-save-copy = Save a copy of the project
busy-backup = Backing up… { $done }%
busy-copy = Saving a copy… { $done }%
busy-restore = Restoring the backup… { $done }%
busy-compact = Compacting the file… { $done }%

backups-title = Backups
backups-folder = Made by itself every hour and every session, outside the project’s folder: { $path }
backups-reading = Reading the list of backups…
backups-none = There is no backup yet. The first is made by itself when this project is closed.
backups-row = { $when } · { $why }
backups-since = { $n ->
    [0] same as now
    [one] 1 step since
   *[other] { $n } steps since
}
backups-unreadable = cannot be read
backups-other-line = another history
backups-difference = If this backup is restored
backups-weighing = Comparing with the present file…
backups-nothing-destroyed = The present file is kept as a backup first, so you can come back to it.
backups-restore = Restore this backup
backups-made = Backup made and checked.
backups-already = Nothing has changed since the last backup.
backups-copy-suffix = (copy)
backups-copy-saved = Copy saved and checked: { $path }
