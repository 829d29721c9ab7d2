# Applying codes: the code picker, the second digit, the passage's own words as a code, keys of codes.

picker-recent = Used last
picker-others = Other codes
picker-count-marked = { $n } marked
picker-marked = marked
picker-mark = Mark
picker-mark-key = Ctrl Space
picker-direction = Direction
picker-apply-many = Apply { $n } codes
picker-remove = Remove code
picker-direct = Set direction
picker-make = Create code “{ $name }”
picker-make-below = below { $code }
picker-make-top = at the top
picker-make-apply = Create and apply
picker-make-detail = This new code is applied at once. Its definition and test can be written later in the codebook.
picker-emaslim-detail = Seven roles of a principal with their indicators, the gap, and evaluation, each with a definition and a one-line test.
picker-empty = No codes yet. Type a name to create the first.
picker-no-definition = This code has no definition yet.
picker-pair = { $one } or { $other }?
picker-read-only = This project is read-only; codes cannot be applied.

second-esc = Done; the next digit is another role
digit-unused = Key { $digit } is not in use. In use: { $keys }. Right-click a code to give it a key.
digit-none = Key { $digit } is not in use. Right-click a code in the codebook to give it a key.

vivo-no-words = This selection holds no words. Select the words that become the name of the code.
coding-last = Q applies { $codes }{ $direction ->
    [supports] , supporting
    [partly] , partly supporting
    [weakens] , weakening
    [context] , as context
   *[unset] {""}
}.
coding-memo-code = Apply a code to this selection first; then M writes its memo.

coding-menu-meaning = Show definition
coding-menu-key = Key…
coding-menu-cancel = Cancel
coding-key-title = Key for { $code }
coding-key-about = Press a digit or choose below. The code that holds the digit loses it.
coding-key-free = free
coding-key-none = No key
coding-colour-title = Colour of { $code }
coding-colour-about = Indicators of the same colour follow.
coding-colour-other = Another colour…

key-picker-mark = Mark several codes while searching
    .key = Ctrl Space
key-picker-direction = Choose the direction while searching
    .key = Ctrl D
key-again-which = See the last code
    .key = Shift Q
key-vivo = Make these words a code
    .key = V
key-vivo-where = Make them a code, choose its place
    .key = Shift V
