# Who has the project open: a second window, the command line, another laptop, and conflicting copies.

notice-log-lost = This file was copied or moved while { $coder } had it open since { $at }, without the file beside it (-wal). The last changes before that may be missing here; compare it with the file it came from.
notice-open-here = This project is also open in another window or command on this computer, by { $coder } since { $at }. What changes there shows here.
notice-open-elsewhere = This project is still open on { $device } by { $coder } since { $at }. Close it there first, so that changes do not overwrite each other.
error-taken-over = { $coder } has taken this project over on { $device } at { $at }, so this change is not saved and the project can only be read here. Close it there, then open it here again to go on.
error-undo-other = The last step is no longer the one on show here, but “{ $what }” by { $coder } on { $device }. Nothing has been undone; undo once more if that is the step you mean.
error-redo-other = The step to redo is no longer the one on show here, but “{ $what }” by { $coder } on { $device }. Nothing has been redone; redo once more if that is the step you mean.
step-of-another = { $what } (by { $coder } on { $device })
error-not-a-copy = This file holds another project, so it cannot be compared as a copy. Choose a copy of the same project: { $path }

cli-open-elsewhere = This project is still open on { $device } by { $coder } since { $at }, so nothing was changed. Close it there first, or use --take-over if nobody works there any more: { $path }
cli-help-copies = Compare the project with conflicting copies of it
cli-arg-take-over = Change the project even if another device still has it open
cli-arg-other = The copy to compare with; without it every copy in the same folder
cli-copies-none = No other copy of this project lies in its folder.

copies-sources = Sources
copies-codings = Codings
copies-steps = Steps
copies-same = the same
copies-only-here = only here
copies-only-there = only there
copies-differing = differing
copies-coding = { $code } “{ $quote }” ({ $citation }) by { $coder }
copies-step = { $what } ({ $coder } on { $device }, { $at })
copies-next = Nothing was merged or chosen. Open the copy to look at it, do again in this project what is only there, or keep both.
copies-field-name = name
copies-field-short = short name
copies-field-description = description
copies-field-technique = technique
copies-field-date = date
copies-field-place = place
copies-field-revision = text
copies-field-quote = quotation
copies-field-code = code
copies-field-direction = direction of evidence
copies-field-coder = coder
copies-field-memo = memo
copies-field-reduction = reduction
copies-field-key = key mark
copies-title = Copies of this project in the same folder
copies-found = { $n ->
    [one] There is a copy of this project with work that is not here.
   *[other] There are { $n } copies of this project with work that is not here.
}
copies-compare = Compare
copies-no-news = Nothing is only in this copy.
copies-counts = { $kind }: { $there } only there, { $here } only here, { $differing } differing, { $same } the same
copies-more = and { $n } more
copies-open = Open this copy
copies-open-one = Open { $name }

elsewhere-title = This project is open on another device
elsewhere-who = { $coder } has had it open on { $device } since { $at }, or that device did not get to close it.
elsewhere-read = Read only: everything can be looked at, searched and exported; nothing can be changed.
elsewhere-take = Take over: you can change the project here. What is still being changed on { $device } and has not been synced becomes a conflicting copy, so make sure that nobody works there any more.
elsewhere-button-read = Read only
elsewhere-button-take = Take over
elsewhere-open = Open on { $device }
