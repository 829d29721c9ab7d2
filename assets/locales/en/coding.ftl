# The place Koding.
coding-label = { $code }, line { $line }
coding-label-directed = { $code }, { $direction }, line { $line }
coding-more = { $count ->
    [one] 1 more code: { $codes }
   *[other] { $count } more codes: { $codes }
}
coding-key-quotation = key quotation
coding-block = Line { $line }{ $count ->
    [0] {""}
   *[other] {" · "}{ $codes }
}
coding-block-speaker = { $speaker }, line { $line }{ $count ->
    [0] {""}
   *[other] {" · "}{ $codes }
}
coding-overview = Coding overview
coding-overview-value = line { $line } of { $lines }
coding-transcript = Transcript { $source }
coding-sources = Sources
coding-codebook = Codebook
coding-tabs = What the left panel shows
coding-tab-sources = Sources
coding-tab-codes = Codes
coding-import = Import files…
coding-empty = No sources yet. Start with one interview transcript.
coding-empty-import = Import files…
coding-no-source = Choose a source at the left to start reading.
coding-no-codes = No codes yet.
coding-nothing-coded = Select a statement, then press 1–7, or Enter to find a code.
coding-inspector-empty = Choose a coded quotation to see its codes, direction and memo.
coding-inspector-toggle = Quotation panel
coding-chosen = Chosen quotation
coding-code = Code
coding-codes = Codes
coding-add = Add
coding-copy = Copy
coding-detail = Details
coding-remove = Remove
coding-remove-code = Remove { $code }
coding-memo = Memo
coding-memo-hint = Write a memo…
coding-topic = Code without direction
coding-direction = Direction of evidence, { $code }
coding-sentence-supports = This quotation *supports* that the { $role } role is carried out.
coding-sentence-partly = This quotation *partly supports* that the { $role } role is carried out.
coding-sentence-weakens = This quotation *weakens* that the { $role } role is carried out.
coding-sentence-context = This quotation gives *context* on the { $role } role, not evidence.
coding-sentence-unset = The direction of this quotation on the { $role } role is *not set yet*.
coding-statement-supports = This quotation *supports* “{ $name }”.
coding-statement-partly = This quotation *partly supports* “{ $name }”.
coding-statement-weakens = This quotation *weakens* “{ $name }”.
coding-statement-context = This quotation gives *context* on “{ $name }”, not evidence.
coding-statement-unset = The direction of this quotation on “{ $name }” is *not set yet*.
coding-researcher = Researcher
coding-counts-nowhere = The researcher’s words do not count as evidence.
coding-counts = What counts
coding-counts-not = What does not count
coding-examples = Examples
coding-test = Test: { $test }
coding-apply-hint = Select a statement in the transcript, then click this code to apply it.
coding-open-family = Open { $code }
coding-close-family = Close { $code }
coding-select-first = Select a statement in the transcript first.
coding-choose-first = Choose a coded quotation first.
coding-no-last = There is no code yet to repeat.
coding-there-already = Code { $code } is already on this quotation.
coding-takes-none = This code takes no direction of evidence.
coding-picker-hint = Find a code
coding-picker-none = No code matches.
coding-picker-apply = Apply code
coding-picker-cancel = Cancel
coding-count-codes = { $n ->
    [one] { $n } code
   *[other] { $n } codes
}
coding-applied = applied
coding-ends-how = Move the end of the coding with the arrow keys; Tab for the other end, Enter keeps it, Esc leaves it as it was.
coding-ends-first = First end of the coding · line { $lines } · { $n ->
        [one] 1 letter
       *[other] { $n } letters
    }
coding-ends-last = Last end of the coding · line { $lines } · { $n ->
        [one] 1 letter
       *[other] { $n } letters
    }
coding-none-here = There is no coding at this place.
coding-none-overlaps = No other coding overlaps here.
coding-none-behind = There is no further coding behind this one.
coding-none-before = There is no coding before this one.
coding-turned = { $code }, line { $lines } · { $at } of { $total }
coding-turned-directed = { $code }, { $direction }, line { $lines } · { $at } of { $total }
coding-fact-line = Line { $lines }
coding-fact-letters = { $n ->
    [one] { $n } letter selected
   *[other] { $n } letters selected
}
coding-fact-words = words of { $speakers }
coding-fact-speaker = { $speakers }
