# Report: what is exported, the choices, the preview, and where the file goes.

report-excerpts = Coded excerpts
report-comparison = Comparison table
report-comparison-what = { $rows } × { $columns }
report-comparison-divided = { $what }, { $within }
report-codings = { $codings } on { $segments }
report-code = Code
report-code-all = All codes
report-group = Informant group
report-group-all = All groups
report-technique = Technique
report-technique-all = All techniques
report-language = Language
report-language-id = Indonesian
report-language-en = English
report-path = Or write straight to
report-write = Write
report-dialog = Export to a file
report-nothing = No coding matches these filters. Widen them.
report-waits = Wait until the other work is done.
report-no-path = Fill in the place and name of the file first.
report-more-rows = { $n ->
    [one] { $n } more row in the file
   *[other] { $n } more rows in the file
}
report-busy = Writing the file
report-written = { $n ->
    [one] Wrote { $n } row: { $path }
   *[other] Wrote { $n } rows: { $path }
}
report-exists = The file is there already. Press Write once more to replace it, or change its name: { $path }
report-file-excerpts = coded-excerpts
report-file-comparison = comparison-{ $by }
report-file-group = groups
report-file-technique = techniques
report-file-informant = informants
report-file-source = sources
report-file-date = dates
report-file-coder = coders
report-file-attribute = attribute
report-file-divided = { $by }-by-{ $within }
report-empty = No segments to report yet.
report-empty-go = Open Code
report-facts = { $n ->
    [one] { $what } · { $n } row
   *[other] { $what } · { $n } rows
}

report-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
report-codes = { $n ->
    [one] { $n } code
   *[other] { $n } codes
}
report-facts-sources = { $n ->
    [one] { $what } · { $n } source
   *[other] { $what } · { $n } sources
}
report-facts-codes = { $n ->
    [one] { $what } · { $n } code
   *[other] { $what } · { $n } codes
}
report-transcript-note = Every line with the number it is cited by, each source on a new page.
report-codebook-note = Definitions, indicators, what counts, examples.
report-source = Source
report-source-all = All sources
report-grouping = Headings
report-grouping-role = Role
report-grouping-informant = Informant
report-grouping-source = Source
report-pseudonyms = Use pseudonyms
report-warn-guardian = No guardian’s consent yet: { $names }.
report-warn-direction = { $n ->
    [one] { $n } coding of a role has no direction of evidence.
   *[other] { $n } codings of roles have no direction of evidence.
}
report-format-docx = Word (DOCX)
report-format-html = Web page (HTML)
report-format-md = Markdown
report-format-xlsx = Excel (XLSX)
report-format-csv = CSV
report-format-json = JSON
report-export-word = Export to Word…
report-copy = Copy
report-goes-on = The file goes on.
report-written-paper = Written: { $path }
report-written-replaced = { $n ->
    [one] Written, with { $n } control character replaced by �: { $path }
   *[other] Written, with { $n } control characters replaced by �: { $path }
}
report-file-transcript = numbered-transcripts
report-file-codebook = codebook
report-informant = Informant
report-informant-all = All informants
report-findings = { $n ->
    [one] { $n } finding
   *[other] { $n } findings
}
report-audit-all = All changes
report-audit-note = Who did what and when, with what stood there before and after.
report-membercheck-note = Findings with each informant's own words, to be confirmed, corrected or rejected.
report-file-audit = audit-trail
report-file-membercheck = member-check
report-no-findings = No finding rests on the words of an informant yet. Write a finding in Compare first.
