# The frame of the window.

place-data = Data
place-coding = Code
place-compare = Compare
place-report = Report
place-settings = Settings
place-history = History

command-new = New project…
command-open = Open project…
command-sample = Try the sample study
command-close = Close project
command-save = Save
command-import = Import files…
command-export = Open Report to export
command-undo = Undo
command-redo = Redo
command-find = Find in the source…
command-find-next = Next hit
command-find-previous = Previous hit
command-go-to-line = Go to line…
command-filter = Filter codings…
command-palette = Find a command
command-keys = Keyboard shortcuts
command-zoom-in = Zoom in
command-zoom-out = Zoom out
command-zoom-reset = Zoom 100 %
command-theme = Switch light and dark
command-language = Change language to Indonesian

menu-project = Project menu
tip-step = { $command }: { $what }
palette-hint = Type the name of a command
palette-empty = No command matches.
overlay-close = Close


status-saved = Everything is saved
status-saving = Saving…
status-read-only = Read only; changes are not saved
status-nothing-to-save = Everything is saved already; there is nothing to do.
status-nothing-to-undo = There is nothing to undo.
status-nothing-to-redo = There is nothing to redo.
status-changed-outside = The project was changed outside this window and has been read again.
status-undone = Undone: { $what }
status-redone = Redone: { $what }
status-copied = Copied.
status-cancel = Cancel
status-details = Details
details-copy = Copy details
read-only = Read only

busy-import = Importing { $done } of { $total } – { $what } ({ $percent } %)
busy-sample = Preparing the sample study: { $done } of { $total }

import-none = No file was imported.
import-one = { $name } imported.
import-several = { $n } sources imported.
import-refused = { $what } { $n ->
    [one] { $n } file was refused.
   *[other] { $n } files were refused.
}
import-cancelled = Import stopped; { $n ->
    [one] { $n } source is in.
   *[other] { $n } sources are in.
}

dialog-open = Open project
dialog-import = Import files
dialog-unseen-save = The save window does not show on this system. Type the file's place and name below the Export button, then press Write.
dialog-files-project = Emaslim project

coder-acts = Coder: { $name }
coder-unnamed = Researcher
device-unnamed = this computer
sample-file = Sample study
language-id = Bahasa Indonesia
language-en = English

new-title = New project
new-name = Title of the study
new-name-hint = for example Supervision and the gap, SMPN 31
new-folder = Folder
new-codebook = Codebook
new-codebook-emaslim = EMASLIM
new-codebook-empty = Empty
new-language = Language of codebook and citations
new-place = Saved as { $path }
new-why-not = Fill in title and folder first.
new-create = Create project

path-import = Import from a path
    .label = Path of a file or folder
    .go = Import
path-open = Open a project from a path
    .label = Path of the project file (.emaslim)
    .go = Open project

error-no-thread = The work cannot be started: the system is out of room. Close other programs, then try again.
error-no-folder = The sample study cannot be prepared: no temporary folder can be made. Free some disk space, then try again.

history-empty = No steps yet. Every change will be listed here.
history-facts = { $n ->
    [one] the last step
   *[other] the last { $n } steps
}
