# The inspector of Koding, how far a source is, how a transcript is read, and the history.
coding-field-unwritten = Written when you leave this field, or with Ctrl+Enter.
coding-quote-unfold = Show all
coding-quote-fold = Fold
coding-copy-tip = Copy the quotation with its citation (Ctrl+Shift+C)
coding-copy-cited = Copy with citation
coding-copy-words = Copy the words alone
coding-copy-citation = Copy the citation alone
coding-open-code = Open its code in the codebook
coding-more-menu = More for this quotation
coding-explain = Definition of { $code }
coding-explain-close = Close the definition of { $code }
coding-undefined = This code has no definition yet. Write it in the codebook.
coding-selected = Selected words
coding-overlapping = Overlapping codings
coding-narrow-line = l.{ $lines }
coding-rest = { $n } more
coding-selected-next = Press 1–7 to apply a code, or Enter to find one.
coding-selected-read = This project can only be read; no code can be applied.

coding-done = Mark as done
coding-done-where = Open a source in Code first, then mark it as done.
command-mark-done = Mark the source as done, or not done
coding-share-turns = { $percent } % of turns carry a code
coding-share-text = { $percent } % of the text carries a code
coding-uncoded-turns = { $n ->
    [one] Turn without a code: { $n } left.
   *[other] Turns without a code: { $n } left.
}
coding-uncoded-lines = { $n ->
    [one] Line without a code: { $n } left.
   *[other] Lines without a code: { $n } left.
}
coding-all-turns = Every turn of an informant in { $source } carries a code.
coding-all-lines = Every line of { $source } carries a code.

coding-reading = How the transcript is shown
coding-reading-reset = Back to the defaults
coding-size = Letter size
coding-size-less = Smaller letters
coding-size-more = Larger letters
coding-size-now = { $n } points
coding-width = Column width
coding-width-less = Narrower column
coding-width-more = Wider column
coding-width-now = { $n } letters
coding-leading = Line distance
coding-leading-less = Lines closer
coding-leading-more = Lines further apart
coding-leading-now = { $n } %
coding-source-note = Note on this source

key-uncoded = Next turn without a code, the one before
    .key = N, Shift N

history-any-coder = All coders
history-coder = Coder
history-words = Find a step
history-none = No step matches.
history-clear = Clear filters
history-choose-first = Choose a step first.
history-show = Show in the transcript
history-undone = { $what } (undone)
history-facts-some = { $n } of { $of } steps
history-back = Go back to before this step…
history-back-title = Go back to before this step
history-back-about = { $n ->
    [one] That step is undone. It can be redone.
   *[other] That step and all after it are undone, the newest first: { $n } steps. Each can be redone.
}
history-back-who = Among them are steps of others: { $names }.
history-back-go = { $n ->
    [one] Undo the step
   *[other] Undo { $n } steps
}
history-back-done = { $n ->
    [one] One step undone.
   *[other] { $n } steps undone.
}
history-nothing-back = That step and all after it are undone already.
day-today = Today
day-yesterday = Yesterday

coding-reduction = Reduction
coding-reduction-hint = The core of the statement in your words…
coding-key = Key quotation
coding-key-tip = Mark as a key quotation (K)
coding-key-remove = Take the mark of a key quotation off (K)
coding-past = History
coding-past-none = No step for this coding yet.
key-key = Mark a key quotation
    .key = K
key-reduction = Write the reduction
    .key = R
coding-note = Memo on line { $line }
