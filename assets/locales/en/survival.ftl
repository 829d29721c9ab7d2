# What happens to an open project from outside: a file taken away, a disk without room.

error-replaced = Another program put another file in place of this project ({ $path }). What you had open is kept as { $copy }. Open both and compare before you go on.
error-replaced-no-copy = Another program put another file in place of this project, and what you had open could not be saved as a copy. Free some space, keep this window open and export what you need: { $path }
error-deleted = Another program deleted or moved the file of this project ({ $path }). What you had open is kept as { $copy }. Open it to go on.
error-deleted-no-copy = Another program deleted or moved the file of this project, and what you had open could not be saved as a copy. Put the file back, or keep this window open and export what you need: { $path }

notice-log-set-aside = Another file lies here than the one last open, so a left-over log was not folded in but put aside: { $path }
notice-no-room = The disk is full, so the project is open for reading only. Free some space and open it again.
notice-not-read-back = The change is saved, but the project could not be read again just now. It is shown as soon as it can be read.
