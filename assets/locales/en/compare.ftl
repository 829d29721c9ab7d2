# Compare: the board, the panel with one cell's quotations, and what is not counted.

compare-rows = Rows
compare-rows-roles = Roles
compare-rows-codes = Codes and indicators
compare-rows-role = Role
compare-rows-code = Code
compare-rows-finding = Finding
compare-rows-findings = Findings
compare-by = Columns
compare-by-group = Informant groups
compare-by-technique = Techniques
compare-by-informant = Informants
compare-by-source = Sources
compare-export = Export table
    .tip = To Report, with the same rows and columns
compare-result = Verdict
compare-indicators = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
}
compare-counts = { $who } · { $segments }
compare-counts-informants = { $n } inf. · { $segments } seg.
compare-counts-sources = { $n } src. · { $segments } seg.
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
compare-quote-tip = Read in its context
compare-line-date = { $citation }, { $date }

compare-empty = The table fills itself once quotations are coded.
compare-empty-rows = There is no code of the kind role. Choose the rows Codes to see all codes.
compare-empty-go = Open Code
compare-facts = { $row } · { $column } · { $counts }

compare-by-date = Dates
compare-by-coder = Coders
compare-mode = What cells show
compare-mode-quotes = Quotations
compare-mode-coverage = Coverage
compare-negative = Negative cases
    .tip = Only quotations that weaken or support in part
compare-negative-none = Nothing weakens here
compare-edge = Width of the column { $column }
    .tip = Drag, or press ← →. A double click gives the first width back.
compare-missing = To be asked before leaving the field
compare-missing-none = Every cell has its evidence
compare-missing-not-asked = { $column }: ask about { $rows }.
compare-missing-not-coded = { $column }: nothing is coded yet for { $rows }.
compare-missing-not-mentioned = { $column }: asked, did not mention { $rows }.
compare-missing-dont-know = { $column }: does not know about { $rows }.
compare-missing-not-found = { $column }: no evidence yet about { $rows }.
compare-missing-within = { $column } ({ $within })
compare-missing-one = { $column }: only one of { $total } informants speaks about { $rows }.
compare-counts-meaning = The number of segments shows how often the researcher coded something, not how important a role is.
compare-quote-go = Open in the transcript
compare-quote-tip-less = The quotation alone
compare-within = Divided
compare-within-none = No
compare-within-technique = By technique
compare-within-group = By group
compare-mode-summaries = Summaries
compare-conclusion = Conclusion
compare-conclusion-hint = Write the conclusion of this row…
compare-conclusion-of = Conclusion of { $row }
compare-summary-hint = Write the summary of this cell…
compare-summary-of = Summary of { $row }
compare-silent = Silent: { $columns }
compare-silent-sides = Silent sides
compare-look-again = Look again: the evidence changed
compare-accept = Accept suggestion
compare-confirm = The verdict stands
compare-is-suggested = suggested
compare-reason = Change reason
compare-reason-computed = Work it out from the coding
compare-rated-roles = { $done } of { $all } roles rated
compare-rated-codes = { $done } of { $all } codes rated
compare-rated-findings = { $done } of { $all } findings rated
