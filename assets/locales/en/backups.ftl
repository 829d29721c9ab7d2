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
