# Tables of the chapter of results, 4.1 to 4.6.

tables-caption = Table { $number } { $name }
tables-title = Tables of results
tables-name-informants = Informants and documents
tables-name-reduction = Data reduction
tables-name-coding = Coding
tables-name-sources = Triangulation of sources
tables-name-techniques = Triangulation of techniques
tables-no = No.
tables-source-code = Code
tables-technique = Technique
tables-informant = Informant/source
tables-position = Position
tables-date = Date
tables-place = Place
tables-remarks = Remarks
tables-researcher = Researcher
tables-key-informant = Key informant
tables-withdrawn = consent withdrawn
tables-consent-own-written = written consent
tables-consent-own-oral = oral consent
tables-consent-guardian-written = written consent of parent or guardian
tables-consent-guardian-oral = oral consent of parent or guardian
tables-consent-dated = { $what } ({ $date })
tables-assent = child agreed
tables-cited = Source (code, line)
tables-statement = Original statement
tables-core = Reduction (core)
tables-coded = Role/indicator
tables-direction = Direction
tables-role = Role
tables-indicator = Indicator
tables-role-itself = { $code } (in general)
tables-segments = Segments (sources)
tables-marks = ▲ supports, ◐ partly, ▼ weakens, ◇ context (no evidence).
tables-rows-roles = Role
tables-rows-codes = Indicator
tables-rows-findings = Finding
tables-verdict = Verdict
tables-result = Verdict
tables-conclusion = Conclusion
tables-silent = Gave no information
tables-no-evidence = No information
tables-more-segments = and { $n ->
    [one] { $n } more segment
   *[other] { $n } more segments
}
cited-lines = l.{ $lines }

list-two = { $a } and { $b }
list-many = { $a } and { $b }
spelled-1 = one
spelled-2 = two
spelled-3 = three
spelled-4 = four
spelled-5 = five
spelled-6 = six
spelled-7 = seven
spelled-8 = eight
spelled-9 = nine
spelled-10 = ten
spelled-11 = eleven
spelled-12 = twelve
spelled-13 = thirteen
spelled-14 = fourteen
spelled-15 = fifteen
spelled-16 = sixteen
spelled-17 = seventeen
spelled-18 = eighteen
spelled-19 = nineteen
spelled-20 = twenty

report-table = Table { $number }
report-tables = All tables
    .note = 4.1–4.6 in one file
report-table-informants = Informants and documents
report-table-reduction = Data reduction
report-table-coding = Coding
report-table-sources = Triangulation of sources
report-table-techniques = Triangulation of techniques
report-file-tables = tables-of-results
report-file-table = table-{ $number }
report-page = { $what }, page { $n }
report-pages = { $n ->
    [one] about { $n } upright page
   *[other] about { $n } upright pages
}
report-pages-wide = { $n ->
    [one] about { $n } landscape page
   *[other] about { $n } landscape pages
}
report-other-format = Other format
report-no-copy = A transcript is too long for the clipboard. Export it as a file.
report-endings = The ending of the name says which format: { $endings }.
report-landscape = Landscape pages
report-counts = Include counts of segments
report-warn-unrated = Not rated yet: { $names }. The rows will say “Unrated”.
report-more-names = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
report-rate-now = Rate now
tables-option-rows = Rows
tables-option-cells = Cells
tables-option-citation = Citations
tables-cells-summaries = Summaries and citations
tables-cells-citations = Citations only
tables-cells-quotes = Shortest quotations
tables-citation-short = W.KS, l.45
tables-citation-full = By the project's pattern
status-copied-page = Copied; paste it into Word with its tables and styles.
status-copied-words = Copied as text. The clipboard of this computer takes no tables; use Export to Word.

tables-name-evaluation = Evaluation of the roles
report-table-evaluation = Evaluation of the roles
tables-axis-group = Triangulation of sources
tables-axis-technique = Triangulation of techniques
tables-axis-date = Triangulation of time
tables-evaluation = Evaluation
tables-reason = Reason in short
tables-evidence = Key evidence
tables-closing-draft = Draft of the closing sentence; edit it before use:
closing-sentence = Of the { $all } roles, { $parts }.
closing-first = { $count ->
    [one] { $n } is judged { $value } ({ $names })
   *[other] { $n } are judged { $value } ({ $names })
}
closing-next = { $n } { $value } ({ $names })
closing-waiting = { $n } not evaluated yet ({ $names })
closing-all = all
closing-none = None of the { $all } roles has been evaluated yet: { $names }.

