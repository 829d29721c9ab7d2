# Errors of a project: what happened, why, and what to do next.

error-missing = There is no such file. Check its name and folder: { $path }
error-folder = This is a folder, not a project file. Choose the .emaslim file inside it: { $path }
error-folder-missing = There is no such folder for the project. Create it first, or choose another: { $path }
error-folder-denied = Nothing may be written to this folder. Choose another one for the project: { $path }
error-file-name = The system takes no file of this name, perhaps because it is too long. Choose another name: { $path }
error-exists = A file of this name exists already and was not overwritten. Choose another name: { $path }
error-not-a-project = This file is no Emaslim project and was left as it is. Choose a .emaslim file; for a transcript, create or open a project and import it: { $path }
error-newer = This project was made with a newer Emaslim and was left as it is. Install the latest version and open it again: { $path }
error-older = This project file is of a version that is no longer read. Open it with an older Emaslim first and save a copy: { $path }
error-foreign = The structure of this file was changed by another program, so it is not safe to open. Use the latest backup: { $path }
error-unreachable = The file cannot be opened. Check that the drive is still connected and that you may read it: { $path }
error-read-only = The project is open for reading only, so nothing was changed. Copy it to a folder you may write to and open the copy.
error-busy = Another window or command is writing to this project; nothing was changed. Wait a moment and try again.
error-disk-full = The disk is full, so this change was not saved. Free some space and try again.
error-disk = The disk cannot be read or written, so this change was not saved. Check the drive and open the project again.
error-damaged = The contents of the project file are damaged. Keep this file and go on from the latest backup.
error-history = The history does not fit the project, so nothing was changed. Check the project (emaslim check) and go on from the latest backup if need be.
error-database = The project file refused this change; nothing was changed. Copy the technical detail and report it.
error-codebook = This file is no codebook that can be read. Check it against the detail, or use the EMASLIM codebook.
error-same-name = There is a source named { $name } already. Rename the file and import it again.
error-same-bytes = This file is exactly the same as the source { $name }, so it was not imported again: { $file }
error-no-text = This file holds no text. Look into it and import it again: { $file }
error-turn = The turns found in this file do not fit its text, so it was not imported. Please report this file: { $file }
error-no-group = There is no group { $group }. Choose one of: { $known }
error-no-source = That source is no longer there. Choose another source.
error-no-code = That code is no longer there. Choose another code.
error-no-coding = That coding is no longer there. It may have been removed; see the history.
error-no-host = What the memo hangs on is no longer there. It may have been removed; see the history.
error-empty-range = No words are selected in { $name }. Select at least one letter, then code.
error-beyond-text = The range { $range } reaches beyond the end of { $name }, which has { $length } characters. Choose a range inside the text.
error-nameless-coder = The coder has no name yet. Enter the coder’s name in Settings and try again.

notice-log-folded-in = Emaslim did not close properly last time. Everything saved until then has been recovered.
notice-not-writable = The file or its folder cannot be written, so the project is open for reading only.
notice-migrated = This project file was brought to the latest version. Earlier steps stay in the history but cannot be undone. The old form is kept as a backup: { $path }

check-damaged = The database is damaged: { $what }
check-reference = A row of { $table } refers to a { $to } that does not exist.
check-schema = The structure of the file was changed: { $what }
check-history = The history cannot be read: { $what }
check-text = A text or an original file has changed since it was imported: { $what }
check-quotation = The quotation at { $source } line { $lines } differs from its text: “{ $quote }”
check-lines = The quotation in { $source } does not stand on line { $lines }: “{ $quote }”
check-ring = The code { $what } stands above itself.
