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
coding-more = { $n } more
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
key-copy-cited = Copy with citation
    .key = Ctrl Shift C
