# Rescuing what a damaged project still holds into a new file.

rescue-title = Rescue into a new file
rescue-offer = Rescue into a new file…
rescue-about = Emaslim reads whatever can still be read of this file and writes it into a new project. The damaged file is left as it is.
rescue-damaged = Damaged file
rescue-new = New file
rescue-start = Rescue
rescue-file = { $name } (rescued)
rescue-busy = Rescuing the project…
rescue-open = Open the new file
rescue-copy = Copy the report
rescue-retry = Back

rescue-all = Everything in { $damaged } was saved into the new file: { $new }
rescue-some = Some of { $damaged } could not be saved. Read the list, then go on with the new file: { $new }
rescue-heading-saved = What was saved
rescue-heading-lost = What is lost or should be checked

rescue-source-whole = { $source }: text whole, { $lines } lines, { $codings } of { $known } codings
rescue-source-remade = { $source }: text restored exactly as it was, { $lines } lines, { $codings } of { $known } codings
rescue-source-altered = { $source }: text there but no longer exactly as it was, { $lines } lines, { $codings } of { $known } codings
rescue-source-cut = { $source }: only the beginning of the text, { $lines } lines, { $codings } of { $known } codings
rescue-source-quotations = { $source }: only its quotations, { $lines } lines, { $codings } of { $known } codings
rescue-saved-rows = { $kind }: { $n }
rescue-saved-history = History: { $n } steps

rescue-kind-coders = Coders
rescue-kind-groups = Groups
rescue-kind-informants = Informants
rescue-kind-sources = Sources
rescue-kind-turns = Turns
rescue-kind-codes = Codes
rescue-kind-segments = Segments
rescue-kind-codings = Codings
rescue-kind-memos = Memos
rescue-kind-findings = Findings and their evidence
rescue-kind-verdicts = Verdicts, conclusions and evaluations
rescue-kind-rest = Other data

rescue-lost-rows = { $kind }: { $n } could not be read. Compare with the latest backup.
rescue-lost-history = The history could not be read whole, so it begins anew with this rescue.
rescue-text-reread = { $source }: the text was read again from its original file and differs from what it was. Check line numbers that were cited.
rescue-text-altered = { $source }: some letters of the text may be wrong. Compare it with the recording or the original transcript.
rescue-text-cut = { $source }: the end of the text is lost. Import the original transcript again.
rescue-text-quotations = { $source }: the text is lost; only quotations that were coded are left. Import the original transcript again.
rescue-original-lost = { $source }: the original file is lost; the text stands in for it. Keep the file that was imported.
rescue-original-altered = { $source }: the original file is no longer exactly what was imported. Keep the file that was imported.
rescue-source-lost = { $source }: its text, original file and quotations could not be read. Import the transcript again.
rescue-moved = A quotation in { $source } was found elsewhere, now line { $lines }: “{ $quote }”
rescue-reworded = A stored quotation in { $source } was damaged and replaced by the words of the text. It was stored as: “{ $quote }”
rescue-unplaced = A quotation in { $source } has no place any more. Find it and code it again: “{ $quote }”
rescue-appended = { $source }: { $n ->
    [one] one quotation that is no longer in the text was
   *[other] { $n } quotations that are no longer in the text were
} put behind its end.
rescue-code = A lost code is replaced by “{ $name }”, so that its codings stay. Rename or merge it.
rescue-coder = A lost coder is replaced by “{ $name }”, so that the codings stay.
rescue-detached = { $kind }: { $n } kept, but what they refer to is lost.
rescue-partly = { $kind }: { $n } made again from indexes; some of their facts (such as the direction of evidence) are lost.
rescue-replaced = { $kind }: { $n } held something unreadable, which was replaced by a default value.
rescue-project-lost = The title and facts of the project are lost. Enter them again in Settings.
rescue-pages = { $n ->
    [one] One part of the file
   *[other] { $n } parts of the file
} could not be read; there may be losses that are not listed here.

rescue-stand-in-coder = Lost coder
rescue-stand-in-code = Lost code
rescue-stand-in-source = Rescued source
rescue-stand-in-quotations = [Rescued quotations]

cli-help-rescue = Save what can still be read of a damaged project into a new file (exit status 1 where something was not saved)
cli-arg-damaged = The damaged project; it is left as it is
cli-arg-new = The new project file; an existing file is not overwritten

notice-text-altered = The text of { $source } is no longer what was imported. Do not cite it before comparing it with the original transcript; then restore a backup.
notice-quotations-differ = { $n ->
    [one] One quotation in { $source } differs from its text. Read the details and code it again.
   *[other] { $n } quotations in { $source } differ from their text. Read the details and code them again.
}
