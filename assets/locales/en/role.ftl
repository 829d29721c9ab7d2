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
