# Triangulation, one role: head of the page, columns of quotations, the context of a quotation.

role-back = Back to the table
    .tip = Back to the table (Esc)
role-previous = Role before: { $role } (Alt ↑)
role-next = Next role: { $role } (Alt ↓)
role-meaning = What counts and what does not
role-all = All indicators
role-all-short = All
role-negative = Negative cases
    .tip = Only quotations that weaken or support in part
role-no-negative = No negative case among { $n } quotations.
role-by = Triangulation by
role-by-source = Source
role-by-technique = Technique
role-by-time = Time
role-of-sources = sources
role-of-techniques = techniques
role-of-times = time
role-facts = { $row } · triangulation of { $axis }
role-silent = silent
role-context = Context, not evidence
role-quote-tip = Click: read it in its context. Enter: open it in Code.

role-passage-close = Close the context
    .tip = Close (Esc)
role-passage-go = Open in Code
    .tip = Open in Code (Enter on the quotation)
passage-before = Lines before
passage-behind = Lines after
passage-gone = This quotation is not there any more.

role-beside = What stands beside the columns
role-beside-close = Close the panel
    .tip = Close (Esc)
role-ladder = Assessment
role-findings = Findings { $n }
role-unlink = Remove { $citation }

ladder-quotations = Quotations
ladder-summaries = Summaries
ladder-result = Verdict
ladder-conclusion = Conclusion
ladder-evaluation = Evaluation of the role
ladder-done = done
ladder-no-quotations = none yet
ladder-directed = { $n ->
    [one] { $n } segment, with its direction
   *[other] { $n } segments, all with direction
}
ladder-undirected = { $n ->
    [one] { $n } segment, { $missing } without direction
   *[other] { $n } segments, { $missing } without direction
}
ladder-written = { $silent ->
    [0] { $n } of { $all } written
   *[other] { $n } written, { $silent } silent
}
ladder-with-reason = needs a reason
ladder-nothing = No quotation is evidence yet.
ladder-accept = Accept suggestion
ladder-again = Look again: the evidence has changed since this verdict was chosen.
ladder-holds = This verdict still holds
ladder-take-back = Press again to take it back
ladder-silent = Silent: { $sides }
ladder-no-silent = No side is silent
ladder-silent-heading = Sides that say nothing
ladder-summary = Summary
ladder-summary-of = Summary of { $column }
ladder-summary-hint = One sentence: what does this side say?
ladder-conclusion-hint = What follows from this row?
ladder-unwritten = Not saved yet
ladder-reason = Reason of the evaluation
ladder-reason-hint = Why is it rated so?
ladder-key = Key evidence
ladder-add = Add
ladder-miss-value = Not saved yet: choose optimal, adequate or not yet optimal.
ladder-miss-reason = Not saved yet: write the reason.
ladder-miss-quotation = Not saved yet: add at least one quotation as key evidence.
ladder-remove-evaluation = Delete evaluation
ladder-evaluated = { $value }, { $n ->
    [one] { $n } key quotation
   *[other] { $n } key quotations
}

reason-change = Change why it is silent
reason-change-of = Change why { $column } is silent
reason-compute = Back to what is worked out
reason-said = Set by { $coder }, { $when }.
reason-not-coded = The sources of this side are not coded to their end yet.
reason-not-mentioned = { $n ->
    [one] { $n } question of the researcher carries this code, its answer does not.
   *[other] { $n } questions of the researcher carry this code, their answers do not.
}
reason-not-asked = Its sources are coded to their end, and no question is about this code.
reason-heading = Why it is silent: { $column }
reason-citation = Quotation that shows it
reason-citation-hint = W.S3 line 28
reason-citation-about = A reference as in a thesis. May stay empty.
reason-context = Or choose a context quotation:
reason-keep = Keep reason
reason-unreadable = That reference leads to no line. Write source and line, such as W.S3 line 28.
