# The program's own faults, and the text recovered after them.

crash-survived = Emaslim met a fault of its own and goes on. The report, without any text of the research, is at { $path }
crash-step = The last step was not done because of a fault of Emaslim's own; what was saved is not lost. Try again; if it happens again, send the report named in the details to its makers.
crash-job = This work stopped because of a fault of Emaslim's own; nothing was changed. Try again; if it happens again, send the report named in the details to its makers.
crash-closed = The project was closed because of a fault of Emaslim's own; what was saved is not lost. Open it again; if it happens again, send the report named in the details to its makers.
crash-desk-gone = That command was not carried out because of a fault of Emaslim's own. Copy what you are writing, then close Emaslim and open it again.
crash-last-time = Emaslim stopped unexpectedly on { $at }; what was saved is not lost.
crash-show = Show the report
crash-report-at = The report holds no text of the research; send it to the makers if you like: { $path }

command-drafts = Unsaved text
drafts-found = { $n ->
    [one] 1 unsaved text was recovered.
   *[other] { $n } unsaved texts were recovered.
}
drafts-show = Show
drafts-about = Typed on this computer and not yet in the project. Nothing is saved until you choose.
drafts-empty = There is no unsaved text.
drafts-place-gone = Its place is no longer in the project
drafts-journal = Journal
drafts-summary = Summary · { $row }
drafts-conclusion = Conclusion · { $row }
drafts-reason = Reason of the evaluation · { $row }
drafts-claim = Finding · { $row }
drafts-check = Member check { $informant } · { $row }
drafts-recovered = Unsaved text was recovered.
drafts-save = Save
drafts-open = Open in Code
drafts-open-compare = Open in Compare
drafts-copy = Copy
drafts-discard = Discard
