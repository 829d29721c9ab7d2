# The window around the places.

command-help = Help and glossary
command-first-steps = Show the first steps

why-no-project = Open a project first
why-busy = Wait for the work in progress
why-read-only = This project is read only
why-no-drafts = Nothing is waiting to be saved

palette-open-recent = Open { $title }
recent-missing = not found
recent-missing-at = No longer found in { $folder }
recent-forget = Take { $title } off the list

keys-commands = Anywhere
keys-tables = Tables and lists
keys-anywhere = Buttons and forms
key-apply = Apply a code to the selection
    .key = 1–7
key-second = Then choose its indicator
    .key = 1–9
key-find = Find a code
    .key = Enter
key-again = Repeat the last code
    .key = Q
key-direction = Change the direction of evidence
    .key = D
key-memo = Write a memo
    .key = M
key-memo-done = Finish the memo
    .key = Ctrl Enter
key-remove = Remove the code
    .key = U
key-select = Select letter by letter
    .key = Shift ←, Shift →
key-select-word = Select word by word
    .key = Ctrl Shift ←, Ctrl Shift →
key-escape = Drop the selection
    .key = Esc
key-move = Move between rows
    .key = ↑, ↓
key-open = Open the chosen row
    .key = Enter
key-mark = Add to the selection
    .key = Shift ↓, Ctrl Space
key-mark-all = Select all rows
    .key = Ctrl A
key-rename = Rename
    .key = F2
key-delete = Delete what is selected
    .key = Delete
key-menu = Menu of actions
    .key = Shift F10
key-cell = Move between cells
    .key = ←, →, ↑, ↓
key-quotations = Open a cell's quotations
    .key = Enter
key-ends = First column, last column
    .key = Home, End
key-next = Forward, back
    .key = Tab, Shift Tab
key-press = Press what has the focus
    .key = Enter, Space
key-close = Close what is open
    .key = Esc

first-steps = First steps
first-far = { $done } of { $n }
first-fold = Fold the first steps
first-unfold = Unfold the first steps
first-put-away = Put the first steps away
first-open = Open an interview in Code
first-code = Select a statement, then press 4 (Supervisor)
first-direct = Set its direction of evidence with D
first-compare = Look at Compare
first-quote = Open a cell's quotations with Enter
first-export = Export a table or excerpts from Report
first-done = All steps are done. Create a project for your own data; the sample study stays.

search-commands = Find a command

coding-edge-left = Width of sources and codes
coding-edge-right = Width of the quotation panel
welcome-help = Help
