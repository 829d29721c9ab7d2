# Compare: the board, the panel with one cell's quotations, and what is not counted.

compare-rows = Rows
compare-rows-roles = Roles
compare-rows-codes = Codes
compare-rows-role = Role
compare-rows-code = Code
compare-rows-finding = Finding
compare-rows-findings = Findings
compare-by = Columns
compare-by-group = Informant groups
compare-by-technique = Techniques
compare-by-informant = Informants
compare-by-source = Sources
compare-export = Export table…
    .tip = To Report, with the same rows and columns
compare-result = Verdict
compare-indicators = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
}
compare-counts = { $who } · { $segments }
compare-cite = { $source } l.{ $line }

compare-cell = { $row }, { $column }: { $counts }
compare-cell-empty = { $row }, { $column }: { $reason }

compare-suggested = Suggestion: { $verdict }
compare-suggested-agreement = agreement
compare-suggested-partial = partial agreement
compare-suggested-silence = silence
compare-suggested-dissonance = dissonance
compare-undirected-go = Set directions
compare-no-direction = No direction of evidence

compare-left-out = Not counted in this table:
compare-left-out-no-informant = { $n ->
    [one] { $n } segment of observations and documents that belongs to no informant
   *[other] { $n } segments of observations and documents that belong to no informant
}
compare-left-out-context = { $n ->
    [one] { $n } segment of context, not evidence
   *[other] { $n } segments of context, not evidence
}
compare-left-out-researcher = { $n ->
    [one] { $n } segment of the researcher’s words
   *[other] { $n } segments of the researcher’s words
}
compare-left-out-title = Not counted

compare-drawer-close = Close quotations
    .tip = Close (Esc)
compare-drawer-previous = Quotations of the cell before
compare-drawer-next = Quotations of the next cell
compare-quote = { $citation }, { $direction }: { $words }
compare-quote-plain = { $citation }: { $words }
compare-more = Show { $n } more
compare-quote-tip = Open in the transcript
compare-line-date = { $citation }, { $date }

compare-empty = The table fills itself once quotations are coded.
compare-empty-rows = There is no code of the kind role. Choose the rows Codes to see all codes.
compare-empty-go = Open Code
compare-facts = { $row } · { $column } · { $counts }
