# Report: what is exported, the choices, the preview, and where the file goes.

report-excerpts = Coded excerpts
report-comparison = Comparison table
report-comparison-what = { $rows } × { $columns }
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
report-format = Format
report-json-note = JSON has fixed keys that are not translated.
report-csv-note = CSV opens in Excel or LibreOffice; one row a coding.
report-csv-note-comparison = CSV opens in Excel or LibreOffice; one row a role or code.
report-xlsx-note = An Excel workbook with faces, dates and column widths set.
report-export = Export…
report-path = Or write straight to
report-write = Write
report-dialog = Export to a file
report-nothing = No coding matches these filters. Widen them.
report-waits = Wait until the other work is done.
report-no-path = Fill in the place and name of the file first.
report-preview = Preview
report-more-rows = { $n ->
    [one] { $n } more row in the file
   *[other] { $n } more rows in the file
}
report-more-columns = { $n ->
    [one] { $n } more column in the file
   *[other] { $n } more columns in the file
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
report-empty = No segments to report yet.
report-empty-go = Open Code
report-facts = { $n ->
    [one] { $what } · { $n } row
   *[other] { $what } · { $n } rows
}
