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

finding-empty = No findings here yet. A finding is a claim in your own words, and quotations are its evidence.
finding-write = Write finding
finding-how = Link quotations: drag one onto a finding, or press F on it.
finding-claim = Claim of the finding
finding-claim-hint = What did you find? One sentence.
finding-keep = Keep finding
finding-keep-tip = Keep finding (Ctrl Enter)
finding-under = Under the code
finding-edited = Done
finding-fold = Fold
finding-unfold = Open: the evidence one by one, and member checks
finding-menu = Actions for the finding { $claim }
finding-change = Change finding
finding-up = Move up
finding-down = Move down
finding-check = Member check…
finding-delete = Delete finding
finding-no-evidence = No evidence yet.
finding-direction = Direction of { $citation } towards the finding: { $direction }

check-heading = Member check
check-add = Add member check…
check-informant = Informant
check-state = State
check-date = Date
check-date-hint = 3 March 2025
check-note = Note
check-note-hint = What does the informant say?
check-keep = Keep

link-heading = Link to a finding
link-direction = Direction of evidence towards the finding
link-hint = Find a finding or write a new one
link-empty = No findings under this role yet. Type a claim to write the first.
link-new = New finding: { $claim }
link-linked = linked
link-under-none = Choose a code
link-go = Link
link-tip = Link (Enter)

coding-findings = Findings
coding-link = Link
coding-no-finding = This quotation is no evidence of a finding yet.
coding-unlink = Take off the finding { $claim }
coding-show-role = Show in comparison

keys-role = One role
key-finding = Link the quotation or the selected words to a finding
    .key = F
key-role-step = Role before, next role
    .key = Alt ↑, Alt ↓
key-role-quotation = Read the quotation in its context
    .key = Space
key-role-go = Open the quotation in Code
    .key = Enter
key-role-link = Link the quotation to a finding
    .key = F
key-role-keep = Save what is written
    .key = Ctrl Enter
key-role-back = Close the context, then back to the table
    .key = Esc

finding-warning-one_informant = One informant only
finding-warning-one_technique = One technique only
finding-warning-only_principal = Only the principal about the principal
finding-warning-unresolved = Contradiction without a conclusion
